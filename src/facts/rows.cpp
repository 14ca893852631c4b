// SPDX-License-Identifier: MIT
#include <tieout/facts/rows.hpp>

#include <algorithm>
#include <array>

namespace tieout::detail {

bool names_total(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 6> words{"合计", "总计", "共计", "合 计", "总 计", "total"};
    return std::find(words.begin(), words.end(), name) != words.end();
}

} // namespace tieout::detail
