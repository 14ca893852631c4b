// SPDX-License-Identifier: MIT
#include <tieout/relations/check.hpp>

#include "blanks.hpp"
#include "evidence.hpp"
#include "kernel.hpp"
#include "kinds.hpp"
#include "substitute.hpp"
#include "wide_decimal.hpp"

#include <array>
#include <cassert>

namespace tieout {

const Named& described(Outcome outcome) noexcept {
    static constexpr std::array<Named, 4> table{{{"exact", {"完全相符", "exact"}},
                                                 {"rounding", {"在舍入范围内相符", "within rounding"}},
                                                 {"broken", {"不符", "broken"}},
                                                 {"undecided", {"无法判定", "undecided"}}}};
    return table[static_cast<std::size_t>(outcome)];
}

const Named& described(Note note) noexcept {
    static constexpr std::array<Named, 4> table{
        {{"coarse",
          {"仅因个别数据列报较粗而相符",
           "holds only because a figure is printed coarser than its neighbours"}},
         {"edge", {"尾差:仅在舍入端点处相符", "holds only where the ends of the rounding touch"}},
         {"unlikely", {"舍入可能但极不寻常", "possible by rounding, but hardly likely"}},
         {"truncated",
          {"仅在全部数据均为截尾时相符", "holds only if every figure was cut off, not rounded"}}}};
    switch (note) {
    case Note::coarse:
        return table[0];
    case Note::edge:
        return table[1];
    case Note::unlikely:
        return table[2];
    case Note::truncated:
        break;
    }
    return table[3];
}

const Named& described(Reason reason) noexcept {
    static constexpr std::array<Named, 15> table{
        {{"", {}},
         {"missing", {"有数据未填", "a figure is not filled in"}},
         {"not_applicable", {"有数据标为不适用", "a figure is marked as not applicable"}},
         {"unreadable", {"有数据无法识别", "a figure is no number"}},
         {"approximate", {"有数据或表述为约数", "a figure, or the wording, is approximate"}},
         {"unit_missing", {"数据未注明计量单位", "the figure is printed without its unit"}},
         {"mixed_units", {"各数据计量单位不能相加", "the units of the figures cannot be added"}},
         {"zero_divisor", {"除数可能为零", "the divisor may be zero"}},
         {"base_not_positive", {"增长的基数不为正", "growth from a base that is not positive"}},
         {"several_readings",
          {"口径未说明,已试各口径均不符", "the base is not stated, and none of those tried fits"}},
         {"open_list",
          {"各项之和小于总数,文中未说明是否列全",
           "the parts do not reach their total, and the list is not said to be complete"}},
         {"too_many_digits", {"数字位数超出范围", "more digits than can be handled exactly"}},
         {"not_settled", {"依据所给办法不能确定", "nothing settles what it must be"}},
         {"doubted",
          {"所试各种读法均不符,依据不足以认定有误",
           "no reading tried holds, and the evidence does not suffice to call it wrong"}},
         {"restated",
          {"文件说明对上年数作了调整", "the document announces that it restates these figures"}}}};
    return table[static_cast<std::size_t>(reason)];
}

namespace {

using detail::Conventions;
using detail::Ends;
using detail::Result_of_kernel;
using detail::WideDecimal;

template <class N>
Result_of_kernel run(const Relation& relation, std::span<const Operand> operands,
                     const Conventions& reading) {
    switch (relation.kind) {
    case Kind::sum: {
        const Result_of_kernel result =
            detail::linear_kernel<N>(relation, relation.comparison, operands, reading);
        if (result.outcome != Outcome::broken || !relation.may_lack()) return result;
        // A blank of a list that is said to be all may be what is missing; an open list is not said to be all.
        const Result_of_kernel lacking{Outcome::undecided,
                                       relation.open_list ? Reason::open_list : Reason::doubted};
        // All of the total, or some of it: more than the total it cannot be, as long as nothing is negative. The
        // coefficient of a part that is added is negative here.
        for (const Operand& operand : operands) {
            const int added = operand.role == Role::total ? 1 : -sign(operand.coefficient);
            if (added * operand.figure->sense * sign(operand.figure->value) < 0) return lacking;
        }
        const Result_of_kernel bound =
            detail::linear_kernel<N>(relation, Comparison::at_least, operands, reading);
        return bound.outcome == Outcome::broken ? bound : lacking;
    }
    case Kind::at_most:
    case Kind::linear:
    case Kind::average:
        return detail::linear_kernel<N>(relation, relation.comparison, operands, reading);
    case Kind::equal:
        return detail::equal_kernel<N>(operands, reading);
    case Kind::ratio:
    case Kind::share:
    case Kind::growth:
        return detail::quotient_kernel<N>(relation, operands, reading);
    case Kind::product:
        return detail::product_kernel<N>(operands, reading);
    case Kind::present:
    case Kind::absent:
    case Kind::unit:
        break;
    }
    assert(false && "presence is decided without arithmetic");
    return {};
}

/// Exactly, in 38 digits if they suffice and without a bound where they do not.
Result_of_kernel arithmetic(const Relation& relation, std::span<const Operand> operands,
                            const Conventions& reading) {
    try {
        return detail::in_enough_digits([&]<class N> { return run<N>(relation, operands, reading); });
    } catch (const Overflow&) {
        // Even the interval of a single figure is beyond what can be held.
        return {Outcome::undecided, Reason::too_many_digits};
    }
}

Result_of_kernel presence(const Relation& relation, std::span<const Operand> operands) {
    if (relation.kind == Kind::unit)
        return std::any_of(operands.begin(), operands.end(),
                           [](const Operand& operand) { return operand.figure->unit_missing; })
                   ? Result_of_kernel{Outcome::undecided, Reason::unit_missing}
                   : Result_of_kernel{Outcome::exact};
    // —— gives no figure, but whoever demands one has been answered.
    const auto given = [&](const Operand& operand) {
        return std::any_of(operand.statements.begin(), operand.statements.end(), [&](const Figure& figure) {
            return figure.state != State::blank &&
                   (relation.kind == Kind::present || figure.state != State::not_applicable);
        });
    };
    for (const Operand& operand : operands)
        if (given(operand) == (relation.kind == Kind::absent)) return {Outcome::broken};
    return {Outcome::exact};
}

Result_of_kernel evaluate_filled_in(const Relation& relation, std::span<const Operand> operands,
                                    const Conventions& reading) {
    if (relation.unsettled) return {Outcome::undecided, Reason::not_settled};
    if (relation.kind == Kind::present || relation.kind == Kind::absent || relation.kind == Kind::unit)
        return presence(relation, operands);
    for (const Operand& operand : operands)
        if (const Reason reason = detail::reason_of(*operand.figure); reason != Reason::none)
            return {Outcome::undecided, reason};
    if (const Reason reason = detail::reason_of(relation, operands); reason != Reason::none)
        return {Outcome::undecided, reason};
    Result_of_kernel result = arithmetic(relation, operands, reading);
    if (relation.approximate && (result.outcome == Outcome::broken || result.outcome == Outcome::rounding))
        return {Outcome::undecided, Reason::approximate};
    if (relation.rounded_constant && result.outcome == Outcome::exact) result.outcome = Outcome::rounding;
    return result;
}

/// One combination of statements. What stands blank among parts adds nothing to a sum that then holds.
Result_of_kernel evaluate(const Relation& relation, std::span<const Operand> operands,
                          const Conventions& reading) {
    if (!relation.blanks) return evaluate_filled_in(relation, operands, reading);
    const std::vector<Operand> filled = detail::filled_in(relation, operands);
    const Result_of_kernel result = evaluate_filled_in(relation, filled, reading);
    const bool lacks = filled.size() != operands.size();
    return lacks && result.outcome == Outcome::broken ? Result_of_kernel{Outcome::undecided, Reason::doubted}
                                                      : result;
}

/// Combinations of disagreeing statements that are tried before a relation is called broken.
constexpr std::size_t combinations_max = 256;

bool same_value(const Figure& a, const Figure& b) {
    if (a.unit.power == b.unit.power && a.sense == b.sense) return a.value == b.value;
    return detail::base_of<WideDecimal>(a) == detail::base_of<WideDecimal>(b);
}

bool disagree(std::span<const Figure> statements) {
    for (const Figure& figure : statements)
        if (figure.known() && !same_value(figure, statements.front())) return true;
    return false;
}

/// Where statements disagree and none is this relation's own, it is broken only if it fails with each of them.
Result_of_kernel evaluate_any(const Relation& relation, std::span<const Operand> operands,
                              const Conventions& reading, bool& other_statements) {
    const Result_of_kernel result = evaluate(relation, operands, reading);
    other_statements = false;
    if (result.outcome != Outcome::broken || relation.kind == Kind::present || relation.kind == Kind::absent)
        return result;
    std::size_t combinations = 1;
    for (const Operand& operand : operands)
        if (operand.statements.size() > 1 && disagree(operand.statements))
            combinations = std::min(combinations * operand.statements.size(), combinations_max + 1);
    if (combinations == 1) return result;
    std::vector<Operand> tried(operands.begin(), operands.end());
    const std::size_t limit = std::min(combinations, combinations_max);
    for (std::size_t combination = 0; combination < limit; ++combination) {
        std::size_t rest = combination;
        // The same figure may stand in several places: it has one statement at a time.
        for (std::size_t i = 0; i < tried.size(); ++i) {
            const auto statements = tried[i].statements;
            if (statements.size() < 2 || !disagree(statements)) continue;
            std::size_t earlier = 0;
            while (earlier < i && tried[earlier].statements.data() != statements.data()) ++earlier;
            if (earlier < i) {
                tried[i].figure = tried[earlier].figure;
                continue;
            }
            tried[i].figure = &statements[rest % statements.size()];
            rest /= statements.size();
        }
        const Result_of_kernel other = evaluate(relation, tried, reading);
        if (other.outcome == Outcome::exact || other.outcome == Outcome::rounding) {
            other_statements = true;
            return other;
        }
    }
    // More combinations than are tried: what was not tried cannot be accused.
    if (combinations > combinations_max) return {Outcome::undecided, Reason::several_readings};
    return result;
}

/// 12 · gap² > 9 · Σ coefficient² · unit²: the gap is beyond three standard deviations of so many independent
/// roundings. For a quotient the relation N − r · D = 0 is taken at the printed r.
template <class N>
bool unlikely_in(const Relation& relation, std::span<const Operand> operands, const Conventions& reading,
                 bool quotient) {
    N gap{};
    N spread{};
    const N r = quotient ? detail::base_of<N>(*operands.front().figure) : N{};
    const auto add_roundings = [&](const N& coefficient, const Operand& operand) {
        const Precision precision = detail::precision_in(*operand.figure, operands, reading);
        if (precision.printing == Printing::exact) return;
        const N unit = shifted(N(Decimal{1}), -base_scale(precision.scale, operand.figure->unit));
        const N step = coefficient * unit;
        spread += step * step;
    };
    const auto terms = operands.subspan(quotient ? 1 : 0);
    const detail::SameFigure same(terms);
    const bool repeated = same.any();
    const auto coefficient_of = [&](std::size_t i) {
        const N coefficient(terms[i].coefficient);
        return quotient && i >= relation.numerator_count ? -(r * coefficient) : coefficient;
    };
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (repeated && !same.first(i)) continue;
        N coefficient = coefficient_of(i);
        for (std::size_t k = repeated ? same.next(i) : same.none; k != same.none; k = same.next(k))
            coefficient += coefficient_of(k);
        gap += coefficient * detail::base_of<N>(*terms[i].figure);
        add_roundings(coefficient, terms[i]);
    }
    if (quotient)
        add_roundings(detail::form_at_printed<N>(terms.subspan(relation.numerator_count)), operands.front());
    else
        gap += -shifted(N(relation.constant), relation.constant_unit.power);
    return N(Decimal{12}) * gap * gap > N(Decimal{9}) * spread;
}

bool unlikely(const Relation& relation, std::span<const Operand> operands, const Conventions& reading) {
    const bool quotient = detail::is_quotient(relation.kind);
    if (!quotient && !detail::is_linear(relation.kind) && relation.kind != Kind::at_most) return false;
    return detail::in_enough_digits(
        [&]<class N> { return unlikely_in<N>(relation, operands, reading, quotient); });
}

bool rounds(const Figure& figure, const Conventions& reading) {
    return figure.known() && detail::precision_in(figure, {}, reading).printing != Printing::exact;
}

/// Whether all figures are known to the same digits, so that the common scale is that of each.
bool one_scale(std::span<const Operand> operands) {
    const auto scale = [](const Operand& operand) {
        return base_scale(operand.figure->scale(), operand.figure->unit);
    };
    return std::all_of(operands.begin(), operands.end(),
                       [&](const Operand& operand) { return scale(operand) == scale(operands.front()); });
}

void note(Check& check, const Relations& relations, const Result_of_kernel& result,
          const Conventions& reading) {
    if (check.outcome != Outcome::rounding) return;
    const Relation& relation = relations.all()[check.relation];
    const auto operands = relations.operands(relation);
    if (result.edge) check.notes.add(Note::edge);
    if (check.other_statements) return;
    if (unlikely(relation, operands, reading)) check.notes.add(Note::unlikely);
    if (reading.scale == ScaleReading::own && !one_scale(operands)) {
        const Conventions common{reading.options, reading.all, ScaleReading::common};
        if (evaluate(relation, operands, common).outcome == Outcome::broken) check.notes.add(Note::coarse);
    }
}

/// A relation, or the readings of one statement that begin at `first`.
Check check_from(const Relations& relations, std::uint32_t first, const Conventions& reading) {
    const auto all = relations.all();
    std::uint32_t end = first + 1;
    if (all[first].choice != 0)
        while (end < all.size() && all[end].choice == all[first].choice) ++end;

    Check check{.relation = first, .first_reading = first, .readings = end - first};
    Result_of_kernel best;
    bool undecided = false;
    bool broken = false;
    for (std::uint32_t index = first; index < end; ++index) {
        bool other = false;
        const Result_of_kernel result =
            evaluate_any(all[index], relations.operands(all[index]), reading, other);
        const bool better = (result.outcome == Outcome::exact && check.outcome != Outcome::exact) ||
                            (result.outcome == Outcome::rounding && check.outcome != Outcome::exact &&
                             check.outcome != Outcome::rounding);
        if (better) {
            check.relation = index;
            check.outcome = result.outcome;
            check.other_statements = other;
            best = result;
        }
        if (result.outcome == Outcome::undecided && !undecided) {
            undecided = true;
            check.reason = result.reason;
        }
        broken = broken || result.outcome == Outcome::broken;
        if (check.outcome == Outcome::exact) break;
    }
    if (check.outcome == Outcome::exact || check.outcome == Outcome::rounding) {
        check.reason = Reason::none;
        note(check, relations, best, reading);
        return check;
    }
    if (undecided && !broken) return check;
    if (!all[first].closed_choice) {
        check.reason = Reason::several_readings;
        return check;
    }
    if (detail::rests_on_open(relations, check)) {
        check.reason = Reason::doubted;
        return check;
    }
    // A reading that cannot be tried cannot be excluded either.
    if (!undecided) {
        check.outcome = Outcome::broken;
        check.reason = Reason::none;
    }
    return check;
}

bool depends_on_rounding(const Relations& relations, const Check& check, const Conventions& reading) {
    for (std::uint32_t index = check.first_reading; index < check.first_reading + check.readings; ++index)
        for (const Operand& operand : relations.operands(relations.all()[index]))
            if (rounds(*operand.figure, reading)) return true;
    return false;
}

/// Whether it does not hold, and could for all that is missing.
bool fails(const Check& check) { return check.outcome == Outcome::broken || is_doubted(check); }

/// Where something does not hold, and nothing would be broken if every figure had been cut off instead of rounded, the
/// document was printed that way: those checks hold within rounding, with a note.
void detect_truncation(const Relations& relations, std::vector<Check>& checks, const CheckOptions& options) {
    const Conventions nearest{options, std::nullopt, options.scale};
    const Conventions truncated{options, Printing::truncated, options.scale};
    bool any = false;
    for (const Check& check : checks)
        any = any || (fails(check) && depends_on_rounding(relations, check, nearest));
    if (!any) return;
    for (const Check& check : checks)
        if (depends_on_rounding(relations, check, nearest) &&
            check_from(relations, check.first_reading, truncated).outcome == Outcome::broken)
            return;
    for (Check& check : checks) {
        if (!fails(check) || !depends_on_rounding(relations, check, nearest)) continue;
        check = check_from(relations, check.first_reading, truncated);
        if (check.outcome == Outcome::undecided) continue;
        check.outcome = Outcome::rounding;
        check.notes = {};
        check.notes.add(Note::truncated);
    }
}

} // namespace

bool detail::is_open(std::span<const Figure> statements) {
    bool any = false;
    for (const Figure& statement : statements) {
        // What is not filled in is sure of nothing.
        if (statement.evidence == Evidence::whole && statement.known()) return false;
        any = any || statement.evidence == Evidence::open;
    }
    return any;
}

bool detail::is_open(const Operand& operand) {
    return operand.figure->evidence == Evidence::open && is_open(operand.statements);
}

bool detail::rests_on_open(const Relations& relations, const Relation& relation) {
    if (relation.evidence == Evidence::open) return true;
    // A statement of the document itself says how sure it is; a rule rests on its figures.
    const auto operands = relations.operands(relation);
    return !relation.code.empty() && std::any_of(operands.begin(), operands.end(),
                                                 [](const Operand& operand) { return is_open(operand); });
}

bool detail::rests_on_open(const Relations& relations, const Check& check) {
    const auto tried = relations.all().subspan(check.first_reading, check.readings);
    return std::any_of(tried.begin(), tried.end(),
                       [&](const Relation& relation) { return rests_on_open(relations, relation); });
}

Outcome detail::outcome_with(const Relations& relations, const Check& check, const Figure& figure,
                             const Figure& in_place, const CheckOptions& options) {
    const Conventions reading{options, std::nullopt, options.scale};
    Outcome outcome = Outcome::undecided;
    for (std::uint32_t index = check.first_reading; index < check.first_reading + check.readings; ++index) {
        const Relation& relation = relations.all()[index];
        const auto stated = relations.operands(relation);
        std::vector<Operand> operands(stated.begin(), stated.end());
        for (Operand& operand : operands)
            if (operand.figure == &figure) operand.figure = &in_place;
        const Outcome found = evaluate(relation, operands, reading).outcome;
        if (found == Outcome::exact || found == Outcome::rounding) return found;
        if (found == Outcome::broken) outcome = found;
    }
    return outcome;
}

Check check_relation(const Relations& relations, std::uint32_t index, const CheckOptions& options) {
    return check_from(relations, index, {options, std::nullopt, options.scale});
}

std::vector<Check> check_relations(const Relations& relations, const CheckOptions& options) {
    const Conventions reading{options, std::nullopt, options.scale};
    std::vector<Check> checks;
    checks.reserve(relations.size());
    for (std::uint32_t index = 0; index < relations.size();) {
        checks.push_back(check_from(relations, index, reading));
        index += checks.back().readings;
    }
    // Who says how a document rounds has answered the question already.
    if (!options.rounding && !options.document_rounding) detect_truncation(relations, checks, options);
    return checks;
}

Precision precision_of(const Relations& relations, const Relation& relation, const Operand& operand,
                       const CheckOptions& options) {
    return detail::precision_in(*operand.figure, relations.operands(relation),
                                {options, std::nullopt, options.scale});
}

std::vector<const Figure*> coarse_figures(const Relations& relations, const Relation& relation,
                                          const CheckOptions& options) {
    const Conventions own{options, std::nullopt, ScaleReading::own};
    const Conventions common{options, std::nullopt, ScaleReading::common};
    std::vector<const Figure*> coarse;
    const auto operands = relations.operands(relation);
    const detail::SameFigure same(operands);
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const Figure& figure = *operands[i].figure;
        if (rounds(figure, own) && same.first(i) &&
            detail::precision_in(figure, operands, own).scale <
                detail::precision_in(figure, operands, common).scale)
            coarse.push_back(&figure);
    }
    return coarse;
}

} // namespace tieout
