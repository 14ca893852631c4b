// SPDX-License-Identifier: MIT
// Time of locating against the figures of one part and the faults in it: a tree of sums, three parts to a total, whose
// totals are stated, with a wrong digit in as many leaves.

#include <tieout/locate/locate.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <deque>
#include <random>
#include <vector>

namespace {

using namespace tieout;

struct Tree {
    std::deque<Stated> figures{};
    Relations relations{};
    std::vector<Check> checks{};

    Tree(std::size_t size, std::size_t faults) {
        std::mt19937_64 random(11);
        constexpr std::size_t parts = 3;
        std::vector<std::int64_t> values(size);
        const auto children = [&](std::size_t i) { return parts * i + 1; };
        for (std::size_t i = size; i-- > 0;) {
            if (children(i) >= size) values[i] = 1000 + static_cast<std::int64_t>(random() % 900'000);
            for (std::size_t c = children(i); c < children(i) + parts && c < size; ++c)
                values[i] += values[c];
        }
        // Leaves are the last third: spread the faults over them.
        for (std::size_t f = 0; f < faults; ++f) values[size - 1 - f * (size / 2 / (faults + 1))] += 4000;
        for (const std::int64_t value : values)
            figures.emplace_back(Figure(Decimal::of(value, 2), unit::wan_yuan));
        for (std::size_t i = 0; children(i) < size; ++i) {
            std::vector<Term> terms;
            for (std::size_t c = children(i); c < children(i) + parts && c < size; ++c)
                terms.emplace_back(figures[c]);
            relations.sum(figures[i], terms);
        }
        checks = check_relations(relations, {});
    }
};

void locate_in_tree(benchmark::State& state) {
    const Tree tree(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    bool complete = true;
    for (auto _ : state) {
        const Located found = locate(tree.relations, tree.checks, {});
        for (const FaultyPart& part : found.parts) complete = complete && part.complete;
        benchmark::DoNotOptimize(found);
    }
    state.counters["complete"] = complete ? 1 : 0;
}
/// One long sum with an error: any of its figures may be wrong.
void locate_in_sum(benchmark::State& state) {
    std::deque<Stated> figures;
    std::vector<Term> parts;
    for (std::int64_t i = 0; i < state.range(0); ++i)
        parts.emplace_back(figures.emplace_back(Figure(Decimal::of(10'000 + i, 2), unit::wan_yuan)));
    const Stated total = Figure(Decimal::of(1, 2), unit::wan_yuan);
    Relations relations;
    relations.sum(total, parts);
    const std::vector<Check> checks = check_relations(relations, {});
    std::size_t sets = 0;
    for (auto _ : state) {
        const Located found = locate(relations, checks, {});
        sets = found.parts.front().sets_total.value_or(0);
        benchmark::DoNotOptimize(found);
    }
    state.counters["sets"] = static_cast<double>(sets);
}
BENCHMARK(locate_in_sum)->ArgName("figures")->Arg(100)->Arg(3000)->Unit(benchmark::kMicrosecond);

BENCHMARK(locate_in_tree)
    ->ArgNames({"figures", "faults"})
    ->Args({30, 0})
    ->Args({30, 1})
    ->Args({30, 2})
    ->Args({100, 0})
    ->Args({100, 1})
    ->Args({100, 2})
    ->Args({100, 3})
    ->Args({1000, 1})
    ->Args({1000, 2})
    ->Unit(benchmark::kMicrosecond);

} // namespace
