// SPDX-License-Identifier: MIT
// The lists of a sentence: what opens one, what it may divide, its members, and the mark that ends it.

#include "read/sentences/structure.hpp"

#include "read/vocabulary/words.hpp"

namespace tieout::detail {

namespace {

std::uint32_t narrow(std::size_t at) noexcept { return static_cast<std::uint32_t>(at); }

/// A list or a bracket that is open while the figures are gone through.
struct Open {
    std::uint32_t list = none; ///< none: a bracket in which nothing is listed
    bool bracket = false;
    Mark mark_before = Mark::none;
};

struct Walk {
    Sentence& sentence;
    std::vector<Open> open{};
    /// Levels outside of brackets that were closed, in order.
    std::vector<std::uint32_t> levels{};
    Mark mark = Mark::none;
    std::uint32_t last = none; ///< figure
};

std::uint32_t innermost(const Walk& walk) noexcept {
    for (auto entry = walk.open.rbegin(); entry != walk.open.rend(); ++entry)
        if (entry->list != none) return entry->list;
    return none;
}

void close_bracket(Walk& walk) {
    while (!walk.open.empty() && !walk.open.back().bracket) walk.open.pop_back();
    if (walk.open.empty()) return;
    const Open bracket = walk.open.back();
    walk.open.pop_back();
    walk.mark = bracket.mark_before;
    const std::size_t depth = static_cast<std::size_t>(
        std::count_if(walk.open.begin(), walk.open.end(), [](const Open& entry) { return entry.bracket; }));
    while (!walk.levels.empty() && walk.sentence.spots[walk.levels.back()].depth > depth)
        walk.levels.pop_back();
}

void open_bracket(Walk& walk, bool lists) {
    Open entry{none, true, walk.mark};
    // 财政拨款900万元，占90%（基本支出540万元，占60%…）: behind a share it may still divide the amount before that.
    const bool behind_level = walk.last != none && is_level(walk.sentence.spots[walk.last].task);
    if (lists && walk.last != none && (behind_level || !walk.levels.empty())) {
        List list;
        list.bracket = true;
        list.totals.push_back(behind_level ? walk.last : walk.levels.back());
        list.unsure = !behind_level;
        list.outer = innermost(walk);
        entry.list = narrow(walk.sentence.lists.size());
        walk.sentence.lists.push_back(std::move(list));
    }
    if (walk.open.size() < nesting_max) walk.open.push_back(entry);
    walk.mark = Mark::none;
}

/// Goes through the words between two figures.
void pass(Walk& walk, std::uint32_t from, std::uint32_t to) {
    const std::string_view text = walk.sentence.text;
    for (std::size_t at = from; at < to;) {
        const std::string_view rest = text.substr(at);
        if (text[at] != '\xE3' && text[at] != '\xEF') {
            ++at;
            continue;
        }
        if (rest.starts_with("（")) {
            // Only a bracket right behind a figure lists what is in it.
            open_bracket(walk, at == from && walk.last != none);
            at += std::string_view("（").size();
        } else if (rest.starts_with("）")) {
            close_bracket(walk);
            at += std::string_view("）").size();
        } else if (rest.starts_with("、")) {
            walk.mark = std::max(walk.mark, Mark::pause);
            at += std::string_view("、").size();
        } else if (rest.starts_with("，")) {
            walk.mark = std::max(walk.mark, Mark::comma);
            at += std::string_view("，").size();
        } else if (rest.starts_with("；")) {
            walk.mark = std::max(walk.mark, Mark::semicolon);
            at += std::string_view("；").size();
        } else {
            at += character_at(text, at);
        }
    }
}

Mark highest(const std::vector<List::Member>& members) noexcept {
    Mark mark = Mark::none;
    for (std::size_t i = 1; i < members.size(); ++i) mark = std::max(mark, members[i].mark);
    return mark;
}

/// Lists that the mark before this figure ends: ； returns from the list within an item to the list of items.
void leave_lists(Walk& walk) {
    while (!walk.open.empty() && !walk.open.back().bracket) {
        const std::uint32_t inner = walk.open.back().list;
        if (inner == none || walk.sentence.lists[inner].members.empty()) return;
        std::uint32_t outer = none;
        for (std::size_t i = walk.open.size() - 1; i-- > 0 && outer == none;) outer = walk.open[i].list;
        if (outer == none) return;
        const Mark inner_mark = highest(walk.sentence.lists[inner].members);
        const Mark outer_mark = highest(walk.sentence.lists[outer].members);
        const bool returns =
            walk.mark > inner_mark &&
            (outer_mark == Mark::none ? walk.mark == Mark::semicolon : walk.mark >= outer_mark);
        if (!returns) return;
        walk.open.pop_back();
    }
}

struct Opened {
    const Opener* opener = nullptr;
    std::size_t end = 0;
};

/// The word between the last figure and this one that says that a list begins.
Opened opener_before(const Walk& walk, const Spot& spot) {
    Opened found;
    std::size_t begin = spot.gap;
    if (spot.numeral.begin - begin > words_max)
        begin = whole_character_from(walk.sentence.text, spot.numeral.begin - words_max);
    std::string_view words = walk.sentence.words(narrow(begin), spot.numeral.begin);
    if (const std::size_t semicolon = words.rfind("；"); semicolon != words.npos) {
        words.remove_prefix(semicolon + std::string_view("；").size());
        begin += semicolon + std::string_view("；").size();
    }
    std::size_t where = 0;
    for (const Opener& candidate : openers()) {
        const std::size_t at = find_last_words(words, candidate.word);
        if (at == words.npos || (found.opener != nullptr && at < where + found.opener->word.size())) continue;
        const std::string_view ahead = words.substr(0, at);
        const bool begins_clause =
            ahead.empty() || ahead.ends_with("（") || ahead.ends_with("，") || ahead.ends_with("：");
        std::string_view listed = words.substr(at + candidate.word.size());
        if (candidate.word == "含" && !begins_clause) continue;
        if (candidate.word == "用于" && (!begins_clause || innermost(walk) != none)) continue;
        if (candidate.opening == Opening::pairs) {
            // 实际支出分别为: without names of its own it is in the order of the figures before.
            const std::string_view clause = behind_last(ahead, clause_marks);
            if (!clause.empty() && !contains(clause, "、") && !contains(clause, "和") &&
                !contains(clause, "与") && !contains(clause, "及") && !clause.ends_with("其中"))
                continue;
        }
        if (candidate.word == "由") {
            // 由…组成, in front of the parts or behind them.
            const std::string_view rest = walk.sentence.text.substr(
                begin + at, std::min<std::size_t>(words_max, walk.sentence.end - begin - at));
            const std::string_view clause = rest.substr(0, rest.find("；"));
            if (!begins_clause || (!contains(clause, "组成") && !contains(clause, "构成"))) continue;
            if (const std::size_t colon = listed.find("："); colon != listed.npos)
                listed.remove_prefix(colon);
        }
        // What is listed begins right behind the word: 其中，A 5万元, 包括A、B 5万元.
        for (const std::string_view mark : {"：", "，"})
            if (begins_with(listed, mark)) listed.remove_prefix(mark.size());
        if (contains(listed, "，") || contains(listed, "等")) continue;
        found.opener = &candidate;
        where = at;
        found.end = begin + at + candidate.word.size();
    }
    return found;
}

void open_list(Walk& walk, std::uint32_t index) {
    Spot& spot = walk.sentence.spots[index];
    const Opened found = opener_before(walk, spot);
    const std::string_view near = walk.sentence.words_before(spot);
    // 分两批拨付：第一批50万元, 具体如下：A 5万元
    const auto announces = [](std::string_view words) {
        const std::size_t at = find_last_words(words, "：");
        if (at == words.npos || at > 60) return false;
        static constexpr std::string_view says[] = {"，分", "如下", "以下"};
        return contains_any(words.substr(0, at), says);
    };
    const bool colon = found.opener == nullptr && spot.gap > walk.sentence.begin &&
                       (near.starts_with("：") || announces(near));
    if (found.opener == nullptr && !colon) return;
    Opening opening = found.opener == nullptr ? Opening::bare : found.opener->opening;
    // 主要用于以下方面：what follows is all of it, or may be.
    if (opening == Opening::partly && (contains(near, "以下") || contains(near, "如下")))
        opening = Opening::among;
    if (found.opener != nullptr && found.end > spot.numeral.begin - spot.label.size()) {
        const std::size_t size = spot.numeral.begin > found.end ? spot.numeral.begin - found.end : 0;
        spot.label = spot.label.substr(spot.label.size() - std::min(size, spot.label.size()));
        for (const std::string_view mark : {"：", "，"})
            if (begins_with(spot.label, mark)) spot.label.remove_prefix(mark.size());
    }
    if (const std::uint32_t inner = innermost(walk); inner != none) {
        List& list = walk.sentence.lists[inner];
        if (list.bracket && list.members.empty()) {
            if (found.opener != nullptr) {
                list.opener = found.opener;
                list.opening = opening;
                list.unsure = false;
            }
            return;
        }
    }
    List list;
    list.opener = found.opener;
    list.opening = opening;
    list.outer = innermost(walk);
    // 女性540人；青年、中年分别为300人、200人: behind a semicolon is another matter.
    const bool parted = opening == Opening::pairs && walk.mark == Mark::semicolon;
    for (auto level = walk.levels.rbegin();
         !parted && level != walk.levels.rend() && list.totals.size() < candidates_max; ++level)
        list.totals.push_back(*level);
    if (parted) return;
    if (walk.open.size() >= nesting_max) return;
    walk.open.push_back({narrow(walk.sentence.lists.size()), false, walk.mark});
    walk.sentence.lists.push_back(std::move(list));
    walk.mark = Mark::none;
}

} // namespace

void find_lists(Sentence& sentence) {
    Walk walk{sentence};
    for (std::uint32_t i = 0; i < sentence.spots.size(); ++i) {
        Spot& spot = sentence.spots[i];
        if (walk.last != none)
            for (const std::string_view word : {"和", "与", "及"})
                if (sentence.words_before(spot).starts_with(word))
                    walk.mark = std::max(walk.mark, Mark::pause);
        pass(walk, spot.gap, spot.numeral.begin);
        open_list(walk, i);
        spot.after = walk.levels.empty() ? none : walk.levels.back();
        walk.last = i;
        spot.mark = walk.mark;
        if (!is_level(spot.task)) {
            spot.list = innermost(walk);
            continue;
        }
        leave_lists(walk);
        const std::uint32_t inner = innermost(walk);
        spot.list = inner;
        // What sums up is none of what it sums.
        const bool beside = spot.label.starts_with("另"); // 另有往来资金20万元
        // 占全社会用电量31亿千瓦时: of what something is, and no part.
        const bool base =
            spot.label.starts_with("占") || spot.label.starts_with("较") || spot.label.starts_with("比");
        const bool member =
            spot.task != Task::total && spot.task != Task::result && !spot.reason && !beside && !base;
        if (inner != none && sentence.lists[inner].members.size() >= members_max)
            sentence.lists[inner].unsure = sentence.lists[inner].left_open = true;
        else if (inner != none && member) {
            List& list = sentence.lists[inner];
            list.members.push_back({i, walk.mark, spot.sign < 0});
            const std::string_view behind = sentence.text.substr(
                spot.numeral.end, std::min<std::size_t>(60, sentence.end - spot.numeral.end));
            list.left_open = list.left_open || leaves_open(behind);
        }
        walk.levels.push_back(i);
        walk.mark = Mark::none;
    }
    if (sentence.cut)
        for (const Open& entry : walk.open)
            if (entry.list != none && !entry.bracket) sentence.lists[entry.list].unsure = true;
}

} // namespace tieout::detail
