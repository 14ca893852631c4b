// SPDX-License-Identifier: MIT
#include "oracle.hpp"

#include "../base/ended.hpp"

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <limits>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <vector>

using namespace tieout;
using namespace tieout::literals;
using oracle::Fraction;
using oracle::Whole;

namespace {

constexpr Decimal largest = 99999999999999999999999999999999999999_dec;

template <Decimal D>
constexpr Decimal held = D;

template <class From>
concept makes_decimal = requires(From from) {
    Decimal(from);
};

template <class A, class B>
concept divisible_in_place = requires(A a, B b) {
    a /= b;
};

// Numbers come from integers and from text.
static_assert(makes_decimal<int> && makes_decimal<std::uint64_t> && makes_decimal<std::int8_t>);
static_assert(!makes_decimal<double> && !makes_decimal<float> && !makes_decimal<long double>);
static_assert(!makes_decimal<bool> && !makes_decimal<char> && !makes_decimal<wchar_t> &&
              !makes_decimal<char8_t>);
static_assert(!makes_decimal<const char*> && !makes_decimal<std::nullptr_t>);
static_assert(std::is_convertible_v<int, Decimal> && !std::is_convertible_v<Decimal, int>);
static_assert(!divisible_in_place<Decimal, Decimal>);

static_assert(sizeof(Decimal) == 24 && std::is_trivially_copyable_v<Decimal>);
static_assert(identical(held<20.70_dec>, Decimal::of(2070, 2)));
static_assert(std::is_same_v<decltype(1_dec <=> 2_dec), std::weak_ordering>);

static_assert(Decimal() == 0 && Decimal().scale == 0);
static_assert(Decimal(INT64_MIN) == -9223372036854775808_dec &&
              Decimal(UINT64_MAX) == 18446744073709551615_dec);
static_assert(20.70_dec == 20.7_dec && !identical(20.70_dec, 20.7_dec));
static_assert(identical(1.10_dec + 2.2_dec, 3.30_dec) && identical(1.1_dec - 1.10_dec, 0.00_dec));
static_assert(identical(1.10_dec * 2.2_dec, 2.420_dec));
static_assert(identical(-20.70_dec, 0_dec - 20.70_dec) && +20.70_dec == 20.7_dec);
static_assert(sign(-0.01_dec) == -1 && sign(0.00_dec) == 0 && sign(0.01_dec) == 1 && is_zero(0.00_dec));
static_assert(identical(abs(-20.70_dec), 20.70_dec) && identical(abs(20.70_dec), 20.70_dec));
static_assert(shifted(1475.43_dec, 4) == 14754300 && shifted(1475.43_dec, 4).scale == -2);
static_assert(identical(*rescaled(20.7_dec, 2), 20.70_dec) && identical(*rescaled(20.70_dec, 1), 20.7_dec));
static_assert(!rescaled(20.75_dec, 1) && identical(*rescaled(1200_dec, -2), Decimal::of(12, -2)));
static_assert(identical(trimmed(20.70_dec), 20.7_dec) && identical(trimmed(100.00_dec), 100_dec));
static_assert(identical(trimmed(100_dec), 100_dec) && identical(trimmed(0.000_dec), 0_dec));
static_assert(identical(trimmed(shifted(1475.43_dec, 4)), Decimal::of(147543, -2)));
static_assert(identical(unit_in_last_place(20.70_dec), 0.01_dec) &&
              unit_in_last_place(Decimal::of(147543, -2)) == 100);
static_assert(identical(rounded(20.75_dec, 1, Rounding::half_up), 20.8_dec));
static_assert(identical(rounded(20.7_dec, 3, Rounding::down), 20.700_dec));

template <class Operation>
bool overflows(Operation operation) {
    try {
        (void)operation();
        return false;
    } catch (const Overflow&) {
        return true;
    }
}

} // namespace

TEST_CASE("sums, differences and products are exact or said to overflow") {
    oracle::Generator any(1);
    int overflowed = 0;
    for (int i = 0; i < 40'000; ++i) {
        const bool near = i % 2 == 0;
        const Decimal a = near ? any.number(-4, 6) : any.number(-99, 99);
        const Decimal b = near ? any.number(-4, 6) : any.number(-99, 99);
        const auto check = [&](std::optional<Decimal> result, const Fraction& expected, int scale) {
            const Whole coefficient = oracle::rounded(expected, scale, Rounding::down);
            const bool fits = abs(coefficient) <= oracle::coefficient_max && scale >= -99 && scale <= 99;
            CHECK_EQ(result.has_value(), fits);
            if (!result || !fits) return ++overflowed, void();
            CHECK_EQ(oracle::coefficient(*result), coefficient);
            CHECK_EQ(result->scale, scale);
        };
        const int scale = std::max(a.scale, b.scale);
        check(checked_add(a, b), oracle::value(a) + oracle::value(b), scale);
        check(checked_subtract(a, b), oracle::value(a) - oracle::value(b), scale);
        check(checked_multiply(a, b), oracle::value(a) * oracle::value(b), a.scale + b.scale);

        // The operators agree with the checked functions.
        const auto agree = [](std::optional<Decimal> checked, auto operation) {
            if (!checked) return overflows(operation);
            return identical(*checked, operation());
        };
        CHECK(agree(checked_add(a, b), [&] { return a + b; }));
        CHECK(agree(checked_subtract(a, b), [&] { return a - b; }));
        CHECK(agree(checked_multiply(a, b), [&] { return a * b; }));
        CHECK(identical(-(-a), a));
        CHECK_EQ(oracle::value(-a), Fraction(-oracle::value(a)));
    }
    CHECK(overflowed > 1'000);
}

TEST_CASE("the range is symmetric and its ends are sharp") {
    CHECK(identical(largest + 0, largest));
    CHECK(overflows([] { return largest + 1; }));
    CHECK(overflows([] { return -largest - 1; }));
    CHECK(overflows([] { return largest + largest; }));
    CHECK(overflows([] { return -largest - largest; }));
    CHECK(identical(largest - largest, 0_dec));
    CHECK(identical(-largest + largest, 0_dec));
    CHECK(identical(largest - 1 + 1, largest));
    CHECK(overflows([] { return largest * 2; }));
    CHECK(overflows([] { return largest * largest; }));
    CHECK(identical(largest * -1, -largest));
    CHECK(identical(-(-largest), largest));
}

TEST_CASE("no zeros are dropped to make a result fit") {
    // 10^37 and 0.1: the sum would fit if the scale did, but 10^37 with one decimal has 39 digits.
    const Decimal big = 10000000000000000000000000000000000000_dec;
    CHECK_FALSE(checked_add(big, 0.0_dec));
    CHECK_FALSE(checked_multiply(big, 10_dec));
    CHECK(checked_multiply(big, Decimal::of(1, -1)));
    CHECK(checked_add(Decimal::of(0, -50), 0.5_dec)); // zero fits with every scale
}

TEST_CASE("a scale beyond 99 is an overflow") {
    CHECK(Decimal::of(1, 99).scale == 99);
    CHECK(Decimal::of(1, -99).scale == -99);
    CHECK(overflows([] { return Decimal::of(1, 100); }));
    CHECK(overflows([] { return Decimal::of(1, -100); }));
    CHECK(overflows([] { return Decimal::of(1, 50) * Decimal::of(1, 50); }));
    CHECK(overflows([] { return shifted(Decimal::of(1, 99), -1); }));
    CHECK(overflows([] { return shifted(Decimal::of(1, -99), 1); }));
    CHECK(overflows([] { return rounded(1_dec, 100, Rounding::up); }));
    CHECK_FALSE(rescaled(0_dec, 100));
}

TEST_CASE("compound assignment leaves the number as it was when it overflows") {
    Decimal d = largest;
    CHECK(overflows([&] { return d += 1; }));
    CHECK(identical(d, largest));
    d -= 1;
    d += 1;
    d *= -1;
    CHECK(identical(d, -largest));
}

TEST_CASE("numbers compare by value whatever their scales") {
    oracle::Generator any(2);
    for (int i = 0; i < 40'000; ++i) {
        const Decimal a = i % 2 == 0 ? any.number(-3, 3, 12) : any.number(-99, 99);
        Decimal b = i % 2 == 0 ? any.number(-3, 3, 12) : any.number(-99, 99);
        // Every fourth pair is equal or as near as can be.
        if (i % 4 == 1) {
            const int more = any.whole(0, 5);
            if (const auto same = rescaled(a, std::min(a.scale + more, 99))) b = *same;
            if (i % 8 == 1) {
                if (const auto next = checked_add(b, Decimal::of(any.whole(-1, 1), b.scale))) b = *next;
            }
        }
        const Fraction x = oracle::value(a);
        const Fraction y = oracle::value(b);
        CHECK_EQ(oracle::order_of(a <=> b), (x < y ? -1 : x > y ? 1 : 0));
        CHECK_EQ((a == b), (x == y));
        if (a == b) CHECK_EQ(std::hash<Decimal>{}(a), std::hash<Decimal>{}(b));
        CHECK(identical(a, a));
        CHECK_EQ(identical(a, b), (x == y && a.scale == b.scale));
    }
    CHECK(Decimal::of(1, 99) > 0);
    CHECK(Decimal::of(1, -99) > Decimal::of(INT64_MAX, 99));
    CHECK(-Decimal::of(1, -99) < Decimal::of(1, 99));
    CHECK(Decimal::of(0, -99) == Decimal::of(0, 99));
}

TEST_CASE("equal numbers share one hash and different ones rarely do") {
    const std::hash<Decimal> hash;
    CHECK(hash(20.7_dec) == hash(20.70_dec));
    CHECK(hash(14754300_dec) == hash(shifted(1475.43_dec, 4)));
    CHECK(hash(0_dec) == hash(Decimal::of(0, 99)));
    CHECK(hash(0_dec) == hash(Decimal::of(0, -99)));
    CHECK(hash(12345678901234567890123456.00_dec) == hash(12345678901234567890123456_dec));
    std::unordered_set<std::size_t> seen;
    for (int i = -5'000; i < 5'000; ++i) seen.insert(hash(Decimal::of(i, 2)));
    CHECK(seen.size() == 10'000);
}

TEST_CASE("rounding to any scale is what the definition says, in all seven ways") {
    oracle::Generator any(3);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal d = i % 3 == 0 ? any.number(-99, 99) : any.number(-3, 20);
        const int scale = i % 3 == 0 ? any.whole(-99, 99) : std::max(d.scale - any.whole(-2, 40), -99);
        for (const RoundingEntry& entry : roundings) {
            const Whole expected = oracle::rounded(oracle::value(d), scale, entry.rounding);
            const bool fits = abs(expected) <= oracle::coefficient_max;
            if (!fits) {
                CHECK(overflows([&] { return rounded(d, scale, entry.rounding); }));
                continue;
            }
            const Decimal result = rounded(d, scale, entry.rounding);
            CHECK_EQ(oracle::coefficient(result), expected);
            CHECK_EQ(result.scale, scale);
        }
        const bool exact = oracle::value(d) * (scale >= 0 ? Fraction(oracle::power_of_ten(scale))
                                                          : Fraction(1, oracle::power_of_ten(-scale))) ==
                           Fraction(oracle::rounded(oracle::value(d), scale, Rounding::down));
        const auto same = rescaled(d, scale);
        CHECK_EQ(same.has_value(), (exact && abs(oracle::rounded(oracle::value(d), scale, Rounding::down)) <=
                                                 oracle::coefficient_max));
        if (same) CHECK((*same == d && same->scale == scale));
    }
}

TEST_CASE("rounding the largest number up leaves the range") {
    CHECK(rounded(largest, -1, Rounding::up) == rounded(largest, -1, Rounding::half_up));
    CHECK(overflows([] { return rounded(largest, 1, Rounding::up); }));
    CHECK(rounded(Decimal::of(1, 99), 0, Rounding::up) == 1);
    CHECK(rounded(Decimal::of(1, 99), 0, Rounding::half_up) == 0);
    CHECK(identical(rounded(Decimal::of(5, 0), -1, Rounding::half_up), Decimal::of(1, -1)));
    CHECK(identical(rounded(Decimal::of(5, 0), -1, Rounding::half_even), Decimal::of(0, -1)));
    CHECK(identical(rounded(Decimal::of(5, 0), -99, Rounding::ceiling), Decimal::of(1, -99)));
}

// ---- text ----

TEST_CASE("a number written and read again is identical") {
    oracle::Generator any(4);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal d = any.number(0, 99);
        const std::string text = to_string(d);
        const auto read = parse_decimal(text);
        REQUIRE_MESSAGE(read.has_value(), text);
        CHECK(identical(*read, d));
        CHECK(text.size() <= decimal_text_max);
        const auto json = parse_json_number(text);
        REQUIRE(json.has_value());
        CHECK(identical(*json, d));
    }
}

TEST_CASE("a number is written as an unbounded integer would be, with its point put in") {
    oracle::Generator any(5);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal d = any.number(-99, 99);
        const Whole c = oracle::coefficient(d);
        std::string digits = Whole(abs(c)).str();
        if (d.scale <= 0) {
            if (c != 0) digits.append(static_cast<std::size_t>(-d.scale), '0');
        } else {
            const auto decimals = static_cast<std::size_t>(d.scale);
            if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
            digits.insert(digits.size() - decimals, ".");
        }
        CHECK_EQ(to_string(d), (c < 0 ? "-" : "") + digits);
    }
    CHECK(to_string(20.70_dec) == "20.70");
    CHECK(to_string(-0.05_dec) == "-0.05");
    CHECK(to_string(shifted(1475.43_dec, 4)) == "14754300");
    CHECK(to_string(Decimal::of(0, -2)) == "0");
    CHECK(to_string(0.00_dec) == "0.00");
    CHECK(to_string(rounded(-0.4_dec, 0, Rounding::half_up)) == "0"); // there is no negative zero
    CHECK(to_string(shifted(-largest, 99)).size() == decimal_text_max);
}

TEST_CASE("plain numbers are read whole") {
    const auto reads = [](std::string_view text, const Decimal& expected) {
        const auto read = parse_decimal(text);
        return read && identical(*read, expected);
    };
    CHECK(reads("0", 0));
    CHECK(reads("-0", 0));
    CHECK(reads("007", 7));
    CHECK(reads("+5", 5));
    CHECK(reads("-20.70", -20.70_dec));
    CHECK(reads("0.00", 0.00_dec));
    CHECK(reads("123456789012345678", 123456789012345678_dec));   // the longest for the short way
    CHECK(reads("1234567890123456789", 1234567890123456789_dec)); // and one longer
    CHECK(reads("99999999999999999999999999999999999999", largest));
    CHECK(reads("-99999999999999999999999999999999999999", -largest));
    CHECK(reads(std::string(200, '0') + "99999999999999999999999999999999999999", largest));
    CHECK(reads("0." + std::string(61, '0') + "12345678901234567890123456789012345678",
                shifted(12345678901234567890123456789012345678_dec, -99)));
    CHECK(reads("0." + std::string(99, '0'), Decimal::of(0, 99)));
    CHECK(reads("1." + std::string(37, '0'), *rescaled(1, 37)));
}

TEST_CASE("each fault of a number has a kind and a place") {
    struct Row {
        std::string text;
        NumberFault fault;
        std::size_t offset;
    };
    const std::vector<Row> rows = {
        {"", NumberFault::empty, 0},
        {"-", NumberFault::not_a_number, 1},
        {"+", NumberFault::not_a_number, 1},
        {".", NumberFault::not_a_number, 0},
        {"abc", NumberFault::not_a_number, 0},
        {" 5", NumberFault::not_a_number, 0},
        {"--5", NumberFault::not_a_number, 1},
        {",5", NumberFault::not_a_number, 0},
        {"nan", NumberFault::not_a_number, 0},
        {"５", NumberFault::not_a_number, 0},
        {"5 ", NumberFault::trailing_text, 1},
        {"20.70元", NumberFault::trailing_text, 5},
        {"12abc", NumberFault::trailing_text, 2},
        {"1-2", NumberFault::trailing_text, 1},
        {std::string("5\0", 2), NumberFault::trailing_text, 1},
        {"1,234", NumberFault::misplaced_separator, 1},
        {"1.2,3", NumberFault::misplaced_separator, 3},
        {"1.2.3", NumberFault::two_points, 3},
        {"1..2", NumberFault::digit_expected_after_point, 2},
        {".5", NumberFault::digit_expected_before_point, 0},
        {"-.5", NumberFault::digit_expected_before_point, 1},
        {"5.", NumberFault::digit_expected_after_point, 2},
        {"5.x", NumberFault::digit_expected_after_point, 2},
        {"1e3", NumberFault::exponent_not_allowed, 1},
        {"1.5E3", NumberFault::exponent_not_allowed, 3},
        {"100000000000000000000000000000000000000", NumberFault::too_many_digits, 38},
        {"0.100000000000000000000000000000000000000", NumberFault::too_many_digits, 40},
        {"0." + std::string(100, '0'), NumberFault::scale_out_of_range, 101},
    };
    for (const Row& row : rows) {
        const auto read = parse_decimal(row.text);
        REQUIRE_MESSAGE(!read.has_value(), row.text);
        CHECK_MESSAGE(name_of(read.error().fault) == name_of(row.fault), row.text);
        CHECK_MESSAGE(read.error().offset == row.offset, row.text);
    }
}

// RFC 8259, section 6.
TEST_CASE("JSON numbers are read with their exponent, and by the grammar of JSON") {
    const auto reads = [](std::string_view text, const Decimal& expected) {
        const auto read = parse_json_number(text);
        return read && identical(*read, expected);
    };
    CHECK(reads("0", 0));
    CHECK(reads("-0.0", 0.0_dec));
    CHECK(reads("20.70", 20.70_dec));
    CHECK(reads("1.5e3", Decimal::of(15, -2)));
    CHECK(reads("1.50E+1", 15.0_dec));
    CHECK(reads("15e-1", 1.5_dec));
    CHECK(reads("1e99", Decimal::of(1, -99)));
    CHECK(reads("1e-99", Decimal::of(1, 99)));
    CHECK(reads("1e0000000000000000000000000000000000000001", Decimal::of(1, -1)));
    CHECK(reads("0." + std::string(150, '0') + "1e151", 1));

    const auto fails = [](std::string_view text, NumberFault fault, std::size_t offset) {
        const auto read = parse_json_number(text);
        return !read && read.error() == NumberError{fault, offset};
    };
    CHECK(fails("+5", NumberFault::not_a_number, 0));
    CHECK(fails("-", NumberFault::not_a_number, 1));
    CHECK(fails("007", NumberFault::leading_zero, 0));
    CHECK(fails("-01.5", NumberFault::leading_zero, 1));
    CHECK(fails("1e", NumberFault::digit_expected_in_exponent, 2));
    CHECK(fails("1e+", NumberFault::digit_expected_in_exponent, 3));
    CHECK(fails("1ex", NumberFault::digit_expected_in_exponent, 2));
    CHECK(fails("1e5.", NumberFault::two_points, 3));
    CHECK(fails("1.e5", NumberFault::digit_expected_after_point, 2));
    CHECK(fails("1e100", NumberFault::scale_out_of_range, 1));
    CHECK(fails("1e-100", NumberFault::scale_out_of_range, 1));
    CHECK(fails("1e999999999", NumberFault::scale_out_of_range, 1));
    CHECK(fails("0e-99999999999999999999999999", NumberFault::scale_out_of_range, 1));
    CHECK(fails("1e18446744073709551616", NumberFault::scale_out_of_range, 1)); // 2^64
    CHECK(fails("Infinity", NumberFault::not_a_number, 0));
}

TEST_CASE("ten million digits end in an error or a number, and soon") {
    const std::string many(10'000'000, '9');
    CHECK(parse_decimal(many).error() == NumberError{NumberFault::too_many_digits, 38});
    CHECK(parse_json_number(many).error().fault == NumberFault::too_many_digits);
    CHECK(parse_json_number("1e" + many).error().fault == NumberFault::scale_out_of_range);
    CHECK(parse_json_number("1e-" + many).error().fault == NumberFault::scale_out_of_range);
    const std::string zeros(10'000'000, '0');
    CHECK(parse_decimal(zeros + "1").value() == 1);
    CHECK(parse_decimal("0." + zeros).error().fault == NumberFault::scale_out_of_range);
    CHECK(parse_json_number("0." + zeros + "1e10000001").value() == 1);
}

TEST_CASE("every fault stands at its place in the table") {
    for (const NumberFaultEntry& entry : number_faults) {
        CHECK(name_of(entry.fault) == entry.name);
        CHECK(message_of(entry.fault) == entry.message);
    }
    CHECK(name_of(NumberFault::invalid_encoding) == "invalid_encoding");
}

TEST_CASE("random bytes are a number or an error within the text") {
    std::mt19937_64 random(6);
    constexpr std::string_view letters = "0123456789..--++eE,x ";
    for (int i = 0; i < 100'000; ++i) {
        std::string text(random() % 12, ' ');
        for (char& c : text) c = letters[random() % letters.size()];
        for (const auto& read : {parse_decimal(text), parse_json_number(text)}) {
            if (!read) {
                CHECK(read.error().offset <= text.size());
            } else {
                const bool starts = detail::is_digit(text[0]) || text[0] == '-' || text[0] == '+';
                CHECK(starts);
            }
        }
    }
}

TEST_CASE("a scale that a program wrote beyond its bounds is compared rightly, and never written") {
    Decimal tiny(1);
    tiny.scale = std::numeric_limits<std::int32_t>::max();
    Decimal huge(1);
    huge.scale = std::numeric_limits<std::int32_t>::min();
    CHECK(tiny < huge);
    CHECK(huge > tiny);
    CHECK(tiny != huge);
    CHECK(tiny < Decimal(1));
    CHECK(-huge < -tiny);
    CHECK_THROWS_AS((void)(tiny + huge), Overflow);
    CHECK_THROWS_AS((void)rounded(huge, 2, Rounding::half_up), Overflow);
    CHECK(rounded(tiny, 2, Rounding::half_up) == Decimal(0));
    for (const Decimal& number : {tiny, huge})
        CHECK(test::message_at_the_end_of([&] { std::puts(to_string(number).c_str()); }) ==
              "tieout: a number was written whose scale is beyond 99\n");
}
