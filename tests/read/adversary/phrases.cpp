// SPDX-License-Identifier: MIT
#include "phrases.hpp"

#include <utility>

namespace tieout::test::adversary {

std::string join(const std::vector<std::string>& words, std::string_view between, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? last : between;
        text += words[i];
    }
    return text;
}

std::string change(Writer& w, Amount now, Amount prior) {
    const bool up = now > prior;
    if (now == prior)
        return now == 0 ? w.fill("{，与上年一致，均无支出|，上年同样没有发生|，与上年持平}")
                        : w.fill("，{与上年[度]持平|同上年一致|较上年无增减变化}");
    const Words both = {{"d", w.money(up ? now - prior : prior - now)},
                        {"p", w.money(prior)},
                        {"g", prior > 0 ? w.growth(prior, now) : std::string()}};
    if (prior <= 0) return w.fill("，{上年没有此项支出|上年未发生，增加$d|比上年增加$d，上年无此项}", both);
    if (now == 0 && w.maybe()) return w.fill("，{上年为|上年支出}$p", both);
    if (w.style.signed_words && !up && w.maybe()) {
        const Words negative = {{"d", w.money(now - prior)}, {"g", w.percent(now - prior, prior)}};
        return w.fill("，{比|较}上年增加$d，增长$g", negative);
    }
    return up ? w.fill("，{{比|较|与上年相比，}{上年|上年度|上年决算数|去年}{增加|增长了|多支出|上升}$d，{"
                       "增长|上升|增幅|增幅为|上升了}$g|"
                       "同比{增加|增长}$d，{增长|增幅达}$g|比上年$p{增加|多出}$d，{增长|增幅为}$g|同比增长$"
                       "g，{增加|净增}$d|"
                       "{较|比}上年同期增长$g|上年{为|数为|决算数为}$p，增加$d，增长$g|由上年的$p{增加到|"
                       "增至}本年的这一水平，{增长|增幅}$g|"
                       "{比|较}上年增加$d（增长$g）|较上年{增加|净增加}$d}",
                       both)
              : w.fill("，{{比|较|与上年相比，}{上年|上年度|上年决算数|去年}{减少|下降了|少支出|降低}$d，{"
                       "下降|降低|降幅|降幅为|减少}$g|"
                       "同比{减少|下降}$d，{下降|降幅达}$g|比上年$p{减少|下降}$d，{下降|降幅为}$g|同比下降$"
                       "g，{减少|净减}$d|"
                       "{较|比}上年同期下降$g|上年{为|数为|决算数为}$p，减少$d，下降$g|由上年的$p{减少到|"
                       "降至}本年的这一水平，{下降|降幅}$g|"
                       "{比|较}上年减少$d（下降$g）|较上年{减少|净减少}$d}",
                       both);
}

std::string completion(Writer& w, Amount now, Amount budget, std::string_view name) {
    if (budget <= 0) return "";
    const Words words = {{"b", w.money(budget)}, {"r", w.percent(now, budget)}, {"n", std::string(name)}};
    return w.fill("，{完成$n{的|数的}$r|{占|为}$n$b的$r|$n{为|数为|}$b，{执行率|完成率|完成}$r|$n执行率[为|"
                  "达到]$r|完成$n$b的$r}",
                  words);
}

std::string compared(Writer& w, Amount now, Amount budget) {
    if (now == budget) return w.fill("{决算数等于预算数|决算数与预算数持平}");
    return now > budget ? w.fill("决算数{大于|高于|超过}预算数") : w.fill("决算数{小于|低于}预算数");
}

std::string reason(Writer& w, bool up) {
    const Words words = {{"n", w.count(w.random.between(2, 19), "", false)},
                         {"m", w.count(w.random.between(20, 90), "", false)}};
    return up ? w.fill("，{主要原因是|主要是|原因：|主要系|是因为}{新增人员$n人|调整工资标准|{承办|新开展}$"
                       "n项任务|年中追加专项资金|"
                       "业务量增长[，全年新增$m件次]|上级下达任务增加|项目集中在年末结算}",
                       words)
              : w.fill("，{主要原因是|主要是|原因：|主要系|是因为}{厉行节约|压减一般性支出|{退休|调出}$n人|$"
                       "n个项目已完工|"
                       "会议改为线上召开|部分项目结转下年实施|严格控制出差次数}",
                       words);
}

std::vector<Part> without_zeros(Writer& w, std::vector<Part> list) {
    std::vector<Part> kept;
    const bool all = w.maybe(4);
    for (Part& part : list)
        if (part.amount != 0 || all) kept.push_back(std::move(part));
    return kept;
}

std::string parts(Writer& w, const std::vector<Part>& list, Amount whole, bool shares) {
    const bool semicolons = shares || w.maybe(3);
    const std::string stop = semicolons ? "；" : w.pick({"，", "、", "，"});
    const std::string last = semicolons ? "；" : w.pick({"，", "、", "和", stop});
    const std::int64_t way = w.random.between(0, 3);
    const std::string verb = w.pick({"", "", "", "为", "支出"});
    std::vector<std::string> said;
    for (const Part& part : list) {
        std::string text =
            part.name + (part.name.ends_with("出") && verb == "支出" ? "" : verb) + w.money(part.amount);
        if (shares && whole > 0) {
            const Words words = {{"s", w.percent(part.amount, whole)}};
            text += way == 0   ? w.fill("，占$s", words)
                    : way == 1 ? w.fill("（$s）", words)
                    : way == 2 ? w.fill("，占比$s", words)
                               : w.fill("，占{比为|比|}$s", words);
        }
        said.push_back(std::move(text));
    }
    return join(said, stop, last);
}

} // namespace tieout::test::adversary
