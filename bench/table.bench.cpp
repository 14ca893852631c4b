// SPDX-License-Identifier: MIT
// Reads and checks a file of rows and columns with 100,000 rows, and one a tenth as long: a row of the one must not take
// longer than a row of the other.

#include "measured.hpp"
#include "projects.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace tieout::bench {
namespace {

constexpr std::size_t few = long_table / 10;

void check_projects(benchmark::State& state, std::size_t rows) {
    const std::string text = projects(rows);
    for (auto _ : state) {
        const Document document = read_report(text, "projects.csv");
        if (!document.filing) return state.SkipWithError("not read");
        Report report = check(*document.filing);
        benchmark::DoNotOptimize(report);
    }
    measured(state, rows);
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(text.size()));
}

void table_tieout(benchmark::State& state) { check_projects(state, long_table); }
void table_tenth(benchmark::State& state) { check_projects(state, few); }

BENCHMARK(table_tieout)->Name("table_row/tieout")->Unit(benchmark::kMillisecond);
BENCHMARK(table_tenth)->Name("table_row/tenth")->Unit(benchmark::kMillisecond);

} // namespace
} // namespace tieout::bench
