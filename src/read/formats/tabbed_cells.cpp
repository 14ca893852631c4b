// SPDX-License-Identifier: MIT
//
// One cell a line, each begun by a tab; rows apart by an empty line. Cells may be broken over lines, with empty lines between,
// so an empty line does not always end a row.
#include "read/formats/printed_ways.hpp"

#include <algorithm>
#include <utility>

#include "read/formats/starts.hpp"

namespace tieout::detail {

namespace {

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

} // namespace

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

} // namespace tieout::detail
