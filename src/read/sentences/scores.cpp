// SPDX-License-Identifier: MIT
// Scores: a total of points and what they come from, points that were taken off, and points earned by a rate.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// What a number of points is: all that could be had, what was earned, what was taken off.
enum class Points : std::uint8_t { none, full, earned, deducted };

Points points_of(const Spot& spot) {
    if (spot.numeral.sort != Sort::score) return Points::none;
    if (spot.task == Task::full_score) return Points::full;
    if (spot.task == Task::deducted) return Points::deducted;
    return Points::earned;
}

bool is_bare(std::string_view label) { return label == "得分" || label == "得分为"; }
bool is_total(const Sentence& sentence, const Spot& spot) {
    static constexpr std::array<std::string_view, 12> totals{"总分",   "综合得分", "自评得分", "评价得分",
                                                             "最终得", "总得分",   "合计",     "最后得分",
                                                             "共计",   "共得",     "实得",     "总计"};
    if (contains_any(spot.label, totals)) return true;
    // 投入指标10分，得分9分；过程指标30分，得分28分: each of its own.
    return is_bare(spot.label) && std::count_if(sentence.spots.begin(), sentence.spots.end(),
                                                [](const Spot& other) { return is_bare(other.label); }) == 1;
}
/// 共扣6分: all that was taken off.
bool sums_deductions(std::string_view label) {
    return contains_any(label, std::array<std::string_view, 4>{"共扣", "合计扣", "总共扣", "累计扣"});
}
bool is_mean(std::string_view label) { return contains(label, "平均"); }

/// Points of an item, not of all: 产出（60分）得55分. Those of 评分 and 得分 count as earned, 产出指标30分 as either.
struct Item {
    SaidId said;
    Points points;
    bool verb; ///< its words say that it was earned
};

bool says_earned(const Spot& spot) { return spot.task == Task::score || contains(spot.label, "得"); }

/// Items of a sentence in [from, to) that are no totals; `mean` where one is told.
void collect(const Scene& scene, std::size_t from, std::size_t to, std::vector<Item>& items, bool& mean) {
    for (std::size_t k = from; k < to && items.size() <= members_max; ++k) {
        const Spot& part = scene.spot(k);
        const Points points = points_of(part);
        if (points == Points::none || !scene.reach.known(scene.said_at(k))) continue;
        mean = mean || is_mean(part.label);
        if (points == Points::earned && is_total(scene.sentence(), part)) continue;
        if (points == Points::deducted && sums_deductions(part.label)) continue;
        items.push_back({scene.said_at(k), points, says_earned(part)});
    }
}

/// Those that make a total earned: where some words say that they were earned, only those.
std::vector<SaidId> earned_of(const std::vector<Item>& items) {
    const bool verbs = std::any_of(items.begin(), items.end(), [](const Item& item) {
        return item.points == Points::earned && item.verb;
    });
    // 投入10分，扣0分: points that something is taken off of were not earned as told.
    const bool deducted = std::any_of(items.begin(), items.end(),
                                      [](const Item& item) { return item.points == Points::deducted; });
    std::vector<SaidId> earned;
    if (deducted && !verbs) return earned;
    for (const Item& item : items)
        if (item.points == Points::earned && item.verb == verbs) earned.push_back(item.said);
    return earned;
}
std::vector<SaidId> of_sort(const std::vector<Item>& items, Points points) {
    std::vector<SaidId> found;
    for (const Item& item : items)
        if (item.points == points) found.push_back(item.said);
    return found;
}

void state_sum(const Scene& scene, std::string_view word, SaidId total, const std::vector<SaidId>& parts,
               Written& written) {
    if (parts.size() < 2 || parts.size() > members_max) return;
    Reading reading{.kind = Kind::sum, .subject = id_of(scene.reach, total)};
    for (const SaidId part : parts) reading.first.push_back(term(scene.reach, part));
    state(written, scene, word, "G14", {std::move(reading)}, false);
}

/// 100分，扣2分，扣1分，得97分
bool state_deducted(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    Reading reading{.kind = Kind::sum, .subject = id_of(reach, scene.said_at(at))};
    std::size_t all = none;
    for (std::size_t k = reach_back(at); k < at; ++k) {
        const Points points = points_of(scene.spot(k));
        if (!reach.known(scene.said_at(k))) continue;
        if (points == Points::full && reading.first.size() > 1) return false; // items of their own
        const bool all_points = points == Points::full || ends_with(scene.spot(k).label, "总分");
        if (all_points && reading.first.empty())
            reading.first.push_back(term(reach, scene.said_at(k)));
        else if (points == Points::deducted && sums_deductions(scene.spot(k).label))
            all = k;
        else if (points == Points::deducted && !reading.first.empty())
            reading.first.push_back(term(reach, scene.said_at(k), -1));
        else if (points == Points::earned && !reading.first.empty() &&
                 !is_total(scene.sentence(), scene.spot(k)))
            return false;
    }
    if (reading.first.empty()) return false;
    if (all != none) {
        reading.first.resize(1);
        reading.first.push_back(term(reach, scene.said_at(all), -1));
    }
    if (reading.first.size() < 2) return false;
    state(written, scene, "score", "G14", {std::move(reading)}, false);
    return true;
}

/// 执行率93.30%；分值10分，得分9.33分, in whatever order: one rate, one weight, and what they earn.
void state_earned_by_rate(const Scene& scene, Written& written) {
    SaidId of[3] = {none, none, none}; // full, rate, earned
    for (std::size_t k = 0; k < scene.sentence().spots.size(); ++k) {
        const Points points = points_of(scene.spot(k));
        const bool rate = scene.spot(k).numeral.sort == Sort::percent;
        if (points == Points::none && !rate) continue;
        if (points == Points::deducted || !scene.reach.known(scene.said_at(k))) return;
        SaidId& place = of[rate ? 1 : points == Points::full ? 0 : 2];
        if (place != none) return;
        place = scene.said_at(k);
    }
    if (of[0] == none || of[1] == none || of[2] == none) return;
    const Spot& rate = scene.spot(scene.reach.said(of[1]).spot);
    const std::string_view words = scene.sentence().words_before(rate);
    if (!contains(words, "率") && !contains(words, "进度") && !contains(words, "完成")) return;
    state(written, scene, "score", "G14",
          {{.kind = Kind::product,
            .subject = id_of(scene.reach, of[2]),
            .first = {term(scene.reach, of[0]), term(scene.reach, of[1])}}},
          false);
}

/// 该指标10分，扣1.5分，得8.5分: three numbers of points of one item, in whatever order.
void state_items(const Scene& scene, Written& written) {
    SaidId of[4] = {none, none, none, none};
    std::size_t told = 0;
    for (std::size_t k = 0; k < scene.sentence().spots.size(); ++k) {
        const Spot& spot = scene.spot(k);
        Points points = points_of(spot);
        if (points == Points::none) continue;
        // 投入10分，扣0分: what points are taken off of are those that could be had.
        const bool before_verb = told == 0 && points == Points::earned && !says_earned(spot);
        if (before_verb) points = Points::full;
        const auto place = static_cast<std::size_t>(points);
        const bool again = told == 3 || of[place] != none || spot.mark == Mark::semicolon;
        if (again) {
            std::fill(std::begin(of), std::end(of), none);
            told = 0;
        }
        if (!scene.reach.known(scene.said_at(k)) || is_mean(spot.label) || sums_deductions(spot.label))
            continue;
        of[place] = scene.said_at(k);
        if (++told != 3 || of[1] == none || of[2] == none || of[3] == none) continue;
        // 满分20分，第一次得15分，扣2分后复评得18分: which of both is left is open.
        const std::size_t next = k + 1;
        if (next < scene.sentence().spots.size() && points_of(scene.spot(next)) == Points::earned &&
            scene.spot(next).mark != Mark::semicolon && says_earned(scene.spot(next)))
            return;
        state(written, scene, "score", "G14",
              {{.kind = Kind::sum,
                .subject = id_of(scene.reach, of[2]),
                .first = {term(scene.reach, of[1]), term(scene.reach, of[3], -1)}}},
              false);
    }
}

/// What a total is made of: behind it, in this sentence and the next, or before it.
void state_made_of(const Scene& scene, std::size_t at, Written& written) {
    const Reach& reach = scene.reach;
    const Discourse& discourse = reach.discourse;
    const auto here = scene.number();
    const ReadPassage& paragraph = discourse.passages[scene.read.passage];
    const SaidId total = scene.said_at(at);
    std::vector<Item> behind;
    std::vector<Item> before;
    bool mean = is_mean(scene.spot(at).label);
    const std::size_t size = scene.sentence().spots.size();
    collect(scene, at + 1, size, behind, mean);
    collect(scene, reach_back(at), at, before, mean);
    if (here + 1 < paragraph.last_sentence) {
        const ReadSentence& next = discourse.sentences[here + 1];
        collect({reach, next}, 0, next.said.size(), behind, mean);
    }
    if (mean) return;
    std::vector<SaidId> full = of_sort(before, Points::full);
    const SaidId could_be_had = full.empty() ? none : full.front();
    const bool behind_it = earned_of(behind).size() >= 2;
    if (behind_it) {
        state_sum(scene, "score", total, earned_of(behind), written);
    } else {
        constexpr std::uint32_t sentences_max = 3;
        for (std::uint32_t s = here;
             s-- > paragraph.first_sentence && here - s <= sentences_max && earned_of(before).size() < 2;) {
            std::vector<Item> more;
            const ReadSentence& told = discourse.sentences[s];
            collect({reach, told}, 0, told.said.size(), more, mean);
            before.insert(before.begin(), more.begin(), more.end());
        }
        // 满分100分，决策20分、过程20分，得分95分: what could be had of each.
        const bool weights =
            could_be_had != none && std::none_of(before.begin(), before.end(), [](const Item& item) {
                return item.points == Points::earned && item.verb;
            });
        if (!mean && !weights) state_sum(scene, "score", total, earned_of(before), written);
    }
    const std::vector<SaidId> weights = of_sort(behind, Points::full);
    if (could_be_had != none) state_sum(scene, "weights", could_be_had, weights, written);
}

/// 满分100分，其中决策20分、过程20分、产出30分、效益30分: points of which none is said to be earned.
void state_weights(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    SaidId total = none;
    std::vector<SaidId> parts;
    for (std::size_t k = 0; k < scene.sentence().spots.size(); ++k) {
        const Spot& spot = scene.spot(k);
        const Points points = points_of(spot);
        if (points == Points::none) continue;
        if (points == Points::deducted || says_earned(spot) || !reach.known(scene.said_at(k))) return;
        const bool all =
            points == Points::full && contains_any(scene.sentence().words_before(spot),
                                                   std::array<std::string_view, 3>{"满分", "总分", "共"});
        if (all && total == none && parts.empty())
            total = scene.said_at(k);
        else
            parts.push_back(scene.said_at(k));
    }
    if (total != none) state_sum(scene, "weights", total, parts, written);
}

/// 项目甲得分90分，项目乙得分80分，平均得分85分: the mean of all that stand before it, as many as its words say, if they do.
void state_mean(const Scene& scene, Written& written) {
    static constexpr std::array<std::string_view, 5> means{"平均得分", "平均分", "平均分为", "平均得分为",
                                                           "平均"};
    std::vector<SaidId> scores;
    for (std::size_t k = 0; k < scene.sentence().spots.size(); ++k) {
        const Spot& spot = scene.spot(k);
        const Points points = points_of(spot);
        if (points == Points::none) return;
        if (points != Points::earned || !scene.reach.known(scene.said_at(k))) return;
        if (is_any(spot.label, means) && scores.size() >= 2 && k + 1 == scene.sentence().spots.size()) {
            Reading reading{.kind = Kind::average, .subject = id_of(scene.reach, scene.said_at(k))};
            for (const SaidId score : scores) reading.first.push_back(term(scene.reach, score));
            state(written, scene, "mean", "G14", {std::move(reading)}, false);
            return;
        }
        if (is_mean(spot.label) || is_total(scene.sentence(), spot)) return;
        scores.push_back(scene.said_at(k));
    }
}

/// 扣0分…扣2分…共扣2分
void state_deductions(const Scene& scene, Written& written) {
    std::vector<SaidId> parts;
    for (std::size_t k = 0; k < scene.sentence().spots.size(); ++k) {
        if (points_of(scene.spot(k)) != Points::deducted || !scene.reach.known(scene.said_at(k))) continue;
        if (!sums_deductions(scene.spot(k).label)) {
            parts.push_back(scene.said_at(k));
            continue;
        }
        state_sum(scene, "score", scene.said_at(k), parts, written);
        return;
    }
}

} // namespace

void state_scores(const Scene& scene, Written& written) {
    const bool any = std::any_of(scene.sentence().spots.begin(), scene.sentence().spots.end(),
                                 [](const Spot& spot) { return points_of(spot) != Points::none; });
    if (!any || scene.sentence().spots.size() > members_max) return;
    state_earned_by_rate(scene, written);
    state_weights(scene, written);
    state_mean(scene, written);
    state_deductions(scene, written);
    const std::size_t stated = written.draft.statements.size();
    bool of_total = false;
    for (std::size_t i = 0; i < scene.sentence().spots.size() && !of_total; ++i) {
        const Spot& spot = scene.spot(i);
        if (points_of(spot) != Points::earned || !is_total(scene.sentence(), spot) ||
            !scene.reach.known(scene.said_at(i)))
            continue;
        if (!state_deducted(scene, i, written)) state_made_of(scene, i, written);
        of_total = written.draft.statements.size() != stated;
    }
    if (written.draft.statements.size() == stated || scene.sentence().spots.size() > 4)
        state_items(scene, written);
}

} // namespace tieout::detail
