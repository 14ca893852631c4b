// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BENCH_MEASURED_HPP
#define TIEOUT_BENCH_MEASURED_HPP

// Benchmarks are named operation/contender and count what they handle, so that the table at the end can put the
// contenders of one operation side by side.
//
//     measured(state, amounts.size());   // at the end of a benchmark

#include <benchmark/benchmark.h>

#include <cstddef>

namespace tieout::bench {

/// The counter that holds the time of one item.
inline constexpr const char* per_item = "per_item";

/// What one iteration handled.
inline void measured(benchmark::State& state, std::size_t items) {
    state.counters[per_item] =
        benchmark::Counter(static_cast<double>(items),
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

} // namespace tieout::bench

#endif
