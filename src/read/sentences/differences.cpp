// SPDX-License-Identifier: MIT
// By how much one amount is more than another of another name, 收入比支出多20万元, and what is left without one, 扣除还本后尚有1600亿元.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// The nearest amount of the paragraph before `before` that words name, by its own name or by the side that it is of; none if
/// they name a time or a plan besides, which other productions look for.
SaidId named_amount(const Scene& scene, std::string_view words, SaidId before) {
    const Reach& reach = scene.reach;
    constexpr std::size_t longest = 60;
    static constexpr std::array<std::string_view, 9> others{"年",   "期",   "月",   "季", "预算",
                                                            "计划", "目标", "平均", "均"};
    if (words.empty() || words.size() > longest || contains_any(words, others)) return none;
    const Label label = label_of(words);
    if (label.subject.empty() || label.previous || label.year || label.phase ||
        (label.generic && !label.side))
        return none;
    constexpr SaidId looked_back_max = 60;
    for (SaidId said = before; said-- > 0 && before - said <= looked_back_max;) {
        const Said& of = reach.said(said);
        if (of.sentence == none || of.passage != scene.read.passage) break;
        if (!is_level(of.task) || !reach.known(said) || is_prior(reach.mention(said)) ||
            is_budget(reach.mention(said)))
            continue;
        const bool named = (!label.key.empty() && of.label.key == label.key) ||
                           (label.side && reach.mention(said).subject.ends_with(label.core));
        if (named) return said;
    }
    return none;
}

/// 收入比支出多20万元
void state_more_than(const Scene& scene, const Movement& movement, Written& written) {
    const Reach& reach = scene.reach;
    if (movement.base != none || movement.change == none || movement.other_basis) return;
    const Spot& spot = scene.spot(movement.change);
    const SaidId change = scene.said_at(movement.change);
    if (spot.run != none || spot.reason || !reach.known(change)) return;
    const SaidId first = scene.said_at(movement.first);
    const SaidId more = named_amount(scene, movement.subject, first);
    const SaidId than = named_amount(scene, movement.than, first);
    if (more == none || than == none || more == than || !addable(reach.figure(more), reach.figure(change)) ||
        !addable(reach.figure(than), reach.figure(change)))
        return;
    state(written, scene, "more", "G05",
          {{.kind = Kind::linear,
            .first = {term(reach, more), term(reach, than, -1),
                      term(reach, change, spot.match.fall ? 1 : -1)}}},
          false);
}

/// 岁入岁出剩余2900亿元，扣除债务还本后，尚有收支剩余1600亿元: what is taken off is told in the paragraph.
void state_left_without(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    constexpr std::size_t longest = 120;
    static constexpr std::array<std::string_view, 3> takes{"扣除", "减去", "剔除"};
    static constexpr std::array<std::string_view, 5> leaves{"尚有", "还有", "剩余", "余额", "净额"};
    const SaidId left = scene.said_at(at);
    const std::string_view words = scene.sentence().words_before(scene.spot(at));
    if (words.size() > longest || !is_level(scene.spot(at).task) || !reach.known(left)) return;
    std::size_t begin = words.npos;
    for (const std::string_view take : takes)
        if (const std::size_t found = find_words(words, take); found != words.npos)
            begin = found + take.size();
    if (begin == words.npos) return;
    const std::size_t end = find_words(words, "后", begin);
    if (end == words.npos || !contains_any(words.substr(end), leaves)) return;
    const std::uint32_t whole_at = level_before(scene, at);
    if (whole_at == none || whole_at + 1 != at) return;
    const SaidId whole = scene.said_at(whole_at);
    const SaidId taken = named_amount(scene, words.substr(begin, end - begin), whole);
    if (taken == none || !reach.known(whole) || !addable(reach.figure(whole), reach.figure(left)) ||
        !addable(reach.figure(taken), reach.figure(left)))
        return;
    state(written, scene, "left", "G18",
          {{.kind = Kind::linear,
            .first = {term(reach, whole), term(reach, taken, -1), term(reach, left, -1)}}},
          false);
}

} // namespace

void state_differences(const Scene& scene, Written& written) {
    constexpr std::size_t longest = 60;
    if (scene.sentence().spots.empty() || scene.sentence().spots.size() > longest) return;
    for (const Movement& movement : scene.sentence().movements) state_more_than(scene, movement, written);
    for (std::size_t i = 1; i < scene.sentence().spots.size(); ++i) state_left_without(scene, i, written);
}

} // namespace tieout::detail
