// SPDX-License-Identifier: MIT
#include "any.hpp"

#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/percent.hpp>
#include <tieout/numbers/printed.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

// What holds of all numbers, held against unbounded integers and fractions that know nothing of Decimal but its
// coefficient and its scale.

using namespace tieout;
using namespace tieout::test;

namespace {

/// What an exact result must be: nothing if it has no room in 38 digits at the scale that it must have.
std::optional<Decimal> held(const Fraction& value, int scale) {
    if (scale < -decimal_scale_max || scale > decimal_scale_max) return std::nullopt;
    const Whole coefficient = oracle::rounded(value, scale, Rounding::down);
    if (abs(coefficient) > oracle::coefficient_max) return std::nullopt;
    return oracle::decimal(coefficient, scale);
}

bool same(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
    return a.has_value() == b.has_value() && (!a || identical(*a, *b));
}

/// The result of an operator, or nothing if it says that it overflows.
template <class Operation>
std::optional<Decimal> attempt(Operation operation) {
    try {
        return operation();
    } catch (const Overflow&) {
        return std::nullopt;
    }
}

Decimal any_divisor() {
    return *rc::gen::suchThat(any_number(), [](const Decimal& d) { return !is_zero(d); });
}

/// A scale at which `d` loses some digits, or none.
int scale_near(const Decimal& d) { return std::clamp(d.scale - *between(-3, 40), -99, 99); }

} // namespace

// ── arithmetic ──

TEST_CASE("a sum, difference or product is exact, or said to overflow exactly where it has no room") {
    for_all(4000, [] {
        const Decimal a = *any_number();
        const Decimal b = *any_number();
        const Fraction x = oracle::value(a);
        const Fraction y = oracle::value(b);
        const int finer = std::max(a.scale, b.scale);
        RC_ASSERT(same(checked_add(a, b), held(x + y, finer)));
        RC_ASSERT(same(checked_subtract(a, b), held(x - y, finer)));
        RC_ASSERT(same(checked_multiply(a, b), held(x * y, a.scale + b.scale)));
        RC_ASSERT(same(attempt([&] { return a + b; }), held(x + y, finer)));
        RC_ASSERT(same(attempt([&] { return a - b; }), held(x - y, finer)));
        RC_ASSERT(same(attempt([&] { return a * b; }), held(x * y, a.scale + b.scale)));
    });
}

TEST_CASE("sums and products commute, also in whether they overflow") {
    for_all(2000, [] {
        const Decimal a = *any_number();
        const Decimal b = *any_number();
        RC_ASSERT(same(checked_add(a, b), checked_add(b, a)));
        RC_ASSERT(same(checked_multiply(a, b), checked_multiply(b, a)));
        RC_ASSERT(same(checked_subtract(a, b), checked_add(a, -b)));
    });
}

TEST_CASE("sums and products associate, and products distribute over sums, where nothing overflows") {
    for_all(4000, [] {
        const Decimal a = *any_decimal(-6, 6, 12);
        const Decimal b = *any_decimal(-6, 6, 12);
        const Decimal c = *any_decimal(-6, 6, 12);
        RC_ASSERT(identical((a + b) + c, a + (b + c)));
        RC_ASSERT(identical((a * b) * c, a * (b * c)));
        RC_ASSERT(identical(a * (b + c), a * b + a * c));
        RC_ASSERT(identical((a + b) * c, a * c + b * c));
    });
}

TEST_CASE("nothing and one change no number, and what is added can be taken away") {
    for_all(2000, [] {
        const Decimal a = *any_number();
        const Decimal b = *any_number();
        RC_ASSERT(identical(a + Decimal::of(0, a.scale), a));
        RC_ASSERT(identical(a * 1, a));
        RC_ASSERT(identical(a * -1, -a));
        RC_ASSERT(identical(-(-a), a));
        RC_ASSERT(identical(a - a, Decimal::of(0, a.scale)));
        // At the scale of the sum the number itself may have no room.
        const auto sum = checked_add(a, b);
        const auto back = sum ? checked_subtract(*sum, b) : std::nullopt;
        if (back) RC_ASSERT(*back == a);
    });
}

// ── order ──

TEST_CASE("the order is that of the fractions, and equal numbers have one hash") {
    for_all(4000, [] {
        const Decimal a = *any_number();
        // Every other one is the same number at another scale, or next to it.
        Decimal b = *any_number();
        if (*full(rc::gen::arbitrary<bool>())) {
            b = rescaled(a, std::clamp(a.scale + *between(-5, 5), -99, 99)).value_or(a);
            b = checked_add(b, Decimal::of(*between(-1, 1), b.scale)).value_or(b);
        }
        const Fraction x = oracle::value(a);
        const Fraction y = oracle::value(b);
        const int order = x < y ? -1 : x > y ? 1 : 0;
        RC_ASSERT(oracle::order_of(a <=> b) == order);
        RC_ASSERT(oracle::order_of(b <=> a) == -order);
        RC_ASSERT((a == b) == (order == 0));
        RC_ASSERT(identical(a, b) == (order == 0 && a.scale == b.scale));
        RC_ASSERT(sign(a) == (x < 0 ? -1 : x > 0 ? 1 : 0));
        if (order == 0) RC_ASSERT(std::hash<Decimal>{}(a) == std::hash<Decimal>{}(b));
    });
}

TEST_CASE("ratios are in the order of their products across") {
    for_all(3000, [] {
        const Ratio a = *any_number() / any_divisor();
        Ratio b = *any_number() / any_divisor();
        // Every other one the same ratio in larger numbers, or next to it.
        if (*full(rc::gen::arbitrary<bool>())) {
            const auto more = checked_multiply(a.numerator, 7);
            const auto over = checked_multiply(a.denominator, 7);
            if (more && over) {
                const Decimal step = Decimal::of(*between(-1, 1), more->scale);
                b = checked_add(*more, step).value_or(*more) / *over;
            }
        }
        const Fraction left = oracle::value(a.numerator) * oracle::value(b.denominator);
        const Fraction right = oracle::value(b.numerator) * oracle::value(a.denominator);
        RC_ASSERT(oracle::order_of(a <=> b) == (left < right ? -1 : left > right ? 1 : 0));
        RC_ASSERT((a == b) == (left == right));
        RC_ASSERT(a == a);
    });
}

// ── text ──

TEST_CASE("a number that is written and read is the same number with the same scale") {
    for_all(3000, [] {
        const Decimal a = *rc::gen::oneOf(any_decimal(0, 99), any_decimal(0, 4, 15));
        const std::string text = to_string(a);
        RC_ASSERT(identical(parse_decimal(text).value(), a));
        RC_ASSERT(identical(parse_json_number(text).value(), a));
        RC_ASSERT(fmt::format("{}", a) == text);
        // The reader of documents takes separators too, and knows the word of the unit.
        const Printed printed = read_printed(fmt::format("{:,}万元", a));
        RC_ASSERT(printed.state == State::value);
        RC_ASSERT(identical(printed.value, a));
        RC_ASSERT(printed.unit == std::optional(unit::wan_yuan));
    });
}

TEST_CASE("a number known to tens or hundreds is read with its scale from a text with an exponent") {
    for_all(2000, [] {
        const Decimal a = *any_number();
        const std::string text = oracle::coefficient(a).str() + "e" + std::to_string(-a.scale);
        RC_ASSERT(identical(parse_json_number(text).value(), a));
        // In plain digits the value stays, and the scale if there are decimals.
        const std::string plain = to_string(a);
        const auto read = parse_decimal(plain);
        if (plain.size() <= 38) RC_ASSERT(read.value() == a);
        if (read && a.scale >= 0) RC_ASSERT(identical(*read, a));
    });
}

TEST_CASE("digits are written only as they are, or with a rounding that is named") {
    for_all(2000, [] {
        const Decimal a = *any_decimal(-4, 12, 20);
        const int scale = *between(0, 14);
        const Rounding rounding = *any_rounding();
        const Whole expected = oracle::rounded(oracle::value(a), scale, rounding);
        const std::string text = fmt::format(
            fmt::runtime("{:." + std::to_string(scale) + std::string(name_of(rounding)) + "}"), a);
        RC_ASSERT(text == to_string(oracle::decimal(expected, scale)));
        const bool lossy = oracle::value(a) != oracle::value(oracle::decimal(expected, scale));
        bool refused = false;
        try {
            (void)fmt::format(fmt::runtime("{:." + std::to_string(scale) + "}"), a);
        } catch (const fmt::format_error&) {
            refused = true;
        }
        RC_ASSERT(refused == lossy);
    });
}

TEST_CASE("a change of unit and back is the same amount, with one hash and one place in the order") {
    for_all(3000, [] {
        const Money a{*any_decimal(-8, 8), *any_money_unit()};
        const MoneyUnit unit = *any_money_unit();
        const Money b{*any_decimal(-8, 8), *any_money_unit()};
        RC_ASSERT(identical(a.in(unit).in(a.unit), a));
        RC_ASSERT(a.in(unit) == a);
        RC_ASSERT(std::hash<Money>{}(a.in(unit)) == std::hash<Money>{}(a));
        const auto yuan = [](const Money& money) {
            return Fraction(oracle::value(money.amount) * oracle::power_of_ten(power_of(money.unit)));
        };
        RC_ASSERT(oracle::order_of(a <=> b) == (yuan(a) < yuan(b) ? -1 : yuan(a) > yuan(b) ? 1 : 0));
        std::optional<Money> sum;
        try {
            sum = a + b;
        } catch (const Overflow&) {
        }
        if (sum) RC_ASSERT(yuan(*sum) == yuan(a) + yuan(b));
        // Known to the last digit of either, in whatever unit.
        if (sum)
            RC_ASSERT(sum->amount.scale - power_of(sum->unit) ==
                      std::max(a.amount.scale - power_of(a.unit), b.amount.scale - power_of(b.unit)));
    });
}

// ── rounding ──

TEST_CASE("a number is rounded as the definition of each rounding says") {
    for_all(3000, [] {
        const Decimal a = *any_number();
        const int scale = scale_near(a);
        for (const RoundingEntry& entry : roundings) {
            const auto expected = held(Fraction(oracle::rounded(oracle::value(a), scale, entry.rounding)) *
                                           (scale < 0 ? Fraction(oracle::power_of_ten(-scale))
                                                      : Fraction(1, oracle::power_of_ten(scale))),
                                       scale);
            RC_ASSERT(same(attempt([&] { return rounded(a, scale, entry.rounding); }), expected));
            // Mirrored below zero, but for the two that are seen from the number line.
            const Rounding mirrored = entry.rounding == Rounding::floor     ? Rounding::ceiling
                                      : entry.rounding == Rounding::ceiling ? Rounding::floor
                                                                            : entry.rounding;
            if (expected) RC_ASSERT(identical(rounded(-a, scale, mirrored), -*expected));
            // What is rounded already stays.
            if (expected) RC_ASSERT(identical(rounded(*expected, scale, entry.rounding), *expected));
        }
    });
}

TEST_CASE("a ratio is rounded once, from its exact value, as a number and as a percentage") {
    for_all(3000, [] {
        const Decimal n = *rc::gen::oneOf(any_decimal(-6, 6, 20), any_number());
        // Divisors that make ties, and any.
        const Decimal small = *rc::gen::element(2, 4, 8, 20, 40, 125, 200);
        const Decimal d = *full(rc::gen::arbitrary<bool>()) ? small : any_divisor();
        const Ratio ratio = *full(rc::gen::arbitrary<bool>()) ? n / d : n / -d;
        const int scale = *rc::gen::oneOf(between(-4, 12), between(-99, 97));
        const auto held_of = [&](const Fraction& value, Rounding rounding) {
            const Whole digits = oracle::rounded(value, scale, rounding);
            return abs(digits) > oracle::coefficient_max ? std::nullopt
                                                         : std::optional(oracle::decimal(digits, scale));
        };
        for (const RoundingEntry& entry : roundings) {
            const auto expected = held_of(oracle::value(ratio), entry.rounding);
            RC_ASSERT(same(attempt([&] { return rounded(ratio, scale, entry.rounding); }), expected));
            // Of a hundred times the ratio, which is another place to round at.
            const auto percent = held_of(oracle::value(ratio) * 100, entry.rounding);
            RC_ASSERT(
                same(attempt([&] { return as_percent(ratio, scale, entry.rounding).points; }), percent));
            if (!percent) continue;
            RC_ASSERT(oracle::value(fraction(Percent(*percent))) == oracle::value(*percent) / 100);
            RC_ASSERT(explains(ratio, Percent(*percent)).contains(entry.rounding));
        }
    });
}

TEST_CASE("a percentage is explained by those roundings that print it and by no other") {
    for_all(2000, [] {
        const Ratio ratio = *any_decimal(0, 2, 8) / Decimal(*rc::gen::element(1, 3, 8, 16, 40, 125, 997));
        const int scale = *between(0, 3);
        const Whole near = oracle::rounded(oracle::value(ratio) * 100, scale, Rounding::half_even);
        const Percent stated(oracle::decimal(near + *between(-1, 1), scale));
        for (const RoundingEntry& entry : roundings)
            RC_ASSERT(explains(ratio, stated).contains(entry.rounding) ==
                      (oracle::rounded(oracle::value(ratio) * 100, scale, entry.rounding) ==
                       oracle::coefficient(stated.points)));
    });
}

// ── intervals ──

TEST_CASE("a printed figure stands for exactly the values that print as it does") {
    for_all(4000, [] {
        const int scale = *between(-3, 4);
        const Decimal printed = *any_decimal(scale, scale, 12);
        // A value near it, with three more digits; every third of them at an end.
        const int offset = *rc::gen::oneOf(between(-1100, 1100), rc::gen::element(-1000, -500, 0, 500, 1000));
        const Decimal value = *rescaled(printed, scale + 3) + Decimal::of(offset, scale + 3);
        const Whole digits = oracle::coefficient(printed);
        const auto prints = [&](Rounding rounding) {
            return oracle::rounded(oracle::value(value), scale, rounding) == digits;
        };
        const auto stands_for = [&](Printing printing) {
            return contains(interval_of(printed, scale, printing), value);
        };
        RC_ASSERT(stands_for(Printing::half_up) == prints(Rounding::half_up));
        RC_ASSERT(stands_for(Printing::truncated) == prints(Rounding::down));
        RC_ASSERT(stands_for(Printing::exact) == (oracle::value(value) == oracle::value(printed)));
        // Nobody knows how ties went: whatever rounds to the nearest may have been meant.
        RC_ASSERT(stands_for(Printing::nearest) ==
                  (prints(Rounding::half_up) || prints(Rounding::half_down) || prints(Rounding::half_even)));
        // The other ways to the same say the same: a number with zeros behind it, and quotients in small and in large
        // numbers.
        const Decimal with_zeros = *rescaled(printed, scale + *between(1, 9));
        const Ratio small = shifted(value, scale + 3) / *rescaled(shifted(1, scale + 3), 0);
        const Decimal divisor = *rc::gen::element(Decimal(1), Decimal(7), Decimal::of(125, 1));
        for (const PrintingEntry& entry : printings) {
            RC_ASSERT(interval_of(with_zeros, scale, entry.printing) ==
                      interval_of(printed, scale, entry.printing));
            RC_ASSERT(prints_as(small, printed, scale, entry.printing) == stands_for(entry.printing));
            RC_ASSERT(prints_as((value * divisor) / divisor, printed, scale, entry.printing) ==
                      stands_for(entry.printing));
        }
    });
}
