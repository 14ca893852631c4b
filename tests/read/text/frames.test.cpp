// SPDX-License-Identifier: MIT
#include "pages.hpp"

#include "read/document/alphabet.hpp"
#include "read/vocabulary/frame_lines.hpp"
#include "read/vocabulary/units.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::detail;
using namespace tieout::test;

namespace {

std::string alphabet_of(std::string_view text) {
    return passage_of(text, {0, static_cast<std::uint32_t>(text.size())}).text;
}

/// name|form|body|unit|year, 续 behind it where the table goes on; "none" if the line is none of a frame.
std::string line_of(std::string_view printed) {
    const std::string text = alphabet_of(printed);
    const auto line = frame_line(text);
    if (!line) return "none";
    std::string shown;
    for (const FrameLine::Part& part : {line->name, line->form, line->body, line->unit})
        (shown += part.of(text)) += '|';
    if (line->year) shown += std::to_string(*line->year);
    if (line->continues) shown += "续";
    return shown;
}

std::string frame_of(const Table& table) {
    const Frame& frame = table.frame;
    std::string shown = frame.name.text + '|' + frame.form + '|' + frame.body + '|' + frame.unit.text + '|';
    if (frame.year) shown += std::to_string(*frame.year);
    if (frame.continues) shown += "续";
    return shown;
}

/// The frame of the first table of a text, and the paragraphs that are left.
std::string framed(const Page& page) {
    std::string shown;
    for (const Table& table : tables_of(page)) shown += (shown.empty() ? "" : "; ") + frame_of(table);
    for (const std::string& paragraph : paragraphs_of(page)) shown += " ¶" + paragraph;
    return shown;
}

const std::string piped = "| 项目 | 金额 |\n|---|---|\n| 甲 | 5.00 |\n| 乙 | 6.00 |\n";
std::string framed_text(const std::string& before) { return framed(page_of_text(before + piped)); }

} // namespace

TEST_CASE("a line of a frame says name, form, body, unit and year of a table") {
    struct Row {
        std::string_view line;
        std::string_view says;
    };
    for (const Row& row : {
             Row{"收入支出决算总表", "收入支出决算总表||||"},
             Row{"公开01表", "|公开01表|||"},
             Row{"财决附03表", "|财决附03表|||"},
             Row{"部门公开表 5", "|部门公开表5|||"},
             Row{"附表5-1", "|附表5-1|||"},
             Row{"附件2", "|附件2|||"},
             Row{"单位：万元", "|||万元|"},
             Row{"（金额单位：人民币元）", "|||人民币元|"},
             Row{"单位 万元", "|||万元|"},
             Row{"计量单位：万元、人、%", "|||万元、人、%|"},
             Row{"单位：港币千元", "|||港币千元|"},
             Row{"單位：百萬港元", "|||百万港元|"},
             Row{"百萬澳門元", "|||百万澳门元|"},
             Row{"（HK$ million）", "|||HK$million|"},
             Row{"Unit: RMB'000", "|||RMB‘000|"},
             Row{"部门：云溪县水务局", "||云溪县水务局||"},
             Row{"部门：云溪县水务局   金额单位：万元", "||云溪县水务局|万元|"},
             Row{"单位：云溪县水务局（本级）\t单位：元", "||云溪县水务局（本级）|元|"},
             Row{"金额单位：元  填报单位（盖章）：云溪县水务局", "||云溪县水务局|元|"},
             Row{"编制单位：云溪县水务局 2021年度 单位：万元", "||云溪县水务局|万元|2021"},
             Row{"公开03表 部门：云溪县水务局 单位：万元", "|公开03表|云溪县水务局|万元|"},
             Row{"部门：云溪县水务局公开03表", "|公开03表|云溪县水务局||"},
             Row{"支出明细表（单位：元）", "支出明细表|||元|"},
             Row{"支出明细表（万元）", "支出明细表|||万元|"},
             Row{"支出明细（万元）", "支出明细|||万元|"},
             Row{"支出决算表（续）", "支出决算表||||续"},
             Row{"续表2", "||||续"},
             Row{"2021年度支出决算表 公开03表 单位：万元", "2021年度支出决算表|公开03表||万元|2021"},
             Row{"表3 车辆情况一览", "表3车辆情况一览|表3|||"},
             Row{"附表一", "|附表一|||"},
             Row{"2021年度", "||||2021"},
             Row{"2021年12月31日", "||||2021"},
             Row{"编制日期：2021年12月31日 单位：元", "|||元|2021"},
             Row{"第 2 页 共 5 页", "||||"},
             Row{"表号：财预08表 单位：万元", "|财预08表||万元|"},
             Row{"某站 单位：万元", "某站|||万元|"},
         })
        CHECK_MESSAGE(line_of(row.line) == row.says, row.line);
}

TEST_CASE("what says anything else is no line of a frame") {
    for (const std::string_view line :
         {"本年支出合计5万元，其中：基本支出3万元。", "部门：云溪县水务局，本年收入5万元", "单位负责人签字",
          "预算单位12个", "一、部门概况", "收入合计", "2021年支出5万元", "单位：云溪县水务局（2个）收入5万元",
          "见附表1和附表2。", "金额：5万元", "单位负责同志", "", "。", "人", "%"})
        CHECK_MESSAGE(line_of(line) == "none", line);
    // 元 begins a name, and is no unit there.
    CHECK(line_of("单位：元阳县水务局") == "||元阳县水务局||");
    CHECK(line_of("单位：分宜县水务局") == "||分宜县水务局||");
    // A person is nobody's table.
    CHECK(frame_line(alphabet_of("填表人：甲 联系电话：12345"))->aside);
}

TEST_CASE("units of frames are units") {
    CHECK(first_unit("万元、人") == unit::wan_yuan);
    CHECK(first_unit("人民币元") == unit::yuan);
    CHECK(first_unit("港币千元") == unit_named("千港元"));
    CHECK(first_unit("HK$million") == unit_named("百万港元"));
    CHECK(first_unit("RMB’000") == unit::qian_yuan);
    CHECK(first_unit("%、个") == unit::percent);
    CHECK(first_unit("万元（人民币）") == unit::wan_yuan);
    CHECK(!first_unit("水务局"));
    CHECK(unit_list_length("元阳县") == std::string_view("元").size());
}

TEST_CASE("the frame of a table stands in the lines before it, in any order") {
    CHECK(framed_text("表1 收支情况\n单位:万元\n") == "表1收支情况|表1||万元|");
    CHECK(framed_text("支出决算表\n\n公开03表\n\n部门：某局\t金额单位：万元\n\n") ==
          "支出决算表|公开03表|某局|万元|");
    CHECK(framed_text("公开03表\n支出决算表\n部门：某局 金额单位：万元\n") ==
          "支出决算表|公开03表|某局|万元|");
    CHECK(framed_text("支出决算表\n部门：某局\n单位：元\n") == "支出决算表||某局|元|");
    CHECK(framed_text("支出决算表          单位：元\n") == "支出决算表|||元|");
    CHECK(framed_text("附件3\n\n支出决算表\n2021年度\n单位：元\n") == "支出决算表|附件3||元|2021");
    CHECK(framed_text("单位：元\n支出决算表\n") == "支出决算表|||元|");
    CHECK(framed_text("支出决算表\n— 12 —\n单位：元\n") == "支出决算表|||元|");
    CHECK(framed_text("支出决算表\n") == "支出决算表||||");
    CHECK(framed_text("二、支出决算表\n单位：元\n") == "支出决算表|||元|");
}

TEST_CASE("a name that was broken over two lines is one") {
    CHECK(framed_text("文件开头。\n\n一般公共预算财政拨款收入支出决算总\n表\n单位：元\n") ==
          "一般公共预算财政拨款收入支出决算总表|||元| ¶文件开头。");
    CHECK(framed_text("文件开头。\n\n财政拨款收入支出\n\n决算总表\n公开04表\n单位：元\n") ==
          "财政拨款收入支出决算总表|公开04表||元| ¶文件开头。");
    // 表 is no name, and ends none that it does not stand below by itself.
    CHECK(framed_text("某局2021年度部门决算\n表 单位：元\n") ==
          "某局2021年度部门决算|||元|2021 ¶某局2021年度部门决算");
    // A sentence before it is none of it.
    CHECK(framed_text("详见下表。\n\n支出表\n单位：元\n") == "支出表|||元| ¶详见下表。");
}

TEST_CASE("a line before a unit names the table even without the words of names, unless it is a heading of "
          "the document") {
    CHECK(framed_text("文件开头。\n\n财政状况\n百万港元\n") == "财政状况|||百万港元| ¶文件开头。");
    CHECK(framed_text("文件开头。\n\n支出构成\n单位：元\n") == "支出构成|||元| ¶文件开头。");
    CHECK(framed_text("某局2021年度部门决算\n\n单位：元\n") ==
          "某局2021年度部门决算|||元|2021 ¶某局2021年度部门决算");
    CHECK(framed_text("文件开头。\n\n（二）支出构成\n单位：元\n") ==
          "支出构成|||元| ¶文件开头。 ¶（二）支出构成");
    // Nothing says that it is of the table.
    CHECK(framed_text("文件开头。\n\n支出构成\n\n") == "||||"
                                                       " ¶文件开头。 ¶支出构成");
    CHECK(framed_text("支出5万元。\n单位：元\n") == "|||元| ¶支出5万元。");
}

TEST_CASE("what no frame says is unknown") {
    CHECK(framed_text("") == "||||");
    CHECK(framed_text("单位负责人：\n") == "|||| ¶单位负责人：");
    // The name of another table, or of the part of the document, is none of this.
    CHECK(framed_text("第二部分 决算表\n支出决算表\n单位：元\n") == "支出决算表|||元| ¶第二部分决算表");
    CHECK(framed_text("2020年度、2021年度支出决算表\n") == "2020年度、2021年度支出决算表||||");
}

TEST_CASE("who filled a form in stands between a table and its name") {
    CHECK(framed_text("绩效自评表\n填表人：甲　联系电话：12345\n") ==
          "绩效自评表|||| ¶填表人：甲联系电话：12345");
}

TEST_CASE("the first rows of a grid may be its frame, and are no rows then") {
    const auto table = [](const std::string& rows) {
        return page_of_html(
            "<p>某局部门决算</p><table>" + rows +
            "<tr><td>项目</td><td>预算数</td><td>决算数</td></tr><tr><td>甲</td><td>5</td><td>6</td></tr>"
            "<tr><td>乙</td><td>7</td><td>8</td></tr></table>");
    };
    const auto check = [&](const std::string& rows, std::string_view frame, std::uint32_t first) {
        const Page page = table(rows);
        REQUIRE(tables_of(page).size() == 1);
        const Table found = tables_of(page).at(0);
        CHECK_MESSAGE(frame_of(found) == frame, rows);
        CHECK_MESSAGE(found.first_row == first, rows);
        CHECK_MESSAGE((rows_of(found) == Strings{"项目|预算数|决算数", "甲|5|6", "乙|7|8"}), rows);
        CHECK(found.printed.size() == found.rows);
    };
    check("<tr><td colspan=3>支出决算表</td></tr><tr><td colspan=3>公开03表</td></tr>"
          "<tr><td colspan=2>部门：某局</td><td>单位：万元</td></tr>",
          "支出决算表|公开03表|某局|万元|", 3);
    check("<tr><th colspan=3>支出决算表<br>（单位：元）</th></tr>", "支出决算表|||元|", 1);
    check("<tr><td></td><td></td><td>单位：元</td></tr>", "|||元|", 1);
    check("<tr><td colspan=3>支出构成</td></tr><tr><td></td><td></td><td>单位：元</td></tr>",
          "支出构成|||元|", 2);
    check("<tr><td colspan=3></td></tr><tr><td colspan=3>2021年度支出决算表</td></tr>",
          "2021年度支出决算表||||2021", 2);
    check("<caption>支出决算表（万元）</caption>", "支出决算表|||万元|", 0);
    check("<caption>各项支出</caption><tr><td colspan=2>编制单位：某局</td><td>金额单位：元</td></tr>",
          "各项支出||某局|元|", 1);
    // A row that spans the table and says nothing of it is a row.
    const Page page = table("<tr><td colspan=3>收支情况</td></tr>");
    CHECK(tables_of(page).at(0).first_row == 0);
    CHECK(tables_of(page).at(0).rows == 4);
}

TEST_CASE("rows of a grid in text are its frame, too") {
    const Page page = page_of_text("支出决算表\t\t单位：万元\n项目\t预算数\t决算数\n甲\t5\t6\n乙\t7\t8\n");
    REQUIRE(tables_of(page).size() == 1);
    CHECK(frame_of(tables_of(page).at(0)) == "支出决算表|||万元|");
    CHECK(rows_of(tables_of(page).at(0)) == Strings{"项目|预算数|决算数", "甲|5|6", "乙|7|8"});
}

TEST_CASE("heads that end as names of tables are heads") {
    const Page page = page_of_text("| 单位 | 报表 |\n|---|---|\n| 甲 | 5 |\n| 乙 | 6 |\n");
    CHECK(tables_of(page).at(0).rows == 3);
    CHECK(tables_of(page).at(0).first_row == 0);
}

TEST_CASE("a table that goes on says what the table before it says") {
    const std::string head = "<tr><td>项目</td><td>决算数</td></tr>";
    const std::string first =
        "<p>支出决算表</p><p>单位：元</p><table>" + head + "<tr><td>甲</td><td>5</td></tr></table>";
    const std::string rows = "<tr><td>乙</td><td>7</td></tr><tr><td>丙</td><td>8</td></tr></table>";
    const std::string said = "支出决算表|||元|";
    CHECK(framed(page_of_html(first + "<table>" + rows)) == said + "; " + said + "续");
    CHECK(framed(page_of_html(first + "<table>" + head + rows)) == said + "; " + said + "续");
    CHECK(framed(page_of_html(first + "<p>续表</p><table>" + head + rows)) == said + "; " + said + "续");
    CHECK(framed(page_of_html(first + "<p>支出决算表（续）</p><table>" + head + rows)) ==
          said + "; " + said + "续");
    CHECK(framed(page_of_html(first + "<p>支出决算表</p><table>" + head + rows)) ==
          said + "; " + said + "续");
    // Another head, other columns, another name, or words between them: another table.
    CHECK(framed(page_of_html(first + "<table><tr><td>地区</td><td>人数</td></tr>" + rows)) ==
          said + "; ||||");
    CHECK(framed(page_of_html(first + "<p>收入决算表</p><table>" + rows)) == said + "; 收入决算表||||");
    CHECK(framed(page_of_html(first + "<p>以上为支出。</p><table>" + rows)) == said + "; |||| ¶以上为支出。");
    CHECK(
        framed(page_of_html(first + "<table><tr><td>甲</td><td>5</td><td>6</td></tr><tr><td>乙</td><td>5</td>"
                                    "<td>6</td></tr></table>")) == said + "; ||||");
}

TEST_CASE("tables of the same name that each have their total are two") {
    const std::string rows = "<tr><td>项目</td><td>决算数</td></tr><tr><td>合计</td><td>5</td></tr></table>";
    const std::string one = "<p>支出决算表</p><p>单位：元</p><table>" + rows;
    CHECK(framed(page_of_html(one + one)) == "支出决算表|||元|; 支出决算表|||元|");
}

TEST_CASE("a table that is printed twice is two") {
    const std::string rows = "<tr><td>项目</td><td>决算数</td></tr><tr><td>三公经费合计</td><td>5</td></tr>"
                             "<tr><td>接待费</td><td>5</td></tr></table>";
    const std::string one = "<p>支出决算表</p><p>单位：元</p><table>" + rows;
    CHECK(framed(page_of_html(one + one)) == "支出决算表|||元|; 支出决算表|||元|");
}

TEST_CASE("a table that the end of a page parted is one") {
    const std::string head = "| 项目 | 金额 |\n";
    const std::string text = "支出决算表\n单位：元\n" + head +
                             "| 甲 | 5.00 |\n\n— 3 —\n\f支出决算表（续）\n" + head +
                             "| 乙 | 6.00 |\n| 合计 | 11.00 |\n";
    const Page page = page_of_text(text);
    REQUIRE(page.blocks.size() == 1);
    CHECK(rows_of(tables_of(page).at(0)) == Strings{"项目|金额", "甲|5.00", "乙|6.00", "合计|11.00"});
    CHECK(tables_of(page).at(0).printed.size() == 4);
    CHECK(frame_of(tables_of(page).at(0)) == "支出决算表|||元|");
}
