// SPDX-License-Identifier: MIT
#ifndef TIEOUT_LOCATE_LOCATE_HPP
#define TIEOUT_LOCATE_LOCATE_HPP

// Finds the figures that are to be corrected when checks are broken (差错定位): every smallest set of figures whose
// being wrong explains all of it, why it can be no smaller, what each of them can truly be, and the slip behind it.
//
//     const auto checks = check_relations(relations, options);
//     for (const FaultyPart& part : locate(relations, checks, options).parts)
//         for (const auto& set : part.minimal_sets) ...      // any one of these sets may be what is wrong
//
// A figure that is wrong may be anything that its relations allow (Fellegi and Holt); all others lie within the
// intervals that they were checked with. So what the checks accept is never blamed. A figure that is missing may be
// anything, too, but is no suspect. All arithmetic is exact, and the same relations always give the same answer.

#include <tieout/base/export.hpp>
#include <tieout/locate/slip.hpp>
#include <tieout/numbers/interval.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tieout {

struct LocateOptions {
    /// Smallest sets that are listed for one part.
    std::size_t sets_max = 64;
    /// Repairs that are listed for one part.
    std::size_t repairs_max = 16;
    /// A value is proposed only where at most so many could be printed: among more, some slip leads to one by chance.
    std::int64_t values_max = 100;
    /// Operations on fractions that one part may take. What is not proved by then is left out, and the part says so.
    std::uint64_t work = 20'000'000;
    /// What all parts together may take, and no more than `work` beyond it: thousands of hard ones must end too.
    std::uint64_t work_in_all = 200'000'000;
};

/// What a figure can truly be if it is one of those that are wrong, in its own unit.
struct Range {
    const Figure* figure = nullptr;
    /// The ends of its true value; none where there is no limit.
    /// Rounds: an end that no decimal meets lies outside by less than 10^-4 of its last place, and is open.
    std::optional<End> low{};
    std::optional<End> high{};
    /// The least and the greatest value that could be printed in its place, with as many digits.
    std::optional<Decimal> least{};
    std::optional<Decimal> most{};
    /// Exactly one printable value remains.
    [[nodiscard]] bool only_one() const noexcept { return least && most && *least == *most; }
};

/// A figure and the value that it should have.
struct Correction {
    const Figure* figure = nullptr;
    Decimal to{};
};

/// A figure in a base.
struct BaseTerm {
    const Figure* figure = nullptr;
    Decimal coefficient{1};
};

/// A correction with which every relation of the part holds.
struct Repair {
    /// What to change; the figure that is a rate over another base keeps its value.
    std::vector<Correction> changes{};
    /// The slip behind each change. None where exactly one printable value remains and no slip leads to it.
    std::vector<const Slip*> slips{};
    /// For a rate over the wrong base: the rate, and the base that it is the rate of.
    const Figure* rate = nullptr;
    std::vector<BaseTerm> base{};
    /// The broken checks that then hold, as indices of checks.
    std::vector<std::uint32_t> resolves{};
};

/// Broken checks that have their explanation in common.
struct FaultyPart {
    /// Indices of the checks that are broken, or that cannot hold together.
    std::vector<std::uint32_t> checks{};
    /// All smallest sets are listed, and all of it is proved.  Otherwise each that is listed is proved all the same to
    /// be an answer, and none to cost less; it is not known what the others are.
    bool complete = true;
    /// Every set of figures of least total trust whose being wrong explains the part; each by itself is an answer.
    /// At most LocateOptions::sets_max.
    std::vector<std::vector<const Figure*>> minimal_sets{};
    /// How many there are, listed or not; none where the work did not suffice to count them.
    std::optional<std::size_t> sets_total{};
    /// What all of them have in common: wrong in any case.  Empty where not all are known.
    std::vector<const Figure*> core{};
    /// Sets of checks that cannot hold together with the figures as printed, some other figures being set aside.
    std::vector<std::vector<std::uint32_t>> conflicts{};
    /// For the figures in the minimal sets, in the order in which they first stand there.
    std::vector<Range> ranges{};
    /// Those with which the broken checks hold exactly as printed first, and of these the simplest.
    std::vector<Repair> repairs{};
};

/// Checks of which none is broken by itself, and which are impossible together; no fewer of them are.
struct Joint {
    std::vector<std::uint32_t> checks{};
};

struct Located {
    std::vector<FaultyPart> parts{};
    std::vector<Joint> joints{};
    /// Operations on fractions that it took; none where the figures as printed, or some that are easily found near
    /// them, satisfy everything.
    std::uint64_t work = 0;
};

/// Looks for what is wrong. Warnings take no part: a bound that practice breaks proves nothing about a figure.
/// Fails: never; a part that is too large or too broken for the work allowed is not complete.
TIEOUT_API [[nodiscard]] Located locate(const Relations& relations, std::span<const Check> checks,
                                        const CheckOptions& options, const LocateOptions& limits = {});

} // namespace tieout

#endif
