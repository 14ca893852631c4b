// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_NUMERALS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_NUMERALS_HPP

// Finds the figures in a sentence: amounts, percentages, counts, scores and prices with their units. Years, dates,
// ordinals, names with digits in them (12345热线, 5G), numbers of documents and lists are none.

#include "read/document/document.hpp"

#include <tieout/relations/figure.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// What sort of figure it is, by its unit.
enum class Sort : std::uint8_t { amount, percent, points, count, score, price, plain };

/// One figure in a passage.
struct Numeral {
    std::uint32_t begin = 0; ///< its first byte, in the passage
    std::uint32_t end = 0;   ///< behind its unit
    Sort sort = Sort::plain;
    Figure figure{}; ///< value, unit, state and text
};

/// In the order of the passage.
[[nodiscard]] std::vector<Numeral> numerals(std::string_view passage);

/// The whole of a table's cell as a figure; the unit of the table is not yet its own.
[[nodiscard]] Figure cell_figure(std::string_view cell);

[[nodiscard]] Sort sort_of(const Unit& unit) noexcept;

} // namespace tieout::detail

#endif
