// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_INDICATOR_TREE_HPP
#define TIEOUT_SRC_READ_TABLES_INDICATOR_TREE_HPP

// Which rows of a sheet of indicators are parts of which: by the tiers of their columns, their numbers, their indent and what
// their headings declare; and what stands beside the rows that make the total.

#include "read/tables/indicators.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tieout::detail {

/// Points beside the indicators: 加分项, 扣分项, what is printed behind the total.
struct Adjustment {
    PointRow is = PointRow::listed;
    Indicator points{};
    bool behind_total = false;
};

/// A sheet with its rows in their places.
struct IndicatorTree {
    std::vector<Indicator> indicators{};
    /// 总分, 合计; and what the points come to in the end: 最终得分.
    Indicator total{};
    Indicator last{};
    std::vector<Adjustment> adjustments{};
    /// All points of rows in their order, whichever of them are parts of others.
    std::vector<Indicator> rows{};
    /// It is clear which rows are parts of which.
    bool clear = true;
    /// The sheet says that its indicators are all.
    bool complete = false;

    /// Nothing but indicators and their total.
    [[nodiscard]] bool plain() const noexcept {
        return clear && adjustments.empty() && !last.weight.stated() && !last.score.stated();
    }
};
[[nodiscard]] IndicatorTree tree_of(const PointSheet& sheet);

} // namespace tieout::detail

#endif
