// SPDX-License-Identifier: MIT
#ifndef TIEOUT_LOCATE_SLIP_HPP
#define TIEOUT_LOCATE_SLIP_HPP

// The slips by which a figure comes to be printed wrong (常见差错), in one table, the simplest first. Each says which
// values may have been meant, given what was printed:
//
//     std::vector<Decimal> meant;
//     slips()[0].candidates({.printed = Decimal::of(246768, 2)}, meant);     // 4267.68, 2647.68, …, 2476.68, …
//
// A slip proposes; whether every relation then holds is decided elsewhere.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/unit.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tieout {

/// What a slip can go by.
struct SlipSubject {
    /// As printed, with its digits.
    Decimal printed{};
    Unit unit = unit::plain;
    /// The figures of other periods beside it, in its unit, as printed.
    std::span<const Decimal> other_periods{};
    /// The figures that stand in one relation with it, in its unit, as printed.
    std::span<const Decimal> neighbours{};
    /// Digits after the point that the finest of all of them has.
    int finest_scale = 0;
    /// The only printable value with which the relations hold; where rounding leaves several, the one with which
    /// sums hold exactly as printed.
    std::optional<Decimal> only{};
};

/// One way to go wrong.
struct Slip {
    /// Permanent code.
    std::string_view code;
    Words name;
    /// What was printed, what was meant.
    std::string_view printed;
    std::string_view meant;
    /// Adds the values that may have been meant; none for slips that change no figure.
    void (*candidates)(const SlipSubject& subject, std::vector<Decimal>& meant);
};

/// Every slip, the simplest first.
TIEOUT_API [[nodiscard]] std::span<const Slip> slips() noexcept;

/// The slip of a rate that was computed over another base than the one it is stated of; it changes no figure.
TIEOUT_API [[nodiscard]] const Slip& wrong_base() noexcept;

} // namespace tieout

#endif
