// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_NEAREST_HPP
#define TIEOUT_SRC_READ_JSON_NEAREST_HPP

// Which of some words somebody meant who wrote another.

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace tieout::detail {

/// Letters to put in, take out, exchange or change to make one word of the other. Only the first letters of long words
/// count: nobody means a key by a book.
inline std::size_t edit_distance(std::string_view a, std::string_view b) noexcept {
    constexpr std::size_t letters_max = 64;
    a = a.substr(0, letters_max);
    b = b.substr(0, letters_max);
    // Row i holds the distances of the first i letters of a from the first letters of b.
    std::array<std::array<std::size_t, letters_max + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i - 1) % 3];
        const auto& two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a.size() % 3][b.size()];
}

/// The word that takes the fewest changes, the first of equals; empty if there are none.
inline std::string_view nearest(std::string_view written, std::span<const std::string_view> words) noexcept {
    const auto found =
        std::min_element(words.begin(), words.end(), [&](std::string_view a, std::string_view b) {
            return edit_distance(written, a) < edit_distance(written, b);
        });
    return found == words.end() ? std::string_view() : *found;
}

} // namespace tieout::detail

#endif
