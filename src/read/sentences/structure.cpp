// SPDX-License-Identifier: MIT
#include "read/sentences/structure.hpp"

#include "read/vocabulary/english.hpp"
#include "read/vocabulary/labels.hpp"
#include "read/vocabulary/units.hpp"
#include "read/vocabulary/words.hpp"

#include <array>
#include <optional>
#include <string>

namespace tieout::detail {

namespace {

constexpr std::array<std::string_view, 7> marks{"。", "；", "，", "、", "：", "！", "？"};

/// Marks and brackets of sentences begin with one of two bytes, which few other characters do.
bool may_be_mark(char c) noexcept { return c == '\xE3' || c == '\xEF'; }

std::string_view mark_at(std::string_view text, std::size_t at) noexcept {
    if (!may_be_mark(text[at])) return {};
    return begins_with_any(text.substr(at), marks);
}

bool ends_sentence(std::string_view mark) noexcept { return mark == "。" || mark == "！" || mark == "？"; }

std::uint32_t narrow(std::size_t at) noexcept { return static_cast<std::uint32_t>(at); }

void find_clauses(Sentence& sentence) {
    std::uint32_t depth = 0;
    std::uint32_t begin = sentence.begin;
    const auto close = [&](std::size_t at) { sentence.clauses.push_back({begin, narrow(at), depth, false}); };
    for (std::size_t at = sentence.begin; at < sentence.end;) {
        const std::string_view mark = mark_at(sentence.text, at);
        const std::string_view rest = sentence.text.substr(at);
        const bool open = rest.starts_with("（");
        const bool shut = rest.starts_with("）");
        if (mark.empty() && !open && !shut) {
            at += may_be_mark(sentence.text[at]) ? character_at(sentence.text, at) : 1;
            continue;
        }
        const std::size_t size = mark.empty() ? std::string_view("（").size() : mark.size();
        if (mark != "、") {
            close(at);
            if (open) ++depth;
            if (shut && depth > 0) --depth;
            begin = narrow(at + size);
        }
        at += size;
    }
    close(sentence.end);
    std::size_t clause = 0;
    for (Spot& spot : sentence.spots) {
        while (clause + 1 < sentence.clauses.size() && sentence.clauses[clause].end < spot.numeral.end)
            ++clause;
        spot.clause = narrow(clause);
        spot.depth = sentence.clauses[clause].depth;
        if (spot.in_own_brackets && spot.depth > 0) --spot.depth;
        sentence.clauses[clause].has_figure = true;
    }
}

/// The words that name each figure: from the last mark before it; from the mark before that where it is a colon.
void find_labels(Sentence& sentence) {
    std::size_t begin = sentence.begin;
    std::size_t before = sentence.begin;
    std::vector<std::size_t> outside;
    for (Spot& spot : sentence.spots) {
        if (spot.gap > sentence.begin) begin = std::max<std::size_t>(begin, spot.gap);
        for (std::size_t at = spot.gap; at < spot.numeral.begin;) {
            const std::string_view rest = sentence.text.substr(at);
            if (!may_be_mark(sentence.text[at])) {
                ++at;
                continue;
            }
            const std::string_view mark = mark_at(sentence.text, at);
            if (rest.starts_with("（")) {
                outside.push_back(begin);
                at += std::string_view("（").size();
                begin = at;
            } else if (rest.starts_with("）")) {
                at += std::string_view("）").size();
                // Behind a bracket in the middle of a name the name goes on: 因公出国（境）费.
                if (!outside.empty()) {
                    const std::string_view behind = sentence.text.substr(at);
                    const std::string_view within =
                        sentence.text.substr(begin, at - std::string_view("）").size() - begin);
                    const bool goes_on = !unit_of_all(std::string("（").append(within).append("）")) &&
                                         outside.back() >= spot.gap && !behind.starts_with("，") &&
                                         !behind.starts_with("；");
                    begin = goes_on ? outside.back() : at;
                    outside.pop_back();
                }
            } else if (!mark.empty()) {
                at += mark.size();
                before = begin;
                begin = at;
            } else {
                at += character_at(sentence.text, at);
            }
        }
        begin = std::min<std::size_t>(begin, spot.numeral.begin);
        std::string_view label = sentence.text.substr(begin, spot.numeral.begin - begin);
        if (label.empty() && begin >= 3 && sentence.text.substr(begin - 3, 3) == "：" && before + 3 < begin)
            label = sentence.text.substr(before, begin - 3 - before);
        // 2016年的开支（840亿元）: a figure alone in brackets has the name before them.
        if (label.empty() && begin >= 3 && sentence.text.substr(begin - 3, 3) == "（" && !outside.empty() &&
            outside.back() >= spot.gap && outside.back() + 3 < begin &&
            sentence.text.substr(spot.numeral.end).starts_with("）")) {
            label = sentence.text.substr(outside.back(), begin - 3 - outside.back());
            spot.in_own_brackets = true;
        }
        constexpr std::size_t label_max = 240;
        label = end_of(label, label_max);
        spot.label = label;
    }
}

/// 5万元用于办公设备购置，3万元用于培训: the name that stands behind an amount without one; nothing if there is none.
std::string_view purpose_behind(std::string_view label, std::string_view after) {
    static constexpr std::array<std::string_view, 5> leads{"其中：", "其中", "一是", "二是", "三是"};
    static constexpr std::array<std::string_view, 4> purposes{"用于", "用作", "投入到", "投向"};
    if (const std::string_view lead = begins_with_any(label, leads); label != lead) return {};
    const std::string_view purpose = begins_with_any(after, purposes);
    if (purpose.empty()) return {};
    after.remove_prefix(purpose.size());
    std::size_t end = after.size();
    for (const std::string_view mark : marks) end = std::min(end, after.find(mark));
    for (const std::string_view bracket : {"（", "）"}) end = std::min(end, after.find(bracket));
    constexpr std::size_t longest = 90;
    return end <= longest ? after.substr(0, end) : std::string_view();
}

/// 年初核定29万元、全年实际使用21万元的是公务用车运行维护费: the name of both stands behind them.
void find_names_behind(Sentence& sentence) {
    for (std::size_t i = 0; i < sentence.spots.size(); ++i) {
        Spot& spot = sentence.spots[i];
        std::string_view after = sentence.words_behind(i);
        if (const std::string_view purpose = purpose_behind(spot.label, after); !purpose.empty()) {
            spot.named_behind = purpose;
            continue;
        }
        static constexpr std::array<std::string_view, 3> copulas{"的是", "的为", "的系"};
        const std::string_view copula = begins_with_any(after, copulas);
        if (copula.empty()) continue;
        after.remove_prefix(copula.size());
        std::size_t end = after.size();
        for (const std::string_view mark : marks) end = std::min(end, after.find(mark));
        constexpr std::size_t longest = 90;
        if (end == 0 || end > longest || end == after.size()) continue;
        spot.named_behind = after.substr(0, end);
        if (i == 0) continue;
        const std::string_view between = sentence.words_before(spot);
        if (between.starts_with("、") || (between.starts_with("，") && !contains(between, "；")))
            sentence.spots[i - 1].named_behind = spot.named_behind;
    }
}

/// Views of the text given to match_phrase become views of the paragraph.
void into_paragraph(PhraseMatch& match, std::string_view around, std::string_view paragraph, std::size_t from,
                    std::size_t behind) {
    const std::size_t figure = around.find('#');
    for (std::string_view PhraseMatch::*member :
         {&PhraseMatch::whole, &PhraseMatch::base, &PhraseMatch::budget, &PhraseMatch::name,
          &PhraseMatch::subject, &PhraseMatch::before}) {
        std::string_view& words = match.*member;
        if (words.data() == nullptr) continue;
        const auto at = static_cast<std::size_t>(words.data() - around.data());
        const std::size_t begin = at > figure ? behind + at - figure - 1 : from + at;
        words = begin <= paragraph.size() ? paragraph.substr(begin, words.size()) : std::string_view();
    }
}

std::int8_t sign_of(std::string_view label) noexcept {
    static constexpr std::string_view adds[] = {"加上", "再加", "加：", "加"};
    static constexpr std::string_view no_adds[] = {"加强", "加快", "加大", "加班",
                                                   "加工", "加入", "加密", "加权"};
    static constexpr std::string_view takes[] = {"减去",       "扣除",     "剔除", "减：", "减累计",
                                                 "执行中调减", "年中调减", "调减", "减"};
    static constexpr std::string_view no_takes[] = {"减少", "减免", "减税", "减负", "减轻",
                                                    "减排", "减支", "减收", "减幅"};
    for (const std::string_view word : {"因", "其中", "年中", "执行中"})
        if (begins_with(label, word) && label.size() > word.size()) label.remove_prefix(word.size());
    if (!begins_with_any(label, adds).empty() && begins_with_any(label, no_adds).empty()) return 1;
    if (!begins_with_any(label, takes).empty() && begins_with_any(label, no_takes).empty()) return -1;
    return 0;
}

void find_tasks(Sentence& sentence) {
    static constexpr std::string_view reasons[] = {"原因",   "是由于", "由于",  "是因为",
                                                   "主要是", "是因",   "主要系"};
    const bool english = is_english(sentence.words(sentence.begin, sentence.end));
    bool reason = false;
    for (std::size_t i = 0; i < sentence.spots.size(); ++i) {
        Spot& spot = sentence.spots[i];
        std::size_t from = spot.gap;
        if (spot.numeral.begin - from > words_max)
            from = whole_character_from(sentence.text, spot.numeral.begin - words_max);
        const std::string_view near = sentence.text.substr(from, spot.numeral.begin - from);
        const std::uint32_t next =
            i + 1 < sentence.spots.size() ? sentence.spots[i + 1].numeral.begin : sentence.end;
        const std::string_view after =
            sentence.text.substr(spot.numeral.end, std::min<std::size_t>(next - spot.numeral.end, 24));
        if (contains(near, "；")) reason = false;
        // 主要原因是人员减少；购房补贴10万元: the reason ends there.
        const std::size_t last = find_last_words(near, "；");
        const bool tells_reason = contains_any(near.substr(last == near.npos ? 0 : last), reasons);
        const bool of_change =
            i > 0 && (sentence.spots[i - 1].task == Task::growth ||
                      sentence.spots[i - 1].task == Task::change || contains(near, "原因"));
        reason = reason || (tells_reason && of_change);
        spot.reason = reason;
        std::string around(near);
        around += '#';
        around += after;
        spot.match = match_phrase(spot.numeral.sort, around);
        if (spot.match.phrase != nullptr) {
            spot.task = spot.match.phrase->task;
            into_paragraph(spot.match, around, sentence.text, from, spot.numeral.end);
            // 可比下降: that is no base.
            if (spot.match.has_base && spot.match.base.size() <= 3) {
                spot.match.has_base = false;
                spot.match.base = {};
            }
        }
        // 增加20万元（25%）, an increase of $30 million (11.1%): by how much, and no share.
        static constexpr std::string_view changes[] = {"increase of", "decrease of", "rise of",
                                                       "reduction of"};
        if (spot.task == Task::share && near == "（" && i > 0 &&
            (sentence.spots[i - 1].task == Task::change ||
             contains_any(sentence.words_before(sentence.spots[i - 1]), changes)))
            spot.task = Task::rate;
        // 升幅为100.0%（2500000千元）: by how much.
        if (spot.task == Task::level && spot.numeral.sort == Sort::amount && near.starts_with("（") &&
            near.size() <= 15 && begins_with(after, "）") && i > 0 &&
            sentence.spots[i - 1].task == Task::growth) {
            spot.task = Task::change;
            spot.match = sentence.spots[i - 1].match;
        }
        // staff costs of £52 million (65%): what an English bracket is a share of, its own words say.
        if (spot.task == Task::share && near.ends_with("（") && english) spot.task = Task::rate;
        if (spot.numeral.sort == Sort::price) spot.task = Task::price;
        // 评价结果分为优、良、中、差4个等级: how many kinds there are is no part of what is graded.
        if (spot.task == Task::level && spot.numeral.sort == Sort::count &&
            contains(behind_last(near, clause_marks), "、") &&
            !begins_with_any(after, std::array<std::string_view, 4>{"等级", "等次", "档次", "类别"}).empty())
            spot.task = Task::aside;
        // 较上年增幅15%提高5个百分点: what the points are counted from.
        if (spot.task == Task::growth && spot.match.has_base && i + 1 < sentence.spots.size() &&
            sentence.spots[i + 1].numeral.sort == Sort::points && direction_at(after) != 0)
            spot.task = Task::base;
        const bool percent = spot.numeral.sort == Sort::percent || spot.numeral.sort == Sort::points ||
                             spot.numeral.sort == Sort::times;
        const bool next_percent =
            i + 1 < sentence.spots.size() && (sentence.spots[i + 1].numeral.sort == Sort::percent ||
                                              sentence.spots[i + 1].numeral.sort == Sort::times);
        if (spot.task == Task::inside && (percent || !next_percent)) spot.task = Task::level;
        if (spot.task == Task::level && percent) spot.task = Task::rate;
        if (spot.task == Task::level || spot.task == Task::to || spot.task == Task::balance) {
            spot.sign = sign_of(spot.label);
            if (spot.sign != 0 && spot.task == Task::balance) spot.task = Task::level;
            static constexpr std::string_view ends[] = {"减少", "增加", "下降", "降低", "增长",
                                                        "新增", "超收", "短收", "超支"};
            // 比预算短10亿元: what it differs by.
            static constexpr std::string_view compares[] = {"比预算", "较预算", "比年初", "较年初", "比上年",
                                                            "较上年", "比去年", "较去年", "比调整", "较调整"};
            if (spot.task == Task::level && !begins_with_any(spot.label, compares).empty())
                spot.task = Task::aside;
            // 新增绿地10公顷: what came is counted itself, and 新增5人 is by how much something grew.
            const bool came = spot.numeral.sort == Sort::count && is_newly_counted(spot.label);
            if (spot.sign == 0 && spot.task != Task::to && !came &&
                (direction_at(spot.label) != 0 || !ends_with_any(spot.label, ends).empty()))
                spot.task = Task::aside;
        }
        if (spot.task == Task::from && i + 1 < sentence.spots.size()) {
            // 由 10辆 减少为 8辆, not 由 A 5万元 和 B 3万元 组成.
            const std::string_view way = sentence.text.substr(
                spot.numeral.end, sentence.spots[i + 1].numeral.begin - spot.numeral.end);
            static constexpr std::string_view leads[] = {"为", "到", "至"};
            if (direction_at(way) == 0 && !way.starts_with("降") && !way.starts_with("升") &&
                !way.starts_with("增") && ends_with_any(way, leads).empty())
                spot.task = Task::level;
        } else if (spot.task == Task::from) {
            spot.task = Task::level;
        }
    }
}

/// Whether figures of both can stand in one order, and be added: one dimension, and the same thing counted.
bool alike(const Numeral& a, const Numeral& b) noexcept {
    return a.sort == b.sort && (a.sort != Sort::count || a.figure.unit.word() == b.figure.unit.word());
}

/// 分别增长20%、减少4%: whether the words between say no more than which way it went.
bool tells_direction(const Spot& first, const Spot& spot, std::string_view between) {
    if (first.task != spot.task || (spot.task != Task::growth && spot.task != Task::change)) return false;
    for (const std::string_view mark : {"、", "，", "和"})
        if (begins_with(between, mark)) between.remove_prefix(mark.size());
    constexpr std::size_t longest = 12;
    return direction_at(between) != 0 && between.size() <= longest;
}

void find_runs(Sentence& sentence) {
    std::vector<Spot>& spots = sentence.spots;
    for (std::size_t i = 0; i + 1 < spots.size();) {
        const std::string_view gap = sentence.words_before(spots[i]);
        static constexpr std::string_view words[] = {"分别", "依次", "各为"};
        const bool respectively =
            contains_any(gap.size() > words_max ? gap.substr(gap.size() - words_max) : gap, words);
        std::size_t end = i + 1;
        for (; end < spots.size(); ++end) {
            const std::string_view between = sentence.words_before(spots[end]);
            static constexpr std::string_view joins[] = {"、", "和", "与", "及", "、和", "及其"};
            const bool joined = is_any(between, joins) || (respectively && between == "，") ||
                                (respectively && tells_direction(spots[i], spots[end], between));
            if (!joined || !alike(spots[i].numeral, spots[end].numeral)) break;
        }
        if (end - i < 2) {
            ++i;
            continue;
        }
        const std::uint32_t run = narrow(sentence.runs.size());
        sentence.runs.push_back({narrow(i), narrow(end - i), respectively});
        for (std::size_t k = i; k < end; ++k) {
            spots[k].run = run;
            if (k == i) continue;
            const std::string_view between = sentence.words_before(spots[k]);
            // 分别比上年增长20%、减少4%: the way of each is its own.
            if (!tells_direction(spots[i], spots[k], between)) spots[k].match = spots[i].match;
            spots[k].task = spots[i].task;
            spots[k].reason = spots[i].reason;
        }
        i = end;
    }
}

/// 公务接待 5.1/4.9: two figures of one name.
void find_pairs(Sentence& sentence) {
    std::vector<Spot>& spots = sentence.spots;
    for (std::size_t i = 1; i < spots.size(); ++i) {
        if (sentence.words_before(spots[i]) != "/" || !alike(spots[i - 1].numeral, spots[i].numeral) ||
            spots[i - 1].behind_stroke)
            continue;
        spots[i].behind_stroke = true;
        spots[i].label = spots[i - 1].label;
        spots[i].task = spots[i - 1].task;
        spots[i].match = spots[i - 1].match;
        spots[i].reason = spots[i - 1].reason;
    }
}

/// （单位：万元）2022年总收入1200，…: the unit that the first clause of a paragraph gives to all its figures.
std::optional<Unit> unit_in_front(std::string_view paragraph) {
    constexpr std::size_t longest = 150;
    std::size_t end = std::min(paragraph.size(), longest);
    for (const std::string_view mark : {"，", "；", "。"}) end = std::min(end, paragraph.find(mark));
    return unit_of_all(paragraph.substr(0, end));
}

} // namespace

bool is_level(Task task) noexcept {
    switch (task) {
    case Task::level:
    case Task::to:
    case Task::total:
    case Task::result:
    case Task::added:
    case Task::taken:
    case Task::balance:
        return true;
    default:
        return false;
    }
}

std::vector<Sentence> sentences_of(std::string_view paragraph, std::size_t from,
                                   const std::optional<Unit>& of_all) {
    std::vector<Sentence> all;
    const std::optional<Unit> given =
        of_all ? of_all : unit_in_front(paragraph.substr(std::min(from, paragraph.size())));
    const std::vector<Numeral> found = numerals(paragraph, given);
    std::size_t next = 0;
    std::optional<Unit> unit; // that a sentence before gives to numbers without one
    while (next < found.size() && found[next].begin < from) ++next;
    for (std::size_t begin = from; begin < paragraph.size();) {
        std::size_t end = begin;
        bool closed = false;
        while (end < paragraph.size() && !closed) {
            const std::string_view mark = mark_at(paragraph, end);
            closed = ends_sentence(mark);
            end += mark.empty() ? 1 : mark.size();
        }
        Sentence sentence;
        sentence.text = paragraph;
        sentence.begin = narrow(begin);
        sentence.end = narrow(end);
        sentence.cut = !closed;
        const std::optional<Unit> of_sentence_before = unit;
        if (const std::optional<Unit> said =
                unit_of_all(paragraph.substr(begin, std::min<std::size_t>(end - begin, words_max))))
            unit = said;
        std::size_t behind = begin;
        bool money = false;
        for (; next < found.size() && found[next].begin < end; ++next) {
            Spot spot;
            spot.numeral = found[next];
            // Where words give the unit of all, what is no amount of it is none at all: 综合评分95.60.
            if (of_all && spot.numeral.sort == Sort::plain && spot.numeral.figure.unit_missing) continue;
            money = money || found[next].figure.unit.dimension == Dimension::money;
            const bool all_lack = !of_all && given; // the front of the paragraph gives the unit
            if (spot.numeral.sort == Sort::plain && spot.numeral.figure.unit_missing &&
                (!money || all_lack)) {
                // A number without a unit behind no amount is none, unless the words before it say the unit of all.
                std::optional<Unit> own = unit_of_all(paragraph.substr(begin, found[next].begin - begin));
                if (!own && may_lack_unit(paragraph.substr(begin, found[next].begin - begin),
                                          paragraph.substr(found[next].end)))
                    own = of_sentence_before;
                if (!own) continue;
                spot.numeral.figure.unit = *own;
                spot.numeral.figure.unit_missing = false;
                spot.numeral.sort = Sort::amount;
            }
            spot.gap = narrow(behind);
            behind = found[next].end;
            sentence.spots.push_back(std::move(spot));
        }
        find_labels(sentence);
        find_names_behind(sentence);
        find_clauses(sentence);
        if (!sentence.spots.empty()) {
            find_tasks(sentence);
            find_runs(sentence);
            find_pairs(sentence);
            find_lists(sentence);
            find_movements(sentence);
        }
        all.push_back(std::move(sentence));
        begin = end;
    }
    return all;
}

} // namespace tieout::detail
