// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_AMOUNTS_HPP
#define TIEOUT_NUMBERS_AMOUNTS_HPP

// What programs of finance do with amounts beside adding and comparing them: a percentage of one, one among so many, the
// sum of a range, and an amount allocated without losing a unit.
//
//     1709.11_wan * 12.5_pct                             // 213.63875万元: exact
//     rounded(1709.11_wan / 3, 2, Rounding::half_up)     // 569.70万元
//     sum(rows, &Row::executed)                          // in the unit of the rows, not in 元
//     allocate(100.00_yuan, 3, Remainder::first)         // 33.34, 33.33, 33.33: the parts make the whole
//     allocate(100.00_yuan, {50_dec, 30_dec, 20_dec}, Remainder::largest)

#include <tieout/base/export.hpp>
#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/percent.hpp>
#include <tieout/numbers/ratio.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace tieout {

/// So much of an amount, exactly.
/// Fails: throws Overflow.  Example: 1709.11万元 * 12.5% -> 213.63875万元
constexpr Money operator*(const Money& amount, const Percent& percent) { return amount * fraction(percent); }
constexpr Money operator*(const Percent& percent, const Money& amount) { return amount * percent; }

/// An amount divided by a number (人均, 单价): exact, and an amount only with a scale and a rounding.
/// Unit: `unit`.
struct MoneyRatio {
    Ratio ratio{};
    MoneyUnit unit = MoneyUnit::yuan;

    /// By value across units, exactly.
    friend constexpr std::weak_ordering operator<=>(const MoneyRatio& a, const MoneyRatio& b) {
        return shifted(a.ratio, power_of(a.unit)) <=> shifted(b.ratio, power_of(b.unit));
    }
    friend constexpr bool operator==(const MoneyRatio& a, const MoneyRatio& b) { return (a <=> b) == 0; }
    friend constexpr std::weak_ordering operator<=>(const MoneyRatio& a, const Money& b) {
        return a <=> MoneyRatio{b.amount / Decimal(1), b.unit};
    }
    friend constexpr bool operator==(const MoneyRatio& a, const Money& b) { return (a <=> b) == 0; }
};

/// Fails: throws DivisionByZero.  Example: 10元 / 4 == 2.50元
constexpr MoneyRatio operator/(const Money& amount, const Decimal& number) {
    return {amount.amount / number, amount.unit};
}

/// Rounds: as named, once, from the exact quotient.  Fails: throws Overflow.
constexpr Money rounded(const MoneyRatio& quotient, int scale, Rounding rounding) {
    return Money(rounded(quotient.ratio, scale, rounding), quotient.unit);
}
/// The same in another unit.
constexpr Money rounded(const MoneyRatio& quotient, MoneyUnit unit, int scale, Rounding rounding) {
    return Money(rounded(shifted(quotient.ratio, power_of(quotient.unit) - power_of(unit)), scale, rounding),
                 unit);
}

namespace detail {

/// What can be added up: numbers that keep how they were printed.
template <class T>
concept Addend = std::same_as<T, Decimal> || std::same_as<T, Money> || std::same_as<T, Percent>;

/// What can be gone through from its beginning to its end; <ranges> would cost an includer more than all of this header.
template <class T>
concept Iterable = requires(T& range) {
    std::begin(range) != std::end(range);
};

template <class Range, class Projection>
using Projected =
    std::remove_cvref_t<std::invoke_result_t<Projection&, decltype(*std::begin(std::declval<Range&>()))>>;

} // namespace detail

/// The sum of a range, or of what a projection gives of its elements; exact, with the finest scale among them. Amounts keep
/// the unit of the terms, the finest of several. The sum of nothing is 0, of amounts 0元.
/// Fails: throws Overflow.
template <detail::Iterable Range, class Projection = std::identity>
requires detail::Addend<detail::Projected<Range, Projection>>
[[nodiscard]] constexpr auto sum(Range&& range, Projection projection = {}) {
    std::optional<detail::Projected<Range, Projection>> total;
    for (auto&& element : range) {
        const auto& term = std::invoke(projection, element);
        total = total ? *total + term : term;
    }
    return total.value_or(detail::Projected<Range, Projection>{});
}
[[nodiscard]] constexpr Money sum(std::initializer_list<Money> amounts) {
    return sum(std::span(amounts.begin(), amounts.size()));
}

/// Who is given the units that are left over when every part has what it is due, rounded down (余数的分配规则).
enum class Remainder : std::uint8_t {
    largest, ///< those who lose most by rounding down, one unit each; of equals the earlier (最大余数法)
    first,   ///< the first parts, one unit each
    last     ///< the last part, all of them
};

/// What an allocation is told makes no sense: there is no part, a weight is below zero, or all are zero.
class TIEOUT_API BadAllocation : public std::invalid_argument {
  public:
    using std::invalid_argument::invalid_argument;
};

/// An amount among parts by weight, in whole units of its last digit: 100.00元 in 分, 3.5万元 in 千元. The parts add up to
/// the amount exactly, and none is further than a unit from what it is due (with Remainder::last, the last may be). A
/// negative amount is allocated as its positive is.
/// Rounds: every part down, towards zero; then as `remainder` says.  Fails: throws BadAllocation.
TIEOUT_API [[nodiscard]] std::vector<Money> allocate(const Money& amount, std::span<const Decimal> weights,
                                                     Remainder remainder);
[[nodiscard]] inline std::vector<Money> allocate(const Money& amount, std::initializer_list<Decimal> weights,
                                                 Remainder remainder) {
    return allocate(amount, std::span(weights.begin(), weights.size()), remainder);
}
/// By amounts: a saving among projects by what they spent.
TIEOUT_API [[nodiscard]] std::vector<Money> allocate(const Money& amount, std::span<const Money> weights,
                                                     Remainder remainder);
/// Among equal parts.
TIEOUT_API [[nodiscard]] std::vector<Money> allocate(const Money& amount, std::size_t parts,
                                                     Remainder remainder);

} // namespace tieout

#endif
