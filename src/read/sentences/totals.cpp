// SPDX-License-Identifier: MIT
// Totals that stand behind what they sum, and reckonings in words: 加上, 减去.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/wholes.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// 两项共计: how many it says that there are; 0 if it says nothing.
std::size_t number_named(std::string_view words) {
    static constexpr std::array<std::pair<std::string_view, std::size_t>, 12> numbers{{{"两项", 2},
                                                                                       {"二项", 2},
                                                                                       {"三项", 3},
                                                                                       {"四项", 4},
                                                                                       {"五项", 5},
                                                                                       {"六项", 6},
                                                                                       {"两年", 2},
                                                                                       {"三年", 3},
                                                                                       {"四年", 4},
                                                                                       {"五年", 5},
                                                                                       {"两类", 2},
                                                                                       {"三类", 3}}};
    for (const auto& [word, number] : numbers)
        if (contains(words, word)) return number;
    return 0;
}

/// Levels of a sentence before a spot that a total behind them may sum, in order: none is a part of another.
std::vector<SaidId> summands(const Scene& scene, std::size_t end, std::uint32_t depth, const Figure& total,
                             std::optional<Phase> phase) {
    const Reach& reach = scene.reach;
    std::vector<SaidId> found;
    for (std::size_t i = end > members_max ? end - members_max : 0; i < end; ++i) {
        const Spot& spot = scene.spot(i);
        const SaidId said = scene.said_at(i);
        if (reach.said(said).task == Task::total && addable(reach.figure(said), total)) {
            if (phase && reach.mention(said).phase != *phase) continue; // 合计 30/26: that of the budgets
            // What was summed before is summed no more; the sum is, where the words say that more follows.
            const std::size_t named = number_named(spot.label);
            found.resize(named != 0 && named <= found.size() ? found.size() - named : 0);
            if (contains(spot.label, "小计")) found.push_back(said);
            continue;
        }
        if (!is_free_level(scene, i) || spot.depth != depth || !reach.known(said) || spot.sign != 0) continue;
        if (!addable(reach.figure(said), total)) continue;
        if (phase && reach.mention(said).phase != *phase) continue;
        if (reach.said(said).label.aside || is_of_each(scene.sentence().words_before(spot))) continue;
        if (spot.list != none) {
            const List& list = scene.sentence().lists[spot.list];
            const bool within = std::any_of(list.totals.begin(), list.totals.end(), [&](std::uint32_t of) {
                return std::find(found.begin(), found.end(), scene.said_at(of)) != found.end();
            });
            if (within) continue;
        }
        found.push_back(said);
    }
    return found;
}

/// 固定补助10万元、绩效奖励1万元，接待15万人次，合计…: whether something is counted before an amount, so that it may be the count
/// times an amount.
bool counts_before(const Scene& scene, std::size_t at) {
    for (std::size_t i = reach_back(at); i < at; ++i)
        if (scene.reach.figure(scene.said_at(i)).unit.dimension == Dimension::count) return true;
    return false;
}

void state_total(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    const SaidId said = scene.said_at(at);
    if (!reach.known(said)) return;
    const Figure& total = reach.figure(said);
    // 三年合计: of several years.
    const std::string_view words = scene.sentence().words_before(scene.spot(at));
    std::optional<Phase> phase = reach.mention(said).phase;
    if (contains(words, "年合计") || contains(words, "年共") || contains(words, "年累计")) phase.reset();
    std::vector<SaidId> parts = summands(scene, at, scene.spot(at).depth, total, phase);
    const std::size_t in_sentence = parts.size();
    const auto here = scene.number();
    const ReadPassage& paragraph = reach.discourse.passages[scene.read.passage];
    if (parts.size() < 2) {
        for (std::uint32_t s = here; s-- > paragraph.first_sentence && here - s < 4 && parts.size() < 2;) {
            const ReadSentence& before = reach.discourse.sentences[s];
            std::vector<SaidId> more = summands({reach, before}, before.said.size(), 0, total, phase);
            more.insert(more.end(), parts.begin(), parts.end());
            parts = std::move(more);
        }
        // Items in lines of their own.
        constexpr std::uint32_t items_max = 60;
        if (parts.empty() && paragraph.depth == 0)
            for (std::uint32_t p = scene.read.passage, steps = 0; p-- > 0 && steps < items_max; ++steps) {
                const ReadPassage& item = reach.discourse.passages[p];
                if (item.depth == 0) break;
                for (std::uint32_t s = item.first_sentence; s < item.last_sentence; ++s) {
                    const ReadSentence& before = reach.discourse.sentences[s];
                    std::vector<SaidId> more = summands({reach, before}, before.said.size(), 0, total, phase);
                    if (more.empty()) continue;
                    parts.insert(parts.begin(), more.front());
                    break;
                }
            }
    }
    if (parts.size() > members_max) return;
    const bool counted = total.unit.dimension == Dimension::money && counts_before(scene, at);
    const std::size_t named = number_named(scene.sentence().words_before(scene.spot(at)));
    const auto sum_from = [&](std::size_t from) {
        Reading reading{.kind = Kind::sum, .subject = id_of(reach, said)};
        for (std::size_t i = from; i < parts.size(); ++i) reading.first.push_back(term(reach, parts[i]));
        return reading;
    };
    if (named != 0) {
        if (parts.size() < named) return;
        state(written, scene, "total", "G18", {sum_from(parts.size() - named)},
              in_sentence >= named && !counted);
        return;
    }
    if (parts.size() < 2) return;
    // A、B和C，合计: where they begin is certain.
    bool paused = in_sentence == parts.size();
    for (std::size_t i = 1; i < parts.size(); ++i)
        paused = paused && reach.said(parts[i]).sentence == here &&
                 scene.spot(reach.said(parts[i]).spot).mark == Mark::pause;
    std::vector<Reading> readings;
    if (paused) readings.push_back(sum_from(0));
    for (std::size_t from = 0; !paused && from + 2 <= parts.size() && readings.size() < candidates_max;
         ++from)
        readings.push_back(sum_from(from));
    const bool whole = readings.size() == 1 && in_sentence == parts.size() && !counted;
    Breakdown breakdown;
    breakdown.totals = {said};
    breakdown.opening = Opening::divides;
    for (const SaidId part : parts) breakdown.parts.push_back({part});
    written.divided(std::move(breakdown));
    state(written, scene, "total", "G18", std::move(readings), whole);
}

/// What a total says that it is of: income, expenditure, or neither.
int side_of_words(std::string_view words) {
    const bool income = contains(words, "收入");
    const bool expenditure = contains(words, "支出");
    return income == expenditure ? 0 : income ? 1 : -1;
}

/// Whether a figure is in no list that divides something: （万元）：A 5，B 3，总计 8 divides nothing that was told.
bool in_no_list(const Scene& scene, std::size_t at) {
    const std::uint32_t list = scene.spot(at).list;
    return list == none || (scene.sentence().lists[list].totals.empty() &&
                            scene.sentence().lists[list].opening == Opening::bare);
}

/// Levels that a total named as one, 收入总计, may sum: outside of brackets and lists, of its time, none of the other side.
std::vector<SaidId> summands_of_named(const Scene& scene, std::size_t end, SaidId total) {
    const Reach& reach = scene.reach;
    const int side = side_of_words(reach.mention(total).subject);
    std::vector<SaidId> found;
    for (std::size_t i = reach_back(end); i < end; ++i) {
        if (!is_free_level(scene, i) || scene.spot(i).depth != 0) continue;
        const SaidId said = scene.said_at(i);
        const std::string_view label = scene.spot(i).label;
        if (contains(label, "合计") || contains(label, "总计") || scene.spot(i).task == Task::total) {
            const std::size_t named = number_named(label);
            found.resize(named != 0 && named <= found.size() ? found.size() - named : 0);
            if (contains(label, "小计") && reach.known(said)) found.push_back(said);
            continue;
        }
        const Mention& mention = reach.mention(said);
        const bool fits = reach.known(said) && in_no_list(scene, i) && scene.spot(i).sign == 0 &&
                          !is_prior(mention) && is_budget(mention) == is_budget(reach.mention(total)) &&
                          (side == 0 || side_of_words(label) != -side) &&
                          addable(mention.figure, reach.figure(total));
        if (!fits) return {};
        found.push_back(said);
    }
    return found;
}

/// 本年支出850万元，结余分配30万元，年末结转120万元，支出总计1000万元; or of what the sentence before tells one by one.
void state_named_total(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    const Spot& spot = scene.spot(at);
    const SaidId total = scene.said_at(at);
    const bool named = contains(spot.label, "合计") || contains(spot.label, "总计");
    if (spot.task != Task::level || spot.depth != 0 || !in_no_list(scene, at) || spot.run != none || !named ||
        !reach.known(total))
        return;
    const bool whole = !parts_of_whole(reach.said(total).label.key).empty();
    if (side_of_words(reach.mention(total).subject) == 0 && !whole) return;
    // What a list behind it divides is told there.
    for (const List& list : scene.sentence().lists)
        if (std::find(list.totals.begin(), list.totals.end(), at) != list.totals.end()) return;
    std::vector<SaidId> parts = summands_of_named(scene, at, total);
    const auto here = scene.number();
    const bool first = here > reach.discourse.passages[scene.read.passage].first_sentence;
    if (at == 0 && first) {
        const ReadSentence& before = reach.discourse.sentences[here - 1];
        const Scene told{reach, before};
        parts = summands_of_named(told, before.said.size(), total);
        const int side = side_of_words(reach.mention(total).subject);
        if (std::any_of(parts.begin(), parts.end(), [&](SaidId part) {
                return side_of_words(told.spot(reach.said(part).spot).label) != side;
            }))
            return;
    }
    std::vector<Reading> readings;
    for (std::size_t from = 0; from + 2 <= parts.size() && readings.size() < candidates_max; ++from) {
        Reading reading{.kind = Kind::sum, .subject = id_of(reach, total)};
        for (std::size_t i = from; i < parts.size(); ++i) reading.first.push_back(term(reach, parts[i]));
        readings.push_back(std::move(reading));
    }
    state(written, scene, "total", "G18", std::move(readings), false);
}

/// Words for what adding and taking leads to.
bool is_result(std::string_view label) {
    static constexpr std::string_view words[] = {"合计",   "总计",   "总量",   "总额", "后为", "余下",
                                                 "可支配", "调整后", "调整为", "共计", "共",   "则为",
                                                 "年末",   "盈余",   "净",     "财力", "余额", "尚有"};
    return contains_any(label, words);
}

/// 教师80人、医生20人、护士10人，加司机5人，合计115人: the reading that begins with all amounts of the sentence before the last that is
/// added to.
Reading with_levels_before(const Scene& scene, SaidId start, const Reading& reading) {
    const Reach& reach = scene.reach;
    Reading all = reading;
    if (reach.said(start).sentence != scene.number()) return all;
    std::vector<MentionTerm> before;
    const std::size_t at = reach.said(start).spot;
    for (std::size_t i = at; i-- > reach_back(at);) {
        const Spot& spot = scene.spot(i);
        const SaidId said = scene.said_at(i);
        // What was reckoned before is no part of this.
        if (spot.sign != 0 || is_result(spot.label) || reach.said(said).task == Task::total) break;
        if (is_level(reach.said(said).task) && spot.depth == 0 && reach.known(said) &&
            addable(reach.figure(said), reach.figure(start)))
            before.insert(before.begin(), term(reach, said));
    }
    all.first.insert(all.first.begin(), before.begin(), before.end());
    return all;
}

/// 调增80万元: what an adjustment adds to a budget.
bool adds_to_budget(std::string_view words) {
    static constexpr std::array<std::string_view, 4> more{"调增", "追加", "核增", "增列"};
    return contains_any(words, more);
}

} // namespace

void state_totals(const Scene& scene, Written& written) {
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        if (scene.reach.said(scene.said_at(i)).task == Task::total)
            state_total(scene, i, written);
        else
            state_named_total(scene, i, written);
    }
}

void state_reckonings(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const Sentence& sentence = scene.sentence();
    SaidId start = none;
    SaidId budget = none; ///< before the start, which adds to it
    std::vector<std::pair<SaidId, int>> terms;
    int last_sign = 0;
    for (std::size_t i = 0; i < sentence.spots.size(); ++i) {
        const Spot& spot = sentence.spots[i];
        const SaidId said = scene.said_at(i);
        if (spot.depth != 0 || spot.list != none || spot.reason) continue;
        const Task task = reach.said(said).task;
        if (!is_level(task) && task != Task::balance) continue;
        if (!reach.known(said)) {
            start = none;
            terms.clear();
            continue;
        }
        int sign = spot.sign;
        // 加上A、B和C: what is joined is added as well.
        if (sign == 0 && last_sign != 0 && spot.mark == Mark::pause) sign = last_sign;
        if (sign != 0) {
            // 年初预算500万元，调增80万元，调减20万元: what is taken off is of the budget that was added to.
            if (budget != none && terms.empty() && reach.known(budget) && reach.known(start) &&
                addable(reach.figure(budget), reach.figure(start))) {
                terms.emplace_back(start, 1);
                start = budget;
            }
            budget = none;
            if (start == none && terms.empty()) {
                const std::vector<SaidId> before = levels_of_sentence_before(scene);
                if (!before.empty()) start = before.front();
            }
            if (start != none && addable(reach.figure(start), reach.figure(said)) &&
                terms.size() < members_max)
                terms.emplace_back(said, sign);
            last_sign = sign;
            continue;
        }
        last_sign = 0;
        if (start != none && !terms.empty() && addable(reach.figure(start), reach.figure(said))) {
            Reading reading{.kind = Kind::sum, .subject = id_of(reach, said), .first = {term(reach, start)}};
            for (const auto& [part, its] : terms) reading.first.push_back(term(reach, part, its));
            const std::string_view words = sentence.words_before(spot);
            const bool result = is_result(words) || spot.task == Task::to;
            if (result) {
                std::vector<Reading> readings{std::move(reading)};
                if (Reading all = with_levels_before(scene, start, readings.front());
                    all.first.size() > readings.front().first.size())
                    readings.push_back(std::move(all));
                const bool sure = spot.mark != Mark::semicolon && readings.size() == 1;
                state(written, scene, "reckoned", "G18", std::move(readings), sure);
            }
        }
        budget =
            start != none && is_budget(reach.mention(start)) && adds_to_budget(sentence.words_before(spot))
                ? start
                : none;
        start = said;
        terms.clear();
    }
}

void state_wholes(const Reach& reach, Written& written) {
    const Discourse& discourse = reach.discourse;
    constexpr SaidId reach_max = 60;
    for (SaidId total = 0; total < discourse.said.size(); ++total) {
        const Said& whole = discourse.said[total];
        if (whole.sentence == none || whole.spot == none || !is_level(whole.task) || !reach.known(total))
            continue;
        std::string key = whole.label.key;
        const std::span<const std::string_view> parts = parts_of_whole(key);
        if (parts.empty() || !reach.mention(total).split.empty()) continue;
        if (written.division_of(total) != nullptr) continue;
        Breakdown breakdown;
        breakdown.totals = {total};
        breakdown.opening = Opening::among;
        std::vector<std::string_view> seen;
        for (SaidId said = total + 1; said < discourse.said.size() && said - total < reach_max; ++said) {
            const Said& part = discourse.said[said];
            if (part.sentence == none || part.passage > whole.passage + 12) break;
            const Scene scene{reach, discourse.sentences[part.sentence]};
            if (!is_free_level(scene, part.spot) || !reach.known(said)) continue;
            const auto agree = [](const std::string& a, const std::string& b) { return a.empty() || a == b; };
            // The whole once more: what follows is of that one.
            if (part.label.key == key && reach.mention(said).phase == reach.mention(total).phase &&
                reach.mention(said).of.body == reach.mention(total).of.body)
                break;
            if (!is_any(std::string_view(part.label.key), parts) ||
                is_any(std::string_view(part.label.key), seen))
                continue;
            const Mention& mention = reach.mention(said);
            const Aspects& of = reach.mention(total).of;
            if (mention.phase != reach.mention(total).phase || mention.of.period != of.period ||
                !agree(mention.of.fund, of.fund) || !agree(mention.of.body, of.body) ||
                !addable(mention.figure, reach.figure(total)))
                continue;
            // A part of a part is none of the whole.
            const std::uint32_t list = scene.spot(part.spot).list;
            if (list != none) {
                const std::vector<SaidId> around = totals_around(scene, part.spot);
                if (!around.empty() && around.front() != total &&
                    part.label.key.starts_with(reach.said(around.front()).label.key))
                    continue;
            }
            breakdown.parts.push_back({said, Mark::pause, false});
            seen.push_back(part.label.key);
        }
        if (breakdown.parts.size() < 2) continue;
        // Parts in paragraphs of their own may be of another body or fund than the whole.
        for (const Breakdown::Part& part : breakdown.parts)
            breakdown.scattered = breakdown.scattered || reach.said(part.said).passage != whole.passage;
        state_division({reach, discourse.sentences[whole.sentence]}, std::move(breakdown), written);
    }
}

} // namespace tieout::detail
