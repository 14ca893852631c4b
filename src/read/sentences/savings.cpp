// SPDX-License-Identifier: MIT
// Savings: 预算80万元，实际60万元，节约20万元，节约率25%.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <utility>

namespace tieout::detail {

namespace {

struct Saving {
    SaidId saved = none;
    SaidId budget = none;
    SaidId actual = none;
    std::size_t last = 0; ///< spot of the later of both
};

/// The budget and what was spent of it that stand right before.
Saving amounts_before(const Scene& scene, std::size_t at) {
    const Reach& reach = scene.reach;
    Saving found;
    bool first = true;
    for (std::size_t i = at; i-- > reach_back(at) && found.budget == none;) {
        const SaidId said = scene.said_at(i);
        if (scene.spot(i).depth > scene.spot(at).depth) continue;
        if (!is_level(reach.said(said).task)) continue;
        const Mention& mention = reach.mention(said);
        if (!reach.known(said) || mention.figure.unit.dimension != Dimension::money ||
            !is_free_level(scene, i))
            return {};
        if (first) found.last = i;
        first = false;
        static constexpr std::string_view budgets[] = {"预算", "概算", "控制价", "计划"};
        // 一般公共预算支出 is none, nor is what was spent the year before any of what is saved.
        static constexpr std::string_view accounts[] = {"预算支出", "预算收入"};
        if (is_prior(mention) || sign(mention.figure.value) < 0) return {};
        const bool budget = is_budget(mention) || (contains_any(scene.spot(i).label, budgets) &&
                                                   !contains_any(scene.spot(i).label, accounts));
        if (budget)
            found.budget = said;
        else if (found.actual == none)
            found.actual = said;
        else
            return {};
    }
    if (found.budget == none || found.actual == none) return {};
    return found;
}

/// Nothing but rates stands between.
bool right_behind(const Scene& scene, std::size_t level, std::size_t at) {
    const Sentence& sentence = scene.sentence();
    for (std::uint32_t clause = scene.spot(level).clause + 1; clause < scene.spot(at).clause; ++clause) {
        if (sentence.clauses[clause].depth > 0 ||
            sentence.clauses[clause].begin == sentence.clauses[clause].end)
            continue;
        if (!sentence.clauses[clause].has_figure) return false;
    }
    for (std::size_t i = level + 1; i < at; ++i)
        if (is_level(scene.spot(i).task) && scene.spot(i).depth == 0) return false;
    return true;
}

/// 节约资金10万元，其中货物采购节约资金6万元，服务采购节约资金4万元: what each part saved.
void state_saved_by_parts(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    SaidId whole = none;
    bool among = false;
    Reading reading{.kind = Kind::sum, .open_list = true};
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        if (scene.spot(i).task != Task::saving || !reach.known(scene.said_at(i))) continue;
        const SaidId said = scene.said_at(i);
        if (whole == none) {
            whole = said;
            reading.subject = id_of(reach, said);
            continue;
        }
        among = among || contains(scene.sentence().words_before(scene.spot(i)), "其中");
        if (!among || !addable(reach.figure(said), reach.figure(whole)) ||
            reading.first.size() >= members_max)
            return;
        reading.first.push_back(term(reach, said));
    }
    if (reading.first.size() >= 2) state(written, scene, "sum", "G13", {std::move(reading)}, false);
}

} // namespace

void state_savings(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    state_saved_by_parts(scene, written);
    Saving last;
    bool another = false; ///< 其中公开招标节约资金15万元，节约率30%: what is saved there is of something else
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        const Spot& spot = scene.spot(i);
        const SaidId said = scene.said_at(i);
        if (!reach.known(said)) continue;
        if (spot.task == Task::saving) {
            // 通过压减会议规模节约: what it is of is named, and is not known.
            const std::string_view own = behind_last(spot.match.before, clause_marks_and_brackets);
            static constexpr std::string_view fillers[] = {"",       "共",   "实际", "比预算",
                                                           "较预算", "合计", "累计"};
            last = {};
            another = !is_any(own, fillers);
            if (another) continue;
            last = amounts_before(scene, i);
            last.saved = said;
            if (last.budget == none || !right_behind(scene, last.last, i)) continue;
            state(written, scene, "saving", "G13",
                  {{.kind = Kind::sum,
                    .subject = id_of(reach, said),
                    .first = {term(reach, last.budget), term(reach, last.actual, -1)}}},
                  true);
        } else if (spot.task == Task::saving_rate) {
            const Saving found = last.budget != none ? last : amounts_before(scene, i);
            if (found.budget == none || another) continue;
            Reading reading{.kind = Kind::ratio,
                            .subject = id_of(reach, said),
                            .first = {},
                            .second = {term(reach, found.budget)}};
            if (found.saved != none)
                reading.first = {term(reach, found.saved)};
            else
                reading.first = {term(reach, found.budget), term(reach, found.actual, -1)};
            state(written, scene, "saving_rate", "G13", {std::move(reading)}, true);
        }
    }
}

} // namespace tieout::detail
