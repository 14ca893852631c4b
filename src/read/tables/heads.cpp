// SPDX-License-Identifier: MIT
#include "read/tables/heads.hpp"

#include "read/vocabulary/english.hpp"
#include "read/vocabulary/english_tables.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

/// What is taken off the front of a label.
struct Front {
    bool within = false;
    std::int8_t sign = 0;
    std::uint8_t numbering = 0;
};

std::uint8_t numbering_of(std::string_view text) noexcept {
    if (text.starts_with("①") || static_cast<unsigned char>(text[0]) == 0xE2) return 5;
    const bool narrow = text.starts_with("(");
    const bool bracket = narrow || text.starts_with("（");
    const std::string_view first = text.substr(narrow ? 1 : bracket ? 3 : 0);
    const bool digit = !first.empty() && first[0] >= '0' && first[0] <= '9';
    return bracket ? digit ? 4 : 2 : digit ? 3 : 1;
}

/// Takes list numbers, 其中, 减： and 加： off the front.
std::string_view without_front(std::string_view text, Front& front) {
    for (bool changed = true; changed && !text.empty();) {
        changed = false;
        if (const std::size_t size = list_number_of(text); size != 0 && size < text.size()) {
            if (front.numbering == 0) front.numbering = numbering_of(text);
            text.remove_prefix(size);
            changed = true;
        }
        // （其中监理费）
        if (text.starts_with("（其中") && text.ends_with("）")) {
            text.remove_prefix(std::string_view("（").size());
            text.remove_suffix(std::string_view("）").size());
        }
        for (const std::string_view word : {"其中", "其：中", "含：", "包括：", "减：", "加："})
            if (begins_with(text, word) && text.size() > word.size()) {
                if (!word.starts_with("减") && !word.starts_with("加"))
                    front.within = true;
                else
                    front.sign = word.starts_with("减") ? std::int8_t{-1} : std::int8_t{1};
                text.remove_prefix(word.size());
                changed = true;
            }
        for (const std::string_view mark : {"：", "，", "、"})
            if (begins_with(text, mark)) {
                text.remove_prefix(mark.size());
                changed = true;
            }
    }
    while (text.ends_with("：")) text.remove_suffix(3);
    return text;
}

bool is_total_word(RowWord word) noexcept {
    return word == RowWord::total || word == RowWord::subtotal || word == RowWord::grand;
}

/// 本年增加, 本期减少: −1 or 1.
std::int8_t movement_of(std::string_view words) noexcept {
    for (const std::string_view period : {"本年", "本期", "当年", "本月"}) {
        if (!words.starts_with(period)) continue;
        const std::string_view rest = words.substr(period.size());
        if (rest.starts_with("增加")) return 1;
        if (rest.starts_with("减少")) return -1;
    }
    return words == "增加" || words == "增加数" || words == "增加额"   ? std::int8_t{1}
           : words == "减少" || words == "减少数" || words == "减少额" ? std::int8_t{-1}
                                                                       : std::int8_t{0};
}

/// The path that the texts make, their units, formulas and numbers taken off.
void take_path(const std::vector<std::string>& texts, Head& head) {
    for (const std::string& text : texts) {
        std::string words = text;
        std::string formula;
        if (const std::optional<Unit> unit = take_unit(words, &formula)) head.unit = unit;
        if (!formula.empty()) head.formula = std::move(formula);
        Front front;
        std::string_view name = without_front(words, front);
        const std::string official = term_of_english_head(name);
        if (!official.empty()) name = official;
        head.within = front.within;
        if (name.empty() || (!head.path.empty() && head.path.back() == name)) continue;
        head.path.emplace_back(name);
    }
    // 公务接待费 over 预算数 and 决算数 is read as 预算数 over its parts: what is added up has one phase.
    if (head.path.size() < 2) return;
    const LabelParts leaf = parts_of_label(head.path.back());
    if (!leaf.bare || !leaf.phase) return;
    const bool parts = std::any_of(head.path.begin(), head.path.end() - 1, [](const std::string& part) {
        return is_total_word(row_word_of(part)) || (known_part(part, true) != nullptr && part != "项目");
    });
    if (parts) std::rotate(head.path.begin(), head.path.end() - 1, head.path.end());
}

/// 元/人, 公斤/亩: so much for each.
bool says_unit_for_each(std::string_view text) noexcept {
    const std::size_t slash = text.find('/');
    if (slash == text.npos || slash == 0) return false;
    constexpr std::array<std::string_view, 12> units{"元",     "吨", "公斤", "千克",   "斤",     "度",
                                                     "千瓦时", "人", "升",   "立方米", "平方米", "次"};
    return !ends_with_any(text.substr(0, slash), units).empty();
}

/// Whether the figures of the column are of a kind that adds up.
bool adds_up(const std::vector<std::string>& texts, const Head& head) {
    if (std::any_of(texts.begin(), texts.end(),
                    [](const std::string& text) { return says_unit_for_each(text); }))
        return false;
    return std::none_of(head.path.begin(), head.path.end(), [](const std::string& part) {
        return is_measure(part) && known_part(part, true) == nullptr && known_line(part) == nullptr;
    });
}

/// What one text of the path says of phase, year and subject.
void take_part(const std::string& part, bool last, Head& head) {
    LabelParts parts = parts_of_label(part);
    // 收入 over the left half of a table names the half.
    const bool half = part == "收入" || part == "支出" || part == "本年收入" || part == "本年支出";
    if (half) parts.phase.reset();
    if (parts.phase) head.phase = parts.phase;
    if (parts.year) head.year = parts.year;
    head.previous = head.previous || parts.previous || part == "上年数" || part == "上年决算数";
    if (head.role != HeadRole::words) return;
    const bool total_word = is_total_word(row_word_of(part));
    if (last) head.total = total_word;
    if (const KnownPart* known = known_part(part, true); known != nullptr && part != "项目") {
        // 年初结转结余 over the rows of projects is a phase of theirs; as a row it is a part of the filing.
        const bool of_all = known->pointer == "/income" || known->pointer == "/expenditure";
        if (!known->phase || !of_all) head.subject = part;
        if (known->phase && (of_all || !parts.phase)) head.phase = known->phase;
        if (last && known->phase && of_all) head.sure = true;
    } else if (known_part(parts.subject, true) != nullptr && parts.subject != "项目") {
        head.subject = parts.subject;
    } else if (known_line(part) != nullptr || known_line(parts.subject) != nullptr) {
        head.subject = known_line(part) != nullptr ? part : parts.subject;
    } else if (!scope_in(part).empty()) {
        head.subject = part;
    } else if (known_part(parts.subject, false) != nullptr) {
        head.subject = parts.subject;
    } else if (last && !total_word && !parts.bare && !parts.subject.empty()) {
        head.subject = parts.subject;
    }
    if (last && parts.bare && parts.phase) head.sure = true;
}

} // namespace

std::string_view fund_key_of(std::string_view words) noexcept {
    struct FundWord {
        std::string_view word, key;
    };
    // The narrower first: 一般公共预算财政拨款 is of the general budget.
    constexpr FundWord funds[] = {{"政府性基金", "government"},
                                  {"国有资本经营", "state_capital"},
                                  {"社会保险基金", "social_insurance"},
                                  {"一般公共预算", "general"},
                                  {"财政拨款", "fiscal"}};
    for (const FundWord& fund : funds)
        if (contains(words, fund.word)) return fund.key;
    return {};
}

Head looked_up(Head head) {
    for (const std::string& part : head.path) head.words += part;
    head.scope = fund_key_of(head.words);
    for (std::size_t i = 0; i + 1 < head.path.size(); ++i) {
        const std::string& group = head.path[i];
        if (group != "收入" && group != "支出" && !parts_of_label(group).bare) head.grouped = true;
    }
    // 项目 beside 基本 is project expenditure, but mostly it is no more than the word for an item.
    if (head.subject.empty() || head.subject == "项目") return head;
    head.amount = known_part(head.subject, true);
    // 购置费 under 公务用车购置及运行维护费 is short for 公务用车购置费.
    constexpr std::string_view vehicles = "公务用车";
    for (std::size_t i = 0; head.amount == nullptr && i + 1 < head.path.size(); ++i)
        if (contains(head.path[i], vehicles))
            head.amount = known_part(std::string(vehicles) + head.subject, true);
    head.count = known_part(head.subject, false);
    head.line = known_line(head.subject);
    head.fund = fund_key_of(head.subject);
    return head;
}

Head head_of(const std::vector<std::string>& texts) {
    Head head;
    take_path(texts, head);
    if (head.path.empty()) return head;
    head.additive = adds_up(texts, head);
    const std::string& last = head.path.back();
    if (const HeadWord* entry = head_word_in(last)) {
        head.role = entry->role;
        head.tier = entry->tier;
        head.sure = entry->sure;
    }
    if (head.role == HeadRole::share && head.path.size() == 1 && last.size() > 40) head.sure = false;
    head.movement = movement_of(last);
    if (head.movement != 0 && (head.role == HeadRole::change || head.role == HeadRole::words))
        head.role = HeadRole::amount;
    constexpr std::size_t longest_part = 60;
    for (const std::string& part : head.path)
        if (part.size() <= longest_part) take_part(part, &part == &last, head);
    if (head.role == HeadRole::average || head.role == HeadRole::running) return head;
    if (head.role != HeadRole::words) return head;
    const bool known = known_part(last, true) != nullptr && last != "项目";
    const bool counted = known_part(head.subject, false) != nullptr;
    const bool measured = head.unit.has_value();
    if (counted) head.sure = true;
    if (head.phase || head.year || head.total || known || counted || measured ||
        known_line(last) != nullptr ||
        contains_any(last, std::array<std::string_view, 5>{"金额", "数", "资金", "规模", "投资"}))
        head.role = HeadRole::amount;
    if (names_rows(last) && !known && !head.total && known_line(last) == nullptr &&
        !(head.phase && head.sure))
        head.role = HeadRole::words;
    if (measured && head.role == HeadRole::amount && last.size() <= 45) head.sure = true;
    return head;
}

/// 合计：亿元, 合计/亿元: takes off the unit of money that the name of a row ends with.
std::optional<Unit> take_unit_behind_mark(std::string& words) {
    static constexpr std::array<std::string_view, 3> marks{"：", "/", "，"};
    static constexpr std::array<std::string_view, 5> units{"亿元", "百万元", "万元", "千元", "元"};
    for (const std::string_view mark : marks) {
        const std::size_t at = words.rfind(mark);
        if (at == words.npos || at == 0) continue;
        const std::string_view behind = std::string_view(words).substr(at + mark.size());
        if (!is_any(behind, units)) continue;
        const std::optional<Unit> unit = unit_in(behind);
        words.resize(at);
        return unit;
    }
    return std::nullopt;
}

RowLabel row_label(std::string_view text) {
    RowLabel label;
    Front front;
    std::string words(without_front(text, front));
    label.within = front.within;
    label.sign = front.sign;
    label.numbering = front.numbering;
    label.unit = take_unit(words);
    if (!label.unit) label.unit = take_unit_behind_mark(words);
    label.name = std::move(words);
    const std::string_view official = term_of_english_row(label.name);
    label.word = row_word_of(official.empty() ? std::string_view(label.name) : official);
    label.total = is_total_word(label.word);
    label.bare = is_bare_total(label.name) || (!official.empty() && english_tokens(label.name).size() <= 2);
    return label;
}

} // namespace tieout::detail
