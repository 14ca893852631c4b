// SPDX-License-Identifier: MIT
// Scores trees of twenty rows under four headings, and says how many of them a second takes on one core.

#include "measured.hpp"

#include <tieout/read/profile.hpp>
#include <tieout/score/score.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace tieout;

constexpr std::size_t trees_made = 256;
constexpr std::size_t headings = 4;
constexpr std::size_t rows_each = 5;

/// Rows as forms have them: a target in percent, an actual value beside it, mostly met.
std::vector<Filing> trees() {
    std::mt19937_64 random(5);
    std::vector<Filing> made(trees_made);
    for (Filing& filing : made) {
        for (std::size_t h = 0; h < headings; ++h) {
            Indicator heading;
            heading.name = "产出指标";
            for (std::size_t r = 0; r < rows_each; ++r) {
                Indicator row;
                row.name = "指标 " + std::to_string(r);
                row.weight = Decimal{5};
                row.comparison = r == 4 ? Target::at_most : Target::at_least;
                row.target = Percent(Decimal{r == 4 ? 100 : 90});
                row.actual = Percent(Decimal::of(static_cast<std::int64_t>(8000 + random() % 2000), 2));
                heading.indicators.push_back(std::move(row));
            }
            filing.evaluation.indicators.push_back(std::move(heading));
        }
    }
    return made;
}

void score_trees(benchmark::State& state) {
    const std::vector<Filing> filings = trees();
    const Profile& profile = *find_profile("cn-2020-10");
    std::size_t complete = 0;
    for (auto _ : state) {
        for (const Filing& filing : filings) {
            const Score result = score(filing, profile);
            complete += result.complete ? 1 : 0;
            benchmark::DoNotOptimize(result);
        }
    }
    if (complete == 0) state.SkipWithError("no tree was scored");
    bench::measured(state, filings.size());
    state.counters["trees"] = benchmark::Counter(static_cast<double>(filings.size()),
                                                 benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(score_trees)->Name("score/tieout")->Unit(benchmark::kMicrosecond);

} // namespace
