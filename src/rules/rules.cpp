// SPDX-License-Identifier: MIT
#include <tieout/rules/rule.hpp>

#include "rules/digest.hpp"
#include "rules/table/tables.hpp"

#include <tieout/rules/ratio_table.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace tieout {
namespace {

/// The rules of all subjects, in the order of their codes.
const std::vector<Rule>& all_rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> rules;
        for (const auto of_subject :
             {rules_of_accounts, rules_of_expenditure, rules_of_three_public, rules_of_procurement,
              rules_of_evaluation, rules_of_assets, rules_of_claims, rules_of_presence}) {
            const std::span<const Rule> table = of_subject();
            rules.insert(rules.end(), table.begin(), table.end());
        }
        std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.code < b.code; });
        return rules;
    }();
    return all;
}

} // namespace

std::span<const Rule> rules() noexcept { return all_rules(); }

const Rule* find_rule(std::string_view code) noexcept {
    for (const Rule& rule : all_rules())
        if (rule.code == code) return &rule;
    return nullptr;
}

std::string text_of(const Clause& clause, Language language) {
    constexpr Words remark{"（未核对原文）", " (not checked against the text)"};
    std::string text(clause.document);
    if (clause.unverified) text += remark.in(language);
    return text;
}

std::string_view rules_digest() noexcept {
    static const std::string digest = [] {
        detail::Digest made;
        const auto add = [&](std::string_view text) { made.add(text); };
        for (const Rule& rule : all_rules())
            for (const std::string_view text :
                 {rule.code, rule.name, name_of(rule.severity), rule.demand.zh, rule.demand.en,
                  rule.source.document, rule.passing, rule.failing, rule.counter_examples[0],
                  rule.counter_examples[1], rule.counter_examples[2], rule.rests_on})
                add(text);
        for (const RatioEntry& ratio : ratios())
            for (const std::string_view text :
                 {ratio.code, ratio.name, ratio.formula.en, ratio.source.document})
                add(text);
        return made.text();
    }();
    return digest;
}

} // namespace tieout
