// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_INDICATORS_HPP
#define TIEOUT_SRC_READ_TABLES_INDICATORS_HPP

// The rows of a sheet of indicators (绩效指标) as it prints them: names, weights, scores, targets, totals. Which of them are
// parts of which is the next step's.

#include "read/draft/draft.hpp"
#include "read/tables/heads.hpp"
#include "read/tables/scope.hpp"
#include "read/vocabulary/points.hpp"

#include <tieout/model/filing.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// A row with points, or a heading over such rows.
struct PointLine {
    PointRow is = PointRow::listed;
    /// The tier whose column holds its name, from 0 for the highest that the sheet has.
    std::size_t tier = 0;
    /// How its number is written; 0 if it has none. A greater one stands below a smaller one: 一、 （一） 1. 1.1 （1） ①
    std::uint8_t numbering = 0;
    std::uint32_t indent = 0;
    /// Its name says its points: 产出（60分）.
    bool declares = false;
    /// Name, weight, score and target.
    Indicator leaf{};
    /// 扣分: what its score lacks of its weight.
    Stated lacking{};

    [[nodiscard]] bool has_points() const noexcept { return leaf.weight.stated() || leaf.score.stated(); }
};

/// The rows with the weights and scores of one column each.
struct PointSheet {
    /// What tells it from the others of its table: the head of its scores.
    std::string of{};
    ScoreScale scale = ScoreScale::points;
    /// Its weights are points, and not factors.
    bool in_points = true;
    /// Names stand in columns of several tiers.
    bool tiers = false;
    /// Its weights are those of the sheet before it as well.
    bool shares_weights = false;
    std::vector<PointLine> lines{};
};

/// Whether these are the heads of an indicator table.
[[nodiscard]] bool heads_of_indicators(const std::vector<Head>& heads) noexcept;

/// Reads rows [begin, end) beneath them: a sheet for each column of scores. What is a number and none of all this becomes a
/// mention of its own.
void read_indicators(const Sheet& sheet, const TableScope& scope, const std::vector<Head>& heads,
                     std::uint32_t begin, std::uint32_t end, std::vector<PointSheet>& sheets, Draft& draft);

/// 优, 良好 …: whether the word is a grade (评价等级).
[[nodiscard]] bool is_grade(std::string_view word) noexcept;

} // namespace tieout::detail

#endif
