// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_FIXED_HPP
#define TIEOUT_SRC_READ_PDF_FIXED_HPP

// Lengths on a page and the matrices that move them, as whole millionths: the same page gives the same cells on every
// machine. What leaves the range of a page stays at its end, so that hostile numbers end nowhere.

#include <algorithm>
#include <cstdint>

namespace tieout::detail {

/// Millionths of a point, or of one; within ±fixed_most.
using Fixed = std::int64_t;
inline constexpr Fixed fixed_one = 1'000'000;
inline constexpr Fixed fixed_most = 1'000'000 * fixed_one;

[[nodiscard]] constexpr Fixed within(Fixed value) noexcept {
    return std::clamp(value, -fixed_most, fixed_most);
}

/// Points as written in code: thousandths(2'200) is 2.2 points.
[[nodiscard]] constexpr Fixed thousandths(std::int64_t value) noexcept { return value * (fixed_one / 1000); }

/// The product, to the nearest millionth or the one beside it; at the end of the range where it leaves it.
[[nodiscard]] constexpr Fixed product(Fixed a, Fixed b) noexcept {
    // Whole parts up to a million each: their product still fits, and so does everything that is added to it.
    const Fixed whole_a = a / fixed_one, part_a = a % fixed_one;
    const Fixed whole_b = b / fixed_one, part_b = b % fixed_one;
    return within(whole_a * whole_b * fixed_one + whole_a * part_b + part_a * whole_b +
                  part_a * part_b / fixed_one);
}

struct Point {
    Fixed x = 0;
    Fixed y = 0;
};

/// As PDF writes them: x' = a·x + c·y + e, y' = b·x + d·y + f.
struct Matrix {
    Fixed a = fixed_one, b = 0, c = 0, d = fixed_one, e = 0, f = 0;

    [[nodiscard]] constexpr Point of(Point p) const noexcept {
        return {within(product(a, p.x) + product(c, p.y) + e), within(product(b, p.x) + product(d, p.y) + f)};
    }
    /// This one first, then `next`.
    [[nodiscard]] constexpr Matrix then(const Matrix& next) const noexcept {
        const auto row = [&](Fixed x, Fixed y) {
            return Point{within(product(x, next.a) + product(y, next.c)),
                         within(product(x, next.b) + product(y, next.d))};
        };
        const Point first = row(a, b), second = row(c, d), third = next.of({e, f});
        return {first.x, first.y, second.x, second.y, third.x, third.y};
    }
    /// How long one point becomes at most, along either axis.
    [[nodiscard]] constexpr Fixed stretch() const noexcept {
        const auto size = [](Fixed x) { return x < 0 ? -x : x; };
        return std::max(std::max(size(a), size(b)), std::max(size(c), size(d)));
    }
};

/// What lies between its corners; y grows downwards.
struct Box {
    Fixed left = 0, top = 0, right = 0, bottom = 0;

    [[nodiscard]] constexpr Fixed width() const noexcept { return right - left; }
    [[nodiscard]] constexpr Fixed height() const noexcept { return bottom - top; }
    [[nodiscard]] constexpr Point centre() const noexcept { return {(left + right) / 2, (top + bottom) / 2}; }
    [[nodiscard]] constexpr bool holds(Point p) const noexcept {
        return left <= p.x && p.x <= right && top <= p.y && p.y <= bottom;
    }
};

} // namespace tieout::detail

#endif
