// SPDX-License-Identifier: MIT
// What a movement is of, and what from: 比上年增加 d，增长 p%.

#include "read/sentences/evidence.hpp"
#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

bool same_number(const Reach& reach, const std::vector<SaidId>& levels) {
    return std::all_of(levels.begin(), levels.end(), [&](SaidId said) {
        return reach.figure(said).base_value() == reach.figure(levels.front()).base_value();
    });
}

/// What may have changed into the amount that is spoken of: it is not of the year before, nor the budget compared with.
struct MayHaveChanged {
    const Reach& reach;
    const Figure* with = nullptr; ///< the change, where it is known: of one dimension
    bool from_budget = false;

    bool operator()(SaidId said) const {
        const Mention& mention = reach.mention(said);
        if (!reach.known(said) || is_prior(mention) || mention.phase == Phase::opening) return false;
        if (reach.said(said).label.previous) return false; // 资产总额上年末950万元
        if (from_budget && is_budget(mention)) return false;
        const Task task = reach.said(said).task;
        if (!is_level(task)) return false;
        return with == nullptr || addable(mention.figure, *with);
    }
};

/// Those of a sentence that stand next before a figure, in their order.
std::span<const SaidId> last_of(const std::vector<SaidId>& all, SaidId before) {
    const auto end = std::lower_bound(all.begin(), all.end(), before);
    const auto size = static_cast<std::size_t>(end - all.begin());
    const std::size_t from = reach_back(size);
    return std::span<const SaidId>(all).subspan(from, size - from);
}

struct Candidates {
    std::vector<SaidId> to{};
    bool bound = false;
};

/// By its own name.
Candidates named(const Scene& scene, const Movement& movement, const Label& subject,
                 const MayHaveChanged& may) {
    const Reach& reach = scene.reach;
    Candidates found;
    const SaidId here = scene.said_at(movement.first);
    const auto fits = [&](SaidId said) {
        if (!may(said)) return false;
        const Mention& mention = reach.mention(said);
        if (!subject.fund.empty() && !mention.of.fund.empty() && subject.fund != mention.of.fund)
            return false;
        if (!subject.body.empty() && subject.body != mention.of.body &&
            subject.body != reach.said(said).label.body)
            return false;
        if (subject.year && year_of(reach, said) != 0 && *subject.year != year_of(reach, said)) return false;
        if (subject.phase && *subject.phase != mention.phase &&
            !(is_budget(mention) && *subject.phase == Phase::initial))
            return false;
        return true;
    };
    SaidId to =
        reach.latest(subject.key, here, [&](SaidId said) { return in_paragraph(scene, said) && fits(said); });
    if (to == none && !subject.side) to = reach.next(subject.key, here, fits);
    if (to == none && !subject.side) to = reach.latest(subject.key, here, fits);
    if (to == none) return found;
    found.to.push_back(to);
    // Elsewhere an amount of that name may be of another fund or body; what a body owns is told once.
    found.bound = in_paragraph(scene, to) || is_only_asset(reach.draft, id_of(reach, to));
    return found;
}

/// Both sides at once: 收、支总计各增加.
Candidates both_sides(const Scene& scene, const Movement& movement, const Label& subject,
                      const MayHaveChanged& may) {
    const Reach& reach = scene.reach;
    Candidates found;
    const SaidId here = scene.said_at(movement.first);
    const std::string fund(fund_in(movement.subject));
    for (const std::string& key :
         {fund + "收入总计", std::string("/total_income"), std::string("收入总计")}) {
        const SaidId to = reach.latest(key, here, [&](SaidId said) {
            const Mention& mention = reach.mention(said);
            return may(said) && (fund.empty() || mention.of.fund.empty() || mention.of.fund == fund) &&
                   (subject.body.empty() || mention.of.body == subject.body);
        });
        if (to == none) continue;
        found.to.push_back(to);
        // 收入合计 elsewhere may be of the year alone.
        found.bound = in_paragraph(scene, to) || contains(reach.mention(to).subject, "总计");
        return found;
    }
    return found;
}

/// Whether no sentence without figures stands between this one and the one before: （1）公务接待费。 names what is told next.
bool follows_at_once(const Scene& scene) {
    const std::uint32_t here = scene.number();
    return here > 0 && !scene.reach.discourse.sentences[here - 1].sentence.spots.empty();
}

/// Of what stands before it.
Candidates unnamed(const Scene& scene, const Movement& movement, const Label& subject,
                   const MayHaveChanged& may) {
    const Reach& reach = scene.reach;
    Candidates found;
    const Spot& first = scene.spot(movement.first);
    const auto phase_fits = [&](SaidId said) {
        return !subject.phase || subject.phase == reach.mention(said).phase ||
               (*subject.phase == Phase::executed && !is_budget(reach.mention(said)));
    };
    // 2020年比2019年减少: the amount of that year.
    if (subject.year) {
        const auto here = scene.number();
        const std::uint32_t first_sentence = reach.discourse.passages[scene.read.passage].first_sentence;
        for (std::uint32_t s = here + 1; s-- > first_sentence && here - s < 4;)
            for (const SaidId said :
                 last_of(reach.discourse.sentences[s].said, scene.said_at(movement.first))) {
                if (said >= scene.said_at(movement.first) || !is_level(reach.said(said).task) ||
                    !reach.known(said))
                    continue;
                if (year_of(reach, said) != *subject.year || reach.said(said).year == 0) continue;
                if (may.with != nullptr && !addable(reach.figure(said), *may.with)) continue;
                found.to = {said};
                found.bound = true;
                return found;
            }
    }
    // 总额, 决算数 behind a list: what the list divides.
    const bool generic = !movement.subject.empty();
    std::uint32_t nearest = none;
    for (std::size_t i = movement.first; i-- > reach_back(movement.first) && nearest == none;) {
        if (scene.spot(i).depth > first.depth || !is_free_level(scene, i)) continue;
        const SaidId said = scene.said_at(i);
        if (may(said) && phase_fits(said)) nearest = static_cast<std::uint32_t>(i);
    }
    // 2020年支出4万元，2021年支出5万元，较上年增加1万元: of the year right before it, where the year before that stands before.
    const auto told_year = [&](std::size_t i) {
        return is_free_level(scene, i) && scene.spot(i).depth == first.depth
                   ? label_of(scene.spot(i).label).year.value_or(0)
                   : 0;
    };
    if (movement.first > 0 && movement.subject.empty() && !may.from_budget) {
        const std::size_t last = movement.first - 1;
        const SaidId said = scene.said_at(last);
        const int year = told_year(last);
        bool follows = false;
        for (std::size_t i = last; year != 0 && i-- > reach_back(last) && last - i <= candidates_max;)
            follows = follows || (told_year(i) + 1 == year &&
                                  reach.said(scene.said_at(i)).label.key == reach.said(said).label.key);
        // 2020年，总收入100万元。2021年，总收入110万元，增长10%。2022年…
        if (!follows && year != 0 && !reach.said(said).label.key.empty())
            follows = reach.latest(reach.said(said).label.key, said, [&](SaidId before) {
                return in_paragraph(scene, before) && reach.said(before).year + 1 == year &&
                       reach.known(before);
            }) != none;
        if (follows && is_prior(reach.mention(said)) && reach.known(said) &&
            (may.with == nullptr || addable(reach.figure(said), *may.with))) {
            found.to = {said};
            return found;
        }
    }
    // 上年为203万元，本年增加127万元: the level of that name that is spoken of.
    if (nearest == none)
        for (std::size_t i = movement.first; i-- > reach_back(movement.first);) {
            if (scene.spot(i).depth > first.depth || !is_free_level(scene, i)) continue;
            const SaidId prior = scene.said_at(i);
            const std::string& key = reach.said(prior).label.key;
            if (!is_prior(reach.mention(prior)) || key.empty()) break;
            SaidId to = reach.latest(key, prior, [&](SaidId said) {
                return may(said) && !is_budget(reach.mention(said)) && reach.same_scope(said, prior);
            });
            const bool spent = to != none;
            if (!spent)
                to = reach.latest(key, prior,
                                  [&](SaidId said) { return may(said) && reach.same_scope(said, prior); });
            // 去年收入950亿元，较2015年减少50亿元
            const Label than = label_of(movement.than);
            if (to == none && (!than.year || *than.year == reach.said(prior).year)) break;
            found.to = {to != none ? to : prior};
            found.bound = spent || to == none;
            return found;
        }
    const bool of_all = speaks_of_all(scene.sentence(), movement.first);
    if (nearest != none && (generic || of_all) && scene.spot(nearest).list != none) {
        const std::vector<SaidId> totals = totals_around(scene, nearest);
        for (auto total = totals.rbegin(); total != totals.rend(); ++total)
            if (may(*total) && phase_fits(*total)) {
                found.to.push_back(*total);
                found.bound = of_all;
                // 其中：会议费343万元，决算数小于年初预算数197万元: of the whole, or of the part.
                if (!of_all && may(scene.said_at(nearest))) found.to.push_back(scene.said_at(nearest));
                return found;
            }
    }
    // 基本支出900万元、项目支出600万元，合计增加70万元: of a sum that nothing states.
    if (nearest != none && of_all && reach.said(scene.said_at(nearest)).task != Task::total) return found;
    if (nearest != none) {
        found.to.push_back(scene.said_at(nearest));
        found.bound = !movement.stands_apart;
        if (may_be_of_its_whole(scene.sentence(), nearest, movement.first))
            for (const SaidId total : totals_around(scene, nearest))
                if (may(total) && phase_fits(total) && found.to.size() < candidates_max) {
                    found.to.push_back(total);
                    found.bound = false;
                }
        if (!says_it_of(scene, scene.said_at(nearest), movement.first)) found.bound = false;
        // 支出139万元，调整预算149万元，结余10万元，比上年增长14%: of what was spent, rather than of what is left.
        if (nearest > 0 && movement.subject.empty() &&
            (is_balance(label_of(scene.spot(nearest).label).subject) ||
             contains(scene.spot(nearest).label, "结转")) &&
            level_before(scene, nearest) != none)
            found.bound = false;
        // 完成3亿元，年初预算4亿元，完成预算的75%，同比下降5%: what was done changed, though its budget stands between.
        if (is_budget(reach.mention(found.to.front())) && !subject.phase && !may.from_budget) {
            for (std::size_t i = nearest; i-- > 0 && nearest - i <= candidates_max;) {
                const SaidId said = scene.said_at(i);
                if (scene.spot(i).depth > first.depth || !is_free_level(scene, i)) continue;
                if (!may(said) || is_budget(reach.mention(said))) continue;
                // 园区523亿元，年初预算571万元，完成91.5%，比上年增长48%: of another name than what stands before that.
                if (reach.said(said).label.key != reach.said(found.to.front()).label.key) {
                    found.bound = false;
                    if (!reach.said(said).label.key.empty()) break;
                    continue;
                }
                bool completed = false;
                for (std::size_t k = nearest + 1; k < movement.first; ++k)
                    completed = completed || scene.spot(k).task == Task::completion;
                if (completed) found.to = {said};
                if (!completed) found.to.push_back(said);
                break;
            }
        }
        return found;
    }
    std::vector<SaidId> before = levels_of_sentence_before(scene);
    std::erase_if(before, [&](SaidId said) { return !may(said) || !phase_fits(said); });
    // 预算较上年支出减少: the budget that the paragraph speaks of.
    const auto here = scene.number();
    const std::uint32_t first_sentence = reach.discourse.passages[scene.read.passage].first_sentence;
    if (before.empty() && subject.phase)
        for (std::uint32_t s = here; s-- > first_sentence && here - s < 4 && before.empty();)
            for (const SaidId said : last_of(reach.discourse.sentences[s].said, none)) {
                const Spot& spot = reach.discourse.sentences[s].sentence.spots[reach.said(said).spot];
                if (spot.list == none && spot.depth == 0 && may(said) && phase_fits(said))
                    before.push_back(said);
            }
    std::reverse(before.begin(), before.end());
    if (before.size() > candidates_max) before.resize(candidates_max);
    found.bound = before.size() == 1 || (before.size() > 1 && same_number(reach, before));
    if (found.bound) before.resize(1);
    found.bound =
        found.bound && !movement.stands_apart && movement.first == 0 && follows_at_once(scene) &&
        !before.empty() &&
        !names_another(scene.sentence(), none, movement.first, reach.said(before.front()).label.key);
    found.to = std::move(before);
    return found;
}

/// The levels that figures in one order are of: the run of as many before it, or the last so many levels.
std::vector<SaidId> levels_in_order(const Scene& scene, const Run& run, const MayHaveChanged& may) {
    const Sentence& sentence = scene.sentence();
    std::vector<SaidId> levels;
    const auto here = static_cast<std::size_t>(&run - sentence.runs.data());
    for (std::size_t k = here; k-- > 0 && here - k <= runs_looked_back_max && levels.empty();) {
        const Run& other = sentence.runs[k];
        if (other.first >= run.first || other.count != run.count ||
            !is_level(sentence.spots[other.first].task))
            continue;
        for (std::uint32_t i = 0; i < other.count; ++i) levels.push_back(scene.said_at(other.first + i));
        if (!std::all_of(levels.begin(), levels.end(), may)) levels.clear();
    }
    if (!levels.empty()) return levels;
    for (std::size_t i = run.first; i-- > reach_back(run.first) && levels.size() < run.count;)
        if (is_free_level(scene, i) && may(scene.said_at(i))) levels.push_back(scene.said_at(i));
    if (levels.size() < run.count) {
        std::vector<SaidId> before = levels_of_sentence_before(scene);
        std::erase_if(before, [&](SaidId said) { return !may(said); });
        if (levels.empty() && before.size() == run.count) return before;
        return {};
    }
    std::reverse(levels.begin(), levels.end());
    return levels;
}

} // namespace

std::vector<Resolved> resolve(const Scene& scene, const Movement& movement) {
    const Reach& reach = scene.reach;
    const Sentence& sentence = scene.sentence();
    std::vector<Resolved> all;
    const Spot& first = sentence.spots[movement.first];
    Resolved one;
    // 比上年预算, 比2025年预算 is from another year, not from the budget of this one.
    const Label from = label_of(movement.than);
    const bool of_other_year =
        from.previous || (from.year && reach.discourse.year != 0 && *from.year != reach.discourse.year);
    one.from_budget = contains(movement.than, "预算") && !of_other_year;
    if (movement.change != none) {
        const Spot& spot = sentence.spots[movement.change];
        one.change = scene.said_at(movement.change);
        one.change_falls = spot.match.fall;
        one.either = spot.match.either;
    }
    if (movement.rate != none) {
        const Spot& spot = sentence.spots[movement.rate];
        one.rate = scene.said_at(movement.rate);
        one.rate_falls = spot.match.fall;
        one.either = one.either || spot.match.either;
    }
    // 相比 d，上升 p%: the direction of the one is that of the other.
    if (movement.change != none && movement.rate != none && sentence.spots[movement.change].gap != none) {
        const Spot& spot = sentence.spots[movement.change];
        const std::string_view words = sentence.words_before(spot);
        if (words.starts_with("相比") || words.starts_with("比较")) one.change_falls = one.rate_falls;
    }
    const Figure* with = one.change != none ? &reach.figure(one.change) : nullptr;
    if (with == nullptr && movement.base != none) with = &reach.figure(scene.said_at(movement.base));
    const MayHaveChanged may{reach, with, one.from_budget};

    const std::uint32_t in_run = movement.change != none ? sentence.spots[movement.change].run
                                 : movement.rate != none ? sentence.spots[movement.rate].run
                                                         : none;
    if (in_run != none) {
        const Run& run = sentence.runs[in_run];
        const std::vector<SaidId> levels = levels_in_order(scene, run, may);
        if (levels.size() != run.count) return all;
        for (std::uint32_t i = 0; i < run.count; ++i) {
            Resolved each = one;
            each.to = {levels[i]};
            each.bound = run.respectively;
            const auto of_run = [&](std::uint32_t spot) {
                if (spot == none) return none;
                const std::uint32_t its = sentence.spots[spot].run;
                if (its == none || sentence.runs[its].count != run.count) return none;
                return scene.said_at(sentence.runs[its].first + i);
            };
            each.change = of_run(movement.change);
            each.rate = of_run(movement.rate);
            const auto falls_in_run = [&](SaidId said, bool otherwise) {
                return said == none ? otherwise : sentence.spots[reach.said(said).spot].match.fall;
            };
            each.change_falls = falls_in_run(each.change, one.change_falls);
            each.rate_falls = falls_in_run(each.rate, one.rate_falls);
            each.base = base_of(scene, levels[i], movement.than);
            all.push_back(std::move(each));
        }
        return all;
    }

    Candidates found;
    if (movement.to != none) {
        found.to = {scene.said_at(movement.to)};
        found.bound = true;
    } else {
        Label subject = label_of(movement.subject);
        // 与上年相比，上年度多支出: that names the base once more, not what changed.
        Movement own_movement = movement;
        if (subject.previous && (subject.subject.empty() || subject.generic)) {
            subject = {};
            own_movement.subject = {};
        }
        const bool both = contains(movement.subject, "收") && contains(movement.subject, "支") &&
                          (contains(movement.subject, "总计") || contains(movement.subject, "总额"));
        const bool own =
            !subject.subject.empty() && (!subject.generic || subject.side || !subject.fund.empty());
        if (both)
            found = both_sides(scene, movement, subject, may);
        else if (own && !subject.phase && subject.side)
            found = named(scene, movement, subject, may);
        else if (own)
            found = named(scene, movement, subject, may);
        if (!both && !own) {
            if (first.reason) return all; // what led to it is not what changed
            found = unnamed(scene, own_movement, subject, may);
        }
        if (found.to.empty() && own && subject.side && !both && !first.reason) {
            // 本年收入12万元，本年支出11万元。收入增长20%，支出增长25%: the one of that side in the sentence before.
            for (const SaidId said : levels_of_sentence_before(scene))
                if (may(said) && reach.mention(said).subject.ends_with(subject.core))
                    found.to.push_back(said);
            if (found.to.size() != 1) found.to.clear();
            found.bound = false;
        }
        if (found.to.empty() && own && subject.side && !both && !first.reason) {
            found = unnamed(scene, movement, subject, may);
            if (found.to.size() != 1) found.to.clear();
            found.bound = false;
        }
    }
    one.to = std::move(found.to);
    one.bound = found.bound;
    if (movement.base != none) {
        one.base = scene.said_at(movement.base);
        one.base_bound = true;
    } else if (!one.to.empty()) {
        const SaidId to = one.to.front();
        static constexpr std::string_view times[] = {"", "同比", "环比", "同期", "上年", "去年"};
        const Label than = is_any(movement.than, times) ? Label{} : label_of(movement.than);
        if (one.from_budget) {
            one.base = budget_of(scene, to, movement.than);
            one.base_bound = one.base != none && in_paragraph(scene, one.base);
        } else if (!than.subject.empty() && (!than.generic || than.side) && !than.previous && !than.year &&
                   than.part_of_year.empty() && !contains(movement.than, "年") &&
                   !contains(movement.than, "期")) {
            // 收入比支出多: from another amount.
            one.base = reach.latest(than.key, scene.said_at(movement.first), [&](SaidId said) {
                return in_paragraph(scene, said) && reach.known(said) && said != to &&
                       addable(reach.figure(said), reach.figure(to));
            });
        } else {
            one.base = base_of(scene, to, movement.than);
            one.base_bound = one.base != none && in_paragraph(scene, one.base);
        }
    }
    all.push_back(std::move(one));
    return all;
}

} // namespace tieout::detail
