// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BENCH_PROJECTS_HPP
#define TIEOUT_BENCH_PROJECTS_HPP

// A long table as finance systems hand it over.

#include <cstddef>
#include <string>

namespace tieout::bench {

/// Rows of the table that is measured.
inline constexpr std::size_t long_table = 100'000;

/// Projects with two budgets, what was spent, and how much that is of the budget, with totals in the last row: comma-separated
/// values in UTF-8.
[[nodiscard]] std::string projects(std::size_t rows);

} // namespace tieout::bench

#endif
