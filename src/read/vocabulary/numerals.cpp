// SPDX-License-Identifier: MIT
#include "read/vocabulary/numerals.hpp"

#include "read/vocabulary/english.hpp"
#include "read/vocabulary/number_words.hpp"
#include "read/vocabulary/units.hpp"
#include "read/vocabulary/words.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/printed.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tieout::detail {

namespace {

/// What may follow digits and makes them a time, which is no figure that could tie out.
constexpr std::array<std::string_view, 13> times{"年", "月", "日", "天",       "周",   "小时",  "分钟",
                                                 "秒", "点", "时", "个工作日", "个月", "个小时"};

/// What follows the digits of a name or a number that identifies something.
constexpr std::array<std::string_view, 7> names{"号", "热线", "路", "楼", "室", "大", "届"};

bool is_number_byte(char c) noexcept { return is_digit(c) || c == '.' || c == ','; }

bool is_latin(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What counts in words, and goes on as another word: 十部门, 十二条例.
constexpr std::array<std::string_view, 8> longer_words{"部门", "项目", "条例", "类别",
                                                       "家庭", "名称", "名录", "个体"};

constexpr std::string_view wide_comma = "，";

class Reader {
  public:
    explicit Reader(std::string_view passage, const std::optional<Unit>& of_all = std::nullopt)
        : text_(passage), of_all_(of_all) {}

    std::vector<Numeral> all() {
        std::vector<Numeral> found;
        for (std::size_t at = 0; at < text_.size();) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            if (is_digit(text_[at])) {
                std::size_t end = at;
                while (end < text_.size() && is_number_byte(text_[end])) ++end;
                while (end > at && !is_digit(text_[end - 1])) --end;
                std::size_t next = end;
                if (std::optional<Numeral> numeral = one(at, end, next)) found.push_back(std::move(*numeral));
                at = std::max(next, end);
            } else if (byte >= 0xE3 && byte <= 0xE9) {
                const CodePoint c = decode_utf8(text_, at);
                std::size_t next = at + std::max<std::size_t>(c.length, 1);
                if (is_number_word(c.value))
                    if (std::optional<Numeral> numeral = in_words(at, next))
                        found.push_back(std::move(*numeral));
                at = next;
            } else {
                ++at;
            }
        }
        return found;
    }

  private:
    /// Whether the digits that begin at `begin` belong to a name, a date, a document.
    [[nodiscard]] static bool is_named(std::string_view before) noexcept {
        return before.ends_with("第") || before.ends_with("〔") || before.ends_with("[") ||
               (!before.empty() && (is_latin(before.back()) || before.back() == '_'));
    }

    /// Where a run of digits ends that goes on behind full-width commas in groups of three. The writer of the passage has
    /// made ',' of those that nobody can take for anything else: what is left may as well be a list.
    [[nodiscard]] std::size_t end_of_groups(std::size_t begin, std::size_t end) const noexcept {
        const std::string_view digits_read = text_.substr(begin, end - begin);
        if (digits_read.size() > 3 || digits_read.find_first_of(".,") != digits_read.npos) return end;
        for (;;) {
            if (!text_.substr(end).starts_with(wide_comma)) return end;
            std::size_t at = end + wide_comma.size();
            std::size_t digits = 0;
            while (at < text_.size() && is_digit(text_[at])) ++at, ++digits;
            if (digits != 3) return end;
            end = at;
            if (at + 1 < text_.size() && text_[at] == '.' && is_digit(text_[at + 1])) {
                ++at;
                while (at < text_.size() && is_digit(text_[at])) ++at;
                return at;
            }
        }
    }

    /// 2兆100亿, 3亿5000万: the number goes on in a smaller multiplier. `at` becomes the end of its last digits.
    void take_compound(std::size_t& at, Decimal& value, std::string& text) const {
        for (;;) {
            const MultiplierEntry* const upper = find_multiplier(text_.substr(at));
            if (upper == nullptr || value.scale != 0) return;
            const std::size_t begin = at + upper->word.size();
            std::size_t end = begin;
            while (end < text_.size() && is_number_byte(text_[end])) ++end;
            while (end > begin && !is_digit(text_[end - 1])) --end;
            if (end == begin) return;
            std::string digits;
            for (const char c : text_.substr(begin, end - begin))
                if (c != ',') digits += c;
            const auto lower_value = parse_decimal(digits);
            const MultiplierEntry* const lower = find_multiplier(text_.substr(end));
            const int power = upper->power - (lower == nullptr ? 0 : lower->power);
            if (!lower_value || power <= 0 ||
                counter_at(text_.substr(end + (lower ? lower->word.size() : 0)), false).empty())
                // 3亿5000万2千 goes on.
                if (!lower_value || power <= 0 || lower == nullptr ||
                    end + lower->word.size() >= text_.size() || !is_digit(text_[end + lower->word.size()]))
                    return;
            const auto raised = rescaled(shifted(value, power), 0);
            if (!raised || *lower_value >= shifted(Decimal{1}, power)) return;
            value = *raised + *lower_value;
            text.append(upper->word).append(digits);
            at = end;
        }
    }

    /// The figure whose digits are [begin, end); `next` is where to go on.
    std::optional<Numeral> one(std::size_t begin, std::size_t end, std::size_t& next) {
        std::string_view before = text_.substr(0, begin);
        bool negative = false;
        bool range_ends = false;
        const std::string_view currency = take_currency(before);
        if (currency.empty() && is_named(before)) return std::nullopt;
        if (!before.empty() && (before.back() == '-' || before.back() == '~')) {
            const char previous = before.size() > 1 ? before[before.size() - 2] : ' ';
            if (is_digit(previous) || previous == '%' || is_latin(previous)) {
                range_ends = true;
            } else {
                negative = before.back() == '-';
                if (negative) before.remove_suffix(1);
            }
        }
        if (before.ends_with("—") || before.ends_with("至")) {
            const std::string_view rest = before.substr(0, before.size() - 3);
            range_ends = !rest.empty() && (is_digit(rest.back()) || rest.back() == '%');
        }
        Numeral numeral;
        numeral.begin = static_cast<std::uint32_t>(before.size());
        if (currency.empty() && !negative) numeral.begin = static_cast<std::uint32_t>(begin);

        const std::size_t grouped = end_of_groups(begin, end);
        const bool ambiguous = grouped != end;
        end = next = grouped;
        Figure& figure = numeral.figure;
        if (negative) figure.text += '-';
        for (const char c : text_.substr(begin, end - begin))
            if (c != ',') figure.text += c;
        if (!ambiguous) {
            const Result<Decimal, NumberError> value = parse_decimal(figure.text);
            if (!value) return std::nullopt;
            figure.value = *value;
            if (!negative) take_compound(end, figure.value, figure.text);
        }
        return with_unit(std::move(numeral), {before, end, currency, range_ends, ambiguous}, next);
    }

    /// What is known of a number before its unit is looked for.
    struct Found {
        std::string_view before; ///< the text before it, its sign and currency
        std::size_t end = 0;     ///< behind its digits
        std::string_view currency{};
        bool range_ends = false;
        bool ambiguous = false;
    };

    std::optional<Numeral> with_unit(Numeral numeral, const Found& found, std::size_t& next) {
        const std::string_view before = found.before;
        std::size_t at = found.end;
        std::string_view after = text_.substr(at);
        const auto skip = [&](std::string_view word) {
            at += word.size();
            after.remove_prefix(word.size());
        };
        Figure& figure = numeral.figure;
        bool approximate = approximate_before(before) != nullptr || found.range_ends;
        // 2-40个工作日, 80%~90%, 12333-1, 2020-06-18: a range or a name.
        for (const std::string_view mark : {"-", "~", "—", "至"})
            if (begins_with(after, mark) && after.size() > mark.size() && is_digit(after[mark.size()]))
                approximate = true;
        // The number of a footnote between a figure and its unit: 100[1]万元.
        if (const std::size_t note = footnote_length(after); note > 0)
            if (unit_at(after.substr(note), found.currency).unit) skip(after.substr(0, note));
        if (after.starts_with(" ")) skip(" ");
        if (const ApproximateWord* const word = approximate_after(after, WordPlace::within)) {
            approximate = true;
            skip(word->word);
        }
        if (!begins_with_any(after, times).empty() && !after.starts_with("天然")) {
            next = at;
            return std::nullopt;
        }
        // 6.0：46.9：47.1 is a ratio of several.
        for (const std::string_view colon : {"：", ":", "∶"}) {
            const std::string_view behind = after.substr(std::min(colon.size(), after.size()));
            const bool first = after.starts_with(colon) && !behind.empty() && is_digit(behind.front());
            const std::string_view ahead =
                before.ends_with(colon) ? before.substr(0, before.size() - colon.size()) : std::string_view();
            // (2021/22: £41 million), £64: £40 for training
            const bool later = found.currency.empty() && !ahead.empty() && is_digit(ahead.back());
            if (first || later) return std::nullopt;
        }
        // RMB 1,200 million, of which 700 million: the currency is that of the figure before.
        if (!found.currency.empty()) currency_before_ = found.currency;
        UnitRead unit = unit_at(after, found.currency);
        if (!unit.unit && !after.empty() && is_latin(after.front()) && !currency_before_.empty())
            if (const UnitRead of_before = unit_at(after, currency_before_); of_before.length > 0)
                unit = of_before;
        approximate = approximate || unit.approximate;
        if (unit.unit) {
            figure.unit = *unit.unit;
            skip(after.substr(0, unit.length));
            numeral.sort = sort_of(figure.unit);
        } else if (of_all_ && !found.ambiguous && is_amount_of_all(before, after, figure)) {
            figure.unit = *of_all_;
            numeral.sort = Sort::amount;
        } else if (!found.ambiguous && figure.value.scale == 0 && found.currency.empty() &&
                   counts_in_english(before, text_.substr(before.size(), found.end - before.size()),
                                     text_.substr(found.end))) {
            numeral.sort = Sort::plain; // 12,400 visits
        } else if (found.ambiguous || !is_amount_without_unit(before, after, figure)) {
            return std::nullopt;
        } else {
            figure.unit_missing = true;
            numeral.sort = figure.value.scale == 0 ? Sort::score : Sort::plain;
            if (numeral.sort == Sort::score) figure.unit = *unit_named("分");
        }
        if (approximate_after(after, WordPlace::after) != nullptr) approximate = true;
        figure.state = found.ambiguous ? State::unreadable : approximate ? State::approximate : State::value;
        figure.bare_zero = is_zero(figure.value) && figure.value.scale == 0;
        numeral.end = static_cast<std::uint32_t>(at);
        next = at;
        return numeral;
    }

    /// Where words before give the unit of all: digits with decimals, or behind the name of an amount.
    [[nodiscard]] static bool is_amount_of_all(std::string_view before, std::string_view after,
                                               const Figure& figure) noexcept {
        if (!begins_with_any(after, names).empty() || after.starts_with(".") || !may_lack_unit(before, after))
            return false;
        return figure.value.scale > 0 || names_money(before);
    }

    /// Without a unit only digits with decimals say an amount; 12345 and 26 alone may be anything.
    [[nodiscard]] static bool is_amount_without_unit(std::string_view before, std::string_view after,
                                                     const Figure& figure) noexcept {
        if (!begins_with_any(after, names).empty() || (!after.empty() && is_latin(after.front())))
            return false;
        if (is_zero(figure.value) && figure.value.scale == 0) return false;
        // 0.15、-5.64、1.34个百分点: the unit of all stands behind the last.
        for (const std::string_view mark : {"、", "和", "与"})
            if (begins_with(after, mark) && after.size() > mark.size() &&
                (is_digit(after[mark.size()]) || after[mark.size()] == '-'))
                return false;
        if (figure.value.scale == 0 && !before.ends_with("得分") && !before.ends_with("得分为") &&
            !before.ends_with("得分：") && !before.ends_with("总分"))
            return false;
        // 1.主要职能, 2.5.1: the numbers of lists; 11.2 of a date has no label before it.
        return !after.starts_with(".");
    }

    /// Takes the sign of a currency off the end: HK$, 澳门币. The unit of that currency; empty if there is none.
    static std::string_view take_currency(std::string_view& before) noexcept {
        std::string_view rest = before;
        if (rest.ends_with(" ")) rest.remove_suffix(1);
        const CurrencySign* const sign = find_sign_at_end(rest);
        if (sign == nullptr) return {};
        rest.remove_suffix(sign->sign.size());
        // The letters of another word are no sign.
        if (is_latin(sign->sign.front()) && !rest.empty() && is_latin(rest.back())) return {};
        before = rest;
        return sign->unit;
    }

    /// A number in words that begins at `begin`; `next` becomes where to go on.
    std::optional<Numeral> in_words(std::size_t begin, std::size_t& next) const {
        const std::string_view before = text_.substr(0, begin);
        const bool percent = before.ends_with("百分之");
        std::size_t length = 0;
        const std::optional<NumberInWords> number = number_in_words(text_.substr(begin), length, percent);
        next = std::max(next, begin + length);
        if (!number || is_part_of_words(before) || (!before.empty() && is_digit(before.back())))
            return std::nullopt;
        Numeral numeral;
        numeral.begin = static_cast<std::uint32_t>(begin);
        Figure& figure = numeral.figure;
        figure.value = number->value;
        figure.text = text_.substr(begin, number->length);
        std::string_view after = text_.substr(next);
        bool approximate = approximate_before(before) != nullptr;
        if (percent) {
            figure.unit = unit::percent;
            // 百分之五十 stands for 50.
            if (const auto whole = rescaled(shifted(figure.value, multiplier_power(number->multiplier)), 0);
                whole && !number->multiplier.empty())
                figure.value = *whole;
            numeral.begin -= static_cast<std::uint32_t>(std::string_view("百分之").size());
        } else {
            if (const ApproximateWord* const word = approximate_after(after, WordPlace::within)) {
                approximate = true;
                next += word->word.size();
                after.remove_prefix(word->word.size());
            }
            if (!begins_with_any(after, times).empty() || !begins_with_any(after, longer_words).empty())
                return std::nullopt;
            for (const std::string_view points : {"个百分点", "百分点"})
                if (begins_with(after, points) && number->multiplier.empty()) {
                    figure.unit = unit::points;
                    next += points.size();
                    after.remove_prefix(points.size());
                }
            if (figure.unit == unit::plain) {
                const std::string_view counted = counter_at(after, false);
                if (counted.empty()) return std::nullopt;
                const std::optional<Unit> unit = unit_named(std::string(number->multiplier).append(counted));
                if (!unit) return std::nullopt;
                figure.unit = *unit;
                next += counted.size();
                after.remove_prefix(counted.size());
            }
        }
        if (approximate_after(after, WordPlace::after) != nullptr) approximate = true;
        figure.state = approximate ? State::approximate : State::value;
        numeral.sort = sort_of(figure.unit);
        numeral.end = static_cast<std::uint32_t>(next);
        return numeral;
    }

    static int multiplier_power(std::string_view multiplier) noexcept {
        const MultiplierEntry* const entry = find_multiplier(multiplier);
        return entry == nullptr ? 0 : entry->power;
    }

    std::string_view text_;
    std::optional<Unit> of_all_{};
    std::string_view currency_before_{};
};

} // namespace

Sort sort_of(const Unit& unit) noexcept {
    switch (unit.dimension) {
    case Dimension::money:
        return Sort::amount;
    case Dimension::price:
        return Sort::price;
    case Dimension::percent:
        return unit.word() == unit::points.word() ? Sort::points : Sort::percent;
    case Dimension::count:
        return unit.word() == "分" ? Sort::score : Sort::count;
    case Dimension::plain:
        return unit.word() == "倍" ? Sort::times : Sort::plain;
    case Dimension::day:
        break;
    }
    return Sort::plain;
}

std::vector<Numeral> numerals(std::string_view passage) { return Reader(passage).all(); }
std::vector<Numeral> numerals(std::string_view passage, const std::optional<Unit>& of_all) {
    return Reader(passage, of_all).all();
}

namespace {

/// What stands between the brackets that a cell begins and ends with, and a % behind them; empty if it is no number alone.
std::string within_brackets(std::string_view cell) {
    std::string inside;
    bool percent = false;
    for (const std::string_view sign : {"%", "％"})
        if (cell.ends_with(sign)) {
            cell.remove_suffix(sign.size());
            percent = true;
        }
    const auto cut = [&](std::string_view open, std::string_view close) {
        if (!cell.starts_with(open) || !cell.ends_with(close) || cell.size() <= open.size() + close.size())
            return;
        inside = cell.substr(open.size(), cell.size() - open.size() - close.size());
    };
    cut("（", "）");
    cut("(", ")");
    const char first = inside.empty() ? '\0' : inside.front();
    if (!is_digit(first) && !inside.starts_with("¥") && !inside.starts_with("$") && !inside.starts_with("£"))
        return {};
    if (percent) inside += '%';
    const Printed read = read_printed(inside);
    const bool unit = read.unit && read.unit->dimension != Dimension::money && *read.unit != unit::percent;
    return read.state == State::value && !unit ? inside : std::string();
}

/// The digits of a cell without separators and width, with a minus or the brackets before them.
std::string digits_of(std::string_view cell, const Figure& figure, bool bracketed) {
    std::string text;
    if (bracketed)
        text = "(";
    else if (is_negative(figure.value))
        text = "-";
    const std::size_t bare = text.size();
    for (std::size_t at = 0; at < cell.size();) {
        const CodePoint c = decode_utf8(cell, at);
        at += std::max<std::size_t>(c.length, 1);
        const char narrow_c = narrow(c.value);
        if (is_digit(narrow_c) || (narrow_c == '.' && text.size() > bare))
            text += narrow_c;
        else if (text.size() > bare && narrow_c != ',' && narrow_c != ' ')
            break;
    }
    if (bracketed) text += ')';
    return text;
}

} // namespace

namespace {

/// 12.30 and 98.5%, as nearly all cells are: no words, brackets, separators or marks to be looked for. False of anything
/// else, and of −0.00, which is printed without its sign.
bool take_short_number(std::string_view cell, Figure& figure) {
    const bool percent = cell.ends_with('%');
    const ShortNumber number = parse_short(percent ? cell.substr(0, cell.size() - 1) : cell);
    if (!number) return false;
    figure.value = number.decimal();
    if (is_zero(figure.value) && cell.starts_with('-')) return false;
    figure.state = State::value;
    figure.bare_zero = is_zero(figure.value) && figure.value.scale == 0;
    if (percent) figure.unit = unit::percent;
    figure.text = percent ? cell.substr(0, cell.size() - 1) : cell;
    return true;
}

} // namespace

bool is_bracketed(std::string_view cell) { return !within_brackets(cell).empty(); }

Figure cell_figure(std::string_view cell) {
    Figure figure;
    if (take_short_number(cell, figure)) return figure;
    const std::string inside = within_brackets(cell);
    const Printed printed = read_printed(inside.empty() ? cell : std::string_view(inside));
    figure.state = printed.state;
    figure.value = inside.empty() ? printed.value : -printed.value;
    figure.bare_zero = printed.bare_zero;
    if (printed.unit) figure.unit = *printed.unit;
    const bool number = printed.state == State::value || printed.state == State::approximate;
    figure.text = number ? digits_of(cell, figure, !inside.empty()) : std::string(cell);
    return figure;
}

} // namespace tieout::detail
