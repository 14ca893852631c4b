// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_MENTIONS_HPP
#define TIEOUT_SRC_READ_SENTENCES_MENTIONS_HPP

// What each figure of a paragraph is of: subject, phase, fund, period and body, from the words that name them, the list that
// it stands in, and the headings above it. What nothing names is unknown.

#include "read/sentences/discourse.hpp"
#include "read/sentences/headings.hpp"

namespace tieout::detail {

/// Adds the sentences of a paragraph to what has been mentioned, and their figures to the draft.
void mention_paragraph(const Page& page, const Passage& passage, Headings& headings, Discourse& discourse,
                       Draft& draft);

/// Adds what a table mentioned: the mentions of the draft from `first` on.
void mention_tables(MentionId first, Discourse& discourse, const Draft& draft);

/// What can be said only when all has been read: a body that is the only one is the one that files, and the three public
/// expenses, which are of the general budget by definition, are confined to it only where others stand beside them.
void settle_scopes(Discourse& discourse, Draft& draft);

/// The names that a run of figures has one by one: 交通、水利、市政三个领域分别为. Empty where they are not as many.
[[nodiscard]] std::vector<Label> names_of_run(const Sentence& sentence, const Run& run);

} // namespace tieout::detail

#endif
