// SPDX-License-Identifier: MIT
#include <tieout/testing/doctest.hpp>

#include <tieout/numbers/literals.hpp>

using namespace tieout;
using namespace tieout::literals;

namespace {
Filing filing_with_total(Money total) {
    Filing filing;
    filing.expenditure.executed = total;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.76_wan;
    return filing;
}
} // namespace

TEST_CASE("assertions about figures that tie out pass") {
    CHECK_TIES(467.35_wan + 1241.76_wan, 1709.11_wan);
    REQUIRE_TIES(467.35_wan + 1241.76_wan, 1709.11_wan);
    CHECK_TIES(3112.91_wan - 1129.81_wan + 50.82_wan, 2033.92_wan);
    CHECK_TIES(451.59_wan / 467.35_wan, 96.63_pct);
    CHECK_TIES(2608 / 2930, 89.01_pct);
    CHECK_TIES(1709.11_wan, 17091100_yuan);
    CHECK_TIES_OUT(filing_with_total(1709.11_wan));
    REQUIRE_TIES_OUT(filing_with_total(1709.11_wan));
}

TEST_CASE("an assertion keeps every figure of the sum, so that each may be rounded") {
    CHECK_TIES(1184.91_wan + 5498.15_wan, 6683.05_wan);
}

TEST_CASE("a total that does not tie out fails" * doctest::should_fail()) {
    CHECK_TIES(467.35_wan + 1241.76_wan, 1709.31_wan);
}

TEST_CASE("a rate that does not tie out fails" * doctest::should_fail()) {
    REQUIRE_TIES(2608 / 2930, 83.03_pct);
}

TEST_CASE("a filing that does not tie out fails" * doctest::should_fail()) {
    CHECK_TIES_OUT(filing_with_total(1790.11_wan));
}

TEST_CASE("what is required ends the test case" * doctest::should_fail()) {
    REQUIRE_TIES_OUT(filing_with_total(1790.11_wan));
    throw 0; // not reached
}
