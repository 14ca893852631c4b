// SPDX-License-Identifier: MIT
// error: consteval|constant expression
#include <tieout/numbers/literals.hpp>

using namespace tieout::literals;

constexpr auto printed = 1000_wan;
#ifdef MUST_NOT_COMPILE
constexpr auto not_printed_so = 1e3_wan;
#endif
