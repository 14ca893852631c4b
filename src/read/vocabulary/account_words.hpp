// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_ACCOUNT_WORDS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_ACCOUNT_WORDS_HPP

// What words make of an amount in an account: what there was, what came, what went, what is left.
//
//     上年结转结余 → opening     本年收入 → comes     偿还债务 → goes     年末余额 → closing

#include <cstdint>
#include <string_view>

namespace tieout::detail {

enum class Step : std::uint8_t { unsaid, opening, comes, goes, closing };

/// The step that the words before an amount say; unsaid if they say no step, or two.
[[nodiscard]] Step step_of(std::string_view words) noexcept;

/// Whether words say no more than that something was left: 结余, 余额. They close an account that was opened.
[[nodiscard]] bool is_bare_rest(std::string_view words) noexcept;

/// Whether words may as well tell by how much the amount before them changed: 增加, 减少.
[[nodiscard]] bool may_be_change(std::string_view words) noexcept;

} // namespace tieout::detail

#endif
