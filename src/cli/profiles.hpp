// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_PROFILES_HPP
#define TIEOUT_CLI_PROFILES_HPP

// Profiles on the command line: one that is built in, by its name, or a file.

#include "cli/options.hpp"

#include <tieout/score/profile.hpp>

#include <optional>
#include <string>

namespace tieout::cli {

/// The profile of that name, or in that file; nothing if there is none or if it is not sound, which is complained of.
[[nodiscard]] std::optional<Profile> load_profile(const std::string& name_or_file, Language language);

/// Lists the profiles, or shows one.
[[nodiscard]] int print_profiles(const Options& options);

} // namespace tieout::cli

#endif
