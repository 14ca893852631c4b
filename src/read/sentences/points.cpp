// SPDX-License-Identifier: MIT
// Percentage points: 98.5%，比上年的97%提高1.5个百分点; 由92.5%提高到96.8%，提高4.3个百分点.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// What may stand between a percentage and what is said of it without naming anything else.
constexpr std::array<std::string_view, 29> fillers{
    "，",     "（",     "同比",   "比上年同期", "比上年度", "比上年", "较上年同期", "较上年度",
    "较上年", "较去年", "比去年", "环比",       "即",       "共",     "累计",       "净",
    "实际",   "有所",   "了",     "约",         "为",       "出",     "于",         "幅度",
    "达",     "比例",   "同期",   "相比",       "与上年"};
constexpr std::array<std::string_view, 6> compares{"高于", "低于", "超过", "超出", "高出", "超"};
constexpr std::array<std::string_view, 5> lower{"低于", "下降", "降低", "低", "少于"};
/// Words that lead to where something changed to: 提高到, 降至, 达.
constexpr std::array<std::string_view, 6> leads{"到", "至", "为", "达", "达到", "成"};
constexpr std::array<std::string_view, 9> aims{"目标", "指标值", "计划", "任务",  "要求",
                                               "规定", "标准",   "预期", "预算数"};

/// The words between the figure before and this one.
std::string_view own_words(const Sentence& sentence, std::size_t at) {
    const Spot& spot = sentence.spots[at];
    std::string_view words = sentence.words_before(spot);
    constexpr std::size_t longest = 150;
    words = end_of(words, longest);
    return words;
}

/// Whether the words say nothing but that something became more or less.
bool only_changes(std::string_view words) {
    while (!words.empty()) {
        if (const std::string_view aim = begins_with_any(words, aims); !aim.empty()) {
            words.remove_prefix(aim.size());
            if (words.starts_with("值")) words.remove_prefix(std::string_view("值").size());
        } else if (const std::string_view filler = begins_with_any(words, fillers); !filler.empty()) {
            words.remove_prefix(filler.size());
        } else if (direction_at(words) != 0 || !begins_with_any(words, compares).empty()) {
            words.remove_prefix(character_at(words, 0));
        } else if (!begins_with_any(words, std::array<std::string_view, 8>{"长", "加", "少", "低", "高", "升",
                                                                           "降", "落"})
                        .empty()) {
            words.remove_prefix(character_at(words, 0));
        } else {
            return false;
        }
    }
    return true;
}

/// The percentages of a sentence, with what their words say of each.
struct Rates {
    const Scene& scene;

    [[nodiscard]] bool is_rate(std::size_t at) const {
        return at < scene.sentence().spots.size() && scene.spot(at).numeral.sort == Sort::percent &&
               scene.reach.known(scene.said_at(at));
    }
    /// 由92.5%, 从2021年的88.6%: and the words behind it lead on.
    [[nodiscard]] bool is_from(std::size_t at) const {
        if (!is_rate(at) || at + 1 >= scene.sentence().spots.size()) return false;
        const std::string_view words = own_words(scene.sentence(), at);
        const std::size_t from = std::max(begin_behind(words, "由"), begin_behind(words, "从"));
        return from != 0 && !contains(words.substr(from), "，") && !contains(words.substr(from), "；");
    }
    /// 提高到96.8%: behind the figure before.
    [[nodiscard]] bool is_to(std::size_t at) const {
        const std::string_view words = own_words(scene.sentence(), at);
        return is_rate(at) && !ends_with_any(words, leads).empty();
    }
    [[nodiscard]] bool is_prior(std::size_t at) const {
        const Label label = label_of(scene.spot(at).label);
        const int year = scene.reach.discourse.year;
        return label.previous || contains(scene.spot(at).label, "年初") ||
               (label.year && year != 0 && *label.year < year);
    }
    [[nodiscard]] bool is_aim(std::size_t at) const { return contains_any(scene.spot(at).label, aims); }

  private:
    static std::size_t begin_behind(std::string_view words, std::string_view word) {
        const std::size_t at = find_last_words(words, word);
        return at == words.npos ? 0 : at + word.size();
    }
};

/// What changed by so many points: where it was and where it came to, as spots.
struct Change {
    std::size_t to = none;
    std::size_t from = none;
    bool bound = false;
};

/// 比上年的97%提高1.5个百分点, 高于目标值95%2.4个百分点: the base stands right before the points.
Change from_base(const Rates& rates, std::size_t at) {
    const Scene& scene = rates.scene;
    const Spot& before = scene.spot(at - 1);
    if (scene.spot(at).gap != before.numeral.end || !rates.is_rate(at - 1)) return {};
    const std::string_view between = own_words(scene.sentence(), at);
    const std::string_view ahead = own_words(scene.sentence(), at - 1);
    const bool compared = between.empty() && contains_any(ahead.substr(0, 30), compares);
    if (before.task != Task::base && !compared) return {};
    Change change{.from = at - 1};
    for (std::size_t k = at - 1; k-- > 0 && change.to == none && at - k < 5;)
        if (rates.is_rate(k) && scene.spot(k).task != Task::base && !rates.is_prior(k) && !rates.is_aim(k))
            change.to = k;
    change.bound = change.to != none;
    // 比上年的4.2%下降0.3个百分点，为3.9%
    if (change.to == none && rates.is_rate(at + 1)) {
        const std::string_view behind = own_words(scene.sentence(), at + 1);
        std::string_view words = behind;
        if (words.starts_with("，")) words.remove_prefix(std::string_view("，").size());
        if (is_any(words, leads) || words == "降至" || words == "升至" || words == "提高到") {
            change.to = at + 1;
            change.bound = true;
        }
    }
    return change;
}

/// 从94.0%提高1.5个百分点至95.5%; 由92.5%提高到96.8%，提高4.3个百分点.
Change from_words(const Rates& rates, std::size_t at) {
    const Scene& scene = rates.scene;
    if (rates.is_from(at - 1) && only_changes(own_words(scene.sentence(), at)) && rates.is_to(at + 1) &&
        own_words(scene.sentence(), at + 1).size() <= 15)
        return {at + 1, at - 1, true};
    if (at >= 2 && rates.is_from(at - 2) && rates.is_to(at - 1) &&
        only_changes(own_words(scene.sentence(), at)))
        return {at - 1, at - 2, true};
    return {};
}

/// 95.2%，上年为93.1%，提高2.1个百分点; 99.1%，目标95%，超出4.1个百分点; 62.5%，提高3.2个百分点，上年为59.3%.
Change from_told(const Rates& rates, std::size_t at) {
    const Scene& scene = rates.scene;
    const std::string_view words = own_words(scene.sentence(), at);
    const auto earlier = [&](std::size_t k) { return rates.is_prior(k) || rates.is_aim(k); };
    if (!only_changes(words)) return {};
    if (at >= 2 && rates.is_rate(at - 1) && rates.is_rate(at - 2) && earlier(at - 1) != earlier(at - 2)) {
        const bool aim = rates.is_aim(at - 1) || rates.is_aim(at - 2);
        const bool of_aim = contains(words, "超") || contains(words, "低于") || contains_any(words, aims);
        if (aim == of_aim)
            return earlier(at - 1) ? Change{at - 2, at - 1, false} : Change{at - 1, at - 2, false};
    }
    if (rates.is_rate(at - 1) && rates.is_rate(at + 1) && !earlier(at - 1) && rates.is_prior(at + 1) &&
        !rates.is_rate(at + 2))
        return {at - 1, at + 1, false};
    return {};
}

/// Whether the words say that it became less: 下降1.5个百分点, 低于目标值95%2.4个百分点.
bool falls(const Scene& scene, std::size_t at) {
    const Spot& spot = scene.spot(at);
    const std::string_view words = own_words(scene.sentence(), at);
    if (spot.match.fall || spot.match.before.ends_with("低") || !ends_with_any(words, lower).empty())
        return true;
    if (!words.empty()) return false;
    const std::string_view ahead = own_words(scene.sentence(), at - 1);
    return contains_any(ahead, lower) || contains(ahead, "不及");
}

} // namespace

void state_points(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    const Rates rates{scene};
    for (std::size_t i = 1; i < scene.sentence().spots.size(); ++i) {
        if (scene.spot(i).task != Task::points) continue;
        const SaidId points = scene.said_at(i);
        if (falls(scene, i)) written.draft.mentions[id_of(reach, points)].figure.sense = -1;
        if (!reach.known(points)) continue;
        Change change = from_base(rates, i);
        if (change.to == none) change = from_words(rates, i);
        if (change.to == none) change = from_told(rates, i);
        if (change.to == none) continue;
        state(written, scene, "points", "G10",
              {{.kind = Kind::linear,
                .first = {term(reach, scene.said_at(change.to)), term(reach, scene.said_at(change.from), -1),
                          term(reach, points, -1)}}},
              change.bound);
    }
}

} // namespace tieout::detail
