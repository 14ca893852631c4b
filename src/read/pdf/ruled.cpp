// SPDX-License-Identifier: MIT
#include "read/pdf/ruled.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tieout::detail {

namespace {

/// A word that reaches this far over a border stands on both sides of it.
constexpr Fixed beyond_border = thousandths(2'500);
/// Words at the left of a cell begin this near to its border.
constexpr Fixed left_margin = thousandths(8'000);
/// A word whose centre lies this far outside of a table still belongs to it.
constexpr Fixed beside_table = thousandths(2'000);

/// Written from top to bottom: it cannot be cut from left to right.
bool is_upright(const PaperWord& word) noexcept {
    return columns_of_text(word.text) > 2 && word.box.height() > word.box.width();
}

/// The cell of a word that is whole: the one that holds its centre; of one that reaches over a border, the one that it begins
/// in, if it begins at its left, as labels do.
std::uint32_t cell_of(const RuledGrid& grid, std::uint32_t row, const PaperWord& word) noexcept {
    const std::uint32_t begin = grid.column_at(word.box.left);
    const std::uint32_t centre = grid.column_at(word.box.centre().x);
    const bool at_left = word.box.left - grid.xs[grid.cells[grid.cell_at(row, begin)].column] < left_margin;
    return grid.cell_at(row, at_left && word.box.left > grid.xs[begin] ? begin : centre);
}

/// Puts a word, cut where borders cross it, into cells; `add` takes a cell and a part of the word.
template <class Add>
void place(const RuledGrid& grid, const PaperWord& whole, Add&& add) {
    const std::uint32_t row = grid.row_at(whole.box.centre().y);
    PaperWord word = whole;
    if (is_upright(word)) {
        add(grid.cell_at(row, grid.column_at(word.box.centre().x)), std::move(word));
        return;
    }
    for (std::uint32_t c = grid.column_at(word.box.left) + 1; c < grid.columns(); ++c) {
        const Fixed x = grid.xs[c];
        if (x >= word.box.right - beyond_border) break;
        if (x <= word.box.left + beyond_border || grid.cell_at(row, c - 1) == grid.cell_at(row, c)) continue;
        CutWord parts = cut(word, x);
        if (parts.behind.text.empty()) continue;
        const std::uint32_t column = grid.column_at(parts.before.box.centre().x);
        add(grid.cell_at(row, column), std::move(parts.before));
        word = std::move(parts.behind);
    }
    add(cell_of(grid, row, word), std::move(word));
}

/// 12.50, -3,400.0, 35.2%: a figure that is whole, and not the first half of a longer one.
bool is_whole_figure(const WordLine& line) noexcept {
    if (line.words.size() != 1) return false;
    std::string_view text = line.words.front().text;
    if (text.ends_with('%')) text.remove_suffix(1);
    const std::size_t point = text.find('.');
    if (point == text.npos || point == 0 || point + 1 == text.size()) return false;
    return text.find_first_not_of("0123456789.,-") == text.npos;
}

/// Whether rows stand below each other in one cell, with nothing drawn between them.
bool has_stacked_rows(const RuledTable& table) noexcept {
    std::vector<std::uint32_t> stacked(table.grid.rows());
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        const auto& lines = table.lines[i];
        if (std::count_if(lines.begin(), lines.end(), is_whole_figure) < 2) continue;
        if (++stacked[table.grid.cells[i].row] >= 2) return true;
    }
    return false;
}

} // namespace

std::vector<RuledTable> ruled_tables(std::vector<RuledGrid> grids, std::vector<PaperWord>& words) {
    std::vector<RuledTable> tables;
    for (RuledGrid& grid : grids) {
        // A box, or boxes beside or below each other: what stands in them is read as if they were not there.
        if (grid.columns() < 2) continue;
        RuledTable& table = tables.emplace_back();
        table.grid = std::move(grid);
        table.lines.resize(table.grid.cells.size());
    }
    // A table within a cell of another is asked first.
    const auto size = [](const RuledTable& table) {
        return table.grid.box().width() + table.grid.box().height();
    };
    std::vector<std::size_t> order(tables.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return size(tables[a]) < size(tables[b]); });

    std::vector<std::vector<std::size_t>> held(tables.size());
    for (std::size_t w = 0; w < words.size(); ++w)
        for (const std::size_t t : order) {
            Box box = tables[t].grid.box();
            box = {box.left - beside_table, box.top - beside_table, box.right + beside_table,
                   box.bottom + beside_table};
            if (!box.holds(words[w].box.centre())) continue;
            held[t].push_back(w);
            break;
        }
    std::vector<bool> taken(words.size());
    for (std::size_t t = 0; t < tables.size(); ++t) {
        RuledTable& table = tables[t];
        std::vector<std::vector<PaperWord>> cells(table.lines.size());
        for (const std::size_t w : held[t])
            place(table.grid, words[w],
                  [&](std::uint32_t cell, PaperWord&& part) { cells[cell].push_back(std::move(part)); });
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            table.blank = false;
            table.lines[i] = lines_of_words(std::move(cells[i]));
        }
        if (has_stacked_rows(table)) {
            table.lines.clear();
            continue;
        }
        for (const std::size_t w : held[t]) taken[w] = true;
    }
    std::erase_if(tables, [](const RuledTable& table) { return table.lines.empty(); });
    std::size_t kept = 0;
    for (std::size_t w = 0; w < words.size(); ++w)
        if (!taken[w]) {
            if (kept != w) words[kept] = std::move(words[w]);
            ++kept;
        }
    words.resize(kept);
    return tables;
}

} // namespace tieout::detail
