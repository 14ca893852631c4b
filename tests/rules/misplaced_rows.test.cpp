// SPDX-License-Identifier: MIT
// Rows that are lost and figures that have changed places are told from misprints.
#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

using namespace tieout;

namespace {

struct Found {
    std::size_t broken = 0;
    std::size_t doubted = 0;
};

/// What is said of a table of expenditure by function: its rows, with tabs between.
Found found_in(std::string_view rows) {
    const std::string text = "支出决算表\n单位：万元\n"
                             "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t"
                             "对附属单位补助支出\n" +
                             std::string(rows);
    const Document document = read_report(text, "table");
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    Found found;
    for (const Check& check : report.checks) {
        found.broken += check.outcome == Outcome::broken ? 1 : 0;
        found.doubted += check.reason == Reason::doubted ? 1 : 0;
    }
    return found;
}

} // namespace

TEST_CASE("rows that make less than their total may have lost one; a digit that mends them is a misprint") {
    constexpr std::string_view totals = "合计\t\t900.30\t\t900.30\t\t\t\n";
    const auto with = [&](std::string_view rows) {
        return found_in(std::string(totals) + std::string(rows));
    };
    const Found whole =
        with("205\t教育支出\t512.46\t\t512.46\t\t\t\n208\t社会保障和就业支出\t263.51\t\t263.51\t\t\t\n"
             "221\t住房保障支出\t124.33\t\t124.33\t\t\t\n");
    CHECK(whole.broken == 0);
    CHECK(whole.doubted == 0);
    const Found lost =
        with("205\t教育支出\t512.46\t\t512.46\t\t\t\n221\t住房保障支出\t124.33\t\t124.33\t\t\t\n");
    CHECK(lost.broken == 0);
    CHECK(lost.doubted > 0);
    const Found misprint =
        with("205\t教育支出\t512.46\t\t512.46\t\t\t\n208\t社会保障和就业支出\t263.51\t\t263.51\t\t\t\n"
             "221\t住房保障支出\t124.33\t\t114.33\t\t\t\n");
    CHECK(misprint.broken > 0);
}

TEST_CASE("what one column has too much and another lacks may stand in the wrong one") {
    const Found exchanged = found_in("合计\t\t900.30\t500.10\t400.20\t\t\t\n"
                                     "205\t教育支出\t512.46\t\t512.46\t\t\t\n"
                                     "208\t社会保障和就业支出\t387.84\t387.84\t\t\t\t\n");
    CHECK(exchanged.broken == 0);
    CHECK(exchanged.doubted > 0);
}

TEST_CASE("a misprint that its row and its column both show is broken") {
    const Found misprint = found_in("合计\t\t900.30\t500.10\t400.20\t\t\t\n"
                                    "205\t教育支出\t512.46\t212.36\t300.10\t\t\t\n"
                                    "208\t社会保障和就业支出\t387.84\t237.74\t100.10\t\t\t\n");
    CHECK(misprint.broken > 0);
}

TEST_CASE("a sum that lacks just what stands in a column of an unknown caption is doubted") {
    const std::string text = "支出情况表\n单位：万元\n项目\t支出合计\t基本支出\t项目支出\t有关情况\n"
                             "甲单位\t900.30\t500.10\t300.17\t100.03\n乙单位\t700.20\t400.10\t300.10\t\n";
    const Document document = read_report(text, "table");
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    for (const Check& check : report.checks) CHECK(check.outcome != Outcome::broken);
}
