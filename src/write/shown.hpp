// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_SHOWN_HPP
#define TIEOUT_WRITE_SHOWN_HPP

// What every writer shows of a figure in the same way: its number, its places, and the sign it has in a relation as
// people write it, with the parts on the other side of the equals sign.

#include <tieout/model/filing.hpp>
#include <tieout/relations/relation.hpp>

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::detail {

/// The number as printed, without separators, width and unit; what stands there instead where it is no number.
[[nodiscard]] std::string number_text(const Figure& figure);

/// The coefficient with the sign it has where the relation is written out: total = parts, lesser <= greater.
[[nodiscard]] Decimal written_coefficient(const Operand& operand);

/// Where the document states the figures of one filing.
class Places {
  public:
    explicit Places(const Filing& filing);

    /// The places where the document states the same value of the same figure, the given one first; of more than
    /// places_max, as many and "…".
    [[nodiscard]] std::vector<std::string_view> all(const Figure& figure) const;

    static constexpr std::size_t places_max = 100;

  private:
    /// Places of equal statements, in the order of the document.
    std::deque<std::vector<std::string_view>> groups_;
    std::unordered_map<const Figure*, const std::vector<std::string_view>*> group_of_;
};

/// Texts one after the other with something between them.
[[nodiscard]] std::string joined(std::span<const std::string_view> texts, std::string_view between);

} // namespace tieout::detail

#endif
