// SPDX-License-Identifier: MIT
#include "read/document/document.hpp"

#include <tieout/relations/figure.hpp>

#include <algorithm>
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
    // One bit of each byte, added up in the uppermost.
    constexpr std::uint64_t ones = 0x0101010101010101U;
    return 8 - static_cast<std::uint32_t>(((continues >> 7U) * ones) >> 56U);
}

std::uint32_t characters_from(std::string_view source, std::size_t at, std::size_t end) noexcept {
    std::uint32_t count = 0;
    for (; at + sizeof(std::uint64_t) <= end; at += sizeof(std::uint64_t))
        count += characters_in_eight(source.data() + at);
    for (; at < end; ++at) count += begins_character(source[at]) ? 1 : 0;
    return count;
}

std::uint32_t characters_before(const Page& page, std::size_t byte) noexcept {
    const std::size_t mark =
        std::min(byte / stride, page.characters.empty() ? 0 : page.characters.size() - 1);
    const std::uint32_t count = page.characters.empty() ? 0 : page.characters[mark];
    return count + characters_from(page.source, mark * stride, byte);
}

/// How many lines begin up to a byte. In a long table lines are of much the same length, so that one is looked for near where
/// it would be if they were of the same.
std::uint32_t lines_begun(const Page& page, std::uint32_t byte) noexcept {
    const std::vector<std::uint32_t>& lines = page.lines;
    const std::size_t size = std::max<std::size_t>(1, page.source.size());
    std::size_t low =
        std::min(static_cast<std::size_t>(std::uint64_t{byte} * lines.size() / size), lines.size() - 1);
    std::size_t high = low;
    for (std::size_t step = 4; low > 0 && lines[low] > byte; step *= 4) low -= std::min(low, step);
    for (std::size_t step = 4; high < lines.size() && lines[high] <= byte; step *= 4)
        high = std::min(lines.size(), high + step);
    const auto begin = lines.begin();
    return static_cast<std::uint32_t>(std::upper_bound(begin + static_cast<std::ptrdiff_t>(low),
                                                       begin + static_cast<std::ptrdiff_t>(high), byte) -
                                      begin);
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
    const std::uint32_t line = lines_begun(page, byte);
    const std::uint32_t begin = line == 0 ? 0 : page.lines[line - 1];
    const std::size_t end = std::min<std::size_t>(byte, page.source.size());
    // In a short line its characters are counted, in a long one the difference of what stands before it.
    const std::uint32_t column = end - begin <= stride
                                     ? characters_from(page.source, begin, end) + 1
                                     : characters_before(page, end) - characters_before(page, begin) + 1;
    return {std::max<std::uint32_t>(line, 1), column, {}};
}

void set_place(Figure& figure, const Page& page, std::uint32_t byte) noexcept {
    const Place place = place_of(page, byte);
    figure.line = place.line;
    figure.column = place.column;
    figure.part = place.part;
}

} // namespace tieout::detail
