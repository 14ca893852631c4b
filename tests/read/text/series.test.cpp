// SPDX-License-Identifier: MIT
// Series, amounts that are more than others, and what lists leave open, from both sides. The texts are of our own making.
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tieout::test;

namespace {

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("what grew over the quarter before is compared with it") {
    CHECK(understood("一季度支出100万元，二季度支出120万元，环比增长20%。") ==
          Strings{"ratio 20% = (120 - 100) / 100 ?"});
    // Over the year before, over a quarter that is not told, and of another name: of nothing that is told here.
    CHECK(understood("一季度支出100万元，二季度支出120万元，同比增长9%。").empty());
    CHECK(understood("一季度支出100万元，三季度支出120万元，环比增长9%。").empty());
    CHECK(understood("一季度收入100万元，二季度支出120万元，环比增长9%。").empty());
}

TEST_CASE("quarters that are told in one order are those of their year") {
    CHECK(understood("全年，一、二、三、四季度分别支出10万元、20万元、30万元、40万元，全年支出100万元。")
              .front() == "sum 100 = 10 + 20 + 30 + 40 ?");
}

TEST_CASE("a total that is spent in so many years is made by as many amounts") {
    CHECK(understood(
              "工程总投资300万元，分三年实施，2020年投入100万元，2021年投入120万元，2022年投入80万元。") ==
          Strings{"open sum 300 = 100 + 120 + 80 ?"});
    CHECK(understood("工程总投资300万元，分三年实施，2020年投入100万元，2021年投入120万元。").empty());
    CHECK(understood("工程总投资300万元，分三年实施，已投入100万元。").empty());
}

TEST_CASE("by how much one amount is more than another of another name") {
    CHECK(understood("总收入120万元，总支出100万元，收入比支出多20万元。") ==
          Strings{"120 - 100 - 20 = 0 ?"});
    CHECK(understood("总收入120万元，总支出100万元，收入比预算多20万元。").empty());
    CHECK(understood("总收入120万元，收入比支出多20万元。").empty());
}

TEST_CASE("what is left once something told before is taken off") {
    CHECK(understood("债务还本13亿元。收支剩余29亿元，扣除债务还本后，尚有剩余16亿元。") ==
          Strings{"29 - 13 - 16 = 0 ?"});
    CHECK(understood("收支剩余29亿元，扣除债务还本后，尚有剩余16亿元。").empty());
}

TEST_CASE("what was left of the year before may count in a rate") {
    CHECK(understood("受理100件，上年结转5件，办结103件，办结率98.1%。") ==
          Strings{"ratio 98.1% = 103 / (100 + 5) ?"});
    CHECK(understood("受理100件，上年结转5件，办结98件，办结率98%。") ==
          Strings{"ratio 98% = 98 / 100 | ratio 98% = 98 / (100 + 5) ?"});
}

TEST_CASE("parts of a list that is left open are at most their whole") {
    CHECK(understood("项目支出300万元，包括道路养护200万元、绿化50万元等。") ==
          Strings{"200 <= 300 ?", "50 <= 300 ?", "open sum 300 = 200 + 50 ?"});
}

TEST_CASE("amounts whose purpose stands behind them are told apart by it") {
    CHECK(understood("5万元用于设备购置，3万元用于培训，2万元用于差旅，共计10万元。") ==
          Strings{"sum 10 = 5 + 3 + 2 | sum 10 = 3 + 2 ?"});
}

TEST_CASE("the unit in front of a paragraph is that of its figures") {
    CHECK(understood("（单位：万元）2022年支出1200，其中甲类支出1000，乙类支出200。") ==
          Strings{"open sum 1200 = 1000 + 200 ?"});
    CHECK(understood("（单位：人）2022年支出1200，其中甲类支出1000，乙类支出200。").empty());
}

TEST_CASE("a remark in a sentence without figures is of what it names") {
    const auto all = understood("公务接待费年初预算为8万元，支出决算为6万元，其中国内接待费支出4万元。公务接"
                                "待费支出决算数小于预算数，原因是厉行节约。");
    CHECK(std::find(all.begin(), all.end(), "6 - 8 < 0 ?") != all.end());
}

TEST_CASE("growth like for like is over what is told on that basis") {
    CHECK(understood("2022年收入120万元，2021年收入110万元（按可比口径100万元），同口径增长20%。") ==
          Strings{"growth 20% from 100 to 120 ?"});
    CHECK(understood("2022年收入120万元，2021年收入110万元，同口径增长20%。").empty());
}

TEST_CASE("shares without amounts make a hundred where the last is of the rest") {
    CHECK(understood("工资支出占60%，商品支出占25%，其他占15%。") == Strings{"60% + 25% + 15% = 100 ?"});
    CHECK(understood("工资支出占60%，商品支出占25%，培训支出占10%。").empty());
}

TEST_CASE("what has the name of the whole is beside what has another, and no part with it") {
    CHECK(understood("抽检200批，合格196批；其中食品抽检100批，合格99批。").empty());
}

TEST_CASE("money that was given is what a rate of spending is over, where no budget is told") {
    CHECK(understood("下达资金300万元，已支出240万元，支出进度80%。") == Strings{"ratio 80% = 240 / 300 ?"});
    CHECK(understood("下达资金300万元，到位资金280万元，已支出240万元，支出进度80%。").empty());
}
