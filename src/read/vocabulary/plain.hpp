// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_PLAIN_HPP
#define TIEOUT_SRC_READ_VOCABULARY_PLAIN_HPP

// The words of which clauses consist that say one thing of an amount: 比上年决算数增长. A clause with any other word may say
// something else: 比前三年平均水平增长, 四季度增长, 人均财政补助.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// What a clause says of an amount.
enum class Says : std::uint8_t {
    change,
    share,
    completion,
    saving,
    average,
    product,
    rate,
    account,
    compared,
    total
};

/// Whether the words of a clause are all known to say this, names aside. They hold no mark that ends a clause.
[[nodiscard]] bool is_plain(std::string_view words, Says what, std::span<const std::string_view> names);

/// The clauses of words, as marks divide them; the last is what stands behind the last mark.
[[nodiscard]] std::vector<std::string_view> clauses_of(std::string_view words);

/// Whether a clause names what the amounts before it do not make up: 其余为丙类, 其他为补助.
[[nodiscard]] bool names_the_rest(std::string_view words) noexcept;

/// Whether words say that figures are not what they seem: 均按可比口径计算, 不含未到期件.
[[nodiscard]] bool qualifies(std::string_view words) noexcept;

/// Whether words name an amount of each of something, of which a count makes an amount: 每人每天100元, 单价20元, 月租1万元.
[[nodiscard]] bool is_of_each(std::string_view words) noexcept;

/// The same of words that often name a mean or a price, and else name an amount: 人均办公面积, 定额, 票价.
[[nodiscard]] bool may_be_of_each(std::string_view words) noexcept;

/// 增收30%, 减支5万元: income or expenditure has changed, whatever the amount before is of.
[[nodiscard]] bool says_another_changed(std::string_view words) noexcept;

/// Whether a clause tells why, and nothing else: 主要是人员增加.
[[nodiscard]] bool is_reason(std::string_view words) noexcept;

} // namespace tieout::detail

#endif
