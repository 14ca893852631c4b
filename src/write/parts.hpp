// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_WRITE_PARTS_HPP
#define TIEOUT_SRC_WRITE_PARTS_HPP

// Writes what was located: checks that are impossible together, and for what is broken the figures to be corrected,
// why these, what each can be, and the slip behind it.

#include "rules/findings.hpp"
#include "write/json_writer.hpp"
#include "write/page.hpp"

#include <tieout/base/language.hpp>
#include <tieout/rules/report.hpp>

#include <span>
#include <string>
#include <string_view>

namespace tieout::detail {

/// The findings that are checks together, in the form of checks, as elements of a list.
void write_joints(JsonWriter& json, const ReportView& report, const Names& names, Language language);

/// The parts, as a list.
void write_parts(JsonWriter& json, const ReportView& report, const Names& names);

/// A list of the pointers of figures.
void write_pointers(JsonWriter& json, const Names& names, std::span<const Figure* const> figures);

/// The members that an interval is: its ends, and which of them do not belong to it.
void write_interval(JsonWriter& json, const Interval& interval);

/// Joints and parts in words; nothing where nothing is broken.
void write_parts(Page& page, const ReportView& report, const Names& names, Language language);

} // namespace tieout::detail

#endif
