// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_CONVERTED_HPP
#define TIEOUT_SRC_READ_OFFICE_CONVERTED_HPP

// Old Office files, RTF and OpenDocument: another program turns them into Word files and workbooks, which are then read as such.

#include "read/formats/formats.hpp"
#include "read/programs/conversion.hpp"

#include <string_view>
#include <vector>

namespace tieout::detail {

/// The page of what the program of the conversion makes of these bytes. That it did is told.
[[nodiscard]] Page page_of_converted(const Conversion& conversion, std::string_view bytes,
                                     const OpenOptions& opening, std::vector<Problem>& problems);

} // namespace tieout::detail

#endif
