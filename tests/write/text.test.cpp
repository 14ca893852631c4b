// SPDX-License-Identifier: MIT
#include <tieout/write/text.hpp>

#include "golden.hpp"

#include <tieout/base/utf8.hpp>

#include <doctest/doctest.h>

#include <vector>

namespace {

using namespace tieout;
using test::filing_of;

std::string text_of(const Filing& filing, const TextOptions& options) {
    const Report report = check(filing);
    return report_text({"test.json", {}}, report, Names(report), options);
}

/// Columns by the plainest of rules, which serves for what these tests print.
std::size_t columns_of(std::string_view text) {
    std::size_t total = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        REQUIRE(c.length > 0);
        const bool wide =
            (c.value >= 0x2E80 && c.value <= 0x9FFF) || (c.value >= 0xFF00 && c.value <= 0xFF60);
        total += wide ? 2 : 1;
        at += c.length;
    }
    return total;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    }
    return lines;
}

/// The column in which `what` begins, in every line that holds it.
std::vector<std::size_t> columns_where(const std::string& text, std::string_view what) {
    std::vector<std::size_t> columns;
    for (const std::string& line : lines_of(text))
        if (const auto at = line.find(what); at != line.npos)
            columns.push_back(columns_of(std::string_view(line).substr(0, at)));
    return columns;
}

constexpr std::string_view mixed_names = R"({"filing":1,"figures":{
    "t":{"label":"合计","value":"100.5","place":"@"},
    "a":{"label":"Personnel","value":"7.25","place":"@"},
    "b":{"label":"公用经费（含车辆）","value":"1200","place":"@"}},
    "relations":[{"id":"r","kind":"sum","total":"t","parts":["a","b"]}]})";

} // namespace

TEST_CASE("the report of a small filing reads as its golden texts, in both languages") {
    const Document document = test::project_document("tests/cases/write/small.json");
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    for (const auto& [language, name] :
         {std::pair{Language::zh, "small.zh.txt"}, std::pair{Language::en, "small.en.txt"}}) {
        const std::string text =
            report_text({"small.json", {}}, report, Names(report), {.language = language, .width = 100});
        CHECK(text == test::file_text(test::project_path("tests/cases/write") / name));
    }
}

TEST_CASE(
    "numbers stand with their points below each other, and places in one column, whatever the labels are") {
    const std::string report = text_of(filing_of(mixed_names), {.language = Language::zh});
    // The figures are named once more below, where it is said which of them is wrong.
    const std::string text = report.substr(0, report.find("应更正的数"));
    const auto places = columns_where(text, "@");
    REQUIRE(places.size() == 3);
    CHECK(places[0] == places[1]);
    CHECK(places[0] == places[2]);
    const auto point = columns_where(text, "100.5  ");
    const auto finer = columns_where(text, "7.25  ");
    const auto whole = columns_where(text, "1200  ");
    REQUIRE(point.size() == 1);
    REQUIRE(finer.size() == 1);
    REQUIRE(whole.size() == 1);
    CHECK(point[0] + 3 == finer[0] + 1);
    CHECK(point[0] + 3 == whole[0] + 4);
}

TEST_CASE("what a document says cannot steer a terminal") {
    const Filing filing = filing_of(R"({"filing":1,"body":{"name":"a\u001b]0;x\u0007b"},"figures":{
        "x\u001b[2J":{"label":"总\u001b[31m额\u202e\r\n额\u0085","value":"1","place":"p\u0008\u200b"}}})");
    const std::string text = text_of(filing, {.language = Language::en});
    for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    CHECK(text.find("总[31m额 额") != text.npos);
    CHECK(text.find("\xE2\x80\xAE") == text.npos);
    CHECK(text.find("\xC2\x85") == text.npos);
    CHECK(text.find("a]0;xb") != text.npos);
}

TEST_CASE("what is not UTF-8 is shown as a replacement character") {
    Filing filing;
    filing.body.name = "a\xFF"
                       "b";
    CHECK(text_of(filing, {.language = Language::en})
              .find("a\xEF\xBF\xBD"
                    "b") != std::string::npos);
}

TEST_CASE("colour adds nothing but colour") {
    const Filing filing = filing_of(mixed_names);
    const std::string plain = text_of(filing, {.language = Language::zh, .colour = false});
    const std::string coloured = text_of(filing, {.language = Language::zh, .colour = true});
    CHECK(plain.find('\x1b') == plain.npos);
    std::string stripped;
    for (std::size_t at = 0; at < coloured.size(); ++at) {
        if (coloured[at] == '\x1b')
            at = coloured.find('m', at);
        else
            stripped += coloured[at];
    }
    CHECK(stripped == plain);
    CHECK(coloured.find("\x1b[31m") != coloured.npos);
}

TEST_CASE("sentences break at the width of the page, and not before a mark that closes") {
    const Filing filing =
        filing_of(R"({"filing":1,"figures":{"t":{"value":"1"},"a":{"value":"9"}},"relations":[
        {"id":"r","kind":"sum","total":"t","parts":["a"],
         "demand":"这是一条很长很长很长很长很长很长很长很长很长很长很长很长的要求，说的是各项之和应当等于合计。"}]})");
    for (const int width : {40, 41, 42, 43, 60}) {
        const std::string text = text_of(filing, {.language = Language::zh, .width = width});
        for (const std::string& line : lines_of(text)) {
            if (line.find("这是") == line.npos && line.find("很长") == line.npos) continue;
            CHECK(columns_of(line) <= static_cast<std::size_t>(width));
        }
        for (const std::string& line : lines_of(text)) {
            const auto first = line.find_first_not_of(' ');
            if (first == line.npos) continue;
            CHECK_FALSE(line.substr(first).starts_with("，"));
            CHECK_FALSE(line.substr(first).starts_with("。"));
        }
    }
    const std::string unbroken = text_of(filing, {.language = Language::zh, .width = 0});
    CHECK(unbroken.find("等于合计。\n") != unbroken.npos);
}

TEST_CASE("every place that states the number of a finding is named") {
    const Filing filing = filing_of(R"({"filing":1,"unit":"万元","expenditure":{
        "executed":[{"value":"10.00","place":"表1"},{"value":"10.00","place":"第二节"}],
        "basic":{"executed":{"value":"5.00","place":"表1"}},"project":{"executed":{"value":"6.00","place":"表1"}}}})");
    const std::string text = text_of(filing, {.language = Language::zh});
    CHECK(text.find("表1；第二节") != text.npos);
    CHECK(text.find("5.00 + 6.00 = 11.00") != text.npos);
}

TEST_CASE("one finding can be written by itself") {
    const Filing filing = filing_of(mixed_names);
    const Report report = check(filing);
    REQUIRE(report.checks.size() == 1);
    const std::string text =
        finding_text(report, Names(report), report.checks[0], {.language = Language::en});
    CHECK(text.starts_with("  r  "));
    CHECK(text.find("7.25 + 1200 = 1207.25, stated 100.5") != text.npos);
}
