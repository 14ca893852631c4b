// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_WORDS_HPP
#define TIEOUT_SRC_READ_PDF_WORDS_HPP

// The words of a PDF with their boxes, as `pdftotext -bbox` prints them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf/fixed.hpp"

namespace tieout::detail {

struct PaperWord {
    Box box{};
    /// UTF-8, without spaces.
    std::string text{};
};

/// The words of one page, in no order that is relied upon; the upper left of the page is (0, 0).
struct WordPage {
    Fixed width = 0;
    Fixed height = 0;
    std::vector<PaperWord> words{};
};

/// A decimal number as PDF and pdftotext write it: -12.5, .5, 3. ; what is beyond a millionth is cut off. It takes the
/// number off the text; nothing, and nothing taken, if the text does not begin with one.
[[nodiscard]] std::optional<Fixed> take_fixed(std::string_view& text) noexcept;

/// The pages of what `pdftotext -bbox` printed; nothing if it is anything else, or ends before its end.
[[nodiscard]] std::optional<std::vector<WordPage>> words_of(std::string_view printed);

} // namespace tieout::detail

#endif
