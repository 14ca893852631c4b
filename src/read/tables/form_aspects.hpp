// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_FORM_ASPECTS_HPP
#define TIEOUT_SRC_READ_TABLES_FORM_ASPECTS_HPP

// A table whose form is known: what each of its figures is of is what the form says, and what must hold in it and between it
// and other tables are the laws of facts (state_laws).

#include "read/draft/draft.hpp"
#include "read/tables/rows.hpp"
#include "read/tables/scope.hpp"

#include <span>

namespace tieout::detail {

/// How far a form explains a section of a table.
enum class Formed : std::uint8_t {
    no,     ///< it has none that is known
    partly, ///< some of its rows or columns are unknown to its form
    wholly  ///< everything that prints figures is known
};

/// Finds the form of a section by the title of its table and its captions, gives its mentions the aspects that the form says,
/// and adds them to the facts of the draft.
Formed take_form(const Sheet& sheet, const TableScope& scope, std::span<const RowBlock> blocks, Draft& draft);

} // namespace tieout::detail

#endif
