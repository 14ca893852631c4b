// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_NUMERALS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_NUMERALS_HPP

// Finds the figures in a sentence: amounts, percentages, counts, scores and prices with their units. Years, dates,
// ordinals, names with digits in them (12345热线, 5G), numbers of documents and lists are none.
//
//     3兆250亿元       30250 亿元
//     港币700千元      700 千港元, which is never added to 千元
//     两万三千元       2.3 万元
//     节约5万元        5 万元, not about 5
//     3，520人         unreadable: one number, or a list of two

#include "read/document/document.hpp"

#include <tieout/relations/figure.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// What sort of figure it is, by its unit.
enum class Sort : std::uint8_t { amount, percent, points, count, score, price, plain, times };

/// One figure in a passage.
struct Numeral {
    std::uint32_t begin = 0; ///< its first byte, in the passage
    std::uint32_t end = 0;   ///< behind its unit
    Sort sort = Sort::plain;
    Figure figure{}; ///< value, unit, state and text
};

/// In the order of the passage.
[[nodiscard]] std::vector<Numeral> numerals(std::string_view passage);
/// The same where words before the passage give the unit of numbers without one: 1200 behind 本年收入 is an amount then.
[[nodiscard]] std::vector<Numeral> numerals(std::string_view passage, const std::optional<Unit>& of_all);

/// The whole of a table's cell as a figure; the unit of the table is not yet its own. A number in brackets is negative:
/// (16,000) is −16,000, and 60.00[1] is 60.00.
[[nodiscard]] Figure cell_figure(std::string_view cell);

/// Whether the cell is a number in brackets, (16,000) or （20.47%）. In accounts it is negative, elsewhere it may be the
/// number itself, or that of a column: both readings stay where nothing else tells.
[[nodiscard]] bool is_bracketed(std::string_view cell);

[[nodiscard]] Sort sort_of(const Unit& unit) noexcept;

} // namespace tieout::detail

#endif
