// SPDX-License-Identifier: MIT
#include <tieout/facts/rows.hpp>

#include "notation.hpp"

#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <deque>
#include <optional>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::literals;
using namespace tieout::test;

namespace {

struct Line {
    std::string code;
    std::string name;
    Money budget;
    std::optional<Money> spent;
};

const std::vector<Line> lines{{"", "合计", 120.50_wan, 110.30_wan},
                              {"201", "一般公共服务支出", 100.30_wan, 100.30_wan},
                              {"20101", "人大事务", 100.30_wan, 100.30_wan},
                              {"208", "社会保障和就业支出", 20.20_wan, 10.00_wan}};

Facts facts_of_lines(const std::vector<Line>& rows) {
    return facts_of(rows, all_rows({.flow = "expenditure", .fund = "general"}, {.id = "t5"}),
                    along("function", &Line::code), named(&Line::name),
                    amount({.phase = "initial"}, &Line::budget), amount({.phase = "executed"}, &Line::spent));
}

} // namespace

TEST_CASE("rows become facts in one call") {
    const Facts facts = facts_of_lines(lines);
    REQUIRE(facts.size() == 8);
    CHECK(facts.key_of(0) == "flow=expenditure,function=*,fund=general,phase=initial");
    CHECK(facts.key_of(7) == "flow=expenditure,function=208,fund=general,phase=executed");
    CHECK(facts.name_of(7) == "社会保障和就业支出");
    CHECK(outcomes(check(facts)) == "T03 exact; T03 exact; T39 exact; T39 exact");
}

TEST_CASE("a row that is wrong is told from the others") {
    std::vector<Line> rows = lines;
    rows[2].spent = 103.00_wan;
    const Facts facts = facts_of_lines(rows);
    const FactsReport report = check(facts);
    CHECK(outcomes(report) == "T03 exact; T03 exact; T39 broken; T39 exact");
    const auto found = std::find_if(report.checks.begin(), report.checks.end(),
                                    [](const Check& check) { return check.outcome == Outcome::broken; });
    REQUIRE(found != report.checks.end());
    CHECK(report.message(*found, Language::en) ==
          "T39@flow=expenditure,function=201,fund=general,phase=executed: 103.00 = 103.00, stated 100.30 "
          "(A class equals the sum of the items coded under it.)");
}

TEST_CASE("an amount that a row does not have is a blank cell") {
    std::vector<Line> rows = lines;
    rows[3].spent.reset();
    const Facts facts = facts_of_lines(rows);
    CHECK(outcomes(check(facts)) == "T03 doubted; T03 exact; T39 exact; T39 exact");
}

TEST_CASE("rows of any range, along a dimension of one's own, with whatever gives a figure") {
    struct Sale {
        const char* region;
        int households;
    };
    const std::deque<Sale> sales{{"*", 7}, {"north", 3}, {"south", 5}};
    const auto count = [](const Sale& sale) { return Figure(sale.households, "户"); };
    const Facts whole = facts_of(sales, along("region", &Sale::region), amount({}, count));
    CHECK(outcomes(check(whole)) == "T97 broken");
    const Facts open = facts_of(sales, along("region", &Sale::region, subset), amount({}, count));
    CHECK(outcomes(check(open)) == "T94 broken");
}

TEST_CASE("several tables of rows are held against each other") {
    Facts facts;
    facts.scope(known_scope());
    add_rows(facts, lines, all_rows({.flow = "expenditure"}, {.id = "t3"}), along("function", &Line::code),
             named(&Line::name), amount({.phase = "executed"}, &Line::spent));
    std::vector<Line> other(lines.begin() + 1, lines.begin() + 2);
    other.front().spent = 99.00_wan;
    add_rows(facts, other, all_rows({.flow = "expenditure"}, {.id = "t1"}), along("function", &Line::code),
             amount({.phase = "executed"}, &Line::spent));
    CHECK(outcomes(check(facts)) == "T03 exact; T39 exact; T90 broken");
}
