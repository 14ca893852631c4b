// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_CATALOGUE_HPP
#define TIEOUT_WRITE_CATALOGUE_HPP

// Prints the tables: the rules, one rule, and the ratios that can be computed from a filing. The page docs/rules.md
// is what rules_markdown() gives.
//
//     std::cout << rule_text(*find_rule("T07"), {.language = Language::en});

#include <tieout/base/export.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/write/text.hpp>

#include <span>
#include <string>

namespace tieout {

/// Every rule on one line: code, severity, demand.
TIEOUT_API [[nodiscard]] std::string rules_text(const TextOptions& options);

/// One rule: demand, clause, severity, the smallest filing that keeps it and the smallest that breaks it.
TIEOUT_API [[nodiscard]] std::string rule_text(const Rule& rule, const TextOptions& options);

/// The catalogue as a page in Markdown, in both languages.
TIEOUT_API [[nodiscard]] std::string rules_markdown();

/// Every ratio that can be computed from the filing, written out with phases and clause, beside the one that the
/// document states.
/// Rounds: to two decimals of a percent, half up.
TIEOUT_API [[nodiscard]] std::string rates_text(const DocumentInfo& document, const Filing& filing,
                                                const CheckOptions& check, const TextOptions& options);

/// The same as one JSON object.
TIEOUT_API [[nodiscard]] std::string rates_json(const DocumentInfo& document, const Filing& filing,
                                                const CheckOptions& check, std::span<const Problem> problems,
                                                Language language, JsonLayout layout = JsonLayout::indented);

/// One of several filings, and the document that it is from.
struct RatedDocument {
    DocumentInfo document{};
    const Filing* filing = nullptr;
};

/// The ratios of several filings side by side, a column for each; what can be computed of none is left out.
/// Rounds: as rates_text.
TIEOUT_API [[nodiscard]] std::string rates_side_by_side_text(std::span<const RatedDocument> documents,
                                                             const CheckOptions& check,
                                                             const TextOptions& options);
TIEOUT_API [[nodiscard]] std::string rates_side_by_side_json(std::span<const RatedDocument> documents,
                                                             const CheckOptions& check, Language language);

} // namespace tieout

#endif
