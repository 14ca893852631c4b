// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_WIDE_HPP
#define TIEOUT_NUMBERS_WIDE_HPP

// Unsigned integers of 128 and 256 bits, as wide as Decimal and Ratio need and no wider.
//
//     detail::multiply(detail::U128{5, 0}, detail::U128{7, 0}) == detail::U256{{35, 0, 0, 0}}
//
// A product of two coefficients has at most 76 digits and 2^256 has 78, so every cross product fits. Only standard
// 64-bit arithmetic is used, which leaves one path for every compiler and for constant evaluation.

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace tieout::detail {

struct U128 {
    std::uint64_t lo = 0;
    std::uint64_t hi = 0;

    friend constexpr bool operator==(const U128&, const U128&) = default;
    friend constexpr std::strong_ordering operator<=>(const U128& a, const U128& b) noexcept {
        return a.hi != b.hi ? a.hi <=> b.hi : a.lo <=> b.lo;
    }
};

/// Least significant limb first.
struct U256 {
    std::array<std::uint64_t, 4> limb{};

    constexpr U256() = default;
    constexpr explicit U256(std::array<std::uint64_t, 4> limbs) : limb(limbs) {}
    constexpr explicit U256(U128 value) : limb{value.lo, value.hi, 0, 0} {}

    constexpr bool fits_128() const noexcept { return (limb[2] | limb[3]) == 0; }
    constexpr bool fits_64() const noexcept { return (limb[1] | limb[2] | limb[3]) == 0; }
    constexpr bool is_zero() const noexcept { return (limb[0] | limb[1] | limb[2] | limb[3]) == 0; }
    constexpr U128 low_128() const noexcept { return U128{limb[0], limb[1]}; }

    friend constexpr bool operator==(const U256&, const U256&) = default;
    friend constexpr std::strong_ordering operator<=>(const U256& a, const U256& b) noexcept {
        for (std::size_t i = 4; i-- > 0;) {
            if (a.limb[i] != b.limb[i]) return a.limb[i] <=> b.limb[i];
        }
        return std::strong_ordering::equal;
    }
};

constexpr U128 multiply(std::uint64_t a, std::uint64_t b) noexcept {
    constexpr std::uint64_t low = 0xFFFFFFFFU;
    const std::uint64_t p00 = (a & low) * (b & low);
    const std::uint64_t p01 = (a & low) * (b >> 32);
    const std::uint64_t p10 = (a >> 32) * (b & low);
    const std::uint64_t p11 = (a >> 32) * (b >> 32);
    const std::uint64_t middle = (p00 >> 32) + (p01 & low) + (p10 & low);
    return U128{(p00 & low) | (middle << 32), p11 + (p01 >> 32) + (p10 >> 32) + (middle >> 32)};
}

constexpr U128 add(U128 a, U128 b) noexcept {
    const std::uint64_t lo = a.lo + b.lo;
    return U128{lo, a.hi + b.hi + static_cast<std::uint64_t>(lo < a.lo)};
}

constexpr U128 subtract(U128 a, U128 b) noexcept {
    return U128{a.lo - b.lo, a.hi - b.hi - static_cast<std::uint64_t>(a.lo < b.lo)};
}

/// The product, if it fits.
constexpr bool multiply_64(std::int64_t a, std::int64_t b, std::int64_t& product) noexcept {
#ifdef __GNUC__
    return !__builtin_mul_overflow(a, b, &product);
#else
    if (a != static_cast<std::int32_t>(a) || b != static_cast<std::int32_t>(b)) return false;
    product = a * b;
    return true;
#endif
}

/// The product of signed numbers, in two's complement.
constexpr U128 multiply_signed(std::int64_t a, std::int64_t b) noexcept {
    std::int64_t product = 0;
    if (multiply_64(a, b, product)) {
        return U128{static_cast<std::uint64_t>(product), static_cast<std::uint64_t>(product >> 63)};
    }
    const auto x = static_cast<std::uint64_t>(a);
    const auto y = static_cast<std::uint64_t>(b);
    U128 wide = multiply(x, y);
    wide.hi -= (a < 0 ? y : 0) + (b < 0 ? x : 0);
    return wide;
}

/// Multiplies in place and returns what does not fit.
constexpr std::uint64_t multiply_in_place(U256& a, std::uint64_t factor) noexcept {
    std::uint64_t carry = 0;
    for (std::uint64_t& limb : a.limb) {
        const U128 product = add(multiply(limb, factor), U128{carry, 0});
        limb = product.lo;
        carry = product.hi;
    }
    return carry;
}

constexpr U256 multiply(U128 a, U128 b) noexcept {
    const U128 ll = multiply(a.lo, b.lo);
    if ((a.hi | b.hi) == 0) return U256(ll);
    const U128 lh = multiply(a.lo, b.hi);
    const U128 hl = multiply(a.hi, b.lo);
    const U128 hh = multiply(a.hi, b.hi);
    const U128 middle = add(add(U128{ll.hi, 0}, U128{lh.lo, 0}), U128{hl.lo, 0});
    const U128 top = add(add(add(hh, U128{lh.hi, 0}), U128{hl.hi, 0}), U128{middle.hi, 0});
    return U256({ll.lo, middle.lo, top.lo, top.hi});
}

/// Wraps like unsigned arithmetic does.
constexpr U256 add(U256 a, const U256& b) noexcept {
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const U128 sum = add(add(U128{a.limb[i], 0}, U128{b.limb[i], 0}), U128{carry, 0});
        a.limb[i] = sum.lo;
        carry = sum.hi;
    }
    return a;
}

/// Wraps like unsigned arithmetic does.
constexpr U256 subtract(U256 a, const U256& b) noexcept {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint64_t before = a.limb[i];
        const std::uint64_t partial = before - b.limb[i];
        a.limb[i] = partial - borrow;
        borrow =
            static_cast<std::uint64_t>(before < b.limb[i]) | static_cast<std::uint64_t>(partial < borrow);
    }
    return a;
}

inline constexpr int power_64_max = 19;
inline constexpr int power_128_max = 38;
inline constexpr int power_256_max = 77;

/// 10^0 … 10^19.
inline constexpr std::array<std::uint64_t, 20> powers_of_ten_64 = [] {
    std::array<std::uint64_t, 20> powers{};
    std::uint64_t power = 1;
    for (std::uint64_t& entry : powers) {
        entry = power;
        power *= 10;
    }
    return powers;
}();

/// 10^0 … 10^38, the largest power below 2^128.
inline constexpr std::array<U128, 39> powers_of_ten_128 = [] {
    // Written out and short, because every compilation that includes this header evaluates it.
    std::array<U128, 39> powers{};
    for (std::size_t i = 0; i < 20; ++i) powers[i].lo = powers_of_ten_64[i];
    for (std::size_t i = 20; i < powers.size(); ++i) {
        const U128 last = powers[i - 1];
        const std::uint64_t lower = (last.lo & 0xFFFFFFFFU) * 10;
        const std::uint64_t upper = (last.lo >> 32) * 10 + (lower >> 32);
        powers[i] = U128{(upper << 32) | (lower & 0xFFFFFFFFU), last.hi * 10 + (upper >> 32)};
    }
    return powers;
}();

/// 10^power. 0 <= power <= 77, the largest power below 2^256
constexpr U256 power_of_ten(int power) noexcept {
    const auto at = [](int p) { return powers_of_ten_128[static_cast<std::size_t>(p)]; };
    if (power <= power_128_max) return U256(at(power));
    if (power <= 2 * power_128_max) return multiply(at(power_128_max), at(power - power_128_max));
    U256 result = multiply(at(power_128_max), at(power_128_max));
    multiply_in_place(result, 10);
    return result;
}

constexpr int bit_width(const U256& value) noexcept {
    for (std::size_t i = 4; i-- > 0;) {
        if (value.limb[i] != 0)
            return static_cast<int>(64 * i) + static_cast<int>(std::bit_width(value.limb[i]));
    }
    return 0;
}

/// Decimal digits of a number, 0 for zero.
constexpr int digit_count(const U256& value) noexcept {
    // 1233/4096 is just below log10(2), so that the estimate is right or one too small up to 256 bits.
    const int estimate = bit_width(value) * 1233 / 4096;
    return estimate + static_cast<int>(value >= power_of_ten(estimate));
}

/// By how much one scale is finer than another; what is beyond all that can be compensated is cut off there, so that it
/// is right for whatever a program may have written into a scale.
constexpr int finer_by(std::int32_t scale, std::int32_t other) noexcept {
    constexpr std::int64_t beyond = 1000;
    const std::int64_t power = std::int64_t{scale} - other;
    return static_cast<int>(power > beyond ? beyond : power < -beyond ? -beyond : power);
}

/// Multiplies by 10^power; false if the result does not fit (the value is then of no use). power >= 0
constexpr bool scale_up(U256& value, int power) noexcept {
    if (value.is_zero()) return true;
    if (power > power_256_max) return false;
    for (; power > power_64_max; power -= power_64_max) {
        if (multiply_in_place(value, powers_of_ten_64[power_64_max]) != 0) return false;
    }
    return power == 0 || multiply_in_place(value, powers_of_ten_64[static_cast<std::size_t>(power)]) == 0;
}

/// How a * 10^power compares with b, however large the left side gets. power >= 0, b < 10^77
constexpr std::strong_ordering compare_scaled(U256 a, int power, const U256& b) noexcept {
    if (a.is_zero() || b.is_zero() || power == 0) return a <=> b;
    if (a.fits_64() && power <= power_64_max) {
        return U256(multiply(a.limb[0], powers_of_ten_64[static_cast<std::size_t>(power)])) <=> b;
    }
    const int digits_a = digit_count(a) + power;
    const int digits_b = digit_count(b);
    if (digits_a != digits_b) return digits_a <=> digits_b;
    scale_up(a, power);
    return a <=> b;
}

struct Division {
    U256 quotient;
    U256 remainder;
};

/// Quotient and remainder. divisor > 0
constexpr Division divide(const U256& dividend, const U256& divisor) noexcept {
    Division result;
    if (dividend.fits_64() && divisor.fits_64()) {
        result.quotient.limb[0] = dividend.limb[0] / divisor.limb[0];
        result.remainder.limb[0] = dividend.limb[0] % divisor.limb[0];
        return result;
    }
    if (dividend < divisor) {
        result.remainder = dividend;
        return result;
    }

    // Long division with digits of 32 bits (Knuth, The Art of Computer Programming, volume 2, algorithm D).
    constexpr std::uint64_t base = std::uint64_t{1} << 32;
    std::array<std::uint64_t, 9> u{};
    std::array<std::uint64_t, 8> v{};
    for (std::size_t i = 0; i < 4; ++i) {
        u[2 * i] = dividend.limb[i] & (base - 1);
        u[2 * i + 1] = dividend.limb[i] >> 32;
        v[2 * i] = divisor.limb[i] & (base - 1);
        v[2 * i + 1] = divisor.limb[i] >> 32;
    }
    std::size_t digits_u = 8;
    std::size_t digits_v = 8;
    while (u[digits_u - 1] == 0) --digits_u;
    while (v[digits_v - 1] == 0) --digits_v;
    std::array<std::uint64_t, 8> q{};

    if (digits_v == 1) {
        std::uint64_t rest = 0;
        for (std::size_t i = digits_u; i-- > 0;) {
            const std::uint64_t part = (rest << 32) | u[i];
            q[i] = part / v[0];
            rest = part % v[0];
        }
        u = {};
        u[0] = rest;
    } else {
        const int shift = std::countl_zero(v[digits_v - 1]) - 32;
        for (std::size_t i = digits_v; i-- > 0;) {
            v[i] = ((v[i] << shift) | (i > 0 && shift > 0 ? v[i - 1] >> (32 - shift) : 0)) & (base - 1);
        }
        for (std::size_t i = digits_u + 1; i-- > 0;) {
            u[i] = ((u[i] << shift) | (i > 0 && shift > 0 ? u[i - 1] >> (32 - shift) : 0)) & (base - 1);
        }
        for (std::size_t j = digits_u - digits_v + 1; j-- > 0;) {
            const std::uint64_t top = (u[j + digits_v] << 32) | u[j + digits_v - 1];
            std::uint64_t guess = top / v[digits_v - 1];
            std::uint64_t rest = top % v[digits_v - 1];
            while (guess >= base || guess * v[digits_v - 2] > ((rest << 32) | u[j + digits_v - 2])) {
                --guess;
                rest += v[digits_v - 1];
                if (rest >= base) break;
            }
            std::uint64_t carry = 0;
            std::uint64_t borrow = 0;
            for (std::size_t i = 0; i < digits_v; ++i) {
                const std::uint64_t product = guess * v[i] + carry;
                carry = product >> 32;
                const std::uint64_t taken = (product & (base - 1)) + borrow;
                borrow = static_cast<std::uint64_t>(u[j + i] < taken);
                u[j + i] = (u[j + i] - taken) & (base - 1);
            }
            const std::uint64_t taken = carry + borrow;
            borrow = static_cast<std::uint64_t>(u[j + digits_v] < taken);
            u[j + digits_v] = (u[j + digits_v] - taken) & (base - 1);
            if (borrow != 0) {
                // The guess was one too large, which happens about twice in 2^32; take one divisor back.
                --guess;
                std::uint64_t back = 0;
                for (std::size_t i = 0; i < digits_v; ++i) {
                    const std::uint64_t sum = u[j + i] + v[i] + back;
                    u[j + i] = sum & (base - 1);
                    back = sum >> 32;
                }
                u[j + digits_v] = (u[j + digits_v] + back) & (base - 1);
            }
            q[j] = guess;
        }
        for (std::size_t i = 0; i < digits_v; ++i) {
            u[i] = (u[i] >> shift) | (shift > 0 ? (u[i + 1] << (32 - shift)) & (base - 1) : 0);
        }
        for (std::size_t i = digits_v; i < 9; ++i) u[i] = 0;
    }

    for (std::size_t i = 0; i < 4; ++i) {
        result.quotient.limb[i] = q[2 * i] | (q[2 * i + 1] << 32);
        result.remainder.limb[i] = u[2 * i] | (u[2 * i + 1] << 32);
    }
    return result;
}

/// Quotient by 10^9 and the nine digits that it leaves.
constexpr std::uint32_t divide_by_billion(U128& value) noexcept {
    constexpr std::uint64_t billion = 1'000'000'000;
    std::uint64_t rest = value.hi % billion;
    value.hi /= billion;
    const std::uint64_t upper = (rest << 32) | (value.lo >> 32);
    rest = upper % billion;
    const std::uint64_t lower = (rest << 32) | (value.lo & 0xFFFFFFFFU);
    value.lo = ((upper / billion) << 32) | (lower / billion);
    return static_cast<std::uint32_t>(lower % billion);
}

} // namespace tieout::detail

#endif // TIEOUT_NUMBERS_WIDE_HPP
