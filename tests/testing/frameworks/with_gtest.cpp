// SPDX-License-Identifier: MIT
// The assertions under GoogleTest. Those of the suite `fails` are to fail, and say why.
#include <tieout/testing/gtest.hpp>

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

TEST(ties, sums_quotients_and_counts) {
    EXPECT_TIES(467.35_wan + 1241.76_wan, 1709.11_wan);
    ASSERT_TIES(1184.91_wan + 5498.15_wan, 6683.05_wan);
    EXPECT_TIES(451.59_wan / 467.35_wan, 96.63_pct);
    EXPECT_TIES(2608 / 2930, 89.01_pct);
    EXPECT_TIES(5161 + 1025, 6186);
}

TEST(ties, filings_by_the_standard_rules_or_by_others) {
    EXPECT_TIES_OUT(filing_with_total(1709.11_wan));
    ASSERT_TIES_OUT(filing_with_total(1709.11_wan));
    const RuleSet ours = RuleSet::standard().severity("T07", Severity::warning);
    EXPECT_TIES_OUT(filing_with_total(1790.11_wan), ours);
}

TEST(fails, a_sum) {
    EXPECT_TIES(467.35_wan + 1241.76_wan, 1709.31_wan);
    ASSERT_TIES_OUT(filing_with_total(1790.11_wan)) << "and goes on to here";
    FAIL() << "never reached";
}
