// SPDX-License-Identifier: MIT
// error: no match for .*operator\+|invalid operands to binary expression
#include <tieout/numbers/literals.hpp>

using namespace tieout::literals;

constexpr auto sum = 467.35_wan + 1241.76_wan;
#ifdef MUST_NOT_COMPILE
constexpr auto nonsense = 467.35_wan + 96.63_pct;
#endif
