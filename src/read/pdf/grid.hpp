// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_GRID_HPP
#define TIEOUT_SRC_READ_PDF_GRID_HPP

// The grids that the ruling lines of a page draw: lines that touch are one table, and what no line parts is one cell.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "read/pdf/content.hpp"
#include "read/pdf/fixed.hpp"

namespace tieout::detail {

/// A cell of a grid; it covers rows [row, row + rows) and columns [column, column + columns).
struct GridCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t rows = 1;
    std::uint32_t columns = 1;
};

struct RuledGrid {
    /// Where its lines stand: one more than it has columns, and rows.
    std::vector<Fixed> xs{};
    std::vector<Fixed> ys{};
    /// Row by row; together they cover all of it, and none lies upon another.
    std::vector<GridCell> cells{};
    /// Of each elementary box, row by row, the cell that it belongs to.
    std::vector<std::uint32_t> cell_of_box{};
    /// All cells are rectangles as drawn. Where one was not, its boxes are cells by themselves.
    bool rectangles = true;

    [[nodiscard]] std::uint32_t rows() const noexcept { return static_cast<std::uint32_t>(ys.size() - 1); }
    [[nodiscard]] std::uint32_t columns() const noexcept { return static_cast<std::uint32_t>(xs.size() - 1); }
    [[nodiscard]] Box box() const noexcept { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
    [[nodiscard]] std::uint32_t cell_at(std::uint32_t row, std::uint32_t column) const noexcept {
        return cell_of_box[std::size_t{row} * columns() + column];
    }
    /// The row and column that hold a point, the nearest where it is outside.
    [[nodiscard]] std::uint32_t row_at(Fixed y) const noexcept;
    [[nodiscard]] std::uint32_t column_at(Fixed x) const noexcept;
};

/// Grids with at least two cells, from the top of the page down. A page on which there are more lines than any table has
/// gives none, and `too_much` is set.
[[nodiscard]] std::vector<RuledGrid> grids_of(std::span<const RulingLine> rules, bool& too_much);

} // namespace tieout::detail

#endif
