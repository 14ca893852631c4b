// SPDX-License-Identifier: MIT
// Items in lines of their own, below the amount that they divide.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

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
        SaidId total = reach.latest(label.key, items.parts.front().said, of_class);
        if (total == none) total = reach.latest(label.core + "支出", items.parts.front().said, of_class);
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

} // namespace

void state_items(const Reach& reach, std::uint32_t head, Written& written) {
    const Discourse& discourse = reach.discourse;
    const ReadPassage& above = discourse.passages[head];
    Breakdown division;
    division.opening = Opening::among;
    const ReadSentence* first = nullptr;
    // The items that follow it, with what each begins with, and the class of each.
    std::vector<std::string_view> classes;
    std::size_t items = 0;
    std::size_t empty = 0;
    constexpr std::size_t looked_ahead_max = 400;
    for (std::uint32_t p = head + 1; p < discourse.passages.size() && p - head < looked_ahead_max; ++p) {
        const ReadPassage& item = discourse.passages[p];
        if (item.head != head) {
            const bool ends = item.depth == 0 ? item.heading || item.announces : item.depth <= above.depth;
            if (ends && item.head == none) break;
            continue;
        }
        if (item.told_below) continue;
        ++items;
        bool any = false;
        for (std::uint32_t s = item.first_sentence; s < item.last_sentence && !any; ++s) {
            const ReadSentence& read = discourse.sentences[s];
            const Scene scene{reach, read};
            std::string key;
            for (std::size_t i = 0; i < read.said.size(); ++i) {
                if (!is_free_level(scene, i) || read.sentence.spots[i].list != none ||
                    read.sentence.spots[i].depth != 0)
                    continue;
                const Said& said = reach.said(read.said[i]);
                if (!any) key = said.label.key;
                // A line without a number below an announcement lists all that it names.
                if (any && said.label.key != key && item.depth != 0) continue;
                if (division.parts.size() < members_max) {
                    division.parts.push_back({read.said[i], Mark::pause, false});
                    classes.push_back(item.class_words);
                }
                if (first == nullptr) first = &read;
                any = true;
            }
        }
        if (!any) ++empty;
    }
    if (division.parts.size() < 2 || first == nullptr) return;
    state_classes(reach, division, classes, {reach, *first}, written);
    if (empty != 0) division.unsure = true;
    for (std::uint32_t s = above.last_sentence; s-- > above.first_sentence && division.totals.empty();) {
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
