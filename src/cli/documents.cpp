// SPDX-License-Identifier: MIT
#include "cli/documents.hpp"

#include <cstddef>
#include <string_view>

namespace tieout::cli {

namespace {

/// Enough to tell filings from one filing.
constexpr std::size_t recognised_bytes = std::size_t{1} << 20;

/// What is neither a filing nor a report.
Problem unknown_input(const std::string& name, std::string_view bytes) {
    const std::string_view format = foreign_format(bytes);
    return {.kind = Problem::Kind::wrong_type,
            .source = name,
            .line = 1,
            .column = 1,
            .expected = "filing or report",
            .seen = std::string(format.empty() ? "nothing" : format)};
}

} // namespace

bool DocumentReading::recognises_lines(Input& input) const {
    if (!options_.lines) input.fill(recognised_bytes);
    return input.error().empty() && (options_.lines || recognise(input.held()) == InputKind::filings);
}

Document DocumentReading::read(Input& input, const std::string& name) const {
    input.fill(ReadLimits::document_bytes + 1);
    Document document;
    document.source = name;
    if (!input.error().empty()) {
        document.problems.push_back(
            {.kind = Problem::Kind::unreadable_file, .source = name, .seen = input.error()});
        return document;
    }
    switch (recognise(input.held())) {
    case InputKind::filing:
    case InputKind::filings:
        return read_filing(input.held(), name);
    case InputKind::report:
        return read_report(input.held(), name, options_.encoding, forms_, options_.hidden);
    case InputKind::unknown:
        document.problems.push_back(unknown_input(name, input.held()));
        break;
    }
    return document;
}

} // namespace tieout::cli
