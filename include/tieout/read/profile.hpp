// SPDX-License-Identifier: MIT
#ifndef TIEOUT_READ_PROFILE_HPP
#define TIEOUT_READ_PROFILE_HPP

// Reads profiles from JSON, and gives those that are built in. What cannot be understood is a located problem.
//
//     const ProfileDocument document = read_profile(text, "my-county.json");
//     for (const Problem& problem : document.problems) complain(problem);
//
// The form of the file is docs/profile.schema.json; the built-in ones are the files of profiles/.

#include <tieout/base/export.hpp>
#include <tieout/base/problem.hpp>
#include <tieout/score/profile.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// What was read from one text: the profile as far as it was understood, and everything that was not.
struct ProfileDocument {
    std::string source{};
    /// Nothing if the text is no JSON object.
    std::optional<Profile> profile{};
    /// In the order of the text.
    std::vector<Problem> problems{};
};

TIEOUT_API [[nodiscard]] ProfileDocument read_profile(std::string_view json, std::string_view source);

/// A profile that is part of the library, as its file has it.
struct BuiltInProfile {
    std::string_view name;
    std::string_view json;
};

/// In the order of their names.
TIEOUT_API [[nodiscard]] std::span<const BuiltInProfile> built_in_profiles() noexcept;
/// The built-in profile of that name; nothing if there is none.
TIEOUT_API [[nodiscard]] const Profile* find_profile(std::string_view name);
/// Every built-in profile, in the order of their names.
TIEOUT_API [[nodiscard]] std::vector<const Profile*> all_profiles();

} // namespace tieout

#endif
