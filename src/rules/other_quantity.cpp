// SPDX-License-Identifier: MIT
#include "other_quantity.hpp"

#include "doubting.hpp"
#include "relations/evidence.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <unordered_set>
#include <vector>

namespace tieout::detail {
namespace {

/// Digits without point and sign, and without the zeros at either end.
std::string digits_of(const Decimal& number) {
    std::string digits;
    for (const char c : to_string(number))
        if (c >= '0' && c <= '9') digits += c;
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits;
}

/// The sums that stand in one column, and whether one of them holds that says something.
using Column = std::tuple<std::string_view, std::uint32_t>;

class OtherQuantities {
  public:
    explicit OtherQuantities(ReportView& report) : report_(report) {}

    void all() {
        means();
        shares();
    }

  private:
    [[nodiscard]] const Relation& relation_of(std::size_t check) const {
        return report_.relation_of(report_.checks[check]);
    }
    [[nodiscard]] std::span<const Operand> operands_of(std::size_t check) const {
        return report_.relations.operands(relation_of(check));
    }
    [[nodiscard]] bool is_broken(std::size_t check) const { return detail::is_broken(report_.checks[check]); }
    [[nodiscard]] bool holds(std::size_t check) const { return detail::holds(report_.checks[check]); }

    // ── means ──

    /// A sum of one column that the words of a table state.
    [[nodiscard]] bool is_sum_of_column(std::size_t check) const {
        const Relation& relation = relation_of(check);
        const auto operands = operands_of(check);
        if (relation.kind != Kind::sum || !relation.code.empty() || operands.size() < 3) return false;
        const Figure& first = *operands.front().figure;
        return std::all_of(operands.begin(), operands.end(), [&](const Operand& operand) {
            return in_table(*operand.figure) && operand.figure->context == first.context &&
                   operand.figure->cell_column == first.cell_column && operand.figure->known();
        });
    }

    /// Whether the total lies within its parts, as a mean does; two of them at least are more than nothing.
    static bool is_within_parts(std::span<const Operand> operands) {
        std::vector<Decimal> parts;
        Decimal total{};
        for (const Operand& operand : operands) {
            const Decimal value = operand.figure->base_value();
            if (operand.role == Role::total)
                total = value;
            else if (operand.role != Role::part || sign(value) < 0)
                return false;
            else
                parts.push_back(value);
        }
        if (std::count_if(parts.begin(), parts.end(), [](const Decimal& part) { return !is_zero(part); }) < 2)
            return false;
        const auto [least, greatest] = std::minmax_element(parts.begin(), parts.end());
        return *least <= total && total <= *greatest;
    }

    /// Whether one digit of one of its figures is all that it lacks, and the figures have digits enough that this is no
    /// accident.
    static bool one_digit_mends(std::span<const Operand> operands) {
        constexpr std::size_t enough = 4;
        Decimal lacks{};
        std::size_t longest = 0;
        for (const Operand& operand : operands) {
            const Decimal value = operand.figure->base_value();
            lacks = operand.role == Role::total ? lacks - value : lacks + value;
            longest = std::max(longest, digits_of(operand.figure->value).size());
        }
        return longest >= enough && digits_of(lacks).size() == 1;
    }

    void means() {
        std::vector<std::size_t> suspects;
        std::map<Column, bool> adds_up;
        std::unordered_set<const Figure*> added;
        for (std::size_t check = 0; check < report_.checks.size(); ++check) {
            const Relation& relation = relation_of(check);
            if (relation.kind != Kind::sum) continue;
            const auto operands = operands_of(check);
            if (holds(check) && operands.size() > 2 && !rests_on_open(report_.relations, relation)) {
                for (const Operand& operand : operands) added.insert(operand.figure);
                if (is_sum_of_column(check))
                    adds_up[{operands.front().figure->context, operands.front().figure->cell_column}] = true;
            }
            if (is_broken(check) && is_sum_of_column(check) && is_within_parts(operands))
                suspects.push_back(check);
        }
        for (const std::size_t check : suspects) {
            const auto operands = operands_of(check);
            const Figure& first = *operands.front().figure;
            const bool known = adds_up.contains({first.context, first.cell_column}) ||
                               std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
                                   return added.contains(operand.figure);
                               });
            if (!known && !one_digit_mends(operands)) doubt(report_.checks[check]);
        }
    }

    // ── shares ──

    struct Shares {
        std::vector<std::size_t> broken{};
        std::size_t hold = 0;
        bool whole_fails = false;
        bool whole_holds = false;
    };

    void shares() {
        std::map<std::tuple<std::string_view, std::uint32_t, const Figure*>, Shares> columns;
        for (std::size_t check = 0; check < report_.checks.size(); ++check) {
            const Relation& relation = relation_of(check);
            const auto operands = operands_of(check);
            if (relation.kind != Kind::share || operands.size() != 3 || relation.numerator_count != 1)
                continue;
            const Figure& share = *operands[0].figure;
            if (!in_table(share) || (!is_broken(check) && !holds(check))) continue;
            const bool whole = operands[1].figure == operands[2].figure;
            Shares& column = columns[{share.context, share.cell_column, operands[2].figure}];
            if (is_broken(check)) column.broken.push_back(check);
            if (whole)
                (is_broken(check) ? column.whole_fails : column.whole_holds) = true;
            else
                column.hold += holds(check) ? 1U : 0U;
        }
        for (const auto& [key, column] : columns) {
            const std::size_t parts = column.broken.size() - (column.whole_fails ? 1U : 0U);
            const bool unlike = parts > 1 ? parts >= column.hold : column.hold == 0 && !column.whole_holds;
            const bool many = parts > 2 && 2 * parts > column.hold;
            if (unlike || many || (column.whole_fails && parts >= column.hold))
                for (const std::size_t check : column.broken) doubt(report_.checks[check]);
        }
    }

    ReportView& report_;
};

} // namespace

void doubt_other_quantities(ReportView& report) { OtherQuantities(report).all(); }

} // namespace tieout::detail
