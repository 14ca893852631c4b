// SPDX-License-Identifier: MIT
#include "read/formats/printed.hpp"

#include <algorithm>
#include <utility>

#include <tieout/base/utf8.hpp>

#include "read/formats/aligned.hpp"
#include "read/formats/spaced.hpp"
#include "read/formats/starts.hpp"
#include "read/vocabulary/frame_lines.hpp"

namespace tieout::detail {

namespace {

using Rows = std::vector<std::vector<Cell>>;

std::optional<Table> placed(std::optional<Table> table, Placing placing) {
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

std::optional<Table> tabbed_cells(std::string_view source, std::span<const Line> lines, std::size_t at,
                                  std::size_t& end) {
    const auto is_cell = [&](std::size_t i) {
        return i < lines.size() && lines[i].tabbed && lines[i].tabs == 0;
    };
    std::size_t filled = 0;
    std::size_t prose = 0;
    Rows fragments(1);
    std::size_t i = at;
    while (is_cell(i)) {
        CellWriter cell;
        filled += lines[i].blank() ? 0 : 1;
        prose += lines[i].stop && lines[i].width > 40 ? 1 : 0;
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
    end = i;
    // Paragraphs may begin with a tab, too.
    if (prose * 3 > filled) return std::nullopt;
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
    return placed(table_of(std::move(rows)), Placing::counted);
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

Rows rows_of_columns(std::vector<Cell> cells, std::size_t columns) {
    Rows rows;
    for (std::size_t k = 0; k < cells.size(); ++k) {
        if (k % columns == 0) rows.emplace_back();
        rows.back().push_back(std::move(cells[k]));
    }
    return rows;
}

bool is_bar(char32_t c) noexcept { return c == U'|' || c == U'│' || c == U'┃'; }

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

// ── one cell a line, without any mark ────────────────────────────────────────────────────────────────────────────────
//
// Only where the head, the labels and the figures leave no other way to read them.

std::optional<Table> bare_cells(std::string_view source, std::span<const Line> lines, std::size_t at,
                                std::size_t& end) {
    constexpr std::uint32_t widest = 40;
    const auto is_cell = [&](const Line& line) {
        return !line.blank() && line.width <= widest && !line.clause && !line.tabbed && line.tabs == 0 &&
               line.bars == 0 && line.gaps == 0;
    };
    end = at;
    // The name and the unit of the table, and headings, stand before it.
    const Passage first = passage_of(source, lines[at].text);
    if (!is_cell(lines[at]) || is_table_name(first.text) || is_unit_line(first.text) ||
        is_figure(first.text) || begins_paragraph(source, lines[at]))
        return std::nullopt;
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

// ── rows of cells with tabs or bars between ──────────────────────────────────────────────────────────────────────────

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

std::optional<Table> tabbed_rows(std::string_view source, std::span<const Line> lines, std::size_t at,
                                 std::size_t& end) {
    Rows rows;
    std::size_t with_figures = 0;
    std::size_t wide = 0;
    for (end = at; end < lines.size() && has_tab(source, lines[end]); ++end) {
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
        if (!grid || begins_row || rows.empty() || rows.back().size() != cells.size()) {
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

// ── columns under a ruled line ───────────────────────────────────────────────────────────────────────────────────────
//
// What pandoc writes: "------ ------" under the head says where the columns are. Where a line is ruled across the whole
// table first, rows may take several lines, with an empty line between them.

/// Where the groups of dashes of a ruled line begin; none if it is no such line.
std::vector<std::uint32_t> ruled(std::string_view source, const Line& line) {
    std::vector<std::uint32_t> begins;
    if (line.first != U'-' || line.last != U'-' || line.digits > 0 || line.ideographs > 0) return begins;
    bool in_group = false;
    for (std::uint32_t at = line.text.begin; at < line.text.end; ++at) {
        if (source[at] != '-' && source[at] != ' ') return {};
        const bool dash = source[at] == '-';
        if (dash && !in_group) begins.push_back(line.indent + (at - line.text.begin));
        in_group = dash;
    }
    return line.characters >= 4 ? begins : std::vector<std::uint32_t>{};
}

/// Adds what the line holds in each column to the cells of a row.
void put_columns(std::string_view source, const Line& line, const std::vector<std::uint32_t>& begins,
                 std::vector<CellWriter>& row) {
    Line part = line;
    part.characters = 0;
    std::size_t column = 0;
    std::uint32_t at_column = line.indent;
    const auto flush = [&] {
        row[column].put(source, part);
        part.characters = 0;
    };
    for (std::uint32_t at = line.text.begin; at < line.text.end;) {
        const CodePoint c = decode_utf8(source, at);
        const std::uint32_t length = std::max<std::uint32_t>(c.length, 1);
        while (column + 1 < begins.size() && at_column >= begins[column + 1]) {
            flush();
            ++column;
        }
        if (!is_space(c.value)) {
            if (part.characters++ == 0) {
                part.text.begin = at;
                part.indent = at_column > begins[column] ? at_column - begins[column] : 0;
            }
            part.text.end = at + length;
        }
        at_column += columns_of(c.value);
        at += length;
    }
    flush();
}

std::optional<Table> ruled_columns(std::string_view source, std::span<const Line> lines, std::size_t at,
                                   std::size_t& end) {
    constexpr std::size_t most_lines_of_head = 8;
    end = at + 1;
    const auto is_rule = [&](std::size_t i, bool groups) {
        const std::size_t count = i < lines.size() ? ruled(source, lines[i]).size() : 0;
        return groups ? count >= 2 : count == 1;
    };
    const bool several = is_rule(at, false) && lines[at].width >= 10;
    const std::size_t head = several ? at + 1 : at;
    std::size_t rule = head;
    while (rule < lines.size() && rule - head < (several ? most_lines_of_head : 1) && !lines[rule].blank() &&
           !is_rule(rule, true))
        ++rule;
    if (!is_rule(rule, true)) return std::nullopt;
    const std::vector<std::uint32_t> begins = ruled(source, lines[rule]);
    if (begins.size() > most_columns) return std::nullopt;
    Rows rows;
    std::vector<CellWriter> row(begins.size());
    std::uint32_t row_begin = 0;
    bool any = false;
    const auto finish = [&] {
        if (!any) return;
        auto& cells = rows.emplace_back();
        for (CellWriter& cell : row) cells.push_back(cell.finish(row_begin));
        row = std::vector<CellWriter>(begins.size());
        any = false;
    };
    const auto put = [&](const Line& line) {
        if (!any) row_begin = line.text.begin;
        any = true;
        put_columns(source, line, begins, row);
    };
    for (std::size_t i = head; i < rule; ++i) put(lines[i]);
    finish();
    std::size_t i = rule + 1;
    for (; i < lines.size() && ruled(source, lines[i]).empty(); ++i) {
        const Line& line = lines[i];
        if (line.tabbed || line.tabs > 0) break;
        if (line.blank()) {
            if (!several) break;
            finish();
            continue;
        }
        put(line);
        if (!several) finish();
    }
    finish();
    const bool closed = i < lines.size() && !ruled(source, lines[i]).empty();
    if (several && !closed) return std::nullopt;
    end = closed ? i + 1 : i;
    return placed(table_of(std::move(rows)), Placing::guessed);
}

// ── columns that stand below each other ──────────────────────────────────────────────────────────────────────────────

/// A part of a line with a gap, or nothing, on either side, and the columns of the paper that it takes.
struct Segment {
    Span text{};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

std::vector<Segment> segments_of(std::string_view source, const Line& line) {
    std::vector<Segment> segments;
    std::uint32_t column = line.indent;
    std::uint32_t gap = 2;
    for (std::uint32_t at = line.text.begin; at < line.text.end;) {
        const CodePoint c = decode_utf8(source, at);
        const std::uint32_t length = std::max<std::uint32_t>(c.length, 1);
        const std::uint32_t columns = columns_of(c.value);
        if (is_space(c.value)) {
            gap += columns;
        } else if (columns > 0) {
            if (gap >= 2) segments.push_back({{at, at}, column, column});
            gap = 0;
            segments.back().text.end = at + length;
            segments.back().end = column + columns;
        }
        column += columns;
        at += length;
    }
    return segments;
}

std::optional<Table> aligned_columns(std::string_view source, std::span<const Line> lines, std::size_t at,
                                     std::size_t& end) {
    constexpr std::uint32_t widest_label = 60;
    const auto is_row = [&](const Line& line) {
        return !line.blank() && !line.tabbed && line.tabs == 0 && line.bars == 0 && line.gaps > 0 &&
               !(line.stop && line.width > 60 && line.gaps < 3);
    };
    std::vector<std::vector<Segment>> printed;
    std::size_t with_figures = 0;
    std::size_t most = 0;
    for (end = at; end < lines.size(); ++end) {
        const Line& line = lines[end];
        std::size_t next = end;
        // One empty line, or one line of a label, may stand between rows.
        if (!is_row(line)) {
            next = end + 1;
            if (end == at || next >= lines.size() || !is_row(lines[next])) break;
            if (!line.blank() && (line.sentence || line.width > widest_label || line.tabs + line.bars > 0 ||
                                  line.tabbed || begins_paragraph(source, line)))
                break;
            if (line.blank() && (line.new_page || lines[next].new_page)) break;
            if (line.blank()) continue;
        }
        auto segments = segments_of(source, line);
        bool figure = false;
        for (const Segment& segment : segments)
            figure = figure || is_figure(passage_of(source, segment.text).text);
        with_figures += figure && segments.size() > 1 ? 1 : 0;
        most = std::max(most, segments.size());
        printed.push_back(std::move(segments));
    }
    if (end == at) end = at + 1;
    if (with_figures < 2 || most < 2 || most > most_columns) return std::nullopt;
    // The rows with the most parts show where the columns are.
    std::vector<Segment> columns;
    std::size_t full = 0;
    for (const auto& segments : printed) {
        if (segments.size() != most) continue;
        ++full;
        if (columns.empty()) columns = segments;
        for (std::size_t c = 0; c < most; ++c) {
            columns[c].begin = std::min(columns[c].begin, segments[c].begin);
            columns[c].end = std::max(columns[c].end, segments[c].end);
        }
    }
    if (full < 2) return std::nullopt;
    for (std::size_t c = 1; c < most; ++c)
        if (columns[c].begin < columns[c - 1].end) return std::nullopt;
    Table table;
    table.rows = static_cast<std::uint32_t>(printed.size());
    table.columns = static_cast<std::uint32_t>(most);
    if (!is_sensible(table.rows, table.columns, printed.size() * 2)) return std::nullopt;
    for (std::uint32_t r = 0; r < table.rows; ++r) {
        std::uint32_t column = 0;
        std::uint32_t where = printed[r].front().text.begin;
        const auto put_empty = [&](std::uint32_t to) {
            for (; column < to; ++column) {
                Cell& cell = table.cells.emplace_back();
                cell.row = r;
                cell.column = column;
                cell.text.from.push_back(where);
            }
        };
        for (const Segment& segment : printed[r]) {
            // The columns below or above it; a head may stand over several.
            std::uint32_t first = column;
            while (first < table.columns && columns[first].end <= segment.begin) ++first;
            std::uint32_t last = first;
            while (last < table.columns && columns[last].begin < segment.end) ++last;
            if (first == last) {
                // Between two columns: the nearer one, if it is still free and one is plainly nearer.
                const bool left =
                    first > column && (first == table.columns || segment.begin - columns[first - 1].end + 2 <
                                                                     columns[first].begin - segment.end);
                if (left) --first;
                if (first == table.columns) return std::nullopt;
                last = first + 1;
            }
            put_empty(first);
            Cell& cell = table.cells.emplace_back();
            cell.row = r;
            cell.column = first;
            cell.columns = last - first;
            cell.text = passage_of(source, segment.text);
            cell.indent = segment.begin > columns[first].begin ? segment.begin - columns[first].begin : 0;
            where = cell.text.from.back();
            column = last;
        }
        put_empty(table.columns);
    }
    table.printed.assign(table.rows, table.columns);
    table.placing = Placing::guessed;
    return table;
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

const std::array<TableFinder::Entry, 11> TableFinder::forms = {{
    {tabbed_cells, [](const Line& line) { return line.tabbed && line.tabs == 0; }},
    {tabbed_rows, [](const Line& line) { return line.tabs > 0; }},
    {barred_cells, [](const Line& line) { return line.bars == 1 && is_bar(line.last); }},
    {barred_rows,
     [](const Line& line) {
         return line.bars > 0 || (line.first == U'+' && line.last == U'+') ||
                (line.first >= 0x2500 && line.first <= 0x257F && line.ideographs == 0);
     }},
    {ruled_columns, [](const Line& line) { return line.gaps > 0 || line.first == U'-'; }},
    {aligned_columns, [](const Line& line) { return line.gaps > 0; }},
    {clustered_columns, [](const Line& line) { return line.gaps > 0; }},
    {spaced_rows, [](const Line& line) { return !line.blank() && !line.clause; }},
    {coded_cells, [](const Line& line) { return !line.blank() && !line.clause && line.width <= 120; }},
    {cell_lines, [](const Line& line) { return !line.blank() && line.width <= 60 && !line.clause; }},
    {bare_cells, [](const Line& line) { return !line.blank() && line.width <= 40 && !line.clause; }},
}};

std::optional<PrintedTable> TableFinder::at(std::size_t at) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (at < in_vain_before_[i] || !forms[i].begins(lines_[at])) continue;
        std::size_t end = at;
        if (auto table = forms[i].form(source_, lines_, at, end))
            return PrintedTable{std::move(*table), end - at};
        in_vain_before_[i] = end;
    }
    return std::nullopt;
}

} // namespace tieout::detail
