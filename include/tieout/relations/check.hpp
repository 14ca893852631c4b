// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RELATIONS_CHECK_HPP
#define TIEOUT_RELATIONS_CHECK_HPP

// Checks relations: does each hold with the numbers as printed, within their rounding, or not at all?
//
//     for (const Check& check : check_relations(relations, {}))
//         if (check.outcome == Outcome::broken) ...
//
// Every printed figure stands for an interval (numbers/interval.hpp). A relation is broken only if no true values
// within the intervals of its figures satisfy it. Nothing is allocated for a check but its place in the result.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/numbers/interval.hpp>
#include <tieout/relations/relation.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout {

enum class Outcome : std::uint8_t {
    exact,    ///< holds with the numbers as printed
    rounding, ///< does not, but some true values within the printed precision satisfy it
    broken,   ///< no true values within the printed precision satisfy it
    undecided ///< a term is missing, or the text leaves several readings; the reason says which
};

/// Remarks on a check that holds within rounding; several can apply.
enum class Note : std::uint8_t {
    coarse = 1,   ///< would be broken if every figure had the finest scale among them
    edge = 2,     ///< holds only where end points touch (尾差)
    unlikely = 4, ///< so many rounded terms that almost any total would pass
    truncated = 8 ///< holds only if every figure of the document was cut off rather than rounded
};

/// A set of notes.
struct Notes {
    std::uint8_t bits = 0;
    [[nodiscard]] constexpr bool has(Note note) const noexcept {
        return (bits & static_cast<std::uint8_t>(note)) != 0;
    }
    constexpr void add(Note note) noexcept {
        bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(note));
    }
    [[nodiscard]] constexpr bool any() const noexcept { return bits != 0; }
    friend bool operator==(Notes, Notes) = default;
};

/// Why a check is undecided.
enum class Reason : std::uint8_t {
    none,
    missing,           ///< a figure is not filled in
    not_applicable,    ///< a figure is ——
    unreadable,        ///< a figure is no number
    approximate,       ///< a figure, or the words of the relation, are approximate
    unit_missing,      ///< a figure is printed without its unit
    mixed_units,       ///< the units of the terms cannot be added
    zero_divisor,      ///< the divisor may be zero
    base_not_positive, ///< growth from a base that is not positive
    several_readings,  ///< the text leaves several readings and none of those tried holds
    open_list,         ///< the parts do not reach their total, and the list is not said to be complete
    too_many_digits,   ///< more digits than can be handled exactly
    not_settled,       ///< nothing settles what the figure must be
    doubted,           ///< no reading holds, and the evidence does not suffice to call that broken
    restated           ///< the document announces that it restates the other's figures
};

/// Codes and words for outcomes, notes and reasons, each in one table.
struct Named {
    std::string_view code;
    Words words;
};
TIEOUT_API [[nodiscard]] const Named& described(Outcome outcome) noexcept;
TIEOUT_API [[nodiscard]] const Named& described(Note note) noexcept;
TIEOUT_API [[nodiscard]] const Named& described(Reason reason) noexcept;
inline constexpr std::array<Note, 4> all_notes{Note::coarse, Note::edge, Note::unlikely, Note::truncated};

/// How figures are read when they are checked.
struct CheckOptions {
    /// How documents that say nothing of it are taken to round; nearest where this says nothing either.
    std::optional<Printing> rounding{};
    /// How the document at hand says that it rounds.
    std::optional<Printing> document_rounding{};
    ScaleReading scale = ScaleReading::own;
};

/// One relation evaluated. Alternative readings of one statement are one check.
struct Check {
    /// Index of the relation, or of the reading that was chosen, in Relations::all().
    std::uint32_t relation = 0;
    /// The readings that were tried: `readings` relations from `first_reading` on.
    std::uint32_t first_reading = 0;
    std::uint32_t readings = 1;
    Outcome outcome = Outcome::undecided;
    Notes notes{};
    Reason reason = Reason::none;
    /// The statements agree with this relation only in another combination than the one shown.
    bool other_statements = false;
    friend bool operator==(const Check&, const Check&) = default;
};

/// Whether no reading holds and that is not called broken: it is to be looked at (待核实), and it counts as decided.
[[nodiscard]] constexpr bool is_doubted(const Check& check) noexcept {
    return check.reason == Reason::doubted;
}

/// Checks every relation, in their order.  Rounds: never; the intervals of the figures are compared exactly.
TIEOUT_API [[nodiscard]] std::vector<Check> check_relations(const Relations& relations,
                                                            const CheckOptions& options);

/// Checks one relation by itself.
TIEOUT_API [[nodiscard]] Check check_relation(const Relations& relations, std::uint32_t index,
                                              const CheckOptions& options);

/// How an operand is printed and to how many digits it is known in its relation (own or common scale, bare zero), in
/// the unit of its figure.
TIEOUT_API [[nodiscard]] Precision precision_of(const Relations& relations, const Relation& relation,
                                                const Operand& operand, const CheckOptions& options);

/// The figures of a relation that are printed coarser than the finest of the same unit beside them.
TIEOUT_API [[nodiscard]] std::vector<const Figure*>
coarse_figures(const Relations& relations, const Relation& relation, const CheckOptions& options);

} // namespace tieout

#endif
