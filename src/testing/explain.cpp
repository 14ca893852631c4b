// SPDX-License-Identifier: MIT
#include <tieout/testing/explain.hpp>

#include <tieout/relations/explain.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/text.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace tieout::testing {
namespace {

/// Relations are stated between figures that a document speaks of; one that it does not is as good as blank.
const Stated& spoken_of(const Stated& figure) {
    static const Stated blank{Figure{}};
    return figure.stated() ? figure : blank;
}

std::vector<Term> terms_of(const Expression& expression) {
    std::vector<Term> terms;
    terms.reserve(expression.addends().size());
    for (const Expression::Addend& addend : expression.addends())
        terms.emplace_back(spoken_of(addend.figure), Decimal(addend.sign));
    return terms;
}

bool holds(const Check& check) {
    return check.outcome == Outcome::exact || check.outcome == Outcome::rounding;
}

/// One check that does not hold, in two lines.
std::string explained(const Relations& relations, const Check& check, const CheckOptions& options,
                      Language language) {
    const Explanation explanation = explain(relations, check, options, language);
    std::string text = explanation.arithmetic;
    const std::string_view space = explanation.unit.dimension == Dimension::money ? " " : "";
    const auto number = [&](const Decimal& value) {
        return to_string(value) + std::string(space) + std::string(explanation.unit.word());
    };
    if (check.outcome == Outcome::undecided) {
        text += "\n" + std::string(described(check.outcome).words.in(language)) + ": " +
                std::string(described(check.reason).words.in(language));
    } else if (explanation.difference && explanation.allowance) {
        static constexpr Words differ{"相差", "difference"};
        static constexpr Words allow{"允许至多", "allowed at most"};
        text += "\n" + std::string(differ.in(language)) + " " + number(*explanation.difference) + ", " +
                std::string(allow.in(language)) + " " + number(*explanation.allowance);
    }
    return text;
}

std::string explain_all(const Relations& relations, const CheckOptions& options, Language language) {
    std::string text;
    for (const Check& check : check_relations(relations, options)) {
        if (holds(check)) continue;
        if (!text.empty()) text += "\n";
        text += explained(relations, check, options, language);
    }
    return text;
}

} // namespace

std::string explain_ties(const Expression& recomputed, const Stated& stated, const CheckOptions& options,
                         Language language) {
    Relations relations;
    relations.sum(spoken_of(stated), terms_of(recomputed));
    return explain_all(relations, options, language);
}

std::string explain_ties(const Quotient& recomputed, const Stated& stated, const CheckOptions& options,
                         Language language) {
    Relations relations;
    relations.ratio(spoken_of(stated), terms_of(recomputed.numerator), terms_of(recomputed.denominator));
    return explain_all(relations, options, language);
}

std::string explain_ties_out(const Filing& filing, const CheckOptions& options, Language language) {
    return explain_ties_out(filing, RuleSet::standard(), options, language);
}

std::string explain_ties_out(const Filing& filing, const RuleSet& rules, const CheckOptions& options,
                             Language language) {
    const ReportView report = check_in_place(filing, rules, options);
    const bool decided = std::any_of(report.checks.begin(), report.checks.end(), [](const Check& check) {
        return check.outcome != Outcome::undecided || is_doubted(check);
    });
    if (!decided) {
        static constexpr Words nothing{"此填报没有可判定的关系", "nothing in this filing could be decided"};
        return std::string(nothing.in(language));
    }
    if (!report.broken()) return {};

    const Names names(report);
    std::string text;
    for (const Check& check : report.checks) {
        if (check.outcome != Outcome::broken || report.relation_of(check).severity != Severity::error)
            continue;
        if (!text.empty()) text += "\n";
        text += finding_text(report, names, check, {.language = language});
    }
    if (text.ends_with('\n')) text.pop_back(); // a framework ends its lines itself
    return text;
}

} // namespace tieout::testing
