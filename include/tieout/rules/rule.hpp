// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RULES_RULE_HPP
#define TIEOUT_RULES_RULE_HPP

// A rule says what must hold in every filing, with its clause, and shows it on the smallest filings that keep and
// break it. The rules are one table; a new rule is one entry in it, and its documentation is printed from it.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/relations/relation.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// An item of a filing, and the item that contains it.
struct ItemRef {
    const Item* item;
    const Item* parent; ///< null for an item of the filing itself
};

/// What rules look at: the filing, and its items of which the document says anything.
struct RuleSubject {
    const Filing& filing;
    /// In the order of describe.hpp, an item before those it contains.
    std::span<const ItemRef> items;
};

/// A document and its clause.
struct Clause {
    std::string_view document;
    /// Nobody of us has had the text in hand: the demand is what forms and reports make of it.
    bool unverified = false;
};
/// The document, with a remark where it is unverified.
TIEOUT_API [[nodiscard]] std::string text_of(const Clause& clause, Language language);

/// What a rule must know of a number to say which relations there are.
struct Asked {
    enum class What : std::uint8_t {
        zero,  ///< whether it is zero
        finer, ///< whether it is printed finer than another
        value, ///< all of it
    };
    std::span<const Figure> statements;
    What what;
    std::span<const Figure> than{};
};

struct Rule {
    /// Permanent: T01 … T99.
    std::string_view code;
    std::string_view name;
    Severity severity;
    /// The demand in words.
    Words demand;
    Clause source;
    /// The smallest filing that keeps the rule, and the smallest that breaks it, as JSON.
    std::string_view passing;
    std::string_view failing;
    /// Filings that look as if they broke it and break nothing; empty ones count for none.
    std::array<std::string_view, 3> counter_examples{};
    /// States the relations that the rule demands of this filing; none where the document does not speak of them.
    void (*state)(const RuleSubject& subject, Relations& relations);
    /// Names the numbers that decide which relations it states, besides whether an amount is negative, and which of
    /// several statements is the finest, which decide in every rule. Whoever lays relations out once for many filings
    /// looks only at these again.
    void (*asks)(const RuleSubject& subject, std::vector<Asked>& asked) = nullptr;
    /// The code of a rule on whose checks it rests: where one of those does not hold, what breaks this one is doubted.
    std::string_view rests_on{};
    /// A reason in words excuses what breaks it. That a document gives none nobody knows who has read its figures only: of
    /// figures that were read in a document, what breaks the rule is doubted.
    bool excusable = false;
};

/// Every rule, in the order of the codes.
TIEOUT_API [[nodiscard]] std::span<const Rule> rules() noexcept;
/// The rule of that code, or nothing.
TIEOUT_API [[nodiscard]] const Rule* find_rule(std::string_view code) noexcept;
/// 64 bits over codes, demands and sources, in hexadecimal: which version of the rules gave a result.
TIEOUT_API [[nodiscard]] std::string_view rules_digest() noexcept;

} // namespace tieout

#endif
