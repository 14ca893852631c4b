// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_PLAIN_HPP
#define TIEOUT_SRC_READ_FORMATS_PLAIN_HPP

// Paragraphs and tables of lines of text, whoever laid them out.

#include <span>

#include "read/document/document.hpp"
#include "read/formats/lines.hpp"
#include "read/formats/starts.hpp"

namespace tieout::detail {

/// Adds the paragraphs and tables of lines of the source of a page to its blocks.
void read_lines(Page& page, std::span<const Line> lines, const Layout& layout);

} // namespace tieout::detail

#endif
