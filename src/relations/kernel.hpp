// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_KERNEL_HPP
#define TIEOUT_SRC_RELATIONS_KERNEL_HPP

// The two kernels under all relations: a linear form against a constant, and a quotient of linear forms against a
// figure; beside them an intersection (equal statements) and a product. They are written for any exact number type N:
// Decimal, and WideDecimal where 38 digits do not suffice.

#include <tieout/numbers/interval.hpp>
#include <tieout/relations/check.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace tieout::detail {

/// What came out of one kernel for one combination of statements.
struct Result_of_kernel {
    Outcome outcome = Outcome::undecided;
    Reason reason = Reason::none;
    /// Holds only because two closed ends touch.
    bool edge = false;
};

/// Why a figure cannot enter a relation, or none.
inline Reason reason_of(const Figure& figure) {
    switch (figure.state) {
    case State::value:
    case State::none_by_word:
        return Reason::none;
    case State::blank:
        return Reason::missing;
    case State::not_applicable:
        return Reason::not_applicable;
    case State::approximate:
        return Reason::approximate;
    case State::unreadable:
        return Reason::unreadable;
    }
    return Reason::unreadable;
}

inline bool one_dimension(std::span<const Operand> operands) {
    for (const Operand& operand : operands)
        if (!same_dimension(operand.figure->unit, operands.front().figure->unit)) return false;
    return true;
}

/// Why a relation cannot be computed, whatever its figures are: a rate without any base to try it on, units that do not
/// go together; or none.
inline Reason reason_of(const Relation& relation, std::span<const Operand> operands) {
    switch (relation.kind) {
    case Kind::ratio:
    case Kind::share:
    case Kind::growth: {
        if (relation.numerator_count == 0 || relation.numerator_count + 1 >= relation.count)
            return Reason::several_readings;
        const auto numerator = operands.subspan(1, relation.numerator_count);
        const auto denominator = operands.subspan(1 + relation.numerator_count);
        if (!one_dimension(numerator) || !one_dimension(denominator)) return Reason::mixed_units;
        // A percentage is a fraction: what is divided must be of one dimension.
        const bool fraction = operands.front().figure->unit.dimension == Dimension::percent;
        return fraction && !same_dimension(numerator.front().figure->unit, denominator.front().figure->unit)
                   ? Reason::mixed_units
                   : Reason::none;
    }
    case Kind::linear:
        if (relation.constant_unit.dimension != Dimension::plain && !operands.empty() &&
            !same_dimension(relation.constant_unit, operands.front().figure->unit))
            return Reason::mixed_units;
        return one_dimension(operands) ? Reason::none : Reason::mixed_units;
    case Kind::product:
        return Reason::none;
    default:
        return one_dimension(operands) ? Reason::none : Reason::mixed_units;
    }
}

/// How the figures of one relation are read: under which printing, and at whose scale.
struct Conventions {
    const CheckOptions& options;
    /// Every figure that may be is taken to be printed like this, whatever the document says.
    std::optional<Printing> all{};
    ScaleReading scale = ScaleReading::own;
};

/// The finest of the other figures that decide the scale of this one: for a lone 0, which has no precision of its
/// own, those it is added to; at the common scale those of the same unit.
inline std::optional<int> finest_beside(const Figure& figure, std::span<const Operand> operands) {
    const bool lone_zero = figure.lone_zero();
    std::optional<int> finest;
    for (const Operand& operand : operands) {
        const Figure& other = *operand.figure;
        if (&other == &figure || other.state != State::value || other.lone_zero()) continue;
        if (lone_zero ? !same_dimension(other.unit, figure.unit) : !(other.unit == figure.unit)) continue;
        const int scale = base_scale(other.scale(), other.unit);
        if (!finest || scale > *finest) finest = scale;
    }
    return finest;
}

/// The scale and the way of printing of one figure in its relation, in the figure's own unit.
inline Precision precision_in(const Figure& figure, std::span<const Operand> operands,
                              const Conventions& reading) {
    const bool lone_zero = figure.lone_zero();
    const bool alone = !lone_zero && reading.scale == ScaleReading::own;
    const std::optional<Printing>& own =
        figure.printing || !reading.all || figure.unit.exact ? figure.printing : reading.all;
    const std::optional<Printing>& document = reading.options.document_rounding;
    const std::optional<Printing>& run = reading.options.rounding;
    // All that precision_of() says of a figure that needs none beside it, which nearly all are.
    if (alone && figure.state == State::value)
        return {figure.scale(), printing_of(figure.unit, own, document, run)};
    const PrintedAs printed{figure.scale(), figure.unit, lone_zero, figure.state == State::none_by_word, own};
    return precision_of(printed, alone ? std::nullopt : finest_beside(figure, operands), reading.scale,
                        document, run);
}

template <class N>
struct Ends {
    N low{};
    N high{};
    bool low_closed = true;
    bool high_closed = true;
};

/// The printed value in the base unit, with the words' sign.
template <class N>
N base_of(const Figure& figure) {
    const N value(figure.value);
    const N in_base = figure.unit.power == 0 ? value : shifted(value, figure.unit.power);
    return figure.sense < 0 ? -in_base : in_base;
}

/// The digits of a figure with the words' sign, if they leave room in 64 bits for another digit and many terms, as they
/// nearly always do. Sums of such are made in registers: a Decimal on its way through memory takes many times as long.
inline std::optional<std::int64_t> short_digits(const Figure& figure) {
    constexpr std::int64_t bound = std::int64_t{1} << 48;
    const auto digits = static_cast<std::int64_t>(figure.value.lo);
    if (!fits_int64(figure.value) || digits <= -bound || digits >= bound) return std::nullopt;
    return figure.sense < 0 ? -digits : digits;
}

/// A number of short digits. The scale may be one that only numbers without a bound have.
template <class N>
N of_digits(std::int64_t digits, int scale) {
    if constexpr (std::is_same_v<N, Decimal>)
        return Decimal::of(digits, scale);
    else
        return N(digits, scale);
}

/// The most terms for which a sum of short digits, each with another digit, fits 64 bits.
inline constexpr std::size_t short_terms_max = 1024;

/// The interval of a figure in the base unit, with the words' sign.
template <class N>
Ends<N> ends_of(const Figure& figure, std::span<const Operand> operands, const Conventions& reading) {
    const Precision precision = precision_in(figure, operands, reading);
    if (precision.printing == Printing::exact) {
        const N value = base_of<N>(figure);
        return {value, value, true, true};
    }
    if (const std::optional<std::int64_t> digits = short_digits(figure);
        digits && precision.printing == Printing::nearest && precision.scale == figure.value.scale) {
        const int scale = base_scale(precision.scale, figure.unit) + 1;
        return {of_digits<N>(*digits * 10 - 5, scale), of_digits<N>(*digits * 10 + 5, scale), true, true};
    }
    Ends<N> ends;
    if constexpr (std::is_same_v<N, Decimal>) {
        const Interval interval = interval_of(figure.value, precision);
        ends = {interval.low.at, interval.high.at, interval.low.closed, interval.high.closed};
    } else {
        // How far the ends lie from the value depends on its sign alone: one unit in the last place shows it, where
        // the value itself may have no room for another digit.
        const Decimal sample = Decimal::of(sign(figure.value), precision.scale);
        const Interval around = interval_of(sample, precision);
        const N offset = N(figure.value) - N(sample);
        ends = {offset + N(around.low.at), offset + N(around.high.at), around.low.closed, around.high.closed};
    }
    if (figure.unit.power != 0) {
        ends.low = shifted(ends.low, figure.unit.power);
        ends.high = shifted(ends.high, figure.unit.power);
    }
    if (figure.sense < 0) return {-ends.high, -ends.low, ends.high_closed, ends.low_closed};
    return ends;
}

inline bool is_one(const Decimal& d) { return identical(d, Decimal{1}); }
inline bool is_minus_one(const Decimal& d) { return identical(d, Decimal{-1}); }

/// coefficient × value, without a multiplication for the coefficients that nearly all have.
template <class N>
N times(const N& coefficient, const N& value) {
    if (is_one(coefficient)) return value;
    if (is_minus_one(coefficient)) return -value;
    return coefficient * value;
}

/// Σ coefficient × interval. It begins with its first term: a sum that begins with 0 must bring that to the scale of
/// the others, or the others to its own.
template <class N>
class EndsSum {
  public:
    void add(const N& coefficient, const Ends<N>& figure) {
        const int direction = sign(coefficient);
        if (direction == 0) return;
        const bool swapped = direction < 0;
        const N low = times(coefficient, swapped ? figure.high : figure.low);
        const N high = times(coefficient, swapped ? figure.low : figure.high);
        sum_.low_closed = sum_.low_closed && (swapped ? figure.high_closed : figure.low_closed);
        sum_.high_closed = sum_.high_closed && (swapped ? figure.low_closed : figure.high_closed);
        if (empty_) {
            sum_.low = low;
            sum_.high = high;
            empty_ = false;
        } else {
            sum_.low += low;
            sum_.high += high;
        }
    }
    [[nodiscard]] const Ends<N>& ends() const noexcept { return sum_; }

  private:
    Ends<N> sum_{};
    bool empty_ = true;
};

/// Whether a linear form that lies between these ends can stand in that comparison to zero.
template <class N>
bool can_hold(const Ends<N>& ends, Comparison comparison, bool& edge) {
    const int low = sign(ends.low);
    const int high = sign(ends.high);
    switch (comparison) {
    case Comparison::equals:
        edge = low == 0 || high == 0;
        return (low < 0 || (low == 0 && ends.low_closed)) && (high > 0 || (high == 0 && ends.high_closed));
    case Comparison::at_most:
        edge = low == 0;
        return low < 0 || (low == 0 && ends.low_closed);
    case Comparison::at_least:
        edge = high == 0;
        return high > 0 || (high == 0 && ends.high_closed);
    case Comparison::less_than:
        edge = false;
        return low < 0;
    case Comparison::more_than:
        edge = false;
        return high > 0;
    }
    return false;
}

inline bool satisfies(int sign_of_form, Comparison comparison) {
    switch (comparison) {
    case Comparison::equals:
        return sign_of_form == 0;
    case Comparison::at_most:
        return sign_of_form <= 0;
    case Comparison::at_least:
        return sign_of_form >= 0;
    case Comparison::less_than:
        return sign_of_form < 0;
    case Comparison::more_than:
        return sign_of_form > 0;
    }
    return false;
}

/// A sum of short digits of one scale, and half of what its rounding amounts to in tenths of the last digit.
struct ShortSum {
    std::int64_t digits = 0;
    std::int64_t slack = 0;
    int scale = 0;
};

/// Adds ± printed value if it is short and of the scale of the sum; false if it is not.
inline bool add_short(ShortSum& sum, const Operand& term) {
    const Figure& figure = *term.figure;
    const bool taken_off = is_minus_one(term.coefficient);
    const std::optional<std::int64_t> digits = short_digits(figure);
    if (!digits || base_scale(figure.value.scale, figure.unit) != sum.scale ||
        !(taken_off || is_one(term.coefficient)))
        return false;
    sum.digits += taken_off ? -*digits : *digits;
    return true;
}

/// The same with the interval of the figure, if that is printed exactly or to the nearest.
inline bool add_short(ShortSum& sum, const Operand& term, std::span<const Operand> operands,
                      const Conventions& reading) {
    const Precision precision = precision_in(*term.figure, operands, reading);
    if (precision.printing == Printing::exact) return add_short(sum, term);
    sum.slack += 5;
    return precision.printing == Printing::nearest && precision.scale == term.figure->value.scale &&
           add_short(sum, term);
}

inline bool may_be_short(std::span<const Operand> terms, ShortSum& sum) {
    if (terms.empty() || terms.size() > short_terms_max) return false;
    sum.scale = base_scale(terms.front().figure->value.scale, terms.front().figure->unit);
    return true;
}

/// coefficient × printed value, summed.
template <class N>
N form_at_printed(std::span<const Operand> operands) {
    ShortSum digits;
    if (may_be_short(operands, digits) &&
        std::all_of(operands.begin(), operands.end(),
                    [&](const Operand& operand) { return add_short(digits, operand); }))
        return of_digits<N>(digits.digits, digits.scale);
    N sum{};
    bool empty = true;
    for (const Operand& operand : operands) {
        const N term = times(N(operand.coefficient), base_of<N>(*operand.figure));
        if (empty)
            sum = term;
        else
            sum += term;
        empty = false;
    }
    return sum;
}

/// Which operands are the same figure: one that stands in a relation more than once enters the interval arithmetic with
/// one collected coefficient. A few operands are compared one with another; many are sorted, once.
class SameFigure {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    explicit SameFigure(std::span<const Operand> operands) : operands_(operands) {
        if (operands.size() <= few_operands) return;
        std::vector<std::size_t> order(operands.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t k) {
            const std::less<const Figure*> before;
            return operands[i].figure == operands[k].figure ? i < k
                                                            : before(operands[i].figure, operands[k].figure);
        });
        next_.assign(operands.size(), none);
        repeats_.assign(operands.size(), 0);
        for (std::size_t i = 1; i < order.size(); ++i) {
            if (operands[order[i - 1]].figure != operands[order[i]].figure) continue;
            next_[order[i - 1]] = order[i];
            repeats_[order[i]] = 1;
        }
    }

    /// Whether no operand before this one is the same figure.
    [[nodiscard]] bool first(std::size_t index) const {
        if (!repeats_.empty()) return repeats_[index] == 0;
        for (std::size_t i = 0; i < index; ++i)
            if (operands_[i].figure == operands_[index].figure) return false;
        return true;
    }
    /// The next operand that is the same figure, or none.
    [[nodiscard]] std::size_t next(std::size_t index) const {
        if (!next_.empty()) return next_[index];
        for (std::size_t i = index + 1; i < operands_.size(); ++i)
            if (operands_[i].figure == operands_[index].figure) return i;
        return none;
    }
    /// Whether any figure stands here more than once.
    [[nodiscard]] bool any() const {
        if (!repeats_.empty()) return std::find(repeats_.begin(), repeats_.end(), 1) != repeats_.end();
        for (std::size_t i = 1; i < operands_.size(); ++i)
            if (!first(i)) return true;
        return false;
    }
    /// The sum of the coefficients of a figure, from its first operand on.
    template <class N>
    [[nodiscard]] N collected(std::size_t index) const {
        N sum(operands_[index].coefficient);
        for (std::size_t i = next(index); i != none; i = next(i)) sum += N(operands_[i].coefficient);
        return sum;
    }

  private:
    static constexpr std::size_t few_operands = 24;

    std::span<const Operand> operands_;
    std::vector<std::size_t> next_;
    std::vector<char> repeats_;
};

/// Σ coefficient × interval over `terms`, read beside `operands`.
template <class N>
Ends<N> ends_of_form(std::span<const Operand> terms, std::span<const Operand> operands,
                     const Conventions& reading) {
    const SameFigure same(terms);
    const bool repeated = same.any();
    ShortSum digits;
    // Where nothing is rounded the ends have no digit more than the figures, and are shown so.
    if (!repeated && may_be_short(terms, digits) &&
        std::all_of(terms.begin(), terms.end(),
                    [&](const Operand& term) { return add_short(digits, term, operands, reading); }) &&
        (digits.slack != 0 || std::is_same_v<N, Decimal>))
        return {of_digits<N>(digits.digits * 10 - digits.slack, digits.scale + 1),
                of_digits<N>(digits.digits * 10 + digits.slack, digits.scale + 1), true, true};
    EndsSum<N> sum;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (repeated && !same.first(i)) continue;
        sum.add(repeated ? same.collected<N>(i) : N(terms[i].coefficient),
                ends_of<N>(*terms[i].figure, operands, reading));
    }
    return sum.ends();
}

/// First kernel: Σ coefficient × figure compared with a constant.
template <class N>
Result_of_kernel linear_kernel(const Relation& relation, Comparison comparison,
                               std::span<const Operand> operands, const Conventions& reading) {
    // Nearly always 0, and then not worth bringing to the scale of the form.
    const bool has_constant = !is_zero(relation.constant);
    const N constant = has_constant ? shifted(N(relation.constant), relation.constant_unit.power) : N{};
    const N form = form_at_printed<N>(operands);
    if (satisfies(sign(has_constant ? form - constant : form), comparison)) return {Outcome::exact};
    Ends<N> ends = ends_of_form<N>(operands, operands, reading);
    if (has_constant) {
        ends.low = ends.low - constant;
        ends.high = ends.high - constant;
    }
    bool edge = false;
    if (!can_hold(ends, comparison, edge)) return {Outcome::broken};
    return {Outcome::rounding, Reason::none, edge};
}

/// Whether r = N / D can hold for figures within their intervals, when D is positive throughout: it can iff
/// min(N − r_high · D) <= 0 <= max(N − r_low · D), since the form is continuous and falls with r.
template <class N>
struct Quotient {
    std::span<const Operand> numerator;
    std::span<const Operand> denominator;
    std::span<const Operand> operands;
    const Conventions& reading;
    bool negated = false; ///< the divisor is negative: both sides change sign

    /// The extreme of N − r · D over the box.
    Ends<N> form(const N& r) const {
        EndsSum<N> sum;
        const std::span<const Operand> all{numerator.data(), numerator.size() + denominator.size()};
        const SameFigure same(all);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!same.first(i)) continue;
            N of_numerator{};
            N of_denominator{};
            for (std::size_t k = i; k != SameFigure::none; k = same.next(k))
                (k < numerator.size() ? of_numerator : of_denominator) += N(all[k].coefficient);
            N coefficient = of_numerator - r * of_denominator;
            if (negated) coefficient = -coefficient;
            sum.add(coefficient, ends_of<N>(*all[i].figure, operands, reading));
        }
        return sum.ends();
    }
};

/// Second kernel: Σ numerator / Σ denominator = quotient.
template <class N>
Result_of_kernel quotient_kernel(const Relation& relation, std::span<const Operand> operands,
                                 const Conventions& reading) {
    const Figure& stated = *operands.front().figure;
    Quotient<N> quotient{operands.subspan(1, relation.numerator_count),
                         operands.subspan(1 + relation.numerator_count), operands, reading};
    const Ends<N> divisor = ends_of_form<N>(quotient.denominator, operands, reading);
    const bool positive = sign(divisor.low) > 0 || (sign(divisor.low) == 0 && !divisor.low_closed);
    const bool negative = sign(divisor.high) < 0 || (sign(divisor.high) == 0 && !divisor.high_closed);
    if (relation.positive_base && !positive)
        return {Outcome::undecided,
                sign(divisor.high) > 0 ? Reason::zero_divisor : Reason::base_not_positive};
    if (!positive && !negative) return {Outcome::undecided, Reason::zero_divisor};
    quotient.negated = negative;

    const Ends<N> r = ends_of<N>(stated, operands, reading);
    N n = form_at_printed<N>(quotient.numerator);
    N d = form_at_printed<N>(quotient.denominator);
    if (negative) {
        n = -n;
        d = -d;
    }
    if (sign(d) > 0) {
        const std::weak_ordering low = n <=> r.low * d;
        const std::weak_ordering high = n <=> r.high * d;
        if ((low > 0 || (low == 0 && r.low_closed)) && (high < 0 || (high == 0 && r.high_closed)))
            return {Outcome::exact};
    }
    const Ends<N> at_high = quotient.form(r.high);
    const Ends<N> at_low = quotient.form(r.low);
    const int least = sign(at_high.low);
    const int most = sign(at_low.high);
    const bool under = least < 0 || (least == 0 && at_high.low_closed && r.high_closed);
    const bool over = most > 0 || (most == 0 && at_low.high_closed && r.low_closed);
    if (!under || !over) return {Outcome::broken};
    return {Outcome::rounding, Reason::none, least == 0 || most == 0};
}

/// All statements are one number: their intervals share a point.
template <class N>
Result_of_kernel equal_kernel(std::span<const Operand> operands, const Conventions& reading) {
    const N first = base_of<N>(*operands.front().figure);
    bool same = true;
    for (const Operand& operand : operands.subspan(1)) same = same && base_of<N>(*operand.figure) == first;
    if (same) return {Outcome::exact};
    Ends<N> shared = ends_of<N>(*operands.front().figure, operands, reading);
    for (const Operand& operand : operands.subspan(1)) {
        const Ends<N> other = ends_of<N>(*operand.figure, operands, reading);
        // Where two ends coincide the shared one is closed only if both are.
        const auto low = other.low <=> shared.low;
        if (low == 0) shared.low_closed = shared.low_closed && other.low_closed;
        if (low > 0) {
            shared.low = other.low;
            shared.low_closed = other.low_closed;
        }
        const auto high = other.high <=> shared.high;
        if (high == 0) shared.high_closed = shared.high_closed && other.high_closed;
        if (high < 0) {
            shared.high = other.high;
            shared.high_closed = other.high_closed;
        }
    }
    const auto width = shared.low <=> shared.high;
    if (width > 0 || (width == 0 && !(shared.low_closed && shared.high_closed))) return {Outcome::broken};
    // A number that is known exactly may be all that is shared, and yet lie well inside the other intervals.
    const bool edge =
        width == 0 && std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
            const Ends<N> ends = ends_of<N>(*operand.figure, operands, reading);
            return ends.low != ends.high && (ends.low == shared.low || ends.high == shared.low);
        });
    return {Outcome::rounding, Reason::none, edge};
}

/// The interval of a product: every end is a product of ends, and closed if those are (or if one of them is a closed
/// zero, which makes the product zero whatever the other is).
template <class N>
Ends<N> multiplied(const Ends<N>& a, const Ends<N>& b) {
    struct Corner {
        N at;
        bool closed;
    };
    const auto corner = [](const N& x, bool x_closed, const N& y, bool y_closed) {
        const bool zero = (sign(x) == 0 && x_closed) || (sign(y) == 0 && y_closed);
        return Corner{x * y, zero || (x_closed && y_closed)};
    };
    const std::array<Corner, 4> corners{corner(a.low, a.low_closed, b.low, b.low_closed),
                                        corner(a.low, a.low_closed, b.high, b.high_closed),
                                        corner(a.high, a.high_closed, b.low, b.low_closed),
                                        corner(a.high, a.high_closed, b.high, b.high_closed)};
    Ends<N> ends{corners[0].at, corners[0].at, corners[0].closed, corners[0].closed};
    for (const Corner& next : corners) {
        if (next.at < ends.low) {
            ends.low = next.at;
            ends.low_closed = next.closed;
        } else if (next.at == ends.low) {
            ends.low_closed = ends.low_closed || next.closed;
        }
        if (next.at > ends.high) {
            ends.high = next.at;
            ends.high_closed = next.closed;
        } else if (next.at == ends.high) {
            ends.high_closed = ends.high_closed || next.closed;
        }
    }
    return ends;
}

/// product = factor × factor × …; a factor that stands twice is treated as two, which can only widen the product.
template <class N>
Result_of_kernel product_kernel(std::span<const Operand> operands, const Conventions& reading) {
    N printed(Decimal{1});
    for (const Operand& factor : operands.subspan(1)) printed = printed * base_of<N>(*factor.figure);
    if (printed == base_of<N>(*operands.front().figure)) return {Outcome::exact};
    const Ends<N> stated = ends_of<N>(*operands.front().figure, operands, reading);
    Ends<N> product{printed, printed, true, true};
    bool first = true;
    for (const Operand& factor : operands.subspan(1)) {
        const Ends<N> next = ends_of<N>(*factor.figure, operands, reading);
        product = first ? next : multiplied(product, next);
        first = false;
    }
    Ends<N> difference{stated.low - product.high, stated.high - product.low,
                       stated.low_closed && product.high_closed, stated.high_closed && product.low_closed};
    bool edge = false;
    if (!can_hold(difference, Comparison::equals, edge)) return {Outcome::broken};
    return {Outcome::rounding, Reason::none, edge};
}

} // namespace tieout::detail

#endif
