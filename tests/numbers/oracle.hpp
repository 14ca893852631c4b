// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_NUMBERS_ORACLE_HPP
#define TIEOUT_TESTS_NUMBERS_ORACLE_HPP

// Unbounded integers and fractions to hold the numbers of tieout against, and numbers to try them with.

#include <tieout/fmt.hpp>
#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/ratio.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <random>

namespace tieout::oracle {

using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;

inline Whole power_of_ten(int power) {
    return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(power));
}

inline const Whole coefficient_max = power_of_ten(38) - 1;

inline Whole coefficient(const Decimal& d) {
    return (Whole(d.hi) * boost::multiprecision::pow(Whole(2), 64)) + Whole(d.lo);
}

inline Fraction value(const Decimal& d) {
    return d.scale >= 0 ? Fraction(coefficient(d), power_of_ten(d.scale))
                        : Fraction(coefficient(d) * power_of_ten(-d.scale));
}

inline Fraction value(const Ratio& ratio) { return value(ratio.numerator) / value(ratio.denominator); }

/// |whole| <= 10^38 - 1
inline Decimal decimal(const Whole& whole, int scale) {
    const Whole magnitude = abs(whole);
    const Whole low = magnitude & Whole(UINT64_MAX);
    const Whole high = magnitude >> 64;
    return detail::make_decimal(whole < 0,
                                {low.convert_to<std::uint64_t>(), high.convert_to<std::uint64_t>()}, scale);
}

inline int order_of(std::weak_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

/// fraction · 10^scale as an integer with one of the seven roundings, straight from their definitions.
inline Whole rounded(const Fraction& fraction, int scale, Rounding rounding) {
    const Fraction shifted = scale >= 0 ? Fraction(fraction * Fraction(power_of_ten(scale)))
                                        : Fraction(fraction / Fraction(power_of_ten(-scale)));
    const Whole n = numerator(shifted);
    const Whole d = denominator(shifted);
    Whole floor = n / d;
    if (floor * d > n) --floor;
    if (floor * d == n) return floor;
    const Whole ceiling = floor + 1;
    const Whole towards_zero = n < 0 ? ceiling : floor;
    const Whole away = n < 0 ? floor : ceiling;
    const Whole twice = 2 * (n - floor * d);
    if (rounding == Rounding::floor) return floor;
    if (rounding == Rounding::ceiling) return ceiling;
    if (rounding == Rounding::down) return towards_zero;
    if (rounding == Rounding::up) return away;
    if (twice < d) return floor;
    if (twice > d) return ceiling;
    if (rounding == Rounding::half_up) return away;
    if (rounding == Rounding::half_down) return towards_zero;
    return floor % 2 == 0 ? floor : ceiling;
}

/// Numbers of every length and scale, with many that lie at the edges: 0, 1, 10^k, 10^k ± 1, …50…0, and the largest.
class Generator {
  public:
    explicit Generator(std::uint64_t seed) : random_(seed) {}

    int whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

    Whole magnitude(int digits_max = decimal_digits_max) {
        const int digits = whole(0, digits_max);
        switch (whole(0, 7)) {
        case 0:
            return std::min<Whole>(power_of_ten(digits), power_of_ten(digits_max) - 1);
        case 1:
            return power_of_ten(digits) - 1;
        case 2:
            return std::min<Whole>(power_of_ten(digits) + 1, power_of_ten(digits_max) - 1);
        case 3:
            return digits == 0 ? Whole(0) : Whole(whole(1, 9)) * power_of_ten(digits - 1);
        case 4: {
            // …5 and then zeros, where roundings differ.
            const int zeros = digits == 0 ? 0 : whole(0, digits - 1);
            const Whole head = digits - zeros < 2 ? Whole(0) : any(digits - zeros - 1);
            return (head * 10 + 5) * power_of_ten(digits == 0 ? 0 : zeros);
        }
        default:
            return any(digits);
        }
    }

    Decimal number(int scale_low, int scale_high, int digits_max = decimal_digits_max) {
        const Whole m = magnitude(digits_max);
        return decimal(whole(0, 1) == 0 ? m : Whole(-m), whole(scale_low, scale_high));
    }

  private:
    Whole any(int digits) {
        Whole result = 0;
        for (int i = 0; i < digits; ++i) result = result * 10 + whole(0, 9);
        return result;
    }

    std::mt19937_64 random_;
};

} // namespace tieout::oracle

#endif // TIEOUT_TESTS_NUMBERS_ORACLE_HPP
