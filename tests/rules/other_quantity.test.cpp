// SPDX-License-Identifier: MIT
// A column may be of another quantity than sums and shares are made of; one misprint in a column of amounts is still found.
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

Found found_in(std::string_view table) {
    const Document document = read_report(std::string(table), "table.csv");
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    Found found;
    for (const Check& one : report.checks) {
        found.broken += one.outcome == Outcome::broken ? 1U : 0U;
        found.doubted += is_doubted(one) ? 1U : 0U;
    }
    return found;
}

} // namespace

TEST_CASE("a total within its parts is doubted, unless one digit mends it or the column adds up elsewhere") {
    CHECK(found_in("单位,甲数\n甲,40\n乙,30\n合计,35\n").broken == 0);
    CHECK(found_in("单位,甲数\n甲,40\n乙,30\n合计,35\n").doubted == 1);
    CHECK(found_in("单位,甲数\n甲,40\n乙,30\n合计,75\n").broken == 1);
    CHECK(found_in("单位,金额（万元）\n甲,4012.37\n乙,3124.22\n丙,1283.17\n合计,3206.59\n").doubted == 1);
    CHECK(found_in("单位,金额（万元）\n甲,4012.37\n乙,3124.22\n丙,1283.17\n合计,3206.59\n").broken == 0);
    // 8419.76 with one digit wrong.
    CHECK(found_in("单位,金额（万元）\n甲,4012.37\n乙,3124.22\n丙,1283.17\n合计,2419.76\n").broken == 1);
}

TEST_CASE("one wrong share among those that hold is found, and a column of which none holds is doubted") {
    CHECK(found_in("项目,金额,占比\n甲,50,50%\n乙,30,20%\n丙,20,20%\n合计,100,100%\n").broken == 1);
    CHECK(found_in("项目,金额,占比\n甲,50,50%\n乙,30,30%\n丙,20,20%\n合计,100,10%\n").broken == 1);
    CHECK(found_in("项目,金额,占比\n甲,50,5%\n乙,30,3%\n丙,20,2%\n合计,100,10%\n").broken == 0);
    CHECK(found_in("项目,金额,占比\n甲,50,5%\n乙,30,3%\n丙,20,2%\n合计,100,10%\n").doubted > 0);
    // What the head names is a row of the table.
    CHECK(found_in("项目,金额,占财政收入比重\n税收,80,80%\n非税,20,30%\n财政收入,100,100%\n").doubted == 1);
}

TEST_CASE("totals of names of their own are made by their rows, and not by each other") {
    CHECK(found_in("项目,金额\n收入合计,100\n支出合计,90\n").broken == 0);
    CHECK(found_in("项目,金额\n收入合计,100\n支出合计,90\n").doubted == 0);
    CHECK(
        found_in("项目,金额\n财政拨款,80\n事业收入,20\n收入合计,100\n基本支出,60\n项目支出,40\n支出合计,90\n")
            .broken == 1);
    CHECK(found_in("项目,金额\n流动负债合计,10\n负债合计,30\n净资产合计,70\n负债和净资产总计,110\n").broken ==
          1);
    CHECK(found_in("项目,金额\n机关运行经费,80\n因公出国（境）费,0\n公务用车购置及运行维护费,20\n公务接待费,"
                   "10\n三公经费合计,40\n")
              .broken == 1);
}

TEST_CASE(
    "of what is counted otherwise, changed or may be less than nothing a part is not at most the whole") {
    CHECK(found_in("指标,数值\n贫困户（户）,12\n其中：人口（人）,300\n").broken == 0);
    CHECK(found_in("指标,数值\n学校（所）,12\n其中：小学（所）,30\n").broken == 1);
    CHECK(found_in("项目,净额\n各项,50\n其中：甲,80\n").broken == 0);
    CHECK(found_in("项目,增速（%）\n税收,5\n其中：增值税,8\n").broken == 0);
}

TEST_CASE("growth beside that of another is still compared") {
    const Found found = found_in("项目,2023年,2022年,增幅（%）,全省平均增幅（%）\n教育,40.00,38.00,5.3,3."
                                 "1\n卫生,20.00,21.00,-8.4,2.0\n");
    CHECK(found.broken == 1);
}

TEST_CASE("what is carried to the next page is no row of it") {
    CHECK(found_in("摘要,金额\n甲,100\n乙,200\n本页小计,300\n过次页,300\n承前页,300\n丙,50\n丁,60\n本页小计,"
                   "110\n合计,410\n")
              .broken == 0);
    CHECK(found_in("摘要,金额\n甲,100\n乙,200\n本页小计,300\n过次页,300\n承前页,300\n丙,50\n丁,60\n本页小计,"
                   "150\n合计,450\n")
                  .broken +
              found_in("摘要,金额\n甲,100\n乙,200\n本页小计,300\n过次页,300\n承前页,300\n丙,50\n丁,"
                       "60\n本页小计,150\n合计,450\n")
                  .doubted >
          0);
}

TEST_CASE("a share named after a column is of the others of its row") {
    CHECK(
        found_in(
            "单位,小计,本级,下级,本级占比\n甲,100,60,40,60.0%\n乙,200,80,120,40.0%\n合计,300,140,160,46.7%\n")
            .doubted == 0);
    CHECK(
        found_in(
            "单位,小计,本级,下级,本级占比\n甲,100,60,40,60.0%\n乙,200,80,120,45.0%\n合计,300,140,160,46.7%\n")
            .doubted == 1);
}

TEST_CASE("a row that a total holds without is doubted, a misprint is not") {
    // 丁镇 is part of 乙县.
    CHECK(found_in("地区,金额\n甲县,120\n乙县,210\n乙县丁镇,50\n合计,330\n").broken == 0);
    CHECK(found_in("地区,金额\n甲县,120\n乙县,210\n丁县,50\n合计,331\n").broken == 1);
}

TEST_CASE("rows that others make up are added once") {
    // 甲市 is its two counties, 乙市 as well.
    CHECK(
        found_in("地区,金额\n子县,180\n丑县,120\n甲市,300\n寅县,300\n卯县,80\n乙市,380\n合计,680\n").broken ==
        0);
    CHECK(
        found_in("地区,金额\n甲市,300\n子县,180\n丑县,120\n乙市,380\n寅县,300\n卯县,80\n合计,680\n").broken ==
        0);
    CHECK(
        found_in("地区,金额\n子县,180\n丑县,120\n甲市,300\n寅县,300\n卯县,80\n乙市,380\n合计,690\n").broken ==
        1);
}

TEST_CASE("a total of a name that no rows are known to make up is doubted at most") {
    CHECK(found_in("地区,金额\n甲县,120\n乙县,210\n合计,340\n").broken == 1);
    CHECK(found_in("地区,金额\n甲县,120\n乙县,210\n全市合计,340\n").broken == 0);
    CHECK(found_in("地区,金额\n甲县,120\n乙县,210\n合计（含市本级）,340\n").broken == 0);
    CHECK(found_in("项目,金额\n财政拨款收入,120\n事业收入,210\n本年收入合计,340\n").broken == 1);
}
