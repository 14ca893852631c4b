// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_PRINTED_HPP
#define TIEOUT_SRC_READ_FORMATS_PRINTED_HPP

// Tables as plain text prints them. Each form is one function: it looks at the lines from one on, and says which table
// begins there and how many lines it takes, or that none of its form does. What fits no form stays paragraphs.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "read/document/document.hpp"
#include "read/formats/lines.hpp"

namespace tieout::detail {

struct PrintedTable {
    Table table{};
    /// Lines that it takes, from the one at which it begins.
    std::size_t lines = 0;
};

/// Finds tables from the first line to the last. It remembers up to where a form was looked for in vain, so that no line
/// is looked at again and again.
class TableFinder {
  public:
    TableFinder(std::string_view source, std::span<const Line> lines) noexcept
        : source_(source), lines_(lines) {}

    /// The table that begins at line `at`, if one does. Calls go from the first line on.
    [[nodiscard]] std::optional<PrintedTable> at(std::size_t at);

  private:
    /// One way in which plain text prints tables. `end` becomes the line behind all that looks like it.
    using Form = std::optional<Table> (*)(std::string_view source, std::span<const Line> lines,
                                          std::size_t at, std::size_t& end);
    struct Entry {
        Form form;
        bool (*begins)(const Line& line);
    };
    static const std::array<Entry, 13> forms;

    std::string_view source_;
    std::span<const Line> lines_;
    std::array<std::size_t, 13> in_vain_before_{};
};

/// Whether the whole text is a number as tables print it, or what stands in its place (—, /), or nothing.
[[nodiscard]] bool is_figure(std::string_view text) noexcept;

/// Makes a table of rows of cells; rows that are shorter than others end with empty cells. Nothing if there would be
/// far more empty cells than printed ones, or if there are not two rows and two columns.
[[nodiscard]] std::optional<Table> table_of(std::vector<std::vector<Cell>> rows);

/// Columns that a table may have. Tables of reports have a few dozen.
inline constexpr std::uint32_t most_columns = 1024;

/// Whether a table of this size is worth the memory, for cells that were printed.
[[nodiscard]] constexpr bool is_sensible(std::uint64_t rows, std::uint64_t columns,
                                         std::uint64_t printed) noexcept {
    return rows >= 2 && columns >= 2 && columns <= most_columns && rows * columns <= 16 * printed + 4096;
}

/// 栏次 1 2 3: a line that only numbers the columns, and stands where its numbers fit. One that says what they are computed of
/// (3=1+2) says more.
[[nodiscard]] bool only_numbers_columns(std::string_view source, const Line& line) noexcept;

/// Whether a line repeats one of the heads that a table begins with at `at`, as they stand again on its next page.
[[nodiscard]] bool repeats_head(std::string_view source, std::span<const Line> lines, std::size_t at,
                                std::size_t line);

} // namespace tieout::detail

#endif
