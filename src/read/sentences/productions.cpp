// SPDX-License-Identifier: MIT
// What several families of productions share.

#include "read/sentences/productions.hpp"

#include "read/sentences/evidence.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

void Written::divided(Breakdown breakdown) {
    by_total[breakdown.totals.front()].push_back(divisions.size());
    if (breakdown.parts.size() > 1)
        for (const Breakdown::Part& part : breakdown.parts) by_part.emplace(part.said, divisions.size());
    divisions.push_back(std::move(breakdown));
}

const Breakdown* Written::division_of(SaidId total) const {
    const auto found = by_total.find(total);
    if (found == by_total.end()) return nullptr;
    for (auto index = found->second.rbegin(); index != found->second.rend(); ++index)
        if (divisions[*index].parts.size() > 1) return &divisions[*index];
    return nullptr;
}

const Breakdown* Written::division_with(SaidId part) const {
    const auto found = by_part.find(part);
    return found == by_part.end() ? nullptr : &divisions[found->second];
}

bool Written::knows(const Breakdown& breakdown) const {
    const auto found = by_total.find(breakdown.totals.front());
    if (found == by_total.end()) return false;
    constexpr std::size_t compared_max = 16; // lists of one amount
    const std::size_t size = found->second.size();
    for (std::size_t i = size > compared_max ? size - compared_max : 0; i < size; ++i) {
        const Breakdown& other = divisions[found->second[i]];
        if (other.parts.size() == breakdown.parts.size() &&
            std::equal(other.parts.begin(), other.parts.end(), breakdown.parts.begin(),
                       [](const Breakdown::Part& a, const Breakdown::Part& b) { return a.said == b.said; }))
            return true;
    }
    return false;
}

MentionId id_of(const Reach& reach, SaidId said) { return reach.said(said).mention; }

MentionTerm term(const Reach& reach, SaidId said, int coefficient) {
    return {id_of(reach, said), Decimal(coefficient)};
}

void state(Written& written, const Scene& scene, std::string_view word, std::string_view code,
           std::vector<Reading> readings, bool whole) {
    if (readings.empty()) return;
    Statement statement;
    statement.word = word;
    statement.evidence = evidence_if(whole && readings.size() <= candidates_max);
    if (readings.size() > candidates_max) readings.resize(candidates_max);
    statement.readings = std::move(readings);
    statement.context = scene.read.context;
    if (statement.context.empty()) {
        const Reading& first = statement.readings.front();
        const MentionId named = first.subject != no_mention ? first.subject : first.first.front().figure;
        statement.context = written.draft.mentions[named].figure.context;
    }
    statement.why = std::string(code);
    if (statement.evidence == Evidence::whole && !is_beyond_doubt(written, scene, statement))
        statement.evidence = Evidence::open;
    written.draft.statements.push_back(std::move(statement));
}

bool is_free_level(const Scene& scene, std::size_t at) {
    const Spot& spot = scene.spot(at);
    const Task task = scene.reach.said(scene.said_at(at)).task;
    return is_level(spot.task) && is_level(task) && !spot.reason;
}

bool is_named_budget(const Reach& reach, SaidId said) {
    const Label& label = reach.said(said).label;
    return is_budget(reach.mention(said)) && !label.subject.empty() && !label.generic;
}

std::uint32_t level_before(const Scene& scene, std::size_t at) {
    const std::uint32_t depth = scene.spot(at).depth;
    for (std::size_t i = at; i-- > reach_back(at);) {
        if (scene.spot(i).depth > depth || !is_free_level(scene, i)) continue;
        return static_cast<std::uint32_t>(i);
    }
    return none;
}

int year_of(const Reach& reach, SaidId said) {
    const int year = reach.said(said).year;
    if (year != 0) return year;
    if (reach.discourse.year == 0) return 0;
    return is_prior(reach.mention(said)) ? reach.discourse.year - 1 : reach.discourse.year;
}

std::vector<SaidId> totals_around(const Scene& scene, std::size_t at) {
    std::vector<SaidId> totals;
    std::uint32_t list = scene.spot(at).list;
    for (std::size_t steps = 0; list != none && steps < nesting_max; ++steps) {
        const List& one = scene.sentence().lists[list];
        // 收入5万元，上年4万元，其中：…: of the one that is of the time of the part, where the words leave no list of several.
        const bool prior = is_prior(scene.reach.mention(scene.said_at(at)));
        SaidId nearest = none;
        for (const std::uint32_t total : one.totals) {
            if (total >= at) continue;
            if (one.opening == Opening::bare) {
                totals.push_back(scene.said_at(total));
                continue;
            }
            if (nearest == none) nearest = scene.said_at(total);
            if (is_prior(scene.reach.mention(scene.said_at(total))) != prior) continue;
            nearest = scene.said_at(total);
            break;
        }
        if (nearest != none) totals.push_back(nearest);
        if (one.totals.empty())
            for (const SaidId said : levels_of_sentence_before(scene)) totals.push_back(said);
        list = one.outer;
    }
    return totals;
}

std::vector<SaidId> whole_within(const Scene& scene, std::size_t at) {
    if (scene.read.within.empty() || at < scene.read.within_from) return {};
    const Reach& reach = scene.reach;
    const Label label = label_of(scene.read.within);
    const SaidId here = scene.said_at(at);
    const auto fits = [&](SaidId said) {
        const Mention& mention = reach.mention(said);
        return said != here && reach.known(said) && is_level(reach.said(said).task) && !is_prior(mention) &&
               (label.fund.empty() || mention.of.fund.empty() || label.fund == mention.of.fund) &&
               mention.of.body == (label.body.empty() ? reach.mention(here).of.body : label.body) &&
               (!label.phase || *label.phase == mention.phase || !is_budget(mention));
    };
    SaidId whole = reach.latest(label.key, scene.said_at(scene.read.within_from), fits);
    // 财政拨款支出预算中，A、B和C，财政拨款支出预算…: it may stand behind its parts.
    const SaidId behind = reach.next(label.key, scene.said_at(scene.read.within_from), fits);
    if (behind != none && (whole == none || reach.said(behind).sentence == reach.said(here).sentence))
        whole = behind;
    if (whole == none) return {};
    return {whole};
}

std::vector<SaidId> levels_of_sentence_before(const Scene& scene) {
    std::vector<SaidId> levels;
    const Discourse& discourse = scene.reach.discourse;
    const auto here = scene.number();
    const std::uint32_t first = discourse.passages[scene.read.passage].first_sentence;
    constexpr std::uint32_t sentences_max = 12;
    for (std::uint32_t s = here; s-- > first && here - s <= sentences_max && levels.empty();) {
        const ReadSentence& before = discourse.sentences[s];
        const std::size_t size = before.said.size();
        for (std::size_t i = size > members_max ? size - members_max : 0; i < size; ++i) {
            const Spot& spot = before.sentence.spots[i];
            if (is_level(spot.task) && is_level(discourse.said[before.said[i]].task) && spot.list == none &&
                spot.depth == 0 && !spot.reason)
                levels.push_back(before.said[i]);
        }
    }
    return levels;
}

std::vector<SaidId> levels_of_head(const Scene& scene) {
    std::vector<SaidId> levels;
    const Discourse& discourse = scene.reach.discourse;
    const std::uint32_t head = discourse.passages[scene.read.passage].head;
    if (head == none) return levels;
    const ReadPassage& passage = discourse.passages[head];
    for (std::uint32_t s = passage.last_sentence; s-- > passage.first_sentence && levels.empty();) {
        const ReadSentence& before = discourse.sentences[s];
        for (std::size_t i = 0; i < std::min(before.said.size(), members_max); ++i) {
            const Spot& spot = before.sentence.spots[i];
            if (is_level(spot.task) && is_level(discourse.said[before.said[i]].task) && spot.depth == 0 &&
                !spot.reason && levels.size() < candidates_max)
                levels.push_back(before.said[i]);
        }
    }
    return levels;
}

bool in_paragraph(const Scene& scene, SaidId said) {
    const Said& of = scene.reach.said(said);
    return of.sentence != none && of.passage == scene.read.passage;
}

SaidId budget_of(const Scene& scene, SaidId level, std::string_view words) {
    const Reach& reach = scene.reach;
    const bool initial = contains(words, "年初");
    const bool adjusted = contains(words, "调整") || contains(words, "全年");
    const auto fits = [&](SaidId said) {
        const Mention& mention = reach.mention(said);
        if (said == level || !is_budget(mention) || !reach.known(said) || reach.said(said).label.previous)
            return false;
        if (initial && mention.phase != Phase::initial) return false;
        if (adjusted && mention.phase != Phase::adjusted && contains(words, "调整")) return false;
        if (!addable(mention.figure, reach.figure(level))) return false;
        if (mention.split != reach.mention(level).split) return false;
        const int a = reach.said(said).year;
        const int b = reach.said(level).year;
        if (a != 0 && b != 0 && a != b) return false;
        return reach.same_scope(said, level) || (mention.of.body == reach.mention(level).of.body &&
                                                 mention.of.fund == reach.mention(level).of.fund);
    };
    const std::string& key = reach.said(level).label.key;
    const Label& label = reach.said(level).label;
    const auto nameless = [&] {
        // Of what has no name of its own: the budget without one that stands nearest before it in its sentence, behind it, or in
        // the sentences before.
        const auto may = [&](SaidId said) {
            const Label& other = reach.said(said).label;
            return (other.key.empty() || other.generic || other.side) && is_level(reach.said(said).task) &&
                   fits(said);
        };
        const auto here = scene.number();
        const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
        for (std::uint32_t s = here + 1; s-- > first && here - s < 3;) {
            const std::vector<SaidId>& all = reach.discourse.sentences[s].said;
            const Said& of = reach.said(level);
            const std::size_t from = of.sentence == s ? of.spot : all.size();
            for (std::size_t i = from; i-- > reach_back(from);)
                if (may(all[i])) return all[i];
            for (std::size_t i = from + 1; i < all.size() && i - from <= spots_looked_back_max; ++i)
                if (may(all[i])) return all[i];
        }
        return none;
    };
    if (key.empty()) return nameless();
    // The nearest in the sentence, in the paragraph, and before.
    SaidId found =
        reach.latest(key, level, [&](SaidId said) { return in_paragraph(scene, said) && fits(said); });
    if (found == none) found = reach.next(key, level, fits);
    if (found == none && (label.generic || label.side)) found = nameless();
    if (found == none) found = reach.latest(key, level, [&](SaidId said) { return fits(said); });
    return found;
}

std::string_view side_named(std::string_view key) noexcept {
    if (key == "/expenditure") return "支出";
    if (key == "/income") return "收入";
    return {};
}

SaidId base_of(const Scene& scene, SaidId level, std::string_view words) {
    const Reach& reach = scene.reach;
    const Label than = label_of(words);
    const int year = than.year ? *than.year : year_of(reach, level) != 0 ? year_of(reach, level) - 1 : 0;
    const bool opening = contains(words, "年初") && !contains(words, "预算");
    const std::string& key = reach.said(level).label.key;
    const auto fits = [&](SaidId said) {
        if (said == level || !reach.known(said)) return false;
        const Mention& mention = reach.mention(said);
        if (!addable(mention.figure, reach.figure(level)) || mention.split != reach.mention(level).split)
            return false;
        const Task task = reach.said(said).task;
        if (task == Task::base || task == Task::from || !reach.same_scope(said, level)) return false;
        if (reach.said(said).label.part_of_year != reach.said(level).label.part_of_year) return false;
        if (opening) return mention.phase == Phase::opening;
        if (is_budget(mention) != is_budget(reach.mention(level)) &&
            !(is_budget(reach.mention(level)) && !is_budget(mention)))
            return false;
        if (than.year || year != 0) {
            const int own = year_of(reach, said);
            return own != 0 && own == year && (reach.said(said).year != 0 || is_prior(mention));
        }
        return is_prior(mention);
    };
    if (key.empty()) {
        // What has no name: 2017年安排42万元，2016年安排49万元.
        const Said& of = reach.said(level);
        const std::vector<SaidId>& all = scene.read.said;
        const bool here = of.sentence != none && &reach.discourse.sentences[of.sentence] == &scene.read;
        const std::size_t end = here ? std::min(all.size(), of.spot + spots_looked_back_max) : all.size();
        for (std::size_t i = end; i-- > reach_back(here ? of.spot : end);)
            if (reach.said(scene.read.said[i]).label.key.empty() &&
                is_level(reach.said(scene.read.said[i]).task) && fits(scene.read.said[i]))
                return scene.read.said[i];
        return none;
    }
    SaidId found =
        reach.latest(key, level, [&](SaidId said) { return in_paragraph(scene, said) && fits(said); });
    if (found == none) found = reach.next(key, level, fits);
    if (found == none) found = reach.latest(key, level, fits);
    // 上年支出250万元，本年支出625万元: the side alone names the same beside it.
    const std::string_view side = side_named(key);
    if (found == none && !side.empty()) {
        const auto beside = [&](SaidId said) {
            return reach.said(said).sentence == reach.said(level).sentence && fits(said);
        };
        found = reach.latest(std::string(side), level, beside);
        if (found == none) found = reach.next(std::string(side), level, beside);
    }
    return found;
}

/// 设备支出290万元。维修支出137.5万元。比上年的400万元增长6.88%: whether a sentence told another amount right before the one that
/// tells this, so that what comes in a sentence of its own may be of both.
bool told_beside_before(const Reach& reach, SaidId of) {
    const Said& said = reach.said(of);
    const ReadSentence& own = reach.discourse.sentences[said.sentence];
    if (said.sentence == reach.discourse.passages[own.passage].first_sentence) return false;
    const ReadSentence& before = reach.discourse.sentences[said.sentence - 1];
    const auto lone = [](const ReadSentence& sentence) {
        return std::count_if(sentence.said.begin(), sentence.said.end(),
                             [](SaidId id) { return id != none; }) == 1;
    };
    if (!lone(own) || !lone(before)) return false;
    const SaidId other =
        *std::find_if(before.said.begin(), before.said.end(), [](SaidId id) { return id != none; });
    return is_level(reach.said(other).task) && reach.said(other).task != Task::total &&
           addable(reach.figure(other), reach.figure(of)) && !reach.said(other).label.key.empty() &&
           reach.said(other).label.key != said.label.key && reach.said(other).label.phase == said.label.phase;
}

bool says_it_of(const Scene& scene, SaidId of, std::size_t at) {
    const Said& said = scene.reach.said(of);
    const bool here = said.sentence == scene.number() && said.spot < at;
    if (said.sentence != none && said.sentence < scene.number() && told_beside_before(scene.reach, of))
        return false;
    return !may_be_of_another_in_order(scene.sentence(), at) &&
           !(here && told_beside(scene.sentence(), said.spot, at)) &&
           !names_another(scene.sentence(), here ? said.spot : none, at, said.label.key);
}

} // namespace tieout::detail
