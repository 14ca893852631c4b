// SPDX-License-Identifier: MIT
// error: has lost the rounding of its terms
#include <tieout/testing/explain.hpp>

#include <tieout/numbers/literals.hpp>

using namespace tieout;
using namespace tieout::literals;
using namespace tieout::testing;

std::string why() { return explain_ties(printed(467.35_wan) + 1241.76_wan, 1709.11_wan); }
std::string of_counts() { return explain_ties(5161 + 1025, 6186); }
#ifdef MUST_NOT_COMPILE
std::string of_one_number() { return explain_ties(467.35_wan + 1241.76_wan, 1709.11_wan); }
#endif
