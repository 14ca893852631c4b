// SPDX-License-Identifier: MIT
// Clauses that name nothing of their own: behind lists, in the order of names, of what other words narrow them to.
#include "phrases.hpp"
#include "structures.hpp"

#include <array>

namespace tieout::test::adversary {

namespace {

/// 支出1200万元，其中A 800万元、B 400万元，比上年增长20%: what is said behind the list is of what it divides.
void behind_the_list(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    const Phases all = basic + project;
    if (all.initial <= 0 || all.prior <= 0 || all.now == all.prior) return;
    const bool up = all.now > all.prior;
    std::string said;
    switch (w.random.between(0, 4)) {
    case 0:
        said = w.fill(up ? "{比|较}上年{度|}的$p{增长|上升}$g" : "{比|较}上年{度|}的$p{下降|减少}$g",
                      {{"p", w.money(all.prior)}, {"g", w.growth(all.prior, all.now)}});
        break;
    case 1:
        said = w.fill(up ? "{比|较}上年{增加|多支出}$d，{增长|上升}$g"
                         : "{比|较}上年{减少|少支出}$d，{下降|降低}$g",
                      {{"d", w.money(up ? all.now - all.prior : all.prior - all.now)},
                       {"g", w.growth(all.prior, all.now)}});
        break;
    case 2:
        said = w.fill("{完成|占}年初预算$i的$r",
                      {{"i", w.money(all.initial)}, {"r", w.percent(all.now, all.initial)}});
        break;
    case 3:
        said = w.fill("年初预算$i，{预算完成率|完成年初预算的}$r",
                      {{"i", w.money(all.initial)}, {"r", w.percent(all.now, all.initial)}});
        break;
    default:
        said = w.fill(up ? "{总体|合计}{比|较}上年{增加|多支出}$d，{增长|上升}$g"
                         : "{总体|合计}{比|较}上年{减少|少支出}$d，{下降|降低}$g",
                      {{"d", w.money(up ? all.now - all.prior : all.prior - all.now)},
                       {"g", w.growth(all.prior, all.now)}});
    }
    w.say("{本年支出合计|全年支出|支出总额}$t，{其中：|其中|包括|其中，}基本支出$b{、|，}项目支出$p，$said。",
          {{"t", w.money(all.now)}, {"b", w.money(basic.now)}, {"p", w.money(project.now)}, {"said", said}});
}

/// 实际支出 behind a list of where the budget comes from.
void spent_behind_the_list(Writer& w) {
    const Phases project = w.account.project(every_fund);
    if (project.initial <= 0) return;
    const Amount own = project.initial / 4;
    w.say("{项目资金预算|年度预算安排}$i，其中：{财政拨款|上级资金}$a、{其他资金|自筹资金}$b，{实际支出|支出}"
          "$e，"
          "{预算执行率|执行率|资金使用率}{为|}$r。",
          {{"i", w.money(project.initial)},
           {"a", w.money(project.initial - own)},
           {"b", w.money(own)},
           {"e", w.money(project.now)},
           {"r", w.percent(project.now, project.initial)}});
}

void shares_in_order(Writer& w) {
    const Phases basic = w.account.basic(every_fund);
    const Phases project = w.account.project(every_fund);
    const Amount all = basic.now + project.now;
    w.say("{基本支出$b、项目支出$p，{分别|依次}占本年支出$t的$sb{和|、}$sp|基本支出、项目支出分别为$b、$p，"
          "占本年支出$t的$sb、$sp|基本支出$b，项目支出$p，分别占{支出合计|本年支出}$t的$sb和$sp}。",
          {{"b", w.money(basic.now)},
           {"p", w.money(project.now)},
           {"t", w.money(all)},
           {"sb", w.percent(basic.now, all)},
           {"sp", w.percent(project.now, all)}});
}

/// Expenditure by its kinds, and what they come to.
struct Divided {
    Amount people;
    Amount running;
    Amount project;
    Amount basic;
    Amount all;
};
Divided divided(const Account& account) {
    const Amount people = account.personnel(false).now;
    const Amount running = account.operating(false).now;
    const Amount project = account.project(every_fund).now;
    return {people, running, project, people + running, people + running + project};
}

/// 基本支出中，人员经费…，占…: of the part that such words name.
void narrowed_whole(Writer& w) {
    const Divided of = divided(w.account);
    w.say("{本年支出合计|全年支出}$t，其中{：|}基本支出$b，占$sb{；|，}{基本支出中{，|}|基本支出中的}"
          "人员经费$p，占$sp[，"
          "公用经费$o，占$so]。",
          {{"t", w.money(of.all)},
           {"b", w.money(of.basic)},
           {"sb", w.percent(of.basic, of.all)},
           {"p", w.money(of.people)},
           {"sp", w.percent(of.people, of.basic)},
           {"o", w.money(of.running)},
           {"so", w.percent(of.running, of.basic)}});
}

void narrowed_in_brackets(Writer& w) {
    const Divided of = divided(w.account);
    w.say("{本年支出合计|全年支出}$t，其中基本支出$b，占$sb（{其中：|}人员经费$p，占$sp{；|，}公用经费$o，占$"
          "so）；项目支出$"
          "j，占$sj。",
          {{"t", w.money(of.all)},
           {"b", w.money(of.basic)},
           {"sb", w.percent(of.basic, of.all)},
           {"p", w.money(of.people)},
           {"sp", w.percent(of.people, of.basic)},
           {"o", w.money(of.running)},
           {"so", w.percent(of.running, of.basic)},
           {"j", w.money(of.project)},
           {"sj", w.percent(of.project, of.all)}});
}

void adjusted_both_ways(Writer& w) {
    const Phases all = w.account.spent(every_fund);
    if (all.initial <= 0) return;
    const Amount more = w.random.between(1 * wan, 90 * wan);
    const Amount less = all.initial / 20;
    w.say("{支出年初预算|年初预算}$i，{年中|执行中|}{调增|追加}$a，{调减|压减|核减}$c，{调整后预算|全年预算|"
          "调整预算}$x。",
          {{"i", w.money(all.initial)},
           {"a", w.money(more)},
           {"c", w.money(less)},
           {"x", w.money(all.initial + more - less)}});
}

/// 两项占: of what the named make together.
void together(Writer& w) {
    const Divided of = divided(w.account);
    w.say("{本年支出合计|全年支出}$t，其中人员经费$p{、|，}公用经费$o，{两项|两项合计|合计}占{本年支出合计|"
          "全年支出}的$s。",
          {{"t", w.money(of.all)},
           {"p", w.money(of.people)},
           {"o", w.money(of.running)},
           {"s", w.percent(of.basic, of.all)}});
}

constexpr std::array list = {
    Structure{"a clause behind a list", "{支出决算情况|支出总体情况}", behind_the_list},
    Structure{"spent, behind a list", "{项目资金情况|资金使用情况}", spent_behind_the_list},
    Structure{"shares in the order of names", "{支出结构|支出决算情况}", shares_in_order},
    Structure{"a share of what words narrow", "{支出结构|支出决算情况}", narrowed_whole},
    Structure{"shares within brackets", "{支出结构|支出决算情况}", narrowed_in_brackets},
    Structure{"a budget adjusted both ways", "{预算调整情况|预算执行情况}", adjusted_both_ways},
    Structure{"a share of several together", "{支出结构|支出决算情况}", together},
};

} // namespace

std::span<const Structure> clause_structures() { return list; }

} // namespace tieout::test::adversary
