// SPDX-License-Identifier: MIT
#include "pages.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::test;

TEST_CASE("cells that each begin with a tab are put together row by row") {
    CHECK(rows_of_text("\t项目\n\t预算数\n\t决算数\n\n\t甲\n\t5\n\t6\n\n\t乙\n\t\n\t　7\n") ==
          Strings{"项目|预算数|决算数", "甲|5|6", "乙||7"});
}

TEST_CASE("a cell with line breaks of its own stays one cell") {
    CHECK(rows_of_text("\t年初\n\n预算数\n\t决算\n数\n\t得分\n\n\t5\n\t6\n\t7\n") ==
          Strings{"年初预算数|决算数|得分", "5|6|7"});
}

TEST_CASE("a row that empty lines part is one row") {
    CHECK(rows_of_text("\t项目\n\t预算数\n\t决算数\n\n\t甲\n\n \n\t5\n\t6\n\n\t乙\n\t6\n\t7\n") ==
          Strings{"项目|预算数|决算数", "甲|5|6", "乙|6|7"});
}

TEST_CASE("rows that print fewer cells say so") {
    const auto page = detail::page_of_text("\t项目\n\t预算数\n\t决算数\n\n\t甲\n\t5\n\t6\n\n\t总分\n\t100\n");
    REQUIRE(tables_of(page).size() == 1);
    CHECK(rows_of(tables_of(page)[0]) == Strings{"项目|预算数|决算数", "甲|5|6", "总分|100|"});
    CHECK(tables_of(page)[0].printed == std::vector<std::uint32_t>{3, 3, 2});
}

TEST_CASE("cells that each end with a bar are counted out by the head") {
    CHECK(rows_of_text("项目 |\n预算数 |\n决算数 |\n甲 |\n5 |\n6 |\n乙 |\n|\n7 |\n") ==
          Strings{"项目|预算数|决算数", "甲|5|6", "乙||7"});
}

TEST_CASE("cells with bars that do not come out even stay what they are") {
    const auto page = detail::page_of_text("项目 |\n预算数 |\n决算数 |\n甲 |\n5 |\n6 |\n乙 |\n");
    CHECK(tables_of(page).empty());
}

TEST_CASE("the name and the unit of a table stand with it") {
    const std::string table = "项目 |\n预算数 |\n甲 |\n5 |\n乙 |\n7 |\n";
    const auto page = detail::page_of_text("表1 收支情况\n单位:万元\n" + table);
    REQUIRE(page.blocks.size() == 1);
    CHECK(page.blocks[0].table.frame.name.text == "表1收支情况");
    CHECK(page.blocks[0].table.frame.unit.text == "万元");
    const auto other = detail::page_of_text("项目明细表（单位：元）\n" + table);
    REQUIRE(other.blocks.size() == 1);
    CHECK(other.blocks[0].table.frame.unit.text == "元");
    CHECK(tables_of(detail::page_of_text("单位负责人：\n" + table))[0].frame.unit.empty());
}

TEST_CASE("the tables of the published reports come out cell by cell") {
    const auto yiyang = published_report("yiyang-2022.txt");
    const auto kaiyuan = published_report("kaiyuan-2022.txt");
    if (!yiyang || !kaiyuan) {
        MESSAGE("skipped: the published reports are not beside the project");
        return;
    }
    const auto pages = tables_of(detail::page_of_text(*yiyang));
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].rows == 31);
    CHECK(pages[0].columns == 7);
    CHECK(pages[1].rows == 27);
    CHECK(pages[1].columns == 9);
    const auto table = tables_of(detail::page_of_text(*kaiyuan));
    REQUIRE(table.size() == 1);
    CHECK(table[0].rows == 6);
    CHECK(table[0].columns == 6);
    CHECK(table[0].frame.unit.text == "万元");
}

TEST_CASE("rows with tabs between their cells are a table") {
    CHECK(rows_of_text("项目\t预算数\t决算数\n甲\t5\t6\n乙\t\t7\n\t8\t9\t\n") ==
          Strings{"项目|预算数|决算数", "甲|5|6", "乙||7", "|8|9"});
    CHECK(tables_of(detail::page_of_text("一、\t基本情况\n二、\t收支情况\n")).empty());
}

TEST_CASE("rows with bars between their cells are a table") {
    const Strings rows = {"项目|预算数", "甲|5", "乙|"};
    CHECK(rows_of_text("| 项目 | 预算数 |\n|------|-----:|\n| 甲 | 5 |\n| 乙 | |\n") == rows);
    CHECK(rows_of_text("项目 | 预算数\n甲 | 5\n乙 | \n") == Strings{"项目|预算数", "甲|5", "乙|"});
    CHECK(rows_of_text("│ 项目 │ 预算数 │\n├──────┼────────┤\n│ 甲 │ 5 │\n│ 乙 │ │\n") == rows);
    CHECK(tables_of(detail::page_of_text("首页 | 公开\n新闻 | 政策\n")).empty());
}

TEST_CASE("rows with drawn lines between may take several lines") {
    CHECK(
        rows_of_text(
            "+------+--------+\n| 项目 | 预算数 |\n+======+========+\n| 一般 | 5      |\n| 公共 |        |\n"
            "+------+--------+\n| 乙   | 7      |\n+------+--------+\n") ==
        Strings{"项目|预算数", "一般公共|5", "乙|7"});
}

TEST_CASE("columns that stand below each other are a table") {
    CHECK(rows_of_text("项目            预算数    决算数\n基本支出        467.35    451.59\n  其中：公用     "
                       "15.76     15.7\n"
                       "项目支出                   12.3\n") ==
          Strings{"项目|预算数|决算数", "基本支出|467.35|451.59", "其中：公用|15.76|15.7", "项目支出||12.3"});
    CHECK(rows_of_text("项目　　　预算数　　决算数\n甲　　　　　５　　　　６\n乙　　　　　７　　　　８\n") ==
          Strings{"项目|预算数|决算数", "甲|5|6", "乙|7|8"});
}

TEST_CASE("a head over several columns spans them") {
    const auto tables =
        tables_of(detail::page_of_text("                 金额（万元）\n项目        预算数      决算数\n"
                                       "甲          5           6\n乙          7           8\n"));
    REQUIRE(tables.size() == 1);
    REQUIRE(tables[0].rows == 3);
    const auto spanned = tables_of(
        detail::page_of_text("序号   项目            金额\n       名称        预算数      决算数\n"
                             "1      甲          5           6\n2      乙          7           8\n"));
    REQUIRE(spanned.size() == 1);
    CHECK(spanned[0].columns == 4);
}

TEST_CASE("lines with gaps but without figures are paragraphs") {
    const auto page =
        detail::page_of_text("填表人：    填报日期：    联系电话：\n审核人：    审核日期：    签字：\n");
    CHECK(tables_of(page).empty());
}

TEST_CASE("cells one below the other are a table where nothing else is possible") {
    CHECK(rows_of_text("项目\n预算数\n决算数\n甲\n5\n6\n乙\n——\n8\n") ==
          Strings{"项目|预算数|决算数", "甲|5|6", "乙|——|8"});
    const auto named = detail::page_of_text("表2 支出\n单位：万元\n项目\n预算数\n甲\n5\n乙\n8\n");
    REQUIRE(named.blocks.size() == 1);
    CHECK(named.blocks[0].table.frame.unit.text == "万元");
    CHECK(tables_of(detail::page_of_text("项目\n预算数\n决算数\n甲\n5\n6\n乙\n8\n")).empty());
    // What stands before the heads is none of them.
    CHECK(tables_of(detail::page_of_text("支出情况\n项目\n预算数\n决算数\n甲\n5\n6\n乙\n7\n8\n")).size() ==
          1);
}

TEST_CASE("a table between paragraphs leaves them whole") {
    const auto page = detail::page_of_text(
        "一、支出情况\n支出如下：\n\n表1 支出\n项目\t预算数\n甲\t5\n乙\t7\n\n二、其他\n");
    CHECK(paragraphs_of(page) == Strings{"一、支出情况", "支出如下：", "二、其他"});
    REQUIRE(tables_of(page).size() == 1);
    CHECK(tables_of(page)[0].frame.name.text == "表1支出");
}

TEST_CASE("columns under a ruled line are a table") {
    const Strings rows = {"项目|预算数", "甲|5", "乙|7"};
    CHECK(rows_of_text("  项目     预算数\n  ------ --------\n  甲       5\n  乙       7\n") == rows);
    CHECK(rows_of_text("  ------ --------\n  甲       5\n  乙       7\n  ------ --------\n") ==
          Strings{"甲|5", "乙|7"});
    CHECK(rows_of_text(
              "  -----------------\n  项目     预算\n           数\n  ------ ----------\n  甲       5\n\n"
              "  乙       7\n  -----------------\n") == rows);
    CHECK(tables_of(detail::page_of_text("甲\n------\n乙\n")).empty());
}
