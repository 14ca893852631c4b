// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_BIND_REFERENCES_HPP
#define TIEOUT_SRC_READ_JSON_BIND_REFERENCES_HPP

// Names of figures: what a claim is of or from, and what stands in a relation.

#include "binding.hpp"

#include <tieout/model/item.hpp>

#include <string>
#include <vector>

namespace tieout::detail {

/// One reference, or the readings that the text leaves under any_of.
void read_readings_of(Binding& from, Binding::At at, std::vector<Reference>& readings);
/// One figure, or a list of terms: figures, or pairs of figure and coefficient.
bool read_reference(Binding& from, Binding::At at, Reference& reference);
/// One figure, as a term.
bool read_term(Binding& from, Binding::At at, Reference& reference);
/// The name of a figure. Whether there is one is seen when all figures were read.
bool read_figure_name(Binding& from, Binding::At at, std::string& name);
/// Looks up all names that were read before all figures were.
void look_up_references(Binding& from, const FigureIndex& index);

} // namespace tieout::detail

#endif
