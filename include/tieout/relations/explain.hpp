// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RELATIONS_EXPLAIN_HPP
#define TIEOUT_RELATIONS_EXPLAIN_HPP

// Explains a check in numbers: what is stated, what is recomputed, by how much they differ, how much was allowed, and
// the arithmetic as a person would write it:
//
//     1277.71 + 2682.5 = 3960.21, stated 3960.32
//
// This is the slow side of a check and is made only for what is shown.

#include <tieout/base/export.hpp>
#include <tieout/relations/check.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tieout {

/// The numbers behind one check. What does not apply is empty.
struct Explanation {
    /// The unit of `stated`, `recomputed`, `difference`, `allowance` and `between`.
    Unit unit = unit::plain;
    std::optional<Decimal> stated{};
    /// Rounds: a quotient half up, to two digits beyond the printed scale.
    std::optional<Decimal> recomputed{};
    /// stated − recomputed, with the sign.
    std::optional<Decimal> difference{};
    /// The largest difference on that side that would hold.  Rounds: as `recomputed`, down.
    std::optional<Decimal> allowance{};
    /// The ends of what can be recomputed within the printed precision.  Rounds: as `recomputed`, outwards.
    std::optional<Interval> between{};
    /// Written out; the words between the numbers are in the language asked for.
    std::string arithmetic{};
    /// The figures that leave the check undecided, or that are coarse where the note says so.
    std::vector<const Figure*> culprits{};
};

TIEOUT_API [[nodiscard]] Explanation explain(const Relations& relations, const Check& check,
                                             const CheckOptions& options, Language language);

/// Its arithmetic alone, which takes a fraction of the time: of a list of what holds nothing else is shown.
TIEOUT_API [[nodiscard]] std::string arithmetic_of(const Relations& relations, const Check& check,
                                                   const CheckOptions& options, Language language);

/// The same for every reading of a check that was tried, in their order; readings that are written alike once.
TIEOUT_API [[nodiscard]] std::vector<Explanation> explain_readings(const Relations& relations,
                                                                   const Check& check,
                                                                   const CheckOptions& options,
                                                                   Language language);

/// The interval that an operand stands for in its relation, in its own unit.
TIEOUT_API [[nodiscard]] std::optional<Interval> interval_in(const Relations& relations,
                                                             const Relation& relation, const Operand& operand,
                                                             const CheckOptions& options);

} // namespace tieout

#endif
