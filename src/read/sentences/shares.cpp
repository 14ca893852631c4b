// SPDX-License-Identifier: MIT
// Shares: 占…的 p%.

#include "read/sentences/mentions.hpp"
#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

struct Found {
    std::vector<SaidId> all{};
    bool sure = false;
};

/// The part: what the words before 占 name, else the level right before.
Found part_of(const Scene& scene, std::size_t at) {
    const Reach& reach = scene.reach;
    const Spot& spot = scene.spot(at);
    Found part;
    std::string_view words = spot.label;
    bool other = false;
    for (const std::string_view cut : {"所占", "占", "的比重", "比重", "的比例", "比例", "占比"})
        if (const std::size_t found = words.find(cut); found != words.npos) words = words.substr(0, found);
    if (spot.match.whole.data() != nullptr && spot.label.empty()) other = true;
    const Label label = label_of(words);
    // 上年占45%, 合计占100%
    if (label.previous || label.total) return part;
    if (spot.run != none) {
        const Sentence& sentence = scene.sentence();
        const Run& run = sentence.runs[spot.run];
        const std::size_t place = at - run.first;
        // Names and shares in one order: A、B、C分别占总支出的85%、10%、5%.
        const std::vector<Label> names = names_of_run(sentence, run);
        if (names.size() == run.count && !names[place].subject.empty() && !names[place].generic) {
            const SaidId found = reach.latest(names[place].key, scene.said_at(at), [&](SaidId said) {
                return reach.known(said) && is_level(reach.said(said).task);
            });
            if (found != none) {
                part.all.push_back(found);
                part.sure = true;
                return part;
            }
        }
        for (std::size_t k = spot.run; k-- > 0 && spot.run - k <= runs_looked_back_max;) {
            const Run& levels = sentence.runs[k];
            if (levels.first >= run.first || levels.count != run.count ||
                !is_level(sentence.spots[levels.first].task))
                continue;
            part.all.push_back(scene.said_at(levels.first + place));
            part.sure = true;
            return part;
        }
        return part;
    }
    if (!label.subject.empty() && !label.generic) {
        const auto fits = [&](SaidId said) {
            const Said& of = reach.said(said);
            return reach.known(said) && is_level(of.task) && !is_prior(reach.mention(said)) &&
                   (label.body.empty() || label.body == reach.mention(said).of.body);
        };
        SaidId found = reach.latest(label.key, scene.said_at(at),
                                    [&](SaidId said) { return in_paragraph(scene, said) && fits(said); });
        if (found == none) found = reach.next(label.key, scene.said_at(at), fits);
        if (found == none) found = reach.latest(label.key, scene.said_at(at), fits);
        if (found != none) {
            part.all.push_back(found);
            part.sure = in_paragraph(scene, found);
        }
        return part;
    }
    if (other) return part;
    // 均为面向中小企业采购，占100%: a clause in between may name another part.
    if (spot.clause > 0) {
        const Clause& before = scene.sentence().clauses[spot.clause - 1];
        static constexpr std::string_view all_of_them[] = {"均", "都", "全部", "皆"};
        if (!before.has_figure && before.begin >= spot.gap &&
            contains_any(scene.sentence().words(before.begin, before.end), all_of_them))
            return part;
    }
    for (std::size_t i = at; i-- > reach_back(at);) {
        if (scene.spot(i).depth > spot.depth) continue;
        const Task task = scene.reach.said(scene.said_at(i)).task;
        if (task == Task::inside || task == Task::base) continue;
        // In brackets right behind a figure it is of that figure.
        if (!is_free_level(scene, i)) continue;
        if (is_prior(reach.mention(scene.said_at(i)))) continue;
        part.all.push_back(scene.said_at(i));
        part.sure = true;
        return part;
    }
    const std::vector<SaidId> before = levels_of_sentence_before(scene);
    if (before.size() == 1) part.all = before;
    return part;
}

/// Whether an amount of one fund can be part of what is of another: 一般公共预算 is none of 政府性基金. What nothing says may be.
bool may_contain(std::string_view fund, std::string_view part) noexcept {
    if (fund.empty() || fund == "*" || part.empty() || part == fund) return true;
    return fund == "fiscal" && (part == "general" || part == "government" || part == "state_capital");
}

/// Its whole by the words between 占 and the number.
Found named_whole(const Scene& scene, std::size_t at, SaidId part, std::string_view words) {
    const Reach& reach = scene.reach;
    Found whole;
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
        whole.sure = found != none && in_paragraph(scene, found);
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
    for (const SaidId said : levels_of_sentence_before(scene))
        if (same_phase(said) && whole.all.size() < candidates_max) whole.all.push_back(said);
    whole.sure = whole.all.size() == 1;
    if (whole.all.empty())
        for (const SaidId said : levels_of_head(scene))
            if (same_phase(said) && whole.all.size() < candidates_max) whole.all.push_back(said);
    return whole;
}

struct Orphan {
    SaidId share;
    SaidId part;
};

/// Shares whose whole no word names: A 0元，占0%；B 5元，占100%: of all of them together, or of an amount before.
void state_orphans(const Scene& scene, const std::vector<Orphan>& orphans, Written& written) {
    const Reach& reach = scene.reach;
    for (const Orphan& orphan : orphans) {
        std::vector<Reading> readings;
        const auto share_of = [&](SaidId whole) {
            if (whole == orphan.part || !reach.known(whole) ||
                !addable(reach.figure(whole), reach.figure(orphan.part)))
                return;
            if (is_prior(reach.mention(whole)) || readings.size() + 1 >= candidates_max) return;
            readings.push_back({.kind = Kind::share,
                                .subject = id_of(reach, orphan.share),
                                .first = {term(reach, orphan.part)},
                                .second = {term(reach, whole)}});
        };
        // A total that stands behind them is theirs.
        bool sure = false;
        for (std::size_t i = reach.said(orphan.share).spot; i < scene.sentence().spots.size() && !sure; ++i)
            if (reach.said(scene.said_at(i)).task == Task::total) {
                share_of(scene.said_at(i));
                sure = !readings.empty();
            }
        if (!sure) {
            Reading all{.kind = Kind::share,
                        .subject = id_of(reach, orphan.share),
                        .first = {term(reach, orphan.part)}};
            bool sound = orphans.size() > 1;
            for (const Orphan& other : orphans) {
                sound = sound && reach.known(other.part) &&
                        addable(reach.figure(other.part), reach.figure(orphan.part));
                all.second.push_back(term(reach, other.part));
            }
            if (sound) readings.push_back(std::move(all));
            for (const SaidId said : levels_of_sentence_before(scene)) share_of(said);
            for (const SaidId said : levels_of_head(scene)) share_of(said);
            for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i)
                if (is_free_level(scene, i) && scene.spot(i).list == none &&
                    std::none_of(orphans.begin(), orphans.end(),
                                 [&](const Orphan& other) { return other.part == scene.said_at(i); }))
                    share_of(scene.said_at(i));
            if (!sound && orphans.size() > 1 && readings.empty()) continue;
        }
        state(written, scene, "share", "G04", std::move(readings), sure);
    }
}

} // namespace

namespace {

/// The shares of all parts of a list are one hundred together, or less where there are more parts.
void state_hundred(const Scene& scene, const std::vector<Orphan>& shares, Written& written) {
    const Reach& reach = scene.reach;
    if (shares.size() < 2) return;
    const Breakdown* division = written.division_with(shares.front().part);
    if (division == nullptr || division->parts.size() != shares.size() ||
        division->opening == Opening::partly)
        return;
    Reading all{.kind = Kind::linear, .constant = Decimal(100)};
    for (const Breakdown::Part& part : division->parts) {
        const auto of = std::find_if(shares.begin(), shares.end(),
                                     [&](const Orphan& one) { return one.part == part.said; });
        if (of == shares.end()) return;
        all.first.push_back(term(reach, of->share));
    }
    Reading less = all;
    less.comparison = Comparison::less_than;
    state(written, scene, "hundred", "G04", {std::move(all), std::move(less)}, false);
}

} // namespace

namespace {

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

} // namespace

void state_shares(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    std::vector<Orphan> orphans;
    std::vector<Orphan> of_totals;
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        const Spot& spot = scene.spot(i);
        if (spot.task != Task::share) continue;
        const SaidId share = scene.said_at(i);
        if (!reach.known(share)) continue;
        const bool inside =
            i > 0 && scene.spot(i - 1).task == Task::inside && spot.gap == scene.spot(i - 1).numeral.end;
        Found part = part_of(scene, inside ? i - 1 : i);
        if (part.all.empty() || !reach.known(part.all.front())) continue;
        const SaidId of = part.all.front();
        Mention& mention = written.draft.mentions[id_of(reach, share)];
        mention.subject = reach.mention(of).subject + "占比";
        mention.figure.label = mention.subject;
        Found whole;
        std::string_view word = "share";
        std::string_view code = "G04";
        Kind kind = Kind::share;
        if (inside) {
            whole.all.push_back(scene.said_at(i - 1));
            whole.sure = true;
            if (contains(scene.spot(i - 1).match.whole, "预算") ||
                contains(scene.spot(i - 1).match.whole, "任务") ||
                contains(scene.spot(i - 1).match.whole, "计划")) {
                word = "completion";
                code = "G07";
                kind = Kind::ratio;
            }
        } else if (!spot.match.whole.empty()) {
            whole = named_whole(scene, i, of, spot.match.whole);
        } else {
            const Said& said = reach.said(of);
            bool unnamed = false;
            if (said.sentence == reach.said(share).sentence && said.spot != none) {
                whole.all = totals_around(scene, said.spot);
                if (whole.all.empty()) whole.all = whole_within(scene, said.spot);
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
            if (whole.all.empty()) { // of what, is seen when the sentence ends
                if (orphans.size() < members_max) orphans.push_back({share, of});
                continue;
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
        }
        std::vector<Reading> readings;
        for (const SaidId id : whole.all) {
            if (readings.size() >= candidates_max || !reach.known(id) ||
                !addable(reach.figure(id), reach.figure(of)))
                continue;
            readings.push_back({.kind = kind,
                                .subject = id_of(reach, share),
                                .first = {term(reach, of)},
                                .second = {term(reach, id)}});
        }
        if (kind == Kind::share && !inside && !readings.empty() && of_totals.size() < members_max)
            of_totals.push_back({share, of});
        state(written, scene, word, code, std::move(readings),
              part.sure && whole.sure && whole.all.size() == 1);
    }
    state_hundred(scene, of_totals, written);
    state_orphans(scene, orphans, written);
}

} // namespace tieout::detail
