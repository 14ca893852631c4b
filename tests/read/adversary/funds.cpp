// SPDX-License-Identifier: MIT
// What the treasury grants: several funds beside each other, by function, and basic expenditure of one fund.
#include "phrases.hpp"
#include "structures.hpp"

#include <algorithm>
#include <array>

namespace tieout::test::adversary {

namespace {

constexpr std::array all_funds = {Fund::general, Fund::government, Fund::capital};

/// 一般公共预算财政拨款 and its like, with the word that follows.
std::string fund_name(Writer& w, Fund fund) {
    return std::string(name_of(fund)) + w.pick({"财政拨款", "财政拨款", "拨款"});
}

void grant_totals(Writer& w) {
    const Flow now = w.account.flow(fiscal);
    const Flow prior = w.account.flow(fiscal, {}, true);
    const bool up = now.total() > prior.total();
    if (now.total() == prior.total() || prior.total() <= 0) {
        w.say("$year年度财政拨款收、支总计均为$t。", {{"t", w.money(now.total())}});
        return;
    }
    w.say(up ? "$year年{度|}财政拨款收、支总计{均为|各|}$t。与{上年|$last年[度]}相比，财政拨款收、支总计各{"
               "增加|增长}$d，增长$g。"
             : "$year年{度|}财政拨款收、支总计{均为|各|}$t。与{上年|$last年[度]}相比，财政拨款收、支总计各{"
               "减少|下降}$d，下降$g。",
          {{"t", w.money(now.total())},
           {"d", w.money(up ? now.total() - prior.total() : prior.total() - now.total())},
           {"g", w.growth(prior.total(), now.total())}});
}

void grants_by_fund(Writer& w) {
    const Account& a = w.account;
    std::vector<Part> in;
    std::vector<Part> out;
    for (const Fund fund : all_funds) {
        in.push_back({fund_name(w, fund), a.flow(only(fund)).income});
        out.push_back({std::string(name_of(fund)), a.spent(only(fund)).now});
    }
    in = without_zeros(w, std::move(in));
    out = without_zeros(w, std::move(out));
    const Flow f = a.flow(fiscal);
    w.say("财政拨款收入{合计|}$i，{其中：|由|包括}$in{|}。财政拨款支出{合计|}$e：$out。",
          {{"i", w.money(f.income)},
           {"in", parts(w, in, f.income, w.maybe(3))},
           {"e", w.money(f.spent())},
           {"out", parts(w, out, f.spent(), false)}});
}

void one_fund(Writer& w, Fund fund, bool shares) {
    const Account& a = w.account;
    const Phases basic = a.basic(only(fund));
    const Phases project = a.project(only(fund));
    w.say("$f{财政拨款支出|财政拨款支出合计}$t，其中：$list。",
          {{"f", std::string(name_of(fund))},
           {"t", w.money((basic + project).now)},
           {"list",
            parts(w, {{"基本支出", basic.now}, {"项目支出", project.now}}, (basic + project).now, shares)}});
}

void funds_in_turn(Writer& w) {
    const bool shares = w.maybe();
    for (const Fund fund : all_funds)
        if (w.account.spent(only(fund)).now > 0 || w.maybe(4)) one_fund(w, fund, shares);
}

void whole_and_fund(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    const bool shares = w.maybe();
    w.say("本年支出合计$t，{其中：|包括}$list。",
          {{"t", w.money((basic + project).now)},
           {"list",
            parts(w, {{"基本支出", basic.now}, {"项目支出", project.now}}, (basic + project).now, shares)}});
    const Phases fb = a.basic(fiscal);
    const Phases fp = a.project(fiscal);
    w.say("{其中，|}财政拨款支出$t，{占本年支出合计的$s，|}{其中：|包括}$list。",
          {{"t", w.money((fb + fp).now)},
           {"s", w.percent((fb + fp).now, (basic + project).now)},
           {"list", parts(w, {{"基本支出", fb.now}, {"项目支出", fp.now}}, (fb + fp).now, shares)}});
}

void fund_flows(Writer& w) {
    const Account& a = w.account;
    std::vector<std::string> said;
    for (const Fund fund : all_funds) {
        const Flow f = a.flow(only(fund));
        if (f.total() == 0) {
            if (w.maybe())
                said.push_back(std::string(name_of(fund)) +
                               w.pick({"财政拨款无收支", "财政拨款没有收入、没有支出"}));
            continue;
        }
        said.push_back(w.fill("$f财政拨款年初结转[和结余]$o，本年收入$i，本年支出$e，年末结转[和结余]$c",
                              {{"f", std::string(name_of(fund))},
                               {"o", w.money(f.opening)},
                               {"i", w.money(f.income)},
                               {"e", w.money(f.spent())},
                               {"c", w.money(f.closing)}}));
    }
    w.say("$all。", {{"all", join(said, "；", "；")}});
}

void basic_within_fund(Writer& w) {
    const Account& a = w.account;
    w.say("{全年|本年度}基本支出$b，其中人员经费$p，公用经费$o。", {{"b", w.money(a.basic(every_fund).now)},
                                                                    {"p", w.money(a.personnel(false).now)},
                                                                    {"o", w.money(a.operating(false).now)}});
    w.say("政府性基金预算[财政拨款]支出中，基本支出$b，项目支出$p。",
          {{"b", w.money(a.basic(only(Fund::government)).now)},
           {"p", w.money(a.project(only(Fund::government)).now)}});
}

void general_basic(Writer& w) {
    const Account& a = w.account;
    const Amount people = a.personnel(true).now;
    const Amount running = a.operating(true).now;
    const bool shares = w.maybe();
    w.say(
        "$year年度一般公共预算财政拨款基本支出$b，其中：人员经费$p{$sp，{主要包括|包括}"
        "：基本工资、津贴补贴、奖金等|$sp}；"
        "公用经费$o{$so，{主要包括|包括}：办公费、印刷费、差旅费等|$so}。",
        {{"b", w.money(people + running)},
         {"p", w.money(people)},
         {"sp", shares ? w.fill("，占{基本支出的|}$s", {{"s", w.percent(people, people + running)}}) : ""},
         {"o", w.money(running)},
         {"so", shares ? w.fill("，占{基本支出的|}$s", {{"s", w.percent(running, people + running)}}) : ""}});
}

/// The heading alone says that it is of one fund.
void basic_by_heading(Writer& w) {
    const Account& a = w.account;
    const Amount people = a.personnel(true).now;
    const Amount running = a.operating(true).now;
    w.say("{$year年度|}基本支出$b，其中：人员经费$p，占$sp；公用经费$o，占$so。",
          {{"b", w.money(people + running)},
           {"p", w.money(people)},
           {"sp", w.percent(people, people + running)},
           {"o", w.money(running)},
           {"so", w.percent(running, people + running)}});
}

void general_share_and_change(Writer& w) {
    const Account& a = w.account;
    const Phases general = a.spent(only(Fund::general));
    w.say("$year年度一般公共预算财政拨款支出$g，占本年支出合计的$s$c。",
          {{"g", w.money(general.now)},
           {"s", w.percent(general.now, a.spent(every_fund).now)},
           {"c", change(w, general.now, general.prior)}});
}

void general_by_section(Writer& w) {
    const Account& a = w.account;
    const Phases general = a.spent(only(Fund::general));
    std::vector<Part> list;
    const std::string kind = w.pick({"（类）", "", "（类）支出", "（类）"});
    const bool quoted = w.maybe(5);
    for (const std::string& code : a.codes(3, only(Fund::general))) {
        std::string name(function_name(code));
        if (kind == "（类）支出" && name.ends_with("支出")) name.resize(name.size() - 6);
        list.push_back({quoted ? "“" + name + "”" : name + kind, a.spent(only(Fund::general), code).now});
    }
    if (w.maybe(3)) { // numbered, a line each
        w.say("一般公共预算财政拨款支出$g，{主要用于以下方面|按功能分类}：", {{"g", w.money(general.now)}});
        for (std::size_t i = 0; i < list.size(); ++i)
            w.say("$i$dot$name$a，占$s$end", {{"i", std::to_string(i + 1)},
                                              {"dot", w.fill(".")},
                                              {"name", list[i].name},
                                              {"a", w.money(list[i].amount)},
                                              {"s", w.percent(list[i].amount, general.now)},
                                              {"end", i + 1 == list.size() ? "。" : "；"}});
        return;
    }
    w.say("[$year年度]一般公共预算财政拨款支出$g，{主要用于以下方面：|用于以下方面：|其中：|按功能分类，}$"
          "list。",
          {{"g", w.money(general.now)}, {"list", parts(w, list, general.now, !w.maybe(4))}});
}

void item_by_item(Writer& w) {
    const Account& a = w.account;
    const FundSet which = only(Fund::general);
    const Phases general = a.spent(which);
    w.say("[$year年度]一般公共预算财政拨款支出年初预算[为]$b，支出决算[为]$e$r。其中：",
          {{"b", w.money(general.initial)},
           {"e", w.money(general.now)},
           {"r", general.initial > 0
                     ? w.fill("，完成年初预算的$r", {{"r", w.percent(general.now, general.initial)}})
                     : ""}});
    const std::int64_t way = w.random.between(0, 2);
    const std::vector<std::string> codes = a.codes(7, which);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::string& code = codes[i];
        const Phases p = a.spent(which, code);
        const std::string name = way == 2 ? "“" + std::string(function_name(code)) + "（项）”"
                                          : std::string(function_name(code.substr(0, 3))) + "（类）" +
                                                std::string(function_name(code.substr(0, 5))) + "（款）" +
                                                std::string(function_name(code)) + "（项）";
        w.say(way == 0   ? "$i.$n。年初预算为$b，支出决算为$e$r$c。"
              : way == 1 ? "（$i）$n：年初预算$b，决算$e$r$c。"
                         : "$i.$n年初预算$b，支出决算$e$r$c。",
              {{"i", std::to_string(i + 1)},
               {"n", name},
               {"b", w.money(p.initial)},
               {"e", w.money(p.now)},
               {"r", p.initial > 0 ? w.fill("，完成[年初]预算的$r", {{"r", w.percent(p.now, p.initial)}})
                                   : "，无法计算完成率"},
               {"c", w.maybe() ? "，" + compared(w, p.now, p.initial) +
                                     (p.now == p.initial ? "" : reason(w, p.now > p.initial))
                               : ""}});
    }
}

void fund_completion(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.spent(fiscal);
    w.say("财政拨款支出年初预算$b，支出决算$e，完成年初预算的$r。",
          {{"b", w.money(all.initial)}, {"e", w.money(all.now)}, {"r", w.percent(all.now, all.initial)}});
    int number = 0;
    for (const Fund fund : all_funds) {
        const Phases p = a.spent(only(fund));
        if (p.now == 0 && p.initial == 0 && w.maybe()) continue;
        w.say(
            "（$i）$f财政拨款支出年初预算$b，支出决算$e$r。",
            {{"i", std::to_string(++number)},
             {"f", std::string(name_of(fund))},
             {"b", w.money(p.initial)},
             {"e", w.money(p.now)},
             {"r", p.initial > 0 ? w.fill("，完成年初预算的$r", {{"r", w.percent(p.now, p.initial)}}) : ""}});
    }
}

void changes_by_fund(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.spent(fiscal);
    if (all.now == all.prior) return grants_by_fund(w);
    std::vector<std::string> said;
    for (const Fund fund : all_funds) {
        const Phases p = a.spent(only(fund));
        if (p.now == 0 && p.prior == 0) continue;
        const Words words = {{"f", std::string(name_of(fund))},
                             {"a", w.money(p.now)},
                             {"d", w.money(p.now > p.prior ? p.now - p.prior : p.prior - p.now)}};
        said.push_back(p.now == p.prior  ? w.fill("$f$a，与上年持平", words)
                       : p.now > p.prior ? w.fill("$f$a，{比上年|较上年|}增加$d", words)
                                         : w.fill("$f$a，{比上年|较上年|}减少$d", words));
    }
    w.say("财政拨款支出$t，{比|较}上年$way$d，其中：$list。",
          {{"t", w.money(all.now)},
           {"way", all.now > all.prior ? "增加" : "减少"},
           {"d", w.money(all.now > all.prior ? all.now - all.prior : all.prior - all.now)},
           {"list", join(said, "；", "；")}});
}

constexpr std::array list = {
    Structure{"grants: both totals", "财政拨款收入支出决算总体情况[说明]", grant_totals},
    Structure{"grants by fund", "财政拨款收支情况", grants_by_fund},
    Structure{"funds one after the other", "{财政拨款支出情况|各类预算支出情况}", funds_in_turn},
    Structure{"all expenditure, then that of grants", "支出决算情况", whole_and_fund},
    Structure{"flows of each fund", "财政拨款结转结余情况", fund_flows},
    Structure{"basic expenditure, and that within a fund", "支出情况", basic_within_fund},
    Structure{"basic expenditure of the general budget", "一般公共预算财政拨款基本支出决算情况[说明]",
              general_basic},
    Structure{"basic expenditure, fund by heading", "一般公共预算财政拨款基本支出决算情况[说明]",
              basic_by_heading, true},
    Structure{"general budget: share and change", "一般公共预算财政拨款支出决算情况",
              general_share_and_change},
    Structure{"general budget by section", "一般公共预算财政拨款支出决算结构情况", general_by_section},
    Structure{"general budget item by item", "一般公共预算财政拨款支出决算具体情况", item_by_item},
    Structure{"completion by fund", "财政拨款支出预算完成情况", fund_completion},
    Structure{"changes by fund", "财政拨款支出变动情况", changes_by_fund},
};

} // namespace

std::span<const Structure> fund_structures() { return list; }

} // namespace tieout::test::adversary
