// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_BIND_RELATIONS_HPP
#define TIEOUT_SRC_READ_JSON_BIND_RELATIONS_HPP

#include "binding.hpp"

#include <tieout/model/filing.hpp>

#include <vector>

namespace tieout::detail {

/// Reads the relations that a filing brings, when all its figures are there.
void read_relations(Binding& from, const FigureIndex& index, std::vector<StatedRelation>& relations);

} // namespace tieout::detail

#endif
