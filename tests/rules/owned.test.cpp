// SPDX-License-Identifier: MIT
// A report owns the filing that it speaks of: what a stranger does with reports is right. Run under the address sanitizer.
#include <tieout/rules/report.hpp>

#include <tieout/model/find.hpp>
#include <tieout/numbers/literals.hpp>
#include <tieout/read/profile.hpp>
#include <tieout/relations/explain.hpp>
#include <tieout/score/score.hpp>
#include <tieout/write/text.hpp>

#include "../base/ended.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using namespace tieout;
using namespace tieout::literals;

namespace {

Filing broken_filing() {
    Filing filing;
    filing.body.name = "a body with a name that is held outside of its string";
    filing.expenditure.executed = 1709.11_wan;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.67_wan;
    return filing;
}

Report report_of_a_local_filing() {
    const Filing filing = broken_filing();
    return check(filing);
}

std::string text_of(const ReportView& report) {
    return report_text({"x"}, report, Names(report), {.language = Language::en});
}

const std::string expected = [] {
    const Filing filing = broken_filing();
    return text_of(check_in_place(filing));
}();

static_assert(!std::is_convertible_v<ReportView, Report>);
static_assert(std::is_convertible_v<Report, ReportView>);

} // namespace

TEST_CASE("a report of a local filing can be returned") {
    const Report report = report_of_a_local_filing();
    CHECK(report.broken());
    CHECK(report.filing->body.name == broken_filing().body.name);
    CHECK(text_of(report) == expected);
    CHECK(expected.find("467.35 + 1241.67 = 1709.02") != expected.npos);
}

TEST_CASE("a filing may be moved into its report, or be a temporary, constant or not") {
    Filing filing = broken_filing();
    CHECK(text_of(check(std::move(filing))) == expected);
    CHECK(text_of(check(broken_filing())) == expected);
    const auto constant = []() -> const Filing { return broken_filing(); };
    CHECK(text_of(check(constant())) == expected);
}

TEST_CASE("a report does not change when the filing that it was made of does") {
    Filing filing = broken_filing();
    const Report report = check(filing);
    filing = {};
    CHECK(text_of(report) == expected);
}

TEST_CASE("names keep the filing of their report") {
    const Names names(check(broken_filing()));
    CHECK(names.figures() == 3);
    CHECK(names.id(0).starts_with("T07@"));
}

TEST_CASE("what was a view of a report keeps its filing") {
    const ReportView view = report_of_a_local_filing();
    CHECK(text_of(view) == expected);
}

TEST_CASE("filings and reports move together into a vector, and reports are copied and outlive each other") {
    struct Checked {
        Filing filing;
        Report report;
    };
    std::vector<Checked> all;
    for (int i = 0; i < 20; ++i) {
        Filing filing = broken_filing();
        Report report = check(filing);
        all.push_back({std::move(filing), std::move(report)});
    }
    std::optional<Report> copy = all[3].report;
    CHECK(copy->filing == all[3].report.filing);
    all.erase(all.begin(), all.begin() + 10);
    CHECK(text_of(*copy) == expected);
    for (const Checked& each : all) CHECK(text_of(each.report) == expected);
    all.clear();
    CHECK(text_of(*copy) == expected);
}

TEST_CASE("a filing that is shared is not copied") {
    const auto filing = std::make_shared<const Filing>(broken_filing());
    const Report report = check(filing);
    CHECK(report.filing == filing.get());
    CHECK(text_of(report) == expected);
    CHECK(test::message_at_the_end_of([] { (void)check(std::shared_ptr<const Filing>()); }) ==
          "tieout: check() was called without a filing\n");
}

TEST_CASE("further relations are stated of the filing that the report owns, even of a temporary one") {
    const auto more = [](const Filing& filing, Relations& relations) {
        relations.origin({.code = "OWN", .severity = Severity::error});
        relations.at_most(filing.expenditure.executed, filing.expenditure.basic.executed);
    };
    const Report report = check(broken_filing(), {}, more);
    const Check& last = report.checks.back();
    CHECK(report.relation_of(last).code == "OWN");
    CHECK(last.outcome == Outcome::broken);
    CHECK(explain(report.relations, last, report.options, Language::en).arithmetic == "1709.11 > 467.35");
    CHECK(Names(report).id(report.checks.size() - 1) == "OWN@/expenditure/executed");
    const Filing kept = broken_filing();
    CHECK(check_in_place(kept, {}, more).checks.size() == report.checks.size());
}

TEST_CASE("a report by a profile refers neither to the profile nor to what it was read from") {
    Filing filing;
    filing.evaluation.indicators = {{.name = "产出指标",
                                     .weight = 50_dec,
                                     .indicators = {{.name = "办结率",
                                                     .weight = 50_dec,
                                                     .comparison = Target::at_least,
                                                     .target = 95_pct,
                                                     .actual = 98.56_pct,
                                                     .score = 49_dec}}}};
    const auto make = [&] { return check(filing, Profile(*find_profile("cn-2020-10"))); };
    const Report report = make();
    const ReportView view = check_in_place(filing, Profile(*find_profile("cn-2020-10")));
    REQUIRE(report.broken());
    CHECK(text_of(report) == text_of(view));
}

TEST_CASE("one report may be read by several threads at once") {
    const Report report = report_of_a_local_filing();
    std::vector<std::string> texts(4);
    std::vector<std::thread> threads;
    for (std::string& text : texts) threads.emplace_back([&text, copy = report] { text = text_of(copy); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& text : texts) CHECK(text == expected);
}
