// SPDX-License-Identifier: MIT
// error: deleted
#include <tieout/numbers/decimal.hpp>

constexpr tieout::Decimal whole{20};
#ifdef MUST_NOT_COMPILE
constexpr tieout::Decimal fraction{20.7};
#endif
