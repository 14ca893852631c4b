// SPDX-License-Identifier: MIT
#include "read/pdf/ruled.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
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
/// A row that has lost its lines stands this near to those that have theirs.
constexpr Fixed next_row = thousandths(30'000);
/// Words whose centres differ by no more stand on one line.
constexpr Fixed one_line = thousandths(3'000);

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
bool is_whole_figure(std::string_view text) noexcept {
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
        const auto is_figure = [](const WordLine& line) {
            return line.words.size() == 1 && is_whole_figure(line.words.front().text);
        };
        if (std::count_if(lines.begin(), lines.end(), is_figure) < 2) continue;
        if (++stacked[table.grid.cells[i].row] >= 2) return true;
    }
    return false;
}

/// 20805: the digits of a class or an item, however many they are.
bool is_code(std::string_view text) noexcept {
    return text.size() >= 3 && text.size() <= 7 && text.find_first_not_of("0123456789") == text.npos;
}

/// Whether columns stand beside each other in one cell, with nothing drawn between them: 12.50 7.50, or the code, the name and
/// the figure of an item.
bool has_joined_columns(const RuledTable& table) noexcept {
    return std::any_of(table.lines.begin(), table.lines.end(), [](const auto& lines) {
        return std::any_of(lines.begin(), lines.end(), [](const WordLine& line) {
            const auto is_figure = [](const PaperWord& word) { return is_whole_figure(word.text); };
            const auto other = std::find_if_not(line.words.rbegin(), line.words.rend(), is_figure);
            const auto figures = other - line.words.rbegin();
            return figures >= 2 || (figures == 1 && is_code(line.words.front().text));
        });
    });
}

/// The figures of a page that no grid holds, from the top down.
class FreeFigures {
  public:
    explicit FreeFigures(const std::vector<PaperWord>& words) : words_(words) {
        for (std::size_t w = 0; w < words.size(); ++w)
            if (is_whole_figure(words[w].text)) figures_.push_back(w);
        std::stable_sort(figures_.begin(), figures_.end(),
                         [&](std::size_t a, std::size_t b) { return height_of(a) < height_of(b); });
    }

    /// Whether a row of them stands right above or below the grid: a table that has lost some of its lines goes on there, and
    /// what the grid holds is not all of it.
    [[nodiscard]] bool go_on_outside(const RuledTable& table, const std::vector<bool>& taken) const {
        const Box box = table.grid.box();
        return has_row(box, box.top - next_row, box.top, taken) ||
               has_row(box, box.bottom, box.bottom + next_row, taken);
    }

  private:
    [[nodiscard]] Fixed height_of(std::size_t word) const noexcept { return words_[word].box.centre().y; }
    [[nodiscard]] bool has_row(const Box& box, Fixed top, Fixed bottom,
                               const std::vector<bool>& taken) const {
        auto at = std::partition_point(figures_.begin(), figures_.end(),
                                       [&](std::size_t w) { return height_of(w) <= top; });
        std::optional<Fixed> before;
        for (; at != figures_.end() && height_of(*at) < bottom; ++at) {
            const Point centre = words_[*at].box.centre();
            if (taken[*at] || centre.x <= box.left || centre.x >= box.right) continue;
            if (before && centre.y - *before < one_line) return true;
            before = centre.y;
        }
        return false;
    }

    const std::vector<PaperWord>& words_;
    std::vector<std::size_t> figures_{};
};

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
        if (has_stacked_rows(table) || has_joined_columns(table))
            table.lines.clear();
        else
            for (const std::size_t w : held[t]) taken[w] = true;
    }
    const FreeFigures figures(words);
    // What one table gives back may be a row of another.
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t t = 0; t < tables.size(); ++t) {
            if (tables[t].lines.empty() || !figures.go_on_outside(tables[t], taken)) continue;
            tables[t].lines.clear();
            for (const std::size_t w : held[t]) taken[w] = false;
            changed = true;
        }
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
