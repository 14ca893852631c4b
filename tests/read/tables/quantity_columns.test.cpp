// SPDX-License-Identifier: MIT
#include "../text/drafts.hpp"
#include "../text/pages.hpp"
#include "../text/table_drafts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace tieout;
using namespace tieout::test;

namespace {

bool is_stated(std::string_view rows, std::string_view relation) {
    const auto all = relations_of(draft_of(rows, "", "万元"));
    // Each is open: other rows of such columns may be of something else.
    return std::find(all.begin(), all.end(), std::string(relation) + " ?") != all.end();
}

} // namespace

TEST_CASE("an amount is its quantity times its price, where both say their unit or neither does") {
    CHECK(is_stated(
        "货物名称|数量|单价（元）|金额（元）\n计算机|30|5200|156000\n打印机|12|1850|22200\n合计|||178200",
        "156000 = 30 x 5200"));
    CHECK_FALSE(is_stated("货物名称|数量|单价（元）|金额\n计算机|30|5200|15.6\n打印机|12|1850|2.22",
                          "15.6 = 30 x 5200"));
    // Of two prices none is the price.
    CHECK_FALSE(is_stated("货物名称|数量|预算单价|中标单价|金额\n计算机|30|53|52|1560\n打印机|12|20|18|216",
                          "1560 = 30 x 52"));
}

TEST_CASE("an average of years is of the columns of years before it") {
    CHECK(is_stated("项目|2021年|2022年|2023年|三年平均\n接待费|9.9|8.4|7.5|8.6\n会议费|3|6|9|6",
                    "average 8.6 = 9.9 + 8.4 + 7.5"));
    CHECK_FALSE(
        is_stated("项目|2021年|人数|三年平均\n接待费|9.9|8|8.6\n会议费|3|6|6", "average 8.6 = 9.9 + 8"));
}

TEST_CASE("a change from month to month is against the row above, where no column prints that") {
    const std::string_view rows = "月份|本月收入|比上月增减\n1月|3200|\n2月|2800|-400\n3月|3100|300";
    CHECK(is_stated(rows, "sum -400 = 2800 - 3200"));
    CHECK(is_stated(rows, "sum 300 = 3100 - 2800"));
    CHECK_FALSE(is_stated("税种|上月收入|本月收入|比上月增减\n增值税|3200|2800|-400\n消费税|3000|3100|100",
                          "sum 100 = 3100 - 2800"));
}

TEST_CASE("a rate by which something was cut is over what it was cut from") {
    CHECK(is_stated("项目|2022年决算数|2023年预算数|压减额|压减率\n接待费|20|12|8|40%\n会议费|10|9|1|10%",
                    "ratio 40% = (20 - 12) / 20"));
}

TEST_CASE(
    "a row of formulas says how columns are made, and leaves no other way, with 栏次 before it or without") {
    for (const std::string_view first : {"栏次", ""}) {
        const auto draft = draft_of("项目|合计|小计|一般|基金|其他\n" + std::string(first) +
                                        "|1=2+5|2=3+4|3|4.00|5\n甲|100|70|40|30|30\n乙|90|60|35|25|30",
                                    "", "万元");
        std::vector<std::string> all = relations_of(draft);
        std::sort(all.begin(), all.end());
        CHECK(all == std::vector<std::string>{"sum 100 = 70 + 30 ?", "sum 60 = 35 + 25 ?",
                                              "sum 70 = 40 + 30 ?", "sum 90 = 60 + 30 ?"});
    }
    // 7 is no column of it.
    CHECK_FALSE(is_stated("项目|合计|小计|一般\n|1=2+7|2|3\n甲|100|70|40", "sum 100 = 70 + 40"));
}
