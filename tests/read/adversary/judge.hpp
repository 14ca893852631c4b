// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_JUDGE_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_JUDGE_HPP

// What the program says of the adversary's documents: whom it accuses, counted by the structure that is told there.

#include "document.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test::adversary {

/// A broken or doubted check of a consistent document.
struct Accusation {
    std::string check{}; ///< its id
    std::string arithmetic{};
    std::string structures{}; ///< those that its figures are told in
    bool warning = false;
    bool doubted = false;
    bool beside = false; ///< of figures none of which is the one that was altered
};

struct Judgement {
    std::vector<Accusation> accusations{};
    std::size_t figures = 0;
    std::size_t covered = 0;
    std::size_t decided = 0; ///< checks that hold
    std::size_t undecided = 0;
    std::size_t problems = 0; ///< what reading complains about
};

[[nodiscard]] Judgement judge(const Printed& page);

enum class Seen : std::uint8_t { named, doubted, missed };
/// What is said of a document in which the figure with that text was altered. `beside`: what else is accused.
struct Sight {
    Seen seen = Seen::missed;
    std::vector<Accusation> beside{};
};
[[nodiscard]] Sight sight(const Printed& page, std::string_view altered);

/// Counts by structure.
struct Tally {
    std::size_t documents = 0;
    std::size_t accused = 0;
    std::size_t warned = 0;
    std::size_t doubted = 0;
    std::size_t altered = 0;
    std::size_t named = 0;
    std::size_t in_doubt = 0;
};
struct Totals {
    std::map<std::string, Tally, std::less<>> structures{};
    std::size_t documents = 0;
    std::size_t accused = 0; ///< documents with a broken check
    std::size_t doubted = 0; ///< documents with a doubted one
    std::size_t figures = 0;
    std::size_t covered = 0;
    std::size_t decided = 0;
    std::size_t undecided = 0;
    std::size_t problems = 0;
    std::size_t altered = 0;
    std::size_t named = 0;
    std::size_t in_doubt = 0;
    std::size_t beside = 0;
};
[[nodiscard]] std::string written(const Totals& totals);

/// Makes the document of that seed, judges it, alters a digit and looks again. What it is accused of is returned, before the
/// change and beside it.
std::vector<Accusation> try_document(std::uint64_t seed, Totals& totals, std::string_view only = {});

} // namespace tieout::test::adversary

#endif
