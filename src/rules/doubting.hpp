// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_DOUBTING_HPP
#define TIEOUT_SRC_RULES_DOUBTING_HPP

// What everything has in common that doubts what is broken.

#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <algorithm>
#include <span>
#include <string_view>

namespace tieout::detail {

[[nodiscard]] inline bool in_table(const Figure& figure) noexcept {
    return figure.cell_row != 0 && figure.cell_column != 0;
}

[[nodiscard]] inline bool is_broken(const Check& check) noexcept { return check.outcome == Outcome::broken; }
[[nodiscard]] inline bool holds(Outcome outcome) noexcept {
    return outcome == Outcome::exact || outcome == Outcome::rounding;
}
[[nodiscard]] inline bool holds(const Check& check) noexcept { return holds(check.outcome); }

/// Whether what is broken at this level is a failure; with `strict` a warning is one.
[[nodiscard]] constexpr bool fails(Severity severity, bool strict) noexcept {
    return severity == Severity::error || (strict && severity == Severity::warning);
}

/// Calls a check doubted: it does not hold, and the evidence does not suffice to call it broken.
inline void doubt(Check& check) noexcept {
    check.outcome = Outcome::undecided;
    check.reason = Reason::doubted;
    check.notes = {};
}

/// Whether a figure is among the operands of a relation.
[[nodiscard]] inline bool has_figure(std::span<const Operand> operands, const Figure* figure) noexcept {
    return std::any_of(operands.begin(), operands.end(),
                       [&](const Operand& operand) { return operand.figure == figure; });
}

/// What the rounding of two sums may leave between them, as their total is printed.
[[nodiscard]] inline Decimal left_by_rounding(const Figure& total) {
    return shifted(Decimal{3}, total.unit.power - total.scale());
}

/// Points stand under their headings, which declare what they make.
[[nodiscard]] inline bool is_of_points(std::string_view code) noexcept {
    return (code >= "T61" && code <= "T69") || code == "T86";
}

} // namespace tieout::detail

#endif
