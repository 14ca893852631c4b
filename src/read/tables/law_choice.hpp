// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_LAW_CHOICE_HPP
#define TIEOUT_SRC_READ_TABLES_LAW_CHOICE_HPP

// Which of the laws that hold are stated: of several that say the same, the one that an accountant would write down.

#include "read/tables/law_search.hpp"

#include <cstddef>
#include <vector>

namespace tieout::detail {

/// For each line the first that has the same numbers everywhere, itself if there is none before it. Lines of one number
/// printed again and again are not taken for each other.
[[nodiscard]] std::vector<std::size_t> originals_of(const LawLines& lines);

/// Keeps of the sums those that do not follow from others: no total as a list of itself and its parts, of equal totals of the
/// same parts the one that stands beside them, and no second way to make a total that few digits speak for.
void leave_restated(const std::vector<std::size_t>& originals, std::vector<Law>& sums);

} // namespace tieout::detail

#endif
