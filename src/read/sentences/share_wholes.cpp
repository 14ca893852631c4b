// SPDX-License-Identifier: MIT
// What a share is of: by the words between 占 and the number, or, where they name nothing, by the list, the clause and the
// sentence that its part stands in.

#include "read/sentences/share_wholes.hpp"

#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>

namespace tieout::detail {

namespace {

/// Whether an amount of one fund can be part of what is of another: 一般公共预算 is none of 政府性基金. What nothing says may be.
bool may_contain(std::string_view fund, std::string_view part) noexcept {
    if (fund.empty() || fund == "*" || part.empty() || part == fund) return true;
    return fund == "fiscal" && (part == "general" || part == "government" || part == "state_capital");
}

/// 按收入性质分：税收收入…: a list without a word for what it divides may divide what was told long before.
bool divides_unnamed(const Scene& scene, SaidId part) {
    const Said& said = scene.reach.said(part);
    if (said.sentence == none || said.spot == none) return false;
    const Sentence& sentence = scene.reach.discourse.sentences[said.sentence].sentence;
    const std::uint32_t list = sentence.spots[said.spot].list;
    return list != none && sentence.lists[list].totals.empty() &&
           sentence.lists[list].opening == Opening::bare;
}

/// Levels of the paragraph before this sentence that are in no list, the latest first.
std::vector<SaidId> levels_of_paragraph_before(const Scene& scene) {
    std::vector<SaidId> levels;
    const Discourse& discourse = scene.reach.discourse;
    const auto here = scene.number();
    const std::uint32_t first = discourse.passages[scene.read.passage].first_sentence;
    for (std::uint32_t s = here; s-- > first && levels.size() < candidates_max;) {
        const ReadSentence& before = discourse.sentences[s];
        for (std::size_t i = before.said.size(); i-- > 0 && levels.size() < candidates_max;)
            if (is_free_level({scene.reach, before}, i) && before.sentence.spots[i].list == none &&
                before.sentence.spots[i].depth == 0)
                levels.push_back(before.said[i]);
    }
    return levels;
}

/// Whether a level stands in the paragraph that this one is an item of: 一般公共预算1033万元。 above 1.基本支出802万元，占一般公共预算的77.5%。
bool announces(const Scene& scene, SaidId level) {
    const Discourse& discourse = scene.reach.discourse;
    const std::uint32_t head = discourse.passages[scene.read.passage].head;
    return head != none && scene.reach.said(level).sentence != none &&
           scene.reach.said(level).passage == head;
}

/// What the share before it, which stands in the same sentence, is told to be of: 支出9万元，占已发行的90%，未支出1万元，占10%.
SaidId whole_of_share_before(const Scene& scene, std::size_t at) {
    for (std::size_t i = at; i-- > reach_back(at);) {
        const Spot& before = scene.spot(i);
        if (before.task != Task::share || before.depth != scene.spot(at).depth) continue;
        if (before.match.whole.empty()) return none;
        const Label label = label_of(before.match.whole);
        return label.key.empty() || label.generic
                   ? none
                   : scene.reach.latest(label.key, scene.said_at(i), [&](SaidId said) {
                         return in_paragraph(scene, said) && is_level(scene.reach.said(said).task) &&
                                scene.reach.known(said);
                     });
    }
    return none;
}

} // namespace

Narrowed narrowed_by(const Scene& scene, const Said& part) {
    const Reach& reach = scene.reach;
    const Spot& spot = scene.spot(part.spot);
    Narrowed found;
    const bool listed_within =
        spot.list != none && !scene.sentence().lists[spot.list].members.empty() &&
        scene.sentence().lists[spot.list].members.front().spot >= scene.read.within_from;
    if (!scene.read.within.empty() && part.spot >= scene.read.within_from && !listed_within) {
        const std::vector<SaidId> whole = whole_within(scene, part.spot);
        found = {true, whole.empty() ? none : whole.front()};
        return found;
    }
    const std::size_t in = find_words(spot.label, "中");
    if (in == spot.label.npos || in == 0) return found;
    const std::string_view before = spot.label.substr(0, in);
    const Label label = label_of(before);
    if (label.key.empty()) return found;
    found.whole = reach.latest(label.key, scene.said_at(part.spot), [&](SaidId said) {
        return reach.said(said).passage + 1 >= part.passage && is_level(reach.said(said).task) &&
               reach.known(said);
    });
    found.told = found.whole != none || known_part(label.core, true) != nullptr;
    return found;
}

ShareOf named_whole(const Scene& scene, std::size_t at, SaidId part, std::string_view words) {
    const Reach& reach = scene.reach;
    ShareOf whole;
    const Label label = label_of(words);
    const auto fits = [&](SaidId said) {
        const Said& of = reach.said(said);
        const Mention& mention = reach.mention(said);
        if (said == part || !reach.known(said) || !addable(mention.figure, reach.figure(part))) return false;
        if (!(is_level(of.task) || of.task == Task::inside) || is_prior(mention)) return false;
        if (mention.of.period != reach.mention(part).of.period) return false;
        if (label.phase && *label.phase != mention.phase &&
            !(is_budget(mention) && *label.phase == Phase::initial))
            return false;
        if (!label.fund.empty() && !mention.of.fund.empty() && label.fund != mention.of.fund) return false;
        if (!may_contain(mention.of.fund, reach.mention(part).of.fund)) return false;
        if (!label.body.empty() && label.body != mention.of.body && label.body != of.label.body) return false;
        if (label.body.empty() && !mention.of.body.empty() && mention.of.body != reach.mention(part).of.body)
            return false;
        // 占本年支出合计: that of one fund only where it is spoken of together with the part.
        if (label.fund.empty() && !mention.of.fund.empty() &&
            !(in_paragraph(scene, said) && mention.of.fund == reach.mention(part).of.fund))
            return false;
        return true;
    };
    const auto same_phase = [&](SaidId said) {
        return fits(said) && (label.phase || reach.mention(said).phase == reach.mention(part).phase);
    };
    const SaidId here = scene.said_at(at);
    if (!label.subject.empty() && (!label.generic || !label.fund.empty())) {
        SaidId found = reach.latest(
            label.key, here, [&](SaidId said) { return in_paragraph(scene, said) && same_phase(said); });
        const auto unconfined = [&](SaidId said) {
            const std::string& fund = reach.mention(said).of.fund;
            return same_phase(said) && (!label.fund.empty() || fund.empty() || fund == "*");
        };
        if (found == none) found = reach.latest(label.key, here, unconfined);
        whole.sure = found != none && (in_paragraph(scene, found) || announces(scene, found));
        // 一般公共预算 of another table may be what is divided, or the part itself.
        if (found == none) found = reach.latest(label.key, here, same_phase);
        if (found == none) found = reach.latest(label.key, here, fits);
        if (found == none) found = reach.next(label.key, here, same_phase);
        if (found != none) whole.all.push_back(found);
        return whole;
    }
    if (!label.body.empty()) return whole;
    // 总支出, 支出决算总额: what is divided, or the total that was spoken of before.
    for (const SaidId said : totals_around(scene, at))
        if (same_phase(said)) {
            whole.all.push_back(said);
            whole.sure = true;
            return whole;
        }
    const SaidId same_key = reach.latest(
        label.key, here, [&](SaidId said) { return in_paragraph(scene, said) && same_phase(said); });
    if (same_key != none) {
        whole.all.push_back(same_key);
        whole.sure = true;
        return whole;
    }
    // 基本支出600万元，占总支出的60%，…，总支出1000万元: what it is of may stand behind it.
    const SaidId behind = label.key.empty() ? none : reach.next(label.key, here, [&](SaidId said) {
        return reach.said(said).sentence == reach.said(here).sentence && same_phase(said);
    });
    if (behind != none) {
        whole.all.push_back(behind);
        return whole;
    }
    for (const SaidId said : levels_of_sentence_before(scene))
        if (same_phase(said) && whole.all.size() < candidates_max) whole.all.push_back(said);
    whole.sure = whole.all.size() == 1;
    if (whole.all.empty())
        for (const SaidId said : levels_of_head(scene))
            if (same_phase(said) && whole.all.size() < candidates_max) whole.all.push_back(said);
    return whole;
}

ShareOf unnamed_whole(const Scene& scene, std::size_t at, SaidId of, const Written& written) {
    const Reach& reach = scene.reach;
    ShareOf whole;
    const Said& said = reach.said(of);
    bool unnamed = false;
    if (said.sentence == reach.said(scene.said_at(at)).sentence && said.spot != none) {
        const Narrowed narrowed = narrowed_by(scene, said);
        whole.all = totals_around(scene, said.spot);
        if (narrowed.whole != none)
            whole.all = {narrowed.whole};
        else if (whole.all.empty())
            whole.all = whole_within(scene, said.spot);
        unnamed = narrowed.told && narrowed.whole == none;
        // 基本支出中的人员经费60万元，占60%，公用经费40万元，占40%: the next may be narrowed likewise.
        for (std::size_t i = said.spot; !narrowed.told && i-- > reach_back(said.spot);) {
            if (scene.spot(i).depth != scene.spot(said.spot).depth || !is_free_level(scene, i)) continue;
            const SaidId likewise = narrowed_by(scene, reach.said(scene.said_at(i))).whole;
            if (likewise != none && likewise != of) {
                whole.all.push_back(likewise);
                unnamed = true;
            }
            if (scene.spot(i).list != scene.spot(said.spot).list || likewise != none) break;
        }
        if (const SaidId other = whole_of_share_before(scene, at);
            other != none && std::find(whole.all.begin(), whole.all.end(), other) == whole.all.end()) {
            whole.all.push_back(other);
            unnamed = true;
        }
    } else if (said.spot != none && said.sentence != none) {
        whole.all = totals_around({reach, reach.discourse.sentences[said.sentence]}, said.spot);
    }
    std::erase_if(whole.all, [&](SaidId id) {
        return id == of || !reach.known(id) || !addable(reach.figure(id), reach.figure(of));
    });
    if (whole.all.empty()) {
        if (const Breakdown* other = written.division_with(of)) {
            whole.all.push_back(other->totals.front());
            unnamed = other->opening == Opening::bare || other->apart;
        }
    }
    if (whole.all.empty()) return whole;
    // 捐出280万元，其中定向捐赠200万元，结余20万元，占6.67%: where members before it have no shares, it may be none of theirs.
    if (said.sentence == reach.said(scene.said_at(at)).sentence && said.spot != none &&
        may_be_of_its_whole(scene.sentence(), said.spot, at) &&
        scene.sentence().lists[scene.spot(said.spot).list].members.size() > 1) {
        unnamed = true;
        for (std::size_t i = said.spot; i-- > reach_back(said.spot) && whole.all.size() < candidates_max;)
            if (const SaidId id = scene.said_at(i);
                is_free_level(scene, i) && reach.known(id) && addable(reach.figure(id), reach.figure(of)) &&
                std::find(whole.all.begin(), whole.all.end(), id) == whole.all.end())
                whole.all.push_back(id);
    }
    // Of totals in several phases those of its own; of lists within lists, which it is of stays open.
    const bool own = std::any_of(whole.all.begin(), whole.all.end(), [&](SaidId id) {
        return reach.mention(id).phase == reach.mention(of).phase;
    });
    if (own)
        std::erase_if(whole.all,
                      [&](SaidId id) { return reach.mention(id).phase != reach.mention(of).phase; });
    whole.sure = !unnamed && !divides_unnamed(scene, of);
    if (!whole.sure)
        for (const SaidId id : levels_of_paragraph_before(scene))
            if (id != of && std::find(whole.all.begin(), whole.all.end(), id) == whole.all.end())
                whole.all.push_back(id);
    return whole;
}

} // namespace tieout::detail
