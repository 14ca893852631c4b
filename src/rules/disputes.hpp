// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_DISPUTES_HPP
#define TIEOUT_SRC_RULES_DISPUTES_HPP

// A misprint is one figure, and with the right one in its place everything in its table holds that it stands in. Where several
// relations of a table fail that share figures, and no one figure explains them together, figures, captions or labels may
// have changed places.

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Doubts, of what is broken in a table:
/// - what has a figure in common with another relation that does not hold, if no figure set right mends both;
/// - that figures of two tables are the same, where that is so of two or more, and more than a third fail;
/// - a sum that has too much what another sum of its table lacks;
/// - that two columns of one row are the same figure: a table prints nothing twice side by side, so that their heads may
///   have been misread.
/// Time in proportion to what does not hold, up to a fixed bound; beyond it nothing is doubted here.
void doubt_scattered_disputes(ReportView& report);

} // namespace tieout::detail

#endif
