// SPDX-License-Identifier: MIT
#include "read/text/tables.hpp"

#include <algorithm>
#include <utility>

#include <tieout/base/utf8.hpp>

#include "read/text/starts.hpp"

namespace tieout::detail {

namespace {

using Rows = std::vector<std::vector<Cell>>;

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

// ── one cell a line, each begun by a tab; rows apart by an empty line ────────────────────────────────────────────────
//
// Cells may be broken over lines, with empty lines between, so an empty line does not always end a row.

/// Lines that a cell broken over lines may take, and columns of each of them.
constexpr std::size_t most_lines_of_cell = 12;
constexpr std::uint32_t widest_line_of_cell = 60;

/// Whether what follows the cell at `at` up to the next line with a tab is the rest of that cell.
bool goes_on(std::string_view source, std::span<const Line> lines, std::size_t at) {
    for (std::size_t i = at, seen = 0; i < lines.size() && i - at < 3 * most_lines_of_cell; ++i) {
        const Line& line = lines[i];
        if (line.tabbed) return seen > 0;
        if (line.blank()) continue;
        if (++seen > most_lines_of_cell || line.width > widest_line_of_cell || line.sentence ||
            line.tabs > 0 || begins_paragraph(source, line))
            return false;
    }
    return false;
}

/// Fragments that make up one row between them become that row. `sizes` are the cells of each fragment.
std::vector<std::size_t> rows_of_fragments(const std::vector<std::size_t>& sizes) {
    // The number of columns that most rows have.
    std::vector<std::size_t> sorted = sizes;
    std::sort(sorted.begin(), sorted.end());
    std::size_t usual = 0;
    for (std::size_t i = 0, most = 0; i < sorted.size();) {
        std::size_t end = i;
        while (end < sorted.size() && sorted[end] == sorted[i]) ++end;
        if (end - i >= most) most = end - i, usual = sorted[i];
        i = end;
    }
    std::vector<bool> in_a_run(sizes.size());
    for (std::size_t i = 2; i < sizes.size(); ++i)
        if (sizes[i - 2] == sizes[i] && sizes[i - 1] == sizes[i])
            in_a_run[i - 2] = in_a_run[i - 1] = in_a_run[i] = true;
    // How many fragments make up the row that begins at i, if it has `columns` columns; 0 if none do.
    const auto together = [&](std::size_t i, std::size_t columns) -> std::size_t {
        // Rows like those around them are complete.
        if (in_a_run[i]) return 0;
        std::size_t sum = 0;
        for (std::size_t end = i; end < sizes.size() && sum < columns; ++end) {
            sum += sizes[end];
            if (sum == columns && end > i) return end - i + 1;
        }
        return 0;
    };
    std::vector<std::size_t> counts;
    std::size_t columns = 0;
    for (std::size_t i = 0; i < sizes.size();) {
        std::size_t count = sizes[i] < columns ? together(i, columns) : 0;
        if (count == 0 && sizes[i] < usual && usual != columns) count = together(i, usual);
        count = std::max<std::size_t>(count, 1);
        if (count == 1 && sizes[i] > columns) columns = sizes[i];
        counts.push_back(count);
        i += count;
    }
    return counts;
}

PrintedTable tabbed_cells(std::string_view source, std::span<const Line> lines, std::size_t at) {
    const auto is_cell = [&](std::size_t i) {
        return i < lines.size() && lines[i].tabbed && lines[i].tabs == 0;
    };
    if (!is_cell(at)) return {};
    Rows fragments(1);
    std::size_t i = at;
    while (is_cell(i)) {
        CellWriter cell;
        const std::uint32_t begin = lines[i].text.begin;
        cell.put(source, lines[i]);
        ++i;
        if (goes_on(source, lines, i)) {
            for (; !lines[i].tabbed; ++i) cell.put(source, lines[i]);
            while (lines[i - 1].blank()) --i;
        }
        fragments.back().push_back(cell.finish(begin));
        std::size_t next = i;
        while (next < lines.size() && lines[next].blank() && !lines[next].tabbed) ++next;
        if (!is_cell(next)) break;
        if (next > i) fragments.emplace_back();
        i = next;
    }
    std::vector<std::size_t> sizes;
    for (const auto& fragment : fragments) sizes.push_back(fragment.size());
    Rows rows;
    std::size_t from = 0;
    for (const std::size_t count : rows_of_fragments(sizes)) {
        auto& row = rows.emplace_back(std::move(fragments[from]));
        for (std::size_t k = 1; k < count; ++k)
            std::move(fragments[from + k].begin(), fragments[from + k].end(), std::back_inserter(row));
        from += count;
    }
    return {table_of(std::move(rows)), i - at};
}

// ── one cell a line, each ended by a bar ─────────────────────────────────────────────────────────────────────────────

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

PrintedTable barred_cells(std::string_view source, std::span<const Line> lines, std::size_t at) {
    const auto is_cell = [&](std::size_t i) {
        return i < lines.size() && lines[i].bars == 1 && (lines[i].last == U'|' || lines[i].last == U'│');
    };
    std::vector<Cell> cells;
    std::size_t i = at;
    for (; is_cell(i); ++i) {
        Span text = lines[i].text;
        // The bar is the last character of the line, and one or three bytes long.
        while ((static_cast<unsigned char>(source[text.end - 1]) & 0xC0U) == 0x80U) --text.end;
        --text.end;
        Cell& cell = cells.emplace_back();
        cell.text = passage_of(source, text);
        cell.indent = lines[i].indent;
    }
    const std::size_t columns = columns_of_sequence(cells);
    if (columns == 0) return {std::nullopt, i - at};
    Rows rows;
    for (std::size_t k = 0; k < cells.size(); ++k) {
        if (k % columns == 0) rows.emplace_back();
        rows.back().push_back(std::move(cells[k]));
    }
    return {table_of(std::move(rows)), i - at};
}

} // namespace

bool is_figure(std::string_view text) noexcept {
    bool digit = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0) return false;
        if (c.value >= U'0' && c.value <= U'9') {
            digit = true;
        } else if (digit ? c.value != U'.' && c.value != U',' && c.value != U'%'
                         : c.value != U'-' && c.value != U'—' && c.value != U'/' && c.value != U'+') {
            return false;
        }
        at += c.length;
    }
    return true;
}

std::optional<Table> table_of(Rows rows) {
    Table table;
    table.rows = static_cast<std::uint32_t>(rows.size());
    for (const auto& row : rows)
        table.columns = std::max(table.columns, static_cast<std::uint32_t>(row.size()));
    std::size_t printed = 0;
    for (const auto& row : rows) printed += row.size();
    if (!is_sensible(table.rows, table.columns, printed)) return std::nullopt;
    table.cells.reserve(std::size_t{table.rows} * table.columns);
    for (std::uint32_t r = 0; r < table.rows; ++r) {
        auto& row = rows[r];
        table.printed.push_back(static_cast<std::uint32_t>(row.size()));
        const std::uint32_t end = row.empty() ? 0 : row.back().text.from.back();
        for (std::uint32_t c = 0; c < table.columns; ++c) {
            Cell cell;
            if (c < row.size()) {
                cell = std::move(row[c]);
            } else {
                cell.text.from.push_back(end);
            }
            cell.row = r;
            cell.column = c;
            table.cells.push_back(std::move(cell));
        }
    }
    return table;
}

PrintedTable table_at(std::string_view source, std::span<const Line> lines, std::size_t at) {
    if (lines[at].tabbed) {
        if (auto found = tabbed_cells(source, lines, at); found.lines > 0) return found;
    }
    if (lines[at].bars > 0) {
        if (auto found = barred_cells(source, lines, at); found.lines > 0) return found;
    }
    return {};
}

} // namespace tieout::detail
