// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_FUND_ROWS_HPP
#define TIEOUT_SRC_READ_TABLES_FUND_ROWS_HPP

// Rows of funds that divide a wider one: 财政拨款 is 一般公共预算, 政府性基金 and 国有资本经营 together.

#include "read/tables/rows.hpp"

#include <cstddef>
#include <vector>

namespace tieout::detail {

/// The row 财政拨款 that stands right above a row of one of its funds, or above others of them; no_row if none does.
[[nodiscard]] std::size_t fiscal_above(const std::vector<Row>& rows, const Row& row, std::size_t previous);
/// Whether the row before is such a part, and this one, of another fund, stands beside what contains it.
[[nodiscard]] bool ends_fiscal(const std::vector<Row>& rows, const Row& row, std::size_t previous);
/// Whether the list has 财政拨款 anywhere before the row of one of its funds.
[[nodiscard]] bool is_within_another_fund(const RowBlock& block, const Row& row);

} // namespace tieout::detail

#endif
