// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_COMMANDS_HPP
#define TIEOUT_CLI_COMMANDS_HPP

// Does what the command line asks for and gives the exit status.

#include "cli/options.hpp"

namespace tieout::cli {

/// Fails: throws WriteFailure.
[[nodiscard]] int run(const Options& options);

} // namespace tieout::cli

#endif
