// SPDX-License-Identifier: MIT
#include "read/document/code_captions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

constexpr std::array<std::string_view, 3> captions{"类", "款", "项"};
/// Rows of heads that may stand before.
constexpr std::uint32_t most_rows_of_heads = 8;

bool ends_with_digit(const Cell& cell) noexcept {
    return !cell.text.empty() && cell.text.text.back() >= '0' && cell.text.text.back() <= '9';
}

} // namespace

void lift_code_captions(Table& table) {
    std::vector<Cell>& cells = table.cells;
    for (std::size_t first = 0; first < cells.size() && cells[first].row <= most_rows_of_heads; ++first) {
        // 类 款, or 类 款 项, beside each other in cells of their own.
        std::size_t count = 0;
        while (count < captions.size() && first + count < cells.size() &&
               cells[first + count].row == cells[first].row &&
               cells[first + count].text.text == captions[count] && cells[first + count].columns == 1 &&
               cells[first + count].rows == 1)
            ++count;
        if (count < 2) continue;
        const std::uint32_t row = cells[first].row;
        const auto of_row = [row](const Cell& cell) { return cell.row == row; };
        const auto behind =
            std::find_if_not(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.end(), of_row);
        // In a row of heads they stand where they belong.
        if (std::none_of(cells.begin() + static_cast<std::ptrdiff_t>(first + count), behind, ends_with_digit))
            return;
        const auto above = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
            return cell.column == cells[first].column && cell.columns == count && cell.row + cell.rows == row;
        });
        if (above == cells.end()) return;
        std::vector<Cell> heads;
        for (std::size_t i = 0; i < count; ++i) {
            Cell& caption = cells[first + i];
            Cell& head = heads.emplace_back(caption);
            head.row = above->row;
            head.rows = above->rows;
            head.left_out = above->left_out;
            caption.text.text.clear();
            caption.text.from.resize(1);
        }
        const auto at = cells.erase(above);
        cells.insert(at, std::make_move_iterator(heads.begin()), std::make_move_iterator(heads.end()));
        return;
    }
}

} // namespace tieout::detail
