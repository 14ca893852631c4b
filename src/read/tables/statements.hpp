// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_STATEMENTS_HPP
#define TIEOUT_SRC_READ_TABLES_STATEMENTS_HPP

// What the words of a block state of its figures. Each function looks at one sort of word; none looks at what the figures
// are. A statement is whole only in a certified block, where the words say that a list is all there is and no cell of it is
// blank.

#include "read/draft/draft.hpp"
#include "read/tables/aspects.hpp"
#include "read/tables/rows.hpp"

#include <string_view>
#include <vector>

namespace tieout::detail {

/// Figures that are added up, whether a cell among them prints nothing, and whether one is known to be missing among them.
struct Parts {
    std::vector<MentionTerm> terms{};
    bool blank = false;
    bool missing = false;
    /// Figures of its rows that may stand here, or elsewhere in their row.
    std::vector<MentionId> loose{};

    void add(const Row& row, std::size_t column, Decimal coefficient = Decimal{1});
    void add(const Parts& others);
};

/// Where statements of a block go, and what they rest on.
struct Writer {
    const Sheet& sheet;
    const TableScope& scope;
    const RowBlock& block;
    Draft& draft;

    [[nodiscard]] const Figure& figure(MentionId id) const { return draft.mentions[id].figure; }
    [[nodiscard]] bool is_amount(MentionId id) const;
    [[nodiscard]] bool one_dimension(MentionId total, const Parts& parts) const;

    /// total = parts, in one of these ways. `more` if the list may go on where it cannot be seen.
    void sum(MentionId total, std::vector<Parts> readings, bool whole, std::string_view why,
             bool more = false) const;
    void at_most(MentionId lesser, MentionId greater, bool whole, std::string_view why) const;
    /// Both are the same number.
    void equal(MentionId one, MentionId other, bool whole, std::string_view why) const;
    void state(Statement statement, std::string_view why) const;
};

/// Whether rows are added up in a column.
[[nodiscard]] bool is_added(const Head& head) noexcept;

/// 合计 | 基本支出 | 项目支出: columns that are the total of their neighbours.
void state_column_sums(const Writer& writer);
/// Classes under a class, lists under what they make up, parts under 其中.
void state_tree_sums(const Writer& writer);
/// 合计, 小计, 总计 over or under their rows.
void state_total_rows(const Writer& writer);
/// 执行率, 增减额, 增长率, 占比, 年末数, 累计, and what a formula in the heads says.
void state_derived_columns(const Writer& writer);
/// 金额 = 数量 × 单价, 三年平均, 比上月增减.
void state_quantity_columns(const Writer& writer);
/// 占比, 占总额比重, 占财政收入比重.
void state_shares(const Writer& writer);
/// 增减, 增长率, 月均, 结余 as rows, and 减：.
void state_derived_rows(const Writer& writer);
/// 收入 and 支出 beside each other end in the same total. Of 总计 a form that is known says it itself.
void state_sides(const Writer& income, const Writer& spending, bool formed);

/// Whether the items are all parts that the item of the model can have: 购置费 and 运行维护费.
[[nodiscard]] bool make_known_whole(std::string_view whole, const std::vector<std::string_view>& parts);

/// 人员经费合计 and 公用经费合计 add classes wherever the form has put them, also in other blocks of the table.
struct ClassTotals {
    struct Class {
        MentionId figure;
        bool personnel;
    };
    std::vector<Class> totals{};
    std::vector<Class> classes{};
    bool certified = true;

    /// Takes what the block has of them.
    void collect(const RowBlock& block);
    void state(const Sheet& sheet, Draft& draft) const;
};

} // namespace tieout::detail

#endif
