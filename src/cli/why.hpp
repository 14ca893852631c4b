// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_WHY_HPP
#define TIEOUT_CLI_WHY_HPP

#include "cli/options.hpp"

#include <string>
#include <vector>

namespace tieout::cli {

/// Prints how every mention and statement of the reports came about.
[[nodiscard]] int print_why(const Options& options, const std::vector<std::string>& files);

} // namespace tieout::cli

#endif
