// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_DELIMITED_HPP
#define TIEOUT_SRC_READ_FORMATS_DELIMITED_HPP

// Files of rows and columns, as spreadsheets export them: fields apart by commas, semicolons, tabs or bars, in quotes where
// they hold one of these, a quote or a line end. A file may hold several tables with empty rows between, and lines before
// and behind them. Every cell has the address that it has in the file.

#include <string>
#include <string_view>

#include "read/document/document.hpp"

namespace tieout::detail {

/// Whether a text is such a file: most of its lines have as many fields as the line next to them, and are no sentences.
[[nodiscard]] bool looks_delimited(std::string_view text);

[[nodiscard]] Page page_of_delimited(std::string source);

} // namespace tieout::detail

#endif
