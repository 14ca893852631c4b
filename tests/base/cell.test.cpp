// SPDX-License-Identifier: MIT
#include <tieout/base/cell.hpp>

#include <doctest/doctest.h>

#include <cstdint>

using namespace tieout;

TEST_CASE("a cell is named by its column in letters and its row") {
    CHECK(cell_name({1, 1}) == "A1");
    CHECK(cell_name({12, 3}) == "C12");
    CHECK(cell_name({1, 26}) == "Z1");
    CHECK(cell_name({1, 27}) == "AA1");
    CHECK(cell_name({1, 702}) == "ZZ1");
    CHECK(cell_name({1, 703}) == "AAA1");
    CHECK(cell_name({0, 3}).empty());
    CHECK(cell_name({3, 0}).empty());
}

TEST_CASE("every cell is found by its name") {
    for (const std::uint32_t row : {1U, 9U, 10U, 1'048'576U, UINT32_MAX})
        for (const std::uint32_t column : {1U, 25U, 26U, 27U, 52U, 53U, 702U, 703U, 16'384U, UINT32_MAX}) {
            CAPTURE(row);
            CAPTURE(column);
            CHECK(cell_named(cell_name({row, column})) == CellAddress{row, column});
        }
}

TEST_CASE("what is no cell has no address") {
    for (const char* name : {"", "A", "1", "1A", "a1", "A0", "A01", "A1 ", " A1", "A-1", "A1B", "A4294967296",
                             "ZZZZZZZZ1", "Ａ1"}) {
        CAPTURE(name);
        CHECK_FALSE(cell_named(name));
    }
}
