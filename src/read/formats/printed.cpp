// SPDX-License-Identifier: MIT
#include "read/formats/printed.hpp"

#include <algorithm>
#include <utility>

#include <tieout/base/utf8.hpp>

#include "read/formats/aligned.hpp"
#include "read/formats/printed_ways.hpp"
#include "read/formats/spaced.hpp"

namespace tieout::detail {

namespace {

/// Three digits and no fourth: 606 of 3，606.
bool is_group(std::string_view text) noexcept {
    constexpr std::size_t grouped = 3;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    return digits == grouped;
}

} // namespace

bool is_figure(std::string_view text) noexcept {
    bool digit = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0) return false;
        if (c.value >= U'0' && c.value <= U'9') {
            digit = true;
        } else if (digit && c.value == U'，') {
            // In a sentence it may part two numbers; a cell is one.
            if (!is_group(text.substr(at + c.length))) return false;
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

bool only_numbers_columns(std::string_view source, const Line& line) noexcept {
    const std::string_view text = source.substr(line.text.begin, line.text.end - line.text.begin);
    return (text.starts_with("栏次") || text.starts_with("行次")) && line.ideographs % 2 == 0 &&
           line.digits > 0 && text.find('=') == text.npos && text.find("＝") == text.npos;
}

namespace {

/// Whether two lines have the same words, however far apart.
bool same_words(std::string_view source, const Line& a, const Line& b) {
    std::uint32_t i = a.text.begin;
    std::uint32_t k = b.text.begin;
    const auto skip = [&](std::uint32_t& at, std::uint32_t end) {
        while (at < end) {
            const CodePoint c = decode_utf8(source, at);
            if (!is_space(c.value)) return;
            at += std::max<std::uint32_t>(c.length, 1);
        }
    };
    for (;; ++i, ++k) {
        skip(i, a.text.end);
        skip(k, b.text.end);
        if (i >= a.text.end || k >= b.text.end) return i >= a.text.end && k >= b.text.end;
        if (source[i] != source[k]) return false;
    }
}

} // namespace

bool repeats_head(std::string_view source, std::span<const Line> lines, std::size_t at, std::size_t line) {
    constexpr std::size_t most_heads_lines = 6;
    if (lines[line].digits > 0 || lines[line].blank()) return false;
    for (std::size_t head = at; head < line && head < at + most_heads_lines; ++head) {
        // Behind the first figures there are no heads, but for the numbers of the columns.
        if (lines[head].digits > 0 && !only_numbers_columns(source, lines[head])) return false;
        if (lines[head].ideographs == lines[line].ideographs && !lines[head].blank() &&
            same_words(source, lines[head], lines[line]))
            return line > head + 1;
    }
    return false;
}

const std::array<TableFinder::Entry, 13> TableFinder::forms = {{
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
    {lined_cells, [](const Line& line) { return !line.blank() && !line.clause && line.width <= 60; }},
    {spaced_rows, [](const Line& line) { return !line.blank() && !line.clause; }},
    {coded_cells, [](const Line& line) { return !line.blank() && !line.clause && line.width <= 120; }},
    {cell_lines, [](const Line& line) { return !line.blank() && line.width <= 60 && !line.clause; }},
    {two_sided_cells, [](const Line& line) { return !line.blank() && line.width <= 40 && !line.clause; }},
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
