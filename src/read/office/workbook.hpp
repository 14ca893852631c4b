// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_WORKBOOK_HPP
#define TIEOUT_SRC_READ_OFFICE_WORKBOOK_HPP

// Workbooks (.xlsx, .xlsm): every sheet as its cells show it. Numbers have the digits that their formats show; formulas are not
// computed, their results are read as they were stored.

#include "read/formats/formats.hpp"

#include <string_view>
#include <vector>

namespace tieout::detail {

[[nodiscard]] Page page_of_workbook(std::string_view bytes, const OpenOptions& opening,
                                    std::vector<Problem>& problems);

} // namespace tieout::detail

#endif
