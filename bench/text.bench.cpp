// SPDX-License-Identifier: MIT
// Reads published text of ten megabytes, and copies the same bytes: the time of both grows with the memory of the
// machine, so that their ratio says more than megabytes a second, which are printed as well.

#include "measured.hpp"

#include "../tests/read/text/generated_report.hpp"

#include <tieout/read/text.hpp>

#include <benchmark/benchmark.h>

#include <cstring>
#include <string>

namespace tieout::bench {
namespace {

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

BENCHMARK(read_tieout)->Name("read_text/tieout")->Unit(benchmark::kMillisecond);
BENCHMARK(read_memcpy)->Name("read_text/memcpy")->Unit(benchmark::kMillisecond);

} // namespace
} // namespace tieout::bench
