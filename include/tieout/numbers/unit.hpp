// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_UNIT_HPP
#define TIEOUT_NUMBERS_UNIT_HPP

// The units that a printed figure may carry (计量单位), and what each says about the figure.
//
//     unit_named("万元")   // money, a number of which is worth 10^4 元
//     unit_named("％")     // percent, printed as %
//     unit_named("批次")   // a count, and therefore exact
//     unit_named("元/盒")  // a price, exact too
//     unit_named("港币千元") // money of another currency, 千港元
//
// A unit is a dimension, a power of ten, and whether its figures are printed exactly. Money, percent and counts are
// different dimensions; a sum needs one. Each currency that a document names is a dimension of its own: nothing says what
// one is worth in another.

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

/// Currencies (币种). 元 alone is that of the document, whichever it is.
enum class Currency : std::uint8_t {
    own,
    hkd,
    mop,
    twd,
    usd,
    eur,
    gbp,
    jpy,
    krw,
    sgd,
    aud,
    cad,
    chf,
    rub,
    thb
};

/// Bytes that the word of a unit may have.
inline constexpr std::size_t unit_word_max = 24;

/// One unit as printed: a number n of it is worth n · 10^power in the base of its dimension (元, 1 for percent).
struct Unit {
    Dimension dimension = Dimension::plain;
    std::int8_t power = 0;
    bool exact = false;                ///< figures of this unit are not rounded when printed
    Currency currency = Currency::own; ///< of money and prices
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
constexpr bool same_dimension(const Unit& a, const Unit& b) noexcept {
    return a.dimension == b.dimension && a.currency == b.currency;
}

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
    Currency currency = Currency::own;

    constexpr Unit unit() const {
        Unit result(dimension, power, exact, printed);
        result.currency = currency;
        return result;
    }
};

/// Every word that is not simply a count. What is measured (㎡, 公里, 吨 …) is rounded like an amount; what is
/// counted is exact, and needs no entry here.
inline constexpr UnitEntry unit_words[] = {
    {"", "", Dimension::plain},
    {"元", "元", Dimension::money},
    {"圆", "元", Dimension::money},
    {"圓", "元", Dimension::money},
    {"元人民币", "元", Dimension::money},
    {"元人民幣", "元", Dimension::money},
    {"港元", "港元", Dimension::money, 0, false, Currency::hkd},
    {"港币", "港元", Dimension::money, 0, false, Currency::hkd},
    {"港幣", "港元", Dimension::money, 0, false, Currency::hkd},
    {"澳门元", "澳门元", Dimension::money, 0, false, Currency::mop},
    {"澳門元", "澳门元", Dimension::money, 0, false, Currency::mop},
    {"澳门币", "澳门元", Dimension::money, 0, false, Currency::mop},
    {"澳門幣", "澳门元", Dimension::money, 0, false, Currency::mop},
    {"新台币", "新台币", Dimension::money, 0, false, Currency::twd},
    {"新台幣", "新台币", Dimension::money, 0, false, Currency::twd},
    {"新臺幣", "新台币", Dimension::money, 0, false, Currency::twd},
    {"美元", "美元", Dimension::money, 0, false, Currency::usd},
    {"美金", "美元", Dimension::money, 0, false, Currency::usd},
    {"欧元", "欧元", Dimension::money, 0, false, Currency::eur},
    {"歐元", "欧元", Dimension::money, 0, false, Currency::eur},
    {"英镑", "英镑", Dimension::money, 0, false, Currency::gbp},
    {"英鎊", "英镑", Dimension::money, 0, false, Currency::gbp},
    {"日元", "日元", Dimension::money, 0, false, Currency::jpy},
    {"日圆", "日元", Dimension::money, 0, false, Currency::jpy},
    {"日圓", "日元", Dimension::money, 0, false, Currency::jpy},
    {"韩元", "韩元", Dimension::money, 0, false, Currency::krw},
    {"韓元", "韩元", Dimension::money, 0, false, Currency::krw},
    {"新加坡元", "新加坡元", Dimension::money, 0, false, Currency::sgd},
    {"澳元", "澳元", Dimension::money, 0, false, Currency::aud},
    {"加元", "加元", Dimension::money, 0, false, Currency::cad},
    {"瑞士法郎", "瑞士法郎", Dimension::money, 0, false, Currency::chf},
    {"卢布", "卢布", Dimension::money, 0, false, Currency::rub},
    {"盧布", "卢布", Dimension::money, 0, false, Currency::rub},
    {"泰铢", "泰铢", Dimension::money, 0, false, Currency::thb},
    {"泰銖", "泰铢", Dimension::money, 0, false, Currency::thb},
    {"%", "%", Dimension::percent, -2},
    {"％", "%", Dimension::percent, -2},
    {"﹪", "%", Dimension::percent, -2},
    {"‰", "‰", Dimension::percent, -3},
    {"个百分点", "个百分点", Dimension::percent, -2},
    {"個百分點", "个百分点", Dimension::percent, -2},
    {"百分点", "个百分点", Dimension::percent, -2},
    {"百分點", "个百分点", Dimension::percent, -2},
    {"倍", "倍", Dimension::plain},
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

/// The longest that fit come first. 兆 multiplies money only: 兆瓦 is 10^6 瓦.
inline constexpr MultiplierEntry multipliers[] = {
    {"万亿", 12, "万亿"}, {"萬億", 12, "万亿"}, {"千亿", 11, "千亿"}, {"千億", 11, "千亿"},
    {"百亿", 10, "百亿"}, {"百億", 10, "百亿"}, {"十亿", 9, "十亿"},  {"十億", 9, "十亿"},
    {"百万", 6, "百万"},  {"百萬", 6, "百万"},  {"千万", 7, "千万"},  {"千萬", 7, "千万"},
    {"十万", 5, "十万"},  {"十萬", 5, "十万"},  {"万", 4, "万"},      {"萬", 4, "万"},
    {"亿", 8, "亿"},      {"億", 8, "亿"},      {"兆", 12, "兆"},     {"千", 3, "千"},
};

/// What is printed before an amount and says in which currency it is (货币符号), and the unit of that currency.
struct CurrencySign {
    std::string_view sign;
    std::string_view unit;
};

/// The longest that fit come first, also seen from behind: US$ before $.
inline constexpr CurrencySign currency_signs[] = {
    {"人民币", "元"},     {"人民幣", "元"},     {"RMB", "元"},     {"CNY", "元"},        {"¥", "元"},
    {"￥", "元"},         {"港币", "港元"},     {"港幣", "港元"},  {"HKD", "港元"},      {"HK$", "港元"},
    {"澳门币", "澳门元"}, {"澳門幣", "澳门元"}, {"MOP", "澳门元"}, {"新台币", "新台币"}, {"新台幣", "新台币"},
    {"新臺幣", "新台币"}, {"NT$", "新台币"},    {"NTD", "新台币"}, {"TWD", "新台币"},    {"美金", "美元"},
    {"USD", "美元"},      {"US$", "美元"},      {"EUR", "欧元"},   {"€", "欧元"},        {"GBP", "英镑"},
    {"£", "英镑"},        {"￡", "英镑"},       {"JPY", "日元"},   {"SGD", "新加坡元"},  {"S$", "新加坡元"},
    {"A$", "澳元"},       {"AUD", "澳元"},      {"CAD", "加元"},   {"CHF", "瑞士法郎"},  {"$", "元"},
};

namespace detail {

constexpr const UnitEntry* find_unit_word(std::string_view word) noexcept {
    for (const UnitEntry& entry : unit_words) {
        if (entry.word == word) return &entry;
    }
    return nullptr;
}

/// The sign of a currency with which a text begins, or with which it ends.
constexpr const CurrencySign* find_sign_at_front(std::string_view text) noexcept {
    for (const CurrencySign& entry : currency_signs)
        if (text.starts_with(entry.sign)) return &entry;
    return nullptr;
}
constexpr const CurrencySign* find_sign_at_end(std::string_view text) noexcept {
    for (const CurrencySign& entry : currency_signs)
        if (text.ends_with(entry.sign)) return &entry;
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

/// The unit of money in another currency: 千元 and 港元 make 千港元; nothing if `money` is none, or has one already.
constexpr std::optional<Unit> in_currency(const Unit& money, std::string_view currency_unit) noexcept {
    const UnitEntry* const entry = detail::find_unit_word(currency_unit);
    constexpr std::string_view own = "元";
    if (entry == nullptr || money.dimension != Dimension::money || !money.word().ends_with(own) ||
        (money.currency != Currency::own && money.currency != entry->currency))
        return std::nullopt;
    if (money.currency == entry->currency) return money;
    const std::string_view prefix = money.word().substr(0, money.word().size() - own.size());
    std::optional<Unit> result =
        detail::joined_unit(Dimension::money, money.power, money.exact, prefix, entry->printed);
    if (result) result->currency = entry->currency;
    return result;
}

/// The unit that a word names; nothing if it cannot be the name of one.
/// Example: "" -> plain; "萬元" -> 万元; "万件" -> a count in 10^4; "元／盒" -> a price; "万元的" -> nothing
constexpr std::optional<Unit> unit_named(std::string_view word) noexcept {
    if (const UnitEntry* entry = detail::find_unit_word(word)) return entry->unit();
    // 港币千元: the currency stands first.
    if (const CurrencySign* sign = detail::find_sign_at_front(word)) {
        const std::string_view rest = word.substr(sign->sign.size());
        if (rest.empty()) return unit_named(sign->unit);
        const std::optional<Unit> money = unit_named(rest);
        if (money && money->dimension == Dimension::money) return in_currency(*money, sign->unit);
    }
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
        result = detail::joined_unit(dimension, top->power, result->exact, result->word(), per);
        if (result) result->currency = top->currency;
        return result;
    }

    if (const MultiplierEntry* multiplier = detail::find_multiplier(word)) {
        const std::string_view rest = word.substr(multiplier->word.size());
        const UnitEntry* known = detail::find_unit_word(rest);
        if (known != nullptr && known->dimension == Dimension::percent) return std::nullopt;
        if (known == nullptr && !unit_named(rest)) return std::nullopt;
        const Dimension dimension = known != nullptr ? known->dimension : Dimension::count;
        const std::string_view printed = known != nullptr ? known->printed : rest;
        if (multiplier->word == "兆" && dimension == Dimension::count) return Unit(dimension, 0, false, word);
        // Who counts in tens of thousands has rounded.
        std::optional<Unit> result =
            detail::joined_unit(dimension, multiplier->power, false, multiplier->printed, printed);
        if (result && known != nullptr) result->currency = known->currency;
        return result;
    }

    // "元的支出" is text that follows an amount, not the name of something counted.
    if (word.starts_with("元") || word.starts_with("%") || word.starts_with("百分")) return std::nullopt;
    return Unit(Dimension::count, 0, true, word);
}

} // namespace tieout

#endif // TIEOUT_NUMBERS_UNIT_HPP
