// SPDX-License-Identifier: MIT
// What must be there, of whom and when: staff, dates, units, and the same figure in several places.
#include "rules/table/tables.hpp"

#include <tieout/numbers/date.hpp>

namespace tieout {
namespace {

/// Day number of 31 December.
Decimal last_day_of(int year) { return Decimal{days_of(Date{year, 12, 31})}; }

/// Only who states what was carried out in all of the year cannot have signed within it: a budget is, and so is what
/// reports on some of its months.
void signed_after_the_year(Subject s, Relations& r) {
    const Filing& f = s.filing;
    if (!f.year || !f.dates.signed_on.stated()) return;
    bool stated = false;
    bool surely = false;
    for (const Item* item :
         {&f.income, &f.total_income, static_cast<const Item*>(&f.expenditure), &f.total_expenditure,
          static_cast<const Item*>(&f.expenditure.basic), static_cast<const Item*>(&f.expenditure.project),
          static_cast<const Item*>(&f.evaluation.budget)}) {
        stated = stated || item->executed.known();
        surely = surely || surely_known(item->executed);
    }
    if (!stated) return;
    r.evidence(surely ? Evidence::whole : Evidence::open);
    r.linear({f.dates.signed_on}, Comparison::at_least, last_day_of(*f.year), unit::day);
    r.evidence(Evidence::whole);
}

constexpr std::array rules_here{
    Rule{
        .code = "T88",
        .name = "staff_is_the_sum_of_its_kinds",
        .severity = Severity::error,
        .demand = {"编制数、在职人员数等于各类人员之和",
                   "Authorised and actual staff are the sums of their kinds."},
        .source = clauses::arithmetic,
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
         .source = clauses::framework,
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
    Rule{
        .code = "T90",
        .name = "restated_figure_is_the_same",
        .severity = Severity::error,
        .demand = {"同一数据各处列报一致", "A figure is the same wherever it is stated."},
        .source = clauses::arithmetic,
        .passing = R"({"filing":1,"expenditure":{"project":{"executed":["5498.14","5498.15"]}}})",
        .failing = R"({"filing":1,"expenditure":{"project":{"executed":["5498.14","5498.41"]}}})",
        .counter_examples =
            {R"({"filing":1,"expenditure":{"executed":[{"value":"50","period":"2022H1"},{"value":"120","period":"2022"}]}})",
             R"({"filing":1,"figures":{"a":{"value":"50","of":{"fund":"general"}},"b":{"value":"60","of":{"fund":"fiscal"}}}})"},
        .state =
            [](Subject s, Relations& r) {
                for (const ItemRef& ref : s.items) {
                    // Those of the three public expenses are T58.
                    if (in_three_public(s.filing, *ref.item)) continue;
                    for (const Phase phase : phases) state_restated(r, ref.item->at(phase));
                    for (const Share& share : ref.item->shares) state_restated(r, share.stated);
                    for (const Growth& growth : ref.item->growth) state_restated(r, growth.stated);
                    for (const Change& change : ref.item->changes) state_restated(r, change.stated);
                    for (const Rate& rate : ref.item->rates) state_restated(r, rate.stated);
                }
                state_restated(r, s.filing.staff.authorised);
                state_restated(r, s.filing.staff.actual);
                for (const Rate& rate : s.filing.rates) state_restated(r, rate.stated);
                for (const NamedFigure& figure : s.filing.figures) state_restated(r, figure.figure);
            }},
    Rule{
        .code = "T91",
        .name = "signed_after_the_year",
        .severity = Severity::warning,
        .demand = {"列有全年执行数的报告，落款日期不早于该年度终了",
                   "A report of what was spent in a year is not signed before that year has ended."},
        .source = clauses::disclosure,
        .passing =
            R"({"filing":1,"year":2020,"dates":{"signed":"2020-12-31"},"expenditure":{"executed":"1709.11"}})",
        .failing =
            R"({"filing":1,"year":2020,"dates":{"signed":"2020-06-18"},"expenditure":{"executed":"1709.11"}})",
        .counter_examples =
            {R"({"filing":1,"year":2024,"dates":{"signed":"2024-02-12"},"expenditure":{"initial":"1709.11","prior":"1600"}})",
             R"({"filing":1,"year":2024,"dates":{"signed":"2024-07-12"},"figures":{"支出":{"value":"800","of":{"flow":"expenditure","period":"2024H1"}}}})"},
        .state = signed_after_the_year},
    Rule{.code = "T92",
         .name = "published_after_signing",
         .severity = Severity::warning,
         .demand = {"发布日期不早于落款日期", "A report is not published before it is signed."},
         .source = clauses::disclosure,
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
        .source = clauses::disclosure,
        .passing = R"({"filing":1,"unit":"万元","expenditure":{"basic":{"initial":"404.96"}}})",
        .failing =
            R"({"filing":1,"unit":"万元","expenditure":{"basic":{"initial":{"value":"404.96","unit_missing":true}}}})",
        .state = [](Subject s, Relations& r) {
            for (const ItemRef& ref : s.items)
                for (const Phase phase : phases)
                    for (const Figure& figure : ref.item->at(phase).statements())
                        if (figure.unit_missing) r.unit_printed(std::span<const Figure>(&figure, 1));
            for (const NamedFigure& named : s.filing.figures)
                for (const Figure& figure : named.figure.statements())
                    if (figure.unit_missing) r.unit_printed(std::span<const Figure>(&figure, 1));
        }}};

} // namespace

std::span<const Rule> rules_of_presence() noexcept { return rules_here; }

} // namespace tieout
