// SPDX-License-Identifier: MIT
#include "read/sentences/paragraph_reading.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t context_max = 1200; ///< bytes of a sentence that are kept

} // namespace

/// The id of the sentence; its words are kept.
std::string context_of(const Sentence& sentence, Draft& draft) {
    std::string id = "s" + std::to_string(draft.filing.sentences.size() + 1);
    std::size_t end = std::min<std::size_t>(sentence.end, sentence.begin + context_max);
    while (end < sentence.text.size() && continues_utf8(sentence.text[end])) --end;
    draft.filing.sentences.push_back(
        {id, std::string(sentence.text.substr(sentence.begin, end - sentence.begin))});
    return id;
}

/// 3个科室: what is counted stands behind the unit.
std::string named_behind(std::string_view after) {
    std::size_t end = 0;
    while (end < after.size() && end < 30) {
        const std::string_view rest = after.substr(end);
        static constexpr std::string_view stops[] = {"。", "；", "，", "、", "：", "（",
                                                     "）", "占", "和", "与", "！", "？"};
        if (!begins_with_any(rest, stops).empty() || (after[end] >= '0' && after[end] <= '9')) break;
        end += character_at(after, end);
    }
    return std::string(after.substr(0, std::min(end, after.size())));
}

/// 收入总计中，: the words of a clause that says of what all behind it are parts.
std::string_view within_in(std::string_view words) {
    constexpr std::size_t longest = 150;
    if (words.size() > longest || !words.ends_with("中")) return {};
    words.remove_suffix(std::string_view("中").size());
    static constexpr std::string_view no_wholes[] = {"其", "执行", "年", "工作", "过程"};
    return ends_with_any(words, no_wholes).empty() ? words : std::string_view();
}

/// The words from the last mark that parts clauses to `end`, brackets within them.
std::string_view words_to(const Sentence& sentence, std::uint32_t end) {
    constexpr std::uint32_t longest = 150;
    std::size_t begin = end < sentence.begin + longest ? sentence.begin : end - longest;
    begin = whole_character_from(sentence.text, begin);
    std::string_view words = sentence.words(static_cast<std::uint32_t>(begin), end);
    return behind_last(words, clause_marks);
}

/// Words between two figures that hold none: 2022年，总收入…; 政府性基金预算支出中，基本支出….
void carry(std::string_view words, Carried& carried) {
    constexpr std::size_t longest = 120;
    static constexpr std::string_view compares[] = {"比", "较", "与", "同", "对比", "主要", "原因", "因"};
    if (words.empty() || words.size() > longest || !begins_with_any(words, compares).empty()) return;
    const bool within = words.ends_with("中");
    if (within) words.remove_suffix(std::string_view("中").size());
    const Label label = label_of(words);
    const bool only_time = label.subject.empty() || label.generic;
    if (label.year && (only_time || within)) carried.year = *label.year;
    if (!label.part_of_year.empty()) carried.part_of_year = label.part_of_year;
    if (label.previous && only_time) carried.previous = true;
    if (within && !label.fund.empty()) carried.fund = label.fund;
    if (!label.body.empty() && (within || only_time)) carried.body = label.body;
}

Mention mention_of(const ParagraphReading& reading, const ReadSentence& read, const Spot& spot) {
    const Sentence& sentence = read.sentence;
    const Numeral& numeral = spot.numeral;
    Mention mention;
    mention.figure = numeral.figure;
    set_place(mention.figure, reading.page, reading.passage.from[numeral.begin]);
    mention.figure.context = read.context;
    if (numeral.end - sentence.begin <= context_max) {
        mention.figure.mark = numeral.begin - sentence.begin;
        mention.figure.mark_length = numeral.end - numeral.begin;
    }
    mention.why = spot.match.phrase != nullptr ? std::string(spot.match.phrase->code) : std::string("G01");
    return mention;
}

SaidId say(ParagraphReading& reading, ReadSentence& read, Said said, Mention mention) {
    if (mention.figure.label.empty()) mention.figure.label = mention.subject;
    said.mention = reading.draft.add(std::move(mention));
    said.passage = reading.index;
    said.sentence = static_cast<std::uint32_t>(reading.discourse.sentences.size());
    const auto id = static_cast<SaidId>(reading.discourse.said.size());
    said.spot = static_cast<std::uint32_t>(read.said.size());
    if (!said.label.key.empty() && (is_level(said.task) || said.task == Task::inside ||
                                    said.task == Task::base || said.task == Task::from))
        reading.discourse.by_key[said.label.key].push_back(id);
    reading.discourse.said.push_back(std::move(said));
    read.said.push_back(id);
    return id;
}

void copy_subject(const Said& from, const Mention& mention_from, Said& said, Mention& mention) {
    said.label.subject = from.label.subject;
    said.label.core = from.label.core;
    said.label.key = from.label.key;
    said.label.generic = from.label.generic;
    said.label.side = from.label.side;
    mention.subject = mention_from.subject;
    mention.item = mention_from.item;
    mention.split = mention_from.split;
    mention.code = mention_from.code;
    mention.list = mention_from.list;
    mention.certain = mention_from.certain;
    mention.of.fund = mention_from.of.fund;
    if (said.label.body.empty()) mention.of.body = mention_from.of.body;
}

void take_subject(const Label& label, Said& said, Mention& mention) {
    said.label.subject = label.subject;
    said.label.core = label.core;
    said.label.key = label.key;
    said.label.generic = label.generic;
    said.label.side = label.side;
    said.label.fund = label.fund;
    mention.subject = label.subject;
}

/// Year and part of the year become phase and period.
void settle_period(const Discourse& discourse, Said& said, Mention& mention, bool previous, int year,
                   const std::string& part) {
    if (previous && year == 0 && discourse.year != 0) year = discourse.year - 1;
    said.year = year;
    const bool before = previous || (year != 0 && year + 1 == discourse.year);
    if (before && mention.phase == Phase::prior && part.empty()) {
        // It is told already.
    } else if (before && mention.phase == Phase::executed && part.empty()) {
        mention.phase = Phase::prior;
    } else if (before && mention.phase != Phase::prior) {
        mention.of.period = year != 0 ? std::to_string(year) : std::string("previous");
    } else if (year != 0 && discourse.year != 0 && year != discourse.year) {
        mention.of.period = std::to_string(year);
    }
    if (year != 0) mention.figure.period = std::to_string(year);
    if (!part.empty()) {
        const std::string of_year = year != 0             ? std::to_string(year)
                                    : discourse.year != 0 ? std::to_string(discourse.year)
                                                          : std::string();
        const std::size_t slash = part.find('/');
        mention.of.period = slash == part.npos ? of_year + part
                                               : of_year + '-' + part.substr(0, slash) + '/' + of_year + '-' +
                                                     part.substr(slash + 1);
    }
}

/// What a label without a subject of its own is of: what was spoken of right before.
SaidId topic_of(const ParagraphReading& reading, const ReadSentence& read, const Spot& spot) {
    // What is added or taken off in between is no topic.
    const std::size_t behind = spot.after == none ? 0 : spot.after + 1;
    for (std::size_t i = behind; i-- > 0 && behind - i <= spots_looked_back_max;) {
        const Spot& other = read.sentence.spots[i];
        if (other.depth > spot.depth || !is_level(other.task) || other.sign != 0) continue;
        const Said& said = reading.discourse.said[read.said[i]];
        if (!said.label.aside && is_level(said.task)) return read.said[i];
    }
    if (spot.after != none) return read.said[spot.after];
    if (!reading.before.empty()) return reading.before.back();
    return none;
}

} // namespace tieout::detail
