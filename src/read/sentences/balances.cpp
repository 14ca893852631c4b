// SPDX-License-Identifier: MIT
// Balances: income less expenditure, what is carried over, and a budget with what was added to it.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <utility>

namespace tieout::detail {

namespace {

enum class Side : std::uint8_t { none, income, expenditure, opening, closing };

Side side_of(const Scene& scene, SaidId said, std::string_view label) {
    const Mention& mention = scene.reach.mention(said);
    static constexpr std::string_view openings[] = {"年初结转", "上年结转", "上年结余", "年初结余",
                                                    "上年滚存", "期初结转", "期初结余", "以前年度结转"};
    static constexpr std::string_view closings[] = {"年末结转", "结转下年", "年末结余", "年终结余",
                                                    "年末滚存", "滚存结余", "期末结转", "期末结余"};
    if (mention.phase == Phase::opening || contains_any(label, openings)) return Side::opening;
    if (mention.phase == Phase::closing || contains_any(label, closings)) return Side::closing;
    if (is_prior(mention) || is_budget(mention)) return Side::none;
    static constexpr std::string_view incomes[] = {"收入", "岁入"};
    static constexpr std::string_view expenditures[] = {"支出", "岁出", "开支"};
    const bool income = contains_any(label, incomes);
    const bool expenditure = contains_any(label, expenditures);
    if (income == expenditure) {
        if (mention.subject.ends_with("收入") || mention.item == "/income") return Side::income;
        if (mention.subject.ends_with("支出") || mention.item == "/expenditure") return Side::expenditure;
        return Side::none;
    }
    return income ? Side::income : Side::expenditure;
}

/// 收入 − 支出 = 结余, of the last of both that stand before it.
void state_balance(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    const SaidId said = scene.said_at(at);
    const Spot& spot = scene.spot(at);
    const Figure& figure = reach.figure(said);
    if (!reach.known(said) || figure.unit.dimension != Dimension::money) return;
    const std::string_view words = scene.sentence().words_before(spot);
    SaidId income = none;
    SaidId expenditure = none;
    bool only = true;
    bool carried = false; // what there was before is told as well: it is left with the rest
    const auto take = [&](const ReadSentence& read, std::size_t end) {
        const Scene other{reach, read};
        for (std::size_t i = end; i-- > 0 && (income == none || expenditure == none);) {
            if (!is_free_level(other, i) || other.spot(i).depth != 0 || other.spot(i).list != none) continue;
            const SaidId level = other.said_at(i);
            if (!reach.known(level) || reach.figure(level).unit.dimension != Dimension::money) continue;
            if (reach.mention(level).of.body != reach.mention(said).of.body) continue;
            switch (side_of(other, level, other.spot(i).label)) {
            case Side::income:
                if (income == none) income = level;
                break;
            case Side::expenditure:
                if (expenditure == none) expenditure = level;
                break;
            default:
                only = false;
                break;
            }
        }
    };
    for (std::size_t i = reach_back(at); i < at; ++i)
        carried = carried || (is_free_level(scene, i) && scene.spot(i).depth == 0 &&
                              side_of(scene, scene.said_at(i), scene.spot(i).label) == Side::opening);
    take(scene.read, at);
    const auto here = scene.number();
    const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
    const bool offset = contains(words, "相抵") || contains(words, "收支") || contains(words, "抵支");
    for (std::uint32_t s = here;
         s-- > first && here - s < 3 && (income == none || expenditure == none) && offset;)
        take(reach.discourse.sentences[s], reach.discourse.sentences[s].said.size());
    if (income == none || expenditure == none) return;
    static constexpr std::string_view of_year[] = {"当年", "本年", "收支", "相抵"};
    if (carried && !contains_any(words, of_year)) return;
    static constexpr std::string_view names[] = {"赤字", "亏损", "收不抵支", "入不敷出"};
    const bool deficit = is_any(spot.match.name, names) || contains(words, "动用") || contains(words, "弥补");
    // 结转 alone need not be the difference.
    if (contains(spot.match.name, "结转") && !offset) return;
    if (reach.mention(income).of.fund != reach.mention(expenditure).of.fund) only = false;
    Reading reading{.kind = Kind::linear};
    reading.first = {term(reach, deficit ? expenditure : income),
                     term(reach, deficit ? income : expenditure, -1), term(reach, said, -1)};
    state(written, scene, "balance", "G09", {std::move(reading)}, only && offset);
}

/// 年初结转 + 本年收入 − 本年支出 = 年末结转, all four in one sentence.
void state_carried_over(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    SaidId of[5] = {none, none, none, none, none};
    SaidId distributed = none;
    std::string fund;
    bool any = false;
    std::size_t levels = 0;
    const auto finish = [&] {
        const bool all = of[1] != none && of[2] != none && of[3] != none && of[4] != none;
        if (all) {
            Reading reading{.kind = Kind::linear};
            reading.first = {term(reach, of[3]), term(reach, of[1]), term(reach, of[2], -1),
                             term(reach, of[4], -1)};
            if (distributed != none) reading.first.push_back(term(reach, distributed, -1));
            const std::size_t expected = distributed != none ? 5 : 4;
            if (levels == expected) state(written, scene, "carried_over", "G09", {std::move(reading)}, true);
        }
        for (SaidId& one : of) one = none;
        distributed = none;
        levels = 0;
    };
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        if (scene.spot(i).depth != 0) continue;
        const SaidId said = scene.said_at(i);
        const Task task = reach.said(said).task;
        if (!is_level(task) && task != Task::balance) continue;
        if (!reach.known(said) || reach.figure(said).unit.dimension != Dimension::money) continue;
        const std::string& own = reach.mention(said).of.fund;
        if (any && own != fund) finish();
        fund = own;
        any = true;
        if (contains(scene.spot(i).label, "总计") || contains(scene.spot(i).label, "合计")) continue;
        ++levels;
        if (contains(scene.spot(i).label, "结余分配")) distributed = said;
        const auto side = static_cast<std::size_t>(side_of(scene, said, scene.spot(i).label));
        if (side != 0) {
            if (of[side] != none) finish();
            of[side] = said;
        }
        if (side == static_cast<std::size_t>(Side::closing)) finish();
    }
    finish();
}

/// 部门预算1132.58万元，追加预算576.53万元，部门决算1709.11万元
void state_supplemented(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    SaidId initial = none;
    SaidId supplement = none;
    std::vector<Reading> readings;
    bool carried = false;
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        if (!is_free_level(scene, i) || scene.spot(i).list != none || scene.spot(i).depth != 0) continue;
        const SaidId said = scene.said_at(i);
        const Mention& mention = reach.mention(said);
        if (!reach.known(said) || !mention.split.empty()) continue;
        const bool executed_or_adjusted =
            mention.phase == Phase::executed || mention.phase == Phase::adjusted;
        // What was carried over, or is left, belongs to the account as well.
        carried = carried || mention.phase == Phase::opening || mention.phase == Phase::closing ||
                  contains(scene.spot(i).label, "结转") || contains(scene.spot(i).label, "结余");
        if (mention.phase == Phase::initial)
            initial = said;
        else if (mention.phase == Phase::supplementary)
            supplement = said;
        else if (initial != none && supplement != none && said > supplement && executed_or_adjusted &&
                 readings.empty() && reach.mention(initial).item == reach.mention(supplement).item &&
                 (mention.item == reach.mention(initial).item || reach.mention(initial).item.empty()) &&
                 addable(mention.figure, reach.figure(initial)))
            readings.push_back({.kind = Kind::sum,
                                .subject = id_of(reach, said),
                                .first = {term(reach, initial), term(reach, supplement)}});
    }
    static constexpr std::string_view others[] = {"结转", "收回", "压减", "追减",
                                                  "调减", "核减", "扣减", "缴回"};
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i)
        carried = carried || contains_any(scene.sentence().words_before(scene.spot(i)), others);
    if (carried) return;
    const bool adjusted =
        !readings.empty() &&
        contains(scene.sentence().words(scene.sentence().begin, scene.sentence().end), "决算");
    state(written, scene, "supplemented", "G11", std::move(readings), adjusted);
}

} // namespace

void state_balances(const Scene& scene, Written& written) {
    if (scene.sentence().spots.size() > 120) return; // no sentence of an account has as many
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i)
        if (scene.spot(i).task == Task::balance) state_balance(scene, i, written);
    state_carried_over(scene, written);
    state_supplemented(scene, written);
}

} // namespace tieout::detail
