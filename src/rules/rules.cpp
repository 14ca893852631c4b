// SPDX-License-Identifier: MIT
#include <tieout/rules/rule.hpp>

#include "statement.hpp"

#include <tieout/numbers/date.hpp>
#include <tieout/rules/ratio_table.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace tieout {
namespace {

constexpr Clause accounts_form{"财决01 收入支出决算总表 审核公式"};
constexpr Clause income_form{"收入决算表 审核公式"};
constexpr Clause expenditure_form{"支出决算表 审核公式"};
constexpr Clause fiscal_form{"财政拨款收入支出决算总表 审核公式"};
constexpr Clause basic_form{"一般公共预算财政拨款基本支出决算表 审核公式"};
constexpr Clause three_public_form{"财政拨款“三公”经费支出决算表 审核公式"};
constexpr Clause evaluation_form{"财预〔2020〕10号 项目支出绩效评价管理办法, 自评表", true};
constexpr Clause balance_sheet{"政府会计制度 资产负债表", true};
constexpr Clause operating_definition{"部门决算名词解释: 机关运行经费", true};
constexpr Clause procurement_form{"部门决算公开: 政府采购支出", true};
constexpr Clause disclosure{"预决算公开操作规程", true};
constexpr Clause framework{"财预〔2013〕53号 绩效评价共性指标体系框架", true};
constexpr Clause arithmetic{"列报数据的算术关系"};

using Subject = const RuleSubject&;

/// States the split of every item that carries this name.
template <class Chosen>
void each_split(Subject s, Relations& r, Chosen chosen) {
    for (const ItemRef& ref : s.items)
        for (const Split& split : ref.item->splits)
            if (chosen(*ref.item, split)) state_split(r, *ref.item, split);
}

bool is_income(Subject s, const Item& item) {
    return &item == &s.filing.income || &item == &s.filing.total_income;
}

constexpr std::array<std::string_view, 4> named_splits{"fund", "economic", "function", "projects"};

bool named(const Split& split) {
    for (const std::string_view name : named_splits)
        if (split.name == name) return true;
    return false;
}

/// The vehicles as one term, or what they consist of where only that is stated.
void vehicles(std::vector<Term>& terms, const Vehicles& item, Phase phase) {
    if (item.at(phase).stated()) {
        terms.emplace_back(item.at(phase));
        return;
    }
    if (item.purchase.at(phase).stated()) terms.emplace_back(item.purchase.at(phase));
    if (item.operation.at(phase).stated()) terms.emplace_back(item.operation.at(phase));
}

std::vector<Term> three_public_parts(const ThreePublic& item, Phase phase) {
    std::vector<Term> parts;
    if (item.abroad.at(phase).stated()) parts.emplace_back(item.abroad.at(phase));
    vehicles(parts, item.vehicles, phase);
    if (item.reception.at(phase).stated()) parts.emplace_back(item.reception.at(phase));
    return parts;
}

/// Whether each of the three public expenses is spoken of.
bool all_three(const ThreePublic& item, Phase phase) {
    return item.abroad.at(phase).stated() && item.reception.at(phase).stated() &&
           (item.vehicles.at(phase).stated() || item.vehicles.operation.at(phase).stated());
}

bool empty_cell(const Stated& figure) { return figure.stated() && !figure.known(); }

bool exactly_zero(const Figure& figure) {
    return figure.known() && is_zero(figure.value) &&
           (figure.state == State::none_by_word || figure.unit.exact);
}

/// The income that could be spent, in its parts where those are printed finer than the total.
std::vector<Term> available(const Filing& f) {
    std::vector<Term> parts;
    const bool in_parts = f.income.executed.known() && f.income.opening.known();
    if (in_parts) {
        parts.emplace_back(f.income.executed);
        parts.emplace_back(f.income.opening);
        if (f.surplus_used.executed.known()) parts.emplace_back(f.surplus_used.executed);
    }
    const Stated& total = f.total_income.executed;
    if (!total.stated()) return parts;
    if (in_parts) {
        const auto fineness = [](const Stated& stated) {
            return base_scale(stated.best().scale(), stated.best().unit);
        };
        if (total.known() && fineness(f.income.executed) > fineness(total) &&
            fineness(f.income.opening) > fineness(total))
            return parts;
    }
    return {Term(total)};
}

/// Whether the parts are printed finer than the total.
void fineness_of_income(Subject s, std::vector<Asked>& asked) {
    for (const Stated* part : {&s.filing.income.executed, &s.filing.income.opening})
        asked.push_back({*part, Asked::What::finer, s.filing.total_income.executed});
}

void income_covers_expenditure(Subject s, Relations& r) {
    const Filing& f = s.filing;
    for (const Phase phase : {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed}) {
        const Stated& income = f.total_income.at(phase);
        if (income.stated() && f.total_expenditure.at(phase).stated()) {
            r.equal({income, f.total_expenditure.at(phase)});
            continue;
        }
        const Stated& spent = f.expenditure.at(phase);
        if (!spent.stated()) continue;
        if (phase != Phase::executed) {
            if (income.stated()) r.at_most(spent, income);
            continue;
        }
        const std::vector<Term> from = available(f);
        if (from.empty()) continue;
        if (!f.expenditure.closing.stated() || !f.distribution.executed.stated()) {
            // What is left, or distributed, may not be spoken of: what is can only be less than came in.
            std::vector<Term> uses{spent};
            for (const Stated* use : {&f.expenditure.closing, &f.distribution.executed})
                if (use->stated()) uses.emplace_back(*use);
            r.at_most(uses, from);
            continue;
        }
        // What came in is what was spent, distributed and carried out: stated as spent = income − the rest.
        std::vector<Term> parts = from;
        parts.emplace_back(f.expenditure.closing, Decimal{-1});
        parts.emplace_back(f.distribution.executed, Decimal{-1});
        r.sum(spent, parts);
    }
}

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

/// Σ rows (with or without the budget row) against the declared total, or 100.
void weights_make(Relations& r, const Stated& total, const Rows& rows) {
    if (total.stated())
        r.sum(total, rows.terms, !rows.complete);
    else
        r.linear(rows.terms, rows.complete ? Comparison::equals : Comparison::at_most, Decimal{100},
                 unit::plain);
}

void compare_statements(Relations& r, std::span<const Figure> statements) {
    std::vector<Term> known;
    for (const Figure& statement : statements)
        if (statement.known()) known.emplace_back(std::span<const Figure>(&statement, 1));
    if (known.size() > 1) r.equal(known);
}

void restated(Relations& r, const Stated& figure) {
    if (figure.statements().size() > 1) compare_statements(r, figure.statements());
}

/// The shares of these items, where each has exactly one in this phase, all of the same whole.
void shares_make_whole(Relations& r, std::span<const Item* const> items, Phase phase) {
    std::vector<Term> shares;
    const Share* first = nullptr;
    for (const Item* item : items) {
        const Share* found = nullptr;
        for (const Share& share : item->shares)
            if (share.phase == phase) {
                if (found != nullptr) return;
                found = &share;
            }
        if (found == nullptr || !found->stated.stated()) return;
        if (first == nullptr)
            first = found;
        else if (!same_references(first->of, found->of))
            return;
        shares.emplace_back(found->stated);
    }
    if (shares.size() > 1) r.linear(shares, Comparison::equals, Decimal{100}, unit::percent);
}

void state_shares(Subject s, Relations& r) {
    for (const ItemRef& ref : s.items)
        for (const Share& share : ref.item->shares) {
            const Stated& part = ref.item->at(share.phase);
            if (!share.stated.stated()) continue;
            const Term numerator = part.stated() ? Term(part) : not_stated();
            if (!share.of.empty()) {
                r.readings_begin(true);
                for (const Reference& of : share.of)
                    r.share(share.stated, {&numerator, 1}, resolve(s.filing, *ref.item, of));
                r.readings_end();
                continue;
            }
            std::vector<Term> wholes;
            const auto add = [&](const Stated& whole) {
                if (whole.stated() && &whole != &part) wholes.emplace_back(whole);
            };
            if (ref.parent != nullptr) add(ref.parent->at(share.phase));
            add(s.filing.expenditure.at(share.phase));
            add(s.filing.total_income.at(share.phase));
            add(s.filing.income.at(share.phase));
            state_candidates(r, share.stated, {&numerator, 1}, wholes);
        }
}

void state_changes(Subject s, Relations& r) {
    for (const ItemRef& ref : s.items) {
        const Item& item = *ref.item;
        for (const Change& change : item.changes) {
            if (!change.stated.stated()) continue;
            const Stated& now = item.at(change.phase);
            const Term to = now.stated() ? Term(now) : not_stated();
            std::vector<std::vector<Term>> bases;
            for (const Reference& from : change.from) bases.push_back(resolve(s.filing, item, from));
            // Without a base it can still be the base that a stated growth is over, and is checked there.
            if (bases.empty() && !item.prior.stated() &&
                std::any_of(item.growth.begin(), item.growth.end(), [&](const Growth& growth) {
                    return growth.phase == change.phase && growth.stated.stated();
                }))
                continue;
            if (bases.empty())
                bases.push_back(
                    {item.prior.stated() && change.phase != Phase::prior ? Term(item.prior) : not_stated()});
            r.readings_begin(true);
            for (std::vector<Term>& base : bases) {
                // change = now − base
                std::vector<Term> parts{to};
                for (Term& term : base) parts.emplace_back(term.statements, -term.coefficient);
                r.sum(change.stated, parts);
            }
            r.readings_end();
        }
        for (const Growth& growth : item.growth) {
            if (!growth.stated.stated()) continue;
            const Stated& now = item.at(growth.phase);
            const Term to = now.stated() ? Term(now) : not_stated();
            if (!growth.from.empty()) {
                r.readings_begin(true);
                for (const Reference& from : growth.from) {
                    const std::vector<Term> base = resolve(s.filing, item, from);
                    std::vector<Term> grown{to};
                    if (const Change* change = find_change(item, growth.phase)) {
                        // The base may be of another kind than the figure, net where that is gross: what it grew by
                        // is the stated change.
                        grown = base;
                        grown.emplace_back(change->stated);
                    }
                    r.growth(growth.stated, base, grown);
                }
                r.readings_end();
            } else if (item.prior.stated() && growth.phase != Phase::prior) {
                r.growth(growth.stated, item.prior, to);
            } else if (const Change* change = find_change(item, growth.phase)) {
                // The base is what the change leaves of the figure.
                r.growth(growth.stated, std::array{to, Term(change->stated, Decimal{-1})}, std::array{to});
            } else {
                r.growth(growth.stated, not_stated(), to);
            }
        }
    }
}

/// What an item is compared with where a rate does not say of what.
std::vector<Term> rate_bases(Subject s, const ItemRef& ref, Phase phase) {
    std::vector<Term> bases;
    const auto add = [&](const Stated& base) {
        if (base.stated()) bases.emplace_back(base);
    };
    for (const Phase candidate : {Phase::initial, Phase::adjusted, Phase::received, Phase::opening})
        if (candidate != phase) add(ref.item->at(candidate));
    if (ref.parent != nullptr) add(ref.parent->at(phase));
    if (ref.item == &s.filing.expenditure) {
        add(s.filing.total_income.executed);
        add(s.filing.income.executed);
    }
    return bases;
}

void state_rate(Subject s, Relations& r, const Rate& rate, const ItemRef* ref) {
    if (!rate.stated.stated()) return;
    if (!rate.ratio.empty()) {
        const RatioEntry* entry = find_ratio(rate.ratio);
        const bool in_scope =
            entry != nullptr && (ref != nullptr) == (entry->scope != RatioEntry::Scope::filing);
        RatioSubject of{s.filing, ref != nullptr ? ref->item : nullptr,
                        ref != nullptr ? as_project(s.filing, *ref->item) : nullptr};
        const auto state = [&] {
            Terms numerator = in_scope ? entry->numerator(of) : Terms{};
            Terms denominator = in_scope ? entry->denominator(of) : Terms{};
            if (numerator.empty()) numerator.push_back(not_stated());
            if (denominator.empty()) denominator.push_back(not_stated());
            r.ratio(rate.stated, numerator, denominator);
        };
        // "Of the budget" may mean the adjusted one or the initial one.
        r.readings_begin(true);
        state();
        of.initial_budget = true;
        if (in_scope && entry->on_either_budget) state();
        r.readings_end();
        return;
    }
    if (ref == nullptr) {
        r.ratio(rate.stated, {}, {});
        return;
    }
    const Stated& now = ref->item->at(rate.phase);
    const Term numerator = now.stated() ? Term(now) : not_stated();
    if (!rate.of.empty()) {
        r.readings_begin(true);
        for (const Reference& of : rate.of)
            r.ratio(rate.stated, std::array{numerator}, resolve(s.filing, *ref->item, of));
        r.readings_end();
        return;
    }
    state_candidates(r, rate.stated, {&numerator, 1}, rate_bases(s, *ref, rate.phase));
}

void state_comparatives(Subject s, Relations& r, bool with_prior) {
    for (const ItemRef& ref : s.items)
        for (const Comparative& said : ref.item->comparatives) {
            if ((said.with == Phase::prior) != with_prior) continue;
            const Stated& now = ref.item->at(said.phase);
            const Stated& then = ref.item->at(said.with);
            const Term a = now.stated() ? Term(now) : not_stated();
            const Term b = then.stated() ? Term(then) : not_stated();
            const std::array terms{a, Term(b.statements, Decimal{-1})};
            if (said.word == Comparative::Word::equal)
                r.equal({a, b});
            else
                r.linear(terms,
                         said.word == Comparative::Word::more ? Comparison::more_than : Comparison::less_than,
                         Decimal{0}, unit::plain);
        }
}

/// Calls use(rate, base) for every growth and rate that is stated over one figure.
template <class Use>
void each_base(Subject s, Use use) {
    for (const ItemRef& ref : s.items) {
        const Item& item = *ref.item;
        for (const Growth& growth : item.growth)
            if (growth.from.empty() && growth.stated.stated() && item.prior.stated())
                use(growth.stated, item.prior.best());
        for (const Rate& rate : item.rates) {
            if (!rate.stated.stated()) continue;
            std::vector<Term> base;
            if (const RatioEntry* entry = find_ratio(rate.ratio);
                entry != nullptr && entry->scope != RatioEntry::Scope::filing)
                base = entry->denominator({s.filing, &item, as_project(s.filing, item)});
            else if (rate.of.size() == 1)
                base = resolve(s.filing, item, rate.of.front());
            if (base.size() == 1) use(rate.stated, base.front().statements.front());
        }
    }
}

void no_rate_over_zero(Subject s, Relations& r) {
    each_base(s, [&](const Stated& rate, const Figure& base) {
        if (exactly_zero(base)) r.absent(rate);
    });
}

/// Printed to the nearest, a base of zero need not be zero.
void zero_bases(Subject s, std::vector<Asked>& asked) {
    each_base(s, [&](const Stated&, const Figure& base) {
        if (base.unit.exact) asked.push_back({{&base, 1}, Asked::What::zero});
    });
}

void zero_three_public(Subject s, std::vector<Asked>& asked) {
    for (const Phase phase : phases) asked.push_back({s.filing.three_public.at(phase), Asked::What::zero});
}

void targets(Subject s, std::vector<Asked>& asked) {
    each_indicator(s.filing.evaluation.indicators, [&](const Indicator& row) {
        for (const Stated* figure : {&row.target, &row.actual})
            asked.push_back({*figure, Asked::What::value});
    });
}

/// Day number of 31 December.
Decimal last_day_of(int year) { return Decimal{days_of(Date{year, 12, 31})}; }

constexpr std::array
    rule_table{
        Rule{
            .code = "T01",
            .name = "income_is_the_sum_of_its_sources",
            .severity = Severity::error,
            .demand = {"收入合计等于各项收入之和", "Income equals the sum of its sources."},
            .source = income_form,
            .passing =
                R"({"filing":1,"income":{"executed":"1709.11","splits":{"fund":{"complete":true,"items":[{"executed":"1702.63"},{"executed":"6.48"}]}}}})",
            .failing =
                R"({"filing":1,"income":{"executed":"1709.11","splits":{"fund":{"complete":true,"items":[{"executed":"1702.63"},{"executed":"6.84"}]}}}})",
            .state =
                [](Subject s, Relations& r) {
                    each_split(s, r, [&](const Item& item, const Split& split) {
                        return split.name == "fund" && is_income(s, item);
                    });
                }},
        Rule{
            .code = "T02",
            .name = "total_income_is_income_surplus_and_carry_over",
            .severity = Severity::error,
            .demand =
                {"收入总计等于本年收入合计、使用非财政拨款结余与年初结转和结余之和",
                 "Total income equals the income of the year, surplus used and what was brought forward."},
            .source = accounts_form,
            .passing =
                R"({"filing":1,"total_income":{"executed":"525.10"},"income":{"executed":"504.11","opening":"20.99"}})",
            .failing =
                R"({"filing":1,"total_income":{"executed":"525.10"},"income":{"executed":"504.11","opening":"22.99"}})",
            .state =
                [](Subject s, Relations& r) {
                    const Filing& f = s.filing;
                    const Stated& total = f.total_income.executed;
                    if (!total.stated() || !f.income.executed.stated()) return;
                    std::vector<Term> parts{f.income.executed};
                    if (f.surplus_used.executed.stated()) parts.emplace_back(f.surplus_used.executed);
                    if (f.income.opening.stated()) {
                        parts.emplace_back(f.income.opening);
                        // Surplus may have been used without a word of it.
                        r.sum(total, parts, !f.surplus_used.executed.stated());
                    } else {
                        // What was brought forward is not stated: the rest can only be less.
                        r.at_most(parts, std::array{Term(total)});
                    }
                }},
        Rule{
            .code = "T03",
            .name = "expenditure_is_the_sum_of_its_functions",
            .severity = Severity::error,
            .demand = {"支出合计等于各功能分类支出之和",
                       "Expenditure equals the sum of its functional classes."},
            .source = expenditure_form,
            .passing =
                R"({"filing":1,"expenditure":{"executed":"30","splits":{"function":{"complete":true,"items":[{"code":"201","executed":"20"},{"code":"208","executed":"10"}]}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"executed":"30","splits":{"function":{"complete":true,"items":[{"code":"201","executed":"20"},{"code":"208","executed":"12"}]}}}})",
            .state =
                [](Subject s, Relations& r) {
                    each_split(s, r,
                               [](const Item&, const Split& split) { return split.name == "function"; });
                }},
        Rule{
            .code = "T04",
            .name = "total_expenditure_is_expenditure_and_carry_over",
            .severity = Severity::error,
            .demand = {"支出总计等于本年支出合计、结余分配与年末结转和结余之和",
                       "Total expenditure equals the expenditure of the year, surplus distributed and what "
                       "is carried forward."},
            .source = accounts_form,
            .passing =
                R"({"filing":1,"total_expenditure":{"executed":"525.10"},"expenditure":{"executed":"500.00","closing":"25.10"}})",
            .failing =
                R"({"filing":1,"total_expenditure":{"executed":"525.10"},"expenditure":{"executed":"500.00","closing":"52.10"}})",
            .state =
                [](Subject s, Relations& r) {
                    const Filing& f = s.filing;
                    const Stated& total = f.total_expenditure.executed;
                    if (!total.stated() || !f.expenditure.executed.stated()) return;
                    std::vector<Term> parts{f.expenditure.executed};
                    if (f.distribution.executed.stated()) parts.emplace_back(f.distribution.executed);
                    if (f.expenditure.closing.stated()) {
                        parts.emplace_back(f.expenditure.closing);
                        // Surplus may have been distributed without a word of it.
                        r.sum(total, parts, !f.distribution.executed.stated());
                    } else {
                        r.at_most(parts, std::array{Term(total)});
                    }
                }},
        Rule{.code = "T05",
             .name = "expenditure_is_covered_by_income",
             .severity = Severity::error,
             .demand = {"收入总计等于支出总计；支出不超过本年收入与年初结转之和",
                        "Total income equals total expenditure; no more is spent than came in and was "
                        "brought forward."},
             .source = accounts_form,
             .passing =
                 R"({"filing":1,"total_income":{"executed":"525.10"},"expenditure":{"executed":"525.10"}})",
             .failing =
                 R"({"filing":1,"total_income":{"executed":"525.10"},"expenditure":{"executed":"531.07"}})",
             .state = income_covers_expenditure,
             .asks = fineness_of_income},
        Rule{
            .code = "T06",
            .name = "basic_is_personnel_and_operating",
            .severity = Severity::error,
            .demand = {"基本支出等于人员经费与公用经费之和",
                       "Basic expenditure equals personnel and operating expenditure."},
            .source = accounts_form,
            .passing =
                R"({"filing":1,"expenditure":{"basic":{"executed":"467.35","personnel":{"executed":"451.59"},"operating":{"executed":"15.76"}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"basic":{"executed":"467.35","personnel":{"executed":"451.59"},"operating":{"executed":"17.56"}}}})",
            .state =
                [](Subject s, Relations& r) {
                    const BasicExpenditure& basic = s.filing.expenditure.basic;
                    state_parts(r, basic, {&basic.personnel, &basic.operating}, 2);
                }},
        Rule{
            .code = "T07",
            .name = "expenditure_is_basic_project_and_others",
            .severity = Severity::error,
            .demand = {"本年支出合计等于基本支出、项目支出、上缴上级支出、经营支出与对附属单位补助支出之和",
                       "Expenditure equals basic and project expenditure (and what is remitted, spent in "
                       "business or passed on)."},
            .source = accounts_form,
            .passing =
                R"({"filing":1,"expenditure":{"executed":"1709.11","basic":{"executed":"467.35"},"project":{"executed":"1241.76"}}})",
            .failing =
                R"({"filing":1,"expenditure":{"prior":"3960.32","basic":{"prior":"1277.71"},"project":{"prior":"2682.5"}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Expenditure& e = s.filing.expenditure;
                    state_parts(r, e, {&e.basic, &e.project, &e.remitted, &e.business, &e.subsidised}, 2);
                }},
        Rule{
            .code = "T08",
            .name = "construction_is_part_of_projects",
            .severity = Severity::error,
            .demand = {"项目支出不小于其中的基本建设类项目",
                       "Construction does not exceed project expenditure."},
            .source = accounts_form,
            .passing =
                R"({"filing":1,"expenditure":{"project":{"executed":"50","construction":{"executed":"50"}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"project":{"executed":"50","construction":{"executed":"55"}}}})",
            .state =
                [](Subject s, Relations& r) {
                    const ProjectExpenditure& project = s.filing.expenditure.project;
                    for (const Phase phase : phases) {
                        if (phase == Phase::supplementary || !project.at(phase).stated()) continue;
                        for (const Item* part : {&project.construction, &project.key})
                            if (part->at(phase).stated()) r.at_most(part->at(phase), project.at(phase));
                    }
                }},
        Rule{
            .code = "T09",
            .name = "economic_classes_make_the_total",
            .severity = Severity::error,
            .demand = {"合计等于各经济分类支出之和", "The total equals the sum of its economic classes."},
            .source = accounts_form,
            .passing =
                R"({"filing":1,"expenditure":{"basic":{"initial":"404.96","splits":{"economic":{"complete":true,"items":[{"code":"301","initial":"384.78"},{"code":"302","initial":"20.07"},{"code":"303","initial":"0.11"}]}}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"basic":{"initial":"404.96","splits":{"economic":{"complete":true,"items":[{"code":"301","initial":"384.78"},{"code":"302","initial":"20.70"},{"code":"303","initial":"0.11"}]}}}}})",
            .state =
                [](Subject s, Relations& r) {
                    each_split(s, r,
                               [](const Item&, const Split& split) { return split.name == "economic"; });
                }},
        Rule{
            .code = "T28",
            .name = "what_came_in_is_spent_or_left",
            .severity = Severity::error,
            .demand = {"年初结转与本年收入之和等于支出与年末结转之和",
                       "What was brought forward and received equals what was spent and is left."},
            .source = fiscal_form,
            .passing =
                R"({"filing":1,"items":[{"label":"一般公共预算财政拨款","opening":"20.99","received":"504.11","executed":"500.00","closing":"25.10"}]})",
            .failing =
                R"({"filing":1,"items":[{"label":"一般公共预算财政拨款","opening":"20.99","received":"504.11","executed":"500.00","closing":"21.50"}]})",
            .state =
                [](Subject s, Relations& r) {
                    for (const ItemRef& ref : s.items) {
                        const Item& item = *ref.item;
                        if (item.opening.stated() && item.received.stated() && item.executed.stated() &&
                            item.closing.stated())
                            r.sum(item.executed,
                                  {item.opening, item.received, Term(item.closing, Decimal{-1})});
                    }
                }},
        Rule{
            .code = "T37",
            .name = "personnel_is_wages_and_household_aid",
            .severity = Severity::error,
            .demand = {"人员经费等于工资福利支出（301）与对个人和家庭的补助（303）之和",
                       "Personnel expenditure equals wages (301) and aid to persons and households (303)."},
            .source = basic_form,
            .passing =
                R"({"filing":1,"expenditure":{"basic":{"personnel":{"executed":"90"},"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"80"},{"code":"303","executed":"10"}]}}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"basic":{"personnel":{"executed":"90"},"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"80"},{"code":"303","executed":"12"}]}}}}})",
            .state =
                [](Subject s, Relations& r) {
                    state_classes(r, s.filing.expenditure.basic, s.filing.expenditure.basic.personnel, true);
                }},
        Rule{
            .code = "T38",
            .name = "operating_is_the_other_classes",
            .severity = Severity::error,
            .demand =
                {"公用经费等于基本支出中301、303以外各经济分类之和",
                 "Operating expenditure equals the classes of basic expenditure other than 301 and 303."},
            .source = basic_form,
            .passing =
                R"({"filing":1,"expenditure":{"basic":{"operating":{"executed":"15"},"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"80"},{"code":"302","executed":"12"},{"code":"310","executed":"3"}]}}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"basic":{"operating":{"executed":"15"},"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"80"},{"code":"302","executed":"12"},{"code":"310","executed":"5"}]}}}}})",
            .state =
                [](Subject s, Relations& r) {
                    state_classes(r, s.filing.expenditure.basic, s.filing.expenditure.basic.operating, false);
                }},
        Rule{
            .code = "T39",
            .name = "class_is_the_sum_of_its_items",
            .severity = Severity::error,
            .demand = {"类级金额等于所属款级金额之和", "A class equals the sum of the items coded under it."},
            .source = basic_form,
            .passing =
                R"({"filing":1,"expenditure":{"basic":{"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"30"},{"code":"30101","executed":"20"},{"code":"30102","executed":"10"}]}}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"basic":{"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"30"},{"code":"30101","executed":"20"},{"code":"30102","executed":"12"}]}}}}})",
            .state =
                [](Subject s, Relations& r) {
                    for (const ItemRef& ref : s.items)
                        for (const Split& split : ref.item->splits) state_codes(r, split);
                }},
        Rule{
            .code = "T42",
            .name = "three_public_is_the_sum_of_its_parts",
            .severity = Severity::error,
            .demand = {"“三公”经费合计等于因公出国（境）费、公务用车购置及运行维护费与公务接待费之和",
                       "The three public expenses equal travel abroad, vehicles and receptions."},
            .source = three_public_form,
            .passing =
                R"({"filing":1,"three_public":{"initial":"7","abroad":{"initial":"0"},"vehicles":{"initial":"0"},"reception":{"initial":"7"}}})",
            .failing =
                R"({"filing":1,"three_public":{"initial":"17","abroad":{"initial":"0"},"vehicles":{"initial":"0"},"reception":{"initial":"7"}}})",
            .state =
                [](Subject s, Relations& r) {
                    const ThreePublic& item = s.filing.three_public;
                    for (const Phase phase : phases) {
                        const Stated& total = item.at(phase);
                        // An empty total beside its parts is a matter of presence (T81).
                        if (!total.stated() || empty_cell(total)) continue;
                        const std::vector<Term> parts = three_public_parts(item, phase);
                        if (parts.empty()) continue;
                        if (all_three(item, phase))
                            r.sum(total, parts);
                        else if (phase != Phase::supplementary)
                            r.at_most(parts, std::array{Term(total)});
                    }
                }},
        Rule{
            .code = "T43",
            .name = "vehicles_are_purchase_and_operation",
            .severity = Severity::error,
            .demand = {"公务用车购置及运行维护费等于公务用车购置费与公务用车运行维护费之和",
                       "Vehicles equal their purchase and their operation."},
            .source = three_public_form,
            .passing =
                R"({"filing":1,"three_public":{"vehicles":{"executed":"5.2","purchase":{"executed":"0"},"operation":{"executed":"5.2"}}}})",
            .failing =
                R"({"filing":1,"three_public":{"vehicles":{"executed":"5.2","purchase":{"executed":"0"},"operation":{"executed":"2.5"}}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Vehicles& item = s.filing.three_public.vehicles;
                    state_parts(r, item, {&item.purchase, &item.operation}, 2);
                }},
        Rule{
            .code = "T44",
            .name = "zero_three_public_has_zero_parts",
            .severity = Severity::error,
            .demand = {"“三公”经费合计为零时各项均为零",
                       "Where the three public expenses are zero, so is each of them."},
            .source = three_public_form,
            .passing =
                R"({"filing":1,"three_public":{"executed":"无","reception":{"executed":"0"},"abroad":{"executed":""}}})",
            .failing =
                R"({"filing":1,"three_public":{"executed":"无","reception":{"executed":"3"},"abroad":{"executed":""}}})",
            .state =
                [](Subject s, Relations& r) {
                    const ThreePublic& item = s.filing.three_public;
                    for (const Phase phase : phases) {
                        const Stated& total = item.at(phase);
                        if (!total.known() || !is_zero(total.best().value)) continue;
                        const std::vector<Term> parts = three_public_parts(item, phase);
                        bool all_known = all_three(item, phase);
                        for (const Term& part : parts)
                            all_known = all_known && Stated::most_precise(part.statements).known();
                        // Where every part is known the sum (T42), or its bound, says it already.
                        if (all_known) continue;
                        for (const Term& part : parts)
                            if (Stated::most_precise(part.statements).known()) r.at_most(part, total);
                    }
                },
            .asks = zero_three_public},
        Rule{.code = "T46",
             .name = "three_public_within_budget",
             .severity = Severity::warning,
             .demand = {"“三公”经费决算数不超过预算数，超过的应说明原因",
                        "The three public expenses stay within their budget unless a reason is given."},
             .source = three_public_form,
             .passing = R"({"filing":1,"three_public":{"reception":{"initial":"7","executed":"0.38"}}})",
             .failing = R"({"filing":1,"three_public":{"reception":{"initial":"7","executed":"9"}}})",
             .state =
                 [](Subject s, Relations& r) {
                     const ThreePublic& t = s.filing.three_public;
                     for (const Item* item :
                          {static_cast<const Item*>(&t), &t.abroad, static_cast<const Item*>(&t.vehicles),
                           &t.vehicles.purchase, &t.vehicles.operation,
                           static_cast<const Item*>(&t.reception)}) {
                         const Stated& budget = item->adjusted.stated() ? item->adjusted : item->initial;
                         if (item->executed.known() && budget.known() && item->reason.empty())
                             r.at_most(item->executed, budget);
                     }
                 }},
        Rule{.code = "T48",
             .name = "no_more_used_than_available",
             .severity = Severity::warning,
             .demand = {"支出不超过年初结转与本年到位资金之和",
                        "No more is used than was brought forward and received."},
             .source = framework,
             .passing = R"({"filing":1,"items":[{"opening":"0","received":"8.3","executed":"8.3"}]})",
             .failing = R"({"filing":1,"items":[{"opening":"0","received":"8.3","executed":"9.3"}]})",
             .state =
                 [](Subject s, Relations& r) {
                     for (const ItemRef& ref : s.items) {
                         const Item& item = *ref.item;
                         if (item.opening.stated() && item.received.stated() && item.executed.stated() &&
                             !item.closing.stated())
                             r.at_most({item.executed}, {item.opening, item.received});
                     }
                 }},
        Rule{
            .code = "T53",
            .name = "adjusted_budget_is_initial_and_supplementary",
            .severity = Severity::error,
            .demand = {"全年预算数等于年初预算数加调增、减调减",
                       "The adjusted budget equals the initial one and what was added."},
            .source = accounts_form,
            .passing =
                R"({"filing":1,"expenditure":{"initial":"1132.58","supplementary":"576.53","adjusted":"1709.11"}})",
            .failing =
                R"({"filing":1,"expenditure":{"initial":"1132.58","supplementary":"567.53","adjusted":"1709.11"}})",
            .state =
                [](Subject s, Relations& r) {
                    for (const ItemRef& ref : s.items) {
                        const Item& item = *ref.item;
                        if (item.initial.stated() && item.supplementary.stated() && item.adjusted.stated())
                            r.sum(item.adjusted, {item.initial, item.supplementary});
                    }
                }},
        Rule{
            .code = "T55",
            .name = "evaluation_repeats_the_accounts",
            .severity = Severity::error,
            .demand = {"自评表的年初预算数、全年预算数、全年执行数与部门预算、决算一致",
                       "The self-evaluation repeats the budget and the executed amount of the accounts."},
            .source = evaluation_form,
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
            .code = "T56",
            .name = "fund_sources_make_the_expenditure",
            .severity = Severity::error,
            .demand = {"按资金来源（收入性质）各项之和等于合计",
                       "The amounts by fund source make the total."},
            .source = evaluation_form,
            .passing =
                R"({"filing":1,"expenditure":{"executed":"6683.05","splits":{"fund":{"complete":true,"items":[{"executed":"6230.76"},{"executed":"452.29"}]}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"executed":"2030.12","splits":{"fund":{"complete":true,"items":[{"executed":"900.47"},{"executed":"1025.20"}]}}}})",
            .state =
                [](Subject s, Relations& r) {
                    each_split(s, r, [&](const Item& item, const Split& split) {
                        return split.name == "fund" && !is_income(s, item);
                    });
                }},
        Rule{
            .code = "T57",
            .name = "operating_cost_within_operating_expenditure",
            .severity = Severity::warning,
            .demand = {"机关运行经费不超过基本支出中的公用经费",
                       "The operating cost of the organs does not exceed the operating part of basic "
                       "expenditure."},
            .source = operating_definition,
            .passing =
                R"({"filing":1,"operating_cost":{"executed":"185.41"},"expenditure":{"basic":{"operating":{"executed":"416.36"}}}})",
            .failing =
                R"({"filing":1,"operating_cost":{"executed":"3448023.64"},"expenditure":{"basic":{"executed":"3448023.64","splits":{"economic":{"items":[{"code":"301","executed":"1939484.78"}]}}}}})",
            .state =
                [](Subject s, Relations& r) {
                    const BasicExpenditure& basic = s.filing.expenditure.basic;
                    for (const Phase phase :
                         {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed}) {
                        const Stated& cost = s.filing.operating_cost.at(phase);
                        if (!cost.stated()) continue;
                        if (basic.operating.at(phase).stated()) {
                            r.at_most(cost, basic.operating.at(phase));
                            continue;
                        }
                        if (!basic.at(phase).stated()) continue;
                        // Basic expenditure without what is known of its personnel part.
                        std::vector<Term> rest{basic.at(phase)};
                        if (basic.personnel.at(phase).stated()) {
                            rest.emplace_back(basic.personnel.at(phase), Decimal{-1});
                        } else if (const Split* classes = basic.find_split("economic")) {
                            for (const std::string_view code : {"301", "303"})
                                if (const Part* part = classes->find_code(code);
                                    part != nullptr && part->at(phase).stated())
                                    rest.emplace_back(part->at(phase), Decimal{-1});
                        }
                        r.at_most(std::array{Term(cost)}, rest);
                    }
                }},
        Rule{
            .code = "T58",
            .name = "three_public_is_stated_alike",
            .severity = Severity::error,
            .demand = {"“三公”经费各处列报一致",
                       "The three public expenses are stated alike wherever they stand."},
            .source = evaluation_form,
            .passing =
                R"({"filing":1,"three_public":{"executed":[{"value":"0.38","unit":"万元"},{"value":"3800","unit":"元"}]}})",
            .failing =
                R"({"filing":1,"three_public":{"executed":[{"value":"0.38","unit":"万元"},{"value":"8300","unit":"元"}]}})",
            .state =
                [](Subject s, Relations& r) {
                    const ThreePublic& t = s.filing.three_public;
                    for (const Item* item :
                         {static_cast<const Item*>(&t), &t.abroad, static_cast<const Item*>(&t.vehicles),
                          &t.vehicles.purchase, &t.vehicles.operation, static_cast<const Item*>(&t.reception),
                          &t.reception.domestic, &t.reception.abroad})
                        for (const Phase phase : phases) restated(r, item->at(phase));
                }},
        Rule{
            .code = "T59",
            .name = "procurement_is_goods_works_services",
            .severity = Severity::error,
            .demand = {"政府采购金额等于货物、工程与服务采购之和",
                       "Procurement equals goods, works and services."},
            .source = procurement_form,
            .passing =
                R"({"filing":1,"procurement":{"executed":"372.34","goods":{"executed":"8.57"},"works":{"executed":"0"},"services":{"executed":"363.77"}}})",
            .failing =
                R"({"filing":1,"procurement":{"executed":"372.34","goods":{"executed":"8.75"},"works":{"executed":"0"},"services":{"executed":"363.77"}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Procurement& p = s.filing.procurement;
                    state_parts(r, p, {&p.goods, &p.works, &p.services}, 3);
                }},
        Rule{
            .code = "T60",
            .name = "projects_make_project_expenditure",
            .severity = Severity::error,
            .demand = {"各项目金额之和等于项目支出（预算）合计", "The projects listed make their total."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"expenditure":{"project":{"initial":"43.3","projects_complete":true,"projects":[{"initial":"5"},{"initial":"8.3"},{"initial":"30"}]}}})",
            .failing =
                R"({"filing":1,"expenditure":{"project":{"initial":"43.3","projects_complete":true,"projects":[{"initial":"5"},{"initial":"8.3"},{"initial":"20"}]}}})",
            .state =
                [](Subject s, Relations& r) {
                    const ProjectExpenditure& project = s.filing.expenditure.project;
                    std::vector<Term> lines;
                    lines.reserve(project.projects.size());
                    for (const Phase phase : phases) {
                        if (!project.at(phase).stated()) continue;
                        lines.clear();
                        for (const Project& line : project.projects)
                            if (line.at(phase).stated()) lines.emplace_back(line.at(phase));
                        state_list(r, project.at(phase), lines, project.projects_complete[phase], phase);
                    }
                    each_split(s, r,
                               [](const Item&, const Split& split) { return split.name == "projects"; });
                }},
        Rule{
            .code = "T61",
            .name = "weights_make_the_total",
            .severity = Severity::error,
            .demand = {"各指标分值之和（含预算执行率分值）等于总分100分",
                       "The weights make 100, with or without the budget row."},
            .source = evaluation_form,
            .passing =
                R"({"filing":1,"evaluation":{"budget":{"weight":10},"indicators":[{"weight":50},{"weight":40}]}})",
            .failing =
                R"({"filing":1,"evaluation":{"budget":{"weight":10},"indicators":[{"weight":50},{"weight":45}]}})",
            .state =
                [](Subject s, Relations& r) {
                    const Evaluation& e = s.filing.evaluation;
                    Rows rows = Rows::of(e.indicators, &Indicator::weight);
                    if (rows.terms.empty()) return;
                    r.readings_begin(true);
                    weights_make(r, e.weight, rows);
                    if (e.budget.weight.stated()) {
                        rows.terms.emplace_back(e.budget.weight);
                        weights_make(r, e.weight, rows);
                    }
                    r.readings_end();
                }},
        Rule{
            .code = "T62",
            .name = "rows_make_the_heading",
            .severity = Severity::error,
            .demand = {"各级指标下属分值之和等于该级标明的分值",
                       "The weights under a heading make the weight that it declares."},
            .source = evaluation_form,
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
            .source = evaluation_form,
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
                    each_indicator(s.filing.evaluation.indicators, [&](const Indicator& indicator) {
                        row(indicator.weight, indicator.score);
                    });
                    row(s.filing.evaluation.budget.weight, s.filing.evaluation.budget.score);
                }},
        Rule{
            .code = "T64",
            .name = "scores_make_the_total",
            .severity = Severity::error,
            .demand = {"各指标得分之和等于上级指标得分，连同预算执行率得分等于总分",
                       "The scores make those of the tiers above and, with or without the budget row, the "
                       "total."},
            .source = evaluation_form,
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
            .source = evaluation_form,
            .passing =
                R"({"filing":1,"evaluation":{"budget":{"adjusted":"329.77","executed":"338.31","rates":[{"stated":"102.59%","of":"adjusted"}]}}})",
            .failing =
                R"({"filing":1,"evaluation":{"budget":{"adjusted":"329.77","executed":"338.31","rates":[{"stated":"100.00%","of":"adjusted"}]}}})",
            .state =
                [](Subject s, Relations& r) {
                    const ItemRef budget{&s.filing.evaluation.budget, nullptr};
                    for (const Rate& rate : budget.item->rates) state_rate(s, r, rate, &budget);
                }},
        Rule{
            .code = "T67",
            .name = "score_is_stated_alike",
            .severity = Severity::error,
            .demand = {"正文与自评表所列得分一致", "Text and table state the same score."},
            .source = evaluation_form,
            .passing = R"({"filing":1,"evaluation":{"score":["97","97.0"]}})",
            .failing = R"({"filing":1,"evaluation":{"score":["97","98.6"]}})",
            .state =
                [](Subject s, Relations& r) {
                    restated(r, s.filing.evaluation.score);
                    restated(r, s.filing.evaluation.weight);
                    restated(r, s.filing.evaluation.budget.score);
                    each_indicator(s.filing.evaluation.indicators, [&](const Indicator& indicator) {
                        restated(r, indicator.score);
                        restated(r, indicator.weight);
                    });
                }},
        Rule{
            .code = "T68",
            .name = "score_follows_the_target",
            .severity = Severity::warning,
            .demand = {"完成指标值的得满分；未完成而得满分的应说明原因",
                       "Whoever meets a target has its points; who misses it and has them all says why."},
            .source = evaluation_form,
            .passing =
                R"({"filing":1,"evaluation":{"indicators":[{"weight":90,"score":80,"comparison":"at_least","target":"95%","actual":"85%"},{"weight":10,"score":10,"comparison":"at_most","target":4,"actual":4}]}})",
            .failing =
                R"({"filing":1,"evaluation":{"indicators":[{"weight":90,"score":90,"comparison":"at_least","target":"95%","actual":"85%"},{"weight":10,"score":10}]}})",
            .state =
                [](Subject s, Relations& r) {
                    each_indicator(s.filing.evaluation.indicators, [&](const Indicator& row) {
                        if (!row.indicators.empty() || !row.reason.empty() || !row.weight.known() ||
                            !row.score.known())
                            return;
                        const auto met = meets_target(row, s.filing.rounding);
                        if (!met) return;
                        if (*met)
                            r.at_most(row.weight, row.score);
                        else
                            r.linear({row.score, Term(row.weight, Decimal{-1})}, Comparison::less_than,
                                     Decimal{0}, unit::plain);
                    });
                },
            .asks = targets},
        Rule{
            .code = "T69",
            .name = "assets_are_the_sum_of_their_kinds",
            .severity = Severity::error,
            .demand = {"资产合计等于流动资产、固定资产净值与其他资产之和", "Assets equal current assets, "
                                                                           "fixed assets net of "
                                                                           "depreciation, and others."},
            .source = balance_sheet,
            .passing =
                R"({"filing":1,"assets":{"closing":"2033.92","parts_complete":true,"current":{"closing":"50.82"},"fixed":{"closing":"3112.91"},"depreciation":{"closing":"1129.81"}}})",
            .failing =
                R"({"filing":1,"assets":{"closing":"2033.92","parts_complete":true,"current":{"closing":"50.82"},"fixed":{"closing":"3112.91"},"depreciation":{"closing":"1192.81"}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Assets& a = s.filing.assets;
                    for (const Phase phase :
                         {Phase::prior, Phase::opening, Phase::executed, Phase::closing}) {
                        if (!a.at(phase).stated() || !a.current.at(phase).stated()) continue;
                        std::vector<Term> parts{a.current.at(phase)};
                        if (a.fixed_net.at(phase).stated()) {
                            parts.emplace_back(a.fixed_net.at(phase));
                        } else if (a.fixed.at(phase).stated() && a.depreciation.at(phase).stated()) {
                            parts.emplace_back(a.fixed.at(phase));
                            parts.emplace_back(a.depreciation.at(phase), Decimal{-1});
                        } else {
                            continue;
                        }
                        if (a.other.at(phase).stated()) parts.emplace_back(a.other.at(phase));
                        state_list(r, a.at(phase), parts, a.parts_complete, phase);
                    }
                }},
        Rule{
            .code = "T70",
            .name = "net_value_is_gross_less_depreciation",
            .severity = Severity::error,
            .demand = {"固定资产净值等于原值减累计折旧",
                       "The net value of fixed assets is their cost less depreciation."},
            .source = balance_sheet,
            .passing =
                R"({"filing":1,"assets":{"fixed":{"closing":"3112.91"},"depreciation":{"closing":"1129.81"},"fixed_net":{"closing":"1983.10"}}})",
            .failing =
                R"({"filing":1,"assets":{"fixed":{"closing":"3112.91"},"depreciation":{"closing":"1129.81"},"fixed_net":{"closing":"1938.10"}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Assets& a = s.filing.assets;
                    for (const Phase phase : phases)
                        if (a.fixed_net.at(phase).stated() && a.fixed.at(phase).stated() &&
                            a.depreciation.at(phase).stated())
                            r.sum(a.fixed_net.at(phase),
                                  {a.fixed.at(phase), Term(a.depreciation.at(phase), Decimal{-1})});
                }},
        Rule{
            .code = "T71",
            .name = "assets_are_liabilities_and_net_assets",
            .severity = Severity::error,
            .demand = {"资产等于负债与净资产之和", "Assets equal liabilities and net assets."},
            .source = balance_sheet,
            .passing =
                R"({"filing":1,"assets":{"closing":"2033.92","liabilities":{"closing":"50.82"},"net_assets":{"closing":"1983.10"}}})",
            .failing =
                R"({"filing":1,"assets":{"closing":"2033.92","liabilities":{"closing":"50.28"},"net_assets":{"closing":"1983.10"}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Assets& a = s.filing.assets;
                    for (const Phase phase : phases)
                        if (a.at(phase).stated() && a.liabilities.at(phase).stated() &&
                            a.net_assets.at(phase).stated())
                            r.sum(a.at(phase), {a.liabilities.at(phase), a.net_assets.at(phase)});
                }},
        Rule{
            .code = "T72",
            .name = "closing_is_opening_and_movements",
            .severity = Severity::error,
            .demand = {"期末数等于期初数加本期增加减本期减少",
                       "The closing figure is the opening one, plus increases, less decreases."},
            .source = balance_sheet,
            .passing =
                R"({"filing":1,"assets":{"fixed":{"opening":"2858.66","closing":"3112.91"},"fixed_increase":{"executed":"254.25"},"fixed_decrease":{"executed":"0"}}})",
            .failing =
                R"({"filing":1,"assets":{"fixed":{"opening":"2858.66","closing":"3112.91"},"fixed_increase":{"executed":"245.25"},"fixed_decrease":{"executed":"0"}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Assets& a = s.filing.assets;
                    if (a.fixed.opening.stated() && a.fixed.closing.stated() &&
                        a.fixed_increase.executed.stated() && a.fixed_decrease.executed.stated())
                        r.sum(a.fixed.closing, {a.fixed.opening, a.fixed_increase.executed,
                                                Term(a.fixed_decrease.executed, Decimal{-1})});
                }},
        Rule{
            .code = "T73",
            .name = "share_is_part_of_whole",
            .severity = Severity::error,
            .demand = {"列报占比等于部分除以总体", "A share that is stated is the part over the whole."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"expenditure":{"basic":{"executed":"467.35","personnel":{"executed":"451.59","shares":[{"stated":"96.63%","of":"/expenditure/basic/executed"}]}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"basic":{"executed":"467.35","personnel":{"executed":"451.59","shares":[{"stated":"93.66%","of":"/expenditure/basic/executed"}]}}}})",
            .state = state_shares},
        Rule{
            .code = "T74",
            .name = "shares_make_the_whole",
            .severity = Severity::error,
            .demand = {"列全的各项占比之和为100%", "The shares of a complete list make 100 %."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"expenditure":{"executed":"1775.24","basic":{"executed":"1475.43","shares":[{"stated":"83.11%","of":"/expenditure/executed"}]},"project":{"executed":"299.82","shares":[{"stated":"16.89%","of":"/expenditure/executed"}]}}})",
            .failing =
                R"({"filing":1,"expenditure":{"basic":{"shares":[{"stated":"83.11%"}]},"project":{"shares":[{"stated":"18.69%"}]}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Expenditure& e = s.filing.expenditure;
                    const ThreePublic& t = s.filing.three_public;
                    for (const Phase phase : phases) {
                        shares_make_whole(r, std::array<const Item*, 2>{&e.basic, &e.project}, phase);
                        shares_make_whole(
                            r, std::array<const Item*, 2>{&e.basic.personnel, &e.basic.operating}, phase);
                        shares_make_whole(r, std::array<const Item*, 3>{&t.abroad, &t.vehicles, &t.reception},
                                          phase);
                    }
                    for (const ItemRef& ref : s.items)
                        for (const Split& split : ref.item->splits) {
                            if (std::all_of(split.items.begin(), split.items.end(),
                                            [](const Part& part) { return part.shares.empty(); }))
                                continue;
                            for (const Phase phase : phases) {
                                if (split.complete[phase] != Completeness::complete) continue;
                                std::vector<const Item*> items;
                                for (const Part& part : split.items)
                                    if (part.at(phase).stated()) items.push_back(&part);
                                shares_make_whole(r, items, phase);
                            }
                        }
                }},
        Rule{
            .code = "T75",
            .name = "change_and_growth_are_against_the_base",
            .severity = Severity::error,
            .demand = {"增减额等于本年数减基数，增长率等于增减额除以基数",
                       "A change is this figure less its base; growth is the change over the base."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"expenditure":{"prior":"1262.92","executed":"1709.11","changes":[{"stated":"446.19"}],"growth":[{"stated":"35.33%"}]}})",
            .failing =
                R"({"filing":1,"assets":{"fixed":{"closing":"3112.91","changes":[{"stated":"254.25","phase":"closing"}],"growth":[{"stated":"12.82%","phase":"closing"}]}}})",
            .state = state_changes},
        Rule{
            .code = "T76",
            .name = "word_agrees_with_the_prior_year",
            .severity = Severity::error,
            .demand = {"比上年增加、减少、持平的表述与数据一致",
                       "More, less or equal to the prior year, as the words say."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"expenditure":{"prior":"3960.32","executed":"6683.05","comparatives":[{"word":"more"}]}})",
            .failing =
                R"({"filing":1,"expenditure":{"prior":"3960.32","executed":"6683.05","comparatives":[{"word":"less"}]}})",
            .state = [](Subject s, Relations& r) { state_comparatives(s, r, true); }},
        Rule{
            .code = "T77",
            .name = "rate_is_executed_over_its_base",
            .severity = Severity::error,
            .demand = {"列报的完成率、执行率、使用率等于所称口径的商",
                       "A rate that is stated is the quotient that it names."},
            .source = framework,
            .passing =
                R"({"filing":1,"staff":{"authorised":46,"actual":42},"rates":[{"ratio":"staff_control_rate","stated":"91%"}]})",
            .failing =
                R"({"filing":1,"staff":{"authorised":46,"actual":42},"rates":[{"ratio":"staff_control_rate","stated":"92%"}]})",
            .state =
                [](Subject s, Relations& r) {
                    for (const Rate& rate : s.filing.rates) state_rate(s, r, rate, nullptr);
                    for (const ItemRef& ref : s.items)
                        if (ref.item != &s.filing.evaluation.budget)
                            for (const Rate& rate : ref.item->rates) state_rate(s, r, rate, &ref);
                }},
        Rule{
            .code = "T78",
            .name = "word_agrees_with_the_budget",
            .severity = Severity::error,
            .demand = {"决算数大于、小于、等于预算数的表述与数据一致",
                       "More, less or equal to the budget, as the words say."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"expenditure":{"initial":"908.63","executed":"6683.05","comparatives":[{"word":"more","with":"initial"}]}})",
            .failing =
                R"({"filing":1,"expenditure":{"initial":"908.63","executed":"6683.05","comparatives":[{"word":"equal","with":"initial"}]}})",
            .state = [](Subject s, Relations& r) { state_comparatives(s, r, false); }},
        Rule{
            .code = "T79",
            .name = "income_and_expenditure_balance",
            .severity = Severity::error,
            .demand = {"文称收支平衡的，收入与支出相等",
                       "Where they are said to balance, income equals expenditure."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"balance":"stated","total_income":{"executed":"1709.11"},"expenditure":{"executed":"1709.11"}})",
            .failing =
                R"({"filing":1,"balance":"stated","total_income":{"executed":"1709.11"},"expenditure":{"executed":"1702.63"}})",
            .state =
                [](Subject s, Relations& r) {
                    const Filing& f = s.filing;
                    if (f.balance == Balance::not_stated) return;
                    const Stated& income =
                        f.total_income.executed.stated() ? f.total_income.executed : f.income.executed;
                    const Stated& spent = f.total_expenditure.executed.stated() ? f.total_expenditure.executed
                                                                                : f.expenditure.executed;
                    if (!income.stated() || !spent.stated()) return;
                    r.approximately(f.balance == Balance::approximate);
                    r.equal({spent, income});
                    r.approximately(false);
                }},
        Rule{.code = "T80",
             .name = "no_rate_over_a_zero_base",
             .severity = Severity::warning,
             .demand = {"基数为零时不得列报完成率、增长率", "No rate may be stated over a base of zero."},
             .source = disclosure,
             .passing =
                 R"({"filing":1,"expenditure":{"prior":"无","executed":"10","growth":[{"stated":""}]}})",
             .failing =
                 R"({"filing":1,"expenditure":{"prior":"无","executed":"10","growth":[{"stated":"100%"}]}})",
             .state = no_rate_over_zero,
             .asks = zero_bases},
        Rule{.code = "T81",
             .name = "three_public_total_is_filled_in",
             .severity = Severity::warning,
             .demand = {"列有“三公”经费各项的，应填列合计",
                        "The total of the three public expenses is filled in beside its parts."},
             .source = three_public_form,
             .passing = R"({"filing":1,"three_public":{"executed":"8.8","reception":{"executed":"8.8"}}})",
             .failing = R"({"filing":1,"three_public":{"executed":"","reception":{"executed":"8.8"}}})",
             .state =
                 [](Subject s, Relations& r) {
                     const ThreePublic& item = s.filing.three_public;
                     std::vector<Term> totals;
                     for (const Phase phase : phases)
                         if (item.at(phase).stated() && !three_public_parts(item, phase).empty())
                             totals.emplace_back(item.at(phase));
                     if (!totals.empty()) r.present(totals);
                 }},
        Rule{
            .code = "T82",
            .name = "class_of_operating_cost_within_basic",
            .severity = Severity::error,
            .demand =
                {
                    "机关运行经费中某一经济分类不超过基本支出中同一分类",
                    "A class within the operating cost does not exceed the same class of basic expenditure."},
            .source = operating_definition,
            .passing =
                R"({"filing":1,"expenditure":{"basic":{"splits":{"economic":{"items":[{"code":"302","executed":"985728.86"}]}}}},"operating_cost":{"splits":{"economic":{"items":[{"code":"302","executed":"985728.86"}]}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"basic":{"splits":{"economic":{"items":[{"code":"302","executed":"985728.86"}]}}}},"operating_cost":{"splits":{"economic":{"items":[{"code":"302","executed":"2925213.64"}]}}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Split* cost = s.filing.operating_cost.find_split("economic");
                    const Split* basic = s.filing.expenditure.basic.find_split("economic");
                    if (cost == nullptr || basic == nullptr) return;
                    for (const Part& part : cost->items) {
                        const Part* whole = part.code.empty() ? nullptr : basic->find_code(part.code);
                        if (whole == nullptr) continue;
                        for (const Phase phase :
                             {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed})
                            if (part.at(phase).stated() && whole->at(phase).stated())
                                r.at_most(part.at(phase), whole->at(phase));
                    }
                }},
        Rule{
            .code = "T83",
            .name = "reserved_procurement_is_nested",
            .severity = Severity::error,
            .demand = {"授予小微企业金额不超过授予中小企业金额，后者不超过政府采购金额",
                       "Awards to small firms lie within those to small and medium ones, and those within "
                       "procurement."},
            .source = procurement_form,
            .passing =
                R"({"filing":1,"procurement":{"executed":"372.34","sme_reserved":{"executed":"363.77"},"small_reserved":{"executed":"100"}}})",
            .failing =
                R"({"filing":1,"procurement":{"executed":"372.34","sme_reserved":{"executed":"363.77"},"small_reserved":{"executed":"370"}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Procurement& p = s.filing.procurement;
                    for (const Phase phase :
                         {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed}) {
                        const Stated& medium = p.sme_reserved.at(phase);
                        const Stated& small = p.small_reserved.at(phase);
                        if (medium.stated() && small.stated()) r.at_most(small, medium);
                        if (p.at(phase).stated() && medium.stated()) r.at_most(medium, p.at(phase));
                    }
                }},
        Rule{
            .code = "T84",
            .name = "project_is_operation_and_special",
            .severity = Severity::error,
            .demand = {"项目支出等于运行维护经费与专项资金之和",
                       "Project expenditure equals operation and maintenance and special funds."},
            .source = {"湖南省 部门整体支出绩效评价基础数据表"},
            .passing =
                R"({"filing":1,"expenditure":{"project":{"executed":"5498.15","operation":{"executed":"503.49"},"special":{"executed":"4994.66"}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"project":{"executed":"5498.15","operation":{"executed":"530.49"},"special":{"executed":"4994.66"}}}})",
            .state =
                [](Subject s, Relations& r) {
                    // Some forms have other lines beside these two, so it is for the document to say that they are all.
                    const ProjectExpenditure& project = s.filing.expenditure.project;
                    state_parts(r, project, {&project.operation, &project.special}, 2,
                                project.parts_complete);
                }},
        Rule{
            .code = "T85",
            .name = "reception_is_domestic_and_foreign",
            .severity = Severity::error,
            .demand = {"公务接待费等于国内接待费与国（境）外接待费之和",
                       "Receptions are those at home and those abroad."},
            .source = three_public_form,
            .passing =
                R"({"filing":1,"three_public":{"reception":{"executed":"4419.00","domestic":{"executed":"4419.00"},"abroad":{"executed":"0.00"}}}})",
            .failing =
                R"({"filing":1,"three_public":{"reception":{"executed":"4419.00","domestic":{"executed":"4149.00"},"abroad":{"executed":"0.00"}}}})",
            .state =
                [](Subject s, Relations& r) {
                    const Reception& reception = s.filing.three_public.reception;
                    state_parts(r, reception, {&reception.domestic, &reception.abroad}, 2);
                }},
        Rule{
            .code = "T86",
            .name = "budget_row_counts_towards_the_total",
            .severity = Severity::warning,
            .demand = {"预算执行率分值与各指标分值合计为总分（10号文：10分与90分）",
                       "The weight of the budget row and those of the indicators make the total together."},
            .source = evaluation_form,
            .passing =
                R"({"filing":1,"evaluation":{"budget":{"weight":10},"indicators":[{"weight":50},{"weight":40}]}})",
            .failing =
                R"({"filing":1,"evaluation":{"budget":{"weight":100},"indicators":[{"weight":60},{"weight":40}]}})",
            .state =
                [](Subject s, Relations& r) {
                    const Evaluation& e = s.filing.evaluation;
                    Rows rows = Rows::of(e.indicators, &Indicator::weight);
                    if (rows.terms.empty() || !e.budget.weight.stated()) return;
                    rows.terms.emplace_back(e.budget.weight);
                    weights_make(r, e.weight, rows);
                }},
        Rule{.code = "T87",
             .name = "procurement_budget_within_budget",
             .severity = Severity::warning,
             .demand = {"政府采购预算不超过同口径支出预算总额",
                        "The procurement budget lies within the whole budget of the same stage."},
             .source = procurement_form,
             .passing = R"({"filing":1,"procurement":{"initial":"500"},"expenditure":{"initial":"908.63"}})",
             .failing =
                 R"({"filing":1,"procurement":{"initial":"5558.3"},"expenditure":{"initial":"908.63"}})",
             .state =
                 [](Subject s, Relations& r) {
                     for (const Phase phase : {Phase::initial, Phase::adjusted})
                         if (s.filing.procurement.at(phase).stated() &&
                             s.filing.expenditure.at(phase).stated())
                             r.at_most(s.filing.procurement.at(phase), s.filing.expenditure.at(phase));
                 }},
        Rule{
            .code = "T88",
            .name = "staff_is_the_sum_of_its_kinds",
            .severity = Severity::error,
            .demand = {"编制数、在职人员数等于各类人员之和",
                       "Authorised and actual staff are the sums of their kinds."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"staff":{"authorised":24,"kinds_complete":true,"kinds":[{"authorised":6},{"authorised":18}]}})",
            .failing =
                R"({"filing":1,"staff":{"authorised":24,"kinds_complete":true,"kinds":[{"authorised":6},{"authorised":16}]}})",
            .state =
                [](Subject s, Relations& r) {
                    const Staff& staff = s.filing.staff;
                    std::vector<Term> authorised;
                    std::vector<Term> actual;
                    for (const StaffKind& kind : staff.kinds) {
                        if (kind.authorised.stated()) authorised.emplace_back(kind.authorised);
                        if (kind.actual.stated()) actual.emplace_back(kind.actual);
                    }
                    state_list(r, staff.authorised, authorised, staff.kinds_complete, Phase::executed);
                    state_list(r, staff.actual, actual, staff.kinds_complete, Phase::executed);
                }},
        Rule{.code = "T89",
             .name = "staff_within_establishment",
             .severity = Severity::warning,
             .demand = {"在职人员数不超过编制数", "Actual staff does not exceed what is authorised."},
             .source = framework,
             .passing = R"({"filing":1,"staff":{"authorised":46,"actual":42}})",
             .failing = R"({"filing":1,"staff":{"authorised":46,"actual":50}})",
             .state =
                 [](Subject s, Relations& r) {
                     const Staff& staff = s.filing.staff;
                     if (staff.authorised.stated() && staff.actual.stated())
                         r.at_most(staff.actual, staff.authorised);
                     for (const StaffKind& kind : staff.kinds)
                         if (kind.authorised.stated() && kind.actual.stated())
                             r.at_most(kind.actual, kind.authorised);
                 }},
        Rule{.code = "T90",
             .name = "restated_figure_is_the_same",
             .severity = Severity::error,
             .demand = {"同一数据各处列报一致", "A figure is the same wherever it is stated."},
             .source = arithmetic,
             .passing = R"({"filing":1,"expenditure":{"project":{"executed":["5498.14","5498.15"]}}})",
             .failing = R"({"filing":1,"expenditure":{"project":{"executed":["5498.14","5498.41"]}}})",
             .state =
                 [](Subject s, Relations& r) {
                     for (const ItemRef& ref : s.items) {
                         // Those of the three public expenses are T58.
                         if (in_three_public(s.filing, *ref.item)) continue;
                         for (const Phase phase : phases) restated(r, ref.item->at(phase));
                         for (const Share& share : ref.item->shares) restated(r, share.stated);
                         for (const Growth& growth : ref.item->growth) restated(r, growth.stated);
                         for (const Change& change : ref.item->changes) restated(r, change.stated);
                         for (const Rate& rate : ref.item->rates) restated(r, rate.stated);
                     }
                     restated(r, s.filing.staff.authorised);
                     restated(r, s.filing.staff.actual);
                     for (const Rate& rate : s.filing.rates) restated(r, rate.stated);
                     for (const NamedFigure& figure : s.filing.figures) restated(r, figure.figure);
                 }},
        Rule{.code = "T91",
             .name = "signed_after_the_year",
             .severity = Severity::warning,
             .demand = {"报告落款日期不早于所报年度终了",
                        "A report is not signed before the year that it reports on has ended."},
             .source = disclosure,
             .passing = R"({"filing":1,"year":2020,"dates":{"signed":"2020-12-31"}})",
             .failing = R"({"filing":1,"year":2020,"dates":{"signed":"2020-06-18"}})",
             .state =
                 [](Subject s, Relations& r) {
                     if (s.filing.year && s.filing.dates.signed_on.stated())
                         r.linear({s.filing.dates.signed_on}, Comparison::at_least,
                                  last_day_of(*s.filing.year), unit::day);
                 }},
        Rule{.code = "T92",
             .name = "published_after_signing",
             .severity = Severity::warning,
             .demand = {"发布日期不早于落款日期", "A report is not published before it is signed."},
             .source = disclosure,
             .passing = R"({"filing":1,"dates":{"signed":"2023-03-28","published":"2023-10-27"}})",
             .failing = R"({"filing":1,"dates":{"signed":"2023-03-28","published":"2023-02-27"}})",
             .state =
                 [](Subject s, Relations& r) {
                     if (s.filing.dates.signed_on.stated() && s.filing.dates.published_on.stated())
                         r.at_most(s.filing.dates.signed_on, s.filing.dates.published_on);
                 }},
        Rule{
            .code = "T93",
            .name = "unit_is_printed",
            .severity = Severity::warning,
            .demand = {"金额应注明计量单位", "An amount is printed with its unit."},
            .source = disclosure,
            .passing = R"({"filing":1,"unit":"万元","expenditure":{"basic":{"initial":"404.96"}}})",
            .failing =
                R"({"filing":1,"unit":"万元","expenditure":{"basic":{"initial":{"value":"404.96","unit_missing":true}}}})",
            .state =
                [](Subject s, Relations& r) {
                    for (const ItemRef& ref : s.items)
                        for (const Phase phase : phases)
                            for (const Figure& figure : ref.item->at(phase).statements())
                                if (figure.unit_missing) r.unit_printed(std::span<const Figure>(&figure, 1));
                    for (const NamedFigure& named : s.filing.figures)
                        for (const Figure& figure : named.figure.statements())
                            if (figure.unit_missing) r.unit_printed(std::span<const Figure>(&figure, 1));
                }},
        Rule{
            .code = "T94",
            .name = "complete_list_makes_its_total",
            .severity = Severity::error,
            .demand = {"列全的各项之和等于合计；其中数不超过合计",
                       "A complete list makes its total; what is only part of it does not exceed it."},
            .source = arithmetic,
            .passing =
                R"({"filing":1,"income":{"executed":"30","splits":{"quarter":{"complete":true,"items":[{"executed":"10"},{"executed":"20"}]}}}})",
            .failing =
                R"({"filing":1,"income":{"executed":"30","splits":{"quarter":{"complete":true,"items":[{"executed":"10"},{"executed":"21.5"}]}}}})",
            .state =
                [](Subject s, Relations& r) {
                    each_split(s, r, [](const Item&, const Split& split) { return !named(split); });
                }},
        Rule{
            .code = "T95",
            .name = "classes_are_not_negative",
            .severity = Severity::warning,
            .demand = {"各经济分类金额不小于零", "No economic class is negative."},
            .source = accounts_form,
            .passing =
                R"({"filing":1,"expenditure":{"splits":{"economic":{"items":[{"code":"301","executed":"0"}]}}}})",
            .failing =
                R"({"filing":1,"expenditure":{"splits":{"economic":{"items":[{"code":"301","executed":"-5"}]}}}})",
            .state = [](Subject s, Relations& r) {
                for (const ItemRef& ref : s.items)
                    if (const Split* split = ref.item->find_split("economic"))
                        for (const Part& part : split->items)
                            for (const Phase phase :
                                 {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed})
                                if (part.at(phase).known() && sign(part.at(phase).best().value) < 0 &&
                                    part.sign > 0)
                                    r.linear({part.at(phase)}, Comparison::at_least, Decimal{0}, unit::plain);
            }}};

} // namespace

std::span<const Rule> rules() noexcept { return rule_table; }

const Rule* find_rule(std::string_view code) noexcept {
    for (const Rule& rule : rule_table)
        if (rule.code == code) return &rule;
    return nullptr;
}

std::string text_of(const Clause& clause, Language language) {
    constexpr Words remark{"（未核对原文）", " (not checked against the text)"};
    std::string text(clause.document);
    if (clause.unverified) text += remark.in(language);
    return text;
}

std::string_view rules_digest() noexcept {
    // FNV-1a, 64 bits: it names a version of the table and protects nothing.
    static const std::string digest = [] {
        std::uint64_t hash = 14695981039346656037U;
        const auto add = [&](std::string_view text) {
            for (const char c : text) {
                hash ^= static_cast<unsigned char>(c);
                hash *= 1099511628211U;
            }
        };
        for (const Rule& rule : rule_table)
            for (const std::string_view text :
                 {rule.code, rule.name, name_of(rule.severity), rule.demand.zh, rule.demand.en,
                  rule.source.document, rule.passing, rule.failing})
                add(text);
        for (const RatioEntry& ratio : ratios())
            for (const std::string_view text :
                 {ratio.code, ratio.name, ratio.formula.en, ratio.source.document})
                add(text);
        std::string text(16, '0');
        for (std::size_t i = 16; i-- > 0; hash >>= 4) text[i] = "0123456789abcdef"[hash & 15];
        return text;
    }();
    return digest;
}

} // namespace tieout
