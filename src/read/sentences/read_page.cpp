// SPDX-License-Identifier: MIT
//
// Reads a document: first what is mentioned, block by block, then what the words state of it.

#include "read/sentences/front.hpp"
#include "read/sentences/mentions.hpp"
#include "read/sentences/productions.hpp"

#include <algorithm>

namespace tieout::detail {

namespace {

/// The productions of a sentence, in the order in which later ones rest on what earlier ones stated.
using Production = void (*)(const Scene&, Written&);
constexpr Production productions[] = {
    state_lists,    state_juxtaposed,       state_totals,           state_reckonings, state_balances,
    state_shares,   state_movements,        state_changes_of_parts, state_rates,      state_multiples,
    state_remarks,  state_savings,          state_prices,           state_same,       state_points,
    state_scores,   state_stocks,           state_counterparts,     state_english,    state_in_another_unit,
    state_accounts, state_amounts_of_items, state_reserved,         state_series,     state_differences};

/// Lines of several numbers, one below the other, stand like the rows of a table. Where nothing is read of any of them, that
/// is told once.
class LinesOfNumbers {
  public:
    void line(const Passage& passage, bool any_read, Draft& draft) {
        const std::size_t numbers = any_read ? 0 : numbers_in(passage.text);
        if (numbers < 2) return end(draft);
        if (lines_++ == 0) at_ = passage.from.empty() ? 0 : passage.from.front();
        numbers_ += numbers;
    }
    void end(Draft& draft) {
        constexpr std::size_t enough = 4;
        if (lines_ > 0 && numbers_ >= enough) draft.unread.push_back(at_);
        lines_ = 0;
        numbers_ = 0;
    }

  private:
    /// Numbers that stand between spaces; none in a sentence, in which dates and telephones may.
    static std::size_t numbers_in(std::string_view text) {
        constexpr std::size_t longest = 2000;
        if (text.size() > longest || text.find("。") != text.npos) return 0;
        std::size_t numbers = 0;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find(' ', begin), text.size());
            numbers += is_amount(text.substr(begin, end - begin)) ? 1U : 0U;
            begin = end + 1;
        }
        return numbers;
    }

    /// 1,234.56, 98.5%, 100: neither a year, nor the number of a row, nor a code such as 301 and 30101.
    static bool is_amount(std::string_view token) noexcept {
        constexpr std::string_view characters = "0123456789.,-%";
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        if (token.size() < 3 || token.find_first_not_of(characters) != token.npos ||
            std::none_of(token.begin(), token.end(), digit))
            return false;
        const bool whole = std::all_of(token.begin(), token.end(), digit);
        const bool year = whole && token.size() == 4 && (token.starts_with("19") || token.starts_with("20"));
        const bool code = whole && token.size() % 2 == 1 && token.size() <= 7 &&
                          (token.front() == '2' || token.front() == '3');
        return !year && !code;
    }

    std::size_t lines_ = 0;
    std::size_t numbers_ = 0;
    std::uint32_t at_ = 0;
};

/// What tables mention, for the sentences behind them: nobody asks for it where there are none, as in a file of rows and
/// columns.
class TablesBefore {
  public:
    /// A table is about to be read.
    void table(const Draft& draft) {
        if (first_ == no_mention) first_ = static_cast<MentionId>(draft.mentions.size());
    }
    void mention(Discourse& discourse, const Draft& draft) {
        if (first_ != no_mention) mention_tables(first_, discourse, draft);
        first_ = no_mention;
    }

  private:
    MentionId first_ = no_mention;
};

} // namespace

Draft read_page(const Page& page, std::span<const Form* const> forms) {
    Draft draft;
    draft.forms = forms;
    draft.filing.sheets = page.sheets;
    Discourse discourse;
    read_front(page, draft);
    discourse.year = draft.filing.year.value_or(0);
    Headings headings;
    headings.otherwise = draft.phase;
    std::uint32_t tables = 0;
    LinesOfNumbers lost;
    TablesBefore before;
    for (const Block& block : page.blocks) {
        if (block.kind == Block::Kind::table) {
            lost.end(draft);
            before.table(draft);
            read_table(page, block.table, ++tables, draft);
        } else if (!block.text.empty() && !read_date_line(page, block.text, draft)) {
            before.mention(discourse, draft);
            const std::size_t first = draft.mentions.size();
            read_balance(block.text.text, draft);
            mention_paragraph(page, block.text, headings, discourse, draft);
            lost.line(block.text, draft.mentions.size() != first, draft);
        }
    }
    lost.end(draft);
    if (!discourse.sentences.empty()) before.mention(discourse, draft);
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
    state_bases_of_parts(reach, written);
    state_contained(reach, written);
    state_laws(draft);
    return draft;
}

} // namespace tieout::detail
