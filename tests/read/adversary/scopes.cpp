// SPDX-License-Identifier: MIT
// The same things of several bodies, periods and years beside each other.
#include "phrases.hpp"
#include "structures.hpp"

#include <array>

namespace tieout::test::adversary {

namespace {

struct Span {
    Phases basic{}, project{};
    [[nodiscard]] Phases all() const { return basic + project; }
};

Span months(const Account& a, std::size_t from, std::size_t to) {
    Span span;
    for (std::size_t i = from; i < to; ++i) {
        span.basic += a.months_basic[i];
        span.project += a.months_project[i];
    }
    return span;
}

void bodies_in_turn(Writer& w) {
    const bool numbered = w.maybe(3);
    std::size_t i = 0;
    for (const Body& body : w.account.bodies) {
        ++i;
        const std::string name = numbered ? "（" + std::to_string(i) + "）" + body.name + "。" : body.name;
        w.say("$n{总支出|支出合计|全年支出}$t，其中：基本支出$b，项目支出$p。",
              {{"n", name},
               {"t", w.money((body.basic + body.project).now)},
               {"b", w.money(body.basic.now)},
               {"p", w.money(body.project.now)}});
    }
}

void whole_then_bodies(Writer& w) {
    const Account& a = w.account;
    std::vector<Part> list;
    for (const Body& body : a.bodies) list.push_back({body.name, (body.basic + body.project).now});
    const Phases all = a.spent(every_fund);
    w.say("{本部门|全系统}$year年支出{决算|合计}$t[，其中：基本支出$b，项目支出$p]。其中：$list。",
          {{"t", w.money(all.now)},
           {"b", w.money(a.basic(every_fund).now)},
           {"p", w.money(a.project(every_fund).now)},
           {"list", parts(w, list, all.now, w.maybe(3))}});
    for (const Body& body : a.bodies)
        w.say("$n{基本支出$b，项目支出$p|的支出中，基本支出$b、项目支出$p}。",
              {{"n", body.name}, {"b", w.money(body.basic.now)}, {"p", w.money(body.project.now)}});
}

void three_public_of_bodies(Writer& w) {
    for (const Body& body : w.account.bodies)
        w.say("$n“三公”经费支出$t，其中：公务接待费$r，公务用车运行维护费$v。",
              {{"n", body.name},
               {"t", w.money((body.reception + body.vehicles).now)},
               {"r", w.money(body.reception.now)},
               {"v", w.money(body.vehicles.now)}});
}

void half_and_whole_year(Writer& w) {
    const Account& a = w.account;
    const Span half = months(a, 0, 6);
    const Span rest = months(a, 6, 12);
    const Phases all = a.spent(every_fund);
    w.say("{上半年|1-6月|$year年上半年}支出$h，其中：基本支出$hb，项目支出$hp。"
          "{全年支出$t，其中：基本支出$b，项目支出$p|下半年支出$r，全年支出$t|7-12月支出$r，全年支出$t}。",
          {{"h", w.money(half.all().now)},
           {"hb", w.money(half.basic.now)},
           {"hp", w.money(half.project.now)},
           {"r", w.money(rest.all().now)},
           {"t", w.money(all.now)},
           {"b", w.money(a.basic(every_fund).now)},
           {"p", w.money(a.project(every_fund).now)}});
}

void within_the_year(Writer& w) {
    const Account& a = w.account;
    const Span part = months(a, 0, 5);
    const Phases p = part.all();
    const Phases all = a.spent(every_fund);
    if (p.prior <= 0 || p.now == p.prior || all.initial <= 0) return half_and_whole_year(w);
    const bool up = p.now > p.prior;
    w.say(up ? "{1-5月|1—5月|截至5月底}，$body支出$t，{占年初预算$i的$r，|}{同比增长$g，增支$d|"
               "比上年同期增加$d，增长$g}。"
             : "{1-5月|1—5月|截至5月底}，$body支出$t，{占年初预算$i的$r，|}{同比下降$g，减支$d|"
               "比上年同期减少$d，下降$g}。",
          {{"t", w.money(p.now)},
           {"i", w.money(all.initial)},
           {"r", w.percent(p.now, all.initial)},
           {"d", w.money(up ? p.now - p.prior : p.prior - p.now)},
           {"g", w.growth(p.prior, p.now)}});
}

void quarters(Writer& w) {
    const Account& a = w.account;
    std::array<Amount, 4> q{};
    for (std::size_t i = 0; i < 4; ++i) q[i] = months(a, 3 * i, 3 * i + 3).all().now;
    if (q[0] <= 0 || q[1] <= 0 || q[0] == q[1] || q[1] == q[2]) return half_and_whole_year(w);
    const auto step = [&](Amount from, Amount to) {
        return w.fill(to > from ? "{环比|比上季度}增长$g" : "{环比|比上季度}下降$g",
                      {{"g", w.growth(from, to)}});
    };
    w.say("一季度支出$a，二季度支出$b，$s；三季度支出$c，$r[；四季度支出$d][。{一至四季度累计|全年累计}支出$"
          "t]。",
          {{"a", w.money(q[0])},
           {"b", w.money(q[1])},
           {"s", step(q[0], q[1])},
           {"c", w.money(q[2])},
           {"r", step(q[1], q[2])},
           {"d", w.money(q[3])},
           {"t", w.money(q[0] + q[1] + q[2] + q[3])}});
}

void progress(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.spent(every_fund);
    if (all.initial <= 0) return half_and_whole_year(w);
    const auto until = [&](std::size_t month) { return months(a, 0, month).all().now; };
    w.say("截至6月底支出$a，占{年初预算|预算}$i的$ra；截至9月底支出$b，占预算的$rb；截至12月底支出$"
          "c，占预算的$rc。",
          {{"i", w.money(all.initial)},
           {"a", w.money(until(6))},
           {"ra", w.percent(until(6), all.initial)},
           {"b", w.money(until(9))},
           {"rb", w.percent(until(9), all.initial)},
           {"c", w.money(until(12))},
           {"rc", w.percent(until(12), all.initial)}});
}

std::vector<Amount> years_of(const Account& a, bool income) {
    const auto& older = income ? a.older_income : a.older_spent;
    std::vector<Amount> all(older.begin(), older.end());
    const Phases p = income ? a.income(every_fund) : a.spent(every_fund);
    all.push_back(p.prior);
    all.push_back(p.now);
    return all;
}

/// 2020年支出…，2021年支出…，增长…
void series(Writer& w) {
    const Account& a = w.account;
    const std::vector<Amount> spent = years_of(a, false);
    const std::size_t from = static_cast<std::size_t>(w.random.between(0, 2));
    const bool amounts = w.maybe(3);
    std::string text;
    for (std::size_t i = from; i < spent.size(); ++i) {
        const std::string year = std::to_string(a.year - static_cast<int>(spent.size() - 1 - i));
        text += (i > from ? "，" : "") + year + "年{度|}支出" + w.money(spent[i]);
        if (i == from || spent[i - 1] <= 0 || spent[i] == spent[i - 1]) continue;
        const bool up = spent[i] > spent[i - 1];
        const Words words = {{"d", w.money(up ? spent[i] - spent[i - 1] : spent[i - 1] - spent[i])},
                             {"g", w.growth(spent[i - 1], spent[i])}};
        text += amounts ? w.fill(up ? "，较上年增加$d" : "，较上年减少$d", words)
                        : w.fill(up ? "，增长$g" : "，下降$g", words);
    }
    w.say(text + "。");
}

void series_of_two(Writer& w) {
    const Account& a = w.account;
    const std::vector<Amount> spent = years_of(a, false);
    const std::vector<Amount> income = years_of(a, true);
    for (std::size_t i = 2; i < spent.size(); ++i) {
        const std::string year = std::to_string(a.year - static_cast<int>(spent.size() - 1 - i));
        const auto one = [&](std::string_view name, Amount now, Amount before) {
            std::string text = std::string(name) + w.money(now);
            if (before > 0 && now != before && i > 2)
                text += w.fill(now > before ? "，增长$g" : "，下降$g", {{"g", w.growth(before, now)}});
            return text;
        };
        w.say("$y年[度]，$in；$out。", {{"y", year},
                                        {"in", one("本年收入", income[i], income[i - 1])},
                                        {"out", one("本年支出", spent[i], spent[i - 1])}});
    }
}

void against_earlier_years(Writer& w) {
    const Account& a = w.account;
    const std::vector<Amount> spent = years_of(a, false);
    const Amount now = spent.back();
    std::string text;
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
        if (spent[i] <= 0 || spent[i] == now || (i < 3 && w.maybe(3))) continue;
        const Words words = {{"y", std::to_string(a.year - static_cast<int>(spent.size() - 1 - i))},
                             {"f", w.money(spent[i])},
                             {"g", w.growth(spent[i], now)}};
        text +=
            w.fill(now > spent[i] ? "，{较|比}$y年{的|}$f{增长|增加}$g" : "，{较|比}$y年{的|}$f{下降|减少}$g",
                   words);
    }
    w.say("$year年{总支出|支出}$t$more。", {{"t", w.money(now)}, {"more", text}});
}

void years_respectively(Writer& w) {
    const Account& a = w.account;
    const std::vector<Amount> spent = years_of(a, false);
    const auto year = [&](std::size_t i) {
        return std::to_string(a.year - static_cast<int>(spent.size() - 1 - i));
    };
    if (spent[2] <= 0 || spent[3] <= 0 || spent[2] >= spent[3] || spent[3] >= spent[4]) {
        w.say("$a年、$b年、$c年支出{分别|依次}为$x、$y、$z[，三年{合计|累计}$t]。",
              {{"a", year(2)},
               {"b", year(3)},
               {"c", year(4)},
               {"x", w.money(spent[2])},
               {"y", w.money(spent[3])},
               {"z", w.money(spent[4])},
               {"t", w.money(spent[2] + spent[3] + spent[4])}});
        return;
    }
    w.say("$a年、$b年、$c年支出分别为$x、$y、$z，后两年分别增长$g、$h。",
          {{"a", year(2)},
           {"b", year(3)},
           {"c", year(4)},
           {"x", w.money(spent[2])},
           {"y", w.money(spent[3])},
           {"z", w.money(spent[4])},
           {"g", w.growth(spent[2], spent[3])},
           {"h", w.growth(spent[3], spent[4])}});
}

void last_year_first(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    w.say("{上年|$last年}支出合计$t，其中：基本支出$b，项目支出$p。",
          {{"t", w.money((basic + project).prior)},
           {"b", w.money(basic.prior)},
           {"p", w.money(project.prior)}});
    w.say("{本年|$year年}支出合计$t，其中：基本支出$b，项目支出$p。",
          {{"t", w.money((basic + project).now)}, {"b", w.money(basic.now)}, {"p", w.money(project.now)}});
}

void cross_growth(Writer& w) {
    const Account& a = w.account;
    const Phases in = a.income(every_fund);
    const Phases out = a.spent(every_fund);
    if (in.prior <= 0 || out.prior <= 0 || in.now == in.prior || out.now == out.prior)
        return last_year_first(w);
    w.say("本年收入$i，本年支出$e；上年收入$pi，上年支出$pe。收入$wi$gi，支出$we$ge。",
          {{"i", w.money(in.now)},
           {"e", w.money(out.now)},
           {"pi", w.money(in.prior)},
           {"pe", w.money(out.prior)},
           {"wi", in.now > in.prior ? "增长" : "下降"},
           {"gi", w.growth(in.prior, in.now)},
           {"we", out.now > out.prior ? "增长" : "下降"},
           {"ge", w.growth(out.prior, out.now)}});
}

void next_year(Writer& w) {
    const Account& a = w.account;
    w.say("$year年支出合计$t，其中：基本支出$b，项目支出$p。{下一年度|明年|下年}{计划|拟}安排基本支出$"
          "nb，项目支出$np。",
          {{"t", w.money(a.spent(every_fund).now)},
           {"b", w.money(a.basic(every_fund).now)},
           {"p", w.money(a.project(every_fund).now)},
           {"nb", w.money(a.basic(every_fund).now / 10 * 11, false)},
           {"np", w.money(a.project(every_fund).now / 10 * 9, false)}});
}

constexpr std::array list = {
    Structure{"bodies one after the other", "所属单位支出情况", bodies_in_turn},
    Structure{"the whole, then its bodies", "部门及所属单位支出情况", whole_then_bodies},
    Structure{"three public expenses of bodies", "所属单位“三公”经费情况", three_public_of_bodies},
    Structure{"half and whole year", "支出进度", half_and_whole_year},
    Structure{"within the year", "年内支出情况", within_the_year},
    Structure{"quarters", "分季度支出情况", quarters},
    Structure{"progress towards the budget", "支出进度", progress},
    Structure{"series of years", "近年支出情况", series},
    Structure{"series of income and expenditure", "近三年收支情况", series_of_two},
    Structure{"against several years", "支出对比情况", against_earlier_years},
    Structure{"years respectively", "近三年支出情况", years_respectively},
    Structure{"last year's list, then this year's", "两年支出情况", last_year_first},
    Structure{"growth of two, said after both", "收支增减情况", cross_growth},
    Structure{"plans for next year", "支出及下年安排情况", next_year},
};

} // namespace

std::span<const Structure> scope_structures() { return list; }

} // namespace tieout::test::adversary
