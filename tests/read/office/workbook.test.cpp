// SPDX-License-Identifier: MIT
#include "read/office/workbook.hpp"

#include "../text/pages.hpp"
#include "packages.hpp"

#include <tieout/base/cell.hpp>
#include <tieout/read/text.hpp>
#include <tieout/write/problem.hpp>

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::test;

namespace {

struct Read {
    detail::Page page{};
    std::vector<Problem> problems{};
};

Read read(const std::string& bytes, bool hidden = true) {
    Read result;
    result.page = detail::page_of_workbook(bytes, {.hidden = hidden}, result.problems);
    return result;
}

/// Paragraphs with ¶, tables as the address of their first cell with name and unit, and rows.
Strings shown(const Read& read) {
    Strings all;
    for (const detail::Block& block : read.page.blocks) {
        if (block.kind == detail::Block::Kind::paragraph) {
            all.push_back("¶" + block.text.text);
            continue;
        }
        const detail::Table& table = block.table;
        all.push_back(cell_name({table.first_row + 1, table.first_column + 1}) + " " + table.frame.name.text +
                      "/" + table.frame.unit.text);
        for (const std::string& row : rows_of(table)) all.push_back(row);
    }
    return all;
}

Strings told(const Read& read) {
    Strings all;
    for (const Problem& problem : read.problems) all.push_back(problem_text(problem, Language::en));
    return all;
}

constexpr std::string_view row_head =
    "<row><c t=\"inlineStr\"><is><t>项目</t></is></c><c t=\"inlineStr\"><is><t>金额</t></is></c></row>";

/// A table of one row, whose amount is that cell.
std::string sheet_with(std::string_view cell) {
    return "<sheetData>" + std::string(row_head) + "<row><c t=\"inlineStr\"><is><t>差旅费</t></is></c>" +
           std::string(cell) + "</row></sheetData>";
}

} // namespace

TEST_CASE("a sheet is paragraphs and tables, and the name of the sheet names a table without one") {
    const auto result = read(workbook_of(
        {{"支出明细表", sheet_of({{"项目", "金额"}, {"差旅费", "1.50"}, {"会议费", "2.50"}})},
         {"Sheet2",
          sheet_of(
              {{"某局2022年度决算"}, {}, {"收入表"}, {"单位：万元"}, {"项目", "金额"}, {"利息", "3.00"}})}}));
    CHECK(shown(result) == Strings{"A1 支出明细表/", "项目|金额", "差旅费|1.50", "会议费|2.50",
                                   "¶某局2022年度决算", "A5 某局2022年度决算收入表/万元", "项目|金额",
                                   "利息|3.00"});
    CHECK(told(result).empty());
    CHECK(result.page.sheets == Strings{"支出明细表", "Sheet2"});
}

TEST_CASE("the number of a form is no name: 公开05表 is the form of the table on that sheet") {
    const auto result = read(workbook_of({{"公开05表", sheet_of({{"项目", "金额"}, {"差旅费", "1.50"}})}}));
    CHECK(tables_of(result.page)[0].frame.form == "公开05表");
    CHECK(tables_of(result.page)[0].frame.name.empty());
}

TEST_CASE("a cell shows its number as its format says, whatever digits are stored") {
    const auto value = [](std::string_view stored, std::size_t style) {
        const auto result =
            read(workbook_of({{"S", sheet_with("<c s=\"" + std::to_string(style) + "\"><v>" +
                                               std::string(stored) + "</v></c>")}},
                             {"#,##0.00_ ;[Red]\\-#,##0.00", "0!.00,", "yyyy&quot;年&quot;m&quot;月&quot;",
                              "0.00;-0.00;&quot;-&quot;"}));
        return shown(result).back();
    };
    CHECK(value("33.499999999999996", 0) == "差旅费|33.5");
    CHECK(value("-1234.5678", 1) == "差旅费|-1234.57");
    CHECK(value("123456", 2) == "差旅费|1.23");
    CHECK(value("44896", 3) == "差旅费|2022年12月");
    CHECK(value("0", 4) == "差旅费|0");
    CHECK(value("1.5", 99) == "差旅费|1.5");
    CHECK(value("1.5x", 0) == "差旅费|1.5x");
}

TEST_CASE("days count from 1904 where the workbook says so") {
    const auto result = read(workbook_of({{"S", sheet_with("<c s=\"1\"><v>43434</v></c>")}}, {"yyyy-mm-dd"},
                                         {}, "<workbookPr date1904=\"1\"/>"));
    CHECK(shown(result).back() == "差旅费|2022-12-01");
}

TEST_CASE("texts are shared, inline, in runs, or results of formulas") {
    const std::string strings = "<si><t>一</t></si><si><r><t>面积m</t></r><r><rPr><vertAlign "
                                "val=\"superscript\"/></rPr><t>2</t></r></si>"
                                "<si><r><t>60.00</t></r><r><rPr><vertAlign "
                                "val=\"superscript\"/></rPr><t>[1]</t></r><rPh><t>x</t></rPh></si>";
    const auto value = [&](std::string_view cell) {
        return shown(read(workbook_of({{"S", sheet_with(cell)}}, {}, strings))).back();
    };
    CHECK(value("<c t=\"s\"><v>0</v></c>") == "差旅费|一");
    CHECK(value("<c t=\"s\"><v>1</v></c>") == "差旅费|面积m²");
    CHECK(value("<c t=\"s\"><v>2</v></c>") == "差旅费|60.00");
    CHECK(value("<c t=\"s\"><v>9</v></c>") == "¶差旅费");
    CHECK(value("<c t=\"inlineStr\"><is><t>二</t></is></c>") == "差旅费|二");
    CHECK(value("<c t=\"str\"><f>A1</f><v>三</v></c>") == "差旅费|三");
    CHECK(value("<c><f>SUM(A1:A2)</f><v>3.5</v></c>") == "差旅费|3.5");
    CHECK(value("<c t=\"b\"><v>1</v></c>") == "差旅费|TRUE");
}

TEST_CASE("cells that are merged are one cell, as in a web page") {
    const auto result = read(
        workbook_of({{"S", sheet_of({{"项目", "", "金额"}, {"甲", "乙", "1.00"}, {"", "丙", "2.00"}}) +
                               "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:A3\"/>"
                               "<mergeCell ref=\"nonsense\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"}}));
    const detail::Table table = tables_of(result.page).at(0);
    CHECK(table.cells.size() == 7);
    CHECK(table.cells[0].columns == 2);
    CHECK(table.cells[2].rows == 2);
    CHECK(rows_of(table) == Strings{"项目|金额", "甲|乙|1.00", "|丙|2.00"});
}

TEST_CASE("cells keep their addresses, also where rows are far apart") {
    const auto result = read(workbook_of(
        {{"S",
          "<sheetData><row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>项目</t></is></c><c r=\"D3\" "
          "t=\"inlineStr\"><is><t>金额</t></is></c></row>"
          "<row r=\"4\"><c r=\"C4\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"D4\"><v>1.5</v></c></row>"
          "<row r=\"900\"><c r=\"C900\" t=\"inlineStr\"><is><t>乙</t></is></c><c "
          "r=\"D900\"><v>2.5</v></c></row></sheetData>"}}));
    const detail::Table table = tables_of(result.page).at(0);
    CHECK(table.first_row == 2);
    CHECK(table.first_column == 2);
    const detail::Cell& last = table.cells.back();
    CHECK(last.text.text == "2.5");
    CHECK(table.first_row + last.row + last.left_out + 1 == 900);
}

TEST_CASE("several tables on a sheet are several, below each other and side by side") {
    const auto below = read(workbook_of({{"S", sheet_of({{"支出表"},
                                                         {"项目", "金额"},
                                                         {"甲", "1.00"},
                                                         {},
                                                         {"收入表"},
                                                         {"项目", "金额"},
                                                         {"乙", "2.00"}})}}));
    CHECK(shown(below) ==
          Strings{"A2 支出表/", "项目|金额", "甲|1.00", "A6 收入表/", "项目|金额", "乙|2.00"});
    const auto beside = read(workbook_of({{"S", sheet_of({{"支出表", "", "", "收入表"},
                                                          {"项目", "金额", "", "项目", "金额"},
                                                          {"甲", "1.00", "", "乙", "2.00"}})}}));
    CHECK(shown(beside) ==
          Strings{"A2 支出表/", "项目|金额", "甲|1.00", "D2 收入表/", "项目|金额", "乙|2.00"});
    // One table with a column left empty has one name.
    const auto one = read(workbook_of(
        {{"S",
          sheet_of({{"收支表"}, {"收入", "金额", "", "支出", "金额"}, {"甲", "1.00", "", "乙", "2.00"}})}}));
    CHECK(shown(one) == Strings{"A2 收支表/", "收入|金额||支出|金额", "甲|1.00||乙|2.00"});
}

TEST_CASE("what is hidden is read and told, or left out and told") {
    const std::string book = workbook_of(
        {{"甲表", "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>"
                  "<row><c t=\"inlineStr\"><is><t>项目</t></is></c><c "
                  "t=\"inlineStr\"><is><t>金额</t></is></c><c t=\"inlineStr\"><is><t>备注</t></is></c></row>"
                  "<row hidden=\"1\"><c t=\"inlineStr\"><is><t>甲</t></is></c><c><v>1</v></c></row>"
                  "<row><c t=\"inlineStr\"><is><t>乙</t></is></c><c><v>2</v></c><c "
                  "t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>"},
         {"乙表", sheet_of({{"项目", "金额"}, {"丙", "3"}}), "state=\"hidden\""}});
    const auto all = read(book);
    CHECK(shown(all) ==
          Strings{"A1 甲表/", "项目|金额|备注", "甲|1|", "乙|2|x", "A1 乙表/", "项目|金额", "丙|3"});
    CHECK(told(all) == Strings{"甲表: 1 hidden rows, read as well", "甲表: 1 hidden columns, read as well",
                               "1 hidden sheets, read as well"});
    const auto less = read(book, false);
    CHECK(shown(less) == Strings{"A1 甲表/", "项目|金额", "乙|2"});
    CHECK(told(less) == Strings{"甲表: 1 hidden rows, left out", "甲表: 1 hidden columns, left out",
                                "1 hidden sheets, left out"});
    CHECK(tables_of(less.page)[0].cells.back().left_out == 1);
    for (const Problem& problem : less.problems) CHECK_FALSE(problem.is_failure());
}

TEST_CASE("error values are problems with their cell, and formulas without a value are told") {
    const auto result = read(workbook_of({{"公开05表", sheet_with("<c t=\"e\"><v>#REF!</v></c>")},
                                          {"S", sheet_with("<c><f>SUM(B1:B2)</f></c>")}}));
    CHECK(told(result) == Strings{"公开05表!B2: the cell holds the error value #REF!",
                                  "S: 1 formulas have no stored value and were not read"});
    CHECK(result.problems[0].is_failure());
}

TEST_CASE("a figure of a workbook is told by sheet and cell") {
    const Document document = read_report(workbook_of({{"公开01表", sheet_of({{"收入支出决算总表"},
                                                                              {"单位：万元"},
                                                                              {"项目", "2022年决算数"},
                                                                              {"本年支出合计", "5.00"}})}}),
                                          "a.xlsx");
    REQUIRE(document.filing);
    const auto& figures = document.filing->expenditure.executed.statements();
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].part == FilePart(FilePart::Kind::sheet, 1));
    CHECK(figures[0].line == 0);
    CHECK(cell_name({figures[0].cell_row, figures[0].cell_column}) == "B4");
    CHECK(document.filing->sheets == Strings{"公开01表"});
}

TEST_CASE("a sheet that cannot be read is told by its name, and the others are read") {
    const auto result = read(workbook_of(
        {{"甲", "<sheetData><row><c></sheetData>"}, {"乙", sheet_of({{"项目", "金额"}, {"丙", "3"}})}}));
    CHECK(told(result) == Strings{"甲: damaged, or not what it says that it is: expected well-formed XML, "
                                  "seen xl/worksheets/sheet1.xml"});
    CHECK(tables_of(result.page).size() == 1);
}
