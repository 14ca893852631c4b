// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_NUMBERS_ANY_HPP
#define TIEOUT_TESTS_NUMBERS_ANY_HPP

// Generators of numbers for properties, which shrink to few digits and small scales.

#include "../property.hpp"
#include "oracle.hpp"

#include <tieout/numbers/interval.hpp>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>

namespace tieout {

/// For failed properties: 20.70 beside how it is held, since a printed number does not show a negative scale.
inline void showValue(const Decimal& d, std::ostream& out) {
    out << to_string(d) << " (" << oracle::coefficient(d) << ", scale " << d.scale << ")";
}

inline void showValue(Rounding rounding, std::ostream& out) { out << name_of(rounding); }
inline void showValue(MoneyUnit unit, std::ostream& out) { out << term_of(unit); }
inline void showValue(Printing printing, std::ostream& out) { out << name_of(printing); }
inline void showValue(ScaleReading reading, std::ostream& out) { out << name_of(reading); }

namespace test {

using oracle::Fraction;
using oracle::Whole;

/// Up to `digits_max` digits: any, few, and those at the edges: 10^k, 10^k ± 1, …50…0, zeros at the end, the largest.
inline rc::Gen<Whole> any_magnitude(int digits_max = decimal_digits_max) {
    using namespace rc;
    const Whole largest = oracle::power_of_ten(digits_max) - 1;
    const auto digits =
        gen::map(gen::resize(digits_max, gen::container<std::string>(full(gen::inRange('0', ':')))),
                 [](const std::string& text) {
                     Whole number = 0;
                     for (const char c : text) number = number * 10 + (c - '0');
                     return number;
                 });
    const auto few = gen::cast<Whole>(between(0, 20));
    const auto by_power =
        gen::map(gen::pair(between(0, digits_max), between(-1, 1)), [=](const std::pair<int, int>& drawn) {
            return std::clamp<Whole>(oracle::power_of_ten(drawn.first) + drawn.second, 0, largest);
        });
    const auto with_zeros =
        gen::map(gen::tuple(digits, gen::element(0, 5), between(0, digits_max)),
                 [=](const std::tuple<Whole, int, int>& drawn) {
                     const auto& [head, last, zeros] = drawn;
                     return Whole((head * 10 + last) * oracle::power_of_ten(zeros) % (largest + 1));
                 });
    const auto near_limit = gen::map(between(0, 20), [=](int less) { return Whole(largest - less); });
    return gen::weightedOneOf<Whole>(
        {{4, digits}, {2, few}, {2, by_power}, {3, with_zeros}, {1, near_limit}});
}

/// Both signs, and a scale from `scale_low` to `scale_high`.
inline rc::Gen<Decimal> any_decimal(int scale_low = -decimal_scale_max, int scale_high = decimal_scale_max,
                                    int digits_max = decimal_digits_max) {
    return rc::gen::map(rc::gen::tuple(any_magnitude(digits_max), full(rc::gen::arbitrary<bool>()),
                                       between(scale_low, scale_high)),
                        [](const std::tuple<Whole, bool, int>& drawn) {
                            const auto& [magnitude, negative, scale] = drawn;
                            return oracle::decimal(negative ? Whole(-magnitude) : magnitude, scale);
                        });
}

/// Half of them close enough in scale to be added, half from all of the range.
inline rc::Gen<Decimal> any_number() {
    return rc::gen::oneOf(any_decimal(-4, 6, 18), any_decimal(-2, 4), any_decimal(), any_decimal(-9, 9, 36));
}

inline rc::Gen<Rounding> any_rounding() {
    return rc::gen::map(between(0, static_cast<int>(std::size(roundings)) - 1),
                        [](int index) { return roundings[index].rounding; });
}

inline rc::Gen<MoneyUnit> any_money_unit() {
    return rc::gen::map(between(0, static_cast<int>(std::size(money_units)) - 1),
                        [](int index) { return money_units[index].unit; });
}

} // namespace test
} // namespace tieout

#endif // TIEOUT_TESTS_NUMBERS_ANY_HPP
