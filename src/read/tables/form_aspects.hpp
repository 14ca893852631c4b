// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_FORM_ASPECTS_HPP
#define TIEOUT_SRC_READ_TABLES_FORM_ASPECTS_HPP

// A table whose form is known: what each of its figures is of is what the form says, and what must hold in it and between it
// and other tables are the laws of facts (state_laws).

#include "read/draft/draft.hpp"
#include "read/tables/rows.hpp"
#include "read/tables/scope.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// How far a form explains a section of a table.
enum class Formed : std::uint8_t {
    no,     ///< it has none that is known
    partly, ///< some of its rows or columns are unknown to its form
    wholly  ///< everything that prints figures is known
};

/// The form of a section, and what keeps it from being certified.
struct TakenForm {
    const Form* form = nullptr;
    Formed how = Formed::no;
    std::vector<std::string_view> why_not{};
};

/// Finds the form of a section by the title of its table and its captions, gives its mentions the aspects that the form says,
/// and adds them to the facts of the draft.
[[nodiscard]] TakenForm take_form(const Sheet& sheet, const TableScope& scope,
                                  std::span<const RowBlock> blocks, Draft& draft);

} // namespace tieout::detail

#endif
