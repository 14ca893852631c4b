// SPDX-License-Identifier: MIT
#include "oracle.hpp"

#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::literals;

namespace {

constexpr Interval closed(const Decimal& low, const Decimal& high) { return {{low, true}, {high, true}}; }

constexpr bool is(const Interval& interval, char low, const Decimal& from, const Decimal& to, char high) {
    return interval == Interval{{from, low == '['}, {to, high == ']'}};
}

// Design, section 4: each way of printing, above, below and at zero.
static_assert(is(interval_of(531.07_dec, 2, Printing::nearest), '[', 531.065_dec, 531.075_dec, ']'));
static_assert(is(interval_of(-1.5_dec, 1, Printing::nearest), '[', -1.55_dec, -1.45_dec, ']'));
static_assert(is(interval_of(0_dec, 0, Printing::nearest), '[', -0.5_dec, 0.5_dec, ']'));
static_assert(is(interval_of(531.07_dec, 2, Printing::half_up), '[', 531.065_dec, 531.075_dec, ')'));
static_assert(is(interval_of(-1.5_dec, 1, Printing::half_up), '(', -1.55_dec, -1.45_dec, ']'));
static_assert(is(interval_of(0.0_dec, 1, Printing::half_up), '(', -0.05_dec, 0.05_dec, ')'));
static_assert(is(interval_of(531.07_dec, 2, Printing::truncated), '[', 531.07_dec, 531.08_dec, ')'));
static_assert(is(interval_of(-1.5_dec, 1, Printing::truncated), '(', -1.6_dec, -1.5_dec, ']'));
static_assert(is(interval_of(0.00_dec, 2, Printing::truncated), '(', -0.01_dec, 0.01_dec, ')'));
static_assert(is(interval_of(1590_dec, 0, Printing::exact), '[', 1590_dec, 1590_dec, ']'));
static_assert(is_point(interval_of(1590_dec, 0, Printing::exact)));
// Known to thousands, and to more digits than are printed.
static_assert(is(interval_of(14754000_dec, -3, Printing::nearest), '[', 14753500_dec, 14754500_dec, ']'));
static_assert(is(interval_of(119.5_dec, 2, Printing::nearest), '[', 119.495_dec, 119.505_dec, ']'));

static_assert(is(negated({{1_dec, true}, {2_dec, false}}), '(', -2_dec, -1_dec, ']'));
static_assert(is(Interval{{1_dec, true}, {2_dec, false}} + closed(10_dec, 20_dec), '[', 11_dec, 22_dec, ')'));
static_assert(is(scaled({{1_dec, true}, {2_dec, false}}, 3_dec), '[', 3_dec, 6_dec, ')'));
static_assert(is(scaled({{1_dec, true}, {2_dec, false}}, -3_dec), '(', -6_dec, -3_dec, ']'));
static_assert(is(scaled({{-1_dec, false}, {2_dec, false}}, 0.0_dec), '[', 0_dec, 0_dec, ']'));
static_assert(is(shifted({{1_dec, true}, {2_dec, false}}, 4), '[', 10000_dec, 20000_dec, ')'));
static_assert(Interval::point(1_dec) == closed(1_dec, 1.0_dec));

// The unit decides, unless the figure itself does.
static_assert(printing_of(unit::wan_yuan, {}) == Printing::nearest);
static_assert(printing_of(unit::wan_yuan, {}, {}, Printing::truncated) == Printing::truncated);
static_assert(printing_of(unit::wan_yuan, {}, Printing::half_up, Printing::truncated) == Printing::half_up);
static_assert(printing_of(unit::wan_yuan, Printing::exact, Printing::half_up, Printing::truncated) ==
              Printing::exact);
static_assert(printing_of(*unit_named("人"), {}, Printing::half_up, Printing::truncated) == Printing::exact);
static_assert(printing_of(*unit_named("人"), Printing::nearest, {}, {}) == Printing::nearest);
static_assert(printing_of(*unit_named("平方米"), {}) == Printing::nearest);
static_assert(printing_of(*unit_named("元/盒"), {}) == Printing::exact);
static_assert(printing_of(unit::percent, {}) == Printing::nearest);
static_assert(printing_of(unit::plain, {}) == Printing::nearest);

} // namespace

TEST_CASE("a value belongs to an interval up to its closed ends and not to its open ones") {
    const Interval half_open{{1.0_dec, true}, {2.0_dec, false}};
    CHECK(contains(half_open, 1_dec));
    CHECK(contains(half_open, 1.999_dec));
    CHECK_FALSE(contains(half_open, 2_dec));
    CHECK_FALSE(contains(half_open, 0.999_dec));
    CHECK_FALSE(contains(negated(half_open), -2_dec));
    CHECK(contains(negated(half_open), -1_dec));
}

TEST_CASE("intervals that only touch share a point if both ends are closed") {
    for (const bool left : {false, true}) {
        for (const bool right : {false, true}) {
            const Interval low{{1_dec, true}, {2_dec, left}};
            const Interval high{{2_dec, right}, {3_dec, true}};
            CHECK(share_a_point(low, high) == (left && right));
            CHECK(share_a_point(high, low) == (left && right));
        }
    }
    CHECK(share_a_point(closed(1_dec, 3_dec), closed(2_dec, 2_dec)));
    CHECK(share_a_point(closed(1_dec, 2.1_dec), closed(2_dec, 3_dec)));
    CHECK_FALSE(share_a_point(closed(1_dec, 1.9_dec), closed(2_dec, 3_dec)));
    CHECK(share_a_point({{1_dec, false}, {2_dec, false}}, {{1_dec, false}, {2_dec, false}}));
    CHECK_FALSE(share_a_point({{1_dec, false}, {2_dec, false}}, closed(1_dec, 1_dec)));
}

TEST_CASE("an interval holds exactly the values that print as its figure") {
    oracle::Generator any(41);
    for (int i = 0; i < 5'000; ++i) {
        const Decimal exact = any.number(0, 4, 7);
        const int scale = any.whole(-1, 3);
        // Printed by a rounding that the interval was made for, the value lies in it; by one that it was not, it may not.
        CHECK(
            contains(interval_of(rounded(exact, scale, Rounding::half_up), scale, Printing::half_up), exact));
        CHECK(
            contains(interval_of(rounded(exact, scale, Rounding::down), scale, Printing::truncated), exact));
        for (const Rounding rounding : {Rounding::half_up, Rounding::half_even, Rounding::half_down}) {
            CHECK(contains(interval_of(rounded(exact, scale, rounding), scale, Printing::nearest), exact));
        }
        // And a value that prints otherwise does not.
        const Decimal other = any.number(0, 4, 7);
        const Decimal printed = rounded(other, scale, Rounding::half_up);
        CHECK_EQ(contains(interval_of(printed, scale, Printing::half_up), exact),
                 (rounded(exact, scale, Rounding::half_up) == printed));
        const Decimal cut = rounded(other, scale, Rounding::down);
        CHECK_EQ(contains(interval_of(cut, scale, Printing::truncated), exact),
                 (rounded(exact, scale, Rounding::down) == cut));
    }
}

TEST_CASE("a quotient prints as a figure if it lies in the figure's interval") {
    static_assert(prints_as(2608_dec / 2930_dec, 89.01_pct, Printing::nearest));
    static_assert(!prints_as(2608_dec / 2930_dec, 83.03_pct, Printing::nearest));
    oracle::Generator any(42);
    int printed_so = 0;
    for (int i = 0; i < 20'000; ++i) {
        const int digits = i % 4 == 0 ? 38 : i % 4 == 1 ? 18 : 6;
        const Decimal n = any.number(-1, 3, digits);
        Decimal d = any.number(-1, 3, digits);
        if (is_zero(d)) d = 8;
        const Ratio ratio = n / d;
        const int scale = any.whole(-1, 6);
        for (const PrintingEntry& entry : printings) {
            const std::optional<Decimal> near = detail::rounded_checked(ratio, scale, Rounding::half_up);
            if (!near) continue;
            const auto off = checked_add(*near, Decimal::of(any.whole(-1, 1), scale));
            if (!off) continue;
            try {
                const bool expected = contains(interval_of(*off, scale, entry.printing), ratio);
                CHECK_EQ(prints_as(ratio, *off, scale, entry.printing), expected);
                printed_so += static_cast<int>(expected);
            } catch (const Overflow&) {
                // The interval itself cannot be held.
            }
        }
    }
    CHECK(printed_so > 10'000);
    // Exact ties, on both sides of zero: 1/8 printed with two decimals.
    for (const int side : {1, -1}) {
        const Ratio eighth = Decimal(side) / 8_dec;
        const Decimal away = Decimal::of(13 * side, 2);
        const Decimal towards = Decimal::of(12 * side, 2);
        CHECK(prints_as(eighth, away, 2, Printing::nearest));
        CHECK(prints_as(eighth, towards, 2, Printing::nearest));
        CHECK(prints_as(eighth, away, 2, Printing::half_up));
        CHECK_FALSE(prints_as(eighth, towards, 2, Printing::half_up));
        CHECK_FALSE(prints_as(eighth, away, 2, Printing::truncated));
        CHECK(prints_as(eighth, towards, 2, Printing::truncated));
        CHECK_FALSE(prints_as(eighth, towards, 2, Printing::exact));
        CHECK(prints_as(eighth, Decimal::of(125 * side, 3), 3, Printing::exact));
        CHECK_FALSE(prints_as(eighth, 0_dec, 0, Printing::exact));
        CHECK(prints_as(eighth, 0_dec, 0, Printing::truncated));
        CHECK_FALSE(prints_as(eighth, 0.0_dec, 1, Printing::truncated));
        // Printed with one decimal, taken as known to two.
        CHECK_FALSE(prints_as(eighth, Decimal::of(side, 1), 2, Printing::nearest));
    }
    CHECK_FALSE(prints_as(1_dec / 2_dec, 0_dec, 0, Printing::half_up));
    CHECK(prints_as(1_dec / 2_dec, 0_dec, 0, Printing::nearest));
}

TEST_CASE("an interval whose ends cannot be held throws") {
    const Decimal largest = 99999999999999999999999999999999999999_dec;
    CHECK_THROWS_AS((void)interval_of(largest, 0, Printing::nearest), Overflow);
    CHECK_THROWS_AS((void)interval_of(largest, 0, Printing::truncated), Overflow);
    CHECK_THROWS_AS((void)interval_of(Decimal::of(1, 99), 99, Printing::nearest), Overflow);
    CHECK(is_point(interval_of(largest, 0, Printing::exact)));
    CHECK_THROWS_AS((void)(Interval::point(largest) + Interval::point(1)), Overflow);
}

TEST_CASE("the scale of a figure is its own unless it is a bare zero or the common one is asked for") {
    const Unit wan = unit::wan_yuan;
    const auto precision = [&](const PrintedAs& figure, std::optional<int> others, ScaleReading reading) {
        return precision_of(figure, others, reading);
    };
    // 119.5 万元 beside figures of two decimals; and beside one in yuan with two decimals.
    CHECK(precision({.scale = 1, .unit = wan}, base_scale(2, wan), ScaleReading::own).scale == 1);
    CHECK(precision({.scale = 1, .unit = wan}, base_scale(2, wan), ScaleReading::common).scale == 2);
    CHECK(precision({.scale = 1, .unit = wan}, base_scale(2, unit::yuan), ScaleReading::common).scale == 6);
    CHECK(precision({.scale = 2, .unit = wan}, base_scale(1, wan), ScaleReading::common).scale == 2);
    CHECK(precision({.scale = 1, .unit = wan}, {}, ScaleReading::common).scale == 1);
    // A bare zero has no precision of its own.
    const PrintedAs zero{.scale = 0, .unit = wan, .bare_zero = true};
    CHECK(precision(zero, base_scale(2, wan), ScaleReading::own).scale == 2);
    CHECK(precision(zero, base_scale(0, unit::yuan), ScaleReading::own).scale == 4);
    CHECK(precision(zero, {}, ScaleReading::own).scale == 0);
    CHECK(precision({.scale = 2, .unit = unit::percent}, base_scale(4, unit::percent), ScaleReading::common)
              .scale == 4);
    // 无 and 零 are exactly zero, whatever else is said.
    CHECK(precision_of({.unit = wan, .zero_by_word = true, .printing = Printing::nearest}, 2,
                       ScaleReading::common, Printing::half_up, Printing::truncated)
              .printing == Printing::exact);
    CHECK(precision_of({.scale = 2, .unit = wan}, {}, ScaleReading::own, Printing::half_up) ==
          Precision{2, Printing::half_up});
    CHECK(interval_of(119.5_dec, Precision{2, Printing::nearest}) == closed(119.495_dec, 119.505_dec));
}

TEST_CASE("every way of printing and every scale reading stands at its place in its table") {
    for (const PrintingEntry& entry : printings) {
        CHECK(name_of(entry.printing) == entry.name);
        CHECK(term_of(entry.printing) == entry.term);
        CHECK(printing_named(entry.name) == entry.printing);
    }
    CHECK_FALSE(printing_named("half_even"));
    for (const ScaleReadingEntry& entry : scale_readings) {
        CHECK(name_of(entry.reading) == entry.name);
        CHECK(scale_reading_named(entry.name) == entry.reading);
    }
    CHECK_FALSE(scale_reading_named(""));
}
