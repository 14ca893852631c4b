// SPDX-License-Identifier: MIT
//
// Reads a document: first what is mentioned, block by block, then what the words state of it.

#include "read/sentences/front.hpp"
#include "read/sentences/mentions.hpp"
#include "read/sentences/productions.hpp"

namespace tieout::detail {

namespace {

/// The productions of a sentence, in the order in which later ones rest on what earlier ones stated.
using Production = void (*)(const Scene&, Written&);
constexpr Production productions[] = {
    state_lists,     state_juxtaposed,       state_totals, state_reckonings, state_balances, state_shares,
    state_movements, state_changes_of_parts, state_rates,  state_remarks,    state_savings,  state_prices,
    state_same,      state_points,           state_scores, state_accounts};

} // namespace

Draft read_page(const Page& page, std::span<const Form* const> forms) {
    Draft draft;
    draft.forms = forms;
    Discourse discourse;
    read_front(page, draft);
    discourse.year = draft.filing.year.value_or(0);
    Headings headings;
    headings.otherwise = draft.phase;
    std::uint32_t tables = 0;
    for (const Block& block : page.blocks) {
        if (block.kind == Block::Kind::table) {
            const auto first = static_cast<MentionId>(draft.mentions.size());
            read_table(page, block.table, ++tables, draft);
            mention_table(first, discourse, draft);
        } else if (!block.text.empty() && !read_date_line(page, block.text, draft)) {
            read_balance(block.text.text, draft);
            mention_paragraph(page, block.text, headings, discourse, draft);
        }
    }
    name_body(draft);
    settle_scopes(discourse, draft);

    Written written{draft};
    const Reach reach{discourse, draft};
    // Items that are divided over several paragraphs, then what each sentence says.
    std::vector<bool> heads(discourse.passages.size());
    for (const ReadPassage& passage : discourse.passages)
        if (passage.head != none) heads[passage.head] = true;
    for (std::uint32_t p = 0; p < discourse.passages.size(); ++p) {
        if (heads[p]) state_items(reach, p, written);
        for (std::uint32_t s = discourse.passages[p].first_sentence; s < discourse.passages[p].last_sentence;
             ++s)
            for (const Production production : productions)
                production({reach, discourse.sentences[s]}, written);
    }
    state_wholes(reach, written);
    state_laws(draft);
    return draft;
}

} // namespace tieout::detail
