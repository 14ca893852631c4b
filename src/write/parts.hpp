// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_WRITE_PARTS_HPP
#define TIEOUT_SRC_WRITE_PARTS_HPP

// Writes what was located: checks that are impossible together, and for what is broken the figures to be corrected,
// why these, what each can be, and the slip behind it.

#include "write/json_value.hpp"
#include "write/page.hpp"

#include <tieout/rules/report.hpp>

namespace tieout::detail {

/// The findings that are checks together, in the form of checks.
[[nodiscard]] Json joints_json(const Report& report, const Names& names, Language language);

/// The parts.
[[nodiscard]] Json parts_json(const Report& report, const Names& names);

/// Both in words; nothing where nothing is broken.
void write_parts(Page& page, const Report& report, const Names& names, Language language);

} // namespace tieout::detail

#endif
