// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_QUOTIENT_ENDS_HPP
#define TIEOUT_SRC_RELATIONS_QUOTIENT_ENDS_HPP

// How far a quotient can go when each of its figures may be anything that is printed alike.

#include "kernel.hpp"
#include "wide_decimal.hpp"

#include <span>
#include <utility>

namespace tieout::detail {

/// The ends of N / D over the box, where D keeps its sign: the highest or the lowest, and whether it is reached. The
/// numerator stands right before the denominator among the operands.
[[nodiscard]] std::pair<WideDecimal, WideDecimal>
extreme_quotient(std::span<const Operand> numerator, std::span<const Operand> denominator,
                 std::span<const Operand> operands, const Conventions& reading, bool highest, bool& closed);

} // namespace tieout::detail

#endif
