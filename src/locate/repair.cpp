// SPDX-License-Identifier: MIT
#include "locate/repair.hpp"

#include <algorithm>
#include <tuple>

namespace tieout::detail {

namespace {

/// A value that a slip leads to.
struct Candidate {
    Decimal value;
    std::size_t slip; ///< number in slips(), or their count where there is none
};

Figure with_value(const Figure& figure, const Decimal& value) {
    Figure changed = figure;
    changed.value = value;
    changed.state = State::value;
    changed.bare_zero = is_zero(value) && value.scale == 0;
    if (changed.decimals && value.scale > *changed.decimals) changed.decimals.reset();
    return changed;
}

bool may_lie_in(const Range& range, const Decimal& value, Precision precision) {
    precision.scale = std::max(precision.scale, value.scale);
    if (value.scale < 0) precision.scale = value.scale;
    try {
        const Interval interval = interval_of(value, precision);
        const auto reaches = [](const End& low, const End& high) {
            const auto order = low.at <=> high.at;
            return order < 0 || (order == 0 && low.closed && high.closed);
        };
        return (!range.high || reaches(interval.low, *range.high)) &&
               (!range.low || reaches(*range.low, interval.high));
    } catch (const Overflow&) {
        return false;
    }
}

class Repairer {
  public:
    Repairer(const Patient& patient, std::span<const std::uint32_t> broken, FaultyPart& part, Work& work)
        : patient_(patient), broken_(broken), part_(part), work_(work) {}

    void all(std::span<const FigureSet> sets) {
        for (const FigureSet& set : sets) {
            if (set.size() == 1) one(set.front());
            if (set.size() == 2) two(set[0], set[1]);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return std::make_tuple(!a.exact, a.rank) < std::make_tuple(!b.exact, b.rank);
        });
        for (Found& found : found_) {
            if (part_.repairs.size() == patient_.limits.repairs_max) break;
            found.repair.resolves.assign(broken_.begin(), broken_.end());
            part_.repairs.push_back(std::move(found.repair));
        }
    }

  private:
    struct Found {
        std::size_t rank; ///< of the slips
        bool exact;       ///< the broken relations hold exactly as printed, not only within rounding
        Repair repair;
    };

    [[nodiscard]] const Range* range_of(const Figure& figure) const {
        for (const Range& range : part_.ranges)
            if (range.figure == &figure) return &range;
        return nullptr;
    }

    /// What of a range concerns all values with so many digits.
    struct AtScale {
        int scale = 0;
        /// The range leaves so few values with as many digits that one of them is more than chance.
        bool telling = false;
        /// A value less or more than these cannot stand for anything in the range.
        std::optional<Decimal> lowest{};
        std::optional<Decimal> highest{};

        [[nodiscard]] bool allows(const Decimal& value) const {
            return telling && (!lowest || value >= *lowest) && (!highest || value <= *highest);
        }
    };
    [[nodiscard]] AtScale at_scale(const Range& range, int scale) const {
        AtScale known{.scale = scale};
        if (!range.least || !range.most) return known;
        try {
            const Decimal unit = Decimal::of(1, scale);
            known.telling = *range.most - *range.least <= Decimal(patient_.limits.values_max - 1) * unit;
            // However a value was printed, it stands for none as far off as a unit of its last digit.
            if (range.low) known.lowest = range.low->at - unit;
            if (range.high) known.highest = range.high->at + unit;
        } catch (const Overflow&) {
            // may_lie_in() knows what it cannot tell.
        }
        return known;
    }

    /// What the slips lead to within the range, each value once, by the simplest slip that leads to it.
    [[nodiscard]] std::vector<Candidate> candidates(int number, const Range& range, bool in_pair) const {
        if (!range.least || !range.most) return {};
        const Figure& figure = patient_.system.figure(number);
        std::vector<Decimal> others;
        std::vector<Decimal> neighbours;
        beside(figure, others, neighbours);
        int finest = figure.value.scale;
        for (const Decimal& other : neighbours) finest = std::max(finest, other.scale);
        SlipSubject subject{figure.value, figure.unit, others, neighbours, finest, {}};
        if (range.only_one())
            subject.only = range.least;
        else if (!in_pair)
            subject.only = exact_value(number, range);
        std::vector<Candidate> result;
        std::vector<Decimal> meant;
        AtScale allowed = at_scale(range, figure.value.scale);
        const auto table = slips();
        for (std::size_t slip = 0; slip < table.size(); ++slip) {
            if (table[slip].code == "figures_exchanged" && !in_pair) continue;
            meant.clear();
            table[slip].candidates(subject, meant);
            for (const Decimal& value : meant) {
                if (value.scale != allowed.scale) allowed = at_scale(range, value.scale);
                if (!allowed.allows(value) || value == figure.value ||
                    !may_lie_in(range, value, patient_.system.precision(number)))
                    continue;
                const bool known = std::any_of(result.begin(), result.end(), [&](const Candidate& candidate) {
                    return candidate.value == value;
                });
                if (!known) result.push_back({value, slip});
            }
        }
        if (range.only_one() && std::none_of(result.begin(), result.end(), [&](const Candidate& candidate) {
                return candidate.value == *subject.only;
            }))
            result.push_back({*subject.only, table.size()});
        return result;
    }

    /// The value with which the broken sums hold exactly as printed, if they agree on one.
    [[nodiscard]] std::optional<Decimal> exact_value(int number, const Range& range) const {
        const Figure& figure = patient_.system.figure(number);
        std::optional<Rational> agreed;
        for (const std::uint32_t index : broken_) {
            const Check& check = patient_.checks[index];
            const Relation& relation = patient_.relations.all()[check.relation];
            const auto operands = patient_.relations.operands(relation);
            const bool here = std::any_of(operands.begin(), operands.end(),
                                          [&](const Operand& operand) { return operand.figure == &figure; });
            const bool sum =
                check.readings == 1 && relation.comparison == Comparison::equals && is_linear(relation.kind);
            if (!here || !sum) continue;
            work_.spend(operands.size());
            Rational others =
                -Rational(shifted(WideDecimal(relation.constant), relation.constant_unit.power));
            Rational mine;
            for (const Operand& operand : operands)
                if (operand.figure == &figure)
                    mine += Rational(operand.coefficient);
                else
                    others += Rational(operand.coefficient) * in_enough_digits([&]<class N> {
                                  return Rational(base_of<N>(*operand.figure));
                              });
            if (mine.is_zero()) return std::nullopt;
            const Rational value = -others / mine;
            if (agreed && !(*agreed == value)) return std::nullopt;
            agreed = value;
        }
        if (!agreed) return std::nullopt;
        const Rational in_unit =
            *agreed * Rational(WideDecimal(Integer_wide(figure.sense), figure.unit.power));
        const std::optional<Decimal> value = decimal_of(in_unit, figure.value.scale, Rounding::half_even);
        if (!value || !(Rational(*value) == in_unit) ||
            !may_lie_in(range, *value, patient_.system.precision(number)))
            return std::nullopt;
        return value;
    }

    /// Whether the broken relations hold exactly as printed with these values.
    [[nodiscard]] bool exact_with(std::span<const Substitute> substitutes) const {
        for (const std::uint32_t index : broken_) {
            const Check& check = patient_.checks[index];
            const Relation& relation = patient_.relations.all()[check.relation];
            const auto stated = patient_.relations.operands(relation);
            std::vector<Operand> operands(stated.begin(), stated.end());
            for (Operand& operand : operands)
                for (const Substitute& substitute : substitutes)
                    if (operand.figure == substitute.figure) operand.figure = &substitute.in_place;
            work_.spend(operands.size());
            try {
                if (outcome_of(relation, operands) != Outcome::exact) return false;
            } catch (const Overflow&) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] Outcome outcome_of(const Relation& relation, std::span<const Operand> operands) const {
        return in_enough_digits([&]<class N> {
            if (is_quotient(relation.kind))
                return quotient_kernel<N>(relation, operands, patient_.reading).outcome;
            if (relation.kind == Kind::equal) return equal_kernel<N>(operands, patient_.reading).outcome;
            if (relation.kind == Kind::product) return product_kernel<N>(operands, patient_.reading).outcome;
            return linear_kernel<N>(relation, relation.comparison, operands, patient_.reading).outcome;
        });
    }

    /// Figures in a relation with this one: those of other periods, and those of its own unit.
    void beside(const Figure& figure, std::vector<Decimal>& others, std::vector<Decimal>& neighbours) const {
        const auto all = patient_.relations.all();
        for (const std::uint32_t index : patient_.connected) {
            const Relation& relation = all[patient_.checks[index].relation];
            const auto operands = patient_.relations.operands(relation);
            const bool here = std::any_of(operands.begin(), operands.end(),
                                          [&](const Operand& operand) { return operand.figure == &figure; });
            for (const Operand& operand : operands) {
                const Figure& other = *operand.figure;
                const bool growth = here && relation.kind == Kind::growth && operand.role != Role::quotient;
                const bool named =
                    !figure.label.empty() && other.label == figure.label && other.period != figure.period;
                // Nearly all figures of a part are neither, which is seen at once.
                if ((!here && !named) || &other == &figure || !(other.unit == figure.unit) || !other.known())
                    continue;
                if (growth || named) others.push_back(other.value);
                if (here) neighbours.push_back(other.value);
            }
        }
    }

    [[nodiscard]] System rebuilt(std::span<const Substitute> substitutes) const {
        return {patient_.relations, patient_.checks, patient_.connected,
                patient_.reading,   work_,           substitutes};
    }

    bool holds_with(std::span<const Substitute> substitutes) const {
        System changed = rebuilt(substitutes);
        Conflict why;
        return changed.feasible(patient_.wrong_elsewhere, why);
    }

    void propose(std::vector<Correction> changes, std::vector<std::size_t> used, bool exact) {
        Repair repair;
        repair.changes = std::move(changes);
        std::size_t rank = 0;
        for (const std::size_t slip : used) {
            rank += slip;
            if (slip < slips().size()) repair.slips.push_back(&slips()[slip]);
        }
        if (repair.slips.size() < used.size()) repair.slips.clear();
        found_.push_back({rank, exact, std::move(repair)});
    }

    void one(int number) {
        const Figure& figure = patient_.system.figure(number);
        const Range* range = range_of(figure);
        if (range == nullptr) return;
        over_another_base(number);
        const System::Extent& extent =
            patient_.extents[static_cast<std::size_t>(range - part_.ranges.data())];
        for (const Candidate& candidate : candidates(number, *range, false)) {
            const std::vector<Substitute> substitutes{{&figure, with_value(figure, candidate.value)}};
            const std::optional<bool> told = patient_.system.holds_with(substitutes.front(), extent);
            if (told ? *told : holds_with(substitutes))
                propose({{&figure, candidate.value}}, {candidate.slip}, exact_with(substitutes));
        }
    }

    void two(int first, int second) {
        const Figure& a = patient_.system.figure(first);
        const Figure& b = patient_.system.figure(second);
        const Range* range_a = range_of(a);
        const Range* range_b = range_of(b);
        if (range_a == nullptr || range_b == nullptr) return;
        const std::vector<Candidate> of_b = candidates(second, *range_b, true);
        if (of_b.empty()) return;
        std::vector<char> wrong = patient_.wrong_elsewhere;
        wrong[static_cast<std::size_t>(second)] = 1;
        for (const Candidate& candidate : candidates(first, *range_a, true)) {
            const std::vector<Substitute> changed_a{{&a, with_value(a, candidate.value)}};
            System changed = rebuilt(changed_a);
            System::Extent extent;
            const std::optional<Range> left = changed.range(second, wrong, extent);
            if (!left) continue;
            for (const Candidate& other : of_b) {
                if (!may_lie_in(*left, other.value, patient_.system.precision(second))) continue;
                // Two figures in each other's place are both so, or neither is.
                const bool a_exchanged = is_exchange(candidate);
                if (a_exchanged != is_exchange(other)) continue;
                if (a_exchanged && !(candidate.value == b.value && other.value == a.value)) continue;
                const std::vector<Substitute> both{{&a, with_value(a, candidate.value)},
                                                   {&b, with_value(b, other.value)}};
                if (holds_with(both))
                    propose({{&a, candidate.value}, {&b, other.value}}, {candidate.slip, other.slip},
                            exact_with(both));
            }
        }
    }

    [[nodiscard]] static bool is_exchange(const Candidate& candidate) {
        return candidate.slip < slips().size() && slips()[candidate.slip].code == "figures_exchanged";
    }

    /// Whether the printed numbers give the printed rate over that base.
    [[nodiscard]] bool fits(const Operand& rate, std::span<const Operand> numerator,
                            std::span<const BaseTerm> base) const {
        std::vector<Operand> operands{rate};
        operands.insert(operands.end(), numerator.begin(), numerator.end());
        for (const BaseTerm& term : base)
            operands.push_back({term.figure, {term.figure, 1}, term.coefficient, Role::denominator});
        Relation relation{.kind = Kind::ratio};
        relation.numerator_count = static_cast<std::uint32_t>(numerator.size());
        try {
            return outcome_of(relation, operands) == Outcome::exact;
        } catch (const Overflow&) {
            return false;
        }
    }

    /// The rate may be right over a base that the statement does not name: some of the terms of the base, the terms
    /// that it grew to, or another figure.
    void over_another_base(int number) {
        const Figure& figure = patient_.system.figure(number);
        const auto all = patient_.relations.all();
        std::vector<std::vector<BaseTerm>> tried;
        for (const std::uint32_t index : broken_) {
            const Check& check = patient_.checks[index];
            for (std::uint32_t reading = check.first_reading; reading < check.first_reading + check.readings;
                 ++reading) {
                const Relation& relation = all[reading];
                const auto operands = patient_.relations.operands(relation);
                if (!is_quotient(relation.kind) || operands.front().figure != &figure) continue;
                bases(relation, operands, tried);
            }
        }
    }

    void bases(const Relation& relation, std::span<const Operand> operands,
               std::vector<std::vector<BaseTerm>>& tried) {
        const auto numerator = operands.subspan(1, relation.numerator_count);
        const auto denominator = operands.subspan(1 + relation.numerator_count);
        const auto attempt = [&](std::vector<BaseTerm> base) {
            if (base.empty()) return;
            const auto same = [&](const std::vector<BaseTerm>& other) {
                return std::equal(base.begin(), base.end(), other.begin(), other.end(),
                                  [](const BaseTerm& x, const BaseTerm& y) {
                                      return x.figure == y.figure && x.coefficient == y.coefficient;
                                  });
            };
            if (std::any_of(tried.begin(), tried.end(), same)) return;
            work_.spend(operands.size() + tried.size());
            if (fits(operands.front(), numerator, base)) {
                Repair repair;
                repair.rate = operands.front().figure;
                repair.base = base;
                repair.slips = {&wrong_base()};
                found_.push_back({slips().size() - 1, true, std::move(repair)});
            }
            tried.push_back(std::move(base));
        };
        constexpr std::size_t subset_terms_max = 6;
        if (denominator.size() <= subset_terms_max)
            for (std::size_t left_out = 1; left_out + 1 < std::size_t{1} << denominator.size(); ++left_out) {
                std::vector<BaseTerm> base;
                for (std::size_t i = 0; i < denominator.size(); ++i)
                    if ((left_out >> i & 1) == 0)
                        base.push_back({denominator[i].figure, denominator[i].coefficient});
                attempt(std::move(base));
            }
        std::vector<BaseTerm> to;
        for (const Operand& operand : numerator)
            if (sign(operand.coefficient) > 0) to.push_back({operand.figure, operand.coefficient});
        if (relation.kind == Kind::growth) attempt(std::move(to));
        for (std::size_t i = 0; i < patient_.system.figure_count(); ++i) {
            const Figure& other = patient_.system.figure(static_cast<int>(i));
            const bool in_numerator =
                std::any_of(numerator.begin(), numerator.end(),
                            [&](const Operand& operand) { return operand.figure == &other; });
            if (!in_numerator && other.known() &&
                same_dimension(other.unit, denominator.front().figure->unit))
                attempt({{&other, Decimal(1)}});
        }
    }

    const Patient& patient_;
    std::span<const std::uint32_t> broken_;
    FaultyPart& part_;
    Work& work_;
    std::vector<Found> found_;
};

} // namespace

void add_repairs(const Patient& patient, std::span<const FigureSet> sets,
                 std::span<const std::uint32_t> broken, FaultyPart& part, Work& work) {
    Repairer repairer(patient, broken, part, work);
    repairer.all(sets);
}

} // namespace tieout::detail
