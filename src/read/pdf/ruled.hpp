// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_RULED_HPP
#define TIEOUT_SRC_READ_PDF_RULED_HPP

// Tables of a page: a grid of ruling lines with the words that stand in its cells.

#include <span>
#include <vector>

#include "read/pdf/grid.hpp"
#include "read/pdf/lines.hpp"

namespace tieout::detail {

struct RuledTable {
    RuledGrid grid{};
    /// Of each cell of the grid, its lines from the top down.
    std::vector<std::vector<WordLine>> lines{};
    /// No word stands in it.
    bool blank = true;
};

/// Puts the words of a page into the cells that hold them, and takes them off `words`. What is no table keeps its words
/// there: a frame around prose, a chart, and lines that part columns of figures only, with nothing between the rows, or rows
/// with nothing between the columns.
[[nodiscard]] std::vector<RuledTable> ruled_tables(std::vector<RuledGrid> grids,
                                                   std::vector<PaperWord>& words);

} // namespace tieout::detail

#endif
