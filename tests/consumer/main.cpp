// SPDX-License-Identifier: MIT
// The first program of somebody who links tieout: a total that ties out, and one that does not.
#include <tieout/numbers/numbers.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/explain.hpp>
#include <tieout/version.hpp>

#include <fmt/format.h>

using namespace tieout::literals;

static_assert(467.35_wan + 1241.76_wan == 1709.11_wan);

int main() {
    const tieout::Stated basic = 467.35_wan;
    const tieout::Stated project = 1241.76_wan;
    const tieout::Stated total = 1709.11_wan;
    const tieout::Stated misprint = 1790.11_wan;

    tieout::Relations relations;
    relations.sum(total, {basic, project});
    relations.sum(misprint, {basic, project});
    const auto checks = tieout::check_relations(relations, {});

    const bool as_expected = checks.size() == 2 && checks[0].outcome == tieout::Outcome::exact &&
                             checks[1].outcome == tieout::Outcome::broken;
    fmt::print("tieout {} says {}\n", tieout::version,
               tieout::explain(relations, checks[1], {}, tieout::Language::en).arithmetic);
    return as_expected ? 0 : 1;
}
