// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DRAFT_HOMES_HPP
#define TIEOUT_SRC_READ_DRAFT_HOMES_HPP

// Where the mentions of a draft go: one home for each figure, a member of the model or a name of its own.

#include "read/draft/draft.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tieout::detail {

/// Limits that keep a hostile document linear, here and in what is checked of it; no report comes near.
inline constexpr std::size_t statements_max = 200; ///< of one figure
inline constexpr std::size_t lines_max = 1000;     ///< of one split

/// A figure that mentions were put to, by its pointer or id, and how many statements it got.
struct Owner {
    std::string name{};
    std::size_t statements = 0;
    [[nodiscard]] bool in_model() const noexcept { return name.starts_with('/'); }
};
/// By its place in Homes::owners.
using OwnerId = std::uint32_t;
inline constexpr OwnerId no_owner = 0xFFFF'FFFF;

/// Where a mention was put: the figure, and the number of its statement.
struct Home {
    OwnerId owner = no_owner;
    std::uint32_t statement = 0;
};

/// The homes of all mentions.
struct Homes {
    std::vector<Home> of{};
    std::vector<Owner> owners{};

    [[nodiscard]] const Owner& owner_of(MentionId id) const { return owners[of[id].owner]; }
    [[nodiscard]] OwnerId add(std::string name) {
        owners.push_back({std::move(name)});
        return static_cast<OwnerId>(owners.size() - 1);
    }
};

/// Puts the mention's figure behind the statements that are there.
void put(Mention& mention, Stated& stated, OwnerId owner, Home& home, Homes& homes);

/// Puts the mentions that are members of the model there: those of the main scope only, which is the body that files, in
/// the year that it reports on, of no fund in particular.
void put_into_model(Draft& draft, Filing& filing, Homes& homes);

/// Puts every other mention under a name of its own, with its aspects.
void put_under_names(Draft& draft, Filing& filing, Homes& homes);

/// How often a name was given.
using NamesGiven = std::unordered_map<std::string, std::size_t>;

/// The name, or 名称#2 and so on where it was given before. The second of 占比 may not be called as the figure that is named 占比#2.
[[nodiscard]] std::string name_apart(std::string name, NamesGiven& given);

/// The item of the model that a pointer leads to; nothing if none does.
[[nodiscard]] Item* item_at(Filing& filing, std::string_view pointer);

} // namespace tieout::detail

#endif
