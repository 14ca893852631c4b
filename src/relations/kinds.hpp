// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_KINDS_HPP
#define TIEOUT_SRC_RELATIONS_KINDS_HPP

#include <tieout/relations/relation.hpp>

namespace tieout::detail {

/// Whether a relation of this kind states the quotient of others.
[[nodiscard]] inline bool is_quotient(Kind kind) noexcept {
    return kind == Kind::ratio || kind == Kind::share || kind == Kind::growth;
}

/// Whether a relation of this kind compares a linear form with a constant, for equality where it says no comparison.
[[nodiscard]] inline bool is_linear(Kind kind) noexcept {
    return kind == Kind::sum || kind == Kind::linear || kind == Kind::average;
}

} // namespace tieout::detail

#endif
