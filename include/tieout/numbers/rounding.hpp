// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_ROUNDING_HPP
#define TIEOUT_NUMBERS_ROUNDING_HPP

// The seven ways of giving a number fewer digits. None of them is a default: whoever wants digits names one.
//
//     rounded(-2.5_dec, 0, Rounding::half_up)   // -3
//     rounded(-2.5_dec, 0, Rounding::ceiling)   // -2
//
// up and down are seen from zero, ceiling and floor from the number line, so the two pairs differ for negatives.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tieout {

/// How a number loses digits (舍入方式).
enum class Rounding : std::uint8_t {
    half_up,   ///< to the nearest, ties away from zero: 2.5 -> 3, -2.5 -> -3
    half_even, ///< to the nearest, ties to the even digit: 2.5 -> 2, 3.5 -> 4
    half_down, ///< to the nearest, ties towards zero: 2.5 -> 2, -2.5 -> -2
    up,        ///< away from zero: 2.1 -> 3, -2.1 -> -3
    down,      ///< towards zero: 2.9 -> 2, -2.9 -> -2
    floor,     ///< towards minus infinity: 2.9 -> 2, -2.1 -> -3
    ceiling,   ///< towards plus infinity: 2.1 -> 3, -2.9 -> -2
};

/// What is known of one rounding: its name in files and on the command line, and its Chinese term.
struct RoundingEntry {
    Rounding rounding;
    std::string_view name;
    std::string_view term;
};

/// All roundings, in the order of the enumeration.
inline constexpr RoundingEntry roundings[] = {
    {Rounding::half_up, "half_up", "四舍五入"},
    {Rounding::half_even, "half_even", "四舍六入五成双"},
    {Rounding::half_down, "half_down", "五舍六入"},
    {Rounding::up, "up", "进位"},
    {Rounding::down, "down", "截尾"},
    {Rounding::floor, "floor", "向下取整"},
    {Rounding::ceiling, "ceiling", "向上取整"},
};

constexpr std::string_view name_of(Rounding rounding) {
    return roundings[static_cast<std::size_t>(rounding)].name;
}
constexpr std::string_view term_of(Rounding rounding) {
    return roundings[static_cast<std::size_t>(rounding)].term;
}

constexpr std::optional<Rounding> rounding_named(std::string_view name) {
    for (const RoundingEntry& entry : roundings) {
        if (entry.name == name) return entry.rounding;
    }
    return std::nullopt;
}

namespace detail {

/// What a division leaves, against the divisor; all that any rounding needs to know of it.
enum class Remainder : std::uint8_t { none, below_half, half, above_half };

/// Whether the quotient's magnitude grows by one.
constexpr bool rounds_away_from_zero(Rounding rounding, Remainder remainder, bool negative,
                                     bool quotient_is_odd) {
    if (remainder == Remainder::none) return false;
    switch (rounding) {
    case Rounding::half_up:
        return remainder >= Remainder::half;
    case Rounding::half_even:
        return remainder == Remainder::above_half || (remainder == Remainder::half && quotient_is_odd);
    case Rounding::half_down:
        return remainder == Remainder::above_half;
    case Rounding::up:
        return true;
    case Rounding::down:
        return false;
    case Rounding::floor:
        return negative;
    case Rounding::ceiling:
        return !negative;
    }
    return false;
}

} // namespace detail
} // namespace tieout

#endif // TIEOUT_NUMBERS_ROUNDING_HPP
