// SPDX-License-Identifier: MIT
#include "misplaced.hpp"

#include "doubting.hpp"

#include <algorithm>
#include <span>

namespace tieout::detail {
namespace {

/// What the execution of the budget counts for in every form of self-evaluation (预算执行率, 10分).
constexpr int points_of_execution = 10;

/// Rows that a group may have.
constexpr std::size_t members_max = 64;

/// How the operands of a sum stand; its total comes first.
class Cells {
  public:
    Cells(const Relation& relation, std::span<const Operand> operands)
        : relation_(relation), operands_(operands) {}

    [[nodiscard]] bool are_of_tables() const {
        return std::all_of(operands_.begin(), operands_.end(),
                           [](const Operand& operand) { return in_table(*operand.figure); });
    }
    [[nodiscard]] bool are_misplaced() const {
        if (relation_.code.empty() || is_of_points(relation_.code)) return false;
        return operands_.size() == 2 || !are_alike(&Figure::context) ||
               (!are_alike(&Figure::cell_row) && !are_alike(&Figure::cell_column));
    }
    [[nodiscard]] bool hold_without_repeats() const {
        Decimal sum{0};
        bool any = false;
        // Weights are alike by nature; those of all indicators make a hundred, printed once for each group or not.
        if (is_of_points(relation_.code) && relation_.code != "T61") return false;
        for (std::size_t i = 1; i < operands_.size(); ++i) {
            const bool again =
                i > 1 && operands_[i].figure->base_value() == operands_[i - 1].figure->base_value();
            any = any || again;
            if (!again) sum = sum + part(i);
        }
        return any && sum == total();
    }
    /// A row that stands beside what its total adds up, 丁镇（属乙县） behind 乙县: the total holds to the digit without it.
    [[nodiscard]] bool hold_without_one() const {
        if (!adds_up_amounts()) return false;
        const Decimal more = Decimal(0) - lacking();
        if (is_zero(more)) return false;
        for (std::size_t i = 1; i < operands_.size(); ++i)
            if (part(i) == more) return true;
        return false;
    }
    /// 子县, 丑县, 甲市, 寅县, 卯县, 乙市: rows that others stand before, or behind, as what they make up. The total holds to the
    /// digit without the rows that are made up by others.
    [[nodiscard]] bool hold_by_groups() const { return holds_by_groups(false) || holds_by_groups(true); }
    /// 甲项目 and 乙项目 in one sheet, of a hundred points each: the weights come to several times their total, and a total of points
    /// that one of its parts exceeds is a mean.
    [[nodiscard]] bool are_of_several_sheets() const {
        if (relation_.code != "T61" && relation_.code != "T64") return false;
        if (relation_.code == "T61") {
            constexpr int sheets_max = 20;
            const Decimal sum = total() - lacking();
            for (int sheets = 2; sheets <= sheets_max; ++sheets)
                if (sign(total()) > 0 && sum == total() * Decimal(sheets)) return true;
        }
        for (std::size_t i = 1; i < operands_.size(); ++i)
            if (operands_.size() > 2 && part(i) >= total()) return true;
        return false;
    }
    [[nodiscard]] bool lack_points_of_execution() const {
        return total() == Decimal(100) && lacking() == Decimal(points_of_execution);
    }
    /// The points got for it, where the weights lack it.
    [[nodiscard]] bool lack_score_of_execution() const {
        return (relation_.code == "T64" || relation_.code.empty()) && sign(lacking()) > 0 &&
               lacking() <= Decimal(points_of_execution);
    }

  private:
    /// Amounts of at least three rows: of fewer each way to leave some out would be as good.
    [[nodiscard]] bool adds_up_amounts() const {
        return !is_of_points(relation_.code) && operands_.size() >= 4;
    }

    /// The total as the sum of the rows that close groups of at least two before them (or open those behind them), and of the
    /// rows that are in no group.
    [[nodiscard]] bool holds_by_groups(bool behind) const {
        if (!adds_up_amounts()) return false;
        const std::size_t size = operands_.size() - 1;
        const auto at = [&](std::size_t i) { return part(behind ? size - i : i + 1); };
        Decimal sum{0};
        std::size_t since = 0; // the rows from here on are in no group yet
        bool grouped = false;
        for (std::size_t i = 0; i < size; ++i) {
            Decimal group{0};
            std::size_t first = i;
            for (std::size_t k = i; k-- > since && i - k <= members_max;) {
                group = group + at(k);
                if (i - k >= 2 && group == at(i) && !is_zero(group)) first = k;
            }
            if (first == i) continue;
            for (std::size_t k = since; k < first; ++k) sum = sum + at(k);
            sum = sum + at(i);
            since = i + 1;
            grouped = true;
        }
        for (std::size_t k = since; k < size; ++k) sum = sum + at(k);
        return grouped && sum == total();
    }
    template <class Member>
    [[nodiscard]] bool are_alike(Member Figure::*member) const {
        return std::all_of(operands_.begin(), operands_.end(), [&](const Operand& operand) {
            return operand.figure->*member == operands_.front().figure->*member;
        });
    }
    [[nodiscard]] Decimal total() const { return operands_.front().figure->value; }
    /// As it is added to the total: the parts of a sum are laid out on its side.
    [[nodiscard]] Decimal part(std::size_t i) const {
        return -(operands_[i].coefficient * operands_[i].figure->value);
    }

    /// What the parts come to less than the total.
    [[nodiscard]] Decimal lacking() const {
        Decimal rest = total();
        for (std::size_t i = 1; i < operands_.size(); ++i) rest = rest - part(i);
        return rest;
    }

    const Relation& relation_;
    std::span<const Operand> operands_;
};

bool is_misplaced(const ReportView& report, const Relation& relation, bool& lacks_execution,
                  bool& several_sheets) {
    if (relation.kind != Kind::sum) return false;
    const Cells cells(relation, report.relations.operands(relation));
    if (!cells.are_of_tables()) return false;
    try {
        const bool sheets = cells.are_of_several_sheets();
        const bool lacking = cells.lack_points_of_execution();
        lacks_execution = lacks_execution || lacking;
        several_sheets = several_sheets || sheets;
        return (several_sheets && relation.code == "T64") || sheets || cells.are_misplaced() ||
               cells.hold_without_repeats() || cells.hold_without_one() || cells.hold_by_groups() ||
               lacking || (lacks_execution && cells.lack_score_of_execution());
    } catch (const Overflow&) {
        return true; // what leaves 38 digits is not looked at further
    }
}

} // namespace

void doubt_misplaced(ReportView& report) {
    // The weights stand before the scores in the order of the rules.
    bool lacks_execution = false;
    bool several_sheets = false;
    for (Check& check : report.checks)
        if ((is_broken(check) || is_doubted(check)) &&
            is_misplaced(report, report.relation_of(check), lacks_execution, several_sheets))
            doubt(check);
}

} // namespace tieout::detail
