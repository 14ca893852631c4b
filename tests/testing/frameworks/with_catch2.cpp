// SPDX-License-Identifier: MIT
// The assertions under Catch2. Those of the test case with the tag `fails` are to fail, and say why.
#define CATCH_CONFIG_MAIN // of version 2, which is a header alone
#include <tieout/testing/catch2.hpp>

#include <tieout/numbers/literals.hpp>

namespace {

using namespace tieout;
using namespace tieout::literals;

Filing filing_with_total(Money total) {
    Filing filing;
    filing.expenditure.executed = total;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.76_wan;
    return filing;
}

} // namespace

TEST_CASE("sums, quotients and counts tie out") {
    CHECK_TIES(467.35_wan + 1241.76_wan, 1709.11_wan);
    REQUIRE_TIES(1184.91_wan + 5498.15_wan, 6683.05_wan);
    CHECK_TIES(451.59_wan / 467.35_wan, 96.63_pct);
    CHECK_TIES(2608 / 2930, 89.01_pct);
    CHECK_TIES(5161 + 1025, 6186);
}

TEST_CASE("filings tie out, by the standard rules or by others") {
    CHECK_TIES_OUT(filing_with_total(1709.11_wan));
    REQUIRE_TIES_OUT(filing_with_total(1709.11_wan));
    const RuleSet ours = RuleSet::standard().severity("T07", Severity::warning);
    CHECK_TIES_OUT(filing_with_total(1790.11_wan), ours);
}

TEST_CASE("what does not tie out fails", "[fails]") {
    CHECK_TIES(467.35_wan + 1241.76_wan, 1709.31_wan);
    REQUIRE_TIES_OUT(filing_with_total(1790.11_wan));
    FAIL("never reached");
}
