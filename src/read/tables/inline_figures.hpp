// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_INLINE_FIGURES_HPP
#define TIEOUT_SRC_READ_TABLES_INLINE_FIGURES_HPP

// Label and figure in one cell: 其中：一般公共预算：6230.76, under 按收入性质分 and 按支出性质分.

#include "read/draft/draft.hpp"
#include "read/tables/scope.hpp"

#include <cstddef>

namespace tieout::detail {

/// Adds the mentions of such cells, and that each way of dividing makes the whole. The table's own mentions begin at
/// `first`.
void read_inline_figures(const Sheet& sheet, const TableScope& scope, std::size_t first, Draft& draft);

} // namespace tieout::detail

#endif
