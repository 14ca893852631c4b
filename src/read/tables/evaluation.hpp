// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_EVALUATION_HPP
#define TIEOUT_SRC_READ_TABLES_EVALUATION_HPP

// Where an evaluation that a table prints goes: that of the body into the filing, that of a project into figures and
// statements of its own.

#include "read/draft/draft.hpp"
#include "read/tables/scope.hpp"

namespace tieout::detail {

void keep_evaluation(const Sheet& sheet, const TableScope& scope, Evaluation&& evaluation, Draft& draft);

} // namespace tieout::detail

#endif
