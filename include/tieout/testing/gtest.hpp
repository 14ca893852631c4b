// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTING_GTEST_HPP
#define TIEOUT_TESTING_GTEST_HPP

// Assertions for GoogleTest: reported figures in unit tests. A failing one prints the finding in full.
//
//     EXPECT_TIES(467.35_wan + 1241.76_wan, 1709.11_wan);   // a sum, and the figure that is stated
//     EXPECT_TIES(451.59_wan / 467.35_wan, 96.63_pct);      // a quotient
//     EXPECT_TIES_OUT(filing);                              // a whole filing: no error in it
//     EXPECT_TIES_OUT(filing, ours);                        // by a set of rules
//
// ASSERT_TIES and ASSERT_TIES_OUT end the test. What may be written in them is said in explain.hpp.

#include <tieout/testing/explain.hpp>

#include <gtest/gtest.h>

#include <string>

namespace tieout::testing {

/// What an assertion says, and why it does not hold; empty if it does.
struct GtestClaim {
    const char* text;
    std::string why;
};
[[nodiscard]] inline ::testing::AssertionResult holds_in_gtest(const char*, const GtestClaim& claim) {
    if (claim.why.empty()) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << claim.text << "\n" << claim.why;
}

} // namespace tieout::testing

#define TIEOUT_TESTING_GTEST(assertion, text, explained)                                                     \
    assertion(::tieout::testing::holds_in_gtest, (::tieout::testing::GtestClaim{text, explained}))

/// The stated figure ties out with what is recomputed.
#define EXPECT_TIES(recomputed, stated)                                                                      \
    TIEOUT_TESTING_GTEST(EXPECT_PRED_FORMAT1, "EXPECT_TIES( " #recomputed ", " #stated " )",                 \
                         TIEOUT_EXPLAIN_TIES(recomputed, stated))
/// The same, and ends the test if it does not.
#define ASSERT_TIES(recomputed, stated)                                                                      \
    TIEOUT_TESTING_GTEST(ASSERT_PRED_FORMAT1, "ASSERT_TIES( " #recomputed ", " #stated " )",                 \
                         TIEOUT_EXPLAIN_TIES(recomputed, stated))

/// There is no error in the filing.
#define EXPECT_TIES_OUT(...)                                                                                 \
    TIEOUT_TESTING_GTEST(EXPECT_PRED_FORMAT1, "EXPECT_TIES_OUT( " #__VA_ARGS__ " )",                         \
                         ::tieout::testing::explain_ties_out(__VA_ARGS__))
/// The same, and ends the test if there is one.
#define ASSERT_TIES_OUT(...)                                                                                 \
    TIEOUT_TESTING_GTEST(ASSERT_PRED_FORMAT1, "ASSERT_TIES_OUT( " #__VA_ARGS__ " )",                         \
                         ::tieout::testing::explain_ties_out(__VA_ARGS__))

#endif
