// SPDX-License-Identifier: MIT
#include "cli/documents.hpp"

#include <tieout/read/file.hpp>

#include <cstddef>

namespace tieout::cli {

namespace {

/// Enough to tell filings from one filing.
constexpr std::size_t recognised_bytes = std::size_t{1} << 20;

} // namespace

bool DocumentReading::recognises_lines(Input& input) const {
    if (!options_.lines) input.fill(recognised_bytes);
    return input.error().empty() && (options_.lines || recognise(input.held()) == InputKind::filings);
}

Document DocumentReading::read(Input& input, const std::string& name) const {
    input.fill(ReadLimits::document_bytes + 1);
    if (input.error().empty())
        return read_document(input.held(), name, {options_.encoding, forms_, options_.hidden});
    Document document;
    document.source = name;
    document.problems.push_back(
        {.kind = Problem::Kind::unreadable_file, .source = name, .seen = input.error()});
    return document;
}

} // namespace tieout::cli
