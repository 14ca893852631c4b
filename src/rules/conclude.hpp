// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_CONCLUDE_HPP
#define TIEOUT_SRC_RULES_CONCLUDE_HPP

#include <tieout/rules/report.hpp>

#include <functional>

namespace tieout::detail {

/// Makes the report of a filing that stays where it is; `more` states after the rules and the filing.
void check_filing(ReportView& report, const Filing& filing, const CheckOptions& options,
                  const std::function<void(ReportView&)>& more);

/// Checks the relations of a report; what may be broken only because of how it was read is doubted.
void check_in(ReportView& report);

/// Locates what is wrong in a report whose relations are checked; `together` if all that holds is known to hold together.
void locate_in(ReportView& report, bool together = false);

} // namespace tieout::detail

#endif
