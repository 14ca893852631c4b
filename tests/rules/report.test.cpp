// SPDX-License-Identifier: MIT
// The relations that a filing brings itself, beside those that the rules state.
#include <tieout/rules/report.hpp>

#include "../write/golden.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace tieout;

namespace {

/// The outcome of the only check of a filing with these figures and this relation.
struct Outcomes {
    Outcome outcome;
    Reason reason;
    std::string id;
};
Outcomes only_check(std::string_view relation) {
    const Filing filing = test::filing_of(
        R"({"filing":1,"figures":{"rate":"50%","part":"10.0","whole":"20.0","other":"25.0"},"relations":[)" +
        std::string(relation) + "]}");
    const Report report = check(filing);
    CAPTURE(relation);
    REQUIRE(report.checks.size() == 1);
    return {report.checks[0].outcome, report.checks[0].reason, Names(report).id(0)};
}

} // namespace

// ── readings ──

TEST_CASE("of the readings that a sentence leaves, one that holds is the reading") {
    const Outcomes found = only_check(R"({"id":"r","any_of":[
        {"kind":"share","share":"rate","part":"part","whole":"other"},
        {"kind":"share","share":"rate","part":"part","whole":"whole"}]})");
    CHECK(found.outcome == Outcome::exact);
    CHECK(found.id == "r");
}

TEST_CASE("readings may be of different kinds") {
    CHECK(only_check(R"({"id":"r","any_of":[
        {"kind":"share","share":"rate","part":"part","whole":"other"},
        {"kind":"sum","total":"whole","parts":["part","part"]}]})")
              .outcome == Outcome::exact);
}

TEST_CASE("where no reading holds it is broken if the words leave no other, and doubted if they may") {
    constexpr std::string_view readings = R"({"id":"r","any_of":[
        {"kind":"share","share":"rate","part":"part","whole":"other"},
        {"kind":"share","share":"rate","part":"whole","whole":"other"}])";
    CHECK(only_check(std::string(readings) + "}").outcome == Outcome::broken);
    CHECK(only_check(std::string(readings) + R"(,"evidence":"whole"})").outcome == Outcome::broken);
    const Outcomes open = only_check(std::string(readings) + R"(,"evidence":"open"})");
    CHECK(open.outcome == Outcome::undecided);
    CHECK(open.reason == Reason::doubted);
    // One reading that is not sure to be one is enough.
    const Outcomes one = only_check(R"({"id":"r","any_of":[
        {"kind":"share","share":"rate","part":"part","whole":"other","evidence":"open"},
        {"kind":"share","share":"rate","part":"whole","whole":"other"}]})");
    CHECK(one.reason == Reason::doubted);
}

TEST_CASE(
    "a relation of which something is open is doubted where it does not hold, and holds where it does") {
    CHECK(only_check(R"({"id":"r","kind":"sum","total":"other","parts":["part","part"]})").outcome ==
          Outcome::broken);
    const Outcomes open =
        only_check(R"({"id":"r","kind":"sum","total":"other","parts":["part","part"],"evidence":"open"})");
    CHECK(open.outcome == Outcome::undecided);
    CHECK(open.reason == Reason::doubted);
    CHECK(only_check(R"({"id":"r","kind":"sum","total":"whole","parts":["part","part"],"evidence":"open"})")
              .outcome == Outcome::exact);
    // What is missing is missing, whatever the evidence.
    const Filing filing = test::filing_of(
        R"({"filing":1,"figures":{"a":null,"b":1},"relations":[{"id":"r","kind":"equal","figures":["a","b"],"evidence":"open"}]})");
    CHECK(check(filing).checks[0].reason == Reason::missing);
}

TEST_CASE("one reading is approximate if it says so or all of them are") {
    constexpr std::string_view exact = R"({"id":"r","any_of":[{"kind":"equal","figures":["part","whole"]},
        {"kind":"equal","figures":["part","other"])";
    CHECK(only_check(std::string(exact) + "}]}").outcome == Outcome::broken);
    CHECK(only_check(std::string(exact) + R"(,"approximate":true}]})").outcome == Outcome::undecided);
    CHECK(only_check(std::string(exact) + R"(}],"approximate":true})").outcome == Outcome::undecided);
}

// ── what the rules demand already ──

namespace {

/// The ids of all checks of a filing with these members.
std::string ids_of(std::string_view members) {
    const Filing filing = test::filing_of(R"({"filing":1,"unit":"万元",)" + std::string(members) + "}");
    const Report report = check(filing);
    const Names names(report);
    std::string ids;
    for (std::size_t i = 0; i < report.checks.size(); ++i) ids += (ids.empty() ? "" : " ") + names.id(i);
    return ids;
}
std::string ids_with(std::string_view relation) {
    return ids_of(R"("expenditure":{"executed":"1709.11","basic":{"executed":"467.35"},
        "project":{"executed":"1241.76"}},"relations":[)" +
                  std::string(relation) + "]");
}
constexpr std::string_view by_rule = "T07@/expenditure/executed";
constexpr std::string_view by_both = "T07@/expenditure/executed r";

} // namespace

TEST_CASE("what a filing demands in the way a rule does is one check, that of the rule") {
    for (
        const std::string_view relation : {
            R"({"id":"r","kind":"sum","total":"/expenditure/executed","parts":["/expenditure/project/executed",
                "/expenditure/basic/executed"]})",
            R"({"id":"r","kind":"sum","total":"/expenditure/executed","parts":["/expenditure/project/executed",
                "/expenditure/basic/executed"],"complete":false,"severity":"warning","context":"s"})",
            R"({"id":"r","kind":"sum","total":"/expenditure/basic/executed","parts":["/expenditure/executed",
                "/expenditure/project/executed"],"coefficients":["1.0","-1"]})",
            R"({"id":"r","kind":"linear","terms":["/expenditure/basic/executed","/expenditure/project/executed",
                ["/expenditure/executed","-1"]],"equals":"0.00"})",
            R"({"id":"r","any_of":[{"kind":"sum","total":"/expenditure/executed","parts":[
                "/expenditure/basic/executed","/expenditure/project/executed"]}],"demand":"d","context":"s"})",
        }) {
        CAPTURE(relation);
        CHECK(ids_with(relation) == by_rule);
    }
}

TEST_CASE("what a filing demands otherwise, or in the words of a person, stays beside the check of a rule") {
    for (
        const std::string_view relation : {
            // In words of their own.
            R"({"id":"r","kind":"sum","total":"/expenditure/executed","parts":["/expenditure/project/executed",
                "/expenditure/basic/executed"],"demand":"总支出由基本支出和项目支出组成"})",
            // Another form of the same figures.
            R"({"id":"r","kind":"sum","total":"/expenditure/executed","parts":["/expenditure/project/executed",
                "/expenditure/basic/executed"],"coefficients":["1","2"]})",
            R"({"id":"r","kind":"at_most","lesser":["/expenditure/project/executed","/expenditure/basic/executed"],
                "greater":"/expenditure/executed"})",
            R"({"id":"r","kind":"linear","terms":["/expenditure/basic/executed","/expenditure/project/executed",
                ["/expenditure/executed","-1"]],"equals":"0.01"})",
            // Two readings.
            R"({"id":"r","any_of":[{"kind":"sum","total":"/expenditure/executed","parts":[
                "/expenditure/basic/executed","/expenditure/project/executed"]},{"kind":"equal","figures":[
                "/expenditure/executed","/expenditure/project/executed"]}]})",
        }) {
        CAPTURE(relation);
        CHECK(ids_with(relation) == by_both);
    }
}

TEST_CASE("a rate of which a sentence says what it is of is decided, though the rule leaves it open") {
    const std::string_view members = R"("expenditure":{"initial":"100.00","executed":"50.00",
        "rates":[{"stated":"60%"}]},"total_income":{"executed":"80.00"},"relations":[{"id":"r","kind":"ratio",
        "quotient":"/expenditure/rates/0/stated","numerator":"/expenditure/executed",
        "denominator":"/expenditure/initial"}])";
    CHECK(ids_of(members).find(" r") != std::string::npos);
}

TEST_CASE("a share that a rule states with its base is not stated again, nor is a growth") {
    CHECK(ids_of(R"("expenditure":{"prior":"100.00","executed":"200.00","growth":[{"stated":"100%"}],
        "basic":{"executed":"50.00","shares":[{"stated":"25%","of":"/expenditure/executed"}]}},"relations":[
        {"id":"r1","kind":"share","share":"/expenditure/basic/shares/0/stated","part":"/expenditure/basic/executed",
         "whole":"/expenditure/executed"},
        {"id":"r2","kind":"growth","rate":"/expenditure/growth/0/stated","from":"/expenditure/prior",
         "to":"/expenditure/executed"}])")
              .find(" r") == std::string::npos);
}

TEST_CASE("a sum that is stated alike in a sentence and in a table is one check, and two where they differ") {
    const auto ids = [](std::string_view of_the_table) {
        return ids_of(
            R"("expenditure":{"executed":[{"value":"1709.11","context":"s"},{"value":"1709.11","context":"t"}],
            "basic":{"executed":[{"value":"467.35","context":"s"},{"value":")" +
            std::string(of_the_table) + R"(","context":"t"}]},
            "project":{"executed":[{"value":"1241.76","context":"s"},{"value":"1241.76","context":"t"}]}},
            "relations":[{"id":"r","kind":"sum","total":"/expenditure/executed/1","parts":[
            "/expenditure/basic/executed/1","/expenditure/project/executed/1"],"context":"t"}])");
    };
    // Where the table differs, the rule is read in it too.
    CHECK(ids("467.35").find(" r") == std::string::npos);
    CHECK(ids("467.36").find(" r") == std::string::npos);
    CHECK(ids("467.36").find("T07@/expenditure/executed#2") != std::string::npos);
}

TEST_CASE("an error that a filing states is not lost in a warning of a rule") {
    const auto ids = [](std::string_view severity) {
        return ids_of(R"("expenditure":{"initial":"908.63"},"procurement":{"initial":"5558.3"},"relations":[
            {"id":"r","kind":"at_most","lesser":"/procurement/initial","greater":"/expenditure/initial","severity":")" +
                      std::string(severity) + "\"}]");
    };
    CHECK(ids("error").ends_with(" r"));
    CHECK_FALSE(ids("warning").ends_with(" r"));
}

TEST_CASE("a statement that a sentence names is checked itself, though the rule may be met by another") {
    // T07 holds with the second statement of the total; the sentence speaks of the first.
    CHECK(ids_of(R"("expenditure":{"executed":["1709.21","1709.11"],"basic":{"executed":"467.35"},
        "project":{"executed":"1241.76"}},"relations":[{"id":"r","kind":"sum","total":"/expenditure/executed/0",
        "parts":["/expenditure/basic/executed","/expenditure/project/executed"],"context":"s"}])")
              .ends_with(" r"));
}

TEST_CASE("statements of one figure that are said to be equal are so by the rule already") {
    CHECK(
        ids_of(
            R"("figures":{"a":["2.0","3.0"],"b":"3.0"},"relations":[{"id":"r","kind":"equal","figures":["a"]},
        {"id":"s","kind":"equal","figures":["/figures/a/0","b"]}])") == "T90@a s");
}

TEST_CASE("many relations of a filing take time in proportion to their number") {
    std::string members =
        R"("expenditure":{"executed":"3.0","basic":{"executed":"1.0"},"project":{"executed":"2.0"}},
        "relations":[)";
    for (int i = 0; i < 20'000; ++i)
        members += std::string(i == 0 ? "" : ",") + R"({"id":"r)" + std::to_string(i) +
                   R"(","kind":"sum","total":"/expenditure/executed","parts":["/expenditure/basic/executed",
                   "/expenditure/project/executed"]})";
    CHECK(ids_of(members + "]") == by_rule);
}

// ── together ──

TEST_CASE("checks that hold together only if every figure was cut off hold, as one that is broken would") {
    // Rounded to the nearest, a is at most 1.05 and b then at most 2.10; but c is at least 4.25. Cut off, a may be 1.08.
    const std::string figures = R"("figures":{"a":"1.0","b":"2.1","c":"4.3"},"relations":[
        {"id":"twice","kind":"sum","total":"b","parts":["a","a"]},
        {"id":"again","kind":"sum","total":"c","parts":["b","b"]}]})";
    const Filing filing = test::filing_of(R"({"filing":1,)" + figures);
    const Report report = check(filing);
    CHECK(report.located.joints.empty());
    for (const Check& made : report.checks) {
        CHECK(made.outcome == Outcome::rounding);
        CHECK(made.notes.has(Note::truncated));
    }
    // A document that says how it rounds has said that it does not cut off.
    const Filing rounded = test::filing_of(R"({"filing":1,"rounding":"half_up",)" + figures);
    CHECK(check(rounded).located.joints.size() == 1);
    CHECK(check(filing, {.rounding = Printing::nearest}).located.joints.size() == 1);
}

// ── names ──

TEST_CASE("every statement has a pointer and a label, and what the filing does not hold has neither") {
    const Filing filing =
        test::filing_of(R"({"filing":1,"unit":"万元","expenditure":{"executed":["3.0","4.0"],
        "basic":{"executed":"1.0"},"project":{"executed":"2.0","shares":[{"stated":"50"}],
        "projects":[{"label":"水质监测","executed":"2.0"}]}},"figures":{"a~b/c":"1.0","d":["5","6"]}})");
    const ReportView report = check_in_place(filing);
    const Names names(report);
    const auto pointer = [&](const Stated& figure, std::size_t i = 0) {
        return names.pointer(figure.statements()[i]);
    };
    CHECK(pointer(filing.expenditure.executed) == "/expenditure/executed/0");
    CHECK(pointer(filing.expenditure.executed, 1) == "/expenditure/executed/1");
    CHECK(pointer(filing.expenditure.basic.executed) == "/expenditure/basic/executed");
    CHECK(pointer(filing.expenditure.project.projects[0].executed) ==
          "/expenditure/project/projects/0/executed");
    CHECK(pointer(filing.figures[0].figure) == "a~0b~1c");
    CHECK(pointer(filing.figures[1].figure, 1) == "d/1");
    const Figure elsewhere;
    CHECK(names.pointer(elsewhere).empty());
    CHECK(names.label(elsewhere, Language::en).empty());
    CHECK(names.label(filing.expenditure.project.projects[0].executed.best(), Language::en) ==
          "水质监测 executed");
    CHECK(names.label(filing.expenditure.project.shares[0].stated.best(), Language::en) == "share");
    CHECK(names.label(filing.figures[1].figure.statements()[1], Language::en) == "d/1");

    // What no check covers comes in the order of the filing, and is counted alike with names and without.
    std::string uncovered;
    for (const Figure* figure : names.uncovered()) uncovered += std::string(names.pointer(*figure)) + " ";
    CHECK(uncovered == "a~0b~1c ");
    CHECK(names.figures() == 9);
    const Summary counted = report.summary();
    const Summary by_names = report.summary(names);
    CHECK(counted.figures == by_names.figures);
    CHECK(counted.covered == by_names.covered);
    CHECK(counted.broken == by_names.broken);
}

TEST_CASE("checks of one rule on one figure are numbered, whichever statements they read") {
    const auto twice = [](std::string_view value) {
        const std::string begin = R"({"value":")" + std::string(value) + R"(","context":")";
        return "[" + begin + R"(table 1"},)" + begin + R"(table 2"}])";
    };
    // The second table prints the total with other digits, so that it is read by itself.
    CHECK(ids_of(R"("expenditure":{"executed":[{"value":"3.0","context":"table 1"},
        {"value":"3.00","context":"table 2"}],"basic":{"executed":)" +
                 twice("1.0") + R"(},"project":{"executed":)" + twice("2.0") + "}}")
              .starts_with("T07@/expenditure/executed T07@/expenditure/executed#2"));
}
