// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_MISREAD_WORDS_HPP
#define TIEOUT_SRC_RULES_MISREAD_WORDS_HPP

// Before something in a sentence is called broken: could it be that another figure was meant? Words that read as if they spoke
// of one figure may speak of another that stands beside it; where one does stand there with which all is well, nothing is wrong.

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Doubts, of what is broken in figures that were read from sentences, what holds for other figures of the same sentences, or of
/// the two before them: a rate of two of them, a change between two, a sum with one more, one less or another, a sign turned, what
/// differs by one of them. What would take too long to look at is doubted as well.
void doubt_misread_words(ReportView& report);

} // namespace tieout::detail

#endif
