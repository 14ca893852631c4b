// SPDX-License-Identifier: MIT
// Self-evaluation: weights, scores and targets.
#include "rules/table/tables.hpp"

#include "rules/table/claimed.hpp"

#include <optional>

namespace tieout {
namespace {

/// Weights or scores of rows, and whether every row has one.
struct Rows {
    std::vector<Term> terms{};
    bool complete = true;

    /// Of an indicator: those of the tier below where that has any, else its own.
    void add(const Indicator& indicator, Stated Indicator::*points) {
        const std::size_t before = terms.size();
        const bool complete_before = complete;
        for (const Indicator& below : indicator.indicators) add(below, points);
        if (terms.size() != before) return;
        complete = complete_before;
        if ((indicator.*points).stated())
            terms.emplace_back(indicator.*points);
        else
            complete = false;
    }
    static Rows of(const std::vector<Indicator>& indicators, Stated Indicator::*points) {
        constexpr std::size_t usual_rows = 16;
        Rows rows;
        if (!indicators.empty()) rows.terms.reserve(usual_rows);
        for (const Indicator& indicator : indicators) rows.add(indicator, points);
        return rows;
    }
};

template <class Visit>
void each_indicator(const std::vector<Indicator>& indicators, Visit&& visit) {
    for (const Indicator& indicator : indicators) {
        visit(indicator);
        each_indicator(indicator.indicators, visit);
    }
}

/// Whether a row surely meets its target, or surely misses it; nothing where that is not stated, or where rounding
/// leaves it open.
std::optional<bool> meets_target(const Indicator& row, std::optional<Printing> document) {
    if (!row.target.known() || !row.actual.known()) return std::nullopt;
    const Figure& target = row.target.best();
    const Figure& actual = row.actual.best();
    if (!same_dimension(target.unit, actual.unit)) return std::nullopt;
    try {
        const Interval interval = shifted(
            interval_of(actual.value, actual.scale(), printing_of(actual.unit, actual.printing, document)),
            actual.unit.power);
        const Interval true_values = actual.sense < 0 ? negated(interval) : interval;
        const Decimal limit = target.base_value();
        const bool surely_above = true_values.low.at >= limit;
        const bool surely_below = true_values.high.at <= limit;
        const bool printed_alike = actual.base_value() == limit;
        switch (row.comparison) {
        case Target::at_least:
            if (printed_alike || surely_above) return true;
            if (true_values.high.at < limit) return false;
            break;
        case Target::at_most:
            if (printed_alike || surely_below) return true;
            if (true_values.low.at > limit) return false;
            break;
        case Target::equals:
            if (printed_alike) return true;
            if (true_values.high.at < limit || true_values.low.at > limit) return false;
            break;
        case Target::not_stated:
        case Target::qualitative:
            break;
        }
    } catch (const Overflow&) {
        // A figure of 38 digits has no interval within 38 digits.
    }
    return std::nullopt;
}

/// Whether it is known what the weights make: what is declared, or 100 where they are all there is.
bool know_their_total(const Evaluation& of) { return of.weight.stated() || of.indicators_complete != subset; }

/// Σ rows (with or without the budget row) against the declared total, or 100.
void weights_make(Relations& r, const Evaluation& of, const Rows& rows) {
    if (of.weight.stated())
        r.sum(of.weight, rows.terms, !rows.complete);
    else
        r.linear(rows.terms, rows.complete ? Comparison::equals : Comparison::at_most, Decimal{100},
                 unit::plain);
}

/// Whether the target was passed by so much that it may have been set too low, which costs points.
bool far_beyond(const Indicator& row) {
    try {
        const Decimal target = row.target.best().base_value() * Decimal::of(13, 1);
        const Decimal actual = row.actual.best().base_value();
        return row.comparison == Target::at_least ? actual >= target
               : row.comparison == Target::at_most
                   ? actual * Decimal::of(13, 1) <= row.target.best().base_value()
                   : false;
    } catch (const Overflow&) {
        return true;
    }
}

void targets(Subject s, std::vector<Asked>& asked) {
    each_indicator(s.filing.evaluation.indicators, [&](const Indicator& row) {
        for (const Stated* figure : {&row.target, &row.actual})
            asked.push_back({*figure, Asked::What::value});
    });
}

constexpr std::array rules_here{
    Rule{
        .code = "T55",
        .name = "evaluation_repeats_the_accounts",
        .severity = Severity::error,
        .demand = {"自评表的年初预算数、全年预算数、全年执行数与部门预算、决算一致",
                   "The self-evaluation repeats the budget and the executed amount of the accounts."},
        .source = clauses::evaluation_form,
        .passing =
            R"({"filing":1,"expenditure":{"executed":"6683.05"},"evaluation":{"budget":{"executed":"6683.05"}}})",
        .failing =
            R"({"filing":1,"expenditure":{"executed":"6683.05"},"evaluation":{"budget":{"executed":"6638.05"}}})",
        .state =
            [](Subject s, Relations& r) {
                for (const Phase phase : {Phase::initial, Phase::adjusted, Phase::executed}) {
                    const Stated& table = s.filing.evaluation.budget.at(phase);
                    const Stated& accounts = s.filing.expenditure.at(phase);
                    if (table.known() && accounts.known()) r.equal({table, accounts});
                }
            }},
    Rule{
        .code = "T61",
        .name = "weights_make_the_total",
        .severity = Severity::error,
        .demand = {"各指标分值之和（含预算执行率分值）等于总分100分",
                   "The weights make 100, with or without the budget row."},
        .source = clauses::evaluation_form,
        .passing =
            R"({"filing":1,"evaluation":{"budget":{"weight":10},"indicators":[{"weight":50},{"weight":40}]}})",
        .failing =
            R"({"filing":1,"evaluation":{"budget":{"weight":10},"indicators":[{"weight":50},{"weight":45}]}})",
        .counter_examples =
            {R"({"filing":1,"evaluation":{"indicators_complete":false,"indicators":[{"weight":20},{"weight":10}]}})"},
        .state =
            [](Subject s, Relations& r) {
                const Evaluation& e = s.filing.evaluation;
                Rows rows = Rows::of(e.indicators, &Indicator::weight);
                if (rows.terms.empty() || !know_their_total(e)) return;
                r.readings_begin(true);
                weights_make(r, e, rows);
                if (e.budget.weight.stated()) {
                    rows.terms.emplace_back(e.budget.weight);
                    weights_make(r, e, rows);
                }
                r.readings_end();
            }},
    Rule{
        .code = "T62",
        .name = "rows_make_the_heading",
        .severity = Severity::error,
        .demand = {"各级指标下属分值之和等于该级标明的分值",
                   "The weights under a heading make the weight that it declares."},
        .source = clauses::evaluation_form,
        .passing =
            R"({"filing":1,"evaluation":{"indicators":[{"weight":100,"indicators":[{"weight":60},{"weight":40}]}]}})",
        .failing =
            R"({"filing":1,"evaluation":{"indicators":[{"weight":100,"indicators":[{"weight":60},{"weight":50}]}]}})",
        .state =
            [](Subject s, Relations& r) {
                each_indicator(s.filing.evaluation.indicators, [&](const Indicator& indicator) {
                    if (!indicator.weight.stated() || indicator.indicators.empty()) return;
                    const Rows rows = Rows::of(indicator.indicators, &Indicator::weight);
                    if (!rows.terms.empty()) r.sum(indicator.weight, rows.terms, !rows.complete);
                });
            }},
    Rule{
        .code = "T63",
        .name = "score_within_weight",
        .severity = Severity::error,
        .demand = {"得分不低于0、不高于分值", "A score is neither below zero nor above its weight."},
        .source = clauses::evaluation_form,
        .passing =
            R"({"filing":1,"evaluation":{"indicators":[{"weight":90,"score":90},{"weight":10,"score":0}]}})",
        .failing =
            R"({"filing":1,"evaluation":{"indicators":[{"weight":90,"score":90.5},{"weight":10,"score":0}]}})",
        .state =
            [](Subject s, Relations& r) {
                const auto row = [&](const Stated& weight, const Stated& score) {
                    if (!score.stated()) return;
                    if (weight.stated()) r.at_most(score, weight);
                    if (score.known() && sign(score.best().value) < 0)
                        r.linear({score}, Comparison::at_least, Decimal{0}, unit::plain);
                };
                each_indicator(s.filing.evaluation.indicators,
                               [&](const Indicator& indicator) { row(indicator.weight, indicator.score); });
                row(s.filing.evaluation.budget.weight, s.filing.evaluation.budget.score);
            }},
    Rule{.code = "T64",
         .name = "scores_make_the_total",
         .severity = Severity::error,
         .demand = {"各指标得分之和等于上级指标得分，连同预算执行率得分等于总分",
                    "The scores make those of the tiers above and, with or without the budget row, the "
                    "total."},
         .source = clauses::evaluation_form,
         .passing = R"({"filing":1,"evaluation":{"score":97,"indicators":[{"score":57},{"score":40}]}})",
         .failing = R"({"filing":1,"evaluation":{"score":97,"indicators":[{"score":57},{"score":38}]}})",
         .state =
             [](Subject s, Relations& r) {
                 const Evaluation& e = s.filing.evaluation;
                 each_indicator(e.indicators, [&](const Indicator& indicator) {
                     if (!indicator.score.stated() || indicator.indicators.empty()) return;
                     const Rows rows = Rows::of(indicator.indicators, &Indicator::score);
                     if (!rows.terms.empty()) r.sum(indicator.score, rows.terms, !rows.complete);
                 });
                 if (!e.score.stated()) return;
                 Rows rows = Rows::of(e.indicators, &Indicator::score);
                 if (rows.terms.empty()) return;
                 r.readings_begin(true);
                 r.sum(e.score, rows.terms, !rows.complete);
                 if (e.budget.score.stated()) {
                     rows.terms.emplace_back(e.budget.score);
                     r.sum(e.score, rows.terms, !rows.complete);
                 }
                 r.readings_end();
             }},
    Rule{
        .code = "T65",
        .name = "execution_rate_of_the_evaluation",
        .severity = Severity::error,
        .demand = {"自评表执行率等于全年执行数除以全年预算数",
                   "The execution rate of the self-evaluation is executed over adjusted budget."},
        .source = clauses::evaluation_form,
        .passing =
            R"({"filing":1,"evaluation":{"budget":{"adjusted":"329.77","executed":"338.31","rates":[{"stated":"102.59%","of":"adjusted"}]}}})",
        .failing =
            R"({"filing":1,"evaluation":{"budget":{"adjusted":"329.77","executed":"338.31","rates":[{"stated":"100.00%","of":"adjusted"}]}}})",
        .state =
            [](Subject s, Relations& r) {
                const ItemRef budget{&s.filing.evaluation.budget, nullptr};
                for (const Rate& rate : budget.item->rates) state_rate(s, r, rate, &budget);
            }},
    Rule{.code = "T67",
         .name = "score_is_stated_alike",
         .severity = Severity::error,
         .demand = {"正文与自评表所列得分一致", "Text and table state the same score."},
         .source = clauses::evaluation_form,
         .passing = R"({"filing":1,"evaluation":{"score":["97","97.0"]}})",
         .failing = R"({"filing":1,"evaluation":{"score":["97","98.6"]}})",
         .state =
             [](Subject s, Relations& r) {
                 state_restated(r, s.filing.evaluation.score);
                 state_restated(r, s.filing.evaluation.weight);
                 state_restated(r, s.filing.evaluation.budget.score);
                 each_indicator(s.filing.evaluation.indicators, [&](const Indicator& indicator) {
                     state_restated(r, indicator.score);
                     state_restated(r, indicator.weight);
                 });
             }},
    Rule{
        .code = "T68",
        .name = "score_follows_the_target",
        .severity = Severity::warning,
        .demand = {"完成指标值的得满分；未完成而得满分的应说明原因",
                   "Whoever meets a target has its points; who misses it and has them all says why."},
        .source = clauses::evaluation_form,
        .passing =
            R"({"filing":1,"evaluation":{"indicators":[{"weight":90,"score":80,"comparison":"at_least","target":"95%","actual":"85%"},{"weight":10,"score":10,"comparison":"at_most","target":4,"actual":4}]}})",
        .failing =
            R"({"filing":1,"evaluation":{"indicators":[{"weight":90,"score":90,"comparison":"at_least","target":"95%","actual":"85%"},{"weight":10,"score":10}]}})",
        .counter_examples =
            {R"({"filing":1,"evaluation":{"indicators":[{"weight":90,"score":88,"comparison":"at_least","target":100,"actual":150},{"weight":10,"score":10}]}})"},
        .state =
            [](Subject s, Relations& r) {
                each_indicator(s.filing.evaluation.indicators, [&](const Indicator& row) {
                    if (!row.indicators.empty() || !row.reason.empty() || !row.weight.known() ||
                        !row.score.known())
                        return;
                    const auto met = meets_target(row, s.filing.rounding);
                    if (!met || far_beyond(row)) return;
                    if (*met) {
                        // In a form that was read, half a point may be off for what no column says.
                        const Figure& score = row.score.best();
                        const bool partly = !score.context.empty() && sign(score.value) > 0;
                        r.evidence(partly ? Evidence::open : Evidence::whole);
                        r.at_most(row.weight, row.score);
                        r.evidence(Evidence::whole);
                    } else
                        r.linear({row.score, Term(row.weight, Decimal{-1})}, Comparison::less_than,
                                 Decimal{0}, unit::plain);
                });
            },
        .asks = targets},
    Rule{
        .code = "T86",
        .name = "budget_row_counts_towards_the_total",
        .severity = Severity::warning,
        .demand = {"预算执行率分值与各指标分值合计为总分（10号文：10分与90分）",
                   "The weight of the budget row and those of the indicators make the total together."},
        .source = clauses::evaluation_form,
        .passing =
            R"({"filing":1,"evaluation":{"budget":{"weight":10},"indicators":[{"weight":50},{"weight":40}]}})",
        .failing =
            R"({"filing":1,"evaluation":{"budget":{"weight":100},"indicators":[{"weight":60},{"weight":40}]}})",
        .state = [](Subject s, Relations& r) {
            const Evaluation& e = s.filing.evaluation;
            Rows rows = Rows::of(e.indicators, &Indicator::weight);
            if (rows.terms.empty() || !e.budget.weight.stated() || !know_their_total(e)) return;
            rows.terms.emplace_back(e.budget.weight);
            weights_make(r, e, rows);
        }}};

} // namespace

std::span<const Rule> rules_of_evaluation() noexcept { return rules_here; }

} // namespace tieout
