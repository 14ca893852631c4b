// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_PRINTED_WAYS_HPP
#define TIEOUT_SRC_READ_FORMATS_PRINTED_WAYS_HPP

// The ways in which plain text prints tables, a file each, and what they share. Each looks at the lines from `at` on and gives the
// table that begins there, or nothing; `end` becomes the line behind all that looks like it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "read/formats/printed.hpp"

namespace tieout::detail {

/// One cell a line, each begun by a tab; rows apart by an empty line.
[[nodiscard]] std::optional<Table> tabbed_cells(std::string_view source, std::span<const Line> lines,
                                                std::size_t at, std::size_t& end);
/// One cell a line, each ended by a bar.
[[nodiscard]] std::optional<Table> barred_cells(std::string_view source, std::span<const Line> lines,
                                                std::size_t at, std::size_t& end);
/// One cell a line, without any mark.
[[nodiscard]] std::optional<Table> bare_cells(std::string_view source, std::span<const Line> lines,
                                              std::size_t at, std::size_t& end);
/// One cell a line, and an empty line for each empty cell.
[[nodiscard]] std::optional<Table> lined_cells(std::string_view source, std::span<const Line> lines,
                                               std::size_t at, std::size_t& end);
/// Rows of cells with tabs between.
[[nodiscard]] std::optional<Table> tabbed_rows(std::string_view source, std::span<const Line> lines,
                                               std::size_t at, std::size_t& end);
/// Rows of cells with bars between.
[[nodiscard]] std::optional<Table> barred_rows(std::string_view source, std::span<const Line> lines,
                                               std::size_t at, std::size_t& end);
/// Columns under a ruled line.
[[nodiscard]] std::optional<Table> ruled_columns(std::string_view source, std::span<const Line> lines,
                                                 std::size_t at, std::size_t& end);
/// Columns that stand below each other.
[[nodiscard]] std::optional<Table> aligned_columns(std::string_view source, std::span<const Line> lines,
                                                   std::size_t at, std::size_t& end);

/// Two sides beside each other, one cell a line, some lines with a figure and the caption of the other side.
[[nodiscard]] std::optional<Table> two_sided_cells(std::string_view source, std::span<const Line> lines,
                                                   std::size_t at, std::size_t& end);

using Rows = std::vector<std::vector<Cell>>;

inline std::optional<Table> placed(std::optional<Table> table, Placing placing) {
    if (table) table->placing = placing;
    return table;
}

/// A cell of several parts of the source: it was broken over lines.
class CellWriter {
  public:
    void put(std::string_view source, const Line& line) {
        if (line.blank()) return;
        if (empty_) indent_ = line.indent;
        if (!empty_) writer_.wrap();
        if (empty_) at_ = line.text.begin;
        empty_ = false;
        writer_.put(source, line.text);
    }
    Cell finish(std::uint32_t at) {
        Cell cell;
        cell.text = writer_.finish(empty_ ? at : at_);
        cell.indent = indent_;
        return cell;
    }

  private:
    PassageWriter writer_{};
    std::uint32_t indent_ = 0;
    std::uint32_t at_ = 0;
    bool empty_ = true;
};

[[nodiscard]] constexpr bool is_bar(char32_t c) noexcept { return c == U'|' || c == U'│' || c == U'┃'; }

} // namespace tieout::detail

#endif
