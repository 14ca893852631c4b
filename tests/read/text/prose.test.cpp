// SPDX-License-Identifier: MIT
// What sentences state. The texts are of our own making.
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::test;

namespace {

using Strings = std::vector<std::string>;

/// The level of that subject and phase, as "item number unit".
std::string known_as(const detail::Draft& draft, std::string_view number) {
    for (const detail::Mention& level : draft.mentions)
        if (level.figure.text == number)
            return level.item + (level.split.empty() ? "" : "/" + level.split) + " " +
                   std::string(name_of(level.phase));
    return "not there";
}

bool none_broken(const std::string& text) { return understood(text).empty(); }

} // namespace

TEST_CASE("a list behind 其中 is of the amount before it, and may be some of it") {
    CHECK(understood("总支出100万元，其中：基本支出60万元，项目支出40万元。") ==
          Strings{"sum 100 = 60 + 40"});
    CHECK(understood("总支出100万元，其中基本支出60万元、项目支出30万元。") == Strings{"sum 100 = 60 + 30"});
    // One item of a list is only some of it.
    CHECK(understood("进驻单位54家（含企业17家），1756项事项。") == Strings{"17 <= 54 ?"});
    CHECK(understood("总支出100万元，其中人员支出60万元。") == Strings{"60 <= 100 ?"});
}

TEST_CASE("a list behind 包括, 包含 or 分为 is all of it") {
    CHECK(understood("基本支出60万元，包括人员经费50万元，公用经费10万元。") == Strings{"sum 60 = 50 + 10"});
    CHECK(understood("基本支出60万元（包含人员经费50万元，公用经费10万元）。") ==
          Strings{"sum 60 = 50 + 10"});
    CHECK(understood("事项51项，分为告知承诺10项和优化服务40项。") == Strings{"sum 51 = 10 + 40"});
    // 主要包括 names some only.
    CHECK(understood("基本支出60万元，主要包括人员经费50万元，公用经费8万元。") ==
          Strings{"sum 60 = 50 + 8 ?"});
}

TEST_CASE("a list in brackets is of the figure right before them") {
    CHECK(understood("项目支出12万元（财政拨款8万元，其他收入4万元）。") == Strings{"sum 12 = 8 + 4 ?"});
    CHECK(understood("因公出国（境）费0万元，公务接待费5万元（国内接待费5万元）。") == Strings{});
}

TEST_CASE("a list within a list ends where the semicolon returns to the outer one") {
    CHECK(understood("收入90万元，其中：基本支出50万元（包含工资福利支出30万元，商品和服务支出20万元）；"
                     "项目支出40万元，包括甲项目15万元，乙项目25万元。") ==
          Strings{"open sum 90 = 50 + 40 ?", "sum 50 = 30 + 20 ?", "sum 40 = 15 + 25 ?"});
    CHECK(understood("涉及事项62项，其中本局51项，包括告知承诺10项，优化服务41项。") ==
          Strings{"51 <= 62 ?", "10 <= 51 ?", "41 <= 51 ?", "open sum 51 = 10 + 41 ?"});
}

TEST_CASE("a list behind last year's budget and the change divides the budget of the year") {
    CHECK(
        understood("2019年会议及培训预算6万元，上年预算4万元，增加2万元。其中：会议费5万元，培训费1万元。") ==
        Strings{"6 - 4 - 2 = 0", "open sum 6 = 5 + 1 ?"});
}

TEST_CASE("where a list ends is tried, unless its items are all of one kind") {
    // 办结 is no kind of work order, though it stands behind the same mark.
    CHECK(understood(
              "交办工单100件。其中：求助类70件，占70%；咨询类20件，占20%；表扬10件；办结80件，办结率80%，"
              "其中按时办结60件，逾期办结20件。") ==
          Strings{"open sum 100 = 70 + 20 + 10 + 80 | open sum 100 = 70 + 20 + 10 | open sum 100 = 70 + 20 ?",
                  "open sum 80 = 60 + 20 ?", "share 70% = 70 / 100", "share 20% = 20 / 100",
                  "ratio 80% = 80 / 100"});
}

TEST_CASE("a colon at the end of a paragraph announces items in the paragraphs below") {
    CHECK(understood("2020年项目支出30万元，其中：\n（1）印章刻制12万元，实际支出10万元。\n（2）法律顾问服务1"
                     "1万元，实际支出11"
                     "万元。\n（3）免费服务10万元，实际支出9万元。\n") ==
          Strings{"open sum 30 = 10 + 11 + 9 ?"});
    CHECK(understood("2020年财政拨款支出100万元。\n\n2020年财政拨款支出按用途划分：\n1、基本支出80万元。\n2、"
                     "项目支出20万元。\n"
                     "3、其他支出0万元。\n") == Strings{"sum 100 = 80 + 20 + 0"});
}

TEST_CASE("what is taken off is subtracted") {
    CHECK(understood("资产合计80万元，其中流动资产10万元，固定资产100万元，减累计折旧30万元。") ==
          Strings{"open sum 80 = 10 + 100 - 30 ?"});
}

TEST_CASE("a share is of what the words name, else of the list's total, else of all that have one") {
    CHECK(understood("基本支出50万元，其中：人员经费40万元，占基本支出的80%。") ==
          Strings{"40 <= 50 ?", "share 80% = 40 / 50"});
    CHECK(understood("全年支出80万元，其中基本支出60万元，占75%。") ==
          Strings{"60 <= 80 ?", "share 75% = 60 / 80"});
    CHECK(
        understood("“三公”经费支出中，出国费支出0元，占0%；购车费支出10元，占25%；接待费支出30元，占75%。") ==
        Strings{"share 0% = 0 / (0 + 10 + 30) ?", "share 25% = 10 / (0 + 10 + 30) ?",
                "share 75% = 30 / (0 + 10 + 30) ?"});
}

TEST_CASE("a share of which nothing says what of, and that fits nothing, is not decided") {
    const Strings all = understood("收入90万元，支出80万元，基本支出60万元，占50%；项目支出20万元，占30%。");
    for (const std::string& relation : all) CHECK(relation.ends_with(" ?"));
}

TEST_CASE("a change is from a level that is stated, else from what the change leaves of it") {
    CHECK(understood("新登记企业100户，比去年同期80户增加25 %；合作社30户，比去年同期的40户减少25%。") ==
          Strings{"growth 25% from 80 to 100", "ratio 25% = (40 - 30) / 40"});
    CHECK(understood("机关运行经费90万元，比2021年减少10万元，降低10%。") ==
          Strings{"ratio 10% = 10 / (90 + 10)"});
    CHECK(understood(
              "2022年收入总计100万元，支出总计100万元。与2021年相比，收、支总计各增加20万元，增长25%。") ==
          Strings{"ratio 25% = 20 / (100 - 20)"});
    CHECK(understood("本年接待费8万元，年初预算10万元，比年初预算减少2万元，下降20%。") ==
          Strings{"8 - 10 + 2 = 0", "ratio 20% = 2 / 10"});
}

TEST_CASE("a change that is doubly negated is not decided unless a reading holds") {
    for (const std::string& relation : understood("支出90万元，比上年减少-10万元，下降-10%。"))
        CHECK(relation.ends_with(" ?"));
}

TEST_CASE("completion is of the budget that the words name") {
    CHECK(understood("接待费年初预算为8万元，支出决算为6万元，完成年初预算的75%。") ==
          Strings{"ratio 75% = 6 / 8"});
    CHECK(
        understood(
            "“三公”经费支出预算10万元，支出决算6.5万元，完成预算的65%"
            "，其中：公务接待费支出预算4万元，支出决算"
            "2.5万元，完成预算的62.5%；公务用车运行维护费支出预算6万元，支出决算4万元，完成预算的66.67%。") ==
        Strings{"sum 10 = 4 + 6 ?", "sum 6.5 = 2.5 + 4 ?", "ratio 65% = 6.5 / 10", "ratio 62.5% = 2.5 / 4",
                "ratio 66.67% = 4 / 6"});
}

TEST_CASE("an approximate figure enters no relation") {
    CHECK(understood("总支出约100万元，其中基本支出60万元，项目支出30余万元。").empty());
    CHECK(none_broken("为群众办件近32万余件，其中网上办理40万件。"));
}

TEST_CASE("what is not a figure is none") {
    const auto numbers = [](std::string text) {
        Strings found;
        for (const detail::Mention& level : draft_of(std::move(text)).mentions)
            found.push_back(level.figure.text);
        return found;
    };
    CHECK(numbers("“12345”热线和12315、12333-1热线并入，〔2016〕373号，2010507科目，第3名，5G专网，A4纸。")
              .empty());
    CHECK(numbers("1、2020年6月18日至7月1日，最快2小时办结，7个工作日内，16:30前。").empty());
    CHECK(numbers("新增600KVA模块，电话0731-83612345，政务服务1.0版。").empty());
    CHECK(numbers("办理12345工单37件，培训3次，占地50㎡。") == Strings{"37", "3", "50"});
    CHECK(numbers("单价48元/盒，共1590盒，合计4,419.00元。") == Strings{"48", "1590", "4419.00"});
}

TEST_CASE("figures go to the part of the filing that their words name") {
    const detail::Draft draft = draft_of("2020年部门整体支出绩效自评报告\n二、支出情况\n2020年部门预算80万元"
                                         "，追加预算20万元，部门决算100万元，其中基本支出60万元、"
                                         "项目支出40万元。2019年总支出90万元。人员经费50万元，公用经费9."
                                         "5万元。三公经费预算为7万元，其中公务接待费6.5万元。"
                                         "本年度实际支出3.5万元，其中公务接待费2.5万元。");
    CHECK(known_as(draft, "80") == "/expenditure initial");
    CHECK(known_as(draft, "20") == "/expenditure supplementary");
    CHECK(known_as(draft, "100") == "/expenditure executed");
    CHECK(known_as(draft, "60") == "/expenditure/basic executed");
    CHECK(known_as(draft, "40") == "/expenditure/project executed");
    CHECK(known_as(draft, "90") == "/expenditure prior");
    CHECK(known_as(draft, "50") == "/expenditure/basic/personnel executed");
    CHECK(known_as(draft, "7") == "/three_public initial");
    CHECK(known_as(draft, "6.5") == "/three_public/reception initial");
    CHECK(known_as(draft, "3.5") == "/three_public executed");
    CHECK(known_as(draft, "2.5") == "/three_public/reception executed");
}

TEST_CASE("what is of some funds only is not taken for the whole body") {
    const detail::Draft draft = draft_of(
        "2020年部门决算\n一、政府性基金预算支出情况\n基本支出5万元。\n二、支出决算情况\n基本支出60万元。");
    for (const detail::Mention& level : draft.mentions) {
        if (level.figure.text == "5") CHECK(level.of.fund == "government");
        if (level.figure.text == "60") CHECK(level.of.fund.empty());
    }
}

TEST_CASE("the same sentence is understood however it was printed") {
    const Strings expected{"sum 80 = 60 + 20", "share 75% = 60 / 80", "share 25% = 20 / 80",
                           "75% + 25% = 100 | 75% + 25% < 100 ?"};
    CHECK(understood("全年支出80万元，其中：基本支出60万元，占75%；项目支出20万元，占25%。") == expected);
    CHECK(understood("全年支出80万元,其中:基本支出60万元,占75%;项目支出20万元,占25%。") == expected);
    CHECK(understood("全年支出８０万元，其中：基本支出６０万元，占７５％；项目支出２０万元，占２５％。") ==
          expected);
    CHECK(understood("全年支出80萬元，其中：基本支出60萬元，佔75%；項目支出20萬元，佔25%。") == expected);
    CHECK(understood("全年支出 80 万元，其中：基本支出 60 万元，占 75 %；项目支出 20 万元，占 25 %。") ==
          expected);
    CHECK(understood("全年支出80万元，其中：基本支出\n60万元，占75%；项目支出20万\n元，占25%。") == expected);
}

TEST_CASE("the signature, the publication and the year of a document are read") {
    const detail::Draft draft =
        draft_of("某局2020年部门整体支出绩效自评报告\n发布时间：2021-06-21 来源：某局\n总支出5万元。\n某局\n"
                 "2021年 6 月18日\n");
    CHECK(draft.filing.year == 2020);
    CHECK(draft.filing.dates.signed_on.stated());
    CHECK(draft.filing.dates.signed_on.best().text == "2021年6月18日");
    CHECK(draft.filing.dates.published_on.best().text == "2021-06-21");
}

TEST_CASE("that income and expenditure balance is stated of a year, not of a wish") {
    const auto balance = [](std::string text) { return draft_of(std::move(text)).filing.balance; };
    CHECK(balance("2020年收入合计5万元，支出合计5万元，收支平衡。") == Balance::stated);
    CHECK(balance("2022年度财政预算资金收支基本平衡。") == Balance::approximate);
    CHECK(balance("坚持收支平衡的原则编制预算。") == Balance::not_stated);
    CHECK(balance("确保收支平衡，略有结余。") == Balance::not_stated);
}

TEST_CASE("scores of projects are not the score of the body") {
    const detail::Draft draft = draft_of(
        "2022年部门整体支出绩效自评报告\n我单位2022年部门整体支出绩效自评得分97分，评价等级为“优”。\n"
        "甲项目绩效自评得分100分。");
    CHECK(known_as(draft, "97") == "/evaluation/score executed");
    CHECK(known_as(draft, "100") == " executed");
    CHECK(draft.filing.evaluation.grade == "优");
}

TEST_CASE("what grows belongs to the amount named last, not to one before it") {
    CHECK(understood("基本支出80万元，比上年增加20万元；项目支出50万元，比上年下降9%。") == Strings{});
    CHECK(understood(
              "基本支出100万元，比上年增加20万元，增长25%；项目支出50万元，比上年减少50万元，下降50%。") ==
          Strings{"ratio 25% = 20 / (100 - 20)", "ratio 50% = 50 / (50 + 50)"});
    // The base of the total is no base of a part.
    CHECK(understood("2025年“三公”经费100万元，较2024年的120万元减少20万元；其中：公务接待费24万元，"
                     "较上年减少12万元，下降33.3%。") ==
          Strings{"24 <= 100 ?", "100 - 120 + 20 = 0", "ratio 33.3% = 12 / (24 + 12)"});
}

TEST_CASE("a change that stands before the list of its parts is not their total") {
    CHECK(
        understood("“三公”经费支出10万元，同比减少2万元，其中：公务接待费6万元；公务用车运行维护费4万元。") ==
        Strings{"sum 10 = 6 + 4 ?"});
}

TEST_CASE("what a change is from the budget of is not that budget") {
    CHECK(understood("公务接待费支出决算4.4万元，年初预算3.4万元，比年初预算增加1万元，增长29.4%。") ==
          Strings{"4.4 - 3.4 - 1 = 0", "ratio 29.4% = 1 / 3.4"});
}

TEST_CASE("percentages that follow each other are told apart by their order, which is not followed") {
    CHECK(understood("采购规模100亿元，中央和地方分别为8亿元和92亿元，占全国采购规模的8%和92%。") ==
          Strings{"open sum 100 = 8 + 92 ?"});
    CHECK(none_broken("收、支总计各是90，95万元。与上年相比，收、支总计各减少10，5万元，各下降10%、5%。"));
}

TEST_CASE("amounts that several words have respectively need not be parts of the amount before") {
    CHECK(none_broken("女性人口540人；青年、中年和老年人口分别为300人、500人和200人。"));
}

TEST_CASE("a total in words that begin with a known name is of that name") {
    CHECK(understood("2020年本年收入共计90万元，包括：财政拨款收入60万元，其他收入30万元。") ==
          Strings{"sum 90 = 60 + 30 ?"});
    CHECK(known_as(draft_of("2020年本年收入合计共计90万元。"), "90") == "/income executed");
}

TEST_CASE("total expenditure of which that of the year is a part holds what is carried over, too") {
    const detail::Draft draft = draft_of("2021年度总支出58万元，其中本年支出48万元，较上年减少9万元。");
    CHECK(known_as(draft, "58") == "/total_expenditure executed");
    CHECK(known_as(draft, "48") == "/expenditure executed");
}

TEST_CASE("a budget behind an unknown name is of that name, not of the whole body") {
    const detail::Draft draft = draft_of(
        "2021年部门整体支出绩效自评报告\n信息化运维支出47万元，年初预算33万元，比年初预算增加14万元。");
    CHECK(known_as(draft, "33") == " initial");
}

TEST_CASE("three public expenses that hold more than the three are not those of the filing") {
    const detail::Draft draft =
        draft_of("2021年三公经费合计80万元，其中：公务用车购置费30万元、公务接待费20万元、会议费30万元。");
    CHECK(relations_of(draft) == Strings{"open sum 80 = 30 + 20 + 30 ?"});
    CHECK(known_as(draft, "80") == " executed");
}

TEST_CASE("a list that ends in a semicolon goes on in the next paragraph; where none follows, it is not all "
          "there is") {
    CHECK(understood("收入90万元，分为财政拨款收入60万元；\n\n其他收入30万元。") ==
          Strings{"sum 90 = 60 + 30"});
    CHECK(understood("收入90万元，分为财政拨款收入60万元、其他收入20万元；\n\n二、支出情况\n") ==
          Strings{"open sum 90 = 60 + 20 ?"});
    CHECK(understood("收入90万元，分为财政拨款收入60万元；\n") == Strings{"60 <= 90 ?"});
}

TEST_CASE("an item that announces items of its own ends the list that it stands in") {
    CHECK(
        understood(
            "2020年项目支出30万元，其中：\n1、甲项目20万元。\n2、乙项目10万元。"
            "2020年本年支出合计100万元，按功能分类分为：\n1、教育支出60万元。\n2、卫生健康支出40万元。\n") ==
        Strings{"open sum 30 = 20 + 10 ?", "sum 100 = 60 + 40"});
}

TEST_CASE("the numbers of a ratio, and those whose unit stands behind the last of them, are none") {
    CHECK(draft_of("三次产业结构为6.0：46.9：47.1，男女性别比为105.23:100。").mentions.empty());
    CHECK(draft_of("对增长的贡献分别为0.15、-5.64、1.34个百分点。").mentions.size() == 1);
}

TEST_CASE("a change from the budget of another year is one of budgets, and its parts make it") {
    const std::string text =
        "某局2026年部门预算编制说明\n\n财政拨款预算30万元，比2025年预算增加11万元。财政拨款预算中，"
        "一般公共预算拨款预算5万元，比2025年预算减少1万元；政府性基金拨款预算25万元，比2025年预算"
        "增加12万元。\n";
    const Strings all = understood(text);
    CHECK(std::find(all.begin(), all.end(), "-1 + 12 - 11 = 0 ?") != all.end());
}
