// SPDX-License-Identifier: MIT
#include <tieout/testing/explain.hpp>

#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tieout;
using namespace tieout::literals;
using namespace tieout::testing;

namespace {
template <class A, class B>
concept multiplies = requires(A a, B b) {
    a* b;
};
template <class A, class B>
concept divides = requires(A a, B b) {
    a / b;
};

// A factor would scale the rounding of a figure, and an expression has none; nor has a quotient further terms.
static_assert(!multiplies<Expression, Decimal>);
static_assert(!divides<Quotient, Expression>);
static_assert(!std::constructible_from<Expression, Quotient>);
} // namespace

TEST_CASE("a sum that ties out needs no explanation") {
    CHECK(explain_ties(printed(467.35_wan) + 1241.76_wan, 1709.11_wan) == "");
    CHECK(explain_ties(printed(3112.91_wan) - 1129.81_wan + 50.82_wan, 2033.92_wan) == "");
    CHECK(explain_ties(printed(1709.11_wan), 1709.11_wan) == "");
    CHECK(explain_ties(Figure(1709.11_wan), 1709.11_wan) == "");
    CHECK(explain_ties(6186, 6186) == "");
}

TEST_CASE("each figure of a sum may be off by its own rounding, and no more") {
    // Three figures of two decimals: 0.015.
    CHECK(explain_ties(printed(1184.91_wan) + 5498.15_wan, 6683.05_wan) == "");
    CHECK(explain_ties(printed(1184.91_wan) + 5498.15_wan, 6683.08_wan) ==
          "1184.91 + 5498.15 = 6683.06, stated 6683.08\ndifference 0.02 万元, allowed at most 0.015 万元");
    // One number of two decimals that was added up before allows less.
    CHECK(explain_ties(printed(1184.91_wan + 5498.15_wan), 6683.05_wan) == "");
    CHECK(explain_ties(printed(1184.914_wan + 5498.15_wan), 6683.05_wan) != "");
}

TEST_CASE("the macro keeps the rounding of every term that is written in it") {
    CHECK(TIEOUT_EXPLAIN_TIES(1184.91_wan + 5498.15_wan, 6683.05_wan) == "");
    CHECK(TIEOUT_EXPLAIN_TIES(1184.91_wan + 5498.15_wan, 6683.05_wan) ==
          explain_ties(printed(1184.91_wan) + 5498.15_wan, 6683.05_wan));
    CHECK(TIEOUT_EXPLAIN_TIES(0.4_wan + 0.4_wan + 0.4_wan + 0.4_wan, 1.8_wan) == "");
    // As one printed figure it would be off by more than its rounding allows.
    CHECK(explain_ties(printed(0.4_wan + 0.4_wan + 0.4_wan + 0.4_wan), 1.8_wan) != "");
    CHECK(TIEOUT_EXPLAIN_TIES(451.59_wan / 467.35_wan, 96.63_pct) == "");
}

TEST_CASE("units are converted") {
    CHECK(explain_ties(printed(76320_yuan) + 23680_yuan, 10_wan) == "");
    CHECK(explain_ties(printed(76320_yuan) + 23680_yuan, 11_wan) != "");
}

TEST_CASE("integers are counts, and exact") {
    CHECK(explain_ties(printed(5161) + 1025, 6186) == "");
    CHECK(explain_ties(printed(5161) + 1025, 6187) != "");
    CHECK(explain_ties(printed(6186) - 5161, 1025) == "");
    CHECK(explain_ties(printed(2608) / 2930, 89.01_pct) == "");
}

TEST_CASE("a quotient is compared with the printed result") {
    CHECK(explain_ties(printed(451.59_wan) / 467.35_wan, 96.63_pct) == "");
    CHECK(
        explain_ties(printed(2608) / 2930, 83.03_pct).starts_with("2608 / 2930 = 89.0102%, stated 83.03%\n"));
    // Growth: both figures are printed.
    CHECK(explain_ties((printed(1709.11_wan) - 1262.92_wan) / 1262.92_wan, 35.33_pct) == "");
    CHECK(explain_ties((printed(1709.11_wan) - 1262.92_wan) / 1262.92_wan, 35.43_pct) != "");
}

TEST_CASE("what cannot be decided does not tie out, and says why") {
    CHECK(explain_ties(printed(1_wan) / 0_wan, 100_pct).ends_with("undecided: the divisor may be zero"));
    CHECK(explain_ties(printed(1_wan) + Stated{}, 1_wan).ends_with("undecided: a figure is not filled in"));
    CHECK(explain_ties(printed(1_wan) + 1_pct, 2_wan) != "");
}

TEST_CASE("figures of a filing may be named as they stand in it") {
    Filing filing;
    filing.expenditure.executed = 1709.11_wan;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.76_wan;
    const Expenditure& spent = filing.expenditure;
    CHECK(explain_ties(printed(spent.basic.executed) + spent.project.executed, spent.executed) == "");
}

TEST_CASE("the options of a check apply") {
    CheckOptions exact;
    exact.rounding = Printing::exact;
    CHECK(explain_ties(printed(1184.91_wan) + 5498.15_wan, 6683.05_wan, exact) != "");
}

TEST_CASE("an explanation is given in Chinese too") {
    CHECK(explain_ties(printed(1_wan) + 2_wan, 5_wan, {}, Language::zh) ==
          "1 + 2 = 3, 列报 5\n相差 2 万元, 允许至多 1.5 万元");
}

TEST_CASE("a filing that ties out needs no explanation, and one that does not gets every error") {
    Filing filing;
    filing.expenditure.executed = 1709.11_wan;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.76_wan;
    CHECK(explain_ties_out(filing) == "");

    filing.expenditure.executed = 1790.11_wan;
    const std::string why = explain_ties_out(filing);
    CHECK(why.find("467.35 + 1241.76 = 1709.11, stated 1790.11") != why.npos);
}

TEST_CASE("a filing of which nothing can be decided does not tie out") {
    CHECK(explain_ties_out(Filing{}) == "nothing in this filing could be decided");
}
