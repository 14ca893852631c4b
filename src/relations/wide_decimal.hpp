// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_WIDE_DECIMAL_HPP
#define TIEOUT_SRC_RELATIONS_WIDE_DECIMAL_HPP

// A decimal without a bound on its digits, for the few relations whose arithmetic leaves the 38 digits of Decimal.
// It has the operations that the kernels use, and no others.

#include <tieout/numbers/decimal.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <compare>
#include <optional>
#include <utility>

namespace tieout::detail {

using Integer_wide =
    boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;

inline Integer_wide wide_power_of_ten(int power) {
    const auto index = static_cast<std::size_t>(power);
    if (index < powers_of_ten_64.size()) return powers_of_ten_64[index];
    return boost::multiprecision::pow(Integer_wide(10), static_cast<unsigned>(power));
}

inline Integer_wide coefficient_of(const Decimal& d) {
    if (fits_int64(d)) return static_cast<std::int64_t>(d.lo);
    const U128 size = magnitude(d);
    Integer_wide result = size.hi;
    result <<= 64;
    result += size.lo;
    return is_negative(d) ? Integer_wide(-result) : result;
}

struct WideDecimal {
    Integer_wide coefficient = 0;
    int scale = 0;

    WideDecimal() = default;
    WideDecimal(const Decimal& d) : coefficient(coefficient_of(d)), scale(d.scale) {}
    WideDecimal(Integer_wide digits, int digits_scale)
        : coefficient(std::move(digits)), scale(digits_scale) {}

    [[nodiscard]] Integer_wide at_scale(int finer) const {
        return finer == scale ? coefficient : coefficient * wide_power_of_ten(finer - scale);
    }

    friend WideDecimal operator+(const WideDecimal& a, const WideDecimal& b) {
        // A sum starts from 0, which has no digits that the sum should be shown with: 467.35 万元 is known to 百元.
        if (a.scale == 0 && a.coefficient == 0) return b;
        if (b.scale == 0 && b.coefficient == 0) return a;
        const int finer = a.scale > b.scale ? a.scale : b.scale;
        return {a.at_scale(finer) + b.at_scale(finer), finer};
    }
    friend WideDecimal operator-(const WideDecimal& a) { return {Integer_wide(-a.coefficient), a.scale}; }
    friend WideDecimal operator-(const WideDecimal& a, const WideDecimal& b) { return a + -b; }
    friend WideDecimal operator*(const WideDecimal& a, const WideDecimal& b) {
        return {a.coefficient * b.coefficient, a.scale + b.scale};
    }
    WideDecimal& operator+=(const WideDecimal& other) { return *this = *this + other; }
    friend WideDecimal shifted(const WideDecimal& a, int power) { return {a.coefficient, a.scale - power}; }
    friend int sign(const WideDecimal& a) { return a.coefficient.sign(); }
    friend bool is_one(const WideDecimal& a) { return a.scale == 0 && a.coefficient == 1; }
    friend bool is_minus_one(const WideDecimal& a) { return a.scale == 0 && a.coefficient == -1; }
    friend std::weak_ordering operator<=>(const WideDecimal& a, const WideDecimal& b) {
        const int finer = a.scale > b.scale ? a.scale : b.scale;
        return a.at_scale(finer).compare(b.at_scale(finer)) <=> 0;
    }
    friend bool operator==(const WideDecimal& a, const WideDecimal& b) { return (a <=> b) == 0; }
};

/// The same number with 38 digits, or nothing where it has more.
inline std::optional<Decimal> narrowed(const WideDecimal& wide) {
    if (!scale_in_range(wide.scale)) return std::nullopt;
    // Nearly all have one limb, and are read where they lie instead of in three steps that each make a number.
    if (const auto& digits = wide.coefficient.backend(); digits.size() == 1)
        return make_decimal(digits.sign(), U128{*digits.limbs(), 0}, wide.scale);
    static const Integer_wide low_mask = (Integer_wide(1) << 64) - 1;
    static const Integer_wide too_many = wide_power_of_ten(decimal_digits_max);
    const Integer_wide size = boost::multiprecision::abs(wide.coefficient);
    if (size >= too_many) return std::nullopt;
    const U128 magnitude{static_cast<std::uint64_t>(size & low_mask), static_cast<std::uint64_t>(size >> 64)};
    return make_decimal(wide.coefficient < 0, magnitude, wide.scale);
}

/// What `compute` gives with Decimal if 38 digits suffice, else without a bound:
///     in_enough_digits([&]<class N> { return sign(form_at_printed<N>(operands)); })
template <class Compute>
auto in_enough_digits(Compute compute) {
    try {
        return compute.template operator()<Decimal>();
    } catch (const Overflow&) {
        return compute.template operator()<WideDecimal>();
    }
}

/// numerator / denominator with `scale` digits after the point.
/// Rounds: as named; only those that a recomputed figure is shown with.  Fails: the denominator is zero.
inline WideDecimal quotient_at(const WideDecimal& numerator, const WideDecimal& denominator, int scale,
                               Rounding rounding) {
    Integer_wide n = numerator.coefficient;
    Integer_wide d = denominator.coefficient;
    const int power = scale - numerator.scale + denominator.scale;
    (power >= 0 ? n : d) *= wide_power_of_ten(power >= 0 ? power : -power);
    if (d < 0) {
        n = -n;
        d = -d;
    }
    if (rounding == Rounding::half_up) {
        // Ties away from zero: twice the size, plus one divisor, over twice the divisor.
        const Integer_wide size = (2 * boost::multiprecision::abs(n) + d) / (2 * d);
        return {n < 0 ? Integer_wide(-size) : size, scale};
    }
    Integer_wide whole = n / d;
    const Integer_wide rest = n % d;
    if (rounding == Rounding::floor && rest < 0) whole -= 1;
    if (rounding == Rounding::ceiling && rest > 0) whole += 1;
    return {whole, scale};
}

} // namespace tieout::detail

#endif
