// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_LAW_NUMBERS_HPP
#define TIEOUT_SRC_READ_TABLES_LAW_NUMBERS_HPP

// The arithmetic of the search for laws, in whole numbers that never overflow, and the searches for laws of two lines.

#include "read/tables/law_search.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace tieout::detail {

constexpr std::size_t few_lines = 120;    ///< lines among which others than neighbours are tried
constexpr std::size_t most_places = 2000; ///< places that are tried of a line
constexpr std::int64_t largest_law_number = std::numeric_limits<std::int64_t>::max() / 4;

inline std::optional<std::int64_t> times(std::int64_t a, std::int64_t b) noexcept {
    if (a == 0 || b == 0) return 0;
    const std::int64_t x = a < 0 ? -a : a;
    const std::int64_t y = b < 0 ? -b : b;
    if (x > largest_law_number / y) return std::nullopt;
    return a * b;
}
inline std::optional<std::int64_t> shifted_by(std::int64_t value, int digits) noexcept {
    std::optional<std::int64_t> result = value;
    for (; digits > 0 && result; --digits) result = times(*result, 10);
    return result;
}
inline std::int64_t magnitude(std::int64_t value) noexcept { return value < 0 ? -value : value; }

inline bool is_line_of_years(const std::vector<std::optional<LawNumber>>& line) noexcept {
    bool any = false;
    for (const auto& number : line) {
        if (!number) continue;
        any = true;
        if (number->scale != 0 || number->value < 1900 || number->value > 2100) return false;
    }
    return any;
}

/// Both values as whole numbers of one unit.
inline bool to_common(const LawNumber& a, const LawNumber& b, std::int64_t& x, std::int64_t& y) noexcept {
    const int scale = std::max(a.scale, b.scale);
    const auto first = shifted_by(a.value, scale - a.scale);
    const auto second = shifted_by(b.value, scale - b.scale);
    if (!first || !second) return false;
    x = *first;
    y = *second;
    return true;
}

/// Statistical offices round counts to multiples of 3 or 5, up or down at random, so that nobody can be told from them.
inline bool is_random_step(std::int64_t step) noexcept { return step == 3 || step == 5; }

/// What all numbers of a table are multiples of, where they are rounded to tens, hundreds … or at random; else 1.
[[nodiscard]] std::int64_t step_of(const LawLines& lines);

/// How unlikely it is that another number is the same, in tenths of a digit: the first digit of a number says less than the
/// others.
[[nodiscard]] inline std::size_t evidence_of(std::int64_t value) noexcept {
    std::size_t evidence = 4;
    for (value = magnitude(value); value >= 10; value /= 10) evidence += 10;
    return evidence;
}

/// Lines that are the quotient or the change of two others.
[[nodiscard]] std::vector<Law> find_quotients(const LawLines& lines, const std::vector<bool>& named_rate);

/// Lines that are the sum of two others which need not stand beside them, beyond what `known` says of them.
[[nodiscard]] std::vector<Law> find_pairs(const LawLines& lines, const std::vector<bool>& excluded,
                                          const std::vector<Law>& known);

} // namespace tieout::detail

#endif
