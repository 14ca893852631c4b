// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_TABLE_TABLES_HPP
#define TIEOUT_SRC_RULES_TABLE_TABLES_HPP

// The rules by subject, each file one table in the order of the codes, and what several of them share. A rule compares
// only what the filing says is of the same: of the same fund, body, period, phase and kind. Where it says so of one side
// only, the rule states nothing.

#include "rules/statement.hpp"

#include <tieout/model/filing.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/rules/rule.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace tieout {

[[nodiscard]] std::span<const Rule> rules_of_accounts() noexcept;
[[nodiscard]] std::span<const Rule> rules_of_expenditure() noexcept;
[[nodiscard]] std::span<const Rule> rules_of_three_public() noexcept;
[[nodiscard]] std::span<const Rule> rules_of_procurement() noexcept;
[[nodiscard]] std::span<const Rule> rules_of_evaluation() noexcept;
[[nodiscard]] std::span<const Rule> rules_of_assets() noexcept;
[[nodiscard]] std::span<const Rule> rules_of_claims() noexcept;
[[nodiscard]] std::span<const Rule> rules_of_presence() noexcept;

namespace clauses {

inline constexpr Clause accounts_form{"财决01 收入支出决算总表 审核公式"};
inline constexpr Clause income_form{"收入决算表 审核公式"};
inline constexpr Clause expenditure_form{"支出决算表 审核公式"};
inline constexpr Clause fiscal_form{"财政拨款收入支出决算总表 审核公式"};
inline constexpr Clause basic_form{"一般公共预算财政拨款基本支出决算表 审核公式"};
inline constexpr Clause three_public_form{"财政拨款“三公”经费支出决算表 审核公式"};
inline constexpr Clause evaluation_form{"财预〔2020〕10号 项目支出绩效评价管理办法, 自评表", true};
inline constexpr Clause balance_sheet{"政府会计制度 资产负债表", true};
inline constexpr Clause operating_definition{"部门决算名词解释: 机关运行经费", true};
inline constexpr Clause procurement_form{"部门决算公开: 政府采购支出", true};
inline constexpr Clause disclosure{"预决算公开操作规程", true};
inline constexpr Clause framework{"财预〔2013〕53号 绩效评价共性指标体系框架", true};
inline constexpr Clause arithmetic{"列报数据的算术关系"};

} // namespace clauses

using Subject = const RuleSubject&;

/// States the splits that are chosen by chosen(item, split).
template <class Chosen>
void each_split(Subject s, Relations& r, Chosen chosen) {
    for (const ItemRef& ref : s.items)
        for (const Split& split : ref.item->splits)
            if (chosen(*ref.item, split)) state_split(r, *ref.item, split);
}

/// The phases of what is budgeted and spent.
inline constexpr std::array budget_phases{Phase::prior, Phase::initial, Phase::adjusted, Phase::executed};

/// Whether one statement at least leaves no doubt of what it is of.
[[nodiscard]] inline bool surely_known(const Stated& figure) noexcept {
    const auto statements = figure.statements();
    return std::any_of(statements.begin(), statements.end(), [](const Figure& statement) {
        return statement.known() && statement.evidence == Evidence::whole;
    });
}

} // namespace tieout

#endif
