// SPDX-License-Identifier: MIT
// Rates: completion of a budget, rates that are named, and amounts for each of what is counted.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// What was spent of a budget that a rate is of: named in its clause, or what stands before it; all that it may be.
std::vector<SaidId> all_spent_of(const Scene& scene, std::size_t at, std::string_view words) {
    const Reach& reach = scene.reach;
    const Label label = label_of(words);
    const auto fits = [&](SaidId said) {
        const Mention& mention = reach.mention(said);
        return reach.known(said) && is_level(reach.said(said).task) && !is_budget(mention) &&
               !is_prior(mention) && mention.phase != Phase::opening &&
               mention.phase != Phase::supplementary && mention.figure.unit.dimension != Dimension::price;
    };
    std::vector<SaidId> all;
    if (!label.subject.empty() && !label.generic) {
        SaidId found = reach.latest(label.key, scene.said_at(at),
                                    [&](SaidId said) { return in_paragraph(scene, said) && fits(said); });
        if (found == none) found = reach.latest(label.key, scene.said_at(at), fits);
        if (found != none) all.push_back(found);
        return all;
    }
    const bool of_all = speaks_of_all(scene.sentence(), at);
    const std::string* budget_key = nullptr;
    for (std::size_t i = at; i-- > reach_back(at);) {
        if (scene.spot(i).depth > scene.spot(at).depth || !is_free_level(scene, i)) continue;
        if (!fits(scene.said_at(i))) {
            // 会议费9万元；培训费预算5万元，完成80%: of what was spent of that budget, which is not told.
            if (is_named_budget(reach, scene.said_at(i)))
                budget_key = &reach.said(scene.said_at(i)).label.key;
            continue;
        }
        if (budget_key != nullptr && *budget_key != reach.said(scene.said_at(i)).label.key) return {};
        if (!of_all || scene.spot(i).list == none) all.push_back(scene.said_at(i));
        if (of_all || may_be_of_its_whole(scene.sentence(), i, at))
            for (const SaidId total : totals_around(scene, i))
                if (fits(total) && all.size() < candidates_max) all.push_back(total);
        return all;
    }
    // 运行费上年870万元，本年663万元，为预算的111%: nothing that was told before.
    for (std::size_t i = 0; i < at; ++i)
        if (is_level(scene.spot(i).task) && scene.spot(i).depth == 0 &&
            !is_budget(reach.mention(scene.said_at(i))) &&
            scene.spot(i).numeral.figure.unit.dimension == Dimension::money)
            return {};
    // Of those in a sentence before: the total of all, if there is one.
    for (const SaidId said : levels_of_sentence_before(scene)) {
        if (!fits(said)) continue;
        if (reach.said(said).task == Task::total) return {said};
        if (all.size() < candidates_max) all.push_back(said);
    }
    return all;
}

/// 调整后预算63亿元。全年支出61亿元，为调整预算的95.7%: the only budget of the kind that the words name, in the sentence right before
/// that which tells of one amount that was spent, by the same name.
bool only_budget_named(const Scene& scene, SaidId budget, SaidId spent, std::string_view words) {
    const Reach& reach = scene.reach;
    const bool initial = contains(words, "年初");
    const bool adjusted = contains(words, "调整");
    if (initial == adjusted || reach.said(budget).sentence + 1 != reach.said(spent).sentence) return false;
    if (reach.said(spent).sentence != scene.number() || !reach.same_scope(budget, spent)) return false;
    for (const SaidId said : scene.reach.discourse.sentences[reach.said(budget).sentence].said)
        if (said != budget && is_level(reach.said(said).task) &&
            reach.mention(said).phase == reach.mention(budget).phase &&
            reach.said(said).spot < reach.said(budget).spot)
            return false;
    std::size_t levels = 0;
    for (const SaidId said : scene.read.said) levels += is_level(reach.said(said).task) ? 1U : 0U;
    return levels == 1;
}

/// 调整预算数462万元，为预算的79.8%: whether the budget that is told can be the one of the words; an adjusted one is called so.
bool is_budget_said(const Scene& scene, SaidId budget, std::string_view words) {
    static constexpr std::array<std::string_view, 3> later{"调整", "全年", "变动"};
    // 全市调整预算1677亿元。其中县本级510亿元（2022年度318亿元）: what a list makes a budget need not be one.
    if (!scene.reach.said(budget).label.phase) return false;
    return words.empty() || scene.reach.mention(budget).phase != Phase::adjusted ||
           contains_any(words, later);
}

/// 年初预算0万元，全年预算321万元，支出决算308万元，完成年初预算的95.9%: the budget that is told beside one of nothing, of which nothing
/// can be a rate; none if there is none.
SaidId budget_beside_none(const Scene& scene, SaidId spent, SaidId rate, SaidId budget) {
    const Reach& reach = scene.reach;
    if (!is_zero(reach.figure(budget).value) || is_zero(reach.figure(rate).value)) return none;
    const SaidId other =
        budget_of(scene, spent, reach.mention(budget).phase == Phase::initial ? "调整" : "年初");
    const bool beside = other != none && other != budget &&
                        reach.said(other).sentence == reach.said(budget).sentence &&
                        reach.said(other).label.key == reach.said(budget).label.key;
    return beside ? other : none;
}

void state_completion(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    const Spot& spot = scene.spot(at);
    const SaidId rate = scene.said_at(at);
    if (!reach.known(rate) || spot.run != none) return;
    const std::vector<SaidId> all_spent =
        all_spent_of(scene, at, behind_last(spot.match.before, clause_marks_and_brackets));
    if (all_spent.empty()) return;
    const SaidId spent = all_spent.front();
    Mention& mention = written.draft.mentions[id_of(reach, rate)];
    mention.subject = reach.mention(spent).subject + "预算完成率";
    mention.figure.label = mention.subject;
    const std::string_view words = spot.match.budget;
    SaidId budget = none;
    // 占预算100万元的50%，占预算的75%: the budget inside the rate before it.
    for (std::size_t i = at; i-- > reach_back(at) && budget == none;)
        if (scene.spot(i).task == Task::inside && contains(scene.spot(i).match.whole, "预算") &&
            addable(reach.figure(scene.said_at(i)), reach.figure(spent)))
            budget = scene.said_at(i);
    bool bound = budget != none;
    if (budget == none) {
        budget = budget_of(scene, spent, words);
        bound = budget != none && in_paragraph(scene, budget) &&
                (reach.said(budget).sentence == reach.said(spent).sentence ||
                 only_budget_named(scene, budget, spent, words));
    }
    if (budget == none) return;
    std::vector<Reading> readings;
    readings.push_back({.kind = Kind::ratio,
                        .subject = id_of(reach, rate),
                        .first = {term(reach, spent)},
                        .second = {term(reach, budget)}});
    // Of which budget it is, words that name none leave open.
    const bool named = contains(words, "年初") || contains(words, "调整") || contains(words, "全年");
    if (!named) {
        const std::string_view other = reach.mention(budget).phase == Phase::initial ? "调整" : "年初";
        const SaidId second = budget_of(scene, spent, other);
        if (second != none && second != budget && in_paragraph(scene, second))
            readings.push_back({.kind = Kind::ratio,
                                .subject = id_of(reach, rate),
                                .first = {term(reach, spent)},
                                .second = {term(reach, second)}});
    }
    for (std::size_t i = 1; i < all_spent.size() && readings.size() < candidates_max; ++i)
        if (const SaidId its = budget_of(scene, all_spent[i], words); its != none)
            readings.push_back({.kind = Kind::ratio,
                                .subject = id_of(reach, rate),
                                .first = {term(reach, all_spent[i])},
                                .second = {term(reach, its)}});
    // 支出40万元的为会议费，完成90%；预算30万元…: a budget that is told behind the rate may be that of something else.
    const bool whole = bound && budget < rate && is_budget_said(scene, budget, words) &&
                       readings.size() == 1 && all_spent.size() == 1 && says_it_of(scene, spent, at);
    state(written, scene, "completion", "G07", std::move(readings), whole);
    if (const SaidId other = budget_beside_none(scene, spent, rate, budget); named && other != none)
        state(written, scene, "completion", "G07",
              {{.kind = Kind::ratio,
                .subject = id_of(reach, rate),
                .first = {term(reach, spent)},
                .second = {term(reach, other)}}},
              false);
    // “…（项）”257万元，主要用于…。年初预算为275万元，支出决算为246万元: an item that is told twice, with two amounts.
    if (const SaidId item = amount_of_item(scene, spent);
        item != none && reach.figure(item).base_value() != reach.figure(budget).base_value()) {
        state(written, scene, "completion", "G07",
              {{.kind = Kind::ratio,
                .subject = id_of(reach, rate),
                .first = {term(reach, item)},
                .second = {term(reach, budget)}}},
              false);
    }
}

/// The one amount of the sentence that words say was given, before what was spent of it; none if there are several.
SaidId given_for(const Scene& scene, std::size_t at, SaidId spent) {
    static constexpr std::array<std::string_view, 6> gives{"下达", "到位",     "拨付资金",
                                                           "拨入", "安排资金", "筹集资金"};
    const Reach& reach = scene.reach;
    SaidId given = none;
    for (std::size_t i = reach_back(at); i < at; ++i) {
        const SaidId said = scene.said_at(i);
        if (!is_free_level(scene, i) || scene.spot(i).depth != 0 || !reach.known(said) || said >= spent ||
            !contains_any(scene.spot(i).label, gives) || !addable(reach.figure(said), reach.figure(spent)))
            continue;
        if (given != none) return none;
        given = said;
    }
    return given;
}

void state_execution(const Scene& scene, std::size_t at, std::string_view stem, Written& written) {
    const Reach& reach = scene.reach;
    const SaidId rate = scene.said_at(at);
    const Sentence& sentence = scene.sentence();
    const Spot& spot = scene.spot(at);
    Draft& draft = written.draft;
    if (spot.run != none) {
        // 执行率分别为70%、80%: in the order of what was spent, and of the budgets.
        const Run& run = sentence.runs[spot.run];
        SaidId spent = none;
        SaidId budget = none;
        for (std::size_t k = spot.run; k-- > 0 && spot.run - k <= runs_looked_back_max;) {
            const Run& levels = sentence.runs[k];
            if (levels.first >= run.first || levels.count != run.count) continue;
            const SaidId said = scene.said_at(levels.first + (at - run.first));
            if (!is_level(reach.said(said).task) || !reach.known(said)) continue;
            if (is_budget(reach.mention(said)))
                budget = budget == none ? said : budget;
            else
                spent = spent == none ? said : spent;
        }
        if (spent == none || budget == none || !addable(reach.figure(spent), reach.figure(budget))) return;
        state(written, scene, "completion", "G07",
              {{.kind = Kind::ratio,
                .subject = id_of(reach, rate),
                .first = {term(reach, spent)},
                .second = {term(reach, budget)}}},
              true);
        return;
    }
    const std::vector<SaidId> all_spent = all_spent_of(scene, at, stem);
    if (all_spent.empty() || !in_paragraph(scene, all_spent.front())) return;
    const SaidId spent = all_spent.front();
    std::vector<Reading> readings;
    SaidId its_budget = none;
    for (const SaidId of : all_spent) {
        const SaidId budget = budget_of(scene, of, spot.match.name);
        if (budget == none || !in_paragraph(scene, budget) ||
            reach.said(budget).sentence != reach.said(rate).sentence)
            continue;
        if (of == spent) its_budget = budget;
        std::vector<SaidId> budgets{budget};
        for (const SaidId other : {budget_of(scene, of, "调整"), budget_of(scene, of, "年初")})
            if (other != none && other != budget && in_paragraph(scene, other)) budgets.push_back(other);
        for (const SaidId other : budgets)
            if (readings.size() < candidates_max)
                readings.push_back({.kind = Kind::ratio,
                                    .subject = id_of(reach, rate),
                                    .first = {term(reach, of)},
                                    .second = {term(reach, other)}});
    }
    if (!readings.empty()) {
        const bool beside = its_budget != none && told_beside(sentence, reach.said(its_budget).spot, at);
        const bool whole = its_budget < rate && is_budget_said(scene, its_budget, spot.match.name) &&
                           readings.size() == 1 && all_spent.size() == 1 && !beside &&
                           says_it_of(scene, spent, at);
        state(written, scene, "completion", "G15", std::move(readings), whole);
        return;
    }
    // 下达资金300万元，已支出240万元，支出进度80%: of the money that was given for it.
    if (const SaidId given = given_for(scene, at, spent); given != none) {
        state(written, scene, "completion", "G15",
              {{.kind = Kind::ratio,
                .subject = id_of(reach, rate),
                .first = {term(reach, spent)},
                .second = {term(reach, given)}}},
              false);
        return;
    }
    // Which budget it is of, the table of ratios tries.
    const Mention& level = reach.mention(spent);
    if (level.item.empty() || !level.split.empty()) return;
    Mention& mention = draft.mentions[id_of(reach, rate)];
    mention.item = level.item;
    mention.split = "rates";
    mention.of = level.of;
    mention.certain = level.certain;
}

/// Rates of two amounts that their words tell apart: 计划培训500人，实际培训475人，完成率95%.
struct RateWords {
    std::string_view name;
    std::array<std::string_view, 2> above;
    std::array<std::string_view, 4> below;
};
constexpr std::array rate_words{RateWords{"完成率", {"实际", "完成"}, {"计划", "目标", "任务", "应"}},
                                RateWords{"达成率", {"实际", "达成"}, {"计划", "目标", "任务", "应"}},
                                RateWords{"回收率", {"收回", "回收"}, {"发放", "发出", "应收", "印发"}},
                                RateWords{"入库率", {"入库", "征收"}, {"应征", "应收", "应入库", "计划"}},
                                RateWords{"出勤率", {"实到", "出勤"}, {"应到", "应出勤", "应参加", "通知"}},
                                RateWords{"就业率", {"就业", "实现就业"}, {"毕业", "培训", "参训", "应届"}}};

/// The two nearest levels of the sentence that those words name.
void state_rate_of_words(const Scene& scene, std::size_t at, std::string_view name, Written& written) {
    const Reach& reach = scene.reach;
    const auto known = std::find_if(rate_words.begin(), rate_words.end(),
                                    [&](const RateWords& one) { return name == one.name; });
    if (known == rate_words.end()) return;
    SaidId above = none;
    SaidId below = none;
    for (std::size_t i = at; i-- > reach_back(at) && (above == none || below == none);) {
        if (scene.spot(i).mark == Mark::semicolon && (above != none || below != none)) break;
        if (!is_free_level(scene, i) || scene.spot(i).depth > scene.spot(at).depth) continue;
        const SaidId said = scene.said_at(i);
        const std::string_view label = scene.spot(i).label;
        if (!reach.known(said) || is_prior(reach.mention(said)) || label_of(label).previous) continue;
        // 应征税款80万元，入库76万元: the words of the base may hold those of the other.
        if (contains_any(label, known->below))
            below = below == none ? said : below;
        else if (contains_any(label, known->above))
            above = above == none ? said : above;
        else
            return; // 实际报名520人，培训475人: of which of them is open
    }
    if (above == none || below == none || !addable(reach.figure(above), reach.figure(below))) return;
    state(written, scene, "rate", "G15",
          {{.kind = Kind::ratio,
            .subject = id_of(reach, scene.said_at(at)),
            .first = {term(reach, above)},
            .second = {term(reach, below)}}},
          false);
}

void state_rate(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    const Spot& spot = scene.spot(at);
    const SaidId rate = scene.said_at(at);
    std::string name(spot.match.name);
    for (const std::string_view word : {"其中", "全年", "本年度", "本年", "资金支出", "，"})
        if (name.size() > word.size() + 6 && begins_with(name, word)) name.erase(0, word.size());
    if (name.empty()) return;
    Mention& mention = written.draft.mentions[id_of(reach, rate)];
    mention.subject = name;
    mention.figure.label = name;
    if (!reach.known(rate)) return;
    if (const std::string_view word = ends_with_any(name, execution_rates); !word.empty()) {
        state_execution(scene, at, std::string_view(name).substr(0, name.size() - word.size()), written);
        return;
    }
    if (!name.ends_with("率") || spot.run != none) return;
    const std::size_t stated = written.draft.statements.size();
    state_named_rate(scene, at, name, written);
    if (written.draft.statements.size() == stated) state_rate_of_words(scene, at, name, written);
}

} // namespace

void state_rates(const Scene& scene, Written& written) {
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        switch (scene.spot(i).task) {
        case Task::completion:
            state_completion(scene, i, written);
            break;
        case Task::rate:
            state_rate(scene, i, written);
            break;
        case Task::average:
            state_average(scene, i, written);
            break;
        default:
            break;
        }
    }
}

} // namespace tieout::detail
