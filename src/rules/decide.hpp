// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_DECIDE_HPP
#define TIEOUT_SRC_RULES_DECIDE_HPP

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// Checks the relations of a report, and locates what is wrong.
void decide(Report& report);

} // namespace tieout::detail

#endif
