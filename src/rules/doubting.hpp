// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_DOUBTING_HPP
#define TIEOUT_SRC_RULES_DOUBTING_HPP

// What everything has in common that doubts what is broken.

#include <tieout/relations/check.hpp>

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

/// Calls a check doubted: it does not hold, and the evidence does not suffice to call it broken.
inline void doubt(Check& check) noexcept {
    check.outcome = Outcome::undecided;
    check.reason = Reason::doubted;
    check.notes = {};
}

/// Points stand under their headings, which declare what they make.
[[nodiscard]] inline bool is_of_points(std::string_view code) noexcept {
    return (code >= "T61" && code <= "T69") || code == "T86";
}

} // namespace tieout::detail

#endif
