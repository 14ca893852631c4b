// SPDX-License-Identifier: MIT
// Reads published reports, and text of ten megabytes that is nothing but figures, and copies the same bytes: the time of both grows with the memory of the
// machine, so that their ratio says more than megabytes a second, which are printed as well.

#include "measured.hpp"

#include "../tests/read/text/generated_report.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <benchmark/benchmark.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

namespace tieout::bench {
namespace {

/// The published reports that lie beside the project, where they do: their sentences may not be a part of it.
const std::vector<std::string>& reports() {
    static const std::vector<std::string> texts = [] {
        std::vector<std::string> all;
        std::error_code none;
        for (const auto& entry : std::filesystem::directory_iterator(TIEOUT_REPORTS, none)) {
            std::ifstream file(entry.path(), std::ios::binary);
            all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
        return all;
    }();
    return texts;
}

/// Generated reports one after another; prose and tables, the densest in figures that there is.
const std::string& published() {
    static const std::string text = [] {
        constexpr std::size_t megabytes = 10;
        std::string all;
        for (std::uint64_t seed = 0; all.size() < megabytes * 1'000'000; ++seed) {
            test::Print print = test::print_of(seed);
            print.html = false;
            print.crlf = false;
            all += test::printed(test::generated_report(seed), print, seed);
        }
        return all;
    }();
    return text;
}

void finish(benchmark::State& state) {
    measured(state, published().size());
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(published().size()));
}

void read_tieout(benchmark::State& state) {
    const std::string& text = published();
    for (auto _ : state) {
        Document document = read_report(text, "generated");
        benchmark::DoNotOptimize(document);
    }
    finish(state);
}

void read_memcpy(benchmark::State& state) {
    const std::string& text = published();
    std::string copy(text.size(), '\0');
    for (auto _ : state) {
        std::memcpy(copy.data(), text.data(), text.size());
        benchmark::ClobberMemory();
    }
    finish(state);
}

/// Reads and checks them one after the other, each as a document of its own.
void reports_tieout(benchmark::State& state) {
    std::size_t size = 0;
    for (const std::string& text : reports()) size += text.size();
    if (size == 0) return state.SkipWithError("no published reports beside the project");
    for (auto _ : state)
        for (const std::string& text : reports()) {
            const Document document = read_report(text, "published");
            if (!document.filing) continue;
            Report report = check(*document.filing);
            benchmark::DoNotOptimize(report);
        }
    measured(state, size);
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(size));
}

void reports_memcpy(benchmark::State& state) {
    std::string all;
    for (const std::string& text : reports()) all += text;
    if (all.empty()) return state.SkipWithError("no published reports beside the project");
    std::string copy(all.size(), '\0');
    for (auto _ : state) {
        std::memcpy(copy.data(), all.data(), all.size());
        benchmark::ClobberMemory();
    }
    measured(state, all.size());
}

BENCHMARK(reports_tieout)->Name("reports/tieout")->Unit(benchmark::kMillisecond);
BENCHMARK(reports_memcpy)->Name("reports/memcpy")->Unit(benchmark::kMillisecond);
BENCHMARK(read_tieout)->Name("read_text/tieout")->Unit(benchmark::kMillisecond);
BENCHMARK(read_memcpy)->Name("read_text/memcpy")->Unit(benchmark::kMillisecond);

} // namespace
} // namespace tieout::bench
