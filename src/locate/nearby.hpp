// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_NEARBY_HPP
#define TIEOUT_SRC_LOCATE_NEARBY_HPP

// Whether checks that each hold can hold together, for the filings in which that is easily seen. A few of their checks
// hold only within rounding: if some figures, moved within their intervals, make those exact and disturb no other, the
// printed figures with these moves are a solution, and there is nothing to look for.
//
//     if (solved_nearby(relations, checks, reading)) return {};   // in microseconds; else the solver decides

#include "relations/kernel.hpp"

#include <tieout/relations/check.hpp>

#include <span>

namespace tieout::detail {

/// True only if all checks at error level that are exact or hold within rounding have a common solution. None may be
/// broken. False says nothing.
[[nodiscard]] bool solved_nearby(const Relations& relations, std::span<const Check> checks,
                                 const Reading& reading);

} // namespace tieout::detail

#endif
