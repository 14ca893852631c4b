// SPDX-License-Identifier: MIT
// error: consteval|constant expression
#include <tieout/numbers/literals.hpp>

using namespace tieout::literals;

// 38 digits are the most that a number holds.
constexpr auto longest = 99999999999999999999999999999999999999_dec;
#ifdef MUST_NOT_COMPILE
constexpr auto too_long = 100000000000000000000000000000000000000_dec;
#endif
