// SPDX-License-Identifier: MIT
// error: keep the facts in a variable
#include <tieout/facts/check.hpp>

using namespace tieout;

const Facts make();

std::size_t how_many() {
    const Facts facts = make();
    return check(facts).checks.size();
}
#ifdef MUST_NOT_COMPILE
std::size_t of_temporary() { return check(make()).checks.size(); }
#endif
