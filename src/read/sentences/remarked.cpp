// SPDX-License-Identifier: MIT
// What a clause may be of that names nothing: 比上年增长20% behind a list is of its last member, or of what the list divides.

#include "read/sentences/structure.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

/// What clauses say of an amount.
enum class Said : std::uint8_t { nothing, change, share, rate, average };

Said said_by(Task task) noexcept {
    switch (task) {
    case Task::base:
    case Task::from:
    case Task::change:
    case Task::growth:
        return Said::change;
    case Task::inside:
    case Task::share:
        return Said::share;
    case Task::completion:
    case Task::rate:
        return Said::rate;
    case Task::average:
        return Said::average;
    default:
        return Said::nothing;
    }
}

/// Whether one of the spots says that of what stands before it.
bool any_says(const Sentence& sentence, std::size_t from, std::size_t to, Said what) noexcept {
    for (std::size_t i = from; i < to; ++i)
        if (said_by(sentence.spots[i].task) == what) return true;
    return false;
}

} // namespace

bool may_be_of_its_whole(const Sentence& sentence, std::size_t nearest, std::size_t at) noexcept {
    const Spot& part = sentence.spots[nearest];
    if (part.list == none || sentence.spots[at].depth != part.depth) return false;
    const List& list = sentence.lists[part.list];
    if (list.totals.empty() || list.members.empty()) return false;
    if (list.members.back().spot > at) return false;
    const Said what = said_by(sentence.spots[at].task);
    // 支出100万元，比上年减少20万元；其中接待费24万元，减少12万元: of the whole it is told already.
    if (any_says(sentence, list.totals.front() + 1, list.members.front().spot, what)) return false;
    // Said once of the last member already, in another movement: what comes once more is of the whole.
    for (std::size_t i = nearest + 1; i < at; ++i)
        if (said_by(sentence.spots[i].task) == what &&
            (what != Said::change || sentence.spots[i].movement != sentence.spots[at].movement) &&
            !(what == Said::share && sentence.spots[i].task == Task::inside))
            return true;
    for (std::size_t m = 0; m + 1 < list.members.size(); ++m) {
        const std::size_t next = list.members[m + 1].spot;
        if (next > nearest) break;
        if (any_says(sentence, list.members[m].spot + 1, next, what)) return false;
    }
    return true;
}

bool may_be_of_another_in_order(const Sentence& sentence, std::size_t at) noexcept {
    const Spot& spot = sentence.spots[at];
    if (spot.run != none) return false;
    static constexpr std::array<std::string_view, 3> orders{"分别", "依次", "各为"};
    // As far back as what it may be of stands.
    for (std::size_t i = at + 1; i-- > 0 && at - i <= spots_looked_back_max;) {
        const Spot& before = sentence.spots[i];
        if (contains_any(sentence.words(before.gap, before.numeral.begin), orders)) return true;
        if (i != at && before.run == none && is_level(before.task) && before.depth <= spot.depth) break;
    }
    return false;
}

bool speaks_of_all(const Sentence& sentence, std::size_t at) noexcept {
    static constexpr std::array<std::string_view, 18> words{
        "合计", "总计", "共计", "总体",   "两项",   "二项",   "三项",   "四项", "五项",
        "六项", "以上", "上述", "两者共", "两者占", "两类共", "三类共", "整体", "累计"};
    const Spot& spot = sentence.spots[at];
    std::string_view between = sentence.words(spot.gap, spot.numeral.begin);
    if (const std::size_t mark = find_last_words(between, "占"); mark != between.npos)
        between = between.substr(0, mark);
    return contains_any(between, words);
}

} // namespace tieout::detail
