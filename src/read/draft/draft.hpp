// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DRAFT_DRAFT_HPP
#define TIEOUT_SRC_READ_DRAFT_DRAFT_HPP

// What was understood of a document, before it becomes a filing: mentions, which are figures with what they are of, and
// statements, which are what the words say must hold between them, in every reading that the words leave. Sentences and
// tables both write drafts; assemble() turns one into a filing. Nothing here is judged: whether a reading holds is for
// the checker alone to say.

#include "read/document/document.hpp"

#include <tieout/facts/form.hpp>
#include <tieout/model/aspects.hpp>
#include <tieout/model/filing.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::detail {

/// A mention of a draft, by its place in Draft::mentions.
using MentionId = std::uint32_t;
inline constexpr MentionId no_mention = 0xFFFF'FFFF;

/// One figure and what it is of.
struct Mention {
    Figure figure{};
    /// What it is of, in the document's words: 基本支出. With a split: the line of it.
    std::string subject{};
    /// Pointer of the item of the model that it is of (/expenditure/basic), or of a figure of the model that has no
    /// phases (/staff/authorised); empty where it is no known part of a filing.
    std::string item{};
    /// Name of the split of that item whose line `subject` is; "projects" of /expenditure/project is its projects.
    std::string split{};
    /// Of a line: the list or table that it stands in. Lists of one item may divide it differently.
    std::uint32_t list = 0;
    /// Class code of the line, if it is one of a classification.
    std::string code{};
    Phase phase = Phase::executed;
    /// What the words, the heading, the frame or the column confine it to: fund, period, body. Empty is unknown, which in
    /// a mention of the model's item is the body that files, in the year that it reports on.
    Aspects of{};
    /// The words leave no doubt that it is this figure of the model: then another value of it is a contradiction.
    bool certain = false;
    /// Which phrase, form, row, column or frame made it so; shown by `read --why`.
    std::string why{};
};

/// A mention with its coefficient.
struct MentionTerm {
    MentionId figure = no_mention;
    Decimal coefficient{1};
};

/// One way to read what the words state.
struct Reading {
    Kind kind = Kind::sum;
    MentionId subject = no_mention;
    std::vector<MentionTerm> first{};
    std::vector<MentionTerm> second{};
    bool open_list = false;
    /// A part is left blank: it adds nothing to a sum that then holds, and what it could be is doubted.
    bool blanks = false;
    Comparison comparison = Comparison::equals;
    Decimal constant{};
};

/// Whole if nothing is left open.
constexpr Evidence evidence_if(bool whole) noexcept { return whole ? Evidence::whole : Evidence::open; }

/// What the words say must hold.
struct Statement {
    /// What is written down as its id, before @ and the name of its first figure: sum, share, growth …
    std::string_view word{};
    /// Every reading that the words leave, the likeliest first.
    std::vector<Reading> readings{};
    /// Whole only if subject, base and scope are named in the clause itself, or given by its heading, frame or column, and
    /// the words say that a list is all there is: then it is broken if no reading holds, else doubted.
    Evidence evidence = Evidence::open;
    bool approximate = false;
    Severity severity = Severity::error;
    std::string context{};
    /// The phrase, form or law that states it.
    std::string why{};
};

/// A mention of a table whose form is known, or a blank cell of it, with all that the form says of it.
struct FormFact {
    /// None for a blank cell.
    MentionId mention = no_mention;
    Aspects of{};
    std::uint32_t table = 0;
    /// It is not known whether its cell is blank: its row prints figures that found no cell.
    bool lost = false;
    /// Its class is told by a name that other things have, too: 其他支出. It is held against nothing outside its table.
    bool by_name = false;
};

/// A table whose form is known.
struct FormTable {
    std::uint32_t number = 0;
    const Form* form = nullptr;
    std::string title{};
    std::string period{};
    std::string body{};
    /// Nothing in it can have been misread.
    bool certified = false;
};

struct Draft {
    std::vector<Mention> mentions{};
    std::vector<Statement> statements{};
    /// Forms beside the built-in ones, which come before these.
    std::span<const Form* const> forms{};
    std::vector<FormFact> form_facts{};
    std::vector<FormTable> form_tables{};
    /// What the frames of tables say whose they are, by the contexts of their figures.
    std::unordered_map<std::string, Frame> frames{};
    /// The phase of figures of which nothing says one: budgets in a document whose title speaks of the budget only.
    Phase phase = Phase::executed;
    /// What goes into the model without being a mention: title, body, year, dates, balance, evaluation, sentences.
    Filing filing{};
    /// Bytes of the source at which figures stand like those of a table of which none was read.
    std::vector<std::uint32_t> unread{};
    /// Tables that have figures, and tables that have none where figures belong.
    std::size_t filled_tables = 0;
    std::size_t blank_tables = 0;

    /// Whether it is a form that nobody filled in: its tables have no figures, and its sentences hardly any.
    [[nodiscard]] bool is_blank() const noexcept {
        return filled_tables == 0 && statements.empty() && mentions.size() < blank_tables;
    }

    /// Room for more mentions, so that those of a long table are laid down without being moved.
    void expect(std::size_t more) {
        if (const std::size_t needed = mentions.size() + more; needed > mentions.capacity())
            mentions.reserve(std::max(needed, 2 * mentions.capacity()));
    }
    MentionId add(Mention mention) {
        mentions.push_back(std::move(mention));
        return static_cast<MentionId>(mentions.size() - 1);
    }
};

/// Reads a table: `number` counts them from 1. Its mentions get the context "table <number>".
void read_table(const Page& page, const Table& table, std::uint32_t number, Draft& draft);

/// States what follows from the facts of the tables whose forms are known.
void state_laws(Draft& draft);

/// Reads a document, block by block in order: sentences itself, tables by read_table.
/// `forms` are those by which its tables are read before the built-in ones.
[[nodiscard]] Draft read_page(const Page& page, std::span<const Form* const> forms = {});

/// The filing of a draft.
[[nodiscard]] Filing assemble(Draft&& draft);

} // namespace tieout::detail

#endif
