// SPDX-License-Identifier: MIT
// What a figure is of comes from words that name it: fund, period and body confine it, and what nothing names stays unknown.
#include "drafts.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::test;

namespace {

const detail::Mention& mention_of(const detail::Draft& draft, std::string_view number) {
    for (const detail::Mention& mention : draft.mentions)
        if (mention.figure.text == number) return mention;
    static const detail::Mention no_mention_at_all;
    return no_mention_at_all;
}

} // namespace

TEST_CASE("a fund confines what its words name, what its heading stands above, and what goes on behind it") {
    const detail::Draft draft =
        draft_of("2022年度部门决算\n总支出100万元，其中：基本支出70万元，项目支出30万元。\n"
                 "政府性基金预算支出中，基本支出1万元，项目支出9万元。\n");
    CHECK(mention_of(draft, "70").of.fund.empty());
    CHECK(mention_of(draft, "1").of.fund == "government");
    CHECK(mention_of(draft, "9").of.fund == "government");
    const detail::Draft below =
        draft_of("2022年度部门决算\n支出合计200万元。\n（一）政府性基金。收入合计50万元，支出合计40万元。\n");
    CHECK(mention_of(below, "200").of.fund.empty());
    CHECK(mention_of(below, "40").of.fund == "government");
}

TEST_CASE("each insurance is a fund of its own") {
    const detail::Draft draft =
        draft_of("养老保险基金收入合计10万元，支出合计8万元。工伤保险基金收入合计2万元，支出合计1万元。");
    CHECK(mention_of(draft, "8").of.fund == "养老保险基金");
    CHECK(mention_of(draft, "1").of.fund == "工伤保险基金");
}

TEST_CASE("where all expenditure is of one fund, that fund confines nothing") {
    const std::string_view title = "2022年度部门决算\n";
    const detail::Draft all =
        draft_of(std::string(title) + "总支出90万元，其中：一般公共预算财政拨款支出90万元。\n"
                                      "一般公共预算财政拨款基本支出90万元。\n");
    CHECK(mention_of(all, "90").of.fund.empty());
    const detail::Draft some =
        draft_of(std::string(title) + "总支出90万元，其中：一般公共预算财政拨款支出80万元。\n"
                                      "一般公共预算财政拨款基本支出70万元。\n");
    CHECK(mention_of(some, "70").of.fund == "general");
}

TEST_CASE("a document that tells of nothing but 财政拨款 is about that") {
    const std::string_view title =
        "2022年度部门决算\n\n财政拨款总支出90万元，其中：一般公共预算财政拨款支出90万元。\n";
    CHECK(mention_of(draft_of(std::string(title) + "（一）一般公共预算财政拨款支出决算\n基本支出70万元。\n"),
                     "70")
              .of.fund.empty());
    CHECK(mention_of(draft_of(std::string(title) + "总支出120万元。\n（一）一般公共预算财政拨款支出决算\n"
                                                   "基本支出70万元。\n"),
                     "70")
              .of.fund == "general");
}

TEST_CASE("what a budget document tells is budgeted where nothing says otherwise") {
    const auto phase = [](const std::string& text, std::string_view number) {
        return mention_of(draft_of(text), number).phase;
    };
    const std::string told = "一、支出情况\n基本支出70万元，项目支出30万元，上年预算20万元。\n";
    CHECK(phase("某局2022年部门预算公开\n" + told, "70") == Phase::initial);
    CHECK(phase("某局2022年部门预算公开\n" + told, "30") == Phase::initial);
    CHECK(phase("某局2022年部门预算公开\n一、决算情况\n基本支出70万元。\n", "70") == Phase::executed);
    CHECK(phase("某局2022年部门决算\n" + told, "70") == Phase::executed);
    CHECK(phase("某局2022年部门预算执行情况\n" + told, "70") == Phase::executed);
}

TEST_CASE("the day of a signature says nothing of the year that is reported on") {
    CHECK(draft_of("总支出5万元。\n某局\n2024年2月12日\n").filing.year == std::nullopt);
    CHECK(draft_of("2023年总支出5万元。\n某局\n2024年2月12日\n").filing.year == 2023);
    // The title may have become the name of the table below it.
    CHECK(
        draft_of(
            "某局2023年部门决算\n支出决算表\n单位：万元\n项目\t金额\n基本支出\t5\n合计\t5\n\n2024年5月3日\n")
            .filing.year == 2023);
}

TEST_CASE("a body that is named beside others confines its figures") {
    const detail::Draft draft = draft_of("局机关总支出100万元，其中：基本支出60万元，项目支出40万元。\n"
                                         "下属单位总支出50万元，其中：基本支出20万元，项目支出30万元。\n");
    CHECK(mention_of(draft, "60").of.body == "局机关");
    CHECK(mention_of(draft, "20").of.body == "下属单位");
}

TEST_CASE("a part of a year confines what is told of it") {
    const detail::Draft draft = draft_of("2022年度报告\n上半年支出50万元，全年支出120万元。");
    CHECK(mention_of(draft, "50").of.period == "2022H1");
    CHECK(mention_of(draft_of("2022年度报告\n1-5月，总支出50万元。"), "50").of.period == "2022-01/2022-05");
    CHECK(mention_of(draft_of("2022年度报告\n截至12月底，总支出50万元。"), "50").of.period.empty());
}

TEST_CASE("a year beside the one that is reported on is told with its figures") {
    const detail::Draft draft =
        draft_of("2022年度报告\n2020年总支出80万元，2021年总支出90万元，2022年总支出100万元。");
    CHECK(mention_of(draft, "80").of.period == "2020");
    CHECK(mention_of(draft, "90").phase == Phase::prior);
    CHECK(mention_of(draft, "100").phase == Phase::executed);
}

TEST_CASE("上年 goes on to what stands behind it, until another year is named") {
    const detail::Draft draft = draft_of("总收入120万元，总支出110万元；上年总收入100万元，总支出90万元。");
    CHECK(mention_of(draft, "110").phase == Phase::executed);
    CHECK(mention_of(draft, "90").phase == Phase::prior);
    const detail::Draft back = draft_of("接待费上年决算数8万元，本年支出决算7万元。");
    CHECK(mention_of(back, "7").phase == Phase::executed);
}

TEST_CASE("figures in one order have the names and years that stand in that order") {
    const detail::Draft draft =
        draft_of("2022年度报告\n2020年、2021年、2022年培训费依次为8万元、9万元、7万元。");
    CHECK(mention_of(draft, "8").of.period == "2020");
    CHECK(mention_of(draft, "9").phase == Phase::prior);
    CHECK(mention_of(draft, "7").subject == "培训费");
    const detail::Draft names =
        draft_of("交通、水利两个领域年初预算分别为8万元、9万元，实际支出分别为6万元、5万元。");
    CHECK(mention_of(names, "9").subject == "水利");
    CHECK(mention_of(names, "9").phase == Phase::initial);
    CHECK(mention_of(names, "5").subject == "水利");
    CHECK(mention_of(names, "5").phase == Phase::executed);
}

TEST_CASE("支出 behind a named budget is of that name, and behind income it is a side of its own") {
    CHECK(mention_of(draft_of("会议费预算10万元，支出6万元。"), "6").subject == "会议费");
    CHECK(mention_of(draft_of("本年收入10万元，支出6万元。"), "6").subject == "支出");
}

TEST_CASE("every mention and every statement says how it came about") {
    const detail::Draft draft =
        draft_of("总支出100万元，其中：基本支出60万元，占60%；项目支出40万元，占40%。");
    for (const detail::Mention& mention : draft.mentions) CHECK(!mention.why.empty());
    for (const detail::Statement& statement : draft.statements) CHECK(!statement.why.empty());
}
