// SPDX-License-Identifier: MIT
// When what a sentence states is beyond doubt: each condition from both sides. ? stands after what is not.
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout::test;

namespace {

/// What the last statement of its sentences is, with ? where something else could be meant.
std::string last_of(std::string text) {
    const std::vector<std::string> all = understood(std::move(text));
    return all.empty() ? "nothing" : all.back();
}

} // namespace

TEST_CASE("where several bodies are told of, what a change is of must stand in its sentence") {
    CHECK(last_of("会议费10万元。会议费比上年增加2万元，增长25%。") == "ratio 25% = 2 / (10 - 2)");
    CHECK(last_of("局机关培训费3万元，其他单位4万元。会议费10万元。会议费比上年增加2万元，增长25%。") ==
          "ratio 25% = 2 / (10 - 2) ?");
    CHECK(last_of("局机关培训费3万元，其他单位4万元。会议费10万元，比上年增加2万元，增长25%。") ==
          "ratio 25% = 2 / (10 - 2)");
}

TEST_CASE("of two rates of the same amounts one is of others") {
    CHECK(last_of("会议费支出6万元，预算8万元，完成预算的75%。") == "ratio 75% = 6 / 8");
    CHECK(last_of("会议费支出6万元，预算8万元，完成预算的75%，完成预算的70%。") == "ratio 70% = 6 / 8 ?");
}

TEST_CASE("behind a list within a list it is open what a share without a name is of") {
    CHECK(last_of("支出80万元，其中：基本支出60万元，占75%，包括人员经费50万元、公用经费10万元。") ==
          "share 75% = 60 / 80");
    CHECK(last_of("支出80万元，其中：基本支出60万元，包括人员经费50万元、公用经费10万元，占75%。") ==
          "share 75% = 10 / 60 | share 75% = 10 / 80 | share 75% = 10 / 50 | share 75% = 60 / 80 ?");
    // A name binds the whole; the part may be both.
    CHECK(
        last_of("支出80万元，其中：基本支出60万元，包括人员经费45万元、公用经费15万元，占基本支出的25%。") ==
        "share 25% = 15 / 60 ?");
}

TEST_CASE("what is a share of something else itself is not for sure what a share behind it is of") {
    CHECK(last_of("支出80万元，其中基本支出60万元，占75%。") == "share 75% = 60 / 80");
    CHECK(last_of("支出80万元，占全县支出的10%，其中基本支出60万元，占75%。") == "share 75% = 60 / 80 ?");
}

TEST_CASE("an amount alike beside the whole leaves open which of them is divided") {
    CHECK(last_of("2021年支出90万元，其中基本支出60万元，占支出的66.67%。") == "share 66.67% = 60 / 90");
    CHECK(last_of("2020年支出80万元，2021年支出90万元，其中基本支出60万元，占支出的66.67%。") ==
          "share 66.67% = 60 / 90 ?");
}

TEST_CASE("completion is beyond doubt of the budget of the same name") {
    CHECK(last_of("会议费年初预算8万元，支出6万元，完成年初预算的75%。") == "ratio 75% = 6 / 8");
    CHECK(last_of("会议费年初预算8万元，培训费支出6万元，完成年初预算的75%。") == "nothing");
}

TEST_CASE("of several amounts that were spent, which one a rate with its own budget is of is open") {
    CHECK(last_of("支出8万元，占预算10万元的80%。") == "ratio 80% = 8 / 10");
    CHECK(last_of("首期支出5万元，二期支出3万元，占预算10万元的80%。") == "ratio 80% = 3 / 10 ?");
}

TEST_CASE("of several years two that stand alone are those between which something changed") {
    CHECK(last_of("2021年度部门决算说明\n2020年支出80万元，2021年支出100万元，比上年增长25%。") ==
          "growth 25% from 80 to 100");
    CHECK(last_of("2021年度部门决算说明\n2019年支出64万元，2020年支出80万元，2021年支出100万元，"
                  "比上年增长25%。") == "growth 25% from 80 to 100 ?");
    CHECK(last_of("2021年度部门决算说明\n2020年支出80万元，2021年支出100万元，比上年增加20万元。") ==
          "100 - 80 - 20 = 0");
    CHECK(last_of("2021年度部门决算说明\n2019年支出64万元，2020年支出80万元，2021年支出100万元，"
                  "比上年增加20万元。") == "100 - 80 - 20 = 0 ?");
}

TEST_CASE("rates that outnumber the amounts may be of others") {
    CHECK(last_of("会议费10万元，比上年增加2万元，增长25%。") == "ratio 25% = 2 / (10 - 2)");
    CHECK(last_of("会议费10万元，同口径增长30%，自然口径增长25%，增加2万元。") ==
          "ratio 25% = 2 / (10 - 2) ?");
}

TEST_CASE("a price is beyond doubt where one purchase is all that is told") {
    CHECK(last_of("宣传册每份36元，印制1000份，计36000元。") == "36000 = 36 x 1000");
    CHECK(last_of("宣传册每份36元，印制1000份，计36000元，另付运费300元。") == "36000 = 36 x 1000 ?");
}

TEST_CASE("parts are of the period of their whole") {
    CHECK(last_of("2021年支出80万元，分为基本支出60万元和项目支出20万元。") == "sum 80 = 60 + 20");
    CHECK(last_of("2021年支出80万元，分为2020年基本支出60万元和2020年项目支出20万元。") == "nothing");
}

TEST_CASE("a known whole of which a part is not told is not divided for sure") {
    CHECK(
        last_of(
            "“三公”经费8万元，其中因公出国（境）费0万元、公务接待费3万元、公务用车购置及运行维护费5万元。") ==
        "sum 8 = 0 + 3 + 5");
    CHECK(last_of("“三公”经费8万元，其中公务接待费3万元、公务用车购置及运行维护费5万元。") ==
          "sum 8 = 3 + 5 ?");
    CHECK(last_of("“三公”经费8万元，其中因公出国（境）费0万元、公务接待费3万元、公务用车购置费1万元、"
                  "公务用车运行维护费4万元。") == "sum 8 = 0 + 3 + 1 + 4");
    CHECK(last_of("“三公”经费8万元，其中因公出国（境）费0万元、公务接待费3万元、公务用车运行维护费5万元。") ==
          "sum 8 = 0 + 3 + 5 ?");
}

TEST_CASE("a sentence of more figures than any that means one thing is not taken at its word") {
    std::string many = "总支出100万元，上年总支出80万元，比上年增长25%";
    CHECK(last_of(many + "。") == "growth 25% from 80 to 100");
    for (int i = 0; i < 300; ++i) many += "，办事5件";
    const std::vector<std::string> all = understood(many + "。");
    REQUIRE(!all.empty());
    CHECK(all.front() == "growth 25% from 80 to 100 ?");
}

TEST_CASE("what an item is a share of may be told by name in the paragraph that announces it") {
    const std::string item = "1.基本支出60万元，占一般公共预算安排的75%。";
    CHECK(last_of("一般公共预算安排80万元。\n" + item) == "share 75% = 60 / 80");
    CHECK(last_of("一般公共预算上年安排90万元，今年安排80万元。\n" + item) == "nothing");
    CHECK(last_of("一般公共预算安排80万元。\n二、支出情况\n支出如下。\n" + item) == "share 75% = 60 / 80 ?");
}

TEST_CASE("a change from a base of its own name is of the only amount of that name that is told before") {
    const std::string before = "会议费52万元，用于场地租金20万元、资料印制32万元。";
    const std::vector<std::string> all = understood(before + "上年会议费为62万元，本年减少10万元。");
    CHECK(all.back() == "52 - 62 + 10 = 0");
    CHECK(understood(before + "上年为62万元，本年减少10万元。").back() != all.back());
    CHECK(understood("会议费预算40万元。" + before + "上年会议费为62万元，本年减少10万元。").back() !=
          all.back());
}

TEST_CASE(
    "one part behind 其中 is surely no more than its whole only where its name says that it is part of it") {
    CHECK(last_of("授予中小企业的合同60万元，其中授予小微企业的合同40万元。") == "40 <= 60");
    CHECK(last_of("授予中小企业的合同60万元，其中小微企业的合同40万元。") == "40 <= 60 ?");
    CHECK(last_of("采购支出60万元，其中授予小微企业的合同40万元。") == "40 <= 60 ?");
}

TEST_CASE("a total behind a rate, a count or words that say more than 合计 may be of more than a sum") {
    CHECK(last_of("土建80万元、安装20万元，合计100万元。") == "sum 100 = 80 + 20");
    CHECK(last_of("土建80万元、安装20万元，另加9%税金，合计109万元。").ends_with("?"));
    CHECK(last_of("土建80万元、安装20万元，一签两年，合计200万元。").ends_with("?"));
    CHECK(last_of("按每人每天伙食补助100元、交通补助80元的标准，10人出差20天，共计3.60万元。") == "nothing");
}

TEST_CASE("what is added behind a list may be added to the last of it, or to all") {
    CHECK(last_of("教师80人、医生20人、护士10人，加司机5人，合计115人。").ends_with("?"));
    CHECK(last_of("政府性基金收入16亿元，加上年结余2亿元，收入合计18亿元；政府性基金支出12亿元，加上债务还本1"
                  "亿元，支出合计13亿元。") == "sum 13 = 12 + 1");
}

TEST_CASE("a price, a mean or a count changes otherwise than what is paid for it") {
    CHECK(last_of("补助标准由500元提高到600元，增加100元。").ends_with("?"));
    CHECK(last_of("由每人80元提高到100元，增加28万元。").ends_with("?"));
    CHECK(last_of("床位由80张增至100张，增收30%。").ends_with("?"));
    CHECK(last_of("床位由80张增至100张，增长25%。") == "growth 25% from 80 to 100");
}

TEST_CASE("what is the same in another unit is one amount, printed right behind the other") {
    CHECK(last_of("合同支出17979千元（折合1797.9万元）。") == "17979 - 1797.9 = 0");
    CHECK(last_of("追加两次，即80万元和20万元。") == "nothing");
    CHECK(last_of("志愿服务12000小时，按每小时25元，折合30万元。") == "nothing");
}

TEST_CASE("parts that are of each of something, or of which a rate is one, do not make their total") {
    CHECK(last_of("合同价113万元由设备款80万元、安装费20万元组成。") == "sum 113 = 80 + 20");
    CHECK(last_of("合同价113万元由设备款80万元、安装费20万元及13%增值税组成。").ends_with("?"));
    CHECK(last_of("会议费8.80万元，由住宿费340元、伙食费130元组成（每人每天）。").ends_with("?"));
}

TEST_CASE("a rate behind another change, a mean or a reason may be of that") {
    CHECK(last_of("接待费8万元，比上年10万元减少2万元，下降20%。") == "ratio 20% = 2 / 10");
    CHECK(last_of("税收500万元，比上年420万元增加80万元，其中增值税增加60万元，增长30%。").ends_with("?"));
    CHECK(last_of("接待费8万元，比上年10万元减少2万元，主要是批次减少30批次，下降37.5%。").ends_with("?"));
    CHECK(last_of("土地出让收入8亿元，比上年10亿元减少2亿元，主要是出让面积减少，下降23%。").ends_with("?"));
}

TEST_CASE("a completion behind what was spent, or what came in, may be of these") {
    CHECK(last_of("会议费支出80万元，预算85万元，完成预算的94.12%。") == "ratio 94.12% = 80 / 85");
    CHECK(last_of("支出决算80万元。收回指标15万元，调整预算85万元，完成调整预算的94.12%。").ends_with("?"));
    CHECK(last_of("项目预算300万元，实际到位280万元，实际支出252万元，预算执行率90%。").ends_with("?"));
}
