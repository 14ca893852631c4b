// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_EVIDENCE_HPP
#define TIEOUT_SRC_READ_SENTENCES_EVIDENCE_HPP

// When what a sentence states is beyond doubt, so that it may be called broken. A production knows whether its own words bind
// subject, base and whole; here is what all of them have in common: that nothing else in the sentence could be meant.

#include "read/sentences/productions.hpp"

namespace tieout::detail {

/// Whether nothing around the statement leaves open which figures it is of. Only asked of what its own words bind.
[[nodiscard]] bool is_beyond_doubt(Written& written, const Scene& scene, const Statement& statement);

/// Whether the clauses between the figures of the statement consist of words that are known to say what it says: 比前三年平均水平增长
/// and 四季度增长 do not. Other statements than those of changes, shares, rates and prices are not asked.
[[nodiscard]] bool clauses_are_plain(const Scene& scene, const Statement& statement);

/// Whether the words around a list name nothing that it leaves out: 由建安工程费70万元、设备费20万元及预备费组成.
[[nodiscard]] bool tells_all_parts(const Scene& scene, const Statement& statement);

/// Whether the figures of a change, an average or a total are told together: nothing that it could be of as well stands between
/// them, and what it was before is of an earlier time.
[[nodiscard]] bool is_told_together(const Scene& scene, const Statement& statement);

/// Whether it is an asset of the body that reports, and the only amount of that name: what a body owns is told once, so that its
/// name finds it from any paragraph.
[[nodiscard]] bool is_only_asset(const Draft& draft, MentionId mention);

} // namespace tieout::detail

#endif
