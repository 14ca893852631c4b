// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_LINES_HPP
#define TIEOUT_SRC_READ_FORMATS_LINES_HPP

// A plain text, line by line, with what tells paragraphs and tables apart.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/document/alphabet.hpp"

namespace tieout::detail {

struct Line {
    /// Without the line end, and without the spaces on either side.
    Span whole{};
    Span text{};
    /// Half-width columns of the spaces before the text, and of the text.
    std::uint32_t indent = 0;
    std::uint32_t width = 0;
    /// Characters of the text; how many of them have a space behind them; the same of those that are neither digits
    /// nor letters nor marks.
    std::uint32_t characters = 0;
    std::uint32_t spaced = 0;
    std::uint32_t ideographs = 0;
    std::uint32_t spaced_ideographs = 0;
    std::uint32_t digits = 0;
    /// Tabs and bars within the text; gaps of two columns or more.
    std::uint32_t tabs = 0;
    std::uint32_t bars = 0;
    std::uint32_t gaps = 0;
    /// The line before ended with a form feed, or this one begins with it: a new page.
    bool new_page = false;
    /// It begins with a tab.
    bool tabbed = false;
    /// It holds one of 。；！？，：, or one of them other than ：.
    bool sentence = false;
    bool clause = false;
    /// It holds one of 。；！？.
    bool stop = false;
    /// Digits with 万, 亿, 元 or % behind them.
    std::uint32_t amounts = 0;
    /// It is a page number.
    bool page_number = false;
    /// Its first and its last character, in the alphabet; 0 if it is blank.
    char32_t first = 0;
    char32_t last = 0;

    [[nodiscard]] bool blank() const noexcept { return characters == 0 || page_number; }
};

/// Byte at which each line of the file begins. Lines end with \n, \r\n or \r.
[[nodiscard]] std::vector<std::uint32_t> line_starts(std::string_view source);

[[nodiscard]] std::vector<Line> lines_of(std::string_view source);

} // namespace tieout::detail

#endif
