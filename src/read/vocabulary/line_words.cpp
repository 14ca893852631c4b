// SPDX-License-Identifier: MIT
#include "read/vocabulary/line_words.hpp"

#include "read/vocabulary/heads.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char small(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether the text has the word, in capitals or not, and not as part of a longer one: Sum, not Summary.
bool has_word(std::string_view text, std::string_view word) noexcept {
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        const bool same = std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                     [](char a, char b) { return a == small(b); });
        const std::size_t end = at + word.size();
        if (same && (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
            return true;
    }
    return false;
}

constexpr std::array<std::string_view, 10> totals{"total", "totals",  "subtotal", "sum",  "all",
                                                  "net",   "balance", "overall",  "both", "whole"};
constexpr std::array<std::string_view, 6> averages{"average", "averages", "avg", "mean", "means", "ave"};
constexpr std::array<std::string_view, 9> rates{"percent", "percentage", "pct", "ratio", "rate",
                                                "rates",   "share",      "per", "margin"};
constexpr std::array<std::string_view, 3> totals_anywhere{"合计", "总计", "小计"};
constexpr std::array<std::string_view, 5> rates_anywhere{"%", "率", "占比", "比重", "均"};

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& words) noexcept {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return has_word(text, word); });
}

} // namespace

LineWords line_words_in(std::string_view text) noexcept {
    const RowWord word = row_word_of(text);
    LineWords found;
    found.average = word == RowWord::average || has_any(text, averages);
    found.total = word == RowWord::total || word == RowWord::subtotal || word == RowWord::grand ||
                  contains_any(text, totals_anywhere) || has_any(text, totals);
    found.rate = found.average || contains_any(text, rates_anywhere) || has_any(text, rates);
    return found;
}

bool is_in_chinese(std::string_view label) noexcept {
    constexpr unsigned char first = 0xE4; // 一 is E4 B8 80
    constexpr unsigned char last = 0xE9;
    return std::any_of(label.begin(), label.end(), [](char c) {
        return static_cast<unsigned char>(c) >= first && static_cast<unsigned char>(c) <= last;
    });
}

} // namespace tieout::detail
