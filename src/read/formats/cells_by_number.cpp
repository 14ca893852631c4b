// SPDX-License-Identifier: MIT
//
// One cell a line, each ended by a bar, or without any mark: that only where the head, the labels and the figures leave no other
// way to read them.
#include "read/formats/printed_ways.hpp"

#include <algorithm>
#include <utility>

#include <tieout/base/utf8.hpp>

#include "read/formats/starts.hpp"
#include "read/vocabulary/frame_lines.hpp"

namespace tieout::detail {

namespace {

/// The number of columns of cells that stand one behind the other, told by where the first number stands; 0 if they
/// fit no such table.
std::size_t columns_of_sequence(const std::vector<Cell>& cells) {
    std::size_t first = 0;
    while (first < cells.size() && (cells[first].text.empty() || !is_figure(cells[first].text.text))) ++first;
    if (first == cells.size() || first < 3) return 0;
    const auto fits = [&](std::size_t columns) {
        if (columns < 2 || cells.size() % columns != 0 || cells.size() / columns < 2) return false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool label = i % columns == 0 || i < columns;
            // Heads and labels are words.
            if (label && is_figure(cells[i].text.text)) return false;
        }
        return true;
    };
    // The label of the first row stands between the head and the first number.
    return fits(first - 1) ? first - 1 : 0;
}

Rows rows_of_columns(std::vector<Cell> cells, std::size_t columns) {
    Rows rows;
    for (std::size_t k = 0; k < cells.size(); ++k) {
        if (k % columns == 0) rows.emplace_back();
        rows.back().push_back(std::move(cells[k]));
    }
    return rows;
}

} // namespace

std::optional<Table> barred_cells(std::string_view source, std::span<const Line> lines, std::size_t at,
                                  std::size_t& end) {
    std::vector<Cell> cells;
    for (end = at; end < lines.size() && lines[end].bars == 1 && is_bar(lines[end].last); ++end) {
        Span text = lines[end].text;
        // The bar is the last character of the line, and one or three bytes long.
        do --text.end;
        while (continues_utf8(source[text.end]));
        Cell& cell = cells.emplace_back();
        cell.text = passage_of(source, text);
        cell.indent = lines[end].indent;
    }
    const std::size_t columns = columns_of_sequence(cells);
    return columns == 0 ? std::nullopt
                        : placed(table_of(rows_of_columns(std::move(cells), columns)), Placing::counted);
}

std::optional<Table> bare_cells(std::string_view source, std::span<const Line> lines, std::size_t at,
                                std::size_t& end) {
    constexpr std::uint32_t widest = 40;
    const auto is_cell = [&](const Line& line) {
        return !line.blank() && line.width <= widest && !line.clause && !line.tabbed && line.tabs == 0 &&
               line.bars == 0 && line.gaps == 0;
    };
    end = at;
    // The name and the unit of the table, and headings, stand before it.
    if (!is_cell(lines[at]) || begins_paragraph(source, lines[at])) return std::nullopt;
    const Passage first = passage_of(source, lines[at].text);
    if (is_figure(first.text) || is_table_name(first.text) || is_unit_line(first.text)) return std::nullopt;
    // The head is not as wide as that; where no figure follows, there is no table.
    constexpr std::size_t widest_head = 64;
    std::size_t figure = at;
    while (end < lines.size() && is_cell(lines[end])) ++end;
    while (figure < end && (lines[figure].digits == 0 || lines[figure].ideographs > 0)) ++figure;
    if (figure - at > widest_head || end - at < 6) return std::nullopt;
    std::vector<Cell> cells;
    for (end = at; end < lines.size() && is_cell(lines[end]); ++end) {
        Cell& cell = cells.emplace_back();
        cell.text = passage_of(source, lines[end].text);
        cell.indent = lines[end].indent;
    }
    const std::size_t columns = columns_of_sequence(cells);
    if (columns == 0 || cells.size() / columns < 3) return std::nullopt;
    for (std::size_t i = columns; i < cells.size(); ++i)
        if (i % columns != 0 && !is_figure(cells[i].text.text) && cells[i].text.text != "无")
            return std::nullopt;
    return placed(table_of(rows_of_columns(std::move(cells), columns)), Placing::counted);
}

} // namespace tieout::detail
