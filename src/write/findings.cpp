// SPDX-License-Identifier: MIT
#include "write/findings.hpp"

#include "rules/findings.hpp"
#include "write/display.hpp"

#include <tieout/relations/explain.hpp>

#include <algorithm>

namespace tieout::detail {

namespace {

void add_others(const ReportView& report, const Check& check, Finding& finding) {
    for (const Operand& operand : report.relations.operands(report.relation_of(check)))
        if (operand.figure != finding.figure &&
            std::find(finding.others.begin(), finding.others.end(), operand.figure) == finding.others.end())
            finding.others.push_back(operand.figure);
}

} // namespace

std::string_view finding_code(const Relation& relation) noexcept {
    return relation.code.empty() ? std::string_view("own") : std::string_view(relation.code);
}

std::vector<Finding> findings_of(const ReportView& report, const Names& names, Language language) {
    std::vector<Finding> findings;
    for (const tieout::Finding& found : findings_with(report, names)) {
        Finding& finding = findings.emplace_back();
        const Check& first = report.checks[found.checks.front()];
        const bool together = found.code == joint_code;
        finding.level = found.level;
        finding.code = together ? joint_code : finding_code(report.relation_of(first));
        finding.id = found.id;
        finding.demand = together ? std::string(joint_demand.in(language))
                                  : clean(demand_of(report.relation_of(first), language));
        finding.figure = found.figure;
        finding.check = together ? nullptr : &first;
        for (const std::uint32_t index : found.checks) {
            const Check& check = report.checks[index];
            if (!finding.arithmetic.empty()) finding.arithmetic += "; ";
            finding.arithmetic += clean(arithmetic_of(report.relations, check, report.options, language));
            add_others(report, check, finding);
        }
    }
    return findings;
}

std::string message_of(const Finding& finding) {
    if (finding.demand.empty() || finding.arithmetic.empty()) return finding.demand + finding.arithmetic;
    return finding.demand + " " + finding.arithmetic;
}

} // namespace tieout::detail
