// SPDX-License-Identifier: MIT
#include "disputes.hpp"

#include "doubting.hpp"
#include "relations/substitute.hpp"
#include "wanted.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace tieout::detail {
namespace {

/// Relations that are looked at with another value, in one document.
constexpr std::size_t work_max = 200'000;
/// Relations beside one that is broken.
constexpr std::size_t most_beside = 64;

class Disputes {
  public:
    explicit Disputes(Report& report) : report_(report) {}

    void all() {
        index();
        std::vector<std::uint32_t> scattered;
        for (std::uint32_t check = 0; check < report_.checks.size(); ++check)
            if (is_broken(report_.checks[check]) && stands_in_table(check) &&
                (is_printed_twice(check) || !is_explained(check)))
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
    [[nodiscard]] bool stands_in_table(std::uint32_t check) const {
        const auto operands = operands_of(check);
        return std::all_of(operands.begin(), operands.end(),
                           [](const Operand& operand) { return in_table(*operand.figure); });
    }

    void index() {
        for (std::uint32_t check = 0; check < report_.checks.size(); ++check) {
            const Check& one = report_.checks[check];
            const bool disputed =
                is_broken(one) || (one.outcome == Outcome::undecided && one.reason == Reason::doubted);
            if (!disputed || !stands_in_table(check)) continue;
            for (const Operand& operand : operands_of(check)) {
                const auto [number, added] = numbers_.add(operand.figure);
                if (added) disputes_.emplace_back();
                auto& of = disputes_[static_cast<std::size_t>(number)];
                if (of.empty() || of.back() != check) of.push_back(check);
            }
        }
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

    Report& report_;
    FigureNumbers numbers_;
    /// What does not hold, by the number of a figure.
    std::vector<std::vector<std::uint32_t>> disputes_;
    std::size_t work_ = 0;
};

} // namespace

void doubt_scattered_disputes(Report& report) { Disputes(report).all(); }

} // namespace tieout::detail
