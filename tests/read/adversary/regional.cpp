// SPDX-License-Identifier: MIT
// What a place tells of its budgets: revenue and expenditure, four budgets beside each other, levels and periods.
#include "phrases.hpp"
#include "region.hpp"
#include "structures.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>

namespace tieout::test::adversary {

namespace {

const Region& of(const Writer& w) { return *w.region; }

/// ，增长8.2% in one of its forms, the amount of the change beside it or not; more or less as it is.
std::string moved(Writer& w, const Planned& p, bool bound = true) {
    if (p.prior <= 0) return "";
    if (p.now == p.prior) return w.fill("，与上年持平");
    const bool up = p.now > p.prior;
    const Words words = {{"d", w.money(up ? p.now - p.prior : p.prior - p.now, bound)},
                         {"p", w.money(p.prior, bound)},
                         {"g", w.growth(p.prior, p.now, bound)}};
    return up ? w.fill("，{{同比|比上年|较上年同期|}增长$g|同比增长$g，增收$d|比上年增收$d，增长$g|增长$g|"
                       "较上年的$p增长$g|"
                       "比上年增加$d，增幅[为]$g}",
                       words)
              : w.fill("，{{同比|比上年|较上年同期|}下降$g|同比下降$g，减收$d|比上年减收$d，下降$g|下降$g|"
                       "较上年的$p下降$g|"
                       "比上年减少$d，降幅[为]$g}",
                       words);
}

std::string spent_moved(Writer& w, const Planned& p) {
    if (p.prior <= 0 || p.now == p.prior) return "";
    const bool up = p.now > p.prior;
    const Words words = {{"d", w.money(up ? p.now - p.prior : p.prior - p.now)},
                         {"g", w.growth(p.prior, p.now)}};
    return up ? w.fill("，{同比增长$g|比上年增支$d，增长$g|同比增长$g，增支$d|增长$g}", words)
              : w.fill("，{同比下降$g|比上年减支$d，下降$g|同比下降$g，减支$d|下降$g}", words);
}

/// ，完成年初预算的98% with one budget or both, the amounts within or left out.
std::string completed(Writer& w, const Planned& p) {
    const Words words = {{"i", w.money(p.initial)},
                         {"a", w.money(p.adjusted)},
                         {"ri", w.percent(p.now, p.initial)},
                         {"ra", w.percent(p.now, p.adjusted)}};
    return w.fill(
        "，{{完成|占}年初预算$i的$ri|{完成|为|占}调整预算$a的$ra|完成年初预算$i的$ri，{为|占}调整预算$a的$ra|"
        "完成年初预算的$ri|占调整预算的$ra|年初预算[为]$i，完成年初预算的$ri}",
        words);
}

void revenue(Writer& w) {
    const Region& r = of(w);
    const Planned all = r.general.revenue();
    const Planned tax = r.taxes();
    const Planned rest = r.general.in.back().amount;
    const bool shares = w.maybe();
    w.say(
        "[$year年，]$whole$t$c$m{。其中：|，其中：}税收收入{完成|}$tax$ct$st；非税收入{完成|}$rest$cr$sr。",
        {{"whole", std::string(r.whole)},
         {"t", w.fill("一般公共预算收入{完成|}$t", {{"t", w.money(all.now)}})},
         {"c", w.maybe() ? completed(w, all) : ""},
         {"m", moved(w, all)},
         {"tax", w.money(tax.now)},
         {"ct", w.maybe() ? moved(w, tax) : ""},
         {"st", shares ? w.fill("，占{一般公共预算收入的|比|}$s", {{"s", w.percent(tax.now, all.now)}}) : ""},
         {"rest", w.money(rest.now)},
         {"cr", w.maybe() ? moved(w, rest) : ""},
         {"sr",
          shares ? w.fill("，占{一般公共预算收入的|比|}$s", {{"s", w.percent(rest.now, all.now)}}) : ""}});
}

void revenue_divided_twice(Writer& w) {
    const Region& r = of(w);
    const Planned all = r.general.revenue();
    const Planned tax = r.taxes();
    w.say("$whole一般公共预算收入{完成|}$t。{从征收部门[来]看|分征收部门看}{：|，}税务部门{完成|组织}$a，占$"
          "sa；财政部门{完成|组织}$b，占$sb。"
          "{从收入{结构|分类}[来]看|按收入性质分}{：|，}税收收入$x，占$sx；非税收入$y，占$sy。",
          {{"whole", std::string(r.whole)},
           {"t", w.money(all.now)},
           {"a", w.money(r.by_tax_office.now)},
           {"sa", w.percent(r.by_tax_office.now, all.now)},
           {"b", w.money(all.now - r.by_tax_office.now)},
           {"sb", w.percent(all.now - r.by_tax_office.now, all.now)},
           {"x", w.money(tax.now)},
           {"sx", w.percent(tax.now, all.now)},
           {"y", w.money(all.now - tax.now)},
           {"sy", w.percent(all.now - tax.now, all.now)}});
}

void main_taxes(Writer& w) {
    const Region& r = of(w);
    const Planned tax = r.taxes();
    std::vector<std::string> said;
    for (std::size_t i = 0; i + 1 < r.general.in.size(); ++i) {
        if (w.maybe(4)) continue;
        said.push_back(std::string(r.general.in[i].name) + w.money(r.general.in[i].amount.now, false) +
                       moved(w, r.general.in[i].amount));
    }
    if (said.empty()) return revenue(w);
    w.say("{主要税种完成情况[是]：|分税种看，|}$list。{以上税收|税收收入合计}{完成|}$t，占一般公共预算收入的$"
          "s。",
          {{"list", join(said, "；", "；")},
           {"t", w.money(tax.now)},
           {"s", w.percent(tax.now, r.general.revenue().now)}});
}

std::string with_further(Writer& w, const std::vector<std::pair<std::string, Amount>>& more) {
    std::vector<std::string> said;
    for (const auto& [name, amount] : more)
        if (amount != 0 || w.maybe(8)) said.push_back(name + w.money(amount));
    const std::string stop = w.pick({"、", "、", "，"});
    return join(said, stop, stop);
}

void totals_with_further(Writer& w, const Budget& b) {
    const std::string in = with_further(w, {{"上级补助收入", b.subsidies},
                                            {w.pick({"债务转贷收入", "地方政府债券转贷收入"}), b.debt},
                                            {"调入资金", b.moved_in},
                                            {w.pick({"上年结转", "上年结余"}), b.opening}});
    const std::string out = with_further(w, {{w.pick({"上解上级支出", "上解支出"}), b.upwards},
                                             {"债务还本支出", b.repaid},
                                             {"调出资金", b.moved_out},
                                             {"安排预算稳定调节基金", b.reserved},
                                             {"结转下年", b.closing}});
    const Amount more_in = b.total() - b.revenue().now;
    const Amount more_out = b.total() - b.spent().now;
    if (more_in == 0 || more_out == 0) {
        w.say("$n收入$t，$n支出$e。",
              {{"n", std::string(b.name)}, {"t", w.money(b.revenue().now)}, {"e", w.money(b.spent().now)}});
        return;
    }
    w.say("$n收入{完成|}$r，加[上]$in{，|后，}{收入总计|收入总量|收入合计}{为|}$t。$n支出{完成|}$e，加[上]$"
          "out{，|后，}{支出总计|支出总量|支出合计}{为|}$t2[，收支平衡]。",
          {{"n", std::string(b.name)},
           {"r", w.money(b.revenue().now)},
           {"in", in},
           {"t", w.money(b.total())},
           {"e", w.money(b.spent().now)},
           {"out", out},
           {"t2", w.money(b.total())}});
}

void general_totals(Writer& w) { totals_with_further(w, of(w).general); }

void budgets_in_turn(Writer& w) {
    const Region& r = of(w);
    const bool headed = w.maybe();
    std::size_t i = 0;
    for (const Budget* const b : {&r.general, &r.government, &r.capital}) {
        ++i;
        if (headed) w.say("$i.$n", {{"i", std::to_string(i)}, {"n", std::string(b->name)}});
        totals_with_further(w, *b);
    }
}

void budgets_briefly(Writer& w) {
    const Region& r = of(w);
    for (const Budget* const b : {&r.general, &r.government, &r.capital}) {
        const Planned in = b->revenue();
        const Planned out = b->spent();
        w.say("{$whole|}$n收入{完成|}$in$c；$n支出{完成|}$out$d。",
              {{"whole", std::string(r.whole)},
               {"n", std::string(b->name)},
               {"in", w.money(in.now)},
               {"c", w.maybe() ? completed(w, in) : moved(w, in)},
               {"out", w.money(out.now)},
               {"d", w.maybe() ? completed(w, out) : spent_moved(w, out)}});
    }
}

void lists_then_totals(Writer& w) {
    const Budget& b = of(w).government;
    const auto list = [&](const std::vector<std::pair<std::string, Amount>>& items) {
        std::vector<std::string> said;
        for (const auto& [name, amount] : items)
            if (amount != 0) said.push_back(name + w.money(amount));
        return join(said, "，", "，");
    };
    const std::string in = list({{"政府性基金收入", b.revenue().now},
                                 {"上级补助收入", b.subsidies},
                                 {"专项债券转贷收入", b.debt},
                                 {"调入资金", b.moved_in},
                                 {"上年结余", b.opening}});
    const std::string out = list({{"政府性基金支出", b.spent().now},
                                  {"上解上级支出", b.upwards},
                                  {"债务还本支出", b.repaid},
                                  {"调出资金", b.moved_out},
                                  {"安排储备", b.reserved}});
    w.say("$in。$out。收入合计$t，支出合计$e，年终{结余|滚存结余}$c。",
          {{"in", in},
           {"out", out},
           {"t", w.money(b.total())},
           {"e", w.money(b.total() - b.closing)},
           {"c", w.money(b.closing)}});
}

void sections(Writer& w) {
    const Region& r = of(w);
    const Planned all = r.general.spent();
    std::vector<std::string> said;
    const bool complete = w.maybe();
    for (const Line& line : r.general.out) {
        if (!complete && w.maybe(3)) continue;
        said.push_back(std::string(line.name) + w.money(line.amount.now, complete) +
                       (w.maybe() ? spent_moved(w, line.amount) : ""));
    }
    if (said.empty()) return budgets_briefly(w);
    w.say(complete ? "$whole一般公共预算支出{完成|}$t$m，{其中：|按功能分类：|包括：}$list。"
                   : "$whole一般公共预算支出{完成|}$t$m。{主要支出项目{完成情况|}：|其中主要是|"
                     "重点支出情况：}$list。",
          {{"whole", std::string(r.whole)},
           {"t", w.money(all.now)},
           {"m", spent_moved(w, all)},
           {"list", join(said, "；", "；")}});
}

void levels(Writer& w) {
    const Region& r = of(w);
    const Planned in = r.general.revenue();
    const Planned out = r.general.spent();
    const bool numbered = w.maybe(3);
    w.say("$one$whole一般公共预算收入$i，一般公共预算支出$e。", {{"one", numbered ? "（一）" : ""},
                                                                 {"whole", std::string(r.whole)},
                                                                 {"i", w.money(in.now)},
                                                                 {"e", w.money(out.now)}});
    w.say("$two$level一般公共预算收入$i[，占$whole的$s]，一般公共预算支出$e。",
          {{"two", numbered ? "（二）" : ""},
           {"level", std::string(r.level)},
           {"whole", std::string(r.whole)},
           {"i", w.money(r.own_revenue.now)},
           {"s", w.percent(r.own_revenue.now, in.now)},
           {"e", w.money(r.own_spent.now)}});
}

void levels_divide(Writer& w) {
    const Region& r = of(w);
    const Planned in = r.general.revenue();
    Planned below = in;
    below.now -= r.own_revenue.now;
    below.prior -= r.own_revenue.prior;
    const Planned tax = r.taxes();
    w.say("{收入方面，|}$whole一般公共预算收入$t$m。$level收入$a$ma；{乡镇|区县|下级}收入$b$mb。[$"
          "whole税收收入$x；非税收入$y。]",
          {{"whole", std::string(r.whole)},
           {"t", w.money(in.now)},
           {"m", moved(w, in)},
           {"level", std::string(r.level)},
           {"a", w.money(r.own_revenue.now)},
           {"ma", moved(w, r.own_revenue)},
           {"b", w.money(below.now)},
           {"mb", moved(w, below)},
           {"x", w.money(tax.now)},
           {"y", w.money(in.now - tax.now)}});
}

void insurance(Writer& w) {
    const Region& r = of(w);
    Planned in;
    Planned out;
    Amount closing = 0;
    if (r.insurance.empty()) return levels(w);
    const bool totals = w.maybe();
    for (const Insurance& fund : r.insurance) {
        in += fund.in;
        out += fund.out;
        closing += fund.closing();
        w.say(fund.balance() >= 0 ? "$n收入{合计|}$i，支出{合计|}$e[，当年[收支]结余$b，年末滚存结余$c]。"
                                  : "$n收入{合计|}$i，支出{合计|}$e[，当年收支缺口$b，年末滚存结余$c]。",
              {{"n", std::string(fund.name)},
               {"i", w.money(fund.in.now)},
               {"e", w.money(fund.out.now)},
               {"b", w.money(fund.balance() >= 0 ? fund.balance() : -fund.balance())},
               {"c", w.money(fund.closing())}});
    }
    if (totals)
        w.say("{以上|}社会保险基金预算收入合计$i，支出合计$e，年末滚存结余$c。",
              {{"i", w.money(in.now)}, {"e", w.money(out.now)}, {"c", w.money(closing)}});
}

void half_year(Writer& w) {
    const Region& r = of(w);
    const Planned& in = r.half_revenue;
    const Planned& out = r.half_spent;
    const std::string next = std::to_string(r.year + 1);
    if (w.maybe()) {
        w.say("$year年$whole一般公共预算收入$a，一般公共预算支出$b。$next年上半年$whole一般公共预算收入$"
              "c，一般公共预算支出$d。",
              {{"whole", std::string(r.whole)},
               {"a", w.money(r.general.revenue().now)},
               {"b", w.money(r.general.spent().now)},
               {"next", next},
               {"c", w.money(in.now * 11 / 10, false)},
               {"d", w.money(out.now * 9 / 10, false)}});
        return;
    }
    w.say("{上半年|1-6月}，$whole一般公共预算收入$a$m；一般公共预算支出$b$n。全年一般公共预算收入$t，{"
          "其中下半年$h|上半年占$s}。",
          {{"whole", std::string(r.whole)},
           {"a", w.money(in.now)},
           {"m", moved(w, in)},
           {"b", w.money(out.now)},
           {"n", spent_moved(w, out)},
           {"t", w.money(r.general.revenue().now)},
           {"h", w.money(r.general.revenue().now - in.now)},
           {"s", w.percent(in.now, r.general.revenue().now)}});
}

void like_for_like(Writer& w) {
    const Region& r = of(w);
    const Planned tax = r.taxes();
    if (tax.now <= tax.prior) return revenue(w);
    const Amount effect = tax.prior / 20;
    w.say("$whole税收收入{完成|}$t，{剔除留抵退税因素后{同比|}增长$f，自然口径增长$g|按可比口径增长$f|"
          "同口径增长$f，按自然口径计算增长$g，增收$d}。",
          {{"whole", std::string(r.whole)},
           {"t", w.money(tax.now)},
           {"f", w.growth(tax.prior, tax.now + effect, false)},
           {"g", w.growth(tax.prior, tax.now)},
           {"d", w.money(tax.now - tax.prior)}});
}

void adjusted_budget(Writer& w) {
    const Region& r = of(w);
    const Planned out = r.general.spent();
    const bool up = out.adjusted >= out.initial;
    if (out.adjusted == out.initial) return budgets_briefly(w);
    w.say(up ? "年初$whole一般公共预算支出安排$i，{执行中|年中}{调增|追加}$d，调整后预算{为|}$a；实际支出$"
               "e，{为|占}调整预算的$ra，{为|占}年初预算的$ri。"
             : "年初$whole一般公共预算支出安排$i，{执行中|年中}{调减|压减}$d，调整后预算{为|}$a；实际支出$"
               "e，{为|占}调整预算的$ra，{为|占}年初预算的$ri。",
          {{"whole", std::string(r.whole)},
           {"i", w.money(out.initial)},
           {"d", w.money(up ? out.adjusted - out.initial : out.initial - out.adjusted)},
           {"a", w.money(out.adjusted)},
           {"e", w.money(out.now)},
           {"ra", w.percent(out.now, out.adjusted)},
           {"ri", w.percent(out.now, out.initial)}});
}

void debts(Writer& w) {
    const Region& r = of(w);
    w.say("截至$year年底，$whole地方政府债务余额$t，其中：一般债务$a，专项债务$b，{控制在|低于}{债务限额$l{"
          "以内|之内|}|上级核定的限额$l}。",
          {{"whole", std::string(r.whole)},
           {"t", w.money(r.general_debt + r.special_debt)},
           {"a", w.money(r.general_debt)},
           {"b", w.money(r.special_debt)},
           {"l", w.money(r.limit, false)}});
}

void revenue_series(Writer& w) {
    const Region& r = of(w);
    std::vector<Amount> all(r.older_revenue.begin(), r.older_revenue.end());
    all.push_back(r.general.revenue().prior);
    all.push_back(r.general.revenue().now);
    std::vector<std::string> said;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const std::string year = std::to_string(r.year - static_cast<int>(all.size() - 1 - i));
        std::string text = year + w.pick({"年", "年完成", "年为"}) + w.money(all[i]);
        if (all[i] != all[i - 1] && i > 1)
            text +=
                w.fill(all[i] > all[i - 1] ? "，增长$g" : "，下降$g", {{"g", w.growth(all[i - 1], all[i])}});
        said.push_back(std::move(text));
    }
    w.say("近{四年|年来}$whole一般公共预算收入：$list。",
          {{"whole", std::string(r.whole)}, {"list", join(said, "；", "；")}});
}

void per_person(Writer& w) {
    const Region& r = of(w);
    const Amount all = r.general.spent().now;
    w.say("$whole常住人口$n人，人均一般公共预算支出$e元。", {{"whole", std::string(r.whole)},
                                                             {"n", w.count(r.people, "")},
                                                             {"e", w.quotient(all, r.people * yuan, 0)}});
}

void revenue_table(Writer& w) {
    const Region& r = of(w);
    const Budget& b = w.maybe() ? r.general : r.government;
    const bool income = w.maybe();
    Block& block =
        w.table(std::string(b.name) + (income ? "收入" : "支出") + "{执行情况表|决算表|完成情况表}", "");
    block.frame.body.clear();
    block.rows.push_back(
        row_of({"项目", "年初预算数", "调整预算数", w.pick({"决算数", "执行数", "完成数"}),
                w.pick({"完成调整预算的%", "为调整预算%"}), w.pick({"比上年增减%", "同比增减%"})}));
    const auto line = [&](std::string name, const Planned& p) {
        const auto rate = [&](Amount part, Amount whole) {
            if (whole <= 0) return std::string("—");
            std::string text = w.percent(part, whole);
            text.pop_back();
            return text;
        };
        block.rows.push_back(row_of({std::move(name), w.bare(p.initial), w.bare(p.adjusted), w.bare(p.now),
                                     rate(p.now, p.adjusted), rate(p.now - p.prior, p.prior)}));
    };
    const bool nested = income && &b == &r.general;
    if (nested) line("一、税收收入", r.taxes());
    for (std::size_t i = 0; i < (income ? b.in : b.out).size(); ++i) {
        const Line& one = (income ? b.in : b.out)[i];
        const bool last = nested && i + 1 == b.in.size();
        line((last ? "二、" : nested ? "　　" : "") + std::string(one.name), one.amount);
    }
    line(income ? w.pick({"收入合计", "合计"}) : w.pick({"支出合计", "合计"}),
         income ? b.revenue() : b.spent());
}

void totals_table(Writer& w) {
    const Region& r = of(w);
    const Budget& b = w.maybe() ? r.general : r.government;
    Block& block = w.table(std::string(b.name) + "收支平衡表", "");
    block.frame.body.clear();
    block.rows.push_back(row_of({"收入", "金额", "支出", "金额"}));
    std::vector<std::pair<std::string, Amount>> left{{"本级收入", b.revenue().now},
                                                     {"上级补助收入", b.subsidies},
                                                     {"债务转贷收入", b.debt},
                                                     {"调入资金", b.moved_in},
                                                     {"上年结转", b.opening}};
    std::vector<std::pair<std::string, Amount>> right{
        {"本级支出", b.spent().now}, {"上解上级支出", b.upwards},          {"债务还本支出", b.repaid},
        {"调出资金", b.moved_out},   {"安排预算稳定调节基金", b.reserved}, {"结转下年", b.closing}};
    for (std::size_t i = 0; i < right.size(); ++i)
        block.rows.push_back(row_of({i < left.size() ? left[i].first : "",
                                     i < left.size() ? amount_cell(w, left[i].second) : "", right[i].first,
                                     amount_cell(w, right[i].second)}));
    block.rows.push_back(row_of(
        {w.pick({"收入总计", "总计"}), w.bare(b.total()), w.pick({"支出总计", "总计"}), w.bare(b.total())}));
}

constexpr std::array list = {
    Structure{"place: revenue", "一般公共预算收入[完成]情况", revenue},
    Structure{"place: revenue divided twice", "收入完成情况", revenue_divided_twice},
    Structure{"place: main taxes", "主要税种完成情况", main_taxes},
    Structure{"place: totals with further items", "一般公共预算收支平衡情况", general_totals},
    Structure{"place: budgets one after the other", "四本预算收支情况", budgets_in_turn},
    Structure{"place: budgets briefly", "预算执行情况", budgets_briefly},
    Structure{"place: lists, then totals", "政府性基金预算收支情况", lists_then_totals},
    Structure{"place: sections of expenditure", "一般公共预算支出[完成]情况", sections},
    Structure{"place: the whole and its own level", "分级次收支情况", levels},
    Structure{"place: levels without 其中", "分级次收入情况", levels_divide},
    Structure{"place: insurance funds", "社会保险基金预算收支情况", insurance},
    Structure{"place: half a year", "分时段执行情况", half_year},
    Structure{"place: like for like", "税收收入情况", like_for_like},
    Structure{"place: adjusted budget", "预算调整情况", adjusted_budget},
    Structure{"place: debts", "地方政府债务情况", debts},
    Structure{"place: series of years", "近年收入情况", revenue_series},
    Structure{"place: per person", "人均支出情况", per_person},
    Structure{"place: table of a budget", "附表", revenue_table},
    Structure{"place: table of both totals", "附表", totals_table},
};

} // namespace

std::span<const Structure> regional_structures() { return list; }

} // namespace tieout::test::adversary
