// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "read/pdf/content.hpp"

#include <map>
#include <string>
#include <string_view>

namespace {

using namespace tieout::detail;

/// Names as a test gives them.
struct Names final : ContentNames {
    std::map<std::string, External, std::less<>> externals{};
    std::map<std::string, Colours, std::less<>> spaces{};
    External external(std::string_view name) override {
        const auto found = externals.find(name);
        return found == externals.end() ? External{} : found->second;
    }
    Colours colours(std::string_view name) override {
        const auto found = spaces.find(name);
        return found == spaces.end() ? Colours::unknown : found->second;
    }
};

Drawn drawn_by(std::string_view content, Names& names, const Matrix& matrix = {}) {
    Drawn drawn;
    read_content(content, names, matrix, drawn);
    return drawn;
}
Drawn drawn_by(std::string_view content) {
    Names names;
    return drawn_by(content, names);
}

/// h 10 0..100: as tests compare lines, in points.
std::string lines(const Drawn& drawn) {
    std::string text;
    for (const RulingLine& rule : drawn.rules) {
        if (!text.empty()) text += ' ';
        const auto points = [](Fixed at) { return std::to_string(at / fixed_one); };
        text += (rule.horizontal ? "h" : "v") + points(rule.at) + ':' + points(rule.from) + ".." +
                points(rule.to);
    }
    return text;
}

ContentNames::External form(std::string_view content, ContentNames* names = nullptr,
                            const Matrix& matrix = {}) {
    return {ContentNames::External::Kind::form, content, matrix, names};
}

} // namespace

TEST_CASE("strokes along an axis are ruling lines") {
    CHECK(lines(drawn_by("0 10 m 100 10 l S")) == "h10:0..100");
    CHECK(lines(drawn_by("5 50 m 5 20 l S")) == "v5:20..50");
    CHECK(lines(drawn_by("0 0 m 100 100 l S")) == "");
    // The four sides of a rectangle, and of a path that is closed.
    CHECK(lines(drawn_by("10 20 30 40 re S")) == "h20:10..40 v40:20..60 h60:10..40 v10:20..60");
    CHECK(lines(drawn_by("0 0 m 9 0 l 9 9 l s")) == "h0:0..9 v9:0..9");
}

TEST_CASE("a filled rectangle is a line if it is thin, and no line if it is broad") {
    CHECK(lines(drawn_by("10 20 100 .48 re f")) == "h20:10..110");
    CHECK(lines(drawn_by("10 20 .48 100 re f*")) == "v10:20..120");
    CHECK(lines(drawn_by("10 20 100 2.1 re F")) == "h21:10..110");
    CHECK(lines(drawn_by("10 20 100 2.3 re f")) == "");
    CHECK(lines(drawn_by("10 20 m 110 20 l 110 20.5 l 10 20.5 l h f")) == "h20:10..110");
    // A small square may be a piece of either.
    CHECK(drawn_by("10 20 .5 .5 re f").rules.size() == 2);
}

TEST_CASE("what is white, broad, only clips or is curved draws no line") {
    CHECK(lines(drawn_by("1 g 10 20 100 .48 re f")) == "");
    CHECK(lines(drawn_by("1 1 1 RG 0 10 m 100 10 l S")) == "");
    CHECK(lines(drawn_by("0 0 0 0 K 0 10 m 100 10 l S")) == "");
    CHECK(lines(drawn_by("1 g 0 10 m 100 10 l S")) == "h10:0..100");
    CHECK(lines(drawn_by(".9 g 10 20 100 .48 re f")) == "h20:10..110");
    CHECK(lines(drawn_by("0 0 100 .5 re W n")) == "");
    CHECK(lines(drawn_by("20 w 0 10 m 100 10 l S")) == "");
    CHECK(lines(drawn_by("0 10 m 30 40 60 40 90 10 c S")) == "");
    CHECK(drawn_by("0 10 m 30 40 60 40 90 10 c f").curved == 1);
}

TEST_CASE("a colour is white as its colour space has it") {
    Names names;
    names.spaces = {{"Gray", Colours::gray}, {"Ink", Colours::unknown}, {"Four", Colours::cmyk}};
    CHECK(lines(drawn_by("/Gray CS 1 SC 0 10 m 100 10 l S", names)) == "");
    CHECK(lines(drawn_by("/Ink CS 1 SCN 0 10 m 100 10 l S", names)) == "h10:0..100");
    CHECK(lines(drawn_by("/Four CS 0 0 0 0 SCN 0 10 m 100 10 l S", names)) == "");
    CHECK(lines(drawn_by("/DeviceRGB cs 1 1 1 sc 0 0 100 1 re f", names)) == "");
    // A colour space begins with its black.
    CHECK(lines(drawn_by("1 g /DeviceGray cs 0 0 100 1 re f", names)) == "h0:0..100");
}

TEST_CASE("matrices are applied, kept and restored") {
    CHECK(lines(drawn_by(".1 0 0 .1 0 0 cm 0 100 m 1000 100 l S")) == "h10:0..100");
    CHECK(lines(drawn_by("q 0 1 -1 0 0 0 cm 0 -10 m 100 -10 l S Q 0 10 m 100 10 l S")) ==
          "v10:0..100 h10:0..100");
    CHECK(lines(drawn_by("Q Q 0 10 m 100 10 l S")) == "h10:0..100");
    CHECK(lines(drawn_by("1 G q 0 G Q 0 10 m 100 10 l S")) == "");
    Names names;
    CHECK(lines(drawn_by("0 10 m 100 10 l S", names, {fixed_one, 0, 0, -fixed_one, 0, 842 * fixed_one})) ==
          "h832:0..100");
}

TEST_CASE("forms draw with their own matrix and names") {
    Names inner;
    inner.externals["Fm"] = form("0 7 m 9 7 l S");
    Names names;
    names.externals["Fm"] =
        form("0 10 m 100 10 l S /Fm Do", &inner, {fixed_one, 0, 0, fixed_one, 5 * fixed_one, 0});
    CHECK(lines(drawn_by("q 1 0 0 1 0 1 cm /Fm Do Q /Fm Do", names)) ==
          "h11:5..105 h8:5..14 h10:5..105 h7:5..14");
    CHECK(lines(drawn_by("/None Do", names)) == "");
}

TEST_CASE("forms that draw each other come to an end") {
    Names names;
    names.externals["A"] = form("0 10 m 100 10 l S /B Do");
    names.externals["B"] = form("/A Do");
    CHECK(drawn_by("/A Do", names).rules.size() == most_forms_deep / 2);
    // Each draws the next ten times: more than anyone has time for.
    Names many;
    std::string calls;
    for (int i = 0; i < 10; ++i) calls += "/A Do ";
    many.externals["A"] = form(calls);
    CHECK(drawn_by(calls, many).too_much);
}

TEST_CASE("pictures are known by their boxes, wherever they stand") {
    Names names;
    names.externals["Im"] = {ContentNames::External::Kind::picture, {}, {}, nullptr};
    const Drawn drawn = drawn_by(
        "q 100 0 0 200 10 20 cm /Im Do Q BI /W 2 /H 2 ID \x01S EI\xFF \x02 EI Q 0 5 m 9 5 l S", names);
    REQUIRE(drawn.pictures.size() == 2);
    CHECK(drawn.pictures[0].left == 10 * fixed_one);
    CHECK(drawn.pictures[0].bottom == 220 * fixed_one);
    CHECK(lines(drawn) == "h5:0..9");
}

TEST_CASE("strings, comments and what is not known are passed over") {
    CHECK(lines(drawn_by(
              "BT (0 1 m \\) (S) l) Tj [(a) -3 <0A0B>] TJ ET % 0 1 m 9 1 l S\n<</A [1 2]>> 0 2 m 9 2 l S")) ==
          "h2:0..9");
    CHECK(drawn_by("BT (a) Tj (b) ' ET").texts == 2);
    CHECK(lines(drawn_by("l S 1 m 2 re 3 4 l S")) == "");
    CHECK(lines(drawn_by("0 0 m 9 0 l S (never closed 0 1 m 9 1 l S")) == "h0:0..9");
    CHECK(lines(drawn_by("0 0 m 9 0 l S <0 1 m 9 1 l S")) == "h0:0..9");
}

TEST_CASE("more lines than any page has are too much") {
    std::string content;
    for (std::size_t i = 0; i <= most_rules; ++i) content += "0 1 9 1 re f ";
    const Drawn drawn = drawn_by(content);
    CHECK(drawn.too_much);
    CHECK(drawn.rules.size() == most_rules);
}
