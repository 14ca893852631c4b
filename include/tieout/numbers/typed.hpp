// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_TYPED_HPP
#define TIEOUT_NUMBERS_TYPED_HPP

// Reads what people type, or paste, where a program asks for an amount or a percentage.
//
//     parse_money("1,709.11")                       // 1709.11元
//     parse_money("1,709.11", MoneyUnit::wan_yuan)  // 1709.11万元, where the form says so
//     parse_money("￥5万")                          // 5万元, whatever the form says
//     parse_money("(1,234.50)")                     // −1234.50元, as accounts have it; so are △1,234.50 and －1,234.50
//     parse_money("人民币壹仟贰佰叁拾肆元伍角整")    // 1234.5元
//     parse_percent("96.63%")                       // 96.63%, and 96.63 too
//
// As everywhere nothing is guessed: what may be something else (约5万, HK$5, $5, 1,23) is an error that says at which byte.
// What a document prints in the place of a number, 无 and —— among it, is read by printed.hpp.

#include <tieout/base/export.hpp>
#include <tieout/base/result.hpp>
#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/percent.hpp>

#include <string_view>

namespace tieout {

/// An amount of 人民币, in the unit that is typed with it, else in `unit`; 千万元 and the like in the next smaller one.
/// Digits stay as they were typed. An amount in words has the digits that it names.
/// Fails: with a fault and its byte; of words, brackets or a unit that do not belong to an amount, trailing_text.
TIEOUT_API [[nodiscard]] Result<Money, NumberError> parse_money(std::string_view text,
                                                                MoneyUnit unit = MoneyUnit::yuan);

/// A percentage, with or without its sign; 5‰ is 0.5%.
/// Fails: as parse_money().
TIEOUT_API [[nodiscard]] Result<Percent, NumberError> parse_percent(std::string_view text);

} // namespace tieout

#endif
