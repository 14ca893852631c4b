// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BENCH_STREAMS_FAULTS_HPP
#define TIEOUT_BENCH_STREAMS_FAULTS_HPP

// Slips of the kinds that clerks make, each large enough that no rounding explains it.

#include "accounts.hpp"

#include <string>
#include <string_view>

namespace tieout::bench {

/// What was done to a filing, and what must notice it.
struct Fault {
    std::string_view kind;
    std::string pointer;   // of the figure, or of the first of those that were changed alike
    std::string_view rule; // its code, or the id of a relation that the filing brings along
};

/// Puts one fault into accounts that tie out.
Fault spoil(Random& random, Accounts& accounts);

} // namespace tieout::bench

#endif
