// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_TABLE_CLAIMED_HPP
#define TIEOUT_SRC_RULES_TABLE_CLAIMED_HPP

// What a document claims of its items, each with what it names as its base; where it names none, every base in reach is
// tried.

#include <tieout/relations/relation.hpp>
#include <tieout/rules/rule.hpp>

namespace tieout {

/// Shares of items.
void state_shares(const RuleSubject& s, Relations& r);
/// Changes and growth of items.
void state_changes(const RuleSubject& s, Relations& r);
/// A rate of an item, or of the filing where that is null.
void state_rate(const RuleSubject& s, Relations& r, const Rate& rate, const ItemRef* ref);
/// More, less or equal: to the year before, or to any other phase.
void state_comparatives(const RuleSubject& s, Relations& r, bool with_prior);

} // namespace tieout

#endif
