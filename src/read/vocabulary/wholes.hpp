// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_WHOLES_HPP
#define TIEOUT_SRC_READ_VOCABULARY_WHOLES_HPP

// Which parts are all of which whole, whatever words stand between them: 基本支出 and 项目支出 of the expenditure, the three
// public expenses, 货物, 工程 and 服务 of procurement.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tieout::detail {

/// What the parts are of their whole.
enum class Coverage : std::uint8_t {
    unknown, ///< not known to be its parts
    some,    ///< parts of it, of which some may be missing
    all,     ///< all that there are
    overlap  ///< not to be added: they are of different kinds
};

/// Of a whole and its parts by their keys and names: `whole` and `parts` are label keys, `names` the names of the parts.
[[nodiscard]] Coverage coverage_of(std::string_view whole, std::string_view whole_name,
                                   std::span<const std::string_view> parts,
                                   std::span<const std::string_view> names);

/// Whether a name says that it is part of what another names: 授予小微企业的合同 of 授予中小企业的合同.
[[nodiscard]] bool is_part_by_name(std::string_view whole, std::string_view part) noexcept;

/// Keys of the parts of a whole that is known by its key, in their order; empty if it is none.
[[nodiscard]] std::span<const std::string_view> parts_of_whole(std::string_view whole) noexcept;

} // namespace tieout::detail

#endif
