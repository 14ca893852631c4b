// SPDX-License-Identifier: MIT
#include "pages.hpp"

#include "read/formats/bounded_html.hpp"
#include "read/formats/html.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::test;

namespace {

Strings paragraphs(std::string html) { return paragraphs_of(detail::page_of_html(std::move(html))); }

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

} // namespace

TEST_CASE("blocks of HTML are paragraphs, and a line break ends a line") {
    CHECK(paragraphs("<html><body><h1>一、收支</h1><p>全年收入\n5万元。</p>段外<br>第二行<div>甲<span>乙</"
                     "span></div>丙</body>") ==
          Strings{"一、收支", "全年收入5万元。", "段外", "第二行", "甲乙", "丙"});
    CHECK(paragraphs("<ul><li>甲<li>乙</ul>") == Strings{"甲", "乙"});
    CHECK(paragraphs("<p>收入<b>1,7</b>09.<i>11</i>万元</p>") == Strings{"收入1,709.11万元"});
    CHECK(paragraphs("<p>收 入 1 7 . 5 万 元</p>") == Strings{"收入17.5万元"});
}

TEST_CASE("entities are the characters that they name") {
    CHECK(paragraphs("<p>收入&nbsp;5&#19975;&#x5143;&emsp;占&lt;8&#37;&amp;结余</p>") ==
          Strings{"收入5万元占<8%&结余"});
    CHECK(paragraphs("<p>甲&乙 &nbsp5万元 &middot;</p>") == Strings{"甲&乙5万元·"});
}

TEST_CASE("what nobody sees is left out") {
    CHECK(paragraphs(
              "<head><title>甲</title><style>p{}</style></head><script>'<p>乙</p>'</script><p hidden>丙</p>"
              "<p style='DISPLAY : none'>丁</p><!-- 戊 --><noscript>己</noscript><p>庚</p>") ==
          Strings{"庚"});
}

TEST_CASE("what was struck out is not said") {
    const auto page = detail::page_of_html("<p>总支出<del>200</del>100万元，<s>甲</s><strike>乙</strike>丙"
                                           "<span style='text-decoration: line-through'>3</span>4</p>");
    CHECK(paragraphs_of(page) == Strings{"总支出100万元，丙4"});
}

TEST_CASE("the mark of a footnote is no digit of the figure before it") {
    for (const std::string_view mark :
         {"<sup>1</sup>", "<sup>[1]</sup>", "<sup>（2）</sup>", "<sup>*</sup>", "<sup>注1</sup>",
          "<sup>①</sup>", "<sup><a href='#n1'>12</a></sup>", "<sup>1,2</sup>", "<sup>a</sup>", "<sub>1</sub>",
          "<span style='vertical-align: super'>1</span>",
          "<a class='MsoFootnoteReference' href='#_ftn1'>[1]</a>"}) {
        const std::string html = "<p>支出60.00" + std::string(mark) + "万元</p>";
        const auto page = detail::page_of_html(html);
        CHECK_MESSAGE(paragraphs_of(page) == Strings{"支出60.00万元"}, mark);
        REQUIRE(page.footnotes.size() == 1);
        CHECK_MESSAGE(page.source.substr(page.footnotes[0], 1).find_first_of("1[（注*①<a") == 0, mark);
    }
    const auto table =
        detail::page_of_html("<table><tr><td>甲</td><td>60<sup>1</sup></td></tr><tr><td>乙</td>"
                             "<td>40.5<sup>*</sup></td></tr></table>");
    CHECK(rows_of(tables_of(table).at(0)) == Strings{"甲|60", "乙|40.5"});
}

TEST_CASE("raised text that is part of a word or a unit stays") {
    const auto text = [](const std::string& html) {
        return paragraphs_of(detail::page_of_html("<p>" + html + "</p>"));
    };
    CHECK(text("面积30m<sup>2</sup>") == Strings{"面积30m²"});
    CHECK(text("体积30m<sup>3</sup>") == Strings{"体积30m³"});
    CHECK(text("CO<sub>2</sub>排放、PM<sub>2.5</sub>浓度") == Strings{"CO2排放、PM2.5浓度"});
    CHECK(text("<sup>1</sup>本表反映收支") == Strings{"1本表反映收支"});
    CHECK(text("商标<sup>注册</sup>30件") == Strings{"商标注册30件"});
    CHECK(text("面积<sup>30.25</sup>") == Strings{"面积30.25"});
    CHECK(detail::page_of_html("<p>面积30m<sup>2</sup></p>").footnotes.empty());
}

TEST_CASE("places are those of the file") {
    const auto page = detail::page_of_html("<html>\r\n<p>收入&nbsp;<b>1,7\r\n</b>&#48;9.11&#19975;元</p>");
    REQUIRE(page.blocks.size() == 1);
    const auto& text = page.blocks[0].text;
    CHECK(place(page, text, "收入") == "2:4");
    CHECK(place(page, text, "1") == "2:15");
    CHECK(printed_as(page, text, "万元") == "&#19975;元");
    CHECK(printed_as(page, text, "9.11") == "9.11");
}

TEST_CASE("cells that span rows and columns lie where they are seen") {
    const auto page =
        detail::page_of_html("<table><caption>表1 明细（单位：万元）</caption>"
                             "<tr><th rowspan=2>项目<th colspan=\"2\">金额</tr><tr><td>预算<td>决算</tr>"
                             "<tr><td>&nbsp;&nbsp;甲<td>5<td><p>6</p></tr><tr><td>乙</tr></table>");
    REQUIRE(page.blocks.size() == 1);
    const auto& table = page.blocks[0].table;
    CHECK(table.rows == 4);
    CHECK(table.columns == 3);
    CHECK(rows_of(table) == Strings{"项目|金额", "|预算|决算", "甲|5|6", "乙||"});
    CHECK(table.cells[0].rows == 2);
    CHECK(table.cells[1].columns == 2);
    CHECK(table.cells[2].column == 1);
    CHECK(table.cells[4].indent == 2);
    CHECK(table.frame.name.text == "表1明细");
    CHECK(table.frame.unit.text == "万元");
}

TEST_CASE("a table that holds a table only lays the page out") {
    const auto page = detail::page_of_html(
        "<table><tr><td>左<table><tr><td>项目<td>金额<tr><td>甲<td>5</table>后<td>右</table>");
    REQUIRE(page.blocks.size() == 4);
    CHECK(page.blocks[0].text.text == "左");
    CHECK(rows_of(page.blocks[1].table) == Strings{"项目|金额", "甲|5"});
    CHECK(page.blocks[2].text.text == "后");
    CHECK(page.blocks[3].text.text == "右");
}

TEST_CASE("a table of one row or column is text") {
    CHECK(paragraphs("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>") == Strings{"甲", "乙"});
}

TEST_CASE("spans that no table has room for are cut") {
    const auto page = detail::page_of_html("<table><tr><td rowspan=99999 colspan=2>甲<td rowspan=0>乙<tr><td "
                                           "colspan=-1>丙<td>丁</table>");
    REQUIRE(tables_of(page).size() == 1);
    CHECK(tables_of(page)[0].rows == 2);
    CHECK(
        tables_of(detail::page_of_html("<table><tr><td colspan=999999>甲<td>乙<tr><td>丙</table>")).empty());
}

TEST_CASE("HTML is told from text") {
    CHECK(detail::looks_like_html("\xEF\xBB\xBF \n<!DOCTYPE html>"));
    CHECK(detail::looks_like_html("<HTML>"));
    CHECK(detail::looks_like_html("<div><p>甲</p></div>"));
    CHECK(detail::looks_like_html("<!-- 甲 --><table><tr><td>"));
    CHECK_FALSE(detail::looks_like_html("首页 > 专题 < 甲"));
    CHECK_FALSE(detail::looks_like_html("满意度<p值，执行率<90%"));
    CHECK_FALSE(detail::looks_like_html(""));
}

TEST_CASE("tags that are never closed, and formatting without end, are read to the end") {
    for (const std::string_view tag :
         {"<div>", "<b>", "<table><tr><td>", "<span>", "<p>", "<li>", "<svg>", "<select>", "</p>",
          "<template>", "<a href=x>", "<ruby>", "<optgroup>", "<", "&", "<!--", "<x "}) {
        const auto page = detail::page_of_html(repeated(tag, 20000) + "5万元");
        CHECK(page.source.size() > 20000);
    }
    std::string formatting = "<p>";
    for (int i = 0; i < 2000; ++i) formatting += "<b x=" + std::to_string(i) + ">";
    CHECK(paragraphs(formatting + repeated("<p>甲", 2000)).size() == 2000);
    std::string attributes = "<p ";
    for (int i = 0; i < 20000; ++i) attributes += "a" + std::to_string(i) + " ";
    CHECK(paragraphs(attributes + ">甲</p>") == Strings{"甲"});
    CHECK(paragraphs(repeated("<div>", 2000) + "甲" + repeated("</div>", 2000) + "<p>乙</p>") ==
          Strings{"甲", "乙"});
}

TEST_CASE("bounded HTML has every byte where it was") {
    const std::string html =
        repeated("<b>", 300) + "甲<br/><script>if (a<b) '<div>'</script><td a='>'>乙</td>";
    const std::string bounded = detail::bounded_html(html);
    CHECK(bounded.size() == html.size());
    CHECK(bounded.find("甲") == html.find("甲"));
    CHECK(bounded.ends_with("甲<br/><script>if (a<b) '<div>'</script><td a='>'>乙</td>"));
}
