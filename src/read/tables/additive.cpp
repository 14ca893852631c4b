// SPDX-License-Identifier: MIT
//
// Whether the figures of a block add up, as far as the block as a whole says it.
#include "read/tables/rows.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

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

/// Whether a row is of nothing that the model knows, so that it may be part of what known rows make up.
bool is_unknown(const Row& row) {
    return !row.is_known() && !row.heading && !row.label.total && !row.label.derived();
}

/// Whether a row may be part of what another one is: a known part of it, or of a total any row at the top.
bool may_be_part(const Row& row, const Row& whole) {
    if (row.parent == no_row && whole.label.bare) return !row.label.total && !row.label.derived();
    return is_part_of(row.item, whole.item);
}

/// Whether a row that nobody knows stands at the top among the rows of a whole, or right behind the last of them where one beside
/// the whole follows.
bool stands_among_its_rows(const std::vector<Row>& rows, std::size_t whole) {
    std::size_t first = whole;
    std::size_t last = whole;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == whole || is_unknown(rows[i]) || !may_be_part(rows[i], rows[whole])) continue;
        first = std::min(first, i);
        last = std::max(last, i);
    }
    if (first == last) return false;
    const auto unknown = [&](std::size_t i) { return rows[i].parent == no_row && is_unknown(rows[i]); };
    for (std::size_t i = first; i < last; ++i)
        if (unknown(i)) return true;
    std::size_t next = last + 1;
    while (next < rows.size() && unknown(next)) ++next;
    if (next == last + 1 || next == rows.size()) return false;
    const std::string& item = rows[whole].item;
    const std::string beside = item.substr(0, item.rfind('/') + 1);
    return rows[next].label.total || (!beside.empty() && rows[next].item.starts_with(beside));
}

/// What is made of known parts, and of one more that nobody knows: among the rows under it, or where nothing stands over them,
/// among its rows.
void find_wholes_of_more(std::vector<Row>& rows) {
    // No table that anybody prints is longer; in one that is, all are taken for such wholes.
    constexpr std::size_t rows_looked_at = 2000;
    bool at_top = false;
    bool any = false;
    std::vector<bool> has_part(rows.size());
    std::vector<bool> has_line(rows.size());
    for (const Row& row : rows) {
        const bool unknown = is_unknown(row);
        any = any || unknown;
        if (row.parent == no_row) {
            at_top = at_top || unknown;
            continue;
        }
        Row& whole = rows[row.parent];
        whole.has_more = whole.has_more || unknown;
        // 人员经费, 对个人和家庭的补助, 公用经费: a line of a classification among parts.
        if (is_part_of(row.item, whole.item) && row.known == nullptr)
            has_part[row.parent] = true;
        else if (!row.heading && !row.label.derived() && row.code.empty())
            has_line[row.parent] = true;
        // 人员经费, 对个人和家庭的补助 beneath it at the same indent: of the one, or beside it.
        if (row.known != nullptr && row.code.empty() && !row.label.within && row.indent <= whole.indent &&
            whole.parent != no_row)
            rows[whole.parent].has_more = true;
    }
    const bool carried = std::any_of(rows.begin(), rows.end(), [](const Row& row) {
        return row.parent == no_row && row.phase == Phase::opening;
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row& row = rows[i];
        const bool at_top_of = at_top && (row.label.total || !row.item.empty()) &&
                               (rows.size() > rows_looked_at || stands_among_its_rows(rows, i));
        // Assets make each other up wherever they stand.
        const bool of_assets = any && row.item.starts_with("/assets");
        // 年度资金总额, 财政拨款, 其他资金, 上年结转: what was carried over may be one of the sources.
        const bool of_carried = carried && has_line[i];
        row.has_more = row.has_more || (has_part[i] && has_line[i]) || at_top_of || of_assets || of_carried;
    }
}

} // namespace

void find_what_adds_up(const TableScope& scope, RowBlock& block) {
    block.excerpt = scope.excerpt;
    block.noted = scope.noted;
    std::size_t times = 0;
    std::size_t listed = 0;
    for (const Row& row : block.rows) {
        block.excerpt = block.excerpt || is_ellipsis(row.label.name);
        // 减：收回, of which no rule knows what it is taken off.
        const bool taken_off = row.label.sign < 0 && !row.is_known();
        block.noted = block.noted || taken_off || is_carried_from_page(row.label.name) ||
                      is_beside_total(row.label.name);
        if (row.heading || row.label.total || row.label.derived()) continue;
        ++listed;
        times += is_time(row.label.name) ? 1U : 0U;
    }
    block.over_time = block.over_time || (listed > 1 && times == listed);
    find_wholes_of_more(block.rows);
    const bool measures = is_table_of_measures(scope.caption);
    const auto is_stock_head = [](const Head& head) {
        return is_stock(head.words) || head.phase == Phase::opening || head.phase == Phase::closing;
    };
    const bool rolls = block.over_time && std::any_of(block.heads.begin(), block.heads.end(), is_stock_head);
    for (Head& head : block.heads) {
        if (block.over_time && (is_stock_head(head) || is_counted_once(head.words))) head.additive = false;
        // 月初库存 + 本月购入 = 可供领用: what is left of the month before is in that of each month.
        static constexpr std::array<std::string_view, 10> available{"合计", "小计", "总计",   "可供", "可用",
                                                                    "总量", "总额", "总预算", "应付", "应办"};
        if (rolls && contains_any(head.words, available)) head.additive = false;
        if (measures && head.amount == nullptr && head.subject.empty()) head.additive = false;
    }
}

} // namespace tieout::detail
