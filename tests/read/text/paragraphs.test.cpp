// SPDX-License-Identifier: MIT
#include "pages.hpp"

#include <doctest/doctest.h>

#include <tieout/base/utf8.hpp>

using namespace tieout;
using namespace tieout::test;

namespace {

Strings read(std::string text) { return paragraphs_of(detail::page_of_text(std::move(text))); }

/// The text with `mark` between any two of its characters, one version each.
Strings broken_everywhere(const std::string& text, const std::string& mark) {
    Strings versions;
    for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).length)
        if (at > 0) versions.push_back(text.substr(0, at) + mark + text.substr(at));
    return versions;
}

} // namespace

TEST_CASE("each line that is complete is a paragraph") {
    CHECK(read("一、收支情况\n我局全年收入5万元。\n其中上年结转1万元。\n") ==
          Strings{"一、收支情况", "我局全年收入5万元。", "其中上年结转1万元。"});
    CHECK(read("一、收支情况\r\n\r\n我局全年收入5万元，支出4万元。\r\n") ==
          Strings{"一、收支情况", "我局全年收入5万元，支出4万元。"});
}

TEST_CASE("a line that was wrapped goes on in the next one") {
    CHECK(read("本年收入1709.\n11万元，支出5万元。") == Strings{"本年收入1709.11万元，支出5万元。"});
    CHECK(read("本年收入，\n支出5万元。") == Strings{"本年收入，支出5万元。"});
    CHECK(read("本年度收入合计为\n1709.11万元，支出5万元。") ==
          Strings{"本年度收入合计为1709.11万元，支出5万元。"});
    CHECK(read("全年收入5万元，支出1241.76\n万元，结余3万元。") ==
          Strings{"全年收入5万元，支出1241.76万元，结余3万元。"});
    CHECK(read("全年收入5万元，支出\n\n1241.76万元。") == Strings{"全年收入5万元，支出1241.76万元。"});
    CHECK(read("全年收入5万元，支出\n\n- 3 -\n\f\n1241.76万元。") ==
          Strings{"全年收入5万元，支出1241.76万元。"});
    CHECK(read("全年收入5万元，支\n12\n\f出1241.76万元。") == Strings{"全年收入5万元，支出1241.76万元。"});
    CHECK(read("截至2020年\n12月\n31日，收入5万元。") == Strings{"截至2020年12月31日，收入5万元。"});
}

TEST_CASE("a sentence broken anywhere, also by an empty line or a page, is read as the one that it is") {
    for (const std::string& sentence :
         {std::string("2020年度项目支出1241.76万元,比上年增加1,035.22万元,占总支出的72.66%。"),
          std::string("本年财政拨款收入合计为1709.11万元，完成年初预算的98.5%；其中人员经费451.59万元。"),
          std::string(
              "我局全年支出6683.05万元，其中:基本支出1184.91万元、项目支出5498.14万元，执行率为99.9％。"),
          std::string("公用经费15.76万元(办公费5万元,差旅费10.76万元),占基本支出的3.37%。"),
          std::string("（二）公务接待费支出4419元，共接待8批次56人，比上年减少581元。")}) {
        const Strings whole = read(sentence);
        REQUIRE(whole.size() == 1);
        for (const std::string& mark : {std::string("\n"), std::string("\r\n"), std::string("\n  ")}) {
            for (const std::string& broken : broken_everywhere(sentence, mark)) CHECK(read(broken) == whole);
        }
    }
}

TEST_CASE("headings and items of lists begin a paragraph whatever stands before them") {
    for (const std::string& start :
         {std::string("二、支出情况"), std::string("(二)支出情况"), std::string("（２）支出情况"),
          std::string("2.支出情况"), std::string("2、支出情况"), std::string("②支出情况"),
          std::string("第二部分支出情况"), std::string("附件2"), std::string("表2支出情况")}) {
        const Strings paragraphs = read("我局积极履行职责，收入增加\n" + start + "\n");
        REQUIRE(paragraphs.size() == 2);
        CHECK(paragraphs[0] == "我局积极履行职责，收入增加");
    }
    CHECK(read("（一）基本支出\n全局共支出5万元，用于运转。") ==
          Strings{"（一）基本支出", "全局共支出5万元，用于运转。"});
    CHECK(read("某市行政审批服务局\n2023年 3 月 28 日") == Strings{"某市行政审批服务局", "2023年3月28日"});
}

TEST_CASE("text wrapped at a width comes together again") {
    const Strings whole = {"一、部门收支情况",
                           "我局全年收入合计1709.11万元，支出合计1709.11万元，收支平衡。上年总支出为1262."
                           "92万元，本年度增加446.19万元，增长35.33%。"
                           "原因主要是新增了人员经费和大厅的免费服务。",
                           "（一）基本支出",
                           "全年基本支出467.35万元，其中人员经费451.59万元，占基本支出的96.63%，公用经费15."
                           "76万元，占基本支出的3.37%，用于保障机构"
                           "日常运转和完成日常工作。"};
    for (std::size_t width = 17; width <= 40; ++width) {
        std::string text;
        for (const std::string& paragraph : whole) {
            std::size_t count = 0;
            for (std::size_t at = 0; at < paragraph.size();) {
                const std::size_t length = decode_utf8(paragraph, at).length;
                if (count == width) text += '\n', count = 0;
                text.append(paragraph, at, length);
                at += length;
                ++count;
            }
            text += '\n';
        }
        CHECK(read(text) == whole);
    }
}

TEST_CASE("what something is used for goes on below a colon within a sentence, and items of a list do not") {
    CHECK(read("2、教育支出（类）（项）。主要用于：\n学校运转。支出5万元。") ==
          Strings{"2、教育支出（类）（项）。主要用于：学校运转。支出5万元。"});
    CHECK(read("公共支出50万元。主要用于：\n1、教育支出30万元。\n2、其他支出20万元。") ==
          Strings{"公共支出50万元。主要用于：", "1、教育支出30万元。", "2、其他支出20万元。"});
}

TEST_CASE("a list of which the first line breaks off goes on with the line that announces it") {
    CHECK(read("支出80万元，用于以下方面：\n教育支出50万元，占62.5%；住房\n保障支出30万元，占37.5%。") ==
          Strings{"支出80万元，用于以下方面：教育支出50万元，占62.5%；住房保障支出30万元，占37.5%。"});
    CHECK(read("支出80万元，用于以下方面：\n教育支出50万元，占62.5%"
               "；\n农林水支出和住房保障支出一共30万元，占37.5%。")
              .size() == 3);
}

TEST_CASE("lines that stand one empty line apart all over are no paragraphs of their own") {
    const std::string text = "  一、支出决算情况说明\n\n"
                             "  公共支出年初预算为5万元，全年预算为6万元，支出决\n\n"
                             "算为4.9万元，完成年初预算的98.0%，完成全年的81.7%。\n\n"
                             "决算数小于预算数的主要原因是人员的变动。其中几个项\n\n"
                             "目没有能够在年内全部完成，将在下一年继续安排预算。\n\n"
                             "  二、收入决算情况说明\n\n";
    CHECK(read(text).size() == 3);
}

TEST_CASE("what is spaced letter by letter is closed up") {
    CHECK(read("收 入 1 7 0 9 . 1 1 万 元 ， 支 出 5 万 元 。") == Strings{"收入1709.11万元，支出5万元。"});
    CHECK(read("收 入 4 , 4 1 9 . 0 0 元") == Strings{"收入4,419.00元"});
    CHECK(read("栏次 1 2 3 4 5 6") == Strings{"栏次1 2 3 4 5 6"});
}

TEST_CASE("figures know the line and column at which they were printed") {
    const auto page = detail::page_of_text("一、收入\n　　全年收入　１，７０９．\n１１ 萬元，支出5万元。\n");
    REQUIRE(page.blocks.size() == 2);
    const detail::Passage& text = page.blocks[1].text;
    REQUIRE(text.text == "全年收入1,709.11万元，支出5万元。");
    CHECK(place(page, text, "1,709.11") == "2:8");
    CHECK(place(page, text, "11万元") == "3:1");
    CHECK(place(page, text, "5万元") == "3:9");
    CHECK(printed_as(page, text, "1,709.11") == "１，７０９．\n１１ ");
}

TEST_CASE("every paragraph of the published reports is one block") {
    for (const std::string_view name :
         {"furong-2020.txt", "kaiyuan-2022.txt", "lishi-2020.txt", "liuyang-2020.txt", "yiyang-2022.txt"}) {
        const auto report = published_report(name);
        if (!report) {
            MESSAGE("skipped: the published reports are not beside the project");
            return;
        }
        const auto page = detail::page_of_text(*report);
        // Outside the tables each line is a paragraph, but for one that was broken in the middle of a word.
        std::size_t joined = 0;
        for (const auto& block : page.blocks) {
            if (block.kind != detail::Block::Kind::paragraph) continue;
            const auto begin = block.text.from.front();
            const auto end = block.text.from.back();
            const std::string_view printed = std::string_view(page.source).substr(begin, end - begin);
            if (printed.find('\n') != std::string_view::npos) {
                ++joined;
                if (name != "kaiyuan-2022.txt") FAIL_CHECK(name, ": ", std::string(printed));
            }
        }
        CHECK(joined == (name == "kaiyuan-2022.txt" ? 1 : 0));
    }
}
