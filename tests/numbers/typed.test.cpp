// SPDX-License-Identifier: MIT
#include <tieout/numbers/typed.hpp>

#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace tieout;
using namespace tieout::literals;

namespace {

bool reads(std::string_view text, const Money& expected, MoneyUnit unit = MoneyUnit::yuan) {
    const Result<Money, NumberError> read = parse_money(text, unit);
    return read && identical(*read, expected);
}
std::string fault_of(std::string_view text, MoneyUnit unit = MoneyUnit::yuan) {
    const Result<Money, NumberError> read = parse_money(text, unit);
    if (read) return "read as " + to_string(read->amount) + std::string(term_of(read->unit));
    return std::string(name_of(read.error().fault)) + " at " + std::to_string(read.error().offset);
}

} // namespace

TEST_CASE("amounts are read as people type them") {
    CHECK(reads("1,709.11", 1709.11_yuan));
    CHECK(reads(" 1709.110 ", 1709.110_yuan));
    CHECK(reads("¥1,709.11", 1709.11_yuan));
    CHECK(reads("￥ 1,709.11元", 1709.11_yuan));
    CHECK(reads("RMB 1,709.11", 1709.11_yuan));
    CHECK(reads("人民币1709元整", 1709_yuan));
    CHECK(reads("1709.11元正", 1709.11_yuan));
    CHECK(reads("５万", 5_wan));
    CHECK(reads("5万元", 5_wan));
    CHECK(reads("人民币5万", 5_wan));
    CHECK(reads("1.5亿", 1.5_yi));
    CHECK(reads("3千元", 3_qian));
    CHECK(reads("2百万元", 2_baiwan));
    CHECK(reads("0", 0_yuan));
    CHECK(reads("1,709.11", 1709.11_wan, MoneyUnit::wan_yuan));
    CHECK(reads("5元", 5_yuan, MoneyUnit::wan_yuan));
}

TEST_CASE("a unit that no amount has becomes the next smaller one") {
    const Money tens_of_millions = parse_money("3千万元").value();
    CHECK(tens_of_millions == 3000_wan);
    CHECK(tens_of_millions.unit == MoneyUnit::bai_wan_yuan);
    CHECK(parse_money("2万亿").value() == 20000_yi);
}

TEST_CASE("a negative amount has a sign in one of its forms, or brackets") {
    for (const std::string_view text :
         {"(1,234.50)", "（1,234.50）", "△1,234.50", "▲1234.50", "-1,234.50", "－1234.50", "−1,234.50",
          "(¥1,234.50)", "（1,234.50元）", "负1,234.50"}) {
        CAPTURE(text);
        CHECK(reads(text, -1234.50_yuan));
    }
    // A sign in brackets is negative once, or twice.
    CHECK(fault_of("(-5)") == "not_a_number at 1");
    CHECK(fault_of("(+5)") == "not_a_number at 1");
}

TEST_CASE("an amount in words is read to the last fen") {
    CHECK(reads("人民币壹仟贰佰叁拾肆元伍角陆分", 1234.56_yuan));
    CHECK(reads("人民币壹仟贰佰叁拾肆元伍角整", 1234.5_yuan));
    CHECK(reads("壹仟元整", 1000_yuan));
    CHECK(reads("人民币壹亿零贰佰万零伍元零柒分", 102000000_yuan + 5.07_yuan));
    CHECK(reads("伍角", 0.5_yuan));
    CHECK(reads("三分", 0.03_yuan));
    CHECK(reads("拾贰万叁仟圆整", 123000_yuan));
    CHECK(reads("壹拾元零伍分", 10.05_yuan));
    CHECK(reads("玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分", 999999999999.99_yuan));
    CHECK(reads("（叁佰元整）", -300_yuan));
    for (const std::string_view text :
         {"壹仟", "壹佰壹仟元", "壹贰元", "拾佰元", "伍万亿元", "壹元伍", "壹元拾角", "壹元伍分伍角", "元整",
          "零零元", "壹万贰亿元", "壹元整壹角"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_money(text).has_value());
    }
}

TEST_CASE("what may be something else is an error with its place") {
    CHECK(fault_of("") == "empty at 0");
    CHECK(fault_of("  ") == "empty at 2");
    CHECK(fault_of("1,23") == "misplaced_separator at 1");
    CHECK(fault_of(" 1.2.3") == "two_points at 4");
    CHECK(fault_of("约5万") == "not_a_number at 0");
    CHECK(fault_of("无") == "not_a_number at 0");
    CHECK(fault_of("——") == "not_a_number at 0");
    CHECK(fault_of("HK$5") == "trailing_text at 0");
    CHECK(fault_of("$5") == "trailing_text at 0");
    CHECK(fault_of("5%") == "trailing_text at 0");
    CHECK(fault_of("5人") == "trailing_text at 0");
    CHECK(fault_of("5w") == "trailing_text at 0");
    CHECK(fault_of("60.00[1]") == "trailing_text at 5");
    CHECK(fault_of("5整") == "trailing_text at 1");
    CHECK(fault_of("(5") == "not_a_number at 0");
    CHECK(fault_of("\xFF") == "invalid_encoding at 0");
    // ¥5 where 万元 are asked for is 5元, or 5万元.
    CHECK(fault_of("¥5", MoneyUnit::wan_yuan) == "trailing_text at 3");
}

TEST_CASE("percentages are read with their sign and without") {
    CHECK(identical(parse_percent("96.63%").value(), 96.63_pct));
    CHECK(identical(parse_percent("９６．６３％").value(), 96.63_pct));
    CHECK(identical(parse_percent("96.63").value(), 96.63_pct));
    CHECK(identical(parse_percent("5‰").value(), 0.5_pct));
    CHECK(identical(parse_percent("(2.5%)").value(), -2.5_pct));
    CHECK(identical(parse_percent("-2.5 %").value(), -2.5_pct));
    CHECK(parse_percent("5元").error().fault == NumberFault::trailing_text);
    CHECK(parse_percent("5个百分点").error().fault == NumberFault::trailing_text);
    CHECK(parse_percent("约5%").error().fault == NumberFault::not_a_number);
    CHECK(parse_percent("").error().fault == NumberFault::empty);
}
