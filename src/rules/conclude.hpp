// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_CONCLUDE_HPP
#define TIEOUT_SRC_RULES_CONCLUDE_HPP

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Checks the relations of a report; what may be broken only because of how it was read is doubted.
void check_in(Report& report);

/// Locates what is wrong in a report whose relations are checked; `together` if all that holds is known to hold together.
void locate_in(Report& report, bool together = false);

} // namespace tieout::detail

#endif
