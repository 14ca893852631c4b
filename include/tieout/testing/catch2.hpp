// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTING_CATCH2_HPP
#define TIEOUT_TESTING_CATCH2_HPP

// Assertions for Catch2, of version 2 or 3: reported figures in unit tests. A failing one prints the finding in full.
//
//     CHECK_TIES(467.35_wan + 1241.76_wan, 1709.11_wan);   // a sum, and the figure that is stated
//     CHECK_TIES(451.59_wan / 467.35_wan, 96.63_pct);      // a quotient
//     CHECK_TIES_OUT(filing);                              // a whole filing: no error in it
//     CHECK_TIES_OUT(filing, ours);                        // by a set of rules
//
// REQUIRE_TIES and REQUIRE_TIES_OUT end the test case. What may be written in them is said in explain.hpp.

#include <tieout/testing/explain.hpp>

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>

#define TIEOUT_TESTING_CATCH2(explained, fail, text)                                                         \
    do {                                                                                                     \
        const std::string tieout_testing_why = explained;                                                    \
        if (tieout_testing_why.empty())                                                                      \
            SUCCEED(text);                                                                                   \
        else                                                                                                 \
            fail(text << "\n" << tieout_testing_why);                                                        \
    } while (false)

/// The stated figure ties out with what is recomputed.
#define CHECK_TIES(recomputed, stated)                                                                       \
    TIEOUT_TESTING_CATCH2(TIEOUT_EXPLAIN_TIES(recomputed, stated), FAIL_CHECK,                               \
                          "CHECK_TIES( " #recomputed ", " #stated " )")
/// The same, and ends the test case if it does not.
#define REQUIRE_TIES(recomputed, stated)                                                                     \
    TIEOUT_TESTING_CATCH2(TIEOUT_EXPLAIN_TIES(recomputed, stated), FAIL,                                     \
                          "REQUIRE_TIES( " #recomputed ", " #stated " )")

/// There is no error in the filing.
#define CHECK_TIES_OUT(...)                                                                                  \
    TIEOUT_TESTING_CATCH2(::tieout::testing::explain_ties_out(__VA_ARGS__), FAIL_CHECK,                      \
                          "CHECK_TIES_OUT( " #__VA_ARGS__ " )")
/// The same, and ends the test case if there is one.
#define REQUIRE_TIES_OUT(...)                                                                                \
    TIEOUT_TESTING_CATCH2(::tieout::testing::explain_ties_out(__VA_ARGS__), FAIL,                            \
                          "REQUIRE_TIES_OUT( " #__VA_ARGS__ " )")

#endif
