// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTING_DOCTEST_HPP
#define TIEOUT_TESTING_DOCTEST_HPP

// Assertions for doctest: reported figures in unit tests. A failing one prints the finding in full.
//
//     CHECK_TIES(467.35_wan + 1241.76_wan, 1709.11_wan);   // a sum, and the figure that is stated
//     CHECK_TIES(451.59_wan / 467.35_wan, 96.63_pct);      // a quotient
//     CHECK_TIES(5161 + 1025, 6186);                       // counts
//     CHECK_TIES_OUT(filing);                              // a whole filing: no error in it
//     CHECK_TIES_OUT(filing, ours);                        // by a set of rules
//
// They hold as the checks do: with the numbers as printed, or within their rounding. The first argument is a sum or
// one quotient; what stands in brackets or is multiplied in it is computed first and counts as one printed figure.

#include <tieout/testing/explain.hpp>

#include <doctest/doctest.h>

#include <string>

#define TIEOUT_TESTING_ASSERT(explain, fail_at, text)                                                        \
    do {                                                                                                     \
        const std::string tieout_testing_why = explain;                                                      \
        if (tieout_testing_why.empty())                                                                      \
            DOCTEST_CHECK_MESSAGE(true, text);                                                               \
        else                                                                                                 \
            fail_at(__FILE__, __LINE__, text << "\n" << tieout_testing_why);                                 \
    } while (false)

/// The stated figure ties out with what is recomputed.
#define CHECK_TIES(recomputed, stated)                                                                       \
    TIEOUT_TESTING_ASSERT(TIEOUT_EXPLAIN_TIES(recomputed, stated), DOCTEST_ADD_FAIL_CHECK_AT,                \
                          "CHECK_TIES( " #recomputed ", " #stated " )")
/// The same, and ends the test case if it does not.
#define REQUIRE_TIES(recomputed, stated)                                                                     \
    TIEOUT_TESTING_ASSERT(TIEOUT_EXPLAIN_TIES(recomputed, stated), DOCTEST_ADD_FAIL_AT,                      \
                          "REQUIRE_TIES( " #recomputed ", " #stated " )")

/// There is no error in the filing.
#define CHECK_TIES_OUT(...)                                                                                  \
    TIEOUT_TESTING_ASSERT(::tieout::testing::explain_ties_out(__VA_ARGS__), DOCTEST_ADD_FAIL_CHECK_AT,       \
                          "CHECK_TIES_OUT( " #__VA_ARGS__ " )")
/// The same, and ends the test case if there is one.
#define REQUIRE_TIES_OUT(...)                                                                                \
    TIEOUT_TESTING_ASSERT(::tieout::testing::explain_ties_out(__VA_ARGS__), DOCTEST_ADD_FAIL_AT,             \
                          "REQUIRE_TIES_OUT( " #__VA_ARGS__ " )")

#endif
