// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_NUMBERS_HPP
#define TIEOUT_NUMBERS_NUMBERS_HPP

// All of the numbers: exact decimals, money, percentages, ratios, what documents print, and the intervals they mean.
//
//     using namespace tieout::literals;
//     static_assert(467.35_wan + 1241.76_wan == 1709.11_wan);

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/literals.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/percent.hpp>
#include <tieout/numbers/printed.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/numbers/rounding.hpp>
#include <tieout/numbers/unit.hpp>

#endif // TIEOUT_NUMBERS_NUMBERS_HPP
