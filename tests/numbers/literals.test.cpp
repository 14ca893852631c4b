// SPDX-License-Identifier: MIT
#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::literals;

// What must not compile (1e3_dec, 0x10_dec, 010_dec, 39 digits) stands in tests/house.
static_assert(identical(20.70_dec, Decimal::of(2070, 2)));
static_assert(identical(1'475.430'0_dec, Decimal::of(14754300, 4)));
static_assert(identical(0_dec, Decimal()) && identical(0.05_dec, Decimal::of(5, 2)));
static_assert(99999999999999999999999999999999999999_dec > 0);
static_assert(467.35_wan + 1241.76_wan == 1709.11_wan);
static_assert((1_yuan).unit == MoneyUnit::yuan && (1_qian).unit == MoneyUnit::qian_yuan);
static_assert((1_wan).unit == MoneyUnit::wan_yuan && (1_baiwan).unit == MoneyUnit::bai_wan_yuan);
static_assert((1_yi).unit == MoneyUnit::yi_yuan);
static_assert(identical((96.63_pct).points, 96.63_dec) && identical(5_permille, 0.5_pct));
static_assert(identical(-20.70_dec, Decimal::of(-2070, 2)));

TEST_CASE("the amounts of Liuyang's report of 2020 add up while compiling") {
    static_assert(1132.58_wan + 576.53_wan == 1709.11_wan);
    static_assert(1702.63_wan + 6.48_wan == 1709.11_wan);
    static_assert(50.82_wan + 3112.91_wan - 1129.81_wan == 2033.92_wan);
    CHECK(true);
}
