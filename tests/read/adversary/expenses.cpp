// SPDX-License-Identifier: MIT
// The three public expenses, vehicles and receptions, operating cost, and economic classes.
#include "phrases.hpp"
#include "structures.hpp"

#include <algorithm>
#include <array>

namespace tieout::test::adversary {

namespace {

std::string three_name(Writer& w, bool fiscal_only) {
    return fiscal_only ? w.pick({"“三公”经费财政拨款支出", "财政拨款“三公”经费支出", "财政拨款三公经费支出"})
                       : w.pick({"“三公”经费支出", "三公经费支出", "“三公”经费"});
}

void three_completed(Writer& w) {
    const ThreePublic t = w.account.three(true);
    const Phases all = t.all();
    w.say("$year年度“三公”经费财政拨款支出{年初|}预算为$b，支出决算为$e，完成{年初|}预算的$r$"
          "c。其中：因公出国（境）费支出决算为$a$ca；"
          "公务用车购置及运行{维护|}费支出决算为$v，占$sv$cv；公务接待费支出决算为$p，占$sp$cp。",
          {{"b", w.money(all.initial)},
           {"e", w.money(all.now)},
           {"r", w.percent(all.now, all.initial)},
           {"c", w.maybe() ? change(w, all.now, all.prior) : ""},
           {"a", w.money(t.abroad.now)},
           {"ca", w.maybe() ? change(w, t.abroad.now, t.abroad.prior) : ""},
           {"v", w.money(t.vehicles().now)},
           {"sv", w.percent(t.vehicles().now, all.now)},
           {"cv", w.maybe() ? change(w, t.vehicles().now, t.vehicles().prior) : ""},
           {"p", w.money(t.reception().now)},
           {"sp", w.percent(t.reception().now, all.now)},
           {"cp", w.maybe() ? change(w, t.reception().now, t.reception().prior) : ""}});
}

void three_listed(Writer& w) {
    const bool fiscal_only = w.maybe();
    const ThreePublic t = w.account.three(fiscal_only);
    std::vector<Part> list;
    list.push_back({"公务接待费", t.reception().now});
    if (w.maybe()) {
        list.push_back({"公务用车购置费", t.purchase.now});
        list.push_back({"公务用车运行维护费", t.running.now});
    } else {
        list.push_back({"公务用车购置及运行维护费", t.vehicles().now});
    }
    list.insert(w.maybe() ? list.begin() : list.end(), {"因公出国（境）费", t.abroad.now});
    list = without_zeros(w, std::move(list));
    w.say("{$year年度|全年|}$n{共|为|}$t{，其中：|。其中，|，具体为：|，包括|：}$list。",
          {{"n", three_name(w, fiscal_only)},
           {"t", w.money(t.all().now)},
           {"list", parts(w, list, t.all().now, w.maybe(3))}});
}

void three_twice(Writer& w) {
    for (const bool fiscal_only : {false, true}) {
        const ThreePublic t = w.account.three(fiscal_only);
        w.say("$n支出$t，其中公务接待费$p，公务用车{购置及运行费|购置及运行维护费}$v，因公出国（境）费$a。",
              {{"n", fiscal_only ? "财政拨款“三公”经费" : "“三公”经费"},
               {"t", w.money(t.all().now)},
               {"p", w.money(t.reception().now)},
               {"v", w.money(t.vehicles().now)},
               {"a", w.money(t.abroad.now)}});
    }
}

/// Parts that change, without their own amounts.
void three_changes(Writer& w) {
    const ThreePublic t = w.account.three(true);
    const Phases all = t.all();
    if (all.now == all.prior) return three_listed(w);
    const auto moved = [&](std::string_view name, const Phases& p) {
        const Words words = {{"n", std::string(name)},
                             {"d", w.money(p.now > p.prior ? p.now - p.prior : p.prior - p.now)},
                             {"g", p.prior > 0 ? w.growth(p.prior, p.now, false) : ""}};
        const bool rate = p.prior > 0 && w.maybe();
        return p.now == p.prior ? w.fill("$n{与上年持平|持平|无变化}", words)
               : p.now > p.prior ? w.fill(rate ? "$n{比上年|}增加$d，增长$g" : "$n{比上年|}增加$d", words)
                                 : w.fill(rate ? "$n{比上年|}减少$d，下降$g" : "$n{比上年|}减少$d", words);
    };
    w.say(
        "$n$t，{比|较}上年$way$d[，$gr]，其中：$a；$v；$p。",
        {{"n", three_name(w, true)},
         {"t", w.money(all.now)},
         {"way", all.now > all.prior ? "增加" : "减少"},
         {"d", w.money(all.now > all.prior ? all.now - all.prior : all.prior - all.now)},
         {"gr", all.prior > 0 ? (all.now > all.prior ? "增长" : "下降") + w.growth(all.prior, all.now) : ""},
         {"a", moved("因公出国（境）费", t.abroad)},
         {"v", moved("公务用车购置及运行维护费", t.vehicles())},
         {"p", moved("公务接待费", t.reception())}});
}

void three_two_bases(Writer& w) {
    const ThreePublic t = w.account.three(true);
    const auto against = [&](const Phases& p) {
        std::string text;
        const auto one = [&](std::string_view base, Amount from) {
            if (p.now == from) return text += w.fill("，与$b持平", {{"b", std::string(base)}});
            const Words words = {{"b", std::string(base)},
                                 {"f", w.money(from)},
                                 {"d", w.money(p.now > from ? p.now - from : from - p.now)},
                                 {"g", from > 0 ? w.growth(from, p.now) : ""}};
            const bool rate = from > 0 && w.maybe();
            const bool amount = w.maybe();
            return text +=
                   w.fill(p.now > from ? (rate ? amount ? "，较$b$f增加$d，增长$g" : "，较$b增加$d，增长$g"
                                               : "，较$b增加$d")
                                       : (rate ? amount ? "，较$b$f减少$d，下降$g" : "，较$b减少$d，下降$g"
                                               : "，较$b减少$d"),
                          words);
        };
        one("年初预算", p.initial);
        one("上年", p.prior);
        return text;
    };
    w.say("$year年财政拨款三公经费支出$t$ct。其中公务接待费$p$cp；公务用车购置及运行维护费$v$cv。",
          {{"t", w.money(t.all().now)},
           {"ct", against(t.all())},
           {"p", w.money(t.reception().now)},
           {"cp", against(t.reception())},
           {"v", w.money(t.vehicles().now)},
           {"cv", against(t.vehicles())}});
}

void receptions(Writer& w) {
    const Account& a = w.account;
    const ThreePublic t = a.three(true);
    const std::int64_t batches = a.domestic_batches + a.foreign_batches;
    const std::int64_t persons = a.domestic_persons + a.foreign_persons;
    if (t.foreign.now > 0)
        w.say("{财政拨款|}公务接待费$t，{其中：|}国内{公务|}接待费$d，{外事接待费|国（境）外接待费}$"
              "f。全年共接待$b、$p，"
              "其中国内接待$db、$dp，外事接待$fb、$fp。",
              {{"t", w.money(t.reception().now)},
               {"d", w.money(t.domestic.now)},
               {"f", w.money(t.foreign.now)},
               {"b", w.count(batches, "批次")},
               {"p", w.count(persons, "人次")},
               {"db", w.count(a.domestic_batches, "批次")},
               {"dp", w.count(a.domestic_persons, "人次")},
               {"fb", w.count(a.foreign_batches, "批次")},
               {"fp", w.count(a.foreign_persons, "人次")}});
    else
        w.say("{财政拨款|}公务接待费$t，全年国内公务接待$b（其中外事接待0批次）、$p（其中外事接待0人次）["
              "，人均$each元]。",
              {{"t", w.money(t.reception().now)},
               {"b", w.count(batches, "批次")},
               {"p", w.count(persons, "人次")},
               {"each", w.quotient(t.reception().now, persons * yuan, 2)}});
}

void vehicles(Writer& w) {
    const Account& a = w.account;
    const ThreePublic t = a.three(true);
    const std::int64_t all = a.vehicles[0] + a.vehicles[1] + a.vehicles[2] + a.vehicles[3];
    static constexpr std::array<std::string_view, 4> kinds = {"应急保障用车", "机要通信用车", "执法执勤用车",
                                                              "特种专业技术用车"};
    std::vector<std::string> said;
    for (std::size_t i = 0; i < 4; ++i)
        if (a.vehicles[i] > 0 || w.maybe(3))
            said.push_back(std::string(kinds[i]) + w.count(a.vehicles[i], "辆"));
    w.say("公务用车购置及运行维护费$v，其中：公务用车购置费$b，{更新购置|购置}公务用车$n；公务用车运行维护费$"
          "r[，平均每辆$each万元]。"
          "{年末|截至12月31日，}公务用车保有量$all，其中：$list。",
          {{"v", w.money(t.vehicles().now)},
           {"b", w.money(t.purchase.now)},
           {"n", w.count(a.bought_vehicles, "辆")},
           {"r", w.money(t.running.now)},
           {"each", w.quotient(t.running.now, all * wan, 2)},
           {"all", w.count(all, "辆")},
           {"list", join(said, "、", "、")}});
}

void operating_cost(Writer& w) {
    const Phases p = w.account.operating(true);
    w.say("{$year年度|}机关运行经费{支出|}$a$c$why。",
          {{"a", w.money(p.now)},
           {"c", change(w, p.now, p.prior)},
           {"why", p.now == p.prior || w.maybe() ? "" : reason(w, p.now > p.prior)}});
}

/// The change of the whole, and changes of some lines as reasons of it.
void change_and_its_reasons(Writer& w) {
    const Account& a = w.account;
    const Phases p = a.operating(true);
    if (p.now == p.prior || p.prior <= 0) return operating_cost(w);
    std::vector<std::string> said;
    for (const Economic& line : a.economic) {
        const Phases& g = line.general;
        if (line.personnel() || g.now == g.prior || g.prior <= 0 || said.size() >= 3 || w.maybe(3)) continue;
        const bool up = g.now > g.prior;
        said.push_back(w.fill(up ? "$n{比上年|}增加$d[，增长$r]" : "$n{比上年|}减少$d[，下降$r]",
                              {{"n", std::string(line.name)},
                               {"d", w.money(up ? g.now - g.prior : g.prior - g.now, false)},
                               {"r", w.growth(g.prior, g.now, false)}}));
    }
    if (said.empty()) return operating_cost(w);
    w.say(p.now > p.prior ? "机关运行经费$t，比上年增加$d[，增长$g]，{主要是|主要原因是|其中}$list{等|}。"
                          : "机关运行经费$t，比上年减少$d[，下降$g]，{主要是|主要原因是|其中}$list{等|}。",
          {{"t", w.money(p.now)},
           {"d", w.money(p.now > p.prior ? p.now - p.prior : p.prior - p.now)},
           {"g", w.growth(p.prior, p.now)},
           {"list", join(said, "，", "，")}});
}

void economic_sections(Writer& w) {
    const Account& a = w.account;
    std::vector<Part> list;
    for (const auto& [code, name] : {std::pair{"301", "工资福利支出"}, std::pair{"302", "商品和服务支出"},
                                     std::pair{"303", "对个人和家庭的补助"}, std::pair{"310", "资本性支出"}})
        list.push_back({name, a.section(code, false).now});
    const Amount basic = a.basic(every_fund).now;
    w.say("[$year年]基本支出$t，{按经济分类|按支出经济分类科目}{划分|}[，其中]：$list。",
          {{"t", w.money(basic)}, {"list", parts(w, without_zeros(w, list), basic, w.maybe())}});
}

/// Some of the lines, in words that leave the list open.
void open_list(Writer& w) {
    const Account& a = w.account;
    std::vector<std::string> said;
    const bool people = w.maybe();
    for (const Economic& line : a.economic)
        if (line.personnel() == people && line.all().now > 0 && said.size() < 4 && !w.maybe(3))
            said.push_back(std::string(line.name) + w.money(line.all().now, false));
    if (said.size() < 2) return economic_sections(w);
    const Phases whole = people ? a.personnel(false) : a.operating(false);
    w.say("$n$t，{包括$list等|主要包括$list|主要是$list等|主要用于$list|包括$list及其他支出|其中$list|含$"
          "list等项|重点用于$list等方面|"
          "其中主要{有|是}$list}。",
          {{"n", people ? "人员经费" : "公用经费"},
           {"t", w.money(whole.now)},
           {"list", join(said, w.pick({"、", "，"}), w.pick({"、", "和", "，"}))}});
}

void training_and_meetings(Writer& w) {
    const Account& a = w.account;
    Phases meeting;
    Phases training;
    for (const Economic& line : a.economic) {
        if (line.code == "30215") meeting = line.all();
        if (line.code == "30216") training = line.all();
    }
    if (meeting.now <= 0 || training.now <= 0) return open_list(w);
    const std::int64_t people = w.random.between(60, 900);
    w.say("会议费{支出|}$m，召开会议$n，参会$k；培训费{支出|}$t，{举办|开展}培训$c，参训$p[，人均$each元]。["
          "两项{合计|共计}{支出|}$both。]",
          {{"m", w.money(meeting.now)},
           {"n", w.count(w.random.between(2, 40), "次", false)},
           {"k", w.count(w.random.between(50, 2000), "人次", false)},
           {"t", w.money(training.now)},
           {"c", w.count(w.random.between(2, 20), "期", false)},
           {"p", w.count(people, "人次")},
           {"each", w.quotient(training.now, people * yuan, 2)},
           {"both", w.money(meeting.now + training.now)}});
}

constexpr std::array list = {
    Structure{"three public: completion, shares, changes", "一般公共预算财政拨款“三公”经费支出决算情况[说明]",
              three_completed},
    Structure{"three public: listed", "“三公”经费支出情况", three_listed},
    Structure{"three public: all and granted", "“三公”经费支出情况", three_twice},
    Structure{"three public: parts change without amounts", "“三公”经费增减变化情况", three_changes},
    Structure{"three public: against budget and last year", "“三公”经费对比情况", three_two_bases},
    Structure{"receptions", "{公务接待费支出情况|公务接待情况}", receptions},
    Structure{"vehicles", "{公务用车费用支出情况|公务用车情况}", vehicles},
    Structure{"operating cost", "机关运行经费支出情况", operating_cost},
    Structure{"a change and its reasons", "机关运行经费{支出情况|增减变化说明}", change_and_its_reasons},
    Structure{"economic classes", "基本支出情况", economic_sections},
    Structure{"open list", "{主要支出情况|经费使用情况}", open_list},
    Structure{"meetings and training", "会议培训情况", training_and_meetings},
};

} // namespace

std::span<const Structure> expense_structures() { return list; }

} // namespace tieout::test::adversary
