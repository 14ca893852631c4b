// SPDX-License-Identifier: MIT
//
// Columns that are the total of their neighbours: by 合计 and 小计 in the heads, by the groups under which the heads stand,
// and by what the columns are known to be.
#include "read/tables/formula.hpp"
#include "read/tables/statements.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

/// A total among columns, with the columns that make it; several ways where the heads leave them.
struct ColumnSum {
    std::size_t total = 0;
    std::vector<std::vector<std::size_t>> ways{};
    bool whole = true;
    std::string_view why = "column of totals";
};

std::string_view item_of(const Head& head) noexcept {
    return head.amount == nullptr ? std::string_view() : head.amount->pointer;
}
std::string_view above(std::string_view item) noexcept {
    const std::size_t end = item.rfind('/');
    return end == item.npos || end == 0 ? std::string_view() : item.substr(0, end);
}
bool is_amount(const Head& head) noexcept { return head.role == HeadRole::amount && head.additive; }
bool is_subtotal(const Head& head) noexcept {
    return head.total && !head.path.empty() && row_word_of(head.path.back()) == RowWord::subtotal;
}
bool is_known(const Head& head) {
    return head.amount != nullptr || head.line != nullptr || !head.fund.empty() || head.count != nullptr;
}

/// The columns behind a 小计 that it adds up: parts of one known item, 购置费 and 运行维护费.
std::size_t end_of_subtotal(const std::vector<Head>& heads, std::size_t subtotal) {
    std::size_t end = subtotal + 1;
    if (end >= heads.size()) return end;
    const std::string_view whole = above(item_of(heads[end]));
    if (whole.empty()) return end;
    while (end < heads.size() && above(item_of(heads[end])) == whole && !heads[end].total) ++end;
    return end;
}

/// Looks for the parts of one total on one side of it.
class Collector {
  public:
    Collector(const std::vector<Head>& heads, std::size_t total) : heads_(heads), total_(total) {
        group_.assign(whole().path.begin(), whole().path.end() - 1);
    }

    [[nodiscard]] bool in_group(std::size_t k) const {
        const Head& part = heads_[k];
        return is_amount(part) && part.path.size() > group_.size() &&
               std::equal(group_.begin(), group_.end(), part.path.begin());
    }

    ColumnSum collect(std::size_t begin, std::size_t end) {
        ColumnSum sum{.total = total_};
        std::vector<std::size_t> parts;
        std::vector<std::size_t> carried;
        for (std::size_t k = begin; k < end; ++k) {
            if (k == total_) continue;
            const Head& part = heads_[k];
            if (!in_group(k)) {
                // Parts may go on behind a rate: then these are not all.
                for (std::size_t rest = k; rest < end && !(in_group(rest) && heads_[rest].total); ++rest)
                    if (in_group(rest)) sum.whole = false;
                break;
            }
            if (part.path.size() > whole().path.size()) {
                k = take_group(k, end, parts, sum) - 1;
                continue;
            }
            if (part.total) {
                const std::size_t behind = end_of_subtotal(heads_, k);
                if (!is_subtotal(part) || is_subtotal(whole()) || behind < k + 3) break;
                parts.push_back(k);
                k = behind - 1;
                continue;
            }
            if (part.within || nested(k, parts)) continue;
            if (part.subject.empty() || part.movement != 0 || (part.phase && part.phase != whole().phase)) {
                // What is brought forward is a source beside the others; another phase is no part.
                const bool source = !whole().phase && part.phase == Phase::opening && parts.empty();
                if (!source) break;
                carried.push_back(k);
                continue;
            }
            if (!is_known(part)) sum.whole = false;
            parts.push_back(k);
        }
        if (parts.size() + carried.size() < 2) return sum;
        if (!carried.empty()) {
            std::vector<std::size_t> all = carried;
            all.insert(all.end(), parts.begin(), parts.end());
            sum.ways.push_back(std::move(all));
        }
        if (parts.size() >= 2) sum.ways.push_back(std::move(parts));
        return sum;
    }

  private:
    [[nodiscard]] const Head& whole() const { return heads_[total_]; }

    /// Whether a column is part of one before it that is taken already: 购置费 behind 购置及运行维护费.
    [[nodiscard]] bool nested(std::size_t k, const std::vector<std::size_t>& parts) const {
        const std::string_view item = item_of(heads_[k]);
        return std::any_of(parts.begin(), parts.end(),
                           [&](std::size_t part) { return is_part_of(item, item_of(heads_[part])); });
    }

    /// A group of its own gives its total, or all of its columns if it has none. The first column behind it.
    std::size_t take_group(std::size_t k, std::size_t end, std::vector<std::size_t>& parts,
                           ColumnSum& sum) const {
        const std::size_t depth = whole().path.size();
        const std::string& name = heads_[k].path[group_.size()];
        std::vector<std::size_t> members;
        std::size_t subtotal = heads_.size();
        std::size_t last = k;
        for (; last < end && in_group(last) && heads_[last].path.size() > depth &&
               heads_[last].path[group_.size()] == name;
             ++last) {
            if (heads_[last].total && heads_[last].path.size() == depth + 1) subtotal = last;
            if (!heads_[last].within) members.push_back(last);
        }
        if (subtotal != heads_.size()) members = {subtotal};
        if (known_part(name, true) == nullptr && known_line(name) == nullptr) sum.whole = false;
        parts.insert(parts.end(), members.begin(), members.end());
        return std::max(last, k + 1);
    }

    const std::vector<Head>& heads_;
    std::size_t total_;
    std::vector<std::string> group_{};
};

ColumnSum sum_of_subtotal(const std::vector<Head>& heads, std::size_t subtotal) {
    ColumnSum sum{.total = subtotal};
    const std::size_t end = end_of_subtotal(heads, subtotal);
    if (end < subtotal + 3) return sum;
    std::vector<std::size_t>& parts = sum.ways.emplace_back();
    for (std::size_t k = subtotal + 1; k < end; ++k) parts.push_back(k);
    return sum;
}

ColumnSum sum_of_total(const std::vector<Head>& heads, std::size_t total) {
    Collector collector(heads, total);
    ColumnSum sum = collector.collect(total + 1, heads.size());
    if (!sum.ways.empty() || total < 2) return sum;
    std::size_t begin = total;
    while (begin > 0 && collector.in_group(begin - 1) && !heads[begin - 1].total) --begin;
    return collector.collect(begin, total);
}

/// 公务用车购置及运行维护费 | 购置费 | 运行维护费: a known whole with its parts behind it.
ColumnSum sum_of_known(const std::vector<Head>& heads, std::size_t whole) {
    ColumnSum sum{.total = whole, .why = "column of a known whole"};
    const std::string_view item = item_of(heads[whole]);
    if (item.empty()) return sum;
    std::vector<std::size_t> parts;
    std::vector<std::string_view> items;
    for (std::size_t k = whole + 1; k < heads.size() && is_part_of(item_of(heads[k]), item); ++k) {
        if (above(item_of(heads[k])) != item || heads[k].phase != heads[whole].phase) continue;
        parts.push_back(k);
        items.push_back(item_of(heads[k]));
    }
    if (parts.size() >= 2 && make_known_whole(item, items)) sum.ways.push_back(std::move(parts));
    return sum;
}

} // namespace

void state_column_sums(const Writer& writer) {
    // Columns of one phase stand together, also where each part has its own.
    std::vector<std::size_t> order(writer.block.heads.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    const auto phase_of_group = [&](std::size_t k) {
        const Head& head = writer.block.heads[k];
        return head.path.size() > 1 && head.phase && parts_of_label(head.path.front()).bare
                   ? static_cast<int>(*head.phase)
                   : -1;
    };
    std::vector<int> groups(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) groups[k] = phase_of_group(k);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return groups[a] < groups[b]; });
    std::vector<Head> heads;
    heads.reserve(order.size());
    for (const std::size_t k : order) heads.push_back(writer.block.heads[k]);
    std::vector<ColumnSum> sums;
    const std::vector<std::optional<ColumnFormula>> formulas = column_formulas(heads);
    for (std::size_t k = 0; k < heads.size(); ++k) {
        if (!is_amount(heads[k]) || formulas[k]) continue; // a formula says it
        ColumnSum sum;
        if (heads[k].total) {
            if (is_subtotal(heads[k])) sum = sum_of_subtotal(heads, k);
            if (sum.ways.empty()) sum = sum_of_total(heads, k);
        } else {
            sum = sum_of_known(heads, k);
        }
        if (!sum.ways.empty()) sums.push_back(std::move(sum));
    }
    for (const Row& row : writer.block.rows) {
        if (row.label.derived() && row.label.word != RowWord::change && row.label.word != RowWord::average)
            continue;
        for (const ColumnSum& columns : sums) {
            const MentionId total = row.figures[order[columns.total]];
            if (!writer.is_amount(total)) continue;
            std::vector<Parts> readings;
            // Which parts its other figures are is lost; that they are its parts is not.
            if (row.scattered) {
                if (row.loose_figures.empty() || order[columns.total] != 0) continue;
                Parts& parts = readings.emplace_back();
                for (std::size_t k = 1; k < row.figures.size(); ++k)
                    if (writer.is_amount(row.figures[k])) parts.terms.push_back({row.figures[k], Decimal{1}});
                for (const MentionId loose : row.loose_figures) parts.terms.push_back({loose, Decimal{1}});
                writer.sum(total, std::move(readings), false, "row that has lost its columns");
                continue;
            }
            for (const std::vector<std::size_t>& way : columns.ways) {
                Parts& parts = readings.emplace_back();
                for (const std::size_t k : way) parts.add(row, order[k]);
            }
            writer.sum(total, std::move(readings), columns.whole, columns.why);
        }
    }
}

} // namespace tieout::detail
