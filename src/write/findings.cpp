// SPDX-License-Identifier: MIT
#include "write/findings.hpp"

#include "write/display.hpp"
#include "write/parts.hpp"

#include <tieout/relations/explain.hpp>

#include <algorithm>
#include <optional>

namespace tieout::detail {

namespace {

std::optional<Finding::Level> level_of(const ReportView& report, const Check& check) noexcept {
    if (check.outcome == Outcome::broken)
        return report.relation_of(check).severity == Severity::error ? Finding::Level::error
                                                                     : Finding::Level::warning;
    if (is_doubted(check)) return Finding::Level::review;
    return std::nullopt;
}

bool is_result(Role role) noexcept {
    return role == Role::total || role == Role::quotient || role == Role::product || role == Role::average;
}

void add_figures(const ReportView& report, const Check& check, Finding& finding) {
    const auto operands = report.relations.operands(report.relation_of(check));
    if (finding.figure == nullptr && !operands.empty()) {
        const auto result = std::find_if(operands.begin(), operands.end(),
                                         [](const Operand& o) { return is_result(o.role); });
        finding.figure = (result == operands.end() ? operands.front() : *result).figure;
    }
    for (const Operand& operand : operands)
        if (operand.figure != finding.figure &&
            std::find(finding.others.begin(), finding.others.end(), operand.figure) == finding.others.end())
            finding.others.push_back(operand.figure);
}

Finding finding_of(const ReportView& report, const Names& names, std::size_t index, Finding::Level level,
                   Language language) {
    const Check& check = report.checks[index];
    const Relation& relation = report.relation_of(check);
    Finding finding{.level = level, .code = finding_code(relation), .id = names.id(index)};
    finding.demand = clean(demand_of(relation, language));
    finding.arithmetic = clean(arithmetic_of(report.relations, check, report.options, language));
    finding.check = &check;
    add_figures(report, check, finding);
    return finding;
}

Finding finding_of(const ReportView& report, const Names& names, const Joint& joint, Language language) {
    Finding finding{.code = joint_code, .id = joint_id(joint, names)};
    finding.demand = joint_demand.in(language);
    for (const std::uint32_t index : joint.checks) {
        const Check& check = report.checks[index];
        if (!finding.arithmetic.empty()) finding.arithmetic += "; ";
        finding.arithmetic += clean(arithmetic_of(report.relations, check, report.options, language));
        add_figures(report, check, finding);
    }
    return finding;
}

} // namespace

std::string_view finding_code(const Relation& relation) noexcept {
    return relation.code.empty() ? std::string_view("own") : std::string_view(relation.code);
}

std::vector<Finding> findings_of(const ReportView& report, const Names& names, Language language) {
    std::vector<Finding> findings;
    for (const Finding::Level level :
         {Finding::Level::error, Finding::Level::warning, Finding::Level::review}) {
        for (std::size_t i = 0; i < report.checks.size(); ++i)
            if (level_of(report, report.checks[i]) == level)
                findings.push_back(finding_of(report, names, i, level, language));
        if (level == Finding::Level::error)
            for (const Joint& joint : report.located.joints)
                findings.push_back(finding_of(report, names, joint, language));
    }
    return findings;
}

std::string message_of(const Finding& finding) {
    if (finding.demand.empty() || finding.arithmetic.empty()) return finding.demand + finding.arithmetic;
    return finding.demand + " " + finding.arithmetic;
}

} // namespace tieout::detail
