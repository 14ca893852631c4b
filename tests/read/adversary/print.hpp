// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_PRINT_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_PRINT_HPP

// Prints what was told as web sites and office programs print it: HTML or text, tables in tabs, pipes, aligned columns or
// a cell a line, their frames before, on top of or inside them.

#include "writer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test::adversary {

enum class Layout : std::uint8_t {
    tabs,
    pipes,
    barred,
    aligned,
    by_characters,
    cells,
    // What print_of does not draw.
    commas,
    semicolons,
    blanks ///< single blanks, and none for an empty cell, as plain pdftotext leaves them
};

struct Print {
    bool html = false;
    bool wide_digits = false;
    bool narrow_marks = false;
    bool thousands = false;
    bool wide_thousands = false; ///< 3，518.85
    bool spaced_numbers = false; ///< 5 万元
    bool crlf = false;
    std::size_t width = 0; ///< of a line, in columns; 0 does not wrap
    bool indented = false;
    bool blank_lines = false;
    bool traditional = false;
    bool pages = false; ///< with page numbers between blocks
    Layout layout = Layout::pipes;
    int frame = 0; ///< where the lines that say what a table is stand
    bool unit_in_heads = false;
    std::size_t page_rows = 0;   ///< of a table on a page; 0 where no page ends within one
    bool repeated_heads = false; ///< on the pages after the first
};

[[nodiscard]] Print print_of(std::uint64_t seed);

struct Printed {
    std::string text{};
    /// Of each line, which structure is told in it.
    std::vector<std::string_view> structures{};
};

[[nodiscard]] Printed printed(Told& told, const Print& print);

} // namespace tieout::test::adversary

#endif
