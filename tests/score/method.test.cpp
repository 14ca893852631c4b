// SPDX-License-Identifier: MIT
// Each primitive on both sides of each of its boundaries, and its worked example.
#include <tieout/score/method.hpp>

#include <tieout/numbers/literals.hpp>
#include <tieout/read/profile.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace tieout;
using namespace tieout::literals;

namespace {

/// A method as it stands in a profile.
Method method_of(std::string_view json) {
    const std::string profile =
        R"({"profile":1,"name":"p","version":"1","title":{"zh":"","en":""},"sources":{"s":"S"},"source":"s",)"
        R"("rows":[{"source":"s","clause":"c","method":)" +
        std::string(json) + "}]}";
    const ProfileDocument document = read_profile(profile, "test");
    for (const Problem& problem : document.problems)
        FAIL_CHECK(problem.pointer, ": ", problem.expected, " ", problem.seen);
    REQUIRE(document.profile);
    return *document.profile->rows.front().method;
}

Ratio exactly(const Decimal& value) { return {value, 1}; }

/// The points with everything exact.
Decimal scored(const Method& method, const Decimal& weight, const Ratio& value,
               std::optional<Decimal> target = std::nullopt) {
    const auto points = points_of(method, {.weight = weight, .value = value, .target = target});
    REQUIRE(points);
    REQUIRE(points->points);
    CHECK(points->low == *points->points);
    CHECK(points->high == *points->points);
    return rounded(*points->points, 4, Rounding::half_up);
}
Decimal scored(const Method& method, const Decimal& weight, const Decimal& value,
               std::optional<Decimal> target = std::nullopt) {
    return scored(method, weight, exactly(value), target);
}

} // namespace

TEST_CASE("every primitive gives the points of its worked example") {
    std::set<std::string_view> names;
    for (const PrimitiveEntry& entry : primitives()) {
        CAPTURE(entry.name);
        CHECK(names.insert(entry.name).second);
        CHECK(find_primitive(entry.name) == &entry);
        CHECK(&described(entry.primitive) == &entry);
        CHECK_FALSE(entry.formula.zh.empty());
        CHECK_FALSE(entry.formula.en.empty());
        const Method method = method_of(entry.example.method);
        CHECK(method.primitive == entry.primitive);
        const auto points = points_of(method, {.weight = entry.example.weight, .value = entry.example.value});
        REQUIRE(points);
        CHECK(points->points.has_value() == entry.example.points.has_value());
        if (entry.example.points) CHECK(*points->points == *entry.example.points);
    }
    CHECK(find_primitive("deduct") == nullptr);
}

TEST_CASE("full if: the limit itself is met by at most and at least, and not by less and more than") {
    const Method at_most = method_of(R"({"full_if":{"at_most":"100%"}})");
    CHECK(scored(at_most, 5, 1_dec) == 5);
    CHECK(scored(at_most, 5, 1.0001_dec) == 0);
    const Method at_least = method_of(R"({"full_if":{"at_least":"90%"}})");
    CHECK(scored(at_least, 5, 0.9_dec) == 5);
    CHECK(scored(at_least, 5, 0.8999_dec) == 0);
    const Method equals = method_of(R"({"full_if":{"equals":"0"}})");
    CHECK(scored(equals, 5, 0_dec) == 5);
    CHECK(scored(equals, 5, 1_dec) == 0);
    CHECK(scored(equals, 5, -1_dec) == 0);
    CHECK(scored(method_of(R"({"full_if":{"less_than":"3"}})"), 5, 3_dec) == 0);
    CHECK(scored(method_of(R"({"full_if":{"less_than":"3"}})"), 5, 2_dec) == 5);
    CHECK(scored(method_of(R"({"full_if":{"more_than":"3"}})"), 5, 3_dec) == 0);
    CHECK(scored(method_of(R"({"full_if":{"more_than":"3"}})"), 5, 4_dec) == 5);
}

TEST_CASE("full if: held against the target of the row; open where the method is silent about a miss") {
    const Method method = method_of(R"({"full_if":{"at_most":"target","open":true}})");
    CHECK(scored(method, 10, 4_dec, 4_dec) == 10);
    CHECK_FALSE(points_of(method, {.weight = 10, .value = exactly(5), .target = 4_dec}));
    CHECK_FALSE(points_of(method, {.weight = 10, .value = exactly(4)}));
    // The row may say how its target binds.
    const Method bare{.primitive = Primitive::full_if};
    CHECK(points_of(bare,
                    {.weight = 10, .value = exactly(4), .target = 4_dec, .comparison = Comparison::at_least})
              ->points == exactly(10));
    CHECK_FALSE(points_of(bare, {.weight = 10, .value = exactly(4), .target = 4_dec}));
}

TEST_CASE("deduct per step: whole steps only, down to nothing, on the bad side of the limit") {
    const Method over = method_of(R"({"deduct_per":{"at_most":"100%","step":"1%","points":"0.5"}})");
    CHECK(scored(over, 5, 0.2_dec) == 5);
    CHECK(scored(over, 5, 1_dec) == 5);
    CHECK(scored(over, 5, 1.0099_dec) == 5);
    CHECK(scored(over, 5, 1.01_dec) == 4.5_dec);
    CHECK(scored(over, 5, 1.0999_dec) == 0.5_dec);
    CHECK(scored(over, 5, 1.10_dec) == 0);
    CHECK(scored(over, 5, 9_dec) == 0);
    // The form of 2015: 92.8 % lost one step of 5 %, not 1.44 of them.
    const Method under = method_of(R"({"deduct_per":{"at_least":"100%","step":"5%","points":"2"}})");
    CHECK(scored(under, 5, 0.928_dec) == 3);
    CHECK(scored(under, 5, 0.9501_dec) == 5);
    CHECK(scored(under, 5, 0.95_dec) == 3);
    CHECK(scored(under, 5, 0.90_dec) == 1);
    CHECK(scored(under, 5, 0.85_dec) == 0);
    CHECK(scored(under, 5, 1.5_dec) == 5);
}

TEST_CASE("deduct per step: pro rata, with a rest, and on both sides of an exact limit") {
    const Method rata =
        method_of(R"({"deduct_per":{"at_least":"100%","step":"5%","points":"2","whole":false}})");
    CHECK(scored(rata, 5, 0.928_dec) == 2.12_dec); // 2.88 off
    const Method rest = method_of(R"({"deduct_per":{"at_most":"0%","step":"1%","points":"1","least":"2"}})");
    CHECK(scored(rest, 5, 0.02_dec) == 3);
    CHECK(scored(rest, 5, 0.5_dec) == 2);
    const Method about = method_of(R"({"deduct_per":{"equals":"10","step":"1","points":"1"}})");
    CHECK(scored(about, 5, 10_dec) == 5);
    CHECK(scored(about, 5, 12_dec) == 3);
    CHECK(scored(about, 5, 8_dec) == 3);
}

TEST_CASE("bands: both ends of each, and a value that lies in none") {
    const Method method = method_of(R"({"bands":[{"from":"0%","to":"0%","points":"5"},
        {"above":"0%","to":"10%","points":"4"},{"above":"10%","to":"20%","points":"3"},
        {"above":"20%","to":"30%","points":"2"},{"above":"30%","points":"0"}]})");
    CHECK(scored(method, 5, 0_dec) == 5);
    CHECK(scored(method, 5, 0.0001_dec) == 4);
    CHECK(scored(method, 5, 0.10_dec) == 4);
    CHECK(scored(method, 5, 0.1001_dec) == 3);
    CHECK(scored(method, 5, 0.20_dec) == 3);
    CHECK(scored(method, 5, 0.2001_dec) == 2);
    CHECK(scored(method, 5, 0.30_dec) == 2);
    CHECK(scored(method, 5, 0.3001_dec) == 0);
    CHECK(scored(method, 5, 100_dec) == 0);
    CHECK_FALSE(points_of(method, {.weight = 5, .value = exactly(-0.01_dec)}));
    const Method half_open =
        method_of(R"({"bands":[{"from":"80%","share":"100%"},{"from":"60%","below":"80%","share":"50%"}]})");
    CHECK(scored(half_open, 8, 0.80_dec) == 8);
    CHECK(scored(half_open, 8, 0.7999_dec) == 4);
    CHECK(scored(half_open, 8, 0.60_dec) == 4);
    CHECK_FALSE(points_of(half_open, {.weight = 8, .value = exactly(0.5999_dec)}));
}

TEST_CASE("bands never give more than the weight") {
    const Method method = method_of(R"({"bands":[{"from":"0","points":"8"}]})");
    CHECK(scored(method, 5, 1_dec) == 5);
}

TEST_CASE("proportional: in proportion up to the most that counts, and nothing below the threshold") {
    const Method method = method_of(R"({"proportional":{"at_least":"100%"}})");
    CHECK(scored(method, 10, 0_dec) == 0);
    CHECK(scored(method, 10, -1_dec) == 0);
    CHECK(scored(method, 10, 0.9999_dec) == 9.999_dec);
    CHECK(scored(method, 10, 1_dec) == 10);
    CHECK(scored(method, 10, 338.31_dec / 329.77_dec) == 10);
    CHECK(scored(method, 10, 1_dec / 3_dec) == 3.3333_dec);
    const Method threshold = method_of(R"({"proportional":{"at_least":"target","threshold":"60%"}})");
    CHECK(scored(threshold, 10, 30_dec, 50_dec) == 6);
    CHECK(scored(threshold, 10, 29.99_dec, 50_dec) == 0);
    const Method half = method_of(R"({"proportional":{"at_least":"100%","most":"50%"}})");
    CHECK(scored(half, 10, 0.4_dec) == 4);
    CHECK(scored(half, 10, 0.9_dec) == 5);
}

TEST_CASE("proportional: a target that is to be stayed below is inverted") {
    const Method method = method_of(R"({"proportional":{"at_most":"target"}})");
    CHECK(scored(method, 10, 3_dec, 4_dec) == 10);
    CHECK(scored(method, 10, 4_dec, 4_dec) == 10);
    CHECK(scored(method, 10, 5_dec, 4_dec) == 8);
    CHECK(scored(method, 10, 0_dec, 4_dec) == 10);
    CHECK_FALSE(points_of(method, {.weight = 10, .value = exactly(5), .target = 0_dec}));
    const Method equals = method_of(R"({"proportional":{"equals":"target"}})");
    CHECK_FALSE(points_of(equals, {.weight = 10, .value = exactly(5), .target = 4_dec}));
}

TEST_CASE("deduct per case: none, some, and more than there are points") {
    const Method method = method_of(R"({"count_deduct":{"points":"0.5"}})");
    CHECK(scored(method, 3, 0_dec) == 3);
    CHECK(scored(method, 3, 1_dec) == 2.5_dec);
    CHECK(scored(method, 3, 5_dec) == 0.5_dec);
    CHECK(scored(method, 3, 6_dec) == 0);
    CHECK(scored(method, 3, 7_dec) == 0);
    CHECK(scored(method_of(R"({"count_deduct":{"points":"1","least":"1"}})"), 3, 7_dec) == 1);
}

TEST_CASE("checklist: the points of what is met; between none and all where nobody says") {
    const Method method = method_of(
        R"({"checklist":[{"name":"a","points":"2"},{"name":"b","points":"2"},{"name":"c","points":"1"}]})");
    const std::uint8_t some[] = {1, 0, 1};
    const auto points = points_of(method, {.weight = 5, .met = some});
    REQUIRE(points);
    CHECK(*points->points == exactly(3));
    const auto open = points_of(method, {.weight = 5});
    REQUIRE(open);
    CHECK_FALSE(open->points);
    CHECK(open->low == exactly(0));
    CHECK(open->high == exactly(5));
    const std::uint8_t too_few[] = {1, 0};
    CHECK_FALSE(points_of(method, {.weight = 5, .met = too_few}));
}

TEST_CASE("cap by another indicator: each band, and no cap beyond them") {
    const Profile* profile = find_profile("yth-2022-caps");
    REQUIRE(profile);
    const Method& method = profile->caps.front().method;
    CHECK(scored(method, 100, 1_dec) == 100);
    CHECK(scored(method, 100, 0.80_dec) == 100);
    CHECK(scored(method, 100, 0.7999_dec) == 89);
    CHECK(scored(method, 100, 0.70_dec) == 89);
    CHECK(scored(method, 100, 0.6999_dec) == 79);
    CHECK(scored(method, 100, 0.60_dec) == 79);
    CHECK(scored(method, 100, 0.5999_dec) == 69);
    CHECK(scored(method, 100, 0.50_dec) == 69);
    CHECK(scored(method, 100, 0.4999_dec) == 59);
}

TEST_CASE("judged: a range of the weight, and no points of our own") {
    const auto points = points_of(method_of(R"({"judged":{"from":"60%","to":"80%"}})"), {.weight = 10});
    REQUIRE(points);
    CHECK_FALSE(points->points);
    CHECK(points->low == exactly(6));
    CHECK(points->high == exactly(8));
}

TEST_CASE("a value that is known within its rounding earns all that a true value may earn") {
    // 100.0 % as printed may be anything from 99.95 % to 100.05 %.
    const ScoreInput about{
        .weight = 5, .value = exactly(1), .low = exactly(0.9995_dec), .high = exactly(1.0005_dec)};
    const auto full = points_of(method_of(R"({"full_if":{"at_most":"100%"}})"), about);
    CHECK(*full->points == exactly(5));
    CHECK(full->low == exactly(0));
    CHECK(full->high == exactly(5));
    const auto steps =
        points_of(method_of(R"({"deduct_per":{"at_most":"100%","step":"1%","points":"0.5"}})"), about);
    CHECK(steps->low == exactly(5));
    const auto turn = points_of(
        method_of(R"({"deduct_per":{"equals":"100%","step":"0.05%","points":"1"}})"),
        {.weight = 5, .value = exactly(1.0005_dec), .low = exactly(0.9995_dec), .high = exactly(1.0005_dec)});
    CHECK(*turn->points == exactly(4));
    CHECK(turn->high == exactly(5));
    const auto band = points_of(
        method_of(R"({"bands":[{"to":"100%","points":"5"},{"above":"100%","points":"1"}]})"), about);
    CHECK(band->low == exactly(1));
    CHECK(band->high == exactly(5));
}
