// SPDX-License-Identifier: MIT
#include "oracle.hpp"

#include <tieout/numbers/wide.hpp>

#include <doctest/doctest.h>

using namespace tieout;
using oracle::Whole;

namespace {

Whole whole(const detail::U256& value) {
    Whole result = 0;
    for (std::size_t i = 4; i-- > 0;) result = (result << 64) + value.limb[i];
    return result;
}

detail::U256 wide(Whole value) {
    detail::U256 result;
    for (std::uint64_t& limb : result.limb) {
        limb = Whole(value & Whole(UINT64_MAX)).convert_to<std::uint64_t>();
        value >>= 64;
    }
    return result;
}

/// Numbers whose limbs are often all zeros or all ones, where carries and wrong guesses of a quotient happen.
Whole any(std::mt19937_64& random, int limbs) {
    Whole result = 0;
    for (int i = 0; i < limbs; ++i) {
        const std::uint64_t bits = random();
        const std::uint64_t half = random() & 0xFFFFFFFFU;
        const std::uint64_t shapes[] = {0,    UINT64_MAX, UINT64_MAX << 32, 1, std::uint64_t{1} << 63, half,
                                        bits, bits};
        result = (result << 64) + shapes[random() % 8];
    }
    return result;
}

const Whole end_256 = Whole(1) << 256;

} // namespace

TEST_CASE("sums, differences and products of wide integers are those of unbounded ones") {
    std::mt19937_64 random(20260101);
    for (int i = 0; i < 20'000; ++i) {
        const Whole a = any(random, 4);
        const Whole b = any(random, 4);
        CHECK_EQ(whole(detail::add(wide(a), wide(b))), Whole((a + b) % end_256));
        CHECK_EQ(whole(detail::subtract(wide(a), wide(b))), Whole((a - b + end_256) % end_256));
        CHECK_EQ((wide(a) < wide(b)), (a < b));

        const Whole c = any(random, 2);
        const Whole d = any(random, 2);
        CHECK_EQ(whole(detail::multiply(wide(c).low_128(), wide(d).low_128())), Whole(c * d));

        detail::U256 product = wide(a);
        const std::uint64_t factor = random();
        const std::uint64_t carry = detail::multiply_in_place(product, factor);
        CHECK_EQ(Whole(whole(product) + (Whole(carry) << 256)), Whole(a * factor));
    }
}

TEST_CASE("a wide quotient and its remainder make up the dividend") {
    std::mt19937_64 random(20260102);
    for (int i = 0; i < 50'000; ++i) {
        const Whole n = any(random, static_cast<int>(random() % 4) + 1);
        Whole d = any(random, static_cast<int>(random() % 4) + 1);
        if (d == 0) d = 1;
        const detail::Division division = detail::divide(wide(n), wide(d));
        CHECK_EQ(whole(division.quotient), Whole(n / d));
        CHECK_EQ(whole(division.remainder), Whole(n % d));
    }
}

TEST_CASE("a quotient whose first guess is one too large is put right") {
    // The dividend and divisor force the step of the long division that hardly ever happens by chance.
    const Whole n = (Whole(0x7FFFFFFF) << 96) + (Whole(0x80000000U) << 64);
    const Whole d = (Whole(0x80000000U) << 64) + 1;
    const detail::Division division = detail::divide(wide(n), wide(d));
    CHECK_EQ(whole(division.quotient), Whole(n / d));
    CHECK_EQ(whole(division.remainder), Whole(n % d));
}

TEST_CASE("digits are counted exactly at every power of ten and of two") {
    for (int power = 0; power <= detail::power_256_max; ++power) {
        const Whole ten = oracle::power_of_ten(power);
        CHECK_EQ(whole(detail::power_of_ten(power)), ten);
        CHECK_EQ(detail::digit_count(wide(ten)), power + 1);
        CHECK_EQ(detail::digit_count(wide(ten - 1)), power);
    }
    for (int bit = 0; bit < 256; ++bit) {
        const Whole two = Whole(1) << bit;
        CHECK_EQ(detail::digit_count(wide(two)), static_cast<int>(two.str().size()));
        CHECK_EQ(detail::digit_count(wide(two * 2 - 1)), static_cast<int>(Whole(two * 2 - 1).str().size()));
    }
}

TEST_CASE("multiplying by a power of ten fits or says that it does not") {
    std::mt19937_64 random(20260103);
    for (int i = 0; i < 5'000; ++i) {
        const Whole a = any(random, static_cast<int>(random() % 4) + 1);
        const int power = static_cast<int>(random() % 90);
        detail::U256 scaled = wide(a);
        const bool fits = detail::scale_up(scaled, power);
        const Whole expected = a * oracle::power_of_ten(power);
        CHECK_EQ(fits, expected < end_256);
        if (fits) CHECK_EQ(whole(scaled), expected);
    }
}

TEST_CASE("nine digits at a time take a number apart") {
    std::mt19937_64 random(20260104);
    for (int i = 0; i < 5'000; ++i) {
        const Whole a = any(random, 2);
        detail::U128 value = wide(a).low_128();
        const std::uint32_t chunk = detail::divide_by_billion(value);
        CHECK_EQ(Whole(chunk), Whole(a % 1'000'000'000));
        CHECK_EQ(whole(detail::U256(value)), Whole(a / 1'000'000'000));
    }
}
