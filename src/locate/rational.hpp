// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_RATIONAL_HPP
#define TIEOUT_SRC_LOCATE_RATIONAL_HPP

// Exact fractions for the solver: two 64-bit integers while they suffice, integers without a bound where they do not,
// and back again as soon as they do.
//
//     Rational a(1, 3);
//     a.add_product(Rational(2), Rational(1, 6));     // 2/3
//
// A Delta is a fraction and a multiple of an infinitesimal: x > 3 is x >= (3, 1). So a strict bound is a bound like any
// other, and no number stands for "a little".

#include "relations/wide_decimal.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

namespace tieout::detail {

/// An exact fraction in lowest terms with a positive denominator.
class Rational {
  public:
    Rational() = default;
    Rational(std::int64_t integer) : n_(integer) {}
    Rational(std::int64_t numerator, std::int64_t denominator) { *this = small(numerator, denominator); }
    Rational(const WideDecimal& decimal) {
        if (const std::optional<std::int64_t> digits = narrow(decimal.coefficient);
            digits && take_small(*digits, decimal.scale))
            return;
        if (decimal.scale >= 0)
            *this = wide(decimal.coefficient, wide_power_of_ten(decimal.scale));
        else
            *this = wide(decimal.coefficient * wide_power_of_ten(-decimal.scale), 1);
    }
    Rational(const Decimal& decimal) {
        if (!fits_int64(decimal) || !take_small(static_cast<std::int64_t>(decimal.lo), decimal.scale))
            *this = Rational(WideDecimal(decimal));
    }
    Rational(const Rational& other) : d_(other.d_) {
        if (other.is_big()) [[unlikely]]
            big_ = copied(*other.big_);
        else
            n_ = other.n_;
    }
    Rational(Rational&& other) noexcept : d_(other.d_) {
        if (other.is_big()) [[unlikely]]
            big_ = other.given_away();
        else
            n_ = other.n_;
    }
    Rational& operator=(const Rational& other) {
        if (is_big() || other.is_big()) [[unlikely]]
            return *this = Rational(other);
        n_ = other.n_;
        d_ = other.d_;
        return *this;
    }
    Rational& operator=(Rational&& other) noexcept {
        if (this == &other) return *this;
        if (is_big()) [[unlikely]]
            forget(big_);
        d_ = other.d_;
        if (other.is_big()) [[unlikely]]
            big_ = other.given_away();
        else
            n_ = other.n_;
        return *this;
    }
    ~Rational() {
        if (is_big()) [[unlikely]]
            forget(big_);
    }

    [[nodiscard]] int sign() const noexcept {
        if (is_big()) [[unlikely]]
            return big_->n.sign();
        return (n_ > 0) - (n_ < 0);
    }
    [[nodiscard]] bool is_zero() const noexcept { return d_ == 1 && n_ == 0; }
    [[nodiscard]] bool is_one() const noexcept { return d_ == 1 && n_ == 1; }
    [[nodiscard]] bool is_minus_one() const noexcept { return d_ == 1 && n_ == -1; }
    /// Whether the numbers have outgrown 64 bits.
    [[nodiscard]] bool is_big() const noexcept { return d_ == 0; }
    [[nodiscard]] Integer_wide numerator() const { return is_big() ? big_->n : Integer_wide(n_); }
    [[nodiscard]] Integer_wide denominator() const { return is_big() ? big_->d : Integer_wide(d_); }

    friend Rational operator+(const Rational& a, const Rational& b) {
        std::int64_t n = 0;
        if (a.d_ == 1 && b.d_ == 1 && !__builtin_add_overflow(a.n_, b.n_, &n) && n != lowest) [[likely]]
            return Rational(n);
        return sum(a, b);
    }
    friend Rational operator-(const Rational& a) {
        if (a.is_big()) [[unlikely]]
            return wide(-a.big_->n, a.big_->d);
        Rational result;
        result.n_ = -a.n_;
        result.d_ = a.d_;
        return result;
    }
    friend Rational operator-(const Rational& a, const Rational& b) {
        if (b.is_zero()) return a;
        return a + -b;
    }
    friend Rational operator*(const Rational& a, const Rational& b) {
        std::int64_t n = 0;
        if (a.d_ == 1 && b.d_ == 1 && !__builtin_mul_overflow(a.n_, b.n_, &n) && n != lowest) [[likely]]
            return Rational(n);
        return product(a, b);
    }
    /// Fails: never called with a zero divisor.
    friend Rational operator/(const Rational& a, const Rational& b) { return a * b.inverse(); }
    [[nodiscard]] Rational inverse() const {
        if (is_big()) [[unlikely]]
            return big_->n < 0 ? wide(-big_->d, -big_->n) : wide(big_->d, big_->n);
        Rational result;
        result.n_ = n_ < 0 ? -d_ : d_;
        result.d_ = n_ < 0 ? -n_ : n_;
        return result;
    }
    Rational& operator+=(const Rational& other) { return *this = *this + other; }
    Rational& operator-=(const Rational& other) { return *this = *this - other; }
    /// *this += a · b
    void add_product(const Rational& a, const Rational& b) {
        std::int64_t sum = 0;
        if (d_ == 1 && a.d_ == 1 && b.d_ == 1 && !__builtin_mul_overflow(a.n_, b.n_, &sum) &&
            !__builtin_add_overflow(n_, sum, &sum) && sum != lowest) [[likely]]
            n_ = sum;
        else
            add_any_product(a, b);
    }

    /// The sign of a − b.
    friend int compare(const Rational& a, const Rational& b) {
        if (a.d_ == b.d_ && !a.is_big()) [[likely]]
            return (a.n_ > b.n_) - (a.n_ < b.n_);
        return order(a, b);
    }
    friend bool operator==(const Rational& a, const Rational& b) { return compare(a, b) == 0; }

    /// The number with that many digits after the point, if that takes 64 bits at most.
    /// Rounds: as named, of floor and ceiling; nothing for others.
    [[nodiscard]] std::optional<Decimal> short_decimal(int scale, Rounding rounding) const {
        constexpr int small_power = 18;
        std::int64_t digits = 0;
        const bool down = rounding == Rounding::floor;
        if (is_big() || scale < 0 || scale > small_power || !(down || rounding == Rounding::ceiling) ||
            __builtin_mul_overflow(
                n_, static_cast<std::int64_t>(powers_of_ten_64[static_cast<std::size_t>(scale)]), &digits))
            return std::nullopt;
        std::int64_t quotient = digits / d_;
        if (const std::int64_t rest = digits % d_; rest != 0) quotient += down ? -(rest < 0) : rest > 0;
        return Decimal::of(quotient, scale);
    }

  private:
    struct Big {
        Integer_wide n;
        Integer_wide d;
    };
    static constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    static constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();

    // What is not two whole numbers is no part of the loops that those run through.
    [[gnu::noinline]] static Rational sum(const Rational& a, const Rational& b) {
        if (!a.is_big() && !b.is_big()) [[likely]] {
            std::int64_t n = 0;
            std::int64_t x = 0;
            std::int64_t y = 0;
            std::int64_t d = 0;
            if (a.d_ == b.d_) {
                if (!__builtin_add_overflow(a.n_, b.n_, &n) && n != lowest) return small(n, a.d_);
            } else if (!__builtin_mul_overflow(a.n_, b.d_, &x) && !__builtin_mul_overflow(b.n_, a.d_, &y) &&
                       !__builtin_add_overflow(x, y, &n) && n != lowest &&
                       !__builtin_mul_overflow(a.d_, b.d_, &d)) {
                return small(n, d);
            }
        }
        return wide(a.numerator() * b.denominator() + b.numerator() * a.denominator(),
                    a.denominator() * b.denominator());
    }
    [[gnu::noinline]] static Rational product(const Rational& a, const Rational& b) {
        if (!a.is_big() && !b.is_big()) [[likely]] {
            // Cancelled crosswise, so that the product is in lowest terms.
            const std::int64_t left = b.d_ == 1 ? 1 : std::gcd(a.n_, b.d_);
            const std::int64_t right = a.d_ == 1 ? 1 : std::gcd(b.n_, a.d_);
            Rational result;
            if (left != 0 && right != 0 && !__builtin_mul_overflow(a.n_ / left, b.n_ / right, &result.n_) &&
                result.n_ != lowest && !__builtin_mul_overflow(a.d_ / right, b.d_ / left, &result.d_))
                return result;
        }
        return wide(a.numerator() * b.numerator(), a.denominator() * b.denominator());
    }
    [[gnu::noinline]] void add_any_product(const Rational& a, const Rational& b) { *this = *this + a * b; }
    [[gnu::noinline]] static int order(const Rational& a, const Rational& b) {
        if (!a.is_big() && !b.is_big()) [[likely]] {
            std::int64_t x = 0;
            std::int64_t y = 0;
            if (!__builtin_mul_overflow(a.n_, b.d_, &x) && !__builtin_mul_overflow(b.n_, a.d_, &y))
                return (x > y) - (x < y);
        }
        return Integer_wide(a.numerator() * b.denominator() - b.numerator() * a.denominator()).sign();
    }
    [[gnu::noinline]] static Big* copied(const Big& big) { return std::make_unique<Big>(big).release(); }
    [[gnu::noinline]] static void forget(Big* big) noexcept { const std::unique_ptr<Big> last(big); }
    Big* given_away() noexcept {
        Big* const big = big_;
        n_ = 0;
        d_ = 1;
        return big;
    }

    static std::optional<std::int64_t> narrow(const Integer_wide& integer) {
        if (integer.backend().size() > 1 || integer.backend().limbs()[0] > most) return std::nullopt;
        const auto size = static_cast<std::int64_t>(integer.backend().limbs()[0]);
        return integer.sign() < 0 ? -size : size;
    }
    /// digits · 10^-scale, if that is two 64-bit integers.
    bool take_small(std::int64_t digits, int scale) {
        constexpr int small_power = 18;
        if (digits == lowest || scale > small_power || scale < -small_power) return false;
        const auto power =
            static_cast<std::int64_t>(powers_of_ten_64[static_cast<std::size_t>(scale < 0 ? -scale : scale)]);
        if (scale >= 0) {
            *this = small(digits, power);
            return true;
        }
        return !__builtin_mul_overflow(digits, power, &n_) && n_ != lowest;
    }
    /// denominator > 0 and neither the lowest integer
    static Rational small(std::int64_t n, std::int64_t d) {
        const std::int64_t common = std::gcd(n, d);
        Rational result;
        result.n_ = n / common;
        result.d_ = d / common;
        return result;
    }
    static Rational wide(Integer_wide n, Integer_wide d) {
        const Integer_wide common = boost::multiprecision::gcd(n, d);
        if (common != 1) {
            n /= common;
            d /= common;
        }
        Rational result;
        const std::optional<std::int64_t> small_n = narrow(n);
        const std::optional<std::int64_t> small_d = narrow(d);
        if (small_n && small_d) {
            result.n_ = *small_n;
            result.d_ = *small_d;
        } else {
            result.big_ = copied(Big{std::move(n), std::move(d)});
            result.d_ = 0;
        }
        return result;
    }

    // Rows of fractions are moved about all the time: two words, of which the second tells what the first one is.
    union {
        std::int64_t n_ = 0;
        Big* big_; ///< owned
    };
    std::int64_t d_ = 1; ///< 0 of a big one
};

/// value + steps · (an infinitesimal above zero)
struct Delta {
    Rational value{};
    Rational steps{};

    friend Delta operator-(const Delta& a, const Delta& b) { return {a.value - b.value, a.steps - b.steps}; }
    void add_product(const Rational& factor, const Delta& other) {
        value.add_product(factor, other.value);
        if (!other.steps.is_zero()) steps.add_product(factor, other.steps);
    }
    friend int compare(const Delta& a, const Delta& b) {
        const int by_value = compare(a.value, b.value);
        return by_value != 0 ? by_value : compare(a.steps, b.steps);
    }
};

inline Delta operator/(const Delta& a, const Rational& b) {
    const Rational factor = b.inverse();
    return {a.value * factor, a.steps * factor};
}

/// The number with that many digits after the point, or nothing where 38 digits do not suffice.
/// Rounds: as named, of floor, ceiling and half up.
inline std::optional<Decimal> decimal_of(const Rational& number, int scale, Rounding rounding) {
    if (const std::optional<Decimal> decimal = number.short_decimal(scale, rounding)) return decimal;
    return narrowed(quotient_at({number.numerator(), 0}, {number.denominator(), 0}, scale, rounding));
}

} // namespace tieout::detail

#endif
