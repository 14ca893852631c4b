// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_INDICATORS_HPP
#define TIEOUT_SRC_READ_TABLES_INDICATORS_HPP

// The indicator tree of a self-evaluation table (绩效指标): three tiers, weights, targets, scores, and the total.

#include "read/tables/heads.hpp"

#include <tieout/model/filing.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// Whether these are the heads of an indicator table.
[[nodiscard]] bool heads_of_indicators(const std::vector<Head>& heads) noexcept;

/// Reads rows [begin, end) beneath them into the tree and the totals of `evaluation`.
void read_indicators(const Sheet& sheet, const std::vector<Head>& heads, std::uint32_t begin,
                     std::uint32_t end, Evaluation& evaluation);

/// 优, 良好 …: whether the word is a grade (评价等级).
[[nodiscard]] bool is_grade(std::string_view word) noexcept;

} // namespace tieout::detail

#endif
