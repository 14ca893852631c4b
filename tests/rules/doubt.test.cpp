// SPDX-License-Identifier: MIT
// Doubt: what does not hold, and what the evidence does not suffice to call broken.
#include <tieout/rules/report.hpp>
#include <tieout/rules/together.hpp>

#include "../write/golden.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace tieout;

namespace {

Filing filing_of(std::string_view members) {
    return test::filing_of(R"({"filing":1,"unit":"万元",)" + std::string(members) + "}");
}

/// "T07 doubted; sum@x exact": what came out of a report, check by check.
std::string outcomes_of(const Report& report) {
    const Names names(report);
    std::string all;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        const std::string_view code = report.relation_of(check).code;
        if (!all.empty()) all += "; ";
        all += code.empty() ? names.id(i) : std::string(code);
        all += ' ';
        all += is_doubted(check) ? "doubted" : described(check.outcome).code;
    }
    return all;
}
std::string outcomes_of(std::string_view members) {
    const Filing filing = filing_of(members);
    return outcomes_of(check(filing));
}

std::string sure(std::string_view number) { return "\"" + std::string(number) + "\""; }
std::string open(std::string_view number) {
    return R"({"value":")" + std::string(number) + R"(","evidence":"open"})";
}

std::string expenditure(const std::string& total, const std::string& basic, const std::string& project) {
    return R"("expenditure":{"executed":)" + total + R"(,"basic":{"executed":)" + basic +
           R"(},"project":{"executed":)" + project + "}}";
}

} // namespace

// ── rules over figures of which it is open what they are of ──

TEST_CASE("a rule doubts what does not hold with a figure that is open, and takes what holds") {
    CHECK(outcomes_of(expenditure(sure("30"), sure("10"), sure("25"))) == "T07 broken");
    CHECK(outcomes_of(expenditure(sure("30"), sure("10"), open("25"))) == "T07 doubted");
    CHECK(outcomes_of(expenditure(open("30"), sure("10"), sure("25"))) == "T07 doubted");
    CHECK(outcomes_of(expenditure(open("30"), open("10"), open("20"))) == "T07 exact");
    CHECK(outcomes_of(expenditure(open("30.0"), open("10.00"), open("20.01"))) == "T07 rounding");
}

TEST_CASE("a statement that is sure of a figure is enough, however many others are open") {
    CHECK(outcomes_of(expenditure("[" + open("30") + "," + sure("30") + "]", sure("10"), sure("25"))) ==
          "T07 broken; T90 exact");
    CHECK(outcomes_of(expenditure("[" + open("35") + "," + sure("30") + "]", sure("10"), sure("25"))) ==
          "T07 exact; T90 doubted");
}

TEST_CASE(
    "statements that are sure are held against each other, and those that are open against the surest") {
    const auto restated = [](const std::string& statements) {
        return outcomes_of(R"("expenditure":{"executed":[)" + statements + "]}");
    };
    CHECK(restated(sure("30.1") + "," + sure("31.2")) == "T90 broken");
    CHECK(restated(sure("30.1") + "," + open("31.2")) == "T90 doubted");
    CHECK(restated(open("30.1") + "," + open("31.2")) == "T90 doubted");
    CHECK(restated(sure("30.1") + "," + sure("31.2") + "," + open("30.1")) == "T90 broken; T90 exact");
    CHECK(restated(sure("30.1") + "," + sure("30.1") + "," + open("40.1")) == "T90 exact; T90 doubted");
}

TEST_CASE("statements of different periods are of different figures") {
    const auto restated = [](std::string_view statements) {
        return outcomes_of(R"("figures":{"a":[)" + std::string(statements) + "]}");
    };
    CHECK(restated(R"({"value":"1","period":"2021"},{"value":"3","period":"2022"})").empty());
    CHECK(restated(R"({"value":"1","period":"2021"},{"value":"3","period":"2021"})") == "T90 broken");
    CHECK(restated(R"({"value":"1","period":"2021"},{"value":"3"})") == "T90 broken");
    CHECK(restated(R"({"value":"1","period":"2021"},{"value":"3"},{"value":"5","period":"2022"})").empty());
}

// ── one demand, stated by a rule and by the filing ──

TEST_CASE("of a rule and a statement that say the same the surer one stays") {
    const auto both = [](const std::string& project, std::string_view evidence) {
        return outcomes_of(expenditure(sure("30"), sure("10"), project) +
                           R"(,"relations":[{"id":"r","kind":"sum","total":"/expenditure/executed","parts":[
                           "/expenditure/basic/executed","/expenditure/project/executed"],"context":"s","evidence":")" +
                           std::string(evidence) + R"("}])");
    };
    CHECK(both(sure("25"), "whole") == "T07 broken");
    CHECK(both(sure("25"), "open") == "T07 broken");
    CHECK(both(open("25"), "whole") == "r broken");
    CHECK(both(open("25"), "open") == "T07 doubted");
    CHECK(both(open("20"), "whole") == "r exact");
}

// ── what takes no part ──

TEST_CASE("what is doubted locates nothing and is impossible together with nothing") {
    const Filing doubted = filing_of(expenditure(sure("30"), sure("10"), open("25")));
    const Report report = check(doubted);
    CHECK(report.located.parts.empty());
    CHECK(report.located.joints.empty());
    CHECK_FALSE(report.broken());
    CHECK_FALSE(report.broken(true));
    CHECK(report.summary().doubted == 1);
    CHECK(report.summary().undecided == 1);
}

TEST_CASE("what is open and holds is not held against what else holds") {
    // Each holds within rounding; a + a = b and b + b = c leave no room for both.
    const auto joints = [](std::string_view evidence) {
        const Filing filing = test::filing_of(
            R"({"filing":1,"rounding":"nearest","figures":{"a":"1.0","b":"2.1","c":"4.3"},"relations":[
            {"id":"twice","kind":"sum","total":"b","parts":["a","a"]},
            {"id":"again","kind":"sum","total":"c","parts":["b","b"],"evidence":")" +
            std::string(evidence) + R"("}]})");
        const Report report = check(filing);
        CHECK(report.located.parts.size() == report.located.joints.size());
        return report.located.joints.size();
    };
    CHECK(joints("whole") == 1);
    CHECK(joints("open") == 0);
}

TEST_CASE("what is missing in a relation that is open is not found to be impossible") {
    const auto joints = [](std::string_view evidence) {
        const Filing filing = test::filing_of(
            R"({"filing":1,"figures":{"a":null,"b":"2.0","c":"9.0"},"relations":[
            {"id":"one","kind":"sum","total":"b","parts":["a","a"]},
            {"id":"other","kind":"sum","total":"c","parts":["a","a"],"evidence":")" +
            std::string(evidence) + R"("}]})");
        return check(filing).located.joints.size();
    };
    CHECK(joints("whole") == 1);
    CHECK(joints("open") == 0);
}

TEST_CASE("what is open and holds helps to tell which figure is wrong") {
    const Filing filing =
        test::filing_of(R"({"filing":1,"figures":{"total":"30","a":"10","b":"25","b1":"11","b2":"14"},
        "relations":[{"id":"whole","kind":"sum","total":"total","parts":["a","b"]},
        {"id":"open","kind":"sum","total":"b","parts":["b1","b2"],"evidence":"open"}]})");
    const Report report = check(filing);
    REQUIRE(report.located.parts.size() == 1);
    CHECK(report.located.parts[0].minimal_sets.size() == 2); // not b, which its parts bear out
}

TEST_CASE("a document that was cut off throughout is neither broken nor doubted") {
    const Filing filing =
        test::filing_of(R"({"filing":1,"figures":{"a":"1.0","b":"2.0","c":"3.9","d":"3.9"},"relations":[
        {"id":"r","kind":"sum","total":"c","parts":["a","b"],"evidence":"open"}]})");
    CHECK(outcomes_of(check(filing)) == "r doubted");
    const Filing cut = test::filing_of(
        R"({"filing":1,"figures":{"t":"5.4","a":"1.0","b":"1.0","c":"1.0","d":"1.0","e":"1.0"},"relations":[
        {"id":"r","kind":"sum","total":"t","parts":["a","b","c","d","e"],"evidence":"open"}]})");
    const Report report = check(cut);
    CHECK(outcomes_of(report) == "r rounding");
    CHECK(report.checks[0].notes.has(Note::truncated));
}

TEST_CASE("what is open and holds only if it was cut off does not say that all of the document was") {
    // Rounded to the nearest, the change and the rate hold together; cut off, each holds only by itself.
    const Filing filing = test::filing_of(
        R"({"filing":1,"figures":{"now":"0.38","before":"0.40","less":"-0.02",
        "rate":{"value":"-4.69","unit":"%"},"t":"0.44","a":"0.38","b":"0.01","c":"0.01","d":"0.01"},"relations":[
        {"id":"change","kind":"sum","total":"now","parts":["before","less"]},
        {"id":"growth","kind":"growth","rate":"rate","from":"before","to":"now"},
        {"id":"listed","kind":"sum","total":"t","parts":["a","b","c","d"],"evidence":"open"}]})");
    const Report report = check(filing);
    CHECK(outcomes_of(report) == "change exact; growth rounding; listed rounding");
    CHECK(report.checks[2].notes.has(Note::truncated));
    CHECK(report.located.joints.empty());
}

TEST_CASE("what is wrong in a document says nothing of how the rest was printed") {
    // Five parts, each cut off by less than a tenth, and a sum that holds in no way.
    const std::string figures =
        R"("t":"5.4","a":"1.0","b":"1.0","c":"1.0","d":"1.0","e":"1.0","x":"9.0","y":"4.0","z":"3.0")";
    const std::string sums = R"({"id":"cut","kind":"sum","total":"t","parts":["a","b","c","d","e"]},
        {"id":"wrong","kind":"sum","total":"x","parts":["y","z"]})";
    const auto told = [&](const std::string& more_figures, const std::string& more) {
        return outcomes_of(R"("figures":{)" + figures + more_figures + R"(},"relations":[)" + sums + more +
                           "]");
    };
    CHECK(told("", "") == "cut rounding; wrong broken");
    // 2/3 is printed rounded up: the document cuts nothing off.
    CHECK(
        told(
            R"(,"two":{"value":"2","unit":"人"},"three":{"value":"3","unit":"人"},"r":{"value":"66.67","unit":"%"})",
            R"(,{"id":"r","kind":"ratio","quotient":"r","numerator":["two"],"denominator":["three"]})") ==
        "cut broken; wrong broken; r exact");
}

// ── T96 rests on T02 ──

TEST_CASE("more spent than available is an error where the total ties to its parts, and else doubted") {
    const auto spent = [](std::string_view total) {
        return outcomes_of(
            R"("income":{"executed":"504.11","opening":"20.99"},"total_income":{"executed":")" +
            std::string(total) + R"("},"expenditure":{"executed":"531.07"})");
    };
    CHECK(spent("525.10") == "T02 exact; T96 broken");
    CHECK(spent("525.1") == "T02 exact; T96 broken");
    CHECK(spent("525.11") == "T02 rounding; T96 broken");
    CHECK(spent("522.10") == "T02 broken; T96 doubted");
    // Something else was available that is not named.
    CHECK(spent("530.10") == "T02 undecided; T96 doubted");
}

// ── several documents ──

TEST_CASE("documents that differ in a figure that is open are to be looked at") {
    const auto together = [](const std::string& prior) {
        const Filing last = test::filing_of(
            R"({"filing":1,"body":{"name":"甲局"},"year":2021,"expenditure":{"executed":"100"}})");
        const Filing current = test::filing_of(
            R"({"filing":1,"body":{"name":"甲局"},"year":2022,"expenditure":{"prior":)" + prior + "}}");
        const FiledDocument documents[] = {{"2021", &last}, {"2022", &current}};
        const Together found = check_together(documents);
        REQUIRE(found.checks.size() == 1);
        CHECK(found.count_doubted() == (is_doubted(found.checks[0].check) ? 1 : 0));
        CHECK(found.broken() == (found.checks[0].check.outcome == Outcome::broken));
        return found.checks[0].check;
    };
    CHECK(together(sure("110")).outcome == Outcome::broken);
    CHECK(is_doubted(together(open("110"))));
    CHECK(together(open("100")).outcome == Outcome::exact);
}
