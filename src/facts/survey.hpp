// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_FACTS_SURVEY_HPP
#define TIEOUT_SRC_FACTS_SURVEY_HPP

// Facts laid out for stating their relations: what of them is alike is one comparison of two numbers.

#include "access.hpp"
#include "containment.hpp"

#include <tieout/facts/laws.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace tieout::detail {

/// Members of the standard dimensions that laws speak of by name.
enum class NamedMember : std::uint8_t {
    total_income,
    income,
    surplus_used,
    opening,
    total_expenditure,
    expenditure,
    distribution,
    closing,
    basic,
    personnel,
    operating,
    project,
    construction,
    three_public,
    vehicles,
    reception,
    procurement
};
inline constexpr std::size_t named_members = 17;

/// The standard dimensions, as they stand in Aspects.
enum class StandardAxis : std::uint8_t { flow, fund, type, function, economic, item, phase, period, body };

class Survey {
  public:
    explicit Survey(const Facts& facts);

    const FactsAccess access;
    [[nodiscard]] std::size_t size() const noexcept { return access.facts.size(); }
    [[nodiscard]] std::size_t axes() const noexcept { return access.dimensions(); }
    [[nodiscard]] std::uint32_t member(FactId fact, std::size_t axis) const noexcept {
        return access.members(fact)[axis];
    }
    [[nodiscard]] std::uint32_t member(FactId fact, StandardAxis axis) const noexcept {
        return member(fact, static_cast<std::size_t>(axis));
    }
    [[nodiscard]] const Containment& containment(std::size_t axis) const noexcept {
        return containments_[axis];
    }
    [[nodiscard]] const Containment::Node& node(FactId fact, std::size_t axis) const noexcept {
        return containments_[axis].nodes[member(fact, axis)];
    }
    /// Alike in every fact with the same aspects and kind of quantity; of a table that stands alone, within it.
    [[nodiscard]] std::uint64_t key(FactId fact) const noexcept { return keys_[fact]; }
    /// The same without the aspect along one dimension.
    [[nodiscard]] std::uint64_t rest(FactId fact, std::size_t axis) const noexcept {
        return keys_[fact] - mixed(axis, member(fact, axis));
    }
    [[nodiscard]] std::uint64_t key_with(FactId fact, std::size_t axis, std::uint32_t other) const noexcept {
        return rest(fact, axis) + mixed(axis, other);
    }
    /// Whether two facts have the same aspects but along that dimension (any: none left out).
    [[nodiscard]] bool alike(FactId a, FactId b, std::size_t but) const noexcept;
    /// Whether nothing is unknown of it, but along `but`.
    [[nodiscard]] bool known(FactId fact, std::size_t but) const noexcept;
    [[nodiscard]] bool known(FactId fact) const noexcept { return unknown_[fact] == 0; }

    /// Nothing stands there: it adds nothing, and may be what is missing.
    [[nodiscard]] bool blank(FactId fact) const noexcept;
    /// A table of which nothing is misread, or no table, and a figure of which it is known what it is of.
    [[nodiscard]] bool sure(FactId fact) const noexcept;
    [[nodiscard]] bool in_certified_table(FactId fact) const noexcept {
        return access.table(fact) != 0 && access.table_at(access.table(fact)).certified;
    }
    [[nodiscard]] std::uint32_t number_of(NamedMember member) const noexcept {
        return named_[static_cast<std::size_t>(member)];
    }
    [[nodiscard]] bool is(FactId fact, StandardAxis axis, NamedMember named) const noexcept {
        return member(fact, axis) == number_of(named) && member(fact, axis) != unknown_member;
    }
    /// What was carried over, and what was added to a budget: these may be negative, and bound nothing.
    [[nodiscard]] bool may_be_negative(FactId fact) const noexcept;

  private:
    [[nodiscard]] static std::uint64_t mixed(std::size_t axis, std::uint32_t member) noexcept;
    void read_quantities();

    std::vector<Containment> containments_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::uint32_t> quantities_;
    std::vector<std::uint8_t> unknown_;
    std::array<std::uint32_t, named_members> named_{};
    std::array<std::uint32_t, 3> changing_phases_{};
};

/// States what holds within each table, and which wholes were stated with their parts.
void state_in_tables(const Survey& survey, FactRelations& to);
/// States what holds between facts wherever they stand.
void state_everywhere(const Survey& survey, FactRelations& to);

/// The law that makes a whole of its parts along a dimension.
[[nodiscard]] const Law& law_of_parts(const Survey& survey, FactId whole, std::size_t axis) noexcept;
/// The law that a part which is not added up is within its whole.
[[nodiscard]] const Law& law_of_which(const Survey& survey, FactId part, std::size_t axis) noexcept;

} // namespace tieout::detail

#endif
