// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "read/pdf/words.hpp"

#include <string>
#include <string_view>

namespace {

using namespace tieout::detail;

std::string document(std::string_view pages) {
    return "<!DOCTYPE html>\n<html><head><title>a &amp; b</title></head>\n<body>\n<doc>\n" +
           std::string(pages) + "</doc>\n</body>\n</html>\n";
}

} // namespace

TEST_CASE("numbers of PDF are read to the millionth, with either sign and without their zero") {
    const auto taken = [](std::string_view text) { return take_fixed(text); };
    CHECK(taken("12.5") == 12'500'000);
    CHECK(taken("-.25 x") == -250'000);
    CHECK(taken("+3.") == 3'000'000);
    CHECK(taken("0.0000019") == 1);
    CHECK(taken("--5") == -5'000'000);
    CHECK_FALSE(taken("."));
    CHECK_FALSE(taken("-"));
    CHECK_FALSE(taken("x1"));
    CHECK_FALSE(taken(""));
}

TEST_CASE("a number that is larger than any page stays at the end of the range") {
    std::string_view text = "99999999999999999999999999.5";
    CHECK(take_fixed(text) == fixed_most);
    CHECK(text.empty());
    text = "-99999999999999999999999999.5";
    CHECK(take_fixed(text) == -fixed_most);
    CHECK(product(fixed_most, fixed_most) == fixed_most);
    CHECK(product(fixed_most, -fixed_most) == -fixed_most);
}

TEST_CASE("words are read with their boxes, page by page") {
    const auto pages = words_of(document(R"(  <page width="595.300000" height="841.900000">
    <word xMin="135.000000" yMin="270.878000" xMax="460.198950" yMax="313.034000">某局&lt;A&gt;</word>
    <word xMin="20.000000" yMin="2.000000" xMax="10.000000" yMax="1.000000">1,234.50</word>
  </page>
  <page width="842.000000" height="595.000000">
  </page>
)"));
    REQUIRE(pages);
    REQUIRE(pages->size() == 2);
    const WordPage& first = pages->front();
    CHECK(first.width == 595'300'000);
    REQUIRE(first.words.size() == 2);
    CHECK(first.words[0].text == "某局<A>");
    CHECK(first.words[0].box.right == 460'198'950);
    // Mirrored text has a box, too.
    CHECK(first.words[1].box.left == 10'000'000);
    CHECK(first.words[1].box.bottom == 2'000'000);
    CHECK(pages->back().words.empty());
}

TEST_CASE("a word of spaces and of what is no character is none") {
    const auto pages =
        words_of(document("<page width=\"1\" height=\"1\">\n<word xMin=\"0\" yMin=\"0\" xMax=\"1\" "
                          "yMax=\"1\">\xC2\xA0\xE3\x80\x80\x01\xFF</word>\n</page>\n"));
    REQUIRE(pages);
    CHECK(pages->front().words.empty());
}

TEST_CASE("what pdftotext never prints is not guessed at") {
    const std::string whole =
        document("<page width=\"1\" height=\"1\">\n<word xMin=\"0\" yMin=\"0\" xMax=\"1\" "
                 "yMax=\"1\">字</word>\n</page>\n");
    REQUIRE(words_of(whole));
    // Cut off anywhere before its end it is nothing, either.
    for (std::size_t length = 0; length < whole.find("</doc>") + 5; ++length)
        CHECK_FALSE(words_of(whole.substr(0, length)));
    CHECK_FALSE(words_of("plain text"));
    CHECK_FALSE(words_of(document("<page width=\"1\">\n</page>\n")));
    CHECK_FALSE(words_of(document("<page width=\"x\" height=\"1\">\n</page>\n")));
    CHECK_FALSE(words_of(document("<page width=\"1\" height=\"1\">\n<word>字</word>\n</page>\n")));
    CHECK_FALSE(words_of(document("<page width=\"1\" height=\"1\">\n<word xMin=\"0\" yMin=\"0\" xMax=\"1\" "
                                  "yMax=\"1\">&unknown;</word>\n</page>\n")));
}
