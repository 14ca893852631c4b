// SPDX-License-Identifier: MIT
// Procurement, assets, staff, projects and the evaluation.
#include "phrases.hpp"
#include "structures.hpp"

#include <algorithm>
#include <array>

namespace tieout::test::adversary {

namespace {

void procurement(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.procurement();
    std::vector<Part> kinds{{"政府采购货物支出", a.goods.now},
                            {"政府采购工程支出", a.works.now},
                            {"政府采购服务支出", a.services.now}};
    w.say("$year年度政府采购支出{总额|}$t，其中：$list。授予中小企业合同金额$m，占政府采购支出总额的$"
          "sm，其中：授予小微企业合同金额$s，"
          "{占政府采购支出总额的$st|占授予中小企业合同金额的$ss}["
          "；货物采购授予中小企业合同金额占货物支出金额的$rg，"
          "服务采购授予中小企业合同金额占服务支出金额的$rs]。",
          {{"t", w.money(all.now)},
           {"list", parts(w, kinds, all.now, false)},
           {"m", w.money(a.medium())},
           {"sm", w.percent(a.medium(), all.now)},
           {"s", w.money(a.small)},
           {"st", w.percent(a.small, all.now)},
           {"ss", w.percent(a.small, a.medium())},
           {"rg", w.percent(a.medium_goods, a.goods.now, false)},
           {"rs", w.percent(a.medium_services, a.services.now, false)}});
}

void procurement_all_small(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.procurement();
    w.say("政府采购支出$t，{其中|包括}货物$g、工程$o、服务$s，{占|分别占}$sg、$so、$ss，合计占100%。",
          {{"t", w.money(all.now)},
           {"g", w.money(a.goods.now)},
           {"o", w.money(a.works.now)},
           {"s", w.money(a.services.now)},
           {"sg", w.percent(a.goods.now, all.now)},
           {"so", w.percent(a.works.now, all.now)},
           {"ss", w.percent(a.services.now, all.now)}});
}

void procurement_saved(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.procurement();
    const Amount saved = all.initial - all.now;
    if (saved <= 0) return procurement(w);
    w.say("政府采购预算$b（货物$bg，工程$bo，服务$bs），实际采购$t，节约资金$d[，节约率$r]{|"
          "，其中货物采购节约$dg|，近三年累计节约$many}。",
          {{"b", w.money(all.initial)},
           {"bg", w.money(a.goods.initial)},
           {"bo", w.money(a.works.initial)},
           {"bs", w.money(a.services.initial)},
           {"t", w.money(all.now)},
           {"d", w.money(saved)},
           {"r", w.percent(saved, all.initial)},
           {"dg", w.money(a.goods.initial - a.goods.now)},
           {"many", w.money(saved * 3 + wan, false)}});
}

/// Money saved that is not the budget less what was spent.
void saved_by_other_means(Writer& w) {
    const Account& a = w.account;
    const Phases p = a.projects.front().amount;
    if (p.initial <= p.now) return procurement_saved(w);
    w.say("{$n年初预算|$n预算}$b，{实际支出|支出}$e，{通过集中采购节约资金|通过压减规模节约|其中压缩差旅节约}"
          "$s[，剩余资金结转下年]。",
          {{"n", a.projects.front().name},
           {"b", w.money(p.initial)},
           {"e", w.money(p.now)},
           {"s", w.money((p.initial - p.now) / 3, false)}});
}

void assets(Writer& w) {
    const Account& a = w.account;
    const Amount now = a.assets();
    const Amount before = a.opening_assets();
    if (now == before) return procurement(w);
    const bool up = now > before;
    w.say("截至$year年12月31日，资产总额$t，$ch；其中流动资产$c，占$sc；固定资产净值$f[（原值$g，累计折旧$"
          "d）]，占$sf；无形资产净值$i，占$si。",
          {{"t", w.money(now)},
           {"ch", w.fill(up ? "较年初增加$d，增长$g" : "较年初减少$d，下降$g",
                         {{"d", w.money(up ? now - before : before - now)}, {"g", w.growth(before, now)}})},
           {"c", w.money(a.current)},
           {"sc", w.percent(a.current, now)},
           {"f", w.money(a.gross - a.worn)},
           {"g", w.money(a.gross)},
           {"d", w.money(a.worn)},
           {"sf", w.percent(a.gross - a.worn, now)},
           {"i", w.money(a.intangible)},
           {"si", w.percent(a.intangible, now)}});
}

void fixed_assets(Writer& w) {
    const Account& a = w.account;
    w.say("固定资产年初[账面]原值$o，本年{新增|增加}$b，{处置|减少}$s，年末[账面]原值$c；累计折旧$"
          "d，年末净值$n。"
          "[负债总额$l，净资产$e，资产负债率$r。]",
          {{"o", w.money(a.opening_gross)},
           {"b", w.money(a.bought)},
           {"s", w.money(a.disposed)},
           {"c", w.money(a.gross)},
           {"d", w.money(a.worn)},
           {"n", w.money(a.gross - a.worn)},
           {"l", w.money(a.liabilities, false)},
           {"e", w.money(a.assets() - a.liabilities, false)},
           {"r", w.percent(a.liabilities, a.assets(), false)}});
}

void staff(Writer& w) {
    const Account& a = w.account;
    w.say("{$body|我局|本单位}核定编制$p名，其中行政编制$pa名、事业编制$pb名；{年末|}实有在职人员$s人，其中{"
          "行政人员|行政}$sa人、{事业人员|事业}$sb人；"
          "{离退休人员$o人[，其中离休$v人，退休$r人]|退休人员$r人}。",
          {{"p", w.count(a.posts(), "")},
           {"pa", w.count(a.posts_admin, "")},
           {"pb", w.count(a.posts_other, "")},
           {"s", w.count(a.staff(), "")},
           {"sa", w.count(a.staff_admin, "")},
           {"sb", w.count(a.staff_other, "")},
           {"o", w.count(a.retired + a.veterans, "")},
           {"v", w.count(a.veterans, "")},
           {"r", w.count(a.retired, "")}});
}

void staff_overlapping(Writer& w) {
    const Account& a = w.account;
    w.say("{全局|本单位}{现有|实有}在职{职工|人员}$s人，其中[：]党员$p人，女性$f人，{大专|本科}以上学历$g人["
          "，占$sg]。",
          {{"s", w.count(a.staff(), "")},
           {"p", w.count(a.party, "", false)},
           {"f", w.count(a.women, "", false)},
           {"g", w.count(a.graduates, "")},
           {"sg", w.percent(a.graduates, a.staff())}});
}

void per_head(Writer& w) {
    const Account& a = w.account;
    const Phases running = a.operating(false);
    w.say("公用经费$o，在职人员$s人，人均公用经费$e{万元|}。",
          {{"o", w.money(running.now)},
           {"s", w.count(a.staff(), "")},
           {"e", w.quotient(running.now, a.staff() * wan, 2)}});
}

void projects_listed(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.project(every_fund);
    std::vector<std::string> said;
    const bool complete = w.maybe();
    for (const Project& project : a.projects)
        if (complete || said.size() < 3) said.push_back(project.name + w.money(project.amount.now, complete));
    const std::string text = join(said, w.pick({"、", "，"}), w.pick({"、", "，", "和"}));
    if (complete && said.size() == a.projects.size())
        w.say("项目支出$t，{分别为|包括|其中：}$list。", {{"t", w.money(all.now)}, {"list", text}});
    else
        w.say("项目支出$t，{主要包括$list等项目|其中$list|包括$list及其他项目|主要用于$list等|包括$"
              "n个项目，其中$list}。",
              {{"t", w.money(all.now)}, {"list", text}, {"n", std::to_string(a.projects.size())}});
}

void projects_numbered(Writer& w) {
    const Account& a = w.account;
    const bool before = w.maybe();
    w.say("{主要|}项目支出{情况|}如下：");
    Amount sum = 0;
    std::int64_t i = 0;
    for (const Project& project : a.projects) {
        ++i;
        sum += project.amount.now;
        w.say(before ? "{$i、|（$i）}$a用于$n；" : "{$i、|$i.|（$i）}$n，支出$a[，{完成|改造|建成}$d$u]；",
              {{"i", std::to_string(i)},
               {"a", w.money(project.amount.now)},
               {"n", project.name},
               {"d", w.count(project.done, "", false)},
               {"u", std::string(project.unit)}});
    }
    w.say("{以上|上述}{$n个项目|}{共计|合计}$t。",
          {{"t", w.money(sum)}, {"n", std::to_string(a.projects.size())}});
}

void project_execution(Writer& w) {
    const Account& a = w.account;
    for (const Project& project : a.projects) {
        if (project.amount.initial <= 0 || w.maybe(3)) continue;
        w.say("$n{：|}{年初预算|预算安排}$b，{实际支出|执行数}$e，{执行率|预算执行率|完成预算的}$r；{"
              "计划完成|年度目标}$p$u，实际完成$d$u[，完成率$c]。",
              {{"n", project.name},
               {"b", w.money(project.amount.initial)},
               {"e", w.money(project.amount.now)},
               {"r", w.percent(project.amount.now, project.amount.initial)},
               {"p", w.count(project.planned, "")},
               {"d", w.count(project.done, "")},
               {"u", std::string(project.unit)},
               {"c", w.percent(project.done, project.planned)}});
    }
}

void project_change_without_amount(Writer& w) {
    const Account& a = w.account;
    const Phases all = a.project(every_fund);
    const Phases& p = a.projects.front().amount;
    if (p.now == p.prior || p.prior <= 0) return projects_listed(w);
    w.say("项目支出$t$c。其中$n{比|较}上年$way$d，$rate$g。",
          {{"t", w.money(all.now)},
           {"c", change(w, all.now, all.prior)},
           {"n", a.projects.front().name},
           {"way", p.now > p.prior ? "增加" : "减少"},
           {"d", w.money(p.now > p.prior ? p.now - p.prior : p.prior - p.now, false)},
           {"rate", p.now > p.prior ? "增长" : "下降"},
           {"g", w.growth(p.prior, p.now, false)}});
}

void sources_of_projects(Writer& w) {
    const Amount whole = w.account.project(every_fund).now;
    const std::vector<Amount> sources = split(w.random, whole, 3);
    const Amount arrived = whole / 100 * w.random.between(85, 100);
    w.say("项目资金{共安排|总额}$t，其中：中央资金$a，省级资金$b，{市县配套|地方配套}$c；到位资金$g，到位率$"
          "r[；用于设备购置$x]。",
          {{"t", w.money(whole)},
           {"a", w.money(sources[0])},
           {"b", w.money(sources[1])},
           {"c", w.money(sources[2])},
           {"g", w.money(arrived)},
           {"r", w.percent(arrived, whole)},
           {"x", w.money(whole / 3, false)}});
}

void prices(Writer& w) {
    const std::int64_t n = w.random.between(20, 2000);
    const std::int64_t price = w.random.between(5, 400);
    const Amount sum = n * price * yuan;
    const Words words = {{"n", w.count(n, "")},
                         {"p", w.count(price, "")},
                         {"low", w.count(price / 2 + 1, "", false)},
                         {"high", w.count(price * 3, "", false)},
                         {"list", w.count(price * 2, "", false)},
                         {"t", w.money(sum, yuan, 0)},
                         {"less", w.money(sum / 10 * 9, yuan, 0, false)},
                         {"more", w.money(sum + 500 * yuan, yuan, 0, false)}};
    w.say("{采购{图书|读本}$n册，均价$p元/册，最高价$high元/册，总价$t|购置{物资|口罩}$n盒，单价$p元/"
          "盒，{合计|共计}$t|"
          "购置{物资|药品}$n盒，单价$list元/盒，优惠后总价$less|印制{手册|折页}$n份，每份$p元，计$t|"
          "采购{桌椅|设备}$n套，单价$p元/套，含运费500元共计$more|采购{树苗|苗木}$n株，市场价$list元/"
          "株，中标价$p元/株，中标金额$t}。",
          words);
}

void two_purchases(Writer& w) {
    const std::int64_t n = w.random.between(2, 60);
    const std::int64_t m = w.random.between(2, 30);
    const std::int64_t p = w.random.between(10, 90) * 100;
    const std::int64_t q = w.random.between(5, 60) * 100;
    w.say("{购置|采购}{电脑|计算机}$n台，单价$p元，{共计|金额}$a；{打印机|扫描仪}$m台，单价$q元，{共计|金额}$"
          "b[，{合计|两项合计}$t]。",
          {{"n", w.count(n, "")},
           {"m", w.count(m, "")},
           {"p", w.count(p, "")},
           {"q", w.count(q, "")},
           {"a", w.money(n * p * yuan, yuan, 0)},
           {"b", w.money(m * q * yuan, yuan, 0)},
           {"t", w.money((n * p + m * q) * yuan, yuan, 0)}});
}

void evaluation(Writer& w) {
    const Account& a = w.account;
    std::array<std::int64_t, 3> weights{};
    std::array<std::int64_t, 3> scores{};
    for (const Indicator& indicator : a.indicators) {
        const std::size_t kind = indicator.first == "产出指标" ? 0 : indicator.first == "效益指标" ? 1 : 2;
        weights[kind] += indicator.weight;
        scores[kind] += indicator.score;
    }
    const Words words = {{"t", w.points(a.score(), 100)}, {"e", w.points(a.execution_score(), 100)},
                         {"wa", w.points(weights[0])},    {"sa", w.points(scores[0])},
                         {"wb", w.points(weights[1])},    {"sb", w.points(scores[1])},
                         {"wc", w.points(weights[2])},    {"sc", w.points(scores[2])}};
    w.say("{{整体支出|部门整体支出}绩效自评得分$t分。其中：预算执行（10分）得$e分；产出指标（$wa分）得$"
          "sa分；效益指标（$wb分）得$sb分；"
          "满意度指标（$wc分）得$sc分|{综合|部门}绩效自评{总得分|得分}$t分，其中：预算执行$e分，产出$"
          "sa分，效益$sb分，满意度$sc分}。",
          words);
}

void deductions(Writer& w) {
    const std::int64_t lost = 100'00 - w.account.score();
    if (lost < 2) return evaluation(w);
    const std::int64_t first = w.random.between(1, lost - 1);
    w.say("按100分制{评价|自评}，因{支付进度偏慢|执行率偏低}扣$a分，因{个别指标偏低|档案不全}扣$b分，{最终得|"
          "得}$t分。",
          {{"a", w.points(first, 100)},
           {"b", w.points(lost - first, 100)},
           {"t", w.points(w.account.score(), 100)}});
}

constexpr std::array list = {
    Structure{"procurement", "政府采购支出{情况|说明}", procurement},
    Structure{"procurement with shares of all", "政府采购情况", procurement_all_small},
    Structure{"procurement and what it saved", "政府采购节支情况", procurement_saved},
    Structure{"savings by other means", "节支情况", saved_by_other_means},
    Structure{"assets", "{国有资产占用情况|资产情况}", assets},
    Structure{"fixed assets over the year", "固定资产情况", fixed_assets},
    Structure{"staff", "{机构人员情况|人员编制情况}", staff},
    Structure{"staff by overlapping kinds", "人员情况", staff_overlapping},
    Structure{"cost per head", "公用经费情况", per_head},
    Structure{"projects listed", "项目支出情况", projects_listed},
    Structure{"projects numbered", "项目支出明细", projects_numbered},
    Structure{"execution of projects", "项目预算执行情况", project_execution},
    Structure{"a project changes, without its amount", "项目支出变动情况", project_change_without_amount},
    Structure{"sources of project money", "项目资金来源及到位情况", sources_of_projects},
    Structure{"price and count", "采购实施情况", prices},
    Structure{"two purchases", "设备购置情况", two_purchases},
    Structure{"evaluation by parts", "绩效自评结果", evaluation},
    Structure{"deductions", "自评扣分情况", deductions},
};

} // namespace

std::span<const Structure> other_structures() { return list; }

} // namespace tieout::test::adversary
