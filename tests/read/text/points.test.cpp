// SPDX-License-Identifier: MIT
// Percentage points and multiples. The texts are of our own making.
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout::test;

namespace {

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("percentage points lie between where something was and where it came to, in whatever order that is "
          "told") {
    const Strings rise{"96.8% - 92.5% - 4.3个百分点 = 0"};
    CHECK(understood("执行率由92.5%提高到96.8%，提高4.3个百分点。") == rise);
    CHECK(understood("执行率从2021年的92.5%提高4.3个百分点至96.8%。") == rise);
    CHECK(understood("执行率96.8%，高于目标值92.5%4.3个百分点。") == rise);
    CHECK(understood("执行率比上年的92.5%提高4.3个百分点，为96.8%。") == rise);
    const Strings open{"96.8% - 92.5% - 4.3个百分点 = 0 ?"};
    CHECK(understood("执行率为96.8%，上年为92.5%，同比提高4.3个百分点。") == open);
    CHECK(understood("执行率96.8%，目标92.5%，超出4.3个百分点。") == open);
    CHECK(understood("执行率96.8%，比上年提高4.3个百分点，上年为92.5%。") == open);
}

TEST_CASE("percentage points of something else, or for each year, are not between two percentages that stand "
          "near") {
    CHECK(understood("满意度由90%提高到95%，执行率提高3个百分点。").empty());
    CHECK(understood("入学率从2019年的97.1%提高到2022年的98.6%，年均提高0.5个百分点。").empty());
    CHECK(understood("执行率95.2%，上年为93.1%，满意度提高1.4个百分点。").empty());
}

TEST_CASE("a multiple is of what the words compare with") {
    CHECK(understood("2022年支出700万元，是2021年支出500万元的1.4倍。") == Strings{"ratio 1.4 = 700 / 500"});
    CHECK(understood("上年支出250万元，本年支出625万元，为上年的2.5倍。") ==
          Strings{"ratio 2.5 = 625 / 250"});
    // By twice as much, or to twice as much: writers mean either.
    CHECK(understood("项目支出900万元，比上年300万元增长2倍。") ==
          Strings{"growth 2 from 300 to 900 | ratio 2 = 900 / 300 ?"});
    CHECK(understood("人均支出2万元，是全国平均水平的1.5倍。").empty());
}
