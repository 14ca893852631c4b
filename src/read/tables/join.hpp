// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_JOIN_HPP
#define TIEOUT_SRC_READ_TABLES_JOIN_HPP

// A table that page breaks have cut becomes one again: the next goes on with it if it has no name of its own, or says that it
// continues, and repeats its heads or has none.

#include "read/document/document.hpp"

#include <optional>

namespace tieout::detail {

/// The table with all that go on with it; nothing if none does.
[[nodiscard]] std::optional<Table> joined_with_next(const Page& page, const Table& table);
/// Whether the table goes on with the one before it, which has been read with it.
[[nodiscard]] bool continues_another(const Page& page, const Table& table);

} // namespace tieout::detail

#endif
