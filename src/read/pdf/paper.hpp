// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_PAPER_HPP
#define TIEOUT_SRC_READ_PDF_PAPER_HPP

// A document as it lies on paper: pages of lines and ruled tables. What every page repeats belongs to none of them.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "read/document/document.hpp"
#include "read/pdf/lines.hpp"
#include "read/pdf/ruled.hpp"

namespace tieout::detail {

struct Paper {
    Fixed width = 0;
    Fixed height = 0;
    /// From the top down.
    std::vector<WordLine> lines{};
    std::vector<RuledTable> tables{};
};

/// Takes headers, footers and page numbers off: lines at the edge of the paper that stand in the same place on most pages
/// and say the same, or count the pages. A line that may be of the frame of a table stays.
void remove_margins(std::vector<Paper>& pages);

/// Writes the pages as a text, which becomes the source of the page, and reads its paragraphs and tables. Its parts are the
/// pages.
[[nodiscard]] Page page_of_papers(const std::vector<Paper>& pages);

} // namespace tieout::detail

#endif
