// SPDX-License-Identifier: MIT
// Items in lines of their own, below the amount that they divide.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// Whether a total that a sentence tells stands in the section of an item: no heading of the first order parts them. 八、政府性基金…
/// tells of other expenditure of the same class. What tables tell is held against their own rows.
bool in_section(const Reach& reach, SaidId total, SaidId item) {
    if (reach.said(total).sentence == none) return false;
    for (std::uint32_t p = reach.said(total).passage + 1; p <= reach.said(item).passage; ++p)
        if (reach.discourse.passages[p].heading && reach.discourse.passages[p].depth == 1) return false;
    return true;
}

/// Items of one class make what was stated of the class: 教育支出（类）…（项） and 教育支出50万元.
void state_classes(const Reach& reach, const Breakdown& items, const std::vector<std::string_view>& classes,
                   const Scene& scene, Written& written) {
    std::vector<std::string_view> done;
    constexpr std::size_t classes_max = 40;
    for (std::size_t i = 0; i < items.parts.size() && done.size() < classes_max; ++i) {
        if (classes[i].empty() || is_any(classes[i], done)) continue;
        done.push_back(classes[i]);
        const Label label = label_of(classes[i]);
        const auto of_class = [&](SaidId said) {
            const Mention& mention = reach.mention(said);
            return reach.known(said) && is_level(reach.said(said).task) && mention.phase == Phase::executed &&
                   mention.figure.unit.dimension == Dimension::money && mention.of.period.empty();
        };
        const SaidId item = items.parts.front().said;
        const auto whole = [&](SaidId said) { return of_class(said) && in_section(reach, said, item); };
        SaidId total = reach.latest(label.key, item, whole);
        if (total == none) total = reach.latest(label.core + "支出", item, whole);
        if (total == none) continue;
        Reading reading{.kind = Kind::sum, .subject = id_of(reach, total)};
        for (std::size_t k = i; k < items.parts.size(); ++k)
            if (classes[k] == classes[i] && of_class(items.parts[k].said))
                reading.first.push_back(term(reach, items.parts[k].said));
        if (reading.first.empty()) continue;
        if (reading.first.size() == 1)
            reading = {.kind = Kind::linear,
                       .first = {term(reach, total), {reading.first.front().figure, Decimal(-1)}}};
        state(written, scene, "class", "G03", {std::move(reading)}, false);
    }
}

/// 主要项目如下：, 重点支出情况： announce no more than some of the items.
bool tells_main_ones(std::string_view announcement) {
    const std::string_view words =
        behind_last(announcement.substr(0, announcement.rfind("：")), clause_marks);
    static constexpr std::array<std::string_view, 3> some{"主要", "重点", "部分"};
    return contains_any(words, some) && !contains(words, "主要用于") && !contains(words, "原因");
}

/// 决算数小于预算数的主要原因是…。其中： speaks of what the paragraph right before it tells: where the amounts stand that items divide.
std::uint32_t where_told(const Discourse& discourse, std::uint32_t head) {
    const ReadPassage& above = discourse.passages[head];
    const auto tells_amounts = [&](const ReadPassage& passage) {
        for (std::uint32_t s = passage.first_sentence; s < passage.last_sentence; ++s)
            if (!discourse.sentences[s].said.empty()) return true;
        return false;
    };
    static constexpr std::string_view goes_on[] = {"决算数", "支出决算数", "其中", "具体"};
    if (head == 0 || above.depth != 0 || !above.announces || tells_amounts(above) ||
        begins_with_any(above.text, goes_on).empty())
        return head;
    const ReadPassage& before = discourse.passages[head - 1];
    return before.depth == 0 && !before.heading && tells_amounts(before) ? head - 1 : head;
}

/// The items that follow an announcement.
struct Items {
    Breakdown division{};
    /// The class of each.
    std::vector<std::string_view> classes{};
    const ReadSentence* first = nullptr;
    bool all_have_amounts = true;
    /// Neither do words say that they are some of several, nor is a number left out between them.
    bool all_told = true;
};

/// Whether a spot is an amount of an item, and no part of a list within it.
bool is_listed(const Scene& scene, std::size_t at) {
    return is_free_level(scene, at) && scene.spot(at).list == none && scene.spot(at).depth == 0;
}

/// The sentence of an item that tells its amounts: the first that says which are budgets and which were spent, else the first that
/// has any; null if none has.
const ReadSentence* told_in(const Reach& reach, const ReadPassage& item) {
    const ReadSentence* found = nullptr;
    for (std::uint32_t s = item.first_sentence; s < item.last_sentence; ++s) {
        const ReadSentence& read = reach.discourse.sentences[s];
        for (std::size_t i = 0; i < read.said.size(); ++i) {
            if (!is_listed({reach, read}, i)) continue;
            if (reach.said(read.said[i]).phase_stated) return &read;
            if (found == nullptr) found = &read;
        }
    }
    return found;
}

void add_item(const Reach& reach, const ReadPassage& item, Items& items) {
    const ReadSentence* const read = told_in(reach, item);
    items.all_have_amounts = items.all_have_amounts && read != nullptr;
    if (read == nullptr) return;
    if (items.first == nullptr) items.first = read;
    const std::string* key = nullptr;
    for (std::size_t i = 0; i < read->said.size(); ++i) {
        if (!is_listed({reach, *read}, i)) continue;
        const Said& said = reach.said(read->said[i]);
        if (key == nullptr) key = &said.label.key;
        // A line without a number below an announcement lists all that it names.
        if (said.label.key != *key && item.depth != 0) continue;
        if (items.division.parts.size() >= members_max) continue;
        items.division.parts.push_back({read->said[i], Mark::pause, false});
        items.classes.push_back(item.class_words);
    }
}

Items items_below(const Reach& reach, std::uint32_t head) {
    const Discourse& discourse = reach.discourse;
    const ReadPassage& above = discourse.passages[head];
    Items items;
    items.division.opening = Opening::among;
    items.all_told = !tells_main_ones(above.text);
    const ReadPassage* last = nullptr;
    constexpr std::size_t looked_ahead_max = 400;
    for (std::uint32_t p = head + 1; p < discourse.passages.size() && p - head < looked_ahead_max; ++p) {
        const ReadPassage& item = discourse.passages[p];
        if (item.head != head) {
            const bool ends = item.depth == 0 ? item.heading || item.announces : item.depth <= above.depth;
            if (ends && item.head == none) break;
            // 1、…。12、…: what stands between them is lost.
            const bool beside = last != nullptr && last->depth != 0 && item.depth == last->depth;
            if (beside && item.head == none && item.number > last->number + 1) items.all_told = false;
            continue;
        }
        last = &item;
        if (!item.told_below) add_item(reach, item, items);
    }
    return items;
}

} // namespace

SaidId amount_of_item(const Scene& scene, SaidId spent) {
    const Reach& reach = scene.reach;
    const ReadPassage& paragraph = reach.discourse.passages[scene.read.passage];
    const ReadSentence& first = reach.discourse.sentences[paragraph.first_sentence];
    if (first.said.empty() || first.said.front() == none) return none;
    const SaidId item = first.said.front();
    // Behind its name, and not in the middle of it, where lines have changed places.
    if (!contains(first.sentence.words_before(first.sentence.spots.front()), "（项）")) return none;
    const bool other = item != spent && is_level(reach.said(item).task) && reach.known(item) &&
                       !reach.said(item).phase_stated &&
                       reach.mention(item).phase == reach.mention(spent).phase &&
                       addable(reach.figure(item), reach.figure(spent)) &&
                       reach.figure(item).base_value() != reach.figure(spent).base_value();
    return other ? item : none;
}

/// “…（项）”257万元，主要用于…。年初预算为275万元，支出决算为246万元: the amount that an item begins with is what was spent on it, or its
/// budget.
void state_amounts_of_items(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        const SaidId spent = scene.said_at(i);
        if (spent == none || !is_free_level(scene, i) || scene.spot(i).depth != 0 || !reach.known(spent) ||
            !reach.said(spent).phase_stated || reach.mention(spent).phase != Phase::executed)
            continue;
        const SaidId item = amount_of_item(scene, spent);
        if (item == none || reach.said(item).label.key != reach.said(spent).label.key) continue;
        const SaidId budget = budget_of(scene, spent, {});
        const bool is_budget_told = budget != none && in_paragraph(scene, budget);
        if (is_budget_told && reach.figure(item).base_value() == reach.figure(budget).base_value()) continue;
        const auto same = [&](SaidId other) {
            return Reading{.kind = Kind::linear, .first = {term(reach, item), term(reach, other, -1)}};
        };
        std::vector<Reading> readings{same(spent)};
        if (is_budget_told) readings.push_back(same(budget));
        state(written, scene, "item", "G07", std::move(readings), false);
        return;
    }
}

void state_items(const Reach& reach, std::uint32_t head, Written& written) {
    const Discourse& discourse = reach.discourse;
    const ReadPassage& above = discourse.passages[head];
    Items items = items_below(reach, head);
    Breakdown& division = items.division;
    const ReadSentence* const first = items.first;
    if (division.parts.size() < 2 || first == nullptr) return;
    if (items.all_told) state_classes(reach, division, items.classes, {reach, *first}, written);
    division.unsure = !items.all_have_amounts || !items.all_told;
    division.classified =
        above.announces && std::none_of(items.classes.begin(), items.classes.end(),
                                        [](std::string_view words) { return words.empty(); });
    const ReadPassage& told = discourse.passages[where_told(discourse, head)];
    for (std::uint32_t s = told.last_sentence; s-- > told.first_sentence && division.totals.empty();) {
        const ReadSentence& read = discourse.sentences[s];
        const Scene scene{reach, read};
        for (std::size_t i = read.said.size(); i-- > 0;)
            if (is_free_level(scene, i) && read.sentence.spots[i].depth == 0 &&
                read.sentence.spots[i].list == none && division.totals.size() < candidates_max)
                division.totals.push_back(read.said[i]);
        if (division.totals.empty()) continue;
        // 按…划分：, 包括以下：
        const std::string_view last = read.sentence.words(read.sentence.begin, read.sentence.end);
        if (above.announces && (contains(last, "划分") || contains(last, "分为")) && !contains(last, "主要"))
            division.opening = Opening::divides;
    }
    if (division.totals.empty() && above.announces) {
        // 一般公共预算财政拨款支出按用途划分：its amount was stated before.
        std::string_view words = above.text;
        for (const std::string_view cut : {"按", "划分", "分为", "包括", "具体", "如下", "主要"})
            if (const std::size_t at = words.find(cut); at != words.npos) words = words.substr(0, at);
        const Label label = label_of(words);
        const auto before = static_cast<SaidId>(
            reach.said(division.parts.front().said).mention == no_mention ? 0 : division.parts.front().said);
        const SaidId found = reach.latest(label.key, before, [&](SaidId said) {
            return reach.known(said) && (label.fund.empty() || reach.mention(said).of.fund == label.fund ||
                                         reach.said(said).label.fund == label.fund);
        });
        if (found != none) division.totals.push_back(found);
        if (contains(above.text, "划分") && !contains(above.text, "主要"))
            division.opening = Opening::divides;
    }
    if (division.totals.empty()) return;
    const Scene scene{reach, *first};
    if (division.totals.size() > 1) {
        // Of several the one of which the items are of one dimension, the first that was said.
        std::reverse(division.totals.begin(), division.totals.end());
    }
    if (!above.announces && division.opening != Opening::divides) {
        // Without a word for it, items below a total may be parts of it.
        division.opening = Opening::bare;
    }
    state_division(scene, std::move(division), written);
}

} // namespace tieout::detail
