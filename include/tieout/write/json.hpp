// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_JSON_HPP
#define TIEOUT_WRITE_JSON_HPP

// Writes reports as JSON, for other programs. The same input gives the same bytes: there is no clock time in it.
//
//     const Report report = check(std::move(filing));
//     std::puts(report_json({"liuyang.json", sha256}, report, Names(report), problems, Language::zh).c_str());

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/base/problem.hpp>
#include <tieout/rules/report.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace tieout {

/// Which document a report is of.
struct DocumentInfo {
    /// File name, or "-" for standard input.
    std::string source{};
    /// In hexadecimal; empty where the filing was not read from a document.
    std::string input_sha256{};
};

/// On one line, as newline-delimited output needs it, or indented.
enum class JsonLayout : std::uint8_t { indented, one_line };

/// One document with its checks and problems: an object, without a line end behind it. Checks that hold and of which there
/// is nothing to say are among them only if `all` is asked for; the summary counts them anyway.
TIEOUT_API [[nodiscard]] std::string report_json(const DocumentInfo& document, const ReportView& report,
                                                 const Names& names, std::span<const Problem> problems,
                                                 Language language, JsonLayout layout = JsonLayout::indented,
                                                 bool all = true);

/// One document of which nothing could be read but its problems.
TIEOUT_API [[nodiscard]] std::string unread_json(const DocumentInfo& document,
                                                 std::span<const Problem> problems, Language language,
                                                 JsonLayout layout = JsonLayout::indented);

/// All documents of one run: {"tieout": version, "documents": [...]}, with a line end behind it.
TIEOUT_API [[nodiscard]] std::string reports_json(std::span<const std::string> documents);

} // namespace tieout

#endif
