// SPDX-License-Identifier: MIT
#include "notation.hpp"
#include "truth.hpp"

#include <algorithm>
#include <array>
#include <numeric>

// What must hold of every check, whatever the figures: nothing true is accused, and what is said does not depend on how
// the same thing is written down.

using namespace tieout;
using namespace tieout::test;

namespace {

/// A true relation, as printed; or, half of the time, with figures that are wrong by a little or by much, with bare zeros
/// and with 无.
Example any_example() {
    Example example = any_printed_truth(*any_kind());
    if (*full(rc::gen::arbitrary<bool>())) return example;
    for (Figure& figure : example.figures) {
        const int change = *between(0, 11);
        if (change == 0) figure = Figure(Decimal(0), figure.unit);
        if (change == 1) figure.state = State::none_by_word, figure.value = 0;
        if (change <= 4) figure.value += Decimal::of(*between(-3, 3), figure.value.scale);
        if (change == 5) figure.value += Decimal::of(*between(-2000, 2000), figure.value.scale);
        figure.bare_zero = is_zero(figure.value) && figure.value.scale == 0;
        if (change == 6) figure.decimals = static_cast<std::int8_t>(figure.value.scale - *between(0, 2));
    }
    return example;
}

CheckOptions any_options() {
    CheckOptions options;
    options.rounding = *rc::gen::element(Printing::nearest, Printing::half_up, Printing::truncated);
    options.scale = *rc::gen::element(ScaleReading::own, ScaleReading::own, ScaleReading::common);
    return options;
}

std::string said(const Example& example, const CheckOptions& options) {
    return notation::outcome_of(check_of(example, options));
}

template <class T>
std::vector<T> shuffled(const std::vector<T>& list) {
    std::vector<T> result = list;
    for (std::size_t i = result.size(); i > 1; --i)
        std::swap(result[i - 1], result[static_cast<std::size_t>(*between(0, static_cast<int>(i) - 1))]);
    return result;
}

/// The same figure with its point moved.
void move_point(Figure& figure, int power) {
    figure.value = shifted(figure.value, power);
    if (figure.decimals) figure.decimals = static_cast<std::int8_t>(*figure.decimals - power);
}

/// The same amount in another unit of money.
void convert(Figure& figure, const Unit& unit) {
    move_point(figure, figure.unit.power - unit.power);
    figure.unit = unit;
}

/// Half a unit in the last place, in the base unit, of a figure that is rounded to the nearest.
Fraction half_of(const Figure& figure) { return tenfold(figure.unit.power - figure.scale()) / 2; }

} // namespace

// ── nobody is accused whose figures are true ──

TEST_CASE("what is true is never broken, however coarsely its figures are printed") {
    for_all(6000, [] {
        const auto example =
            *rc::gen::exec([] { return any_printed_truth(*any_kind()); }).as("a true relation, as printed");
        const Check check = check_of(example);
        RC_ASSERT(check.outcome != Outcome::broken);
        // Only a divisor that may be zero, or a base that may not be positive, leaves open what holds.
        if (!is_quotient(example.form.kind)) RC_ASSERT(check.outcome != Outcome::undecided);
        if (check.outcome == Outcome::undecided)
            RC_ASSERT((check.reason == Reason::zero_divisor || check.reason == Reason::base_not_positive));
    });
}

TEST_CASE("what is true and printed in full is exact") {
    for_all(2000, [] {
        const auto example = *rc::gen::exec([] {
            Drawn drawn = any_true_relation(
                *rc::gen::element(Kind::sum, Kind::equal, Kind::at_most, Kind::linear, Kind::product));
            for (std::size_t i = 0; i < drawn.units.size(); ++i)
                drawn.example.figures.push_back(printed_in_full(drawn.example.truths[i], drawn.units[i]));
            return std::move(drawn.example);
        });
        RC_ASSERT(check_of(example).outcome == Outcome::exact);
    });
}

TEST_CASE("a true quotient of numbers in full, rounded to its printed digits, is exact") {
    for_all(2000, [] {
        const auto example = *rc::gen::exec([] {
            Drawn drawn = any_true_relation(*rc::gen::element(Kind::ratio, Kind::share, Kind::growth));
            for (std::size_t i = 0; i < drawn.units.size(); ++i) {
                drawn.example.figures.push_back(
                    i == 0 ? any_printing(drawn.example.truths[0], drawn.units[0], -1, 4, false)
                           : printed_in_full(drawn.example.truths[i], drawn.units[i]));
                if (i > 0) drawn.example.figures.back().printing = Printing::exact;
            }
            return std::move(drawn.example);
        });
        const Check check = check_of(example);
        if (check.outcome != Outcome::undecided) RC_ASSERT(check.outcome == Outcome::exact);
    });
}

// ── what is wrong by more than rounding is broken ──

TEST_CASE("a sum is broken exactly where it misses its total by more than all half units together") {
    for_all(4000, [] {
        const auto example = *rc::gen::exec([] {
            Drawn drawn = any_true_relation(*rc::gen::element(Kind::sum, Kind::at_most, Kind::linear));
            Example& made = drawn.example;
            for (std::size_t i = 0; i < drawn.units.size(); ++i) {
                const auto [low, high] = digits_of(drawn, i);
                int scale = *between(low, high);
                Figure figure = printed(made.truths[i], drawn.units[i], scale, Rounding::half_up);
                while (figure.bare_zero)
                    figure = printed(made.truths[i], drawn.units[i], ++scale, Rounding::half_up);
                made.figures.push_back(figure);
            }
            // One of them wrong by some units in its last place, or by many.
            Figure& wrong = made.figures[static_cast<std::size_t>(
                *between(0, static_cast<int>(made.figures.size()) - 1))];
            wrong.value +=
                Decimal::of(*rc::gen::oneOf(between(-12, 12), between(-5000, 5000)), wrong.value.scale);
            wrong.bare_zero = false;
            return std::move(made);
        });
        // The whole form: what is compared with zero, and the collected coefficient of every figure.
        std::vector<Fraction> coefficients(example.figures.size());
        const bool sum = example.form.kind == Kind::sum;
        if (sum) coefficients[0] = 1;
        for (const Piece& piece : example.first)
            coefficients[piece.figure] += oracle::value(piece.coefficient) * (sum ? -1 : 1);
        for (const Piece& piece : example.second)
            coefficients[piece.figure] -= oracle::value(piece.coefficient);
        Fraction form = 0;
        Fraction room = 0;
        if (example.form.constant_unit)
            form = -base_value(example.form.constant, *example.form.constant_unit);
        for (std::size_t i = 0; i < example.figures.size(); ++i) {
            form += coefficients[i] * base_value(example.figures[i]);
            room += abs(coefficients[i]) * half_of(example.figures[i]);
        }
        const Comparison comparison = sum                                  ? Comparison::equals
                                      : example.form.kind == Kind::at_most ? Comparison::at_most
                                                                           : example.form.comparison;
        const auto stands = [&](const Fraction& low, const Fraction& high) {
            switch (comparison) {
            case Comparison::equals:
                return low <= 0 && high >= 0;
            case Comparison::at_most:
                return low <= 0;
            case Comparison::at_least:
                return high >= 0;
            case Comparison::less_than:
                return low < 0;
            case Comparison::more_than:
                return high > 0;
            }
            return false;
        };
        const Outcome expected = stands(form, form)                 ? Outcome::exact
                                 : stands(form - room, form + room) ? Outcome::rounding
                                                                    : Outcome::broken;
        RC_ASSERT(check_of(example).outcome == expected);
    });
}

TEST_CASE(
    "statements of one figure are broken exactly where two of them are further apart than their half units") {
    for_all(2000, [] {
        const auto example = *rc::gen::exec([] {
            Drawn drawn = any_true_relation(Kind::equal);
            for (std::size_t i = 0; i < drawn.units.size(); ++i) {
                const auto [low, high] = digits_of(drawn, i);
                Figure figure =
                    printed(drawn.example.truths[i], drawn.units[i], *between(low, high), Rounding::half_up);
                figure.bare_zero = false;
                if (*between(0, 3) == 0) figure.value += Decimal::of(*between(-3, 3), figure.value.scale);
                drawn.example.figures.push_back(figure);
            }
            return std::move(drawn.example);
        });
        bool apart = false;
        bool same = true;
        for (const Figure& a : example.figures) {
            for (const Figure& b : example.figures) {
                apart = apart || abs(base_value(a) - base_value(b)) > half_of(a) + half_of(b);
                same = same && base_value(a) == base_value(b);
            }
        }
        RC_ASSERT(check_of(example).outcome == (apart  ? Outcome::broken
                                                : same ? Outcome::exact
                                                       : Outcome::rounding));
    });
}

TEST_CASE("a share of positive amounts is broken exactly where no amounts within their half units give it") {
    for_all(3000, [] {
        const auto example = *rc::gen::exec([] {
            Example made;
            made.form.kind = *rc::gen::element(Kind::share, Kind::ratio, Kind::growth, Kind::product);
            const Fraction a = *between(1, 999999);
            const Fraction b = *between(1, 999999);
            const Fraction subject = made.form.kind == Kind::product  ? Fraction(a * b)
                                     : made.form.kind == Kind::growth ? Fraction((a - b) / b)
                                                                      : Fraction(a / b);
            const bool product = made.form.kind == Kind::product;
            made.truths = {subject, a, b};
            made.figures.push_back(printed(subject, product ? unit::plain : unit::percent,
                                           product ? *between(-4, 2) : *between(0, 2), Rounding::half_up));
            for (const Fraction& truth : {a, b})
                made.figures.push_back(printed(truth, unit::plain, *between(-2, 1), Rounding::half_up));
            Figure& wrong = made.figures[static_cast<std::size_t>(*between(0, 2))];
            wrong.value += Decimal::of(*between(-4, 4), wrong.value.scale);
            for (Figure& figure : made.figures) figure.bare_zero = false;
            made.first = {{1}};
            (product ? made.first : made.second).push_back({2});
            return made;
        });
        const auto low = [&](std::size_t i) {
            return Fraction(base_value(example.figures[i]) - half_of(example.figures[i]));
        };
        const auto high = [&](std::size_t i) {
            return Fraction(base_value(example.figures[i]) + half_of(example.figures[i]));
        };
        if (low(1) < 0 || low(2) <= 0) return;
        Fraction least = low(1) * low(2);
        Fraction most = high(1) * high(2);
        if (example.form.kind != Kind::product) {
            const int less = example.form.kind == Kind::growth ? 1 : 0;
            least = low(1) / high(2) - less;
            most = high(1) / low(2) - less;
        }
        const bool possible = least <= high(0) && most >= low(0);
        RC_ASSERT((check_of(example).outcome == Outcome::broken) == !possible);
    });
}

// ── what is said does not depend on how it is written down ──

TEST_CASE("no outcome depends on the order of the terms") {
    for_all(3000, [] {
        const auto example = *rc::gen::exec(any_example);
        const CheckOptions options = any_options();
        Example other = example;
        other.first = shuffled(example.first);
        other.second = shuffled(example.second);
        RC_ASSERT(said(other, options) == said(example, options));
    });
}

TEST_CASE("no outcome depends on the other relations or on their order") {
    for_all(1000, [] {
        std::vector<Example> examples;
        for (int i = *between(2, 5); i > 0; --i) examples.push_back(*rc::gen::exec(any_example));
        const CheckOptions options = any_options();
        std::vector<std::size_t> order(examples.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        order = shuffled(order);
        Stage stage;
        for (const std::size_t i : order) stage.state(examples[i]);
        const std::vector<Check> checks = check_relations(stage.relations, options);
        RC_ASSERT(checks.size() == examples.size());
        for (std::size_t place = 0; place < order.size(); ++place)
            RC_ASSERT(notation::outcome_of(checks[place]) == said(examples[order[place]], options));
    });
}

TEST_CASE("no outcome depends on the unit in which an amount is printed") {
    for_all(3000, [] {
        const auto example = *rc::gen::exec(any_example);
        CheckOptions options = any_options();
        // Every figure in a unit of its own where each has its own scale; at the common scale, which is one of a unit,
        // figures of one unit stay figures of one unit.
        options.scale = ScaleReading::own;
        Example other = example;
        for (Figure& figure : other.figures)
            if (figure.unit.dimension == Dimension::money) convert(figure, Unit::of(*any_money_unit()));
        RC_ASSERT(check_of(other, options).outcome == check_of(example, options).outcome);

        options.scale = ScaleReading::common;
        other = example;
        const int turn = *between(1, 4);
        for (Figure& figure : other.figures) {
            for (std::size_t i = 0; i < std::size(money_units); ++i) {
                if (!(figure.unit == Unit::of(money_units[i].unit))) continue;
                const std::size_t next = (i + static_cast<std::size_t>(turn)) % std::size(money_units);
                convert(figure, Unit::of(money_units[next].unit));
                break;
            }
        }
        RC_ASSERT(said(other, options) == said(example, options));
    });
}

TEST_CASE("no outcome depends on the size of the figures, even where their digits leave 38") {
    for_all(2000, [] {
        auto example = *rc::gen::exec(any_example);
        CheckOptions options = any_options();
        const bool quotient = is_quotient(example.form.kind);
        const bool product = example.form.kind == Kind::product;
        // A rate or a factor that is a plain number lends its scale to plain numbers, whatever it is worth beside them: to
        // all of them at the common scale, and to a bare 0.
        options.scale = ScaleReading::own;
        if (quotient || product)
            for (Figure& figure : example.figures) figure.bare_zero = false;
        const int power = *rc::gen::element(-30, -5, 1, 7, 40);
        Example other = example;
        for (std::size_t i = quotient ? 1 : 0; i < other.figures.size(); ++i)
            if (!product || i < 2) move_point(other.figures[i], power);
        other.form.constant = shifted(other.form.constant, power);
        RC_ASSERT(check_of(other, options).outcome == check_of(example, options).outcome);
    });
}

TEST_CASE("no outcome depends on the side of zero on which the figures lie") {
    for_all(2000, [] {
        const auto example = *rc::gen::exec(any_example);
        // A growth has a meaning on one side only.
        if (example.form.kind == Kind::growth) return;
        const CheckOptions options = any_options();
        Example other = example;
        const bool quotient = is_quotient(example.form.kind);
        for (std::size_t i = quotient ? 1 : 0; i < other.figures.size(); ++i)
            if (example.form.kind != Kind::product || i < 2) other.figures[i].value = -other.figures[i].value;
        other.form.constant = -other.form.constant;
        if (example.form.kind == Kind::at_most) std::swap(other.first, other.second);
        constexpr std::array mirrored{Comparison::equals, Comparison::at_least, Comparison::at_most,
                                      Comparison::more_than, Comparison::less_than};
        other.form.comparison = mirrored[static_cast<std::size_t>(example.form.comparison)];
        RC_ASSERT(said(other, options) == said(example, options));
    });
}

TEST_CASE("what is broken with every figure at its own scale is broken at the common one") {
    for_all(2000, [] {
        const auto example = *rc::gen::exec(any_example);
        if (check_of(example).outcome != Outcome::broken) return;
        const CheckOptions common{.rounding = Printing::nearest, .scale = ScaleReading::common};
        RC_ASSERT(check_of(example, common).outcome == Outcome::broken);
    });
}
