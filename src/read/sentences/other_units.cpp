// SPDX-License-Identifier: MIT
// What a paragraph tells once more in another unit: 附：记账金额（元）：人工费 738,752.68；材料费 75,095.05.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/units.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

/// The amount of that name in the paragraph right before, in another unit of the same money; none if there is none.
SaidId told_before(const Scene& scene, SaidId again) {
    const Reach& reach = scene.reach;
    const std::string& key = reach.said(again).label.key;
    if (key.empty()) return none;
    return reach.latest(key, again, [&](SaidId said) {
        const Said& of = reach.said(said);
        return of.sentence != none && of.passage + 1 == scene.read.passage && is_level(of.task) &&
               reach.known(said) && reach.mention(said).phase == reach.mention(again).phase &&
               reach.same_scope(said, again) && addable(reach.figure(said), reach.figure(again)) &&
               reach.figure(said).unit.power != reach.figure(again).unit.power;
    });
}

} // namespace

void state_in_another_unit(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const Sentence& sentence = scene.sentence();
    constexpr std::uint32_t longest = 300;
    if (scene.read.passage == 0 || sentence.spots.size() < 2 || sentence.spots.size() > members_max ||
        !unit_of_all(sentence.words(sentence.begin, std::min(sentence.end, sentence.begin + longest))))
        return;
    if (is_of_each(sentence.words(sentence.begin, sentence.spots.front().numeral.begin).substr(0, longest)))
        return;
    std::vector<std::pair<SaidId, SaidId>> pairs;
    SaidId total = none;
    for (std::size_t i = 0; i < sentence.spots.size(); ++i) {
        if (!is_free_level(scene, i) || !reach.known(scene.said_at(i))) continue;
        const SaidId said = scene.said_at(i);
        if (reach.said(said).task == Task::total)
            total = said;
        else if (const SaidId before = told_before(scene, said); before != none)
            pairs.emplace_back(before, said);
    }
    if (pairs.size() < 2) return;
    // The total of both is that of what they are parts of.
    const Breakdown* const division = written.division_with(pairs.front().first);
    if (total != none && division != nullptr) pairs.emplace_back(division->totals.front(), total);
    for (const auto& [before, again] : pairs)
        if (addable(reach.figure(before), reach.figure(again)))
            state(written, scene, "same", "G12",
                  {{.kind = Kind::linear, .first = {term(reach, before), term(reach, again, -1)}}}, false);
}

} // namespace tieout::detail
