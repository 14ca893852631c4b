// SPDX-License-Identifier: MIT
#include <tieout/read/text.hpp>

#include "read/complaints.hpp"
#include "read/sha256.hpp"
#include "read/text/draft.hpp"
#include "read/text/encoding.hpp"
#include "read/text/html.hpp"
#include "read/text/page.hpp"

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
    case Encoding::automatic:
        break;
    }
    return detail::Encoding::automatic;
}

/// Numbers of more digits than can be held. Nothing is taken for a figure there, and that is not to be lost silently.
class LongNumbers {
  public:
    LongNumbers(const detail::Page& page, std::vector<Problem>& problems) : page_(page), problems_(problems) {
        for (const detail::Block& block : page.blocks) {
            look_at(block.text);
            for (const detail::Cell& cell : block.table.cells) look_at(cell.text);
        }
    }

  private:
    void look_at(const detail::Passage& passage) {
        const std::string_view text = passage.text;
        const auto is_digit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '9';
        };
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (!is_digit(at)) continue;
            const std::size_t begin = at;
            std::size_t digits = 0;
            for (; is_digit(at) || (is_digit(at + 1) && (text[at] == ',' || text[at] == '.')); ++at)
                digits += is_digit(at) ? 1 : 0;
            if (digits > decimal_digits_max) complain(passage, begin, at);
        }
    }

    void complain(const detail::Passage& passage, std::size_t begin, std::size_t end) {
        if (problems_.size() >= ReadLimits::problems) return;
        const detail::Place place = detail::place_of(page_, passage.from[begin]);
        problems_.push_back(
            {.kind = Problem::Kind::limit,
             .line = place.line,
             .column = place.column,
             .expected = std::to_string(decimal_digits_max) + " digits",
             .seen = detail::excerpt(std::string_view(passage.text).substr(begin, end - begin))});
    }

    const detail::Page& page_;
    std::vector<Problem>& problems_;
};

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
    const std::size_t since = document.problems.size();
    LongNumbers(page, document.problems);
    for (std::size_t i = since; i < document.problems.size(); ++i) document.problems[i].source = source;
    document.filing = detail::assemble(detail::read_page(page));
    return document;
}

} // namespace tieout
