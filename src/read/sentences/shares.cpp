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
        // 人员经费800万元、公用经费400万元，分别占基本支出的67%和33%: as many levels as there are shares, in their order.
        std::vector<SaidId> levels;
        for (std::size_t i = run.first; i-- > reach_back(run.first) && levels.size() < run.count;)
            if (is_free_level(scene, i) && scene.spot(i).depth == spot.depth &&
                !is_prior(reach.mention(scene.said_at(i))))
                levels.push_back(scene.said_at(i));
        if (levels.size() == run.count) part.all.push_back(levels[run.count - 1 - place]);
        part.sure = run.respectively;
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
    if (speaks_of_all(scene.sentence(), at)) {
        // 其中A 5万元、B 3万元，两项占40%: of what they make together.
        for (std::size_t i = at; i-- > reach_back(at) && part.all.empty();)
            if (scene.spot(i).depth <= spot.depth && is_free_level(scene, i)) {
                if (reach.said(scene.said_at(i)).task == Task::total)
                    part.all.push_back(scene.said_at(i));
                else
                    for (const SaidId total : totals_around(scene, i)) part.all.push_back(total);
                break;
            }
        return part;
    }
    for (std::size_t i = at; i-- > reach_back(at);) {
        if (scene.spot(i).depth > spot.depth) continue;
        const SaidId said = scene.said_at(i);
        const Task task = reach.said(said).task;
        if (task == Task::inside || task == Task::base) continue;
        // 财政500万元、自筹300万元，用于设备600万元，占75%: of what it was used for, or of what stands before that.
        if (task == Task::aside && reach.known(said) && !scene.spot(i).reason && part.all.empty())
            part.all.push_back(said);
        // In brackets right behind a figure it is of that figure.
        if (!is_free_level(scene, i)) continue;
        if (is_prior(reach.mention(said))) continue;
        part.all.push_back(said);
        if (may_be_of_its_whole(scene.sentence(), i, at))
            for (const SaidId total : totals_around(scene, i))
                if (part.all.size() < candidates_max) part.all.push_back(total);
        part.sure = !may_be_of_another_in_order(scene.sentence(), at);
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

/// What words narrow the whole of a part to, nearer than the list that it stands in.
struct Narrowed {
    bool told = false;
    SaidId whole = none; ///< none where that amount is not told
};

/// 教师中，高级职称43人; 项目支出中设备购置50万元.
Narrowed narrowed_by(const Scene& scene, const Said& part) {
    const Reach& reach = scene.reach;
    const Spot& spot = scene.spot(part.spot);
    Narrowed found;
    const bool listed_within = spot.list != none && !scene.sentence().lists[spot.list].members.empty() &&
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
        return in_paragraph(scene, said) && is_level(reach.said(said).task) && reach.known(said);
    });
    found.told = found.whole != none;
    return found;
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

/// The whole of a share whose words name none.
Found unnamed_whole(const Scene& scene, std::size_t at, SaidId of, const Written& written) {
    const Reach& reach = scene.reach;
    Found whole;
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

/// The spot of the amount that a share is of within its own words, 占预算100万元的50%, or none. Of shares in one order it stands
/// before the first.
std::size_t inside_of(const Scene& scene, std::size_t at) {
    const Spot& spot = scene.spot(at);
    const std::size_t first = spot.run == none ? at : scene.sentence().runs[spot.run].first;
    const bool inside = first > 0 && scene.spot(first - 1).task == Task::inside &&
                        scene.spot(first).gap == scene.spot(first - 1).numeral.end;
    return inside ? first - 1 : none;
}

/// Whether a part is what the share would be of: the amount inside its words, or of that name.
bool is_whole_itself(const Reach& reach, SaidId part, SaidId inside, std::string_view words) {
    if (inside != none) return reach.figure(part).base_value() == reach.figure(inside).base_value();
    return !words.empty() && label_of(words).key == reach.said(part).label.key;
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
        const std::size_t within = inside_of(scene, i);
        const SaidId inside = within == none ? none : scene.said_at(within);
        Found part = part_of(scene, inside == none || spot.run != none ? i : within);
        if (part.all.empty() || !reach.known(part.all.front())) continue;
        Mention& mention = written.draft.mentions[id_of(reach, share)];
        mention.subject = reach.mention(part.all.front()).subject + "占比";
        mention.figure.label = mention.subject;
        std::string_view word = "share";
        std::string_view code = "G04";
        Kind kind = Kind::share;
        if (inside != none && (contains(scene.spot(within).match.whole, "预算") ||
                               contains(scene.spot(within).match.whole, "任务") ||
                               contains(scene.spot(within).match.whole, "计划"))) {
            word = "completion";
            code = "G07";
            kind = Kind::ratio;
        }
        std::vector<Reading> readings;
        bool sure = part.sure;
        bool orphan = false;
        for (const SaidId of : part.all) {
            const bool first = of == part.all.front();
            if (!first && (!reach.known(of) || is_whole_itself(reach, of, inside, spot.match.whole))) continue;
            Found whole;
            if (inside != none) {
                whole.all.push_back(inside);
                whole.sure = true;
            } else if (!spot.match.whole.empty()) {
                whole = named_whole(scene, i, of, spot.match.whole);
            } else {
                whole = unnamed_whole(scene, i, of, written);
                orphan = orphan || (first && whole.all.empty());
            }
            const std::size_t before = readings.size();
            for (const SaidId id : whole.all) {
                if (readings.size() >= candidates_max || !reach.known(id) ||
                    !addable(reach.figure(id), reach.figure(of)))
                    continue;
                readings.push_back({.kind = kind,
                                    .subject = id_of(reach, share),
                                    .first = {term(reach, of)},
                                    .second = {term(reach, id)}});
            }
            sure = sure && (first ? whole.sure && whole.all.size() == 1 : readings.size() == before);
        }
        if (orphan && readings.empty()) { // of what, is seen when the sentence ends
            if (orphans.size() < members_max) orphans.push_back({share, part.all.front()});
            continue;
        }
        if (kind == Kind::share && inside == none && !readings.empty() && of_totals.size() < members_max)
            of_totals.push_back({share, part.all.front()});
        state(written, scene, word, code, std::move(readings), sure);
    }
    state_hundred(scene, of_totals, written);
    state_orphans(scene, orphans, written);
}

} // namespace tieout::detail
