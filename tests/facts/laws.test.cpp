// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tieout;
using namespace tieout::test;

TEST_CASE("the standard dimensions stand in the order of Aspects, and what contains a member is one") {
    const auto dimensions = facts::standard_dimensions();
    REQUIRE(dimensions.size() == aspect_table.size());
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        CAPTURE(dimensions[i].key());
        CHECK(dimensions[i].key() == aspect_table[i].key);
        CHECK_FALSE(dimensions[i].term().empty());
        std::set<std::string> keys;
        for (const facts::Member& member : dimensions[i].members()) {
            CAPTURE(member.key);
            CHECK(keys.insert(member.key).second);
            CHECK_FALSE(member.term.empty());
            CHECK((member.parent.empty() || member.parent == facts::all || keys.contains(member.parent)));
        }
    }
}

TEST_CASE("every law has its words, and is found by its code") {
    for (const Law& law : laws()) {
        CAPTURE(law.code);
        CHECK(find_law(law.code) == &law);
        CHECK_FALSE(law.name.empty());
        CHECK_FALSE(law.demand.zh.empty());
        CHECK_FALSE(law.demand.en.empty());
        CHECK_FALSE(law.source.empty());
    }
    CHECK(find_law("T96") == nullptr);
}

TEST_CASE("where a table says that its parts are all, they make their whole") {
    Facts facts;
    facts.parts("t1", "function");
    say(facts, "t1", "flow=expenditure function=*", "30.00 万元");
    say(facts, "t1", "flow=expenditure function=201", "20.00 万元");
    say(facts, "t1", "flow=expenditure function=208", "10.00 万元");
    CHECK(outcomes(check(facts)) == "T03 exact");

    say(facts, "t1", "flow=expenditure function=20805", "9.98 万元");
    CHECK(outcomes(check(facts)) == "T03 exact; T39 broken");
}

TEST_CASE("where nothing is said of them, parts make no whole") {
    Facts facts;
    say(facts, "t1", "flow=expenditure function=*", "30.00 万元");
    say(facts, "t1", "flow=expenditure function=201", "20.00 万元");
    CHECK(outcomes(check(facts)) == "");
}

TEST_CASE("what is said to be a part of a list only does not exceed it") {
    Facts facts;
    facts.parts("t1", "function", subset);
    say(facts, "t1", "flow=expenditure function=*", "30.00 万元");
    say(facts, "t1", "flow=expenditure function=201", "20.00 万元");
    say(facts, "t1", "flow=expenditure function=208", "9.00 万元");
    CHECK(outcomes(check(facts)) == "T94 exact");
    say(facts, "t1", "flow=expenditure function=210", "1.20 万元");
    CHECK(outcomes(check(facts)) == "T94 broken");

    // What is carried over may be negative, so that a part of it may be more.
    Facts carried;
    carried.parts("t1", "function", subset);
    say(carried, "t1", "flow=closing function=*", "1.00 万元");
    say(carried, "t1", "flow=closing function=201", "2.00 万元");
    CHECK(outcomes(check(carried)) == "");
}

TEST_CASE("levels that are not printed are skipped") {
    Facts facts;
    facts.parts("t1", "function");
    facts.parts("t1", "fund");
    say(facts, "t1", "flow=expenditure function=*", "30.00 万元");
    say(facts, "t1", "flow=expenditure function=2010301", "20.00 万元");
    say(facts, "t1", "flow=expenditure function=20805", "10.00 万元");
    say(facts, "t1", "flow=expenditure function=2080505", "10.00 万元");
    CHECK(outcomes(check(facts)) == "T03 exact; T39 exact");

    // 财政拨款 itself is not printed: its funds are parts of all.
    Facts funds;
    funds.parts("t1", "fund");
    say(funds, "t1", "flow=income fund=*", "12.00 万元");
    say(funds, "t1", "flow=income fund=general", "7.00 万元");
    say(funds, "t1", "flow=income fund=government", "3.00 万元");
    say(funds, "t1", "flow=income fund=institutional", "2.00 万元");
    CHECK(outcomes(check(funds)) == "T01 exact");
}

TEST_CASE("a code contains those that begin with it, and no others") {
    Facts facts;
    facts.parts("t1", "economic");
    say(facts, "t1", "type=basic economic=*", "9.00 万元");
    say(facts, "t1", "type=basic economic=301", "5.00 万元");
    say(facts, "t1", "type=basic economic=30101", "5.00 万元");
    say(facts, "t1", "type=basic economic=310", "4.00 万元");
    // No class has four digits: it belongs to nothing.
    say(facts, "t1", "type=basic economic=3010", "77.00 万元");
    CHECK(outcomes(check(facts)) == "T09 exact; T39 exact");
}

TEST_CASE("a name that is no code is part of all") {
    Facts facts;
    facts.parts("t1", "economic");
    say(facts, "t1", "economic=*", "9.00 万元");
    say(facts, "t1", "economic=工资福利支出", "5.00 万元");
    say(facts, "t1", "economic=其他", "4.00 万元");
    CHECK(outcomes(check(facts)) == "T09 exact");
}

TEST_CASE("the known parts of a known whole make it without a word") {
    Facts facts;
    say(facts, "t1", "flow=expenditure type=*", "1709.11 万元");
    say(facts, "t1", "flow=expenditure type=basic", "467.35 万元");
    CHECK(outcomes(check(facts)) == "");
    say(facts, "t1", "flow=expenditure type=project", "1241.76 万元");
    CHECK(outcomes(check(facts)) == "T07 exact");
    say(facts, "t1", "flow=expenditure type=personnel", "451.59 万元");
    say(facts, "t1", "flow=expenditure type=operating", "17.56 万元");
    CHECK(outcomes(check(facts)) == "T06 broken; T07 exact");
}

TEST_CASE("the three public expenses, with vehicles or with what these are made of") {
    Facts facts;
    say(facts, "t1", "item=three_public", "13.86 万元");
    say(facts, "t1", "item=abroad", "0");
    say(facts, "t1", "item=reception", "3.60 万元");
    say(facts, "t1", "item=operation", "10.26 万元");
    CHECK(outcomes(check(facts)) == "");
    say(facts, "t1", "item=purchase", "0.00 万元");
    say(facts, "t1", "item=abroad phase=initial", "1.00 万元");
    CHECK(outcomes(check(facts)) == "");

    Facts whole;
    say(whole, "t1", "item=three_public", "13.86 万元");
    say(whole, "t1", "item=abroad", "0.00 万元");
    say(whole, "t1", "item=reception", "3.60 万元");
    say(whole, "t1", "item=operation", "10.26 万元");
    say(whole, "t1", "item=purchase", "0.00 万元");
    CHECK(outcomes(check(whole)) == "T42 exact");
    say(whole, "t1", "item=vehicles", "10.26 万元");
    CHECK(outcomes(check(whole)) == "T42 exact; T43 exact");
}

TEST_CASE("what may be left out without a word leaves a list open") {
    Facts facts;
    say(facts, "t1", "flow=total_income", "525.10 万元");
    say(facts, "t1", "flow=income", "504.11 万元");
    say(facts, "t1", "flow=opening", "19.99 万元");
    CHECK(outcomes(check(facts)) == "T02 open_list");
    say(facts, "t1", "flow=surplus_used", "1.00 万元");
    CHECK(outcomes(check(facts)) == "T02 exact");

    Facts more;
    say(more, "t1", "flow=total_income", "525.10 万元");
    say(more, "t1", "flow=income", "504.11 万元");
    say(more, "t1", "flow=opening", "22.99 万元");
    CHECK(outcomes(check(more)) == "T02 broken");
}

TEST_CASE("both totals are equal, and without them what came in is what was spent or is left") {
    Facts facts;
    say(facts, "t1", "flow=total_income fund=general", "525.10 万元");
    say(facts, "t1", "flow=total_expenditure fund=general", "525.10 万元");
    // Another fund has another total.
    say(facts, "t1", "flow=total_expenditure fund=government", "7.00 万元");
    CHECK(outcomes(check(facts)) == "T05 exact");

    Facts flows;
    say(flows, "t8", "flow=opening fund=government function=*", "20.99 万元");
    say(flows, "t8", "flow=income fund=government function=*", "504.11 万元");
    say(flows, "t8", "flow=expenditure fund=government function=*", "500.00 万元");
    say(flows, "t8", "flow=closing fund=government function=*", "25.10 万元");
    CHECK(outcomes(check(flows)) == "T28 exact");

    // Of all funds surplus may have been used without a word of it.
    Facts open;
    say(open, "t8", "flow=opening fund=*", "20.99 万元");
    say(open, "t8", "flow=income fund=*", "504.11 万元");
    say(open, "t8", "flow=expenditure fund=*", "510.00 万元");
    say(open, "t8", "flow=closing fund=*", "25.10 万元");
    CHECK(outcomes(check(open)) == "T28 doubted");
}

TEST_CASE("a blank cell adds nothing, and what it could fill is doubted") {
    const auto with = [](std::string_view project, std::string_view remitted) {
        Facts facts;
        facts.parts("t3", "type");
        say(facts, "t3", "flow=expenditure type=*", "30.00 万元");
        say(facts, "t3", "flow=expenditure type=basic", "20.00 万元");
        say(facts, "t3", "flow=expenditure type=project", project);
        say(facts, "t3", "flow=expenditure type=remitted", remitted);
        return outcomes(check(facts));
    };
    CHECK(with("10.00 万元", "") == "T07 exact");
    CHECK(with("10.00 万元", "——") == "T07 exact");
    CHECK(with("9.00 万元", "") == "T07 doubted");
    // No blank that is not negative could fill it.
    CHECK(with("11.00 万元", "") == "T07 broken");
    CHECK(with("9.00 万元", "0.00 万元") == "T07 broken");
}

TEST_CASE("of a whole in which nothing stands nothing is demanded") {
    Facts facts;
    facts.parts("t3", "type");
    say(facts, "t3", "flow=expenditure type=*", "");
    say(facts, "t3", "flow=expenditure type=basic", "20.00 万元");
    CHECK(outcomes(check(facts)) == "");
}

TEST_CASE("what is named within a part is no part, and does not exceed it") {
    Facts facts;
    facts.parts("t1", "type");
    say(facts, "t1", "type=project", "50.00 万元");
    say(facts, "t1", "type=construction", "50.00 万元");
    CHECK(outcomes(check(facts)) == "T08 exact");
    say(facts, "t1", "type=*", "60.00 万元");
    say(facts, "t1", "type=basic", "10.00 万元");
    CHECK(outcomes(check(facts)) == "T07 exact; T08 exact");

    Facts more;
    say(more, "t1", "type=project", "50.00 万元");
    say(more, "t1", "type=construction", "50.02 万元");
    CHECK(outcomes(check(more)) == "T08 broken");

    // 项目支出 is not printed: construction is still no part of all.
    Facts skipped;
    skipped.parts("t1", "type");
    say(skipped, "t1", "type=*", "60.00 万元");
    say(skipped, "t1", "type=basic", "60.00 万元");
    say(skipped, "t1", "type=construction", "50.00 万元");
    CHECK(outcomes(check(skipped)) == "T07 exact; T08 exact");
}

TEST_CASE("different funds, bodies, periods, phases and kinds of quantity are never compared") {
    const std::string_view differing[] = {"fund=general", "body=某局", "period=2021", "phase=initial",
                                          "function=201"};
    for (const std::string_view other : differing) {
        CAPTURE(other);
        Facts facts;
        facts.scope(known_scope());
        facts.parts("t1", "type");
        say(facts, "t1", "flow=income type=*", "30.00 万元");
        say(facts, "t1", "flow=income type=basic " + std::string(other), "20.00 万元");
        say(facts, "t2", "flow=income type=* " + std::string(other), "31.00 万元");
        // What is wider than one fund is at least that fund, and nothing else is said.
        const std::string expected = other == "fund=general" ? "T98 broken" : "";
        CHECK(outcomes(check(facts)) == expected);
    }
    Facts kinds;
    kinds.scope(known_scope());
    say(kinds, "t1", "flow=income", "30.00 万元");
    say(kinds, "t2", "flow=income", "30 人");
    say(kinds, "t3", "flow=income", "96.3%");
    say(kinds, "t4", "flow=income", "300000.00 元");
    CHECK(outcomes(check(kinds)) == "T90 exact");
}

TEST_CASE("the same aspects in two places are one figure, if everything is known of both") {
    Facts facts;
    facts.scope(known_scope());
    say(facts, "t2", "flow=income", "30.00 万元");
    say(facts, "t1", "flow=income", "30.01 万元");
    say(facts, "", "flow=income", "30.0 万元");
    CHECK(outcomes(check(facts)) == "T90 rounding");
    say(facts, "t4", "flow=income", "31.00 万元");
    CHECK(outcomes(check(facts)) == "T90 broken");

    // Unknown is not all, nor is it the same as what is unknown elsewhere.
    Aspects scope = known_scope();
    scope.fund.clear();
    Facts unknown;
    unknown.scope(scope);
    say(unknown, "t1", "flow=income fund=*", "30.00 万元");
    say(unknown, "t2", "flow=income", "31.00 万元");
    say(unknown, "t3", "flow=income", "32.00 万元");
    CHECK(outcomes(check(unknown)) == "");
}

TEST_CASE("what one table leaves unknown is the same in all of it, and two of one kind are neither") {
    Facts facts;
    facts.parts("t1", "function");
    say(facts, "t1", "function=*", "30.00 万元");
    say(facts, "t1", "function=201", "30.00 万元");
    CHECK(outcomes(check(facts)) == "T97 exact");
    // A second column of which it is not known what it is: neither is known to be a part of the other.
    say(facts, "t1", "function=201", "12.00 万元");
    CHECK(outcomes(check(facts)) == "");
}

TEST_CASE("what is wider is at least the nearest that is narrower") {
    const auto with = [](std::string_view general, bool certified) {
        Facts facts;
        facts.scope(known_scope());
        facts.table({.id = "t3"});
        if (certified) facts.table({.id = "t5"});
        say(facts, "t3", "flow=expenditure fund=*", "30.00 万元");
        say(facts, certified ? "t5" : "", "flow=expenditure fund=general", general);
        return outcomes(check(facts));
    };
    CHECK(with("30.00 万元", true) == "T98 exact");
    CHECK(with("31.00 万元", true) == "T98 broken");
    CHECK(with("31.00 万元", false) == "T98 broken warning");

    // Only the nearest: what is wider still follows from it.
    Facts chain;
    chain.scope(known_scope());
    say(chain, "t3", "flow=expenditure fund=*", "30.00 万元");
    say(chain, "t4", "flow=expenditure fund=fiscal", "28.00 万元");
    say(chain, "t5", "flow=expenditure fund=general", "27.00 万元");
    CHECK(outcomes(check(chain)) == "T98 exact; T98 exact");

    // Where a table makes the wider of its parts, nothing is added to that.
    Facts within;
    within.scope(known_scope());
    within.parts("t4", "fund");
    say(within, "t4", "flow=expenditure fund=fiscal", "28.00 万元");
    say(within, "t4", "flow=expenditure fund=general", "28.00 万元");
    CHECK(outcomes(check(within)) == "T56 exact");

    // What is carried over may be negative.
    Facts carried;
    carried.scope(known_scope());
    say(carried, "t1", "flow=opening fund=*", "1.00 万元");
    say(carried, "t4", "flow=opening fund=fiscal", "2.00 万元");
    CHECK(outcomes(check(carried)) == "");
}

TEST_CASE("parts that stand in full in one table make the whole that stands in another") {
    Facts facts;
    facts.scope(known_scope());
    say(facts, "t5", "flow=expenditure fund=general type=basic", "467.35 万元");
    say(facts, "t6", "flow=expenditure fund=general type=personnel", "451.59 万元");
    CHECK(outcomes(check(facts)) == "");
    say(facts, "t6", "flow=expenditure fund=general type=operating", "15.67 万元");
    CHECK(outcomes(check(facts)) == "T06 broken");

    // One of three funds is not printed: it is not known that there is none.
    Facts funds;
    funds.scope(known_scope());
    say(funds, "t2", "flow=income fund=fiscal", "10.00 万元");
    say(funds, "t1", "flow=income fund=general", "8.00 万元");
    say(funds, "t1", "flow=income fund=government", "1.00 万元");
    CHECK(outcomes(check(funds)) == "T98 exact; T98 exact");
    say(funds, "t1", "flow=income fund=state_capital", "1.00 万元");
    CHECK(outcomes(check(funds)) == "T01 exact; T98 exact; T98 exact; T98 exact");
}

TEST_CASE("the classes of basic expenditure make its personnel and its operating part") {
    Facts facts;
    facts.parts("t1", "economic");
    say(facts, "t1", "flow=expenditure type=basic economic=*", "105.00 万元");
    say(facts, "t1", "flow=expenditure type=basic economic=301", "80.00 万元");
    say(facts, "t1", "flow=expenditure type=basic economic=302", "12.00 万元");
    say(facts, "t1", "flow=expenditure type=basic economic=303", "10.00 万元");
    say(facts, "t1", "flow=expenditure type=basic economic=310", "3.00 万元");
    say(facts, "t1", "flow=expenditure type=personnel economic=*", "90.00 万元");
    say(facts, "t1", "flow=expenditure type=operating economic=*", "15.00 万元");
    CHECK(outcomes(check(facts)) == "T06 exact; T09 exact; T37 exact; T38 exact");
}

TEST_CASE("a class within the three public expense of its name is doubted and no more") {
    const auto with = [](std::string_view shown) {
        Facts facts;
        facts.scope(known_scope());
        say(facts, "t6", "flow=expenditure fund=general type=operating economic=30217", "3.60 万元");
        say(facts, "t7", "flow=expenditure fund=fiscal item=reception", shown);
        return outcomes(check(facts));
    };
    CHECK(with("3.60 万元") == "T99 exact");
    CHECK(with("3.50 万元") == "T99 doubted");
}

TEST_CASE("a table that is not certified, and a figure that is open, only doubt") {
    Facts facts;
    facts.scope(known_scope());
    facts.table({.id = "t3", .certified = false});
    facts.parts("t3", "type");
    say(facts, "t3", "flow=expenditure type=*", "30.00 万元");
    say(facts, "t3", "flow=expenditure type=basic", "20.00 万元");
    say(facts, "t3", "flow=expenditure type=project", "11.00 万元");
    CHECK(outcomes(check(facts)) == "T07 doubted");

    // What is open is held against what is sure by itself, and what is sure is still held against the rest.
    say(facts, "t1", "flow=expenditure", "30.00 万元");
    say(facts, "t2", "flow=expenditure", "30.00 万元");
    CHECK(outcomes(check(facts)) == "T07 doubted; T90 exact; T90 exact");
}

TEST_CASE("a table that stands alone is compared with no other") {
    Facts facts;
    facts.scope(known_scope());
    facts.table({.id = "t3", .alone = true});
    facts.parts("t3", "type");
    say(facts, "t1", "flow=expenditure", "31.00 万元");
    say(facts, "t3", "flow=expenditure", "30.00 万元");
    say(facts, "t3", "flow=expenditure type=basic", "30.00 万元");
    CHECK(outcomes(check(facts)) == "T07 exact");
}

TEST_CASE("an id is the code with the aspects in the order of their keys, wherever the fact stands") {
    Facts facts;
    facts.dimension(facts::Dimension::tree("region", {{"coast", "*"}, {"inland", "*"}}));
    facts.parts("t1", "region");
    facts.parts("t2", "region");
    for (const std::string_view table : {"t1", "t2"}) {
        say(facts, table, "phase=executed flow=income region=*", "3.00 万元");
        say(facts, table, "phase=executed flow=income region=coast", "1.00 万元");
        say(facts, table, "phase=executed flow=income region=inland", "2.00 万元");
    }
    const FactsReport report = check(facts);
    REQUIRE(report.checks.size() == 2);
    CHECK(report.id(report.checks[0]) == "T97@flow=income,phase=executed,region=*/region");
    CHECK(report.id(report.checks[1]) == "T97@flow=income,phase=executed,region=*/region#2");
}

TEST_CASE("a dimension of one's own takes three lines") {
    Facts facts;
    facts.dimension(facts::Dimension::codes("account", {4, 6}));
    facts.parts("ledger", "account");
    say(facts, "ledger", "account=*", "30.00 元");
    say(facts, "ledger", "account=5001", "30.00 元");
    say(facts, "ledger", "account=500101", "20.00 元");
    say(facts, "ledger", "account=500102", "11.00 元");
    CHECK(outcomes(check(facts)) == "T97 broken; T97 exact");
}

TEST_CASE("members that contain each other in a circle contain nothing") {
    Facts facts;
    facts.dimension(facts::Dimension::tree("region", {{"a", "b"}, {"b", "a"}, {"c", "c"}, {"d", "nowhere"}}));
    facts.parts("t1", "region");
    for (const std::string_view region : {"a", "b", "c", "d", "*", "e"})
        say(facts, "t1", "region=" + std::string(region), "1.00 元");
    CHECK(outcomes(check(facts)) == "");
}

TEST_CASE("the figure that is wrong is located, with the value that it should have") {
    Facts facts;
    facts.scope(known_scope());
    facts.parts("t3", "type");
    facts.parts("t3", "function");
    say(facts, "t3", "flow=expenditure function=* type=*", "120.50 万元");
    say(facts, "t3", "flow=expenditure function=* type=basic", "80.30 万元");
    say(facts, "t3", "flow=expenditure function=* type=project", "40.20 万元");
    say(facts, "t3", "flow=expenditure function=201 type=*", "100.30 万元");
    const FactId wrong = say(facts, "t3", "flow=expenditure function=201 type=basic", "71.00 万元");
    say(facts, "t3", "flow=expenditure function=201 type=project", "30.20 万元");
    say(facts, "t3", "flow=expenditure function=208 type=*", "20.20 万元");
    say(facts, "t3", "flow=expenditure function=208 type=basic", "10.20 万元");
    say(facts, "t3", "flow=expenditure function=208 type=project", "10.00 万元");
    const FactsReport report = check(facts);
    CHECK(report.broken());
    REQUIRE(report.located.parts.size() == 1);
    const FaultyPart& part = report.located.parts.front();
    REQUIRE(part.core.size() == 1);
    CHECK(facts.number_of(*part.core.front()) == wrong);
    REQUIRE_FALSE(part.repairs.empty());
    CHECK(part.repairs.front().changes.front().to == Decimal::of(7010, 2));
    const FactsSummary summary = report.summary();
    CHECK(summary.facts == 9);
    CHECK(summary.covered == 9);
    CHECK(summary.broken == 2);
}
