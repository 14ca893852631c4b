// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_ROWS_HPP
#define TIEOUT_SRC_READ_TABLES_ROWS_HPP

// The rows of a block: labels, codes, what each row is known to be, and which row contains which, by class codes, by the
// known parts of a filing, by 其中, numbers and indent.

#include "read/draft/draft.hpp"
#include "read/tables/regions.hpp"
#include "read/tables/scope.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

inline constexpr std::size_t no_row = static_cast<std::size_t>(-1);

/// One row of a block.
struct Row {
    std::uint32_t at = 0;
    /// Which of the block's sets of columns it stands in.
    std::uint32_t part = 0;
    RowLabel label{};
    std::string code{};
    std::uint32_t indent = 0;
    /// Pointer of the known part that it names.
    std::string item{};
    std::optional<Phase> phase{};
    const KnownLine* known = nullptr;
    /// The known part that it counts, if it counts one.
    const KnownPart* counted = nullptr;
    std::size_t parent = no_row;
    bool has_children = false;
    /// It prints no figure and no mark: it names what follows.
    bool heading = false;
    /// Figures of it stand under no head: its blank cells may be theirs.
    bool scattered = false;
    /// Those figures.
    std::vector<MentionId> loose_figures{};
    /// It follows rows under 其中 without a mark of its own: it may belong to them, or stand beside what contains them.
    bool loose = false;
    /// Among its known parts stands one that is not: 基本支出 = 人员经费 + 公用经费 + 资本性支出.
    bool has_more = false;
    /// Figures by the block's columns; no_mention where there is no number.
    std::vector<MentionId> figures{};
    /// Cells by the block's columns that print nothing at all, so that any amount may be missing there.
    std::vector<bool> blank{};

    /// Whether it is clear what its figures are of: it has a code, or is a known term.
    [[nodiscard]] bool is_known() const noexcept {
        return !code.empty() || !item.empty() || known != nullptr || counted != nullptr || label.total ||
               label.derived();
    }
};

/// Labels with their figures, row by row.
struct RowBlock {
    /// Its columns; several sets of them where a long list goes on beside itself.
    std::vector<BlockColumns> parts{};
    /// Heads of the columns of figures.
    std::vector<Head> heads{};
    std::vector<Row> rows{};
    /// 收入 or 支出, where the block is that half of a table.
    std::string_view side{};
    /// Its rows are projects.
    bool projects = false;
    /// Its rows are of one kind that their head names: units, projects, years.
    bool axis_of_names = false;
    /// Its table or the rows under it are of less than their totals are: 节选, 前三名, ……
    bool excerpt = false;
    /// A note, or the name of a row, says that not all rows are added up, or more than they are.
    bool noted = false;
    /// Its rows are months or years, one after the other.
    bool over_time = false;
    /// No row was found whose place in the tree is open.
    bool flat = true;
    /// Heads and rows fit: relations may be stated.
    bool fits = true;
    /// Its cells are where the document says that they are, and every number found its own.
    bool placed = true;
    /// And every label with figures is known: its lists are what they seem.
    bool certified = true;
    /// Why it is not.
    std::vector<std::string_view> why_not{};

    [[nodiscard]] std::uint32_t column_of(const Row& row, std::size_t k) const noexcept {
        return parts[row.part].figures[k];
    }
};

/// The rows of the blocks of a section, with their labels, codes and places in the tree. They have no figures yet. Blocks
/// side by side that are one list of codes are one block.
[[nodiscard]] std::vector<RowBlock> rows_of(const Sheet& sheet, const Section& section,
                                            const TableScope& scope);

/// What the block as a whole says of whether its figures add up: over months 余额 does not, under the name of an index
/// nothing does that has no name of its own, and in an excerpt what is shown is not all.
void find_what_adds_up(const TableScope& scope, RowBlock& block);

/// A block that no head says to be of income or of expenditure is the side of what it adds up to.
void find_side(RowBlock& block);
/// 合计 is the total of what the table is of.
void find_subject_of_totals(RowBlock& block);

/// A code of a class, a section or an item: 201, 20103, 2010301, 30101.
[[nodiscard]] bool is_class_code(std::string_view text) noexcept;
/// function or economic.
[[nodiscard]] std::string_view split_of_code(std::string_view code) noexcept;
/// A four-digit number of this century.
[[nodiscard]] bool is_year(std::string_view text) noexcept;
/// Whether one item of the model is part of another.
[[nodiscard]] bool is_part_of(std::string_view part, std::string_view whole) noexcept;

} // namespace tieout::detail

#endif
