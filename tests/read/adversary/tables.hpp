// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_TABLES_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_TABLES_HPP

// What tables have in common: cells of amounts, rows, and rows below each other by code.

#include "writer.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test::adversary {

using Row = std::vector<Cell>;

/// An amount in a cell; zero as this document prints it: 0.00, 0, or nothing.
[[nodiscard]] std::string amount_cell(Writer& writer, Amount amount);
[[nodiscard]] Row row_of(std::vector<std::string> cells);

/// Puts two lists side by side, the shorter one filled up.
void beside(Block& block, std::vector<Row> left, std::vector<Row> right);
/// 一、一般公共服务支出: numbered as all sections are, or as those are that stand here.
[[nodiscard]] std::string section_caption(std::string_view section, std::size_t index, bool official);

/// How codes are printed: in a column of their own, in one each for 类, 款 and 项, or before the names.
enum class Codes : std::uint8_t { column, three_columns, glued };
/// Columns before those of figures.
constexpr std::size_t columns_of(Codes codes) noexcept {
    return codes == Codes::column ? 2 : codes == Codes::three_columns ? 4 : 1;
}
/// The cells before the figures: of a row with a code, over them, and of a row of totals.
[[nodiscard]] Row code_cells(Codes codes, std::string_view code, std::string_view name);
[[nodiscard]] Row code_heads(Writer& writer, Codes codes);
[[nodiscard]] Row total_cells(Codes codes, std::string_view name, bool merged);

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
