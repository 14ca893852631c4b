// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_PRINTED_HPP
#define TIEOUT_NUMBERS_PRINTED_HPP

// Reads what a Chinese document prints in the place of one number.
//
//     read_printed("９６．６３％")    // value 96.63, unit %
//     read_printed("1,709.11 万元")  // value 1709.11, unit 万元
//     read_printed("无")             // none_by_word: exactly zero
//     read_printed("——")             // not_applicable
//     read_printed("  ")             // blank, which is never zero
//     read_printed("近32万余件")      // approximate, 32 万件
//     read_printed("△12.50")         // −12.50
//     read_printed("60.00[1]")       // value 60.00, with a mark of a footnote
//     read_printed("HK$1,200")       // value 1200, unit 港元
//     read_printed("1,23")           // unreadable: misplaced_separator at 1
//
// Nothing is guessed: what is not plainly one number, or one of the words above, is unreadable, and says at which byte.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/unit.hpp>

namespace tieout {

/// What stands in the place of a number.
enum class State : std::uint8_t {
    value,          ///< a number
    none_by_word,   ///< 无 or 零: exactly zero
    not_applicable, ///< —— or /: there is no such figure
    blank,          ///< nothing was filled in
    approximate,    ///< a number with 约, 余, 以上 …: it enters no equality
    unreadable,     ///< something else
};

/// What is known of one state: its name in results, and its Chinese term.
struct StateEntry {
    State state;
    std::string_view name;
    std::string_view term;
};

inline constexpr StateEntry states[] = {
    {State::value, "value", "数值"},
    {State::none_by_word, "none_by_word", "无"},
    {State::not_applicable, "not_applicable", "不适用"},
    {State::blank, "blank", "未填"},
    {State::approximate, "approximate", "约数"},
    {State::unreadable, "unreadable", "无法识别"},
};

constexpr std::string_view name_of(State state) { return states[static_cast<std::size_t>(state)].name; }
constexpr std::string_view term_of(State state) { return states[static_cast<std::size_t>(state)].term; }

/// One printed number, or what stands in its place.
struct Printed {
    State state = State::blank;
    Decimal value{};            ///< of a value, an approximate one, and zero for none_by_word
    std::optional<Unit> unit{}; ///< if one is printed with the number
    bool bare_zero = false;     ///< a 0 without decimals, which has no precision of its own
    std::size_t note = 0;       ///< byte at which the mark of a footnote begins behind it; 0 if there is none
    NumberError error{};        ///< of what is unreadable; the offset counts bytes of the text
};

/// Where a word stands that makes a number approximate: before it, after all of it, or within it (30余万件).
enum class WordPlace : std::uint8_t { before, after, within };

struct ApproximateWord {
    std::string_view word;
    WordPlace place;
    /// Words that only look like it where they stand (节约5万元, 余额), apart by a space.
    std::string_view except = {};
};

/// The words that make a number approximate (约数用语). Where one begins with another, the longer comes first.
inline constexpr ApproximateWord approximate_words[] = {
    {"约为", WordPlace::before,
     "节约为 签约为 预约为 合约为 公约为 条约为 契约为 集约为 制约为 违约为 履约为"},
    {"約為", WordPlace::before,
     "節約為 簽約為 預約為 合約為 公約為 條約為 契約為 集約為 制約為 違約為 履約為"},
    {"大约", WordPlace::before},
    {"大約", WordPlace::before},
    {"约", WordPlace::before,
     "节约 签约 预约 合约 公约 条约 契约 集约 制约 违约 履约 租约 续约 解约 特约 毁约 邀约 简约 守约 失约 "
     "赴约 应约 "
     "订约 缔约 立约 誓约 婚约 和约 规约 相约 如约 爽约 背约 约约"},
    {"約", WordPlace::before,
     "節約 簽約 預約 合約 公約 條約 契約 集約 制約 違約 履約 租約 續約 解約 特約 毀約 邀約 簡約 守約 失約 "
     "赴約 應約 "
     "訂約 締約 立約 誓約 婚約 和約 規約 相約 如約 爽約 背約"},
    {"大概", WordPlace::before},
    {"大致", WordPlace::before},
    {"基本", WordPlace::before},
    {"将近", WordPlace::before},
    {"將近", WordPlace::before},
    {"接近", WordPlace::before},
    {"近", WordPlace::before,
     "最近 附近 就近 邻近 鄰近 临近 臨近 靠近 新近 远近 遠近 亲近 親近 相近 贴近 贴近 走近 拉近"},
    {"不超过", WordPlace::before},
    {"不超過", WordPlace::before},
    {"超过", WordPlace::before},
    {"超過", WordPlace::before},
    {"超", WordPlace::before, "赶超 趕超 反超 高超 中超 英超"},
    {"逾", WordPlace::before},
    {"不低于", WordPlace::before},
    {"不低於", WordPlace::before},
    {"不高于", WordPlace::before},
    {"不高於", WordPlace::before},
    {"不少于", WordPlace::before},
    {"不少於", WordPlace::before},
    {"不多于", WordPlace::before},
    {"不足", WordPlace::before, "补不足 弥补不足"},
    {"不到", WordPlace::before},
    {"高于", WordPlace::before},
    {"低于", WordPlace::before},
    {"大于", WordPlace::before},
    {"小于", WordPlace::before},
    {"至少", WordPlace::before},
    {"至多", WordPlace::before},
    {"≈", WordPlace::before},
    {"≥", WordPlace::before},
    {"≤", WordPlace::before},
    {">", WordPlace::before},
    {"<", WordPlace::before},
    {"＞", WordPlace::before},
    {"＜", WordPlace::before},
    {"左右", WordPlace::after, "左右岸 左右侧 左右两"},
    {"上下", WordPlace::after, "上下级 上下游 上下联 上下班 上下水 上下两"},
    {"及以上", WordPlace::after},
    {"及以下", WordPlace::after},
    {"以上", WordPlace::after, "以上各 以上合 以上共 以上数 以上项"},
    {"以下", WordPlace::after, "以下简 以下各 以下称 以下同 以下项"},
    {"以内", WordPlace::after},
    {"以內", WordPlace::after},
    {"余", WordPlace::within, "余额 余款 余下 余数 余量 余粮 余缺 余热"},
    {"餘", WordPlace::within, "餘額 餘款 餘下 餘數 餘量 餘糧 餘缺 餘熱"},
    {"多", WordPlace::within, "多媒体 多功能 多元 多边 多层 多余 多于 多缴 多拨 多付 多还"},
};

namespace detail {

/// Whether `text` begins, or ends, with one of the words that stand apart by spaces in `words`.
constexpr bool has_one_at(std::string_view text, std::string_view words, bool at_front) noexcept {
    while (!words.empty()) {
        const std::size_t end = words.find(' ') < words.size() ? words.find(' ') : words.size();
        const std::string_view word = words.substr(0, end);
        if (!word.empty() && (at_front ? text.starts_with(word) : text.ends_with(word))) return true;
        words.remove_prefix(end < words.size() ? end + 1 : end);
    }
    return false;
}

} // namespace detail

/// The word that makes the number right behind `before` approximate; nothing if none does.
/// Example: "支出约" -> 约; "节约" -> nothing
constexpr const ApproximateWord* approximate_before(std::string_view before) noexcept {
    for (const ApproximateWord& entry : approximate_words)
        if (entry.place == WordPlace::before && before.ends_with(entry.word))
            return detail::has_one_at(before, entry.except, false) ? nullptr : &entry;
    return nullptr;
}

/// The word at the beginning of `after` that makes the number before it approximate, of those that stand in `place`.
/// Example: "余万元" -> 余; "余额" -> nothing
constexpr const ApproximateWord* approximate_after(std::string_view after, WordPlace place) noexcept {
    for (const ApproximateWord& entry : approximate_words)
        if (entry.place == place && after.starts_with(entry.word))
            return detail::has_one_at(after, entry.except, true) ? nullptr : &entry;
    return nullptr;
}

/// The words that say that there is exactly nothing.
inline constexpr std::string_view none_words[] = {"无", "無", "零"};

/// The words, beside any run of dashes and a single stroke, that say that there is no such figure.
inline constexpr std::string_view not_applicable_words[] = {"不适用", "不適用", "不涉及", "N/A", "n/a"};

/// What says of a number behind it that it is negative (负数标记), beside the signs that are dashes.
inline constexpr std::string_view negative_signs[] = {"△", "▲", "∆", "负", "負"};

namespace detail {

constexpr bool is_dash(char32_t c) noexcept {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0xFE63 ||
           c == 0xFE58 || c == 0x2500;
}

/// The ASCII character that a wide or small digit or mark stands for; a space for all spaces; 0 for the rest.
constexpr char narrow(char32_t c) noexcept {
    if (is_space(c)) return ' ';
    if (c < 0x80) return static_cast<char>(c);
    if (c >= 0xFF10 && c <= 0xFF19) return static_cast<char>('0' + (c - 0xFF10));
    switch (c) {
    case 0xFF0E:
    case 0xFE52:
        return '.';
    case 0xFF0C:
    case 0xFE50:
        return ',';
    case 0xFF0B:
    case 0xFE62:
        return '+';
    case 0xFF0D:
    case 0xFE63:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
        return '-';
    default:
        return '\0';
    }
}

/// Bytes of the mark of a footnote with which the text begins (注释标记): *, †, ※, ①, ¹, [1], 【1】, 〔1〕, 注1, （注1）.
/// 0 if it begins with none. A number in round brackets may be a number, and is none.
constexpr std::size_t footnote_length(std::string_view text) noexcept {
    const CodePoint first = decode_utf8(text, 0);
    const char32_t c = first.value;
    if (first.length == 0) return 0;
    const bool raised = c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
    const bool ringed = (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x277F);
    if (raised || ringed || c == U'*' || c == 0xFF0A || c == 0x2020 || c == 0x2021 || c == 0x203B)
        return first.length;
    // A number of one or two digits, in the brackets that numbers of footnotes stand in, or behind 注.
    const auto digits = [&](std::size_t at) {
        std::size_t count = 0;
        while (count < 2 && at + count < text.size() && is_digit(text[at + count])) ++count;
        const bool more = at + count < text.size() && is_digit(text[at + count]);
        return more ? 0 : count;
    };
    struct Pair {
        std::string_view open;
        std::string_view close;
        bool number_alone;
    };
    constexpr Pair pairs[] = {{"[", "]", true},    {"［", "］", true},    {"【", "】", true},
                              {"〔", "〕", true},  {"（注", "）", false}, {"(注", ")", false},
                              {"[注", "]", false}, {"（註", "）", false}, {"【注", "】", false}};
    for (const Pair& pair : pairs) {
        if (!text.starts_with(pair.open)) continue;
        const std::size_t count = digits(pair.open.size());
        const std::size_t end = pair.open.size() + count;
        if ((count > 0 || !pair.number_alone) && text.substr(end).starts_with(pair.close))
            return end + pair.close.size();
    }
    for (const std::string_view word : {std::string_view("注"), std::string_view("註")})
        if (text.starts_with(word)) return digits(word.size()) > 0 ? word.size() + digits(word.size()) : 0;
    return 0;
}

/// Walks over text that is known to be UTF-8.
class PrintedReader {
  public:
    constexpr PrintedReader(std::string_view text, std::size_t at, std::size_t end) noexcept
        : text_(text.substr(0, end)), at_(at) {}

    /// before-words, sign, currency, digits, unit, after-words and marks of footnotes: the whole text, or an error.
    constexpr Printed read() {
        Printed result;
        bool approximate = false;
        while (take_word_before()) approximate = true;
        if (!read_number(result.value)) return unreadable(error_);
        result.note = take_notes();
        if (!read_rest(result.unit, approximate)) return unreadable(error_);
        result.state = approximate ? State::approximate : State::value;
        result.bare_zero = is_zero(result.value) && result.value.scale == 0;
        return result;
    }

    static constexpr Printed unreadable(NumberError error) {
        Printed result;
        result.state = State::unreadable;
        result.error = error;
        return result;
    }

  private:
    constexpr bool failure(NumberFault fault, std::size_t at) noexcept {
        error_ = {fault, at};
        return false;
    }
    constexpr char peek() const noexcept {
        return at_ < text_.size() ? narrow(decode_utf8(text_, at_).value) : '\0';
    }
    constexpr void advance() noexcept { at_ += decode_utf8(text_, at_).length; }
    constexpr void skip_spaces() noexcept {
        while (at_ < text_.size() && peek() == ' ') advance();
    }

    constexpr bool take_word_before() noexcept {
        for (const ApproximateWord& entry : approximate_words) {
            if (entry.place != WordPlace::before || !text_.substr(at_).starts_with(entry.word)) continue;
            at_ += entry.word.size();
            skip_spaces();
            return true;
        }
        return false;
    }

    /// + or −, in one of their forms; whether it is the latter.
    constexpr bool take_sign() noexcept {
        const std::size_t at = at_;
        bool negative = peek() == '-';
        if (negative || peek() == '+') advance();
        for (const std::string_view sign : negative_signs)
            if (at_ == at && text_.substr(at_).starts_with(sign)) {
                at_ += sign.size();
                negative = true;
            }
        skip_spaces();
        return negative;
    }

    constexpr bool read_number(Decimal& value) {
        bool negative = take_sign();
        if (const CurrencySign* sign = find_sign_at_front(text_.substr(at_))) {
            currency_ = sign->unit;
            at_ += sign->sign.size();
            skip_spaces();
            if (!negative) negative = take_sign();
        }
        if (!is_digit(peek())) {
            const std::size_t at = at_;
            if (peek() != '.') return failure(NumberFault::not_a_number, at);
            advance();
            return failure(
                is_digit(peek()) ? NumberFault::digit_expected_before_point : NumberFault::not_a_number, at);
        }

        CoefficientReader digits;
        const bool leading_zero = peek() == '0';
        char separator = '\0';
        std::size_t separator_at = 0;
        for (;;) {
            std::size_t group = 0;
            for (; is_digit(peek()); advance(), ++group) {
                if (!digits.take(peek())) return failure(NumberFault::too_many_digits, at_);
            }
            if (separator != '\0' && group != 3)
                return failure(NumberFault::misplaced_separator, separator_at);
            const std::size_t after_digits = at_;
            skip_spaces();
            char next_separator = '\0';
            std::size_t next_at = after_digits;
            if (peek() == ',') {
                next_separator = ',';
                next_at = at_;
                advance();
                skip_spaces();
                if (!is_digit(peek())) return failure(NumberFault::misplaced_separator, next_at);
            } else if (at_ != after_digits && is_digit(peek())) {
                // A space may separate thousands; the end of a line or of a cell may not.
                const std::string_view gap = text_.substr(after_digits, at_ - after_digits);
                if (gap.find_first_of("\t\n\v\f\r") != std::string_view::npos) {
                    return failure(NumberFault::trailing_text, at_);
                }
                next_separator = ' ';
            }
            if (next_separator == '\0') break;
            const bool first = separator == '\0';
            if (first ? group > 3 || leading_zero : next_separator != separator) {
                return failure(NumberFault::misplaced_separator, next_at);
            }
            separator = next_separator;
            separator_at = next_at;
        }

        int scale = 0;
        if (peek() == '.') {
            advance();
            skip_spaces();
            if (!is_digit(peek())) return failure(NumberFault::digit_expected_after_point, at_);
            for (; is_digit(peek()); advance(), ++scale) {
                if (scale == decimal_scale_max) return failure(NumberFault::scale_out_of_range, at_);
                if (!digits.take(peek())) return failure(NumberFault::too_many_digits, at_);
            }
        }
        value = make_decimal(negative, digits.coefficient(), scale);
        return true;
    }

    /// Cuts the marks of footnotes off, which stand right behind the number or at the end; where the first begins.
    constexpr std::size_t take_notes() noexcept {
        std::size_t first = 0;
        for (std::size_t length = 0; (length = footnote_length(text_.substr(at_))) > 0; at_ += length)
            if (first == 0) first = at_;
        for (std::size_t at = at_; at < text_.size() && text_.size() - at_ < 64;) {
            std::size_t end = at;
            std::size_t length = 0;
            while (end < text_.size() && (length = footnote_length(text_.substr(end))) > 0) end += length;
            // m² is a unit.
            const char before = at > at_ ? text_[at - 1] : '\0';
            const bool in_unit = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
            if (end == text_.size() && !in_unit && at > at_) {
                if (first == 0) first = at;
                text_ = text_.substr(0, at);
                break;
            }
            at += decode_utf8(text_, at).length;
        }
        return first;
    }

    constexpr bool read_rest(std::optional<Unit>& unit, bool& approximate) {
        if (!currency_.empty()) unit = unit_named(currency_);
        skip_spaces();
        const std::size_t begin = at_;
        if (begin == text_.size()) return true;
        if (peek() == '.') return failure(NumberFault::two_points, begin);
        if (peek() == ',') return failure(NumberFault::misplaced_separator, begin);

        // The rest without its spaces; longer than any unit with its words, and it is neither.
        char held[64] = {};
        std::size_t size = 0;
        for (; at_ < text_.size(); advance()) {
            if (peek() == ' ') continue;
            for (const char c : text_.substr(at_, decode_utf8(text_, at_).length)) {
                if (size == sizeof(held)) return failure(NumberFault::trailing_text, begin);
                held[size++] = c;
            }
        }
        std::string_view rest(held, size);
        while (drop_word_after(rest)) approximate = true;

        char word[sizeof(held)] = {};
        size = 0;
        const auto keep = [&](std::string_view part) {
            for (const char c : part) word[size++] = c;
            rest.remove_prefix(part.size());
        };
        if (drop_word_within(rest)) approximate = true;
        if (const MultiplierEntry* multiplier = find_multiplier(rest)) {
            keep(multiplier->word);
            if (drop_word_within(rest)) approximate = true;
        }
        keep(rest);
        if (size == 0) return true;
        unit = unit_named(std::string_view(word, size));
        if (unit && !currency_.empty()) unit = in_currency(*unit, currency_);
        if (!unit) return failure(NumberFault::trailing_text, begin);
        return true;
    }

    static constexpr bool drop_word_after(std::string_view& rest) noexcept {
        for (const ApproximateWord& entry : approximate_words) {
            if (entry.place == WordPlace::before || !rest.ends_with(entry.word)) continue;
            rest.remove_suffix(entry.word.size());
            return true;
        }
        return false;
    }

    static constexpr bool drop_word_within(std::string_view& rest) noexcept {
        const ApproximateWord* const entry = approximate_after(rest, WordPlace::within);
        if (entry == nullptr) return false;
        rest.remove_prefix(entry->word.size());
        return true;
    }

    std::string_view text_;
    std::size_t at_;
    NumberError error_{};
    /// The unit of the currency that is printed before the number.
    std::string_view currency_{};
};

/// The unit after 无 or 零, spaces aside; only one that is surely a unit, because 零星 and 无法统计 are no zeros.
constexpr bool read_unit_of_none(std::string_view rest, std::optional<Unit>& unit) {
    char word[unit_word_max] = {};
    std::size_t size = 0;
    for (std::size_t at = 0; at < rest.size();) {
        const CodePoint c = decode_utf8(rest, at);
        for (std::size_t i = 0; i < c.length && !is_space(c.value); ++i) {
            if (size == sizeof(word)) return false;
            word[size++] = rest[at + i];
        }
        at += c.length;
    }
    if (size == 0) return true;
    const std::string_view name(word, size);
    constexpr std::string_view counters[] = {"人", "人次", "批次", "次", "辆"};
    bool known = false;
    for (const std::string_view counter : counters) known = known || counter == name;
    unit = unit_named(name);
    return unit && (known || unit->dimension == Dimension::money || unit->dimension == Dimension::percent);
}

} // namespace detail

/// Reads a number with its unit, or the word or mark that stands in its place.
/// Fails: never; what cannot be read is State::unreadable with a fault and a byte offset.
constexpr Printed read_printed(std::string_view text) {
    Printed result;
    if (const detail::ShortNumber number = detail::parse_short(text)) {
        result.value = number.decimal();
        result.state = State::value;
        result.bare_zero = is_zero(result.value) && result.value.scale == 0;
        return result;
    }

    std::size_t first = text.size();
    std::size_t last = 0;
    std::size_t characters = 0;
    bool dashes_only = true;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0) return detail::PrintedReader::unreadable({NumberFault::invalid_encoding, at});
        if (!is_space(c.value)) {
            if (first == text.size()) first = at;
            last = at + c.length;
            ++characters;
            dashes_only = dashes_only && detail::is_dash(c.value);
        }
        at += c.length;
    }
    if (characters == 0) return result;

    const std::string_view body = text.substr(first, last - first);
    bool not_applicable = dashes_only || body == "/" || body == "／";
    for (const std::string_view word : not_applicable_words) not_applicable = not_applicable || body == word;
    if (not_applicable) {
        result.state = State::not_applicable;
        return result;
    }
    for (const std::string_view word : none_words) {
        if (body.starts_with(word) && detail::read_unit_of_none(body.substr(word.size()), result.unit)) {
            result.state = State::none_by_word;
            return result;
        }
    }
    return detail::PrintedReader(text, first, last).read();
}

} // namespace tieout

#endif // TIEOUT_NUMBERS_PRINTED_HPP
