// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_INTERVAL_HPP
#define TIEOUT_NUMBERS_INTERVAL_HPP

// What a printed figure may truly be: the interval of the values that print as it does.
//
//     interval_of(Decimal::of(53107, 2), 2, Printing::nearest)     // [531.065, 531.075]
//     interval_of(Decimal::of(53107, 2), 2, Printing::truncated)   // [531.07, 531.08)
//
// Everything that decides the width of that interval stands in this header: the four ways of printing (printings), the
// units that are exact (unit.hpp, asked by printing_of), 无 and 零, the bare zero, and the own and the common scale
// (precision_of).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/percent.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/numbers/unit.hpp>

namespace tieout {

/// One end of an interval, which belongs to it or does not.
struct End {
    Decimal at;
    bool closed = true;

    friend constexpr bool operator==(const End&, const End&) = default;
};

/// All values between two ends; low.at <= high.at, and both ends closed where they are equal.
struct Interval {
    End low;
    End high;

    static constexpr Interval point(const Decimal& at) { return {{at, true}, {at, true}}; }

    friend constexpr bool operator==(const Interval&, const Interval&) = default;
};

constexpr bool is_point(const Interval& interval) { return interval.low.at == interval.high.at; }

namespace detail {

template <class Value>
constexpr bool lies_in(const Interval& interval, const Value& value) noexcept {
    const auto low = value <=> interval.low.at;
    const auto high = value <=> interval.high.at;
    return (interval.low.closed ? low >= 0 : low > 0) && (interval.high.closed ? high <= 0 : high < 0);
}

} // namespace detail

constexpr bool contains(const Interval& interval, const Decimal& value) noexcept {
    return detail::lies_in(interval, value);
}
constexpr bool contains(const Interval& interval, const Ratio& value) noexcept {
    return detail::lies_in(interval, value);
}

/// Whether some value lies in both. Ends that touch count only if both are closed.
constexpr bool share_a_point(const Interval& a, const Interval& b) noexcept {
    const auto reaches = [](const End& low, const End& high) {
        const auto order = low.at <=> high.at;
        return order < 0 || (order == 0 && low.closed && high.closed);
    };
    return reaches(a.low, b.high) && reaches(b.low, a.high);
}

constexpr Interval negated(const Interval& interval) noexcept {
    return {{-interval.high.at, interval.high.closed}, {-interval.low.at, interval.low.closed}};
}

/// Every sum of one value of each.
/// Fails: throws Overflow.
constexpr Interval operator+(const Interval& a, const Interval& b) {
    return {{a.low.at + b.low.at, a.low.closed && b.low.closed},
            {a.high.at + b.high.at, a.high.closed && b.high.closed}};
}

/// Every value times `factor`; a negative one swaps the ends with their openness, and zero leaves [0, 0].
/// Fails: throws Overflow.
constexpr Interval scaled(const Interval& interval, const Decimal& factor) {
    if (is_zero(factor)) return Interval::point(Decimal());
    const Interval result{{interval.low.at * factor, interval.low.closed},
                          {interval.high.at * factor, interval.high.closed}};
    return sign(factor) > 0 ? result : Interval{result.high, result.low};
}

/// Every value times 10^power.
/// Fails: throws Overflow.
constexpr Interval shifted(const Interval& interval, int power) {
    return {{shifted(interval.low.at, power), interval.low.closed},
            {shifted(interval.high.at, power), interval.high.closed}};
}

// ---- ways of printing ----

/// How a number became the printed figure (列报方式).
enum class Printing : std::uint8_t { nearest, half_up, truncated, exact };

/// What is known of one way of printing, u being one unit in the last place.
struct PrintingEntry {
    Printing printing;
    std::string_view name;
    std::string_view term;
    std::string_view meaning;
};

inline constexpr PrintingEntry printings[] = {
    {Printing::nearest, "nearest", "就近舍入", "[x - u/2, x + u/2]: rounded to the nearest, ties either way"},
    {Printing::half_up, "half_up", "四舍五入",
     "[x - u/2, x + u/2), mirrored below zero: ties away from zero"},
    {Printing::truncated, "truncated", "截尾", "[x, x + u), mirrored below zero; 0 stands for (-u, u)"},
    {Printing::exact, "exact", "精确", "x and nothing else"},
};

constexpr std::string_view name_of(Printing printing) {
    return printings[static_cast<std::size_t>(printing)].name;
}
constexpr std::string_view term_of(Printing printing) {
    return printings[static_cast<std::size_t>(printing)].term;
}

constexpr std::optional<Printing> printing_named(std::string_view name) {
    for (const PrintingEntry& entry : printings) {
        if (entry.name == name) return entry.printing;
    }
    return std::nullopt;
}

/// What a figure stands for that was printed as `value` and is known to `scale` digits after the point.
/// Fails: throws Overflow where an end leaves the range of Decimal.
constexpr Interval interval_of(const Decimal& value, int scale, Printing printing) {
    if (printing == Printing::exact) return Interval::point(value);
    const int side = sign(value);
    if (printing == Printing::truncated) {
        const Decimal step = Decimal::of(1, scale);
        return {{side > 0 ? value : value - step, side > 0}, {side < 0 ? value : value + step, side < 0}};
    }
    const bool ties_either_way = printing == Printing::nearest;
    constexpr std::int64_t bound = std::int64_t{1} << 59;
    const auto digits = static_cast<std::int64_t>(value.lo);
    if (value.scale == scale && detail::fits_int64(value) && digits > -bound && digits < bound) {
        // The usual case, in which a further digit has room in 64 bits.
        return {{Decimal::of(digits * 10 - 5, scale + 1), ties_either_way || side > 0},
                {Decimal::of(digits * 10 + 5, scale + 1), ties_either_way || side < 0}};
    }
    const Decimal half = Decimal::of(5, scale + 1);
    return {{value - half, ties_either_way || side > 0}, {value + half, ties_either_way || side < 0}};
}

/// Whether a quotient is one of the values that print as `printed` with `scale` digits after the point: the same as
/// contains(interval_of(printed, scale, printing), ratio), in a few steps where the numbers are of everyday size.
constexpr bool prints_as(const Ratio& ratio, const Decimal& printed, int scale, Printing printing) {
    const Decimal& n = ratio.numerator;
    const Decimal& d = ratio.denominator;
    const int power = scale + d.scale - n.scale;
    if (printed.scale == scale && detail::scales_quickly(n, power) && detail::fits_int64(d) &&
        detail::fits_int64(printed)) {
        // n / d against the printed number, both times d: how far apart they are, d being one unit in the last place.
        const auto unit_last = static_cast<std::int64_t>(d.lo);
        const auto number = static_cast<std::int64_t>(printed.lo);
        const auto ten = static_cast<std::int64_t>(detail::powers_of_ten_64[static_cast<std::size_t>(power)]);
        constexpr std::int64_t bound = std::int64_t{1} << 61;
        const auto is_small = [](std::int64_t value) { return value > -bound && value < bound; };
        std::int64_t exact = 0;
        std::int64_t stated = 0;
        if (detail::multiply_64(static_cast<std::int64_t>(n.lo), ten, exact) &&
            detail::multiply_64(number, unit_last, stated) && is_small(exact) && is_small(stated)) {
            const std::int64_t gap = exact - stated;
            switch (printing) {
            case Printing::nearest:
                return 2 * gap >= -unit_last && 2 * gap <= unit_last;
            case Printing::half_up:
                return (number > 0 ? 2 * gap >= -unit_last : 2 * gap > -unit_last) &&
                       (number < 0 ? 2 * gap <= unit_last : 2 * gap < unit_last);
            case Printing::truncated:
                return (number > 0 ? gap >= 0 : gap > -unit_last) &&
                       (number < 0 ? gap <= 0 : gap < unit_last);
            case Printing::exact:
                return gap == 0;
            }
        }
    }
    return contains(interval_of(printed, scale, printing), ratio);
}

/// Whether a quotient prints as this percentage.
/// Example: prints_as(2608 / 2930, 89.01%, Printing::nearest) is true, and with 83.03% false
constexpr bool prints_as(const Ratio& ratio, const Percent& printed, Printing printing) {
    const Decimal number = fraction(printed);
    return prints_as(ratio, number, number.scale, printing);
}

// ---- which of them holds for a figure ----

/// The way in which a figure was printed: what the figure says of itself; else exactly, if its unit is one of exact
/// figures; else what the document says, else the run; else to the nearest.
constexpr Printing printing_of(const Unit& unit, std::optional<Printing> figure,
                               std::optional<Printing> document = std::nullopt,
                               std::optional<Printing> run = std::nullopt) noexcept {
    if (figure) return *figure;
    if (unit.exact) return Printing::exact;
    if (document) return *document;
    return run.value_or(Printing::nearest);
}

/// Whether figures keep the scale that each is printed with, or take the finest in their relation.
enum class ScaleReading : std::uint8_t { own, common };

/// What is known of one scale reading.
struct ScaleReadingEntry {
    ScaleReading reading;
    std::string_view name;
    std::string_view term;
};

inline constexpr ScaleReadingEntry scale_readings[] = {
    {ScaleReading::own, "own", "各自精度"},
    {ScaleReading::common, "common", "统一精度"},
};

constexpr std::string_view name_of(ScaleReading reading) {
    return scale_readings[static_cast<std::size_t>(reading)].name;
}

constexpr std::optional<ScaleReading> scale_reading_named(std::string_view name) {
    for (const ScaleReadingEntry& entry : scale_readings) {
        if (entry.name == name) return entry.reading;
    }
    return std::nullopt;
}

/// Digits after the point in the base of the dimension: 万元 with two decimals is known to hundreds of 元, so -2.
constexpr int base_scale(int scale, const Unit& unit) noexcept { return scale - unit.power; }

/// How one figure was printed, as far as that decides what it stands for.
struct PrintedAs {
    int scale = 0; ///< digits after the point, in its own unit
    Unit unit;
    bool bare_zero = false;             ///< "0", which has no precision of its own
    bool zero_by_word = false;          ///< 无 or 零, which is exactly zero
    std::optional<Printing> printing{}; ///< what the figure says of itself
};

/// The scale and the way of printing that a figure is read with.
struct Precision {
    int scale = 0; ///< digits after the point, in the figure's own unit
    Printing printing = Printing::nearest;

    friend constexpr bool operator==(const Precision&, const Precision&) = default;
};

/// The precision of one figure in one relation. `finest_of_others` is the greatest base_scale() among the other
/// figures there of its dimension, nothing if there are none. A bare zero takes it; at the common scale so does every
/// figure that is coarser.
constexpr Precision precision_of(const PrintedAs& figure, std::optional<int> finest_of_others,
                                 ScaleReading reading, std::optional<Printing> document = std::nullopt,
                                 std::optional<Printing> run = std::nullopt) noexcept {
    if (figure.zero_by_word) return {figure.scale, Printing::exact};
    int scale = figure.scale;
    if (finest_of_others) {
        const int finest = *finest_of_others + figure.unit.power;
        if (figure.bare_zero || (reading == ScaleReading::common && finest > scale)) scale = finest;
    }
    return {scale, printing_of(figure.unit, figure.printing, document, run)};
}

constexpr Interval interval_of(const Decimal& value, const Precision& precision) {
    return interval_of(value, precision.scale, precision.printing);
}

} // namespace tieout

#endif // TIEOUT_NUMBERS_INTERVAL_HPP
