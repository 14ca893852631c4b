// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DRAFT_WHY_HPP
#define TIEOUT_SRC_READ_DRAFT_WHY_HPP

#include "read/draft/draft.hpp"

#include <tieout/read/text.hpp>

#include <vector>

namespace tieout::detail {

/// How every mention and statement of a draft came about, in the order of the document: first all mentions, then all
/// statements.
[[nodiscard]] std::vector<Derivation> derivations_of(const Draft& draft);

} // namespace tieout::detail

#endif
