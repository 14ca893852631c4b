// SPDX-License-Identifier: MIT
#include "pages.hpp"
#include "table_drafts.hpp"

#include "../../write/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

using namespace tieout;
using namespace tieout::test;

namespace {

bool contains(const Strings& lines, std::string_view line) {
    const bool found = std::find(lines.begin(), lines.end(), line) != lines.end();
    if (!found)
        for (const std::string& other : lines) MESSAGE(other);
    return found;
}

bool any_begins(const Strings& lines, std::string_view word) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.starts_with(word); });
}

/// Relations of a table that are broken.
Strings broken(std::string_view rows, std::string_view caption = {}, std::string_view unit = {}) {
    Strings lines = relation_lines(draft_of(rows, caption, unit));
    std::erase_if(lines, [](const std::string& line) { return !line.starts_with("broken"); });
    return lines;
}

} // namespace

TEST_CASE("an empty row between merged heads parts nothing") {
    const std::string heads = "合计|<|因公出国（境）费|<|公务接待费|<\n";
    const std::string data = "预算数|决算数|预算数|决算数|预算数|决算数\n3.00|2.00|1.00|0.50|2.00|1.50\n";
    const Strings without = relation_lines(draft_of(heads + data, "三公经费支出表", "万元"));
    CHECK_FALSE(without.empty());
    CHECK(relation_lines(draft_of(heads + "|||||\n" + data, "三公经费支出表", "万元")) == without);
}

TEST_CASE("codes are no figures that could be lost, and one figure is enough to be none") {
    const std::string head = "科目编码|<|科目名称|决算数\n";
    CHECK(draft_of(head + "201||一般公共服务支出|\n201|03|政府办公|\n20103|04|其他|\n").blank_tables == 1);
    CHECK(draft_of(head + "201||一般公共服务支出|\n201|03|政府办公|12.50\n").blank_tables == 0);
}

TEST_CASE("rows of known parts under phases are figures of the model") {
    const auto draft = draft_of("经费情况（万元）|2021年决算数|2022年预算数|2022年决算数\n"
                                "支出总额|30|20|35.5\n"
                                "基本支出|18|12|20\n"
                                "    其中：公用经费|8|5|——\n"
                                "项目支出|12|8|15.5");
    CHECK(level_lines(draft) ==
          Strings{"30万元 支出总额 /expenditure prior", "20万元 支出总额 /expenditure initial",
                  "35.5万元 支出总额 /expenditure executed", "18万元 基本支出 /expenditure/basic prior",
                  "12万元 基本支出 /expenditure/basic initial", "20万元 基本支出 /expenditure/basic executed",
                  "8万元 公用经费 /expenditure/basic/operating prior",
                  "5万元 公用经费 /expenditure/basic/operating initial",
                  "—— 公用经费 /expenditure/basic/operating executed",
                  "12万元 项目支出 /expenditure/project prior", "8万元 项目支出 /expenditure/project initial",
                  "15.5万元 项目支出 /expenditure/project executed"});
    const Figure& figure = draft.mentions[2].figure;
    CHECK(figure.place == "表1 支出总额 2022年决算数");
    CHECK(figure.context == "table 1");
    CHECK(figure.label == "支出总额");
    CHECK(figure.period == "2022");
    CHECK(draft.mentions[0].figure.period == "2021");
    CHECK(draft.mentions[0].certain);
}

TEST_CASE("figures of another year than the year before are of no part of this filing") {
    const auto draft = draft_of("项目|2020年决算数|2022年决算数\n基本支出|18|20\n项目支出|12|15");
    CHECK(level_lines(draft) ==
          Strings{"18 基本支出 /expenditure/basic executed", "20 基本支出 /expenditure/basic executed",
                  "12 项目支出 /expenditure/project executed", "15 项目支出 /expenditure/project executed"});
}

TEST_CASE("without a year of the document the latest that heads call executed is this year") {
    const auto page = page_of_rows("项目|2020年决算数|2021年决算数\n基本支出|18|20");
    CHECK(level_lines(draft_of_page(page, std::nullopt)) ==
          Strings{"18 基本支出 /expenditure/basic prior", "20 基本支出 /expenditure/basic executed"});
}

TEST_CASE("an empty total beside parts that are filled in is kept, other empty cells are no figures") {
    const auto lines = level_lines(draft_of("项目（万元）|上年决算数|年初预算数|决算数\n"
                                            "三公经费|||\n"
                                            "   1、公务用车购置和维护经费|9||5\n"
                                            "       其中：公车购置|||\n"
                                            "             公车运行维护|9||5\n"
                                            "   2、出国经费|||\n"
                                            "   3、公务接待|2||3"));
    CHECK(contains(lines, "blank 三公经费 /three_public prior"));
    CHECK(contains(lines, "blank 三公经费 /three_public executed"));
    CHECK_FALSE(any_begins(lines, "blank 三公经费 /three_public initial"));
    CHECK_FALSE(any_begins(lines, "blank 公车购置"));
    CHECK(contains(lines, "5万元 公车运行维护 /three_public/vehicles/operation executed"));
}

TEST_CASE("the unit is that of the cell, the row, the column, the section or the table, in this order") {
    const auto units = [](std::string_view rows, std::string_view unit) {
        std::string found;
        for (const auto& level : draft_of(rows, {}, unit).mentions)
            (found += level.figure.unit.word()) += ' ';
        return found;
    };
    CHECK(units("项目|决算数\n基本支出|5", "") == " ");
    CHECK(units("项目|决算数\n基本支出|5", "万元") == "万元 ");
    CHECK(units("项目|决算数\n基本支出|5", "单位：元") == "元 ");
    CHECK(units("项目（元）|决算数\n基本支出|5", "万元") == "元 ");
    CHECK(units("项目（元）|决算数（万元）\n基本支出|5", "") == "万元 ");
    CHECK(units("项目|决算数（万元）\n基本支出（元）|5", "") == "元 ");
    CHECK(units("项目|决算数（万元）\n基本支出|5元", "") == "元 ");
    CHECK(units("人员情况（人）|编制数|实际在职人数|控制率\n|46|42|91%", "万元") == "人 人 % ");
}

TEST_CASE("staff under heads that name it") {
    const auto draft = draft_of("人员情况（人）|编制数|2022年实际在职人数|控制率\n|46|42|91%");
    CHECK(level_lines(draft) == Strings{"46人 编制数 /staff/authorised executed",
                                        "42人 在职人数 /staff/actual executed", "91% 控制率"});
    CHECK(relation_lines(draft) == Strings{"exact 91 = 42 / 46"});
    CHECK(broken("人员情况|编制数|在职人数|控制率\n|46|42|97%") == Strings{"broken 97 = 42 / 46"});
}

TEST_CASE("a list of projects is the projects of project expenditure, and its total that expenditure") {
    for (const std::string_view number : {"", "序号|"}) {
        std::string rows;
        for (const std::string_view row :
             {"项目名称|年初结转结余|本年实际到位资金|已使用资金|年末结转结余资金|资金使用率",
              "甲|0|5|5||100%", "乙|2|8.3|5.15|5.15|50%", "合计||13.3|10.15||"}) {
            const bool head = rows.empty();
            if (!head) rows += '\n';
            if (!number.empty()) rows += head ? "序号|" : "1|";
            rows += row;
        }
        const auto draft = draft_of(rows, "表1项目收支明细表", "万元");
        const Strings lines = level_lines(draft);
        CHECK(contains(lines, "0万元 甲 /expenditure/project[projects] opening"));
        CHECK(contains(lines, "8.3万元 乙 /expenditure/project[projects] received"));
        CHECK(contains(lines, "5.15万元 乙 /expenditure/project[projects] closing"));
        CHECK(contains(lines, "13.3万元 合计 /expenditure/project received"));
        const Strings relations = relation_lines(draft);
        CHECK(contains(relations, "exact 100 = 5 / 0 + 5 or 100 = 5 / 5"));
        CHECK(contains(relations, "exact 5.15 = 2 + 8.3 - 5.15"));
        CHECK(contains(relations, "exact 13.3 = 5 + 8.3"));
        CHECK(contains(relations, "exact 10.15 = 5 + 5.15"));
    }
}

TEST_CASE("a total that its rows do not make is broken, and an empty cell leaves it open") {
    CHECK(broken("项目名称|决算数\n甲|5.1\n乙|8.2\n丙|7.3\n合计|21.6") ==
          Strings{"broken 21.6 = 5.1 + 8.2 + 7.3"});
    CHECK(broken("项目名称|决算数\n甲|5.1\n乙|8.2\n丙|\n合计|21.6").empty());
    // What does not add up beside an empty cell is doubted.
    CHECK(relation_lines(draft_of("项目名称|决算数\n甲|5.1\n乙|8.2\n丙|\n合计|12.3")) ==
          Strings{"undecided 12.3 = 5.1 + 8.2"});
    CHECK(broken("项目名称|决算数\n合计|21.6\n甲|5.1\n乙|8.2\n丙|7.3") ==
          Strings{"broken 21.6 = 5.1 + 8.2 + 7.3"});
}

TEST_CASE("subtotals, and totals of them") {
    const std::string_view rows = "内容|决算数\n甲|5\n乙|8\n小计|13\n丙|2\n丁|4\n小计|6\n合计|19";
    const Strings lines = relation_lines(draft_of(rows));
    CHECK(contains(lines, "exact 13 = 5 + 8"));
    CHECK(contains(lines, "exact 6 = 2 + 4"));
    CHECK(any_begins(lines, "exact 19 ="));
}

TEST_CASE("rows that may contain others are not added up for sure") {
    // 乙 may be what 丙 and 丁 make.
    CHECK(broken("内容|决算数\n甲|5.1\n乙|8.2\n丙|3.1\n丁|5.1\n合计|14.3").empty());
    // 其中 is not added, and what follows it may still belong to it.
    CHECK(broken("内容|决算数\n甲|5.1\n其中：乙|3.1\n丙|2.1\n合计|11.1").empty());
    CHECK(broken("内容|决算数\n甲|5.0\n其中：乙|6.0\n丙|2.0\n合计|7.0") == Strings{"broken 6.0 <= 5.0"});
    // A total below one of its rows, where the rows are not certain.
    CHECK(broken("内容|决算数\n一、甲|50\n乙|6\n合计|7").empty());
}

TEST_CASE("a two-sided table is two tables side by side") {
    const std::string_view rows = "收入|<|<|支出|<|<\n"
                                  "项目|行次|金额|项目|行次|金额\n"
                                  "栏次||1|栏次||2\n"
                                  "一、一般公共预算财政拨款收入|1|900.50|一、一般公共服务支出|32|700.20\n"
                                  "二、其他收入|8|10.00|八、社会保障和就业支出|39|210.30\n"
                                  "本年收入合计|27|910.50|本年支出合计|57|910.50\n"
                                  "使用非财政拨款结余|28||结余分配|58|\n"
                                  "年初结转和结余|29|20.00|年末结转和结余|59|20.00\n"
                                  "总计|30|930.50|总计|60|930.50";
    const auto draft = draft_of(rows, "收入支出决算总表", "万元");
    CHECK(level_lines(draft) ==
          Strings{"900.50万元 一般公共预算财政拨款收入 /income[fund] executed",
                  "10.00万元 其他收入 /income[fund] executed", "910.50万元 本年收入合计 /income executed",
                  "20.00万元 年初结转和结余 /income opening", "930.50万元 总计 /total_income executed",
                  "700.20万元 一般公共服务支出 /expenditure[function 201] executed",
                  "210.30万元 社会保障和就业支出 /expenditure[function 208] executed",
                  "910.50万元 本年支出合计 /expenditure executed",
                  "20.00万元 年末结转和结余 /expenditure closing",
                  "930.50万元 总计 /total_expenditure executed"});
    for (const std::string& line : relation_lines(draft)) CHECK_MESSAGE(line.starts_with("exact"), line);
}

TEST_CASE("classes make up each other by their codes, and columns their total") {
    const std::string rows = "项目|<|本年支出合计|基本支出|项目支出\n"
                             "科目编码|科目名称|^|^|^\n"
                             "栏次||1|2|3\n"
                             "合计||100.5|60.5|40\n"
                             "201|一般公共服务支出|70|40|30\n"
                             "20103|政府办公厅（室）及相关机构事务|70|40|30\n"
                             "2010301|行政运行|40|40|\n"
                             "2010302|一般行政管理事务|30||30\n"
                             "208|社会保障和就业支出|30.5|20.5|10\n"
                             "20805|行政事业单位养老支出|30.5|20.5|10";
    const auto draft = draft_of(rows, "支出决算表", "万元");
    const Strings levels = level_lines(draft);
    CHECK(contains(levels, "100.5万元 合计 /expenditure executed"));
    CHECK(contains(levels, "60.5万元 合计 /expenditure/basic executed"));
    CHECK(contains(levels, "30万元 一般行政管理事务 /expenditure/project[function 2010302] executed"));
    const Strings relations = relation_lines(draft);
    CHECK(contains(relations, "exact 100.5 = 60.5 + 40"));
    CHECK(contains(relations, "exact 100.5 = 70 + 30.5"));
    CHECK(contains(relations, "exact 70 = 40 + 30"));
    std::string wrong = rows;
    wrong.replace(wrong.find("2010301|行政运行|40|40"), std::string_view("2010301|行政运行|40|40").size(),
                  "2010301|行政运行|45|45");
    CHECK(contains(broken(wrong, "支出决算表", "万元"), "broken 70 = 45 + 30"));
}

TEST_CASE("columns of one fund confine the figure of the row to it") {
    const auto draft = draft_of("收入|<|支出|<|<|<\n"
                                "项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款\n"
                                "一、一般公共预算财政拨款|90|一、一般公共服务支出|70|70|\n"
                                "二、政府性基金预算财政拨款|5|二、城乡社区支出|25|20|5\n"
                                "本年收入合计|95|本年支出合计|95|90|5\n"
                                "年初财政拨款结转和结余|3|年末财政拨款结转和结余|3|3|\n"
                                "一般公共预算财政拨款|3||||\n"
                                "总计|98|总计|98|93|5",
                                "财政拨款收入支出决算总表", "万元");
    const Strings levels = level_lines(draft);
    CHECK(contains(levels, "90万元 本年支出合计 /expenditure executed (general)"));
    CHECK(contains(levels, "95万元 本年收入合计 /income executed (fiscal)"));
    CHECK(contains(levels, "3万元 一般公共预算财政拨款 /income opening (general)"));
    for (const std::string& line : relation_lines(draft)) CHECK_MESSAGE(line.starts_with("exact"), line);
}

TEST_CASE("economic classes stand in several columns and are added up at the foot") {
    const std::string rows = "人员经费|<|<|公用经费|<|<|<|<|<\n"
                             "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数\n"
                             "301|工资福利支出|80|302|商品和服务支出|18|310|资本性支出|2\n"
                             "30101|基本工资|50|30201|办公费|8|31002|办公设备购置|2\n"
                             "30102|津贴补贴|30|30211|差旅费|10|||\n"
                             "303|对个人和家庭的补助|5||||||\n"
                             "30302|退休费|5||||||\n"
                             "人员经费合计|<|85|公用经费合计|<|<|<|<|20";
    const std::string_view caption = "一般公共预算财政拨款基本支出决算明细表";
    const auto draft = draft_of(rows, caption, "万元");
    CHECK(contains(level_lines(draft),
                   "18万元 商品和服务支出 /expenditure/basic/operating[economic 302] executed (general)"));
    CHECK(relation_lines(draft) == Strings{"exact 80 = 50 + 30", "exact 5 = 5", "exact 85 = 80 + 5",
                                           "exact 18 = 8 + 10", "exact 2 = 2", "exact 20 = 18 + 2"});
    std::string wrong = rows;
    wrong.replace(wrong.find("|85|"), 4, "|58|");
    CHECK(broken(wrong, caption, "万元") == Strings{"broken 58 = 80 + 5"});
}

TEST_CASE("the three public expenses by columns, in two phases") {
    const auto draft =
        draft_of("预算数|<|<|<|<|<|决算数|<|<|<|<|<\n"
                 "合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|"
                 "合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费\n"
                 "^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^\n"
                 "9.5|0|5|0|5|4.5|6.2|0|4|0|4|2.2",
                 "一般公共预算财政拨款“三公”经费支出决算表", "万元");
    const Strings levels = level_lines(draft);
    CHECK(contains(levels, "6.2万元 决算数合计 /three_public executed (general)"));
    CHECK(contains(levels, "5万元 公务用车购置及运行维护费 /three_public/vehicles initial (general)"));
    CHECK(contains(levels, "4万元 公务用车运行维护费 /three_public/vehicles/operation executed (general)"));
    CHECK(relation_lines(draft) == Strings{"exact 9.5 = 0 + 5 + 4.5", "exact 5 = 0 + 5",
                                           "exact 6.2 = 0 + 4 + 2.2", "exact 4 = 0 + 4"});
}

TEST_CASE("the accounts of a fund carry over what is left") {
    const std::string rows = "项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余\n"
                             "科目编码|科目名称|^|^|小计|基本支出|项目支出|^\n"
                             "合计||3|20|18|8|10|5\n"
                             "212|城乡社区支出|3|20|18|8|10|5";
    const auto lines = relation_lines(draft_of(rows, "政府性基金预算财政拨款收入支出决算表", "万元"));
    CHECK(contains(lines, "exact 5 = 3 + 20 - 18"));
    CHECK(contains(lines, "exact 18 = 8 + 10"));
}

TEST_CASE("rates are of what their head says") {
    CHECK(relation_lines(draft_of("内容|年初预算数|全年预算数|全年执行数|执行率（%）\n甲|10|12|9|75.00")) ==
          Strings{"exact 75.00 = 9 / 12 or 75.00 = 9 / 10"});
    CHECK(broken("内容|年初预算数|全年预算数|全年执行数|执行率（B/A）\n甲|10|12|9|57%") ==
          Strings{"broken 57 = 9 / 12 or 57 = 9 / 10"});
    // The budget as adjusted is not in the table.
    CHECK(broken("内容|年初预算数|决算数|执行率\n甲|10|9|57%").empty());
    // A rate that is no percentage, a rate without budget.
    CHECK(broken("内容|全年预算数|全年执行数|执行率\n甲|12|9|0.57").empty());
    CHECK(relation_lines(draft_of("内容|全年执行数|执行率\n甲|9|57%")).empty());
}

TEST_CASE("changes, growth and shares") {
    const std::string rows = "项目|上年决算数|本年决算数|增减额|增减率（%）\n"
                             "一、基本支出|80|100|20|25.00\n"
                             "二、项目支出|60|50|-10|-16.67\n"
                             "合计|140|150|10|7.14";
    const auto draft = draft_of(rows, "", "元");
    CHECK(contains(level_lines(draft), "150元 合计 /expenditure executed"));
    for (const std::string& line : relation_lines(draft)) CHECK_MESSAGE(line.starts_with("exact"), line);
    CHECK(contains(relation_lines(draft), "exact -16.67 = 50 from 60"));
    CHECK(contains(broken("项目|上年决算数|本年决算数|增减率\n甲|80|100|20%"), "broken 20 = 100 from 80"));
    CHECK(contains(relation_lines(draft_of("项目|决算数|占比\n甲|1|33.33%\n乙|2|66.67%\n合计|3|100%")),
                   "exact 33.33 = 1 / 3"));
    CHECK(
        contains(broken("项目|决算数|占比\n甲|1|66.67%\n乙|2|66.67%\n合计|3|100%"), "broken 66.67 = 1 / 3"));
}

TEST_CASE("parts among columns that are of a part are not added, and those of unknown groups leave it open") {
    const std::string head = "项目|<|本年收入合计|财政拨款收入|事业收入|<|其他收入\n"
                             "科目编码|科目名称|^|^|小计|其中：教育收费|^\n";
    const auto draft = draft_of(head + "合计||110.5|100.0|8.0|7.0|2.5\n205|教育支出|110.5|100.0|8.0|7.0|2.5",
                                "收入决算表", "万元");
    CHECK(contains(relation_lines(draft), "exact 110.5 = 100.0 + 8.0 + 2.5"));
    CHECK(contains(level_lines(draft), "100.0万元 合计 /income executed (fiscal)"));
    // 小计 of 事业收入 is not the income.
    CHECK(contains(level_lines(draft), "8.0万元 合计"));
    // Parts go on behind the rate.
    CHECK(broken("内容|合计|甲类|执行率|乙类\n一|9.5|4.0|50%|5.5").empty());
}

TEST_CASE("classes under a part of the filing are parts of it, marked or not") {
    const auto lines = relation_lines(draft_of("支出项目|金额\n基本支出|100.5\n工资福利支出|80.5\n"
                                               "商品和服务支出|20.0\n项目支出|50.0\n合计|150.5",
                                               "支出情况表", "万元"));
    CHECK(contains(lines, "exact 100.5 = 80.5 + 20.0"));
    CHECK(any_begins(lines, "exact 150.5 = 100.5 + 50.0"));
}

TEST_CASE("assets at the start and the end of the year") {
    const auto draft =
        draft_of("项目|年初数|年末数\n一、资产合计|100.5|120.5\n（一）流动资产|40.0|50.0\n"
                 "（二）固定资产净值|60.5|70.5\n二、负债合计|10.0|12.0\n三、净资产合计|90.5|108.5",
                 "", "万元");
    CHECK(contains(level_lines(draft), "100.5万元 资产合计 /assets opening"));
    CHECK(contains(level_lines(draft), "50.0万元 流动资产 /assets/current closing"));
    // What makes assets up is known to the rules; what the numbers themselves say may be inferred.
    for (const std::string& line : relation_lines(draft)) CHECK_MESSAGE(line.starts_with("exact"), line);
}

TEST_CASE("heads of which plain text has lost the merges say nothing of their columns") {
    auto page =
        page_of_rows("项目|预算数|决算数\n科目编码|科目名称|小计|基本支出|项目支出|小计|基本支出|项目支出\n"
                     "201|一般公共服务支出|10|6|4|12|7|5");
    auto& table = page.blocks.front().table;
    table.printed = {3, 8, 8};
    for (const std::string& line : level_lines(draft_of_page(page))) CHECK(line.find('/') == line.npos);
    for (const std::string& line : relation_lines(draft_of_page(page)))
        CHECK_MESSAGE(line.starts_with("exact"), line);
}

TEST_CASE("the words of a table whose heads do not fit its rows state nothing") {
    // Numbers under no head: what they themselves make is inferred, and open.
    for (const auto& stated : draft_of("项目|决算数|\n甲|5|6\n乙|8|9\n合计|14|16").statements) {
        CHECK(stated.word == "inferred");
        CHECK(stated.evidence == Evidence::open);
    }
    // A row whose label stands where the figures do.
    CHECK(relation_lines(draft_of("类|项目|决算数\n一|甲|5\n乙|8|\n合计||14")).empty());
    CHECK(level_lines(draft_of("")).empty());
    CHECK(level_lines(draft_of("甲|乙")).empty());
}

TEST_CASE("a list that goes on in the next table is not complete in this one") {
    auto page = page_of_rows("项目名称|决算数\n合计|21.6\n甲|5.1\n乙|8.2");
    const auto rest = page_of_rows("项目名称|决算数\n丙|8.3");
    CHECK(any_begins(relation_lines(draft_of_page(page)), "broken"));
    page.blocks.push_back(rest.blocks.front());
    CHECK_FALSE(any_begins(relation_lines(draft_of_page(page)), "broken"));
}

namespace {

std::string shown(const std::vector<Indicator>& indicators) {
    std::string text;
    for (const Indicator& indicator : indicators) {
        text += indicator.name;
        const auto add = [&](std::string_view mark, const Stated& stated) {
            if (stated.stated()) (text += mark) += stated.best().text;
        };
        add(" w", indicator.weight);
        constexpr std::array<std::string_view, 5> signs{"", ">=", "<=", "=", "~"};
        const std::string_view sign_of_target = signs[static_cast<std::size_t>(indicator.comparison)];
        if (indicator.target.stated() || !sign_of_target.empty()) text += " t";
        text += sign_of_target;
        add("", indicator.target);
        add(" a", indicator.actual);
        add(" s", indicator.score);
        if (!indicator.indicators.empty()) (text += " (") += shown(indicator.indicators) + ")";
        text += ';';
    }
    return text;
}

} // namespace

TEST_CASE("the indicator tree, with merged cells and with empty ones that repeat") {
    const std::string_view tree =
        "产出指标 w50 (数量指标 (次数 w20 t>=4 a5 s20;场所 w10 t100 a100 s10;);"
        "质量指标 (建成 w20 t~ s18;););效益指标 w40 (社会效益指标 (满意 w40 t>=95 a96 s40;););";
    const std::string head =
        "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施\n";
    for (const bool merged : {true, false}) {
        const std::string up = merged ? "^" : "";
        const std::string rows = head + "|产出指标（50分）|数量指标|次数|≥4次|5次|20|20|\n" + up + "|" + up +
                                 "|" + up + "|场所|100%|100%|10|10|\n" + up + "|" + up +
                                 "|质量指标|建成|建成并使用|已建成|20|18|资金不足\n" + up +
                                 "|效益指标（40分）|社会效益指标|满意|不低于95%|96%|40|40|\n" +
                                 (merged ? "总分|<|<|<|<|<|90|88|" : "总分||||||90分|88分|");
        const auto draft = draft_of(rows, "2022年度部门整体支出绩效自评表");
        const Evaluation& evaluation = draft.filing.evaluation;
        CHECK(shown(evaluation.indicators) == tree);
        CHECK(evaluation.weight.best().text == "90");
        CHECK(evaluation.score.best().text == "88");
        CHECK(evaluation.weight.best().unit.word() == "分");
        REQUIRE(evaluation.indicators.size() == 2);
        CHECK(evaluation.indicators[0].indicators[1].indicators[0].reason == "资金不足");
        CHECK(draft.mentions.empty());
    }
}

TEST_CASE("the form with comparison, value and unit in columns of their own") {
    const auto draft =
        draft_of("一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因\n"
                 "产出指标|数量指标|培训次数|≥|4|次|5|20|20|\n"
                 "^|成本指标|费用|≤|10|万元|9.5|30|28|\n"
                 "效益指标|社会效益指标|影响力|定性|较好||较好|30|30|\n"
                 "总分|<|<|<|<|<|<|80|78|\n"
                 "自评等级|良|<|<|<|<|<|<|<|<");
    const Evaluation& evaluation = draft.filing.evaluation;
    CHECK(shown(evaluation.indicators) ==
          "产出指标 (数量指标 (培训次数 w20 t>=4 a5 s20;);成本指标 (费用 w30 t<=10 a9.5 s28;););"
          "效益指标 (社会效益指标 (影响力 w30 t~ s30;););");
    CHECK(evaluation.indicators[0].indicators[1].indicators[0].target.best().unit.word() == "万元");
    CHECK(evaluation.grade == "良");
}

TEST_CASE("a table that goes on keeps the addresses of the file") {
    auto page = page_of_rows("项目|年初预算数|决算数\n甲|5|6\n乙|8|9");
    detail::Page more = page_of_rows("项目|年初预算数|决算数\n丙|3|4");
    more.blocks.front().table.first_row = 10;
    page.blocks.push_back(more.blocks.front());
    const auto draft = draft_of_page(page);
    REQUIRE(draft.mentions.size() == 6);
    CHECK(draft.mentions[2].figure.cell_row == 3);
    CHECK(draft.mentions[4].figure.text == "3");
    CHECK(draft.mentions[4].figure.cell_row == 12);
}

TEST_CASE("the budget row of an evaluation, with what it is split into") {
    const auto draft = draft_of("年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
                                "|年度资金总额|9|12|10|10分|83.33%|8\n"
                                "|按收入性质分：|<|<|按支出性质分：|<|<|<\n"
                                "|其中：一般公共预算：7.5|<|<|其中：基本支出：6|<|<|<\n"
                                "|政府性基金拨款：|<|<|项目支出：4|<|<|<\n"
                                "|其他资金：2.5|<|<||<|<|<",
                                "2022年度部门整体支出绩效自评表");
    CHECK(level_lines(draft) == Strings{"9万元 年度资金总额 /evaluation/budget initial",
                                        "12万元 年度资金总额 /evaluation/budget adjusted",
                                        "10万元 年度资金总额 /evaluation/budget executed",
                                        "83.33% 年度资金总额",
                                        "7.5万元 一般公共预算 /expenditure[fund] executed",
                                        "6万元 基本支出 /expenditure/basic executed",
                                        "4万元 项目支出 /expenditure/project executed",
                                        "2.5万元 其他资金 /expenditure[fund] executed"});
    CHECK(draft.filing.evaluation.budget.weight.best().text == "10");
    CHECK(draft.filing.evaluation.budget.score.best().text == "8");
    const Strings lines = relation_lines(draft);
    CHECK(contains(lines, "exact 83.33 = 10 / 12 or 83.33 = 10 / 9"));
    CHECK(contains(lines, "exact 10 = 7.5 + 2.5 or 12 = 7.5 + 2.5 or 9 = 7.5 + 2.5"));
    CHECK(contains(lines, "exact 10 = 6 + 4 or 12 = 6 + 4 or 9 = 6 + 4"));
}

TEST_CASE("the evaluation of a project is not that of the body") {
    const std::string rows = "项目名称|甲|<|<|<|<|<|<\n"
                             "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
                             "^|年度资金总额|90|90|89.974|10|99.97%|9.99\n"
                             "^|其中：当年财政拨款|90|90|89.974|—|99.97%|—\n"
                             "^|其他资金|0|0|0|—|—|—\n"
                             "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n"
                             "^|产出指标（50分）|数量指标|设备数量|≥4台|4台|50|50\n"
                             "^|效益指标（40分）|社会效益指标|效率|提高|提高|40|40\n"
                             "总分|<|<|<|<|<|100|99.99";
    const auto draft = draft_of(rows, "项目支出绩效自评表");
    CHECK(draft.filing.evaluation.indicators.empty());
    CHECK(contains(level_lines(draft), "89.974万元 甲 /expenditure/project[projects] executed"));
    const Strings lines = relation_lines(draft);
    CHECK(contains(lines, "exact 90 = 90 + 0"));
    CHECK(contains(lines, "exact 50 = 50"));
    CHECK(contains(lines, "exact 99.99 = 50 + 40 or 99.99 = 50 + 40 + 9.99"));
    // The whole is less than a part of it.
    std::string wrong = rows;
    wrong.replace(wrong.find("年度资金总额|90|90|89.974"),
                  std::string_view("年度资金总额|90|90|89.974").size(), "年度资金总额|0|0|0");
    CHECK(any_begins(relation_lines(draft_of(wrong, "项目支出绩效自评表")), "broken 0 = 90"));
}

namespace {

/// What a filing holds of an item and of its lines, in the words of level_line, from tables only.
void collect(const std::string& pointer, const Item& item, std::set<std::string>& lines) {
    const auto add = [&](const Item& of, const std::string& where) {
        for (const Phase phase : phases)
            for (const Figure& figure : of.at(phase).statements())
                if (figure.context.starts_with("附件") || figure.context.starts_with("表"))
                    lines.insert((figure.state == State::blank ? "blank" : figure.text) + where + ' ' +
                                 std::string(name_of(phase)));
    };
    add(item, ' ' + pointer);
    for (const Split& split : item.splits)
        for (const Part& part : split.items)
            add(part, ' ' + part.label + ' ' + pointer + '[' + split.name + ']');
}

std::set<std::string> table_lines(const Filing& filing) {
    std::set<std::string> lines;
    const Expenditure& e = filing.expenditure;
    const ThreePublic& t = filing.three_public;
    collect("/expenditure", e, lines);
    collect("/expenditure/basic", e.basic, lines);
    collect("/expenditure/basic/operating", e.basic.operating, lines);
    collect("/expenditure/project", e.project, lines);
    collect("/expenditure/project/operation", e.project.operation, lines);
    collect("/expenditure/project/special", e.project.special, lines);
    collect("/three_public", t, lines);
    collect("/three_public/abroad", t.abroad, lines);
    collect("/three_public/vehicles", t.vehicles, lines);
    collect("/three_public/vehicles/purchase", t.vehicles.purchase, lines);
    collect("/three_public/vehicles/operation", t.vehicles.operation, lines);
    collect("/three_public/reception", t.reception, lines);
    collect("/procurement", filing.procurement, lines);
    for (const auto& [pointer, stated] : {std::pair{"/staff/authorised", &filing.staff.authorised},
                                          std::pair{"/staff/actual", &filing.staff.actual}})
        for (const Figure& figure : stated->statements())
            if (figure.context.starts_with("附件")) lines.insert(figure.text + ' ' + pointer + " executed");
    for (const Project& project : e.project.projects) {
        Item item = project;
        std::set<std::string> found;
        collect("", item, found);
        for (std::string line : found) {
            const std::size_t gap = line.find("  ");
            line.replace(gap, 2, ' ' + project.label + " /expenditure/project[projects] ");
            lines.insert(line);
        }
    }
    return lines;
}

std::set<std::string> table_lines(const detail::Draft& draft) {
    std::set<std::string> lines;
    for (const detail::Mention& level : draft.mentions) {
        if (level.item.empty()) continue;
        std::string line = level.figure.state == State::blank ? "blank" : level.figure.text;
        if (!level.split.empty()) line += ' ' + level.subject;
        // The examples hold what was evaluated as the expenditure that it is.
        line += level.item == "/evaluation/budget" ? " /expenditure" : ' ' + level.item;
        if (!level.split.empty()) line += '[' + level.split + ']';
        lines.insert(line + ' ' + std::string(name_of(level.phase)));
    }
    return lines;
}

} // namespace

TEST_CASE("the tables of two published reports give what the example filings hold of them") {
    for (const std::string name : {"yiyang-2022", "kaiyuan-2022"}) {
        const auto text = published_report(name + ".txt");
        if (!text) {
            MESSAGE("skipped: there is no published report ", name);
            continue;
        }
        const auto draft = draft_of_page(detail::page_of_text(*text));
        const Document example = project_document("examples/filings/" + name + ".json");
        REQUIRE(example.filing);
        const std::set<std::string> read = table_lines(draft);
        const std::set<std::string> held = table_lines(*example.filing);
        for (const std::string& line : read) CHECK_MESSAGE(held.contains(line), line);
        for (const std::string& line : held) CHECK_MESSAGE(read.contains(line), line);
        // Nothing that a table says by itself is more than doubted: what is wrong in them the rules find.
        for (const std::string& line : relation_lines(draft))
            CHECK_MESSAGE(!line.starts_with("broken"), line);
        // The example shortens one name and writes figures as they are printed.
        const auto scores = [](const Evaluation& evaluation) {
            std::string all = shown(evaluation.indicators);
            if (const std::size_t at = all.find("财政供养人员"); at != all.npos)
                all.erase(at, all.find(" w", at) - at);
            for (const Stated* stated :
                 {&evaluation.weight, &evaluation.score, &evaluation.budget.weight, &evaluation.budget.score})
                if (stated->stated() && stated->best().context != "四") all += ' ' + stated->best().text;
            return all;
        };
        CHECK(scores(draft.filing.evaluation) == scores(example.filing->evaluation));
    }
}

TEST_CASE("heads below a head that spans them are beneath it") {
    const std::string rows = "<tr><td>设备购置</td><td>20.00</td><td>25.00</td></tr>"
                             "<tr><td>房屋维修</td><td>10.00</td><td>15.00</td></tr>"
                             "<tr><td>合计</td><td>30.00</td><td>40.00</td></tr></table>";
    for (const std::string heads :
         {"<tr><th rowspan=2>项目</th><th "
          "colspan=2>金额</th></tr><tr><th>年初预算数</th><th>决算数</th></tr>",
          "<tr><th>项目</th><th "
          "colspan=2>金额</th></tr><tr><th></th><th>年初预算数</th><th>决算数</th></tr>"}) {
        CAPTURE(heads);
        const detail::Draft draft = detail::read_page(
            detail::page_of_html("<table><caption>支出明细表（单位：万元）</caption>" + heads + rows));
        CHECK(draft.statements.size() == 2);
        CHECK(draft.mentions.size() == 6);
    }
}
