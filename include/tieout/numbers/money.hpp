// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_MONEY_HPP
#define TIEOUT_NUMBERS_MONEY_HPP

// An amount of money with the unit that it is printed in (金额). The currency is always the yuan (人民币).
//
//     Money budget{Decimal::of(147543, 2), MoneyUnit::wan_yuan};   // 1475.43 万元
//     budget.in(MoneyUnit::yuan);                                  // 14754300 元, known to hundreds
//     budget + Money{5, MoneyUnit::yuan};                          // 14754305 元: exact, in the finer unit
//     budget / Money{2000, MoneyUnit::wan_yuan};                   // a Ratio
//
// Units are converted by moving the point, which is exact and keeps the printed precision.

#include <compare>
#include <cstddef>

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/numbers/unit.hpp>

namespace tieout {

/// `amount` of `unit`. Compared by value across units: 1 万元 == 10000 元.
struct Money {
    Decimal amount;
    MoneyUnit unit = MoneyUnit::yuan;

    constexpr Money() = default;
    constexpr Money(const Decimal& amount_in_unit, MoneyUnit of_unit)
        : amount(amount_in_unit), unit(of_unit) {}

    /// The same amount in another unit, as precise as before.
    /// Fails: throws Overflow if the scale leaves its range.
    constexpr Money in(MoneyUnit other) const {
        if (other == unit) return *this;
        return Money(shifted(amount, power_of(unit) - power_of(other)), other);
    }

    constexpr Money& operator+=(const Money& other) { return *this = *this + other; }
    constexpr Money& operator-=(const Money& other) { return *this = *this - other; }

    /// Exact, in the finer of the two units.
    /// Fails: throws Overflow.
    friend constexpr Money operator+(const Money& a, const Money& b) {
        const MoneyUnit finer = a.unit < b.unit ? a.unit : b.unit;
        return Money(a.in(finer).amount + b.in(finer).amount, finer);
    }
    friend constexpr Money operator-(const Money& a, const Money& b) {
        const MoneyUnit finer = a.unit < b.unit ? a.unit : b.unit;
        return Money(a.in(finer).amount - b.in(finer).amount, finer);
    }
    friend constexpr Money operator-(const Money& a) noexcept { return Money(-a.amount, a.unit); }

    friend constexpr Money operator*(const Money& a, const Decimal& factor) {
        return Money(a.amount * factor, a.unit);
    }
    friend constexpr Money operator*(const Decimal& factor, const Money& a) { return a * factor; }

    /// Fails: throws DivisionByZero.
    friend constexpr Ratio operator/(const Money& a, const Money& b) {
        return shifted(a.amount, power_of(a.unit) - power_of(b.unit)) / b.amount;
    }

    friend constexpr std::weak_ordering operator<=>(const Money& a, const Money& b) noexcept {
        if (a.unit == b.unit) return a.amount <=> b.amount;
        // Not by conversion, which could leave the range of scales; a comparison never fails.
        const Decimal power_a = Decimal::of(1, -power_of(a.unit));
        const Decimal power_b = Decimal::of(1, -power_of(b.unit));
        return detail::compare_products(a.amount, power_a, b.amount, power_b);
    }
    friend constexpr bool operator==(const Money& a, const Money& b) noexcept { return (a <=> b) == 0; }
};

/// Same amount as printed: same value, scale and unit.
constexpr bool identical(const Money& a, const Money& b) noexcept {
    return a.unit == b.unit && identical(a.amount, b.amount);
}

constexpr int sign(const Money& money) noexcept { return sign(money.amount); }
constexpr bool is_zero(const Money& money) noexcept { return is_zero(money.amount); }
constexpr Money abs(const Money& money) noexcept { return Money(abs(money.amount), money.unit); }

/// The amount in another unit, with `scale` decimals.
/// Rounds: as named.  Fails: throws Overflow.  Example: rounded(14754300 元, 万元, 0, half_up) -> 1475 万元
constexpr Money rounded(const Money& money, MoneyUnit unit, int scale, Rounding rounding) {
    return Money(rounded(money.in(unit).amount, scale, rounding), unit);
}

} // namespace tieout

/// By value across units, like ==.
template <>
struct std::hash<tieout::Money> {
    constexpr std::size_t operator()(const tieout::Money& money) const noexcept {
        // The scale is moved by hand, because it may leave the range that Decimal allows.
        tieout::Decimal shortest = tieout::detail::without_zeros(money.amount, tieout::detail::any_scale);
        shortest.scale -= tieout::power_of(money.unit);
        return tieout::detail::hash_of_shortest(shortest);
    }
};

#endif // TIEOUT_NUMBERS_MONEY_HPP
