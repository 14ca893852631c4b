// SPDX-License-Identifier: MIT
// Text that nobody would print: it must be read to the end, and every place must lie within it. Nothing is timed here;
// what takes time beyond its size shows when the tests run.
#include "pages.hpp"

#include "read/formats/encoding.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace std::string_view_literals;
using namespace tieout;
using namespace tieout::test;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

bool is_sound(const detail::Passage& passage, const detail::Page& page) {
    if (passage.from.size() != passage.text.size() + 1) return false;
    for (const char c : passage.text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
    return std::is_sorted(passage.from.begin(), passage.from.end() - 1) &&
           passage.from.back() <= page.source.size();
}

/// Whether all passages have places, and each position of each table is covered exactly once.
bool is_sound(const detail::Page& page) {
    for (const auto& block : page.blocks) {
        if (block.kind == detail::Block::Kind::paragraph) {
            if (!is_sound(block.text, page)) return false;
            continue;
        }
        const auto& table = block.table;
        std::vector<unsigned> covered(std::size_t{table.rows} * table.columns);
        for (const auto& cell : table.cells) {
            if (!is_sound(cell.text, page)) return false;
            for (std::uint32_t r = cell.row; r < cell.row + cell.rows; ++r)
                for (std::uint32_t c = cell.column; c < cell.column + cell.columns; ++c)
                    ++covered.at(std::size_t{r} * table.columns + c);
        }
        if (std::any_of(covered.begin(), covered.end(), [](unsigned count) { return count != 1; }))
            return false;
        if (table.printed.size() != table.rows) return false;
    }
    return true;
}

} // namespace

TEST_CASE("text without end is read to the end") {
    for (const std::string_view piece : {"收入5万元和",  "(（",          "1,111,",
                                         "甲\n",         "甲，\n\n",     "5\n",
                                         "\t甲\n\n",     "\t\n",         "\t甲\n\t5\n\n",
                                         "甲 |\n",       "| 甲 | 5 |\n", "甲   5\n",
                                         "甲   乙\n",    "甲\t5\n",      "- 3 -\n\f\n",
                                         "\f",           "\n",           "+--+\n| 甲 |\n",
                                         "---- ----\n",  "甲\n5\n6\n",   "----------\n-- --\n甲\n\n",
                                         "\r",           "\"",           "1:",
                                         "1 ",           "一、\n",       "（",
                                         "\xEF\xBB\xBF", "表1\n"}) {
        const auto page = detail::page_of_text(repeated(piece, 20000));
        CHECK_MESSAGE(is_sound(page), std::string(piece));
    }
    const auto wide =
        detail::page_of_text("甲\t5\n" + repeated("\t", 100000) + "5\n" + repeated("甲\t5\n", 1000));
    CHECK(is_sound(wide));
}

TEST_CASE("any characters in any order make a sound page") {
    const std::vector<std::string> pieces = {"甲",
                                             "5",
                                             "1",
                                             "，",
                                             ",",
                                             ".",
                                             "：",
                                             ":",
                                             "。",
                                             "\n",
                                             "\n\n",
                                             "\t",
                                             " ",
                                             "　",
                                             "|",
                                             "-",
                                             "+",
                                             "----",
                                             "万元",
                                             "一、",
                                             "1.",
                                             "（",
                                             "）",
                                             "\f",
                                             "\r\n",
                                             "支出",
                                             "\u200B",
                                             "\"",
                                             "年",
                                             "表",
                                             "单位：万元",
                                             "，其中：",
                                             "<",
                                             "<td>",
                                             "<tr>",
                                             "</td>",
                                             "<table>",
                                             "</table>",
                                             "<p>",
                                             "</p>",
                                             "<b>",
                                             "</b>",
                                             "<td rowspan=3>",
                                             "<td colspan=2>",
                                             "&nbsp;",
                                             "&",
                                             "&#x4e00;",
                                             "<br>",
                                             "<div>",
                                             "</div>",
                                             "<!--",
                                             "-->"};
    std::mt19937 random(7);
    std::size_t unsound = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (auto k = random() % 60; k > 0; --k) text += pieces[random() % pieces.size()];
        unsound += is_sound(detail::page_of_text(text)) ? 0 : 1;
        unsound += is_sound(detail::page_of_html(text)) ? 0 : 1;
    }
    CHECK(unsound == 0);
}

TEST_CASE("any bytes make a sound page") {
    std::mt19937 random(11);
    std::size_t unsound = 0;
    for (int i = 0; i < 500; ++i) {
        std::string bytes;
        for (auto k = random() % 300; k > 0; --k) bytes += static_cast<char>(random() % 256);
        const std::string text = detail::decode(bytes).text;
        unsound += is_sound(detail::page_of_text(text)) ? 0 : 1;
        unsound += is_sound(detail::page_of_html(text)) ? 0 : 1;
        // Without being decoded, too.
        unsound += is_sound(detail::page_of_text(bytes)) ? 0 : 1;
        unsound += is_sound(detail::page_of_html(bytes)) ? 0 : 1;
    }
    CHECK(unsound == 0);
}

namespace {

// So many that what takes their square takes minutes.
#if defined(NDEBUG)
constexpr std::size_t many = 100'000;
#else
constexpr std::size_t many = 10'000;
#endif

/// Read to the end, checked, and nothing found broken.
void check_ends(const std::string& name, const std::string& text) {
    CAPTURE(name);
    const Document document = read_report(text, "hostile");
    REQUIRE(document.filing);
    CHECK(!check(*document.filing).broken());
}

} // namespace

TEST_CASE("sentences without end state what they state and no more") {
    for (const std::string_view piece :
         {"某单位办理事项，",
          "收入5万元，支出6万元，",
          "比上年增加5万元，增长5%，",
          "项目5万元、",
          "年初预算5万元，支出决算4万元，完成预算的80%，",
          "年初预算5万元，支出决算4万元，完成预算的80%。",
          "收到5件，办结4件，办结率80%，",
          "年初预算5万元，支出决算4万元，决算数小于预算数，",
          "5%，",
          "得分5分，",
          "满意率98%，比上年的97%提高1个百分点，",
          "单价5元/盒，共6盒，计30元，",
          "收入5万元，其中",
          "其中：",
          "2020年",
          "收支平衡",
          "（",
          "收入（",
          "收入9万元（其中6万元",
          "收入9万元》",
          "1,111,",
          "总支出100万元，其中：基本支出60万元，占60%；项目支出40万元，占40%。",
          "一、收入情况\n",
          "总支出5万元。\n"})
        check_ends(std::string(piece), repeated(piece, many / 4));
    check_ends("brackets", "收入9万元" + repeated("（其中6万元", many) + repeated("）", many));
    check_ends("members", "总支出100万元，其中：" + repeated("项目5万元、", many));
    check_ends("shares", "总支出100万元，" + repeated("项目5万元，占5%；", many));
    check_ends("openers", "收入5万元，" + repeated("其中：", many) + "支出4万元");
}

TEST_CASE("a text larger than 64 MiB is not read") {
    // Line ends, so that there is nothing to understand in it.
    std::string text(std::size_t{64} << 20U, '\n');
    CHECK(read_report(text, "large").problems.empty());
    text += '\n';
    const Document document = read_report(text, "larger");
    CHECK_FALSE(document.filing.has_value());
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].kind == Problem::Kind::limit);
    CHECK(document.problems[0].expected == "64 MiB");
}

TEST_CASE("a run of digits is one number, which is too long") {
    check_ends("digits", repeated("1", 100 * many));
    check_ends("an amount", "收入" + repeated("1", 100 * many) + "万元。");
}

TEST_CASE("a number of more than 38 digits is a problem with its place, wherever it stands") {
    const auto problems_of = [](const std::string& text) { return read_report(text, "report").problems; };
    CHECK(problems_of("全年支出" + repeated("1", 38) + "万元。\n").empty());
    const auto in_prose = problems_of("本年情况。\n全年支出" + repeated("1", 39) + "万元。\n");
    REQUIRE(in_prose.size() == 1);
    CHECK(in_prose[0].kind == Problem::Kind::limit);
    CHECK(in_prose[0].source == "report");
    CHECK(in_prose[0].line == 2);
    CHECK(in_prose[0].column == 5);
    CHECK(in_prose[0].expected == "38 digits");
    CHECK(in_prose[0].seen.starts_with("111"));
    // With separators and a point they are as many.
    CHECK(problems_of("支出" + repeated("111,", 11) + "111.00万元").empty());
    CHECK(problems_of("支出" + repeated("111,", 11) + "111.000万元").size() == 1);
    CHECK(
        problems_of("<html><table><tr><td>支出</td><td>" + repeated("1", 39) + "</td></tr></table>").size() ==
        1);
}

TEST_CASE("a list of any number of items ends") {
    std::string items = "项目支出100万元，其中：\n";
    for (std::size_t i = 1; i <= many; ++i) items += std::to_string(i % 999 + 1) + "、甲项目0万元。\n";
    check_ends("items", items);
}

TEST_CASE("text that is cut, or no text, ends") {
    check_ends("cut", repeated("收入5万\xE5\x85", many));
    check_ends("surrogates and overlong", repeated("收入\xED\xA0\x80"
                                                   "5万元\xC0\x80",
                                                   many));
    check_ends("zero bytes", repeated("收入\0"
                                      "5万元\0"sv,
                                      many));
}

TEST_CASE("tables of any number of rows and cells end") {
    check_ends("tabs", "项目\t金额\n" + repeated("甲\t5\n", 2 * many));
    check_ends("pipes", "| 项目 | 金额 |\n" + repeated("| 甲 | 5 |\n", many));
    check_ends("aligned", "项目    金额\n" + repeated("甲      5\n", many));
    check_ends("one cell a line", "项目\n金额\n" + repeated("甲\n5\n", many));
    check_ends("totals", "项目\t金额\n" + repeated("甲\t5\n小计\t5\n", many / 10) + "合计\t50\n");
    check_ends("shares", "项目\t金额\t占比\n" + repeated("甲\t5\t5%\n", many) + "合计\t100\t100%\n");
    check_ends("zeros", "项目\t金额\n" + repeated("甲\t0\n", many) + "合计\t0\n");
    check_ends("one row", "项目\t" + repeated("金额\t", many) + "\n甲\t" + repeated("5\t", many) + "\n");
    check_ends("tables", repeated("表1\n项目\t金额\n甲\t5\n合计\t5\n\n说明。\n\n", many / 10));
    check_ends("rows of HTML", "<html><table><tr><td>项目</td><td>金额</td></tr>" +
                                   repeated("<tr><td>甲</td><td>5</td></tr>", many) + "</table>");
    check_ends("nested tags", "<html>" + repeated("<div>", many) + "收入5万元");
    check_ends("nested tables", "<html>" + repeated("<table><tr><td>", many / 10) + "5");
    check_ends("one line of HTML",
               "<html>" +
                   repeated("<p>总支出100万元，其中：基本支出60万元，项目支出40万元。</p>", many / 10));
}
