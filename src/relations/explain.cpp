// SPDX-License-Identifier: MIT
#include <tieout/relations/explain.hpp>

#include "blanks.hpp"
#include "culprits.hpp"
#include "kernel.hpp"
#include "quotient_ends.hpp"
#include "wide_decimal.hpp"
#include "written_form.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tieout {
namespace {

using detail::Conventions;
using detail::Ends;
using detail::WideDecimal;
using detail::WrittenTerm;

/// Digits that a recomputed quotient shows beyond the printed scale.
constexpr int digits_beyond = 2;

constexpr Words stated_word{"列报", "stated"};

/// A number in the base unit, as digits of `unit`.
std::optional<Decimal> in_unit(const WideDecimal& base, const Unit& unit) {
    return detail::narrowed({base.coefficient, base.scale + unit.power});
}

std::string digits_of(const std::optional<Decimal>& number) { return number ? to_string(*number) : "…"; }

/// Everything that one explanation is made from.
struct Maker {
    const Relation& relation;
    std::span<const Operand> operands;
    const Conventions& reading;
    Language language;
    Explanation& result;
    /// Nothing but the arithmetic is asked for.
    bool arithmetic_only = false;

    [[nodiscard]] bool can_be_computed() const {
        if (detail::reason_of(relation, operands) != Reason::none) return false;
        return std::all_of(operands.begin(), operands.end(),
                           [](const Operand& operand) { return operand.figure->known(); });
    }
    [[nodiscard]] Ends<WideDecimal> ends(std::span<const Operand> terms) const {
        return detail::ends_of_form<WideDecimal>(terms, operands, reading);
    }
    [[nodiscard]] std::string unit_word(bool written) const {
        return written ? std::string(result.unit.word()) : std::string();
    }

    /// stated and recomputed forms of a linear relation: stated − recomputed = 0, or <= 0.
    void linear_numbers(std::span<const Operand> stated, std::span<const Operand> recomputed,
                        Comparison comparison) {
        const WideDecimal s = detail::form_at_printed<WideDecimal>(stated);
        const WideDecimal r = -detail::form_at_printed<WideDecimal>(recomputed);
        differences(s, r, negated(ends(recomputed)), ends(operands), comparison);
    }

    static Ends<WideDecimal> negated(const Ends<WideDecimal>& ends) {
        return {-ends.high, -ends.low, ends.high_closed, ends.low_closed};
    }
    static Ends<WideDecimal> less(const Ends<WideDecimal>& a, const Ends<WideDecimal>& b) {
        return {a.low - b.high, a.high - b.low, a.low_closed && b.high_closed, a.high_closed && b.low_closed};
    }

    /// Where `form` are the ends of s − r over the box, and `comparison` is how that must stand to zero.
    void differences(const WideDecimal& s, const WideDecimal& r, const Ends<WideDecimal>& r_ends,
                     const Ends<WideDecimal>& form, Comparison comparison) {
        const WideDecimal difference = s - r;
        result.stated = in_unit(s, result.unit);
        result.recomputed = in_unit(r, result.unit);
        result.difference = in_unit(difference, result.unit);
        const auto low = in_unit(r_ends.low, result.unit);
        const auto high = in_unit(r_ends.high, result.unit);
        if (low && high) result.between = Interval{{*low, r_ends.low_closed}, {*high, r_ends.high_closed}};

        const bool lower_bound = comparison == Comparison::at_least || comparison == Comparison::more_than;
        const bool upper_bound = comparison == Comparison::at_most || comparison == Comparison::less_than;
        const bool strict = comparison == Comparison::less_than || comparison == Comparison::more_than;
        const bool above = sign(difference) > 0 || (sign(difference) == 0 && !lower_bound);
        // On that side every difference holds.
        if (above ? lower_bound : upper_bound) return;
        WideDecimal room = above ? difference - form.low : form.high - difference;
        if (strict || !(above ? form.low_closed : form.high_closed))
            room = next_below(room, difference.scale);
        if (sign(room) >= 0) result.allowance = in_unit(room, result.unit);
    }

    /// The greatest number below, with as many decimals as those that are printed.
    static WideDecimal next_below(const WideDecimal& number, int scale) {
        const WideDecimal floor =
            detail::quotient_at(number, WideDecimal(Decimal{1}), scale, Rounding::floor);
        return floor == number ? floor - WideDecimal(1, scale) : floor;
    }

    void sum() {
        const auto total = operands.first(1);
        const auto parts = operands.subspan(1);
        result.unit = total.front().figure->unit;
        const bool units = !detail::one_unit(operands);
        const std::string written = detail::form_text(detail::collected_terms(parts, true), units);
        const std::string stated = detail::digits_text(*total.front().figure) + unit_word(units);
        result.arithmetic = written + " = " + stated;
        if (!can_be_computed()) return;
        linear_numbers(total, parts, Comparison::equals);
        if (!result.difference || !is_zero(*result.difference))
            result.arithmetic = written + " = " + digits_of(result.recomputed) + unit_word(units) + ", " +
                                std::string(stated_word.in(language)) + " " + stated;
    }

    void average() {
        const auto average = operands.first(1);
        const auto parts = operands.subspan(1);
        const Figure& stated = *average.front().figure;
        result.unit = stated.unit;
        const bool units = !detail::one_unit(operands);
        const auto terms = detail::collected_terms(parts, true);
        const std::string count = to_string(average.front().coefficient);
        const std::string written =
            detail::in_brackets(detail::form_text(terms, units), terms.size()) + " / " + count;
        const std::string ending = ", " + std::string(stated_word.in(language)) + " " +
                                   detail::digits_text(stated) + unit_word(units);
        result.arithmetic = written + ending;
        if (!can_be_computed()) return;
        const int scale = stated.scale() - stated.unit.power + digits_beyond;
        const WideDecimal n(average.front().coefficient);
        const auto divided = [&](const WideDecimal& sum, Rounding rounding) {
            return detail::quotient_at(sum, n, scale, rounding);
        };
        const WideDecimal r = divided(-detail::form_at_printed<WideDecimal>(parts), Rounding::half_up);
        const Ends<WideDecimal> sums = negated(ends(parts));
        const Ends<WideDecimal> r_ends{divided(sums.low, Rounding::floor),
                                       divided(sums.high, Rounding::ceiling), sums.low_closed,
                                       sums.high_closed};
        differences(detail::base_of<WideDecimal>(stated), r, r_ends,
                    less(detail::ends_of<WideDecimal>(stated, operands, reading), r_ends),
                    Comparison::equals);
        result.arithmetic = written + " = " + digits_of(result.recomputed) + unit_word(units) + ending;
    }

    void at_most() {
        std::size_t lesser_count = 0;
        while (lesser_count < operands.size() && operands[lesser_count].role == Role::lesser) ++lesser_count;
        const auto lesser = operands.first(lesser_count);
        const auto greater = operands.subspan(lesser_count);
        result.unit = lesser.front().figure->unit;
        const bool units = !detail::one_unit(operands);
        const auto lesser_terms = detail::collected_terms(lesser, false);
        const auto greater_terms = detail::collected_terms(greater, true);
        std::string left = detail::form_text(lesser_terms, units);
        std::string right = detail::form_text(greater_terms, units);
        result.arithmetic = left + " ≤ " + right;
        if (!can_be_computed()) return;
        linear_numbers(lesser, greater, Comparison::at_most);
        if (lesser_terms.size() > 1) left += " = " + digits_of(result.stated) + unit_word(units);
        if (greater_terms.size() > 1) right += " = " + digits_of(result.recomputed) + unit_word(units);
        const bool more = result.difference && sign(*result.difference) > 0;
        result.arithmetic = left + (more ? " > " : " ≤ ") + right;
    }

    void linear() {
        result.unit = relation.constant_unit;
        const bool units = !detail::one_unit(operands);
        const auto terms = detail::collected_terms(operands, false);
        const std::string written = detail::form_text(terms, units);
        // One date is compared with a date, the days between two with a number of days.
        Decimal weight;
        for (const WrittenTerm& term : terms) weight += term.coefficient;
        const bool date = result.unit.dimension == Dimension::day && weight == Decimal{1};
        const std::string bound =
            date ? detail::date_text(relation.constant) : to_string(relation.constant) + unit_word(units);
        result.arithmetic = written + sign_text(relation.comparison, true) + bound;
        if (!can_be_computed()) return;
        const WideDecimal constant = shifted(WideDecimal(relation.constant), relation.constant_unit.power);
        const WideDecimal value = detail::form_at_printed<WideDecimal>(operands);
        const Ends<WideDecimal> value_ends = ends(operands);
        // The constant less the form, and so the other way round.
        differences(constant, value, value_ends, less({constant, constant, true, true}, value_ends),
                    mirrored(relation.comparison));
        const bool holding = detail::satisfies(sign(value - constant), relation.comparison);
        std::string left = written;
        const bool met = holding && relation.comparison == Comparison::equals;
        if (!met && (terms.size() != 1 || abs(terms.front().coefficient) != Decimal{1}))
            left += " = " + digits_of(result.recomputed) + unit_word(units);
        result.arithmetic = left + sign_text(relation.comparison, holding) + bound;
    }

    static Comparison mirrored(Comparison comparison) {
        switch (comparison) {
        case Comparison::equals:
            break;
        case Comparison::at_most:
            return Comparison::at_least;
        case Comparison::at_least:
            return Comparison::at_most;
        case Comparison::less_than:
            return Comparison::more_than;
        case Comparison::more_than:
            return Comparison::less_than;
        }
        return Comparison::equals;
    }

    static std::string sign_text(Comparison comparison, bool holding) {
        switch (comparison) {
        case Comparison::equals:
            return holding ? " = " : " ≠ ";
        case Comparison::at_most:
            return holding ? " ≤ " : " > ";
        case Comparison::at_least:
            return holding ? " ≥ " : " < ";
        case Comparison::less_than:
            return holding ? " < " : " ≥ ";
        case Comparison::more_than:
            return holding ? " > " : " ≤ ";
        }
        return " = ";
    }

    void equal() {
        const Figure& first = *operands.front().figure;
        result.unit = first.unit;
        const bool units = !detail::one_unit(operands);
        // Equal statements count once, those that agree with the first stand beside it.
        struct Statement {
            const Figure* figure;
            WideDecimal value;
        };
        std::vector<Statement> distinct;
        for (const Operand& operand : operands) {
            const Figure& figure = *operand.figure;
            const WideDecimal value = detail::base_of<WideDecimal>(figure);
            const bool known = std::any_of(distinct.begin(), distinct.end(), [&](const Statement& other) {
                return other.figure->state == figure.state && other.value.scale == value.scale &&
                       other.value == value;
            });
            if (!known) distinct.push_back({&figure, value});
        }
        const WideDecimal value = distinct.front().value;
        std::stable_partition(distinct.begin(), distinct.end(),
                              [&](const Statement& statement) { return statement.value == value; });
        for (std::size_t i = 0; i < distinct.size(); ++i) {
            if (i > 0) result.arithmetic += distinct[i].value == distinct[i - 1].value ? " = " : " ≠ ";
            result.arithmetic += detail::digits_text(*distinct[i].figure) +
                                 (units ? std::string(distinct[i].figure->unit.word()) : "");
        }
        if (distinct.size() == 1) result.arithmetic += " = " + result.arithmetic;
        if (!can_be_computed()) return;
        // Shown against the statement that is farthest away.
        const auto distance = [&](const Figure& figure) {
            const WideDecimal difference = detail::base_of<WideDecimal>(figure) - value;
            return sign(difference) < 0 ? -difference : difference;
        };
        const Figure* farthest = operands.back().figure;
        for (const Operand& operand : operands)
            if (distance(*operand.figure) > distance(*farthest)) farthest = operand.figure;
        const Ends<WideDecimal> s_ends = detail::ends_of<WideDecimal>(first, operands, reading);
        const Ends<WideDecimal> r_ends = detail::ends_of<WideDecimal>(*farthest, operands, reading);
        differences(value, detail::base_of<WideDecimal>(*farthest), r_ends, less(s_ends, r_ends),
                    Comparison::equals);
    }

    /// What a form is with its figures as printed; the scale says nothing.
    static WideDecimal printed_value(std::span<const Operand> terms) {
        return detail::in_enough_digits(
            [&]<class N> { return WideDecimal(detail::form_at_printed<N>(terms)); });
    }

    void quotient() {
        const Figure& stated = *operands.front().figure;
        result.unit = stated.unit;
        const auto numerator = operands.subspan(1, relation.numerator_count);
        const auto denominator = operands.subspan(1 + relation.numerator_count);
        const std::string stated_text = detail::digits_text(stated) + std::string(stated.unit.word());
        if (denominator.empty()) {
            result.arithmetic = std::string(stated_word.in(language)) + " " + stated_text;
            return;
        }
        const bool units = !detail::one_unit(operands.subspan(1));
        const auto above = detail::collected_terms(numerator, false);
        const auto below = detail::collected_terms(denominator, false);
        const std::string written = detail::in_brackets(detail::form_text(above, units), above.size()) +
                                    " / " +
                                    detail::in_brackets(detail::form_text(below, units), below.size());
        const std::string ending = ", " + std::string(stated_word.in(language)) + " " + stated_text;
        result.arithmetic = written + ending;
        if (!can_be_computed()) return;
        const WideDecimal r = detail::base_of<WideDecimal>(stated);
        result.stated = in_unit(r, result.unit);
        const WideDecimal n = printed_value(numerator);
        const WideDecimal d = printed_value(denominator);
        if (sign(d) == 0) return;
        const bool divides = detail::in_enough_digits([&]<class N> {
            const Ends<N> divisor = detail::ends_of_form<N>(denominator, operands, reading);
            return sign(divisor.low) * sign(divisor.high) > 0;
        });
        const int scale = stated.scale() - stated.unit.power + digits_beyond;
        const WideDecimal q = detail::quotient_at(n, d, scale, Rounding::half_up);
        result.recomputed = in_unit(q, result.unit);
        result.difference = in_unit(r - q, result.unit);
        result.arithmetic =
            written + " = " + digits_of(result.recomputed) + std::string(stated.unit.word()) + ending;
        if (arithmetic_only || !divides) return;
        bool low_closed = true;
        bool high_closed = true;
        const auto [low_n, low_d] =
            detail::extreme_quotient(numerator, denominator, operands, reading, false, low_closed);
        const auto [high_n, high_d] =
            detail::extreme_quotient(numerator, denominator, operands, reading, true, high_closed);
        const WideDecimal low = detail::quotient_at(low_n, low_d, scale, Rounding::floor);
        const WideDecimal high = detail::quotient_at(high_n, high_d, scale, Rounding::ceiling);
        const auto low_shown = in_unit(low, result.unit);
        const auto high_shown = in_unit(high, result.unit);
        if (low_shown && high_shown)
            result.between = Interval{{*low_shown, low_closed}, {*high_shown, high_closed}};
        // Down, so that what is said to be allowed is.
        const auto r_ends = detail::ends_of<WideDecimal>(stated, operands, reading);
        const bool more = sign(r - q) >= 0;
        const bool closed = more ? high_closed && r_ends.low_closed : low_closed && r_ends.high_closed;
        const WideDecimal& divided_by = more ? high_d : low_d;
        const WideDecimal bound =
            (more ? high_n : low_n) + (more ? r - r_ends.low : r - r_ends.high) * divided_by;
        WideDecimal limit =
            detail::quotient_at(bound, divided_by, scale, more ? Rounding::floor : Rounding::ceiling);
        if (!closed && limit * divided_by == bound) limit += WideDecimal(more ? -1 : 1, scale);
        const WideDecimal allowance = more ? limit - q : q - limit;
        result.allowance = in_unit(sign(allowance) < 0 ? WideDecimal() : allowance, result.unit);
    }

    void product() {
        const Figure& stated = *operands.front().figure;
        result.unit = stated.unit;
        std::string written;
        for (const Operand& factor : operands.subspan(1)) {
            if (!written.empty()) written += " × ";
            written += detail::digits_text(*factor.figure) + std::string(factor.figure->unit.word());
        }
        const std::string stated_text = detail::digits_text(stated) + std::string(stated.unit.word());
        result.arithmetic = written + " = " + stated_text;
        if (!can_be_computed()) return;
        WideDecimal value(Decimal{1});
        Ends<WideDecimal> value_ends{value, value, true, true};
        bool first = true;
        for (const Operand& factor : operands.subspan(1)) {
            value = value * detail::base_of<WideDecimal>(*factor.figure);
            const auto next = detail::ends_of<WideDecimal>(*factor.figure, operands, reading);
            value_ends = first ? next : detail::multiplied(value_ends, next);
            first = false;
        }
        differences(detail::base_of<WideDecimal>(stated), value, value_ends,
                    less(detail::ends_of<WideDecimal>(stated, operands, reading), value_ends),
                    Comparison::equals);
        if (result.difference && !is_zero(*result.difference))
            result.arithmetic = written + " = " + digits_of(result.recomputed) +
                                std::string(stated.unit.word()) + ", " +
                                std::string(stated_word.in(language)) + " " + stated_text;
    }

    void make() {
        if (operands.empty()) return;
        form();
        // A number of days since some day says nothing to anybody; how many lie between may.
        if (result.unit.dimension != Dimension::day) return;
        result.stated.reset();
        result.recomputed.reset();
        result.between.reset();
        result.allowance.reset();
    }

    void form() {
        switch (relation.kind) {
        case Kind::sum:
            sum();
            break;
        case Kind::equal:
            equal();
            break;
        case Kind::at_most:
            at_most();
            break;
        case Kind::linear:
            linear();
            break;
        case Kind::ratio:
        case Kind::share:
        case Kind::growth:
            quotient();
            break;
        case Kind::product:
            product();
            break;
        case Kind::average:
            average();
            break;
        case Kind::present:
        case Kind::absent:
        case Kind::unit:
            result.unit = operands.front().figure->unit;
            break;
        }
    }
};

Explanation explain_reading(const Relations& relations, const Relation& relation, const Conventions& reading,
                            Language language, bool arithmetic_only = false) {
    Explanation result;
    try {
        const std::vector<Operand> filled = detail::filled_in(relation, relations.operands(relation));
        Maker{relation, filled, reading, language, result, arithmetic_only}.make();
    } catch (const Overflow&) {
        // A figure of 38 digits has no interval within 38 digits; the check is undecided and says so.
    }
    return result;
}

Explanation explained(const Relations& relations, const Check& check, const CheckOptions& options,
                      Language language, bool arithmetic_only) {
    std::optional<Printing> all;
    if (check.notes.has(Note::truncated)) all = Printing::truncated;
    const Conventions reading{options, all, options.scale};
    Explanation result =
        explain_reading(relations, relations.all()[check.relation], reading, language, arithmetic_only);
    if (const Brought* brought = relations.all()[check.relation].brought;
        brought != nullptr && !brought->basis.in(language).empty()) {
        // How a constant came about says more than the constant.
        result.arithmetic = brought->basis.in(language);
        const Figure& stated = *relations.operands(relations.all()[check.relation]).front().figure;
        if (stated.known()) {
            result.arithmetic += ", ";
            result.arithmetic += stated_word.in(language);
            result.arithmetic += " " + detail::digits_text(stated) + std::string(stated.unit.word());
        }
    }
    const bool none_holds = check.outcome == Outcome::broken || check.outcome == Outcome::undecided;
    if (none_holds && check.readings > 1) {
        // None of the readings holds: all of them are shown.
        for (std::uint32_t index = check.first_reading; index < check.first_reading + check.readings;
             ++index) {
            if (index == check.relation) continue;
            const std::string other =
                explain_reading(relations, relations.all()[index], reading, language, true).arithmetic;
            if (other != result.arithmetic) result.arithmetic += "; " + other;
        }
        // There is no one difference where it is open what is compared.
        if (check.outcome == Outcome::undecided) {
            result.difference.reset();
            result.allowance.reset();
            result.between.reset();
            result.recomputed.reset();
        }
    }
    if (arithmetic_only) return result;
    if (check.outcome == Outcome::undecided) result.culprits = detail::culprits_of(relations, check);
    if (check.notes.has(Note::coarse))
        result.culprits = coarse_figures(relations, relations.all()[check.relation], options);
    return result;
}

} // namespace

Explanation explain(const Relations& relations, const Check& check, const CheckOptions& options,
                    Language language) {
    return explained(relations, check, options, language, false);
}

std::string arithmetic_of(const Relations& relations, const Check& check, const CheckOptions& options,
                          Language language) {
    return explained(relations, check, options, language, true).arithmetic;
}

std::vector<Explanation> explain_readings(const Relations& relations, const Check& check,
                                          const CheckOptions& options, Language language) {
    const Conventions reading{options, std::nullopt, options.scale};
    std::vector<Explanation> all;
    for (std::uint32_t index = check.first_reading; index < check.first_reading + check.readings; ++index) {
        Explanation one = explain_reading(relations, relations.all()[index], reading, language);
        const bool known = std::any_of(all.begin(), all.end(), [&](const Explanation& other) {
            return other.arithmetic == one.arithmetic;
        });
        if (!known) all.push_back(std::move(one));
    }
    return all;
}

std::optional<Interval> interval_in(const Relations& relations, const Relation& relation,
                                    const Operand& operand, const CheckOptions& options) {
    if (!operand.figure->known()) return std::nullopt;
    try {
        return interval_of(operand.figure->value, precision_of(relations, relation, operand, options));
    } catch (const Overflow&) {
        return std::nullopt;
    }
}

} // namespace tieout
