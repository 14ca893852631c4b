// SPDX-License-Identifier: MIT
#include "read/tables/fund_rows.hpp"

#include <algorithm>
#include <string_view>

namespace tieout::detail {

namespace {

bool is_fund(const Row& row) noexcept {
    return row.known != nullptr && row.known->split == "fund" && !row.label.total;
}
bool is_fiscal(const Row& row) noexcept { return is_fund(row) && fund_key_of(row.label.name) == "fiscal"; }
/// One of the funds that 财政拨款 is made of.
bool is_part_of_fiscal(const Row& row) noexcept {
    const std::string_view fund = fund_key_of(row.label.name);
    return is_fund(row) && (fund == "general" || fund == "government" || fund == "state_capital");
}

} // namespace

std::size_t fiscal_above(const std::vector<Row>& rows, const Row& row, std::size_t previous) {
    if (!is_part_of_fiscal(row)) return no_row;
    for (std::size_t k = previous + 1; k-- > 0;) {
        if (is_fiscal(rows[k]))
            return row.label.numbering == 0 || row.label.numbering > rows[k].label.numbering ? k : no_row;
        if (!is_part_of_fiscal(rows[k])) return no_row;
    }
    return no_row;
}

bool ends_fiscal(const std::vector<Row>& rows, const Row& row, std::size_t previous) {
    if (!is_fund(row) || is_part_of_fiscal(row) || row.label.within || row.label.numbering != 0) return false;
    const Row& before = rows[previous];
    return is_part_of_fiscal(before) && before.parent != no_row && is_fiscal(rows[before.parent]);
}

bool is_within_another_fund(const RowBlock& block, const Row& row) {
    if (row.parent != no_row && is_fund(block.rows[row.parent])) return true;
    return is_part_of_fiscal(row) && std::any_of(block.rows.begin(), block.rows.end(), [&](const Row& other) {
               return other.at < row.at && other.part == row.part && is_fiscal(other);
           });
}

} // namespace tieout::detail
