// SPDX-License-Identifier: MIT
// Shares: 占…的 p%.

#include "read/sentences/mentions.hpp"
#include "read/sentences/productions.hpp"
#include "read/sentences/share_wholes.hpp"

#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

/// Whether the words before shares in one order name what these are of: 其中中小企业分别占.
bool names_parts_of_run(const Sentence& sentence, const Run& run) {
    const Spot& first = sentence.spots[run.first];
    std::string_view words = first.label;
    for (const std::string_view cut : {"分别", "依次", "各占", "占"})
        if (const std::size_t at = words.find(cut); at != words.npos) words = words.substr(0, at);
    const Label label = label_of(words);
    return contains(words, "其中") || (!label.subject.empty() && !label.generic);
}

/// The part: what the words before 占 name, else the level right before.
ShareOf part_of(const Scene& scene, std::size_t at) {
    const Reach& reach = scene.reach;
    const Spot& spot = scene.spot(at);
    ShareOf part;
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
        // 总计1000万元，其中中小企业分别占30%、20%: of what they are shares, which have no amounts.
        const bool of_others = names_parts_of_run(sentence, run);
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
            part.sure = !of_others;
            return part;
        }
        // 人员经费800万元、公用经费400万元，分别占基本支出的67%和33%: as many levels as there are shares, in their order.
        std::vector<SaidId> levels;
        for (std::size_t i = run.first; i-- > reach_back(run.first) && levels.size() < run.count;)
            if (is_free_level(scene, i) && scene.spot(i).depth == spot.depth &&
                !is_prior(reach.mention(scene.said_at(i))))
                levels.push_back(scene.said_at(i));
        if (levels.size() == run.count) part.all.push_back(levels[run.count - 1 - place]);
        part.sure = run.respectively && !of_others;
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
        // 支出541万元、预算512万元，完成调整预算570万元的94.9%: of what was spent.
        if (spot.task == Task::inside && contains(spot.match.whole, "预算") && is_budget(reach.mention(said)))
            continue;
        part.all.push_back(said);
        if (may_be_of_its_whole(scene.sentence(), i, at))
            for (const SaidId total : totals_around(scene, i))
                if (part.all.size() < candidates_max) part.all.push_back(total);
        part.sure = !may_be_of_another_in_order(scene.sentence(), at) &&
                    (spot.match.whole.empty() || !told_beside(scene.sentence(), i, at)) &&
                    !names_another(scene.sentence(), i, at, reach.said(said).label.key);
        return part;
    }
    const std::vector<SaidId> before = levels_of_sentence_before(scene);
    if (before.size() == 1) part.all = before;
    return part;
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
                // 前两项共计 is of some of them.
                const Spot& total = scene.spot(i);
                const std::string_view words = scene.sentence().words_before(total);
                sure = !readings.empty() && is_plain(behind_last(words, clause_marks), Says::product, {});
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

/// Whether shares are surely those of classes, which do not overlap, in one whole: then they are no more than one hundred, whether
/// or not there are other classes.
bool are_of_classes_of_one(const Scene& scene, const std::vector<Orphan>& shares, const Draft& draft) {
    std::vector<MentionId> of;
    for (const Orphan& share : shares) {
        const Said& part = scene.reach.said(share.part);
        const MentionId own = id_of(scene.reach, share.share);
        const auto stated =
            std::find_if(draft.statements.rbegin(), draft.statements.rend(), [&](const Statement& statement) {
                return statement.word == "share" && statement.readings.front().subject == own;
            });
        if (part.spot == none || part.sentence != scene.number() ||
            !contains(scene.spot(part.spot).label, "（类）") || stated == draft.statements.rend() ||
            stated->evidence != Evidence::whole)
            return false;
        of.push_back(stated->readings.front().second.front().figure);
    }
    return std::all_of(of.begin(), of.end(), [&](MentionId whole) { return whole == of.front(); });
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
    state(written, scene, "hundred", "G04", {std::move(all), std::move(less)},
          are_of_classes_of_one(scene, shares, written.draft));
}

/// 工资福利支出占60%，商品和服务支出占25%，其他占15%: shares without amounts, of which the last is of the rest.
void state_hundred_of_names(const Scene& scene, Written& written) {
    static constexpr std::array<std::string_view, 5> rests{"其他", "其余", "剩余", "其它", "另外"};
    Reading all{.kind = Kind::linear, .constant = Decimal(100)};
    const std::vector<Spot>& spots = scene.sentence().spots;
    if (spots.size() < 3 || spots.size() > members_max) return;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const std::string_view words = behind_last(scene.sentence().words_before(spots[i]), clause_marks);
        if (spots[i].task != Task::share || spots[i].depth != 0 || spots[i].run != none ||
            !spots[i].match.whole.empty() || words.starts_with("占") ||
            !scene.reach.known(scene.said_at(i)) || contains(words, "其中"))
            return;
        all.first.push_back(term(scene.reach, scene.said_at(i)));
    }
    const std::string_view last = behind_last(scene.sentence().words_before(spots.back()), clause_marks);
    if (begins_with_any(last, rests).empty()) return;
    state(written, scene, "hundred", "G04", {std::move(all)}, false);
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

/// 完成全年预算500万元的92%，即460万元; 基本支出占60%，为600万元: the part that is told right behind its share.
SaidId part_behind(const Scene& scene, std::size_t at) {
    const std::size_t next = at + 1;
    if (next >= scene.sentence().spots.size()) return none;
    if (!is_free_level(scene, next) && scene.spot(next).task != Task::same) return none;
    static constexpr std::string_view leads[] = {"，即",   "，为",     "，计",     "，达", "，共", "，合",
                                                 "，约为", "，金额为", "，也就是", "（",   "（即"};
    const Spot& spot = scene.spot(next);
    return is_any(scene.sentence().words_before(spot), leads) ? scene.said_at(next) : none;
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
        ShareOf part = part_of(scene, inside == none || spot.run != none ? i : within);
        if (part.all.empty())
            if (const SaidId behind = part_behind(scene, i); behind != none) part.all.push_back(behind);
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
            // What the share is of, and what that is a part of, are no parts of it.
            if (!first && is_whole_itself(reach, of, inside, spot.match.whole)) break;
            if (!first && !reach.known(of)) continue;
            ShareOf whole;
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
    if (of_totals.empty()) state_hundred_of_names(scene, written);
    state_orphans(scene, orphans, written);
}

} // namespace tieout::detail
