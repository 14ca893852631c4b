// SPDX-License-Identifier: MIT
//
// Columns that stand below each other.
#include "read/formats/printed_ways.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include <tieout/base/utf8.hpp>

#include "read/formats/starts.hpp"
#include "read/vocabulary/heads.hpp"

namespace tieout::detail {

namespace {

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

/// 款 and 项 are columns of their own where no row has a code in them.
void add_empty_codes(std::string_view source, std::span<const std::vector<Segment>> rows,
                     std::vector<Segment>& columns) {
    constexpr std::size_t most_head_rows = 6;
    for (const std::vector<Segment>& row : rows.first(std::min(rows.size(), most_head_rows)))
        for (const Segment& segment : row) {
            const Passage text = passage_of(source, segment.text);
            if (is_figure(text.text)) return;
            const auto next = std::find_if(columns.begin(), columns.end(),
                                           [&](const Segment& column) { return column.end > segment.begin; });
            const bool over_none = next == columns.end() || next->begin >= segment.end;
            const HeadWord* const word = head_word_in(text.text);
            if (over_none && word != nullptr && word->role == HeadRole::code) columns.insert(next, segment);
        }
}

} // namespace

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
        if (end > at && (only_numbers_columns(source, line) || repeats_head(source, lines, at, end)))
            continue;
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
    add_empty_codes(source, printed, columns);
    most = columns.size();
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
                // The place of the next part is not its own.
                const std::size_t after = static_cast<std::size_t>(&segment - printed[r].data()) + 1;
                if (!left && after < printed[r].size() && printed[r][after].begin < columns[first].end)
                    return std::nullopt;
                last = first + 1;
            }
            // A year may head several columns; an amount under two of them says that they are not where they seem.
            const Passage text = passage_of(source, segment.text);
            if (last - first > 1 && is_figure(text.text) && text.text.size() > 4) return std::nullopt;
            put_empty(first);
            Cell& cell = table.cells.emplace_back();
            cell.row = r;
            cell.column = first;
            cell.columns = last - first;
            cell.text = text;
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

} // namespace tieout::detail
