// SPDX-License-Identifier: MIT
#include <tieout/numbers/amounts.hpp>

#include <algorithm>
#include <numeric>

namespace tieout {

namespace {

using detail::U128;
using detail::U256;

/// The weights as whole numbers of one scale.
std::vector<U128> whole(std::span<const Decimal> weights) {
    int scale = 0;
    for (const Decimal& weight : weights) {
        if (sign(weight) < 0) throw BadAllocation("tieout: a weight of an allocation is below zero");
        scale = std::max(scale, weight.scale);
    }
    std::vector<U128> found;
    found.reserve(weights.size());
    for (const Decimal& weight : weights) {
        const std::optional<Decimal> fine = rescaled(weight, scale);
        if (!fine) detail::throw_overflow();
        found.push_back(detail::magnitude(*fine));
    }
    return found;
}

U128 sum_of(const std::vector<U128>& weights) {
    U256 total;
    for (const U128& weight : weights) {
        total = add(total, U256(weight));
        if (!total.fits_128()) detail::throw_overflow();
    }
    return total.low_128();
}

/// Adds units to a part.
void give(Money& part, const U128& units, bool negative) {
    part.amount += detail::make_decimal(negative, units, part.amount.scale);
}

} // namespace

std::vector<Money> allocate(const Money& amount, std::span<const Decimal> weights, Remainder remainder) {
    const std::vector<U128> shares = whole(weights);
    const U128 all = sum_of(shares);
    if (all == U128{}) throw BadAllocation("tieout: an allocation has no part with a weight");
    const bool negative = sign(amount) < 0;
    const U128 units = detail::magnitude(amount.amount);

    std::vector<Money> parts;
    std::vector<U256> lost;
    parts.reserve(shares.size());
    U128 left = units;
    for (const U128& share : shares) {
        const detail::Division due = detail::divide(detail::multiply(units, share), U256(all));
        const U128 whole_units = due.quotient.low_128();
        parts.emplace_back(detail::make_decimal(negative, whole_units, amount.amount.scale), amount.unit);
        lost.push_back(due.remainder);
        left = detail::subtract(left, whole_units);
    }
    // What has no weight is due nothing, not even what is left.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (!(shares[i] == U128{})) order.push_back(i);
    if (remainder == Remainder::last) {
        give(parts[order.back()], left, negative);
        return parts;
    }
    if (remainder == Remainder::largest)
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return lost[a] > lost[b]; });
    // Fewer units are left over than parts have lost some, so that none is given two.
    for (const std::size_t part : order) {
        if (left == U128{}) break;
        give(parts[part], U128{1, 0}, negative);
        left = detail::subtract(left, U128{1, 0});
    }
    return parts;
}

std::vector<Money> allocate(const Money& amount, std::span<const Money> weights, Remainder remainder) {
    std::vector<Decimal> numbers;
    numbers.reserve(weights.size());
    for (const Money& weight : weights) numbers.push_back(weight.in(MoneyUnit::yuan).amount);
    return allocate(amount, numbers, remainder);
}

std::vector<Money> allocate(const Money& amount, std::size_t parts, Remainder remainder) {
    return allocate(amount, std::vector<Decimal>(parts, Decimal(1)), remainder);
}

} // namespace tieout
