// SPDX-License-Identifier: MIT
//
// What the totals of a block are of: of the side of the table, of the whole that its rows are parts of.
#include "read/tables/rows.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>

namespace tieout::detail {

namespace {

/// What all rows at the top level are parts of: 基本支出 and 项目支出 make the whole expenditure.
std::string common_whole(const RowBlock& block) {
    std::string_view whole;
    std::size_t parts = 0;
    for (const Row& row : block.rows) {
        if (row.label.total || row.label.derived() || row.parent != no_row) continue;
        const std::size_t end = row.item.rfind('/');
        if (row.item.empty() || end == 0) return {};
        const std::string_view of = std::string_view(row.item).substr(0, end);
        if (!whole.empty() && of != whole) return {};
        whole = of;
        ++parts;
    }
    return std::string(parts < 2 || whole == "/staff" || whole == "/assets" ? std::string_view() : whole);
}

/// 收入总计, 支出总计 and what is left behind them, in one column: they are no two sides that end in the same total.
void leave_sides_apart(RowBlock& block) {
    std::size_t sides = 0;
    std::size_t last = 0;
    const auto is_side = [](const Row& row) {
        return row.label.total && (row.item == "/total_income" || row.item == "/total_expenditure");
    };
    for (std::size_t i = 0; i < block.rows.size(); ++i)
        if (is_side(block.rows[i])) {
            ++sides;
            last = i;
        }
    if (sides != 2) return;
    const auto is_left = [](const Row& row) {
        return row.label.word == RowWord::balance || row.phase == Phase::closing ||
               contains(row.label.name, "结余");
    };
    if (std::none_of(block.rows.begin() + static_cast<std::ptrdiff_t>(last) + 1, block.rows.end(), is_left))
        return;
    for (Row& row : block.rows)
        if (is_side(row)) row.item.clear();
}

/// 收入合计 above 总计 is the income of the year: what was carried over stands between them.
void tell_income_from_all(RowBlock& block) {
    bool below = false;
    for (std::size_t i = block.rows.size(); i-- > 0;) {
        Row& row = block.rows[i];
        if (!row.label.total || row.item != "/total_income") continue;
        if (below) row.item = "/income";
        below = true;
    }
}

} // namespace

void find_side(RowBlock& block) {
    if (!block.side.empty()) return;
    const auto adds_up_to = [&](std::string_view item, std::string_view grand) {
        return std::any_of(block.rows.begin(), block.rows.end(), [&](const Row& row) {
            return row.label.total && (row.item == item || row.item == grand);
        });
    };
    const bool income = adds_up_to("/income", "/total_income");
    const bool expenditure = adds_up_to("/expenditure", "/total_expenditure");
    if (income != expenditure) block.side = income ? "收入" : "支出";
}

void find_subject_of_totals(RowBlock& block) {
    leave_sides_apart(block);
    const std::string whole = common_whole(block);
    for (Row& row : block.rows) {
        if (!row.item.empty() || !row.label.total || row.label.subtotal()) continue;
        if (row.label.bare && block.projects) row.item = "/expenditure/project";
        if (row.label.bare && row.label.grand() && block.side == "收入") row.item = "/total_income";
        if (row.label.bare && row.label.grand() && block.side == "支出") row.item = "/total_expenditure";
        if (row.label.bare && row.item.empty() && block.side.empty()) row.item = whole;
        if (row.label.name == "人员经费合计") row.item = "/expenditure/basic/personnel";
        if (row.label.name == "公用经费合计") row.item = "/expenditure/basic/operating";
    }
    tell_income_from_all(block);
}

} // namespace tieout::detail
