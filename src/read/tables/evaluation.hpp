// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_EVALUATION_HPP
#define TIEOUT_SRC_READ_TABLES_EVALUATION_HPP

// Where an evaluation that a table prints goes: that of the body into the filing, that of a project, and one of which the
// model has no place for all that it prints, into figures and statements of its own.

#include "read/draft/draft.hpp"
#include "read/tables/indicators.hpp"
#include "read/tables/scope.hpp"

#include <vector>

namespace tieout::detail {

/// `evaluation` has the row of the whole budget, if the table prints points for it, and the grade.
void keep_evaluation(const Sheet& sheet, const TableScope& scope, const std::vector<PointSheet>& sheets,
                     Evaluation&& evaluation, Draft& draft);

} // namespace tieout::detail

#endif
