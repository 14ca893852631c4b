// SPDX-License-Identifier: MIT
#include <tieout/load/rules.hpp>

#include <tieout/read/json.hpp>
#include <tieout/read/rule_data.hpp>
#include <tieout/relations/explain.hpp>
#include <tieout/rules/report.hpp>

#include <algorithm>
#include <utility>

namespace tieout {
namespace {

/// Tries what rules show of themselves.
class Trial {
  public:
    Trial(const RuleSet& rules, RulesDocument& document) : rules_(rules), document_(document) {}

    void of(const RuleData& rule) {
        code_ = rule.code;
        tried(rule.passing, "example that keeps the rule",
              [](const Checks& checks) { return checks.broken == 0 && checks.holding > 0; });
        tried(rule.failing, "example that breaks the rule",
              [](const Checks& checks) { return checks.broken > 0; });
        for (const RuleData::Example& example : rule.counter_examples)
            tried(example, "example that does not break the rule",
                  [](const Checks& checks) { return checks.broken == 0; });
    }

  private:
    /// What came of the checks of the rule.
    struct Checks {
        std::size_t holding = 0;
        std::size_t broken = 0;
        std::string arithmetic{};
    };

    template <class Expected>
    void tried(const RuleData::Example& example, std::string_view expected, Expected is_expected) {
        const std::size_t problems = document_.problems.size();
        Document read = read_filing(example.json, document_.source, example.place.line);
        for (Problem& problem : read.problems) {
            // Places count from where the example begins.
            if (problem.line == example.place.line) problem.column += example.place.column - 1;
            problem.pointer = example.place.pointer + problem.pointer;
            document_.problems.push_back(std::move(problem));
        }
        if (!read.filing || document_.problems.size() != problems) return;
        const Checks checks = checks_of(*read.filing);
        if (is_expected(checks)) return;
        document_.problems.push_back({.kind = Problem::Kind::wrong_type,
                                      .source = document_.source,
                                      .line = example.place.line,
                                      .column = example.place.column,
                                      .pointer = example.place.pointer,
                                      .expected = std::string(expected),
                                      .seen = checks.arithmetic});
    }

    [[nodiscard]] Checks checks_of(const Filing& filing) const {
        const ReportView report = check_in_place(filing, rules_);
        Checks checks;
        for (const Check& check : report.checks) {
            if (report.relation_of(check).code != code_) continue;
            if (check.outcome == Outcome::broken) ++checks.broken;
            if (check.outcome == Outcome::exact || check.outcome == Outcome::rounding) ++checks.holding;
            if (!checks.arithmetic.empty()) checks.arithmetic += "; ";
            checks.arithmetic += arithmetic_of(report.relations, check, report.options, Language::en);
        }
        if (checks.arithmetic.empty()) checks.arithmetic = "{…}";
        return checks;
    }

    const RuleSet& rules_;
    RulesDocument& document_;
    std::string_view code_;
};

} // namespace

RulesDocument load_rules(std::string_view json, std::string_view source, const RuleSet& beside) {
    RuleDataDocument read = read_rule_data(json, source);
    RulesDocument document{.source = std::string(source), .problems = std::move(read.problems)};
    if (!document.problems.empty()) return document;
    RuleSet rules = beside;
    for (const RuleData& rule : read.rules) {
        if (rules.may_be_own(rule.code))
            rules = rules.with(rule);
        else
            document.problems.push_back({.kind = Problem::Kind::wrong_type,
                                         .source = document.source,
                                         .line = rule.code_place.line,
                                         .column = rule.code_place.column,
                                         .pointer = rule.code_place.pointer,
                                         .expected = "code of one's own",
                                         .seen = rule.code});
    }
    if (!document.problems.empty()) return document;
    Trial trial(rules, document);
    for (const RuleData& rule : read.rules) trial.of(rule);
    if (document.problems.empty()) document.rules = std::move(rules);
    return document;
}

} // namespace tieout
