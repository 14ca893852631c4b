// SPDX-License-Identifier: MIT
//
// Rows that are made from other rows: 增减 and 增长率 under years, 月均 under months, 执行率 under budget and outcome, what is
// left of 收入 after 支出, and rows that 减： takes off.
#include "read/tables/statements.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t most_readings = 8;
/// Rows above a row that it may be made of: a table of nothing but averages stays linear.
constexpr std::size_t reach = 400;

std::size_t first_in_reach(std::size_t i) noexcept { return i > reach ? i - reach : 0; }

bool is_listed(const Row& row) noexcept { return !row.label.total && !row.label.derived() && !row.heading; }

/// Rows of amounts before row i, the nearest first.
std::vector<std::size_t> rows_before(const std::vector<Row>& rows, std::size_t i, bool totals) {
    std::vector<std::size_t> found;
    for (std::size_t p = i; p-- > first_in_reach(i) && found.size() < most_readings;)
        if (is_listed(rows[p]) || (totals && rows[p].label.total)) found.push_back(p);
    return found;
}

/// 增减 under two years.
void state_change_row(const Writer& writer, std::size_t i) {
    const std::vector<Row>& rows = writer.block.rows;
    const std::vector<std::size_t> before = rows_before(rows, i, false);
    if (before.size() < 2) return;
    for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
        const MentionId change = rows[i].figures[k];
        const MentionId to = rows[before[0]].figures[k];
        const MentionId from = rows[before[1]].figures[k];
        if (!writer.is_amount(change) || !writer.is_amount(to) || !writer.is_amount(from)) continue;
        if (!same_dimension(writer.figure(change).unit, writer.figure(to).unit)) continue;
        Statement statement{.word = "change"};
        for (const int sign : {1, -1})
            statement.readings.push_back({.kind = Kind::sum,
                                          .subject = change,
                                          .first = {{to, Decimal{sign}}, {from, Decimal{-sign}}}});
        writer.state(std::move(statement), "row of changes");
    }
}

/// 增长率 under years, or under one amount in columns of years.
void state_growth_row(const Writer& writer, std::size_t i) {
    const std::vector<Row>& rows = writer.block.rows;
    const std::vector<Head>& heads = writer.block.heads;
    const std::vector<std::size_t> before = rows_before(rows, i, true);
    for (std::size_t k = 0; k < heads.size(); ++k) {
        const MentionId rate = rows[i].figures[k];
        if (rate == no_mention || writer.figure(rate).unit.dimension != Dimension::percent) continue;
        Statement statement{.word = "growth"};
        const auto add = [&](MentionId from, MentionId to) {
            if (!writer.is_amount(from) || !writer.is_amount(to)) return;
            statement.readings.push_back({.kind = Kind::growth,
                                          .subject = rate,
                                          .first = {{to, Decimal{1}}},
                                          .second = {{from, Decimal{1}}}});
        };
        const bool years_across = k > 0 && heads[k].year && heads[k - 1].year;
        if (years_across)
            for (const std::size_t p : before) add(rows[p].figures[k - 1], rows[p].figures[k]);
        else if (before.size() >= 2)
            add(rows[before[1]].figures[k], rows[before[0]].figures[k]);
        writer.state(std::move(statement), "row of growth");
    }
}

/// 月均: the rows above, over their number.
void state_average_row(const Writer& writer, std::size_t i) {
    const std::vector<Row>& rows = writer.block.rows;
    for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
        const MentionId average = rows[i].figures[k];
        // The mean of means is another, where they are of different numbers.
        if (!writer.is_amount(average) || writer.block.heads[k].role == HeadRole::average) continue;
        Reading reading{.kind = Kind::average, .subject = average};
        bool one_dimension = true;
        for (std::size_t p = first_in_reach(i); p < i; ++p) {
            if (!is_listed(rows[p]) || rows[p].figures[k] == no_mention) continue;
            one_dimension =
                one_dimension && writer.is_amount(rows[p].figures[k]) &&
                same_dimension(writer.figure(rows[p].figures[k]).unit, writer.figure(average).unit);
            reading.first.push_back({rows[p].figures[k], Decimal{1}});
        }
        if (reading.first.size() < 2 || !one_dimension) continue;
        Statement statement{.word = "average"};
        statement.readings.push_back(std::move(reading));
        writer.state(std::move(statement), "row of averages");
    }
}

/// 执行率 under 预算数 and 决算数.
void state_rate_row(const Writer& writer, std::size_t i) {
    const std::vector<Row>& rows = writer.block.rows;
    const auto row_in = [&](Phase phase) {
        for (std::size_t p = i; p-- > first_in_reach(i);)
            if (rows[p].phase == phase && is_listed(rows[p])) return p;
        return no_row;
    };
    const std::size_t executed = row_in(Phase::executed);
    if (executed == no_row) return;
    for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
        const MentionId rate = rows[i].figures[k];
        if (rate == no_mention || writer.figure(rate).unit.dimension != Dimension::percent) continue;
        Statement statement{.word = "ratio"};
        for (const Phase base : {Phase::adjusted, Phase::initial}) {
            const std::size_t budget = row_in(base);
            if (budget == no_row) continue;
            const MentionId over = rows[budget].figures[k];
            const MentionId spent = rows[executed].figures[k];
            if (!writer.is_amount(over) || !writer.is_amount(spent)) continue;
            statement.readings.push_back({.kind = Kind::ratio,
                                          .subject = rate,
                                          .first = {{spent, Decimal{1}}},
                                          .second = {{over, Decimal{1}}}});
        }
        writer.state(std::move(statement), "row of rates");
    }
}

/// 结余: what 收入 leaves over 支出.
void state_balance_row(const Writer& writer, std::size_t i) {
    const std::vector<Row>& rows = writer.block.rows;
    const auto row_of = [&](const std::array<std::string_view, 3>& words, std::size_t& count) {
        std::size_t found = no_row;
        count = 0;
        for (std::size_t p = first_in_reach(i); p < i; ++p) {
            if (rows[p].label.derived() || rows[p].heading || rows[p].parent != no_row) continue;
            const bool says = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
                return !word.empty() && contains(rows[p].label.name, word);
            });
            if (!says) continue;
            // 收入合计 stands for its sources.
            if (rows[p].label.total || found == no_row) found = p;
            ++count;
        }
        return found;
    };
    std::size_t incomes = 0;
    std::size_t expenditures = 0;
    const std::size_t income = row_of({"收入", "", ""}, incomes);
    const std::size_t expenditure = row_of({"支出", "开支", ""}, expenditures);
    if (income == no_row || expenditure == no_row || income == expenditure) return;
    const bool only = incomes == 1 && expenditures == 1;
    for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
        const MentionId balance = rows[i].figures[k];
        if (!writer.is_amount(balance)) continue;
        Parts parts;
        parts.add(rows[income], k);
        parts.add(rows[expenditure], k, Decimal{-1});
        if (parts.terms.size() == 2)
            writer.sum(balance, {std::move(parts)}, only, "what income leaves over expenditure");
    }
}

/// 原值, 减：累计折旧, 净值: the row behind those that are taken off is what is left.
void state_taken_off(const Writer& writer) {
    const std::vector<Row>& rows = writer.block.rows;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].label.sign == 0 || rows[i - 1].label.sign != 0 || rows[i - 1].heading) continue;
        std::size_t end = i;
        while (end < rows.size() && rows[end].label.sign != 0) ++end;
        // A total behind them is added up with the other totals.
        if (end == rows.size() || rows[end].label.total || rows[end].label.numbering != 0 || end - i > 20)
            continue;
        const bool left = contains(rows[end].label.name, "净") || contains(rows[end].label.name, "余额");
        // 一、营业收入, 减：营业成本, 税金及附加: more of the list, until the next number.
        if (!left && rows[i - 1].label.numbering != 0) continue;
        for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
            if (!writer.is_amount(rows[end].figures[k]) || rows[i - 1].figures[k] == no_mention) continue;
            Parts parts;
            parts.add(rows[i - 1], k);
            for (std::size_t p = i; p < end; ++p) parts.add(rows[p], k, Decimal{rows[p].label.sign});
            writer.sum(rows[end].figures[k], {std::move(parts)}, left, "减：");
        }
    }
}

} // namespace

void state_derived_rows(const Writer& writer) {
    for (std::size_t i = 0; i < writer.block.rows.size(); ++i) {
        switch (writer.block.rows[i].label.word) {
        case RowWord::change:
            state_change_row(writer, i);
            break;
        case RowWord::growth:
            state_growth_row(writer, i);
            break;
        case RowWord::average:
            state_average_row(writer, i);
            break;
        case RowWord::rate:
            state_rate_row(writer, i);
            break;
        case RowWord::balance:
            state_balance_row(writer, i);
            break;
        default:
            break;
        }
    }
    state_taken_off(writer);
}

} // namespace tieout::detail
