// SPDX-License-Identifier: MIT
#include <tieout/write/text.hpp>

#include "golden.hpp"
#include "harmless.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/printed.hpp>

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

/// What stands above the signs of a report: "^1709.11", "~467.35".
std::vector<std::string> marked_in(const std::string& text) {
    std::vector<std::string> marked;
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string& signs = lines[i];
        if (signs.empty() || signs.find_first_not_of(" ^~") != signs.npos) continue;
        char before = ' ';
        std::size_t column = 0;
        for (std::size_t at = 0; at < lines[i - 1].size();) {
            const std::size_t length = decode_utf8(lines[i - 1], at).length;
            const std::string_view character = std::string_view(lines[i - 1]).substr(at, length);
            const char sign = column < signs.size() ? signs[column] : ' ';
            if (sign != ' ' && sign != before) marked.emplace_back(1, sign);
            if (sign != ' ') marked.back() += character;
            // A sign stands under all columns of a character or under none.
            column += columns_of(character);
            CHECK((column <= signs.size() ? signs[column - 1] : ' ') == sign);
            before = sign;
            at += length;
        }
        CHECK(signs.size() <= column);
    }
    return marked;
}

/// A filing whose total is not the sum of its parts; `words` states all three, and whatever else there is to say.
Filing stating(std::string_view words) {
    Filing filing;
    std::size_t at = 0;
    const auto figure = [&](std::string_view number) {
        at = words.find(number, at);
        Figure found(Money(*parse_decimal(number), MoneyUnit::wan_yuan));
        found.context = "s";
        found.mark = static_cast<std::uint32_t>(at);
        found.mark_length = static_cast<std::uint32_t>(number.size());
        found.line = 12;
        found.column = static_cast<std::uint32_t>(at + 1);
        return found;
    };
    filing.expenditure.executed = figure("1709.11");
    filing.expenditure.basic.executed = figure("467.35");
    filing.expenditure.project.executed = figure("1241.67");
    filing.sentences.push_back({"s", std::string(words)});
    return filing;
}
std::string finding_of(const Filing& filing, const TextOptions& options) {
    const Report report = check(filing);
    REQUIRE(report.checks.size() == 1);
    return finding_text(report, Names(report), report.checks[0], options);
}
const std::vector<std::string> all_marked{"^1709.11", "~467.35", "~1241.67"};

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
    CHECK(test::is_harmless(text));
    // Nor is it hidden that it tries.
    CHECK(text.find("总␛[31m额\uFFFD 额") != text.npos);
    CHECK(text.find("a␛]0;x␇b") != text.npos);
    CHECK(text.find("p␈") != text.npos);
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

// ── the words of the document ──

TEST_CASE("a finding quotes the words that it is about, with the figures marked under them") {
    const Filing filing =
        stating("总支出1709.11万元，其中基本支出467.35万元，项目支出（含专项）1241.67万元。");
    for (const Language language : {Language::zh, Language::en}) {
        const std::string text = finding_of(filing, {.language = language, .width = 100});
        CHECK(text.find("总支出1709.11万元，其中基本支出467.35万元，项目支出（含专项）1241.67万元。") !=
              text.npos);
        CHECK(marked_in(text) == all_marked);
    }
}

TEST_CASE("a long sentence is cut around its figures, which stand on several lines if they lie far apart") {
    std::string filler;
    for (int i = 0; i < 200; ++i) filler += "很长的话，";
    const Filing filing = stating(filler + "总支出1709.11万元，其中基本支出467.35万元" + filler +
                                  "项目支出1241.67万元" + filler);
    for (const int width : {40, 41, 60, 61, 99, 100, 120}) {
        CAPTURE(width);
        const std::string text = finding_of(filing, {.language = Language::zh, .width = width});
        CHECK(marked_in(text) == all_marked);
        std::size_t quotes = 0;
        for (const std::string& line : lines_of(text)) {
            if (line.find("…") == line.npos) continue;
            ++quotes;
            CHECK(columns_of(line) <= static_cast<std::size_t>(width));
            CHECK(columns_of(line) + 6 >= static_cast<std::size_t>(width));
        }
        CHECK(quotes == (width < 80 ? 3 : 2));
    }
    // No page, no cut.
    const std::string whole = finding_of(filing, {.language = Language::zh, .width = 0});
    CHECK(whole.find("…") == whole.npos);
    CHECK(marked_in(whole) == all_marked);
}

TEST_CASE("nothing is quoted twice where the pieces of a sentence meet") {
    std::string words = "总支出1709.11万元";
    for (int i = 0; i < 8; ++i) words += static_cast<char>('a' + i);
    const Filing filing =
        stating(words + "，其中基本支出467.35万元，再说几句话再说几句话，项目支出1241.67万元。");
    const std::string text = finding_of(filing, {.language = Language::zh, .width = 40});
    CHECK(marked_in(text) == all_marked);
    CHECK(text.find("abcdefgh") == text.rfind("abcdefgh"));
    CHECK(text.find("基本支出467") == text.rfind("基本支出467"));
}

TEST_CASE("what cannot be printed is left out of a quotation, and the marks stay under their figures") {
    const Filing filing =
        stating("总\x1b[31m支出\xE2\x80\xAE 1709.11 万元，\n\n其中\xFF基本 467.35\x07 万元，  项目1241.67");
    const std::string text = finding_of(filing, {.language = Language::zh});
    for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    CHECK(marked_in(text) == all_marked);
}

TEST_CASE("marks that lie in no words or in each other are passed over") {
    Filing filing = stating("总支出1709.11万元，其中基本支出467.35万元，项目支出1241.67万元。");
    Figure& basic = filing.expenditure.basic.executed.statements()[0];
    Figure& project = filing.expenditure.project.executed.statements()[0];
    basic.mark = 4'000'000'000;
    project.mark_length = 4'000'000'000;
    CHECK(marked_in(finding_of(filing, {.language = Language::zh})) == std::vector<std::string>{"^1709.11"});
    basic.mark = filing.expenditure.executed.statements()[0].mark + 2;
    CHECK(marked_in(finding_of(filing, {.language = Language::zh})) == std::vector<std::string>{"^1709.11"});
    basic.context = "t"; // a table without words
    CHECK(marked_in(finding_of(filing, {.language = Language::zh})) == std::vector<std::string>{"^1709.11"});
}

TEST_CASE(
    "figures of several sentences are quoted one after the other, the sentence that relates them first") {
    const std::string text = text_of(filing_of(R"({"filing":1,"figures":{
        "t":{"value":"9","context":"s1","mark":[3,1]},"a":{"value":"1","context":"s2","mark":[3,1]},
        "b":{"value":"2","context":"s3","mark":[3,1]}},
        "relations":[{"id":"r","kind":"sum","total":"t","parts":["a","b"],"context":"s4"}],
        "sentences":{"s1":"共9件","s2":"甲1件","s3":"乙2件","s4":"以上二者合计如前。"}})"),
                                     {.language = Language::zh});
    CHECK(text.find("原文  以上二者合计如前。") != text.npos);
    CHECK(text.find("共9件") < text.find("甲1件"));
    CHECK(text.find("乙2件") == text.npos); // three are enough
    CHECK(marked_in(text) == std::vector<std::string>{"^9", "~1"});
}

TEST_CASE("of a figure that is stated differently, the sentences that differ are quoted first") {
    const std::string text =
        text_of(filing_of(R"({"filing":1,"figures":{"x":[{"value":"9","context":"s1","mark":[3,1]},
        {"value":"9","context":"s2","mark":[3,1]},{"value":"9","context":"s3","mark":[3,1]},
        {"value":"8","context":"s4","mark":[3,1]}]},
        "sentences":{"s1":"共9件","s2":"有9件","s3":"计9件","s4":"收8件"}})"),
                {.language = Language::zh});
    CHECK(marked_in(text) == std::vector<std::string>{"^9", "^8", "^9"});
}

TEST_CASE("a place is told by line and column, behind its name if it has one") {
    const Filing filing =
        filing_of(R"({"filing":1,"figures":{"t":{"value":"9","line":12,"column":5,"place":"表1"},
        "a":{"value":"1","line":3},"b":{"value":"2","line":4,"column":1}},
        "relations":[{"id":"r","kind":"sum","total":"t","parts":["a","b"]}]})");
    const std::string chinese = text_of(filing, {.language = Language::zh});
    CHECK(chinese.find("表1，第12行第5列\n") != chinese.npos);
    CHECK(chinese.find("  第3行\n") != chinese.npos);
    CHECK(chinese.find("（第4行第1列）") != chinese.npos);
    const std::string english = text_of(filing, {.language = Language::en});
    CHECK(english.find("表1, line 12, column 5\n") != english.npos);
    CHECK(english.find("  line 3\n") != english.npos);
    CHECK(english.find("(line 4, column 1)") != english.npos);
}
