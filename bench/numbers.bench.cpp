// SPDX-License-Identifier: MIT
// Add, read, write and hold a percentage against two amounts: the same data for every number type.

#include "contender.hpp"
#include "measured.hpp"

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

namespace tieout::bench {
namespace {

constexpr std::size_t count = 100'000;

std::string with_two_decimals(std::uint64_t in_hundredths) {
    char text[32];
    return std::string(text, Contender<std::int64_t>::write(static_cast<std::int64_t>(in_hundredths), text));
}

/// Amounts below ten thousand with two decimals, as they stand in reports in 万元.
const std::vector<std::string>& amount_texts() {
    static const std::vector<std::string> texts = [] {
        std::mt19937_64 random(20260701);
        std::vector<std::string> made;
        for (std::size_t i = 0; i < count; ++i) made.push_back(with_two_decimals(random() % 1'000'000));
        return made;
    }();
    return texts;
}

struct PrintedShare {
    std::string part;
    std::string whole;
    std::string percent;
};

/// Shares as printed: nine in ten rounded as they should be, the tenth one hundredth of a percent off.
const std::vector<PrintedShare>& share_texts() {
    static const std::vector<PrintedShare> texts = [] {
        std::mt19937_64 random(20260702);
        std::vector<PrintedShare> made;
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint64_t whole = 1 + random() % 1'000'000;
            const std::uint64_t part = random() % (whole + 1);
            const std::uint64_t percent =
                (part * 20'000 + whole) / (2 * whole) + static_cast<std::uint64_t>(i % 10 == 0);
            made.push_back({with_two_decimals(part), with_two_decimals(whole), with_two_decimals(percent)});
        }
        return made;
    }();
    return texts;
}

template <class T>
std::vector<T> amounts() {
    std::vector<T> values;
    values.reserve(count);
    for (const std::string& text : amount_texts()) values.push_back(Contender<T>::read(text));
    return values;
}

template <class T>
void add(benchmark::State& state) {
    const std::vector<T> values = amounts<T>();
    for ([[maybe_unused]] auto _ : state) {
        T sum = Contender<T>::read("0.00");
        for (const T& value : values) Contender<T>::add(sum, value);
        benchmark::DoNotOptimize(sum);
    }
    measured(state, count);
}

template <class T>
void parse(benchmark::State& state) {
    const std::vector<std::string>& texts = amount_texts();
    for ([[maybe_unused]] auto _ : state) {
        for (const std::string& text : texts) {
            T value = Contender<T>::read(text);
            benchmark::DoNotOptimize(value);
        }
    }
    measured(state, count);
}

template <class T>
void format(benchmark::State& state) {
    const std::vector<T> values = amounts<T>();
    char text[256];
    for ([[maybe_unused]] auto _ : state) {
        for (const T& value : values) {
            std::size_t length = Contender<T>::write(value, text);
            benchmark::DoNotOptimize(length);
            benchmark::ClobberMemory();
        }
    }
    measured(state, count);
}

template <class T>
void ratio_check(benchmark::State& state) {
    struct Share {
        T part;
        T whole;
        T percent;
    };
    std::vector<Share> shares;
    shares.reserve(count);
    for (const PrintedShare& text : share_texts())
        shares.push_back({Contender<T>::read(text.part), Contender<T>::read(text.whole),
                          Contender<T>::read(text.percent)});
    std::size_t tied = 0;
    for ([[maybe_unused]] auto _ : state) {
        tied = 0;
        for (const Share& share : shares) {
            tied += static_cast<std::size_t>(Contender<T>::ties(share.part, share.whole, share.percent));
            // Each verdict is wanted by itself, not four at a time.
            benchmark::DoNotOptimize(tied);
        }
    }
    // 90,000 if the arithmetic is exact.
    state.counters["tied"] = static_cast<double>(tied);
    measured(state, count);
}

#define TIEOUT_FOR_EACH_CONTENDER(operation)                                                                 \
    BENCHMARK_TEMPLATE(operation, Decimal)->Name(#operation "/tieout");                                      \
    BENCHMARK_TEMPLATE(operation, double)->Name(#operation "/double");                                       \
    BENCHMARK_TEMPLATE(operation, std::int64_t)->Name(#operation "/int64");                                  \
    BENCHMARK_TEMPLATE(operation, cpp_int)->Name(#operation "/cpp_int");                                     \
    BENCHMARK_TEMPLATE(operation, cpp_dec_float_50)->Name(#operation "/cpp_dec_float_50");                   \
    BENCHMARK_TEMPLATE(operation, cpp_rational)->Name(#operation "/cpp_rational")

TIEOUT_FOR_EACH_CONTENDER(add);
TIEOUT_FOR_EACH_CONTENDER(parse);
TIEOUT_FOR_EACH_CONTENDER(format);
TIEOUT_FOR_EACH_CONTENDER(ratio_check);

} // namespace
} // namespace tieout::bench
