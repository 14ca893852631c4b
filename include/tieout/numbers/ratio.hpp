// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_RATIO_HPP
#define TIEOUT_NUMBERS_RATIO_HPP

// An exact quotient of two decimals (比率), which becomes digits only when a scale and a rounding are named.
//
//     Ratio share = Decimal(2608) / Decimal(2930);
//     share > Decimal::of(89, 2);                      // compared by cross-multiplication, never rounded
//     rounded(share, 4, Rounding::half_up);            // 0.8901
//
// It is kept unreduced: the two numbers are the printed ones, and finding a common divisor costs more than all else.

#include <compare>
#include <optional>
#include <stdexcept>

#include <tieout/base/export.hpp>
#include <tieout/numbers/decimal.hpp>

namespace tieout {

/// Thrown when a divisor is zero. In a constant expression it is a compile error instead.
class TIEOUT_API DivisionByZero : public std::domain_error {
  public:
    using std::domain_error::domain_error;
};

/// numerator / denominator, with denominator > 0; made by operator/ or checked_ratio().
struct Ratio {
    Decimal numerator;
    Decimal denominator = 1;

    /// By value, exactly, and without failing: 1/2 == 2/4.
    friend constexpr std::weak_ordering operator<=>(const Ratio& a, const Ratio& b) noexcept;
    friend constexpr bool operator==(const Ratio& a, const Ratio& b) noexcept { return (a <=> b) == 0; }
    friend constexpr std::weak_ordering operator<=>(const Ratio& a, const Decimal& b) noexcept;
    friend constexpr bool operator==(const Ratio& a, const Decimal& b) noexcept { return (a <=> b) == 0; }
};

/// numerator / denominator, or nothing if that divides by zero.
constexpr std::optional<Ratio> checked_ratio(const Decimal& numerator, const Decimal& denominator) noexcept {
    if (is_zero(denominator)) return std::nullopt;
    Ratio ratio;
    ratio.numerator = sign(denominator) < 0 ? -numerator : numerator;
    ratio.denominator = abs(denominator);
    return ratio;
}

namespace detail {

[[noreturn]] inline void throw_division_by_zero() { throw DivisionByZero("tieout: division by zero"); }

[[gnu::noinline]] constexpr std::weak_ordering compare_products_slowly(Decimal a1, Decimal a2, Decimal b1,
                                                                       Decimal b2) noexcept {
    const int sign_a = sign(a1) * sign(a2);
    const int sign_b = sign(b1) * sign(b2);
    if (sign_a != sign_b || sign_a == 0) return sign_a <=> sign_b;
    const U256 a = multiply(magnitude(a1), magnitude(a2));
    const U256 b = multiply(magnitude(b1), magnitude(b2));
    const int power = finer_by(b1.scale, a1.scale) + finer_by(b2.scale, a2.scale);
    const std::strong_ordering order =
        power >= 0 ? compare_scaled(a, power, b) : 0 <=> compare_scaled(b, -power, a);
    return sign_a < 0 ? 0 <=> order : order;
}

/// Compares a1·a2 with b1·b2, in 256 bits where it takes them.
constexpr std::weak_ordering compare_products(const Decimal& a1, const Decimal& a2, const Decimal& b1,
                                              const Decimal& b2) noexcept {
    if (fits_int64(a1) && fits_int64(a2) && fits_int64(b1) && fits_int64(b2)) {
        // The scales of the products may be out of range, which a comparison does not mind.
        return multiply_quickly(a1, a2, a1.scale + a2.scale) <=>
               multiply_quickly(b1, b2, b1.scale + b2.scale);
    }
    return compare_products_slowly(a1, a2, b1, b2);
}

} // namespace detail

/// The exact quotient.
/// Fails: throws DivisionByZero.
constexpr Ratio operator/(const Decimal& numerator, const Decimal& denominator) {
    if (is_zero(denominator)) detail::throw_division_by_zero();
    Ratio ratio;
    ratio.numerator = sign(denominator) < 0 ? -numerator : numerator;
    ratio.denominator = abs(denominator);
    return ratio;
}

constexpr std::weak_ordering operator<=>(const Ratio& a, const Ratio& b) noexcept {
    return detail::compare_products(a.numerator, b.denominator, b.numerator, a.denominator);
}

constexpr std::weak_ordering operator<=>(const Ratio& a, const Decimal& b) noexcept {
    return detail::compare_products(a.numerator, 1, b, a.denominator);
}

constexpr int sign(const Ratio& ratio) noexcept { return sign(ratio.numerator); }

constexpr Ratio operator-(const Ratio& ratio) noexcept {
    Ratio result = ratio;
    result.numerator = -ratio.numerator;
    return result;
}

/// ratio · 10^power, exactly.
/// Fails: throws Overflow if neither scale can take it.
constexpr Ratio shifted(const Ratio& ratio, int power) {
    Ratio result = ratio;
    result.numerator = shifted(ratio.numerator, power);
    return result;
}

namespace detail {

constexpr std::optional<Decimal> rounded_checked(const Ratio& ratio, int scale, Rounding rounding) noexcept {
    if (!scale_in_range(scale)) return std::nullopt;
    if (is_zero(ratio.numerator)) {
        Decimal zero;
        zero.scale = scale;
        return zero;
    }
    U256 dividend(magnitude(ratio.numerator));
    U256 divisor(magnitude(ratio.denominator));
    const int power = finer_by(ratio.denominator.scale, ratio.numerator.scale) + scale;
    if (power >= 0) {
        // What is above 10^76 is more than 10^38 divisors.
        if (digit_count(dividend) + power > 76 || !scale_up(dividend, power)) return std::nullopt;
    } else if (digit_count(divisor) - power > 76 || !scale_up(divisor, -power)) {
        // Far above twice any dividend: a quotient of zero and a remainder below half, as with the true divisor.
        divisor = power_of_ten(76);
    }
    return divide_rounded(dividend, divisor, sign(ratio.numerator) < 0, scale, rounding);
}

} // namespace detail

/// The quotient in digits, rounded once and from the exact value.
/// Rounds: as named.  Fails: throws Overflow.  Example: rounded(2608 / 2930, 4, half_up) -> 0.8901
constexpr Decimal rounded(const Ratio& ratio, int scale, Rounding rounding) {
    return detail::value_or_throw(detail::rounded_checked(ratio, scale, rounding));
}

} // namespace tieout

#endif // TIEOUT_NUMBERS_RATIO_HPP
