// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_QUANTITIES_HPP
#define TIEOUT_SRC_READ_VOCABULARY_QUANTITIES_HPP

// What may be done with a quantity, by its name: whether figures of it add up, whether they may be less than nothing, what a
// share is a share of, and whose growth a rate of growth is. Each word is one entry of a table, with an example of it and one
// that looks alike and says something else.

#include <cstdint>
#include <span>
#include <string_view>

namespace tieout::detail {

/// A word of quantities of which no total is the sum of its parts.
struct QuantityWord {
    std::string_view word;
    /// Where in the name it stands: anywhere, at its beginning, or at its end.
    enum class At : std::uint8_t { anywhere, begin, end } at;
    std::string_view example;
    std::string_view not_example;
};
/// 生均经费, 单价, 利率, 指数, 名次: of several the total is their mean, or nothing at all.
[[nodiscard]] std::span<const QuantityWord> measure_words() noexcept;
[[nodiscard]] bool is_measure(std::string_view name) noexcept;
/// 余额, 年末在册人数: over months and years the last is the total.
[[nodiscard]] bool is_stock(std::string_view name) noexcept;
/// The name of a table of nothing but measures: 居民消费价格指数表.
[[nodiscard]] bool is_table_of_measures(std::string_view caption) noexcept;

/// 净支出, 各项结余, 比上年增减: a part may be more than the whole where another is less than nothing.
[[nodiscard]] bool may_be_negative(std::string_view name) noexcept;

/// What a share is a share of, by the head of its column.
struct ShareHead {
    enum class Whole : std::uint8_t {
        total,  ///< the total of the table: 占比, 占总额比重
        named,  ///< what `name` says: 占GDP比重, 药占比
        running ///< 累计占比: of the rows up to this one
    } whole = Whole::total;
    std::string_view name{};
};
[[nodiscard]] ShareHead share_in_head(std::string_view head) noexcept;

/// 全省平均增幅, 年均增长率, 环比增速, 增长目标: growth that is not of the row's own figures in the two years beside it.
[[nodiscard]] bool is_growth_of_another(std::string_view head) noexcept;

/// 压减率, 降幅: what is printed is by how much it is less.
[[nodiscard]] bool is_rate_of_decline(std::string_view head) noexcept;
/// 比上月增减, 较上季度增减: the change from one row of a series to the next.
[[nodiscard]] bool is_step(std::string_view head) noexcept;

/// 节选, 前三名, 部分单位: the table does not show all that its totals are of.
[[nodiscard]] bool is_excerpt(std::string_view caption) noexcept;

/// 注：合计中含未分配资金50万元, 除上表所列乡镇外，其余6个乡镇共安排50万元: words beside a table say that its totals are of more, or of less,
/// than its rows.
[[nodiscard]] bool tells_of_totals(std::string_view note) noexcept;

/// 注：…: a note that says something else than what it always says: what a form shows, where data come from, that nothing is in
/// it, how it was rounded.
[[nodiscard]] bool is_note_on_figures(std::string_view note) noexcept;

/// 增长率按同口径计算: words tell how rates, shares or means of a table were reckoned.
[[nodiscard]] bool tells_of_rates(std::string_view note) noexcept;

/// 丙工程（已含在乙工程中）, 另：监理费, #监理费: a row that is beside what its total adds up.
[[nodiscard]] bool is_beside_total(std::string_view label) noexcept;

/// 比上年增减%, 增长率, 增减额: the head of a column says that it compares two others, and nothing else. 增幅排名, 上年增幅, 税收增幅 and
/// 同口径增减额 do.
[[nodiscard]] bool compares_plainly(std::string_view head) noexcept;

/// 服务人数, 涉及企业: people or bodies, who may be counted in several months and once in the year.
[[nodiscard]] bool is_counted_once(std::string_view head) noexcept;

/// 参会单位数, 供应商数, 品目数: what is counted may be the same in several rows.
[[nodiscard]] bool may_overlap(std::string_view head) noexcept;

/// 承前页, 过次页: a row stands for rows of another page.
[[nodiscard]] bool is_carried_from_page(std::string_view label) noexcept;
/// ……, 略: a row in the place of those that are left out.
[[nodiscard]] bool is_ellipsis(std::string_view label) noexcept;

/// What a total is of, its words for a total and for the year taken off: 本年收入合计 → 收入; empty for 合计.
[[nodiscard]] std::string_view whole_in_total(std::string_view label) noexcept;
/// Whether by their names one total may be part of another: 税收收入合计 of 收入合计, 负债合计 of 负债和净资产总计; never
/// 收入合计 of 支出合计.
[[nodiscard]] bool may_be_part_of_total(std::string_view part, std::string_view whole) noexcept;

} // namespace tieout::detail

#endif
