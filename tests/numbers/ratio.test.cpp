// SPDX-License-Identifier: MIT
#include "oracle.hpp"

#include <tieout/numbers/literals.hpp>
#include <tieout/numbers/ratio.hpp>

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::literals;
using oracle::Fraction;
using oracle::Whole;

namespace {

constexpr Decimal largest = 99999999999999999999999999999999999999_dec;

template <Ratio R>
constexpr Ratio held = R;

static_assert(held<2608_dec / 2930_dec> == 2608_dec / 2930_dec);
static_assert(1_dec / 2_dec == 2_dec / 4_dec && 1_dec / 2_dec == 0.50_dec && 0.50_dec == 1_dec / 2_dec);
static_assert(1_dec / 3_dec < 0.3334_dec && 1_dec / 3_dec > 0.3333_dec && 0.3333_dec < 1_dec / 3_dec);
static_assert((1_dec / -2_dec).denominator == 2 && (1_dec / -2_dec).numerator == -1);
static_assert(-1_dec / 2_dec == 1_dec / -2_dec && -1_dec / -2_dec == 0.5_dec);
static_assert(identical((3.50_dec / 7.0_dec).numerator, 3.50_dec)); // unreduced, as printed
static_assert(!checked_ratio(1_dec, 0.00_dec) && checked_ratio(0_dec, 1_dec));
static_assert(identical(rounded(2608_dec / 2930_dec, 4, Rounding::half_up), 0.8901_dec));
static_assert(sign(-(1_dec / 2_dec)) == -1 && Ratio() == 0);
static_assert(shifted(1_dec / 4_dec, 2) == 25);

} // namespace

TEST_CASE("a division by zero throws") {
    CHECK_THROWS_AS((void)(1_dec / 0_dec), DivisionByZero);
    CHECK_THROWS_AS((void)(0_dec / 0.00_dec), std::domain_error);
}

TEST_CASE("ratios compare as fractions do, whatever their scales") {
    oracle::Generator any(11);
    for (int i = 0; i < 30'000; ++i) {
        const auto number = [&] {
            return i % 3 == 0 ? any.number(-2, 2, 5) : i % 3 == 1 ? any.number(-99, 99) : any.number(-3, 3);
        };
        const auto divisor = [&] {
            for (;;) {
                if (const Decimal d = number(); !is_zero(d)) return d;
            }
        };
        const Ratio a = number() / divisor();
        Ratio b = number() / divisor();
        // Every third pair is equal, or differs in the last digit of 38.
        if (i % 3 == 2) {
            const auto more_n = checked_multiply(a.numerator, 7_dec);
            const auto more_d = checked_multiply(a.denominator, 7_dec);
            if (more_n && more_d) {
                const Decimal step = Decimal::of(any.whole(-1, 1), more_n->scale);
                if (const auto near = checked_add(*more_n, step)) b = *near / *more_d;
            }
        }
        const Fraction x = oracle::value(a);
        const Fraction y = oracle::value(b);
        CHECK_EQ(oracle::order_of(a <=> b), (x < y ? -1 : x > y ? 1 : 0));
        CHECK_EQ((a == b), (x == y));
        const Decimal d = number();
        const Fraction z = oracle::value(d);
        CHECK_EQ(oracle::order_of(a <=> d), (x < z ? -1 : x > z ? 1 : 0));
        CHECK_EQ(oracle::order_of(d <=> a), (z < x ? -1 : z > x ? 1 : 0));
        CHECK_EQ((d == a), (x == z));
    }
}

TEST_CASE("the widest products compare, and scales as far apart as can be") {
    CHECK(largest / (largest - 1) > largest / largest);
    CHECK((largest - 1) / largest > (largest - 2) / (largest - 1));
    CHECK(Decimal::of(1, 99) / Decimal::of(1, -99) < Decimal::of(1, -99) / Decimal::of(1, 99));
    CHECK(Decimal::of(-1, 99) / Decimal::of(1, -99) > Decimal::of(-1, -99) / Decimal::of(1, 99));
    CHECK(shifted(largest, -99) / shifted(largest, 99) < shifted(largest, 99) / shifted(largest, -99));
}

TEST_CASE("a ratio rounds once, from its exact value, in all seven ways") {
    oracle::Generator any(12);
    int overflowed = 0;
    for (int i = 0; i < 15'000; ++i) {
        const Decimal n = i % 3 == 0 ? any.number(-99, 99) : any.number(0, 4);
        Decimal d = i % 3 == 0 ? any.number(-99, 99) : any.number(0, 4, i % 3 == 1 ? 38 : 6);
        if (is_zero(d)) d = 8;
        const Ratio ratio = n / d;
        const int scale = i % 3 == 0 ? any.whole(-99, 99) : any.whole(-4, 30);
        for (const RoundingEntry& entry : roundings) {
            const Whole expected = oracle::rounded(oracle::value(ratio), scale, entry.rounding);
            if (abs(expected) > oracle::coefficient_max) {
                ++overflowed;
                CHECK_THROWS_AS((void)rounded(ratio, scale, entry.rounding), Overflow);
                continue;
            }
            const Decimal result = rounded(ratio, scale, entry.rounding);
            CHECK_EQ(oracle::coefficient(result), expected);
            CHECK_EQ(result.scale, scale);
        }
    }
    CHECK(overflowed > 100);
}

TEST_CASE("ties of a ratio go where each rounding sends them") {
    for (const int numerator : {1, 3, 5, -1, -3, -5}) {
        const Ratio half = Decimal(numerator) / 2_dec;
        for (const RoundingEntry& entry : roundings) {
            CHECK_EQ(oracle::coefficient(rounded(half, 0, entry.rounding)),
                     oracle::rounded(Fraction(numerator, 2), 0, entry.rounding));
        }
    }
}

TEST_CASE("a quotient at the very edge of the range is right on both sides") {
    CHECK(identical(rounded(largest / 1_dec, 0, Rounding::up), largest));
    CHECK(identical(rounded(-largest / 1_dec, 0, Rounding::floor), -largest));
    CHECK_THROWS_AS((void)rounded(largest / 0.9_dec, 0, Rounding::down), Overflow);
    CHECK_THROWS_AS((void)rounded(largest / 1_dec, 1, Rounding::down), Overflow);
    CHECK_THROWS_AS((void)rounded(1_dec / 3_dec, 100, Rounding::down), Overflow);
    // 10^38 - 1/10 rounds down into the range and up out of it.
    const Ratio edge = shifted(largest, 1) / 10.0_dec;
    CHECK(rounded(edge, 0, Rounding::down) == largest);
    const Decimal nines = 9999999999999999999999999999999999999.9_dec;
    CHECK_THROWS_AS((void)rounded(nines / 0.1_dec, 1, Rounding::up), Overflow);
    CHECK(rounded(nines / 1_dec, 0, Rounding::half_up) == 10000000000000000000000000000000000000_dec);
    CHECK(rounded(Decimal::of(1, 99) / Decimal::of(1, -99), 99, Rounding::up) == Decimal::of(1, 99));
    CHECK(rounded(Decimal::of(1, 99) / Decimal::of(1, -99), 99, Rounding::half_up) == 0);
    CHECK(rounded(0_dec / 7_dec, 2, Rounding::up) == 0);
}
