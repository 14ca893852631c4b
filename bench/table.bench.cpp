// SPDX-License-Identifier: MIT
// Reads and checks a file of rows and columns with 100,000 rows, and one a tenth as long: a row of the one must not take
// longer than a row of the other.

#include "measured.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>

namespace tieout::bench {
namespace {

constexpr std::size_t many = 100'000;
constexpr std::size_t few = many / 10;

std::string amount(std::uint64_t hundredths) {
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

/// Projects with two budgets, what was spent, and how much that is of the budget, with totals in the last row.
std::string projects(std::size_t rows) {
    std::string text = "项目名称,年初预算数,调整预算数,决算数,完成率\n";
    std::uint64_t state = 1;
    const auto up_to = [&](std::uint64_t most) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (state >> 33U) % most;
    };
    std::uint64_t totals[3] = {};
    const auto row = [&](const std::string& name, std::uint64_t initial, std::uint64_t adjusted,
                         std::uint64_t executed) {
        text += fmt::format("{},{},{},{},{}%\n", name, amount(initial), amount(adjusted), amount(executed),
                            amount((executed * 20'000 / adjusted + 1) / 2));
    };
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint64_t initial = 1'000 + up_to(100'000);
        const std::uint64_t adjusted = initial + up_to(500);
        const std::uint64_t executed = 50 + up_to(adjusted);
        row(fmt::format("项目{}", i + 1), initial, adjusted, executed);
        totals[0] += initial;
        totals[1] += adjusted;
        totals[2] += executed;
    }
    row("合计", totals[0], totals[1], totals[2]);
    return text;
}

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

void table_tieout(benchmark::State& state) { check_projects(state, many); }
void table_tenth(benchmark::State& state) { check_projects(state, few); }

BENCHMARK(table_tieout)->Name("table_row/tieout")->Unit(benchmark::kMillisecond);
BENCHMARK(table_tenth)->Name("table_row/tenth")->Unit(benchmark::kMillisecond);

} // namespace
} // namespace tieout::bench
