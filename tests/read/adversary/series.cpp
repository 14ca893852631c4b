// SPDX-License-Identifier: MIT
// Series of parts of the year, amounts that are more than others, what was left of the year before, and the like, with sentences
// beside them that look alike and say something else.
#include "phrases.hpp"
#include "structures.hpp"

#include <algorithm>
#include <array>

namespace tieout::test::adversary {

namespace {

void quarter_over_quarter(Writer& w) {
    const std::vector<Amount> q = split(w.random, w.account.project(every_fund).now, 4);
    if (std::any_of(q.begin(), q.end(), [](Amount one) { return one <= 0; })) return;
    const auto over = [&](std::size_t i) {
        const bool up = q[i] >= q[i - 1];
        return w.fill(
            up ? "{环比增长$g|环比增加$d，增长$g|环比上升$g}" : "{环比下降$g|环比减少$d，下降$g}",
            {{"g", w.growth(q[i - 1], q[i])}, {"d", w.money(up ? q[i] - q[i - 1] : q[i - 1] - q[i])}});
    };
    w.say("项目{支出|投入}分季度看，一季度{支出|投入}$a，二季度{支出|投入}$b，$bo[，其中设备购置$x]；三季度{"
          "支出|投入}$c，$co；"
          "四季度{支出|投入}$d[，同比增长$y]。",
          {{"a", w.money(q[0])},
           {"b", w.money(q[1])},
           {"bo", over(1)},
           {"c", w.money(q[2])},
           {"co", over(2)},
           {"d", w.money(q[3])},
           {"x", w.money(q[1] / 3, false)},
           {"y", w.percent(w.random.between(1, 90), 1000, false)}});
}

void quarters_in_order(Writer& w) {
    const Amount all = w.account.project(every_fund).now;
    const std::vector<Amount> q = split(w.random, all, 4);
    w.say("全年{，|}一、二、三、四季度分别{支出|拨付}$a、$b、$c、$d[，全年{共|合计}{支出|拨付}$t]。",
          {{"a", w.money(q[0])},
           {"b", w.money(q[1])},
           {"c", w.money(q[2])},
           {"d", w.money(q[3])},
           {"t", w.money(all)}});
}

void in_so_many_years(Writer& w) {
    const Amount all = w.account.project(every_fund).now * 3 + 3 * wan;
    const std::vector<Amount> y = split(w.random, all, 3);
    const std::string now = std::to_string(w.account.year);
    const std::string next = std::to_string(w.account.year + 1);
    w.say("{信息化|河道整治}工程总投资$t，{分三年实施，$last年投入$a，$now年投入$b，$next年投入$c|"
          "分三批下达，第一批$a，第二批$b，第三批$"
          "c|分三年实施，已投入$b|分三期建设，目前在建一期投资$a，二期投资$b}。",
          {{"t", w.money(all, false)},
           {"a", w.money(y[0], false)},
           {"b", w.money(y[1], false)},
           {"c", w.money(y[2], false)},
           {"now", now},
           {"next", next}});
}

void more_than_another(Writer& w) {
    const Account& a = w.account;
    const Amount basic = a.basic(every_fund).now;
    const Amount project = a.project(every_fund).now;
    if (basic == project) return quarters_in_order(w);
    const bool up = basic > project;
    w.say("$year年基本支出$b，项目支出$p，{基本支出比项目支出$way$d|项目支出比基本支出$other$d}["
          "，人员经费比上年$way$x]。",
          {{"b", w.money(basic)},
           {"p", w.money(project)},
           {"way", up ? "多" : "少"},
           {"other", up ? "少" : "多"},
           {"d", w.money(up ? basic - project : project - basic)},
           {"x", w.money(basic / 10, false)}});
}

void left_of_last_year(Writer& w) {
    const std::int64_t in = w.random.between(80, 900);
    const std::int64_t left = w.random.between(3, 60);
    const std::int64_t done = w.random.between(in * 7 / 10, in);
    const Words words = {{"in", w.count(in, "")},
                         {"left", w.count(left, "", false)},
                         {"done", w.count(done, "")},
                         {"all", w.percent(done, in + left)},
                         {"new", w.percent(done, in)}};
    w.say("{全年|}受理{投诉举报|来信}$in件，上年{结转|遗留}$left件，办结$done件，办结率{$all|$"
          "new（按当年受理数计算）|$new}。",
          words);
}

void purposes_behind(Writer& w) {
    const Amount all = w.account.project(every_fund).now;
    const std::vector<Amount> p = split(w.random, all, 3);
    w.say("{项目支出$t，其中[：]$a用于{设备购置|办公设备采购}，$b用于{培训|人员培训}，$c用于{差旅|现场调研}"
          "|$a用于{设备购置|系统升级}，$b用于培训，$c用于{差旅|维修}，{共计|合计}$t|项目支出$t，其中$"
          "a用于设备购置，$b用于培训等}。",
          {{"t", w.money(all)}, {"a", w.money(p[0])}, {"b", w.money(p[1])}, {"c", w.money(p[2])}});
}

void like_for_like(Writer& w) {
    const Phases p = w.account.income(every_fund);
    const Amount other = p.prior / 10 * 9;
    if (other <= 0 || p.now == other || p.now == p.prior) return more_than_another(w);
    const bool up = p.now > other;
    w.say("$year年本年收入$n，$last年{本年收入|收入}$p（按可比口径$o），{同口径|按可比口径}$way$g。",
          {{"n", w.money(p.now, false)},
           {"p", w.money(p.prior, false)},
           {"o", w.money(other, false)},
           {"way", up ? "增长" : "下降"},
           {"g", w.growth(other, p.now, false)}});
}

void shares_with_rest(Writer& w) {
    const std::int64_t a = w.random.between(200, 500);
    const std::int64_t b = w.random.between(100, 400);
    w.say("从{支出结构|经费构成}看，{工资福利支出|人员经费}占$a%，{商品和服务支出|公用经费}占$b%，{其他|其余}"
          "{支出|}占$c%[。比重较上年"
          "略有变化]。",
          {{"a", w.points(a)}, {"b", w.points(b)}, {"c", w.points(1000 - a - b)}});
}

void newly_counted(Writer& w) {
    const std::int64_t n = w.random.between(80, 900);
    const std::int64_t a = w.random.between(2, n - 2);
    w.say("{新增{企业|经营主体}$n户，其中{外资企业$a户，小微企业$x户|注册资本千万元以上$a户、科技型$x户}|"
          "新增就业$n人，其中{高校毕业生$a人|高校毕业生$"
          "a人、退役军人$x人、女性$y人}|新增停车位$n个，其中路内$a个、路外$b个}。",
          {{"n", w.count(n, "", false)},
           {"a", w.count(a, "", false)},
           {"b", w.count(n - a, "", false)},
           {"x", w.count(w.random.between(n / 2, n), "", false)},
           {"y", w.count(w.random.between(n / 2, n), "", false)}});
}

void given_and_spent(Writer& w) {
    const Amount given = w.account.project(every_fund).now;
    const Amount arrived = given / 100 * w.random.between(85, 100);
    const Amount spent = arrived / 100 * w.random.between(60, 100);
    w.say("{上级|省级财政}下达资金$t，{已支出$s，支出进度$r|到位资金$a，已支出$s，支出进度$r2|已支出$"
          "s，资金使用率$r}。",
          {{"t", w.money(given, false)},
           {"a", w.money(arrived, false)},
           {"s", w.money(spent, false)},
           {"r", w.percent(spent, given, false)},
           {"r2", w.percent(spent, arrived, false)}});
}

void mean_of_scores(Writer& w) {
    const std::int64_t a = w.random.between(600, 990);
    const std::int64_t b = w.random.between(600, 990);
    w.say("{绿化项目得分$a分，亮化项目得分$b分，平均得分$m分|绿化项目得分$a分，亮化项目得分$b分，$"
          "n个项目平均得分$x分}。",
          {{"a", w.points(a)},
           {"b", w.points(b)},
           {"m", w.points((a + b) * 5, 100)},
           {"n", std::to_string(w.random.between(4, 30))},
           {"x", w.points(w.random.between(600, 990), 10, false)}});
}

void saved_by_parts(Writer& w) {
    const Account& a = w.account;
    const Amount goods = a.goods.initial - a.goods.now;
    const Amount works = a.works.initial - a.works.now;
    const Amount services = a.services.initial - a.services.now;
    if (goods <= 0 || works <= 0 || services <= 0) return given_and_spent(w);
    w.say("政府采购预算$b，实际采购$t，节约资金$d，其中货物采购节约资金$g，工程采购节约资金$w["
          "，服务采购节约资金$s]。",
          {{"b", w.money(a.procurement().initial)},
           {"t", w.money(a.procurement().now)},
           {"d", w.money(goods + works + services)},
           {"g", w.money(goods, false)},
           {"w", w.money(works, false)},
           {"s", w.money(services, false)}});
}

void unit_in_front(Writer& w) {
    const Account& a = w.account;
    w.say("{（单位：$u）$year年支出情况：|$year年支出情况（单位：$u）：}重点项目支出$t，其中甲类$a，乙类$b["
          "，涉及$n个单位]。",
          {{"u", std::string(w.unit_word())},
           {"t", w.bare(a.projects[0].amount.now + a.projects[1].amount.now, false)},
           {"a", w.bare(a.projects[0].amount.now, false)},
           {"b", w.bare(a.projects[1].amount.now, false)},
           {"n", w.count(w.random.between(3, 40), "", false)}});
}

void named_remark(Writer& w) {
    const ThreePublic three = w.account.three(true);
    const Phases all = three.all();
    const bool less = all.now < all.initial;
    w.say("“三公”经费财政拨款支出年初预算为$b，支出决算为$e，其中：公务接待费支出决算为$"
          "r，公务用车购置及运行维护费支出决算为$v，因公出国（境）费支出决算为$a"
          "。$year年度“三公”经费支出决算数$way预算数[的主要原因是{厉行节约|任务调整}]。",
          {{"b", w.money(all.initial)},
           {"e", w.money(all.now)},
           {"r", w.money(three.reception().now)},
           {"v", w.money(three.vehicles().now)},
           {"a", w.money(three.abroad.now)},
           {"way", all.now == all.initial ? "等于"
                   : less                 ? "小于"
                                          : "大于"}});
}

constexpr std::array list = {
    Structure{"a unit in front", "支出情况", unit_in_front},
    Structure{"a remark that names what it is of", "三公经费情况", named_remark},
    Structure{"quarter over quarter", "{分季度情况|支出进度}", quarter_over_quarter},
    Structure{"quarters in one order", "支出进度", quarters_in_order},
    Structure{"in so many years", "重大项目", in_so_many_years},
    Structure{"more than another", "支出结构", more_than_another},
    Structure{"left of last year", "办理情况", left_of_last_year},
    Structure{"purposes behind amounts", "资金使用情况", purposes_behind},
    Structure{"like for like", "收入情况", like_for_like},
    Structure{"shares with the rest", "支出结构", shares_with_rest},
    Structure{"newly counted", "社会效益", newly_counted},
    Structure{"given and spent", "资金到位和使用情况", given_and_spent},
    Structure{"mean of scores", "评价结果", mean_of_scores},
    Structure{"saved by parts", "政府采购节支情况", saved_by_parts},
};

} // namespace

std::span<const Structure> series_structures() { return list; }

} // namespace tieout::test::adversary
