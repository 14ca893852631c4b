// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_FACTS_CONTAINMENT_HPP
#define TIEOUT_SRC_FACTS_CONTAINMENT_HPP

// How the members of one dimension that facts have named contain each other, laid out so that one number says it: in the
// order of a walk over the tree, a member comes before all that it contains, and they stand together.

#include "access.hpp"

#include <cstdint>
#include <vector>

namespace tieout::detail {

inline constexpr std::uint32_t no_member = 0xFFFF'FFFF;

struct Containment {
    /// The members that it contains are those whose rank is greater and below `end`.
    struct Node {
        std::uint32_t rank = no_member; ///< none for what is not known
        std::uint32_t end = 0;
        std::uint32_t parent = no_member;
        /// Rank of the nearest 其中 at or above it: what holds that member contains it without adding it up.
        std::uint32_t aside = no_member;
        facts::Belongs belongs = facts::Belongs::part;
    };
    /// By the numbers of the members.
    std::vector<Node> nodes{};
    /// The parts of each member that the tree itself names, without 其中: those of m are named[first[m]] … named[first[m + 1]
    /// − 1].
    std::vector<std::uint32_t> named{};
    std::vector<std::uint32_t> first{};

    [[nodiscard]] std::span<const std::uint32_t> parts_of(std::uint32_t member) const noexcept {
        return std::span(named).subspan(first[member], first[member + 1] - first[member]);
    }
    /// Whether what a member holds is added up in the whole, which contains it.
    [[nodiscard]] bool counts(std::uint32_t member, std::uint32_t whole) const noexcept {
        const std::uint32_t aside = nodes[member].aside;
        return aside == no_member || aside <= nodes[whole].rank;
    }
};

[[nodiscard]] Containment containment_of(const FactsAccess& facts, std::size_t axis);

} // namespace tieout::detail

#endif
