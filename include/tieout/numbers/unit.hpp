// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_UNIT_HPP
#define TIEOUT_NUMBERS_UNIT_HPP

// The units that a printed figure may carry (计量单位), and what each says about the figure.
//
//     unit_named("万元")   // money, a number of which is worth 10^4 元
//     unit_named("％")     // percent, printed as %
//     unit_named("批次")   // a count, and therefore exact
//     unit_named("元/盒")  // a price, exact too
//
// A unit is a dimension, a power of ten, and whether its figures are printed exactly. Money, percent and counts are
// different dimensions; a sum needs one.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <tieout/base/utf8.hpp>

namespace tieout {

/// What a figure measures. Figures are added only within one dimension.
enum class Dimension : std::uint8_t { plain, money, percent, count, price, day };

/// The units of an amount (金额单位).
enum class MoneyUnit : std::uint8_t { yuan, qian_yuan, wan_yuan, bai_wan_yuan, yi_yuan };

/// What is known of one unit of money: one of it is 10^power 元.
struct MoneyUnitEntry {
    MoneyUnit unit;
    int power;
    std::string_view term;
    std::string_view traditional;
    std::string_view english;
};

inline constexpr MoneyUnitEntry money_units[] = {
    {MoneyUnit::yuan, 0, "元", "圓", "yuan"},
    {MoneyUnit::qian_yuan, 3, "千元", "千圓", "1,000 yuan"},
    {MoneyUnit::wan_yuan, 4, "万元", "萬元", "10,000 yuan"},
    {MoneyUnit::bai_wan_yuan, 6, "百万元", "百萬元", "1,000,000 yuan"},
    {MoneyUnit::yi_yuan, 8, "亿元", "億元", "100,000,000 yuan"},
};

constexpr int power_of(MoneyUnit unit) { return money_units[static_cast<std::size_t>(unit)].power; }
constexpr std::string_view term_of(MoneyUnit unit) {
    return money_units[static_cast<std::size_t>(unit)].term;
}

/// Bytes that the word of a unit may have.
inline constexpr std::size_t unit_word_max = 24;

/// One unit as printed: a number n of it is worth n · 10^power in the base of its dimension (元, 1 for percent).
struct Unit {
    Dimension dimension = Dimension::plain;
    std::int8_t power = 0;
    bool exact = false; ///< figures of this unit are not rounded when printed
    std::uint8_t length = 0;
    char word_[unit_word_max] = {};

    constexpr Unit() = default;

    /// `word` has at most unit_word_max bytes.
    constexpr Unit(Dimension of_dimension, int with_power, bool is_exact, std::string_view word)
        : dimension(of_dimension), power(static_cast<std::int8_t>(with_power)), exact(is_exact),
          length(static_cast<std::uint8_t>(word.size())) {
        for (std::size_t i = 0; i < word.size(); ++i) word_[i] = word[i];
    }

    static constexpr Unit of(MoneyUnit unit) {
        return Unit(Dimension::money, power_of(unit), false, term_of(unit));
    }

    /// The unit as it should be printed; empty for a plain number.
    constexpr std::string_view word() const noexcept { return {word_, length}; }

    friend constexpr bool operator==(const Unit&, const Unit&) = default;
};

/// Figures of both can stand in one sum.
constexpr bool same_dimension(const Unit& a, const Unit& b) noexcept { return a.dimension == b.dimension; }

/// Units by name.
namespace unit {
inline constexpr Unit plain{};
inline constexpr Unit yuan = Unit::of(MoneyUnit::yuan);
inline constexpr Unit qian_yuan = Unit::of(MoneyUnit::qian_yuan);
inline constexpr Unit wan_yuan = Unit::of(MoneyUnit::wan_yuan);
inline constexpr Unit bai_wan_yuan = Unit::of(MoneyUnit::bai_wan_yuan);
inline constexpr Unit yi_yuan = Unit::of(MoneyUnit::yi_yuan);
inline constexpr Unit percent{Dimension::percent, -2, false, "%"};
inline constexpr Unit permille{Dimension::percent, -3, false, "‰"};
inline constexpr Unit points{Dimension::percent, -2, false, "个百分点"};
inline constexpr Unit day{Dimension::day, 0, true, "日"};
} // namespace unit

/// A word for a unit, what it says, and how it should be printed.
struct UnitEntry {
    std::string_view word;
    std::string_view printed;
    Dimension dimension = Dimension::count;
    std::int8_t power = 0;
    bool exact = false;

    constexpr Unit unit() const { return Unit(dimension, power, exact, printed); }
};

/// Every word that is not simply a count. What is measured (㎡, 公里, 吨 …) is rounded like an amount; what is
/// counted is exact, and needs no entry here.
inline constexpr UnitEntry unit_words[] = {
    {"", "", Dimension::plain},
    {"元", "元", Dimension::money},
    {"圆", "元", Dimension::money},
    {"圓", "元", Dimension::money},
    {"%", "%", Dimension::percent, -2},
    {"％", "%", Dimension::percent, -2},
    {"﹪", "%", Dimension::percent, -2},
    {"‰", "‰", Dimension::percent, -3},
    {"个百分点", "个百分点", Dimension::percent, -2},
    {"個百分點", "个百分点", Dimension::percent, -2},
    {"百分点", "个百分点", Dimension::percent, -2},
    {"百分點", "个百分点", Dimension::percent, -2},
    {"㎡", "㎡"},
    {"m2", "㎡"},
    {"m²", "㎡"},
    {"平方米", "平方米"},
    {"平方公里", "平方公里"},
    {"立方米", "立方米"},
    {"公里", "公里"},
    {"千米", "千米"},
    {"km", "km"},
    {"米", "米"},
    {"亩", "亩"},
    {"畝", "亩"},
    {"公顷", "公顷"},
    {"公頃", "公顷"},
    {"吨", "吨"},
    {"噸", "吨"},
    {"千克", "千克"},
    {"公斤", "公斤"},
    {"kg", "kg"},
    {"小时", "小时"},
    {"小時", "小时"},
    {"年", "年"},
    {"千瓦时", "千瓦时"},
    {"千瓦", "千瓦"},
    {"千伏安", "千伏安"},
    {"KVA", "kVA"},
    {"kVA", "kVA"},
};

/// A multiplier before a unit: 万件 counts tens of thousands.
struct MultiplierEntry {
    std::string_view word;
    int power;
    std::string_view printed;
};

/// The longest that fit come first.
inline constexpr MultiplierEntry multipliers[] = {
    {"万亿", 12, "万亿"}, {"萬億", 12, "万亿"}, {"百万", 6, "百万"}, {"百萬", 6, "百万"}, {"千万", 7, "千万"},
    {"千萬", 7, "千万"},  {"十万", 5, "十万"},  {"十萬", 5, "十万"}, {"万", 4, "万"},     {"萬", 4, "万"},
    {"亿", 8, "亿"},      {"億", 8, "亿"},      {"千", 3, "千"},
};

namespace detail {

constexpr const UnitEntry* find_unit_word(std::string_view word) noexcept {
    for (const UnitEntry& entry : unit_words) {
        if (entry.word == word) return &entry;
    }
    return nullptr;
}

constexpr const MultiplierEntry* find_multiplier(std::string_view text) noexcept {
    for (const MultiplierEntry& entry : multipliers) {
        if (text.starts_with(entry.word)) return &entry;
    }
    return nullptr;
}

/// Letters and ideographs, and the marks that stand inside units (/ and · and raised digits).
constexpr bool may_stand_in_unit(char32_t c) noexcept {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'/';
    if (c < 0xC0) return c == 0xB2 || c == 0xB3 || c == 0xB5 || c == 0xB7;
    const bool mark = (c >= 0x2000 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) ||
                      (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) ||
                      (c >= 0x3030 && c <= 0x303F) || (c >= 0xFE10 && c <= 0xFE6F);
    const bool wide_mark = c >= 0xFF00 && c <= 0xFFEF && c != 0xFF0F && !(c >= 0xFF21 && c <= 0xFF3A) &&
                           !(c >= 0xFF41 && c <= 0xFF5A);
    return !mark && !wide_mark && !is_space(c) && !(c >= 0xE000 && c <= 0xF8FF) && c != 0xFFFD;
}

constexpr bool is_word_of_a_unit(std::string_view word) noexcept {
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = decode_utf8(word, at);
        if (c.length == 0 || !may_stand_in_unit(c.value)) return false;
        at += c.length;
    }
    return true;
}

/// `prefix` and `word`, one after the other, if they are short enough.
constexpr std::optional<Unit> joined_unit(Dimension dimension, int power, bool exact, std::string_view prefix,
                                          std::string_view word) noexcept {
    if (prefix.size() + word.size() > unit_word_max) return std::nullopt;
    Unit result(dimension, power, exact, prefix);
    for (const char c : word) result.word_[result.length++] = c;
    return result;
}

} // namespace detail

/// The unit that a word names; nothing if it cannot be the name of one.
/// Example: "" -> plain; "萬元" -> 万元; "万件" -> a count in 10^4; "元／盒" -> a price; "万元的" -> nothing
constexpr std::optional<Unit> unit_named(std::string_view word) noexcept {
    if (const UnitEntry* entry = detail::find_unit_word(word)) return entry->unit();
    if (word.size() > unit_word_max || !detail::is_word_of_a_unit(word)) return std::nullopt;

    // One thing per another: money per anything is a price, which is agreed and not rounded.
    for (const std::string_view stroke : {std::string_view("/"), std::string_view("／")}) {
        const std::size_t at = word.find(stroke);
        if (at == std::string_view::npos) continue;
        const std::string_view per = word.substr(at + stroke.size());
        const std::optional<Unit> top = unit_named(word.substr(0, at));
        if (!top || top->length == 0 || per.empty()) return std::nullopt;
        const bool is_price = top->dimension == Dimension::money || top->dimension == Dimension::price;
        const Dimension dimension = is_price ? Dimension::price : Dimension::count;
        std::optional<Unit> result =
            detail::joined_unit(dimension, top->power, is_price || top->exact, top->word(), "/");
        if (!result) return std::nullopt;
        return detail::joined_unit(dimension, top->power, result->exact, result->word(), per);
    }

    if (const MultiplierEntry* multiplier = detail::find_multiplier(word)) {
        const std::string_view rest = word.substr(multiplier->word.size());
        const UnitEntry* known = detail::find_unit_word(rest);
        if (known != nullptr && known->dimension == Dimension::percent) return std::nullopt;
        if (known == nullptr && !unit_named(rest)) return std::nullopt;
        const Dimension dimension = known != nullptr ? known->dimension : Dimension::count;
        const std::string_view printed = known != nullptr ? known->printed : rest;
        // Who counts in tens of thousands has rounded.
        return detail::joined_unit(dimension, multiplier->power, false, multiplier->printed, printed);
    }

    // "元的支出" is text that follows an amount, not the name of something counted.
    if (word.starts_with("元") || word.starts_with("%") || word.starts_with("百分")) return std::nullopt;
    return Unit(Dimension::count, 0, true, word);
}

} // namespace tieout

#endif // TIEOUT_NUMBERS_UNIT_HPP
