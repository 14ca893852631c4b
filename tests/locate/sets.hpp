// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_LOCATE_SETS_HPP
#define TIEOUT_TESTS_LOCATE_SETS_HPP

// Answers of locating as tests compare them.

#include <tieout/locate/locate.hpp>

#include <set>
#include <utility>

namespace tieout::test {

using Sets = std::set<std::set<const Figure*>>;

/// All combinations of one set of each part.
inline Sets sets_of(const Located& found) {
    Sets all{{}};
    for (const FaultyPart& part : found.parts) {
        Sets next;
        for (const auto& before : all)
            for (const auto& set : part.minimal_sets) {
                auto both = before;
                both.insert(set.begin(), set.end());
                next.insert(std::move(both));
            }
        all = std::move(next);
    }
    return all;
}

} // namespace tieout::test

#endif
