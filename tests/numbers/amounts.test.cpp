// SPDX-License-Identifier: MIT
#include <tieout/numbers/amounts.hpp>

#include "../property.hpp"

#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_set>
#include <vector>

using namespace tieout;
using namespace tieout::literals;

namespace {

static_assert(identical(1709.11_wan * 12.5_pct, 213.63875_wan));
static_assert(12.5_pct * 1709.11_wan == 1709.11_wan * 12.5_pct);
static_assert(identical(1709.11_wan * 3, 5127.33_wan));
static_assert(1709.11_wan / 2 == 854.555_wan);
static_assert(10_wan / 4 == 25000_yuan);
static_assert(10_wan / 3 > 33333.33_yuan && 10_wan / 3 < 33333.34_yuan);
static_assert(1_wan / 3 == 10000_yuan / 3);
static_assert(identical(rounded(1709.11_wan / 3, 2, Rounding::half_up), 569.70_wan));
static_assert(identical(rounded(10_wan / 3, MoneyUnit::yuan, 2, Rounding::half_up), 33333.33_yuan));
static_assert(identical(sum({467.35_wan, 1241.76_wan}), 1709.11_wan));

struct Row {
    Money executed;
    Percent share;
};

std::vector<Decimal> in_yuan(const std::vector<Money>& parts) {
    std::vector<Decimal> found;
    for (const Money& part : parts) found.push_back(part.in(MoneyUnit::yuan).amount);
    return found;
}
using Numbers = std::vector<Decimal>;

} // namespace

TEST_CASE("the sum of a range keeps the unit and the digits of its terms") {
    const std::vector<Row> rows{{467.35_wan, 27.34_pct}, {1241.76_wan, 72.66_pct}};
    CHECK(identical(sum(rows, &Row::executed), 1709.11_wan));
    CHECK(identical(sum(rows, &Row::share), 100.00_pct));
    CHECK(identical(sum(std::array{1.5_dec, 2.25_dec}), 3.75_dec));
    // Of several units the finest, in which the sum is exact.
    CHECK(identical(sum({0.5_wan, 1_yuan}), 5001_yuan));
    CHECK(sum({1_yi, 2_wan}) == 10002_wan);
    CHECK(sum(std::vector<Money>{}) == 0_yuan);
    CHECK(sum(std::vector<Row>{}, &Row::share) == 0_pct);
}

TEST_CASE("the least and the greatest of amounts are found across units, and stay as they are printed") {
    CHECK(identical(std::min(0.5_wan, 4999_yuan), 4999_yuan));
    CHECK(identical(std::max({0.5_wan, 4999_yuan, 1_qian}), 0.5_wan));
    const std::vector<Row> rows{{1_wan, 5_pct}, {9999_yuan, 6_pct}};
    CHECK(identical(std::ranges::min_element(rows, {}, &Row::executed)->executed, 9999_yuan));
}

TEST_CASE("amounts that are equal have one hash, whatever they are printed in") {
    const std::unordered_set<Money> seen{1_wan, 10000_yuan, 10000.00_yuan};
    CHECK(seen.size() == 1);
    CHECK(seen.contains(0.0001_yi));
}

// ── allocation ──

TEST_CASE("equal parts make the whole, and the first are given what is left over") {
    CHECK(in_yuan(allocate(100.00_yuan, 3, Remainder::first)) == Numbers{33.34_dec, 33.33_dec, 33.33_dec});
    CHECK(in_yuan(allocate(100.01_yuan, 3, Remainder::first)) == Numbers{33.34_dec, 33.34_dec, 33.33_dec});
    CHECK(in_yuan(allocate(99.99_yuan, 3, Remainder::first)) == Numbers{33.33_dec, 33.33_dec, 33.33_dec});
    CHECK(in_yuan(allocate(0.02_yuan, 3, Remainder::first)) == Numbers{0.01_dec, 0.01_dec, 0_dec});
    CHECK(identical(allocate(1_wan, 1, Remainder::first)[0], 1_wan));
}

TEST_CASE("what is left over goes where the rule says") {
    // Due are 33.333…, 66.666… and nothing.
    const std::vector<Decimal> weights{1_dec, 2_dec, 0_dec};
    CHECK(in_yuan(allocate(100.00_yuan, weights, Remainder::largest)) ==
          Numbers{33.33_dec, 66.67_dec, 0_dec});
    CHECK(in_yuan(allocate(100.00_yuan, weights, Remainder::first)) == Numbers{33.34_dec, 66.66_dec, 0_dec});
    CHECK(in_yuan(allocate(100.00_yuan, weights, Remainder::last)) == Numbers{33.33_dec, 66.67_dec, 0_dec});
    // Of equal losses the earlier, and all to the last.
    CHECK(in_yuan(allocate(5_yuan, 3, Remainder::largest)) == Numbers{2_dec, 2_dec, 1_dec});
    CHECK(in_yuan(allocate(5_yuan, 3, Remainder::last)) == Numbers{1_dec, 1_dec, 3_dec});
}

TEST_CASE("the unit of an allocation is the last digit of the amount, in its own unit") {
    const std::vector<Money> parts = allocate(100.0_wan, {50_dec, 30_dec, 20.5_dec}, Remainder::largest);
    CHECK(identical(parts[0], 49.8_wan));
    CHECK(identical(parts[1], 29.8_wan));
    CHECK(identical(parts[2], 20.4_wan));
    CHECK(identical(allocate(100_yuan, 3, Remainder::first)[0], 34_yuan));
    // As amounts spent, in any unit.
    CHECK(in_yuan(allocate(90.00_yuan, std::vector<Money>{1_wan, 20000_yuan}, Remainder::first)) ==
          Numbers{30_dec, 60_dec});
}

TEST_CASE("a negative amount is allocated as its positive is") {
    CHECK(in_yuan(allocate(-100.00_yuan, 3, Remainder::first)) ==
          Numbers{-33.34_dec, -33.33_dec, -33.33_dec});
    CHECK(in_yuan(allocate(0_yuan, 2, Remainder::largest)) == Numbers{0_dec, 0_dec});
}

TEST_CASE("an allocation that makes no sense is refused") {
    CHECK_THROWS_AS((void)allocate(1_yuan, 0, Remainder::first), BadAllocation);
    CHECK_THROWS_AS((void)allocate(1_yuan, {0_dec, 0_dec}, Remainder::first), BadAllocation);
    CHECK_THROWS_AS((void)allocate(1_yuan, {2_dec, -1_dec}, Remainder::first), BadAllocation);
}

TEST_CASE("the largest amounts and weights are allocated exactly") {
    const Money most(99999999999999999999999999999999999999_dec, MoneyUnit::yuan);
    const std::vector<Decimal> weights{99999999999999999999999999999999999999_dec, 1_dec,
                                       99999999999999999999999999999999999998_dec};
    const std::vector<Money> parts = allocate(most, weights, Remainder::largest);
    CHECK(identical(sum(parts), most));
    CHECK(parts[1] <= 1_yuan);
}

TEST_CASE("whatever is allocated, the parts make the whole and are within a unit of what they are due") {
    test::for_all(1000, [] {
        const std::int64_t cents = *test::full(rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000));
        const auto weights =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(test::between(0, 100'000)));
        const Remainder remainder = *rc::gen::element(Remainder::largest, Remainder::first, Remainder::last);
        std::vector<Decimal> numbers(weights.begin(), weights.end());
        if (std::all_of(weights.begin(), weights.end(), [](int weight) { return weight == 0; }))
            numbers[0] = 1;
        const Money amount(Decimal::of(cents, 2), MoneyUnit::wan_yuan);
        const std::vector<Money> parts = allocate(amount, numbers, remainder);
        RC_ASSERT(identical(sum(parts), amount));
        const Decimal all = sum(numbers);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (numbers[i] == Decimal(0)) RC_ASSERT(is_zero(parts[i]));
            if (remainder == Remainder::last) continue;
            const MoneyRatio due = amount * numbers[i] / all;
            RC_ASSERT(due < parts[i] + 0.01_wan);
            RC_ASSERT(due > parts[i] - 0.01_wan);
        }
    });
}
