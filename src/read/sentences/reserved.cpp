// SPDX-License-Identifier: MIT
// What of procurement was reserved for firms of a size, and what these won of it and besides: 面向中小企业预留…预算金额60万元。在面向中小企业
// 预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额50万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额10万元。

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <array>

namespace tieout::detail {

namespace {

/// The words of its clauses before an amount.
std::string_view words_of(const Scene& scene, std::size_t at) {
    return scene.sentence().words_before(scene.spot(at));
}

bool was_won(std::string_view words) {
    static constexpr std::array<std::string_view, 2> won{"中标", "成交"};
    return contains_any(words, won);
}

/// What is reserved for firms of that size, in its paragraph before an amount; none if nothing is.
SaidId reserved_for(const Scene& scene, std::string_view size, SaidId before) {
    const Reach& reach = scene.reach;
    const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
    for (std::uint32_t s = scene.number() + 1; s-- > first;) {
        const Scene told{reach, reach.discourse.sentences[s]};
        for (std::size_t i = told.sentence().spots.size(); i-- > 0;) {
            const std::string_view words = words_of(told, i);
            if (told.said_at(i) < before && is_free_level(told, i) && contains(words, size) &&
                contains(words, "预留") && contains(words, "预算") && !was_won(words))
                return told.said_at(i);
        }
    }
    return none;
}

/// The amount of all procurement that was told last; none if none was.
SaidId all_procurement(const Reach& reach, SaidId before) {
    return reach.latest("/procurement", before, [&](SaidId said) {
        return reach.known(said) && is_level(reach.said(said).task) && reach.said(said).sentence != none &&
               reach.mention(said).phase == Phase::executed &&
               reach.said(said).passage + 2 >= reach.said(before).passage;
    });
}

} // namespace

void state_reserved(const Scene& scene, Written& written) {
    static constexpr std::array<std::string_view, 2> sizes{"面向中小企业", "面向小微企业"};
    const Reach& reach = scene.reach;
    SaidId of_medium = none;
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        const std::string_view words = words_of(scene, i);
        const SaidId won = scene.said_at(i);
        if (!is_free_level(scene, i) || !reach.known(won) || !was_won(words)) continue;
        for (const std::string_view size : sizes) {
            if (!contains(words, size) || !contains(words, "预留")) continue;
            if (size == sizes.front()) of_medium = won;
            const SaidId reserved = reserved_for(scene, size, won);
            if (reserved == none || !reach.known(reserved) ||
                !addable(reach.figure(reserved), reach.figure(won)))
                continue;
            state(written, scene, "reserved", "G03",
                  {{.kind = Kind::at_most, .first = {term(reach, won)}, .second = {term(reach, reserved)}}},
                  false);
        }
        if (of_medium == none || !contains(words, "其他政府采购项目")) continue;
        const SaidId all = all_procurement(reach, of_medium);
        if (all == none || !addable(reach.figure(all), reach.figure(won))) continue;
        state(written, scene, "won", "G03",
              {{.kind = Kind::at_most,
                .first = {term(reach, of_medium), term(reach, won)},
                .second = {term(reach, all)}}},
              false);
    }
}

} // namespace tieout::detail
