// SPDX-License-Identifier: MIT
// Accounts that a sentence tells step by step: what there was, what came, what went, what is left; and totals of both sides.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <utility>

namespace tieout::detail {

namespace {

/// The words before a figure, from the figure before it.
std::string_view words_before(const Scene& scene, std::size_t at) {
    std::string_view words = scene.sentence().words_before(scene.spot(at));
    constexpr std::size_t longest = 90;
    words = end_of(words, longest);
    return words;
}

/// Whether a spot is a step of an account: an amount or a count outside of brackets, from no base.
bool is_step(const Scene& scene, std::size_t at) {
    const Spot& spot = scene.spot(at);
    if (spot.depth != 0 || spot.reason || spot.match.has_base) return false;
    const Dimension dimension = scene.reach.figure(scene.said_at(at)).unit.dimension;
    return dimension == Dimension::money || dimension == Dimension::count;
}

/// 年初预算420万元，年中追加50万元，上年结转30万元，部门决算486.2万元，结转下年13.8万元; and 年初预算180万元，年中调增25万元，调整后预算205万元
void state_budget_and_what_became_of_it(const Scene& scene, Written& written) {
    static constexpr std::string_view adds[] = {"追加", "调增", "增加预算"};
    static constexpr std::string_view takes[] = {"调减", "核减", "收回", "压减", "追减", "扣减", "缴回"};
    static constexpr std::string_view leaves[] = {"结转下年", "年末结转", "结转", "年末结余", "结余"};
    const Reach& reach = scene.reach;
    SaidId initial = none;
    SaidId spent = none;
    std::vector<std::pair<SaidId, int>> steps;
    bool adjusted = false;
    bool only_supplements = true; // which are told of elsewhere
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        if (!is_step(scene, i) || scene.spot(i).list != none) continue;
        const SaidId said = scene.said_at(i);
        const std::string_view words = words_before(scene, i);
        const Mention& mention = reach.mention(said);
        if (!reach.known(said) || (initial != none && !addable(mention.figure, reach.figure(initial)))) {
            initial = none;
            continue;
        }
        const bool result = initial != none && !steps.empty();
        if (mention.phase == Phase::initial && steps.empty()) {
            initial = said;
            spent = none;
        } else if (initial == none) {
            continue;
        } else if (spent != none && contains_any(words, leaves)) {
            if (!result) continue;
            Reading reading{.kind = Kind::linear, .first = {term(reach, initial)}};
            for (const auto& [step, sign] : steps) reading.first.push_back(term(reach, step, sign));
            reading.first.push_back(term(reach, spent, -1));
            reading.first.push_back(term(reach, said, -1));
            state(written, scene, "carried_over", "G11", {std::move(reading)}, false);
            return;
        } else if (contains_any(words, takes) || contains_any(words, adds)) {
            steps.emplace_back(said, contains_any(words, takes) ? -1 : 1);
            only_supplements = only_supplements && mention.phase == Phase::supplementary;
        } else if (mention.phase == Phase::opening || contains(words, "上年结转") ||
                   contains(words, "年初结转")) {
            steps.emplace_back(said, 1);
            only_supplements = false;
        } else if (mention.phase == Phase::adjusted && result && !adjusted && !only_supplements) {
            Reading reading{
                .kind = Kind::sum, .subject = id_of(reach, said), .first = {term(reach, initial)}};
            for (const auto& [step, sign] : steps) reading.first.push_back(term(reach, step, sign));
            state(written, scene, "supplemented", "G11", {std::move(reading)}, false);
            adjusted = true;
        } else if (mention.phase == Phase::executed && spent == none) {
            spent = said;
        } else {
            initial = none;
            steps.clear();
        }
    }
}

/// 本年收入480万元，动用以前年度结余6.2万元，本年支出486.2万元
void state_surplus_used(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    SaidId income = none;
    SaidId used = none;
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        if (!is_step(scene, i) || scene.spot(i).list != none) continue;
        const SaidId said = scene.said_at(i);
        const Mention& mention = reach.mention(said);
        const std::string_view words = words_before(scene, i);
        if (!reach.known(said) || mention.figure.unit.dimension != Dimension::money) continue;
        if ((contains(words, "动用") || contains(words, "使用")) && contains(words, "结余")) {
            used = income == none ? none : said;
        } else if (contains(words, "收入")) {
            income = contains(words, "支") ? none : said;
            used = none;
        } else if (contains(words, "支出") && income != none && used != none &&
                   mention.phase == reach.mention(income).phase && reach.same_scope(said, income)) {
            Reading reading{.kind = Kind::linear};
            reading.first = {term(reach, income), term(reach, used), term(reach, said, -1)};
            state(written, scene, "balance", "G09", {std::move(reading)}, false);
            return;
        }
    }
}

enum class Side : std::uint8_t { none, income, expenditure };

Side side_in(std::string_view words) {
    const bool income = contains(words, "收入") || contains(words, "财力");
    const bool expenditure = contains(words, "支出");
    if (income == expenditure) return Side::none;
    return income ? Side::income : Side::expenditure;
}

/// A total of one side: 收入合计, 支出总量.
Side side_of_total(const Scene& scene, std::size_t at) {
    static constexpr std::string_view totals[] = {"合计", "总计", "总量"};
    if (!is_free_level(scene, at) || scene.spot(at).depth != 0 || scene.spot(at).list != none)
        return Side::none;
    const std::string_view words = scene.spot(at).label;
    return contains_any(words, totals) ? side_in(words) : Side::none;
}

/// Sentences of one paragraph, this one the last, in which a total looks for what it sums or equals.
constexpr std::uint32_t sentences_back_max = 3;

/// 收入12亿元，补助4亿元，结余1亿元。支出11亿元，上解2亿元。收入合计17亿元，支出合计13亿元: each of the sentence that begins with its side.
void state_totals_of_sides(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const auto here = scene.number();
    const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
    const std::size_t size = std::min(scene.sentence().spots.size(), spots_looked_back_max);
    Side of_other = Side::none;
    for (std::size_t i = 0; i < size; ++i) {
        const Side side = side_of_total(scene, i);
        if (side == Side::none || !reach.known(scene.said_at(i))) {
            if (is_level(scene.spot(i).task) && of_other == Side::none) return; // it has summands of its own
            continue;
        }
        const SaidId total = scene.said_at(i);
        const bool again = of_other == side;
        of_other = side;
        if (again) continue;
        for (std::uint32_t s = here; s-- > first && here - s <= sentences_back_max;) {
            const ReadSentence& before = reach.discourse.sentences[s];
            const Scene told{reach, before};
            Reading reading{.kind = Kind::sum, .subject = id_of(reach, total)};
            Side begins = Side::none;
            bool sound = true;
            for (std::size_t k = 0; k < before.said.size() && sound; ++k) {
                if (!is_free_level(told, k) || told.spot(k).depth != 0) continue;
                const SaidId part = before.said[k];
                if (reading.first.empty()) begins = side_in(told.spot(k).label);
                sound = told.spot(k).list == none && reach.known(part) &&
                        addable(reach.figure(part), reach.figure(total)) && reach.same_scope(part, total) &&
                        side_of_total(told, k) == Side::none && reading.first.size() < members_max;
                reading.first.push_back(term(reach, part));
            }
            if (begins != side || !sound || reading.first.size() < 2) continue;
            state(written, scene, "total", "G18", {std::move(reading)}, false);
            break;
        }
    }
}

/// …，收入总量为76亿元。…，支出总量为76亿元: what was available is what became of it.
void state_both_totals(const Scene& scene, Written& written) {
    static constexpr std::string_view whole[] = {"总计", "总量"};
    const Reach& reach = scene.reach;
    const auto here = scene.number();
    const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
    const auto total_in = [&](const Scene& of, Side side, std::size_t end) {
        for (std::size_t i = end; i-- > reach_back(end);)
            if (side_of_total(of, i) == side && contains_any(of.spot(i).label, whole) &&
                reach.known(of.said_at(i)))
                return of.said_at(i);
        return none;
    };
    const std::size_t size = scene.sentence().spots.size();
    const SaidId expenditure = total_in(scene, Side::expenditure, size);
    if (expenditure == none) return;
    SaidId income = total_in(scene, Side::income, reach.said(expenditure).spot);
    for (std::uint32_t s = here; s-- > first && here - s <= sentences_back_max && income == none;) {
        const ReadSentence& before = reach.discourse.sentences[s];
        income = total_in({reach, before}, Side::income, before.said.size());
    }
    if (income == none || !reach.same_scope(income, expenditure) ||
        reach.mention(income).phase != reach.mention(expenditure).phase ||
        reach.mention(income).of.period != reach.mention(expenditure).of.period ||
        !addable(reach.figure(income), reach.figure(expenditure)))
        return;
    // Those of the filing have a law of their own.
    if (!reach.mention(income).item.empty() && !reach.mention(expenditure).item.empty()) return;
    state(written, scene, "both_totals", "G09",
          {{.kind = Kind::linear, .first = {term(reach, income), term(reach, expenditure, -1)}}}, false);
}

/// The months of a part of a year, a bit for each; 0 if it is not known which they are.
unsigned months_of(std::string_view part) {
    if (part == "H1") return 0x03F;
    if (part == "H2") return 0xFC0;
    if (part.size() == 2 && part[0] == 'Q' && part[1] >= '1' && part[1] <= '4')
        return 7U << (3U * static_cast<unsigned>(part[1] - '1'));
    if (part.size() != 5 || part[2] != '/') return 0;
    const auto month = [&](std::size_t at) {
        return static_cast<unsigned>((part[at] - '0') * 10 + (part[at + 1] - '0'));
    };
    unsigned months = 0;
    for (unsigned m = month(0); m >= 1 && m <= month(3) && m <= 12; ++m) months |= 1U << (m - 1);
    return months;
}

/// 全年支出 is 支出 of the whole year, which a part of the year is not called.
std::string_view plain_key(const Said& said) {
    const std::string_view side = side_named(said.label.key);
    return side.empty() ? std::string_view(said.label.key) : side;
}

/// An amount of a year, or of a part of one.
struct OfMonths {
    SaidId said;
    unsigned months;
};

/// The parts that make up exactly the months of a whole, the longest first; none if they do not.
std::vector<SaidId> parts_of_months(const Reach& reach, const std::vector<OfMonths>& all,
                                    const OfMonths& whole) {
    std::vector<OfMonths> parts;
    for (const OfMonths& part : all) {
        const bool within = part.months != whole.months && (part.months & ~whole.months) == 0;
        if (within && plain_key(reach.said(part.said)) == plain_key(reach.said(whole.said)) &&
            reach.mention(part.said).of.fund == reach.mention(whole.said).of.fund &&
            reach.mention(part.said).of.body == reach.mention(whole.said).of.body &&
            reach.mention(part.said).phase == reach.mention(whole.said).phase &&
            reach.said(part.said).year == reach.said(whole.said).year &&
            addable(reach.figure(part.said), reach.figure(whole.said)))
            parts.push_back(part);
    }
    std::stable_sort(parts.begin(), parts.end(), [](const OfMonths& a, const OfMonths& b) {
        return std::popcount(a.months) > std::popcount(b.months);
    });
    std::vector<SaidId> found;
    unsigned told = 0;
    for (const OfMonths& part : parts) {
        if ((told & part.months) != 0) continue;
        told |= part.months;
        found.push_back(part.said);
    }
    if (told != whole.months || found.size() < 2) found.clear();
    std::sort(found.begin(), found.end());
    return found;
}

/// 上半年支出210万元，下半年支出230万元，全年支出440万元; 一季度支出120万元，二季度支出150万元，上半年共支出270万元
void state_parts_of_year(const Scene& scene, Written& written) {
    constexpr unsigned all_months = 0xFFF;
    const Reach& reach = scene.reach;
    const std::size_t size = std::min(scene.sentence().spots.size(), members_max);
    std::vector<OfMonths> all;
    std::size_t years = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (!is_free_level(scene, i) || scene.spot(i).depth != 0) continue;
        const SaidId said = scene.said_at(i);
        const Said& of = reach.said(said);
        const bool year = of.label.part_of_year.empty();
        const unsigned months = year ? all_months : months_of(of.label.part_of_year);
        if (!reach.known(said) || of.label.key.empty() || months == 0) return;
        for (const OfMonths& other : all)
            if (other.months == months && reach.said(other.said).year == of.year) return; // told twice
        years += year ? 1U : 0U;
        all.push_back({said, months});
    }
    if (years > 1 || all.size() < 3 || all.size() > candidates_max * 3) return;
    for (const OfMonths& whole : all) {
        const std::vector<SaidId> parts = parts_of_months(reach, all, whole);
        if (parts.empty()) continue;
        Reading reading{.kind = Kind::sum, .subject = id_of(reach, whole.said)};
        for (const SaidId part : parts) reading.first.push_back(term(reach, part));
        state(written, scene, "sum", "G03", {std::move(reading)}, false);
    }
}

/// 一至四季度分别支出100万元、120万元、130万元和150万元，全年合计500万元
void state_periods_in_order(const Scene& scene, Written& written) {
    struct Periods {
        std::string_view words;
        std::uint32_t count;
    };
    static constexpr std::array<Periods, 9> all{{{"一至四季度", 4},
                                                 {"一到四季度", 4},
                                                 {"1-4季度", 4},
                                                 {"1至4季度", 4},
                                                 {"四个季度", 4},
                                                 {"各季度", 4},
                                                 {"上下半年", 2},
                                                 {"上、下半年", 2},
                                                 {"上半年和下半年", 2}}};
    const Reach& reach = scene.reach;
    const Sentence& sentence = scene.sentence();
    for (const Run& run : sentence.runs) {
        const std::uint32_t next = run.first + run.count;
        if (!run.respectively || next >= sentence.spots.size() || !is_level(sentence.spots[run.first].task) ||
            sentence.spots[next].run != none || !is_free_level(scene, next))
            continue;
        const Spot& first = sentence.spots[run.first];
        const std::string_view words = sentence.words_before(first);
        const bool years =
            contains(words, "年") && (contains(words, "至") || contains(words, "、")) &&
            contains_any(sentence.spots[next].label, std::array<std::string_view, 3>{"累计", "合计", "年共"});
        const bool known = years || std::any_of(all.begin(), all.end(), [&](const Periods& periods) {
                               return periods.count == run.count && contains(words, periods.words);
                           });
        const std::string_view label = sentence.spots[next].label;
        const bool sums =
            contains(label, "全年") || contains(label, "合计") || contains(label, "共") || years;
        const SaidId total = scene.said_at(next);
        const bool planned = contains(words, "计划") != contains(label, "计划") ||
                             reach.mention(total).phase != reach.mention(scene.said_at(run.first)).phase;
        if (!known || !sums || planned || !reach.known(total)) continue;
        Reading reading{.kind = Kind::sum, .subject = id_of(reach, total)};
        reading.open_list = contains(label, "累计"); // of other years as well, perhaps
        for (std::uint32_t i = run.first; i < next; ++i) {
            if (!reach.known(scene.said_at(i)) ||
                !addable(reach.figure(scene.said_at(i)), reach.figure(total)))
                break;
            reading.first.push_back(term(reach, scene.said_at(i)));
        }
        if (reading.first.size() == run.count)
            state(written, scene, "sum", "G03", {std::move(reading)}, false);
    }
}

} // namespace

void state_accounts(const Scene& scene, Written& written) {
    if (scene.sentence().spots.size() < 2) return;
    state_budget_and_what_became_of_it(scene, written);
    state_surplus_used(scene, written);
    state_totals_of_sides(scene, written);
    state_both_totals(scene, written);
    state_parts_of_year(scene, written);
    state_periods_in_order(scene, written);
}

} // namespace tieout::detail
