// SPDX-License-Identifier: MIT
#ifndef TIEOUT_READ_FILE_HPP
#define TIEOUT_READ_FILE_HPP

// Reads a document of any format that is read, by its content and not by its name: a filing in JSON, or a report as it is
// published (PDF, Word file, workbook, web page, text).
//
//     const Document document = read_file("report.pdf");
//     for (const Problem& problem : document.problems) std::cerr << problem_text(problem, Language::en) << '\n';
//     if (document.filing) use(check(*document.filing));

#include <tieout/base/export.hpp>
#include <tieout/facts/form.hpp>
#include <tieout/read/json.hpp>
#include <tieout/read/text.hpp>

#include <span>
#include <string>
#include <string_view>

namespace tieout {

/// How a report is read; see read_report().
struct ReadOptions {
    Encoding encoding = Encoding::automatic;
    std::span<const Form* const> forms{};
    Hidden hidden = Hidden::read;
};

/// Reads the document that these bytes are. Bytes that are no document are a problem. Of newline-delimited filings this is
/// one, and what follows it a problem: read_filings() reads them.
TIEOUT_API [[nodiscard]] Document read_document(std::string_view bytes, std::string_view source,
                                                const ReadOptions& options = {});

/// Reads the document in a file, whose name is its source.
/// Fails: a file that cannot be opened or read is a problem of kind unreadable_file, with the reason as the system has it.
TIEOUT_API [[nodiscard]] Document read_file(const std::string& path, const ReadOptions& options = {});

} // namespace tieout

#endif
