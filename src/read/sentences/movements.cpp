// SPDX-License-Identifier: MIT
// Changes and growth: an amount, what it was, by how much it changed, and at which rate.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/wholes.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

void name_after(Draft& draft, MentionId id, const std::string& subject, std::string_view what) {
    Mention& mention = draft.mentions[id];
    mention.subject = subject + std::string(what);
    mention.figure.label = mention.subject;
}

/// A change of a known item from a year that the document does not give: the model says so.
void into_model(Draft& draft, MentionId change, const Mention& level, bool falls) {
    Mention& mention = draft.mentions[change];
    if (falls) mention.figure.sense = -1;
    if (level.item.empty() || !level.split.empty() || level.phase != Phase::executed) return;
    mention.item = level.item;
    mention.split = "changes";
    mention.phase = level.phase;
    mention.certain = level.certain;
    mention.of = level.of;
}

/// 2024年预算100万元，2023年支出95万元，比2022年增加30万元: whether another amount is of the year behind that which it changed from.
bool of_another_year(const Scene& scene, const Movement& movement, SaidId to) {
    const Label than = label_of(movement.than);
    if (!than.year) return false;
    const int own = year_of(scene.reach, to);
    if (own == 0 || own == *than.year + 1) return false;
    return std::any_of(scene.read.said.begin(), scene.read.said.end(), [&](SaidId said) {
        return said != none && said != to && is_level(scene.reach.said(said).task) &&
               scene.reach.said(said).year == *than.year + 1;
    });
}

/// 2021年收入110万元（按可比口径100万元），同口径增长20%: the one amount of the sentence that is told on the other basis, in brackets; none
/// if there is none, or several.
SaidId like_for_like(const Scene& scene, const Movement& movement) {
    static constexpr std::array<std::string_view, 3> bases{"可比口径", "同口径", "可比"};
    SaidId found = none;
    for (std::size_t i = reach_back(movement.first); i < movement.first; ++i) {
        const Spot& spot = scene.spot(i);
        if (!is_level(spot.task) || spot.depth == 0 || !contains_any(spot.label, bases) ||
            !scene.reach.known(scene.said_at(i)))
            continue;
        if (found != none) return none;
        found = scene.said_at(i);
    }
    return found;
}

void state_one(const Scene& scene, const Movement& movement, const Resolved& found, Written& written) {
    const Reach& reach = scene.reach;
    Draft& draft = written.draft;
    if (found.to.empty()) return;
    const std::string& subject = reach.mention(found.to.front()).subject;
    if (found.change != none) name_after(draft, id_of(reach, found.change), subject, "增减额");
    if (found.rate != none) name_after(draft, id_of(reach, found.rate), subject, "增长率");
    const bool change_known = found.change != none && reach.known(found.change);
    const bool rate_known = found.rate != none && reach.known(found.rate);
    const auto printed_negative = [&](SaidId said) {
        return said != none && sign(reach.figure(said).value) < 0;
    };
    const bool doubled = (found.change_falls && printed_negative(found.change)) ||
                         (found.rate_falls && printed_negative(found.rate));
    // 收入还原后52亿元: nor is what is counted anew compared with what was printed the year before.
    static constexpr std::string_view anew[] = {"还原", "剔除", "口径"};
    const bool another = movement.other_basis || contains_any(subject, anew);
    const SaidId alike = movement.other_basis ? like_for_like(scene, movement) : none;
    const std::string_view code = "G05";
    std::vector<Reading> differences;
    std::vector<Reading> rates;
    bool based = false;
    for (const SaidId to : found.to) {
        SaidId base = found.base;
        if (to != found.to.front() && movement.base == none)
            base =
                found.from_budget ? budget_of(scene, to, movement.than) : base_of(scene, to, movement.than);
        if (base == to ||
            (base != none && (!reach.known(base) || !addable(reach.figure(base), reach.figure(to)))))
            base = none;
        if (another) base = alike;
        if (base != none && !addable(reach.figure(base), reach.figure(to))) base = none;
        based = based || base != none;
        const bool fits = change_known && addable(reach.figure(found.change), reach.figure(to));
        if (change_known && !fits) continue;
        if (change_known && base != none) {
            differences.push_back({.kind = Kind::linear,
                                   .first = {term(reach, to), term(reach, base, -1),
                                             term(reach, found.change, found.change_falls ? 1 : -1)}});
            if (found.either)
                differences.push_back({.kind = Kind::linear,
                                       .first = {term(reach, to), term(reach, base, -1),
                                                 term(reach, found.change, found.change_falls ? -1 : 1)}});
        }
        if (!rate_known) continue;
        const MentionId rate = id_of(reach, found.rate);
        if (change_known) {
            const bool against = found.change_falls != found.rate_falls;
            const MentionTerm changed = term(reach, found.change, against ? -1 : 1);
            const auto implied = [&](bool falls) {
                return Reading{.kind = Kind::ratio,
                               .subject = rate,
                               .first = {changed},
                               .second = {term(reach, to), term(reach, found.change, falls ? 1 : -1)}};
            };
            if (base != none) {
                rates.push_back({.kind = Kind::ratio,
                                 .subject = rate,
                                 .first = {changed},
                                 .second = {term(reach, base)}});
                if (!found.base_bound) rates.push_back(implied(found.change_falls));
            } else {
                rates.push_back(implied(found.change_falls));
                if (found.either) rates.push_back(implied(!found.change_falls));
                // A fixed asset may be meant net of its depreciation.
                if (reach.mention(to).item == "/assets/fixed") {
                    const SaidId worn = reach.latest("/assets/depreciation", found.rate,
                                                     [&](SaidId said) { return reach.known(said); });
                    if (worn != none) {
                        Reading net = implied(found.change_falls);
                        net.second.insert(net.second.begin() + 1, term(reach, worn, -1));
                        rates.push_back(std::move(net));
                    }
                }
            }
        } else if (base != none) {
            if (found.rate_falls)
                rates.push_back({.kind = Kind::ratio,
                                 .subject = rate,
                                 .first = {term(reach, base), term(reach, to, -1)},
                                 .second = {term(reach, base)}});
            else
                rates.push_back({.kind = Kind::growth,
                                 .subject = rate,
                                 .first = {term(reach, to)},
                                 .second = {term(reach, base)}});
        }
        if (rates.size() >= candidates_max || differences.size() >= candidates_max) break;
    }
    // 增长2倍: by twice as much, as some write, or to twice as much, as others do.
    const bool times = rate_known && reach.figure(found.rate).unit.dimension == Dimension::plain;
    if (times)
        for (const SaidId to : found.to)
            if (found.base != none && reach.known(found.base) && to != found.base && !another &&
                addable(reach.figure(found.base), reach.figure(to)))
                rates.push_back({.kind = Kind::ratio,
                                 .subject = id_of(reach, found.rate),
                                 .first = {term(reach, to)},
                                 .second = {term(reach, found.base)}});
    const bool against = change_known && rate_known && found.change_falls != found.rate_falls;
    const bool sure = found.bound && !scene.spot(movement.first).reason && !found.either && !doubled &&
                      !another && found.to.size() == 1;
    const bool from_named = movement.base != none || (found.base != none && found.base_bound);
    if (rates.empty() && differences.empty() && change_known && found.bound &&
        contains(movement.than, "年") && !contains(movement.than, "预算") && !another)
        into_model(draft, id_of(reach, found.change), reach.mention(found.to.front()), found.change_falls);
    state(written, scene, "change", code, std::move(differences), sure && from_named);
    const bool implied = change_known && !based && !of_another_year(scene, movement, found.to.front());
    // 比B公司60亿元多30亿元，增长20%: what something exceeds another by is none of its growth.
    static constexpr std::string_view times_or_plans[] = {"年",   "期",   "上",   "去", "原",
                                                          "预算", "目标", "计划", "月"};
    const bool of_another =
        movement.base != none && !movement.than.empty() && !contains_any(movement.than, times_or_plans);
    state(written, scene, "growth", code, std::move(rates),
          sure && !of_another && !against && !times && (from_named || implied));
}

/// Whether an amount is one of the known parts of a whole, told in a sentence of its own, and none of those before.
bool is_part_elsewhere(const Reach& reach, SaidId whole, SaidId part,
                       const std::vector<std::string_view>& before) {
    if (part == none || part == whole) return false;
    const std::string_view key = reach.said(part).label.key;
    return is_any(key, parts_of_whole(reach.said(whole).label.key)) && !is_any(key, before) &&
           reach.mention(part).phase == reach.mention(whole).phase && reach.same_scope(part, whole);
}

} // namespace

void state_movements(const Scene& scene, Written& written) {
    for (const Movement& movement : scene.sentence().movements)
        for (const Resolved& found : resolve(scene, movement)) state_one(scene, movement, found, written);
}

void state_changes_of_parts(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const Sentence& sentence = scene.sentence();
    // The changes of the sentence, and of the one before it, by what changed.
    struct Change {
        SaidId to;
        SaidId change;
        bool falls;
        std::string_view than;
        const Movement* movement;
    };
    std::vector<Change> changes;
    const auto collect = [&](const Scene& of) {
        for (const Movement& movement : of.sentence().movements)
            for (const Resolved& found : resolve(of, movement))
                if (found.change != none && reach.known(found.change) && changes.size() < members_max)
                    changes.push_back({found.to.empty() ? none : found.to.front(), found.change,
                                       found.change_falls, movement.than, &movement});
    };
    const auto here = scene.number();
    const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
    constexpr std::uint32_t sentences_back_max = 3;
    for (std::uint32_t s = std::max(first, here < sentences_back_max ? 0 : here - sentences_back_max);
         s < here; ++s)
        collect({reach, reach.discourse.sentences[s]});
    const std::size_t before = changes.size();
    collect(scene);
    if (changes.size() < 3 || changes.size() == before) return;
    const auto budget = [](const Change& change) { return contains(change.than, "预算"); };
    // A list of changes behind the change of the whole: 比上年减少5万元，其中：公务接待费减少2万元.
    for (std::size_t total = 0; total + 2 < changes.size(); ++total) {
        const Change& whole = changes[total];
        std::vector<const Change*> parts;
        for (std::size_t i = total + 1; i < changes.size(); ++i) {
            if (budget(changes[i]) != budget(whole)) continue;
            if (!addable(reach.figure(changes[i].change), reach.figure(whole.change))) continue;
            parts.push_back(&changes[i]);
        }
        if (parts.size() < 2) continue;
        // Each part is one that the whole is divided into, or named in a list that follows it.
        const Breakdown* breakdown = whole.to == none ? nullptr : written.division_of(whole.to);
        std::vector<const Change*> of_whole;
        bool all = false;
        if (breakdown != nullptr) {
            for (const Breakdown::Part& part : breakdown->parts)
                for (const Change* change : parts)
                    if (change->to == part.said) {
                        of_whole.push_back(change);
                        break;
                    }
            all = of_whole.size() == breakdown->parts.size();
        }
        if (!all && whole.to != none) {
            of_whole.clear();
            std::vector<std::string_view> keys;
            std::vector<std::string_view> names;
            for (const Change* change : parts)
                if (is_part_elsewhere(reach, whole.to, change->to, keys)) {
                    keys.push_back(reach.said(change->to).label.key);
                    names.push_back(reach.mention(change->to).subject);
                    of_whole.push_back(change);
                }
            all = of_whole.size() >= 2 &&
                  coverage_of(reach.said(whole.to).label.key, reach.mention(whole.to).subject, keys, names) ==
                      Coverage::all;
        }
        if (!all) {
            of_whole.clear();
            // 其中：A 减少2万元，B 减少3万元, without their amounts.
            for (const Change* change : parts) {
                const Said& said = reach.said(change->change);
                if (said.sentence != here || change->movement->subject.empty()) continue;
                const Spot& spot = scene.spot(said.spot);
                const std::uint32_t list = spot.list;
                const bool colon = spot.reason;
                if (list != none && sentence.lists[list].opening == Opening::partly) continue;
                const std::uint32_t whole_spot = reach.said(whole.change).spot;
                const bool bracketed =
                    reach.said(whole.change).sentence == here && spot.depth > scene.spot(whole_spot).depth;
                const bool among =
                    reach.said(whole.change).sentence == here &&
                    contains(sentence.words(scene.spot(whole_spot).numeral.end, spot.numeral.begin), "其中");
                if ((list == none && !bracketed && !among) || colon) continue;
                // A member of the same list is not their whole.
                if (reach.said(whole.change).sentence == here && !bracketed && !among &&
                    scene.spot(whole_spot).list == list)
                    continue;
                of_whole.push_back(change);
            }
            all = of_whole.size() >= 2;
        }
        // Said of the sentence that tells the last of them.
        const bool ends_here = std::any_of(of_whole.begin(), of_whole.end(), [&](const Change* change) {
            return reach.said(change->change).sentence == here;
        });
        if (!all || of_whole.size() < 2 || !ends_here) continue;
        // As printed, whatever sign the words gave it since.
        const auto signed_term = [&](const Change& change, int coefficient) {
            const bool turned = reach.figure(change.change).sense < 0;
            return term(reach, change.change, (change.falls ? -1 : 1) * (turned ? -1 : 1) * coefficient);
        };
        Reading reading{.kind = Kind::linear};
        const int direction = whole.falls ? -1 : 1;
        for (const Change* change : of_whole) reading.first.push_back(signed_term(*change, direction));
        reading.first.push_back(signed_term(whole, -direction));
        state(written, scene, "changes", "G05", {std::move(reading)}, false);
    }
}

} // namespace tieout::detail
