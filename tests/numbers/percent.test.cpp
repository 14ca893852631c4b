// SPDX-License-Identifier: MIT
#include "oracle.hpp"

#include <tieout/numbers/literals.hpp>
#include <tieout/numbers/percent.hpp>

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
concept multipliable = requires(A a, B b) {
    a* b;
};
template <class A, class B>
concept comparable = requires(A a, B b) {
    a == b;
};

// A percentage is of something; by itself it is no number.
static_assert(addable<Percent, Percent> && !addable<Percent, Decimal> && !addable<Percent, int>);
static_assert(!multipliable<Percent, Percent> && !multipliable<Percent, Decimal>);
static_assert(!comparable<Percent, Decimal> && !comparable<Percent, int> && !comparable<Percent, Ratio>);
static_assert(!std::is_convertible_v<Decimal, Percent> && !std::is_convertible_v<Percent, Decimal>);

template <Percent P>
constexpr Percent held = P;

static_assert(held<98.40_pct> == 98.4_pct && !identical(98.40_pct, 98.4_pct));
static_assert(identical(98.40_pct - 96_pct, 2.40_pct) && identical(96.63_pct + 3.37_pct, 100.00_pct));
static_assert(-13_pct < 0_pct && 101.14_pct > 100_pct);
static_assert(identical(fraction(96.63_pct), 0.9663_dec) && identical(fraction(5_pct), 0.05_dec));
static_assert(5_permille == 0.5_pct && identical(Percent::of_permille(5_dec), 0.5_pct));
static_assert(std::hash<Percent>{}(98.40_pct) == std::hash<Percent>{}(98.4_pct));

// 2608 of 2930 in the report of Lishi, which printed 83.03 %.
static_assert(identical(as_percent(2608_dec / 2930_dec, 2, Rounding::half_up), 89.01_pct));
static_assert(explains(2608_dec / 2930_dec, 83.03_pct).empty());
static_assert(explains(2608_dec / 2930_dec, 89.01_pct).contains(Rounding::half_up));

} // namespace

TEST_CASE("a printed percentage is explained by exactly the roundings that print it") {
    // 1/8 = 12.5 %
    const Ratio eighth = 1_dec / 8_dec;
    const RoundingSet up = explains(eighth, 13_pct);
    CHECK(up.size() == 3);
    CHECK(up.contains(Rounding::half_up));
    CHECK(up.contains(Rounding::up));
    CHECK(up.contains(Rounding::ceiling));
    const RoundingSet down = explains(eighth, 12_pct);
    CHECK(down.size() == 4);
    CHECK(down.contains(Rounding::half_even));
    CHECK(explains(eighth, 12.5_pct).size() == 7);
    CHECK(explains(eighth, 12.50_pct).size() == 7);
    CHECK(explains(eighth, 11_pct).empty());
    CHECK(explains(eighth, 14_pct).empty());
    CHECK(explains(-eighth, -13_pct).contains(Rounding::floor));
    CHECK_FALSE(explains(-eighth, -13_pct).contains(Rounding::ceiling));
}

TEST_CASE("every rounding of a ratio explains the percentage that it gives") {
    oracle::Generator any(21);
    for (int i = 0; i < 2'000; ++i) {
        const Ratio ratio = any.number(0, 2, 8) / (abs(any.number(0, 2, 8)) + 1_dec);
        const int scale = any.whole(0, 4);
        for (const RoundingEntry& entry : roundings) {
            const Percent printed = as_percent(ratio, scale, entry.rounding);
            CHECK(printed.points.scale == scale);
            CHECK(explains(ratio, printed).contains(entry.rounding));
        }
        const Percent off(as_percent(ratio, scale, Rounding::up).points +
                          Decimal::of(any.whole(0, 1) == 0 ? 2 : -2, scale));
        CHECK(explains(ratio, off).empty());
    }
}

TEST_CASE("a percentage too fine or too large to hold throws") {
    CHECK_THROWS_AS((void)as_percent(1_dec / 3_dec, 98, Rounding::down), Overflow);
    CHECK_THROWS_AS((void)as_percent(1_dec / 3_dec, 38, Rounding::down), Overflow);
    CHECK(as_percent(1_dec / 3_dec, 36, Rounding::down).points.scale == 36);
    CHECK(explains(1_dec / 3_dec, Percent(Decimal::of(1, 99))).empty());
}
