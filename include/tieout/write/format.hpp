// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_FORMAT_HPP
#define TIEOUT_WRITE_FORMAT_HPP

// The formats in which the checks of documents are written, one table: text and Markdown for people, JSON, SARIF, JUnit XML
// and CSV for programs. A document becomes a piece, and the pieces of a run become one file.
//
//     const ReportFormat& sarif = *report_format_named("sarif");
//     const std::string piece = sarif.document({info, &report, &names, problems}, {.language = Language::en});
//     write_file("result.sarif", sarif.run({&piece, 1}, {.language = Language::en}));

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/base/problem.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/rules/rule_set.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/text.hpp>

#include <span>
#include <string>
#include <string_view>

namespace tieout {

/// A document of a run, and what its checks gave.
struct CheckedDocument {
    const DocumentInfo& info;
    /// Both null where nothing of it could be read.
    const ReportView* report = nullptr;
    const Names* names = nullptr;
    /// What could not be understood.
    std::span<const Problem> problems{};
};

struct FormatOptions {
    Language language = Language::zh;
    /// Of JSON.
    JsonLayout layout = JsonLayout::indented;
    /// Of text: colours and width. Its language is that above.
    bool colour = false;
    int width = 100;
    /// Also checks that hold and of which there is nothing to say.
    bool all = true;
    /// Whether a broken warning is a failure, as it is for the exit status.
    bool strict = false;
    /// Those that the documents were checked by, for formats that list them.
    RuleSet rules = RuleSet::standard();
};

/// One format of results (输出格式).
struct ReportFormat {
    std::string_view name;
    /// What it is and who reads it.
    Words what;
    /// Writes one document; nothing where there is nothing to write of it.
    std::string (*document)(const CheckedDocument& document, const FormatOptions& options);
    /// Makes a file of the pieces, in their order; null where they may be written as they come.
    std::string (*run)(std::span<const std::string> pieces, const FormatOptions& options);
};

/// Every format, text first.
TIEOUT_API [[nodiscard]] std::span<const ReportFormat> report_formats() noexcept;
/// Fails: null where there is no such format.
TIEOUT_API [[nodiscard]] const ReportFormat* report_format_named(std::string_view name) noexcept;

} // namespace tieout

#endif
