// SPDX-License-Identifier: MIT
#include "read/tables/join.hpp"

#include "read/tables/sheet.hpp"

#include <algorithm>
#include <functional>

namespace tieout::detail {

namespace {

/// The block that the table is of.
std::vector<Block>::const_iterator block_of(const Page& page, const Table& table) {
    const std::vector<Block>& blocks = page.blocks;
    const auto self = std::partition_point(blocks.begin(), blocks.end(), [&](const Block& block) {
        return std::less<>{}(&block.table, &table);
    });
    return self != blocks.end() && &self->table == &table ? self : blocks.end();
}

/// Texts of the first rows of both that are the same.
std::uint32_t repeated_rows(const Table& table, const Table& next) {
    std::uint32_t rows = 0;
    std::size_t at = 0;
    constexpr std::uint32_t most_heads = 12;
    while (rows < most_heads) {
        const std::size_t begin = at;
        Figure figure;
        bool words = false;
        while (at < table.cells.size() && at < next.cells.size() && table.cells[at].row == rows) {
            const Cell& one = table.cells[at];
            const Cell& other = next.cells[at];
            if (one.text.text != other.text.text || other.row != one.row || other.column != one.column)
                return rows;
            words = words || kind_of_cell(one.text.text, figure) == CellKind::words;
            ++at;
        }
        if (at == begin || !words) return rows;
        ++rows;
    }
    return rows;
}

bool begins_with_figures(const Table& table) {
    Figure figure;
    for (const Cell& cell : table.cells) {
        if (cell.row != 0) break;
        if (kind_of_cell(cell.text.text, figure) == CellKind::number) return true;
    }
    return false;
}

bool goes_on(const Table& table, const Block& block) {
    if (block.kind != Block::Kind::table || block.table.cells.empty()) return false;
    const Table& next = block.table;
    const std::string_view name = next.frame.name.text;
    const bool said = next.frame.continues && !table.frame.name.empty();
    if ((!name.empty() && !said) || next.columns != table.columns) return false;
    return repeated_rows(table, next) > 0 || begins_with_figures(next);
}

/// Adds the rows of the next table, but for those that repeat the heads.
void append(Table& table, const Table& next) {
    const std::uint32_t repeated = repeated_rows(table, next);
    const std::uint32_t rows = table.rows;
    for (const Cell& cell : next.cells) {
        if (cell.row < repeated) continue;
        const std::uint32_t address = next.first_row + cell.row + cell.left_out;
        Cell& put = table.cells.emplace_back(cell);
        put.row = cell.row - repeated + rows;
        // In a file of rows and columns it keeps the address that it has there.
        const std::uint32_t behind = table.first_row + put.row;
        put.left_out = address > behind ? address - behind : 0;
    }
    table.rows = rows + next.rows - std::min(repeated, next.rows);
    for (std::size_t r = repeated; r < next.printed.size(); ++r) table.printed.push_back(next.printed[r]);
    if (next.placing > table.placing) table.placing = next.placing;
}

} // namespace

std::optional<Table> joined_with_next(const Page& page, const Table& table) {
    std::optional<Table> whole;
    auto next = block_of(page, table);
    if (next == page.blocks.end()) return whole;
    const Table* last = &table;
    for (++next; next != page.blocks.end() && goes_on(*last, *next); ++next) {
        if (!whole) whole = table;
        append(*whole, next->table);
        last = &next->table;
    }
    return whole;
}

bool continues_another(const Page& page, const Table& table) {
    const auto self = block_of(page, table);
    return self != page.blocks.end() && self != page.blocks.begin() &&
           std::prev(self)->kind == Block::Kind::table && goes_on(std::prev(self)->table, *self);
}

} // namespace tieout::detail
