// SPDX-License-Identifier: MIT
#include "relations/figure_numbers.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace tieout;
using detail::FigureNumbers;

TEST_CASE("figures are numbered in the order in which they come, however many there are") {
    for (const std::size_t count :
         {std::size_t{1}, std::size_t{127}, std::size_t{128}, std::size_t{129}, std::size_t{5000}}) {
        const std::vector<Figure> figures(count + 1);
        FigureNumbers numbers;
        CHECK(numbers.find(&figures[0]) == -1);
        for (std::size_t i = 0; i < count; ++i) {
            const auto [number, added] = numbers.add(&figures[i]);
            REQUIRE(added);
            REQUIRE(number == static_cast<int>(i));
            REQUIRE(!numbers.add(&figures[i / 2]).second);
        }
        for (std::size_t i = 0; i < count; ++i) REQUIRE(numbers.find(&figures[i]) == static_cast<int>(i));
        CHECK(numbers.find(&figures[count]) == -1);
    }
}

TEST_CASE("another figure can have the number of one that is known") {
    const std::vector<Figure> figures(3);
    FigureNumbers numbers;
    numbers.add(&figures[0]);
    CHECK(numbers.add(&figures[1], 0).second);
    CHECK(numbers.find(&figures[1]) == 0);
    CHECK(numbers.add(&figures[2]).first == 1);
    CHECK(numbers.add(&figures[1], 1).first == 0);
}
