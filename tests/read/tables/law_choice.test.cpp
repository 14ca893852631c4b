// SPDX-License-Identifier: MIT
#include "read/tables/law_choice.hpp"

#include "../text/pages.hpp"
#include "../text/table_drafts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>

using namespace tieout;
using namespace tieout::test;
using detail::Law;
using detail::LawLines;

namespace {

LawLines lines_of(const std::vector<std::vector<int>>& numbers) {
    LawLines lines;
    for (const auto& line : numbers) {
        auto& made = lines.emplace_back();
        for (const int number : line) made.push_back(detail::LawNumber{number, 0, 0});
    }
    return lines;
}

std::vector<Law> laws_of(const std::vector<std::vector<int>>& numbers) {
    const std::vector<bool> none(numbers.size(), false);
    return detail::find_laws(lines_of(numbers), {.total = none, .average = none, .rate = none});
}

/// The lines that sums are made for, in order.
std::vector<std::size_t> subjects_of(const std::vector<Law>& laws) {
    std::vector<std::size_t> subjects;
    for (const Law& law : laws)
        if (law.kind == Law::Kind::sum) subjects.push_back(law.subject);
    std::sort(subjects.begin(), subjects.end());
    return subjects;
}

/// Parts of the inferred relations of a kind whose result has this label, or any if it is empty, and how many there are.
struct Inferred {
    std::size_t parts = 0;
    std::size_t count = 0;
};
Inferred inferred(std::string_view table, Kind kind, std::string_view label) {
    const auto draft = draft_of(std::string(table));
    Inferred found;
    for (const detail::Statement& statement : draft.statements) {
        const detail::Reading& reading = statement.readings.front();
        if (statement.word != "inferred" || reading.kind != kind) continue;
        if (!label.empty() && draft.mentions[reading.subject].figure.label != label) continue;
        found.parts = std::max(found.parts, reading.first.size());
        ++found.count;
    }
    return found;
}

} // namespace

TEST_CASE("a line repeats the first that has the same numbers, if they are not all one number") {
    const auto originals =
        detail::originals_of(lines_of({{4, 5, 9}, {4, 5, 8}, {4, 5, 9}, {7, 7, 7}, {7, 7, 7}}));
    CHECK(originals == std::vector<std::size_t>{0, 1, 0, 3, 4});
}

TEST_CASE("a total that is printed twice is made of its parts where they are, and not far off once more") {
    const std::vector<int> a{31742, 28915, 40627};
    const std::vector<int> b{10931, 17760, 12284};
    const std::vector<int> total{42673, 46675, 52911};
    const std::vector<int> other{777, 61, 903};
    // Assets far above, liabilities and equity with their total.
    CHECK(subjects_of(laws_of({total, other, {5, 888, 2}, a, b, total})) == std::vector<std::size_t>{5});
    // A copy beside the total is as near.
    CHECK(subjects_of(laws_of({a, b, total, total})) == std::vector<std::size_t>{2, 3});
}

TEST_CASE("of columns that stand twice a sum of every so many is made of the first") {
    std::vector<std::vector<int>> numbers;
    for (int exam = 0; exam < 3; ++exam) {
        std::vector<int> points;
        std::vector<int> curve;
        for (int row = 0; row < 6; ++row) {
            points.push_back(100 + 37 * exam + 11 * row * (exam + 1) % 89);
            curve.push_back(21 + 5 * exam + row % 2);
        }
        numbers.push_back(curve);
        numbers.push_back(points);
        numbers.push_back(points);
    }
    auto& sum = numbers.emplace_back(6);
    for (std::size_t row = 0; row < 6; ++row) sum[row] = numbers[1][row] + numbers[4][row] + numbers[7][row];
    const auto laws = laws_of(numbers);
    const auto of_sum = std::find_if(laws.begin(), laws.end(), [](const Law& law) {
        return law.kind == Law::Kind::sum && law.subject == 9;
    });
    REQUIRE(of_sum != laws.end());
    std::vector<std::size_t> lines = of_sum->lines;
    std::sort(lines.begin(), lines.end());
    CHECK(lines == std::vector<std::size_t>{1, 4, 7});
}

TEST_CASE("a second way to make a total needs digits that speak for it") {
    // Have = first + more, in eight places; by kind in three of them, with single digits.
    LawLines lines = lines_of({{5, 3, 6, 4, 2, 7, 5, 3},
                               {4, 6, 9, 2, 7, 3, 1, 5},
                               {9, 9, 15, 6, 9, 10, 6, 8},
                               {4, 4, 7, 0, 0, 0, 0, 0},
                               {3, 2, 5, 0, 0, 0, 0, 0},
                               {2, 3, 3, 0, 0, 0, 0, 0}});
    for (std::size_t line = 3; line < 6; ++line)
        for (std::size_t place = 3; place < 8; ++place) lines[line][place] = std::nullopt;
    const std::vector<bool> none(6, false);
    CHECK(subjects_of(detail::find_laws(lines, {.total = none, .average = none, .rate = none})) ==
          std::vector<std::size_t>{2});
}

TEST_CASE("the numbers of columns are no parts of amounts in thousands") {
    const auto with = [](const std::vector<int>& small) {
        std::vector<std::vector<int>> numbers({small,
                                               {497000, 115000, 75000, 89000, 125000},
                                               {497000, 115000, 75000, 89000, 125000},
                                               {2000, 31000, 44000, 12000, 9000},
                                               {81000, 17000, 62000, 50000, 33000},
                                               {7000, 5000, 13000, 8000, 22000},
                                               {19000, 64000, 27000, 94000, 3000}});
        return subjects_of(laws_of(numbers)).size();
    };
    CHECK(with({4, 5, 6, 7, 8}) == 0);
    // Of thousands themselves it may be a sum that is rounded.
    CHECK(with({1000, 0, 1000, 1000, 0}) > 0);
}

TEST_CASE("one small number alone is no law, without the name of a total") {
    CHECK(laws_of({{2}, {0}, {0}, {1}, {1}}).empty());
    CHECK(laws_of({{21742}, {9000}, {2742}, {3000}, {7000}}).size() == 1);
}

TEST_CASE("a rate of one value needs more places than one of several") {
    const auto rates = [](std::string_view rows) {
        return inferred("Item|A|B|C|D|E\n" + std::string(rows), Kind::ratio, "Rate").count;
    };
    CHECK(rates("Cost|1000|8000|2400||\nRate|200|200|200||\nHours|5|40|12||") == 0);
    CHECK(rates("Cost|1000|8000|2400|800|600\nRate|200|200|200|200|200\nHours|5|40|12|4|3") == 5);
    CHECK(rates("Cost|1000|8120|2400||\nRate|200|203|200||\nHours|5|40|12||") == 3);
}

TEST_CASE("a rate of amounts in thousands may be off by the rounding of both") {
    const auto rates = [](std::string_view name, std::string_view first) {
        return inferred("Year|All|Trade|" + std::string(name) + "\nA|233|204|" + std::string(first) +
                            "\nB|241|210|87.3\nC|264|232|87.7\nD|293|258|88.0\nE|343|312|90.9\n"
                            "F|380|338|89.1\nG|421|377|89.5\nH|475|426|89.6\nI|503|452|89.9\nK|559|501|89.7",
                        Kind::ratio, "B")
            .count;
    };
    CHECK(rates("Ratio of trade", "87.4") == 1);
    CHECK(rates("Something", "87.4") == 0);
    // 204.5 / 232.5 is 87.96 at the most.
    CHECK(rates("Ratio of trade", "88.2") == 0);
}

TEST_CASE("a mean behind other lines may count what is left blank for nothing") {
    std::string table = "Name|A|B|C|D|Total|Mean";
    const auto row = [&](int i, bool blank) {
        const int a = 11 + 7 * i % 13;
        const int b = blank ? 0 : 23 + 5 * i % 17;
        const int c = 8 + 11 * i % 19;
        const int d = 3 * i + 4;
        const int sum = a + b + c + d;
        table += "\nR" + std::to_string(i) + "|" + std::to_string(a) + "|" +
                 (blank ? "" : std::to_string(b)) + "|" + std::to_string(c) + "|" + std::to_string(d) + "|" +
                 std::to_string(sum) + "|" + std::to_string(sum / 4) + "." +
                 std::to_string(sum % 4 * 25 + 100).substr(1);
    };
    for (int i = 0; i < 14; ++i) row(i, i == 5);
    CHECK(inferred(table, Kind::average, "R3").parts == 4);
    CHECK(inferred(table, Kind::average, "R5").count == 0);
}

TEST_CASE("what stands over rows with dashes names them, and a cross stands for nothing") {
    CHECK(inferred(
              "Item|2001|2002|2003\nProfit|131.8|147.9|115.6\nInterest payable|||\n- Group|-20|-33.3|-28.9\n"
              "- Others|-5.2|-7.2|-6.3\nBefore tax|106.6|107.4|80.4",
              Kind::sum, "Before tax")
              .parts == 3);
    CHECK(inferred("Name|MC|Essay|Stat|Curve|Total\nA|12|19.5|29||60.5\nB|10.5|20.5|26|#|57\n"
                   "C|9|19|18.5|x #|46.5",
                   Kind::sum, {})
              .parts == 4);
}

TEST_CASE("what stands under a row in another language is no list of it by that alone") {
    const auto statements = [](std::string_view label) {
        const auto draft =
            draft_of(std::string(label) + "|40942|28308\n    A|49242|49917\n    B|-1284|-4432\n");
        return std::count_if(draft.statements.begin(), draft.statements.end(),
                             [](const detail::Statement& statement) { return statement.word == "sum"; });
    };
    CHECK(statements("Item|2001|2002\nOPERATING PROFIT") == 0);
    CHECK(statements("项目|2001年|2002年\n城乡社区公共设施") > 0);
}
