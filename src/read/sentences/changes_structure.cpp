// SPDX-License-Identifier: MIT
// The movements of a sentence: which change, rate and base are told of one thing.

#include "read/sentences/structure.hpp"

#include "read/vocabulary/labels.hpp"
#include "read/vocabulary/words.hpp"

namespace tieout::detail {

namespace {

std::uint32_t narrow(std::size_t at) noexcept { return static_cast<std::uint32_t>(at); }

/// The words of the clause of a figure before it.
std::string_view own_words(const Sentence& sentence, const Spot& spot) {
    std::string_view words = sentence.words_before(spot);
    words = end_of(words, words_max);
    return words;
}

/// 按可比口径, 剔除疫情影响后: from what nothing prints.
bool on_another_basis(const Sentence& sentence, const Spot& spot) {
    // 增长10%为预算口径
    constexpr std::size_t behind_max = 36;
    const std::string_view behind = sentence.words(spot.numeral.end, sentence.end).substr(0, behind_max);
    const std::size_t basis = find_words(behind, "口径");
    if (basis != behind.npos && behind.find("，") > basis && behind.find("；") > basis &&
        behind.find("。") > basis)
        return true;
    static constexpr std::string_view words[] = {"可比", "同口径", "剔除", "扣除", "还原"};
    return contains_any(own_words(sentence, spot), words);
}

/// 自然口径: from what was printed, where a change on another basis is told beside it.
bool names_basis(const Sentence& sentence, const Spot& spot) {
    return on_another_basis(sentence, spot) || contains(own_words(sentence, spot), "口径");
}

} // namespace

void find_movements(Sentence& sentence) {
    std::vector<Spot>& spots = sentence.spots;
    std::uint32_t open = none;
    // What was open outside of the brackets that are open.
    std::vector<std::uint32_t> outside;
    for (std::uint32_t i = 0; i < spots.size(); ++i) {
        Spot& spot = spots[i];
        while (outside.size() > spot.depth) {
            open = outside.back();
            outside.pop_back();
        }
        while (outside.size() < spot.depth && outside.size() < nesting_max) {
            outside.push_back(open);
            open = none;
        }
        const bool of_movement = spot.task == Task::base || spot.task == Task::from ||
                                 spot.task == Task::change || spot.task == Task::growth;
        const bool later_in_run = spot.run != none && sentence.runs[spot.run].first != i;
        if (later_in_run && of_movement) {
            spot.movement = open;
            continue;
        }
        if (!of_movement) {
            if (spot.task == Task::to && open != none && sentence.movements[open].to == none &&
                sentence.movements[open].base != none && sentence.movements[open].change == none &&
                sentence.movements[open].rate == none) {
                sentence.movements[open].to = i; // 由 10辆 减少为 8辆
                spot.movement = open;
            } else if (is_level(spot.task) && spot.depth == 0) {
                open = none;
            }
            continue;
        }
        // The words of its own clause before what is said of the change name what changed.
        const Clause& clause = sentence.clauses[spot.clause];
        std::string_view own = sentence.words(std::max(clause.begin, spot.gap), spot.numeral.begin);
        const auto cut = [&](std::string_view words) -> std::string_view {
            std::size_t end = words.size();
            static constexpr std::string_view begins[] = {"同比", "环比", "比",   "较",   "与",   "同",
                                                          "对比", "相比", "由",   "大于", "高于", "超过",
                                                          "多于", "小于", "低于", "少于"};
            for (const std::string_view word : begins)
                if (const std::size_t at = find_words(words, word); at != words.npos) end = std::min(end, at);
            for (std::size_t at = 0; at < end; at += character_at(words, at))
                if (direction_at(words.substr(at)) != 0) end = at;
            std::string_view head = words.substr(0, end);
            for (const std::string_view word : {"增", "减", "降", "升", "多", "少", "节约"})
                if (head.size() >= word.size() && ends_with(head, word)) head.remove_suffix(word.size());
            return head;
        };
        std::string_view subject = cut(own);
        if (spot.match.subject.data() != nullptr && !spot.match.subject.empty()) subject = spot.match.subject;
        static constexpr std::string_view fillers[] = {
            "",         "其", "即",   "仍",     "则",   "也",   "本年度", "今年", "净", "可比", "同口径",
            "自然口径", "各", "分别", "两年相", "两年", "本年", "当年",   "再",   "所", "共"};
        // 税收按自然口径计算增长: the basis is no part of the name.
        if (contains(subject, "口径"))
            for (const std::string_view word : {"按", "自然", "同", "可比"})
                subject = subject.substr(0, std::min(subject.size(), subject.find(word)));
        const bool names_subject = !is_any(subject, fillers);
        // 减少50亿元，即同比下降5%: once more the same change.
        const bool again = open != none && own.starts_with("即");
        bool fresh = open == none || (spot.match.has_base && !again) || names_subject;
        if (open != none && !fresh) {
            const Movement& held = sentence.movements[open];
            if (spot.task == Task::change && held.change != none) fresh = true;
            if (spot.task == Task::growth && held.rate != none) fresh = true;
            if (spot.task == Task::base || spot.task == Task::from) fresh = true;
            // 同口径增长9%，自然口径增长4%，增收1亿元: each basis is told of apart.
            if (names_basis(sentence, spot) || held.other_basis) fresh = true;
        }
        // 比2021年度决算数（base）2335万元 减少 74万元: the base words belong to the base.
        if (open != none && !names_subject && (spot.task == Task::change || spot.task == Task::growth)) {
            const Movement& held = sentence.movements[open];
            if (held.base != none && held.change == none && held.rate == none &&
                spot.gap == spots[held.base].numeral.end)
                fresh = false;
        }
        if (fresh) {
            const std::uint32_t open_before = open;
            open = narrow(sentence.movements.size());
            Movement movement;
            movement.first = i;
            movement.subject = names_subject ? subject : std::string_view();
            movement.than = spot.match.base;
            movement.list = spot.list;
            movement.other_basis = on_another_basis(sentence, spot) ||
                                   (open_before != none && sentence.movements[open_before].other_basis &&
                                    !names_basis(sentence, spot) && !names_subject);
            // A clause without a figure right before it may be what changed.
            if (!names_subject && spot.clause > 0) {
                const Clause& before = sentence.clauses[spot.clause - 1];
                const std::string_view words = sentence.words(before.begin, before.end);
                if (!before.has_figure && before.depth == clause.depth && !words.empty() &&
                    before.begin >= spot.gap) {
                    static constexpr std::string_view than[] = {"比", "较", "与", "同"};
                    const bool compares = !begins_with_any(words, than).empty();
                    movement.stands_apart = !compares;
                    if (compares && movement.than.empty()) movement.than = words;
                }
            }
            sentence.movements.push_back(movement);
        }
        Movement& movement = sentence.movements[open];
        spot.movement = open;
        if (spot.task == Task::base || spot.task == Task::from) {
            movement.base = i;
            if (movement.than.empty()) movement.than = spot.match.base;
        } else if (spot.task == Task::change) {
            movement.change = i;
        } else {
            movement.rate = i;
        }
    }
}

} // namespace tieout::detail
