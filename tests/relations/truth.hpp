// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_RELATIONS_TRUTH_HPP
#define TIEOUT_TESTS_RELATIONS_TRUTH_HPP

// Relations that are true, of figures that are printed: first the true values in full precision, of which the relation
// holds; then every one of them printed as a document would, in some unit, to some digits, rounded in some way. Whatever
// the printing did, nobody may be accused.

#include "../numbers/any.hpp"

#include <tieout/relations/check.hpp>

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieout {

inline void showValue(Outcome outcome, std::ostream& out) { out << described(outcome).code; }

namespace test {

/// 10^power, also below one.
inline Fraction tenfold(int power) {
    return power < 0 ? Fraction(1, oracle::power_of_ten(-power)) : Fraction(oracle::power_of_ten(power));
}

inline Fraction base_value(const Decimal& number, const Unit& unit) {
    return oracle::value(number) * tenfold(unit.power);
}

/// What a figure says, in the base unit.
inline Fraction base_value(const Figure& figure) {
    return base_value(figure.value, figure.unit) * static_cast<int>(figure.sense);
}

/// A figure as it is printed that is truly `truth` in the base unit: in `unit`, with `scale` decimals.
inline Figure printed(const Fraction& truth, const Unit& unit, int scale, Rounding rounding) {
    return Figure(oracle::decimal(oracle::rounded(truth / tenfold(unit.power), scale, rounding), scale),
                  unit);
}

/// The same with as many decimals as it takes to print it in full.
inline Figure printed_in_full(const Fraction& truth, const Unit& unit) {
    for (int scale = 0;; ++scale) {
        Figure figure = printed(truth, unit, scale, Rounding::down);
        if (base_value(figure) == truth) return figure;
    }
}

/// A figure times a coefficient, by the place of the figure in its list.
struct Piece {
    std::size_t figure;
    Decimal coefficient{1};
};

/// A relation as data. The subject is figure 0 where the kind has one.
struct Example {
    Relations::Form form{};
    std::vector<Piece> first{};
    std::vector<Piece> second{};
    std::vector<Fraction> truths{};
    std::vector<Figure> figures{};
};

inline void showValue(const Example& example, std::ostream& out) {
    out << name_of(example.form.kind);
    for (std::size_t i = 0; i < example.figures.size(); ++i) {
        const Figure& figure = example.figures[i];
        out << "\n  " << i << ": " << to_string(figure.value) << figure.unit.word() << " (scale "
            << figure.scale() << (figure.printing ? ", " + std::string(name_of(*figure.printing)) : "")
            << (figure.sense < 0 ? ", reversed" : "") << (figure.bare_zero ? ", bare" : "") << ")";
        if (i < example.truths.size()) out << " truly " << example.truths[i] << " in the base unit";
    }
    for (const auto* pieces : {&example.first, &example.second}) {
        out << "\n  of";
        for (const Piece& piece : *pieces) out << " " << to_string(piece.coefficient) << "*" << piece.figure;
    }
    if (example.form.kind == Kind::linear)
        out << "\n  comparison " << static_cast<int>(example.form.comparison) << " with "
            << to_string(example.form.constant);
}

/// The figures of examples, and their relations in the order in which they are stated.
class Stage {
  public:
    void state(const Example& example) {
        const std::size_t before = stated_.size();
        for (const Figure& figure : example.figures) stated_.emplace_back(figure);
        const auto terms = [&](const std::vector<Piece>& pieces) {
            std::vector<Term> result;
            for (const Piece& piece : pieces)
                result.emplace_back(stated_[before + piece.figure], piece.coefficient);
            return result;
        };
        relations.state(example.form, Term(stated_[before]), terms(example.first), terms(example.second));
    }

    Relations relations;

  private:
    std::deque<Stated> stated_;
};

/// Everything that is said of one example by itself.
inline Check check_of(const Example& example, const CheckOptions& options = {.rounding = Printing::nearest}) {
    Stage stage;
    stage.state(example);
    return check_relation(stage.relations, 0, options);
}

// ── true values ──

/// What the amounts of an example are: plain numbers, or money about so many powers of ten above the yuan.
struct Measure {
    bool money = false;
    int power = 0;
};

inline Measure any_measure() {
    const bool money = *full(rc::gen::arbitrary<bool>());
    return {money, money ? *rc::gen::element(0, 4, 4, 8) : 0};
}

/// A true value with up to six decimals in its measure, as often small or round as not.
inline Fraction any_truth(const Measure& measure, bool negative = true) {
    const int decimals = *between(0, 6);
    const int digits = *between(1, 8);
    const int limit = static_cast<int>(oracle::power_of_ten(digits));
    return Fraction(*between(negative ? -limit : 0, limit)) * tenfold(measure.power - decimals);
}

inline Decimal any_coefficient() {
    const int tenths = *rc::gen::element(10, 10, 10, 10, -10, 20, 6, -5);
    return tenths % 10 == 0 ? Decimal(tenths / 10) : Decimal::of(tenths, 1);
}

inline Fraction form_of(const std::vector<Piece>& pieces, const std::vector<Fraction>& values) {
    Fraction sum = 0;
    for (const Piece& piece : pieces) sum += oracle::value(piece.coefficient) * values[piece.figure];
    return sum;
}

// ── printing ──

inline Unit any_unit_of(const Measure& measure) {
    return measure.money ? Unit::of(*any_money_unit()) : unit::plain;
}

/// Prints a true value in some unit, to some digits, in one of the ways that documents have.
inline Figure any_printing(const Fraction& truth, const Unit& unit, int scale_low, int scale_high,
                           bool reversible = true) {
    constexpr Rounding nearest[]{Rounding::half_up, Rounding::half_even, Rounding::half_down};
    int scale = *between(scale_low, scale_high);
    const int way = *between(0, 5);
    const bool reversed = reversible && *between(0, 9) == 0;
    const Fraction shown = reversed ? Fraction(-truth) : truth;
    Figure figure;
    for (;; ++scale) {
        figure = printed(shown, unit, scale,
                         way == 4   ? Rounding::half_up
                         : way == 5 ? Rounding::down
                                    : nearest[way % 3]);
        // A bare 0 is not the rounded form of anything: it is read as if printed like the figures beside it.
        if (!figure.bare_zero) break;
    }
    if (way == 4) figure.printing = Printing::half_up;
    if (way == 5) figure.printing = Printing::truncated;
    if (reversed) figure.sense = -1;
    // What came out to the last digit may also be said to be exact.
    if (way == 0 && base_value(figure) == truth) figure.printing = Printing::exact;
    return figure;
}

// ── examples ──

/// A relation that is true of the true values; the figures are not printed yet.
struct Drawn {
    Example example;
    std::vector<Unit> units; ///< of the figures
    Measure measure;
};

inline Drawn any_true_relation(Kind kind) {
    Drawn drawn;
    Example& example = drawn.example;
    example.form.kind = kind;
    const Measure measure = drawn.measure = any_measure();
    const auto amount = [&](const Fraction& truth) {
        example.truths.push_back(truth);
        drawn.units.push_back(any_unit_of(measure));
        return example.truths.size() - 1;
    };
    const auto amounts = [&](int count, bool negative = true) {
        std::vector<Piece> pieces;
        for (int i = 0; i < count; ++i)
            pieces.push_back({amount(any_truth(measure, negative)), any_coefficient()});
        return pieces;
    };
    const bool subject = kind == Kind::sum || kind == Kind::ratio || kind == Kind::share ||
                         kind == Kind::growth || kind == Kind::product;
    if (subject) amount(0);
    switch (kind) {
    case Kind::sum:
        example.first = amounts(*between(1, 6));
        // One figure may stand there twice.
        if (*between(0, 5) == 0) example.first.push_back({1, any_coefficient()});
        example.truths[0] = form_of(example.first, example.truths);
        break;
    case Kind::equal: {
        const Fraction truth = any_truth(measure);
        for (int i = *between(2, 5); i > 0; --i) example.first.push_back({amount(truth)});
        break;
    }
    case Kind::at_most: {
        example.first = amounts(*between(1, 3));
        example.second = amounts(*between(0, 2));
        const Fraction room = *between(0, 2) == 0 ? Fraction(0) : any_truth(measure, false);
        const Fraction least =
            form_of(example.first, example.truths) - form_of(example.second, example.truths);
        example.second.push_back({amount(least + room)});
        break;
    }
    case Kind::linear: {
        example.first = amounts(*between(1, 5));
        const Fraction room = any_truth(measure, false);
        const Fraction sum = form_of(example.first, example.truths);
        example.form.comparison = static_cast<Comparison>(*between(0, 4));
        Fraction constant = sum;
        switch (example.form.comparison) {
        case Comparison::equals:
            break;
        case Comparison::at_most:
            constant += room;
            break;
        case Comparison::at_least:
            constant -= room;
            break;
        case Comparison::less_than:
            constant += room + tenfold(measure.power - 6);
            break;
        case Comparison::more_than:
            constant -= room + tenfold(measure.power - 6);
            break;
        }
        const Unit unit = any_unit_of(measure);
        // Six decimals in the measure, one more for the coefficient: the constant is exact.
        const int scale = 7 - measure.power + unit.power;
        example.form.constant =
            oracle::decimal(oracle::rounded(constant / tenfold(unit.power), scale, Rounding::down), scale);
        example.form.constant_unit = unit;
        break;
    }
    case Kind::ratio:
    case Kind::share:
    case Kind::growth: {
        example.first = amounts(*between(1, 3));
        example.second = amounts(*between(1, 2), kind != Kind::growth);
        Fraction below = form_of(example.second, example.truths);
        if (below == 0) {
            example.second.push_back({amount(tenfold(measure.power))});
            below = tenfold(measure.power);
        }
        const Fraction above = form_of(example.first, example.truths);
        example.truths[0] =
            kind == Kind::growth ? Fraction((above - below) / below) : Fraction(above / below);
        drawn.units[0] = *rc::gen::element(unit::percent, unit::percent, unit::permille, unit::plain);
        break;
    }
    default:
        example.truths[0] = 1;
        for (int i = *between(1, 3); i > 0; --i) {
            // An amount, and numbers that it is multiplied with.
            const Fraction factor = any_truth(example.first.empty() ? measure : Measure{});
            example.first.push_back({amount(factor)});
            if (example.first.size() > 1) drawn.units.back() = unit::plain;
            example.truths[0] *= factor;
        }
    }
    return drawn;
}

/// The digits after the point, in the base unit, to which figures of an example are printed. Rates have a few.
inline std::pair<int, int> digits_of(const Drawn& drawn, std::size_t figure) {
    const Unit& unit = drawn.units[figure];
    if (unit.dimension == Dimension::percent) return {-1, 3};
    const bool rate = figure == 0 && drawn.example.form.kind != Kind::sum && !drawn.example.second.empty() &&
                      drawn.example.form.kind != Kind::at_most;
    if (rate || (unit.dimension == Dimension::plain && drawn.measure.money)) return {0, 4};
    return {-1 - drawn.measure.power + unit.power, 6 - drawn.measure.power + unit.power};
}

/// A true relation of figures that are printed to any digits in any way.
inline Example any_printed_truth(Kind kind) {
    Drawn drawn = any_true_relation(kind);
    for (std::size_t i = 0; i < drawn.units.size(); ++i) {
        const auto [low, high] = digits_of(drawn, i);
        drawn.example.figures.push_back(any_printing(drawn.example.truths[i], drawn.units[i], low, high));
    }
    return std::move(drawn.example);
}

inline rc::Gen<Kind> any_kind() {
    return rc::gen::element(Kind::sum, Kind::equal, Kind::at_most, Kind::linear, Kind::ratio, Kind::share,
                            Kind::growth, Kind::product);
}

inline bool is_quotient(Kind kind) {
    return kind == Kind::ratio || kind == Kind::share || kind == Kind::growth;
}

} // namespace test
} // namespace tieout

#endif // TIEOUT_TESTS_RELATIONS_TRUTH_HPP
