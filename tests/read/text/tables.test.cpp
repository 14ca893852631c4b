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
    CHECK(page.blocks[0].table.caption.text == "表1收支情况");
    CHECK(page.blocks[0].table.unit.text == "万元");
    const auto other = detail::page_of_text("项目明细表（单位：元）\n" + table);
    REQUIRE(other.blocks.size() == 1);
    CHECK(other.blocks[0].table.unit.text == "元");
    CHECK(tables_of(detail::page_of_text("单位负责人：\n" + table))[0].unit.empty());
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
    CHECK(table[0].unit.text == "万元");
}
