// SPDX-License-Identifier: MIT
#include <tieout/read/text.hpp>

#include "read/sha256.hpp"
#include "read/text/draft.hpp"
#include "read/text/encoding.hpp"
#include "read/text/html.hpp"
#include "read/text/page.hpp"

#include <utility>

namespace tieout {

namespace {

detail::Encoding wanted(Encoding encoding) noexcept {
    switch (encoding) {
    case Encoding::utf8:
        return detail::Encoding::utf8;
    case Encoding::gb18030:
        return detail::Encoding::gb18030;
    case Encoding::automatic:
        break;
    }
    return detail::Encoding::automatic;
}

} // namespace

Document read_report(std::string_view bytes, std::string_view source, Encoding encoding) {
    Document document;
    document.source = source;
    document.input_sha256 = detail::sha256(bytes);
    if (bytes.size() > ReadLimits::document_bytes) {
        Problem problem{.kind = Problem::Kind::limit, .source = std::string(source), .line = 1, .column = 1};
        problem.expected = std::to_string(ReadLimits::document_bytes >> 20U) + " MiB";
        document.problems.push_back(std::move(problem));
        return document;
    }
    detail::Decoded decoded = detail::decode(bytes, wanted(encoding));
    for (Problem& problem : decoded.problems) {
        problem.source = source;
        document.problems.push_back(std::move(problem));
    }
    const bool html = detail::looks_like_html(decoded.text);
    const detail::Page page =
        html ? detail::page_of_html(std::move(decoded.text)) : detail::page_of_text(std::move(decoded.text));
    document.filing = detail::assemble(detail::read_page(page));
    return document;
}

} // namespace tieout
