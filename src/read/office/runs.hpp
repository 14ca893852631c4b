// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_RUNS_HPP
#define TIEOUT_SRC_READ_OFFICE_RUNS_HPP

// Text in runs of different looks, as cells hold it, and what is raised above the line in it: the mark of a footnote is no
// text, and the 2 of m² is part of the unit.

#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace tieout::detail {

/// The text of a string of a workbook; how it is pronounced is left out.
[[nodiscard]] std::string text_of_runs(const pugi::xml_node& node);

/// What a raised text stands for behind what was written before it: nothing, if it is the mark of a footnote; itself, if it
/// is text.
[[nodiscard]] std::string raised_text(std::string_view before, std::string_view raised);

} // namespace tieout::detail

#endif
