// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_LABELS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_LABELS_HPP

// What the words before a figure say that it is of: a subject, a phase, a period, a fund, a body. What they do not say is
// empty.
//
//     2020年度一般公共预算财政拨款基本支出年初预算   →   基本支出, initial, 2020, general

#include <tieout/model/item.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tieout::detail {

/// What a name says.
struct Label {
    /// Whose words they are, without phase, period and verbs, with the fund: 财政拨款基本支出.
    std::string subject{};
    /// The same without fund and body: 基本支出.
    std::string core{};
    /// By what subjects are compared: the pointer of a known part, else the core.
    std::string key{};
    std::optional<Phase> phase{};
    std::optional<int> year{};
    /// Of the year before the one that is spoken of: 上年.
    bool previous = false;
    /// A part of a year: H1, Q2, 01/05.
    std::string part_of_year{};
    /// Key of the fund, or its printed name.
    std::string fund{};
    /// The body, by its printed name, where the words say one.
    std::string body{};
    /// 合计, 共计: all of what is spoken of.
    bool total = false;
    /// Names nothing of its own: 总额, 决算数, 全年.
    bool generic = false;
    /// Tells what something led to or came from, beside the account: 增加工资支出, 用于设备购置.
    bool aside = false;
    /// Income or expenditure is all that it says: 收入, 支出.
    bool side = false;
};

[[nodiscard]] Label label_of(std::string_view words);

/// The fund that words confine their figures to: its key, or nothing.
[[nodiscard]] std::string_view fund_in(std::string_view words) noexcept;

/// Whether a heading is nothing but the name of a body: 二、下属中心.
[[nodiscard]] bool is_body(std::string_view words) noexcept;

/// The words of a body at the beginning of a name, or nothing: 局机关, 全市.
[[nodiscard]] std::string_view body_at(std::string_view words) noexcept;

/// The part of a year that words name, or nothing; `length` is of its words, `at` where they stand.
[[nodiscard]] std::string part_of_year_in(std::string_view words, std::size_t& at, std::size_t& length);

/// 增加, 下降: −1 less, +1 more, 0 neither, of words that begin so.
[[nodiscard]] int direction_at(std::string_view words) noexcept;

/// 新增绿地, 新增企业: whether words name what is counted as having come.
[[nodiscard]] bool is_newly_counted(std::string_view words) noexcept;

/// Whether amounts of it may be below zero, so that a part may be more than the whole: 结余, 净利润.
[[nodiscard]] bool is_balance(std::string_view subject) noexcept;

} // namespace tieout::detail

#endif
