// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DRAFT_DRAFT_HPP
#define TIEOUT_SRC_READ_DRAFT_DRAFT_HPP

// What was understood of a page, before it becomes a filing: figures with what they are of, and the relations between
// them that the words state. Prose and tables both write drafts; assemble() turns one into a filing.

#include "read/document/document.hpp"

#include <tieout/model/filing.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// A figure of a draft, by its place in Draft::levels.
using LevelId = std::uint32_t;
inline constexpr LevelId no_level = 0xFFFF'FFFF;

/// One figure and what it is of.
struct Level {
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
    /// The funds that the words confine it to (一般公共预算, 政府性基金 …); empty for the body as a whole.
    std::string scope{};
    /// The words leave no doubt that it is this figure of the model: then another value of it is a contradiction.
    bool certain = false;
};

struct DraftTerm {
    LevelId figure = no_level;
    Decimal coefficient{1};
};

/// One way to read what the words state.
struct DraftReading {
    Kind kind = Kind::sum;
    LevelId subject = no_level;
    std::vector<DraftTerm> first{};
    std::vector<DraftTerm> second{};
    bool open_list = false;
    Comparison comparison = Comparison::equals;
    Decimal constant{};
};

struct DraftRelation {
    /// What is written down as its id, before @ and the name of its first figure: sum, share, growth …
    std::string_view word{};
    /// More than one: the readings that the words leave.
    std::vector<DraftReading> readings{};
    /// The words leave no other reading.
    bool closed = true;
    bool approximate = false;
    Severity severity = Severity::error;
    std::string context{};
};

struct Draft {
    std::vector<Level> levels{};
    std::vector<DraftRelation> relations{};
    /// What goes into the model without being a level: title, body, year, dates, balance, evaluation, sentences.
    Filing filing{};

    LevelId add(Level level) {
        levels.push_back(std::move(level));
        return static_cast<LevelId>(levels.size() - 1);
    }
};

/// Reads the tables of a page: `number` counts them from 1. Levels get the context "table <number>".
void read_table(const Page& page, const Table& table, std::uint32_t number, Draft& draft);

/// Reads the prose of a page, block by block in order; tables are read by read_table.
[[nodiscard]] Draft read_page(const Page& page);

/// The filing of a draft.
[[nodiscard]] Filing assemble(Draft&& draft);

} // namespace tieout::detail

#endif
