// SPDX-License-Identifier: MIT
// No figure is lost without a word: it is read, or it is told that the lines in which it stands were not.
#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace tieout;

namespace {

Document document_of(std::string_view text, std::string_view name) {
    Document document = read_report(text, name);
    REQUIRE(document.filing);
    return document;
}

std::size_t told(std::string_view text, std::string_view name) {
    const Document document = document_of(text, name);
    return static_cast<std::size_t>(
        std::count_if(document.problems.begin(), document.problems.end(), [](const Problem& problem) {
            return problem.kind == Problem::Kind::uncertain_layout;
        }));
}

std::size_t exact(std::string_view text, std::string_view name) {
    const Document document = document_of(text, name);
    const Report report = check(*document.filing);
    return static_cast<std::size_t>(
        std::count_if(report.checks.begin(), report.checks.end(),
                      [](const Check& one) { return one.outcome == Outcome::exact; }));
}

} // namespace

TEST_CASE("lines of numbers of which none is read are told of, once") {
    CHECK(told("税种 本月 上年同月 同比% 累计\n税收合计 85.3 80.0 6.6 512.4\n增值税 40.1 38.0 5.5 240.0\n",
               "a.txt") == 1);
    CHECK(told("<table><tr><td>收入合计</td><td>100</td></tr><tr><td>支出合计</td><td>90</td></tr></table>",
               "a.html") == 1);
    CHECK(told("支出1,234.56万元，比上年增长3.5%。\n", "a.txt") == 0);
    CHECK(told("项目,金额\n甲,100\n乙,200\n合计,300\n", "a.csv") == 0);
}

TEST_CASE("a remark with a rate leaves a row of figures one, and years behind a head with a unit are heads") {
    CHECK(exact("单位,2022年预算,2023年预算,备注\n甲,100,120,较上年增长20%\n乙,200,180,较上年下降10%\n合计,"
                "300,300,与上年持平\n",
                "a.csv") == 2);
    CHECK(exact("投资（亿元）,2022年,2023年\n甲市,58.5,57.9\n乙市,41.5,38.8\n合计,100.0,96.7\n", "a.csv") ==
          2);
}

TEST_CASE("figures of two lines are two rows, whatever is drawn between them") {
    CHECK(exact("+------+------+\n| 单位 | 预算 |\n+------+------+\n| 甲   |  100 |\n| 乙   |  200 "
                "|\n+------+------+\n"
                "| 合计 |  300 |\n+------+------+\n",
                "a.txt") == 1);
}
