// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SCORE_METHOD_HPP
#define TIEOUT_SCORE_METHOD_HPP

// The ways in which a row earns its points (评分办法), one table: full marks if, so much off for each step, bands, in
// proportion, so much off for each case, a list to tick off, at most by another indicator, judged within a range.
//
//     Method method{.primitive = Primitive::deduct_per, .condition = Comparison::at_most, .limit = 1,
//                   .step = Decimal::of(1, 2), .points = Decimal::of(5, 1)};    // 每超过1个百分点扣0.5分
//     points_of(method, {.weight = 5, .value = 50_dec / 46_dec})->points        // 5 − 8 × 0.5 = 1
//
// Values are in the base unit of their dimension: 95% is 0.95. Points are exact quotients, and become digits where a
// score is printed.  Rounds: whole steps down (floor), where the method counts whole steps; nothing else.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/relations/relation.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

enum class Primitive : std::uint8_t {
    full_if,      ///< full points if the condition is met, else none
    deduct_per,   ///< so many points off for each step beyond the limit
    bands,        ///< points by the band in which the value lies
    proportional, ///< the part of the points that the value is of the limit
    count_deduct, ///< so many points off for each case
    checklist,    ///< the points of the items that are met
    cap_by,       ///< at most so many points, by the band in which another indicator lies
    judged        ///< within this range of the weight, as the evaluator chooses
};

/// Values between two ends, and the points that they earn. An end that is not there is open to infinity.
struct Band {
    std::optional<End> low{};
    std::optional<End> high{};
    Decimal points{};
    /// The points are a part of the weight.
    bool of_weight = false;
};

/// One item of a checklist.
struct ChecklistItem {
    std::string name{};
    Decimal points{};
};

/// One primitive with its parameters. What the primitive has no use for is left as it is.
struct Method {
    Primitive primitive = Primitive::full_if;
    /// On which side of the limit a value is good; as the row says where the method does not.
    std::optional<Comparison> condition{};
    /// What the value is held against; the target of the row where the method names none.
    std::optional<Decimal> limit{};
    /// deduct_per: how much is one step.
    Decimal step{};
    /// deduct_per, count_deduct: points off for a step or a case.
    Decimal points{};
    /// deduct_per: only whole steps count; else every part of one does.
    bool whole = true;
    /// deduct_per, count_deduct: points that are left in any case (扣完为止: 0).
    Decimal least{};
    /// full_if: the method says nothing of what misses the condition.
    bool open = false;
    /// full_if, proportional: who is better than the limit may be given fewer points, for a limit that was set too low.
    bool reducible = false;
    /// proportional: the greatest part of the limit that counts.
    Decimal most{1};
    /// proportional: below this part of the limit there are no points.
    Decimal threshold{};
    std::vector<Band> bands{};
    std::vector<ChecklistItem> items{};
    /// What limit, step and bands are of: a share in percent, or a number.
    Dimension dimension = Dimension::plain;
    /// judged: the range, as parts of the weight.
    Decimal from{};
    Decimal to{1};
};

/// Whether limit and step, or bands, are numbers that a value is held against.
[[nodiscard]] inline bool names_values(const Method& method) noexcept {
    return method.limit || !method.bands.empty();
}

/// What a method is applied to.
struct ScoreInput {
    Decimal weight{};
    /// The actual value with the numbers as printed.
    Ratio value{};
    /// The least and the greatest that it can be within their rounding; the value itself where nothing is given.
    std::optional<Ratio> low{};
    std::optional<Ratio> high{};
    /// The target of the row, and how it binds.
    std::optional<Decimal> target{};
    std::optional<Comparison> comparison{};
    /// checklist: which items are met, in their order; empty where nobody says.
    std::span<const std::uint8_t> met{};
};

/// What a method gives.
struct Points {
    /// With the numbers as printed; nothing where the method leaves it to be judged.
    std::optional<Ratio> points{};
    /// The least and the greatest that any true value within the rounding earns.
    Ratio low{};
    Ratio high{};
};

/// The points for one row; never below zero, never above the weight. Nothing where the method says nothing of such a
/// value: it lies in no band, or what it is held against is not given.
/// Fails: throws Overflow.
TIEOUT_API [[nodiscard]] std::optional<Points> points_of(const Method& method, const ScoreInput& input);

/// Whether a value as printed is better than what it is held against, and not merely as good.
TIEOUT_API [[nodiscard]] bool exceeds(const Method& method, const ScoreInput& input) noexcept;

/// An entry of the table: one way of earning points.
struct PrimitiveEntry {
    Primitive primitive;
    /// The key of the method in a profile.
    std::string_view name;
    Words term;
    /// What it does, as a formula in words.
    Words formula;
    /// A worked example: the method as a profile gives it, the row, and the points.
    struct Example {
        std::string_view method;
        Decimal weight;
        Ratio value;
        /// Nothing where the method leaves the points to be judged.
        std::optional<Decimal> points;
        Words words;
    } example;
    std::optional<Points> (*points)(const Method& method, const ScoreInput& input);
};

/// Every primitive, in the order of the enumeration.
TIEOUT_API [[nodiscard]] std::span<const PrimitiveEntry> primitives() noexcept;
/// By the key that it has in a profile; nothing if there is none of that name.
TIEOUT_API [[nodiscard]] const PrimitiveEntry* find_primitive(std::string_view name) noexcept;
TIEOUT_API [[nodiscard]] const PrimitiveEntry& described(Primitive primitive) noexcept;

} // namespace tieout

#endif
