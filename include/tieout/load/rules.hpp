// SPDX-License-Identifier: MIT
#ifndef TIEOUT_LOAD_RULES_HPP
#define TIEOUT_LOAD_RULES_HPP

// Rules as data: a file says what is demanded, between which figures, how grave it is and where it is written, and shows it
// on examples. They are tried when the file is loaded, so that a rule that does not do what it says never accuses anybody.
//
//     const RulesDocument document = load_rules(text, "our-rules.json");
//     for (const Problem& problem : document.problems) complain(problem);
//     if (document.rules) use(check(filing, *document.rules));
//
// The form of the file is docs/rules.schema.json; docs/own-rules.md shows one.

#include <tieout/base/export.hpp>
#include <tieout/base/problem.hpp>
#include <tieout/rules/rule_set.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// What was loaded from one text.
struct RulesDocument {
    std::string source{};
    /// The set with the rules of the file; nothing if there is any problem: a rule that was understood in part would be
    /// another rule.
    std::optional<RuleSet> rules{};
    /// In the order of the text; what the examples showed behind what could not be read.
    std::vector<Problem> problems{};
};

/// Loads rules beside those of a set.
TIEOUT_API [[nodiscard]] RulesDocument load_rules(std::string_view json, std::string_view source,
                                                  const RuleSet& beside = RuleSet::standard());

} // namespace tieout

#endif
