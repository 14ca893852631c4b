// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_HEADS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_HEADS_HPP

// The words of tables: what the head of a column says that it holds, and what the label of a row says that it is. Each
// word is one entry of a table, with an example of it and one that looks alike and says something else.

#include <cstdint>
#include <span>
#include <string_view>

namespace tieout::detail {

/// What a column holds.
enum class HeadRole : std::uint8_t {
    words,   ///< names and text
    ordinal, ///< 序号, 行次
    code,    ///< 科目编码, 类, 款, 项
    period,  ///< 年度, 月份: what each row is of
    date,    ///< 完成日期
    amount,  ///< amounts and counts, of a phase or of a part
    running, ///< 累计支出 beside 当月支出
    average, ///< 人均, 月均
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

/// A word of heads that are no amounts.
struct HeadWord {
    HeadRole role;
    std::string_view word;
    /// Of a tier: 1 to 3.
    std::uint8_t tier;
    /// Nobody writes it but in the head of a column.
    bool sure;
    /// A head that is one of these, and one that only looks like it.
    std::string_view example;
    std::string_view not_example;
};
/// In the order in which they are looked for.
[[nodiscard]] std::span<const HeadWord> head_words() noexcept;
/// The first word that the head holds; nothing if none does.
[[nodiscard]] const HeadWord* head_word_in(std::string_view head) noexcept;

/// Whether the head is one of columns of names: 项目, 科目名称, 单位.
[[nodiscard]] bool names_rows(std::string_view head) noexcept;
/// Whether each row under the head is one of a kind that the head names, so that its names need not be known: 项目名称,
/// 单位名称, 地区.
[[nodiscard]] bool is_axis_of_names(std::string_view head) noexcept;

/// Whether a rate under the head is of the budget, whichever the table has: 完成预算的%, 完成率.
[[nodiscard]] bool is_rate_of_budget(std::string_view head) noexcept;

/// What a row is, by its label.
enum class RowWord : std::uint8_t {
    none,
    total,    ///< 合计
    subtotal, ///< 小计
    grand,    ///< 总计
    average,  ///< 月均, 平均
    change,   ///< 增减额
    growth,   ///< 增长率
    rate,     ///< 执行率
    share,    ///< 占比
    balance,  ///< 结余, 盈余
    carried   ///< 过次页, 承前页: what the rows of a page add up to, printed again on the next
};
struct LabelWord {
    RowWord is;
    std::string_view word;
    /// Where in the label it stands: all of it, at either end, or at its end.
    enum class At : std::uint8_t { whole, either, end } at;
    std::string_view example;
    std::string_view not_example;
};
[[nodiscard]] std::span<const LabelWord> label_words() noexcept;
[[nodiscard]] RowWord row_word_of(std::string_view label) noexcept;

/// Whether the label is nothing but a word for a total: 合计.
[[nodiscard]] bool is_bare_total(std::string_view label) noexcept;

} // namespace tieout::detail

#endif
