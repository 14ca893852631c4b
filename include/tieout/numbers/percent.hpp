// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_PERCENT_HPP
#define TIEOUT_NUMBERS_PERCENT_HPP

// A percentage as it is reported (百分比): 98.40% keeps both of its decimals.
//
//     Percent stated{Decimal::of(8901, 2)};                                // 89.01%
//     as_percent(Decimal(2608) / Decimal(2930), 2, Rounding::half_up);     // 89.01%
//     fraction(stated);                                                    // 0.8901
//
// It is neither a Decimal nor an amount: 5% of something needs the something.

#include <compare>
#include <cstddef>
#include <iterator>
#include <optional>

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/numbers/rounding.hpp>

namespace tieout {

/// A number of percent points, as printed. Compared by value: 98.4% == 98.40%.
/// Unit: percent points.
struct Percent {
    Decimal points;

    constexpr Percent() = default;
    constexpr explicit Percent(const Decimal& percent_points) : points(percent_points) {}

    /// Example: 5‰ -> 0.5%
    static constexpr Percent of_permille(const Decimal& permille) { return Percent(shifted(permille, -1)); }

    constexpr Percent& operator+=(const Percent& other) {
        points += other.points;
        return *this;
    }
    constexpr Percent& operator-=(const Percent& other) {
        points -= other.points;
        return *this;
    }

    friend constexpr Percent operator+(const Percent& a, const Percent& b) {
        return Percent(a.points + b.points);
    }
    /// A difference in percent points (个百分点).
    friend constexpr Percent operator-(const Percent& a, const Percent& b) {
        return Percent(a.points - b.points);
    }
    friend constexpr Percent operator-(const Percent& a) noexcept { return Percent(-a.points); }

    friend constexpr bool operator==(const Percent&, const Percent&) = default;
    friend constexpr std::weak_ordering operator<=>(const Percent&, const Percent&) = default;
};

/// Same value and same printed scale.
constexpr bool identical(const Percent& a, const Percent& b) noexcept {
    return identical(a.points, b.points);
}

/// The number that a percentage stands for: 96.63% -> 0.9663.
constexpr Decimal fraction(const Percent& percent) { return shifted(percent.points, -2); }

/// A ratio as a percentage with `scale` decimals.
/// Rounds: as named, once, from the exact ratio.  Fails: throws Overflow.
constexpr Percent as_percent(const Ratio& ratio, int scale, Rounding rounding) {
    const std::optional<Decimal> parts =
        scale <= decimal_scale_max - 2 ? detail::rounded_checked(ratio, scale + 2, rounding) : std::nullopt;
    return Percent(shifted(detail::value_or_throw(parts), 2));
}

/// Some of the seven roundings.
class RoundingSet {
  public:
    constexpr void insert(Rounding rounding) noexcept { held_[static_cast<std::size_t>(rounding)] = true; }
    constexpr bool contains(Rounding rounding) const noexcept {
        return held_[static_cast<std::size_t>(rounding)];
    }
    constexpr std::size_t size() const noexcept {
        std::size_t count = 0;
        for (const bool held : held_) count += static_cast<std::size_t>(held);
        return count;
    }
    constexpr bool empty() const noexcept { return size() == 0; }

    friend constexpr bool operator==(const RoundingSet&, const RoundingSet&) = default;

  private:
    bool held_[std::size(roundings)] = {};
};

/// The roundings with which a ratio is printed as this percentage; none if the two do not tie out.
/// Example: explains(2608 / 2930, 83.03%) is empty
constexpr RoundingSet explains(const Ratio& ratio, const Percent& stated) {
    RoundingSet result;
    for (const RoundingEntry& entry : roundings) {
        const int scale = stated.points.scale + 2;
        if (scale > decimal_scale_max) break;
        const std::optional<Decimal> parts = detail::rounded_checked(ratio, scale, entry.rounding);
        if (parts && shifted(*parts, 2) == stated.points) result.insert(entry.rounding);
    }
    return result;
}

} // namespace tieout

/// By value, like ==.
template <>
struct std::hash<tieout::Percent> {
    constexpr std::size_t operator()(const tieout::Percent& percent) const noexcept {
        return std::hash<tieout::Decimal>{}(percent.points);
    }
};

#endif // TIEOUT_NUMBERS_PERCENT_HPP
