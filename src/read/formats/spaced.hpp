// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_SPACED_HPP
#define TIEOUT_SRC_READ_FORMATS_SPACED_HPP

// Tables of which plain text has kept nothing but the words: one blank between cells, or one cell a line, and what was blank
// has vanished. Heads, codes, numbers of lists and the number of figures tell where the rest stood; what they leave open
// stands in no column.

#include "read/document/document.hpp"
#include "read/formats/lines.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace tieout::detail {

/// Rows of cells with single blanks between, beneath heads of the same sort.
[[nodiscard]] std::optional<Table> spaced_rows(std::string_view source, std::span<const Line> lines,
                                               std::size_t at, std::size_t& end);
/// Codes of classes with their names and figures one behind the other, with blanks or lines between, under heads that may stand
/// in any order.
[[nodiscard]] std::optional<Table> coded_cells(std::string_view source, std::span<const Line> lines,
                                               std::size_t at, std::size_t& end);
/// One cell a line, without any mark.
[[nodiscard]] std::optional<Table> cell_lines(std::string_view source, std::span<const Line> lines,
                                              std::size_t at, std::size_t& end);

} // namespace tieout::detail

#endif
