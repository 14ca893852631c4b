// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_FIGURE_NUMBERS_HPP
#define TIEOUT_SRC_RELATIONS_FIGURE_NUMBERS_HPP

// Numbers figures by where they stand, in the order in which they come. A part has a hundred of them and is asked for
// each many times, so they lie in one block:
//
//     FigureNumbers numbers;
//     numbers.add(&figure);           // 0, and true for a new one
//     numbers.find(&other);           // -1

#include <tieout/relations/figure.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tieout::detail {

class FigureNumbers {
  public:
    /// The number of a figure, which is the next one if it has none yet; whether it had none.
    std::pair<int, bool> add(const Figure* figure) { return add(figure, count_); }
    /// The same, but a figure that has no number yet gets this one.
    std::pair<int, bool> add(const Figure* figure, int number) {
        // At most half full, so that the next free place is near.
        if (2 * (used_ + 1) > places_.size()) grow();
        Place& place = places_[place_of(figure)];
        if (place.figure != nullptr) return {place.number, false};
        place = {figure, number};
        ++used_;
        if (number == count_) ++count_;
        return {number, true};
    }
    /// The number of a figure, -1 for one that has none.
    [[nodiscard]] int find(const Figure* figure) const {
        return places_.empty() ? -1 : places_[place_of(figure)].number;
    }

  private:
    struct Place {
        const Figure* figure = nullptr;
        int number = -1;
    };
    static constexpr std::size_t places_at_first = 256;

    /// Where a figure is, or would be.
    [[nodiscard]] std::size_t place_of(const Figure* figure) const {
        // Figures lie next to each other: the bits in which their addresses differ are spread over all.
        constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
        const auto address = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(figure));
        const std::size_t last = places_.size() - 1;
        std::size_t at = static_cast<std::size_t>((address * golden) >> 32) & last;
        while (places_[at].figure != nullptr && places_[at].figure != figure) at = (at + 1) & last;
        return at;
    }
    void grow() {
        std::vector<Place> before(places_.empty() ? places_at_first : 2 * places_.size());
        before.swap(places_);
        for (const Place& place : before)
            if (place.figure != nullptr) places_[place_of(place.figure)] = place;
    }

    std::vector<Place> places_; ///< as many as a power of two
    std::size_t used_ = 0;
    int count_ = 0;
};

} // namespace tieout::detail

#endif
