// SPDX-License-Identifier: MIT
// Counts of things done: rates over named bases, overlapping kinds, open lists.
#include "phrases.hpp"
#include "structures.hpp"

#include <array>

namespace tieout::test::adversary {

namespace {

void overlapping(Writer& w) {
    const std::int64_t all = w.random.between(80, 900);
    const auto some = [&] { return w.count(w.random.between(all / 4, all - 1), "", false); };
    const Words words = {{"n", w.count(all, "", false)}, {"a", some()}, {"b", some()}, {"c", some()}};
    w.say("{新登记企业$n户，其中：{外资企业|科技型企业}$a户，小微企业$b户[，规上企业$c户]|"
          "全年培训$n人次，其中：女性$a人次，党员$b人次[，基层干部$c人次]|"
          "进驻单位$n家（含企业单位$a家、驻外单位$b家、中央驻地单位$c家）|"
          "全县有图书室$n个，包括{省级示范|星级}图书室$a个、免费开放图书室$b个等}。",
          words);
}

void rate_over_due(Writer& w) {
    const std::int64_t all = w.random.between(200, 2000);
    const std::int64_t due = w.random.between(all / 2, all - 1);
    const std::int64_t done = w.random.between(due * 8 / 10, due);
    w.say("{受理{群众诉求|申请|来信}$a件，{到期应办结|按期应办}$d件，办结$n件，办结率$r|"
          "发现问题$a个，到期应整改$d个，整改$n个，整改率$r|"
          "收到咨询$a件，有效咨询$d件，答复$n件，答复率$r|"
          "{常住人口|服务人口}$a人，重点人群$d人，签约$n人，签约率$r}。",
          {{"a", w.count(all, "", false)},
           {"d", w.count(due, "")},
           {"n", w.count(done, "")},
           {"r", w.percent(done, due)}});
}

void several_rates(Writer& w) {
    const std::int64_t all = w.random.between(100, 900);
    const std::int64_t good = w.random.between(all * 8 / 10, all);
    const std::int64_t best = w.random.between(all / 3, good);
    w.say("{抽检样品$a批次，合格$g批次，合格率$rg，优等品$b批次，优等率$rb|检查单位$a家，达标$g家，达标率$"
          "rg，优秀$b家，优秀率$rb|"
          "工程验收$a项，合格$g项，合格率$rg，优良$b项，优良率$rb}。",
          {{"a", w.count(all, "")},
           {"g", w.count(good, "")},
           {"rg", w.percent(good, all)},
           {"b", w.count(best, "")},
           {"rb", w.percent(best, all)}});
}

void nested_kinds(Writer& w) {
    const std::int64_t a = w.random.between(10, 300);
    const std::int64_t b = w.random.between(10, 300);
    const std::int64_t c = w.random.between(1, a - 1);
    w.say(
        "{政务服务事项$n项，分为行政许可$a项（其中承诺件$c项、即办件$d项）、公共服务$b项|"
        "{馆藏|库存}{档案|文献}$n卷，其中：{永久|长期}保管$a卷（纸质$c卷、声像$d卷），{定期|短期}保管$b卷}。",
        {{"n", w.count(a + b, "")},
         {"a", w.count(a, "")},
         {"b", w.count(b, "")},
         {"c", w.count(c, "")},
         {"d", w.count(a - c, "")}});
}

void count_and_kinds_changed(Writer& w) {
    const std::int64_t now = w.random.between(100, 900);
    const std::int64_t prior = w.random.between(60, 1200);
    if (now == prior) return nested_kinds(w);
    const bool up = now > prior;
    const std::string unit = w.pick({"次", "件", "场"});
    const std::string thing = unit == "次" ? "开展执法检查" : unit == "件" ? "办理案件" : "组织活动";
    w.say(up ? "$thing$n，{比上年$p增加$d，增长$g|比上年增长$g}。"
             : "$thing$n，{比上年$p减少$d，下降$g|比上年下降$g}。",
          {{"thing", thing},
           {"n", w.count(now, unit)},
           {"p", w.count(prior, unit)},
           {"d", w.count(up ? now - prior : prior - now, unit)},
           {"g", w.growth(prior, now)}});
}

void vehicles_from_to(Writer& w) {
    const std::int64_t before = w.random.between(8, 60);
    const std::int64_t after = w.random.between(1, before - 1);
    w.say("{编外用工由$b人减少{为|到}$a人，减少$g|租用车辆由$b辆压减{为|到}$a辆，下降$g|审批环节由$b个精简为$"
          "a个，压缩$g}。",
          {{"b", w.count(before, "")}, {"a", w.count(after, "")}, {"g", w.growth(before, after)}});
}

void points(Writer& w) {
    const std::int64_t now = w.random.between(850, 999);
    const std::int64_t prior = w.random.between(800, 995);
    if (now == prior) return several_rates(w);
    const bool up = now > prior;
    w.say(up ? "{群众满意度|办理及时率|巩固率}$n%，{比上年的$p%提高$d个百分点|较上年提高$d个百分点}。"
             : "{群众满意度|办理及时率|巩固率}$n%，{比上年的$p%下降$d个百分点|较上年回落$d个百分点}。",
          {{"n", w.points(now)}, {"p", w.points(prior)}, {"d", w.points(up ? now - prior : prior - now)}});
}

void approximate(Writer& w) {
    const std::int64_t n = w.random.between(11, 90);
    w.say("{全年接待读者$n万余人次，其中少儿读者$a万多人次|累计发放宣传资料近$n万份，张贴海报约$a千张|"
          "办理业务$n余万件，网上办理$a万件以上|受益群众超过$n万人，其中老年人$a万余人}。",
          {{"n", w.count(n, "", false)}, {"a", w.count(w.random.between(1, 9), "", false)}});
}

void graded(Writer& w) {
    const std::int64_t a = w.random.between(2, 12);
    const std::int64_t b = w.random.between(2, 12);
    const std::int64_t c = w.random.between(1, 5);
    w.say(
        "{被评价|纳入评价的}项目$n个，评价结果分为优、良、中、差4个等级，其中优$a个，良$b个，中$c个。",
        {{"n", w.count(a + b + c, "")}, {"a", w.count(a, "")}, {"b", w.count(b, "")}, {"c", w.count(c, "")}});
}

void converted(Writer& w) {
    const std::int64_t hectares = w.random.between(4, 60);
    const std::int64_t part = w.random.between(1, hectares - 1);
    w.say("新增{绿地|林地}$h公顷，折合$m亩，其中{公园绿地|水源涵养林}$a公顷，防护{绿地|林}$b公顷。",
          {{"h", w.count(hectares, "")},
           {"m", w.count(hectares * 15, "")},
           {"a", w.count(part, "")},
           {"b", w.count(hectares - part, "")}});
}

constexpr std::array list = {
    Structure{"overlapping kinds", "{主要工作开展情况|业务开展情况}", overlapping},
    Structure{"a rate over what was due", "{办理情况|履职情况}", rate_over_due},
    Structure{"several rates over one base", "{检查情况|质量情况}", several_rates},
    Structure{"kinds within kinds", "事项情况", nested_kinds},
    Structure{"a count and its change", "履职情况", count_and_kinds_changed},
    Structure{"from so many to so many", "改革成效", vehicles_from_to},
    Structure{"percentage points", "服务效果", points},
    Structure{"approximate counts", "社会效益", approximate},
    Structure{"grades among a number of them", "评价结果", graded},
    Structure{"converted units", "生态效益", converted},
};

} // namespace

std::span<const Structure> count_structures() { return list; }

} // namespace tieout::test::adversary
