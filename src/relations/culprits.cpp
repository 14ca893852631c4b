// SPDX-License-Identifier: MIT
#include "culprits.hpp"

#include "evidence.hpp"
#include "kernel.hpp"

#include <algorithm>

namespace tieout::detail {

std::vector<const Figure*> culprits_of(const Relations& relations, const Check& check) {
    std::vector<const Figure*> culprits;
    const Relation& relation = relations.all()[check.relation];
    const auto operands = relations.operands(relation);
    const auto add = [&](const Figure* figure) {
        if (std::find(culprits.begin(), culprits.end(), figure) == culprits.end()) culprits.push_back(figure);
    };
    switch (check.reason) {
    case Reason::none:
    case Reason::too_many_digits:
    case Reason::not_settled:
    case Reason::restated:
        break;
    case Reason::missing:
    case Reason::not_applicable:
    case Reason::unreadable:
    case Reason::approximate:
        for (std::uint32_t index = check.first_reading; index < check.first_reading + check.readings; ++index)
            for (const Operand& operand : relations.operands(relations.all()[index]))
                if (reason_of(*operand.figure) != Reason::none) add(operand.figure);
        break;
    case Reason::zero_divisor:
    case Reason::base_not_positive:
        for (const Operand& operand : operands)
            if (operand.role == Role::denominator) add(operand.figure);
        break;
    case Reason::mixed_units:
        for (const Operand& operand : operands) add(operand.figure);
        break;
    case Reason::doubted:
        // A rule doubts because of figures; a statement says itself that it is open.
        for (const Operand& operand : operands)
            if (!relation.code.empty() && is_open(operand)) add(operand.figure);
        if (culprits.empty()) add(operands.front().figure);
        break;
    case Reason::unit_missing:
    case Reason::several_readings:
    case Reason::open_list:
        add(operands.front().figure);
        break;
    }
    return culprits;
}

} // namespace tieout::detail
