// SPDX-License-Identifier: MIT
//
// Whether the figures of a block add up, as far as the block as a whole says it.
#include "read/tables/rows.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/words.hpp"

namespace tieout::detail {

namespace {

/// 1月, 2023年, 一季度: what the row is of is a time.
bool is_time(const std::string& name) {
    constexpr std::size_t longest = 30;
    if (name.size() > longest) return false;
    for (const std::string_view end : {"月", "季度", "月份", "日", "旬", "半年"})
        if (name.ends_with(end)) return true;
    return is_year(name) || (contains(name, "年") && parts_of_label(name).bare && parts_of_label(name).year);
}

} // namespace

void find_what_adds_up(const TableScope& scope, RowBlock& block) {
    block.excerpt = scope.excerpt;
    std::size_t times = 0;
    std::size_t listed = 0;
    for (const Row& row : block.rows) {
        block.excerpt = block.excerpt || is_ellipsis(row.label.name);
        if (row.heading || row.label.total || row.label.derived()) continue;
        ++listed;
        times += is_time(row.label.name) ? 1U : 0U;
    }
    block.over_time = block.over_time || (listed > 1 && times == listed);
    const bool measures = is_table_of_measures(scope.caption);
    for (Head& head : block.heads) {
        const bool stock =
            is_stock(head.words) || head.phase == Phase::opening || head.phase == Phase::closing;
        if (block.over_time && stock) head.additive = false;
        if (measures && head.amount == nullptr && head.subject.empty()) head.additive = false;
    }
}

} // namespace tieout::detail
