// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_SCOPE_HPP
#define TIEOUT_SRC_READ_TABLES_SCOPE_HPP

// What a table as a whole says of all its figures: unit, fund, year, body, project.

#include "read/draft/draft.hpp"
#include "read/tables/sheet.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tieout::detail {

struct TableScope {
    /// Its name.
    std::string_view caption{};
    std::optional<Unit> unit{};
    /// Funds that its name confines it to, as Aspects has them.
    std::string_view fund{};
    /// The year that its executed figures are of: that of the frame, else of the document, else the latest that its heads name.
    std::optional<int> year{};
    /// The phase of figures of which neither caption nor head says one.
    Phase otherwise = Phase::executed;
    /// As Aspects has it, where all of the table is of another year than the document.
    std::string period{};
    /// As printed, where it is another body than the one that files.
    std::string body{};
    /// The project that it evaluates, and whether it evaluates one.
    std::string project{};
    bool of_project = false;
    std::string grade{};
    /// It shows part of what its totals are of: 节选, 前三名.
    bool excerpt = false;
    /// Words beside it say that its totals are of more, or of less, than its rows.
    bool noted = false;
    /// A note tells how its rates, shares or means were reckoned.
    bool reckoned_otherwise = false;
};

[[nodiscard]] TableScope scope_of(const Sheet& sheet, const Draft& draft);

} // namespace tieout::detail

#endif
