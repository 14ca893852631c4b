// SPDX-License-Identifier: MIT
#include "read/sentences/mentions.hpp"

#include "read/sentences/members.hpp"
#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t context_max = 1200; ///< bytes of a sentence that are kept

/// What words say of all figures behind them in their sentence.
struct Carried {
    int year = 0;
    bool previous = false;
    std::string part_of_year{};
    std::string fund{};
    std::string body{};
};

/// What the reading of one paragraph needs.
struct Reading_of_paragraph {
    const Page& page;
    const Passage& passage;
    const Headings& headings;
    Discourse& discourse;
    Draft& draft;
    std::uint32_t index = 0; ///< of the paragraph
    /// The levels of the last sentence that had any, and the body that the paragraph speaks of.
    std::vector<SaidId> before{};
    std::string body{};
    /// It states a total of the whole body.
    bool total_of_body = false;
};

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
    for (const std::string_view mark : {"，", "；", "：", "。"})
        if (const std::size_t at = words.rfind(mark); at != words.npos) words.remove_prefix(at + mark.size());
    return words;
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

Mention mention_of(const Reading_of_paragraph& reading, const ReadSentence& read, const Spot& spot) {
    const Sentence& sentence = read.sentence;
    const Numeral& numeral = spot.numeral;
    Mention mention;
    mention.figure = numeral.figure;
    const Place place = place_of(reading.page, reading.passage.from[numeral.begin]);
    mention.figure.line = place.line;
    mention.figure.column = place.column;
    mention.figure.context = read.context;
    if (numeral.end - sentence.begin <= context_max) {
        mention.figure.mark = numeral.begin - sentence.begin;
        mention.figure.mark_length = numeral.end - numeral.begin;
    }
    mention.why = spot.match.phrase != nullptr ? std::string(spot.match.phrase->code) : std::string("G01");
    return mention;
}

SaidId say(Reading_of_paragraph& reading, ReadSentence& read, Said said, Mention mention) {
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
SaidId topic_of(const Reading_of_paragraph& reading, const ReadSentence& read, const Spot& spot) {
    // What is added or taken off in between is no topic.
    for (std::size_t i = spot.after == none ? 0 : spot.after + 1; i-- > 0;) {
        const Spot& other = read.sentence.spots[i];
        if (other.depth > spot.depth || !is_level(other.task) || other.sign != 0) continue;
        const Said& said = reading.discourse.said[read.said[i]];
        if (!said.label.aside && is_level(said.task)) return read.said[i];
    }
    if (spot.after != none) return read.said[spot.after];
    if (!reading.before.empty()) return reading.before.back();
    return none;
}

bool is_income(std::string_view item) { return item == "/income" || item == "/total_income"; }

/// An amount or a count of its own.
void mention_level(Reading_of_paragraph& reading, ReadSentence& read, std::size_t index, Label label,
                   Carried& carried) {
    const Sentence& sentence = read.sentence;
    const Spot& spot = sentence.spots[index];
    Discourse& discourse = reading.discourse;
    Draft& draft = reading.draft;
    Mention mention = mention_of(reading, read, spot);
    Said said;
    said.task = spot.task;
    const bool amount = spot.numeral.sort != Sort::count && spot.numeral.sort != Sort::score;
    if (mention.figure.unit_missing && spot.numeral.sort == Sort::plain && index > 0) {
        // 404.96（包含…: the unit of the sentence, and a remark that none was printed.
        for (std::size_t i = index; i-- > 0;) {
            const Figure& other = draft.mentions[discourse.said[read.said[i]].mention].figure;
            if (other.unit.dimension != Dimension::money) continue;
            mention.figure.unit = other.unit;
            break;
        }
    }
    const List* list = spot.list == none ? nullptr : &sentence.lists[spot.list];
    SaidId total = none;
    if (list != nullptr) {
        for (const std::uint32_t candidate : list->totals)
            if (total == none && candidate < index) total = read.said[candidate];
        if (list->totals.empty() && !reading.before.empty()) total = reading.before.back();
    }
    const ReadPassage& paragraph = discourse.passages[reading.index];
    // The first figures of an item are parts of what the list above divides.
    bool in_item = false;
    if (total == none && paragraph.head != none && discourse.sentences.size() == paragraph.first_sentence) {
        for (std::uint32_t s = discourse.passages[paragraph.head].first_sentence;
             s < discourse.passages[paragraph.head].last_sentence; ++s)
            for (const SaidId id : discourse.sentences[s].said)
                if (total == none && is_level(discourse.said[id].task) &&
                    discourse.sentences[s].sentence.spots[discourse.said[id].spot].depth == 0)
                    total = id;
        in_item = total != none;
    }
    static constexpr std::string_view present[] = {"本年", "今年", "当年"};
    if (contains_any(spot.label, present)) carried.previous = false;
    const bool previous_carried = carried.previous && !label.year && !label.previous;
    const bool previous = label.previous || previous_carried;

    // Phase: what the label says, else that of the total it is part of, else that of the heading.
    const Mention* whole = total == none ? nullptr : &draft.mentions[discourse.said[total].mention];
    const Phase inherited = whole != nullptr && !(whole->phase == Phase::prior && label.year)
                                ? whole->phase
                                : reading.headings.phase();
    bool phase_stated = label.phase.has_value();
    mention.phase = label.phase.value_or(inherited);
    said.label = label;
    const int stated_year = label.year.value_or(0);
    take_subject(label, said, mention);
    mention.of.fund = label.fund;
    mention.of.body = label.body;

    // 会议费预算100万元，支出60万元: 支出 alone is of what was named before, unless that is income.
    const bool of_before = spot.after == none && !reading.before.empty() && (label.previous || label.phase);
    if (label.side && label.core == "支出" && (spot.after != none || of_before)) {
        const Said& of = discourse.said[spot.after != none ? read.said[spot.after] : reading.before.back()];
        if (!of.label.side && !of.label.generic && !contains(of.label.subject, "收入") &&
            !of.label.key.empty() && of.label.core != "支出" && !of.label.aside && list == nullptr &&
            (spot.after == none || sentence.spots[spot.after].list == none)) {
            label.side = false;
            label.subject.clear();
            if (!label.phase) label.phase = Phase::executed;
            phase_stated = true;
            mention.phase = *label.phase;
        }
    }
    const bool bare = label.subject.empty() || (label.generic && !label.side && !label.total &&
                                                known_part(label.subject, true) == nullptr);
    if (bare) {
        const SaidId topic = topic_of(reading, read, spot);
        const std::string_view words = spot.label;
        bool other_side = false;
        if (topic != none) {
            const Mention& of = draft.mentions[discourse.said[topic].mention];
            other_side = contains(words, "支出") && is_income(of.item);
        }
        // An item whose heading names it without a figure: 1.教育支出（类）…（项）。年初预算为….
        const bool named_by_heading = spot.after == none && paragraph.depth != 0 && !paragraph.heading &&
                                      reading.before.empty() && !reading.headings.above.empty() &&
                                      reading.headings.above.back().depth == paragraph.depth;
        if (named_by_heading) {
            const std::string_view heading = reading.headings.above.back().words;
            static constexpr std::string_view tells[] = {"情况", "分析", "说明", "总体"};
            if (!contains_any(heading, tells)) {
                take_subject(label_of(heading.substr(list_number_of(heading))), said, mention);
                mention.of.fund = std::string(reading.headings.fund());
            }
        } else if (spot.after == none && reading.before.empty() && paragraph.depth == 0 &&
                   !paragraph.topic.empty()) {
            take_subject(label_of(paragraph.topic), said, mention);
        } else if (topic != none && !other_side &&
                   (spot.task != Task::total || discourse.said[topic].task == Task::total)) {
            Said& of = discourse.said[topic];
            Mention& of_mention = draft.mentions[of.mention];
            copy_subject(of, of_mention, said, mention);
            if (!phase_stated && !label.year && !label.previous) mention.phase = of_mention.phase;
            mention.certain = mention.certain && spot.after != none;
            if (of.task == Task::total && label.total) said.task = Task::total;
            // A plan and what became of it: the one without a phase was the plan.
            const bool same_sentence = spot.after != none;
            if (phase_stated && same_sentence && !of.phase_stated) {
                if (*label.phase == Phase::executed && of_mention.phase == Phase::executed &&
                    (!of_mention.item.empty() || in_item || paragraph.head != none)) {
                    of_mention.phase = Phase::initial;
                    if (whole != nullptr && is_budget(*whole)) of_mention.phase = whole->phase;
                } else if (*label.phase != Phase::executed && of_mention.phase == *label.phase) {
                    of_mention.phase = Phase::executed; // 公务接待费支出2.05万元，年初预算为2万元
                }
            }
        }
    } else {
        const bool own_heading = paragraph.depth != 0 && !paragraph.heading &&
                                 !reading.headings.above.empty() &&
                                 reading.headings.above.back().depth == paragraph.depth;
        place_in_model(reading.headings, draft, discourse, total, label, amount, own_heading,
                       reading.total_of_body, said, mention, phase_stated);
        if ((mention.item == "/expenditure" || mention.item == "/total_expenditure") &&
            mention.split.empty() && mention.of.fund.empty())
            reading.total_of_body = true;
    }
    if (mention.item.empty() && amount && bare && label.phase && mention.subject.empty()) {
        // 2、项目资金使用情况。财政预算为313.88万元: of what the heading speaks of.
        for (auto above = reading.headings.above.rbegin();
             above != reading.headings.above.rend() && mention.item.empty(); ++above)
            if (const KnownPart* part = part_in_heading(above->words)) {
                mention.item = part->pointer;
                mention.subject = std::string(part->words.substr(0, part->words.find('|')));
                mention.of.fund = above->fund;
                said.label.subject = said.label.core = mention.subject;
                said.label.key = mention.item;
            }
        static constexpr std::string_view of_document[] = {"决算", "年初预算", "全年预算"};
        if (mention.item.empty() && contains_any(spot.label, of_document) &&
            reading.headings.contain("整体")) {
            mention.item = "/expenditure"; // 支出决算1775.24万元 of a report on the whole body
            mention.subject = *label.phase == Phase::executed ? "支出决算" : "预算";
            said.label.key = mention.item;
            mention.certain = true;
        }
    }
    // 一般公共预算财政拨款支出按用途划分：1、基本支出: of the fund that the announcement names.
    if (mention.of.fund.empty() && paragraph.head != none && !mention.item.empty() && list == nullptr)
        mention.of.fund = discourse.passages[paragraph.head].fund;
    // What the words before it, the list and the headings say of time, fund and body.
    int year = stated_year;
    std::string part = label.part_of_year;
    if (whole != nullptr && year == 0 && !label.previous) year = discourse.said[total].year;
    if (whole != nullptr && part.empty()) part = discourse.said[total].label.part_of_year;
    if (year == 0 && !label.previous) year = carried.year;
    if (part.empty() && year == carried.year) part = carried.part_of_year;
    said.label.part_of_year = part;
    if (mention.of.body.empty() && whole != nullptr) mention.of.body = whole->of.body;
    if (mention.of.body.empty()) mention.of.body = carried.body;
    if (mention.of.body.empty()) mention.of.body = reading.body;
    if (mention.of.body.empty()) mention.of.body = std::string(reading.headings.body());
    if (mention.of.fund.empty() && list == nullptr && spot.task != Task::total &&
        known_line(mention.subject) == nullptr)
        mention.of.fund = carried.fund;
    if (!mention.of.fund.empty()) mention.certain = false;
    settle_period(discourse, said, mention, previous, year, part);
    said.phase_stated = phase_stated;
    if (spot.run != none && sentence.runs[spot.run].respectively) mention.certain = false;
    if (mention.figure.state == State::approximate) mention.item.clear();
    if (mention.subject.empty() && !label.aside) {
        mention.subject = named_behind(sentence.text.substr(
            spot.numeral.end, std::min<std::size_t>(60, sentence.end - spot.numeral.end)));
        if (said.label.key.empty()) said.label = label_of(mention.subject);
    }
    if (label.aside && said.task == Task::level) said.task = Task::aside;
    // What is said of the first stands for those behind it.
    if (list == nullptr && spot.depth == 0) {
        if (!bare && label.year) carried.year = *label.year;
        if (!bare && label.previous) carried.previous = true;
        if (!label.body.empty()) carried.body = reading.body = label.body;
        if (carried.fund.empty() && !label.fund.empty() && spot.after == none &&
            known_line(label.subject) == nullptr)
            carried.fund = label.fund;
    }
    say(reading, read, std::move(said), std::move(mention));
}

/// A figure that says something of others: its label is what is printed before it.
void mention_other(Reading_of_paragraph& reading, ReadSentence& read, std::size_t index) {
    const Spot& spot = read.sentence.spots[index];
    Mention mention = mention_of(reading, read, spot);
    Said said;
    said.task = spot.task;
    said.label = label_of(spot.label);
    static constexpr std::pair<Task, std::string_view> names[] = {
        {Task::share, "占比"},         {Task::growth, "增长率"},
        {Task::change, "增减额"},      {Task::completion, "预算完成率"},
        {Task::saving_rate, "节约率"}, {Task::saving, "节约资金"},
        {Task::average, "人均"},       {Task::price, "单价"},
        {Task::deducted, "扣分"},      {Task::full_score, "满分"}};
    for (const auto& [task, name] : names)
        if (task == spot.task) mention.subject = std::string(name);
    if (mention.subject.empty()) mention.subject = said.label.subject;
    if (mention.subject.empty()) mention.subject = std::string(spot.label.substr(0, 120));
    while (!mention.subject.empty() && continues_utf8(mention.subject.back()) &&
           mention.subject.size() == 120)
        mention.subject.pop_back();
    mention.of.body = said.label.body;
    say(reading, read, std::move(said), std::move(mention));
}

/// 比去年同期289户, 由10辆: the level before; 年初预算5000万元 within 占…的43%: what a share is of.
void mention_base(Reading_of_paragraph& reading, ReadSentence& read, std::size_t index,
                  const Carried& carried) {
    const Spot& spot = read.sentence.spots[index];
    Discourse& discourse = reading.discourse;
    Mention mention = mention_of(reading, read, spot);
    Said said;
    said.task = spot.task;
    said.label = label_of(spot.task == Task::inside ? spot.match.whole : spot.match.base);
    const Label own = said.label;
    mention.phase = own.phase.value_or(spot.task == Task::inside ? Phase::executed : Phase::prior);
    if (contains(spot.match.base, "预算") && !own.phase) mention.phase = Phase::initial;
    if (mention.phase == Phase::executed && spot.task != Task::inside) mention.phase = Phase::prior;
    mention.subject = own.subject;
    mention.of.fund = own.fund;
    if (own.subject.empty() || own.generic) {
        std::string_view words;
        if (spot.movement != none) words = read.sentence.movements[spot.movement].subject;
        const Label subject = label_of(words);
        const SaidId topic = topic_of(reading, read, spot);
        if (!subject.subject.empty() && !subject.generic) {
            take_subject(subject, said, mention);
        } else if (topic != none) {
            const Said& of = discourse.said[topic];
            const Mention& of_mention = reading.draft.mentions[of.mention];
            const std::string body = own.body;
            copy_subject(of, of_mention, said, mention);
            // Where it says whose it is, it is a figure of the model as well.
            const bool sure = (own.previous || own.year || own.phase) && of_mention.split.empty() &&
                              mention.figure.known() && addable(mention.figure, of_mention.figure);
            if (!sure || spot.task == Task::inside) {
                mention.item.clear();
                mention.split.clear();
            }
            if (said.year == 0 && own.year) said.year = *own.year;
        }
    }
    int year = own.year.value_or(0);
    if (year == 0 && spot.task == Task::inside) year = carried.year;
    said.year = year;
    if (year != 0 && discourse.year != 0 && year + 1 != discourse.year && mention.phase == Phase::prior) {
        mention.item.clear();
        mention.of.period = std::to_string(year);
    }
    if (!own.part_of_year.empty() || !carried.part_of_year.empty()) mention.item.clear();
    if (mention.of.body.empty()) mention.of.body = carried.body;
    said.phase_stated = own.phase.has_value() || own.previous;
    say(reading, read, std::move(said), std::move(mention));
}

/// 收、支总计均为x: the total of both sides.
bool mention_both_sides(Reading_of_paragraph& reading, ReadSentence& read, std::size_t index) {
    const Spot& spot = read.sentence.spots[index];
    const Sentence& sentence = read.sentence;
    if (spot.task != Task::level || spot.run != none) return false;
    std::size_t begin = std::max<std::size_t>(spot.gap, sentence.begin);
    if (spot.numeral.begin - begin > 120)
        begin = whole_character_from(sentence.text, spot.numeral.begin - 120);
    const std::string_view before = sentence.text.substr(begin, spot.numeral.begin - begin);
    bool found = false;
    std::size_t where = 0;
    for (const std::string_view words :
         {"收、支总计", "收支总计", "收入支出总计", "收入、支出总计", "收入和支出总计", "总收入支出",
          "收、支决算总计", "收支决算总计", "收入支出决算总计"}) {
        const std::size_t at = before.rfind(words);
        if (at == before.npos) continue;
        static constexpr std::string_view copulas[] = {"", "为", "均为", "各为", "各", "是", "数为", "均"};
        if (!is_any(before.substr(at + words.size()), copulas)) continue;
        found = true;
        where = at;
    }
    if (!found) return false;
    const Label label = label_of(before.substr(0, where));
    const std::string fund = std::string(fund_in(before));
    const Discourse& discourse = reading.discourse;
    const bool prior = label.previous || (label.year && *label.year + 1 == discourse.year);
    const bool other = label.year && !prior && *label.year != discourse.year && discourse.year != 0;
    for (const std::string_view item : {"/total_income", "/total_expenditure"}) {
        const bool income = item == "/total_income";
        Mention mention = mention_of(reading, read, spot);
        mention.subject =
            (fund.empty() ? std::string() : std::string("财政拨款")) + (income ? "收入总计" : "支出总计");
        mention.phase = prior ? Phase::prior : Phase::executed;
        mention.of.fund = fund.empty() ? std::string(reading.headings.fund()) : fund;
        if (other) mention.of.period = std::to_string(*label.year);
        if (!other && mention.of.fund.empty())
            mention.item = prior && !income ? std::string_view("/expenditure") : item;
        mention.certain = true;
        Said said;
        said.task = Task::level;
        said.label = label_of(mention.subject);
        said.label.key = mention.of.fund + (income ? "收入总计" : "支出总计");
        if (mention.of.fund.empty())
            said.label.key = income ? "/total_income" : prior ? "/expenditure" : "/total_expenditure";
        said.year = label.year.value_or(0);
        said.phase_stated = true;
        // The one is told at the place of the figure, the other stands beside it.
        if (income) {
            say(reading, read, std::move(said), std::move(mention));
            read.said.pop_back();
        } else {
            say(reading, read, std::move(said), std::move(mention));
        }
    }
    return true;
}

void mention_sentence(Reading_of_paragraph& reading, Sentence&& sentence) {
    ReadSentence read;
    read.sentence = std::move(sentence);
    read.passage = reading.index;
    if (!read.sentence.spots.empty()) read.context = context_of(read.sentence, reading.draft);
    Carried carried;
    std::size_t clause = 0;
    std::vector<Label> run_names;
    for (std::size_t i = 0; i < read.sentence.spots.size(); ++i) {
        const Spot& spot = read.sentence.spots[i];
        for (; clause < read.sentence.clauses.size() && clause < spot.clause; ++clause) {
            const Clause& words = read.sentence.clauses[clause];
            if (words.has_figure) continue;
            carry(read.sentence.words(words.begin, words.end), carried);
            if (words.depth == 0)
                if (const std::string_view whole = within_in(words_to(read.sentence, words.end));
                    !whole.empty()) {
                    read.within = whole;
                    read.within_from = static_cast<std::uint32_t>(i);
                }
        }
        if (spot.mark == Mark::semicolon ||
            contains(read.sentence.words(spot.gap, spot.numeral.begin).substr(0, 30), "；"))
            carried.previous = false;
        if (spot.numeral.sort == Sort::score && spot.task != Task::full_score &&
            spot.task != Task::deducted) {
            mention_score(reading.headings, read.sentence, i, reading.draft);
            mention_other(reading, read, i);
            if (is_evaluation(reading.headings, read.sentence, i)) {
                Mention& mention = reading.draft.mentions[reading.discourse.said.back().mention];
                mention.item = "/evaluation/score";
                mention.certain = true;
            }
            continue;
        }
        switch (spot.task) {
        case Task::base:
        case Task::from:
        case Task::inside:
            mention_base(reading, read, i, carried);
            continue;
        case Task::level:
        case Task::to:
        case Task::total:
        case Task::result:
        case Task::added:
        case Task::taken:
        case Task::balance:
        case Task::aside:
            break;
        default:
            mention_other(reading, read, i);
            continue;
        }
        if (mention_both_sides(reading, read, i)) continue;
        Label label = label_of(spot.label);
        if (spot.run != none) {
            const Run& run = read.sentence.runs[spot.run];
            if (run.first == i) run_names = names_of_run(read.sentence, run);
            const std::size_t place = i - run.first;
            if (run_names.size() == run.count) {
                label = run_names[place];
            } else if (run_names.empty() && place != 0) {
                label = label_of(read.sentence.spots[run.first].label);
            }
            // Names that stand at the run before it: 三个项目预算分别为…，支出分别为….
            if ((label.subject.empty() || label.generic) && run.respectively)
                for (std::size_t k = read.sentence.runs.size(); k-- > 0;) {
                    const Run& other = read.sentence.runs[k];
                    if (other.first >= run.first || other.count != run.count) continue;
                    const Said& of = reading.discourse.said[read.said[other.first + place]];
                    if (!is_level(of.task)) continue;
                    const std::optional<Phase> phase = label.phase;
                    label = of.label;
                    label.phase = phase;
                    break;
                }
        }
        if (spot.task == Task::to) {
            // Where a change leads to is of what the words before the change name.
            std::string_view words = spot.match.before;
            for (const std::string_view mark : {"，", "；", "：", "。", "（"})
                if (const std::size_t at = words.rfind(mark); at != words.npos)
                    words.remove_prefix(at + mark.size());
            label = label_of(words);
            if (spot.movement != none) {
                const Movement& movement = read.sentence.movements[spot.movement];
                if (movement.base != none) {
                    const Said& base = reading.discourse.said[read.said[movement.base]];
                    label = base.label;
                    label.previous = false;
                    label.year.reset();
                    label.phase.reset();
                }
            }
        }
        if (spot.task == Task::balance && known_part(label.subject, true) == nullptr)
            label = label_of(spot.match.name);
        mention_level(reading, read, i, std::move(label), carried);
    }
    std::vector<SaidId> levels;
    for (std::size_t i = 0; i < read.sentence.spots.size(); ++i) {
        const Spot& spot = read.sentence.spots[i];
        if (is_level(spot.task) && spot.list == none && spot.depth == 0 && !spot.reason &&
            is_level(reading.discourse.said[read.said[i]].task))
            levels.push_back(read.said[i]);
    }
    if (!levels.empty() && read.within.empty()) reading.before = std::move(levels);
    reading.discourse.sentences.push_back(std::move(read));
}

/// Where the document says that all expenditure is of one fund, what is confined to it is confined to nothing.
void take_only_fund_for_all(Draft& draft) {
    constexpr std::string_view funds[] = {"general", "government", "state_capital"};
    std::string only;
    for (const Mention& total : draft.mentions) {
        if ((total.item != "/expenditure" && total.item != "/total_expenditure") || !total.split.empty())
            continue;
        if (!total.of.fund.empty() || !total.of.body.empty() || !total.of.period.empty() ||
            !total.figure.known())
            continue;
        if (total.phase != Phase::executed) continue;
        for (const Mention& of_fund : draft.mentions) {
            if (of_fund.figure.unit.dimension != Dimension::money || !of_fund.figure.known() ||
                of_fund.phase != total.phase)
                continue;
            const bool line = of_fund.item == "/expenditure" && of_fund.split == "fund";
            const std::string_view fund = line ? fund_in(of_fund.subject) : std::string_view(of_fund.of.fund);
            const bool expenditure = line || (of_fund.item.empty() && of_fund.subject.ends_with("支出") &&
                                              label_of(of_fund.subject).core == "支出");
            if (expenditure && is_any(fund, funds) && of_fund.of.period.empty() &&
                of_fund.figure.base_value() == total.figure.base_value())
                only = std::string(fund);
        }
        break;
    }
    if (only.empty()) return;
    for (const Mention& mention : draft.mentions)
        if (is_any(std::string_view(mention.of.fund), funds) && mention.of.fund != only &&
            mention.figure.known() && !is_zero(mention.figure.value))
            return;
    for (Mention& mention : draft.mentions) {
        if (mention.of.fund != only && mention.of.fund != "fiscal") continue;
        if (!mention.item.starts_with("/expenditure/")) continue;
        mention.of.fund.clear();
        mention.certain = true;
    }
}

/// The paragraph that this one is an item of.
std::uint32_t head_of(const Discourse& discourse, const ReadPassage& paragraph) {
    constexpr std::size_t looked_back_max = 60;
    std::size_t looked = 0;
    std::size_t taken = none;
    for (std::size_t i = discourse.passages.size(); i-- > 0 && looked < looked_back_max; ++looked) {
        const ReadPassage& other = discourse.passages[i];
        if (paragraph.depth != 0 && i == taken) return none; // it has items of another numbering
        if (other.head != none && other.depth != paragraph.depth) taken = other.head;
        if (paragraph.depth == 0) {
            // Items without numbers: “农林水支出（类）” …
            if (other.announces) return static_cast<std::uint32_t>(i);
            if (paragraph.continues) return none;
            if (other.depth == 0 && other.head != none &&
                other.text.substr(0, 3) == paragraph.text.substr(0, 3) && paragraph.text.starts_with("“"))
                return other.head;
            return none;
        }
        if (other.announces && paragraph.number <= 1) return static_cast<std::uint32_t>(i);
        // Lines without a number between two items go on with the first.
        if (other.depth == 0 && paragraph.number > 1 && !other.announces) continue;
        if (other.depth == paragraph.depth) return other.number + 1 == paragraph.number ? other.head : none;
        if (other.depth < paragraph.depth)
            return paragraph.number <= 1 ? static_cast<std::uint32_t>(i) : none;
    }
    return none;
}

} // namespace

std::vector<Label> names_of_run(const Sentence& sentence, const Run& run) {
    const Spot& first = sentence.spots[run.first];
    std::size_t begin = first.gap;
    std::string_view words = sentence.words(static_cast<std::uint32_t>(begin), first.numeral.begin);
    for (const std::string_view mark : {"，", "；", "：", "。"})
        if (const std::size_t at = words.rfind(mark); at != words.npos) words.remove_prefix(at + mark.size());
    if (const std::size_t at = words.rfind("（"); at != words.npos && !contains(words.substr(at), "）"))
        words.remove_prefix(at + std::string_view("（").size());
    for (const std::string_view word : {"其中"})
        if (words.starts_with(word)) words.remove_prefix(word.size());
    std::string_view tail;
    for (const std::string_view word : {"分别为", "分别是", "依次为", "分别", "依次", "各为"})
        if (const std::size_t at = words.rfind(word); at != words.npos) {
            words = words.substr(0, at);
            break;
        }
    // 三个项目年初预算: what stands behind the number of names is said of all.
    for (const std::string_view word :
         {"两个", "三个", "四个", "五个", "六个", "两项", "三项", "四项", "五项", "两类", "三类", "各"})
        if (const std::size_t at = words.rfind(word); at != words.npos && at != 0) {
            tail = words.substr(at + word.size());
            words = words.substr(0, at);
            break;
        }
    std::vector<Label> names;
    // 2018-2022年支出: each year of a row.
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (words.size() > 12 && words.starts_with("20") && digit(words[2]) && digit(words[3])) {
        std::string_view rest = words.substr(4);
        if (rest.starts_with("年")) rest.remove_prefix(std::string_view("年").size());
        for (const std::string_view mark : {"-", "—", "至", "~"})
            if (rest.starts_with(mark) && rest.substr(mark.size()).starts_with("20") &&
                rest.size() > mark.size() + 7) {
                rest.remove_prefix(mark.size());
                const int from = (words[2] - '0') * 10 + (words[3] - '0');
                const int to = (rest[2] - '0') * 10 + (rest[3] - '0');
                if (to - from + 1 != static_cast<int>(run.count)) return {};
                Label label = label_of(rest.substr(4).starts_with("年") ? rest.substr(7) : rest.substr(4));
                for (int year = from; year <= to; ++year) {
                    label.year = 2000 + year;
                    names.push_back(label);
                }
                return names;
            }
    }
    std::string_view rest = words;
    while (!rest.empty() && names.size() <= run.count) {
        std::size_t end = rest.size();
        std::size_t size = 0;
        for (const std::string_view join : {"、", "和", "与", "及"})
            if (const std::size_t at = find_words(rest, join); at < end) {
                end = at;
                size = join.size();
            }
        names.push_back(label_of(rest.substr(0, end)));
        rest.remove_prefix(std::min(rest.size(), end + size));
    }
    if (names.size() != run.count) {
        if (names.size() == 1 && run.count > 1 && !names.front().subject.empty() && !run.respectively)
            return {};
        return names.size() == 1 ? std::vector<Label>{} : names;
    }
    const Label all = label_of(tail);
    // 2019年、2020年、2021年支出: the last name says what all are of.
    const Label& last = names.back();
    for (Label& name : names) {
        if (name.subject.empty() && !last.subject.empty()) {
            const std::optional<int> year = name.year;
            const bool previous = name.previous;
            name = last;
            name.year = year;
            name.previous = previous;
        }
        if (!name.phase) name.phase = all.phase ? all.phase : last.phase;
        if (!name.year) name.year = names.front().year;
    }
    return names;
}

void mention_paragraph(const Page& page, const Passage& passage, Headings& headings, Discourse& discourse,
                       Draft& draft) {
    const std::string_view text = passage.text;
    const std::size_t number = list_number_of(text);
    std::vector<Sentence> sentences = sentences_of(text, number);
    std::size_t first_figure = text.npos;
    for (const Sentence& sentence : sentences)
        if (first_figure == text.npos && !sentence.spots.empty())
            first_figure = sentence.spots.front().numeral.begin;
    ReadPassage paragraph;
    paragraph.text = text;
    paragraph.depth = depth_of_line(text);
    paragraph.number = number_of_line(text);
    paragraph.heading = read_heading(text, first_figure, headings);
    paragraph.announces = text.ends_with("：");
    if (paragraph.announces) {
        const std::size_t last = text.rfind("。");
        paragraph.fund = std::string(fund_in(last == text.npos ? text : text.substr(last)));
    }
    paragraph.continues =
        paragraph.depth == 0 && !discourse.passages.empty() && discourse.passages.back().text.ends_with("；");
    paragraph.head = head_of(discourse, paragraph);
    // 2、…（项） with its figures in the next line: that line is the item.
    if (paragraph.depth == 0 && !discourse.passages.empty() && first_figure != text.npos) {
        const ReadPassage& item = discourse.passages.back();
        if (item.depth != 0 && item.heading && item.first_sentence + 2 >= item.last_sentence &&
            contains(item.text, "（类）") && item.text.size() < 300) {
            paragraph.depth = item.depth;
            paragraph.number = item.number;
            paragraph.head = item.head;
            paragraph.class_words = item.class_words;
            discourse.passages.back().told_below = true;
        }
    }
    if (const std::size_t at = text.find("（类）");
        at != text.npos && paragraph.depth != 0 && paragraph.class_words.empty())
        paragraph.class_words = text.substr(number, at - std::min(at, number));
    paragraph.first_sentence = static_cast<std::uint32_t>(discourse.sentences.size());
    paragraph.last_sentence = paragraph.first_sentence;
    discourse.passages.push_back(paragraph);
    Reading_of_paragraph reading{
        page, passage, headings, discourse, draft, static_cast<std::uint32_t>(discourse.passages.size() - 1)};
    for (Sentence& sentence : sentences) mention_sentence(reading, std::move(sentence));
    discourse.passages.back().last_sentence = static_cast<std::uint32_t>(discourse.sentences.size());
}

void mention_table(MentionId first, Discourse& discourse, const Draft& draft) {
    for (std::size_t i = first; i < draft.mentions.size(); ++i) {
        const Mention& mention = draft.mentions[i];
        if (mention.figure.unit.dimension == Dimension::percent || mention.subject.empty()) continue;
        Said said;
        said.mention = static_cast<MentionId>(i);
        said.label.subject = said.label.core = mention.subject;
        said.label.key =
            !mention.item.empty() && mention.split.empty() ? mention.item : label_of(mention.subject).key;
        said.label.fund = mention.of.fund;
        said.phase_stated = true;
        said.passage = static_cast<std::uint32_t>(discourse.passages.size());
        if (!said.label.key.empty())
            discourse.by_key[said.label.key].push_back(static_cast<SaidId>(discourse.said.size()));
        discourse.said.push_back(std::move(said));
    }
}

void settle_scopes(Discourse& discourse, Draft& draft) {
    // A body that is the only one that has a name of its own is the one that files.
    std::string only;
    bool several = false;
    const auto part_of_body = [](const std::string& body) { return body_at(body).size() == body.size(); };
    for (const Mention& mention : draft.mentions) {
        const std::string& body = mention.of.body;
        if (body.empty()) continue;
        if (only.empty())
            only = body;
        else if (only != body)
            several = true;
    }
    const std::string_view filer = draft.filing.body.name;
    for (Mention& mention : draft.mentions) {
        std::string& body = mention.of.body;
        if (body.empty()) continue;
        if (part_of_body(body) && (several || !body.starts_with("全"))) continue;
        if ((!several && body == only) || body == filer || (!filer.empty() && filer.ends_with(body)))
            body.clear();
    }
    // The three public expenses and the operating cost are of the general budget by definition: confined to it only where
    // the document states them of the whole as well.
    std::unordered_map<std::string, bool> unconfined;
    for (const Mention& mention : draft.mentions)
        if (mention.of.fund.empty() && mention.of.body.empty() && mention.of.period.empty() &&
            !mention.item.empty())
            unconfined[mention.item.substr(0, mention.item.find('/', 1))] = true;
    for (const Said& said : discourse.said) {
        Mention& mention = draft.mentions[said.mention];
        if (said.sentence == none || (mention.of.fund != "general" && mention.of.fund != "fiscal")) continue;
        if (!mention.item.starts_with("/three_public") && !mention.item.starts_with("/operating_cost"))
            continue;
        if (unconfined[mention.item.substr(0, mention.item.find('/', 1))]) continue;
        mention.of.fund.clear();
        mention.certain = true;
    }
    take_only_fund_for_all(draft);
}

} // namespace tieout::detail
