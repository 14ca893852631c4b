// SPDX-License-Identifier: MIT
#include <tieout/numbers/typed.hpp>

#include <tieout/numbers/printed.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace tieout {

namespace {

/// Text that is left of what was typed, and where in it that began.
struct Rest {
    std::string_view text;
    std::size_t offset = 0;

    void drop_front(std::size_t bytes) {
        text.remove_prefix(bytes);
        offset += bytes;
    }
    bool take_front(std::string_view word) {
        if (!text.starts_with(word)) return false;
        drop_front(word.size());
        return true;
    }
    bool take_back(std::string_view word) {
        if (!text.ends_with(word)) return false;
        text.remove_suffix(word.size());
        return true;
    }
    void trim() {
        for (CodePoint c; (c = decode_utf8(text, 0)).length != 0 && is_space(c.value);) drop_front(c.length);
        for (std::size_t at = text.size(); at > 0;) {
            --at;
            if (continues_utf8(text[at])) continue;
            if (const CodePoint c = decode_utf8(text, at); !is_space(c.value)) return;
            text = text.substr(0, at);
        }
    }
};

NumberError at(NumberFault fault, const Rest& rest, std::size_t behind = 0) {
    return {fault, rest.offset + behind};
}

/// Takes a pair of brackets that stands around everything.
bool take_brackets(Rest& rest) {
    for (const auto& [open, close] : {std::pair{"(", ")"}, std::pair{"（", "）"}}) {
        if (!rest.text.starts_with(open) || !rest.text.ends_with(close)) continue;
        rest.take_front(open);
        rest.take_back(close);
        rest.trim();
        return true;
    }
    return false;
}

/// 人民币, ¥ …: what says that an amount is one. A $ may be of any dollar.
bool take_currency(Rest& rest) {
    const CurrencySign* const sign = detail::find_sign_at_front(rest.text);
    if (sign == nullptr || sign->unit != term_of(MoneyUnit::yuan) || sign->sign == "$") return false;
    rest.drop_front(sign->sign.size());
    rest.trim();
    return true;
}

// ── amounts in words ──

/// What a character is worth in an amount in words (大写金额).
struct Word {
    std::string_view word;
    std::uint8_t digit;
    std::uint8_t power;
};
constexpr std::array amount_words{
    Word{"零", 0, 0}, Word{"〇", 0, 0}, Word{"壹", 1, 0}, Word{"一", 1, 0}, Word{"贰", 2, 0},
    Word{"貳", 2, 0}, Word{"二", 2, 0}, Word{"两", 2, 0}, Word{"叁", 3, 0}, Word{"參", 3, 0},
    Word{"三", 3, 0}, Word{"肆", 4, 0}, Word{"四", 4, 0}, Word{"伍", 5, 0}, Word{"五", 5, 0},
    Word{"陆", 6, 0}, Word{"陸", 6, 0}, Word{"六", 6, 0}, Word{"柒", 7, 0}, Word{"七", 7, 0},
    Word{"捌", 8, 0}, Word{"八", 8, 0}, Word{"玖", 9, 0}, Word{"九", 9, 0}, Word{"拾", 0, 1},
    Word{"十", 0, 1}, Word{"佰", 0, 2}, Word{"百", 0, 2}, Word{"仟", 0, 3}, Word{"千", 0, 3},
    Word{"万", 0, 4}, Word{"萬", 0, 4}, Word{"亿", 0, 8}, Word{"億", 0, 8}};

constexpr std::array<std::string_view, 3> yuan_words{"元", "圆", "圓"};

std::int64_t power_of_ten(int power) {
    std::int64_t value = 1;
    for (int i = 0; i < power; ++i) value *= 10;
    return value;
}

/// Reads 壹仟贰佰叁拾肆元伍角陆分, with 元, 角 and 分, or some of them.
class AmountInWords {
  public:
    explicit AmountInWords(Rest& rest) : rest_(rest) {}

    /// Nothing where the words make no amount.
    std::optional<Decimal> read() {
        std::optional<std::int64_t> yuan;
        if (const Word* const word = peek(); word == nullptr) return std::nullopt;
        std::optional<std::int64_t> number = whole();
        if (!number) return std::nullopt;
        if (take_one_of(yuan_words)) {
            yuan = *number;
            if (rest_.text.empty()) return Decimal(*yuan);
            // 壹拾元零伍分
            while (peek() != nullptr && peek()->digit == 0 && peek()->power == 0) next();
            number = one_digit();
            if (!number) return std::nullopt;
        }
        // 角 and 分 have one digit.
        if (*number > 9) return std::nullopt;
        Decimal value(yuan.value_or(0));
        if (rest_.take_front("角")) {
            value += Decimal::of(*number, 1);
            if (rest_.text.empty()) return value;
            number = one_digit();
            if (!number) return std::nullopt;
        }
        if (!rest_.take_front("分")) return std::nullopt;
        return value + Decimal::of(*number, 2);
    }

  private:
    [[nodiscard]] const Word* peek() const {
        for (const Word& word : amount_words)
            if (rest_.text.starts_with(word.word)) return &word;
        return nullptr;
    }
    void next() { rest_.drop_front(peek()->word.size()); }
    bool take_one_of(std::span<const std::string_view> words) {
        for (const std::string_view word : words)
            if (rest_.take_front(word)) return true;
        return false;
    }
    std::optional<std::int64_t> one_digit() {
        const Word* const word = peek();
        if (word == nullptr || word->power != 0 || word->digit == 0) return std::nullopt;
        next();
        return word->digit;
    }

    /// What stands before 亿, 万 and 元: 壹仟零伍拾. At most 9999; nothing where it is not written so.
    std::optional<std::int64_t> section() {
        std::int64_t value = 0;
        int below = 4;
        bool any = false;
        bool zero = false;
        for (const Word* word = peek(); word != nullptr && word->power < 4; word = peek()) {
            if (word->power == 0 && word->digit == 0) {
                if (zero) return std::nullopt;
                zero = true;
                next();
                continue;
            }
            std::int64_t digit = word->digit;
            if (word->power == 0) {
                next();
                word = peek();
            } else if (word->power == 1 && !any) {
                digit = 1; // 拾元
            } else {
                return std::nullopt;
            }
            int power = 0;
            if (word != nullptr && word->power >= 1 && word->power <= 3) {
                power = word->power;
                next();
            }
            if (power >= below) return std::nullopt;
            value += digit * power_of_ten(power);
            below = power;
            any = true;
            zero = false;
        }
        if (!any && !zero) return std::nullopt;
        return value;
    }

    std::optional<std::int64_t> whole() {
        std::int64_t value = 0;
        int above = 12;
        for (;;) {
            const std::optional<std::int64_t> part = section();
            if (!part) return std::nullopt;
            const Word* const word = peek();
            if (word == nullptr || word->power < 4) return value + *part;
            if (word->power >= above || *part == 0) return std::nullopt;
            value += *part * power_of_ten(word->power);
            above = word->power;
            next();
            const Word* const more = peek();
            if (more == nullptr || more->power >= 4)
                return more == nullptr ? std::optional(value) : std::nullopt;
        }
    }

    Rest& rest_;
};

/// The number with its unit, in digits or in words.
Result<Money, NumberError> amount(Rest rest, MoneyUnit unit) {
    // 元整: exactly so much.
    bool whole = false;
    for (const std::string_view word : {"整", "正"}) whole = whole || rest.take_back(word);
    const Printed printed = read_printed(rest.text);
    if (printed.state == State::value && printed.note == 0) {
        if (!printed.unit) {
            if (whole) return fail(at(NumberFault::trailing_text, rest, rest.text.size()));
            return Money(printed.value, unit);
        }
        const Unit& typed = *printed.unit;
        const MultiplierEntry* const multiplier = detail::find_multiplier(typed.word());
        const bool multiplier_alone = multiplier != nullptr && multiplier->word == typed.word();
        const bool is_yuan = typed.dimension == Dimension::money && typed.currency == Currency::own;
        if ((!is_yuan && !multiplier_alone) || rest.text.find('$') != rest.text.npos)
            return fail(at(NumberFault::trailing_text, rest));
        MoneyUnit nearest = MoneyUnit::yuan;
        for (const MoneyUnitEntry& entry : money_units)
            if (entry.power <= typed.power) nearest = entry.unit;
        const std::int64_t scale = std::int64_t{printed.value.scale} - (typed.power - power_of(nearest));
        if (scale < -decimal_scale_max) return fail(at(NumberFault::scale_out_of_range, rest));
        return Money(shifted(printed.value, typed.power - power_of(nearest)), nearest);
    }
    Rest words = rest;
    if (const std::optional<Decimal> in_words = AmountInWords(words).read()) {
        if (words.text.empty()) return Money(*in_words, MoneyUnit::yuan);
    }
    if (words.offset > rest.offset) return fail(at(NumberFault::trailing_text, words));
    switch (printed.state) {
    case State::blank:
        return fail(at(NumberFault::empty, rest));
    case State::unreadable:
        return fail(at(printed.error.fault, rest, printed.error.offset));
    default:
        return fail(at(printed.note != 0 ? NumberFault::trailing_text : NumberFault::not_a_number, rest,
                       printed.note));
    }
}

} // namespace

Result<Money, NumberError> parse_money(std::string_view text, MoneyUnit unit) {
    Rest rest{text};
    rest.trim();
    const bool bracketed = take_brackets(rest);
    const bool currency = take_currency(rest);
    Result<Money, NumberError> read = amount(rest, unit);
    if (!read) return read;
    // Two ways of saying that it is negative may be one, or not.
    if (bracketed && (sign(*read) < 0 || rest.text.starts_with('+')))
        return fail(at(NumberFault::not_a_number, rest));
    // A form that asks in 万元 and is given ¥5 was given 5元, or was it?
    if (currency && unit != MoneyUnit::yuan && read->unit == unit && !read_printed(rest.text).unit)
        return fail(at(NumberFault::trailing_text, rest, rest.text.size()));
    return bracketed ? Money(-read->amount, read->unit) : *read;
}

Result<Percent, NumberError> parse_percent(std::string_view text) {
    Rest rest{text};
    rest.trim();
    const bool bracketed = take_brackets(rest);
    const Printed printed = read_printed(rest.text);
    if (printed.state == State::blank) return fail(at(NumberFault::empty, rest));
    if (printed.state == State::unreadable) return fail(at(printed.error.fault, rest, printed.error.offset));
    if (printed.state != State::value) return fail(at(NumberFault::not_a_number, rest));
    const bool is_percent =
        !printed.unit || *printed.unit == unit::percent || *printed.unit == unit::permille;
    if (!is_percent || printed.note != 0) return fail(at(NumberFault::trailing_text, rest, printed.note));
    if (bracketed && (sign(printed.value) < 0 || rest.text.starts_with('+')))
        return fail(at(NumberFault::not_a_number, rest));
    if (printed.value.scale >= decimal_scale_max) return fail(at(NumberFault::scale_out_of_range, rest));
    const Percent read = printed.unit && *printed.unit == unit::permille ? Percent::of_permille(printed.value)
                                                                         : Percent(printed.value);
    return bracketed ? -read : read;
}

} // namespace tieout
