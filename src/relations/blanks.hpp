// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_BLANKS_HPP
#define TIEOUT_SRC_RELATIONS_BLANKS_HPP

#include <tieout/relations/relation.hpp>

#include <span>
#include <vector>

namespace tieout::detail {

/// The operands of a relation; of a sum with blank parts without those in which nothing stands, or ——: they add nothing.
[[nodiscard]] inline std::vector<Operand> filled_in(const Relation& relation,
                                                    std::span<const Operand> operands) {
    std::vector<Operand> filled;
    filled.reserve(operands.size());
    for (const Operand& operand : operands) {
        const State state = operand.figure->state;
        const bool empty = state == State::blank || state == State::not_applicable;
        if (!relation.blanks || operand.role != Role::part || !empty) filled.push_back(operand);
    }
    return filled;
}

} // namespace tieout::detail

#endif
