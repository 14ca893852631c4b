// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_POINT_COLUMNS_HPP
#define TIEOUT_SRC_READ_TABLES_POINT_COLUMNS_HPP

// Which columns of a sheet of indicators hold what; and which weights go with which scores, where it has several.

#include "read/tables/heads.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tieout::detail {

inline constexpr std::size_t tier_count = 3;
inline constexpr std::uint32_t no_column = 0xFFFF'FFFF;

/// Where each thing stands.
struct PointColumns {
    std::array<std::uint32_t, tier_count> tiers{no_column, no_column, no_column};
    std::uint32_t comparison = no_column;
    std::uint32_t target = no_column;
    std::uint32_t measure = no_column;
    std::uint32_t actual = no_column;
    std::uint32_t weight = no_column;
    std::uint32_t score = no_column;
    std::uint32_t remark = no_column;
    /// 扣分
    std::uint32_t lacking = no_column;
    /// The table has other columns of points.
    bool others = false;
    /// Its weights are of headings, and stand behind these again on each row under them.
    bool of_headings = false;
};

/// The first column of each kind.
[[nodiscard]] PointColumns columns_of(const std::vector<Head>& heads);
/// The columns of each sheet that rows [begin, end) hold: one for every column of scores, with the weights before it.
[[nodiscard]] std::vector<PointColumns> sheets_among(const Sheet& sheet, const std::vector<Head>& heads,
                                                     std::uint32_t begin, std::uint32_t end);

} // namespace tieout::detail

#endif
