// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_LINE_WORDS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_LINE_WORDS_HPP

// What the label of a row or the head of a column says of how it is made from others, in Chinese and in English: where the
// numbers alone would leave it open, a name settles it.

#include <string_view>

namespace tieout::detail {

struct LineWords {
    bool total = false;   ///< 合计, Total revenue, Balance
    bool average = false; ///< 平均, Mean of all, Avg.
    bool rate = false;    ///< 占比, Debt ratio, Persons per household, % change
};

[[nodiscard]] LineWords line_words_in(std::string_view text) noexcept;

/// Whether a label has a Chinese character. Of others few words are known, and how they are set under each other says as often
/// what follows from a line as what makes it.
[[nodiscard]] bool is_in_chinese(std::string_view label) noexcept;

} // namespace tieout::detail

#endif
