// SPDX-License-Identifier: MIT
// Larger systems against Z3, where it is installed (libz3-dev): does it, too, say that they are possible?
#include <tieout/locate/locate.hpp>

#include <doctest/doctest.h>

#ifdef TIEOUT_HAS_Z3

#include "oracle.hpp"

#include <z3++.h>

#include <deque>
#include <random>
#include <string>

using namespace tieout;

namespace {

z3::expr exactly(z3::context& context, const oracle::Fraction& value) {
    return context.real_val(value.str().c_str());
}

/// Whether all relations, which are sums here, can hold within the intervals of their figures.
bool possible(const Relations& relations) {
    z3::context context;
    z3::solver solver(context);
    std::map<const Figure*, std::size_t> numbers;
    std::vector<z3::expr> variables;
    for (const Relation& relation : relations.all()) {
        z3::expr sum = exactly(context, 0);
        for (const Operand& operand : relations.operands(relation)) {
            const auto [at, added] = numbers.emplace(operand.figure, variables.size());
            if (added) {
                variables.push_back(context.real_const(("x" + std::to_string(variables.size())).c_str()));
                const oracle::Box box = oracle::box_of(*operand.figure);
                const z3::expr& x = variables.back();
                solver.add(box.low_open ? x > exactly(context, box.low) : x >= exactly(context, box.low));
                solver.add(box.high_open ? x < exactly(context, box.high) : x <= exactly(context, box.high));
            }
            sum = sum + exactly(context, oracle::fraction_of(operand.coefficient)) * variables[at->second];
        }
        solver.add(relation.comparison == Comparison::at_most ? sum <= 0 : sum == 0);
    }
    return solver.check() == z3::sat;
}

} // namespace

TEST_CASE("Z3 agrees on what is possible together") {
    std::mt19937_64 random(99);
    int impossible = 0;
    for (int round = 0; round < 120; ++round) {
        // A tree of sums whose figures are rounded to tenths: little differences add up on the way.
        std::deque<Stated> figures;
        Relations relations;
        const std::size_t size = 40;
        std::vector<std::int64_t> exact(size);
        for (std::size_t i = size; i-- > 0;) {
            if (3 * i + 1 >= size) exact[i] = static_cast<std::int64_t>(random() % 10'000);
            for (std::size_t c = 3 * i + 1; c < 3 * i + 4 && c < size; ++c) exact[i] += exact[c];
        }
        for (const std::int64_t value : exact) {
            // Mostly rounded as it should be, now and then one unit off.
            std::int64_t tenths = (value + 5) / 10;
            if (random() % 6 == 0) tenths += random() % 2 == 0 ? 1 : -1;
            Figure figure(Decimal::of(tenths, 1));
            if (random() % 3 == 0) figure.printing = Printing::half_up;
            figures.emplace_back(std::move(figure));
        }
        for (std::size_t i = 0; 3 * i + 1 < size; ++i) {
            std::vector<Term> terms;
            for (std::size_t c = 3 * i + 1; c < 3 * i + 4 && c < size; ++c) terms.emplace_back(figures[c]);
            relations.sum(figures[i], terms);
        }
        const auto checks = check_relations(relations, {});
        if (std::any_of(checks.begin(), checks.end(),
                        [](const Check& check) { return check.notes.has(Note::truncated); }))
            continue;
        const bool expected = possible(relations);
        impossible += !expected;
        REQUIRE(locate(relations, checks, {}).parts.empty() == expected);
    }
    MESSAGE(impossible, " of 120 systems are impossible");
    CHECK(impossible > 5);
    CHECK(impossible < 115);
}

#else

TEST_CASE("Z3 agrees on what is possible together" * doctest::skip()) {}

#endif
