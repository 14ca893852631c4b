// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_LOCATE_IN_HPP
#define TIEOUT_SRC_RULES_LOCATE_IN_HPP

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Locates what is wrong in a report whose relations are checked; `together` if all that holds is known to hold together.
void locate_in(Report& report, bool together = false);

} // namespace tieout::detail

#endif
