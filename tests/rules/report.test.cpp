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

TEST_CASE("where no reading holds it is broken if the words leave no other, and undecided if they may") {
    constexpr std::string_view readings = R"({"id":"r","any_of":[
        {"kind":"share","share":"rate","part":"part","whole":"other"},
        {"kind":"share","share":"rate","part":"whole","whole":"other"}])";
    CHECK(only_check(std::string(readings) + "}").outcome == Outcome::broken);
    CHECK(only_check(std::string(readings) + R"(,"closed":true})").outcome == Outcome::broken);
    const Outcomes open = only_check(std::string(readings) + R"(,"closed":false})");
    CHECK(open.outcome == Outcome::undecided);
    CHECK(open.reason == Reason::several_readings);
}

TEST_CASE("one reading is approximate if it says so or all of them are") {
    constexpr std::string_view exact = R"({"id":"r","any_of":[{"kind":"equal","figures":["part","whole"]},
        {"kind":"equal","figures":["part","other"])";
    CHECK(only_check(std::string(exact) + "}]}").outcome == Outcome::broken);
    CHECK(only_check(std::string(exact) + R"(,"approximate":true}]})").outcome == Outcome::undecided);
    CHECK(only_check(std::string(exact) + R"(}],"approximate":true})").outcome == Outcome::undecided);
}
