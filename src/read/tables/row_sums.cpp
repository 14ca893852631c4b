// SPDX-License-Identifier: MIT
//
// Rows that are made by other rows: what 合计, 小计 and 总计 add up.
#include "read/tables/statements.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace tieout::detail {

namespace {

bool is_total_row(const Row& row) noexcept {
    return row.label.total && row.code.empty() && !row.label.within && !row.item.starts_with("/assets");
}
/// Rows that a list may consist of.
bool is_listed(const Row& row) noexcept { return !is_total_row(row) && !row.label.derived(); }
bool is_top(const Row& row) noexcept { return is_listed(row) && row.parent == no_row && !row.label.within; }
/// 按支出性质: what follows divides the whole in one of several ways.
bool opens_division(const Row& row) noexcept { return row.heading && row.label.name.starts_with("按"); }

/// Whether all rows of a range are of one level, as far as their numbers and codes say.
bool is_level(const Writer& writer, std::size_t begin, std::size_t end) {
    const RowBlock& block = writer.block;
    const Row* first = nullptr;
    for (std::size_t i = begin; i < end; ++i) {
        const Row& row = block.rows[i];
        if (!is_top(row) || row.heading) continue;
        if (!row.is_known() && !block.axis_of_names && row.label.numbering == 0) return false;
        if (first == nullptr) first = &row;
        if (row.code.size() != first->code.size()) return false;
        // 1.货物 2.工程 3.服务, then a row without a number: it is not of the list.
        if (row.code.empty() && row.label.numbering != first->label.numbering) return false;
        if (row.label.name.empty() && row.code.empty()) return false;
    }
    return first != nullptr && block.flat;
}

/// Whether the row stands at the top of a list: under nothing, or only under headings.
bool is_at_top(const std::vector<Row>& rows, const Row& row) {
    if (!is_listed(row) || row.label.within) return false;
    std::size_t depth = 0;
    for (std::size_t above = row.parent; above != no_row; above = rows[above].parent)
        if (!rows[above].heading || ++depth > 8) return false;
    return true;
}

/// What a total is of, if it is a known part: 三公经费合计.
std::string whole_of(const Row& total) {
    if (!total.item.empty() || total.label.bare) return total.item;
    const KnownPart* const part = known_part(whole_in_total(total.label.name), true);
    return part == nullptr ? std::string() : std::string(part->pointer);
}

/// Wholes of which all parts are known: no other row is part of them.
bool has_known_parts(std::string_view item) noexcept {
    return item.starts_with("/three_public") || item.starts_with("/procurement") ||
           item == "/expenditure/basic";
}

/// Whether a row is known to be of something else than a total that has a name: 机关运行经费 under 三公经费合计, 基本支出 under
/// 收入合计.
bool is_foreign(std::string_view whole, const Row& row) noexcept {
    if (whole.empty() || row.item.empty() || is_part_of(row.item, whole)) return false;
    const bool of_income = whole == "/income" || whole == "/total_income";
    return has_known_parts(whole) || (of_income && row.item.starts_with("/expenditure"));
}

/// A total of a known whole, with rows that are its known parts, wherever they stand: they make it, and no other row does.
/// Returns whether it is one.
bool state_known_total(const Writer& writer, std::size_t total) {
    const std::vector<Row>& rows = writer.block.rows;
    const std::string whole = whole_of(rows[total]);
    if (rows[total].label.bare || !has_known_parts(whole)) return false;
    std::vector<std::size_t> parts;
    std::vector<std::string_view> items;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!is_part_of(rows[i].item, whole) ||
            rows[i].item.find('/', whole.size() + 1) != std::string::npos || rows[i].label.total)
            continue;
        if (std::find(items.begin(), items.end(), rows[i].item) != items.end()) return false;
        parts.push_back(i);
        items.push_back(rows[i].item);
    }
    if (!make_known_whole(whole, items)) return false;
    // Those that stand under it in the tree are its sum there.
    if (std::all_of(parts.begin(), parts.end(), [&](std::size_t part) { return rows[part].parent == total; }))
        return true;
    for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
        if (!is_added(writer.block.heads[k]) || !writer.is_amount(rows[total].figures[k])) continue;
        Parts sum;
        for (const std::size_t part : parts) sum.add(rows[part], k);
        writer.sum(rows[total].figures[k], {std::move(sum)}, !rows[total].has_more, "parts of a known whole");
    }
    return true;
}

/// 负债和净资产总计: the rows that the name of a total joins, in their order; none if one of them is not there.
std::vector<std::size_t> joined_in_name(const std::vector<Row>& rows, std::size_t total) {
    std::vector<std::size_t> found;
    std::string_view name = whole_in_total(rows[total].label.name);
    while (!name.empty()) {
        std::size_t end = name.npos;
        std::size_t width = 0;
        for (const std::string_view joint : {"和", "及", "与", "、"})
            if (const std::size_t at = name.find(joint); at < end) {
                end = at;
                width = joint.size();
            }
        const std::string_view one = name.substr(0, end);
        std::size_t row = no_row;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i == total || whole_in_total(rows[i].label.name) != one) continue;
            if (row != no_row) return {};
            row = i;
        }
        if (row == no_row) return {};
        found.push_back(row);
        name = end == name.npos ? std::string_view() : name.substr(end + width);
    }
    return found.size() < 2 ? std::vector<std::size_t>{} : found;
}

bool state_joined_total(const Writer& writer, std::size_t total) {
    const std::vector<Row>& rows = writer.block.rows;
    const std::vector<std::size_t> parts = joined_in_name(rows, total);
    for (std::size_t k = 0; !parts.empty() && k < writer.block.heads.size(); ++k) {
        if (!is_added(writer.block.heads[k]) || !writer.is_amount(rows[total].figures[k])) continue;
        Parts sum;
        for (const std::size_t part : parts) sum.add(rows[part], k);
        writer.sum(rows[total].figures[k], {std::move(sum)}, true, "total of what its name joins");
    }
    return !parts.empty();
}

/// The rows of a range in the ways in which they may be added up to a total: those at the top, with or without those of
/// which that is open, those that are known to be parts of it, or all; and with what is left, which a side of a table
/// prints beside its parts.
std::vector<Parts> lists_of(const Writer& writer, const Row& total, std::size_t begin, std::size_t end,
                            std::size_t k) {
    Parts top;
    Parts tight; // without rows that may belong to those under 其中
    Parts parts; // known parts of a known whole
    Parts left;  // with 结余
    Parts all;
    bool balanced = false;
    const std::string whole = whole_of(total);
    for (std::size_t i = begin; i < end; ++i) {
        const Row& row = writer.block.rows[i];
        // A heading prints nothing, and leaves nothing blank.
        const bool of_assets = row.label.total && row.item.starts_with("/assets");
        if ((row.heading && row.has_children) || of_assets || is_foreign(whole, row)) continue;
        const Decimal sign{row.label.sign < 0 ? -1 : 1};
        if (row.label.word == RowWord::balance && !row.label.within) {
            left.add(row, k, sign);
            balanced = true;
        }
        if (is_listed(row) && row.code.empty()) all.add(row, k, sign);
        if (!is_at_top(writer.block.rows, row)) continue;
        top.add(row, k, sign);
        left.add(row, k, sign);
        if (!row.loose) tight.add(row, k, sign);
        if (is_part_of(row.item, whole)) parts.add(row, k, sign);
    }
    std::vector<Parts> lists;
    // 小计 adds its own group and no other.
    const bool group = total.label.subtotal();
    lists.push_back(std::move(top));
    if (!group) lists.push_back(std::move(tight));
    if (has_known_parts(whole)) lists.push_back(std::move(parts));
    if (balanced) lists.push_back(std::move(left));
    if (!group) lists.push_back(std::move(all));
    return lists;
}

/// 支出合计 over 100 is no sum of one row: a total with a name of its own says nothing of the one row beside it.
void leave_sums_of_one(const Row& total, std::vector<Parts>& readings) {
    if (total.label.bare) return;
    std::erase_if(readings, [](const Parts& parts) { return parts.terms.size() + parts.loose.size() < 2; });
}

/// Whether a total is of the rows that are listed: 合计, or a known whole, 本年支出合计. One of another name, 全县合计, 已拨合计,
/// 2021-2022年小计, 合计（含市本级）, may be of more of them, or of less.
bool is_of_rows(const Writer& writer, std::size_t total, std::size_t column) {
    if (may_overlap(writer.block.heads[column].words)) return false;
    const std::vector<Row>& rows = writer.block.rows;
    const Row& row = rows[total];
    // 基本支出合计 | 98 | blank | blank: it stands over several columns.
    for (std::size_t k = 0; k < row.blank.size(); ++k)
        if (row.blank[k] && is_added(writer.block.heads[k]) && total > 0 &&
            writer.is_amount(rows[total - 1].figures[k]))
            return false;
    // 累计 under 合计: what has come together over the columns.
    const auto here = rows.begin() + static_cast<std::ptrdiff_t>(total);
    if (row.label.name == "累计") return std::none_of(rows.begin(), here, is_total_row);
    const LabelParts parts = parts_of_label(row.label.name);
    return row.label.bare || (!whole_of(row).empty() && !parts.previous && !parts.year);
}

/// Whether 年初结转 is among the rows: over 本年收入合计 it is no part of that.
bool carries(const std::vector<Row>& rows, std::size_t begin, std::size_t end) {
    return std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                       rows.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Row& one) { return one.phase == Phase::opening && one.parent == no_row; });
}

void total_above(const Writer& writer, std::size_t i, std::size_t end, std::size_t k, bool only) {
    const Row& total = writer.block.rows[i];
    // 支出合计, 其中：财政拨款, 政府采购: parts of several kinds.
    const bool within = i + 1 < end && writer.block.rows[i + 1].label.within;
    const bool whole = only && !within && is_level(writer, i + 1, end) && is_of_rows(writer, i, k);
    // 小计 over its group, up to the next.
    if (total.label.subtotal() && !only) {
        const std::vector<Row>& rows = writer.block.rows;
        const auto next =
            std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(i) + 1, rows.end(), is_total_row);
        end = static_cast<std::size_t>(next - rows.begin());
    }
    std::vector<Parts> lists = lists_of(writer, total, i + 1, end, k);
    leave_sums_of_one(total, lists);
    writer.sum(total.figures[k], std::move(lists), whole, "total over its rows");
}

/// The totals of a block, and which of them one is.
struct Totals {
    const std::vector<std::size_t>& rows;
    std::size_t at = 0;

    [[nodiscard]] std::size_t row() const { return rows[at]; }
    /// The first row behind the total before this one, and the next total.
    [[nodiscard]] std::size_t begin() const { return at == 0 ? 0 : rows[at - 1] + 1; }
    [[nodiscard]] std::size_t end(std::size_t all) const { return at + 1 < rows.size() ? rows[at + 1] : all; }
};

/// A total that its name keeps from being the sum of those before it: 支出合计 behind 收入合计. The rows since make it.
void independent_total(const Writer& writer, const Totals& totals, std::size_t k) {
    const Row& row = writer.block.rows[totals.row()];
    std::vector<Parts> lists = lists_of(writer, row, totals.begin(), totals.row(), k);
    const bool below = lists.front().terms.size() > 1;
    // Where the first row is a total, each may stand over its rows.
    if (totals.rows.front() == 0)
        for (Parts& parts : lists_of(writer, row, totals.row() + 1, totals.end(writer.block.rows.size()), k))
            lists.push_back(std::move(parts));
    leave_sums_of_one(row, lists);
    writer.sum(row.figures[k], std::move(lists),
               below && totals.rows.front() != 0 && is_level(writer, totals.begin(), totals.row()) &&
                   is_of_rows(writer, totals.row(), k),
               "total of a name of its own");
}

void total_below(const Writer& writer, const Totals& totals, std::size_t k) {
    const std::vector<Row>& rows = writer.block.rows;
    const std::size_t i = totals.row();
    const std::size_t begin = totals.begin();
    const std::span<const std::size_t> above = std::span(totals.rows).first(totals.at);
    const Row& row = rows[i];
    std::vector<Parts> lists = lists_of(writer, row, begin, i, k);
    if (above.empty() || row.label.subtotal()) {
        // Where the first row is a total, its group may stand behind it.
        if (row.label.subtotal() && totals.rows.front() == 0)
            lists.push_back(std::move(lists_of(writer, row, i + 1, totals.end(rows.size()), k).front()));
        leave_sums_of_one(row, lists);
        const bool of_year = row.label.name.starts_with("本年") || row.label.name.starts_with("当年");
        writer.sum(row.figures[k], std::move(lists),
                   is_level(writer, begin, i) && is_of_rows(writer, i, k) &&
                       !(of_year && carries(rows, begin, i)),
                   "total under its rows");
        return;
    }
    std::vector<std::size_t> before;
    for (const std::size_t total : above)
        if (may_be_part_of_total(rows[total].label.name, row.label.name)) before.push_back(total);
    if (before.empty()) return independent_total(writer, totals, k);
    Parts& top = lists.front();
    std::vector<Parts> readings;
    Parts last_and_since;
    last_and_since.add(rows[before.back()], k);
    last_and_since.add(top);
    readings.push_back(std::move(last_and_since));
    // A total of a hundred totals is no table that anybody prints, and would take its square to write down.
    const bool few = before.size() <= 100;
    Parts sum_of_totals;
    for (const std::size_t total : std::span(before).last(few ? before.size() : 0))
        sum_of_totals.add(rows[total], k);
    Parts totals_and_since = sum_of_totals;
    totals_and_since.add(top);
    Parts every; // every row of the table that is no total
    for (std::size_t p = 0; p < i && few; ++p)
        if (is_top(rows[p])) every.add(rows[p], k);
    readings.push_back(std::move(sum_of_totals));
    readings.push_back(std::move(totals_and_since));
    readings.push_back(std::move(every));
    readings.push_back(std::move(top));
    // Rows without marks under 年末结转 may be parts of it: only known ones stand beside 合计 for sure.
    const auto of_rows = [&](std::size_t total) { return is_of_rows(writer, total, k); };
    const bool named = of_rows(i) && std::all_of(before.begin(), before.end(), of_rows);
    bool whole = few && before.size() == above.size() && is_level(writer, begin, i);
    for (std::size_t p = begin; p < i; ++p) whole = whole && (rows[p].parent != no_row || rows[p].is_known());
    const bool carried = std::all_of(
        rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(i),
        [](const Row& since) { return !since.item.empty() || since.parent != no_row || !is_listed(since); });
    // 总计 over 本年收入合计 and what was carried over adds up just these.
    if (carried && above.size() == 1 && i > begin) readings.resize(1);
    leave_sums_of_one(row, readings);
    writer.sum(row.figures[k], std::move(readings),
               few && named && (whole || (carried && before.size() == above.size())) &&
                   !carries(rows, 0, above.front()),
               "total under totals");
}

/// 按支出性质 … 按资金来源 … 合计: each division makes the whole.
bool state_divisions(const Writer& writer, std::size_t total, std::size_t begin, std::size_t end) {
    const std::vector<Row>& rows = writer.block.rows;
    std::vector<std::size_t> opened;
    for (std::size_t i = begin; i < end; ++i)
        if (opens_division(rows[i])) opened.push_back(i);
    if (opened.empty()) return false;
    for (std::size_t d = 0; d < opened.size(); ++d) {
        const std::size_t last = d + 1 < opened.size() ? opened[d + 1] : end;
        for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
            if (!is_added(writer.block.heads[k]) || !writer.is_amount(rows[total].figures[k])) continue;
            Parts parts;
            for (std::size_t i = opened[d] + 1; i < last; ++i)
                if (is_listed(rows[i]) && !rows[i].label.within && rows[i].parent >= opened[d])
                    parts.add(rows[i], k);
            writer.sum(rows[total].figures[k], {std::move(parts)}, true, "division of the whole");
        }
    }
    return true;
}

} // namespace

void state_total_rows(const Writer& writer) {
    const std::vector<Row>& rows = writer.block.rows;
    std::vector<std::size_t> totals;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // Classes that stand in several blocks are added up over all of them.
        if (rows[i].label.name == "人员经费合计" || rows[i].label.name == "公用经费合计") return;
        if (is_total_row(rows[i])) totals.push_back(i);
    }
    for (std::size_t t = 0; t < totals.size(); ++t) {
        const std::size_t i = totals[t];
        const std::size_t begin = t == 0 ? 0 : totals[t - 1] + 1;
        if (i != 0 && state_divisions(writer, i, begin, i)) continue;
        if (i == 0 && state_divisions(writer, i, 1, rows.size())) continue;
        if (state_known_total(writer, i) || state_joined_total(writer, i)) continue;
        for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
            if (!is_added(writer.block.heads[k]) || rows[i].figures[k] == no_mention) continue;
            const bool weights = writer.block.heads[k].role == HeadRole::weight;
            if (!weights && !writer.is_amount(rows[i].figures[k])) continue;
            if (i == 0)
                total_above(writer, i, rows.size(), k, totals.size() == 1);
            else
                total_below(writer, {totals, t}, k);
        }
    }
}

} // namespace tieout::detail
