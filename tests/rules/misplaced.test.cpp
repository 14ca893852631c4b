// SPDX-License-Identifier: MIT
// "Not a misreading: of cells, those that a rule adds up stand in one row or column of one table" (docs/doubt.md, 5), and what
// is said in a sentence is bound only to what stands right before it (4).

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace tieout {
namespace {

std::size_t broken_in(std::string_view text) {
    const Document document = read_report(text, "test");
    REQUIRE(document.filing);
    return check(*document.filing).summary().broken;
}

TEST_CASE("a number printed again in the next cell counts once where the sum then holds") {
    constexpr std::string_view head = "| 一级指标 | 分值 | 三级指标 | 分值 | 得分 |\n";
    CHECK(broken_in(std::string(head) +
                    "| 决策 | 40 | 依据充分 | 20 | 20 |\n| 决策 | 40 | 程序规范 | 20 | 18 |\n"
                    "| 产出 | 60 | 完成率 | 60 | 55 |\n| 合计 | 100 |  | 100 | 93 |\n") == 0);
}

TEST_CASE("points that make ninety of a hundred lack those of the execution of the budget, and are doubted") {
    constexpr std::string_view head = "| 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际值 | 分值 | 得分 |\n";
    const std::string rows = "| 产出指标 | 数量指标 | 培训场次 | 20场 | 20场 | 50 | 48 |\n"
                             "| 效益指标 | 社会效益 | 覆盖面 | 90% | 92% | 30 | 30 |\n";
    CHECK(broken_in(std::string(head) + rows +
                    "| 满意度指标 | 满意度 | 满意率 | 95% | 96% | 10 | 10 |\n"
                    "| 总分 |  |  |  |  | 100 | 97 |\n") == 0);
    // Twelve is not what any form gives for it.
    CHECK(broken_in(std::string(head) + rows +
                    "| 满意度指标 | 满意度 | 满意率 | 95% | 96% | 8 | 8 |\n"
                    "| 总分 |  |  |  |  | 100 | 86 |\n") > 0);
}

TEST_CASE(
    "what is said behind an amount is of that, and not where a name or another amount stands in between") {
    CHECK(broken_in("公务接待费5.00万元，比上年减少1.00万元，下降30.00%。") == 1);
    CHECK(broken_in("三公经费31.50万元。公务接待费占14.29%；比上年减少0.50万元，下降10%。") == 0);
    CHECK(broken_in("男生1600人，女生1400人，比上年增加200人，增长7.14%。") == 0);
    CHECK(broken_in("三公经费31.50万元。（1）公务接待费。比上年减少0.50万元，下降10%。") == 0);
    CHECK(broken_in("讲课费3.00万元、场租费2.00万元，培训500人次，人均100元。") == 0);
}

TEST_CASE("a rule does not add up figures of sentences of which none goes on with the other") {
    CHECK(broken_in("基本支出700.00万元。学校：人员经费300.00万元，公用经费50.00万元。") == 0);
    CHECK(broken_in("基本支出700.00万元。其中：人员经费600.00万元，公用经费150.00万元。") == 1);
}

} // namespace
} // namespace tieout
