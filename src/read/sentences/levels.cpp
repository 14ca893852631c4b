// SPDX-License-Identifier: MIT
// An amount or a count of its own: what its words, its list, its headings and what stands before it say that it is of.

#include "read/sentences/members.hpp"
#include "read/sentences/paragraph_reading.hpp"
#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/words.hpp"

#include <array>
#include <utility>

namespace tieout::detail {

namespace {

bool is_income(std::string_view item) { return item == "/income" || item == "/total_income"; }

/// Of amounts, the nearest first, the one that a list behind them divides: the first that is of the phase that its words say, or
/// where they say none of the time that is spoken of. 预算6万元，上年预算4万元，增加2万元。其中：…: a budget of another year stands
/// beside what is divided.
SaidId divided_among(const ParagraphReading& reading, const std::vector<SaidId>& nearest_first,
                     const std::optional<Phase>& phase) {
    SaidId of_another_time = none;
    for (const SaidId id : nearest_first) {
        const Mention& mention = reading.draft.mentions[reading.discourse.said[id].mention];
        if (phase ? mention.phase != *phase : is_prior(mention)) continue;
        if (mention.of.period.empty()) return id;
        if (of_another_time == none) of_another_time = id;
    }
    if (of_another_time != none) return of_another_time;
    return nearest_first.empty() ? none : nearest_first.front();
}

/// What a list in a sentence of its own divides: one of the levels before it.
SaidId total_before(const ParagraphReading& reading, const std::optional<Phase>& phase) {
    return divided_among(reading, {reading.before.rbegin(), reading.before.rend()}, phase);
}

/// The same within a sentence.
SaidId total_within(const ParagraphReading& reading, const ReadSentence& read, const List& list,
                    std::size_t before, const std::optional<Phase>& phase) {
    std::vector<SaidId> candidates;
    for (const std::uint32_t candidate : list.totals)
        if (candidate < before) candidates.push_back(read.said[candidate]);
    return divided_among(reading, candidates, phase);
}

/// What the items below an announcement are parts of: the first of its levels that is of that phase, else the first.
SaidId total_of_items(const ParagraphReading& reading, const ReadPassage& head, Phase phase) {
    const Discourse& discourse = reading.discourse;
    for (std::uint32_t s = head.last_sentence; s-- > head.first_sentence;) {
        SaidId first = none;
        for (const SaidId id : discourse.sentences[s].said) {
            const Said& said = discourse.said[id];
            if (!is_level(said.task) || discourse.sentences[s].sentence.spots[said.spot].depth != 0) continue;
            if (reading.draft.mentions[said.mention].phase == phase) return id;
            if (first == none) first = id;
        }
        if (first != none) return first;
    }
    return none;
}

/// The phase of what was planned for items: that of the first budget that their announcement tells, else the initial one.
Phase planned_for_items(const ParagraphReading& reading, const ReadPassage& head) {
    const Discourse& discourse = reading.discourse;
    for (std::uint32_t s = head.first_sentence; s < head.last_sentence; ++s)
        for (const SaidId id : discourse.sentences[s].said) {
            const Mention& mention = reading.draft.mentions[discourse.said[id].mention];
            if (is_level(discourse.said[id].task) && is_budget(mention)) return mention.phase;
        }
    return Phase::initial;
}

/// The budget that an announcement tells, as it was last.
std::optional<Phase> budget_of_items(const ParagraphReading& reading, const ReadPassage& head) {
    for (const Phase budget : {Phase::adjusted, Phase::initial})
        if (const SaidId total = total_of_items(reading, head, budget);
            total != none && reading.draft.mentions[reading.discourse.said[total].mention].phase == budget)
            return budget;
    return std::nullopt;
}

/// What the last list of the paragraph before a paragraph divides; none if there is no list.
SaidId total_of_list_before(const Discourse& discourse, std::uint32_t paragraph) {
    const ReadPassage& before = discourse.passages[paragraph - 1];
    if (before.first_sentence == before.last_sentence) return none;
    const ReadSentence& read = discourse.sentences[before.last_sentence - 1];
    for (auto list = read.sentence.lists.rbegin(); list != read.sentence.lists.rend(); ++list)
        if (!list->bracket && list->outer == none)
            return list->totals.empty() ? none : read.said[list->totals.front()];
    return none;
}

/// X项目：年初预算5万元: what stands before the colon at the head of a sentence, where it is a name.
std::string_view name_before_colon(const Sentence& sentence, const Spot& spot) {
    std::string_view words = sentence.words(sentence.begin, spot.numeral.begin);
    constexpr std::size_t longest = 150;
    const std::size_t colon = words.find("：");
    if (words.size() > longest || colon == words.npos) return {};
    words = words.substr(0, colon);
    static constexpr std::string_view no_names[] = {"，", "。",   "；", "其中", "情况", "分为",
                                                    "按", "整体", "年", "如下", "合计", "总体"};
    if (contains_any(words, no_names)) return {};
    const Label label = label_of(words);
    const bool named = !label.subject.empty() && !label.generic && known_part(label.subject, true) == nullptr;
    return named ? words : std::string_view();
}

/// 资产总额1000万元，就机关而言，负债300万元: whether a clause between the figure before and this one confines it to something that
/// is not known.
bool confined_by_clause(const Sentence& sentence, std::size_t index) {
    const Spot& spot = sentence.spots[index];
    // 支出总计90万元（不含结转）
    const std::string_view behind = sentence.words_behind(index);
    if (begins_with(behind, "（") && qualifies(behind.substr(0, find_words(behind, "）")))) return true;
    if (index == 0) return false;
    std::vector<std::string_view> clauses = clauses_of(sentence.words_before(spot));
    clauses.pop_back();
    for (const std::string_view clause : clauses) {
        if (is_reason(clause)) return false;
        if (!is_plain(clause, Says::account, {}) && !is_plain(clause, Says::share, {}) &&
            !is_plain(clause, Says::compared, {}))
            return true;
    }
    return false;
}

/// A fund's own income or expenditure, as accounts of a place begin: 政府性基金预算支出.
bool is_account_of_fund(const Label& label) {
    return (label.core == "收入" || label.core == "支出") && !contains(label.subject, "财政拨款");
}

/// What is told of an amount without a name of its own: 支出, 决算, 实际支出.
bool names_nothing(const Label& label) {
    return !label.total && (label.subject.empty() || label.generic || (label.side && label.core == "支出"));
}

/// What a list divides, where this figure names nothing and stands behind its last member, and no member before it has such a
/// figure of its own; it is then no member. None of what stands elsewhere.
SaidId divided_before(const ParagraphReading& reading, ReadSentence& read, std::size_t index,
                      const Label& label) {
    const Sentence& sentence = read.sentence;
    const Spot& spot = sentence.spots[index];
    if (spot.list == none || spot.task != Task::level || !names_nothing(label)) return none;
    List& list = read.sentence.lists[spot.list];
    if (list.totals.empty() || list.members.size() < 2 || list.members.back().spot != index) return none;
    if (sentence.spots[list.totals.front()].depth != spot.depth) return none;
    // 公用经费年初预算12万元，实际支出10万元: what was spent of that budget.
    if (const auto phase = label_of(sentence.spots[list.members[list.members.size() - 2].spot].label).phase;
        phase && *phase != Phase::executed)
        return none;
    for (std::size_t m = 0; m + 1 < list.members.size(); ++m)
        if (names_nothing(label_of(sentence.spots[list.members[m].spot].label))) return none;
    const SaidId total = total_within(reading, read, list, index, {});
    list.members.pop_back();
    read.sentence.spots[index].list = none;
    return total;
}

} // namespace

/// An amount or a count of its own.
void mention_level(ParagraphReading& reading, ReadSentence& read, std::size_t index, Label label,
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
        for (std::size_t i = index; i-- > 0 && index - i <= spots_looked_back_max;) {
            const Figure& other = draft.mentions[discourse.said[read.said[i]].mention].figure;
            if (other.unit.dimension != Dimension::money) continue;
            mention.figure.unit = other.unit;
            break;
        }
    }
    // 预算800万元，其中A 500万元、B 300万元，支出720万元: of what the list divides.
    const SaidId divided = divided_before(reading, read, index, label);
    const List* list = divided != none || spot.list == none ? nullptr : &sentence.lists[spot.list];
    SaidId total = none;
    if (list != nullptr) {
        total = total_within(reading, read, *list, index, label.phase);
        if (list->totals.empty() && !reading.before.empty()) total = total_before(reading, label.phase);
    }
    const ReadPassage& paragraph = discourse.passages[reading.index];
    // The first figures of an item are parts of what the list above divides.
    bool in_item = false;
    if (total == none && paragraph.head != none && discourse.sentences.size() == paragraph.first_sentence) {
        total = total_of_items(reading, discourse.passages[paragraph.head],
                               label.phase.value_or(reading.headings.phase()));
        in_item = total != none;
    }
    // What goes on behind a semicolon is of what the list in the paragraph before divides.
    if (total == none && list == nullptr && spot.depth == 0 && paragraph.continues &&
        discourse.sentences.size() == paragraph.first_sentence)
        total = total_of_list_before(discourse, reading.index);
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
        const SaidId topic = divided != none ? divided : topic_of(reading, read, spot);
        const std::string_view words = spot.label;
        bool other_side = false;
        if (topic != none) {
            const Mention& of = draft.mentions[discourse.said[topic].mention];
            other_side = contains(words, "支出") && is_income(of.item);
            // 政府采购预算上年487.90万元。2016年支出预算总额3458.56万元: a year and a total of a side begin another matter.
            static constexpr std::string_view totals[] = {"总额", "总计", "合计", "总数"};
            const Said& about = discourse.said[topic];
            other_side = other_side || (spot.after == none && label.year && contains_any(words, totals) &&
                                        (contains(words, "支出") || contains(words, "收入")) &&
                                        !about.label.generic && !about.label.side);
        }
        // An item whose heading names it without a figure: 1.教育支出（类）…（项）。年初预算为….
        const bool named_by_heading = spot.after == none && paragraph.depth != 0 && !paragraph.heading &&
                                      reading.before.empty() && !reading.headings.above.empty() &&
                                      reading.headings.above.back().depth == paragraph.depth;
        const std::string_view named =
            spot.after == none ? name_before_colon(sentence, spot) : std::string_view();
        if (!named.empty()) {
            take_subject(label_of(named), said, mention);
        } else if (named_by_heading) {
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
            // 两项年初共核定34.5万元，实际使用25.07万元: of both as well.
            const bool of_several = label.phase && spot.after != none && spot.after + 1 == index &&
                                    contains(sentence.spots[spot.after].label, "项") &&
                                    label.phase != of_mention.phase;
            if (of.task == Task::total && (label.total || of_several)) said.task = Task::total;
            // A plan and what became of it: the one without a phase was the plan.
            const bool same_sentence = spot.after != none;
            if (phase_stated && same_sentence && !of.phase_stated && !label.previous && !label.year) {
                if (*label.phase == Phase::executed && of_mention.phase == Phase::executed &&
                    (!of_mention.item.empty() || in_item || paragraph.head != none)) {
                    of_mention.phase = paragraph.head == none
                                           ? Phase::initial
                                           : planned_for_items(reading, discourse.passages[paragraph.head]);
                    if (whole != nullptr && is_budget(*whole)) of_mention.phase = whole->phase;
                    // 2020年财政预算300万元，支出290万元，其中：（1）A 80万元，实际支出75万元: of the budget that is told above.
                    if (in_item && (whole == nullptr || !is_budget(*whole)))
                        of_mention.phase = budget_of_items(reading, discourse.passages[paragraph.head])
                                               .value_or(of_mention.phase);
                } else if (*label.phase != Phase::executed && of_mention.phase == *label.phase &&
                           !label.previous && !label.year) {
                    of_mention.phase = Phase::executed; // 公务接待费支出2.05万元，年初预算为2万元
                }
            }
        }
    } else {
        place_in_model(reading.headings, draft, discourse, total, label, amount, reading.total_of_body, said,
                       mention, phase_stated);
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
    if (mention.of.fund.empty() && list == nullptr && spot.depth == 0) mention.of.fund = carried.account;
    if (!mention.of.fund.empty() || confined_by_clause(sentence, index)) mention.certain = false;
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
        // Behind a semicolon another fund is told of.
        const bool begins = carried.fund.empty() ? spot.after == none : spot.mark == Mark::semicolon;
        if (begins && !label.fund.empty() &&
            (known_line(label.subject) == nullptr || is_account_of_fund(label)))
            carried.fund = label.fund;
    }
    say(reading, read, std::move(said), std::move(mention));
}

} // namespace tieout::detail
