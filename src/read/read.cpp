// SPDX-License-Identifier: MIT
#include <tieout/read/text.hpp>

#include "read/document/document.hpp"
#include "read/draft/draft.hpp"
#include "read/draft/why.hpp"
#include "read/formats/encoding.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/printed.hpp"
#include "read/json/complaints.hpp"
#include "read/json/sha256.hpp"

#include <tieout/numbers/decimal.hpp>

#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout {

namespace {

detail::Encoding wanted(Encoding encoding) noexcept {
    switch (encoding) {
    case Encoding::utf8:
        return detail::Encoding::utf8;
    case Encoding::gb18030:
        return detail::Encoding::gb18030;
    case Encoding::big5:
        return detail::Encoding::big5;
    case Encoding::shift_jis:
        return detail::Encoding::shift_jis;
    case Encoding::automatic:
        break;
    }
    return detail::Encoding::automatic;
}

/// The page of a file in whatever format, and what could not be read of it.
detail::Page page_of(std::string_view bytes, Encoding encoding, const detail::OpenOptions& opening,
                     std::vector<Problem>& problems) {
    const detail::Format* const format = detail::format_of_bytes(bytes);
    if (format != nullptr && format->open != nullptr) return format->open(bytes, opening, problems);
    detail::Decoded decoded = detail::decode(bytes, wanted(encoding));
    std::move(decoded.problems.begin(), decoded.problems.end(), std::back_inserter(problems));
    return detail::format_of_text(decoded.text).read(std::move(decoded.text));
}

/// A problem of something that stands at a byte of the page.
Problem problem_at(const detail::Page& page, std::uint32_t byte, Problem::Kind kind,
                   const Document& document) {
    const detail::Place place = detail::place_of(page, byte);
    Problem problem{.kind = kind,
                    .source = document.source,
                    .line = place.line,
                    .column = place.column,
                    .part = place.part};
    if (place.part.kind() == FilePart::Kind::sheet) problem.sheet = page.sheets[place.part.number() - 1];
    return problem;
}

/// Complains of the numbers of a passage that have more digits than can be held: nothing is taken for a figure there, and
/// that is not to be lost silently.
void complain_of_long_numbers(const detail::Page& page, const detail::Passage& passage, Document& document) {
    const std::string_view text = passage.text;
    const auto digit_at = [&](std::size_t at) { return at < text.size() && detail::is_digit(text[at]); };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!digit_at(at)) continue;
        const std::size_t begin = at;
        std::size_t digits = 0;
        for (; digit_at(at) || (digit_at(at + 1) && (text[at] == ',' || text[at] == '.')); ++at)
            digits += digit_at(at) ? 1 : 0;
        if (digits <= decimal_digits_max || document.problems.size() >= ReadLimits::problems) continue;
        Problem problem = problem_at(page, passage.from[begin], Problem::Kind::limit, document);
        problem.expected = std::to_string(decimal_digits_max) + " digits";
        problem.seen = detail::excerpt(text.substr(begin, at - begin));
        document.problems.push_back(std::move(problem));
    }
}

/// Complains of what looks like a table and was not read as one.
void complain_of_unread(const detail::Page& page, std::span<const detail::Unread> all, Document& document) {
    for (const detail::Unread& unread : all) {
        if (document.problems.size() >= ReadLimits::problems) return;
        const bool wide = unread.why == detail::Unread::Why::columns;
        Problem problem = problem_at(page, unread.at,
                                     wide ? Problem::Kind::limit : Problem::Kind::uncertain_layout, document);
        if (wide) problem.expected = std::to_string(detail::most_columns) + " columns";
        const std::size_t end = page.source.find_first_of("\r\n", unread.at);
        problem.seen = detail::excerpt(std::string_view(page.source).substr(unread.at, end - unread.at));
        document.problems.push_back(std::move(problem));
    }
}

} // namespace

std::vector<Derivation> derive_report(std::string_view bytes, Encoding encoding) {
    if (bytes.size() > ReadLimits::document_bytes) return {};
    std::vector<Problem> problems;
    return detail::derivations_of(detail::read_page(page_of(bytes, encoding, {}, problems)));
}

Document read_report(std::string_view bytes, std::string_view source, Encoding encoding,
                     std::span<const Form* const> forms, Hidden hidden) {
    Document document;
    document.source = source;
    document.input_sha256 = detail::sha256(bytes);
    if (bytes.size() > ReadLimits::document_bytes) {
        Problem problem{.kind = Problem::Kind::limit, .source = std::string(source), .line = 1, .column = 1};
        problem.expected = std::to_string(ReadLimits::document_bytes >> 20U) + " MiB";
        document.problems.push_back(std::move(problem));
        return document;
    }
    detail::Page page = page_of(bytes, encoding, {.hidden = hidden == Hidden::read}, document.problems);
    for (Problem& problem : document.problems) problem.source = source;
    // Of a file that could not be opened nothing can be said. A text that was read has a line.
    if (page.blocks.empty() && page.lines.empty() && document.has_failure()) return document;
    for (const detail::Block& block : page.blocks) {
        complain_of_long_numbers(page, block.text, document);
        for (const detail::Cell& cell : block.table.cells)
            complain_of_long_numbers(page, cell.text, document);
    }
    complain_of_unread(page, page.unread, document);
    detail::Draft draft = detail::read_page(page, forms);
    std::vector<detail::Unread> lost;
    for (const std::uint32_t at : draft.unread) lost.push_back({at, detail::Unread::Why::layout});
    complain_of_unread(page, lost, document);
    if (draft.is_blank())
        document.problems.push_back({.kind = Problem::Kind::blank, .source = document.source});
    // Its room is needed for the filing: a long table has a text for each cell.
    page = {};
    document.filing = detail::assemble(std::move(draft));
    return document;
}

} // namespace tieout
