// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_TEXT_HPP
#define TIEOUT_WRITE_TEXT_HPP

// Writes a report for people: how much was checked, then what does not tie out, with the place, both numbers, the
// difference and why, then warnings, notes, what could not be decided, what holds, and what no check covers.
//
//     std::cout << report_text({"liuyang.json"}, report, Names(report), {.language = Language::en});

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/json.hpp>

#include <string>

namespace tieout {

struct TextOptions {
    Language language = Language::zh;
    /// With the colours of a terminal.
    bool colour = false;
    /// Columns after which sentences are broken; 0 for never. Tables are never broken.
    int width = 100;
    /// Also the checks that hold and of which there is nothing to say, and the figures that stand in none.
    bool all = true;
};

/// The whole report of one document.
TIEOUT_API [[nodiscard]] std::string report_text(const DocumentInfo& document, const ReportView& report,
                                                 const Names& names, const TextOptions& options);

/// One check in full, as it stands among the findings, for example in the message of a failing test.
TIEOUT_API [[nodiscard]] std::string finding_text(const ReportView& report, const Names& names,
                                                  const Check& check, const TextOptions& options);

} // namespace tieout

#endif
