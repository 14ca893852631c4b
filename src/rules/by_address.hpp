// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_BY_ADDRESS_HPP
#define TIEOUT_SRC_RULES_BY_ADDRESS_HPP

// Finds figures by where they lie. Each report that is written asks this of every figure and every operand, so all lie
// in one piece of memory.

#include <tieout/relations/figure.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tieout::detail {

/// Figures, each with a number.
class ByAddress {
  public:
    /// Room for that many without moving.
    explicit ByAddress(std::size_t expected) : slots_(std::bit_ceil(2 * expected + 2)) {}

    /// False if the figure was there before; it then keeps its number.
    bool add(const Figure* figure, std::size_t number = 0) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        Slot& slot = slots_[place_of(figure)];
        if (slot.figure != nullptr) return false;
        slot = {figure, number};
        ++count_;
        return true;
    }
    [[nodiscard]] std::optional<std::size_t> find(const Figure* figure) const noexcept {
        const Slot& slot = slots_[place_of(figure)];
        return slot.figure == nullptr ? std::nullopt : std::optional(slot.number);
    }

  private:
    struct Slot {
        const Figure* figure = nullptr;
        std::size_t number = 0;
    };

    /// Where it lies, or where it would be put: the table is never full.
    [[nodiscard]] std::size_t place_of(const Figure* figure) const noexcept {
        // The golden ratio spreads addresses that differ by the size of a figure over the upper bits.
        const std::uint64_t hash = reinterpret_cast<std::uintptr_t>(figure) * 0x9E3779B97F4A7C15U;
        std::size_t place = static_cast<std::size_t>(hash >> 32U) & (slots_.size() - 1);
        while (slots_[place].figure != nullptr && slots_[place].figure != figure)
            place = (place + 1) & (slots_.size() - 1);
        return place;
    }
    void grow() {
        std::vector<Slot> before(2 * slots_.size());
        before.swap(slots_);
        for (const Slot& slot : before)
            if (slot.figure != nullptr) slots_[place_of(slot.figure)] = slot;
    }

    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

} // namespace tieout::detail

#endif
