// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_UNITS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_UNITS_HPP

// The words behind a number that are its unit, in sentences, and the words of a frame that are the unit of a table.

#include <cstddef>
#include <optional>
#include <string_view>

#include <tieout/numbers/unit.hpp>

namespace tieout::detail {

struct UnitRead {
    std::optional<Unit> unit{};
    std::size_t length = 0; ///< bytes that it takes
    bool approximate = false;
};

/// The unit at the beginning of `after`. `currency` is the unit of the currency that stands before the number, if one does.
/// Example: "万余元" is 万元, approximately; "个重点" is 个
[[nodiscard]] UnitRead unit_at(std::string_view after, std::string_view currency = {});

/// The word that counts at the beginning of a text; empty if there is none. `score` says whether 分 may be one.
[[nodiscard]] std::string_view counter_at(std::string_view text, bool score);

/// Bytes of the units that a frame names at the beginning of a text: 万元, 元、%, 港币千元, HK$ million. 0 if there are none.
[[nodiscard]] std::size_t unit_list_length(std::string_view text);

/// The first of them.
[[nodiscard]] std::optional<Unit> first_unit(std::string_view units);

/// Whether the first of them is money.
[[nodiscard]] bool begins_with_money_unit(std::string_view units);

/// The unit that words give to all figures behind them: （单位：万元）, （万元）, 以下金额单位均为万元.
[[nodiscard]] std::optional<Unit> unit_of_all(std::string_view words);
/// Whether a number between these words may be an amount of the unit of all: 增长率3.5 and 得分95.5 are none.
[[nodiscard]] bool may_lack_unit(std::string_view before, std::string_view after) noexcept;
/// Whether the words right before a number name an amount: 支出, 人员经费.
[[nodiscard]] bool names_money(std::string_view before) noexcept;

} // namespace tieout::detail

#endif
