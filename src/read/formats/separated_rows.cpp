// SPDX-License-Identifier: MIT
//
// Rows of cells with tabs or bars between.
#include "read/formats/printed_ways.hpp"

#include <algorithm>
#include <utility>

#include <tieout/base/utf8.hpp>

namespace tieout::detail {

namespace {

/// The parts of a line between its separators; bars at either end of it separate nothing.
std::vector<Cell> parts_of(std::string_view source, const Line& line, bool bars) {
    std::vector<Cell> parts;
    const Span all = bars ? line.text : line.whole;
    std::uint32_t begin = all.begin;
    const auto add = [&](std::uint32_t end) {
        Cell& cell = parts.emplace_back();
        cell.text = passage_of(source, {begin, end});
        for (std::uint32_t at = begin; at < end;) {
            const CodePoint c = decode_utf8(source, at);
            if (!is_space(c.value) || c.length == 0) break;
            cell.indent += columns_of(c.value);
            at += c.length;
        }
    };
    for (std::uint32_t at = all.begin; at < all.end;) {
        const CodePoint c = decode_utf8(source, at);
        const std::uint32_t length = std::max<std::uint32_t>(c.length, 1);
        if (bars ? is_bar(c.value) || c.value == U'｜' : c.value == U'\t') {
            if (!bars || at > all.begin) add(at);
            begin = at + length;
        }
        at += length;
    }
    if (!bars || begin < all.end) add(all.end);
    return parts;
}

bool has_figure(const std::vector<Cell>& cells) noexcept {
    return std::any_of(cells.begin(), cells.end(),
                       [](const Cell& cell) { return !cell.text.empty() && is_figure(cell.text.text); });
}

/// Whether tabs stand in the line; of a row whose other cells are empty only those behind its name are left.
bool has_tab(std::string_view source, const Line& line) noexcept {
    return line.tabs > 0 || (!line.blank() && !line.tabbed && line.whole.end > line.text.end &&
                             source[line.whole.end - 1] == '\t');
}

/// Whether a line that begins with tabs goes on with the rows above it: the cells before its only one are empty, where a
/// paragraph would begin with one tab at most.
bool is_only_cell(std::string_view source, const Line& line) noexcept {
    if (line.blank() || !line.tabbed) return false;
    const std::string_view whole = source.substr(line.whole.begin, line.whole.end - line.whole.begin);
    return whole.starts_with("\t\t") || whole.ends_with('\t');
}

} // namespace

std::optional<Table> tabbed_rows(std::string_view source, std::span<const Line> lines, std::size_t at,
                                 std::size_t& end) {
    Rows rows;
    std::size_t with_figures = 0;
    std::size_t wide = 0;
    const auto is_row = [&](std::size_t line) {
        return has_tab(source, lines[line]) || (line > at && is_only_cell(source, lines[line]));
    };
    for (end = at; end < lines.size() && is_row(end); ++end) {
        auto cells = parts_of(source, lines[end], false);
        // What is only empty at the end of each row is no column.
        while (cells.size() > 1 && cells.back().text.empty()) cells.pop_back();
        with_figures += has_figure(cells) ? 1 : 0;
        wide += cells.size() > 2 ? 1 : 0;
        rows.push_back(std::move(cells));
    }
    // Numbers of headings may have a tab behind them.
    if (with_figures == 0 && wide < 2) return std::nullopt;
    return placed(table_of(std::move(rows)), Placing::separated);
}

namespace {

/// Whether a line only draws: |---|:--:|, +----+, ├──┼──┤, ------.
bool is_drawn(std::string_view source, const Line& line) {
    if (line.blank() || line.ideographs > 0 || line.digits > 0) return false;
    for (std::uint32_t at = line.text.begin; at < line.text.end;) {
        const CodePoint c = decode_utf8(source, at);
        const bool frame = c.value >= 0x2500 && c.value <= 0x257F;
        if (!frame && std::u32string_view(U"|+-=: ").find(c.value) == std::u32string_view::npos) return false;
        at += std::max<std::uint32_t>(c.length, 1);
    }
    return line.characters >= 3;
}

/// Whether two lines have figures in one column: then they are two rows, whatever is drawn between them.
bool figures_meet(const std::vector<Cell>& row, const std::vector<Cell>& line) {
    for (std::size_t i = 0; i < row.size() && i < line.size(); ++i)
        if (!row[i].text.empty() && !line[i].text.empty() && is_figure(row[i].text.text) &&
            is_figure(line[i].text.text))
            return true;
    return false;
}

} // namespace

std::optional<Table> barred_rows(std::string_view source, std::span<const Line> lines, std::size_t at,
                                 std::size_t& end) {
    // With a drawn line between all rows, a row may take several lines.
    bool grid = lines[at].first == U'+' ||
                (lines[at].first >= 0x2500 && lines[at].first <= 0x257F && !is_bar(lines[at].first));
    if (grid && !is_drawn(source, lines[at])) {
        end = at + 1;
        return std::nullopt;
    }
    Rows rows;
    bool begins_row = true;
    for (end = at; end < lines.size(); ++end) {
        const Line& line = lines[end];
        if (is_drawn(source, line)) {
            begins_row = true;
            continue;
        }
        const bool open = is_bar(line.last) && !is_bar(line.first);
        if (line.bars == 0 || (open && line.bars == 1 && rows.empty())) break;
        auto cells = parts_of(source, line, true);
        // The last cell of a row without bars at its ends is empty.
        if (open && !rows.empty() && cells.size() + 1 == rows.front().size()) {
            cells.emplace_back().text.from.push_back(line.text.end);
        }
        if (!grid || begins_row || rows.empty() || rows.back().size() != cells.size() ||
            figures_meet(rows.back(), cells)) {
            rows.push_back(std::move(cells));
        } else {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                Passage& text = rows.back()[i].text;
                const Passage& more = cells[i].text;
                if (more.empty()) continue;
                if (text.empty()) rows.back()[i].indent = cells[i].indent;
                text.text += more.text;
                text.from.pop_back();
                text.from.insert(text.from.end(), more.from.begin(), more.from.end());
            }
        }
        begins_row = false;
    }
    if (end == at) end = at + 1;
    const std::size_t columns = rows.empty() ? 0 : rows.front().size();
    const bool even =
        std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return row.size() == columns; });
    // Bars between the words of a menu make no table.
    if (!even && !is_bar(lines[at].first) && !grid) return std::nullopt;
    if (!std::any_of(rows.begin(), rows.end(), has_figure) && columns < 3) return std::nullopt;
    return placed(table_of(std::move(rows)), Placing::separated);
}

} // namespace tieout::detail
