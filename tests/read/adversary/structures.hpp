// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_STRUCTURES_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_STRUCTURES_HPP

// What documents tell of an account, each way of telling it by itself. A structure writes sentences or tables in which
// every number ties out with every other that is of the same thing, and whose words say what they are of. A new one is one
// entry in a list of its file.

#include "writer.hpp"

#include <span>
#include <string_view>

namespace tieout::test::adversary {

struct Structure {
    std::string_view name;
    /// Headings that it may stand under, as a pattern.
    std::string_view headings;
    void (*write)(Writer&);
    /// Its words do not say what they are of: the heading does, and must be there.
    bool needs_heading = false;
};

[[nodiscard]] std::span<const Structure> total_structures();
[[nodiscard]] std::span<const Structure> fund_structures();
[[nodiscard]] std::span<const Structure> section_structures();
[[nodiscard]] std::span<const Structure> expense_structures();
[[nodiscard]] std::span<const Structure> other_structures();
[[nodiscard]] std::span<const Structure> scope_structures();
[[nodiscard]] std::span<const Structure> count_structures();
[[nodiscard]] std::span<const Structure> wording_structures();
[[nodiscard]] std::span<const Structure> clause_structures();
[[nodiscard]] std::span<const Structure> series_structures();
[[nodiscard]] std::span<const Structure> official_tables();
[[nodiscard]] std::span<const Structure> other_tables();
[[nodiscard]] std::span<const Structure> grid_structures();
/// Of budgets before the year.
[[nodiscard]] std::span<const Structure> budget_structures();
[[nodiscard]] std::span<const Structure> english_structures();
/// Of places rather than of bodies.
[[nodiscard]] std::span<const Structure> regional_structures();

} // namespace tieout::test::adversary

#endif
