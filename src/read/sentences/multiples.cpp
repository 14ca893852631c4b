// SPDX-License-Identifier: MIT
// Multiples: 支出700万元，是2021年支出500万元的1.4倍; 为上年的2.5倍.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <utility>

namespace tieout::detail {

namespace {

/// What is told to be so many times something else: named in the clause before 是 or 为, else the level before.
struct Multiple {
    SaidId of = none;
    bool sure = false;
};

Multiple multiple_of(const Scene& scene, std::size_t at, std::string_view ahead) {
    const Reach& reach = scene.reach;
    const auto fits = [&](SaidId said) {
        return reach.known(said) && is_level(reach.said(said).task) && !is_prior(reach.mention(said));
    };
    const Label label = label_of(behind_last(ahead, clause_marks_and_brackets));
    if (label.previous) return {};
    if (!label.subject.empty() && !label.generic) {
        const SaidId found = reach.latest(label.key, scene.said_at(at), [&](SaidId said) {
            return in_paragraph(scene, said) && fits(said);
        });
        return {found, found != none};
    }
    for (std::size_t i = at; i-- > reach_back(at);) {
        const SaidId said = scene.said_at(i);
        // 人均经费2.4万元，是全市平均水平1.6万元的1.5倍
        if (scene.spot(i).task == Task::average && reach.known(said)) return {said, false};
        if (scene.spot(i).depth > scene.spot(at).depth || !is_free_level(scene, i)) continue;
        if (!fits(said)) continue;
        const bool sure = says_it_of(scene, said, at) && !may_be_of_its_whole(scene.sentence(), i, at) &&
                          !speaks_of_all(scene.sentence(), at);
        return {said, sure};
    }
    return {};
}

/// What it is compared with: an amount within the words, that of the year before, or one that they name.
Multiple compared_with(const Scene& scene, std::size_t inside, SaidId of, std::string_view words) {
    const Reach& reach = scene.reach;
    if (inside != none) return {scene.said_at(inside), true};
    const Label label = label_of(words);
    if (label.previous || label.year) {
        const SaidId base = base_of(scene, of, words);
        return {base, base != none && in_paragraph(scene, base)};
    }
    if (label.subject.empty() || label.generic) return {};
    const SaidId found = reach.latest(label.key, of, [&](SaidId said) {
        return in_paragraph(scene, said) && reach.known(said) && said != of && reach.same_scope(said, of) &&
               addable(reach.figure(said), reach.figure(of));
    });
    return {found, false};
}

} // namespace

void state_multiples(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        const Spot& spot = scene.spot(i);
        if (spot.task != Task::multiple || spot.run != none || !reach.known(scene.said_at(i))) continue;
        const bool within =
            i > 0 && scene.spot(i - 1).task == Task::inside && spot.gap == scene.spot(i - 1).numeral.end;
        const std::size_t inside = within ? i - 1 : none;
        const Multiple multiple =
            multiple_of(scene, within ? inside : i, scene.spot(within ? inside : i).match.before);
        if (multiple.of == none) continue;
        const Multiple base = compared_with(scene, inside, multiple.of, spot.match.whole);
        if (base.of == none || base.of == multiple.of || !reach.known(base.of) ||
            !addable(reach.figure(base.of), reach.figure(multiple.of)))
            continue;
        state(written, scene, "multiple", "G19",
              {{.kind = Kind::ratio,
                .subject = id_of(reach, scene.said_at(i)),
                .first = {term(reach, multiple.of)},
                .second = {term(reach, base.of)}}},
              multiple.sure && base.sure);
    }
}

} // namespace tieout::detail
