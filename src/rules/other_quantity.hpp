// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_OTHER_QUANTITY_HPP
#define TIEOUT_SRC_RULES_OTHER_QUANTITY_HPP

// Before a column of a table is called broken: could it be of another quantity than its words seem to say? Means, rates and
// prices are printed under 合计 as well, and a share may be of a whole that is not in the table.

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Doubts, of what is broken in figures of a table:
/// - a sum whose total lies between the least and the greatest of its parts, none of which is less than nothing, as a mean
///   does; unless another sum with one of its figures, or one in the same column, holds, or one digit mends it;
/// - the shares of a column of which not more hold than fail, or that state of the whole itself that it is not all.
void doubt_other_quantities(ReportView& report);

} // namespace tieout::detail

#endif
