// SPDX-License-Identifier: MIT
// Budgets as they are published before the year: every figure is a budget, and so is what it is compared with. Of the
// account, `now` is what is budgeted for the year and `prior` what was for the year before.
#include "phrases.hpp"
#include "structures.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>

namespace tieout::test::adversary {

namespace {

/// ，比上年预算增加20万元，增长25%; or the printed form with both words.
std::string budget_change(Writer& w, const Phases& p) {
    if (p.prior <= 0) return p.now > 0 ? w.fill("，上年没有安排") : "";
    if (p.now == p.prior) return w.fill("，与上年{预算|}持平");
    const bool up = p.now > p.prior;
    const Words words = {{"d", w.money(up ? p.now - p.prior : p.prior - p.now)},
                         {"s", w.money(p.now - p.prior)},
                         {"p", w.money(p.prior)},
                         {"g", w.growth(p.prior, p.now)}};
    return up ? w.fill("，{比上年[预算]增加$d，增长$g|比上年预算数$p增加$d，增长$g|比上年增加（减少）$"
                       "d，增长（下降）$g|较上年增加$d|上年预算$p，增加$d}",
                       words)
              : w.fill("，{比上年[预算]减少$d，下降$g|比上年预算数$p减少$d，下降$g|较上年减少$d|上年预算$"
                       "p，减少$d|比上年增加（减少）$s}",
                       words);
}

void both(Writer& w) {
    const Account& a = w.account;
    const Phases p = a.spent(every_fund);
    w.say("{按照综合预算的原则，|}$body$year年收入预算$t，支出预算$t2[，收支平衡]$c。",
          {{"t", w.money(p.now)}, {"t2", w.money(p.now)}, {"c", budget_change(w, p)}});
}

void expenditure(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    const Phases all = basic + project;
    const bool shares = w.maybe();
    w.say("$year年支出预算[总额]$t$c，其中：基本支出[预算]$b$sb$cb；项目支出[预算]$p$sp$cp。",
          {{"t", w.money(all.now)},
           {"c", w.maybe() ? budget_change(w, all) : ""},
           {"b", w.money(basic.now)},
           {"sb", shares ? w.fill("，占{支出预算的|}$s", {{"s", w.percent(basic.now, all.now)}}) : ""},
           {"cb", !shares && w.maybe() ? budget_change(w, basic) : ""},
           {"p", w.money(project.now)},
           {"sp", shares ? w.fill("，占{支出预算的|}$s", {{"s", w.percent(project.now, all.now)}}) : ""},
           {"cp", !shares && w.maybe() ? budget_change(w, project) : ""}});
}

void grants(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.spent(fiscal);
    std::vector<std::string> said;
    for (const Fund fund : {Fund::general, Fund::government, Fund::capital}) {
        const Phases p = a.spent(only(fund));
        if (p.now == 0 && w.maybe()) continue;
        said.push_back(std::string(name_of(fund)) + "拨款支出预算" + w.money(p.now));
    }
    w.say("{财政拨款支出预算$t，其中：$list|财政拨款支出预算中，$list，财政拨款支出预算合计$t}。",
          {{"t", w.money(all.now)}, {"list", join(said, "，", "，")}});
}

void sections(Writer& w) {
    const Account& a = w.account;
    const FundSet which = only(Fund::general);
    w.say("一般公共预算[拨款]支出预算$t，{具体安排情况如下|主要用于以下方面}：",
          {{"t", w.money(a.spent(which).now)}});
    std::size_t i = 0;
    for (const std::string& code : a.codes(7, which)) {
        const Phases p = a.spent(which, code);
        w.say("$i.$s（类）$g（款）$n（项）{：|}$year年预算{数|}[为]$a$c。",
              {{"i", std::to_string(++i)},
               {"s", std::string(function_name(code.substr(0, 3)))},
               {"g", std::string(function_name(code.substr(0, 5)))},
               {"n", std::string(function_name(code))},
               {"a", w.money(p.now)},
               {"c", budget_change(w, p)}});
    }
}

void three(Writer& w) {
    const ThreePublic t = w.account.three(true);
    w.say("$year年“三公”经费[财政拨款]预算$t$c。其中：因公出国（境）费$a；公务接待费$r$"
          "cr；公务用车购置及运行[维护]费$v（其中，公务用车购置费$b，公务用车运行维护费$o）$cv。",
          {{"t", w.money(t.all().now)},
           {"c", budget_change(w, t.all())},
           {"a", w.money(t.abroad.now)},
           {"r", w.money(t.reception().now)},
           {"cr", w.maybe() ? budget_change(w, t.reception()) : ""},
           {"v", w.money(t.vehicles().now)},
           {"b", w.money(t.purchase.now)},
           {"o", w.money(t.running.now)},
           {"cv", w.maybe() ? budget_change(w, t.vehicles()) : ""}});
}

void procurement(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.procurement();
    w.say("$year年政府采购预算[总额]$t，其中：政府采购货物预算$g、政府采购工程预算$o、政府采购服务预算$s$c。",
          {{"t", w.money(all.now)},
           {"g", w.money(a.goods.now)},
           {"o", w.money(a.works.now)},
           {"s", w.money(a.services.now)},
           {"c", w.maybe() ? w.fill("。政府采购预算") + budget_change(w, all).substr(3) : ""}});
}

void operating(Writer& w) {
    const Phases p = w.account.operating(true);
    w.say("$year年机关运行经费[财政拨款]预算$t$c。", {{"t", w.money(p.now)}, {"c", budget_change(w, p)}});
}

void projects(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.project(every_fund);
    std::vector<std::string> said;
    for (const Project& p : a.projects) said.push_back(p.name + w.money(p.amount.now));
    w.say("$year年{实行绩效目标管理的|安排}项目$n个，涉及[财政]资金$t，{分别为|包括}$list。",
          {{"n", w.count(static_cast<std::int64_t>(a.projects.size()), "", false)},
           {"t", w.money(all.now)},
           {"list", join(said, "、", "、")}});
}

void two_years(Writer& w) {
    const ThreePublic t = w.account.three(true);
    Block& block = w.table("“三公”经费预算对比表", "");
    const std::string rate = w.pick({"增减幅度", "增减率"});
    block.rows.push_back(row_of({"项目", std::to_string(w.account.year - 1) + "年预算",
                                 std::to_string(w.account.year) + "年预算", "增减额", rate}));
    const auto line = [&](std::string name, const Phases& p) {
        block.rows.push_back(row_of({std::move(name), w.bare(p.prior), w.bare(p.now), w.bare(p.now - p.prior),
                                     p.prior > 0 ? w.percent(p.now - p.prior, p.prior) : "—"}));
    };
    line("合计", t.all());
    line("因公出国（境）费", t.abroad);
    line("公务用车购置费", t.purchase);
    line("公务用车运行维护费", t.running);
    line("公务接待费", t.reception());
}

void totals_table(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("{部门收支总表|收支预算总表}", "");
    block.rows.push_back(row_of({"收入", "", "支出", ""}));
    block.rows.push_back(row_of({"项目", "预算数", "项目", "预算数"}));
    block.heads = 2;
    std::vector<std::string> sections;
    const std::vector<std::string> codes = a.codes(3, every_fund);
    const std::array<std::pair<std::string, Amount>, 4> left = {
        {{"一、一般公共预算拨款", a.spent(only(Fund::general)).now},
         {"二、政府性基金预算拨款", a.spent(only(Fund::government)).now},
         {"三、国有资本经营预算拨款", a.spent(only(Fund::capital)).now},
         {"四、其他资金", a.spent(only(Fund::own)).now}}};
    for (std::size_t i = 0; i < std::max(left.size(), codes.size()); ++i)
        block.rows.push_back(row_of(
            {i < left.size() ? left[i].first : "", i < left.size() ? amount_cell(w, left[i].second) : "",
             i < codes.size() ? numeral(i + 1) + "、" + std::string(function_name(codes[i])) : "",
             i < codes.size() ? amount_cell(w, a.spent(every_fund, codes[i]).now) : ""}));
    const Amount all = a.spent(every_fund).now;
    block.rows.push_back(row_of(
        {w.pick({"收入总计", "收入合计"}), w.bare(all), w.pick({"支出总计", "支出合计"}), w.bare(all)}));
}

void expenditure_table(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("{部门支出总表|部门支出总体情况表}", "");
    rows_by_code(w, block, every_fund,
                 {{"合计", [&](std::string_view code) { return a.spent(every_fund, code).now; }},
                  {"基本支出", [&](std::string_view code) { return a.basic(every_fund, code).now; }},
                  {"项目支出", [&](std::string_view code) { return a.project(every_fund, code).now; }}});
}

void general_table(Writer& w) {
    const Account& a = w.account;
    const FundSet which = only(Fund::general);
    Block& block = w.table("一般公共预算支出{表|情况表}", "");
    rows_by_code(w, block, which,
                 {{std::to_string(a.year - 1) + "年预算数",
                   [&](std::string_view code) { return a.spent(which, code).prior; }},
                  {std::to_string(a.year) + "年预算数",
                   [&](std::string_view code) { return a.spent(which, code).now; }},
                  {"基本支出", [&](std::string_view code) { return a.basic(which, code).now; }},
                  {"项目支出", [&](std::string_view code) { return a.project(which, code).now; }}});
}

void projects_table(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("项目支出{预算表|表}", "");
    block.rows.push_back(row_of({"项目名称", "合计", "一般公共预算", "其他资金"}));
    Amount first = 0;
    for (const Project& p : a.projects) {
        const Amount part = p.amount.now / 3;
        first += p.amount.now - part;
        block.rows.push_back(
            row_of({p.name, w.bare(p.amount.now), w.bare(p.amount.now - part), w.bare(part)}));
    }
    const Amount all = a.project(every_fund).now;
    block.rows.push_back(row_of({"合计", w.bare(all), w.bare(first), w.bare(all - first)}));
}

constexpr std::array list = {
    Structure{"budget: both totals", "收支预算总体情况", both},
    Structure{"budget: expenditure", "支出预算情况", expenditure},
    Structure{"budget: grants by fund", "财政拨款支出预算情况", grants},
    Structure{"budget: item by item", "一般公共预算支出情况", sections},
    Structure{"budget: three public expenses", "“三公”经费预算情况", three},
    Structure{"budget: procurement", "政府采购预算情况", procurement},
    Structure{"budget: operating cost", "机关运行经费预算情况", operating},
    Structure{"budget: projects", "项目绩效目标情况", projects},
    Structure{"budget table: two years", "附表", two_years},
    Structure{"budget table: both totals", "附表", totals_table},
    Structure{"budget table: expenditure", "附表", expenditure_table},
    Structure{"budget table: general budget with last year", "附表", general_table},
    Structure{"budget table: projects", "附表", projects_table},
};

} // namespace

std::span<const Structure> budget_structures() { return list; }

} // namespace tieout::test::adversary
