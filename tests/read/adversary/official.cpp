// SPDX-License-Identifier: MIT
// The tables of final accounts that every body publishes: 公开01表 to 公开09表.
#include "structures.hpp"
#include "tables.hpp"

#include <array>

namespace tieout::test::adversary {

namespace {

void form01(Writer& w) {
    const Account& a = w.account;
    const Flow f = a.flow(every_fund);
    Block& block = w.table("收入支出决算总表", "公开01表");
    block.rows.push_back({{"收入", 2}, {"支出", 2}});
    block.rows.push_back(row_of({"项目", "决算数", "项目", "决算数"}));
    block.heads = 2;
    std::vector<Row> left;
    std::vector<Row> right;
    std::size_t i = 0;
    const auto source = [&](std::string name, Amount amount) {
        left.push_back(row_of({numeral(++i) + "、" + name, amount_cell(w, amount)}));
    };
    source("一般公共预算财政拨款收入", a.flow(only(Fund::general)).income);
    source("政府性基金预算财政拨款收入", a.flow(only(Fund::government)).income);
    source("国有资本经营预算财政拨款收入", a.flow(only(Fund::capital)).income);
    for (const std::size_t own :
         {std::size_t{2}, std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{4}})
        source(std::string(name_of_own_source(own)), a.own_income(own));
    const bool official = w.maybe();
    i = 0;
    for (const std::string& section : a.codes(3, every_fund))
        right.push_back(row_of(
            {section_caption(section, ++i, official), amount_cell(w, a.spent(every_fund, section).now)}));
    beside(block, std::move(left), std::move(right));
    block.rows.push_back(
        row_of({"本年收入合计", amount_cell(w, f.income), "本年支出合计", amount_cell(w, f.spent())}));
    if (f.surplus != 0 || f.distribution != 0 || w.maybe())
        block.rows.push_back(row_of(
            {"使用非财政拨款结余", amount_cell(w, f.surplus), "结余分配", amount_cell(w, f.distribution)}));
    block.rows.push_back(
        row_of({"年初结转和结余", amount_cell(w, f.opening), "年末结转和结余", amount_cell(w, f.closing)}));
    const std::string total = w.pick({"总计", "总计", "合计"});
    block.rows.push_back(row_of({total, amount_cell(w, f.total()), total, amount_cell(w, f.total())}));
    if (w.maybe(3)) block.note = "注：本表反映部门本年度的总收支和年末结转结余情况。";
}

void form02(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("收入决算表", "公开02表");
    std::vector<Column> columns{
        {"本年收入合计", [&](std::string_view code) { return a.flow(every_fund, code).income; }},
        {"财政拨款收入", [&](std::string_view code) { return a.flow(fiscal, code).income; }}};
    for (const std::size_t own :
         {std::size_t{2}, std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{4}})
        columns.push_back({std::string(name_of_own_source(own)),
                           [&a, own](std::string_view code) { return a.own_income(own, code); }});
    rows_by_code(w, block, every_fund, columns);
}

void form03(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("支出决算表", "公开03表");
    std::vector<Column> columns{
        {"本年支出合计", [&](std::string_view code) { return a.spent(every_fund, code).now; }},
        {"基本支出", [&](std::string_view code) { return a.basic(every_fund, code).now; }},
        {"项目支出", [&](std::string_view code) { return a.project(every_fund, code).now; }}};
    if (w.maybe())
        for (const auto* const name : {"上缴上级支出", "经营支出", "对附属单位补助支出"})
            columns.push_back({name, [](std::string_view) { return Amount{0}; }});
    rows_by_code(w, block, every_fund, columns);
}

void form04(Writer& w) {
    const Account& a = w.account;
    const Flow f = a.flow(fiscal);
    Block& block = w.table("财政拨款收入支出决算总表", "公开04表");
    const bool capital = a.flow(only(Fund::capital)).total() > 0 || w.maybe(3);
    const std::string word = w.pick({"财政拨款", ""});
    block.rows.push_back({{"收入", 2}, {"支出", capital ? 5U : 4U}});
    block.rows.push_back(row_of({"项目", w.pick({"金额", "决算数"}), "项目", w.pick({"合计", "小计"}),
                                 "一般公共预算" + word, "政府性基金预算" + word}));
    if (capital) block.rows.back().push_back({"国有资本经营预算" + word});
    block.heads = 2;
    const auto funds_of = [&](auto amount) {
        std::vector<std::string> cells{amount_cell(w, amount(fiscal)),
                                       amount_cell(w, amount(only(Fund::general))),
                                       amount_cell(w, amount(only(Fund::government)))};
        if (capital) cells.push_back(amount_cell(w, amount(only(Fund::capital))));
        return cells;
    };
    const auto right_row = [&](std::string name, auto amount) {
        std::vector<std::string> cells{std::move(name)};
        for (std::string& cell : funds_of(amount)) cells.push_back(std::move(cell));
        return row_of(std::move(cells));
    };
    std::vector<Row> left;
    std::vector<Row> right;
    std::size_t i = 0;
    for (const Fund fund : {Fund::general, Fund::government, Fund::capital})
        left.push_back(row_of({numeral(++i) + "、" + std::string(name_of(fund)) + "财政拨款",
                               amount_cell(w, a.flow(only(fund)).income)}));
    i = 0;
    for (const std::string& section : a.codes(3, fiscal))
        right.push_back(right_row(section_caption(section, ++i, false),
                                  [&](FundSet which) { return a.spent(which, section).now; }));
    beside(block, std::move(left), std::move(right));
    const auto both = [&](std::string name, Amount in, std::string other, auto amount) {
        Row row = row_of({std::move(name), amount_cell(w, in)});
        for (Cell& cell : right_row(std::move(other), amount)) row.push_back(std::move(cell));
        block.rows.push_back(std::move(row));
    };
    both("本年收入合计", f.income, "本年支出合计", [&](FundSet which) { return a.spent(which).now; });
    both("年初财政拨款结转和结余", f.opening, "年末财政拨款结转和结余",
         [&](FundSet which) { return a.flow(which).closing; });
    if (w.maybe())
        for (const Fund fund : {Fund::general, Fund::government, Fund::capital})
            block.rows.push_back(row_of({"　　" + std::string(name_of(fund)) + "财政拨款",
                                         amount_cell(w, a.flow(only(fund)).opening), "", "", "", ""}));
    both("总计", f.total(), "总计", [&](FundSet which) { return a.flow(which).total(); });
    for (Row& row : block.rows) {
        std::size_t columns = 0;
        for (const Cell& cell : row) columns += cell.columns;
        for (; columns < (capital ? 7U : 6U); ++columns) row.push_back({""});
    }
}

void form05(Writer& w) {
    const Account& a = w.account;
    const FundSet which = only(Fund::general);
    Block& block = w.table("一般公共预算财政拨款支出决算表", "公开05表");
    rows_by_code(w, block, which,
                 {{w.pick({"合计", "小计", "本年支出合计"}),
                   [&](std::string_view code) { return a.spent(which, code).now; }},
                  {"基本支出", [&](std::string_view code) { return a.basic(which, code).now; }},
                  {"项目支出", [&](std::string_view code) { return a.project(which, code).now; }}},
                 "本年支出");
}

/// Basic expenditure of the general budget by economic class, personnel beside operating.
void form06(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("一般公共预算财政拨款基本支出决算{明细|}表", "公开06表");
    const std::string code = w.pick({"科目编码", "经济分类科目编码"});
    const bool over = w.maybe();
    if (over) block.rows.push_back({{"人员经费", 3}, {"公用经费", 3}});
    block.rows.push_back(
        row_of({code, "科目名称", w.pick({"决算数", "金额"}), code, "科目名称", w.pick({"决算数", "金额"})}));
    block.heads = over ? 2 : 1;
    const auto lines = [&](bool personnel) {
        std::vector<Row> rows;
        std::string_view section;
        for (const std::string_view head : personnel ? std::array<std::string_view, 2>{"301", "303"}
                                                     : std::array<std::string_view, 2>{"302", "310"}) {
            section = head;
            bool first = true;
            for (const Economic& line : a.economic) {
                if (!line.code.starts_with(section)) continue;
                if (first)
                    rows.push_back(row_of({std::string(section), std::string(line.section),
                                           amount_cell(w, a.section(section, true).now)}));
                first = false;
                rows.push_back(row_of(
                    {std::string(line.code), std::string(line.name), amount_cell(w, line.general.now)}));
            }
        }
        return rows;
    };
    beside(block, lines(true), lines(false));
    const bool merged = w.maybe();
    Row total;
    for (const bool personnel : {true, false}) {
        const std::string name = personnel ? "人员经费合计" : "公用经费合计";
        if (merged)
            total.push_back({name, 2});
        else {
            total.push_back({name});
            total.push_back({""});
        }
        total.push_back({amount_cell(w, personnel ? a.personnel(true).now : a.operating(true).now)});
    }
    block.rows.push_back(std::move(total));
}

void form07(Writer& w) {
    const ThreePublic t = w.account.three(true);
    Block& block =
        w.table("{财政拨款“三公”经费支出决算表|一般公共预算财政拨款“三公”经费支出决算表}", "公开07表");
    const std::array<Phases, 6> all = {t.all(), t.abroad, t.vehicles(), t.purchase, t.running, t.reception()};
    if (w.maybe()) { // rows
        block.rows.push_back(row_of({"项目", "预算数", "决算数"}));
        const std::array<std::string, 6> names = {"合计",
                                                  "1.因公出国（境）费",
                                                  "2.公务用车购置及运行维护费",
                                                  "其中：（1）公务用车购置费",
                                                  "（2）公务用车运行维护费",
                                                  "3.公务接待费"};
        for (std::size_t i = 0; i < 6; ++i)
            block.rows.push_back(
                row_of({names[i], amount_cell(w, all[i].initial), amount_cell(w, all[i].now)}));
        return;
    }
    // Twelve columns, budget beside final or in pairs.
    if (w.maybe()) {
        block.rows.push_back({{"预算数", 6}, {"决算数", 6}});
        block.rows.push_back({{"合计", 1, 2},
                              {"因公出国（境）费", 1, 2},
                              {"公务用车购置及运行维护费", 3},
                              {"公务接待费", 1, 2},
                              {"合计", 1, 2},
                              {"因公出国（境）费", 1, 2},
                              {"公务用车购置及运行维护费", 3},
                              {"公务接待费", 1, 2}});
        Row third;
        for (int side = 0; side < 2; ++side)
            for (const auto* const name : {"", "", "小计", "公务用车购置费", "公务用车运行维护费", ""})
                third.push_back({name, 1, *name == 0 ? 0U : 1U});
        block.rows.push_back(std::move(third));
        block.heads = 3;
        Row row;
        for (const bool budget : {true, false})
            for (const Phases& p : all) row.push_back({amount_cell(w, budget ? p.initial : p.now)});
        block.rows.push_back(std::move(row));
        return;
    }
    Row head;
    Row second;
    Row row;
    const std::array<std::string, 6> names = {
        "合计",           "因公出国（境）费",   "公务用车购置及运行维护费小计",
        "公务用车购置费", "公务用车运行维护费", "公务接待费"};
    for (std::size_t i = 0; i < 6; ++i) {
        head.push_back({names[i], 2});
        second.push_back({"预算数"});
        second.push_back({"决算数"});
        row.push_back({amount_cell(w, all[i].initial)});
        row.push_back({amount_cell(w, all[i].now)});
    }
    block.rows = {std::move(head), std::move(second), std::move(row)};
    block.heads = 2;
}

void form08(Writer& w) {
    const Account& a = w.account;
    const FundSet which = only(Fund::government);
    Block& block = w.table("政府性基金预算财政拨款收入支出决算表", "公开08表");
    if (a.flow(which).total() == 0) {
        block.rows.push_back(row_of({"科目编码", "科目名称", "年初结转和结余", "本年收入", "小计", "基本支出",
                                     "项目支出", "年末结转和结余"}));
        block.rows.push_back(row_of({"合计", "", "0", "0", "0", "0", "0", "0"}));
        block.note = "注：本部门没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出，"
                     "故本表无数据。";
        return;
    }
    rows_by_code(
        w, block, which,
        {{"年初结转和结余", [&](std::string_view code) { return a.flow(which, code).opening; }},
         {"本年收入", [&](std::string_view code) { return a.flow(which, code).income; }},
         {w.pick({"小计", "本年支出小计"}), [&](std::string_view code) { return a.spent(which, code).now; }},
         {"基本支出", [&](std::string_view code) { return a.basic(which, code).now; }},
         {"项目支出", [&](std::string_view code) { return a.project(which, code).now; }},
         {"年末结转和结余", [&](std::string_view code) { return a.flow(which, code).closing; }}});
}

void form09(Writer& w) {
    const Account& a = w.account;
    const FundSet which = only(Fund::capital);
    Block& block = w.table("国有资本经营预算财政拨款支出决算表", "公开09表");
    if (a.flow(which).total() == 0) {
        block.rows.push_back(row_of({"科目编码", "科目名称", "合计", "基本支出", "项目支出"}));
        block.rows.push_back(row_of({"合计", "", "0.00", "0.00", "0.00"}));
        return;
    }
    rows_by_code(w, block, which,
                 {{"合计", [&](std::string_view code) { return a.spent(which, code).now; }},
                  {"基本支出", [&](std::string_view code) { return a.basic(which, code).now; }},
                  {"项目支出", [&](std::string_view code) { return a.project(which, code).now; }}},
                 "本年支出");
}

/// Several of them, as they are published.
void all_forms(Writer& w) {
    for (void (*form)(Writer&) : {form01, form02, form03, form04, form05, form06, form07, form08, form09})
        if (!w.maybe(3)) form(w);
}

constexpr std::array list = {
    Structure{"form 01", "附表", form01}, Structure{"form 02", "附表", form02},
    Structure{"form 03", "附表", form03}, Structure{"form 04", "附表", form04},
    Structure{"form 05", "附表", form05}, Structure{"form 06", "附表", form06},
    Structure{"form 07", "附表", form07}, Structure{"form 08", "附表", form08},
    Structure{"form 09", "附表", form09}, Structure{"all forms", "部门决算表", all_forms},
};

} // namespace

std::span<const Structure> official_tables() { return list; }

} // namespace tieout::test::adversary
