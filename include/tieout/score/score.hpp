// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SCORE_SCORE_HPP
#define TIEOUT_SCORE_SCORE_HPP

// Scores the indicator tree of a filing under a profile: what can be recomputed is, and of the rest it is said why not.
//
//     const Score result = score(filing, *find_profile("cn-2020-10"));
//     for (const ScoredRow& row : result.rows) ...            // an indicator before those below it
//     const Report report = check(filing, *find_profile("cn-2020-10"));    // compared with what is stated
//
// A score knows what is recomputed; comparing it with what is stated is a matter of relations, as everywhere.

#include <tieout/base/export.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/rules/ratio_table.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/rules/rule_set.hpp>
#include <tieout/rules/score_demand.hpp>
#include <tieout/score/profile.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// Why points were not recomputed.
enum class Unscored : std::uint8_t {
    no,              ///< they were
    judged,          ///< the method leaves them to the evaluator, within a range
    no_method,       ///< the profile has no method for such a row
    other_weight,    ///< it has one, but for another weight
    no_weight,       ///< neither the document nor the profile gives a weight
    no_value,        ///< the document gives no actual value, nor what it is computed from
    no_target,       ///< the method needs a target, and the document gives none
    no_comparison,   ///< the document does not say how the target binds, on which the method depends
    other_unit,      ///< the value and what it is held against cannot be compared
    not_covered,     ///< the method says nothing of such a value
    too_many_digits, ///< more digits than can be handled exactly
    in_part          ///< of a heading: not all rows below it were
};
TIEOUT_API [[nodiscard]] const Words& described(Unscored why) noexcept;

/// The value of a row in the base unit, as printed and within its rounding.
struct RowValue {
    Ratio value{};
    Ratio low{};
    Ratio high{};
    Dimension dimension = Dimension::plain;
    /// The ratio that it was computed with; null where the row states it.
    const RatioEntry* ratio = nullptr;
    /// Of two budgets the initial one was taken.
    bool initial_budget = false;
};

/// One row, or one heading, of the tree.
struct ScoredRow {
    /// Null for the budget-execution row.
    const Indicator* indicator = nullptr;
    const Stated* weight = nullptr;
    const Stated* score = nullptr;
    std::uint16_t depth = 0;
    bool heading = false;
    /// The position after everything below it.
    std::uint32_t end = 0;
    /// The entry of the profile that it belongs to.
    const ProfileRow* by = nullptr;
    /// Points that the row is worth: stated, else the profile's; of a heading the sum of its rows.
    std::optional<Decimal> worth{};
    std::optional<RowValue> value{};
    /// What the method gives.
    std::optional<Points> points{};
    /// The points in digits; of a heading the sum of its rows.  Rounds: as the profile says, half up to two decimals
    /// where it says nothing.
    std::optional<Decimal> recomputed{};
    Unscored why = Unscored::no;
    /// The value is better than the limit, and the method allows fewer points for that.
    bool reducible = false;
};

/// A filing under a profile. Refers to both, which must outlive it.
struct Score {
    const Filing* filing = nullptr;
    const Profile* profile = nullptr;
    /// The budget-execution row first, where there is one; an indicator before those below it.
    std::vector<ScoredRow> rows{};
    /// Σ of what the rows are worth, the budget row counted as the profile says.
    Decimal worth{};
    /// Σ of what was recomputed, likewise.
    Decimal recomputed{};
    /// Whether that is all of it.
    bool complete = false;
    /// The most that another indicator allows.
    std::optional<Decimal> cap{};
    const CapRule* capped_by = nullptr;
    /// What was recomputed, within its cap; nothing unless complete.
    std::optional<Decimal> total{};
    /// The grade of the total; of the stated total where it cannot be recomputed.
    const Grade* grade = nullptr;
};

/// Recomputes what can be recomputed.  Rounds: see ScoredRow::recomputed.
TIEOUT_API [[nodiscard]] Score score(const Filing& filing TIEOUT_LIFETIMEBOUND,
                                     const Profile& profile TIEOUT_LIFETIMEBOUND,
                                     const CheckOptions& options = {});
template <class F, class P>
requires detail::TemporaryOf<F, Filing> || detail::TemporaryOf<P, Profile>
    Score score(F&&, P&&, const CheckOptions& = {}) {
    static_assert(detail::kept<F>, "a score refers to its filing: keep the filing in a variable");
    static_assert(detail::kept<P>, "a score refers to its profile: keep the profile in a variable");
    return {};
}

/// How the points of a row came about, written out; for a row without points, why.
/// Example: 136 / 143 = 95.10%, at most 100%: 8
TIEOUT_API [[nodiscard]] std::string how(const Score& score, const ScoredRow& row, Language language);

/// Checks a filing by the rules, and its scores by the profile, to which the report does not refer.
TIEOUT_API [[nodiscard]] Report check(Filing filing, const Profile& profile, CheckOptions options = {});
/// The same by a set of rules.
TIEOUT_API [[nodiscard]] Report check(Filing filing, const Profile& profile, const RuleSet& rules,
                                      CheckOptions options = {});
/// The same of a filing that stays where it is, and must outlive the report.
TIEOUT_API [[nodiscard]] ReportView check_in_place(const Filing& filing TIEOUT_LIFETIMEBOUND,
                                                   const Profile& profile, CheckOptions options = {});
TIEOUT_API [[nodiscard]] ReportView check_in_place(const Filing& filing TIEOUT_LIFETIMEBOUND,
                                                   const Profile& profile, const RuleSet& rules,
                                                   CheckOptions options = {});
template <detail::TemporaryOf<Filing> F>
ReportView check_in_place(F&&, const Profile&, CheckOptions = {}) {
    static_assert(detail::kept<F>,
                  "a view refers to its filing: call check(), which takes the filing in, or keep "
                  "the filing in a variable");
    return {};
}
template <detail::TemporaryOf<Filing> F>
ReportView check_in_place(F&&, const Profile&, const RuleSet&, CheckOptions = {}) {
    static_assert(detail::kept<F>,
                  "a view refers to its filing: call check(), which takes the filing in, or keep "
                  "the filing in a variable");
    return {};
}

} // namespace tieout

#endif
