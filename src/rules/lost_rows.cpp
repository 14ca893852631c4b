// SPDX-License-Identifier: MIT
#include "lost_rows.hpp"

#include "doubting.hpp"
#include "relations/figure_numbers.hpp"
#include "relations/substitute.hpp"

#include <tieout/locate/slip.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <utility>
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

/// Slips of single digits. What is printed in another unit may be as little as nothing.
bool is_misprint(const Slip& slip) {
    constexpr std::array<std::string_view, 5> codes{"digits_exchanged", "digit_wrong", "digit_dropped",
                                                    "digit_repeated", "point"};
    return std::find(codes.begin(), codes.end(), slip.code) != codes.end();
}

class LostRows {
  public:
    explicit LostRows(ReportView& report) : report_(report) {}

    void all() {
        if (std::none_of(report_.checks.begin(), report_.checks.end(),
                         [](const Check& check) { return is_broken(check); }))
            return;
        for (const Check& check : report_.checks) index(check);
        for (Check& check : report_.checks)
            if (is_broken(check) && may_be_elsewhere(check) && stands_alone(check) && !slip_explains(check))
                doubt(check);
    }

  private:
    [[nodiscard]] std::span<const Operand> operands_of(const Check& check) const {
        return report_.relations.operands(report_.relation_of(check));
    }

    void index(const Check& check) {
        for (const Operand& operand : operands_of(check))
            if (in_table(*operand.figure) && operand.figure->known())
                rows_[{operand.figure->context, operand.figure->cell_row}].push_back(operand.figure);
        if (!is_broken(check) && !is_doubted(check)) return;
        for (const Operand& operand : operands_of(check)) {
            const auto [number, added] = numbers_.add(operand.figure);
            if (added) disputes_.emplace_back();
            disputes_[static_cast<std::size_t>(number)].push_back(&check);
        }
    }

    /// Whether nothing else fails that has one of its figures, but the same once more: otherwise they speak of that figure.
    [[nodiscard]] bool stands_alone(const Check& check) const {
        const auto operands = operands_of(check);
        return std::all_of(operands.begin(), operands.end(), [&](const Operand& operand) {
            const auto& in = disputes_[static_cast<std::size_t>(numbers_.find(operand.figure))];
            return std::all_of(in.begin(), in.end(), [&](const Check* other) {
                const auto of_other = operands_of(*other);
                return std::all_of(of_other.begin(), of_other.end(),
                                   [&](const Operand& each) { return has_figure(operands, each.figure); });
            });
        });
    }

    /// Whether a sum within a table may have been read from other rows or columns than it was printed in.
    [[nodiscard]] bool may_be_elsewhere(const Check& check) const {
        const Relation& relation = report_.relation_of(check);
        const auto operands = operands_of(check);
        if (relation.kind != Kind::sum || operands.size() < 2 || is_of_points(relation.code)) return false;
        const Figure& total = *operands.front().figure;
        bool one_column = in_table(total);
        bool one_row = in_table(total);
        try {
            Decimal lacks = total.base_value();
            Decimal greatest{};
            for (const Operand& operand : operands.subspan(1)) {
                const Figure& figure = *operand.figure;
                if (operand.role != Role::part || figure.context != total.context ||
                    sign(figure.base_value()) < 0)
                    return false;
                one_column = one_column && figure.cell_column == total.cell_column;
                one_row = one_row && figure.cell_row == total.cell_row;
                lacks = lacks - figure.base_value();
                greatest = std::max(greatest, figure.base_value());
            }
            if (one_row && !one_column)
                return total.base_value() < greatest || stands_in_row(check, total, lacks);
            return one_column && !one_row && !is_of_named_parts(relation, operands.size() - 1) &&
                   sign(lacks) > 0;
        } catch (const Overflow&) {
            return false;
        }
    }

    /// Whether another figure of the row is just what a sum lacks: its caption may be that of a part.
    [[nodiscard]] bool stands_in_row(const Check& check, const Figure& total, const Decimal& lacks) const {
        const Decimal rounding = left_by_rounding(total);
        if (lacks <= rounding) return false;
        const auto row = rows_.find({total.context, total.cell_row});
        return row != rows_.end() &&
               std::any_of(row->second.begin(), row->second.end(), [&](const Figure* figure) {
                   const Decimal rest = figure->base_value() - lacks;
                   return -rounding <= rest && rest <= rounding && !has_figure(operands_of(check), figure);
               });
    }

    /// Whether with a value that one of its figures may have been meant to have, it holds.
    bool slip_explains(const Check& check) {
        std::vector<Decimal> meant;
        for (const Operand& operand : operands_of(check)) {
            const Figure& figure = *operand.figure;
            if (!figure.known()) continue;
            meant.clear();
            for (const Slip& slip : slips())
                if (is_misprint(slip)) slip.candidates({.printed = figure.value, .unit = figure.unit}, meant);
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

    ReportView& report_;
    FigureNumbers numbers_;
    /// What does not hold, by the number of a figure.
    std::vector<std::vector<const Check*>> disputes_;
    /// Figures by their tables and rows, as often as they are checked.
    std::map<std::pair<std::string_view, std::uint32_t>, std::vector<const Figure*>> rows_;
    std::size_t work_ = 0;
};

} // namespace

void doubt_lost_rows(ReportView& report) { LostRows(report).all(); }

} // namespace tieout::detail
