// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_POINTS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_POINTS_HPP

// The words of sheets that give points (绩效自评表): what a row is, and what a column of scores holds.

#include <cstdint>
#include <span>
#include <string_view>

namespace tieout::detail {

/// What a row of points is, by its label.
enum class PointRow : std::uint8_t {
    listed,    ///< an indicator, or the heading of some
    subtotal,  ///< 小计
    total,     ///< 总分, 合计
    last,      ///< 最终得分: what is left after points were added or taken away
    bonus,     ///< 加分项: beside the indicators that make the total
    deduction, ///< 扣分项
    within     ///< 其中: part of the row above
};
struct PointWord {
    PointRow is;
    std::string_view word;
    /// Where in the label it stands: all of it, at its start or at its end.
    enum class At : std::uint8_t { whole, start, end } at;
    /// A label that is one of these, and one that only looks like it.
    std::string_view example;
    std::string_view not_example;
};
[[nodiscard]] std::span<const PointWord> point_words() noexcept;
/// Of a label without number and brackets.
[[nodiscard]] PointRow point_row_of(std::string_view label) noexcept;

/// The scale of a column of scores.
enum class ScoreScale : std::uint8_t {
    points,   ///< of the weights: none exceeds its own
    weighted, ///< 加权得分: a score times its weight
    hundred   ///< 百分制: each is out of a hundred, whatever its weight
};
[[nodiscard]] ScoreScale scale_of_score(std::string_view head) noexcept;

/// Whether the head says that its figures are points and no factors: 分值, and not 权重.
[[nodiscard]] bool counts_points(std::string_view head) noexcept;

/// Which tier of the common scheme the name is one of: 1 产出指标, 2 数量指标; 0 if it is none.
[[nodiscard]] int tier_of_scheme(std::string_view name) noexcept;

} // namespace tieout::detail

#endif
