// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_RANDOM_HPP
#define TIEOUT_TESTS_RANDOM_HPP

// Chance for tests that make their own documents: seeds alone decide what comes out, on every platform.

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace tieout::test {

/// SplitMix64: what the distributions of the standard library draw differs from one library to the next.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// From `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool one_in(std::int64_t n) { return between(1, n) == 1; }
    std::string_view of(std::initializer_list<std::string_view> words) {
        return words.begin()[between(0, static_cast<std::int64_t>(words.size()) - 1)];
    }

  private:
    std::uint64_t state_;
};

} // namespace tieout::test

#endif
