// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_LINES_HPP
#define TIEOUT_SRC_READ_PDF_LINES_HPP

// Words that stand on one line of the paper, and how far apart they are.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "read/pdf/words.hpp"

namespace tieout::detail {

/// Words beside each other, from left to right.
struct WordLine {
    Box box{};
    std::vector<PaperWord> words{};
    /// The text of the document goes on in it from the line before, whatever stands between.
    bool goes_on = false;
};

/// Takes the marks of footnotes off: small words that are raised behind another, 60.00¹. m² stays what it is.
void take_footnote_marks(std::vector<PaperWord>& words);

/// The lines of words in any order, from the top down.
[[nodiscard]] std::vector<WordLine> lines_of_words(std::vector<PaperWord> words);

/// Half-width columns that a text takes.
[[nodiscard]] std::uint32_t columns_of_text(std::string_view text) noexcept;

/// How wide a half-width column of a word is.
[[nodiscard]] Fixed column_width(const PaperWord& word) noexcept;

/// How two neighbours of a line are set apart.
enum class Gap : std::uint8_t {
    none,  ///< they touch
    space, ///< by a space
    wide   ///< by more than words are
};
[[nodiscard]] Gap gap_between(const PaperWord& left, const PaperWord& right) noexcept;

/// A word cut near `x`, where a figure in it ends or begins. What has no such place there is whole, and all before: it only
/// reaches over a border, as long labels do.
struct CutWord {
    PaperWord before{};
    PaperWord behind{};
};
[[nodiscard]] CutWord cut(const PaperWord& word, Fixed x);

} // namespace tieout::detail

#endif
