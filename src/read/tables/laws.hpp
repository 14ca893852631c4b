// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_LAWS_HPP
#define TIEOUT_SRC_READ_TABLES_LAWS_HPP

// Laws that the words of a table do not say, inferred from its numbers: one row or column is the sum, the average, the quotient
// or the change of others, again and again. The one step of reading that looks at numbers: what it infers confirms and covers,
// and is never more than open; it is stated under the word "inferred".

#include "read/draft/draft.hpp"
#include "read/tables/sheet.hpp"

#include <cstddef>

namespace tieout::detail {

/// States the laws of a table of whose figures the words relate less than half. Its mentions begin at `first_mention`, its
/// statements at `first_statement`; figures that have no mention yet get one.
void infer_laws(const Sheet& sheet, std::size_t first_mention, std::size_t first_statement, Draft& draft);

} // namespace tieout::detail

#endif
