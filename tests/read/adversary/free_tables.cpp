// SPDX-License-Identifier: MIT
// Tables that no form prescribes: projects, months, years, shares, prices, indicators.
#include "structures.hpp"
#include "tables.hpp"

#include <array>

namespace tieout::test::adversary {

namespace {

std::string rate_cell(Writer& w, Amount part, Amount whole) {
    if (whole <= 0) return w.pick({"—", "", "——"});
    return w.percent(part, whole);
}

std::string growth_cell(Writer& w, Amount from, Amount to) {
    if (from <= 0) return w.pick({"—", "", "——"});
    return w.percent(to - from, from);
}

void projects(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("{项目支出执行情况表|项目支出明细表|重点项目情况表}", "");
    const bool dates = w.maybe(3);
    Row head =
        row_of({"序号", "项目名称", w.pick({"年初预算", "预算数"}), w.pick({"决算数", "执行数", "支出数"}),
                w.pick({"执行率", "完成预算的%", "预算执行率"})});
    const bool percent_in_head = head.back().text.ends_with('%');
    if (dates) head.push_back({"完成日期"});
    block.rows.push_back(std::move(head));
    std::size_t i = 0;
    const auto rate = [&](const Phases& p) {
        std::string cell = rate_cell(w, p.now, p.initial);
        if (percent_in_head && cell.ends_with('%')) cell.pop_back();
        return cell;
    };
    for (const Project& project : a.projects) {
        Row row = row_of({std::to_string(++i), project.name, w.bare(project.amount.initial),
                          w.bare(project.amount.now), rate(project.amount)});
        if (dates) row.push_back({std::to_string(a.year) + w.pick({"0630", "1120", "0915"})});
        block.rows.push_back(std::move(row));
    }
    const Phases all = a.project(every_fund);
    Row total = row_of({"", "合计", w.bare(all.initial), w.bare(all.now), rate(all)});
    if (dates) total.push_back({""});
    block.rows.push_back(std::move(total));
}

void years(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("{收支增减变化表|收入支出对比表}", "");
    block.rows.push_back(row_of({"项目", w.pick({"本年数", "本年决算"}), w.pick({"上年数", "上年决算"}),
                                 "增减额", w.pick({"增减率", "增减幅度", "增减%"})}));
    const bool percent_in_head = block.rows.back().back().text.ends_with('%');
    const auto line = [&](std::string name, const Phases& p) {
        std::string growth = growth_cell(w, p.prior, p.now);
        if (percent_in_head && growth.ends_with('%')) growth.pop_back();
        block.rows.push_back(
            row_of({std::move(name), w.bare(p.now), w.bare(p.prior), w.bare(p.now - p.prior), growth}));
    };
    line("本年收入", a.income(every_fund));
    line("本年支出", a.spent(every_fund));
    if (w.maybe()) {
        line("其中：基本支出", a.basic(every_fund));
        line("项目支出", a.project(every_fund));
    }
}

void several_years(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("近三年收支情况表", "");
    std::vector<std::string> head{"项目"};
    for (int year = a.year - 2; year <= a.year; ++year) head.push_back(std::to_string(year) + "年");
    block.rows.push_back(row_of(std::move(head)));
    const Phases in = a.income(every_fund);
    const Phases out = a.spent(every_fund);
    block.rows.push_back(row_of({"本年收入", w.bare(a.older_income[2]), w.bare(in.prior), w.bare(in.now)}));
    block.rows.push_back(row_of({"本年支出", w.bare(a.older_spent[2]), w.bare(out.prior), w.bare(out.now)}));
    if (w.maybe() && a.older_spent[2] > 0 && out.prior > 0)
        block.rows.push_back(row_of({"支出增长率", "—", growth_cell(w, a.older_spent[2], out.prior),
                                     growth_cell(w, out.prior, out.now)}));
}

void by_month(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("{分月支出情况表|支出进度表}", "");
    const bool running = w.maybe();
    block.rows.push_back(running ? row_of({"月份", "当月支出", "累计支出"})
                                 : row_of({"月份", "基本支出", "项目支出", "合计"}));
    Phases sum;
    for (std::size_t i = 0; i < 12; ++i) {
        const Phases month = a.months_basic[i] + a.months_project[i];
        sum += month;
        const std::string name = std::to_string(i + 1) + "月";
        if (running)
            block.rows.push_back(row_of({name, w.bare(month.now), w.bare(sum.now)}));
        else
            block.rows.push_back(row_of(
                {name, w.bare(a.months_basic[i].now), w.bare(a.months_project[i].now), w.bare(month.now)}));
    }
    if (running)
        block.rows.push_back(row_of({"合计", w.bare(sum.now), w.maybe() ? w.bare(sum.now) : ""}));
    else
        block.rows.push_back(row_of({w.pick({"合计", "累计"}), w.bare(a.basic(every_fund).now),
                                     w.bare(a.project(every_fund).now), w.bare(sum.now)}));
}

void by_body(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("所属单位支出情况表", "");
    block.rows.push_back(row_of({w.pick({"单位名称", "单位"}), "基本支出", "项目支出", "合计", "占比"}));
    const Phases all = a.spent(every_fund);
    for (const Body& body : a.bodies) {
        const Amount sum = body.basic.now + body.project.now;
        block.rows.push_back(row_of({body.name, w.bare(body.basic.now), w.bare(body.project.now), w.bare(sum),
                                     rate_cell(w, sum, all.now)}));
    }
    block.rows.push_back(row_of({"合计", w.bare(a.basic(every_fund).now), w.bare(a.project(every_fund).now),
                                 w.bare(all.now), "100%"}));
}

void classes(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("{基本支出经济分类表|基本支出明细表}", "");
    const bool coded = w.maybe();
    block.rows.push_back(coded ? row_of({"科目编码", "科目名称", "金额"}) : row_of({"项目", "金额"}));
    const auto line = [&](std::string_view code, std::string name, Amount amount) {
        block.rows.push_back(coded ? row_of({std::string(code), std::move(name), w.bare(amount)})
                                   : row_of({std::move(name), w.bare(amount)}));
    };
    const bool only_some = w.maybe(3);
    for (const auto* const section : {"301", "302", "303", "310"}) {
        bool first = true;
        std::size_t told = 0;
        for (const Economic& item : a.economic) {
            if (!item.code.starts_with(section)) continue;
            if (first) line(section, std::string(item.section), a.section(section, false).now);
            if (coded && (!only_some || ++told < 3)) line(item.code, std::string(item.name), item.all().now);
            first = false;
        }
    }
    if (coded)
        block.rows.insert(block.rows.begin() + 1, row_of({"", "合计", w.bare(a.basic(every_fund).now)}));
    else
        line("", "合计", a.basic(every_fund).now);
}

void nested_rows(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("支出情况表", "");
    block.rows.push_back(row_of({"项目", w.pick({"金额", "决算数"})}));
    const auto line = [&](std::string name, Amount amount) {
        block.rows.push_back(row_of({std::move(name), w.bare(amount)}));
    };
    line("一、基本支出", a.basic(every_fund).now);
    line("其中：人员经费", a.personnel(false).now);
    if (w.maybe()) {
        line("其中：工资福利支出", a.section("301", false).now);
        line("对个人和家庭的补助", a.section("303", false).now);
    }
    line("公用经费", a.operating(false).now);
    line("二、项目支出", a.project(every_fund).now);
    line("合计", a.spent(every_fund).now);
}

void asset_rows(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("资产情况表", "");
    block.rows.push_back(row_of({"项目", w.pick({"年末数", "期末数"}), w.pick({"年初数", "期初数"})}));
    const auto line = [&](std::string name, Amount now, Amount before) {
        block.rows.push_back(row_of({std::move(name), w.bare(now), w.bare(before)}));
    };
    line("流动资产", a.current, a.opening_current);
    line("固定资产原值", a.gross, a.opening_gross);
    line("减：累计折旧", a.worn, a.opening_worn);
    line("固定资产净值", a.gross - a.worn, a.opening_gross - a.opening_worn);
    line("无形资产", a.intangible, a.opening_intangible);
    line(w.pick({"资产总计", "资产合计"}), a.assets(), a.opening_assets());
}

void procurement_rows(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("政府采购情况表", "");
    block.rows.push_back(row_of({"项目", "金额"}));
    const auto line = [&](std::string name, Amount amount) {
        block.rows.push_back(row_of({std::move(name), w.bare(amount)}));
    };
    line("政府采购支出合计", a.procurement().now);
    if (w.maybe()) {
        line("其中：授予中小企业合同金额", a.medium());
        line("其中：授予小微企业合同金额", a.small);
        line("货物", a.goods.now);
        line("工程", a.works.now);
        line("服务", a.services.now);
    } else {
        line("1.货物", a.goods.now);
        line("2.工程", a.works.now);
        line("3.服务", a.services.now);
        line("授予中小企业合同金额", a.medium());
        line("其中：小微企业", a.small);
    }
}

void prices(Writer& w) {
    Block& block = w.table("采购明细表", "");
    block.frame.unit = "元";
    block.rows.push_back(row_of({"品名", "数量", "单价", "金额"}));
    Amount sum = 0;
    for (const auto* const name : {"台式计算机", "打印机", "文件柜", "会议桌"}) {
        const std::int64_t n = w.random.between(1, 40);
        const std::int64_t p = w.random.between(10, 90) * 50;
        sum += n * p;
        block.rows.push_back(row_of({name, w.number(std::to_string(n)), w.number(std::to_string(p)),
                                     w.number(std::to_string(n * p))}));
    }
    block.rows.push_back(row_of({"合计", "", "", w.number(std::to_string(sum))}));
}

/// 项目资金: the budget part of a self-evaluation form.
void evaluation_money(Writer& w) {
    const Account& a = w.account;
    const Flow f = a.flow(every_fund);
    const Phases all = a.spent(every_fund);
    Block& block = w.table("{部门整体支出绩效自评表|整体支出绩效目标自评表}", "");
    block.frame.unit = std::string(w.unit_word());
    block.rows.push_back(
        row_of({"资金情况", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"}));
    block.rows.push_back(
        row_of({"", "年度资金总额", w.bare(all.initial), w.bare(a.adjusted()), w.bare(f.spent()), "10",
                w.percent(f.spent(), a.adjusted()), w.points(a.execution_score(), 100)}));
    const Flow fisc = a.flow(fiscal);
    const Flow own = a.flow(only(Fund::own));
    const auto line = [&](std::string name, const Flow& flow, Amount initial) {
        const Amount adjusted = flow.spent() + flow.distribution + flow.closing;
        block.rows.push_back(row_of({"", std::move(name), w.bare(initial), w.bare(adjusted),
                                     w.bare(flow.spent()), "—", rate_cell(w, flow.spent(), adjusted), "—"}));
    };
    line("其中：财政拨款", fisc, a.spent(fiscal).initial);
    line("其他资金", own, a.spent(only(Fund::own)).initial);
}

void indicator_rows(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("{绩效指标完成情况表|绩效自评指标表}", "");
    block.frame.unit.clear();
    block.rows.push_back(
        row_of({"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"}));
    block.rows.push_back(row_of({"预算执行", "预算执行", "预算执行率", "100%",
                                 w.percent(a.flow(every_fund).spent(), a.adjusted()), "10",
                                 w.points(a.execution_score(), 100)}));
    const std::string sign = w.pick({"≥", "", "＝"});
    std::string_view first;
    std::string_view second;
    for (const Indicator& indicator : a.indicators) {
        const bool repeated = w.maybe(2);
        block.rows.push_back(row_of(
            {indicator.first == first && !repeated ? "" : std::string(indicator.first),
             indicator.second == second && !repeated ? "" : std::string(indicator.second), indicator.third,
             (sign == "＝" && indicator.score != indicator.weight ? ""
              : sign == "＝"                                      ? "≥"
                                                                  : sign) +
                 std::to_string(indicator.target) + std::string(indicator.unit),
             std::to_string(indicator.actual) + std::string(indicator.unit), w.points(indicator.weight),
             w.points(indicator.score)}));
        first = indicator.first;
        second = indicator.second;
    }
    block.rows.push_back(row_of({w.pick({"总分", "合计"}), "", "", "", "", "100", w.points(a.score(), 100)}));
}

void income_then_expenditure(Writer& w) {
    const Account& a = w.account;
    const Flow f = a.flow(every_fund);
    Block& block = w.table("收支情况表", "");
    block.rows.push_back(row_of({w.pick({"一、收入", "一、本年收入"}), "金额"}));
    block.rows.push_back(row_of({"财政拨款收入", w.bare(a.flow(fiscal).income)}));
    for (std::size_t i = 0; i < own_sources; ++i)
        if (a.own_income(i) > 0)
            block.rows.push_back(row_of({std::string(name_of_own_source(i)), w.bare(a.own_income(i))}));
    block.rows.push_back(row_of({"收入合计", w.bare(f.income)}));
    block.rows.push_back(row_of({w.pick({"二、支出", "二、本年支出"}), "金额"}));
    block.rows.push_back(row_of({"基本支出", w.bare(f.basic)}));
    block.rows.push_back(row_of({"项目支出", w.bare(f.project)}));
    block.rows.push_back(row_of({"支出合计", w.bare(f.spent())}));
    if (f.income >= f.spent() && w.maybe())
        block.rows.push_back(row_of({w.pick({"结余", "当年结余"}), w.bare(f.income - f.spent())}));
}

void shares(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("支出结构表", "");
    block.rows.push_back(
        row_of({w.pick({"支出功能分类", "科目"}), "金额", w.pick({"占比", "比重", "占总支出比例"})}));
    const Amount all = a.spent(every_fund).now;
    for (const std::string& section : a.codes(3, every_fund))
        block.rows.push_back(
            row_of({std::string(function_name(section)), w.bare(a.spent(every_fund, section).now),
                    rate_cell(w, a.spent(every_fund, section).now, all)}));
    block.rows.push_back(row_of({"合计", w.bare(all), w.pick({"100%", "100.00%"})}));
}

constexpr std::array list = {
    Structure{"table: projects", "项目情况", projects},
    Structure{"table: changes", "增减变化", years},
    Structure{"table: years", "近三年情况", several_years},
    Structure{"table: months", "支出进度", by_month},
    Structure{"table: bodies", "所属单位情况", by_body},
    Structure{"table: economic classes", "基本支出明细", classes},
    Structure{"table: nested rows", "支出情况", nested_rows},
    Structure{"table: assets", "资产情况", asset_rows},
    Structure{"table: procurement", "政府采购情况", procurement_rows},
    Structure{"table: prices", "采购明细", prices},
    Structure{"table: money of an evaluation", "自评情况", evaluation_money},
    Structure{"table: indicators", "绩效指标", indicator_rows},
    Structure{"table: income, then expenditure", "收支情况", income_then_expenditure},
    Structure{"table: shares", "支出结构", shares},
};

} // namespace

std::span<const Structure> other_tables() { return list; }

} // namespace tieout::test::adversary
