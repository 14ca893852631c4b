// SPDX-License-Identifier: MIT
#include "findings.hpp"

#include <tieout/model/place.hpp>

#include <algorithm>
#include <array>

namespace tieout {

std::optional<Finding::Level> detail::level_of(const ReportView& report, const Check& check) noexcept {
    if (check.outcome == Outcome::broken) {
        // In the order of Severity.
        constexpr std::array levels{Finding::Level::error, Finding::Level::warning, Finding::Level::info};
        return levels[static_cast<std::size_t>(report.relation_of(check).severity)];
    }
    if (is_doubted(check)) return Finding::Level::doubted;
    return std::nullopt;
}

const Figure* detail::result_of(const ReportView& report, const Check& check) noexcept {
    const auto operands = report.relations.operands(report.relation_of(check));
    const auto leads = [](const Operand& operand) {
        return operand.role == Role::total || operand.role == Role::quotient ||
               operand.role == Role::product || operand.role == Role::average;
    };
    const auto found = std::find_if(operands.begin(), operands.end(), leads);
    if (found != operands.end()) return found->figure;
    return operands.empty() ? nullptr : operands.front().figure;
}

std::string detail::joint_id(const Joint& joint, const Names& names) {
    return std::string(joint_code) + "@" + names.id(joint.checks.front());
}

std::string Finding::place(Language language) const {
    return figure == nullptr || filing == nullptr ? std::string() : place_of(*filing, *figure, language);
}

std::vector<Finding> ReportView::findings() const { return detail::findings_with(*this, Names(*this)); }

std::vector<Finding> detail::findings_with(const ReportView& report, const Names& names) {
    const std::vector<Check>& checks = report.checks;
    std::vector<Finding> found;
    const auto add = [&](Finding::Level level, std::string_view code, std::string id,
                         std::vector<std::uint32_t> of_checks) {
        const Figure* const figure = result_of(report, checks[of_checks.front()]);
        found.push_back({.level = level,
                         .code = std::string(code),
                         .id = std::move(id),
                         .checks = std::move(of_checks),
                         .figure = figure,
                         .filing = report.filing,
                         .owned = report.owned});
    };
    for (const Finding::Level level :
         {Finding::Level::error, Finding::Level::warning, Finding::Level::info, Finding::Level::doubted}) {
        for (std::uint32_t i = 0; i < checks.size(); ++i)
            if (level_of(report, checks[i]) == level)
                add(level, report.relation_of(checks[i]).code, names.id(i), {i});
        if (level != Finding::Level::error) continue;
        for (const Joint& joint : report.located.joints)
            add(level, joint_code, joint_id(joint, names), joint.checks);
    }
    return found;
}

Explanation ReportView::explain(const Finding& finding, Language language) const {
    Explanation explanation;
    for (const std::uint32_t check : finding.checks) {
        if (check >= checks.size()) detail::fatal("explain() was asked of a finding of another report");
        if (check == finding.checks.front()) {
            explanation = tieout::explain(relations, checks[check], options, language);
            continue;
        }
        explanation.arithmetic += "; " + arithmetic_of(relations, checks[check], options, language);
    }
    return explanation;
}

std::string ReportView::message(const Finding& finding, Language language) const {
    const std::string arithmetic = explain(finding, language).arithmetic;
    std::string demand = finding.code != detail::joint_code
                             ? demand_of(relation_of(checks[finding.checks[0]]), language)
                             : std::string(detail::joint_demand.in(language));
    if (!demand.empty() && !arithmetic.empty()) demand += ' ';
    return demand + arithmetic;
}

} // namespace tieout
