// SPDX-License-Identifier: MIT
#include "read/vocabulary/number_words.hpp"

#include "read/vocabulary/words.hpp"

#include <tieout/base/utf8.hpp>

#include <array>
#include <cstdint>
#include <string>

namespace tieout::detail {

namespace {

/// What a character is worth in a number.
struct Word {
    char32_t c;
    std::uint8_t digit; ///< of a digit
    std::uint8_t power; ///< of 十, 百, 千, 万, 亿
};
constexpr std::array words{Word{U'零', 0, 0}, Word{U'〇', 0, 0}, Word{U'一', 1, 0}, Word{U'二', 2, 0},
                           Word{U'两', 2, 0}, Word{U'三', 3, 0}, Word{U'四', 4, 0}, Word{U'五', 5, 0},
                           Word{U'六', 6, 0}, Word{U'七', 7, 0}, Word{U'八', 8, 0}, Word{U'九', 9, 0},
                           Word{U'十', 0, 1}, Word{U'百', 0, 2}, Word{U'千', 0, 3}, Word{U'万', 0, 4},
                           Word{U'亿', 0, 8}};

const Word* word_of(char32_t c) noexcept {
    for (const Word& word : words)
        if (word.c == c) return &word;
    return nullptr;
}

/// 四百零二‧五, 四百零二点五.
constexpr bool is_point(char32_t c) noexcept {
    return c == U'‧' || c == U'·' || c == U'•' || c == U'・' || c == U'∙' || c == U'⋅' || c == U'点';
}

constexpr std::array<std::string_view, 9> parts_of_words{"第", "几", "数",   "上",  "好",
                                                         "初", "成", "若干", "星期"};

/// No number of a report is longer.
constexpr std::size_t most_characters = 24;

/// Reads the characters of a number one after the other.
class Reader {
  public:
    explicit Reader(std::string_view text) noexcept : text_(text) {}

    /// What stands between 亿, 万 and the end: at most 9999.
    struct Section {
        std::int64_t value = 0;
        bool any = false;
        bool named = false; ///< with 十, 百 or 千
    };

    /// Nothing where the characters make no number: 二〇二二, 三五, 百户. A zero begins only what goes on: 两万零五.
    std::optional<Section> section(bool goes_on) {
        Section section;
        int below = 4; // the power that comes next is less
        bool zero = false;
        for (;;) {
            const Word* digit = peek();
            if (digit == nullptr || digit->power >= 4) break;
            if (digit->power > 0) {
                // 十二 begins with 十; 百 and 千 need a digit.
                if (section.any || digit->power != 1 || zero) return std::nullopt;
                next();
                section = {10, true, true};
                below = 1;
                continue;
            }
            next();
            if (digit->digit == 0) {
                if ((!section.any && !goes_on) || zero) return std::nullopt;
                zero = true;
                continue;
            }
            const Word* power = peek();
            if (power != nullptr && power->power >= 1 && power->power <= 3) {
                if (power->power >= below) return std::nullopt;
                next();
                std::int64_t times = 1;
                for (int i = 0; i < power->power; ++i) times *= 10;
                section.value += digit->digit * times;
                section.any = section.named = true;
                below = power->power;
                zero = false;
                continue;
            }
            // The last digit stands behind 十, behind a zero, or alone: 一百三 is as often 130 as it is not.
            if ((section.any && !zero && below != 1) || below == 0) return std::nullopt;
            section.value += digit->digit;
            section.any = true;
            below = 0;
            zero = false;
        }
        if (zero) return std::nullopt;
        return section;
    }

    [[nodiscard]] const Word* peek() const noexcept {
        const CodePoint c = decode_utf8(text_, at_);
        return c.length == 0 || count_ > most_characters ? nullptr : word_of(c.value);
    }
    void next() noexcept {
        at_ += decode_utf8(text_, at_).length;
        ++count_;
    }
    /// The digits behind a point, which must be there.
    std::string decimals() {
        const CodePoint c = decode_utf8(text_, at_);
        if (c.length == 0 || !is_point(c.value)) return {};
        const std::size_t begin = at_;
        at_ += c.length;
        std::string digits;
        for (const Word* word = peek(); word != nullptr && word->power == 0; word = peek()) {
            digits += static_cast<char>('0' + word->digit);
            next();
        }
        if (digits.empty()) at_ = begin;
        return digits;
    }
    [[nodiscard]] std::size_t at() const noexcept { return at_; }
    [[nodiscard]] std::size_t count() const noexcept { return count_; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t count_ = 0;
};

} // namespace

bool is_number_word(char32_t c) noexcept { return word_of(c) != nullptr; }

bool is_part_of_words(std::string_view before) noexcept {
    for (const std::string_view word : parts_of_words)
        if (ends_with(before, word)) return true;
    return false;
}

std::optional<NumberInWords> number_in_words(std::string_view text, std::size_t& length, bool alone) {
    Reader reader(text);
    const auto skip_rest = [&] {
        while (reader.peek() != nullptr) reader.next();
        length = reader.at();
    };
    std::int64_t value = 0;
    int highest = 0;
    int last = 0;
    bool named = false;
    std::string decimals;
    for (;;) {
        const auto section = reader.section(highest > 0);
        if (!section) {
            skip_rest();
            return std::nullopt;
        }
        if (!section->any) break;
        named = named || section->named;
        if (highest == 0) decimals = reader.decimals();
        const Word* word = reader.peek();
        int power = word != nullptr && word->power >= 4 ? word->power : 0;
        if (power == 0) {
            value += section->value;
            break;
        }
        reader.next();
        word = reader.peek();
        if (power == 4 && word != nullptr && word->power == 8) {
            power = 12;
            reader.next();
        }
        if (last != 0 && power >= last) {
            skip_rest();
            return std::nullopt;
        }
        std::int64_t times = 1;
        for (int i = 0; i < power; ++i) times *= 10;
        value += section->value * times;
        named = true;
        last = power;
        if (highest == 0) highest = power;
        // Nothing follows decimals: 四百零二‧五亿三千 is none.
        if (!decimals.empty()) break;
    }
    if (reader.peek() != nullptr) {
        skip_rest();
        return std::nullopt;
    }
    length = reader.at();
    const bool meant = alone ? reader.count() > 0 : reader.count() > 1 && (named || !decimals.empty());
    if (!meant || (value == 0 && decimals.empty())) return std::nullopt;
    NumberInWords number;
    number.length = reader.at();
    number.multiplier = highest == 12 ? "万亿" : highest == 8 ? "亿" : highest == 4 ? "万" : "";
    if (!decimals.empty()) {
        std::int64_t times = 1;
        for (int i = 0; i < highest; ++i) times *= 10;
        const auto read = parse_decimal(std::to_string(value / times) + '.' + decimals);
        if (!read) return std::nullopt;
        number.value = *read;
        return number;
    }
    // What the words do not name is not known: 两万三千 is 2.3 万.
    int scale = highest;
    while (scale > 0 && value % 10 == 0) {
        value /= 10;
        --scale;
    }
    number.value = Decimal::of(value, scale);
    return number;
}

} // namespace tieout::detail
