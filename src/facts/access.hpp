// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_FACTS_ACCESS_HPP
#define TIEOUT_SRC_FACTS_ACCESS_HPP

#include <tieout/facts/facts.hpp>

namespace tieout::detail {

inline constexpr std::uint32_t unknown_member = 0;
inline constexpr std::uint32_t all_members = 1;
inline constexpr std::size_t dimensions_max = 64;

/// What those who state the relations of facts need to see of them.
struct FactsAccess {
    const Facts& facts;

    [[nodiscard]] std::size_t dimensions() const noexcept { return facts.axes_.size(); }
    [[nodiscard]] const facts::Dimension& dimension(std::size_t axis) const noexcept {
        return facts.axes_[axis].of;
    }
    /// Keys of the members of a dimension, by their numbers.
    [[nodiscard]] std::span<const std::string> keys(std::size_t axis) const noexcept {
        return facts.axes_[axis].keys;
    }
    [[nodiscard]] std::uint32_t find(std::size_t axis, std::string_view key) const noexcept {
        const auto& numbers = facts.axes_[axis].numbers;
        const auto found = numbers.find(key);
        return found == numbers.end() ? unknown_member : found->second;
    }
    [[nodiscard]] std::size_t axis(std::string_view key) const noexcept { return facts.axis_number(key); }
    [[nodiscard]] std::span<const std::uint32_t> members(FactId fact) const noexcept {
        return std::span(facts.members_).subspan(std::size_t{fact} * dimensions(), dimensions());
    }
    [[nodiscard]] std::uint32_t table(FactId fact) const noexcept { return facts.table_[fact]; }
    [[nodiscard]] std::size_t tables() const noexcept { return facts.tables_.size(); }
    [[nodiscard]] const FactTable& table_at(std::uint32_t table) const noexcept {
        return facts.tables_[table].of;
    }
    /// What is said of the parts of a fact along a dimension, by itself or by its table.
    [[nodiscard]] Completeness parts(FactId fact, std::size_t axis) const noexcept {
        if (!facts.own_parts_.empty())
            if (const auto own = facts.own_parts_.find(std::uint64_t{fact} * dimensions_max + axis);
                own != facts.own_parts_.end())
                return own->second;
        const auto& said = facts.tables_[facts.table_[fact]].parts;
        return axis < said.size() ? said[axis] : Completeness::not_stated;
    }
};

} // namespace tieout::detail

#endif
