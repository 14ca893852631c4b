// SPDX-License-Identifier: MIT
#include "lost_rows.hpp"

#include "doubting.hpp"
#include "relations/substitute.hpp"

#include <tieout/locate/slip.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace tieout::detail {
namespace {

/// Values that are tried in one document.
constexpr std::size_t work_max = 200'000;

/// What its parts are by definition, all of which stand there: no row can be missing.
bool is_of_named_parts(const Relation& relation, std::size_t parts) {
    struct Whole {
        std::string_view code;
        std::size_t parts;
    };
    constexpr std::array wholes{Whole{"T06", 2}, Whole{"T37", 2}, Whole{"T42", 3}, Whole{"T43", 2}};
    return std::any_of(wholes.begin(), wholes.end(), [&](const Whole& whole) {
        return relation.code == whole.code && parts >= whole.parts;
    });
}

bool is_of_points(std::string_view code) { return (code >= "T61" && code <= "T69") || code == "T86"; }

class LostRows {
  public:
    explicit LostRows(Report& report) : report_(report) {}

    void all() {
        for (Check& check : report_.checks)
            if (is_broken(check) && lacks_something(check) && !slip_explains(check)) doubt(check);
    }

  private:
    [[nodiscard]] std::span<const Operand> operands_of(const Check& check) const {
        return report_.relations.operands(report_.relation_of(check));
    }

    /// Whether it is a sum of one column whose parts, none of which is negative, come to less than its total.
    [[nodiscard]] bool lacks_something(const Check& check) const {
        const Relation& relation = report_.relation_of(check);
        const auto operands = operands_of(check);
        if (relation.kind != Kind::sum || operands.size() < 2 || is_of_points(relation.code) ||
            is_of_named_parts(relation, operands.size() - 1))
            return false;
        const Figure& total = *operands.front().figure;
        try {
            Decimal lacks = total.base_value();
            for (const Operand& operand : operands.subspan(1)) {
                const Figure& figure = *operand.figure;
                const bool below = in_table(figure) && figure.context == total.context &&
                                   figure.cell_column == total.cell_column &&
                                   figure.cell_row != total.cell_row;
                if (!below || operand.role != Role::part || sign(figure.base_value()) < 0) return false;
                lacks = lacks - figure.base_value();
            }
            return in_table(total) && sign(lacks) > 0;
        } catch (const Overflow&) {
            return false;
        }
    }

    /// Whether with a value that one of its figures may have been meant to have, it holds.
    bool slip_explains(const Check& check) {
        std::vector<Decimal> meant;
        for (const Operand& operand : operands_of(check)) {
            const Figure& figure = *operand.figure;
            if (!figure.known()) continue;
            meant.clear();
            for (const Slip& slip : slips())
                if (slip.candidates != nullptr)
                    slip.candidates({.printed = figure.value, .unit = figure.unit}, meant);
            for (const Decimal& value : meant) {
                if (++work_ > work_max) return true;
                Figure in_place = figure;
                in_place.value = value;
                if (holds(outcome_with(report_.relations, check, figure, in_place, report_.options)))
                    return true;
            }
        }
        return false;
    }

    Report& report_;
    std::size_t work_ = 0;
};

} // namespace

void doubt_lost_rows(Report& report) { LostRows(report).all(); }

} // namespace tieout::detail
