// SPDX-License-Identifier: MIT
#include <tieout/numbers/literals.hpp>
#include <tieout/numbers/rounding.hpp>

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::literals;

namespace {

/// One number rounded to whole numbers in all seven ways, in the order of the enumeration.
struct Row {
    Decimal number;
    int half_up, half_even, half_down, up, down, floor, ceiling;
};

constexpr Row rows[] = {
    {2.0_dec, 2, 2, 2, 2, 2, 2, 2},         {2.1_dec, 2, 2, 2, 3, 2, 2, 3},
    {2.4999_dec, 2, 2, 2, 3, 2, 2, 3},      {2.5_dec, 3, 2, 2, 3, 2, 2, 3},
    {2.5001_dec, 3, 3, 3, 3, 2, 2, 3},      {3.5_dec, 4, 4, 3, 4, 3, 3, 4},
    {0.5_dec, 1, 0, 0, 1, 0, 0, 1},         {-0.5_dec, -1, 0, 0, -1, 0, -1, 0},
    {-2.0_dec, -2, -2, -2, -2, -2, -2, -2}, {-2.1_dec, -2, -2, -2, -3, -2, -3, -2},
    {-2.5_dec, -3, -2, -2, -3, -2, -3, -2}, {-2.5001_dec, -3, -3, -3, -3, -2, -3, -2},
    {-3.5_dec, -4, -4, -3, -4, -3, -4, -3},
};

constexpr bool as_tabulated() {
    for (const Row& row : rows) {
        if (rounded(row.number, 0, Rounding::half_up) != row.half_up) return false;
        if (rounded(row.number, 0, Rounding::half_even) != row.half_even) return false;
        if (rounded(row.number, 0, Rounding::half_down) != row.half_down) return false;
        if (rounded(row.number, 0, Rounding::up) != row.up) return false;
        if (rounded(row.number, 0, Rounding::down) != row.down) return false;
        if (rounded(row.number, 0, Rounding::floor) != row.floor) return false;
        if (rounded(row.number, 0, Rounding::ceiling) != row.ceiling) return false;
    }
    return true;
}

static_assert(as_tabulated());

} // namespace

TEST_CASE("every rounding stands at its place in the table and is found by its name") {
    for (const RoundingEntry& entry : roundings) {
        CHECK(name_of(entry.rounding) == entry.name);
        CHECK(term_of(entry.rounding) == entry.term);
        CHECK(rounding_named(entry.name) == entry.rounding);
    }
    CHECK(name_of(Rounding::ceiling) == "ceiling");
    CHECK_FALSE(rounding_named("nearest"));
    CHECK_FALSE(rounding_named(""));
}
