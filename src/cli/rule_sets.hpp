// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_RULE_SETS_HPP
#define TIEOUT_CLI_RULE_SETS_HPP

// The rules that the command line chooses.

#include "cli/options.hpp"

#include <tieout/rules/rule_set.hpp>

#include <optional>

namespace tieout::cli {

/// The set that the options choose; nothing if a file of rules is not sound, or a code or a level is none, which is
/// complained of.
[[nodiscard]] std::optional<RuleSet> chosen_rules(const Options& options);

} // namespace tieout::cli

#endif
