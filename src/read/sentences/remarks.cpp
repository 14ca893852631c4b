// SPDX-License-Identifier: MIT
// Words that compare: 决算数大于预算数, 与上年持平.

#include "read/draft/homes.hpp"
#include "read/sentences/productions.hpp"

#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/words.hpp"

#include <array>
#include <span>
#include <utility>

namespace tieout::detail {

namespace {

/// Behind all that the paragraph told before a sentence without a figure: “三公”经费支出决算数小于预算数的主要原因….
SaidId behind_told(const Scene& scene) {
    const Discourse& discourse = scene.reach.discourse;
    const std::uint32_t first = discourse.passages[scene.read.passage].first_sentence;
    for (std::uint32_t s = scene.number(); s-- > first;)
        for (std::size_t i = discourse.sentences[s].said.size(); i-- > 0;)
            if (discourse.sentences[s].said[i] != none) return discourse.sentences[s].said[i] + 1;
    return none;
}

/// What the words of a clause compare: what it names, else the amount before it.
std::vector<SaidId> compared(const Scene& scene, std::size_t behind, std::string_view clause) {
    const Reach& reach = scene.reach;
    std::string_view words = clause;
    for (const std::string_view cut : {"大于", "高于", "超过", "多于", "小于", "低于", "少于", "等于", "与",
                                       "较", "比", "和", "同", "持平"})
        if (const std::size_t at = find_words(words, cut); at != words.npos) words = words.substr(0, at);
    for (const std::string_view end : {"支出决算数", "支出决算", "决算数", "决算", "支出数", "执行数"})
        if (words.size() > end.size() && words.ends_with(end)) {
            words.remove_suffix(end.size());
            break;
        }
    const Label label = label_of(words);
    const auto executed = [&](SaidId said) {
        return reach.known(said) && is_level(reach.said(said).task) &&
               reach.mention(said).phase == Phase::executed;
    };
    if (!label.subject.empty() && !label.generic) {
        const SaidId before = behind == 0 ? (scene.read.said.empty() ? behind_told(scene) : scene.said_at(0))
                                          : scene.said_at(behind - 1) + 1;
        if (before == none) return {};
        const SaidId named = reach.latest(
            label.key, before, [&](SaidId said) { return in_paragraph(scene, said) && executed(said); });
        return named == none ? std::vector<SaidId>{} : std::vector<SaidId>{named};
    }
    const std::string* budget_key = nullptr;
    for (std::size_t i = behind; i-- > reach_back(behind);) {
        if (scene.spot(i).depth > 0 || !is_free_level(scene, i)) continue;
        const SaidId said = scene.said_at(i);
        if (!executed(said)) {
            // 会议费9万元；培训费年初预算5万元，决算数大于预算数: of what was spent of that, which is not told.
            if (is_named_budget(reach, said)) budget_key = &reach.said(said).label.key;
            // 批次20批，与上年持平 is of the groups, of which nothing is known.
            if (reach.mention(said).phase == Phase::executed) return {};
            continue;
        }
        if (budget_key != nullptr && *budget_key != reach.said(said).label.key) return {};
        // 其中公务用车4万元，决算数大于预算数: of the part, or of what is divided.
        std::vector<SaidId> both{said};
        if (scene.spot(i).list != none && !words.empty())
            for (const SaidId total : totals_around(scene, i))
                if (executed(total) && both.size() < 3) both.push_back(total);
        return both;
    }
    const std::vector<SaidId> levels = levels_of_sentence_before(scene);
    for (auto said = levels.rbegin(); said != levels.rend(); ++said)
        if (executed(*said)) return {*said};
    // 决算数与预算数持平 in a line of its own: of the line before.
    const Discourse& discourse = reach.discourse;
    const ReadPassage& here = discourse.passages[scene.read.passage];
    if (here.depth != 0 || !here.text.starts_with("决算数") || scene.read.passage == 0) return {};
    const ReadPassage& before = discourse.passages[scene.read.passage - 1];
    for (std::uint32_t s = before.last_sentence; s-- > before.first_sentence;)
        for (std::size_t i = discourse.sentences[s].said.size(); i-- > 0;)
            if (executed(discourse.sentences[s].said[i])) return {discourse.sentences[s].said[i]};
    return {};
}

/// 决算数大于预算数的主要原因是…: the reason that forms ask for of what is above its budget.
void give_reasons(const Scene& scene, Draft& draft) {
    const Sentence& sentence = scene.sentence();
    const std::string_view words = sentence.words(sentence.begin, sentence.end);
    static constexpr std::string_view above[] = {"大于", "高于", "超过", "超出", "多于", "超预算"};
    static constexpr std::string_view reasons[] = {"原因", "由于", "因为", "主要是"};
    if (!contains(words, "预算") || !contains_any(words, above) || !contains_any(words, reasons)) return;
    std::vector<SaidId> levels = levels_of_sentence_before(scene);
    for (const SaidId id : scene.read.said)
        if (id != none) levels.push_back(id);
    for (const SaidId id : levels) {
        const Mention& mention = scene.reach.mention(id);
        if (mention.item.empty() || !mention.split.empty() || mention.phase != Phase::executed) continue;
        if (Item* const item = item_at(draft.filing, mention.item)) item->reason = words;
    }
}

/// Whether a clause consists of words that compare an amount with its budget or with the year before, and of its name: 四季度与上年持平
/// and 与追加后预算持平 say something else.
bool compares_plainly(const Scene& scene, SaidId level, std::string_view clause) {
    for (const std::string_view reason : {"的主要原因", "的原因", "主要原因", "原因", "主要是"})
        clause = clause.substr(0, find_words(clause, reason));
    const Mention& mention = scene.reach.mention(level);
    const std::array<std::string_view, 2> names{mention.subject, scene.reach.said(level).label.subject};
    return !qualifies(scene.sentence().words(scene.sentence().begin, scene.sentence().end)) &&
           is_plain(clause, Says::compared, std::span(names).first(names[1].empty() ? 1 : 2));
}

/// 全年预算数, 调整预算数: what only the budget at the beginning of the year stands for is none of these.
bool is_budget_named(const Mention& budget, std::string_view words) {
    static constexpr std::array<std::string_view, 3> later{"全年", "调整", "追加"};
    // 调整预算数259万元，完成96.9%，决算数大于预算数: nor is the adjusted one meant where nothing calls it so.
    return budget.phase == Phase::initial ? !contains_any(words, later) : contains_any(words, later);
}

/// Whether the words since the last semicolon tell more than one budget, or more than one amount of the year: 会议费预算5万元，培训费
/// 预算5万元，支出9万元，决算数小于预算数.
bool tells_several(const Scene& scene, std::size_t behind) {
    std::size_t budgets = 0;
    std::size_t spent = 0;
    for (std::size_t i = behind; i-- > reach_back(behind);) {
        const Spot& spot = scene.spot(i);
        if (i + 1 < behind && contains(scene.sentence().words_behind(i), "；")) break;
        if (!is_free_level(scene, i) || spot.depth != 0) continue;
        const Mention& mention = scene.reach.mention(scene.said_at(i));
        if (mention.figure.unit.dimension != Dimension::money || is_prior(mention)) continue;
        if (mention.phase == Phase::initial) ++budgets;
        if (!is_budget(mention)) ++spent;
    }
    return budgets > 1 || spent != 1;
}

/// 除年会外，与上年持平: whether no clause stands between the figure before and this one that confines what it says.
bool nothing_narrows(const Scene& scene, std::size_t behind, std::string_view clause) {
    if (behind == 0) return true;
    const Sentence& sentence = scene.sentence();
    const auto begin = static_cast<std::uint32_t>(clause.data() - sentence.text.data());
    const std::vector<std::string_view> between =
        clauses_of(sentence.words(scene.spot(behind - 1).numeral.end, begin));
    return std::all_of(between.begin(), between.end(), [](std::string_view words) {
        return is_reason(words) || is_plain(words, Says::compared, {}) || is_plain(words, Says::change, {});
    });
}

void state_clause(const Scene& scene, std::size_t behind, std::string_view clause, Written& written) {
    const Reach& reach = scene.reach;
    const auto found = match_remarks(clause);
    for (const RemarkMatch& match : found) {
        if (match.remark == nullptr) break;
        std::vector<Reading> readings;
        bool near = true;
        bool plain = !tells_several(scene, behind) && nothing_narrows(scene, behind, clause);
        const std::vector<SaidId> levels = compared(scene, behind, clause);
        for (const SaidId level : levels) {
            const SaidId other = match.remark->with_budget
                                     ? budget_of(scene, level, match.budget)
                                     : base_of(scene, level, label_of(clause).year ? clause : "上年");
            if (other == none || other == level || !addable(reach.figure(other), reach.figure(level)))
                continue;
            near = near && in_paragraph(scene, other) &&
                   reach.said(other).sentence == reach.said(level).sentence;
            plain = plain && compares_plainly(scene, level, clause) &&
                    (!match.remark->with_budget || is_budget_named(reach.mention(other), clause));
            readings.push_back({.kind = Kind::linear,
                                .first = {term(reach, level), term(reach, other, -1)},
                                .comparison = match.remark->comparison});
        }
        const bool whole = near && plain && readings.size() == 1 && levels.size() == 1;
        const bool stated = !readings.empty();
        state(written, scene, "compared", match.remark->code, std::move(readings), whole);
        if (stated) written.draft.statements.back().approximate = match.remark->approximate;
    }
}

} // namespace

void state_remarks(const Scene& scene, Written& written) {
    const Sentence& sentence = scene.sentence();
    give_reasons(scene, written.draft);
    std::size_t spot = 0;
    for (std::size_t i = 0; i < sentence.clauses.size(); ++i) {
        const Clause& clause = sentence.clauses[i];
        while (spot < sentence.spots.size() && sentence.spots[spot].numeral.begin < clause.begin) ++spot;
        if (clause.has_figure || clause.depth != 0) continue;
        constexpr std::uint32_t longest = 360;
        const std::string_view words =
            sentence.words(clause.begin, std::min(clause.end, clause.begin + longest));
        static constexpr std::string_view any[] = {"预算", "持平", "变化", "无增减"};
        if (!contains_any(words, any)) continue;
        // 与上年相比，持平
        std::string_view with_next = words;
        if (i + 1 < sentence.clauses.size() && !sentence.clauses[i + 1].has_figure && words.size() < 60)
            with_next =
                sentence.words(clause.begin, std::min(sentence.clauses[i + 1].end, clause.begin + longest));
        static constexpr std::string_view compares[] = {"相比", "比较"};
        state_clause(scene, spot, ends_with_any(words, compares).empty() ? words : with_next, written);
    }
    // 与上年10万元持平
    const Reach& reach = scene.reach;
    for (std::size_t i = 0; i < sentence.spots.size(); ++i) {
        const Spot& base = sentence.spots[i];
        if (base.task != Task::base || base.movement == none) continue;
        const Movement& movement = sentence.movements[base.movement];
        if (movement.change != none || movement.rate != none) continue;
        const std::string_view after = sentence.text.substr(
            base.numeral.end, std::min<std::size_t>(12, sentence.end - base.numeral.end));
        if (!after.starts_with("持平")) continue;
        for (const Resolved& found : resolve(scene, movement)) {
            if (found.to.empty() || !reach.known(scene.said_at(i))) continue;
            if (!addable(reach.figure(found.to.front()), reach.figure(scene.said_at(i)))) continue;
            state(written, scene, "compared", "G12",
                  {{.kind = Kind::linear,
                    .first = {term(reach, found.to.front()), term(reach, scene.said_at(i), -1)}}},
                  found.bound);
        }
    }
}

} // namespace tieout::detail
