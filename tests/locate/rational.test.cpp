// SPDX-License-Identifier: MIT
#include "locate/rational.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <utility>
#include <vector>

using namespace tieout;
using detail::Rational;
using Fraction = boost::multiprecision::cpp_rational;

namespace {

Fraction of(const Rational& number) {
    return {boost::multiprecision::cpp_int(number.numerator().str()),
            boost::multiprecision::cpp_int(number.denominator().str())};
}

} // namespace

TEST_CASE("fractions are what fractions without a bound are, whether they fit two words or not") {
    std::mt19937_64 random(20260714);
    const auto any = [&] {
        // Short numbers and such as leave 64 bits with the next product.
        const int bits = 2 + static_cast<int>(random() % 62);
        const auto n = static_cast<std::int64_t>(random() >> (64 - bits));
        const auto d = static_cast<std::int64_t>(random() >> (64 - (2 + random() % 40)));
        return Rational(random() % 2 == 0 ? n : -n, random() % 3 == 0 ? 1 : d + 1);
    };
    int big = 0;
    for (int run = 0; run < 20000; ++run) {
        const Rational a = any() * any();
        const Rational b = any();
        const Rational c = any();
        Rational sum = c;
        sum.add_product(a, b);
        REQUIRE(of(sum) == of(c) + of(a) * of(b));
        REQUIRE(of(a + b) == of(a) + of(b));
        REQUIRE(of(a - b) == of(a) - of(b));
        REQUIRE(of(a * b) == of(a) * of(b));
        REQUIRE(compare(a, b) == of(a).compare(of(b)));
        REQUIRE(a.sign() == of(a).sign());
        REQUIRE(a.is_zero() == (of(a) == 0));
        REQUIRE(a.is_one() == (of(a) == 1));
        if (!b.is_zero()) REQUIRE(of(a / b) == of(a) / of(b));
        big += sum.is_big();
    }
    CHECK(big > 1000);
    CHECK(big < 19000);
}

TEST_CASE("a fraction is copied and moved with all its digits") {
    const Rational small(1, 3);
    const Rational huge = Rational(std::numeric_limits<std::int64_t>::max()) *
                          Rational(std::numeric_limits<std::int64_t>::max());
    REQUIRE(huge.is_big());
    REQUIRE(!small.is_big());
    for (const Rational* from : {&small, &huge})
        for (const Rational* to : {&small, &huge}) {
            Rational copy = *to;
            copy = *from;
            CHECK(copy == *from);
            Rational moved = *to;
            moved = std::move(copy);
            CHECK(moved == *from);
            const Rational taken(std::move(moved));
            CHECK(taken == *from);
            // One that was moved from can be used again.
            moved = *to;
            CHECK(moved == *to);
        }
    std::vector<Rational> many(3, huge);
    many.insert(many.begin() + 1, small);
    many.erase(many.begin());
    CHECK(many[0] == small);
    CHECK(many[2] == huge);
}

TEST_CASE("the digits of a fraction are the same in 64 bits as without a bound") {
    std::mt19937_64 random(7);
    for (int run = 0; run < 5000; ++run) {
        const auto n = static_cast<std::int64_t>(random() >> (8 + random() % 50));
        const Rational number(random() % 2 == 0 ? n : -n, 1 + static_cast<std::int64_t>(random() % 5000));
        const int scale = static_cast<int>(random() % 8);
        for (const Rounding rounding : {Rounding::floor, Rounding::ceiling}) {
            const auto digits = detail::narrowed(
                detail::quotient_at({number.numerator(), 0}, {number.denominator(), 0}, scale, rounding));
            const auto shorter = number.short_decimal(scale, rounding);
            if (shorter) CHECK(identical(*shorter, *digits));
            CHECK(identical(*detail::decimal_of(number, scale, rounding), *digits));
        }
    }
    CHECK(identical(*Rational(-7, 2).short_decimal(0, Rounding::floor), Decimal(-4)));
    CHECK(identical(*Rational(-7, 2).short_decimal(0, Rounding::ceiling), Decimal(-3)));
    CHECK(identical(*Rational(4).short_decimal(1, Rounding::floor), Decimal::of(40, 1)));
    CHECK(!Rational(1, 3).short_decimal(2, Rounding::half_even));
    CHECK(!Rational(std::numeric_limits<std::int64_t>::max()).short_decimal(1, Rounding::floor));
    CHECK(!Rational(5).short_decimal(-1, Rounding::floor));
}
