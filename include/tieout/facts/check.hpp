// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FACTS_CHECK_HPP
#define TIEOUT_FACTS_CHECK_HPP

// Checks facts: everything that follows from their aspects is stated, checked within the rounding of what is printed, and
// what does not hold is located.
//
//     const FactsReport report = check(facts);
//     for (const Check& check : report.checks)
//         if (check.outcome == Outcome::broken) std::puts(report.message(check, Language::zh).c_str());

#include <tieout/base/export.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/facts/facts.hpp>
#include <tieout/facts/laws.hpp>
#include <tieout/locate/locate.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace tieout {

/// How many facts and checks there were, and what came out.
struct FactsSummary {
    std::size_t facts = 0;
    std::size_t covered = 0; ///< of those, facts that take part in a check
    std::size_t exact = 0;
    std::size_t rounding = 0;
    std::size_t broken = 0;   ///< at error level, impossible together, and at warning level
    std::size_t warnings = 0; ///< of the broken, those at warning level
    std::size_t undecided = 0;
    std::size_t doubted = 0; ///< of the undecided
};

/// The result of checking facts. Refers to them: they must outlive it, stay where they are and be added to no more.
struct TIEOUT_API FactsReport {
    const Facts* facts = nullptr;
    CheckOptions options{};
    /// What was stated, and the same laid out for checking, in one order.
    FactRelations stated{};
    Relations relations{};
    /// One for each relation.
    std::vector<Check> checks{};
    /// What is to be corrected, and checks that hold one by one and are impossible together.
    Located located{};

    [[nodiscard]] const FactRelation& stated_by(const Check& check) const noexcept {
        return stated.all()[check.first_reading];
    }
    [[nodiscard]] FactsSummary summary() const;
    /// Whether a check at error level (or, with `strict`, any) is broken.
    [[nodiscard]] bool broken(bool strict = false) const noexcept;
    /// Stable id of a check: T39@economic=301,flow=expenditure,phase=executed. Where the same is stated in several tables,
    /// those after the first are numbered (#2).
    [[nodiscard]] std::string id(const Check& check) const;
    /// Those of all checks, in their order.
    [[nodiscard]] std::vector<std::string> ids() const;
    /// What is demanded, with the arithmetic: one line.
    [[nodiscard]] std::string message(const Check& check, Language language) const;
};

/// States what must hold between facts, checks it and locates what is wrong.
/// Rounds: never; the intervals of the figures are compared exactly.
TIEOUT_API [[nodiscard]] FactsReport check(const Facts& facts TIEOUT_LIFETIMEBOUND,
                                           CheckOptions options = {});
template <detail::TemporaryOf<Facts> F>
FactsReport check(F&&, CheckOptions = {}) {
    static_assert(detail::kept<F>, "a report of facts refers to them: keep the facts in a variable");
    return {};
}

} // namespace tieout

#endif
