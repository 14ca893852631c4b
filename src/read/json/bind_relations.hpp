// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_BIND_RELATIONS_HPP
#define TIEOUT_SRC_READ_JSON_BIND_RELATIONS_HPP

#include "binding.hpp"

#include <tieout/model/filing.hpp>

#include <vector>

namespace tieout::detail {

/// Reads the relations that a filing brings, when all its figures are there.
void read_relations(Binding& from, const FigureIndex& index, std::vector<StatedRelation>& relations);

/// Reads the relation that a rule demands: its kind, and figures that the index knows. Nothing of it is believed unless all of
/// it is understood.
[[nodiscard]] bool read_demanded_relation(Binding& from, const FigureIndex& index, Binding::At at,
                                          StatedRelation& relation);

} // namespace tieout::detail

#endif
