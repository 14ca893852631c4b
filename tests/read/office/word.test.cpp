// SPDX-License-Identifier: MIT
#include "read/office/word.hpp"

#include "../text/pages.hpp"
#include "packages.hpp"

#include <tieout/write/problem.hpp>

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::test;

namespace {

/// Paragraphs with ¶, tables as T with their rows; problems with !.
Strings shown(std::string_view body, const Parts& others = {}) {
    std::vector<Problem> problems;
    const detail::Page page = detail::page_of_word(word_of(body, others), {}, problems);
    Strings all;
    for (const detail::Block& block : page.blocks) {
        if (block.kind == detail::Block::Kind::paragraph) {
            all.push_back("¶" + block.text.text);
            continue;
        }
        all.push_back("T");
        for (const std::string& row : rows_of(block.table)) all.push_back(row);
    }
    for (const Problem& problem : problems) all.push_back("!" + problem_text(problem, Language::en));
    return all;
}

std::string run(std::string_view content, std::string_view properties = {}) {
    return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr>" + std::string(content) + "</w:r>";
}
std::string text(std::string_view words) { return run("<w:t>" + std::string(words) + "</w:t>"); }
std::string p(std::string_view content) { return "<w:p>" + std::string(content) + "</w:p>"; }
std::string cell(std::string_view words, std::string_view properties = {}) {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + paragraph(words) + "</w:tc>";
}
std::string row(std::string_view cells) { return "<w:tr>" + std::string(cells) + "</w:tr>"; }
std::string table(std::string_view rows) { return "<w:tbl>" + std::string(rows) + "</w:tbl>"; }

} // namespace

TEST_CASE("runs of a paragraph are one text, with what was inserted and without what was deleted") {
    CHECK(shown(p(text("支出") + text("5万元"))) == Strings{"¶支出5万元"});
    CHECK(shown(p(text("支出") + "<w:del><w:r><w:delText>4</w:delText></w:r></w:del><w:ins>" + text("5") +
                  "</w:ins>" + text("万元"))) == Strings{"¶支出5万元"});
    CHECK(shown(p("<w:moveFrom>" + text("甲") + "</w:moveFrom>" + text("乙"))) == Strings{"¶乙"});
    CHECK(shown(p(text("甲") + run("<w:t>乙</w:t>", "<w:vanish/>") +
                  run("<w:t>丙</w:t>", "<w:vanish w:val=\"0\"/>"))) == Strings{"¶甲丙"});
    CHECK(shown("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + text("支出") + "</w:p>" + p(text("5万元"))) ==
          Strings{"¶支出5万元"});
}

TEST_CASE("of fields only the result is read") {
    CHECK(shown(p(text("共") + run("<w:fldChar w:fldCharType=\"begin\"/>") +
                  run("<w:instrText>PAGE 7</w:instrText>") + run("<w:t>9</w:t>") +
                  run("<w:fldChar w:fldCharType=\"separate\"/>") + text("3") +
                  run("<w:fldChar w:fldCharType=\"end\"/>") + text("项"))) == Strings{"¶共3项"});
    CHECK(shown(p("<w:fldSimple w:instr=\"DATE\">" + text("2022年") + "</w:fldSimple><w:hyperlink>" +
                  text("支出") + "</w:hyperlink>")) == Strings{"¶2022年支出"});
}

TEST_CASE("tabs, breaks and hyphens") {
    CHECK(shown(p(text("收入") + run("<w:br w:type=\"page\"/>") + text("5") + run("<w:softHyphen/>") +
                  text("0万元"))) == Strings{"¶收入50万元"});
    CHECK(shown(p(text("5") + run("<w:tab/>") + text("6"))) == Strings{"¶5 6"});
    CHECK(shown(p(text("5") + run("<w:br/>") + text("6"))) == Strings{"¶5 6"});
    CHECK(shown(p(text("2021") + run("<w:noBreakHyphen/>") + text("2022年"))) == Strings{"¶2021-2022年"});
}

TEST_CASE("raised marks of footnotes are no text, and raised powers are") {
    const std::string raised = "<w:vertAlign w:val=\"superscript\"/>";
    CHECK(shown(p(text("60.00") + run("<w:t>[1]</w:t>", raised) + text("万元"))) == Strings{"¶60.00万元"});
    CHECK(shown(p(text("12m") + run("<w:t>2</w:t>", raised))) == Strings{"¶12m²"});
}

TEST_CASE("lists have the numbers that they print") {
    const Parts numbering{
        {"numbering",
         "<w:numbering><w:abstractNum w:abstractNumId=\"0\">"
         "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
         "w:val=\"%1、\"/></w:lvl>"
         "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
         "w:val=\"%2.\"/></w:lvl>"
         "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"},
        {"styles", "<w:styles><w:style w:styleId=\"a\"><w:pPr><w:numPr><w:numId "
                   "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                   "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>"}};
    const auto item = [](std::string_view level, std::string_view words) {
        return paragraph(words, "<w:numPr><w:ilvl w:val=\"" + std::string(level) +
                                    "\"/><w:numId w:val=\"1\"/></w:numPr>");
    };
    CHECK(shown(item("0", "收入") + item("1", "甲") + item("1", "乙") + item("0", "支出") + item("1", "丙") +
                    paragraph("结余", "<w:pStyle w:val=\"b\"/>"),
                numbering) == Strings{"¶一、收入", "¶1.甲", "¶2.乙", "¶二、支出", "¶1.丙", "¶三、结余"});
}

TEST_CASE("a table has the cells that its grid says") {
    CHECK(shown(table(
              row(cell("项目", "<w:gridSpan w:val=\"2\"/>") + cell("金额", "<w:vMerge w:val=\"restart\"/>")) +
              row(cell("编码") + cell("名称") + cell("", "<w:vMerge/>")) +
              row(cell("201") + cell("公共服务") + cell("5.00")))) ==
          Strings{"T", "项目|金额", "编码|名称", "201|公共服务|5.00"});
    // A row that was deleted is none, and a row may begin behind the first column.
    CHECK(shown(table(row(cell("项目") + cell("金额")) + "<w:tr><w:trPr><w:del/></w:trPr>" + cell("甲") +
                      cell("1") + "</w:tr>" + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" +
                      cell("2") + "</w:tr>")) == Strings{"T", "项目|金额", "|2"});
    CHECK(shown(table(row(cell("只有一格")))) == Strings{"¶只有一格"});
}

TEST_CASE("a cell of several paragraphs is one text, indented as its first is") {
    std::vector<Problem> problems;
    const detail::Page page =
        detail::page_of_word(word_of(table(row("<w:tc>" + paragraph("基本", "<w:ind w:left=\"420\"/>") +
                                               paragraph("支出") + "</w:tc>" + cell("1.00")) +
                                           row(cell("项目支出", "") + cell("2.00")))),
                             {}, problems);
    const detail::Table read = tables_of(page).at(0);
    CHECK(rows_of(read) == Strings{"基本支出|1.00", "项目支出|2.00"});
    CHECK(read.cells[0].indent == 4);
    CHECK(read.cells[2].indent == 0);
}

TEST_CASE("a table that holds tables only lays the page out") {
    const std::string inner = table(row(cell("项目") + cell("金额")) + row(cell("甲") + cell("1.00")));
    CHECK(shown(table(row("<w:tc>" + paragraph("左边") + "</w:tc><w:tc>" + inner + paragraph("") +
                          "</w:tc>"))) == Strings{"¶左边", "T", "项目|金额", "甲|1.00"});
}

TEST_CASE("a text box is read once, behind its paragraph") {
    const std::string box = "<w:txbxContent>" + paragraph("框内5万元") + "</w:txbxContent>";
    CHECK(shown(p(text("正文") + run("<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box +
                                     "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" +
                                     box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"))) ==
          Strings{"¶正文", "¶框内5万元"});
    CHECK(shown(p(run("<w:pict><v:textbox>" + box + "</v:textbox></w:pict>"))) == Strings{"¶框内5万元"});
}

TEST_CASE("notes are read at the end, and the tables of headers once") {
    const std::string header =
        "<w:hdr>" + paragraph("页眉") +
        table(row(cell("编制单位") + cell("某局")) + row(cell("金额单位") + cell("万元"))) + "</w:hdr>";
    CHECK(
        shown(paragraph("正文"), {{"footnotes", "<w:footnotes><w:footnote w:type=\"separator\">" +
                                                    paragraph("x") + "</w:footnote><w:footnote>" +
                                                    paragraph("其中5万元。") + "</w:footnote></w:footnotes>"},
                                  {"header", header},
                                  {"header", header}}) ==
        Strings{"¶正文", "¶其中5万元。", "T", "编制单位|某局", "金额单位|万元"});
}

TEST_CASE("places are paragraphs, tables and notes") {
    std::vector<Problem> problems;
    const detail::Page page = detail::page_of_word(
        word_of(
            paragraph("甲") + paragraph("") + paragraph("乙") +
                table(row(cell("项目") + cell("金额")) + row(cell("丙") + cell("1.00"))) + paragraph("丁"),
            {{"footnotes", "<w:footnotes><w:footnote>" + paragraph("戊") + "</w:footnote></w:footnotes>"}}),
        {}, problems);
    Strings parts;
    for (const detail::Block& block : page.blocks) {
        const auto& text =
            block.kind == detail::Block::Kind::table ? block.table.cells.back().text : block.text;
        const FilePart part = place_of(page, text.from.front()).part;
        parts.push_back(std::string(kind_of(part)->key) + std::to_string(part.number()));
    }
    CHECK(parts == Strings{"paragraph1", "paragraph2", "table_number1", "paragraph3", "note1"});
}

TEST_CASE("a file of nothing but pictures is said to be scanned") {
    CHECK(shown(p(run("<w:drawing><a:blip/></w:drawing>"))) ==
          Strings{"!scanned; an OCR program must read it first"});
    CHECK(shown("<w:altChunk/>" + paragraph("甲")) == Strings{"¶甲", "!1 embedded documents, left out"});
}
