// SPDX-License-Identifier: MIT
// Items in paragraphs of their own, each with its class: what they make together, and what no more than some of them make.
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::test;

namespace {

using Strings = std::vector<std::string>;

const std::string classes = "公共支出80万元，主要用于：教育支出（类）70万元；住房保障支出（类）10万元。\n";
const std::string head = "公共支出年初预算为84万元，支出决算为80万元。其中：\n";
const std::string first =
    "1、教育支出（类）教育管理事务（款）行政运行（项）。年初预算为30万元，支出决算为28万元。\n";
const std::string second =
    "2、教育支出（类）普通教育（款）小学教育（项）。年初预算为44万元，支出决算为42万元。\n";
const std::string third =
    "3、住房保障支出（类）住房改革支出（款）购房补贴（项）。年初预算为10万元，支出决算为10万元。\n";

bool says(const std::string& text, const std::string& statement) {
    const Strings all = understood(text);
    return std::find(all.begin(), all.end(), statement) != all.end();
}

} // namespace

TEST_CASE("items named by their classes make the budget, what was spent, and what was spent on each class") {
    const std::string text = classes + head + first + second + third;
    CHECK(says(text, "sum 84 = 30 + 44 + 10 ?"));
    CHECK(says(text, "sum 80 = 28 + 42 + 10 ?"));
    CHECK(says(text, "sum 70 = 28 + 42 ?"));
    CHECK(says(text, "10 - 10 = 0 ?"));
}

TEST_CASE("items divide what is told right before a reason that announces them") {
    const std::string reason =
        "公共支出年初预算为84万元，支出决算为80万元。\n决算数小于预算数的主要原因：人员变动。其中：\n";
    CHECK(says(reason + first + second + third, "sum 84 = 30 + 44 + 10 ?"));
    // What stands between is another matter.
    const std::string other =
        "公共支出年初预算为84万元，支出决算为80万元。\n人员变动如下。\n决算数小于预算数，其中：\n";
    CHECK_FALSE(says(other + first + second + third, "sum 84 = 30 + 44 + 10 ?"));
}

TEST_CASE("items between which a number is lost, or which are said to be the main ones, make no class") {
    const std::string fourth =
        "4、住房保障支出（类）住房改革支出（款）购房补贴（项）。年初预算为10万元，支出决算为10万元。\n";
    CHECK_FALSE(says(classes + head + first + second + fourth, "sum 70 = 28 + 42 ?"));
    const std::string main_ones = "公共支出年初预算为84万元，支出决算为80万元，主要支出项目如下：\n";
    CHECK_FALSE(says(classes + main_ones + first + second + third, "sum 70 = 28 + 42 ?"));
    CHECK(says(classes + main_ones + first + second + third, "open sum 80 = 28 + 42 + 10 ?"));
}

TEST_CASE("items of another section make no class of this one") {
    const std::string fund =
        "八、政府性基金预算财政拨款收入支出决算情况说明\n政府性基金支出43万元，支出具体情况如下：\n";
    CHECK_FALSE(says(classes + fund + first + second + third, "sum 70 = 28 + 42 ?"));
}

TEST_CASE("a rate of a budget of nothing is of the budget that is told beside it") {
    const std::string text = "公共支出年初预算为0万元，全年预算为84万元，支出决算为80万元，";
    CHECK(says(text + "完成年初预算的95.24%。", "ratio 95.24% = 80 / 84 ?"));
    CHECK_FALSE(says(text + "完成年初预算的0%。", "ratio 0% = 80 / 84 ?"));
    CHECK_FALSE(says("公共支出年初预算为8万元，全年预算为84万元，支出决算为80万元，完成年初预算的95.24%。",
                     "ratio 95.24% = 80 / 84 ?"));
}

TEST_CASE(
    "the amount that an item begins with is what was spent on it, or its budget, where another is told") {
    const std::string item =
        "1、教育支出（类）普通教育（款）小学教育（项）257万元，主要用于教学。年初预算为275万元，支出决算为";
    CHECK(says(head + item + "246万元。", "257 - 246 = 0 | 257 - 275 = 0 ?"));
    // Lines that have changed places: an amount in the middle of a name.
    CHECK_FALSE(
        says("1、教育支出（类）普通教育（款）小学\n教育257万元，支出决算为246万元。", "257 - 246 = 0 ?"));
}

TEST_CASE("the shares of classes are surely no more than a hundred together; of other parts that is open") {
    const std::string of_classes =
        "公共支出80万元，用于以下方面：教育支出（类）50万元，占62.5%；住房保障支出（类）30万元，占37.5%。";
    CHECK(says(of_classes, "62.5% + 37.5% = 100 | 62.5% + 37.5% < 100"));
    CHECK(says("公共支出80万元，用于以下方面：教育项目50万元，占62.5%；住房项目30万元，占37.5%。",
               "62.5% + 37.5% = 100 | 62.5% + 37.5% < 100 ?"));
}

namespace {

const std::string title = "某市文化局2023年度部门决算情况说明\n";
const std::string grants = "四、财政拨款收入支出决算总体情况说明\n";
const std::string general = "五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出80万元。\n";

} // namespace

TEST_CASE(
    "the total of grants holds what the general budget spent, where both are told in sections of accounts") {
    CHECK(says(title + grants + "2023年度财政拨款收入支出总计90万元。\n" + general, "80 <= 90"));
    CHECK(says(title + grants + "某市文化局2023年度财政拨款收入支出总计90万元。\n" + general, "80 <= 90"));
    // Of another body, or under a heading of another kind, it is open.
    CHECK(says(title + grants + "文化局机关2023年度财政拨款收入支出总计90万元。\n" + general, "80 <= 90 ?"));
    CHECK(says(title + "四、局机关\n2023年度财政拨款收入支出总计90万元。\n" + general, "80 <= 90 ?"));
}

TEST_CASE("of several totals of one name none is said to hold another amount, nor is that of another year") {
    CHECK_FALSE(says(title + grants +
                         "局机关财政拨款收入支出总计60万元。本部门财政拨款收入支出总计90万元。\n" + general,
                     "80 <= 60 ?"));
    CHECK_FALSE(says(title + grants + "2022年度财政拨款收入支出总计60万元。\n" + general, "80 <= 60 ?"));
}
