// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_MEMBERS_HPP
#define TIEOUT_SRC_READ_SENTENCES_MEMBERS_HPP

// Which member of the model a figure of a sentence is.

#include "read/sentences/discourse.hpp"
#include "read/sentences/headings.hpp"

namespace tieout::detail {

/// Gives a level the item, split and fund that its name, the total that it is part of and the headings say; `beside_total` if the paragraph states a total of the whole body before.
void place_in_model(const Headings& headings, Draft& draft, Discourse& discourse, SaidId total,
                    const Label& label, bool amount, bool beside_total, Said& said, Mention& mention,
                    bool& phase_stated);

/// Whether a score is that of the body as a whole: 部门整体支出自评得分97分.
[[nodiscard]] bool is_evaluation(const Headings& headings, const Sentence& sentence, std::size_t spot);
/// The grade that stands behind such a score.
void mention_score(const Headings& headings, const Sentence& sentence, std::size_t spot, Draft& draft);

} // namespace tieout::detail

#endif
