// SPDX-License-Identifier: MIT
// error: [Oo]verflow
#include <tieout/numbers/literals.hpp>

using namespace tieout::literals;

constexpr auto widest = 99999999999999999999999999999999999998_dec + 1_dec;
#ifdef MUST_NOT_COMPILE
constexpr auto wider = widest + 1_dec;
#endif
