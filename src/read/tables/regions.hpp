// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_REGIONS_HPP
#define TIEOUT_SRC_READ_TABLES_REGIONS_HPP

// The regions of a table. A section is a group of heads with the rows beneath them, up to the next heads; in a section the
// columns form blocks side by side, each of labels with their figures.

#include "read/tables/heads.hpp"
#include "read/tables/sheet.hpp"

#include <cstdint>
#include <vector>

namespace tieout::detail {

struct Section {
    std::uint32_t heads_begin = 0;
    /// Rows [begin, end) stand beneath the heads.
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    /// Plain text has lost which cells its heads had merged: columns do not stand under them.
    bool torn = false;
    /// By columns.
    std::vector<Head> heads{};
};

/// The sections of a table, from the top down, with their heads.
[[nodiscard]] std::vector<Section> sections_of(const Sheet& sheet);

/// The columns of one block.
struct BlockColumns {
    std::vector<std::uint32_t> labels{};
    std::vector<std::uint32_t> codes{};
    /// 序号, 行次: where a total may stand that has no number.
    std::vector<std::uint32_t> ordinals{};
    std::vector<std::uint32_t> figures{};
};

/// The blocks of a section, from the left.
[[nodiscard]] std::vector<BlockColumns> blocks_of(const Sheet& sheet, const Section& section);

/// Whether the row numbers the columns (栏次), or only frames the table: its name, its form, its body, its unit.
[[nodiscard]] bool is_skipped_row(const Grid& grid, std::uint32_t row);

} // namespace tieout::detail

#endif
