// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_SUBSTITUTE_HPP
#define TIEOUT_SRC_RELATIONS_SUBSTITUTE_HPP

#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

namespace tieout::detail {

/// What would come out of a check if another number stood in the place of one of its figures: whether a reading then
/// holds, else whether one is broken.
[[nodiscard]] Outcome outcome_with(const Relations& relations, const Check& check, const Figure& figure,
                                   const Figure& in_place, const CheckOptions& options);

} // namespace tieout::detail

#endif
