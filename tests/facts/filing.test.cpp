// SPDX-License-Identifier: MIT
// A filing seen as facts: the laws over facts say of it what the rules of the same code say.
#include <tieout/facts/filing.hpp>

#include "notation.hpp"

#include <tieout/model/walk.hpp>
#include <tieout/read/json.hpp>
#include <tieout/rules/rule.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace tieout;
using namespace tieout::test;

namespace {

/// How often the law of that code comes out so.
std::size_t count(const FactsReport& report, std::string_view code, Outcome outcome) {
    std::size_t found = 0;
    for (const Check& check : report.checks)
        if (report.stated_by(check).law->code == code && check.outcome == outcome) ++found;
    return found;
}

Filing filing_of(std::string_view json) {
    Document document = read_filing(json, "test");
    for (const Problem& problem : document.problems)
        FAIL_CHECK(problem.pointer, ": ", problem.expected, " ", problem.seen);
    REQUIRE(document.filing);
    return *std::move(document.filing);
}

} // namespace

TEST_CASE("the laws over facts keep and break the examples of the rules that have their codes") {
    // Rules of which a law says only a part, or says it where all parts are named.
    const std::set<std::string_view> elsewhere = {"T05", "T84", "T85", "T90", "T94"};
    std::size_t shared = 0;
    for (const Rule& rule : rules()) {
        if (find_law(rule.code) == nullptr || elsewhere.contains(rule.code)) continue;
        CAPTURE(rule.code);
        ++shared;
        const Filing passing = filing_of(rule.passing);
        const Facts kept = facts_of(passing);
        const FactsReport good = check(kept);
        CHECK(count(good, rule.code, Outcome::exact) + count(good, rule.code, Outcome::rounding) > 0);
        CHECK_FALSE(good.broken());
        const Filing failing = filing_of(rule.failing);
        const Facts lost = facts_of(failing);
        CHECK(count(check(lost), rule.code, Outcome::broken) > 0);
    }
    CHECK(shared > 15);
}

TEST_CASE("every member of the table of aspects is in the model, and is found again by its aspects") {
    std::set<std::string> items;
    Filing filing;
    const auto fill = [&](auto& item) { item.executed = Decimal{1}; };
    for (Item* item : {&filing.income, &filing.surplus_used, &filing.total_income, &filing.distribution,
                       &filing.total_expenditure, &filing.operating_cost})
        fill(*item);
    fill(filing.expenditure);
    fill(filing.expenditure.basic);
    fill(filing.expenditure.basic.personnel);
    fill(filing.expenditure.basic.operating);
    fill(filing.expenditure.project);
    for (Item* item :
         {&filing.expenditure.project.operation, &filing.expenditure.project.special,
          &filing.expenditure.project.construction, &filing.expenditure.project.key,
          &filing.expenditure.remitted, &filing.expenditure.business, &filing.expenditure.subsidised})
        fill(*item);
    fill(filing.three_public);
    fill(filing.three_public.abroad);
    fill(filing.three_public.vehicles);
    fill(filing.three_public.vehicles.purchase);
    fill(filing.three_public.vehicles.operation);
    fill(filing.three_public.reception);
    fill(filing.three_public.reception.domestic);
    fill(filing.three_public.reception.abroad);
    fill(filing.procurement);
    for (Item* item : {&filing.procurement.goods, &filing.procurement.works, &filing.procurement.services,
                       &filing.procurement.sme_reserved, &filing.procurement.small_reserved})
        fill(*item);
    fill(filing.evaluation.budget);
    each_figure(filing, [&](const std::string& pointer, const Stated&) { items.insert(pointer); });
    for (const MemberAspects& entry : member_aspects) {
        CAPTURE(entry.pointer);
        const std::string pointer = std::string(entry.pointer) + "/executed";
        CHECK(items.contains(pointer));
        const auto of = aspects_of_member(entry.pointer);
        REQUIRE(of);
        Aspects executed = *of;
        executed.phase = "executed";
        CHECK(member_of_aspects(executed) == pointer);
    }
    CHECK_FALSE(aspects_of_member("/assets").has_value());
    CHECK(member_of_aspects(aspects("flow=opening fund=* type=* function=* economic=* item=* "
                                    "phase=executed")) == "/income/opening");
    CHECK(member_of_aspects(aspects("flow=expenditure fund=general type=* function=* economic=* item=* "
                                    "phase=executed")) == "");
}

TEST_CASE("every figure of a filing is one fact") {
    const Filing filing = filing_of(R"({"filing":1,"year":2022,"unit":"万元",
        "income":{"executed":["10","10.0"],"opening":"2"},
        "expenditure":{"executed":"9","splits":{"function":{"items":[{"code":"201","executed":"9"}]}},
                       "project":{"executed":"3","projects":[{"label":"a","executed":"3","cost_actual":"2"}]}},
        "staff":{"actual":"42"},
        "figures":{"x":{"value":"1"}}})");
    std::size_t figures = 0;
    each_figure(filing, [&](const Stated& figure) { figures += figure.statements().size(); });
    const Facts facts = facts_of(filing);
    CHECK(facts.size() == figures);
    // Opening and income stand beside each other, and nothing says what they make.
    CHECK(outcomes(check(facts)) == "T90 exact");
}
