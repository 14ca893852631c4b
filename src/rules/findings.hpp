// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_FINDINGS_HPP
#define TIEOUT_SRC_RULES_FINDINGS_HPP

#include <tieout/rules/report.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// What a check is if it is a finding.
[[nodiscard]] std::optional<tieout::Finding::Level> level_of(const ReportView& report,
                                                             const Check& check) noexcept;

/// What ReportView::findings() gives, for who has the names already.
[[nodiscard]] std::vector<tieout::Finding> findings_with(const ReportView& report, const Names& names);

/// The figure of a check that the others lead to, or its first.
[[nodiscard]] const Figure* result_of(const ReportView& report, const Check& check) noexcept;

/// What is told of checks that are impossible together.
inline constexpr std::string_view joint_code = "J01";
inline constexpr Words joint_demand{
    "这些关系各自都没有不符，但不可能同时成立。",
    "None of these relations is broken by itself; all together they cannot hold."};
[[nodiscard]] std::string joint_id(const Joint& joint, const Names& names);

} // namespace tieout::detail

#endif
