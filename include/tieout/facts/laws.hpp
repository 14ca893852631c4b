// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FACTS_LAWS_HPP
#define TIEOUT_FACTS_LAWS_HPP

// What must hold between facts, because of what they are of (口径勾稽关系). Each law has the code that rules over filings
// have for it, and what no rule says has a code of its own.
//
//     const FactRelations relations = relations_of(facts);
//     for (const FactRelation& each : relations.all())
//         each.law->demand.in(Language::zh);            // 支出合计等于各功能分类支出之和
//
// Whether they hold is not asked here: check(facts) asks it, and a reader writes them down.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/facts/facts.hpp>
#include <tieout/relations/relation.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// One law.
struct Law {
    /// Permanent: that of the rule of the same demand, else one of its own.
    std::string_view code;
    std::string_view name;
    Severity severity;
    Words demand;
    /// The form that it is read from.
    std::string_view source;
};

/// Every law, in the order of the codes.
TIEOUT_API [[nodiscard]] std::span<const Law> laws() noexcept;
/// The law of that code; nothing for a code that is none.
TIEOUT_API [[nodiscard]] const Law* find_law(std::string_view code) noexcept;

/// A fact with its coefficient.
struct FactTerm {
    FactId fact = 0;
    std::int8_t coefficient = 1;
};

/// What a law demands of some facts.
struct FactRelation {
    const Law* law = nullptr;
    /// sum: the whole is what its parts make; equal: all are the same; at_most: the parts do not exceed the whole.
    Kind kind = Kind::sum;
    Severity severity = Severity::error;
    /// Open where it rests on a table that is not certified, or on a figure of which it is open what it is of.
    Evidence evidence = Evidence::whole;
    /// The parts may be less than the whole: it is not said, or not known, that they are all there are.
    bool open_list = false;
    /// A part is left blank, which adds nothing. Only what no blank could fill is then broken.
    bool blanks = false;
    /// The whole, or the first of equals.
    FactId whole = 0;
    /// The dimension along which it is stated; that of no dimension where the same is stated twice.
    std::string_view dimension{};
    /// Where its terms lie: those of the parts, or of the other equals.
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// The relations of some facts: each names its facts by their numbers.
class TIEOUT_API FactRelations {
  public:
    [[nodiscard]] std::span<const FactRelation> all() const noexcept { return relations_; }
    [[nodiscard]] std::span<const FactTerm> terms(const FactRelation& relation) const noexcept {
        return std::span(terms_).subspan(relation.first, relation.count);
    }
    /// Everything was looked at. Otherwise more facts contain each other than are followed, and some relations between
    /// different tables are not stated.
    [[nodiscard]] bool whole() const noexcept { return whole_; }

    void add(FactRelation relation, std::span<const FactTerm> terms);
    [[nodiscard]] FactRelation& last() noexcept { return relations_.back(); }
    void sort();
    void left_out() noexcept { whole_ = false; }

  private:
    std::vector<FactRelation> relations_;
    std::vector<FactTerm> terms_;
    bool whole_ = true;
};

/// What must hold between facts, in the order of the facts that are their wholes. Linear in the facts but for sorting.
TIEOUT_API [[nodiscard]] FactRelations relations_of(const Facts& facts);

/// Stable between drafts: the code and the aspects of the whole, T39@economic=301,flow=expenditure,phase=executed.
TIEOUT_API [[nodiscard]] std::string id_of(const Facts& facts, const FactRelation& relation);

} // namespace tieout

#endif
