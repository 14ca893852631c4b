// SPDX-License-Identifier: MIT
#include "pages.hpp"

#include "read/document/alphabet.hpp"
#include "read/vocabulary/simplified.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout;
using namespace tieout::detail;

namespace {

std::string read(std::string_view text) {
    return passage_of(text, {0, static_cast<std::uint32_t>(text.size())}).text;
}

} // namespace

TEST_CASE("wide digits, letters and signs become half-width ones") {
    CHECK(read("２０２０年支出１７０９．１１万元") == "2020年支出1709.11万元");
    CHECK(read("１７０９﹒１１") == "1709.11");
    CHECK(read("９６．６３％，３﹪") == "96.63%，3%");
    CHECK(read("ＫＶＡ－５＋３／２＝＜＞") == "KVA-5+3/2=<>");
    CHECK(read("−5 ﹣5 －5") == "-5-5-5");
}

TEST_CASE("sentence marks become the wide ones") {
    CHECK(read("收入5万元,支出4万元;结余(含利息):1万元!") == "收入5万元，支出4万元；结余（含利息）：1万元！");
    CHECK(read("「甲」及『乙』") == "“甲”及‘乙’");
    CHECK(read("评价等级为\"优\"") == "评价等级为“优”");
}

TEST_CASE("a half-width comma is kept between right groups of digits") {
    CHECK(read("1,709.11") == "1,709.11");
    CHECK(read("1,234,567元") == "1,234,567元");
    CHECK(read("12,345,其中") == "12,345，其中");
    CHECK(read("1,234，其中") == "1,234，其中");
    CHECK(read("1,23") == "1，23");
    CHECK(read("2019,2020") == "2019，2020");
    CHECK(read("1,234,5678") == "1，234，5678");
    CHECK(read("0.5,123") == "0.5，123");
    CHECK(read("5, 123") == "5，123");
    CHECK(read("增加5,增长") == "增加5，增长");
}

TEST_CASE("a wide comma parts thousands among wide digits") {
    CHECK(read("１，７０９．１１") == "1,709.11");
    CHECK(read("１，７０") == "1，70");
}

TEST_CASE(
    "a wide comma, or one with a space behind it, parts thousands where nobody can take it for a list") {
    // A fraction, an amount of money, several groups, a group that begins with a zero.
    CHECK(read("收入3，518.85万元") == "收入3,518.85万元");
    CHECK(read("收入3，518万元") == "收入3,518万元");
    CHECK(read("收入1，234，567人") == "收入1,234,567人");
    CHECK(read("共3，018人") == "共3,018人");
    CHECK(read("支出 2, 019.61 万元") == "支出2,019.61万元");
    CHECK(read("支出 12, 519.61 万元") == "支出12,519.61万元");
    CHECK(read("支出 1, 234，519.61 万元") == "支出1,234,519.61万元");
    CHECK(read("收入3，518亿港元") == "收入3,518亿港元");
    // What may be a list stays one.
    CHECK(read("1，709") == "1，709");
    CHECK(read("3，518人") == "3，518人");
    CHECK(read("120，230，340人") == "120，230，340人");
    CHECK(read("分别为3，518.85万元") == "分别为3，518.85万元");
    CHECK(read("分别为3，518万元") == "分别为3，518万元");
    CHECK(read("依次为1，234，567元") == "依次为1，234，567元");
    // 分别 of another sentence says nothing of this one.
    CHECK(read("分别管理。收入3，518.85万元") == "分别管理。收入3,518.85万元");
    // Groups that are none.
    for (const std::string_view text : {"收入3，51.85万元", "收入3518，518.85万元", "收入3，5185万元",
                                        "收入0，518.85万元", "增长8.3，518.85万元", "增加5，增长"})
        CHECK(read(text) == text);
}

TEST_CASE("each byte knows its place behind thousands that were grouped") {
    const std::string source = "收入3，518.85万元";
    const Passage passage = passage_of(source, {0, static_cast<std::uint32_t>(source.size())});
    REQUIRE(passage.from.size() == passage.text.size() + 1);
    for (std::size_t i = 0; i < passage.text.size(); ++i)
        if (passage.text[i] != ',' && static_cast<unsigned char>(passage.text[i]) < 0x80)
            CHECK(source[passage.from[i]] == passage.text[i]);
    CHECK(passage.from.back() == source.size());
}

TEST_CASE("a colon is kept within a time or a ratio") {
    CHECK(read("12:30") == "12:30");
    CHECK(read("1:2") == "1:2");
    CHECK(read("附件1:2022年度") == "附件1：2022年度");
    CHECK(read("其中1:98%") == "其中1：98%");
    CHECK(read("其中:12") == "其中：12");
}

TEST_CASE("spaces of every kind are dropped, but not between numbers or words that would touch") {
    CHECK(read("支出 1241.76\u00A0万\u2002元") == "支出1241.76万元");
    CHECK(read("2023年 3 月 28 日") == "2023年3月28日");
    CHECK(read("5 6") == "5 6");
    CHECK(read("5\u30006") == "5 6");
    CHECK(read("UPS 600 KVA") == "UPS 600 KVA");
    CHECK(read("56 %") == "56%");
    CHECK(read("1709. 11") == "1709.11");
    CHECK(read("1. 2020年") == "1. 2020年");
    CHECK(read("2. 公务") == "2.公务");
    CHECK(read("万\u200B元\uFEFF") == "万元");
}

TEST_CASE("control characters never reach the text") {
    CHECK(read(std::string_view("万\0元\x01\x7F", 9)) == "万元");
}

TEST_CASE("traditional characters are read as simplified ones") {
    CHECK(read("財政撥款預算總額減少３５萬元，佔８３％") == "财政拨款预算总额减少35万元，占83%");
    CHECK(read("總計５億圓，計３人") == "总计5亿元，计3人");
    CHECK(read("圓滿完成後勤經費於年末") == "圆满完成后勤经费于年末");
    for (std::size_t i = 1; i < std::size(simplified_forms); ++i)
        CHECK(simplified_forms[i - 1].traditional < simplified_forms[i].traditional);
}

TEST_CASE("every byte of a passage knows where it comes from") {
    const std::string source = "　共 １，７０９．１１ 萬元";
    const Passage passage = passage_of(source, {0, static_cast<std::uint32_t>(source.size())});
    REQUIRE(passage.text == "共1,709.11万元");
    REQUIRE(passage.from.size() == passage.text.size() + 1);
    CHECK(source.substr(passage.from[3], 3) == "１");
    CHECK(source.substr(passage.from[4], 3) == "，");
    CHECK(source.substr(passage.from[10]).substr(0, 3) == "１");
    CHECK(passage.from.back() == source.size());
}
