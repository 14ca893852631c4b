// SPDX-License-Identifier: MIT
// error: a relation refers to its figures
#include <tieout/numbers/literals.hpp>
#include <tieout/relations/relation.hpp>

using namespace tieout;
using namespace tieout::literals;

void between_variables(Relations& relations, const Stated& total, const Stated& basic,
                       const Stated& project) {
    relations.sum(total, {basic, project});
}
#ifdef MUST_NOT_COMPILE
void between_temporaries(Relations& relations) {
    relations.sum(Stated(1709.11_wan), {Stated(467.35_wan), Stated(1241.76_wan)});
}
#endif
