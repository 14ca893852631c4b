// SPDX-License-Identifier: MIT
// Further tables of no form: several dimensions, subtotals, units by column, totals first, what they are not sums of.
#include "structures.hpp"
#include "tables.hpp"

#include <array>

namespace tieout::test::adversary {

namespace {

void quarters_by_type(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("分季度支出情况表", "");
    block.rows.push_back(row_of({"项目", "一季度", "二季度", "三季度", "四季度", w.pick({"合计", "全年"})}));
    const auto line = [&](std::string name, auto month) {
        std::vector<std::string> cells{std::move(name)};
        Amount all = 0;
        for (std::size_t q = 0; q < 4; ++q) {
            Amount sum = 0;
            for (std::size_t i = 3 * q; i < 3 * q + 3; ++i) sum += month(i);
            all += sum;
            cells.push_back(w.bare(sum));
        }
        cells.push_back(w.bare(all));
        block.rows.push_back(row_of(std::move(cells)));
    };
    line("基本支出", [&](std::size_t i) { return a.months_basic[i].now; });
    line("项目支出", [&](std::size_t i) { return a.months_project[i].now; });
    line("合计", [&](std::size_t i) { return a.months_basic[i].now + a.months_project[i].now; });
}

/// 小计 after each group and 合计 or 总计 at the end.
void subtotals(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("{分单位项目支出表|支出分类汇总表}", "");
    block.rows.push_back(row_of({"类别", "项目", "金额"}));
    Amount all = 0;
    std::size_t next = 0;
    for (const auto* const group : {"业务类", "基建类"}) {
        Amount sum = 0;
        const std::size_t end = next + (group == std::string_view("业务类") ? 2 : a.projects.size() - 2);
        for (bool first = true; next < end; ++next, first = false) {
            sum += a.projects[next].amount.now;
            block.rows.push_back(row_of({first || w.maybe() ? group : "", a.projects[next].name,
                                         w.bare(a.projects[next].amount.now)}));
        }
        all += sum;
        block.rows.push_back(row_of({w.maybe() ? group : "", "小计", w.bare(sum)}));
    }
    block.rows.push_back(row_of({w.pick({"总计", "合计"}), "", w.bare(all)}));
}

void total_first(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("人员经费构成表", "");
    block.rows.push_back(row_of({"项目", "金额", "占比（%）"}));
    const Amount all = a.personnel(false).now;
    const auto share = [&](Amount part) {
        std::string text = w.percent(part, all);
        text.pop_back();
        return text;
    };
    block.rows.push_back(row_of({"人员经费", w.bare(all), "100"}));
    for (const Economic& line : a.economic)
        if (line.personnel())
            block.rows.push_back(row_of(
                {std::string(line.name), w.bare(line.all().now), all > 0 ? share(line.all().now) : ""}));
}

/// Columns of different units; only some have a total.
void units_by_column(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("项目实施情况表", "");
    block.frame.unit.clear();
    const std::string unit(w.unit_word());
    block.rows.push_back(
        row_of({"项目名称", "金额（" + unit + "）", "计划数", "完成数", "完成率（%）", "满意度（%）"}));
    for (const Project& p : a.projects) {
        std::string rate = w.percent(p.done, p.planned);
        rate.pop_back();
        block.rows.push_back(row_of({p.name, w.bare(p.amount.now), w.count(p.planned, ""),
                                     w.count(p.done, ""), rate, std::to_string(w.random.between(80, 100))}));
    }
    block.rows.push_back(row_of({"合计", w.bare(a.project(every_fund).now), "", "", "", ""}));
}

void averages(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("上半年支出情况表", "");
    block.rows.push_back(row_of({"月份", "支出"}));
    Amount sum = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        const Amount month = a.months_basic[i].now + a.months_project[i].now;
        sum += month;
        block.rows.push_back(row_of({std::to_string(i + 1) + "月", w.bare(month)}));
    }
    block.rows.push_back(row_of({w.pick({"累计", "合计"}), w.bare(sum)}));
    block.rows.push_back(
        row_of({w.pick({"月均", "平均"}),
                w.number(digits(sum, 6 * w.style.unit, w.style.decimals, w.style.truncated))}));
}

void years_as_rows(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("近年支出结构表", "");
    block.rows.push_back(row_of({"年度", "基本支出", "项目支出", "支出合计"}));
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    block.rows.push_back(row_of({std::to_string(a.year - 1), w.bare(basic.prior), w.bare(project.prior),
                                 w.bare(basic.prior + project.prior)}));
    block.rows.push_back(row_of(
        {std::to_string(a.year), w.bare(basic.now), w.bare(project.now), w.bare(basic.now + project.now)}));
    block.rows.push_back(row_of({w.pick({"增减", "增减额", "比上年增减"}), w.bare(basic.now - basic.prior),
                                 w.bare(project.now - project.prior),
                                 w.bare(basic.now + project.now - basic.prior - project.prior)}));
}

void budget_and_final(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("预决算对比表", "");
    block.rows.push_back(row_of(
        {"项目", "年初预算数", "决算数", w.pick({"差额", "预决算差额"}), w.pick({"差额率", "差异率"})}));
    const auto line = [&](std::string name, const Phases& p) {
        block.rows.push_back(
            row_of({std::move(name), w.bare(p.initial), w.bare(p.now), w.bare(p.now - p.initial),
                    p.initial > 0 ? w.percent(p.now - p.initial, p.initial) : "—"}));
    };
    line("基本支出", a.basic(every_fund));
    line("项目支出", a.project(every_fund));
    line("合计", a.spent(every_fund));
}

void staff_table(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("人员情况表", "");
    block.frame.unit = "人";
    block.rows.push_back(row_of({"类别", "编制数", "实有数"}));
    block.rows.push_back(row_of({"行政人员", w.count(a.posts_admin, ""), w.count(a.staff_admin, "")}));
    block.rows.push_back(row_of({"事业人员", w.count(a.posts_other, ""), w.count(a.staff_other, "")}));
    block.rows.push_back(row_of({"合计", w.count(a.posts(), ""), w.count(a.staff(), "")}));
    if (w.maybe()) {
        block.rows.push_back(row_of({"其中：党员", "", w.count(a.party, "", false)}));
        block.rows.push_back(row_of({"女性", "", w.count(a.women, "", false)}));
    }
}

void deducted(Writer& w) {
    const Flow f = w.account.flow(every_fund);
    Block& block = w.table("资金结余计算表", "");
    block.rows.push_back(row_of({"项目", "金额"}));
    block.rows.push_back(row_of({w.pick({"年初结转和结余", "一、年初结转和结余"}), w.bare(f.opening)}));
    block.rows.push_back(row_of({"加：本年收入", w.bare(f.income)}));
    if (f.surplus != 0) block.rows.push_back(row_of({"加：使用非财政拨款结余", w.bare(f.surplus)}));
    block.rows.push_back(row_of({"减：本年支出", w.bare(f.spent())}));
    if (f.distribution != 0) block.rows.push_back(row_of({"减：结余分配", w.bare(f.distribution)}));
    block.rows.push_back(row_of({w.pick({"年末结转和结余", "等于：年末结转和结余"}), w.bare(f.closing)}));
}

void fund_by_type(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("支出按资金来源分类表", "");
    block.rows.push_back({{"项目", 1, 2}, {"财政拨款", 3}, {"其他资金", 1, 2}, {"合计", 1, 2}});
    block.rows.push_back(
        {{"", 1, 0}, {"小计"}, {"一般公共预算"}, {"政府性基金及国有资本经营预算"}, {"", 1, 0}, {"", 1, 0}});
    block.heads = 2;
    const auto line = [&](std::string name, auto amount) {
        const Amount general = amount(only(Fund::general));
        const Amount others = amount(only(Fund::government)) + amount(only(Fund::capital));
        const Amount own = amount(only(Fund::own));
        block.rows.push_back(row_of({std::move(name), w.bare(general + others), w.bare(general),
                                     w.bare(others), w.bare(own), w.bare(general + others + own)}));
    };
    line("基本支出", [&](FundSet which) { return a.basic(which).now; });
    line("项目支出", [&](FundSet which) { return a.project(which).now; });
    line("合计", [&](FundSet which) { return a.spent(which).now; });
}

/// Two tables of the same kind, of two bodies.
void one_for_each_body(Writer& w) {
    for (const Body& body : w.account.bodies) {
        Block& block = w.table("支出情况表", "");
        block.frame.body = body.name;
        if (w.maybe()) block.frame.title = body.name + "支出情况表";
        block.rows.push_back(row_of({"项目", "金额"}));
        block.rows.push_back(row_of({"基本支出", w.bare(body.basic.now)}));
        block.rows.push_back(row_of({"项目支出", w.bare(body.project.now)}));
        block.rows.push_back(
            row_of({w.pick({"总支出", "合计", "支出合计"}), w.bare(body.basic.now + body.project.now)}));
    }
}

constexpr std::array list = {
    Structure{"table: quarters by type", "分季度情况", quarters_by_type},
    Structure{"table: subtotals", "项目支出汇总", subtotals},
    Structure{"table: total first", "人员经费构成", total_first},
    Structure{"table: units by column", "项目实施情况", units_by_column},
    Structure{"table: averages", "上半年支出", averages},
    Structure{"table: years as rows", "支出结构变化", years_as_rows},
    Structure{"table: budget and final", "预决算差异", budget_and_final},
    Structure{"table: staff", "人员情况", staff_table},
    Structure{"table: added and deducted", "结余计算", deducted},
    Structure{"table: funds by type", "资金来源", fund_by_type},
    Structure{"table: one for each body", "所属单位支出", one_for_each_body},
};

} // namespace

std::span<const Structure> grid_structures() { return list; }

} // namespace tieout::test::adversary
