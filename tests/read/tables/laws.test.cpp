// SPDX-License-Identifier: MIT
#include "read/tables/law_search.hpp"
#include "read/vocabulary/line_words.hpp"

#include "../text/pages.hpp"
#include "../text/table_drafts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>

using namespace tieout;
using namespace tieout::test;
using detail::Law;
using detail::LawLines;

namespace {

std::vector<Law> find_laws(const LawLines& lines, const std::vector<bool>& named) {
    return detail::find_laws(
        lines, {.total = named, .average = named, .rate = std::vector<bool>(lines.size(), false)});
}

LawLines lines_of(const std::vector<std::vector<int>>& numbers) {
    LawLines lines;
    for (const auto& line : numbers) {
        auto& made = lines.emplace_back();
        for (const int number : line) made.push_back(detail::LawNumber{number, 0, 0});
    }
    return lines;
}

std::size_t inferred(const detail::Draft& draft) {
    return static_cast<std::size_t>(
        std::count_if(draft.statements.begin(), draft.statements.end(),
                      [](const detail::Statement& statement) { return statement.word == "inferred"; }));
}

/// Parts of the inferred relations of a kind whose result has this label, those that are left blank among them.
std::size_t parts_of(const detail::Draft& draft, Kind kind, std::string_view label) {
    std::size_t most = 0;
    for (const detail::Statement& statement : draft.statements) {
        const detail::Reading& reading = statement.readings.front();
        if (statement.word != "inferred" || reading.kind != kind) continue;
        if (draft.mentions[reading.subject].figure.label == label)
            most = std::max(most, reading.first.size());
    }
    return most;
}

} // namespace

TEST_CASE("a line that is the sum of those beside it in three places is a law") {
    const auto laws = find_laws(lines_of({{9, 15, 27}, {4, 5, 20}, {5, 10, 7}}), {false, false, false});
    REQUIRE(laws.size() == 1);
    CHECK(laws.front().kind == Law::Kind::sum);
    CHECK(laws.front().subject == 0);
    CHECK(laws.front().lines.size() == 2);
}

TEST_CASE("one place is a law only where the line is called a total") {
    const auto lines = lines_of({{9}, {4}, {5}});
    CHECK(find_laws(lines, {false, false, false}).empty());
    CHECK(find_laws(lines, {true, false, false}).size() == 1);
}

TEST_CASE("totals of totals are laws of their own") {
    const auto laws = find_laws(
        lines_of({{1, 2, 3}, {3, 5, 8}, {4, 7, 11}, {10, 20, 31}, {5, 6, 9}, {15, 26, 40}, {19, 33, 51}}),
        std::vector<bool>(7, false));
    CHECK(std::count_if(laws.begin(), laws.end(), [](const Law& law) { return law.subject == 6; }) >= 1);
    CHECK(std::count_if(laws.begin(), laws.end(), [](const Law& law) { return law.subject == 2; }) == 1);
}

TEST_CASE("quotients need five places with values that differ") {
    const auto line = [](std::vector<int> numbers) { return numbers; };
    const auto of = [&](int count) {
        std::vector<int> part;
        std::vector<int> whole;
        std::vector<int> rate;
        for (int i = 1; i <= count; ++i) {
            whole.push_back(40 * i);
            part.push_back(40 * i * (10 + 3 * i) / 100);
            rate.push_back((100 * part.back() + whole.back() / 2) / whole.back());
        }
        return find_laws(lines_of({line(part), line(whole), line(rate)}), {false, false, false});
    };
    const auto quotients = [](const std::vector<Law>& laws) {
        return std::count_if(laws.begin(), laws.end(),
                             [](const Law& law) { return law.kind == Law::Kind::quotient; });
    };
    CHECK(quotients(of(6)) >= 1);
    CHECK(quotients(of(4)) == 0);
}

TEST_CASE("a sum of two holds where one of them is blank, once it is known from others") {
    LawLines lines = lines_of({{9, 15, 27, 31, 12}, {4, 5, 20, 31, 1}, {5, 10, 7, 2, 12}});
    lines[2][3] = std::nullopt;
    lines[1][4] = std::nullopt;
    const auto laws = find_laws(lines, std::vector<bool>(3, false));
    REQUIRE(laws.size() == 1);
    CHECK(laws.front().holds.size() == 5);
    lines[0][4]->value = 13;
    for (const Law& law : find_laws(lines, std::vector<bool>(3, false))) CHECK(law.holds.size() == 3);
}

TEST_CASE("a total together with what makes it is no list") {
    // 24 = 21 + 3, and 48 is twice that.
    const auto laws = find_laws(
        lines_of({{21, 15, 20, 19, 18}, {3, 2, 4, 3, 5}, {24, 17, 24, 22, 23}, {48, 34, 48, 44, 46}}),
        std::vector<bool>(4, false));
    REQUIRE(!laws.empty());
    for (const Law& law : laws) CHECK((law.kind != Law::Kind::sum || law.subject == 2));
}

TEST_CASE("a sum of two that stand apart needs digits that speak for it") {
    const auto pairs = [](const std::vector<std::vector<int>>& numbers) {
        const auto laws = find_laws(lines_of(numbers), std::vector<bool>(numbers.size(), false));
        return std::count_if(laws.begin(), laws.end(), [](const Law& law) { return law.subject == 3; });
    };
    CHECK(pairs({{5177, 6081, 4944, 7719},
                 {9, 8, 7, 5},
                 {1203, 1554, 910, 2207},
                 {3974, 4527, 4034, 5512},
                 {9, 9, 9, 9}}) == 0);
    CHECK(pairs({{3974, 4527, 4034}, {9, 8, 7}, {1203, 1554, 910}, {5177, 6081, 4944}, {9, 9, 9}}) == 1);
    // Small counts agree by chance; columns that are multiples of each other agree everywhere if they do once.
    CHECK(pairs({{2, 3, 1}, {9, 8, 7}, {3, 1, 4}, {5, 4, 5}, {9, 9, 9}}) == 0);
    CHECK(pairs({{1000, 2000, 3000, 4000},
                 {7, 7, 9, 8},
                 {2000, 4000, 6000, 8000},
                 {3000, 6000, 9000, 12000},
                 {9, 9, 9, 9}}) == 0);
}

TEST_CASE("a sum of two with decimals may be off by its rounding in a third of its places") {
    LawLines lines;
    const auto line = [&](std::vector<int> numbers) {
        auto& made = lines.emplace_back();
        for (const int number : numbers) made.push_back(detail::LawNumber{number, 1, 1});
    };
    line({726, 772, 801, 806, 778});
    line({79, 45, 27, 3, 11});
    line({182, 207, 222, 241, 219});
    line({3, 9, 4, 8, 5});
    line({544, 565, 579, 564, 559});
    const auto pairs = [&] {
        const auto laws = find_laws(lines, std::vector<bool>(5, false));
        return std::count_if(laws.begin(), laws.end(), [](const Law& law) { return law.subject == 0; });
    };
    CHECK(pairs() == 1);
    lines[0][1]->value = 774;
    CHECK(pairs() == 0);
}

TEST_CASE("a rate whose base stands far off needs eight places, and what is divided by one says nothing") {
    const auto quotients = [](const LawLines& lines) {
        const auto laws = find_laws(lines, std::vector<bool>(lines.size(), false));
        return std::count_if(laws.begin(), laws.end(),
                             [](const Law& law) { return law.kind == Law::Kind::quotient; });
    };
    const auto far = [](int places) {
        std::vector<std::vector<int>> numbers(13, std::vector<int>(static_cast<std::size_t>(places), 0));
        for (int i = 0; i < places; ++i) {
            const auto c = static_cast<std::size_t>(i);
            numbers[0][c] = 4000 + 700 * i;
            numbers[11][c] = (4000 + 700 * i) * (11 + 3 * i) / 100;
            numbers[12][c] = 11 + 3 * i;
            for (std::size_t line = 1; line < 11; ++line)
                numbers[line][c] = static_cast<int>((line * 7919 + c * 104729) % 9973);
        }
        return lines_of(numbers);
    };
    CHECK(quotients(far(9)) == 1);
    CHECK(quotients(far(6)) == 0);
    CHECK(quotients(lines_of({{7, 8, 9, 5, 6, 3}, {1, 1, 1, 1, 1, 1}, {7, 8, 9, 5, 6, 3}})) == 0);
}

TEST_CASE("an average is stated as one, and equal numbers say nothing of theirs") {
    const auto draft =
        draft_of("Region|Q1|Q2|Q3|Mean\nA|4|5|9|6\nB|10|21|32|21\nC|2|6|7|5\nD|7|7|7|7\nE|1|5|18|8");
    std::size_t averages = 0;
    for (const detail::Statement& statement : draft.statements)
        averages += statement.readings.front().kind == Kind::average ? 1U : 0U;
    CHECK(averages >= 4);
    const auto laws =
        find_laws(lines_of({{5, 6, 7, 8, 9}, {5, 6, 7, 8, 9}, {5, 6, 7, 8, 9}}), {false, false, false});
    for (const Law& law : laws) CHECK(law.kind != Law::Kind::average);
}

TEST_CASE("what is inferred is open, and only where the words are silent") {
    const auto silent = draft_of("Region|North|South|All of it\nA|4|5|9\nB|10|21|31\nC|2|6|8\nD|7|7|14");
    REQUIRE(inferred(silent) >= 4);
    for (const detail::Statement& statement : silent.statements) CHECK(statement.evidence == Evidence::open);
    // 合计 and its columns are words, and say it themselves.
    const auto said = draft_of(
        "单位名称|合计|基本支出|项目支出\n甲|9|4|5\n乙|31|10|21\n丙|8|2|6\n合计|48|16|32", "", "万元");
    CHECK(inferred(said) == 0);
    CHECK(!said.statements.empty());
}

TEST_CASE("sums of counts that are rounded to multiples of five may be off by fives") {
    std::vector<std::vector<int>> numbers{
        {35, 65, 105, 135, 175, 210}, {15, 20, 50, 60, 80, 95}, {15, 40, 50, 70, 90, 110}};
    numbers.push_back({45, 85, 15, 25, 365, 70});
    const std::vector<bool> named{true, false, false, false};
    const auto sums = [&] {
        const auto laws = find_laws(lines_of(numbers), named);
        return std::count_if(laws.begin(), laws.end(), [](const Law& law) {
            return law.kind == Law::Kind::sum && law.lines.size() == 2;
        });
    };
    CHECK(sums() == 1);
    // One number that is no multiple, and all are exact.
    numbers[3][0] = 46;
    CHECK(sums() == 0);
}

TEST_CASE("rates of amounts that are rounded themselves are found where most are close") {
    LawLines lines;
    const auto line = [&](std::vector<int> numbers, std::int8_t scale) {
        auto& made = lines.emplace_back();
        for (const int number : numbers) made.push_back(detail::LawNumber{number, scale, scale});
    };
    line({2069, 1851, 3143, 1195, 703, 1145}, 1);
    line({2353, 2037, 3189, 1253, 701, 1289}, 1);
    line({137, 100, 15, 49, -3, 126}, 1);
    const auto laws = find_laws(lines, {false, false, false});
    CHECK(
        std::any_of(laws.begin(), laws.end(), [](const Law& law) { return law.kind == Law::Kind::change; }));
    // Far off, none.
    lines[2][0]->value = 150;
    lines[2][1]->value = 110;
    lines[2][2]->value = 25;
    for (const Law& law : find_laws(lines, {false, false, false})) CHECK(law.kind != Law::Kind::change);
}

TEST_CASE("what is left blank in a range belongs to it, and an average does not count it") {
    const auto draft = draft_of("Name|Q1|Q2|Q3|Q4|Total\n"
                                "A|4|5|9||18\n"
                                "B|10||32||42\n"
                                "C|2|6|||8\n"
                                "D|7|8|9||24\n"
                                "E|5|9|2||16\n"
                                "Average|5.6|7|13||21.6");
    // Q4 is named and not filled in yet.
    CHECK(parts_of(draft, Kind::sum, "A") == 4);
    CHECK(parts_of(draft, Kind::sum, "B") == 4);
    CHECK(parts_of(draft, Kind::average, "Average") == 5);
}

TEST_CASE(
    "a blank row without a name only parts the others, and the name of a group is blank in all columns") {
    const auto draft = draft_of("Item|2001|2002|2003\n"
                                "Cash|40|51|62\n"
                                "Other:|||\n"
                                "Loans|11|13|27\n"
                                "|||\n"
                                "Stock|9|8|33\n"
                                "Total|60|72|122");
    CHECK(parts_of(draft, Kind::sum, "Total") == 4);
}

TEST_CASE("blocks that stand far from what they make are found where several rows are alike") {
    // Five occupations of all, twelve other rows, the same of women, twelve others, the same of men.
    constexpr std::size_t apart = 17;
    std::vector<std::vector<int>> numbers(39, std::vector<int>(5));
    std::uint32_t seed = 1;
    for (auto& line : numbers)
        for (int& number : line) {
            seed = seed * 1664525U + 1013904223U;
            number = static_cast<int>(seed >> 16U) + 10000;
        }
    const auto make = [&](std::size_t count) {
        for (std::size_t k = 0; k < count; ++k)
            for (std::size_t c = 0; c < 5; ++c)
                numbers[k][c] = numbers[k + apart][c] + numbers[k + 2 * apart][c];
        const auto laws = find_laws(lines_of(numbers), std::vector<bool>(numbers.size(), false));
        return std::count_if(laws.begin(), laws.end(), [&](const Law& law) {
            return law.subject < 5 && law.lines.size() == 2 && law.lines[0] == law.subject + apart;
        });
    };
    // One alone may be a coincidence of the accounts.
    CHECK(make(1) == 0);
    CHECK(make(5) == 5);
}

TEST_CASE("assets are liabilities and equity, however far below them these stand") {
    std::vector<std::vector<int>> numbers(18, std::vector<int>(5));
    std::uint32_t seed = 7;
    for (auto& line : numbers)
        for (int& number : line) {
            seed = seed * 1664525U + 1013904223U;
            number = static_cast<int>(seed >> 14U) + 100000;
        }
    for (std::size_t c = 0; c < 5; ++c) {
        numbers[12][c] = numbers[13][c] + numbers[14][c];
        numbers[15][c] = numbers[16][c] + numbers[17][c];
        numbers[0][c] = numbers[12][c] + numbers[15][c];
        numbers[3][c] = numbers[0][c] - numbers[1][c] - numbers[2][c];
    }
    const auto pairs = [&] {
        const auto laws = find_laws(lines_of(numbers), std::vector<bool>(numbers.size(), false));
        return std::count_if(laws.begin(), laws.end(), [](const Law& law) {
            return law.subject == 0 && law.lines == std::vector<std::size_t>{12, 15};
        });
    };
    CHECK(pairs() == 1);
    // What is no total of anything is left alone.
    for (int& number : numbers[17]) number += 7;
    CHECK(pairs() == 0);
}

TEST_CASE("every third row makes a total of large numbers, in few columns") {
    std::vector<std::vector<int>> numbers(13, std::vector<int>(3));
    for (std::size_t row = 1; row < numbers.size(); ++row)
        for (std::size_t c = 0; c < 3; ++c)
            numbers[row][c] = static_cast<int>(row * 48611 + c * 30011 + row * row * c * 13);
    const auto strided = [&](std::size_t columns) {
        for (auto& line : numbers) line.resize(columns);
        for (std::size_t c = 0; c < columns; ++c)
            numbers[0][c] = numbers[3][c] + numbers[6][c] + numbers[9][c] + numbers[12][c];
        const auto laws = find_laws(lines_of(numbers), std::vector<bool>(numbers.size(), false));
        return std::count_if(laws.begin(), laws.end(), [](const Law& law) {
            return law.subject == 0 && law.lines == std::vector<std::size_t>{3, 6, 9, 12};
        });
    };
    CHECK(strided(3) == 1);
    CHECK(strided(1) == 0);
}

TEST_CASE("what rows are made of is no matter of a column of changes") {
    const auto draft = draft_of("Item|2008|2009|Change\n"
                                "All|62498|58232|-6.8\n"
                                "Wheat|15607|11815|-24.3\n"
                                "Oats|19497|12350|-36.7\n"
                                "Barley|8912|16031|79.9\n"
                                "Rye|18482|18036|-2.4");
    CHECK(parts_of(draft, Kind::sum, "All") == 4);
}

TEST_CASE("counts that are rounded at random add up by and large: nothing is doubted of them") {
    std::string rows = "Occupation|A|B|C|D|E\nAll|1245|2330|3420|4555|5610";
    for (const std::string_view row :
         {"215|410|605|810|1010", "430|800|1215|1605|2005", "595|1125|1605|2130|2600"})
        rows += "\nx|" + std::string(row);
    const auto draft = draft_of(rows);
    REQUIRE(parts_of(draft, Kind::sum, "All") == 3);
    for (const detail::Statement& statement : draft.statements) CHECK(statement.approximate);
}

TEST_CASE(
    "a subtotal under its block needs no digits, and few digits say nothing against the way of the others") {
    // The last row is 3 + 0 as well, from the block behind it.
    const auto draft = draft_of("Item|2001|2002\n"
                                "A|7.5|0\nB|0|8.1\nSubtotal 1|7.5|8.1\n"
                                "||\n"
                                "C|31.7|20.4\nD|12.9|44.2\nE|8.8|9.9\nSubtotal 2|53.4|74.5\n"
                                "||\n"
                                "F|3|0\nSubtotal 3|3|0\nG|0|0\nH|3|0");
    CHECK(parts_of(draft, Kind::sum, "Subtotal 1") == 2);
    CHECK(parts_of(draft, Kind::sum, "Subtotal 2") == 3);
    CHECK(parts_of(draft, Kind::sum, "Subtotal 3") == 0);
}

TEST_CASE("an average that is called one may stand behind other lines") {
    const auto averages = [](std::string_view name) {
        const auto draft = draft_of("Name|A|B|C|D\n"
                                    "R|10.5|21.2|17.3|8.9\nS|14.1|28.9|11.7|9.6\nT|13.9|23.4|16.1|7.7\n"
                                    "U|11.2|20.1|15.9|6.1\nV|16.6|27.7|12.8|8.3\n"
                                    "Most|16.6|28.9|17.3|9.6\n" +
                                    std::string(name) + "|13.26|24.26|14.76|8.12");
        return parts_of(draft, Kind::average, name);
    };
    CHECK(averages("Mean") == 5);
    CHECK(averages("Meaning") == 0);
}

TEST_CASE("a line that is called a rate is one in three places already, of lines beside it") {
    const auto rates = [](std::string_view name) {
        const auto draft = draft_of("Item|North|South|East\n"
                                    "Persons|178710|368005|123720\n"
                                    "Households|70665|155135|43590\n" +
                                    std::string(name) + "|2.53|2.37|2.84");
        return parts_of(draft, Kind::ratio, name);
    };
    CHECK(rates("Persons per household") == 1);
    CHECK(rates("Of something") == 0);
}

TEST_CASE(
    "a total that is called one stands over what it is made of, or behind other lines, in tens as well") {
    const auto draft = draft_of("Month|A|B|C|D|E\n"
                                "Whole year|2010|2650|4040|5230|6810\n"
                                "First half|990|1020|2010|2110|2950\n"
                                "May|460|650|840|1240|1870\nJune|530|370|1170|870|1080\n"
                                "July|610|760|1120|1870|1230\nAugust|410|860|910|1240|2640");
    CHECK(parts_of(draft, Kind::sum, "Whole year") >= 3);
    CHECK(parts_of(draft, Kind::sum, "First half") == 2);
}

TEST_CASE("a line may be a sum of two pairs of lines, where each has digits enough") {
    // 2002 = 2000 + change since 2000 = 2001 + change since 2001.
    const auto laws = find_laws(lines_of({{2361, 3051, 1987, 4412, 2765, 3920, 5177, 1846, 2094},
                                          {2508, 2990, 2216, 4391, 2650, 4077, 5020, 1901, 2333},
                                          {2990, 3328, 2105, 4710, 3181, 3866, 5409, 2217, 1988},
                                          {629, 277, 118, 298, 416, -54, 232, 371, -106},
                                          {482, 338, -111, 319, 531, -211, 389, 316, -345}}),
                                std::vector<bool>(5, false));
    CHECK(std::count_if(laws.begin(), laws.end(), [](const Law& law) { return law.subject == 2; }) == 2);
}

TEST_CASE("a column of medians does not hide that the others are rounded at random") {
    std::vector<std::vector<int>> numbers{
        {135, 93, 108, 96, 372, 216, 17600}, {33, 21, 27, 15, 81, 42, 24700},
        {27, 15, 21, 18, 72, 39, 16500},     {36, 27, 33, 24, 87, 66, 15200},
        {15, 12, 18, 12, 54, 21, 21100},     {21, 18, 12, 27, 75, 48, 19900}};
    const auto sums = [&] {
        const auto laws = find_laws(lines_of(numbers), {true, false, false, false, false, false});
        return std::count_if(laws.begin(), laws.end(),
                             [](const Law& law) { return law.subject == 0 && law.approximate; });
    };
    CHECK(sums() == 1);
    for (auto& line : numbers) ++line[1];
    CHECK(sums() == 0);
}

TEST_CASE("a line that is called a total is one where it does not hold in every column") {
    const std::vector<std::vector<int>> numbers{{670298, 923459, 41, 38},
                                                {120377, 441093, 44, 39},
                                                {508812, 271101, 37, 35},
                                                {41109, 211265, 46, 47}};
    const auto sums = [&](bool named) {
        const auto laws = find_laws(lines_of(numbers), {named, false, false, false});
        return std::count_if(laws.begin(), laws.end(), [](const Law& law) { return law.subject == 0; });
    };
    CHECK(sums(true) == 1);
    CHECK(sums(false) == 0);
}

TEST_CASE("words of totals, averages and rates are whole words, in capitals or not") {
    CHECK(detail::line_words_in("TOTAL ASSETS").total);
    CHECK(detail::line_words_in("Sub-total").total);
    CHECK(detail::line_words_in("全市合计数").total);
    CHECK_FALSE(detail::line_words_in("Summary").total);
    CHECK_FALSE(detail::line_words_in("Allowances").total);
    CHECK(detail::line_words_in("Avg.").average);
    CHECK(detail::line_words_in("Persons per household").rate);
    CHECK(detail::line_words_in("占比").rate);
    CHECK_FALSE(detail::line_words_in("Personnel").rate);
}

TEST_CASE("huge numbers and empty tables have no laws, and do no harm") {
    LawLines lines = lines_of({{1, 2, 3}, {4, 5, 6}});
    lines[0][0] = detail::LawNumber{9'000'000'000'000'000'000, 0, 0};
    CHECK(find_laws(lines, {true, true}).empty());
    CHECK(find_laws({}, {}).empty());
    CHECK(find_laws(LawLines(3), {false, false, false}).empty());
}
