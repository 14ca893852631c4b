// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_ASPECTS_HPP
#define TIEOUT_SRC_READ_TABLES_ASPECTS_HPP

// What each figure of a block is of. Frame, column, row and words are merged with one precedence, from the surest:
//
//     phase    the row's own words (年初结转和结余), the column, the name of the table, executed
//     fund     the column, the row under which it stands, the name of the table, the frame
//     period   the column, the frame
//     unit     the figure's own, the label, the column, the section's name, the frame
//     item     the row by code or name under the column's part; the column under a row that is a total or has no name
//
// What none of them says is unknown. What a fund, another year or another body confines is no member of the model.

#include "read/draft/draft.hpp"
#include "read/tables/rows.hpp"

#include <optional>

namespace tieout::detail {

/// The phase that a head says of the filing's year; `other_year` if it is of another, so that the phase is not this
/// filing's.
[[nodiscard]] std::optional<Phase> phase_of(const Head& head, const TableScope& scope, bool& other_year);
/// The year that a column is of, counted from that of the table: −1 the year before. Nothing if no year is known.
[[nodiscard]] std::optional<int> year_of(const Head& head, const TableScope& scope);

/// Adds a mention for each figure of the block, and for each total that is left empty over parts that are not. Weight and
/// score of the row of the whole budget go into the evaluation instead. With the first block of a section go figures that
/// found no column.
void add_mentions(const Sheet& sheet, const TableScope& scope, const std::optional<Unit>& unit,
                  bool first_block, RowBlock& block, Draft& draft, Evaluation& evaluation);

/// Classes of function in a table of income are what the income is for.
[[nodiscard]] std::string_view whole_of_classes(std::string_view split, const Head& head,
                                                const TableScope& scope) noexcept;

} // namespace tieout::detail

#endif
