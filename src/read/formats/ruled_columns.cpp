// SPDX-License-Identifier: MIT
//
// Columns under a ruled line, as pandoc writes them: "------ ------" under the head says where they are. Where a line is ruled
// across the whole table first, rows may take several lines, with an empty line between them.
#include "read/formats/printed_ways.hpp"

#include <algorithm>
#include <utility>

#include <tieout/base/utf8.hpp>

namespace tieout::detail {

namespace {

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

} // namespace

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

} // namespace tieout::detail
