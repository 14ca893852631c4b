// SPDX-License-Identifier: MIT
#include "read/vocabulary/points.hpp"
#include "read/vocabulary/scopes.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace tieout;
using namespace tieout::detail;

namespace {

/// How many checks of a text come out so.
struct Outcomes {
    std::size_t broken = 0;
    std::size_t doubted = 0;
};
Outcomes outcomes_of(const std::string& text) {
    const Document document = read_report(text, "sheet.txt");
    REQUIRE(document.filing);
    Outcomes outcomes;
    const Report report = check(*document.filing);
    for (const Check& check : report.checks) {
        outcomes.broken += check.outcome == Outcome::broken ? 1 : 0;
        outcomes.doubted += check.reason == Reason::doubted ? 1 : 0;
    }
    return outcomes;
}

} // namespace

TEST_CASE("every word of rows of points is found in its example, and not in what only looks like it") {
    for (const PointWord& entry : point_words()) {
        INFO(entry.word);
        CHECK(point_row_of(entry.example) == entry.is);
        if (!entry.not_example.empty()) CHECK(point_row_of(entry.not_example) != entry.is);
    }
    CHECK(point_row_of("数量指标") == PointRow::listed);
}

TEST_CASE("names of tables and headings say whose figures they are") {
    CHECK(scope_in_name("某中心支出决算表") == "某中心");
    CHECK(scope_in_name("2023年一般公共预算收入表（市本级）") == "市本级");
    CHECK(scope_in_name("表1全市收支平衡表") == "全市");
    CHECK(scope_in_name("2023年度收入支出决算总表").empty());
    CHECK(scope_of_heading("二、某局本级") == "局本级");
    CHECK(scope_of_heading("三、收入决算情况").empty());
    CHECK(differ_in_scope("全市", "市本级"));
    CHECK(differ_in_scope("某局", "局本级"));
    CHECK_FALSE(differ_in_scope("某局", "某市某局"));
    CHECK_FALSE(differ_in_scope("某局", ""));
}

TEST_CASE("a wrong score is found whatever stands beside it") {
    const std::string head = "| 指标 | 分值 | 得分 |\n";
    // Headings with points of their own, by their numbers.
    CHECK(outcomes_of(head + "| 一、产出 | 60 | 55 |\n| 1.数量 | 30 | 28 |\n| 2.质量 | 30 | 27 |\n"
                             "| 二、效益 | 40 | 38 |\n| 1.社会 | 40 | 38 |\n| 合计 | 100 | 93 |\n")
              .broken == 0);
    CHECK(outcomes_of(head + "| 一、产出 | 60 | 55 |\n| 1.数量 | 30 | 26 |\n| 2.质量 | 30 | 27 |\n"
                             "| 二、效益 | 40 | 38 |\n| 1.社会 | 40 | 38 |\n| 合计 | 100 | 93 |\n")
              .broken > 0);
    // What is behind the total says nothing of it.
    CHECK(outcomes_of(head + "| 产出 | 60 | 54 |\n| 效益 | 40 | 36 |\n| 合计 | 100 | 91 |\n| 加分 |  | 2 |\n"
                             "| 最终得分 |  | 93 |\n")
              .broken > 0);
    // What is added before it leaves open how.
    const Outcomes added = outcomes_of(head + "| 产出 | 60 | 55 |\n| 效益 | 40 | 36 |\n| 加分项 | 5 | 2 |\n"
                                              "| 合计 | 100 | 95 |\n");
    CHECK(added.broken == 0);
    CHECK(added.doubted > 0);
    // Each judge's column is held against the weights.
    CHECK(outcomes_of(
              "| 指标 | 分值 | 自评得分 | 评价得分 |\n| 决策 | 20 | 19 | 18 |\n| 产出 | 80 | 78 | 75 |\n"
              "| 合计 | 100 | 97 | 94 |\n")
              .broken > 0);
}

TEST_CASE("a weight that is printed again on every row of its heading counts once") {
    const auto sheet = [](std::string_view second, std::string_view total) {
        return "| 一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 分值 | 得分 |\n"
               "| 决策 | 20 | 立项 | 10 | 依据充分 | 5 | 5 |\n| 决策 | 20 | 立项 | 10 | 程序规范 | 5 | 5 |\n"
               "| 决策 | 20 | 目标 | " +
               std::string(second) +
               " | 目标合理 | 10 | 9 |\n| 产出 | 80 | 数量 | 80 | 完成数 | 80 | 77 |\n| 总分 | " +
               std::string(total) + " |  | 100 |  | 100 | 96 |\n";
    };
    const Outcomes right = outcomes_of(sheet("10", "100"));
    CHECK(right.broken + right.doubted == 0);
    for (const std::string& wrong : {sheet("12", "100"), sheet("10", "110")}) {
        const Outcomes found = outcomes_of(wrong);
        CHECK(found.broken + found.doubted > 0);
    }
}

TEST_CASE("of sheets of several projects none states the score of the whole, unless it says so") {
    const auto report = [](std::string_view first, std::string_view second) {
        const std::string head = "| 一级指标 | 分值 | 得分 |\n";
        return "经综合评价，部门整体支出绩效得分94分，评价等级为优。\n" + std::string(first) + head +
               "| 产出 | 60 | 58 |\n| 效益 | 40 | 38 |\n| 总分 | 100 | 96 |\n\n" + std::string(second) +
               head + "| 产出 | 60 | 55 |\n| 效益 | 40 | 37 |\n| 总分 | 100 | 92 |\n";
    };
    CHECK(outcomes_of(report("水库维修绩效自评表\n", "河道治理绩效自评表\n")).broken == 0);
    CHECK(outcomes_of(
              report("项目支出绩效自评表\n项目名称：水库维修\n", "项目支出绩效自评表\n项目名称：河道治理\n"))
              .broken == 0);
    CHECK(outcomes_of(report("部门整体支出绩效自评表\n", "河道治理绩效自评表\n")).broken > 0);
}

TEST_CASE("what two tables state of one member is held against each other where a frame says that both are "
          "of one body") {
    const std::string first =
        "收入支出决算总表\n部门：某局 单位：万元\n| 项目 | 决算数 |\n| 收入总计 | 150.00 |\n\n";
    const std::string second =
        "财政收支决算总表\n部门：某局 单位：万元\n| 项目 | 决算数 |\n| 收入总计 | 160.00 |\n";
    CHECK(outcomes_of(first + second).broken > 0);
    const Outcomes nameless =
        outcomes_of("收入决算表\n单位：万元\n| 项目 | 决算数 |\n| 收入总计 | 150.00 |\n\n"
                    "收支平衡表\n单位：万元\n| 项目 | 决算数 |\n| 收入总计 | 160.00 |\n");
    CHECK(nameless.broken == 0);
    CHECK(nameless.doubted > 0);
}
