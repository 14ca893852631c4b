// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RULES_TOGETHER_HPP
#define TIEOUT_RULES_TOGETHER_HPP

// Several documents of the same body, bound by year: what one states of the year before is what was filed then, what
// was carried out is carried in, and budget, accounts and self-evaluation of one year state the same amounts.
//
//     const FiledDocument documents[] = {{"2021.json", &last}, {"2022.json", &current}};
//     const Together together = check_together(documents);
//     for (const TogetherCheck& check : together.checks) ...

#include <tieout/base/export.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/rules/rule_set.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// A filing, and the document that it is from.
struct FiledDocument {
    std::string source{};
    const Filing* filing = nullptr;
};

/// What must agree between two documents of one body.
struct TogetherRule {
    /// Permanent: Y01 …
    std::string_view code;
    std::string_view name;
    Severity severity;
    Words demand;
    Clause source;
};
TIEOUT_API [[nodiscard]] std::span<const TogetherRule> together_rules() noexcept;
TIEOUT_API [[nodiscard]] const TogetherRule* find_together_rule(std::string_view code) noexcept;

/// One figure of one document.
struct FiledFigure {
    /// Position among the documents.
    std::size_t document = 0;
    /// JSON pointer to the figure.
    std::string pointer{};
    /// What a person calls its item; empty where the document gives it no name.
    std::string label{};
    Phase phase = Phase::executed;
};

/// One agreement between two documents, checked.
struct TogetherCheck {
    const TogetherRule* rule = nullptr;
    Check check{};
    /// Of the later document, or the first of one year.
    FiledFigure here{};
    FiledFigure there{};
    /// What the document says of a restatement; the disagreement is then a note.
    std::string restated{};
    /// Of this agreement: what may differ for a good reason elsewhere is an error where it must be carried on as it was.
    Severity severity = Severity::error;

    /// code@body/year/pointer: the same between drafts of the documents.
    std::string id{};
};

/// Documents of one body, in the order of their years.
struct BoundBody {
    std::string name{};
    std::vector<std::size_t> documents{};
};

struct TIEOUT_API Together {
    std::vector<FiledDocument> documents{};
    std::vector<BoundBody> bodies{};
    /// Documents that name no body or no year, or have no partner.
    std::vector<std::size_t> alone{};
    CheckOptions options{};
    /// The rules that they were checked by.
    RuleSet rules = RuleSet::standard();
    Relations relations{};
    /// Body by body, year by year, in the order of the rules.
    std::vector<TogetherCheck> checks{};

    [[nodiscard]] std::size_t count(Outcome outcome) const noexcept;
    /// Of the undecided, those to be looked at.
    [[nodiscard]] std::size_t count_doubted() const noexcept;
    /// Whether documents disagree that do not announce it.
    [[nodiscard]] bool broken(bool strict = false) const noexcept;
};

/// Binds documents by body and year, and checks what must agree between them. The filings must outlive the result.
TIEOUT_API [[nodiscard]] Together check_together(std::span<const FiledDocument> documents,
                                                 CheckOptions options = {});
/// The same by a set of rules, of which those between documents (Y…) count here.
TIEOUT_API [[nodiscard]] Together check_together(std::span<const FiledDocument> documents,
                                                 const RuleSet& rules, CheckOptions options = {});

} // namespace tieout

#endif
