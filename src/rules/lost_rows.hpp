// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_LOST_ROWS_HPP
#define TIEOUT_SRC_RULES_LOST_ROWS_HPP

// A column whose rows make less than its total: a row may not have come over from the paper. A misprint looks otherwise: with
// one digit set right, or two put in their order, the column adds up.

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Doubts sums within a table where no slip (locate/slip.hpp) in one of their figures explains what they lack, and nothing else
/// that fails speaks of the same figure:
/// - of one column, where the parts lack something, unless they are all there can be (人员经费 and 公用经费);
/// - of one row, where the total is less than one of its parts, or another figure of the row is just what they lack.
/// Not those of points, of which the headings say how many there are. Time in proportion to the checks.
void doubt_lost_rows(ReportView& report);

} // namespace tieout::detail

#endif
