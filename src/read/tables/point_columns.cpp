// SPDX-License-Identifier: MIT
#include "read/tables/point_columns.hpp"

#include <algorithm>
#include <string>

namespace tieout::detail {

PointColumns columns_of(const std::vector<Head>& heads) {
    PointColumns columns;
    const auto first = [](std::uint32_t& column, std::uint32_t found) {
        if (column == no_column) column = found;
    };
    for (std::uint32_t c = 0; c < heads.size(); ++c) {
        const Head& head = heads[c];
        switch (head.role) {
        case HeadRole::tier: {
            std::uint32_t& tier = columns.tiers[static_cast<std::size_t>(head.tier - 1)];
            // 绩效指标 beside the rows is the name of them all: a lower tier stands behind the highest.
            if (tier != no_column && columns.tiers[0] != no_column && tier < columns.tiers[0]) tier = c;
            first(tier, c);
            break;
        }
        case HeadRole::comparison:
            first(columns.comparison, c);
            break;
        case HeadRole::target:
            first(columns.target, c);
            break;
        case HeadRole::measure:
            first(columns.measure, c);
            break;
        case HeadRole::actual:
            first(columns.actual, c);
            break;
        case HeadRole::weight:
            first(columns.weight, c);
            break;
        case HeadRole::score:
            first(columns.score, c);
            break;
        case HeadRole::remark:
            first(columns.remark, c);
            break;
        default:
            break;
        }
    }
    // Heads of which plain text or a merged 绩效指标 has left only some: the tiers stand side by side.
    return columns;
}

namespace {

/// 一级指标 | 权重 | 二级指标 | 三级指标 | 分值: a weight with lower tiers behind it is of the tier before it.
void keep_headings(PointColumns& columns) {
    std::uint32_t tier = no_column;
    for (const std::uint32_t column : columns.tiers)
        if (column != no_column && column < columns.weight && (tier == no_column || column > tier))
            tier = column;
    if (tier == no_column) return;
    for (std::uint32_t& column : columns.tiers) {
        if (column == no_column || column <= tier) continue;
        column = no_column;
        columns.of_headings = true;
    }
}

} // namespace

std::vector<PointColumns> sheets_among(const Sheet& sheet, const std::vector<Head>& heads,
                                       std::uint32_t begin, std::uint32_t end) {
    const PointColumns common = columns_of(heads);
    const auto filled = [&](std::uint32_t c) {
        for (std::uint32_t r = begin; r < end; ++r)
            if (sheet.grid.number_begins(r, c)) return true;
        return false;
    };
    // 95% is how much of its points a row has.
    const auto is_rate = [&](std::uint32_t c) {
        for (std::uint32_t r = begin; r < end; ++r)
            if (sheet.grid.number_begins(r, c) && sheet.grid.text(r, c).ends_with("%")) return true;
        return false;
    };
    std::vector<std::uint32_t> weights;
    std::vector<PointColumns> found;
    std::uint32_t lacking = no_column;
    for (std::uint32_t c = 0; c < heads.size(); ++c) {
        if (heads[c].words.find("扣分") != std::string::npos && heads[c].role == HeadRole::words && filled(c))
            lacking = c;
        if (heads[c].role == HeadRole::weight && filled(c)) weights.push_back(c);
    }
    for (std::uint32_t c = 0; c < heads.size(); ++c) {
        if (heads[c].role != HeadRole::score || !filled(c) || is_rate(c)) continue;
        PointColumns columns = common;
        columns.score = c;
        columns.weight = weights.empty() ? no_column : weights.front();
        for (const std::uint32_t weight : weights)
            if (weight < c) columns.weight = weight;
        found.push_back(columns);
    }
    // Weights of which nothing prints a score are a sheet, too.
    for (const std::uint32_t weight : weights)
        if (std::none_of(found.begin(), found.end(),
                         [&](const PointColumns& columns) { return columns.weight == weight; })) {
            PointColumns columns = common;
            columns.weight = weight;
            columns.score = no_column;
            keep_headings(columns);
            found.push_back(columns);
        }
    if (found.empty()) found.push_back(common);
    if (found.size() == 1) found.front().lacking = lacking;
    for (PointColumns& columns : found) columns.others = found.size() > 1;
    return found;
}

} // namespace tieout::detail
