// SPDX-License-Identifier: MIT
#include <tieout/numbers/literals.hpp>
#include <tieout/relations/figure.hpp>

#include "../base/ended.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::literals;

TEST_CASE("a figure made from a number, an amount or a percentage is known and has its unit") {
    CHECK(Figure(1709.11_wan).unit == unit::wan_yuan);
    CHECK(Figure(96.63_pct).unit == unit::percent);
    CHECK(Figure(Decimal{5}).unit == unit::plain);
    CHECK(Figure(8, "批次").unit.exact);
    CHECK(Figure(8, "批次").known());
    CHECK(identical(Figure(1709.10_wan).value, 1709.10_dec));
}

TEST_CASE("a figure without a number is not known, 无 is known to be nothing") {
    Figure figure;
    CHECK_FALSE(figure.known());
    for (const State state : {State::blank, State::not_applicable, State::approximate, State::unreadable}) {
        figure.state = state;
        CHECK_FALSE(figure.known());
    }
    figure.state = State::none_by_word;
    CHECK(figure.known());
}

// "a bare `0` takes, in each relation, the finest scale of the other figures there" (design, section 4)
TEST_CASE("only a 0 without decimals is bare") {
    CHECK(Figure(0_wan).bare_zero);
    CHECK_FALSE(Figure(0.0_wan).bare_zero);
    CHECK_FALSE(Figure(1_wan).bare_zero);
}

// "`decimals`: digits after the point that the figure is stated to, in its own unit, −3 for thousands; absent or null:
// as printed" (design, section 7.3)
TEST_CASE("a figure is known to the digits that it is printed with, unless decimals say otherwise") {
    Figure figure(1709.11_wan);
    CHECK(figure.scale() == 2);
    figure.decimals = -3;
    CHECK(figure.scale() == -3);
    figure.decimals = 4;
    CHECK(figure.scale() == 4);
}

// "`"sense":-1` says that the words reverse the printed sign (减少13%)" (design, section 7.3)
TEST_CASE("the base value is in the base unit and has the sign that the words say") {
    CHECK(Figure(1709.11_wan).base_value() == 17091100_dec);
    CHECK(Figure(1.5_yi).base_value() == 150000000_dec);
    CHECK(Figure(13_pct).base_value() == 0.13_dec);
    Figure figure(13_pct);
    figure.sense = -1;
    CHECK(figure.base_value() == -0.13_dec);
    CHECK(Figure(Decimal{5}).base_value() == 5_dec);
}

TEST_CASE("a figure takes its table and its name on the way") {
    const Figure figure = Figure(1709.11_wan).in("table 2").called("总支出");
    CHECK(figure.context == "table 2");
    CHECK(figure.label == "总支出");
    CHECK(figure.known());
}

TEST_CASE("what the document does not speak of is not stated, an empty cell is") {
    Stated figure;
    CHECK_FALSE(figure.stated());
    CHECK_FALSE(figure.known());
    figure.also(Figure());
    CHECK(figure.stated());
    CHECK_FALSE(figure.known());
    figure.also(1709.11_wan);
    CHECK(figure.known());
    CHECK(figure.statements().size() == 2);
}

// "Other relations use the statement from their own table or sentence, else the most precise" (design, section 4)
TEST_CASE("the best statement is the most precise number, the first of equals") {
    const Stated equals{Figure(5498.14_wan), Figure(5498.15_wan)};
    CHECK(equals.best().value == 5498.14_dec);
    const Stated finer{Figure(5498_wan), Figure(5498.15_wan), Figure(5498.2_wan)};
    CHECK(finer.best().value == 5498.15_dec);
    const Stated with_blank{Figure(), Figure(5498_wan), Figure()};
    CHECK(with_blank.best().known());
    const Stated blanks{Figure(), Figure()};
    CHECK(&blanks.best() == &blanks.statements()[0]);
}

TEST_CASE("precision is compared across units") {
    const Stated figure{Figure(1709.11_wan), Figure(17091123_yuan)};
    CHECK(figure.best().value == 17091123_dec); // to 1 元, beside 100 元
    const Stated other{Figure(1709.1123_wan), Figure(17091120_yuan)};
    CHECK(other.best().value == 1709.1123_dec); // both to 1 元: the first
    Figure rough(17091123_yuan);
    rough.decimals = -4;
    const Stated said{Figure(1709.11_wan), rough};
    CHECK(said.best().value == 1709.11_dec);
}

TEST_CASE("an approximate statement is no better than a coarse number") {
    Figure about(1709.112_wan);
    about.state = State::approximate;
    const Stated figure{about, Figure(1709_wan)};
    CHECK(figure.best().value == 1709_dec);
}

TEST_CASE("the best statement of a figure that is not stated ends the program with a message") {
    const Stated nothing;
    bool seen = false;
    CHECK(test::message_at_the_end_of([&] { seen = is_zero(nothing.best().value); }) ==
          "tieout: best() was asked of a figure that the document does not state\n");
    CHECK(test::message_at_the_end_of([&] { seen = is_zero(Stated().best().value); }) ==
          "tieout: best() was asked of a figure that the document does not state\n");
    CHECK_FALSE(seen);
}
