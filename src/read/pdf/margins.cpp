// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <tieout/base/utf8.hpp>

#include "read/document/alphabet.hpp"
#include "read/pdf/paper.hpp"
#include "read/vocabulary/frame_lines.hpp"

namespace tieout::detail {

namespace {

/// The part of the height of a page, at the top and at the bottom, that may be its margin.
constexpr Fixed margin_parts = 8;
constexpr Fixed same_place = thousandths(4'000);
/// So many lines, from the edge inwards, may be of a margin.
constexpr std::size_t most_margin_lines = 3;

/// The text of a line in the alphabet, without spaces.
std::string text_of(const WordLine& line) {
    std::string text;
    for (const PaperWord& word : line.words) text += word.text;
    return passage_of(text, {0, static_cast<std::uint32_t>(text.size())}).text;
}

/// The number of the page that a line is, if it is one: 12, -12-, 第12页, 第12页共25页, 12/25.
std::optional<std::uint32_t> page_number(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest) return std::nullopt;
    std::vector<std::uint32_t> numbers;
    bool digits = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        at += std::max<std::size_t>(c.length, 1);
        if (c.value >= U'0' && c.value <= U'9') {
            if (!digits) numbers.push_back(0);
            digits = true;
            if (numbers.back() > 100'000) return std::nullopt;
            numbers.back() = numbers.back() * 10 + static_cast<std::uint32_t>(c.value - U'0');
            continue;
        }
        digits = false;
        constexpr std::u32string_view around = U"-—–~·•/第页共 （）Page of";
        // A comma by itself parts thousands.
        if (around.find(c.value) == around.npos && !(c.value == U'，' && text.find("页") != text.npos))
            return std::nullopt;
    }
    if (numbers.empty() || numbers.size() > 2) return std::nullopt;
    return numbers.front();
}

/// A line near an edge of its page.
struct Edge {
    std::size_t page = 0;
    std::size_t line = 0;
    Fixed at = 0; ///< from the top, or up from the bottom
    std::string text{};
};

std::vector<Edge> edges_of(const std::vector<Paper>& pages, bool top) {
    std::vector<Edge> edges;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const Paper& page = pages[p];
        for (std::size_t i = 0; i < std::min(page.lines.size(), most_margin_lines); ++i) {
            const std::size_t line = top ? i : page.lines.size() - 1 - i;
            const Box& box = page.lines[line].box;
            const Fixed at = top ? box.centre().y : page.height - box.centre().y;
            if (at * margin_parts > page.height) break;
            // What stands behind a table, or between two, is no margin.
            const bool inside =
                std::any_of(page.tables.begin(), page.tables.end(), [&](const RuledTable& table) {
                    const Box around = table.grid.box();
                    return top ? around.top < box.top : around.bottom > box.bottom;
                });
            if (inside) break;
            edges.push_back({p, line, at, text_of(page.lines[line])});
        }
    }
    return edges;
}

} // namespace

void remove_margins(std::vector<Paper>& pages) {
    std::vector<std::vector<std::size_t>> dropped(pages.size());
    for (const bool top : {true, false}) {
        const std::vector<Edge> edges = edges_of(pages, top);
        std::map<std::string_view, std::vector<Fixed>> places;
        for (const Edge& edge : edges) places[edge.text].push_back(edge.at);
        for (auto& [text, all] : places) std::sort(all.begin(), all.end());
        // Numbers that grow as the pages do.
        std::map<std::int64_t, std::size_t> offsets;
        for (const Edge& edge : edges)
            if (const auto number = page_number(edge.text))
                ++offsets[std::int64_t{*number} - static_cast<std::int64_t>(edge.page)];
        for (const Edge& edge : edges) {
            const auto number = page_number(edge.text);
            const bool marked = number && edge.text.find_first_not_of("0123456789") != edge.text.npos;
            const bool counts =
                number && offsets[std::int64_t{*number} - static_cast<std::int64_t>(edge.page)] >= 2;
            if (marked || counts) {
                dropped[edge.page].push_back(edge.line);
                continue;
            }
            const std::vector<Fixed>& all = places[edge.text];
            const auto again =
                static_cast<std::size_t>(std::upper_bound(all.begin(), all.end(), edge.at + same_place) -
                                         std::lower_bound(all.begin(), all.end(), edge.at - same_place));
            if (again >= 3 && 2 * again > pages.size() && !frame_line(edge.text))
                dropped[edge.page].push_back(edge.line);
        }
    }
    for (std::size_t p = 0; p < pages.size(); ++p) {
        std::vector<std::size_t>& lines = dropped[p];
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        for (std::size_t i = lines.size(); i-- > 0;)
            pages[p].lines.erase(pages[p].lines.begin() + static_cast<std::ptrdiff_t>(lines[i]));
    }
}

} // namespace tieout::detail
