// SPDX-License-Identifier: MIT
#include "read/text/page.hpp"

#include <algorithm>

namespace tieout::detail {

Place place_of(const Page& page, std::uint32_t byte) noexcept {
    if (page.lines.empty()) return {1, 1};
    const auto after = std::upper_bound(page.lines.begin(), page.lines.end(), byte);
    const auto line = static_cast<std::uint32_t>(after - page.lines.begin());
    const std::uint32_t begin = line == 0 ? 0 : page.lines[line - 1];
    const std::size_t end = std::min<std::size_t>(byte, page.source.size());
    std::uint32_t column = 1;
    for (std::size_t at = begin; at < end; ++at)
        column += (static_cast<unsigned char>(page.source[at]) & 0xC0U) != 0x80U ? 1 : 0;
    return {std::max<std::uint32_t>(line, 1), column};
}

} // namespace tieout::detail
