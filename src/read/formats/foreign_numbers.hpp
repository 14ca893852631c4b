// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_FOREIGN_NUMBERS_HPP
#define TIEOUT_SRC_READ_FORMATS_FOREIGN_NUMBERS_HPP

// Numbers as other countries print them, in cells whose bounds the document gives: 20 169 is 20169, and where all of a table
// is printed so, 54,52 is 54.52.

#include <string_view>

#include "read/document/document.hpp"

namespace tieout::detail {

/// Whether the text of a cell is a number in groups of three digits with blanks between: 20 169.
[[nodiscard]] bool is_grouped_by_blanks(std::string_view text);

/// Writes the numbers of a table that are grouped by blanks, or have decimal commas, in the alphabet of the grammar.
void settle_foreign_numbers(Table& table);

} // namespace tieout::detail

#endif
