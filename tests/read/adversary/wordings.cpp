// SPDX-License-Identifier: MIT
// The same facts in further forms: respectively lists, shares in sentences of their own, pairs, chains, scope by headings.
#include "phrases.hpp"
#include "structures.hpp"

#include <algorithm>
#include <array>

namespace tieout::test::adversary {

namespace {

struct Both {
    Phases basic, project, all;
};
Both spent(const Account& a, FundSet which) {
    const Phases basic = a.basic(which);
    const Phases project = a.project(which);
    return {basic, project, basic + project};
}

/// The number of a heading one level below those of the document.
std::string numbered_below(const Writer& w, std::size_t number) {
    return w.level == 0   ? "（" + numeral(number) + "）"
           : w.level == 1 ? std::to_string(number) + "."
                          : "（" + std::to_string(number) + "）";
}

void respectively(Writer& w) {
    const Both s = spent(w.account, every_fund);
    w.say("{本年支出合计$t，其中|本年支出合计$t，}基本支出、项目支出{分别为|依次为}$a、$b，{分别占|"
          "占比分别为|各占}$sa、$sb。",
          {{"t", w.money(s.all.now)},
           {"a", w.money(s.basic.now)},
           {"b", w.money(s.project.now)},
           {"sa", w.percent(s.basic.now, s.all.now)},
           {"sb", w.percent(s.project.now, s.all.now)}});
}

void respectively_three(Writer& w) {
    const Account& a = w.account;
    const std::size_t count = std::min<std::size_t>(3, a.projects.size());
    std::vector<std::string> names;
    std::vector<std::string> budgets;
    std::vector<std::string> finals;
    std::vector<std::string> rates;
    for (std::size_t i = 0; i < count; ++i) {
        const Project& p = a.projects[i];
        if (p.amount.initial <= 0) return respectively(w);
        names.push_back(p.name);
        budgets.push_back(w.money(p.amount.initial));
        finals.push_back(w.money(p.amount.now));
        rates.push_back(w.percent(p.amount.now, p.amount.initial));
    }
    w.say("$n{$k个项目|}年初预算分别为$b，{实际支出|决算数}分别为$f，{执行率|完成预算的比例}分别为$r。",
          {{"n", join(names, "、", "、")},
           {"k", count == 3 ? "三" : "两"},
           {"b", join(budgets, "、", "、")},
           {"f", join(finals, "、", "、")},
           {"r", join(rates, "、", "和")}});
}

void shares_apart(Writer& w) {
    const ThreePublic t = w.account.three(true);
    const Amount all = t.all().now;
    if (all <= 0) return respectively(w);
    w.say(
        "$year年财政拨款“三公”经费支出$t，其中公务用车购置及运行维护费$v，公务接待费$r，因公出国（境）费$a。",
        {{"t", w.money(all)},
         {"v", w.money(t.vehicles().now)},
         {"r", w.money(t.reception().now)},
         {"a", w.money(t.abroad.now)}});
    w.say("{从结构看，公务用车购置及运行维护费占$sv，公务接待费占$sr，因公出国（境）费占$sa|"
          "公务用车购置及运行维护费、公务接待费、因公出国（境）费分别占{总额|“三公”经费支出}的$sv、$sr、$sa|"
          "公务用车购置及运行维护费占“三公”经费支出的$sv；公务接待费占“三公”经费支出的$"
          "sr；因公出国（境）费占“三公”经费支出的$sa}。",
          {{"sv", w.percent(t.vehicles().now, all)},
           {"sr", w.percent(t.reception().now, all)},
           {"sa", w.percent(t.abroad.now, all)}});
}

void pairs(Writer& w) {
    const ThreePublic t = w.account.three(true);
    const auto pair = [&](const Phases& p) { return w.bare(p.initial) + "/" + w.bare(p.now); };
    w.say("财政拨款“三公”经费预算数/决算数（$u）：公务用车 $v；公务接待 $r；因公出国（境） $a；合计 "
          "$t。{全年完成预算的$rate[，其中公务接待完成预算的$rr]。|}",
          {{"u", std::string(w.unit_word())},
           {"v", pair(t.vehicles())},
           {"r", pair(t.reception())},
           {"a", pair(t.abroad)},
           {"t", pair(t.all())},
           {"rate", w.percent(t.all().now, t.all().initial)},
           {"rr", w.percent(t.reception().now, t.reception().initial)}});
}

void base_in_another_sentence(Writer& w) {
    const Account& a = w.account;
    const Phases p = a.spent(every_fund);
    if (p.now == p.prior || p.prior <= 0) return respectively(w);
    const bool up = p.now > p.prior;
    const Words words = {{"p", w.money(p.prior)},
                         {"n", w.money(p.now)},
                         {"d", w.money(up ? p.now - p.prior : p.prior - p.now)},
                         {"g", w.growth(p.prior, p.now)}};
    w.say(up ? "$last年[度]支出合计$p。$year年[度]支出合计$n，{增支$d，增长$g|同比增长$g，增支$d|比上年增加$"
               "d，增长$g}。"
             : "$last年[度]支出合计$p。$year年[度]支出合计$n，{减支$d，下降$g|同比下降$g，减支$d|比上年减少$"
               "d，下降$g}。",
          words);
}

void one_after_the_other(Writer& w) {
    const Account& a = w.account;
    const auto one = [&](std::string_view name, const Phases& p) {
        return std::string(name) + w.money(p.now) + change(w, p.now, p.prior);
    };
    w.say("{人员经费、公用经费情况：|}$p；$o。",
          {{"p", one("人员经费", a.personnel(false))}, {"o", one("公用经费", a.operating(false))}});
}

void chain(Writer& w) {
    const Flow f = w.account.flow(every_fund);
    w.say("本年收入$i，加上年初结转和结余$o$u，{全年可用资金|可支配资金|资金来源合计}$t；减去本年支出$e$x，{"
          "年末结转和结余|结转下年}$c。",
          {{"i", w.money(f.income)},
           {"o", w.money(f.opening)},
           {"u", f.surplus != 0 ? "、使用非财政拨款结余" + w.money(f.surplus) : ""},
           {"t", w.money(f.total(), false)},
           {"e", w.money(f.spent())},
           {"x", f.distribution != 0 ? "、结余分配" + w.money(f.distribution) : ""},
           {"c", w.money(f.closing, false)}});
}

void money_within_money(Writer& w) {
    const Account& a = w.account;
    const Phases project = a.project(every_fund);
    if (a.procurement().now > project.now) return respectively(w);
    w.say("项目支出$t，其中[：]政府采购支出$p，面向中小企业采购$m{|[，]占政府采购支出的$s}。",
          {{"t", w.money(project.now)},
           {"p", w.money(a.procurement().now, false)},
           {"m", w.money(a.medium(), false)},
           {"s", w.percent(a.medium(), a.procurement().now)}});
}

void twice_in_units(Writer& w) {
    const Account& a = w.account;
    const Phases p = a.project(every_fund);
    w.say("项目支出{合计|}$t（{折合|即}$y），其中：",
          {{"t", w.money(p.now, wan, 2)}, {"y", w.money(p.now, yuan, 2)}});
    for (std::size_t i = 0; i < a.projects.size(); ++i)
        w.say("（$i）$n$a$end", {{"i", std::to_string(i + 1)},
                                 {"n", a.projects[i].name},
                                 {"a", w.maybe(3) ? w.money(a.projects[i].amount.now, yuan, 2)
                                                  : w.money(a.projects[i].amount.now, wan, 2)},
                                 {"end", i + 1 == a.projects.size() ? "。" : "；"}});
}

void two_rates_listed(Writer& w) {
    const Account& a = w.account;
    Amount half = 0;
    for (std::size_t i = 0; i < 6; ++i) half += a.months_basic[i].now + a.months_project[i].now;
    const Phases all = a.spent(every_fund);
    w.say("{年初预算|预算}$b，执行率分别为上半年$h、全年$y。", {{"b", w.money(all.initial)},
                                                                {"h", w.percent(half, all.initial)},
                                                                {"y", w.percent(all.now, all.initial)}});
}

void bound_by_words(Writer& w) {
    const ThreePublic t = w.account.three(true);
    w.say("财政拨款公务接待费{控制在|不超过}$b{以内|}，实际支出$e，{控制在预算内|未超预算}。",
          {{"b", w.money(t.reception().initial, false)}, {"e", w.money(t.reception().now)}});
}

/// The name of the body stands in the heading, and nowhere else.
void bodies_by_heading(Writer& w) {
    if (w.level == 3) return respectively(w);
    std::size_t i = 0;
    for (const Body& body : w.account.bodies) {
        ++i;
        const std::string number = numbered_below(w, i);
        w.heading(number + body.name);
        w.say("{本年|}支出合计$t，其中：基本支出$b{，占$sb|}；项目支出$p。",
              {{"t", w.money((body.basic + body.project).now)},
               {"b", w.money(body.basic.now)},
               {"sb", w.percent(body.basic.now, (body.basic + body.project).now)},
               {"p", w.money(body.project.now)}});
    }
}

void funds_by_heading(Writer& w) {
    if (w.level == 3) return respectively(w);
    const Account& a = w.account;
    std::size_t i = 0;
    for (const Fund fund : {Fund::general, Fund::government, Fund::capital}) {
        const Flow f = a.flow(only(fund));
        if (f.total() == 0) continue;
        ++i;
        const std::string number = numbered_below(w, i);
        w.heading(number + std::string(name_of(fund)) +
                  w.pick({"财政拨款收支情况", "财政拨款", "财政拨款支出情况"}));
        w.say("{本年收入$i，|}本年支出$e，其中：基本支出$b，项目支出$p[，年末结转和结余$c]。",
              {{"i", w.money(f.income, false)},
               {"e", w.money(f.spent())},
               {"b", w.money(f.basic)},
               {"p", w.money(f.project)},
               {"c", w.money(f.closing, false)}});
    }
}

void table_and_text(Writer& w) {
    const ThreePublic t = w.account.three(true);
    const bool before = w.maybe();
    const auto text = [&] {
        w.say("财政拨款“三公”经费支出$t，{完成预算的$r|占预算$b的$r}，其中公务接待费$p[，占$s]。",
              {{"t", w.money(t.all().now)},
               {"r", w.percent(t.all().now, t.all().initial)},
               {"b", w.money(t.all().initial)},
               {"p", w.money(t.reception().now, false)},
               {"s", w.percent(t.reception().now, t.all().now)}});
    };
    if (before) text();
    Block& block = w.table("{财政拨款“三公”经费支出情况表|财政拨款“三公”经费支出决算表}", "");
    const auto line = [&](std::string name, const Phases& p) {
        block.rows.push_back({{std::move(name)}, {w.bare(p.initial)}, {w.bare(p.now)}});
    };
    block.rows.push_back({{"项目"}, {"预算数"}, {"决算数"}});
    const bool last = w.maybe();
    if (!last) line("合计", t.all());
    line("因公出国（境）费", t.abroad);
    line("公务接待费", t.reception());
    line("公务用车购置及运行维护费", t.vehicles());
    if (w.maybe()) {
        line("其中：公务用车购置费", t.purchase);
        line("公务用车运行维护费", t.running);
    }
    if (last) line("合计", t.all());
    if (!before) text();
}

void reason_with_amounts(Writer& w) {
    const Account& a = w.account;
    const Phases p = a.project(every_fund);
    if (p.initial <= 0 || p.now == p.initial) return respectively_three(w);
    const bool up = p.now > p.initial;
    const Amount part = (up ? p.now - p.initial : p.initial - p.now) / 2;
    w.say(up ? "项目支出年初预算为$b，支出决算为$e，完成年初预算的$r。决算数大于年初预算数$d，{主要|}"
               "原因是年中追加{防汛|抢险|应急}资金$x。"
             : "项目支出年初预算为$b，支出决算为$e，完成年初预算的$r。决算数小于年初预算数$d，{主要|}原因是{"
               "压减|收回}{一般性支出|结余资金}$x。",
          {{"b", w.money(p.initial)},
           {"e", w.money(p.now)},
           {"r", w.percent(p.now, p.initial)},
           {"d", w.money(up ? p.now - p.initial : p.initial - p.now)},
           {"x", w.money(part, false)}});
}

void without_words(Writer& w) {
    const Account& a = w.account;
    const Both s = spent(a, every_fund);
    w.say("{$year年，|}本年支出$t。基本支出$b，占$sb，{用于|主要用于}{保障机构正常运转|人员和日常公用开支}"
          "；项目支出$p，占$sp，{用于|主要用于}{$n个专项|业务工作}。",
          {{"t", w.money(s.all.now)},
           {"b", w.money(s.basic.now)},
           {"sb", w.percent(s.basic.now, s.all.now)},
           {"p", w.money(s.project.now)},
           {"sp", w.percent(s.project.now, s.all.now)},
           {"n", std::to_string(a.projects.size())}});
}

constexpr std::array list = {
    Structure{"respectively: amounts and shares", "支出情况", respectively},
    Structure{"respectively: budgets, finals, rates", "项目预算执行情况", respectively_three},
    Structure{"shares in a sentence of their own", "“三公”经费结构情况", shares_apart},
    Structure{"pairs of budget and final", "“三公”经费预决算情况", pairs},
    Structure{"base in another sentence", "支出变动情况", base_in_another_sentence},
    Structure{"two names, each with its change", "基本支出构成情况", one_after_the_other},
    Structure{"chain of additions", "资金收支情况", chain},
    Structure{"money within money", "政府采购情况", money_within_money},
    Structure{"an amount in two units", "项目支出情况", twice_in_units},
    Structure{"two rates of one budget", "预算执行进度", two_rates_listed},
    Structure{"a bound in words", "公务接待情况", bound_by_words},
    Structure{"bodies by heading", "所属单位支出情况", bodies_by_heading, true},
    Structure{"funds by heading", "财政拨款支出情况", funds_by_heading, true},
    Structure{"a table and the text beside it", "“三公”经费情况", table_and_text},
    Structure{"a reason with an amount", "项目支出完成情况", reason_with_amounts},
    Structure{"a list without words for it", "支出情况", without_words},
};

} // namespace

std::span<const Structure> wording_structures() { return list; }

} // namespace tieout::test::adversary
