// SPDX-License-Identifier: MIT
// What a clause may be of that names nothing: 比上年增长20% behind a list is of its last member, or of what the list divides.

#include "read/sentences/structure.hpp"

#include "read/vocabulary/labels.hpp"
#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace tieout::detail {

namespace {

/// What the clause of a figure says of an amount, if anything; that something was completed is a rate.
std::optional<Says> said_by(Task task) noexcept {
    switch (task) {
    case Task::base:
    case Task::from:
    case Task::change:
    case Task::growth:
        return Says::change;
    case Task::inside:
    case Task::share:
        return Says::share;
    case Task::completion:
    case Task::rate:
        return Says::rate;
    case Task::average:
        return Says::average;
    default:
        return std::nullopt;
    }
}

/// Whether one of the spots says that of what stands before it.
bool any_says(const Sentence& sentence, std::size_t from, std::size_t to, std::optional<Says> what) noexcept {
    for (std::size_t i = from; i < to; ++i)
        if (said_by(sentence.spots[i].task) == what) return true;
    return false;
}

/// Whether words name something that is none of what is spoken of.
bool names_other_than(std::string_view words, const std::string& key) {
    constexpr std::size_t longest = 120;
    static constexpr std::string_view compares[] = {"比", "较",   "与",   "同",   "对比", "主要", "原因",
                                                    "因", "由于", "即",   "全年", "当年", "本年", "分别",
                                                    "约", "预算", "执行", "完成", "占",   "决算", "实际"};
    if (words.empty() || words.size() > longest) return false;
    if (const std::string_view among =
            begins_with_any(words, std::array<std::string_view, 2>{"其中：", "其中"});
        !among.empty())
        words.remove_prefix(among.size());
    if (words.empty() || !begins_with_any(words, compares).empty()) return false;
    const Label label = label_of(words);
    return !label.subject.empty() && !label.generic && !label.total && !label.aside && label.key != key;
}

/// The words that name what is said at a spot, as far as they do.
std::string_view name_at(const Sentence& sentence, std::size_t at) {
    const Spot& spot = sentence.spots[at];
    if (spot.movement != none && sentence.movements[spot.movement].first == at &&
        !sentence.movements[spot.movement].subject.empty())
        return sentence.movements[spot.movement].subject;
    // 固定资产成新率55.6%, 增值税比预算短收2亿元: the name stands within the words of it.
    if (spot.task == Task::rate || spot.task == Task::saving || spot.task == Task::saving_rate) {
        std::string_view name = spot.match.name.empty() ? spot.label : spot.match.name;
        static constexpr std::string_view others[] = {"完成率", "节约", "节支"};
        if (const std::string_view rate = ends_with_any(name, execution_rates); !rate.empty())
            name.remove_suffix(rate.size());
        else
            name.remove_suffix(ends_with_any(name, others).size());
        return name;
    }
    std::string_view words = spot.match.phrase != nullptr ? spot.match.before : spot.label;
    if (spot.task == Task::aside)
        for (const std::string_view word : {"比", "较", "超收", "短收", "增加", "减少", "节约"})
            words = words.substr(0, std::min(words.size(), find_words(words, word)));
    static constexpr std::array<std::string_view, 7> marks{"，", "；", "：", "。", "（", "）", "、"};
    return behind_last(words, marks);
}

} // namespace

bool may_be_of_its_whole(const Sentence& sentence, std::size_t nearest, std::size_t at) noexcept {
    const Spot& part = sentence.spots[nearest];
    if (part.list == none || sentence.spots[at].depth != part.depth) return false;
    const List& list = sentence.lists[part.list];
    if (list.totals.empty() || list.members.empty()) return false;
    if (list.members.back().spot > at) return false;
    const std::optional<Says> what = said_by(sentence.spots[at].task);
    // 支出100万元，比上年减少20万元；其中接待费24万元，减少12万元: of the whole it is told already.
    if (any_says(sentence, list.totals.front() + 1, list.members.front().spot, what)) return false;
    // Saying once of the last member already, in another movement: what comes once more is of the whole.
    for (std::size_t i = nearest + 1; i < at; ++i)
        if (said_by(sentence.spots[i].task) == what &&
            (what != Says::change || sentence.spots[i].movement != sentence.spots[at].movement) &&
            !(what == Says::share && sentence.spots[i].task == Task::inside))
            return true;
    for (std::size_t m = 0; m + 1 < list.members.size(); ++m) {
        const std::size_t next = list.members[m + 1].spot;
        if (next > nearest) break;
        if (any_says(sentence, list.members[m].spot + 1, next, what)) return false;
    }
    return true;
}

bool names_another(const Sentence& sentence, std::size_t nearest, std::size_t at, const std::string& key) {
    const std::size_t first = nearest == none ? 0 : nearest + 1;
    for (std::size_t i = first; i <= at; ++i) {
        const Spot& spot = sentence.spots[i];
        // What has an amount of its own is looked at as such.
        if (is_level(spot.task) || (!said_by(spot.task) && spot.task != Task::aside &&
                                    spot.task != Task::saving && spot.task != Task::saving_rate))
            continue;
        if (spot.depth == sentence.spots[at].depth && names_other_than(name_at(sentence, i), key))
            return true;
    }
    const std::uint32_t begin = nearest == none ? sentence.begin : sentence.spots[nearest].numeral.end;
    for (const Clause& clause : sentence.clauses)
        if (!clause.has_figure && clause.begin >= begin && clause.end <= sentence.spots[at].numeral.begin &&
            clause.depth == sentence.spots[at].depth &&
            names_other_than(sentence.words(clause.begin, clause.end), key))
            return true;
    return false;
}

bool told_beside(const Sentence& sentence, std::size_t nearest, std::size_t at) {
    const Spot& last = sentence.spots[nearest];
    const std::optional<Says> what = said_by(sentence.spots[at].task);
    const std::optional<Phase> phase = label_of(last.label).phase;
    for (std::size_t i = nearest; i-- > 0 && nearest - i <= spots_looked_back_max;) {
        const Spot& before = sentence.spots[i];
        // 新增债券30亿元 is an amount as well.
        const bool amount = is_level(before.task) || before.task == Task::aside;
        if (!amount || before.depth != last.depth || before.task == Task::total) continue;
        if (before.numeral.figure.unit.dimension != last.numeral.figure.unit.dimension ||
            before.numeral.sort != last.numeral.sort)
            continue;
        // What the last is a part of is no other beside it.
        if (last.list != none) {
            const std::vector<std::uint32_t>& totals = sentence.lists[last.list].totals;
            if (std::find(totals.begin(), totals.end(), i) != totals.end()) return false;
        }
        const Label label = label_of(before.label);
        if (label.previous || label.phase != phase || label.subject.empty() || label.generic) return false;
        // Of that one it is said already, so that this is of the last.
        return !any_says(sentence, i + 1, nearest, what);
    }
    return false;
}

bool may_be_of_another_in_order(const Sentence& sentence, std::size_t at) noexcept {
    const Spot& spot = sentence.spots[at];
    if (spot.run != none) return false;
    static constexpr std::array<std::string_view, 3> orders{"分别", "依次", "各为"};
    // As far back as what it may be of stands.
    for (std::size_t i = at + 1; i-- > 0 && at - i <= spots_looked_back_max;) {
        const Spot& before = sentence.spots[i];
        if (contains_any(sentence.words_before(before), orders)) return true;
        if (i != at && before.run == none && is_level(before.task) && before.depth <= spot.depth) break;
    }
    return false;
}

bool speaks_of_all(const Sentence& sentence, std::size_t at) noexcept {
    static constexpr std::array<std::string_view, 18> words{
        "合计", "总计", "共计", "总体",   "两项",   "二项",   "三项",   "四项", "五项",
        "六项", "以上", "上述", "两者共", "两者占", "两类共", "三类共", "整体", "累计"};
    const Spot& spot = sentence.spots[at];
    std::string_view between = sentence.words_before(spot);
    if (const std::size_t mark = find_last_words(between, "占"); mark != between.npos)
        between = between.substr(0, mark);
    return contains_any(between, words);
}

} // namespace tieout::detail
