// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_PHRASES_HPP
#define TIEOUT_CLI_PHRASES_HPP

// The phrases of published reports on the command line.

#include "cli/options.hpp"

namespace tieout::cli {

/// Lists the phrases that are understood, each with its example and what is understood of it.
[[nodiscard]] int print_phrases(const Options& options);

} // namespace tieout::cli

#endif
