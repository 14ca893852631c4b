// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_NUMBER_WORDS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_NUMBER_WORDS_HPP

// Numbers that are written in Chinese characters (中文数字), as far as nobody can take them for anything else.
//
//     四百零二‧五亿元     402.5, with 亿 behind it
//     两万三千元          2.3, with 万 behind it
//     十二个              12
//     三公, 一般, 一是, 第一, 二级, 十四五, 几十个, 百户   none of these

#include <cstddef>
#include <optional>
#include <string_view>

#include <tieout/numbers/decimal.hpp>

namespace tieout::detail {

struct NumberInWords {
    /// In the multiplier, with as many digits after the point as the words name.
    Decimal value{};
    /// 万 or 亿, which stands within the number or right behind it; empty if there is none.
    std::string_view multiplier{};
    /// Bytes of the number, the multiplier within it.
    std::size_t length = 0;
};

/// The number at the beginning of the text. One of a single character (三, 十) is none, unless `alone` says that it may
/// be: what it counts is nearly always a name or a list. `length` is set also where there is none: the characters of
/// numbers that need not be looked at again.
[[nodiscard]] std::optional<NumberInWords> number_in_words(std::string_view text, std::size_t& length,
                                                           bool alone = false);

/// Whether a character begins a number, or is one.
[[nodiscard]] bool is_number_word(char32_t c) noexcept;

/// Whether words before a number say that it is no number of its own: 第一百, 几十, 数百, 上千.
[[nodiscard]] bool is_part_of_words(std::string_view before) noexcept;

} // namespace tieout::detail

#endif
