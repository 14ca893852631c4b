// SPDX-License-Identifier: MIT
// What the document claims of its own figures: shares, growth, rates, comparisons.
#include "rules/table/tables.hpp"

#include "rules/table/claimed.hpp"

#include <tieout/rules/ratio_table.hpp>

namespace tieout {
namespace {

bool exactly_zero(const Figure& figure) {
    return figure.known() && is_zero(figure.value) &&
           (figure.state == State::none_by_word || figure.unit.exact);
}

/// Whether a term is this figure, in any of its statements.
bool is_figure(const Term& term, const Stated& figure) {
    const auto own = figure.statements();
    return term.coefficient == Decimal(1) &&
           std::any_of(own.begin(), own.end(),
                       [&](const Figure& statement) { return &statement == term.statements.data(); });
}

/// Whether a share is one of the whole, as far as the filing tells: what it is of is named, and it is the whole itself or
/// these items together.
bool of_whole(Subject s, const Share& share, const Item& item, const Item& whole,
              std::span<const Item* const> items) {
    if (share.of.size() != 1) return false;
    const std::vector<Term> named = resolve(s.filing, item, share.of.front());
    const Stated& figure = whole.at(share.phase);
    if (named.size() == 1)
        return figure.stated() ? is_figure(named.front(), figure)
                               : is_not_stated(named.front().statements.data());
    return named.size() == items.size() && std::all_of(items.begin(), items.end(), [&](const Item* part) {
               return std::any_of(named.begin(), named.end(),
                                  [&](const Term& term) { return is_figure(term, part->at(share.phase)); });
           });
}

/// The shares of these items, where each has exactly one in this phase, all of the same whole.
void shares_make_whole(Subject s, Relations& r, const Item& whole, std::span<const Item* const> items,
                       Phase phase) {
    std::vector<Term> shares;
    const Share* first = nullptr;
    for (const Item* item : items) {
        const Share* found = nullptr;
        for (const Share& share : item->shares)
            if (share.phase == phase) {
                if (found != nullptr) return;
                found = &share;
            }
        if (found == nullptr || !found->stated.stated() || !of_whole(s, *found, *item, whole, items)) return;
        if (first == nullptr)
            first = found;
        else if (!same_references(first->of, found->of))
            return;
        shares.emplace_back(found->stated);
    }
    if (shares.size() > 1) r.linear(shares, Comparison::equals, Decimal{100}, unit::percent);
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

/// Accounts print 0 % where there was nothing and is nothing.
void no_rate_over_zero(Subject s, Relations& r) {
    each_base(s, [&](const Stated& rate, const Figure& base) {
        const bool none = rate.known() && is_zero(rate.best().value);
        if (exactly_zero(base) && !none) r.absent(rate);
    });
}

/// Printed to the nearest, a base of zero need not be zero.
void zero_bases(Subject s, std::vector<Asked>& asked) {
    each_base(s, [&](const Stated& rate, const Figure& base) {
        asked.push_back({rate, Asked::What::zero});
        if (base.unit.exact) asked.push_back({{&base, 1}, Asked::What::zero});
    });
}

/// What the words compare: both totals, where the document states them; else it is open whether what was carried over, or
/// passed on, is meant as well.
void said_to_balance(Subject s, Relations& r) {
    const Filing& f = s.filing;
    if (f.balance == Balance::not_stated) return;
    const auto stated = [](std::initializer_list<const Stated*> figures) {
        std::vector<Term> terms;
        for (const Stated* figure : figures)
            if (figure->stated()) terms.emplace_back(*figure);
        return terms;
    };
    std::vector<Term> came_in = stated({&f.total_income.executed});
    if (came_in.empty() && f.income.executed.stated())
        came_in = stated({&f.income.executed, &f.income.opening, &f.surplus_used.executed});
    std::vector<Term> went_out = stated({&f.total_expenditure.executed});
    if (went_out.empty() && f.expenditure.executed.stated())
        went_out = stated({&f.expenditure.executed, &f.expenditure.closing, &f.distribution.executed});
    if (came_in.empty() || went_out.empty()) return;
    const bool totals = f.total_income.executed.stated() && f.total_expenditure.executed.stated();
    r.approximately(f.balance == Balance::approximate);
    r.evidence(totals ? Evidence::whole : Evidence::open);
    const auto balance = [&](const std::vector<Term>& out, const std::vector<Term>& in) {
        if (out.size() == 1 && in.size() == 1) return r.equal(std::array{out.front(), in.front()});
        std::vector<Term> terms = out;
        for (const Term& term : in) terms.emplace_back(term.statements, -term.coefficient);
        r.linear(terms, Comparison::equals, Decimal{0}, unit::plain);
    };
    r.readings_begin(true);
    balance(went_out, came_in);
    // What balances only roughly is not decided in either way.
    const bool more_than_the_year = came_in.size() + went_out.size() > 2 ||
                                    f.total_income.executed.stated() || f.total_expenditure.executed.stated();
    if (!totals && more_than_the_year && f.balance == Balance::stated && f.income.executed.stated() &&
        f.expenditure.executed.stated())
        balance({f.expenditure.executed}, {f.income.executed});
    r.readings_end();
    r.approximately(false);
    r.evidence(Evidence::whole);
}

constexpr std::array rules_here{
    Rule{
        .code = "T73",
        .name = "share_is_part_of_whole",
        .severity = Severity::error,
        .demand = {"列报占比等于部分除以总体", "A share that is stated is the part over the whole."},
        .source = clauses::arithmetic,
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
        .source = clauses::arithmetic,
        .passing =
            R"({"filing":1,"expenditure":{"executed":"1775.24","basic":{"executed":"1475.43","shares":[{"stated":"83.11%","of":"/expenditure/executed"}]},"project":{"executed":"299.82","shares":[{"stated":"16.89%","of":"/expenditure/executed"}]}}})",
        .failing =
            R"({"filing":1,"expenditure":{"basic":{"shares":[{"stated":"83.11%","of":"/expenditure/executed"}]},"project":{"shares":[{"stated":"18.69%","of":"/expenditure/executed"}]}}})",
        .counter_examples =
            {R"({"filing":1,"expenditure":{"basic":{"shares":[{"stated":"83.11%"}]},"project":{"shares":[{"stated":"18.69%"}]}}})",
             R"({"filing":1,"total_income":{"executed":"200"},"expenditure":{"basic":{"shares":[{"stated":"60%","of":"/total_income/executed"}]},"project":{"shares":[{"stated":"30%","of":"/total_income/executed"}]}}})",
             R"({"filing":1,"expenditure":{"business":{"executed":"10"},"basic":{"shares":[{"stated":"60%","of":"/expenditure/executed"}]},"project":{"shares":[{"stated":"30%","of":"/expenditure/executed"}]}}})"},
        .state =
            [](Subject s, Relations& r) {
                const Expenditure& e = s.filing.expenditure;
                const ThreePublic& t = s.filing.three_public;
                for (const Phase phase : phases) {
                    const bool others = e.remitted.at(phase).stated() || e.business.at(phase).stated() ||
                                        e.subsidised.at(phase).stated();
                    if (!others)
                        shares_make_whole(s, r, e, std::array<const Item*, 2>{&e.basic, &e.project}, phase);
                    shares_make_whole(s, r, e.basic,
                                      std::array<const Item*, 2>{&e.basic.personnel, &e.basic.operating},
                                      phase);
                    shares_make_whole(
                        s, r, t, std::array<const Item*, 3>{&t.abroad, &t.vehicles, &t.reception}, phase);
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
                            shares_make_whole(s, r, *ref.item, items, phase);
                        }
                    }
            }},
    Rule{
        .code = "T75",
        .name = "change_and_growth_are_against_the_base",
        .severity = Severity::error,
        .demand = {"增减额等于本年数减基数，增长率等于增减额除以基数",
                   "A change is this figure less its base; growth is the change over the base."},
        .source = clauses::arithmetic,
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
        .source = clauses::arithmetic,
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
        .source = clauses::framework,
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
        .source = clauses::arithmetic,
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
        .source = clauses::arithmetic,
        .passing =
            R"({"filing":1,"balance":"stated","total_income":{"executed":"1709.11"},"total_expenditure":{"executed":"1709.11"}})",
        .failing =
            R"({"filing":1,"balance":"stated","total_income":{"executed":"1709.11"},"total_expenditure":{"executed":"1702.63"}})",
        .counter_examples =
            {R"({"filing":1,"balance":"stated","income":{"executed":"100","opening":"20"},"expenditure":{"executed":"110","closing":"10"}})",
             R"({"filing":1,"balance":"stated","income":{"executed":"100"},"expenditure":{"executed":"95"}})",
             R"({"filing":1,"balance":"stated","total_income":{"executed":"120"},"income":{"executed":"100"},"expenditure":{"executed":"100"}})"},
        .state = said_to_balance},
    Rule{.code = "T80",
         .name = "no_rate_over_a_zero_base",
         .severity = Severity::warning,
         .demand = {"基数为零时不得列报完成率、增长率", "No rate may be stated over a base of zero."},
         .source = clauses::disclosure,
         .passing = R"({"filing":1,"expenditure":{"prior":"无","executed":"10","growth":[{"stated":""}]}})",
         .failing =
             R"({"filing":1,"expenditure":{"prior":"无","executed":"10","growth":[{"stated":"100%"}]}})",
         .counter_examples =
             {R"({"filing":1,"expenditure":{"prior":"无","executed":"0","growth":[{"stated":"0%"}]}})"},
         .state = no_rate_over_zero,
         .asks = zero_bases}};

} // namespace

std::span<const Rule> rules_of_claims() noexcept { return rules_here; }

} // namespace tieout
