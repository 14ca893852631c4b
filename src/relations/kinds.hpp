// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_KINDS_HPP
#define TIEOUT_SRC_RELATIONS_KINDS_HPP

#include <tieout/relations/relation.hpp>

namespace tieout::detail {

/// Whether a relation of this kind states the quotient of others.
[[nodiscard]] inline bool is_quotient(Kind kind) noexcept {
    return kind == Kind::ratio || kind == Kind::share || kind == Kind::growth;
}

} // namespace tieout::detail

#endif
