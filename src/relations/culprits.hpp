// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_CULPRITS_HPP
#define TIEOUT_SRC_RELATIONS_CULPRITS_HPP

#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <vector>

namespace tieout::detail {

/// The figures behind the reason for which a check is undecided.
[[nodiscard]] std::vector<const Figure*> culprits_of(const Relations& relations, const Check& check);

} // namespace tieout::detail

#endif
