// SPDX-License-Identifier: MIT
// Accounts that sentences tell step by step, from both sides. The texts are of our own making.
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout::test;

namespace {

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("what there was, what came and what went make what is left") {
    CHECK(understood("固定资产年初原值950万元，当年新增80万元，处置30万元，年末原值1000万元，净增50万元。") ==
          Strings{"950 + 80 - 30 - 1000 = 0 ?", "80 - 30 - 50 = 0 ?"});
    // A change from another year is no step, and what is neither more nor less ends the account.
    CHECK(understood("固定资产年初原值950万元，比上年增加80万元，年末原值1000万元。").empty());
    CHECK(understood("固定资产年初原值950万元，新增80万元，累计折旧30万元，年末原值1000万元。").empty());
}

TEST_CASE("a budget, what was added and what was carried over are spent or left") {
    CHECK(understood(
              "年初预算420万元，年中追加50万元，上年结转30万元，部门决算486.2万元，结转下年13.8万元。") ==
          Strings{"420 + 50 + 30 - 486.2 - 13.8 = 0 ?"});
    CHECK(understood("年初预算180万元，年中调增25万元，调整后预算205万元。") ==
          Strings{"sum 205 = 180 + 25 ?"});
    CHECK(understood("年初预算180万元，调整后预算205万元。").empty());
}

TEST_CASE("a surplus that is used makes up for what income lacks") {
    CHECK(understood("本年收入480万元，动用以前年度结余6.2万元，本年支出486.2万元。") ==
          Strings{"480 + 6.2 - 486.2 = 0 ?"});
    CHECK(understood("本年收入480万元，以前年度结余6.2万元，本年支出486.2万元。").empty());
}

TEST_CASE("totals behind both lists are each of the list that begins with its side") {
    CHECK(understood("全区收入12亿元，补助4亿元，结余1亿元。全区支出11亿元，上解2亿元。收入合计17亿元，支出合"
                     "计13亿元。") == Strings{"sum 17 = 12 + 4 + 1 ?", "sum 13 = 11 + 2 ?"});
    CHECK(understood("全区收入12亿元。收入合计17亿元，支出合计13亿元。").empty());
}

TEST_CASE("what was available in all is what became of it") {
    CHECK(understood("市级收入50亿元，加上补助26亿元，收入总量为76亿元。市级支出68亿元，加上结转下年8亿元，支"
                     "出总量为76亿元。") == Strings{"sum 76 = 50 + 26", "sum 76 = 68 + 8", "76 - 76 = 0 ?"});
    // Of two funds they are two accounts.
    CHECK(understood("政府性基金预算收入50亿元，加上补助26亿元，收入总量为76亿元。国有资本经营预算支出60亿元"
                     "，加上结转下年8亿元，"
                     "支出总量为68亿元。") == Strings{"sum 76 = 50 + 26", "sum 68 = 60 + 8"});
}

TEST_CASE("parts that make up a year make its amount") {
    CHECK(understood("上半年支出210万元，下半年支出230万元，全年支出440万元。") ==
          Strings{"sum 440 = 210 + 230 ?"});
    CHECK(understood("上半年支出210万元，三季度支出130万元，全年支出440万元。").empty());
}

TEST_CASE("quarters and months make the half-year or quarter that they are") {
    CHECK(understood("一季度支出120万元，二季度支出150万元，上半年共支出270万元。") ==
          Strings{"sum 270 = 120 + 150 ?"});
    CHECK(understood("1月支出30万元，2月支出25万元，3月支出35万元，一季度累计支出90万元。") ==
          Strings{"sum 90 = 30 + 25 + 35 ?"});
    CHECK(understood("一至四季度分别支出100万元、120万元、130万元、150万元，全年合计500万元。").back() ==
          "sum 500 = 100 + 120 + 130 + 150 ?");
    CHECK(understood("一季度支出100万元，上半年支出260万元，全年支出600万元。").empty());
    CHECK(understood("2021年上半年支出100万元，2022年下半年支出120万元，2022年全年支出250万元。").empty());
}

TEST_CASE("an account may begin with what is left, and tell of debts, of stocks and of people") {
    CHECK(
        understood("2022年末结转结余资金66万元，即年初结转结余56万元加本年收入310万元减本年支出300万元。") ==
        Strings{"56 + 310 - 300 - 66 = 0 ?"});
    CHECK(understood("年初债务余额560万元，当年举借100万元，偿还60万元，年末债务余额600万元。") ==
          Strings{"560 + 100 - 60 - 600 = 0 ?"});
    CHECK(understood("上年结余350万元，本年收入500万元，本年支出460万元，年末滚存结余390万元。") ==
          Strings{"350 + 500 - 460 - 390 = 0"});
    // A budget is no step, and nothing behind it is an account.
    CHECK(understood("年初预算100万元，上年结转20万元，支出110万元，结转下年10万元。") !=
          Strings{"20 - 110 - 10 = 0 ?"});
}

TEST_CASE("figures without a unit have that of the heading, and only where they may be amounts") {
    const Strings sum{"sum 1150.00 = 700.00 + 450.00"};
    CHECK(understood(
              "三、支出决算情况（单位：万元）\n本年支出1150.00，其中：基本支出700.00，项目支出450.00。") ==
          sum);
    CHECK(understood("以下金额单位均为万元。\n本年支出1150.00，其中：基本支出700.00，项目支出450.00。") ==
          sum);
    CHECK(understood("三、评分情况（单位：万元）\n综合评分95.60，其中：质量评分45.60，进度评分50.00。")
              .empty());
}

TEST_CASE("how many kinds there are is not what a list divides") {
    CHECK(understood("参评项目14个，分为优、良、中3个等次，其中优6个，良5个，中3个。").back() ==
          "open sum 14 = 6 + 5 + 3 | open sum 14 = 6 + 5 ?");
    CHECK(understood("参评项目14个，其中优6个，良5个，中3个。").back() ==
          "open sum 14 = 6 + 5 + 3 | open sum 14 = 6 + 5 ?");
}

TEST_CASE("in a series of years a change is of the year that it follows") {
    CHECK(
        understood("2021年度决算\n2019年支出400万元，2020年支出410万元，较上年增加10万元，2021年支出440万元，"
                   "较上年增加30万元。") == Strings{"410 - 400 - 10 = 0 ?", "440 - 410 - 30 = 0 ?"});
    // The later year first: the change is of it, and from what stands behind it.
    CHECK(understood("2021年度决算\n2021年支出440万元，2020年支出410万元，增加30万元。") ==
          Strings{"440 - 410 - 30 = 0"});
}
