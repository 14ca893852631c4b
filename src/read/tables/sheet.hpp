// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_SHEET_HPP
#define TIEOUT_SRC_READ_TABLES_SHEET_HPP

// A table as a grid: which cell covers a place, what sort of thing stands in it, and the figure that it is. It knows shapes
// and nothing of what is done with them.

#include "read/document/document.hpp"

#include <tieout/relations/figure.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

enum class CellKind : std::uint8_t {
    blank,
    words,
    number, ///< a number or 无
    mark    ///< —— or /: there is no such figure
};

/// The figure that the cell is, with the unit that it prints itself; blank if it is words.
[[nodiscard]] CellKind kind_of_cell(std::string_view text, Figure& figure);

class Grid {
  public:
    explicit Grid(const Table& table);

    [[nodiscard]] std::uint32_t rows() const noexcept { return table_->rows; }
    [[nodiscard]] std::uint32_t columns() const noexcept { return table_->columns; }
    /// The cell that covers this place; nothing if none does.
    [[nodiscard]] const Cell* cell(std::uint32_t row, std::uint32_t column) const noexcept {
        const std::uint32_t index = index_[std::size_t{row} * columns() + column];
        return index == 0 ? nullptr : &table_->cells[index - 1];
    }
    [[nodiscard]] std::string_view text(std::uint32_t row, std::uint32_t column) const noexcept {
        const Cell* const at = cell(row, column);
        return at == nullptr ? std::string_view() : std::string_view(at->text.text);
    }
    [[nodiscard]] CellKind kind(std::uint32_t row, std::uint32_t column) const noexcept {
        const std::uint32_t index = index_[std::size_t{row} * columns() + column];
        return index == 0 ? CellKind::blank : kinds_[index - 1];
    }
    /// Whether the cell there has its first row and column there.
    [[nodiscard]] bool begins(std::uint32_t row, std::uint32_t column) const noexcept {
        const Cell* const at = cell(row, column);
        return at != nullptr && at->row == row && at->column == column;
    }
    [[nodiscard]] bool number_begins(std::uint32_t row, std::uint32_t column) const noexcept {
        return kind(row, column) == CellKind::number && begins(row, column);
    }
    /// Cells that the row prints: fewer than `columns` where plain text has lost which were merged.
    [[nodiscard]] std::uint32_t printed(std::uint32_t row) const noexcept {
        return row < table_->printed.size() ? table_->printed[row] : columns();
    }

  private:
    const Table* table_;
    std::vector<std::uint32_t> index_{};
    std::vector<CellKind> kinds_{};
};

/// A table with what its figures need to know: where they stand and what they are called.
struct Sheet {
    Sheet(const Page& of_page, const Table& of_table, std::uint32_t number);

    const Page& page;
    const Table& table;
    Grid grid;
    std::uint32_t number;
    /// Its name in places: that of the document, else 表 and its number.
    std::string name{};
    /// What all its figures have in common.
    std::string context{};

    /// The figure of a cell, or of text within it from byte `at` on. A number without unit takes `unit`.
    [[nodiscard]] Figure figure(const Cell& cell, std::string_view text, std::size_t at,
                                const std::optional<Unit>& unit, std::string_view label,
                                std::string_view column) const;
    [[nodiscard]] Figure figure(std::uint32_t row, std::uint32_t column, const std::optional<Unit>& unit,
                                std::string_view label, std::string_view head) const;
};

/// Takes a unit in brackets, or behind 单位：, off a label: 经费控制情况（万元） → 万元. What brackets hold that is a
/// formula or the number of a column goes to `formula`: （B/A）, （3）.
[[nodiscard]] std::optional<Unit> take_unit(std::string& label, std::string* formula = nullptr);

/// The first unit that words such as 万元、% name.
[[nodiscard]] std::optional<Unit> unit_in(std::string_view words);

} // namespace tieout::detail

#endif
