// SPDX-License-Identifier: MIT
#include "read/document/document.hpp"

#include <tieout/relations/figure.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>

namespace tieout::detail {

namespace {

constexpr std::size_t stride = 256;

bool begins_character(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// How many of eight bytes begin a character: those of which not the upper bit alone is set of the upper two.
std::uint32_t characters_in_eight(const char* at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof(bytes));
    constexpr std::uint64_t upper = 0x8080808080808080U;
    const std::uint64_t continues = bytes & ~(bytes << 1U) & upper;
    return 8 - static_cast<std::uint32_t>(std::popcount(continues));
}

std::uint32_t characters_before(const Page& page, std::size_t byte) noexcept {
    const std::size_t mark =
        std::min(byte / stride, page.characters.empty() ? 0 : page.characters.size() - 1);
    std::uint32_t count = page.characters.empty() ? 0 : page.characters[mark];
    std::size_t at = mark * stride;
    for (; at + sizeof(std::uint64_t) <= byte; at += sizeof(std::uint64_t))
        count += characters_in_eight(page.source.data() + at);
    for (; at < byte; ++at) count += begins_character(page.source[at]) ? 1 : 0;
    return count;
}

} // namespace

void count_characters(Page& page) {
    page.characters.clear();
    page.characters.reserve(page.source.size() / stride + 1);
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < page.source.size(); ++at) {
        if (at % stride == 0) page.characters.push_back(count);
        count += begins_character(page.source[at]) ? 1 : 0;
    }
}

Place place_of(const Page& page, std::uint32_t byte) noexcept {
    if (!page.parts.empty()) {
        const auto behind =
            std::upper_bound(page.parts.begin(), page.parts.end(), byte,
                             [](std::uint32_t at, const PartStart& start) { return at < start.at; });
        return {0, 0, behind == page.parts.begin() ? FilePart() : std::prev(behind)->part};
    }
    if (page.lines.empty()) return {1, 1, {}};
    const auto after = std::upper_bound(page.lines.begin(), page.lines.end(), byte);
    const auto line = static_cast<std::uint32_t>(after - page.lines.begin());
    const std::uint32_t begin = line == 0 ? 0 : page.lines[line - 1];
    const std::size_t end = std::min<std::size_t>(byte, page.source.size());
    const std::uint32_t column = characters_before(page, end) - characters_before(page, begin) + 1;
    return {std::max<std::uint32_t>(line, 1), column, {}};
}

void set_place(Figure& figure, const Page& page, std::uint32_t byte) noexcept {
    const Place place = place_of(page, byte);
    figure.line = place.line;
    figure.column = place.column;
    figure.part = place.part;
}

} // namespace tieout::detail
