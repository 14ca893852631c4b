// SPDX-License-Identifier: MIT
#include "pages.hpp"

#include "read/document/alphabet.hpp"
#include "read/formats/delimited.hpp"
#include "read/formats/formats.hpp"

#include "../../property.hpp"

#include <tieout/read/text.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace tieout;
using namespace tieout::test;
using detail::Page;
using detail::page_of_delimited;

namespace {

/// Tables as rows, with the address of their first row before each; paragraphs with ¶.
Strings shown(std::string source) {
    const Page page = page_of_delimited(std::move(source));
    Strings all;
    for (const detail::Block& block : page.blocks) {
        if (block.kind == detail::Block::Kind::paragraph) {
            all.push_back("¶" + block.text.text);
            continue;
        }
        const detail::Table& table = block.table;
        all.push_back("A" + std::to_string(table.first_row + 1) + " " + table.frame.name.text + "/" +
                      table.frame.unit.text);
        for (const std::string& row : rows_of(table)) all.push_back(row);
    }
    return all;
}

std::string_view format_of(std::string_view text) { return detail::format_of_text(text).name; }

} // namespace

TEST_CASE("a file of rows and columns is known by its lines") {
    CHECK(format_of("项目,预算数,决算数\n甲,5,6\n乙,7,8\n") == "CSV");
    CHECK(format_of("项目;预算数;决算数\n甲;5;6\n乙;7;8\n") == "CSV");
    CHECK(format_of("项目\t预算数\t决算数\n甲\t5\t6\n乙\t7\t8\n") == "CSV");
    CHECK(format_of("\"项目\",\"预算数\"\n\"甲\",\"1,234.00\"\n") == "CSV");
    CHECK(format_of("支出决算表\n单位：元\n项目,决算数\n甲,5\n乙,7\n注：甲含利息。\n") == "CSV");
    CHECK(format_of("支出决算表,,\n,,单位：元\n项目,预算数,决算数\n甲,5,6\n,,\n") == "CSV");
    CHECK(format_of("sep=;\n项目;预算数\n甲;5\n") == "CSV");
    // 5 to 9,140: the label and the figure are no number, where the other commas part none.
    CHECK(format_of("Age,2021,2022,2023\nunder 5,105,80,90\n5 to 9,140,95,85\n10 to 14,130,75,95\n") ==
          "CSV");
    CHECK(format_of("County,All,Small,Large\nA, 943,1, 491\nB, 164,-, 104\nC, 183,7, 740\n") == "CSV");
    CHECK(format_of("level,books,total\nA1,0.00,1\nA2,1.00,5") == "CSV");
}

TEST_CASE("text with commas, tabs and bars is text") {
    for (const std::string_view text : {
             "本年支出100万元,其中:基本支出60万元\n项目支出40万元,占40%\n",
             "一、部门概况\n本单位有5人,其中在职4人。\n二、收支情况\n收入5万元,支出4万元。\n",
             "项目 金额\n甲 1,234.56\n乙 2,345.67\n合计 3,580.23\n",
             "1,234.56\n2,345.67\n3,580.23\n",
             "| 项目 | 金额 |\n|---|---|\n| 甲 | 5 |\n",
             "一、概况\n本年收入增加，主要是人员增加\n1.\t基本支出5万元\n2.\t项目支出6万元\n",
             "甲,乙\n丙,丁\n",
             "收入\n5\n支出\n4\n",
             "",
         })
        CHECK_MESSAGE(format_of(text) == "text", text);
    CHECK(format_of("<table><tr><td>甲,乙</td></tr></table>") == "HTML");
}

TEST_CASE("cells have the addresses of the file") {
    CHECK(shown("项目,预算数,决算数\n甲,5,6\n乙,,8\n") ==
          Strings{"A1 /", "项目|预算数|决算数", "甲|5|6", "乙||8"});
    // The name and the unit are rows of the file, and none of the table.
    CHECK(shown("支出决算表,,\n,,单位：元\n项目,预算数,决算数\n甲,5,6\n") ==
          Strings{"A3 支出决算表/元", "项目|预算数|决算数", "甲|5|6"});
    CHECK(shown("支出决算表\n单位：元\n项目,决算数\n甲,5\n") ==
          Strings{"A3 支出决算表/元", "项目|决算数", "甲|5"});
}

TEST_CASE("numbers grouped by blanks and with decimal commas are numbers in cells") {
    const auto cells = [](std::string source) {
        const Page page = page_of_delimited(std::move(source));
        REQUIRE(page.blocks.size() == 1);
        return rows_of(page.blocks.front().table);
    };
    CHECK(cells("区域,总数,男\n甲,20 169,8 963\n乙,6\u00A0197,2 943,\n") ==
          Strings{"区域|总数|男", "甲|20169|8963", "乙|6197|2943"});
    // A year beside a month is no number, and neither are four digits behind a blank.
    CHECK(cells("区域,期间,数\n甲,2009 12,5\n乙,12 2009,6\n") ==
          Strings{"区域|期间|数", "甲|2009 12|5", "乙|12 2009|6"});
    CHECK(cells("年;能源;工业\n甲;54,52;5,07\n乙;53,08;4,68\n丙;52,35;-4,3\n") ==
          Strings{"年|能源|工业", "甲|54.52|5.07", "乙|53.08|4.68", "丙|52.35|-4.3"});
    // Where commas group thousands they are none of decimals.
    CHECK(cells("年;能源;工业\n甲;1,234;5.07\n乙;53,08;4.68\n") ==
          Strings{"年|能源|工业", "甲|1,234|5.07", "乙|53，08|4.68"});
}

TEST_CASE("several tables stand in one file, with empty rows between") {
    CHECK(shown("收入表,\n项目,金额\n甲,5\n乙,6\n,\n支出表,\n单位：元,\n项目,金额\n丙,7\n\n\n地区,人数\n丁,"
                "8\n") == Strings{"A2 收入表/", "项目|金额", "甲|5", "乙|6", "A8 支出表/元", "项目|金额",
                                  "丙|7", "A12 /", "地区|人数", "丁|8"});
    // Years are a head, too.
    CHECK(shown("项目,2020,2021\n甲,5,6\n\n地区,2020,2021\n乙,7,8\n") ==
          Strings{"A1 /", "项目|2020|2021", "甲|5|6", "A4 /", "地区|2020|2021", "乙|7|8"});
}

TEST_CASE("the name of another table ends the one above it, also without an empty row") {
    CHECK(shown("支出表,,\n单位：万元,,\n项目,预算,决算\n甲,5,6\n转移支付表,,\n单位：元,,\n地区,合计,"
                "专项\n乙,7,8\n") == Strings{"A3 支出表/万元", "项目|预算|决算", "甲|5|6", "A7 转移支付表/元",
                                             "地区|合计|专项", "乙|7|8"});
    // Under the same heads again a line with a year begins the table of another year; a heading of rows does not.
    const auto tables = [](std::string source) {
        const Page page = page_of_delimited(std::move(source));
        return std::count_if(page.blocks.begin(), page.blocks.end(), [](const detail::Block& block) {
            return block.kind == detail::Block::Kind::table;
        });
    };
    CHECK(tables("项目,预算,决算\n甲,5,6\n2023年接待费,,\n项目,预算,决算\n甲,7,8\n") == 2);
    CHECK(tables("项目,预算,决算\n甲,5,6\n民生类,,\n低保,按月发放,\n乙,7,8\n") == 1);
    CHECK(tables("项目,预算,决算\n甲,5,6\n民生类,,\n乙,7,8\n") == 1);
}

TEST_CASE("empty rows within a table are rows of it") {
    CHECK(shown("项目,金额\n甲,5\n\n乙,6\n,\n合计,11\n") ==
          Strings{"A1 /", "项目|金额", "甲|5", "|", "乙|6", "|", "合计|11"});
    // Also where a heading stands between.
    CHECK(shown("项目,金额\n甲,5\n\n二、支出,\n乙,6\n") ==
          Strings{"A1 /", "项目|金额", "甲|5", "|", "二、支出|", "乙|6"});
}

TEST_CASE("fields in quotes hold separators, quotes and line ends") {
    CHECK(shown("\"项目\",\"金额\"\n\"甲,乙\",\"1,234.50\"\n\"丙\"\"丁\"\"\",\"5\"\n\"戊\n己\",6\n") ==
          Strings{"A1 /", "项目|金额", "甲，乙|1,234.50", "丙“丁”|5", "戊己|6"});
    // A quote that nothing closes is one of the words.
    CHECK(shown("项目,金额\n\"甲,5\n乙,6\n") == Strings{"A1 /", "项目|金额", "“甲|5", "乙|6"});
    CHECK(shown("项目,金额\n甲\"乙\",5\n") == Strings{"A1 /", "项目|金额", "甲“乙”|5"});
}

TEST_CASE("line ends of all systems end a row, and none is needed at the end") {
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
        std::string text = "项目,金额";
        for (const std::string_view row : {"甲,5", "乙,6"}) text.append(end).append(row);
        CHECK_MESSAGE((shown(text) == Strings{"A1 /", "项目|金额", "甲|5", "乙|6"}), end.size());
        CHECK_MESSAGE((shown(text + std::string(end)) == Strings{"A1 /", "项目|金额", "甲|5", "乙|6"}),
                      end.size());
    }
    CHECK(shown("sep=;\r\n项目;金额\r\n甲;5\r\n") == Strings{"A2 /", "项目|金额", "甲|5"});
    CHECK(shown("项目;金额\n甲;5\n乙;") == Strings{"A1 /", "项目|金额", "甲|5", "乙|"});
}

TEST_CASE("lines that are no rows are paragraphs") {
    CHECK(shown("本表反映收支。\n项目,金额\n甲,5\n注：甲含利息。\n") ==
          Strings{"¶本表反映收支。", "A2 /", "项目|金额", "甲|5", "¶注：甲含利息。"});
}

TEST_CASE("labels know how deep they are indented, and cells where they stand") {
    const Page page = page_of_delimited("项目,金额\n  甲,5\n\"　　乙\",\"1,234\"\n");
    const detail::Table table = tables_of(page).at(0);
    CHECK(table.cells.at(2).indent == 2);
    CHECK(table.cells.at(4).indent == 4);
    CHECK(place(page, table.cells.at(3).text, "5") == "2:5");
    CHECK(printed_as(page, table.cells.at(5).text, "1,234") == "1,234");
}

TEST_CASE("more columns than tables have are not read, and that is said") {
    std::string text;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 1100; ++column) text += "5,";
        text += "6\n";
    }
    const Document document = read_report(text, "wide.csv");
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].kind == Problem::Kind::limit);
    CHECK(document.problems[0].expected == "1024 columns");
    CHECK(document.problems[0].line == 1);
}

TEST_CASE("a file of rows and columns in any encoding is read") {
    const std::string gbk = "\xCF\xEE\xC4\xBF,\xBD\xF0\xB6\xEE\n\xBC\xD7,5.00\n\xD2\xD2,6.00\n";
    CHECK(read_report(gbk, "gbk.csv").problems.empty());
    CHECK(recognise(gbk) == InputKind::report);
}

TEST_CASE("quotes without end are read to the end") {
    std::string text = "项目,金额\n";
    for (int i = 0; i < 20'000; ++i) text += "\"甲,\"5\n";
    CHECK(!page_of_delimited(text).blocks.empty());
    std::string lines;
    for (int i = 0; i < 20'000; ++i) lines += i % 2 == 0 ? "甲,\n" : ",\n";
    CHECK(!page_of_delimited(lines).blocks.empty());
}

TEST_CASE("what is written as rows and columns is read as they were") {
    for_all(300, [] {
        const int columns = *between(2, 6);
        const int rows = *between(2, 12);
        const char separator = *rc::gen::element(',', ';', '\t');
        std::vector<std::string> expected;
        std::string text;
        for (int r = 0; r < rows; ++r) {
            std::string line;
            for (int c = 0; c < columns; ++c) {
                // A head, a label in each row, and numbers, with empty fields among them.
                std::string field = r == 0 || c == 0 ? "甲" + std::string(1, static_cast<char>('a' + c))
                                                     : std::to_string(*between(0, 99999)) + ".50";
                if (r > 0 && c > 0 && *between(0, 5) == 0) field.clear();
                line += (c > 0 ? "|" : "") + field;
                const bool quoted = *between(0, 3) == 0;
                text += (c > 0 ? std::string(1, separator) : "") + (quoted ? '"' + field + '"' : field);
            }
            expected.push_back(line);
            text += '\n';
        }
        RC_PRE(detail::looks_delimited(text));
        const Page page = page_of_delimited(text);
        RC_ASSERT(page.blocks.size() == 1U);
        std::vector<std::string> found = rows_of(page.blocks[0].table);
        // Columns that are empty to the end of all rows are none.
        for (std::string& row : found)
            while (std::count(row.begin(), row.end(), '|') < columns - 1) row += '|';
        RC_ASSERT(found == expected);
    });
}

TEST_CASE("a field reads as the same words anywhere else do") {
    for_all(300, [] {
        std::string words;
        const int length = *between(1, 8);
        for (int i = 0; i < length; ++i)
            words +=
                *rc::gen::element<std::string>("1", "25", ".", "-", "%", "a", "Z", "支", "出", "圆", "万",
                                               "億", "２", "（", "(", "、", "　", "㎡", ":", "é", "·");
        const std::string text = "项目,金额\n" + words + ",1.50\n合计,1.50\n";
        const Page page = page_of_delimited(text);
        RC_PRE(page.blocks.size() == 1U && page.blocks[0].table.cells.size() == 6U);
        const detail::Passage& field = page.blocks[0].table.cells[2].text;
        const auto begin = static_cast<std::uint32_t>(text.find(words + ",1"));
        const detail::Passage passage =
            detail::passage_of(text, {begin, begin + static_cast<std::uint32_t>(words.size())});
        RC_ASSERT(field.text == passage.text);
        RC_ASSERT(field.from.size() == passage.from.size());
        RC_ASSERT(field.from.front() == passage.from.front());
        RC_ASSERT(field.from.back() == passage.from.back());
    });
}

TEST_CASE("any bytes make a sound page") {
    for_all(300, [] {
        std::string text;
        const int length = *between(0, 200);
        for (int i = 0; i < length; ++i)
            text += *rc::gen::element('"', ',', ';', '\t', '\n', '\r', '5', '.', 'a', ' ');
        const Page page = page_of_delimited(text);
        for (const detail::Block& block : page.blocks)
            for (const detail::Cell& cell : block.table.cells) {
                RC_ASSERT(cell.text.from.size() == cell.text.text.size() + 1);
                RC_ASSERT(cell.text.from.back() <= page.source.size());
                RC_ASSERT(cell.row < block.table.rows && cell.column < block.table.columns);
            }
    });
}
