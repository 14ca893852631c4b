// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_GRID_HPP
#define TIEOUT_SRC_READ_TABLES_GRID_HPP

// A table as a grid: which cell covers a place, what sort of thing stands in it, and what the head of a column says of
// the figures beneath it. It knows words and shapes, and nothing of what is done with them.

#include "read/vocabulary/lexicon.hpp"
#include "read/document/document.hpp"

#include <tieout/model/filing.hpp>
#include <tieout/relations/figure.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

enum class CellKind : std::uint8_t {
    blank,
    words,
    number, ///< a number or 无
    mark    ///< —— or /: there is no such figure
};

/// The figure that the cell is, with the unit that it prints itself; blank if it is words.
[[nodiscard]] CellKind kind_of_cell(std::string_view text, Figure& figure);

class Grid {
  public:
    explicit Grid(const Table& table);

    [[nodiscard]] std::uint32_t rows() const noexcept { return table_->rows; }
    [[nodiscard]] std::uint32_t columns() const noexcept { return table_->columns; }
    /// The cell that covers this place; nothing if none does.
    [[nodiscard]] const Cell* cell(std::uint32_t row, std::uint32_t column) const noexcept {
        const std::uint32_t index = index_[std::size_t{row} * columns() + column];
        return index == 0 ? nullptr : &table_->cells[index - 1];
    }
    [[nodiscard]] std::string_view text(std::uint32_t row, std::uint32_t column) const noexcept {
        const Cell* const at = cell(row, column);
        return at == nullptr ? std::string_view() : std::string_view(at->text.text);
    }
    [[nodiscard]] CellKind kind(std::uint32_t row, std::uint32_t column) const noexcept {
        const std::uint32_t index = index_[std::size_t{row} * columns() + column];
        return index == 0 ? CellKind::blank : kinds_[index - 1];
    }
    /// Whether the cell there has its first row and column there.
    [[nodiscard]] bool begins(std::uint32_t row, std::uint32_t column) const noexcept {
        const Cell* const at = cell(row, column);
        return at != nullptr && at->row == row && at->column == column;
    }
    /// Cells that the row prints: fewer than `columns` where plain text has lost which were merged.
    [[nodiscard]] std::uint32_t printed(std::uint32_t row) const noexcept {
        return row < table_->printed.size() ? table_->printed[row] : columns();
    }

  private:
    const Table* table_;
    std::vector<std::uint32_t> index_{};
    std::vector<CellKind> kinds_{};
};

/// A table with what its figures need to know: where they stand and what they are called.
struct Sheet {
    Sheet(const Page& of_page, const Table& of_table, std::uint32_t number);

    const Page& page;
    const Table& table;
    Grid grid;
    /// Its name in places: that of the document, else 表 and its number.
    std::string name{};
    /// What all its figures have in common.
    std::string context{};

    /// The figure of a cell, or of text within it from byte `at` on. A number without unit takes `unit`.
    [[nodiscard]] Figure figure(const Cell& cell, std::string_view text, std::size_t at,
                                const std::optional<Unit>& unit, std::string_view label,
                                std::string_view column) const;
    [[nodiscard]] Figure figure(std::uint32_t row, std::uint32_t column, const std::optional<Unit>& unit,
                                std::string_view label, std::string_view head) const;
};

/// What a column holds.
enum class Role : std::uint8_t {
    words,   ///< names and text
    ordinal, ///< 序号, 行次
    code,    ///< 科目编码
    amount,  ///< amounts and counts, of a phase or of a part
    rate,    ///< 执行率, 使用率
    share,   ///< 占比
    growth,  ///< 增长率
    change,  ///< 增减额
    weight,
    score,
    target,
    comparison, ///< 指标性质
    measure,    ///< 度量单位
    actual,
    tier, ///< 一级指标 …; 绩效指标 and 指标名称 are the lowest
    remark
};

/// The head of a column, or of a row that is one.
struct Head {
    Role role = Role::words;
    /// Of a tier: 1 to 3.
    std::uint8_t tier = 0;
    /// As printed, from the top down, without units.
    std::vector<std::string> path{};
    std::optional<Phase> phase{};
    std::optional<int> year{};
    bool previous = false;
    /// 合计, 小计: it is the total of its neighbours.
    bool total = false;
    /// 其中: its neighbour before it contains it.
    bool within = false;
    /// What its figures are of, if it says more than a phase: 基本支出.
    std::string subject{};
    std::optional<Unit> unit{};
    /// Words that no ordinary text has: a phase, a rate, a weight.
    bool sure = false;

    /// All of `path`, and the funds that it names.
    std::string words{};
    std::string_view scope{};
    /// It stands under a name that is more than a phase: 事业收入, 小计.
    bool grouped = false;
    /// What `subject` is, if it is known; the funds that it names.
    const KnownPart* amount = nullptr;
    const KnownPart* count = nullptr;
    const KnownLine* line = nullptr;
    std::string_view fund{};
};

/// What the texts above a column say, from the top down.
[[nodiscard]] Head head_of(const std::vector<std::string>& path);
/// The head with what its words are known to be: for one that stands over many figures.
[[nodiscard]] Head looked_up(Head head);

/// Takes a unit in brackets, or behind 单位：, off a label: 经费控制情况（万元） → 万元.
[[nodiscard]] std::optional<Unit> take_unit(std::string& label);

/// The first unit that words such as 万元、% name.
[[nodiscard]] std::optional<Unit> unit_in(std::string_view words);

/// A row label without number and 其中.
struct RowLabel {
    std::string name{};
    bool within = false;
    /// How its number is written: 0 none, 1 一、 2 （一） 3 1、 4 （1） 5 ①
    std::uint8_t numbering = 0;
    std::optional<Unit> unit{};
    /// 合计, 小计, 总计; and whether there is nothing else to its name.
    bool total = false;
    bool subtotal = false;
    bool grand = false;
    bool bare = false;
};
[[nodiscard]] RowLabel row_label(std::string_view text);

/// Words such as 合计 that make a label that of a total.
[[nodiscard]] bool is_total(std::string_view label) noexcept;

} // namespace tieout::detail

#endif
