// SPDX-License-Identifier: MIT
#include <tieout/numbers/unit.hpp>

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

using namespace tieout;

namespace {

struct Row {
    std::string_view word;
    Dimension dimension;
    int power;
    bool exact;
    std::string_view printed;
};

constexpr Row rows[] = {
    {"", Dimension::plain, 0, false, ""},
    {"元", Dimension::money, 0, false, "元"},
    {"圓", Dimension::money, 0, false, "元"},
    {"千元", Dimension::money, 3, false, "千元"},
    {"万元", Dimension::money, 4, false, "万元"},
    {"萬元", Dimension::money, 4, false, "万元"},
    {"百万元", Dimension::money, 6, false, "百万元"},
    {"百萬元", Dimension::money, 6, false, "百万元"},
    {"千万元", Dimension::money, 7, false, "千万元"},
    {"亿元", Dimension::money, 8, false, "亿元"},
    {"億元", Dimension::money, 8, false, "亿元"},
    {"万亿元", Dimension::money, 12, false, "万亿元"},
    {"兆元", Dimension::money, 12, false, "兆元"},
    {"百億元", Dimension::money, 10, false, "百亿元"},
    {"万元人民币", Dimension::money, 4, false, "万元"},
    {"人民币万元", Dimension::money, 4, false, "万元"},
    // Other currencies, with their multipliers before or behind them.
    {"港元", Dimension::money, 0, false, "港元"},
    {"億港元", Dimension::money, 8, false, "亿港元"},
    {"百萬港元", Dimension::money, 6, false, "百万港元"},
    {"港幣千元", Dimension::money, 3, false, "千港元"},
    {"澳門幣", Dimension::money, 0, false, "澳门元"},
    {"澳门元", Dimension::money, 0, false, "澳门元"},
    {"新臺幣千元", Dimension::money, 3, false, "千新台币"},
    {"万美元", Dimension::money, 4, false, "万美元"},
    {"HK$", Dimension::money, 0, false, "港元"},
    {"美元/吨", Dimension::price, 0, true, "美元/吨"},
    // 兆 multiplies nothing else.
    {"兆瓦", Dimension::count, 0, false, "兆瓦"},
    {"%", Dimension::percent, -2, false, "%"},
    {"％", Dimension::percent, -2, false, "%"},
    {"‰", Dimension::percent, -3, false, "‰"},
    {"个百分点", Dimension::percent, -2, false, "个百分点"},
    {"百分点", Dimension::percent, -2, false, "个百分点"},
    {"個百分點", Dimension::percent, -2, false, "个百分点"},
    // Counts are exact, whatever their word.
    {"人", Dimension::count, 0, true, "人"},
    {"批次", Dimension::count, 0, true, "批次"},
    {"分", Dimension::count, 0, true, "分"},
    {"盒", Dimension::count, 0, true, "盒"},
    // Who counts in tens of thousands has rounded.
    {"万件", Dimension::count, 4, false, "万件"},
    {"萬件", Dimension::count, 4, false, "万件"},
    {"千人", Dimension::count, 3, false, "千人"},
    {"万", Dimension::plain, 4, false, "万"},
    // What is measured is rounded.
    {"㎡", Dimension::count, 0, false, "㎡"},
    {"m2", Dimension::count, 0, false, "㎡"},
    {"平方米", Dimension::count, 0, false, "平方米"},
    {"万平方米", Dimension::count, 4, false, "万平方米"},
    {"公里", Dimension::count, 0, false, "公里"},
    {"千米", Dimension::count, 0, false, "千米"},
    {"千克", Dimension::count, 0, false, "千克"},
    {"亩", Dimension::count, 0, false, "亩"},
    {"万亩", Dimension::count, 4, false, "万亩"},
    {"吨", Dimension::count, 0, false, "吨"},
    {"小时", Dimension::count, 0, false, "小时"},
    {"年", Dimension::count, 0, false, "年"},
    {"KVA", Dimension::count, 0, false, "kVA"},
    // Unit prices are agreed, and exact.
    {"元/盒", Dimension::price, 0, true, "元/盒"},
    {"元／盒", Dimension::price, 0, true, "元/盒"},
    {"万元/人", Dimension::price, 4, true, "万元/人"},
    {"元/人/年", Dimension::price, 0, true, "元/人/年"},
    {"吨/年", Dimension::count, 0, false, "吨/年"},
    {"人/次", Dimension::count, 0, true, "人/次"},
};

static_assert(std::is_trivially_copyable_v<Unit>);
static_assert(unit_named("万元") == unit::wan_yuan && unit_named("") == unit::plain);
static_assert(unit_named("元") == unit::yuan && unit_named("千元") == unit::qian_yuan);
static_assert(unit_named("百万元") == unit::bai_wan_yuan && unit_named("亿元") == unit::yi_yuan);
static_assert(unit_named("％") == unit::percent && unit_named("‰") == unit::permille);
static_assert(unit_named("百分点") == unit::points && unit::points != unit::percent);
static_assert(same_dimension(unit::points, unit::percent) && !same_dimension(unit::percent, unit::plain));
static_assert(!same_dimension(unit::yuan, *unit_named("港元")) &&
              !same_dimension(*unit_named("美元"), *unit_named("港元")));
static_assert(same_dimension(*unit_named("亿港元"), *unit_named("港币千元")));
static_assert(!same_dimension(*unit_named("元/吨"), *unit_named("美元/吨")));
static_assert(!in_currency(unit::percent, "港元") &&
              in_currency(unit::qian_yuan, "港元") == unit_named("千港元"));
static_assert(!in_currency(*unit_named("万美元"), "港元"));
static_assert(unit::day.exact && unit::day.dimension == Dimension::day);

} // namespace

TEST_CASE("every word names the unit that it should") {
    for (const Row& row : rows) {
        const auto unit = unit_named(row.word);
        REQUIRE_MESSAGE(unit.has_value(), row.word);
        CHECK_MESSAGE(unit->dimension == row.dimension, row.word);
        CHECK_MESSAGE(unit->power == row.power, row.word);
        CHECK_MESSAGE(unit->exact == row.exact, row.word);
        CHECK_MESSAGE(unit->word() == row.printed, row.word);
        CHECK_MESSAGE(unit_named(unit->word()) == *unit, row.word);
    }
}

TEST_CASE("every unit of money is named by both of its scripts") {
    for (const MoneyUnitEntry& entry : money_units) {
        CHECK(unit_named(entry.term) == Unit::of(entry.unit));
        CHECK(unit_named(entry.traditional) == Unit::of(entry.unit));
    }
}

TEST_CASE("every word of the table is found, and a second time as it is printed") {
    for (const UnitEntry& entry : unit_words) {
        CHECK(unit_named(entry.word) == entry.unit());
        CHECK(unit_named(entry.printed) == entry.unit());
    }
}

TEST_CASE("what cannot be the name of a unit names none") {
    for (const std::string_view word :
         {" ",   "万 元",  "元的支出", "万元的",   "%的",  "百分之", "12",  "人1",
          "５",  "(万元)", "（万元）", "元，",     "件。", "/",      "元/", "/盒",
          "万%", "a-b",    "\xFF",     "\xE4\xB8", "\t",   "件\n",   "……",  "——"}) {
        CHECK_MESSAGE(!unit_named(word).has_value(), word);
    }
}

TEST_CASE("a word of 24 bytes is a unit and one of 25 is none") {
    CHECK(unit_named(std::string(24, 'a')).has_value());
    CHECK_FALSE(unit_named(std::string(25, 'a')).has_value());
    CHECK_FALSE(unit_named(std::string(1'000'000, 'a')).has_value());
    CHECK(unit_named("一二三四五六七八").has_value());
    CHECK_FALSE(unit_named("一二三四五六七八九").has_value());
    CHECK(unit_named("万元/一二三四五").has_value());
    CHECK_FALSE(unit_named("万元/一二三四五六").has_value());
}
