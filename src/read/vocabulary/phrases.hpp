// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_PHRASES_HPP
#define TIEOUT_SRC_READ_VOCABULARY_PHRASES_HPP

// What the words around a figure make of it: a share of something, a change, a rate, or an amount of its own. The
// phrases are one table; a new phrase is one entry in it, with sentences that are its tests: what is understood of one,
// and what must not be understood of others that look alike.

#include "read/vocabulary/numerals.hpp"

#include <tieout/relations/relation.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tieout::detail {

/// What a figure does in its sentence.
enum class Task : std::uint8_t {
    level,       ///< an amount or a count of its own
    share,       ///< 占…的 p%
    growth,      ///< 增长 p%
    change,      ///< 增加 d
    base,        ///< 比去年同期 289户: the level that a change starts from
    from,        ///< 由 10辆 减少为 8辆
    to,          ///< 减少为 8辆: where a change leads to
    inside,      ///< 占年初预算 5000万元 的 43%: what a share or a rate is of, inside its words
    completion,  ///< 完成预算的 p%
    rate,        ///< 办结率 p%
    multiple,    ///< 为上年的 1.4倍
    points,      ///< 提高 k 个百分点
    saving,      ///< 节约资金 d
    saving_rate, ///< 节约率 p%
    price,       ///< 单价 48元: of one piece
    average,     ///< 人均 150元
    balance,     ///< 收支相抵，结余 d
    added,       ///< 加上 d
    taken,       ///< 减去 d
    result,      ///< 调整后为 d: what adding and taking leads to
    total,       ///< 合计 d: of what stands before it
    score,       ///< 得 9.6分
    full_score,  ///< 产出指标（40分）, 满分100分
    deducted,    ///< 扣 2分
    same,        ///< 折合 d, 即 d: the figure before it in another unit
    aside        ///< 增加工资支出 5万元: enters nothing
};

/// Sorts of figures that a phrase speaks of, as bits.
enum SortBits : unsigned {
    of_percent = 1U << static_cast<unsigned>(Sort::percent),
    of_points = 1U << static_cast<unsigned>(Sort::points),
    of_amount = 1U << static_cast<unsigned>(Sort::amount),
    of_count = 1U << static_cast<unsigned>(Sort::count),
    of_score = 1U << static_cast<unsigned>(Sort::score),
    of_price = 1U << static_cast<unsigned>(Sort::price),
    of_times = 1U << static_cast<unsigned>(Sort::times),
    of_quantity = of_amount | of_count | 1U << static_cast<unsigned>(Sort::plain)
};

/// A sentence that looks alike and says something else: what must not be understood of it. Nothing at all, if empty.
struct NotExample {
    std::string_view sentence{};
    std::string_view not_understood{};
};

/// Characters without which words cannot hold: of each set one is there, before the figure, or behind it where the set
/// begins with #. Most words beside figures lack them, so that no pattern has to be looked for.
using Needs = std::array<std::string_view, 2>;

struct Phrase {
    std::string_view code; ///< of the pattern in the knowledge of the field: G04
    Task task;
    unsigned sorts;
    Needs needs;
    /// RE2 over the words before the figure, # in its place, and a few words behind it. Groups: whole, base, budget,
    /// name, subject capture what the words name; fall is there if they say that it became less, either if both.
    std::string_view words;
    /// A sentence, and what is understood of it as the test writes it down.
    std::string_view example;
    std::string_view understood;
    std::array<NotExample, 3> not_examples{};
};
[[nodiscard]] std::span<const Phrase> phrases() noexcept;

/// Words without a figure that compare the amount before them with its budget, or with the year before.
struct Remark {
    std::string_view code;
    Comparison comparison;
    bool with_budget;
    Needs needs;
    /// RE2 over the words between two figures; the group budget captures which budget.
    std::string_view words;
    std::string_view example;
    std::string_view understood;
    std::array<NotExample, 3> not_examples{};
    /// 基本持平: what is not equal is not told to be.
    bool approximate = false;
};
[[nodiscard]] std::span<const Remark> remarks() noexcept;
/// A remark that words hold, and the words for the budget.
struct RemarkMatch {
    const Remark* remark = nullptr;
    std::string_view budget{};
};
/// As many as the table has.
inline constexpr std::size_t remarks_max = 5;
/// Of every remark in the table the first place where the words hold it.
[[nodiscard]] std::array<RemarkMatch, remarks_max> match_remarks(std::string_view words);

/// Rates of execution, which are over the budget of what is spoken of, by name.
inline constexpr std::array<std::string_view, 9> execution_rates{"支付进度",   "预算执行率",   "执行率",
                                                                 "支出进度",   "资金使用率",   "预算完成率",
                                                                 "资金执行率", "预算执行进度", "执行进度"};

/// The phrase that holds, and what it captured; views of the text given.
struct PhraseMatch {
    const Phrase* phrase = nullptr;
    std::string_view whole{};
    std::string_view base{};
    std::string_view budget{};
    std::string_view name{};
    std::string_view subject{};
    /// What stands before the phrase in the text given.
    std::string_view before{};
    bool fall = false;
    /// Both are printed: 增加（减少）.
    bool either = false;
    bool has_base = false;
};
/// `around` is the words before the figure since the one before it, #, and the words behind.
[[nodiscard]] PhraseMatch match_phrase(Sort sort, std::string_view around);

} // namespace tieout::detail

#endif
