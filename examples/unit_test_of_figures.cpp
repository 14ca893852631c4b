// SPDX-License-Identifier: MIT
// How does a finance system's own unit test say that what it reports ties out? The last two test cases fail, to show
// what is printed then.
#define DOCTEST_CONFIG_IMPLEMENT
#include <tieout/testing/doctest.hpp>

#include <tieout/numbers/literals.hpp>

using namespace tieout;
using namespace tieout::literals;

/// Stands for the system under test.
Filing annual_report(Money total) {
    Filing filing;
    filing.expenditure.executed = total;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.76_wan;
    return filing;
}

TEST_CASE("the printed figures tie out") {
    CHECK_TIES(467.35_wan + 1241.76_wan, 1709.11_wan);
    CHECK_TIES(1184.91_wan + 5498.15_wan, 6683.05_wan); // within the rounding of three printed figures
    CHECK_TIES(451.59_wan / 467.35_wan, 96.63_pct);
    CHECK_TIES_OUT(annual_report(1709.11_wan));
}

TEST_CASE("a rate that was computed from something else") { CHECK_TIES(2608 / 2930, 83.03_pct); }

TEST_CASE("a total with two digits exchanged") { CHECK_TIES_OUT(annual_report(1790.11_wan)); }

int main(int argc, char** argv) {
    doctest::Context context(argc, argv);
    context.setOption("no-intro", true);
    return context.run();
}
