// SPDX-License-Identifier: MIT
// Totals of income and expenditure, and how they divide.
#include "phrases.hpp"
#include "structures.hpp"

#include <array>

namespace tieout::test::adversary {

namespace {

void both_totals(Writer& w) {
    const Flow now = w.account.flow(every_fund);
    const Flow prior = w.account.flow(every_fund, {}, true);
    const bool up = now.total() > prior.total();
    const Amount difference = up ? now.total() - prior.total() : prior.total() - now.total();
    if (difference == 0 || prior.total() <= 0) {
        w.say("$year年度{收、支总计|收入总计、支出总计}均为$t。", {{"t", w.money(now.total())}});
        return;
    }
    w.say(up ? "$year年{度|}{收、支总计{均为|各为|}$t|收入总计$t，支出总计$t，收支{平衡|相等}|"
               "收入总计和支出总计均为$t}。"
               "{与上年度相比，|与$last年相比，|同上年相比，}[收、支总计]{各|均|分别}{增加|增长|多出}$d[，{"
               "增长|增幅}$g]。"
             : "$year年{度|}{收、支总计{均为|各为|}$t|收入总计$t，支出总计$t，收支{平衡|相等}|"
               "收入总计和支出总计均为$t}。"
               "{与上年度相比，|与$last年相比，|同上年相比，}[收、支总计]{各|均|分别}{减少|下降}$d[，{下降|"
               "降幅}$g]。",
          {{"t", w.money(now.total())},
           {"d", w.money(difference)},
           {"g", w.growth(prior.total(), now.total())}});
}

void totals_made(Writer& w) {
    const Flow f = w.account.flow(every_fund);
    std::vector<std::string> in;
    std::vector<std::string> out;
    in.push_back(w.fill("本年收入$a", {{"a", w.money(f.income)}}));
    if (f.surplus != 0 || w.maybe(6))
        in.push_back(w.fill("使用非财政拨款结余$a", {{"a", w.money(f.surplus)}}));
    if (f.opening != 0 || w.maybe(4))
        in.push_back(w.fill("{年初结转和结余|上年结转和结余}$a", {{"a", w.money(f.opening)}}));
    out.push_back(w.fill("本年支出$a", {{"a", w.money(f.spent())}}));
    if (f.distribution != 0 || w.maybe(6))
        out.push_back(w.fill("结余分配$a", {{"a", w.money(f.distribution)}}));
    if (f.closing != 0 || w.maybe(4))
        out.push_back(w.fill("{年末结转和结余|结转下年}$a", {{"a", w.money(f.closing)}}));
    const std::string stop = w.pick({"，", "、"});
    w.say("{收入总计$t，{其中：|包括}$in|收入总计$t，由$in{|几部分}{组成|构成}}{；|。}"
          "{支出总计$t，{其中：|包括}$out|支出总计$t，由$out{组成|构成}}。",
          {{"t", w.money(f.total())}, {"in", join(in, stop, stop)}, {"out", join(out, stop, stop)}});
}

void income_by_source(Writer& w) {
    const Account& a = w.account;
    std::vector<Part> list;
    const bool funds_apart = w.maybe(3);
    if (funds_apart) {
        list.push_back({"一般公共预算财政拨款收入", a.flow(only(Fund::general)).income});
        list.push_back({"政府性基金预算财政拨款收入", a.flow(only(Fund::government)).income});
        list.push_back({"国有资本经营预算财政拨款收入", a.flow(only(Fund::capital)).income});
    } else {
        list.push_back({"财政拨款收入", a.flow(fiscal).income});
    }
    for (std::size_t i = 0; i < own_sources; ++i)
        list.push_back({std::string(name_of_own_source(i)), a.own_income(i)});
    list = without_zeros(w, std::move(list));
    const Phases income = a.income(every_fund);
    w.say("{$year年度|本年度|}本年收入{合计|总额|}$t$c，{其中：|包括：|{分别为|分为}}$list。",
          {{"t", w.money(income.now)},
           {"c", w.maybe() ? change(w, income.now, income.prior) : ""},
           {"list", parts(w, list, income.now, w.maybe())}});
}

void basic_and_project(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    const Phases all = basic + project;
    const bool shares = w.maybe();
    const bool changes = !shares && w.maybe(3);
    if (changes) {
        w.say("{$year年度|本年|全年}{支出合计|本年支出合计|总支出}$t$c。{其中：|}基本支出$b$cb；项目支出$p$"
              "cp。",
              {{"t", w.money(all.now)},
               {"c", change(w, all.now, all.prior)},
               {"b", w.money(basic.now)},
               {"cb", change(w, basic.now, basic.prior)},
               {"p", w.money(project.now)},
               {"cp", change(w, project.now, project.prior)}});
        return;
    }
    w.say("{$year年度|}本年支出{合计|总额|}{为|}$t，{其中：|包括|分为}$list。",
          {{"t", w.money(all.now)},
           {"list", parts(w, {{"基本支出", basic.now}, {"项目支出", project.now}}, all.now, shares)}});
}

void basic_divided(Writer& w) {
    const Account& a = w.account;
    const Phases people = a.personnel(false);
    const Phases running = a.operating(false);
    const Phases basic = people + running;
    const Phases project = a.project(every_fund);
    w.say("{总支出|本年支出合计}$t，{其中[：]|}基本支出$b，占$sb，{其中|包括}[：]人员经费$p[，占$sp]"
          "，公用经费$o；项目支出$j，占$sj。",
          {{"t", w.money(basic.now + project.now)},
           {"b", w.money(basic.now)},
           {"sb", w.percent(basic.now, basic.now + project.now)},
           {"p", w.money(people.now)},
           {"sp", w.fill("基本支出的$s", {{"s", w.percent(people.now, basic.now)}})},
           {"o", w.money(running.now)},
           {"j", w.money(project.now)},
           {"sj", w.percent(project.now, basic.now + project.now)}});
}

void two_splits(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    const Amount grants = a.spent(fiscal).now;
    const Amount own = a.spent(only(Fund::own)).now;
    w.say(
        "全年支出$t。{按支出性质[划分]|从支出性质看|按用途分}{：|，}基本支出$b、项目支出$p；"
        "{按资金来源[划分]|从资金来源看}{：|，}财政拨款[安排的]支出$g、{非财政拨款|自有资金}[安排的]支出$o。",
        {{"t", w.money(basic.now + project.now)},
         {"b", w.money(basic.now)},
         {"p", w.money(project.now)},
         {"g", w.money(grants)},
         {"o", w.money(own)}});
}

void budget_chain(Writer& w) {
    const Account& a = w.account;
    const Flow f = a.flow(every_fund);
    const Phases all = a.spent(every_fund);
    const Amount supplement = a.supplement();
    if (supplement <= 0 || f.surplus != 0 || f.distribution != 0) return basic_and_project(w);
    w.say("{$body|本部门|我单位}年初{部门|}预算$i，年中追加[预算]$s，{上年结转[资金]|年初结转}$o，{部门决算|"
          "全年支出}$e，{结转下年|年末结转}$c。",
          {{"i", w.money(all.initial)},
           {"s", w.money(supplement)},
           {"o", w.money(f.opening)},
           {"e", w.money(f.spent())},
           {"c", w.money(f.closing)}});
}

void completion_of_all(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.spent(every_fund);
    w.say("$year年{度|}支出{年初预算|年初部门预算}[为]$b，支出决算[为]$e$r。$cmp$why。",
          {{"b", w.money(all.initial)},
           {"e", w.money(all.now)},
           {"r", w.fill("，完成年初预算的$r", {{"r", w.percent(all.now, all.initial)}})},
           {"cmp", compared(w, all.now, all.initial)},
           {"why", all.now == all.initial || w.maybe() ? "" : reason(w, all.now > all.initial)}});
}

void income_less_expenditure(Writer& w) {
    const Flow f = w.account.flow(every_fund);
    if (f.income == f.spent()) return both_totals(w);
    const bool more = f.income > f.spent();
    w.say(
        more
            ? "{本年收入$i，本年支出$e，{收支相抵|收入比支出多|当年结余}$d|全年取得收入$i，发生支出$"
              "e，收支差额$d}。"
            : "{本年收入$i，本年支出$e，支出{大于|比}收入{|多出}$d|全年取得收入$i，发生支出$e，收不抵支$d}。",
        {{"i", w.money(f.income)},
         {"e", w.money(f.spent())},
         {"d", w.money(more ? f.income - f.spent() : f.spent() - f.income)}});
}

void carried_over(Writer& w) {
    const Flow f = w.account.flow(every_fund);
    const Words words = {{"o", w.money(f.opening)}, {"i", w.money(f.income)},
                         {"e", w.money(f.spent())}, {"c", w.money(f.closing)},
                         {"u", w.money(f.surplus)}, {"x", w.money(f.distribution)}};
    if (f.surplus == 0 && f.distribution == 0)
        w.say("{年初结转[和]结余$o，本年收入$i，本年支出$e，年末结转[和]结余$c|本年收入$i，上年结转$"
              "o，本年支出$e，结转下年$c[，收支平衡]|"
              "上年结转结余$o，加上本年收入$i，减去本年支出$e，年末{尚余|结余}$c}。",
              words);
    else
        w.say("年初结转[和]结余$o，本年收入$i，使用非财政拨款结余$u；本年支出$e，结余分配$x，年末结转[和]"
              "结余$c。",
              words);
}

void own_line_between(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    w.say("总支出$t，其中：基本支出$b；{另有|此外，代收代付}{往来资金|过路资金}$x；项目支出$p。",
          {{"t", w.money((basic + project).now)},
           {"b", w.money(basic.now)},
           {"x", w.money(w.random.between(3 * wan, 300 * wan), false)},
           {"p", w.money(project.now)}});
}

void after_the_list(Writer& w) {
    const Account& a = w.account;
    const Phases project = a.project(every_fund);
    const Amount first = project.now / 2;
    if (project.initial <= 0) return basic_and_project(w);
    w.say("{项目支出|专项资金}$t，{分两批拨付|分两期支付}：{第一批|首批}$a，{第二批|次批}$b，{完成年初预算$"
          "i的|占年初预算$i的}$r。",
          {{"t", w.money(project.now)},
           {"a", w.money(first)},
           {"b", w.money(project.now - first)},
           {"i", w.money(project.initial)},
           {"r", w.percent(project.now, project.initial)}});
}

constexpr std::array list = {
    Structure{"both totals with their change", "{收入支出决算总体情况[说明]|收支总体情况}", both_totals},
    Structure{"totals and what makes them", "{收入支出决算总体情况|收支决算情况}", totals_made},
    Structure{"income by source", "收入决算[情况]说明", income_by_source},
    Structure{"expenditure: basic and project", "{支出决算情况说明|支出总体情况}", basic_and_project},
    Structure{"expenditure: nested list", "{支出决算情况说明|支出结构}", basic_divided},
    Structure{"expenditure divided twice", "{支出决算情况说明|支出分类情况}", two_splits},
    Structure{"budget, supplement, carried over", "{预算执行情况|部门预决算情况}", budget_chain},
    Structure{"completion of the whole budget", "{预算执行情况|年初预算完成情况}", completion_of_all},
    Structure{"income less expenditure", "{收支情况|收支结余情况}", income_less_expenditure},
    Structure{"brought and carried forward", "结转结余情况", carried_over},
    Structure{"something aside within a list", "支出情况", own_line_between},
    Structure{"a rate after a list", "资金拨付情况", after_the_list},
};

} // namespace

std::span<const Structure> total_structures() { return list; }

} // namespace tieout::test::adversary
