// SPDX-License-Identifier: MIT
#include "writer.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace tieout::test::adversary {

namespace {

constexpr Amount power_of_ten(int exponent) {
    Amount power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

/// A pattern that does not close, or a word that nobody gave, is a mistake in this program.
[[noreturn]] void mistaken(std::string_view pattern) {
    std::fprintf(stderr, "a pattern is wrong: %.*s\n", static_cast<int>(pattern.size()), pattern.data());
    std::abort();
}

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/// The end of what a bracket opens, or the next | of it, counted from inside.
std::size_t end_of(std::string_view pattern, std::size_t at, bool also_at_bar) {
    int depth = 0;
    for (; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (depth == 0 && (c == '}' || c == ']' || (also_at_bar && c == '|'))) return at;
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
    }
    mistaken(pattern);
}

void expand(Writer& writer, std::string_view pattern, Words words, std::string& text) {
    for (std::size_t at = 0; at < pattern.size();) {
        const char c = pattern[at];
        if (c == '{') {
            std::vector<std::string_view> choices;
            std::size_t begin = at + 1;
            for (;;) {
                const std::size_t end = end_of(pattern, begin, true);
                choices.push_back(pattern.substr(begin, end - begin));
                begin = end + 1;
                if (pattern[end] != '|') break;
            }
            const auto last = static_cast<std::int64_t>(choices.size()) - 1;
            expand(writer, choices[static_cast<std::size_t>(writer.random.between(0, last))], words, text);
            at = begin;
        } else if (c == '[') {
            const std::size_t end = end_of(pattern, at + 1, false);
            if (pattern[end_of(pattern, at + 1, true)] == '|') mistaken(pattern);
            if (writer.maybe()) expand(writer, pattern.substr(at + 1, end - at - 1), words, text);
            at = end + 1;
        } else if (c == '$') {
            std::size_t end = at + 1;
            while (end < pattern.size() && is_name(pattern[end])) ++end;
            const std::string_view name = pattern.substr(at + 1, end - at - 1);
            bool found = false;
            for (const auto& [key, value] : words)
                if (key == name && !found) {
                    text += value;
                    found = true;
                }
            for (const auto& [key, value] : writer.common)
                if (key == name && !found) {
                    text += value;
                    found = true;
                }
            if (!found) mistaken(pattern);
            at = end;
        } else {
            text += c;
            ++at;
        }
    }
}

} // namespace

std::string numeral(std::size_t number) {
    static constexpr std::array<std::string_view, 10> digits = {"十", "一", "二", "三", "四",
                                                                "五", "六", "七", "八", "九"};
    if (number < 10) return std::string(digits[number]);
    return (number / 10 > 1 ? std::string(digits[number / 10]) : "") + "十" +
           (number % 10 != 0 ? std::string(digits[number % 10]) : "");
}

std::string_view word_of_unit(Amount unit) { return unit == yuan ? "元" : unit == wan ? "万元" : "亿元"; }

std::string digits(Amount value, Amount divisor, int decimals, bool truncated) {
    const bool negative = value < 0;
    const Amount size = negative ? -value : value;
    const Amount power = power_of_ten(decimals);
    // Whole units first, so that nothing overflows.
    Amount scaled = size / divisor * power;
    const Amount rest = size % divisor;
    scaled += truncated ? rest * power / divisor : (2 * rest * power + divisor) / (2 * divisor);
    std::string text = std::to_string(scaled);
    if (decimals > 0) {
        const auto places = static_cast<std::size_t>(decimals);
        if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
        text.insert(text.size() - places, ".");
    }
    return (negative && scaled != 0 ? "-" : "") + text;
}

/// Digits of an amount that is not zero say so: a lone 0 is one that has no digits behind it.
static std::string shown(Amount value, Amount divisor, int decimals, bool truncated) {
    std::string text = digits(value, divisor, decimals, truncated);
    if (value != 0 && text == "0") text = digits(value, divisor, 2, truncated);
    return text;
}

static bool is_zero(std::string_view text) { return text.find_first_not_of("0.-") == std::string_view::npos; }

std::string Writer::number(std::string text, bool bound) {
    if (style.trimmed && text.find('.') != std::string::npos && !is_zero(text)) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    told.numbers.push_back({std::move(text), structure, bound});
    return "\x01" + std::to_string(told.numbers.size() - 1) + "\x02";
}

std::string Writer::money(Amount amount, Amount unit, int decimals, bool bound) {
    return number(shown(amount, unit, decimals, style.truncated), bound) + std::string(word_of_unit(unit));
}

std::string Writer::money(Amount amount, bool bound) {
    if (style.mixed && random.one_in(5)) {
        if (random.one_in(2)) return money(amount, yuan, 2, bound);
        return money(amount, style.unit, style.decimals == 0 ? 2 : style.decimals - 1, bound);
    }
    return money(amount, style.unit, style.unit == yuan && style.decimals > 0 ? 2 : style.decimals, bound);
}

std::string Writer::bare(Amount amount, bool bound) {
    return number(shown(amount, style.unit, style.decimals, style.truncated), bound);
}

std::string Writer::percent(Amount part, Amount whole, bool bound) {
    if (whole <= 0) return number("0") + "%";
    return number(shown(part * 100, whole, style.percent_decimals, style.truncated), bound) + "%";
}

std::string Writer::growth(Amount from, Amount to, bool bound) {
    return percent(from < to ? to - from : from - to, from, bound);
}

std::string Writer::points(std::int64_t amount, std::int64_t divisor, bool bound) {
    std::string text = digits(amount, divisor, divisor == 10 ? 1 : 2, false);
    if (text.ends_with(".0") || text.ends_with(".00")) text.resize(text.find('.'));
    return number(std::move(text), bound);
}

std::string Writer::count(std::int64_t amount, std::string_view unit, bool bound) {
    return number(std::to_string(amount), bound) + std::string(unit);
}

std::string Writer::quotient(Amount part, Amount whole, int decimals, bool bound) {
    return number(shown(part, whole, decimals, style.truncated), bound);
}

std::string Writer::fill(std::string_view pattern, Words words) {
    std::string text;
    expand(*this, pattern, words, text);
    return text;
}

void Writer::say(std::string_view pattern, Words words) {
    told.blocks.push_back({.text = fill(pattern, words), .structure = structure});
}

void Writer::heading(std::string_view pattern, Words words) {
    told.blocks.push_back({.text = fill(pattern, words), .structure = structure});
}

Block& Writer::table(std::string_view title, std::string_view form) {
    Block block;
    block.structure = structure;
    block.frame = {fill(title), std::string(form), account.body, std::string(unit_word())};
    told.blocks.push_back(std::move(block));
    return told.blocks.back();
}

std::string_view Writer::unit_word() const { return word_of_unit(style.unit); }

} // namespace tieout::test::adversary
