// SPDX-License-Identifier: MIT
// Walks the table of rules: what holds for one rule holds for all.
#include <tieout/rules/rule.hpp>

#include <tieout/read/json.hpp>
#include <tieout/rules/ratio_table.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace tieout;

namespace {

/// Checks of one rule on a filing in JSON, by outcome.
struct Outcomes {
    int exact = 0;
    int rounding = 0;
    int broken = 0;
    int undecided = 0;
};

Outcomes outcomes_of(const Rule& rule, std::string_view json) {
    const Document document = read_filing(json, rule.code);
    INFO(json);
    for (const Problem& problem : document.problems)
        FAIL_CHECK(problem.pointer, ": ", problem.expected, " ", problem.seen);
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    Outcomes outcomes;
    for (const Check& check : report.checks) {
        if (report.relation_of(check).code != rule.code) continue;
        switch (check.outcome) {
        case Outcome::exact:
            ++outcomes.exact;
            break;
        case Outcome::rounding:
            ++outcomes.rounding;
            break;
        case Outcome::broken:
            ++outcomes.broken;
            break;
        case Outcome::undecided:
            ++outcomes.undecided;
            break;
        }
    }
    return outcomes;
}

} // namespace

TEST_CASE("every rule is silent on its passing example and speaks on its failing one") {
    for (const Rule& rule : rules()) {
        CAPTURE(rule.code);
        CHECK(outcomes_of(rule, rule.passing).broken == 0);
        const Outcomes failing = outcomes_of(rule, rule.failing);
        // A missing unit is never a fault, so the rule about units can only leave a check undecided.
        if (rule.code == "T93")
            CHECK(failing.undecided == 1);
        else
            CHECK(failing.broken == 1);
    }
}

TEST_CASE("what looks as if it broke a rule, and does not, breaks no rule at all") {
    for (const Rule& rule : rules())
        for (const std::string_view example : rule.counter_examples) {
            if (example.empty()) continue;
            CAPTURE(rule.code);
            CAPTURE(example);
            const Document document = read_filing(example, rule.code);
            REQUIRE(document.filing);
            CHECK(document.problems.empty());
            CHECK(check(*document.filing).summary().broken == 0);
        }
}

TEST_CASE("the passing example of a rule breaks no other rule either") {
    for (const Rule& rule : rules()) {
        CAPTURE(rule.code);
        const Document document = read_filing(rule.passing, rule.code);
        REQUIRE(document.filing);
        const Report report = check(*document.filing);
        CHECK(report.summary().broken == 0);
    }
}

TEST_CASE("no rule claims anything of an empty filing") {
    const Filing filing;
    CHECK(check(filing).checks.empty());
}

TEST_CASE(
    "every rule cites a clause, says its demand in both languages and has a code of its own, in order") {
    std::set<std::string_view> codes;
    std::set<std::string_view> names;
    for (const Rule& rule : rules()) {
        CAPTURE(rule.code);
        CHECK(codes.insert(rule.code).second);
        CHECK(names.insert(rule.name).second);
        CHECK(*codes.rbegin() == rule.code);
        CHECK_FALSE(rule.source.document.empty());
        CHECK_FALSE(rule.demand.zh.empty());
        CHECK_FALSE(rule.demand.en.empty());
        CHECK(find_rule(rule.code) == &rule);
    }
    CHECK(find_rule("T00") == nullptr);
}

TEST_CASE("every identity that the first release promises has its rule") {
    // domain.md §6: I05–I09, I28, I37–I38, I42–I44, I46, I53, I55–I65, I67–I80
    for (const int number : {96, 5,  6,  7,  8,  9,  28, 37, 38, 42, 43, 44, 46, 53, 55, 56, 57, 58, 59, 60,
                             61, 62, 63, 64, 65, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80}) {
        const std::string code = std::string(number < 10 ? "T0" : "T") + std::to_string(number);
        CAPTURE(code);
        CHECK(find_rule(code) != nullptr);
    }
}

TEST_CASE("the digest of the rules is stable within a build") {
    CHECK(rules_digest().size() == 16);
    CHECK(rules_digest() == rules_digest());
}
