// SPDX-License-Identifier: MIT
#include "read/vocabulary/quantities.hpp"

#include <doctest/doctest.h>

using namespace tieout::detail;

TEST_CASE("every word of measures is found in its example, and not in what only looks like it") {
    for (const QuantityWord& entry : measure_words()) {
        INFO(entry.word);
        CHECK(is_measure(entry.example));
        if (!entry.not_example.empty()) CHECK_FALSE(is_measure(entry.not_example));
    }
    CHECK(is_measure("人均可支配收入"));
    CHECK(is_measure("生均经费"));
    CHECK(is_measure("期限（年）"));
    CHECK_FALSE(is_measure("均衡性转移支付"));
    CHECK_FALSE(is_measure("基本公共服务均等化"));
    CHECK_FALSE(is_measure("城市最低生活保障金"));
}

TEST_CASE("a share is of the total of its table, of what its head names, or of the rows so far") {
    using Whole = ShareHead::Whole;
    for (const char* const head :
         {"占比", "比重", "所占比例", "所占比重", "占总额比重", "占合计的比重", "金额占比", "占比情况"})
        CHECK_MESSAGE(share_in_head(head).whole == Whole::total, head);
    CHECK(share_in_head("累计占比").whole == Whole::running);
    CHECK(share_in_head("占GDP比重").whole == Whole::named);
    CHECK(share_in_head("占GDP比重").name == "GDP");
    CHECK(share_in_head("占一般公共预算收入的比重").name == "一般公共预算收入");
    CHECK(share_in_head("药占比").name == "药");
}

TEST_CASE("growth of another is told from growth of the row") {
    CHECK(is_rate_of_decline("压减率"));
    CHECK(is_rate_of_decline("降幅（%）"));
    CHECK_FALSE(is_rate_of_decline("增幅"));
    CHECK(is_step("比上月增减"));
    CHECK_FALSE(is_step("比上年增减"));
    CHECK(is_growth_of_another("全省平均增幅"));
    CHECK(is_growth_of_another("年均增长率"));
    CHECK(is_growth_of_another("环比增速"));
    CHECK_FALSE(is_growth_of_another("增幅"));
    CHECK_FALSE(is_growth_of_another("比上年增长"));
}

TEST_CASE("an excerpt says so") {
    CHECK(is_excerpt("主要科目支出情况（节选）"));
    CHECK(is_excerpt("2023年捐赠收入前三名"));
    CHECK(is_excerpt("纳税前10户企业"));
    CHECK(is_excerpt("TOP10项目"));
    CHECK_FALSE(is_excerpt("前期工作经费支出表"));
    CHECK_FALSE(is_excerpt("部门预算支出总表"));
}

TEST_CASE("one total may be part of another if their names say so") {
    CHECK(may_be_part_of_total("税收收入合计", "收入合计"));
    CHECK(may_be_part_of_total("本年收入合计", "收入总计"));
    CHECK(may_be_part_of_total("人员经费合计", "总计"));
    CHECK(may_be_part_of_total("负债合计", "负债和净资产总计"));
    CHECK_FALSE(may_be_part_of_total("收入合计", "支出合计"));
    CHECK_FALSE(may_be_part_of_total("编制合计", "在职合计"));
}

TEST_CASE("a note says that its total is of other rows, unless it says what notes always say") {
    CHECK(is_note_on_figures("注：本次仅公示乡镇项目。"));
    CHECK(is_note_on_figures("备注：合计已扣减收回资金30万元。"));
    CHECK(is_note_on_figures("注：因四舍五入及部分项目未列示，分项与合计不等。"));
    CHECK_FALSE(is_note_on_figures("注：因四舍五入，分项之和与合计可能存在尾差。"));
    CHECK_FALSE(is_note_on_figures("注：本表反映部门本年度的总收支和年末结转结余情况。"));
    CHECK_FALSE(is_note_on_figures("说明：本部门没有政府性基金收入，故本表为空。"));
    CHECK_FALSE(is_note_on_figures("注意事项"));
    CHECK(tells_of_totals("除上表所列乡镇外，其余6个乡镇共安排50万元。"));
    CHECK(tells_of_totals("本表仅列示部分乡镇。"));
    CHECK_FALSE(tells_of_totals("具体情况见附件。"));
    CHECK(tells_of_rates("注：合计增长率按同口径计算。"));
    CHECK_FALSE(tells_of_rates("注：合计含县本级。"));
}

TEST_CASE("a row beside what its total adds up says so") {
    CHECK(is_beside_total("丙工程（已含在乙工程中）"));
    CHECK(is_beside_total("另：监理费"));
    CHECK(is_beside_total("#监理费"));
    CHECK_FALSE(is_beside_total("其他工程"));
    CHECK_FALSE(is_beside_total("另类投资"));
}

TEST_CASE("the head of a column compares two others and nothing else, or says more") {
    CHECK(compares_plainly("比上年增减%"));
    CHECK(compares_plainly("增长率"));
    CHECK(compares_plainly("2023年比2022年增减额"));
    CHECK(compares_plainly("Change"));
    CHECK_FALSE(compares_plainly("增幅排名"));
    CHECK_FALSE(compares_plainly("上年增幅"));
    CHECK_FALSE(compares_plainly("增速较上年变化"));
    CHECK_FALSE(compares_plainly("税收增幅"));
    CHECK_FALSE(compares_plainly("同口径增减额"));
    CHECK_FALSE(compares_plainly("比年初增减"));
}

TEST_CASE("people and bodies may be counted once for several months, their visits each time") {
    CHECK(is_counted_once("服务人数（去重）"));
    CHECK(is_counted_once("涉及企业"));
    CHECK_FALSE(is_counted_once("就诊人次"));
    CHECK_FALSE(is_counted_once("抽检批次"));
}

TEST_CASE("bodies that rows have to do with may be the same in several of them, and money is shared out") {
    CHECK(may_overlap("涉及部门（个）"));
    CHECK(may_overlap("帮扶村"));
    CHECK(may_overlap("部门个数"));
    CHECK_FALSE(may_overlap("涉及资金"));
    CHECK_FALSE(may_overlap("人数"));
}
