// SPDX-License-Identifier: MIT
// "Where the clause, its heading or its column does not name base, whole or list, every candidate of the same kind in reach is
// tried, and one that holds is the reading" (docs/doubt.md, 4 and 5).

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace tieout {
namespace {

/// What is broken, and how many are doubted.
struct Seen {
    std::size_t broken = 0;
    std::size_t doubted = 0;
};

Seen seen_in(std::string_view text) {
    const Document document = read_report(text, "test");
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    const auto count = [&](auto is) {
        return static_cast<std::size_t>(std::count_if(report.checks.begin(), report.checks.end(), is));
    };
    return {count([](const Check& check) { return check.outcome == Outcome::broken; }), count(is_doubted)};
}

TEST_CASE("a rate that holds for two other figures of its sentences is doubted, and one that holds for none "
          "is broken") {
    // 下半年 is compared with 上半年, and the words were read as a change against the year before.
    CHECK(seen_in("支出900万元，其中上半年400万元，下半年500万元，下半年比上半年多100万元，增长25.0%。")
              .broken == 0);
    CHECK(seen_in("公务接待费5万元，比上年减少1万元，下降30.0%。").broken == 1);
}

TEST_CASE("a rate over another of the very figures it is of is a slip, and stays broken") {
    // 10 / 50 = 20 %: over this year's amount in place of last year's.
    CHECK(seen_in("公务接待费50.00万元，比上年减少10.00万元，下降20.0%。").broken == 1);
}

TEST_CASE("a sum that holds without a part, with a sign turned or for another total is doubted") {
    CHECK(seen_in("甲公司盈利2.00亿元，乙公司亏损0.50亿元，合计1.50亿元。").broken == 0);
    CHECK(seen_in("本年支出1000万元，预算1200万元，其中：基本支出600万元，项目支出400万元。").broken == 0);
    CHECK(seen_in("本年支出1000万元，其中：基本支出600万元，项目支出430万元。").broken == 1);
}

TEST_CASE("a change that holds between two other figures is doubted") {
    CHECK(seen_in("满意度96.0%，比上年提高1.5个百分点，比目标值90.0%高6.0个百分点。").broken == 0);
}

TEST_CASE(
    "totals that differ by an amount of the same sentence are doubted, and those that do not are broken") {
    CHECK(seen_in("收入总计880万元，支出总计840万元，结转下年40万元。").broken == 0);
    CHECK(seen_in("收入总计880万元，支出总计840万元。").broken == 1);
}

TEST_CASE("a completion whose words name the budget is broken though another amount would fit") {
    CHECK(seen_in("教育支出257.10万元，年初预算274.80万元，支出决算245.50万元，完成年初预算的93.56%。")
              .broken == 1);
}

TEST_CASE("a rate right behind its base and its change is of these, whatever else would fit") {
    // 30 / 200 = 15 %: over income in place of last year's expenditure.
    CHECK(seen_in("本年收入200万元，比2021年度决算数180万元增加20万元，增长11.1%"
                  "；本年支出270万元，比2021年度决算数240"
                  "万元增加30万元，增长15.0%。")
              .broken == 1);
    CHECK(seen_in("维修费本年900万元，上年600万元，比上年增加300万元，增长33.3%。").broken == 1);
    // 多 says of no time: the rate may be of another year.
    CHECK(seen_in("A公司收入90亿元，比B公司60亿元多30亿元，增长20.0%，上年75亿元。").broken == 0);
}

TEST_CASE("shares in the order of what was told before are of these, though they fit one another") {
    CHECK(
        seen_in(
            "货物、工程、服务采购分别为300万元、100万元、600万元，总计1000万元，分别占10.0%、30.0%、60.0%。")
            .broken == 2);
    CHECK(
        seen_in(
            "货物、工程、服务采购分别为300万元、100万元、600万元，总计1000万元，分别占30.0%、10.0%、60.0%。")
            .broken == 0);
}

TEST_CASE("a share of the final account is over no budget") {
    CHECK(seen_in("“三公”经费预算为60.00万元，支出决算为40.00万元。其中：公务用车费支出34."
                  "00万元，占支出决算总额的85.00%；"
                  "公务接待费支出6.00万元，占支出决算总额的10.00%。")
              .broken == 1);
}

TEST_CASE("three public expenses told as a list are broken where they do not make what was spent, whatever "
          "could be "
          "left out of it") {
    const std::string spent = "2022年“三公”经费支出20.00万元，其中：因公出国（境）费5.00万元；";
    CHECK(seen_in(spent + "公务用车购置及运行维护费9.00万元；公务接待费5.00万元。").broken == 1);
    CHECK(
        seen_in(spent + "公务用车购置费1.30万元；公务用车运行维护费8.00万元；公务接待费5.00万元。").broken ==
        1);
    // Vehicles that were bought may be what it lacks, and are never what is too much.
    CHECK(seen_in(spent + "公务用车运行维护费9.00万元；公务接待费5.00万元。").broken == 0);
    CHECK(seen_in(spent + "公务用车运行维护费11.00万元；公务接待费5.00万元。").broken == 1);
}

TEST_CASE("that a figure beside nothings would be the sum of itself is no other reading") {
    CHECK(seen_in("公务用车购置及运行维护费3.53万元（公务用车购置费0万元，公务用车运行维护费9.53万元）。")
              .broken == 1);
    CHECK(seen_in("公务用车购置及运行维护费3.53万元（公务用车购置费0万元，公务用车运行维护费3.53万元）。")
              .broken == 0);
}

TEST_CASE("a filing that states its figures itself is not doubted for what else it states") {
    Filing filing;
    filing.total_income.executed = Figure(Decimal(880), *unit_named("万元"));
    filing.total_expenditure.executed = Figure(Decimal(840), *unit_named("万元"));
    filing.expenditure.closing = Figure(Decimal(40), *unit_named("万元"));
    const Report report = check(filing);
    CHECK(report.summary().broken == 1);
}

} // namespace
} // namespace tieout
