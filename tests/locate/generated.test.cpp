// SPDX-License-Identifier: MIT
// Thousands of small systems against all subsets of their figures, decided by elimination.
#include <tieout/locate/locate.hpp>

#include "oracle.hpp"
#include "sets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <optional>
#include <random>
#include <string>

using namespace tieout;
using namespace tieout::test;

namespace {

std::string described(const Figure& figure) {
    return (figure.known() ? to_string(figure.value) : "?") + std::string(figure.unit.word()) +
           (figure.printing ? "/" + std::string(name_of(*figure.printing)) : "") + (figure.fixed ? "!" : "") +
           "#" + to_string(figure.trust);
}

std::string described_all(const Relations& relations) {
    std::string text;
    for (const Relation& relation : relations.all()) {
        text += std::string(name_of(relation.kind)) + " " + std::to_string(relation.choice) + ":";
        for (const Operand& operand : relations.operands(relation))
            text += " " + to_string(operand.coefficient) + "*" + described(*operand.figure);
        text += "\n";
    }
    return text;
}

std::string described_sets(const Sets& sets) {
    std::string text;
    for (const auto& set : sets) {
        text += "{";
        for (const Figure* figure : set) text += " " + described(*figure);
        text += " } ";
    }
    return text + "\n";
}

/// What a system may hold beside sums, bounds, shares, growth and statements of one figure.
struct Kinds {
    bool missing = false;
    bool readings = false;
    bool products = false;
};

/// A filing of a few figures with relations between them, most of them true.
class Generated {
  public:
    Generated(std::mt19937_64& random, Kinds kinds) : random_(random), kinds_(kinds) {
        const std::size_t leaves = 2 + below(3);
        for (std::size_t i = 0; i < leaves; ++i) {
            state(oracle::Fraction(10 + static_cast<int>(below(300)), 10));
            amounts_.push_back(i);
        }
        const std::size_t count = 1 + below(3);
        for (std::size_t r = 0; r < count && figures.size() < 7; ++r) relate();
        if (!kinds.missing) return;
        for (Stated& figure : figures)
            if (below(5) == 0) figure.statements().front().state = State::blank;
    }

    std::deque<Stated> figures;
    Relations relations;

  private:
    std::size_t below(std::uint64_t end) { return static_cast<std::size_t>(random_() % end); }

    Figure printed(const oracle::Fraction& value, bool as_percent) {
        const int scale = static_cast<int>(below(2));
        oracle::Fraction unit = 1;
        for (int i = 0; i < scale; ++i) unit /= 10;
        const oracle::Fraction in_unit = as_percent ? oracle::Fraction(value * 100) : value;
        const oracle::Fraction steps = in_unit / unit + oracle::Fraction(1, 2);
        const auto whole =
            boost::multiprecision::numerator(steps) / boost::multiprecision::denominator(steps);
        auto digits = static_cast<std::int64_t>(whole);
        if (below(9) == 0) digits += static_cast<std::int64_t>(below(7)) - 3;
        const Decimal decimal = Decimal::of(digits, scale);
        Figure figure = as_percent ? Figure(decimal, unit::percent) : Figure(decimal);
        figure.bare_zero = false;
        constexpr Printing printings[]{Printing::half_up, Printing::truncated, Printing::exact};
        // The ends of factors are taken to be closed, which only widens what they allow.
        const std::size_t printing = below(4);
        if (printing < 3 && (!kinds_.products || printing == 2)) figure.printing = printings[printing];
        if (below(8) == 0) figure.fixed = true;
        if (below(6) == 0) figure.trust = Decimal(2);
        return figure;
    }

    /// By value: what is passed may lie in the vector that grows here.
    const Stated& state(const oracle::Fraction value, bool as_percent = false) {
        truth_.push_back(value);
        return figures.emplace_back(printed(value, as_percent));
    }

    void relate() {
        const std::size_t a = amounts_[below(amounts_.size())];
        const std::size_t b = amounts_[below(amounts_.size())];
        const auto amount = [&](const oracle::Fraction& value) -> const Stated& {
            amounts_.push_back(figures.size());
            return state(value);
        };
        if (kinds_.readings && below(2) == 0) {
            if (a == b) return;
            const bool of_both = below(2) == 0;
            const Stated& rate = state(truth_[a] / (of_both ? truth_[a] + truth_[b] : truth_[b]), true);
            relations.readings_begin(true);
            relations.ratio(rate, {figures[a]}, {figures[b]});
            relations.ratio(rate, {figures[a]}, {figures[a], figures[b]});
            relations.readings_end();
            return;
        }
        if (kinds_.products && below(2) == 0) {
            if (figures.size() > 5) return;
            const oracle::Fraction price(10 + static_cast<int>(below(60)), 10);
            const Stated& factor = state(price);
            if (below(3) == 0) {
                const oracle::Fraction count(1 + static_cast<int>(below(4)));
                const Stated& second = state(count);
                relations.product(amount(truth_[a] * price * count), {factor, figures[a], second});
            } else {
                relations.product(amount(truth_[a] * price), {figures[a], factor});
            }
            return;
        }
        switch (below(6)) {
        case 0:
        case 1: {
            if (a == b) break;
            const Stated& total = amount(truth_[a] + truth_[b]);
            relations.sum(total, {figures[a], figures[b]});
            break;
        }
        case 2: {
            const Stated& rate = state(truth_[a] / (truth_[a] + truth_[b]), true);
            relations.share(rate, std::initializer_list<Term>{figures[a]}, {figures[a], figures[b]});
            break;
        }
        case 3: {
            if (a == b) break;
            const Stated& rate = state(truth_[b] / truth_[a] - 1, true);
            relations.growth(rate, figures[a], figures[b]);
            break;
        }
        case 4:
            if (truth_[a] < truth_[b]) relations.at_most(figures[a], figures[b]);
            break;
        default: {
            const Stated& again = amount(truth_[a]);
            relations.equal({figures[a], again});
        }
        }
    }

    std::mt19937_64& random_;
    Kinds kinds_;
    std::vector<oracle::Fraction> truth_{};
    std::vector<std::size_t> amounts_{}; ///< the figures that are no rates
};

struct Tally {
    int explained = 0;
    int joint = 0;
    int several = 0;
};

/// Every smallest set is found, and no other.
Tally compare_sets(std::uint64_t seed, int rounds, Kinds kinds) {
    std::mt19937_64 random(seed);
    Tally tally;
    for (int round = 0; round < rounds; ++round) {
        const Generated filing(random, kinds);
        const std::vector<Check> checks = check_relations(filing.relations, {});
        if (!oracle::judged(filing.relations, checks)) continue;
        const Located found = locate(filing.relations, checks, {});
        const oracle::Oracle judge(filing.relations);
        const bool possible = judge.possible({});
        INFO("round ", round, "\n", described_all(filing.relations));
        REQUIRE(possible == found.parts.empty());
        const bool broken = std::any_of(checks.begin(), checks.end(),
                                        [](const Check& check) { return check.outcome == Outcome::broken; });
        if (!broken) REQUIRE(possible == found.joints.empty());
        if (possible) continue;
        tally.joint += !broken;
        const Sets expected = judge.smallest();
        const bool none = std::any_of(found.parts.begin(), found.parts.end(),
                                      [](const FaultyPart& part) { return part.minimal_sets.empty(); });
        if (none) {
            REQUIRE(expected.empty());
            continue;
        }
        ++tally.explained;
        tally.several += expected.size() > 1;
        INFO("found ", described_sets(sets_of(found)), "expected ", described_sets(expected));
        REQUIRE(sets_of(found) == expected);
        for (const FaultyPart& part : found.parts) REQUIRE(part.complete);
    }
    MESSAGE(tally.explained, " systems explained, ", tally.joint, " of them only jointly impossible, ",
            tally.several, " with several answers");
    return tally;
}

/// Whether the figure can lie in that interval, with any of the sets that it stands in.
bool can_lie(const oracle::Oracle& judge, const FaultyPart& part, const Figure* figure,
             const oracle::Box& box) {
    return std::any_of(part.minimal_sets.begin(), part.minimal_sets.end(), [&](const auto& set) {
        if (std::find(set.begin(), set.end(), figure) == set.end()) return false;
        return judge.possible({set.begin(), set.end()}, {{figure, box}});
    });
}

oracle::Box between(const oracle::Fraction& low, bool low_open, const oracle::Fraction& high,
                    bool high_open) {
    return {low, high, low_open, high_open, false, false};
}

/// The ends of a range are where the figure can still lie, and can no longer; unless it is exact, only the latter.
int compare_range(const oracle::Oracle& judge, const FaultyPart& part, const Range& range, bool exact) {
    const Figure* const figure = range.figure;
    oracle::Fraction unit = figure->unit.dimension == Dimension::percent ? oracle::Fraction(1, 100) : 1;
    const oracle::Fraction in_base = unit;
    for (int i = 0; i < figure->value.scale; ++i) unit /= 10;
    const auto lies = [&](const oracle::Box& box) { return can_lie(judge, part, figure, box); };
    int ends = 0;
    for (const bool upper : {false, true}) {
        const std::optional<End>& end = upper ? range.high : range.low;
        const std::optional<Decimal>& printable = upper ? range.most : range.least;
        const int outwards = upper ? 1 : -1;
        oracle::Box beyond;
        (upper ? beyond.high_none : beyond.low_none) = true;
        if (!end) {
            (upper ? beyond.low : beyond.high) = outwards * 1'000'000;
            if (exact) CHECK(lies(beyond));
            CHECK_FALSE(printable);
            continue;
        }
        ++ends;
        const oracle::Fraction at = oracle::fraction_of(end->at) * in_base;
        // The oracle takes the ends of factors to be closed.
        (upper ? beyond.low : beyond.high) = exact ? at : oracle::Fraction(at + outwards * unit / 1'000);
        (upper ? beyond.low_open : beyond.high_open) = exact;
        CHECK_FALSE(lies(beyond));
        if (exact) CHECK(lies(between(at, false, at, false)) == end->closed);
        // An end that no decimal meets is at most so far outside.
        const oracle::Fraction inside = at - outwards * unit / 10'000;
        if (exact && !end->closed)
            CHECK(lies(upper ? between(inside, false, at, true) : between(at, true, inside, false)));
        if (!printable) continue;
        Figure next = *figure;
        next.value = *printable;
        if (exact) CHECK(lies(oracle::box_of(next)));
        next.value = *printable + Decimal::of(outwards, printable->scale);
        CHECK_FALSE(lies(oracle::box_of(next)));
    }
    return ends;
}

/// Ranges of what is multiplied may be wider than they need be.
int compare_ranges(std::uint64_t seed, int rounds, Kinds kinds) {
    std::mt19937_64 random(seed);
    int ends = 0;
    for (int round = 0; round < rounds; ++round) {
        const Generated filing(random, kinds);
        const std::vector<Check> checks = check_relations(filing.relations, {});
        if (!oracle::judged(filing.relations, checks)) continue;
        const Located found = locate(filing.relations, checks, {});
        // Where there are several parts, what one calls wrong is free for the others.
        if (found.parts.size() != 1 || !found.parts.front().complete) continue;
        const oracle::Oracle judge(filing.relations);
        for (const Range& range : found.parts.front().ranges) {
            INFO("round ", round, "\n", described_all(filing.relations), "range of ",
                 described(*range.figure), ": ", range.low ? to_string(range.low->at) : "",
                 std::string(range.low && !range.low->closed ? " (open)" : ""), " to ",
                 range.high ? to_string(range.high->at) : "",
                 std::string(range.high && !range.high->closed ? " (open)" : ""), ", printed ",
                 range.least ? to_string(*range.least) : "", " to ",
                 range.most ? to_string(*range.most) : "");
            ends += compare_range(judge, found.parts.front(), range, !kinds.products);
        }
    }
    MESSAGE(ends, " ends of ranges");
    return ends;
}

} // namespace

TEST_CASE("a range ends where the figure can no longer lie, and nowhere before") {
    CHECK(compare_ranges(41, 500, {}) > 300);
    CHECK(compare_ranges(42, 500, {.missing = true}) > 100);
    CHECK(compare_ranges(43, 250, {.readings = true}) > 100);
    CHECK(compare_ranges(44, 250, {.products = true}) > 50);
}

TEST_CASE("every smallest set is found, and no other, in thousands of small systems") {
    const Tally tally = compare_sets(20220711, 4000, {});
    CHECK(tally.explained > 500);
    CHECK(tally.joint > 5);
}

TEST_CASE("every smallest set is found where figures are missing, and none of these is in one") {
    const Tally tally = compare_sets(31, 3000, {.missing = true});
    CHECK(tally.explained > 300);
    CHECK(tally.joint > 20);
}

TEST_CASE("every smallest set is found where a rate may be over either of two bases") {
    const Tally tally = compare_sets(32, 1500, {.readings = true});
    CHECK(tally.explained > 100);
}

TEST_CASE("every smallest set is found where prices and counts are multiplied") {
    const Tally tally = compare_sets(33, 2000, {.products = true});
    CHECK(tally.explained > 100);
}
