// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BENCH_STREAMS_RANDOM_HPP
#define TIEOUT_BENCH_STREAMS_RANDOM_HPP

// Numbers that are the same for the same seed on every machine, which the distributions of <random> do not promise.

#include <cstdint>

namespace tieout::bench {

/// SplitMix64.
class Random {
  public:
    /// Document by document, so that each is the same whatever comes before it.
    Random(std::uint64_t seed, std::uint64_t document) : state_(seed) {
        state_ = next() ^ (document * 0x9E3779B97F4A7C15U);
    }

    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    /// From 0 up to, and without, the bound; that some come up more often by one in 2^40 does no harm here.
    std::int64_t below(std::int64_t bound) {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
    }
    /// Both ends are included.
    std::int64_t between(std::int64_t least, std::int64_t most) { return least + below(most - least + 1); }

  private:
    std::uint64_t state_;
};

} // namespace tieout::bench

#endif
