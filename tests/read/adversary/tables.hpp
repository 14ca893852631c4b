// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_TABLES_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_TABLES_HPP

// What tables have in common: cells of amounts, rows, and rows below each other by code.

#include "writer.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test::adversary {

using Row = std::vector<Cell>;

/// An amount in a cell; zero as this document prints it: 0.00, 0, or nothing.
[[nodiscard]] std::string amount_cell(Writer& writer, Amount amount);
[[nodiscard]] Row row_of(std::vector<std::string> cells);

/// A column of a table by function: its caption, and what it holds in the row of a code; of the whole for "".
struct Column {
    std::string caption;
    std::function<Amount(std::string_view code)> amount;
};
/// Rows by function code under a total, to a depth and in a layout of codes that are drawn.
void rows_by_code(Writer& writer, Block& block, FundSet which, const std::vector<Column>& columns,
                  std::string_view above = {});

} // namespace tieout::test::adversary

#endif
