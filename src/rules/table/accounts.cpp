// SPDX-License-Identifier: MIT
// What came in and what went out: the totals and what they are made of.
#include "rules/table/tables.hpp"

namespace tieout {
namespace {

bool is_income(Subject s, const Item& item) {
    return &item == &s.filing.income || &item == &s.filing.total_income;
}

/// The parts that are stated lie within their total, whatever else there is.
void state_bound(Relations& r, std::span<const Term> parts, const Stated& total) {
    r.severity(Severity::warning);
    r.at_most(parts, std::array{Term(total)});
    r.severity(Severity::error);
}

/// The figure, or where that is not stated what it is made of, if all of it is.
std::vector<Term> whole_or_parts(const Stated& whole, std::initializer_list<const Stated*> parts) {
    if (whole.stated()) return {Term(whole)};
    std::vector<Term> terms;
    for (const Stated* part : parts) {
        if (!part->stated()) return {};
        terms.emplace_back(*part);
    }
    return terms;
}

/// Both totals are equal, where each is stated or all that it is made of.
void totals_are_equal(Subject s, Relations& r) {
    const Filing& f = s.filing;
    for (const Phase phase : {Phase::prior, Phase::initial, Phase::adjusted})
        if (f.total_income.at(phase).stated() && f.total_expenditure.at(phase).stated())
            r.equal({f.total_income.at(phase), f.total_expenditure.at(phase)});
    const std::vector<Term> came_in = whole_or_parts(
        f.total_income.executed, {&f.income.executed, &f.income.opening, &f.surplus_used.executed});
    const std::vector<Term> went_out =
        whole_or_parts(f.total_expenditure.executed,
                       {&f.expenditure.executed, &f.expenditure.closing, &f.distribution.executed});
    if (came_in.empty() || went_out.empty()) return;
    if (came_in.size() == 1 && went_out.size() == 1) {
        // Where the document says that they balance, that is T79.
        if (f.balance != Balance::stated) r.equal(std::array{came_in.front(), went_out.front()});
        return;
    }
    // What was spent is what came in, less what was distributed and carried out.
    std::vector<Term> parts = came_in;
    for (const Term& term : std::span(went_out).subspan(1)) parts.emplace_back(term.statements, Decimal{-1});
    r.sum(went_out.front(), parts);
}

/// Only a total of what was available that comes with what was carried over tells how much could be spent, and only as
/// far as it ties to its parts (T02). Where all that became of it is stated, it is T05.
void no_more_than_available(Subject s, Relations& r) {
    const Filing& f = s.filing;
    const bool all_told = f.total_expenditure.executed.stated() ||
                          (f.expenditure.closing.stated() && f.distribution.executed.stated());
    if (!f.total_income.executed.known() || !f.income.executed.known() || !f.income.opening.known() ||
        !f.expenditure.executed.stated() || all_told)
        return;
    std::vector<Term> uses{f.expenditure.executed};
    for (const Stated* use : {&f.expenditure.closing, &f.distribution.executed})
        if (use->stated()) uses.emplace_back(*use);
    std::vector<Term> available{f.income.executed, f.income.opening};
    if (f.surplus_used.executed.stated()) available.emplace_back(f.surplus_used.executed);
    r.at_most(uses, available);
}

constexpr std::array rules_here{
    Rule{
        .code = "T01",
        .name = "income_is_the_sum_of_its_sources",
        .severity = Severity::error,
        .demand = {"收入合计等于各项收入之和", "Income equals the sum of its sources."},
        .source = clauses::income_form,
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
        .demand = {"收入总计等于本年收入合计、使用非财政拨款结余与年初结转和结余之和",
                   "Total income equals the income of the year, surplus used and what was brought forward."},
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"total_income":{"executed":"525.10"},"income":{"executed":"504.11","opening":"20.99"}})",
        .failing =
            R"({"filing":1,"total_income":{"executed":"525.10"},"income":{"executed":"504.11","opening":"22.99"}})",
        .counter_examples =
            {R"({"filing":1,"total_income":{"executed":"525.10"},"income":{"executed":"504.11"}})"},
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
                    state_bound(r, parts, total);
                }
            }},
    Rule{
        .code = "T04",
        .name = "total_expenditure_is_expenditure_and_carry_over",
        .severity = Severity::error,
        .demand = {"支出总计等于本年支出合计、结余分配与年末结转和结余之和",
                   "Total expenditure equals the expenditure of the year, surplus distributed and what "
                   "is carried forward."},
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"total_expenditure":{"executed":"525.10"},"expenditure":{"executed":"500.00","closing":"25.10"}})",
        .failing =
            R"({"filing":1,"total_expenditure":{"executed":"525.10"},"expenditure":{"executed":"500.00","closing":"52.10"}})",
        .counter_examples =
            {R"({"filing":1,"total_expenditure":{"executed":"525.10"},"expenditure":{"executed":"500.00"}})"},
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
                    state_bound(r, parts, total);
                }
            }},
    Rule{
        .code = "T05",
        .name = "total_income_is_total_expenditure",
        .severity = Severity::error,
        .demand = {"收入总计等于支出总计", "Total income equals total expenditure."},
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"total_income":{"executed":"525.10"},"total_expenditure":{"executed":"525.10"}})",
        .failing =
            R"({"filing":1,"total_income":{"executed":"525.10"},"total_expenditure":{"executed":"531.07"}})",
        .counter_examples =
            {R"({"filing":1,"total_income":{"executed":"100"},"expenditure":{"executed":"90"}})",
             R"({"filing":1,"income":{"opening":"50"},"total_income":{"executed":"100"},"expenditure":{"executed":"120"}})"},
        .state = totals_are_equal},
    Rule{
        .code = "T28",
        .name = "what_came_in_is_spent_or_left",
        .severity = Severity::error,
        .demand = {"年初结转与本年收入之和等于支出与年末结转之和",
                   "What was brought forward and received equals what was spent and is left."},
        .source = clauses::fiscal_form,
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
                        r.sum(item.executed, {item.opening, item.received, Term(item.closing, Decimal{-1})});
                }
            }},
    Rule{.code = "T48",
         .name = "no_more_used_than_available",
         .severity = Severity::warning,
         .demand = {"支出不超过年初结转与本年到位资金之和",
                    "No more is used than was brought forward and received."},
         .source = clauses::framework,
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
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"expenditure":{"initial":"1132.58","supplementary":"576.53","adjusted":"1709.11"}})",
        .failing =
            R"({"filing":1,"expenditure":{"initial":"1132.58","supplementary":"567.53","adjusted":"1709.11"}})",
        .counter_examples =
            {R"({"filing":1,"expenditure":{"initial":"1000","supplementary":"200","opening":"100","adjusted":"1300"}})",
             R"({"filing":1,"income":{"opening":"100"},"expenditure":{"initial":"1000","supplementary":"200","adjusted":"1300"}})",
             R"({"filing":1,"expenditure":{"initial":"1000","supplementary":"200","adjusted":"1000"}})"},
        .state =
            [](Subject s, Relations& r) {
                for (const ItemRef& ref : s.items) {
                    const Item& item = *ref.item;
                    if (!item.initial.stated() || !item.supplementary.stated() || !item.adjusted.stated())
                        continue;
                    const Stated& carried = item.opening.stated() || &item != &s.filing.expenditure
                                                ? item.opening
                                                : s.filing.income.opening;
                    r.readings_begin(true);
                    r.sum(item.adjusted, {item.initial, item.supplementary});
                    // What was carried over may be part of the budget, and what was added need not have been approved.
                    if (carried.stated()) r.sum(item.adjusted, {item.initial, item.supplementary, carried});
                    r.sum(item.adjusted, {Term(item.initial)});
                    r.readings_end();
                }
            }},
    Rule{
        .code = "T56",
        .name = "fund_sources_make_the_expenditure",
        .severity = Severity::error,
        .demand = {"按资金来源（收入性质）各项之和等于合计", "The amounts by fund source make the total."},
        .source = clauses::evaluation_form,
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
        .code = "T96",
        .name = "no_more_spent_than_available",
        .severity = Severity::error,
        .demand =
            {"列明含年初结转的收入总计的，支出不超过收入总计",
             "Where the total of what was available is stated with what was carried over, no more is spent."},
        .source = clauses::arithmetic,
        .passing =
            R"({"filing":1,"income":{"executed":"504.11","opening":"20.99"},"total_income":{"executed":"525.10"},"expenditure":{"executed":"521.07"}})",
        .failing =
            R"({"filing":1,"income":{"executed":"504.11","opening":"20.99"},"total_income":{"executed":"525.10"},"expenditure":{"executed":"531.07"}})",
        .counter_examples =
            {R"({"filing":1,"income":{"opening":"50"},"total_income":{"executed":"100"},"expenditure":{"executed":"120"}})",
             R"({"filing":1,"total_income":{"executed":"100"},"surplus_used":{"executed":"15"},"expenditure":{"executed":"115"}})",
             R"({"filing":1,"income":{"executed":"100"},"expenditure":{"executed":"120"}})"},
        .state = no_more_than_available,
        .rests_on = "T02"}};

} // namespace

std::span<const Rule> rules_of_accounts() noexcept { return rules_here; }

} // namespace tieout
