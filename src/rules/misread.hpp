// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_MISREAD_HPP
#define TIEOUT_SRC_RULES_MISREAD_HPP

// Before something in a table is called broken: could it be that the table was misread? Rows that were lost, columns
// that were exchanged and labels that were shifted break many relations at once, or ask for numbers that stand right
// beside; a misprint is one number, and with the right one all is well.

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Doubts, of what is broken in figures that were read from tables, what a misreading would explain:
/// - a relation that no single figure could mend without breaking another (in a certified table: without breaking as many
///   as it mends);
/// - relations along one row or column, or of one form in all of them, if more than two and more than a third fail;
/// - a relation whose wanted number stands at another figure of the same row or column that is disputed itself;
/// - that a figure is missing, unless its table is certified.
/// What would take too long to look at is doubted as well. Time in proportion to the relations, up to a fixed bound.
void doubt_misreadings(ReportView& report);

} // namespace tieout::detail

#endif
