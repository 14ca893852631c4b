// SPDX-License-Identifier: MIT
#include <tieout/locate/slip.hpp>

#include <tieout/locate/locate.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <random>
#include <set>
#include <string>

using namespace tieout;

namespace {

Decimal digits(std::string_view text) { return parse_decimal(text).value(); }

} // namespace

TEST_CASE("every slip leads from what its example printed to what it meant") {
    std::set<std::string_view> codes;
    for (const Slip& slip : slips()) {
        INFO(slip.code);
        CHECK(codes.insert(slip.code).second);
        CHECK_FALSE(slip.name.zh.empty());
        CHECK_FALSE(slip.name.en.empty());
        if (&slip == &wrong_base()) continue;
        SlipSubject subject;
        subject.printed = digits(slip.printed);
        const Decimal meant = digits(slip.meant);
        if (slip.code == "unit") subject.unit = unit::wan_yuan;
        if (slip.code == "percent") subject.unit = unit::percent;
        const std::array<Decimal, 1> same{subject.printed};
        const std::array<Decimal, 1> other{meant};
        subject.other_periods = same;
        subject.neighbours = other;
        if (slip.code == "other_period") subject.only = meant;
        std::vector<Decimal> values;
        slip.candidates(subject, values);
        CHECK(std::find(values.begin(), values.end(), meant) != values.end());
    }
    CHECK(wrong_base().code == "wrong_base");
}

TEST_CASE("slips keep the digits that they do not touch") {
    std::vector<Decimal> values;
    slips()[0].candidates({.printed = digits("0.05")}, values);
    // 0.05 is printed with its zeros; the two zeros exchanged are no slip.
    REQUIRE(values.size() == 1);
    CHECK(to_string(values[0]) == "0.50");
    values.clear();
    slips()[0].candidates({.printed = digits("-12")}, values);
    REQUIRE(values.size() == 1);
    CHECK(to_string(values[0]) == "-21");
}

// Consistent filings with slips put into them: the figures that slipped are among the smallest sets, or fewer explain
// it as well. How often the figure, the slip and the value come first is printed: it is a figure to improve.
TEST_CASE("figures that slipped are found again") {
    std::mt19937_64 random(4711);
    const std::array<std::string_view, 6> kinds{"digits_exchanged", "digit_wrong", "digit_dropped",
                                                "digit_repeated",   "sign",        "point"};
    for (const std::string_view kind : kinds) {
        const auto slip =
            std::find_if(slips().begin(), slips().end(), [&](const Slip& each) { return each.code == kind; });
        int tried = 0;
        int first = 0;
        int listed = 0;
        for (int round = 0; round < 150; ++round) {
            const std::size_t faults = 1 + static_cast<std::size_t>(round % 3);
            // A table: rows and columns with their totals, and the grand total.
            constexpr std::size_t rows = 4;
            constexpr std::size_t columns = 4;
            std::array<std::array<std::int64_t, columns + 1>, rows + 1> cell{};
            for (std::size_t r = 0; r < rows; ++r)
                for (std::size_t c = 0; c < columns; ++c) {
                    cell[r][c] = 10'000 + static_cast<std::int64_t>(random() % 900'000);
                    cell[r][columns] += cell[r][c];
                    cell[rows][c] += cell[r][c];
                    cell[rows][columns] += cell[r][c];
                }
            std::deque<Stated> figures;
            for (const auto& row : cell)
                for (const std::int64_t value : row)
                    figures.emplace_back(Figure(Decimal::of(value, 2), unit::wan_yuan));
            const auto at = [&](std::size_t r, std::size_t c) -> Stated& {
                return figures[r * (columns + 1) + c];
            };
            std::set<const Figure*> slipped;
            Decimal meant;
            for (std::size_t tries = 0; slipped.size() < faults && tries < 100; ++tries) {
                Figure& figure = at(random() % rows, random() % columns).statements().front();
                if (slipped.contains(&figure)) continue;
                std::vector<Decimal> values;
                // Each slip undoes the slips of another kind: dropping a digit is undone by writing one more.
                std::vector<Decimal> back;
                const std::string_view inverse = kind == "digit_dropped"    ? "digit_repeated"
                                                 : kind == "digit_repeated" ? "digit_dropped"
                                                                            : kind;
                const auto undo = std::find_if(slips().begin(), slips().end(),
                                               [&](const Slip& each) { return each.code == inverse; });
                undo->candidates({.printed = figure.value, .unit = figure.unit, .finest_scale = 2}, values);
                if (values.empty()) continue;
                const Decimal wrong = values[random() % values.size()];
                if (wrong == figure.value) continue;
                slip->candidates({.printed = wrong, .unit = figure.unit, .finest_scale = 2}, back);
                if (std::find(back.begin(), back.end(), figure.value) == back.end()) continue;
                meant = figure.value;
                figure.value = wrong;
                slipped.insert(&figure);
            }
            if (slipped.size() < faults) continue;
            Relations relations;
            for (std::size_t r = 0; r <= rows; ++r)
                relations.sum(at(r, columns), {at(r, 0), at(r, 1), at(r, 2), at(r, 3)});
            for (std::size_t c = 0; c <= columns; ++c)
                relations.sum(at(rows, c), {at(0, c), at(1, c), at(2, c), at(3, c)});
            const Located found = locate(relations, check_relations(relations, {}), {});
            ++tried;
            // One of the sets of each part, taken together, is what slipped; or all of them need fewer figures.
            std::size_t least = 0;
            std::size_t met = 0;
            for (const FaultyPart& part : found.parts) {
                REQUIRE(part.complete);
                REQUIRE_FALSE(part.minimal_sets.empty());
                least += part.minimal_sets.front().size();
                for (const auto& set : part.minimal_sets)
                    if (std::all_of(set.begin(), set.end(),
                                    [&](const Figure* figure) { return slipped.contains(figure); })) {
                        met += set.size();
                        break;
                    }
            }
            const bool among = met == slipped.size();
            const bool fewer = least < slipped.size();
            CHECK((among || fewer));
            if (faults > 1 || found.parts.size() != 1) continue;
            const auto& repairs = found.parts.front().repairs;
            const auto right = [&](const Repair& repair) {
                return repair.changes.size() == 1 && slipped.contains(repair.changes.front().figure) &&
                       repair.changes.front().to == meant;
            };
            listed += std::any_of(repairs.begin(), repairs.end(), right);
            first += !repairs.empty() && right(repairs.front());
        }
        MESSAGE(std::string(kind), ": ", tried, " filings; of those with one slip ", listed,
                " name figure and value, ", first, " first");
        CHECK(tried > 0);
    }
}
