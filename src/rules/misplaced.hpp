// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_MISPLACED_HPP
#define TIEOUT_SRC_RULES_MISPLACED_HPP

// Before a sum over cells is called broken: do its figures stand as those of one sum do?

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Doubts, of what is broken in figures that were read from tables:
/// - a sum that a rule demands of figures of several tables, or that stand neither in one row nor in one column;
/// - a sum of which one part alone was found;
/// - a sum that holds when a number that is printed again in the next cell counts once: a merged cell that was filled down;
/// - points that make ten less than a hundred: those of the execution of the budget stand in a frame of their own.
void doubt_misplaced(ReportView& report);

} // namespace tieout::detail

#endif
