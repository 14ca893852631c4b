// SPDX-License-Identifier: MIT
//
// Columns that are made from other columns of their row: rates, changes, growth, shares, what is left at the end of the year,
// running totals, and whatever a formula in the heads says. Shares are in share_columns.cpp.
#include "read/tables/formula.hpp"
#include "read/tables/statements.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t most_readings = 8;

/// The figures of one row by what their heads say.
class RowReader {
  public:
    RowReader(const Writer& writer, const Row& row) : writer_(writer), row_(row) {}

    [[nodiscard]] const Head& head(std::size_t k) const { return writer_.block.heads[k]; }
    [[nodiscard]] MentionId at(std::size_t k) const { return row_.figures[k]; }

    [[nodiscard]] MentionId in_phase(Phase phase) const {
        MentionId found = no_mention;
        for (std::size_t k = 0; k < row_.figures.size(); ++k) {
            if (head(k).role != HeadRole::amount || at(k) == no_mention || head(k).movement != 0) continue;
            bool other_year = false;
            if (phase_of(head(k), writer_.scope, other_year) != phase || other_year) continue;
            // 合计 among the columns of one phase; two that cannot be told apart are none.
            if (found != no_mention && !head(k).total) return no_mention;
            found = at(k);
        }
        return writer_.is_amount(found) ? found : no_mention;
    }
    [[nodiscard]] bool has_phase(Phase phase) const {
        for (std::size_t k = 0; k < row_.figures.size(); ++k) {
            bool other_year = false;
            if (head(k).role == HeadRole::amount && phase_of(head(k), writer_.scope, other_year) == phase &&
                !other_year)
                return true;
        }
        return false;
    }
    [[nodiscard]] MentionId under(std::initializer_list<std::string_view> words) const {
        for (std::size_t k = 0; k < row_.figures.size(); ++k)
            if (head(k).role == HeadRole::amount && at(k) != no_mention)
                for (const std::string_view word : words)
                    if (contains(head(k).words, word)) return at(k);
        return no_mention;
    }

  private:
    const Writer& writer_;
    const Row& row_;
};

// ── rates ────────────────────────────────────────────────────────────────────────────────────────────────────────────

void state_rate(const Writer& writer, const RowReader& row, MentionId rate, std::string_view words) {
    Statement statement{.word = "ratio", .evidence = Evidence::whole};
    const auto reading = [&](MentionId numerator, std::initializer_list<MentionId> denominator) {
        if (numerator == no_mention) return;
        Reading next{.kind = Kind::ratio, .subject = rate, .first = {{numerator, Decimal{1}}}};
        for (const MentionId id : denominator) {
            if (id == no_mention) return;
            next.second.push_back({id, Decimal{1}});
        }
        statement.readings.push_back(std::move(next));
    };
    const MentionId executed = row.in_phase(Phase::executed);
    const MentionId adjusted = row.in_phase(Phase::adjusted);
    const MentionId initial = row.in_phase(Phase::initial);
    const MentionId received = row.in_phase(Phase::received);
    const MentionId opening = row.in_phase(Phase::opening);
    if (contains(words, "规模控制率")) {
        reading(row.under({"实际规模"}), {row.under({"批复规模"})});
    } else if (contains(words, "概算控制率")) {
        reading(row.under({"实际投资"}), {row.under({"预算投资", "批复投资"})});
    } else if (contains(words, "到位率")) {
        reading(received, {adjusted});
        reading(received, {initial});
        statement.evidence = evidence_if(adjusted != no_mention);
    } else if (contains(words, "使用率")) {
        reading(executed, {opening, received});
        reading(executed, {received});
        if (received == no_mention) reading(executed, {adjusted});
        // What was brought forward may be left out where nothing was.
        statement.evidence =
            evidence_if(received != no_mention && (opening != no_mention || !row.has_phase(Phase::opening)));
    } else if (contains(words, "控制率") && row.under({"编制"}) != no_mention) {
        reading(row.under({"在职", "实有", "实际"}), {row.under({"编制"})});
    } else {
        reading(executed, {adjusted});
        reading(executed, {initial});
        reading(executed, {opening, received});
        reading(executed, {received});
        // The base of an execution rate is the budget as adjusted: a table that has another leaves the base open, unless it
        // has no other at all.
        const bool named = is_rate_of_budget(words);
        statement.evidence = evidence_if(adjusted != no_mention || (named && initial != no_mention));
    }
    writer.state(std::move(statement), "column of rates");
}

// ── changes and growth ───────────────────────────────────────────────────────────────────────────────────────────────

struct Pair {
    std::size_t from = 0;
    std::size_t to = 0;
    friend bool operator==(const Pair&, const Pair&) = default;
};
/// The columns that a column of changes may compare, the likeliest first; whole if the heads leave one pair only.
struct Pairs {
    std::vector<Pair> pairs{};
    bool whole = false;
};

/// 2023年预算数 is no base of 2022年决算数.
bool is_later(const Head& one, const Head& other) noexcept {
    return one.year && other.year && *one.year > *other.year;
}

/// Whether the same heads stand over both, above their own.
bool is_of_one_group(const Head& one, const Head& other) {
    return one.path.size() == other.path.size() &&
           (one.path.empty() || std::equal(one.path.begin(), one.path.end() - 1, other.path.begin()));
}

Pairs pairs_before(const Writer& writer, std::size_t column) {
    const std::vector<Head>& heads = writer.block.heads;
    std::vector<std::size_t> amounts;
    for (std::size_t k = 0; k < column; ++k)
        if (heads[k].role == HeadRole::amount && heads[k].movement == 0) amounts.push_back(k);
    constexpr std::size_t most_amounts = 12; // a change stands beside what it compares
    if (amounts.size() > most_amounts)
        amounts.erase(amounts.begin(), amounts.end() - static_cast<std::ptrdiff_t>(most_amounts));
    Pairs found;
    const auto add = [&](std::size_t from, std::size_t to) {
        const Pair pair{from, to};
        if (found.pairs.size() < most_readings &&
            std::find(found.pairs.begin(), found.pairs.end(), pair) == found.pairs.end())
            found.pairs.push_back(pair);
    };
    const auto phase = [&](std::size_t k) {
        bool other_year = false;
        return phase_of(heads[k], writer.scope, other_year);
    };
    const auto is_year_before = [&](std::size_t from, std::size_t to) {
        if (heads[from].phase != heads[to].phase) return false;
        if (heads[from].year && heads[to].year) return *heads[from].year + 1 == *heads[to].year;
        return heads[from].previous && !heads[to].previous;
    };
    // The nearest are the likeliest.
    for (std::size_t i = amounts.size(); i-- > 0;)
        for (std::size_t j = amounts.size(); j-- > 0;)
            if (i != j && is_year_before(amounts[j], amounts[i])) add(amounts[j], amounts[i]);
    const std::size_t by_year = found.pairs.size();
    // Beside 完成预算% it is not once more the budget that 增长% is measured by.
    const bool rated =
        heads[column].role == HeadRole::growth && !contains(heads[column].words, "预算") &&
        std::any_of(heads.begin(), heads.end(), [](const Head& head) { return head.role == HeadRole::rate; });
    for (const auto& [from, to] :
         {std::pair{Phase::prior, Phase::executed}, std::pair{Phase::opening, Phase::closing},
          std::pair{Phase::initial, Phase::executed}, std::pair{Phase::adjusted, Phase::executed}}) {
        if (rated && (from == Phase::initial || from == Phase::adjusted)) continue;
        for (const std::size_t i : amounts)
            for (const std::size_t j : amounts)
                if (i != j && phase(j) == from && phase(i) == to && !is_later(heads[j], heads[i])) add(j, i);
    }
    const bool prior = found.pairs.size() > by_year && phase(found.pairs[by_year].from) == Phase::prior;
    found.whole = by_year == 1 || (by_year == 0 && prior);
    if (found.pairs.empty() && amounts.size() >= 2 && !rated) {
        const std::size_t last = amounts.back();
        const std::size_t other = amounts[amounts.size() - 2];
        // 教育 | 金额, 卫生 | 金额: columns of two groups are of two things.
        if (is_of_one_group(heads[other], heads[last])) {
            if (!is_later(heads[other], heads[last])) add(other, last);
            if (!is_later(heads[last], heads[other])) add(last, other);
        }
    }
    // What the heads say of the year before says nothing of the budget.
    if (found.whole) found.pairs.resize(1);
    return found;
}

/// Whether head and row say no more than that these columns are compared: not 增幅排名, nor 戊县（可比）, nor 比预算增长 beside two
/// years.
bool compares_surely(const Writer& writer, const Row& row, std::size_t column, const Pairs& pairs) {
    const std::vector<Head>& heads = writer.block.heads;
    const Head& head = heads[column];
    if (!compares_plainly(head.path.empty() ? head.words : head.path.back())) return false;
    static constexpr std::array<std::string_view, 3> anew{"可比", "口径", "剔除"};
    if (contains_any(row.label.name, anew)) return false;
    const auto of_budget = [&](std::size_t k) {
        bool other_year = false;
        const std::optional<Phase> phase = phase_of(heads[k], writer.scope, other_year);
        return phase == Phase::initial || phase == Phase::adjusted;
    };
    if (!contains(head.words, "比预算") && !contains(head.words, "较预算")) return true;
    return std::all_of(pairs.pairs.begin(), pairs.pairs.end(),
                       [&](const Pair& pair) { return of_budget(pair.from); });
}

void state_change(const Writer& writer, const Row& row, std::size_t column, const Pairs& pairs) {
    const MentionId change = row.figures[column];
    Statement statement{.word = "change",
                        .evidence = evidence_if(pairs.whole && compares_surely(writer, row, column, pairs))};
    for (const Pair& pair : pairs.pairs) {
        const MentionId from = row.figures[pair.from];
        const MentionId to = row.figures[pair.to];
        if (!writer.is_amount(from) || !writer.is_amount(to) || !writer.is_amount(change)) continue;
        if (!same_dimension(writer.figure(change).unit, writer.figure(to).unit)) continue;
        // A decrease may be printed without its sign.
        for (const int sign_of_to : {1, -1})
            statement.readings.push_back(
                {.kind = Kind::sum,
                 .subject = change,
                 .first = {{to, Decimal{sign_of_to}}, {from, Decimal{-sign_of_to}}}});
    }
    writer.state(std::move(statement), "column of changes");
}

void state_growth(const Writer& writer, const Row& row, std::size_t column, const Pairs& pairs) {
    const MentionId rate = row.figures[column];
    // Of whom 全省平均增幅 is, the columns beside it are not, unless they are called so as well.
    const std::string& words = writer.block.heads[column].words;
    if (is_growth_of_another(words) && !is_growth_of_another(writer.scope.caption)) return;
    if (writer.figure(rate).unit.dimension != Dimension::percent) return;
    Statement statement{.word = "growth",
                        .evidence = evidence_if(pairs.whole && compares_surely(writer, row, column, pairs))};
    for (const Pair& pair : pairs.pairs) {
        const MentionId from = row.figures[pair.from];
        const MentionId to = row.figures[pair.to];
        if (!writer.is_amount(from) || !writer.is_amount(to)) continue;
        if (!same_dimension(writer.figure(from).unit, writer.figure(to).unit)) continue;
        if (is_rate_of_decline(words))
            statement.readings.push_back({.kind = Kind::ratio,
                                          .subject = rate,
                                          .first = {{from, Decimal{1}}, {to, Decimal{-1}}},
                                          .second = {{from, Decimal{1}}}});
        else
            statement.readings.push_back({.kind = Kind::growth,
                                          .subject = rate,
                                          .first = {{to, Decimal{1}}},
                                          .second = {{from, Decimal{1}}}});
    }
    writer.state(std::move(statement), "column of growth");
}

// ── what is left ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// The column of all that was spent in the form of a fund's own accounts: 本年支出, or its 小计.
MentionId spent_of(const Writer& writer, const Row& row) {
    const std::vector<Head>& heads = writer.block.heads;
    MentionId found = no_mention;
    for (std::size_t k = 0; k < heads.size(); ++k) {
        if (heads[k].role != HeadRole::amount || row.figures[k] == no_mention) continue;
        if (contains(heads[k].words, "本年支出")) return row.figures[k];
        if (found == no_mention && heads[k].total && k + 1 < heads.size() && heads[k + 1].amount != nullptr &&
            heads[k + 1].amount->pointer.starts_with("/expenditure/"))
            found = row.figures[k];
    }
    return found;
}

/// 年初结转 + 本年收入 − 本年支出 = 年末结转, and 年初数 + 本年增加 − 本年减少 = 年末数.
void state_closing(const Writer& writer, const Row& row, const RowReader& reader) {
    const MentionId closing = reader.in_phase(Phase::closing);
    const MentionId opening = reader.in_phase(Phase::opening);
    if (closing == no_mention || opening == no_mention) return;
    Reading reading{.kind = Kind::sum, .subject = closing, .first = {{opening, Decimal{1}}}};
    bool whole = true;
    for (std::size_t k = 0; k < row.figures.size(); ++k)
        if (reader.head(k).movement != 0) {
            if (row.blank[k]) whole = false;
            if (writer.is_amount(row.figures[k]))
                reading.first.push_back({row.figures[k], Decimal{reader.head(k).movement}});
        }
    if (reading.first.size() == 1) {
        const MentionId income = reader.under({"本年收入"});
        const MentionId spent = spent_of(writer, row);
        // The form of the funds' own accounts has these four and no other. Elsewhere what was taken back is in no column.
        const bool form = income != no_mention && spent != no_mention;
        const MentionId received = form ? income : reader.in_phase(Phase::received);
        const MentionId executed = form ? spent : reader.in_phase(Phase::executed);
        if (!writer.is_amount(received) || !writer.is_amount(executed)) return;
        reading.first.push_back({received, Decimal{1}});
        reading.first.push_back({executed, Decimal{-1}});
        whole = form;
    }
    for (const MentionTerm& term : reading.first)
        if (!same_dimension(writer.figure(term.figure).unit, writer.figure(closing).unit)) return;
    Statement statement{.word = "sum", .evidence = evidence_if(whole)};
    statement.readings.push_back(std::move(reading));
    writer.state(std::move(statement), "what is left");
}

// ── running totals and weighted scores ───────────────────────────────────────────────────────────────────────────────

/// 累计支出 beside 当月支出: what has come together so far.
void state_running(const Writer& writer) {
    const std::vector<Row>& rows = writer.block.rows;
    const std::vector<Head>& heads = writer.block.heads;
    for (std::size_t k = 1; k < heads.size(); ++k) {
        if (heads[k].role != HeadRole::running || heads[k - 1].role != HeadRole::amount) continue;
        if (is_measure(heads[k].words) || is_measure(heads[k - 1].words)) continue;
        const Row* before = nullptr;
        for (const Row& row : rows) {
            if (row.label.total || row.label.derived() || row.parent != no_row) continue;
            if (before != nullptr && row.figures[k] != no_mention)
                if (Parts parts; before->figures[k] != no_mention && row.figures[k - 1] != no_mention) {
                    parts.add(*before, k);
                    parts.add(row, k - 1);
                    writer.sum(row.figures[k], {std::move(parts)}, false, "column of running totals");
                }
            before = &row;
        }
    }
}

/// 加权得分 = 得分 × 权重.
void state_weighted(const Writer& writer) {
    const std::vector<Head>& heads = writer.block.heads;
    std::size_t weight = no_row;
    std::size_t score = no_row;
    for (std::size_t k = 0; k < heads.size(); ++k) {
        if (heads[k].role == HeadRole::weight && weight == no_row) weight = k;
        if (heads[k].role == HeadRole::score && !heads[k].words.starts_with("加权")) score = k;
    }
    if (weight == no_row || score == no_row) return;
    for (std::size_t k = 0; k < heads.size(); ++k) {
        if (heads[k].role != HeadRole::score || !heads[k].words.starts_with("加权")) continue;
        for (const Row& row : writer.block.rows) {
            if (row.label.total || row.figures[k] == no_mention || row.figures[weight] == no_mention ||
                row.figures[score] == no_mention)
                continue;
            if (writer.figure(row.figures[weight]).unit.dimension != Dimension::percent) continue;
            Statement statement{.word = "product"};
            statement.readings.push_back(
                {.kind = Kind::product,
                 .subject = row.figures[k],
                 .first = {{row.figures[score], Decimal{1}}, {row.figures[weight], Decimal{1}}}});
            writer.state(std::move(statement), "column of weighted scores");
        }
    }
}

// ── formulas ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/// 执行率（B/A）, 3=1+2 in the row 栏次: the columns that the marks name. Returns whether the column is settled by it.
std::vector<bool> state_formulas(const Writer& writer) {
    const std::vector<Head>& heads = writer.block.heads;
    std::vector<bool> settled(heads.size());
    const std::vector<std::optional<ColumnFormula>> formulas = column_formulas(heads);
    for (std::size_t k = 0; k < heads.size(); ++k) {
        if (!formulas[k]) continue;
        const auto& [first, second] = *formulas[k];
        settled[k] = true;
        for (const Row& row : writer.block.rows) {
            const MentionId subject = row.figures[k];
            if (subject == no_mention || row.label.derived()) continue;
            Reading reading{.kind = second.empty() ? Kind::sum : Kind::ratio, .subject = subject};
            bool all = true;
            for (const auto* side : {&first, &second})
                for (const auto& [column, sign] : *side) {
                    all = all && (second.empty() ? true : writer.is_amount(row.figures[column]));
                    if (row.figures[column] == no_mention) continue;
                    (side == &first ? reading.first : reading.second)
                        .push_back({row.figures[column], Decimal{sign}});
                }
            if (!all || reading.first.empty() || (!second.empty() && reading.second.empty())) continue;
            const bool percent = writer.figure(subject).unit.dimension == Dimension::percent;
            if (percent == second.empty()) continue;
            Statement statement{.word = second.empty() ? "sum" : "ratio", .evidence = Evidence::whole};
            if (second.empty()) {
                Parts parts;
                for (const auto& [column, sign] : first) parts.add(row, column, Decimal{sign});
                writer.sum(subject, {std::move(parts)}, true, "formula in the head");
                continue;
            }
            statement.readings.push_back(std::move(reading));
            writer.state(std::move(statement), "formula in the head");
        }
    }
    return settled;
}

} // namespace

void state_derived_columns(const Writer& writer) {
    const std::vector<Head>& heads = writer.block.heads;
    const std::vector<bool> settled = state_formulas(writer);
    std::vector<Pairs> pairs(heads.size());
    for (std::size_t k = 0; k < heads.size(); ++k)
        if (heads[k].role == HeadRole::change || heads[k].role == HeadRole::growth)
            pairs[k] = pairs_before(writer, k);
    for (const Row& row : writer.block.rows) {
        if (row.label.derived()) continue;
        const RowReader reader(writer, row);
        for (std::size_t k = 0; k < heads.size(); ++k) {
            if (row.figures[k] == no_mention || settled[k]) continue;
            if (heads[k].role == HeadRole::rate &&
                writer.figure(row.figures[k]).unit.dimension == Dimension::percent)
                state_rate(writer, reader, row.figures[k], heads[k].words);
            if (heads[k].role == HeadRole::growth) state_growth(writer, row, k, pairs[k]);
            if (heads[k].role == HeadRole::change) state_change(writer, row, k, pairs[k]);
        }
        state_closing(writer, row, reader);
    }
    state_shares(writer);
    state_quantity_columns(writer);
    state_running(writer);
    state_weighted(writer);
}

} // namespace tieout::detail
