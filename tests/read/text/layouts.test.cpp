// SPDX-License-Identifier: MIT
// Tables of which plain text has kept words, and lost where they stood.
#include "pages.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::test;

namespace {

detail::Table only_table(std::string text) {
    const auto tables = tables_of(detail::page_of_text(std::move(text)));
    REQUIRE(tables.size() == 1);
    return tables.front();
}

} // namespace

TEST_CASE("rows with single blanks stand under heads of single blanks") {
    const auto table = only_table("支出决算表\n单位：万元\n科目编码 科目名称 本年支出合计 基本支出 项目支出\n"
                                  "合计 90.5 60.5 30.0\n"
                                  "205 教育支出 90.5 60.5 30.0\n"
                                  "20502 普通教育 30.0 30.0\n");
    const Strings rows = rows_of(table);
    CHECK(rows[1] == "|合计|90.5|60.5|30.0");
    // Of two figures only the total is sure of its place; the other stands nowhere.
    CHECK(rows[3] == "20502|普通教育|30.0||");
    REQUIRE(table.unplaced.size() == 1);
    CHECK(table.unplaced.front().row == 3);
    CHECK(table.placing == detail::Placing::guessed);
}

TEST_CASE("codes, numbers of lists and words tell on which side a lone half of a row stands") {
    const Strings rows = rows_of(only_table("项目 决算数 项目 决算数\n"
                                            "一、财政拨款收入 9.5 一、教育支出 4.5\n"
                                            "二、事业收入 1.0 二、科学技术支出\n"
                                            "三、卫生健康支出 6.0\n"
                                            "总计 10.5 总计 10.5\n"));
    CHECK(rows[2] == "二、事业收入|1.0|二、科学技术支出|");
    CHECK(rows[3] == "||三、卫生健康支出|6.0");
}

TEST_CASE("a name that was broken over lines goes around the line with its figures") {
    const Strings rows = rows_of(only_table("科目编码 科目名称 合计 基本支出 项目支出\n"
                                            "合计 9.0 7.0 2.0\n"
                                            "机关事业单位基本养老保险\n"
                                            "2080505 9.0 7.0 2.0\n"
                                            "缴费支出\n"));
    CHECK(rows[2] == "2080505|机关事业单位基本养老保险缴费支出|9.0|7.0|2.0");
}

TEST_CASE("one cell a line, with groups over the heads") {
    const Strings rows = rows_of(only_table("收入\n支出\n项目\n决算数\n项目\n决算数\n"
                                            "一、财政拨款\n1,428.70\n一、教育支出\n1,043.80\n"
                                            "总计\n1,428.70\n总计\n1,043.80\n"));
    REQUIRE(rows.size() == 4);
    CHECK(rows[2] == "一、财政拨款|1,428.70|一、教育支出|1,043.80");
}

TEST_CASE("prose with blanks between its words is no table") {
    for (const std::string_view text :
         {"项目 支出 今年 增加了 5 万元\n收入 增加 6 万元\n", "收入 支出\n另有 说明\n", "2021 2022\n"})
        CHECK(tables_of(detail::page_of_text(std::string(text))).empty());
}

TEST_CASE("figures that are set by characters are columns as well") {
    const Strings rows = rows_of(only_table("科目名称            上年预算数       本年预算数\n"
                                            "合计           1,387.75    1,245.64\n"
                                            "行政运行           249.83      364.53\n"
                                            "水利工程运行与维护    1,101.21      837.84\n"
                                            "住房公积金           36.71       43.27\n"));
    CHECK(rows[3] == "水利工程运行与维护|1,101.21|837.84");
}

TEST_CASE("columns that move from page to page are told by their distance") {
    const auto table = only_table("科目编码      科目名称      合计      基本支出     项目支出\n"
                                  "201      公共服务      20.50     12.50      8.00\n"
                                  "20101    人大事务      20.50     12.50      8.00\n"
                                  "\f208    社会保障    6.10     6.10\n"
                                  "20805  养老支出    6.10     6.10\n");
    const Strings rows = rows_of(table);
    CHECK(rows[3] == "208|社会保障|6.10|6.10|");
}

TEST_CASE("a number behind the name of a row is the row's, and tells on which side it stands") {
    const Strings rows = rows_of(only_table("收入 支出\n项目 行次 决算数 项目 行次 决算数\n"
                                            "一、财政拨款收入 1 9.5 一、教育支出 4 4.5\n"
                                            "二、事业收入 2 1.0\n"
                                            "结余分配 5 6.0\n"
                                            "总计 3 10.5 总计 6 10.5\n"));
    CHECK(rows[2] == "一、财政拨款收入|1|9.5|一、教育支出|4|4.5");
    CHECK(rows[3] == "二、事业收入|2|1.0|||");
    CHECK(rows[4] == "|||结余分配|5|6.0");
}

TEST_CASE("heads that are the parts of one stand in its place where only blanks are left") {
    const Strings rows =
        rows_of(only_table("科目编码 科目名称 合计 基本支出 项目支出\n小计 人员经费 公用经费\n"
                           "合计 9.0 7.0 4.0 3.0 2.0\n"
                           "205 教育支出 9.0 7.0 4.0 3.0 2.0\n"));
    CHECK(rows[0] == "科目编码|科目名称|合计|基本支出|人员经费|公用经费|项目支出");
    CHECK(rows[2] == "205|教育支出|9.0|7.0|4.0|3.0|2.0");
}

TEST_CASE("columns of codes that are left empty are columns, and numbers of columns show none") {
    const Strings rows =
        rows_of(only_table("类    款   项   科目名称           上年结转   本年收入   本年支出合计            "
                           "                             年末结转和结余\n"
                           "                                                         合计     基本支出   "
                           "人员经费   公用经费   项目支出\n"
                           "栏次                                 1          2         3          4          "
                           "5          6          7                 8\n"
                           "合计                                 190.58      16.54   134.37     118.20      "
                           "67.16      51.04      16.17            72.75\n"
                           "201             一般公共服务支出      98.09      16.54    75.07      58.90      "
                           "57.72       1.18      16.17            39.57\n"
                           "205             教育支出              43.11       0.00    39.27      39.27       "
                           "9.45      29.82       0.00             3.84\n"));
    CHECK(rows[0] == "类|款|项|科目名称|上年结转|本年收入|本年支出合计|||||年末结转和结余");
    CHECK(rows[2] == "合计||||190.58|16.54|134.37|118.20|67.16|51.04|16.17|72.75");
    CHECK(rows[3] == "201|||一般公共服务支出|98.09|16.54|75.07|58.90|57.72|1.18|16.17|39.57");
}

TEST_CASE("a row whose only cell stands behind empty ones is one of a table of tabs") {
    const Strings rows = rows_of(only_table("某局决算\n\n收入\t\t支出\t\n项目\t金额\t项目\t金额\n"
                                            "一、拨款\t5.0\t一、教育支出\t\n\t\t二、科学支出\t5.0\n"
                                            "\t\t三、住房支出\t\n合计\t5.0\t合计\t5.0\n"));
    CHECK(rows[3] == "||二、科学支出|5.0");
    CHECK(rows[4] == "||三、住房支出|");
    CHECK(rows[5] == "合计|5.0|合计|5.0");
}

TEST_CASE("heads that stand again on the next page are no rows") {
    const Strings rows = rows_of(only_table("科目编码      科目名称      合计      基本支出     项目支出\n"
                                            "201      公共服务      20.50     12.50      8.00\n"
                                            "20101    人大事务      20.50     12.50      8.00\n"
                                            "\f科目编码      科目名称      合计      基本支出     项目支出\n"
                                            "208      社会保障      16.10     10.05      6.05\n"
                                            "20805    养老支出      16.10     10.05      6.05\n"));
    REQUIRE(rows.size() == 5);
    CHECK(rows[2] == "20101|人大事务|20.50|12.50|8.00");
    CHECK(rows[3] == "208|社会保障|16.10|10.05|6.05");
}

TEST_CASE("full-width commas between groups of three belong to the number of a cell") {
    const Strings rows =
        rows_of(only_table("项目　　　　　　　预算数　　决算数\n基本支出　　　　　3，606　　3，606\n"
                           "项目支出　　　　　1，200　　1，300\n合计　　　　　　　4，806　　4，906\n"));
    REQUIRE(rows.size() == 4);
    CHECK(rows[1] == "基本支出|3，606|3，606");
    CHECK(rows[3] == "合计|4，806|4，906");
}

TEST_CASE("one cell a line and an empty line for each empty cell are rows under heads of several levels") {
    const Strings rows = rows_of(
        only_table("支出决算表\n单位：万元\n科目名称\n合计\n基本支出\n\n项目支出\n人员经费\n公用经费\n"
                   "教育支出\n90.5\n60.5\n\n30.0\n卫生健康支出\n10.0\n\n\n\n"
                   "合计\n100.5\n60.5\n\n30.0\n"));
    CHECK(rows == Strings{"科目名称|合计|基本支出||项目支出", "||人员经费|公用经费|",
                          "教育支出|90.5|60.5||30.0", "卫生健康支出|10.0|||", "合计|100.5|60.5||30.0"});
    // One cell is lost: nothing tells which.
    for (const auto& table : tables_of(detail::page_of_text(
             "支出决算表\n单位：万元\n科目名称\n合计\n基本支出\n项目支出\n教育支出\n90.5\n\n"
             "30.0\n卫生健康支出\n\n合计\n100.5\n60.5\n30.0\n")))
        CHECK(table.placing != detail::Placing::given);
}
