// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RULES_RATIO_TABLE_HPP
#define TIEOUT_RULES_RATIO_TABLE_HPP

// The ratios of the field, one line each. What a document states of one is compared with what the same line
// recomputes; a zero divisor, the printing and the comparison are written once, for all of them.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/rules/rule.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// What a ratio is of: a whole filing, or one item of it. `item` is null for the filing, and `project` for an item
/// that is not a project.
struct RatioSubject {
    const Filing& filing;
    const Item* item = nullptr;
    const Project* project = nullptr;
    /// Of two budgets take the initial one, not the adjusted.
    bool initial_budget = false;
};

/// A sum of figures; empty when the document does not state them.
using Terms = std::vector<Term>;

/// Which way a ratio is good.
enum class Direction : std::uint8_t { up, down, one };

struct RatioEntry {
    /// Permanent: D01 …, P01 … for projects, E01 … for rates of one item, H01 … of Hunan's form.
    std::string_view code;
    std::string_view name;
    /// Official term and English.
    Words term;
    /// The formula in words.
    Words formula;
    Clause source;
    Direction direction;
    /// Scope: of the whole filing, of any item, of a project.
    enum class Scope : std::uint8_t { filing, item, project } scope;
    Terms (*numerator)(const RatioSubject& subject);
    Terms (*denominator)(const RatioSubject& subject);
    /// "The budget" of the formula may be the adjusted or the initial one.
    bool on_either_budget = false;
};

/// Every ratio, in the order of the codes.
TIEOUT_API [[nodiscard]] std::span<const RatioEntry> ratios() noexcept;
/// By name, code or official term; nothing when there is none of it.
TIEOUT_API [[nodiscard]] const RatioEntry* find_ratio(std::string_view name) noexcept;

/// A ratio computed from a filing. Refers to the filing, which must outlive it.
struct ComputedRatio {
    const RatioEntry* entry = nullptr;
    /// Of which item, as JSON pointer; empty for the whole filing.
    std::string item{};
    Terms numerator{};
    Terms denominator{};
    /// Nothing where the divisor is zero or a figure is not a number.
    std::optional<Ratio> value{};
    /// What the document states of it, where it does.
    const Stated* stated = nullptr;
};

/// Every ratio for which the filing holds both parts, in the order of the table; items in the order of the filing.
TIEOUT_API [[nodiscard]] std::vector<ComputedRatio> compute_ratios(const Filing& filing TIEOUT_LIFETIMEBOUND);
template <detail::TemporaryOf<Filing> F>
std::vector<ComputedRatio> compute_ratios(F&&) {
    static_assert(detail::kept<F>,
                  "ratios refer to the figures of their filing: keep the filing in a variable");
    return {};
}

} // namespace tieout

#endif
