// SPDX-License-Identifier: MIT
#include "read/vocabulary/units.hpp"

#include "read/vocabulary/words.hpp"

#include <tieout/numbers/printed.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace tieout::detail {

namespace {

/// Words that count (量词), longest first where one begins another. What is no such word is no unit: 5161项 counts,
/// 12345热线 is a name.
constexpr std::array<std::string_view, 96> counters{
    "平方公里", "平方米", "立方米", "批次", "人次", "户次", "车次", "公里", "公顷", "公斤", "千克", "千瓦时",
    "千瓦",     "万人",   "人",     "名",   "件",   "项",   "户",   "个",   "条",   "次",   "盒",   "份",
    "家",       "台",     "辆",     "场",   "期",   "篇",   "宗",   "起",   "例",   "所",   "座",   "间",
    "套",       "本",     "张",     "封",   "面",   "位",   "处",   "类",   "亩",   "吨",   "米",   "层",
    "款",       "只",     "枚",     "组",   "批",   "块",   "支",   "笔",   "幢",   "栋",   "株",   "头",
    "艘",       "架",     "册",     "卷",   "页",   "种",   "轮",   "门",   "棵",   "口",   "桶",   "箱",
    "瓶",       "袋",     "双",     "部",   "段",   "根",   "幅",   "节",   "课",   "班",   "站",   "村",
    "㎡",       "m²",     "m2",     "km",   "kg",   "床",   "片",   "尾",   "羽",   "匹",   "扇",   "盏"};

/// Multipliers of English, behind an amount with the sign of its currency or before the word for it.
struct EnglishMultiplier {
    std::string_view word;
    int power;
    std::string_view printed; ///< with 元
};
constexpr std::array english_multipliers{
    EnglishMultiplier{"thousand", 3, "千元"},  EnglishMultiplier{"million", 6, "百万元"},
    EnglishMultiplier{"billion", 9, "十亿元"}, EnglishMultiplier{"trillion", 12, "万亿元"},
    EnglishMultiplier{"bn", 9, "十亿元"},      EnglishMultiplier{"mn", 6, "百万元"},
    EnglishMultiplier{"m", 6, "百万元"}};

/// The names of currencies in English, behind the number.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> english_currencies{
    {{"yuan", "元"},
     {"RMB", "元"},
     {"HK dollars", "港元"},
     {"Hong Kong dollars", "港元"},
     {"US dollars", "美元"},
     {"patacas", "澳门元"},
     {"pounds", "英镑"},
     {"euros", "欧元"}}};

constexpr bool is_latin(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// million, bn, yuan: only behind the sign of a currency, or before the name of one.
UnitRead english_unit_at(std::string_view after, std::string_view currency) {
    std::string_view rest = after;
    std::string word = "元";
    for (const EnglishMultiplier& entry : english_multipliers)
        if (begins_with(rest, entry.word) &&
            (rest.size() == entry.word.size() || !is_latin(rest[entry.word.size()]))) {
            word = entry.printed;
            rest.remove_prefix(entry.word.size());
            break;
        }
    const std::string_view behind = rest.starts_with(" ") ? rest.substr(1) : rest;
    for (const auto& [name, unit] : english_currencies)
        if (currency.empty() && begins_with(behind, name)) {
            currency = unit;
            rest = behind.substr(name.size());
            break;
        }
    const std::optional<Unit> money = currency.empty() ? std::nullopt : unit_named(word);
    if (!money) return {};
    return {in_currency(*money, currency), after.size() - rest.size(), false};
}

} // namespace

std::string_view counter_at(std::string_view text, bool score) {
    if (const auto* const entry = std::find_if(std::begin(unit_words), std::end(unit_words),
                                               [&](const UnitEntry& one) {
                                                   return one.dimension == Dimension::money &&
                                                          one.word.size() > 3 && begins_with(text, one.word);
                                               });
        entry != std::end(unit_words))
        return entry->word;
    if (text.starts_with("元")) return "元";
    if (score && text.starts_with("分") && !text.starts_with("分别") && !text.starts_with("分之") &&
        !text.starts_with("分为"))
        return "分";
    return begins_with_any(text, counters);
}

UnitRead unit_at(std::string_view after, std::string_view currency) {
    UnitRead read;
    for (const std::string_view word : {"个百分点", "百分点", "%", "‰"})
        if (begins_with(after, word)) return {unit_named(word), word.size(), false};
    if (after.starts_with("倍") && !after.starts_with("倍数") && !after.starts_with("倍增"))
        return {unit_named("倍"), std::string_view("倍").size(), false};
    for (const auto& [word, means] :
         {std::pair("percentage points", "个百分点"), std::pair("percentage point", "个百分点"),
          std::pair("per cent", "%"), std::pair("percent", "%")})
        if (begins_with(after, word)) return {unit_named(means), std::string_view(word).size(), false};
    if (!after.empty() && is_latin(after.front())) return english_unit_at(after, currency);
    std::string_view rest = after;
    std::string_view multiplier;
    if (const MultiplierEntry* entry = find_multiplier(rest)) {
        multiplier = entry->word;
        rest.remove_prefix(multiplier.size());
        if (const ApproximateWord* const word = approximate_after(rest, WordPlace::within)) {
            read.approximate = true;
            rest.remove_prefix(word->word.size());
        }
    }
    std::string word(multiplier);
    const std::string_view counted = counter_at(rest, multiplier.empty());
    if (counted.empty()) {
        // The currency stands before the number: HK$5亿.
        if (currency.empty()) return {};
        word += "元";
    }
    word += counted;
    rest.remove_prefix(counted.size());
    // 48元/盒 is a price.
    if (!counted.empty() && rest.starts_with("/")) {
        const std::string_view per = begins_with_any(rest.substr(1), counters);
        if (!per.empty()) {
            word += '/';
            word += per;
            rest.remove_prefix(1 + per.size());
        }
    }
    read.unit = unit_named(word);
    if (read.unit && !currency.empty())
        if (const std::optional<Unit> money = in_currency(*read.unit, currency)) read.unit = money;
    read.length = after.size() - rest.size();
    return read;
}

namespace {

/// Words of units in English, as frames have them behind the sign of a currency: HK$'000, RMB million.
struct EnglishUnit {
    std::string_view word;
    std::string_view money;
};
constexpr std::array english_units{
    EnglishUnit{"‘000", "千元"},      EnglishUnit{"’000", "千元"},     EnglishUnit{"'000", "千元"},
    EnglishUnit{"000", "千元"},       EnglishUnit{"thousand", "千元"}, EnglishUnit{"million", "百万元"},
    EnglishUnit{"billion", "十亿元"}, EnglishUnit{"mn", "百万元"},     EnglishUnit{"bn", "十亿元"}};

/// The unit of a frame at the beginning of a text, and its bytes.
UnitRead frame_unit_at(std::string_view text) {
    std::string_view rest = text;
    const CurrencySign* const sign = find_sign_at_front(rest);
    if (sign != nullptr) {
        rest.remove_prefix(sign->sign.size());
        const std::string_view behind = rest.starts_with(" ") ? rest.substr(1) : rest;
        for (const EnglishUnit& entry : english_units)
            if (begins_with(behind, entry.word))
                return {in_currency(*unit_named(entry.money), sign->unit),
                        text.size() - behind.size() + entry.word.size(), false};
    }
    const UnitRead read = unit_at(rest, sign == nullptr ? std::string_view() : sign->unit);
    if (read.unit && read.length > 0) {
        const std::size_t length = text.size() - rest.size() + read.length;
        // 万元（人民币）
        for (const std::string_view own : {"（人民币）", "人民币"})
            if (begins_with(text.substr(length), own)) return {read.unit, length + own.size(), false};
        return {read.unit, length, false};
    }
    if (sign != nullptr) return {unit_named(sign->unit), sign->sign.size(), false};
    return {};
}

} // namespace

std::size_t unit_list_length(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t at = 0;;) {
        const UnitRead unit = frame_unit_at(text.substr(at));
        if (!unit.unit || unit.length == 0) return length;
        length = at += unit.length;
        const std::string_view rest = text.substr(at);
        std::size_t mark = 0;
        for (const std::string_view separator : {"、", "，", ",", "/", "；", "和", " "})
            if (begins_with(rest, separator)) mark = separator.size();
        if (mark == 0) return length;
        at += mark;
    }
}

std::optional<Unit> first_unit(std::string_view units) { return frame_unit_at(units).unit; }

bool begins_with_money_unit(std::string_view units) {
    const std::optional<Unit> unit = first_unit(units);
    return unit && unit->dimension == Dimension::money;
}

} // namespace tieout::detail
