// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_FORMS_HPP
#define TIEOUT_CLI_FORMS_HPP

// Forms on the command line: those that are built in, and files with one's own.

#include "cli/options.hpp"

#include <tieout/facts/form.hpp>

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace tieout::cli {

/// The forms in these files; nothing if one cannot be read or is not sound, which is complained of.
[[nodiscard]] std::optional<std::deque<Form>> load_forms(const std::vector<std::string>& files,
                                                         Language language);

/// Lists the forms, or shows one.
[[nodiscard]] int print_forms(const Options& options);

} // namespace tieout::cli

#endif
