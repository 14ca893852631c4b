// SPDX-License-Identifier: MIT
#include "disputes.hpp"

#include "doubting.hpp"
#include "relations/substitute.hpp"
#include "wanted.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::detail {
namespace {

/// Relations that are looked at with another value, in one document.
constexpr std::size_t work_max = 200'000;
/// Relations beside one that is broken.
constexpr std::size_t most_beside = 64;

class Disputes {
  public:
    explicit Disputes(ReportView& report) : report_(report) {}

    void all() {
        index();
        std::vector<std::uint32_t> scattered = tables_apart();
        for (std::uint32_t check = 0; check < report_.checks.size(); ++check)
            if (is_broken(report_.checks[check]) && stands_in_table(check) &&
                (is_printed_twice(check) || is_other_sums_gain(check) || stands_beside(check) ||
                 !is_explained(check)))
                scattered.push_back(check);
        for (const std::uint32_t check : scattered) doubt(report_.checks[check]);
    }

  private:
    [[nodiscard]] const Relation& relation_of(std::uint32_t check) const {
        return report_.relation_of(report_.checks[check]);
    }
    [[nodiscard]] std::span<const Operand> operands_of(std::uint32_t check) const {
        return report_.relations.operands(relation_of(check));
    }
    /// Whether it is of amounts of a table.
    [[nodiscard]] bool stands_in_table(std::uint32_t check) const {
        if (is_of_points(relation_of(check).code)) return false;
        const auto operands = operands_of(check);
        return std::all_of(operands.begin(), operands.end(),
                           [](const Operand& operand) { return in_table(*operand.figure); });
    }

    /// What the parts of a sum come to less than its total; nothing for what is none.
    [[nodiscard]] std::optional<Decimal> gap_of(std::uint32_t check) const {
        const auto operands = operands_of(check);
        if (relation_of(check).kind != Kind::sum || operands.size() < 2) return std::nullopt;
        try {
            Decimal gap{};
            for (const Operand& operand : operands) {
                if (!operand.figure->known()) return std::nullopt;
                gap = gap + operand.coefficient * operand.figure->base_value();
            }
            return gap;
        } catch (const Overflow&) {
            return std::nullopt;
        }
    }

    void index_gap(std::uint32_t check) {
        if (holds(report_.checks[check]) || !stands_in_table(check)) return;
        if (const std::optional<Decimal> gap = gap_of(check); gap && !is_zero(*gap))
            gaps_.push_back({check, operands_of(check).front().figure->context, *gap});
    }

    [[nodiscard]] bool have_common_figure(std::uint32_t one, std::uint32_t other) const {
        const auto operands = operands_of(one);
        return std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
            return has_figure(operands_of(other), operand.figure);
        });
    }

    /// Whether another sum of the table has too much what this one lacks, or the other way round: a figure may have gone from
    /// the one to the other.
    [[nodiscard]] bool is_other_sums_gain(std::uint32_t check) {
        const std::optional<Decimal> gap = gap_of(check);
        if (!gap) return false;
        const Figure& total = *operands_of(check).front().figure;
        const Decimal rounding = left_by_rounding(total);
        return std::any_of(gaps_.begin(), gaps_.end(), [&](const Gap& other) {
            if (++work_ > work_max || other.check == check || other.context != total.context) return false;
            try {
                const Decimal rest = *gap + other.gap;
                return -rounding <= rest && rest <= rounding && sign(*gap) != sign(other.gap) &&
                       !have_common_figure(check, other.check);
            } catch (const Overflow&) {
                return false;
            }
        });
    }

    void index() {
        for (std::uint32_t check = 0; check < report_.checks.size(); ++check) {
            index_gap(check);
            const Check& one = report_.checks[check];
            if ((!is_broken(one) && !is_doubted(one)) || !stands_in_table(check)) continue;
            for (const Operand& operand : operands_of(check)) {
                const auto [number, added] = numbers_.add(operand.figure);
                if (added) {
                    disputes_.emplace_back();
                    disputed_.push_back(operand.figure);
                }
                auto& of = disputes_[static_cast<std::size_t>(number)];
                if (of.empty() || of.back() != check) of.push_back(check);
            }
        }
    }

    /// Equalities between two tables of which two or more, and more than a third, fail: one of the two is of something else than
    /// its title says.
    [[nodiscard]] std::vector<std::uint32_t> tables_apart() const {
        struct Pair {
            std::size_t all = 0;
            std::vector<std::uint32_t> broken{};
        };
        std::map<std::pair<std::string_view, std::string_view>, Pair> pairs;
        for (std::uint32_t check = 0; check < report_.checks.size(); ++check) {
            const Check& one = report_.checks[check];
            if (relation_of(check).kind != Kind::equal || (!is_broken(one) && !holds(one))) continue;
            std::set<std::string_view> tables;
            for (const Operand& operand : operands_of(check))
                for (const Figure& figure : operand.statements)
                    if (in_table(figure)) tables.insert(figure.context);
            for (auto a = tables.begin(); a != tables.end(); ++a)
                for (auto b = std::next(a); b != tables.end(); ++b) {
                    Pair& pair = pairs[{*a, *b}];
                    ++pair.all;
                    if (is_broken(one)) pair.broken.push_back(check);
                }
        }
        std::vector<std::uint32_t> apart;
        for (const auto& [tables, pair] : pairs)
            if (pair.broken.size() > 1 && 3 * pair.broken.size() > pair.all)
                apart.insert(apart.end(), pair.broken.begin(), pair.broken.end());
        return apart;
    }

    /// Whether two figures of one row of a table are said to be the same.
    [[nodiscard]] bool is_printed_twice(std::uint32_t check) const {
        if (relation_of(check).kind != Kind::equal) return false;
        std::vector<const Figure*> figures;
        for (const Operand& operand : operands_of(check))
            for (const Figure& figure : operand.statements) figures.push_back(&figure);
        return std::any_of(figures.begin(), figures.end(), [&](const Figure* one) {
            return std::any_of(figures.begin(), figures.end(), [&](const Figure* other) {
                return one != other && in_table(*one) && one->context == other->context &&
                       one->cell_row == other->cell_row && one->cell_column != other->cell_column &&
                       relation_of(check).code == "T90";
            });
        });
    }

    /// Whether what one of its figures would have to be stands in the same row or column, at a figure that is in dispute by
    /// itself: the two may have been exchanged.
    [[nodiscard]] bool stands_beside(std::uint32_t check) {
        std::vector<Decimal> wanted;
        for (const Operand& operand : operands_of(check)) {
            const Figure& figure = *operand.figure;
            if (!figure.known()) continue;
            wanted.clear();
            add_wanted(check, figure, wanted);
            const Decimal ulp = shifted(Decimal{3}, -figure.scale());
            for (const Figure* const other : disputed_) {
                if (++work_ > work_max) return false;
                const bool in_line =
                    other->context == figure.context && other->unit == figure.unit &&
                    (other->cell_row == figure.cell_row || other->cell_column == figure.cell_column);
                if (!in_line || has_figure(operands_of(check), other)) continue;
                const bool meant = std::any_of(wanted.begin(), wanted.end(), [&](const Decimal& value) {
                    return value - ulp <= other->value && other->value <= value + ulp;
                });
                if (meant && is_disputed_without(*other, figure)) return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool is_disputed_without(const Figure& other, const Figure& figure) const {
        const auto& in = disputes_[static_cast<std::size_t>(numbers_.find(&other))];
        return std::any_of(in.begin(), in.end(),
                           [&](std::uint32_t check) { return !has_figure(operands_of(check), &figure); });
    }

    /// What else does not hold of the figures of a check, in one table.
    [[nodiscard]] std::vector<std::uint32_t> beside(std::uint32_t check) const {
        std::vector<std::uint32_t> others;
        for (const Operand& operand : operands_of(check)) {
            const int number = numbers_.find(operand.figure);
            if (number < 0) continue;
            for (const std::uint32_t other : disputes_[static_cast<std::size_t>(number)])
                if (other != check && std::find(others.begin(), others.end(), other) == others.end())
                    others.push_back(other);
        }
        return others;
    }

    [[nodiscard]] bool mends(std::uint32_t check, const Figure& figure, const Figure& in_place) {
        ++work_;
        return holds(
            outcome_with(report_.relations, report_.checks[check], figure, in_place, report_.options));
    }

    /// Adds what the figure would have to be by a check.
    void add_wanted(std::uint32_t check, const Figure& figure, std::vector<Decimal>& wanted) const {
        const auto operands = operands_of(check);
        try {
            if (relation_of(check).kind == Kind::equal) {
                for (const Operand& operand : operands)
                    if (operand.figure != &figure)
                        wanted.push_back(shifted(operand.figure->base_value(), -figure.unit.power));
                return;
            }
            if (!computes(relation_of(check))) return;
            const Forms forms(relation_of(check), operands);
            if (const std::optional<Ratio> base = forms.wanted(figure))
                wanted.push_back(printed_like(figure, *base));
        } catch (const Overflow&) {
            return; // what leaves 38 digits is not looked at further
        }
    }

    /// Whether one figure, set right, mends the check and everything beside it.
    bool is_explained(std::uint32_t check) {
        std::vector<std::uint32_t> all = beside(check);
        if (all.empty() || all.size() > most_beside) return true;
        all.insert(all.begin(), check);
        for (const Operand& operand : operands_of(check)) {
            const Figure& figure = *operand.figure;
            if (!figure.known()) continue;
            std::vector<Decimal> wanted;
            for (const std::uint32_t one : all) add_wanted(one, figure, wanted);
            for (const Decimal& value : wanted) {
                if (work_ > work_max) return true;
                const Figure in_place = with_value(figure, value);
                if (std::all_of(all.begin(), all.end(),
                                [&](std::uint32_t one) { return mends(one, figure, in_place); }))
                    return true;
            }
        }
        return false;
    }

    struct Gap {
        std::uint32_t check = 0;
        std::string_view context{};
        Decimal gap{};
    };

    ReportView& report_;
    FigureNumbers numbers_;
    std::vector<Gap> gaps_;
    std::vector<const Figure*> disputed_;
    /// What does not hold, by the number of a figure.
    std::vector<std::vector<std::uint32_t>> disputes_;
    std::size_t work_ = 0;
};

} // namespace

void doubt_scattered_disputes(ReportView& report) { Disputes(report).all(); }

} // namespace tieout::detail
