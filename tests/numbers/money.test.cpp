// SPDX-License-Identifier: MIT
#include "oracle.hpp"

#include <tieout/numbers/literals.hpp>
#include <tieout/numbers/money.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tieout;
using namespace tieout::literals;

namespace {

template <class A, class B>
concept addable = requires(A a, B b) {
    a + b;
};
template <class A, class B>
concept subtractable = requires(A a, B b) {
    a - b;
};
template <class A, class B>
concept multipliable = requires(A a, B b) {
    a* b;
};
template <class A, class B>
concept divisible = requires(A a, B b) {
    a / b;
};
template <class A, class B>
concept comparable = requires(A a, B b) {
    a == b;
};
template <class A, class B>
concept ordered = requires(A a, B b) {
    a < b;
};

static_assert(addable<Money, Money> && subtractable<Money, Money> && multipliable<Money, Decimal> &&
              multipliable<Decimal, Money> && multipliable<Money, int> && divisible<Money, Money>);
static_assert(!addable<Money, Percent> && !addable<Percent, Money> && !addable<Money, Decimal> &&
              !addable<Money, int>);
static_assert(!subtractable<Money, Percent> && !subtractable<Money, Decimal>);
static_assert(!multipliable<Money, Money> && !multipliable<Money, Percent> && !divisible<Money, Decimal>);
static_assert(!comparable<Money, Decimal> && !comparable<Money, int> && !comparable<Money, Percent>);
static_assert(!ordered<Money, Decimal> && ordered<Money, Money>);
static_assert(!std::is_constructible_v<Money, Decimal> && !std::is_convertible_v<Money, Decimal>);
static_assert(!std::is_constructible_v<Money, double, MoneyUnit>);
static_assert(std::is_same_v<decltype(1_wan / 2_wan), Ratio>);

template <Money M>
constexpr Money held = M;

static_assert(held<467.35_wan> + 1241.76_wan == 1709.11_wan);
static_assert(identical(467.35_wan + 1241.76_wan, 1709.11_wan));
static_assert(identical(1_wan + 5_yuan, 10005_yuan) && identical(5_yuan - 1_wan, -9995_yuan));
static_assert(identical((1475.43_wan).in(MoneyUnit::yuan), Money(shifted(1475.43_dec, 4), MoneyUnit::yuan)));
static_assert((1475.43_wan).in(MoneyUnit::yuan).amount.scale == -2); // known to hundreds of yuan
static_assert(identical((14754300_yuan).in(MoneyUnit::wan_yuan), 1475.4300_wan));
static_assert(1_yi == 10000_wan && 1_wan == 10_qian && 1_qian == 1000_yuan && 1_baiwan == 100_wan);
static_assert(1_wan > 9999.99_yuan && 1_wan < 10000.01_yuan && -1_wan < -9999_yuan);
static_assert(!identical(1_wan, 10000_yuan) && !identical(1.0_wan, 1_wan));
// The gift packs of Furong: 48 yuan a box, 1590 boxes, and what was added make ten times ten thousand.
static_assert(48_yuan * 1590 + 23680_yuan == 10_wan);
static_assert(1_wan / 2_qian == 5 && 5_yuan / 1_wan == 0.0005_dec);
static_assert(std::hash<Money>{}(1_wan) == std::hash<Money>{}(10000.00_yuan));
static_assert(std::hash<Money>{}(0_wan) == std::hash<Money>{}(0.00_yuan));
static_assert(sign(-1_wan) == -1 && is_zero(0.00_wan) && identical(abs(-1_wan), 1_wan));
static_assert(identical(rounded(14754300_yuan, MoneyUnit::wan_yuan, 0, Rounding::half_up), 1475_wan));
static_assert(identical(rounded(14755000_yuan, MoneyUnit::wan_yuan, 0, Rounding::half_up), 1476_wan));
static_assert(identical(rounded(14755000_yuan, MoneyUnit::wan_yuan, 0, Rounding::half_down), 1475_wan));

} // namespace

TEST_CASE("amounts in different units add, compare and divide as their yuan do") {
    oracle::Generator any(31);
    const auto value = [](const Money& money) {
        return oracle::Fraction(oracle::value(money.amount) *
                                oracle::Fraction(oracle::power_of_ten(power_of(money.unit))));
    };
    const auto amount = [&] {
        return Money(any.number(-2, 6, any.whole(3, 25)), static_cast<MoneyUnit>(any.whole(0, 4)));
    };
    for (int i = 0; i < 10'000; ++i) {
        const Money a = amount();
        const Money b = i % 4 == 0 ? a.in(static_cast<MoneyUnit>(any.whole(0, 4))) : amount();
        CHECK_EQ(value(a + b), oracle::Fraction(value(a) + value(b)));
        CHECK_EQ(value(a - b), oracle::Fraction(value(a) - value(b)));
        CHECK((a + b).unit == std::min(a.unit, b.unit));
        CHECK_EQ(oracle::order_of(a <=> b), (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
        CHECK_EQ((a == b), (value(a) == value(b)));
        if (a == b) CHECK_EQ(std::hash<Money>{}(a), std::hash<Money>{}(b));
        if (!is_zero(b)) CHECK_EQ(oracle::value(a / b), oracle::Fraction(value(a) / value(b)));
        for (const MoneyUnitEntry& entry : money_units) {
            CHECK_EQ(value(a.in(entry.unit)), value(a));
            CHECK(identical(a.in(entry.unit).in(a.unit), a));
        }
    }
}

TEST_CASE("the coarsest and finest amounts still compare") {
    const Money coarse(Decimal::of(1, -99), MoneyUnit::yi_yuan);
    const Money fine(Decimal::of(1, 99), MoneyUnit::yuan);
    CHECK(coarse > fine);
    CHECK_THROWS_AS((void)coarse.in(MoneyUnit::yuan), Overflow);
    CHECK(std::hash<Money>{}(coarse) != std::hash<Money>{}(fine));
}

TEST_CASE("dividing by no money throws") { CHECK_THROWS_AS((void)(1_wan / 0.00_yuan), DivisionByZero); }

TEST_CASE("every unit of money stands at its place in the table") {
    for (const MoneyUnitEntry& entry : money_units) {
        CHECK(power_of(entry.unit) == entry.power);
        CHECK(term_of(entry.unit) == entry.term);
    }
    CHECK(term_of(MoneyUnit::yi_yuan) == "亿元");
}

TEST_CASE("amounts add up in place") {
    Money total = 0_wan;
    for (const Money part : {384.78_wan, 20.07_wan, 0.11_wan}) total += part;
    CHECK(identical(total, 404.96_wan));
    total -= 4.96_wan;
    CHECK(total == 400_wan);
}
