// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_BLANKS_HPP
#define TIEOUT_SRC_RELATIONS_BLANKS_HPP

#include <tieout/relations/relation.hpp>

#include <span>
#include <vector>

namespace tieout::detail {

/// Whether nothing stands there, or ——.
[[nodiscard]] inline bool is_left_blank(const Figure& figure) noexcept {
    return figure.state == State::blank || figure.state == State::not_applicable;
}

/// The operands of a relation; of a sum or an average with blank parts without those that are left blank: they add nothing, and
/// are not counted.
[[nodiscard]] inline std::vector<Operand> filled_in(const Relation& relation,
                                                    std::span<const Operand> operands) {
    std::vector<Operand> filled;
    filled.reserve(operands.size());
    for (const Operand& operand : operands) {
        if (!relation.blanks || operand.role != Role::part || !is_left_blank(*operand.figure))
            filled.push_back(operand);
    }
    return filled;
}

} // namespace tieout::detail

#endif
