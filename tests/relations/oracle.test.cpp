// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <doctest/doctest.h>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <deque>
#include <random>
#include <vector>

// Generated relations against an oracle that knows nothing of the kernels: it takes the definition of an interval from
// the design, goes through all corners of the box in rational numbers, and asks on which faces an extreme is reached.

using namespace tieout;

namespace {

using Rational = boost::multiprecision::cpp_rational;
using Whole = boost::multiprecision::cpp_int;

Rational power_of_ten(int power) {
    const Whole size =
        boost::multiprecision::pow(Whole(10), static_cast<unsigned>(power < 0 ? -power : power));
    return power < 0 ? Rational(1, size) : Rational(size);
}

Rational rational(const Decimal& number) {
    Whole size = 0;
    for (const char c : to_string(number))
        if (c >= '0' && c <= '9') size = size * 10 + (c - '0');
    return Rational(number.hi < 0 ? Whole(-size) : size) * power_of_ten(number.scale > 0 ? -number.scale : 0);
}

int sign_of(const Rational& number) { return number.sign(); }

Whole floor_of(const Rational& number) {
    const Whole n = numerator(number);
    const Whole d = denominator(number);
    Whole whole = n / d;
    if (n < 0 && whole * d != n) whole -= 1;
    return whole;
}

struct Range {
    Rational low;
    Rational high;
    bool low_closed = true;
    bool high_closed = true;
};

struct Item {
    std::size_t figure;
    Decimal coefficient;
};

struct Settings {
    std::optional<Printing> document{};
    std::optional<Printing> run{};
    bool common = false;

    [[nodiscard]] CheckOptions options() const {
        return {.rounding = run,
                .document_rounding = document,
                .scale = common ? ScaleReading::common : ScaleReading::own};
    }
};

using Figures = std::vector<Figure>;

int base_digits(const Figure& figure) { return figure.scale() - figure.unit.power; }
bool lone_zero(const Figure& figure) { return figure.bare_zero && !figure.decimals; }

/// One unit in the last place, in the base unit; zero for what is exact.
Rational last_place(const Figures& figures, std::size_t index, const Settings& settings) {
    const Figure& figure = figures[index];
    if (figure.state == State::none_by_word) return 0;
    Printing printing = settings.document.value_or(settings.run.value_or(Printing::nearest));
    if (figure.unit.exact) printing = Printing::exact;
    if (figure.printing) printing = *figure.printing;
    if (printing == Printing::exact) return 0;
    std::optional<int> finest;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& other = figures[i];
        if (i == index || other.state == State::none_by_word || lone_zero(other)) continue;
        const bool counts = lone_zero(figure) ? other.unit.dimension == figure.unit.dimension
                                              : settings.common && other.unit == figure.unit;
        if (counts) finest = std::max(finest.value_or(-1000), base_digits(other));
    }
    int digits = base_digits(figure);
    if (finest && (lone_zero(figure) || *finest > digits)) digits = *finest;
    return power_of_ten(-digits);
}

Rational printed(const Figure& figure) {
    const Rational value = rational(figure.value) * power_of_ten(figure.unit.power);
    return figure.sense < 0 ? Rational(-value) : value;
}

Range range(const Figures& figures, std::size_t index, const Settings& settings) {
    const Figure& figure = figures[index];
    const Rational x = rational(figure.value) * power_of_ten(figure.unit.power);
    const Rational u = last_place(figures, index, settings);
    Range result{x, x};
    if (u != 0) {
        const Printing printing =
            figure.printing.value_or(settings.document.value_or(settings.run.value_or(Printing::nearest)));
        switch (printing) {
        case Printing::nearest:
            result = {x - u / 2, x + u / 2, true, true};
            break;
        case Printing::half_up:
            result = {x - u / 2, x + u / 2, x > 0, x < 0};
            break;
        case Printing::truncated:
            if (x > 0)
                result = {x, x + u, true, false};
            else if (x < 0)
                result = {x - u, x, false, true};
            else
                result = {-u, u, false, false};
            break;
        case Printing::exact:
            break;
        }
    }
    if (figure.sense < 0) return {-result.high, -result.low, result.high_closed, result.low_closed};
    return result;
}

/// Every value of a function at the corners of the box; bit i of the corner says which end of figure i.
struct Corners {
    std::vector<Range> box;
    std::vector<Rational> values;

    template <class F>
    Corners(std::vector<Range> ranges, F&& function) : box(std::move(ranges)) {
        std::vector<Rational> point(box.size());
        for (std::size_t corner = 0; corner < std::size_t{1} << box.size(); ++corner) {
            for (std::size_t i = 0; i < box.size(); ++i)
                point[i] = (corner >> i & 1) != 0 ? box[i].high : box[i].low;
            values.push_back(function(point));
        }
    }

    [[nodiscard]] Rational extreme(bool highest) const {
        return highest ? *std::max_element(values.begin(), values.end())
                       : *std::min_element(values.begin(), values.end());
    }
    /// Whether some point of the box has that value: one on a face all of whose corners have it, and which stands on
    /// no end that is open.
    [[nodiscard]] bool reached(const Rational& value) const { return reached(value, 0, {0}); }

  private:
    [[nodiscard]] bool reached(const Rational& value, std::size_t figure,
                               const std::vector<std::size_t>& face) const {
        if (figure == box.size())
            return std::all_of(face.begin(), face.end(),
                               [&](std::size_t corner) { return values[corner] == value; });
        std::vector<std::size_t> upper;
        for (const std::size_t corner : face) upper.push_back(corner | std::size_t{1} << figure);
        if (box[figure].low_closed && reached(value, figure + 1, face)) return true;
        if (box[figure].high_closed && reached(value, figure + 1, upper)) return true;
        upper.insert(upper.end(), face.begin(), face.end());
        return reached(value, figure + 1, upper);
    }
};

Range range_of(const Corners& corners) {
    const Rational low = corners.extreme(false);
    const Rational high = corners.extreme(true);
    return {low, high, corners.reached(low), corners.reached(high)};
}

Rational form(const std::vector<Item>& items, const std::vector<Rational>& point) {
    Rational sum = 0;
    for (const Item& item : items) sum += rational(item.coefficient) * point[item.figure];
    return sum;
}

std::vector<Range> box_of(const Figures& figures, const Settings& settings) {
    std::vector<Range> box;
    for (std::size_t i = 0; i < figures.size(); ++i) box.push_back(range(figures, i, settings));
    return box;
}

std::vector<Rational> printed_point(const Figures& figures) {
    std::vector<Rational> point;
    for (const Figure& figure : figures) point.push_back(printed(figure));
    return point;
}

bool compares(int sign, Comparison comparison) {
    switch (comparison) {
    case Comparison::equals:
        return sign == 0;
    case Comparison::at_most:
        return sign <= 0;
    case Comparison::at_least:
        return sign >= 0;
    case Comparison::less_than:
        return sign < 0;
    case Comparison::more_than:
        return sign > 0;
    }
    return false;
}

struct Verdict {
    Outcome outcome;
    bool edge = false;
};

/// Σ items − constant compared with zero.
Verdict linear_verdict(const Figures& figures, const std::vector<Item>& items, const Rational& constant,
                       Comparison comparison, const Settings& settings) {
    if (compares(sign_of(form(items, printed_point(figures)) - constant), comparison))
        return {Outcome::exact};
    const Range ends = range_of(Corners(box_of(figures, settings), [&](const std::vector<Rational>& point) {
        return Rational(form(items, point) - constant);
    }));
    const bool down = ends.low < 0 || (ends.low == 0 && ends.low_closed);
    const bool up = ends.high > 0 || (ends.high == 0 && ends.high_closed);
    switch (comparison) {
    case Comparison::equals:
        return down && up ? Verdict{Outcome::rounding, ends.low == 0 || ends.high == 0}
                          : Verdict{Outcome::broken};
    case Comparison::at_most:
        return down ? Verdict{Outcome::rounding, ends.low == 0} : Verdict{Outcome::broken};
    case Comparison::at_least:
        return up ? Verdict{Outcome::rounding, ends.high == 0} : Verdict{Outcome::broken};
    case Comparison::less_than:
        return {ends.low < 0 ? Outcome::rounding : Outcome::broken};
    case Comparison::more_than:
        return {ends.high > 0 ? Outcome::rounding : Outcome::broken};
    }
    return {Outcome::broken};
}

bool shares_a_point(const Range& a, const Range& b) {
    const auto reaches = [](const Rational& low, bool low_closed, const Rational& high, bool high_closed) {
        return low < high || (low == high && low_closed && high_closed);
    };
    return reaches(a.low, a.low_closed, b.high, b.high_closed) &&
           reaches(b.low, b.low_closed, a.high, a.high_closed);
}

/// Figure 0 is the stated quotient. What the quotient can be, or nothing where its divisor comes near zero.
std::optional<Range> quotient_range(const std::vector<Range>& box, const std::vector<Item>& above,
                                    const std::vector<Item>& below) {
    const Range divisor =
        range_of(Corners(box, [&](const std::vector<Rational>& point) { return form(below, point); }));
    if (sign_of(divisor.low) * sign_of(divisor.high) <= 0) return std::nullopt;
    return range_of(Corners(box, [&](const std::vector<Rational>& point) {
        return Rational(form(above, point) / form(below, point));
    }));
}

Verdict quotient_verdict(const Figures& figures, const std::vector<Item>& above,
                         const std::vector<Item>& below, bool growth, const Settings& settings) {
    const std::vector<Range> box = box_of(figures, settings);
    const Range divisor =
        range_of(Corners(box, [&](const std::vector<Rational>& point) { return form(below, point); }));
    const bool positive = divisor.low > 0 || (divisor.low == 0 && !divisor.low_closed);
    const bool negative = divisor.high < 0 || (divisor.high == 0 && !divisor.high_closed);
    if (!positive && (growth || !negative)) return {Outcome::undecided};
    const std::vector<Rational> point = printed_point(figures);
    const Range& r = box[0];
    const Rational q = form(above, point) / form(below, point);
    if (shares_a_point(r, {q, q})) return {Outcome::exact};
    if (const auto possible = quotient_range(box, above, below)) {
        if (!shares_a_point(*possible, r)) return {Outcome::broken};
        return {Outcome::rounding, possible->low == r.high || possible->high == r.low};
    }
    // The quotient has no bound on one side; the condition of the design has.
    const int side = positive ? 1 : -1;
    const auto difference = [&](const Rational& quotient) {
        return range_of(Corners(box, [&](const std::vector<Rational>& at) {
            return Rational(side * (form(above, at) - quotient * form(below, at)));
        }));
    };
    const Range least = difference(r.high);
    const Range most = difference(r.low);
    const bool under = least.low < 0 || (least.low == 0 && least.low_closed && r.high_closed);
    const bool over = most.high > 0 || (most.high == 0 && most.high_closed && r.low_closed);
    if (!under || !over) return {Outcome::broken};
    return {Outcome::rounding, least.low == 0 || most.high == 0};
}

/// 12·gap² > 9·Σc²u² over all terms.
bool unlikely(const Figures& figures, const std::vector<Rational>& coefficients, const Rational& gap,
              const Settings& settings) {
    Rational spread = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Rational step = coefficients[i] * last_place(figures, i, settings);
        spread += step * step;
    }
    return 12 * gap * gap > 9 * spread;
}

class Generator {
  public:
    explicit Generator(std::uint64_t seed) : random_(seed) {}

    int between(int low, int high) {
        return low + static_cast<int>(random_() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool one_in(int many) { return between(1, many) == 1; }
    std::mt19937_64& engine() { return random_; }

    std::optional<Printing> printing(int one_of) {
        if (!one_in(one_of)) return std::nullopt;
        return static_cast<Printing>(between(0, 3));
    }

    Figure figure(bool money, int size) {
        const Unit unit = !money ? unit::plain : one_in(3) ? unit::yuan : unit::wan_yuan;
        const int digits = between(-size, size);
        const int scale = between(-1, 2);
        Figure result(unit == unit::yuan ? Decimal::of(digits * 100, scale + 1) : Decimal::of(digits, scale),
                      unit);
        if (one_in(12)) result = Figure(Decimal{0}, unit);
        if (one_in(15)) {
            result = Figure(Decimal{0}, unit);
            result.state = State::none_by_word;
        }
        decorate(result);
        return result;
    }
    void decorate(Figure& figure) {
        figure.printing = printing(4);
        if (one_in(8)) figure.decimals = static_cast<std::int8_t>(between(-1, 2));
        if (one_in(10)) figure.sense = -1;
    }

    Decimal coefficient() {
        static constexpr std::array<int, 12> tenths{10, 10, 10, 10, 10, -10, -10, 20, -20, 6, -5, 0};
        return Decimal::of(tenths[static_cast<std::size_t>(between(0, 11))], 1);
    }

    Settings settings() {
        Settings result;
        result.document = printing(3);
        result.run = printing(3);
        result.common = one_in(4);
        return result;
    }

    /// A figure printed so that it nearly is the value.
    Figure near(const Rational& value, const Unit& unit, int scale_low, int scale_high) {
        const int scale = between(scale_low, scale_high);
        const Whole steps =
            floor_of(value * power_of_ten(scale - unit.power) + Rational(1, 2)) + between(-2, 2);
        Figure result(Decimal::of(static_cast<std::int64_t>(steps), scale), unit);
        decorate(result);
        if (result.sense < 0) result.value = -result.value;
        return result;
    }

  private:
    std::mt19937_64 random_;
};

/// The figures of one relation, stated.
class Stage {
  public:
    explicit Stage(const Figures& figures) {
        for (const Figure& figure : figures) stated_.emplace_back(figure);
    }
    std::vector<Term> terms(const std::vector<Item>& items) {
        std::vector<Term> result;
        for (const Item& item : items) result.emplace_back(stated_[item.figure], item.coefficient);
        return result;
    }
    Term term(std::size_t figure) { return Term(stated_[figure]); }

    Relations relations;

  private:
    std::deque<Stated> stated_;
};

std::string told(const Figures& figures, const std::vector<Item>& above, const std::vector<Item>& below) {
    std::string text;
    for (const Figure& figure : figures)
        text += to_string(figure.value) + std::string(figure.unit.word()) + " (scale " +
                std::to_string(figure.scale()) + ", " +
                (figure.printing ? std::string(name_of(*figure.printing)) : std::string("-")) + ", " +
                std::to_string(figure.sense) + (lone_zero(figure) ? ", bare" : "") + "); ";
    for (const auto& items : {above, below}) {
        text += "| ";
        for (const Item& item : items)
            text += to_string(item.coefficient) + "·" + std::to_string(item.figure) + " ";
    }
    return text;
}

/// The largest difference on its side that holds, said of the two ends that decide it.
void check_allowance(const Explanation& explanation, const Rational& room, bool closed,
                     const Rational& step) {
    if (!explanation.allowance) {
        // Only where not even a difference of nothing holds.
        CHECK((room < 0 || (room == 0 && !closed)));
        return;
    }
    const Rational allowance = rational(*explanation.allowance) * power_of_ten(explanation.unit.power);
    if (closed) {
        CHECK(allowance == room);
        return;
    }
    CHECK(allowance < room);
    CHECK(allowance + step >= room);
}

constexpr int cases = 6000;

} // namespace

TEST_CASE("linear forms come out as they do at all corners of their box") {
    Generator generate(20220418);
    std::array<int, 4> seen{};
    for (int round = 0; round < cases; ++round) {
        const bool money = generate.one_in(3);
        const Settings settings = generate.settings();
        // Figure 0 is the total, or the greater of a bound.
        Figures figures{Figure()};
        std::vector<Item> items;
        const int count = generate.between(1, 4);
        for (int i = 1; i <= count; ++i) {
            figures.push_back(generate.figure(money, 300));
            items.push_back({static_cast<std::size_t>(i), generate.coefficient()});
        }
        if (generate.one_in(4)) items.push_back({1, generate.coefficient()});
        const Rational sum = form(items, printed_point(figures));
        figures[0] = generate.near(sum, money ? unit::wan_yuan : unit::plain, -1, 2);

        const int kind = generate.between(0, 2);
        std::vector<Item> whole{{0, Decimal{1}}};
        for (const Item& item : items) whole.push_back({item.figure, -item.coefficient});
        Comparison comparison = Comparison::equals;
        Decimal constant;
        Stage stage(figures);
        if (kind == 0) {
            stage.relations.sum(stage.term(0), stage.terms(items));
        } else if (kind == 1) {
            comparison = Comparison::at_most;
            stage.relations.at_most({{stage.term(0)}}, stage.terms(items));
        } else {
            comparison = static_cast<Comparison>(generate.between(0, 4));
            constant = Decimal::of(generate.between(-15, 15), 1);
            stage.relations.linear(stage.terms(whole), comparison, constant, figures[0].unit);
        }
        const Rational bound = rational(constant) * power_of_ten(figures[0].unit.power);
        const Verdict expected = linear_verdict(figures, whole, bound, comparison, settings);
        const CheckOptions options = settings.options();
        const Check check = check_relation(stage.relations, 0, options);
        INFO(told(figures, whole, {}), " kind ", kind, " comparison ", static_cast<int>(comparison),
             " constant ", to_string(constant), settings.common ? " common" : "");
        REQUIRE(check.outcome == expected.outcome);
        ++seen[static_cast<std::size_t>(check.outcome)];

        std::vector<Rational> coefficients(figures.size());
        for (const Item& item : whole) coefficients[item.figure] += rational(item.coefficient);
        const Rational difference = form(whole, printed_point(figures)) - bound;
        if (check.outcome == Outcome::rounding) {
            CHECK(check.notes.has(Note::edge) == expected.edge);
            CHECK(check.notes.has(Note::unlikely) == unlikely(figures, coefficients, difference, settings));
            Settings common = settings;
            common.common = true;
            const bool coarse =
                !settings.common &&
                linear_verdict(figures, whole, bound, comparison, common).outcome == Outcome::broken;
            CHECK(check.notes.has(Note::coarse) == coarse);
        } else {
            CHECK_FALSE(check.notes.any());
        }

        // stated − recomputed is the form in a sum or bound, and its negative against a constant.
        const Explanation explanation = explain(stage.relations, check, options, Language::en);
        const int side = kind == 2 ? -1 : 1;
        const Rational unit_size = power_of_ten(explanation.unit.power);
        REQUIRE(explanation.difference);
        CHECK(rational(*explanation.difference) * unit_size == side * difference);
        CHECK(*explanation.difference == *explanation.stated - *explanation.recomputed);
        const Range ends =
            range_of(Corners(box_of(figures, settings), [&](const std::vector<Rational>& point) {
                return Rational(side * (form(whole, point) - bound));
            }));
        const bool strict = comparison == Comparison::less_than || comparison == Comparison::more_than;
        const bool only_above =
            (comparison == Comparison::at_most || comparison == Comparison::less_than) == (side > 0);
        const bool equal = comparison == Comparison::equals;
        const Rational shown = side * difference;
        const bool above = shown > 0 || (shown == 0 && (equal || only_above));
        if (!equal && above != only_above) {
            CHECK_FALSE(explanation.allowance);
        } else {
            const Rational room = above ? Rational(shown - ends.low) : Rational(ends.high - shown);
            check_allowance(explanation, room, !strict && (above ? ends.low_closed : ends.high_closed),
                            power_of_ten(explanation.unit.power - explanation.difference->scale));
        }
        if (kind != 2) {
            REQUIRE(explanation.between);
            const Range recomputed =
                range_of(Corners(box_of(figures, settings),
                                 [&](const std::vector<Rational>& point) { return form(items, point); }));
            CHECK(rational(explanation.between->low.at) * unit_size == recomputed.low);
            CHECK(rational(explanation.between->high.at) * unit_size == recomputed.high);
            CHECK(explanation.between->low.closed == recomputed.low_closed);
            CHECK(explanation.between->high.closed == recomputed.high_closed);
        }
    }
    for (const Outcome outcome : {Outcome::exact, Outcome::rounding, Outcome::broken})
        CHECK(seen[static_cast<std::size_t>(outcome)] > cases / 20);
}

TEST_CASE("quotients come out as they do at all corners of their box") {
    Generator generate(20210401);
    std::array<int, 4> seen{};
    for (int round = 0; round < cases; ++round) {
        const bool money = generate.one_in(3);
        const Settings settings = generate.settings();
        const bool growth = generate.one_in(3);
        Figures figures{Figure()};
        const int count = generate.between(2, 4);
        for (int i = 1; i <= count; ++i)
            figures.push_back(generate.figure(money, generate.one_in(3) ? 12 : 300));
        // In braces, so that the order of the two is the same everywhere.
        const auto any = [&] {
            return Item{static_cast<std::size_t>(generate.between(1, count)), generate.coefficient()};
        };
        std::vector<Item> above{any()};
        std::vector<Item> below{any()};
        while (generate.one_in(2)) above.push_back(any());
        while (generate.one_in(3)) below.push_back(any());
        // Figures that take no part would still lend their scale to the others.
        for (std::size_t i = 1; i < figures.size(); ++i) {
            const auto is = [&](const Item& item) { return item.figure == i; };
            if (std::none_of(above.begin(), above.end(), is) && std::none_of(below.begin(), below.end(), is))
                (generate.one_in(2) ? above : below).push_back({i, generate.coefficient()});
        }
        const std::vector<Item> to = above;
        if (growth)
            for (const Item& item : below) above.push_back({item.figure, -item.coefficient});

        const std::vector<Rational> point = printed_point(figures);
        const Rational n = form(above, point);
        const Rational d = form(below, point);
        figures[0] = generate.near(d == 0 ? Rational(1) : Rational(n / d), unit::percent, -1, 1);
        if (boost::multiprecision::abs(rational(figures[0].value)) > 100000) continue;
        if (generate.one_in(4)) {
            // A result of the unit of its operands' quotient: a plain number, or a fraction of amounts.
            figures[0].unit = unit::plain;
            figures[0].value = shifted(figures[0].value, -2);
            if (figures[0].decimals) figures[0].decimals = static_cast<std::int8_t>(*figures[0].decimals + 2);
            figures[0].bare_zero = false;
        }

        Stage stage(figures);
        if (growth)
            stage.relations.growth(stage.term(0), stage.terms(below), stage.terms(to));
        else
            stage.relations.ratio(stage.term(0), stage.terms(above), stage.terms(below));
        const Verdict expected = quotient_verdict(figures, above, below, growth, settings);
        const CheckOptions options = settings.options();
        const Check check = check_relation(stage.relations, 0, options);
        INFO(told(figures, above, below), settings.common ? " common" : "");
        REQUIRE(check.outcome == expected.outcome);
        ++seen[static_cast<std::size_t>(check.outcome)];
        if (check.outcome == Outcome::undecided) continue;
        if (check.outcome == Outcome::rounding) {
            CHECK(check.notes.has(Note::edge) == expected.edge);
            const Rational r = printed(figures[0]);
            std::vector<Rational> coefficients(figures.size());
            for (const Item& item : above) coefficients[item.figure] += rational(item.coefficient);
            for (const Item& item : below) coefficients[item.figure] -= r * rational(item.coefficient);
            coefficients[0] = -d;
            CHECK(check.notes.has(Note::unlikely) == unlikely(figures, coefficients, n - r * d, settings));
            Settings common = settings;
            common.common = true;
            const bool coarse =
                !settings.common &&
                quotient_verdict(figures, above, below, growth, common).outcome == Outcome::broken;
            CHECK(check.notes.has(Note::coarse) == coarse);
        }

        const Explanation explanation = explain(stage.relations, check, options, Language::zh);
        const int scale = figures[0].scale() - figures[0].unit.power + 2;
        const Rational step = power_of_ten(-scale);
        const Rational q = n / d;
        const Whole half_up = floor_of(boost::multiprecision::abs(q) / step + Rational(1, 2));
        const Rational shown = (q < 0 ? Rational(-half_up) : Rational(half_up)) * step;
        const Rational unit_size = power_of_ten(explanation.unit.power);
        REQUIRE(explanation.recomputed);
        CHECK(rational(*explanation.recomputed) * unit_size == shown);
        CHECK(*explanation.difference == *explanation.stated - *explanation.recomputed);
        const std::vector<Range> box = box_of(figures, settings);
        const auto possible = quotient_range(box, above, below);
        if (!possible) continue;
        REQUIRE(explanation.between);
        CHECK(rational(explanation.between->low.at) * unit_size ==
              Rational(floor_of(possible->low / step)) * step);
        CHECK(rational(explanation.between->high.at) * unit_size ==
              -Rational(floor_of(-possible->high / step)) * step);
        CHECK(explanation.between->low.closed == possible->low_closed);
        CHECK(explanation.between->high.closed == possible->high_closed);
        // A stated quotient that differs by the allowance holds, and one that differs by a step more does not.
        REQUIRE(explanation.allowance);
        const Rational allowance = rational(*explanation.allowance) * unit_size;
        const bool more = printed(figures[0]) >= shown;
        const Rational moved =
            more ? Rational(box[0].low - printed(figures[0])) : Rational(printed(figures[0]) - box[0].high);
        const bool closed =
            more ? possible->high_closed && box[0].low_closed : possible->low_closed && box[0].high_closed;
        const Rational room =
            more ? Rational(possible->high - shown - moved) : Rational(shown - possible->low - moved);
        if (allowance != 0) CHECK((allowance < room || (allowance == room && closed)));
        CHECK((allowance + step > room || (allowance + step == room && !closed)));
    }
    for (const std::size_t count : {0U, 1U, 2U, 3U}) CHECK(seen[count] > cases / 20);
}

TEST_CASE("products of several factors come out as they do at all corners of their box") {
    Generator generate(20200618);
    std::array<int, 4> seen{};
    for (int round = 0; round < cases / 2; ++round) {
        const Settings settings = generate.settings();
        Figures figures{Figure()};
        std::vector<std::size_t> factors;
        for (int i = generate.between(1, 3); i > 0; --i) {
            factors.push_back(figures.size());
            figures.push_back(generate.figure(false, 20));
        }
        Rational value = 1;
        for (const std::size_t factor : factors) value *= printed(figures[factor]);
        figures[0] = generate.near(value, unit::plain, -2, 1);
        Stage stage(figures);
        std::vector<Item> items;
        for (const std::size_t factor : factors) items.push_back({factor, Decimal{1}});
        stage.relations.product(stage.term(0), stage.terms(items));
        const std::vector<Range> box = box_of(figures, settings);
        const Range product = range_of(Corners(box, [&](const std::vector<Rational>& point) {
            Rational result = 1;
            for (const std::size_t factor : factors) result *= point[factor];
            return result;
        }));
        const Outcome expected = value == printed(figures[0])      ? Outcome::exact
                                 : shares_a_point(product, box[0]) ? Outcome::rounding
                                                                   : Outcome::broken;
        INFO(told(figures, items, {}), settings.common ? " common" : "");
        const Check check = check_relation(stage.relations, 0, settings.options());
        REQUIRE(check.outcome == expected);
        ++seen[static_cast<std::size_t>(expected)];
        if (expected == Outcome::rounding)
            CHECK(check.notes.has(Note::edge) == (product.low == box[0].high || product.high == box[0].low));
    }
    for (const std::size_t count : {0U, 1U, 2U}) CHECK(seen[count] > cases / 40);
}

TEST_CASE("statements of one figure agree as their intervals do") {
    Generator generate(20230909);
    std::array<int, 4> seen{};
    for (int round = 0; round < cases / 2; ++round) {
        const Settings settings = generate.settings();
        const bool money = generate.one_in(2);
        Figures figures{generate.figure(money, 300)};
        for (int i = generate.between(1, 3); i > 0; --i)
            figures.push_back(generate.near(printed(figures[0]), figures[0].unit, -1, 2));
        Stage stage(figures);
        std::vector<Item> items;
        for (std::size_t i = 0; i < figures.size(); ++i) items.push_back({i, Decimal{1}});
        std::shuffle(items.begin(), items.end(), generate.engine());
        stage.relations.equal(stage.terms(items));
        const std::vector<Range> box = box_of(figures, settings);
        Outcome expected = Outcome::exact;
        bool edge = false;
        // On a line, intervals that meet two by two have a point in common.
        for (std::size_t i = 0; i < figures.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                if (!shares_a_point(box[i], box[k]))
                    expected = Outcome::broken;
                else if (expected == Outcome::exact && printed(figures[i]) != printed(figures[k]))
                    expected = Outcome::rounding;
                edge = edge || (box[i].low == box[k].high && box[i].high != box[k].low) ||
                       (box[k].low == box[i].high && box[k].high != box[i].low);
            }
        }
        INFO(told(figures, items, {}), settings.common ? " common" : "");
        const Check check = check_relation(stage.relations, 0, settings.options());
        REQUIRE(check.outcome == expected);
        ++seen[static_cast<std::size_t>(expected)];
        if (expected == Outcome::rounding) CHECK(check.notes.has(Note::edge) == edge);
    }
    for (const std::size_t count : {0U, 1U, 2U}) CHECK(seen[count] > cases / 40);
}

// Nothing that a writer may do without changing what the document says may change what comes out.
TEST_CASE("order, unit and size of a relation do not change its outcome") {
    Generator generate(5498150);
    for (int round = 0; round < cases / 3; ++round) {
        Figures figures{Figure()};
        std::vector<Item> items;
        for (int i = generate.between(1, 5); i > 0; --i) {
            items.push_back({figures.size(), generate.coefficient()});
            Figure figure = generate.figure(true, 300);
            figure.unit = unit::wan_yuan;
            figures.push_back(figure);
        }
        const std::vector<Rational> point = printed_point(figures);
        figures[0] = generate.near(form(items, point), unit::wan_yuan, -1, 2);
        const CheckOptions options = generate.settings().options();
        const auto outcome = [&](const Figures& stated, const std::vector<Item>& parts) {
            Stage stage(stated);
            stage.relations.sum(stage.term(0), stage.terms(parts));
            return notation::outcome_of(check_relation(stage.relations, 0, options));
        };
        const std::string expected = outcome(figures, items);
        INFO(told(figures, items, {}));

        std::vector<Item> shuffled = items;
        std::shuffle(shuffled.begin(), shuffled.end(), generate.engine());
        CHECK(outcome(figures, shuffled) == expected);

        // The same amounts in 元: known to as many 元 as before.
        Figures in_yuan = figures;
        for (Figure& figure : in_yuan) {
            figure.unit = unit::yuan;
            figure.value = shifted(figure.value, 4);
            if (figure.decimals) figure.decimals = static_cast<std::int8_t>(*figure.decimals - 4);
        }
        CHECK(outcome(in_yuan, items) == expected);

        // Ten thousand times as large, and as coarse.
        Figures larger = figures;
        for (Figure& figure : larger) {
            figure.value = shifted(figure.value, 4);
            if (figure.decimals) figure.decimals = static_cast<std::int8_t>(*figure.decimals - 4);
        }
        CHECK(outcome(larger, items) == expected);

        // So large that 38 digits do not hold the sum with its rounding.
        Figures huge = figures;
        for (Figure& figure : huge) {
            figure.value = shifted(figure.value, 60);
            if (figure.decimals) figure.decimals = static_cast<std::int8_t>(*figure.decimals - 60);
        }
        Figures beside = huge;
        beside.push_back(Figure(Decimal::of(0, 80), unit::wan_yuan));
        beside.back().state = State::none_by_word;
        std::vector<Item> with_nothing = items;
        with_nothing.push_back({beside.size() - 1, Decimal{1}});
        CHECK(outcome(huge, items) == expected);
        CHECK(outcome(beside, with_nothing) == expected);
    }
}

TEST_CASE("order and size of a quotient do not change its outcome") {
    Generator generate(1709110);
    for (int round = 0; round < cases / 3; ++round) {
        Figures figures{Figure()};
        const int count = generate.between(2, 5);
        for (int i = 0; i < count; ++i) figures.push_back(generate.figure(false, 300));
        std::vector<Item> above;
        std::vector<Item> below;
        for (std::size_t i = 1; i < figures.size(); ++i) {
            if (generate.one_in(2)) above.push_back({i, generate.coefficient()});
            if (generate.one_in(2)) below.push_back({i, generate.coefficient()});
        }
        if (above.empty() || below.empty()) continue;
        const std::vector<Rational> point = printed_point(figures);
        const Rational d = form(below, point);
        figures[0] =
            generate.near(d == 0 ? Rational(1) : Rational(form(above, point) / d), unit::percent, -1, 1);
        const CheckOptions options = generate.settings().options();
        const auto outcome = [&](const Figures& stated, const std::vector<Item>& over,
                                 const std::vector<Item>& under) {
            Stage stage(stated);
            stage.relations.ratio(stage.term(0), stage.terms(over), stage.terms(under));
            return notation::outcome_of(check_relation(stage.relations, 0, options));
        };
        const std::string expected = outcome(figures, above, below);
        INFO(told(figures, above, below));
        std::vector<Item> over = above;
        std::vector<Item> under = below;
        std::shuffle(over.begin(), over.end(), generate.engine());
        std::shuffle(under.begin(), under.end(), generate.engine());
        CHECK(outcome(figures, over, under) == expected);
        for (const int power : {3, -40, 60}) {
            Figures moved = figures;
            for (std::size_t i = 1; i < moved.size(); ++i) {
                moved[i].value = shifted(moved[i].value, power);
                if (moved[i].decimals)
                    moved[i].decimals = static_cast<std::int8_t>(*moved[i].decimals - power);
            }
            CHECK(outcome(moved, above, below) == expected);
        }
        // Numerator and denominator times the same number.
        const auto times = [](std::vector<Item> items, const Decimal& factor) {
            for (Item& item : items) item.coefficient *= factor;
            return items;
        };
        for (const Decimal factor : {Decimal{7}, Decimal{-3}})
            CHECK(outcome(figures, times(above, factor), times(below, factor)) == expected);
    }
}
