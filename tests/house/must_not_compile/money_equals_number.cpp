// SPDX-License-Identifier: MIT
// error: no match for .*operator==|invalid operands to binary expression
#include <tieout/numbers/literals.hpp>

using namespace tieout::literals;

static_assert(0.5_wan == 5000_yuan);
#ifdef MUST_NOT_COMPILE
static_assert(0.5_wan == 5000_dec);
#endif
