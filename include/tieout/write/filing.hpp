// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_FILING_HPP
#define TIEOUT_WRITE_FILING_HPP

// Writes a filing as the JSON that it can be read from again, so that it can be corrected and fed back.
//
//     filing_json(filing)  ->  {"filing": 1, "unit": "万元", "expenditure": {"executed": "1709.11"}}

#include <tieout/base/export.hpp>
#include <tieout/model/filing.hpp>

#include <string>

namespace tieout {

/// What was read, as JSON. Read again it gives the same filing, and the same checks: figures keep their digits, units
/// and places. What is not stated and what is the default is left out. With a line end behind it.
TIEOUT_API [[nodiscard]] std::string filing_json(const Filing& filing);

/// The same on one line, without a line end.
TIEOUT_API [[nodiscard]] std::string filing_json_line(const Filing& filing);

} // namespace tieout

#endif
