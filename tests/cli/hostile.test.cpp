// SPDX-License-Identifier: MIT
// Input that nobody means well with, and what each gets. docs/hostile.md is printed from this table.
#ifdef TIEOUT_PROGRAM

#include "hostile_foreign.hpp"
#include "hostile_office.hpp"
#include "program.hpp"

#include "../read/pdf/written_pdf.hpp"
#include "../write/harmless.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace tieout::test;
using namespace std::string_literals;

constexpr std::size_t million = 1'000'000;

/// Two figures that must be the same number: the value in question, and 1.
std::string equal_to(std::string_view value, std::string_view other = "1") {
    return R"({"filing":1,"figures":{"x":)" + std::string(value) + R"(,"y":)" + std::string(other) +
           R"(},"relations":[{"id":"r","kind":"equal","figures":["x","y"]}]})";
}

std::string with_relations(std::string_view relations) {
    return R"({"filing":1,"figures":{"a":"3","b":"2","c":"1"},"relations":[)" + std::string(relations) + "]}";
}

std::string figures(std::size_t count) {
    std::string all = R"({"filing":1,"income":{"executed":[)" + repeated("1,", count - 1);
    return all + "1]}}";
}

std::string noise(std::size_t size) {
    std::string bytes(size, '\0');
    unsigned state = 1;
    for (char& byte : bytes) {
        state = state * 1'103'515'245U + 12'345U;
        byte = static_cast<char>(state >> 16U);
    }
    return bytes;
}

/// Every ASCII character with a zero byte behind it.
std::string utf16(std::string_view text) {
    std::string bytes;
    for (const char c : text) {
        bytes += c;
        bytes += '\0';
    }
    return bytes;
}

std::vector<Group> groups() {
    const std::string good_line = equal_to("1");
    std::vector<Group> all;
    all.push_back(
        {"Files",
         {
             {"nothing at all", "", 2,
              "input:1:1: expected a filing in JSON or a published report, seen nothing"},
             {"white space only", " \n\t\r\n", 2,
              "input:1:1: expected a filing in JSON or a published report, seen nothing"},
             {"1,000 zero bytes", std::string(1000, '\0'), 2,
              "input:1:1: expected a filing in JSON or a published report, seen binary data"},
             {"4,096 bytes of noise", noise(4096), 2,
              "input:1:1: expected a filing in JSON or a published report, seen binary data"},
             {"something compressed by gzip", "\x1F\x8B\x08\x00\x00", 2,
              "input:1:1: expected a filing in JSON or a published report, seen an archive; unpack it "
              "first"},
             {"a picture", "\x89PNG\r\n\x1A\n", 2,
              "input:1:1: expected a filing in JSON or a published report, seen an image; make a text of "
              "it with character recognition"},
             {"a folder without documents", "", 2,
              ".: expected a filing in JSON or a published report, seen a folder without documents",
              "check ."},
             {"a file that is not there", "", 2,
              "nothing-here: the file cannot be read: No such file or directory", "check nothing-here"},
             {"`/dev/zero`, which has no end", "", 2,
              "/dev/zero:1:1: expected a filing in JSON or a published report, seen binary data",
              "check /dev/zero"},
             {"one line that has no end", "", 2, "-:1:1: beyond a limit: at most 64 MiB",
              "yes | tr -d \"\\n\" | {} check -"},
             {"a pipe whose writer gives up in the middle", "", 2,
              "-:1:13: not JSON: expected more, but the text ends here",
              "printf \"{\\\"filing\\\":1,\" | {} check -"},
             {"a document of more than 64 MiB", "{\"filing\":1" + repeated(" ", std::size_t{64} << 20U) + "}",
              2, "input:1:1: beyond a limit: at most 64 MiB"},
         }});
    const std::string prose =
        tieout::pdf::text(60, 700, "总支出100.00万元，其中：基本支出60.00万元，项目支出40.00万元。");
    const std::string whole = tieout::pdf::file({{prose}});
    const tieout::pdf::WrittenPage picture{.content = "595 0 0 842 0 0 cm /Im Do", .externals = "/Im 10 0 R"};
    const std::string key = "<00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF>";
    const std::string draws_itself =
        tieout::pdf::form("/Loop Do /Loop Do", "/Resources<</XObject<</Loop 10 0 R>>>>");
    all.push_back(
        {"PDF",
         {
             {"a PDF that ends behind its first line", "%PDF-1.7\n", 2,
              "input: damaged, or not what it says that it is"},
             {"one that ends in the middle", whole.substr(0, 3000), 2,
              "input: damaged, or not what it says that it is"},
             {"100,000 dictionaries, each within the last", "%PDF-1.7\n1 0 obj\n" + repeated("<</A", 100'000),
              2, "input: damaged, or not what it says that it is"},
             {"one whose table of places lies",
              whole.substr(0, whole.rfind("startxref")) + "startxref\n7\n%%EOF\n", 0, ""},
             {"one whose form draws itself, twice",
              tieout::pdf::file({{.content = prose + "/Loop Do", .externals = "/Loop 10 0 R"}},
                                {draws_itself}),
              0, ""},
             {"one with 10,000 matrices and brackets that nobody closes",
              tieout::pdf::file({{prose + repeated("q 9 9 9 9 9 9 cm [ ( << ", 10'000)}}), 0, ""},
             {"one of pictures", tieout::pdf::file({picture, picture}, {tieout::pdf::picture()}), 2,
              "input: scanned; an OCR program must read it first"},
             {"one with a picture behind its text",
              tieout::pdf::file({{prose}, picture}, {tieout::pdf::picture()}), 2,
              "input: page 2: scanned; an OCR program must read it first"},
             {"one that is locked with a password",
              tieout::pdf::file({{prose}}, {},
                                "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O" + key + "/U" + key +
                                    ">>"),
              2, "input: locked with a password, which must be removed first"},
             {"a PDF where there is no pdftotext", whole, 2,
              "input: the file cannot be read: a PDF is read with the program pdftotext; install "
              "poppler-utils, as with "
              "apt-get install poppler-utils",
              "PATH=/nowhere {} check input"},
         }});
    all.push_back(
        {"JSON",
         {
             {"only `[`", "[", 2, "input: nothing in this document could be decided"},
             {"only `{`", "{", 2, "input:1:2: not JSON: expected more, but the text ends here"},
             {"a list of filings", "[" + good_line + "]", 2,
              "input:1:1: expected an object {…}, seen [{\"filing\":1,\"figures\":{\"x\":1,\"y\":1},\"re…"},
             {"100,000 lists, each within the last",
              "{\"filing\":1,\"title\":" + repeated("[", 100'000) + repeated("]", 100'000) + "}", 2,
              "input:1:21: /title: expected a string, seen [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…"},
             {"100,000 objects, cut", repeated("{\"a\":", 100'000), 2,
              "input:1:321: "
              "/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/"
              "a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a: beyond a limit: at most 64 levels"},
             {"cut within a string", R"({"filing":1,"title":"abc)", 2,
              "input:1:21: not JSON: expected the end of the string here, seen \"abc"},
             {"cut within an escape", R"({"filing":1,"title":"ab\u12)", 2,
              "input:1:21: not JSON: expected the end of the string here, seen \"ab\\u12"},
             {"cut within a number", R"({"filing":1,"year":20)", 2,
              "input:1:22: not JSON: expected more, but the text ends here"},
             {"cut within a character", "{\"filing\":1,\"title\":\"某\xE5\xB1", 2,
              "input:1:21: not JSON: expected the end of the string here, seen \"某\uFFFD\uFFFD"},
             {"a key that is given twice",
              R"({"filing":1,"figures":{"x":"1","x":"2","y":"1"},"relations":[{"id":"r","kind":"equal","figures":["x","y"]}]})",
              2, "input:1:32: /figures/x: the key x was given before"},
             {"a key that is none", R"({"filing":1,"expenditur":{}})", 2,
              "input:1:13: /expenditur: there is no key expenditur here; the nearest is expenditure"},
             {"a comma too many", R"({"filing":1,})", 2, "input:1:13: not JSON, seen }"},
             {"a comment", "{\"filing\":1} // all is well", 2,
              "input:1:14: not JSON: expected the end of the text here, seen // all is well"},
             {"another version", R"({"filing":2})", 2, "input:1:11: /filing: expected 1, seen 2"},
             {"half a surrogate pair, `\\ud800`", R"({"filing":1,"title":"\ud800"})", 2,
              "input:1:21: not JSON: expected a string here, seen \"\\ud800\"}"},
             {"half a surrogate pair as bytes", "{\"filing\":1,\"title\":\"\xED\xA0\x80\"}", 2,
              "input:1:22: wrong encoding: expected UTF-8"},
             {"an overlong form, C0 AF", "{\"filing\":1,\"title\":\"\xC0\xAF\"}", 2,
              "input:1:22: wrong encoding: expected UTF-8"},
             {"the byte FF", "{\"filing\":1,\"title\":\"\xFF\"}", 2,
              "input:1:22: wrong encoding: expected UTF-8"},
             {"a zero byte in a string", "{\"filing\":1,\"title\":\"a\0b\"}"s, 2,
              "input:1:23: not JSON: expected an escaped control character here, seen ␀b\"}"},
             {"a byte order mark and line ends of Windows",
              "\xEF\xBB\xBF{\r\n" + good_line.substr(1) + "\r\n", 0, ""},
             {"UTF-16 with its mark", "\xFF\xFE" + utf16(good_line), 2,
              "input:1:1: wrong encoding: expected UTF-8, seen UTF-16"},
             {"UTF-16 without a mark", utf16(good_line), 2,
              "input:1:1: wrong encoding: expected UTF-8, seen UTF-16"},
             {"a label of 10 MB", equal_to(R"({"value":"1","label":")" + repeated("a", 10 * million) + "\"}"),
              2,
              "input:1:49: /figures/x/label: beyond a limit: at most 4096 characters, seen "
              "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"},
             {"a key of 10 MB", R"({"filing":1,")" + repeated("a", 10 * million) + R"(":{"x":1,"x":1}})", 2,
              "input:1:13: /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…: there is no key "
              "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… here; the nearest is balance"},
             {"100,000 figures", figures(100'000), 0, ""},
             {"100,001 figures", figures(100'001), 2,
              "input:1:200035: /income/executed/100000: beyond a limit: at most 100000 figures, seen 1"},
             {"2,000 figures that are none",
              R"({"filing":1,"income":{"executed":[)" + repeated("\"?\",", 2000) + "1]}}", 2,
              "input:1:35: /income/executed/0: expected a number, seen ?"},
         }});
    all.push_back(
        {"Numbers",
         {
             {"`1e999999999`", equal_to("1e999999999"), 2,
              "input:1:28: /figures/x: beyond a limit: at most 38 digits, seen 1e999999999"},
             {"`\"1e999999999\"` in quotation marks", equal_to("\"1e999999999\""), 2,
              "input:1:28: /figures/x: expected a number, seen 1e999999999"},
             {"ten million digits", equal_to(repeated("9", 10 * million)), 2,
              "input:1:28: /figures/x: beyond a limit: at most 38 digits, seen "
              "9999999999999999999999999999999999999999…"},
             {"ten million digits in quotation marks", equal_to('"' + repeated("9", 10 * million) + '"'), 2,
              "input:1:28: /figures/x: beyond a limit: at most 38 digits, seen "
              "9999999999999999999999999999999999999999…"},
             {"ten million zeros before a digit", equal_to("\"" + repeated("0", 10 * million) + "1\""), 0,
              ""},
             {"ten million decimals", equal_to("\"0." + repeated("0", 10 * million) + "1\""), 2,
              "input:1:28: /figures/x: beyond a limit: at most 38 digits, seen "
              "0.00000000000000000000000000000000000000…"},
             {"an exponent of ten million digits", equal_to("1e" + repeated("9", 10 * million)), 2,
              "input:1:28: /figures/x: beyond a limit: at most 38 digits, seen "
              "1e99999999999999999999999999999999999999…"},
             {"38 digits", equal_to(repeated("9", 38), repeated("9", 38)), 0, ""},
             {"39 digits", equal_to(repeated("9", 39), repeated("9", 39)), 2,
              "input:1:28: /figures/x: beyond a limit: at most 38 digits, seen "
              "999999999999999999999999999999999999999"},
             {"`NaN`", equal_to("NaN"), 2,
              "input:1:28: /figures: not JSON: expected a value here, seen "
              "NaN,\"y\":1},\"relations\":[{\"id\":\"r\",\"kind\"…"},
             {"`\"Infinity\"`", equal_to("\"Infinity\""), 2,
              "input:1:28: /figures/x: expected a number, seen Infinity"},
             {"`-0`", equal_to("-0", "0"), 0, ""},
             {"`007`", equal_to("007"), 2, "input:1:28: /figures/x: expected a number, seen 007"},
             {"`0x1F`", equal_to("0x1F"), 2, "input:1:28: /figures/x: expected a number, seen 0x1F"},
             {"`+1`", equal_to("+1"), 2,
              "input:1:28: /figures: not JSON: expected a value here, seen "
              "+1,\"y\":1},\"relations\":[{\"id\":\"r\",\"kind\":…"},
             {"`\"1,23\"`", equal_to("\"1,23\""), 2, "input:1:28: /figures/x: expected a number, seen 1,23"},
             {"`\"1.2.3\"`", equal_to("\"1.2.3\""), 2,
              "input:1:28: /figures/x: expected a number, seen 1.2.3"},
             {"full-width digits, `\"１．００\"`", equal_to("\"１．００\""), 0, ""},
             {"digits of another script, `\"١\"`", equal_to("\"١\""), 2,
              "input:1:28: /figures/x: expected a number, seen ١"},
             {"a number with a mark that turns its direction", equal_to("\"\u202e1\""), 2,
              "input:1:28: /figures/x: expected a number, seen \uFFFD1"},
             {"an approximate number, `\"约1\"`", equal_to("\"约1\""), 2,
              "input: nothing in this document could be decided"},
             {"nothing in the place of a number", equal_to("\"\""), 2,
              "input: nothing in this document could be decided"},
             {"`true` in the place of a number", equal_to("true"), 2,
              "input:1:28: /figures/x: expected a figure, seen true"},
             {"a unit that is none", equal_to(R"({"value":"1","unit":"\u001b[31m元"})"), 2,
              "input:1:48: /figures/x/unit: expected a unit, seen ␛[31m元"},
             {"units that cannot be compared", equal_to("\"1元\"", "\"1%\""), 2,
              "input: nothing in this document could be decided"},
         }});
    all.push_back(
        {"Figures and relations",
         {
             {"a sum that is a part of itself",
              with_relations(R"({"id":"r","kind":"sum","total":"a","parts":["a","b"]})"), 1, ""},
             {"sums in a circle",
              with_relations(
                  R"({"id":"r","kind":"sum","total":"a","parts":["b","c"]},{"id":"s","kind":"sum","total":"b","parts":["a","c"]})"),
              1, ""},
             {"two relations of one id",
              with_relations(
                  R"({"id":"r","kind":"sum","total":"a","parts":["b","c"]},{"id":"r","kind":"equal","figures":["a","a"]})"),
              2, "input:1:122: /relations/1/id: the id r was given before"},
             {"a figure that is not there",
              with_relations(R"({"id":"r","kind":"equal","figures":["a","z"]})"), 2,
              "input:1:102: /relations/0/figures/1: the filing has no figure z"},
             {"an id of 257 characters",
              with_relations(R"({"id":")" + repeated("x", 257) + R"(","kind":"equal","figures":["a","b"]})"),
              2,
              "input:1:68: /relations/0/id: beyond a limit: at most 256 characters, seen "
              "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"},
             {"a division by zero",
              R"({"filing":1,"figures":{"q":"1","n":"1","d":"0"},"relations":[{"id":"r","kind":"ratio","quotient":"q","numerator":"n","denominator":"d"}]})",
              2, "input: nothing in this document could be decided"},
             {"a product of 38 digits by 38 digits",
              R"({"filing":1,"figures":{"p":"1","f":")" + repeated("9", 38) + R"(","g":")" +
                  repeated("9", 38) +
                  R"("},"relations":[{"id":"r","kind":"product","product":"p","factors":["f","g"]}]})",
              1, ""},
             {"labels that steer a terminal",
              equal_to(R"({"value":"1","label":"\u001b[2J\u0007\u009b\u202e\u007f"})", "4"), 1, "",
              "check input", "␛[2J␇\uFFFD\uFFFD␡"},
             {"the same in JSON",
              equal_to(R"({"value":"1","label":"\u001b[2J\u0007\u009b\u202e\u007f"})", "4"), 1, "",
              "check --format json input", R"("label": "\u001b[2J\u0007\u009b\u202e\u007f")"},
         }});
    all.push_back(
        {"Published text and web pages",
         {
             {"text that is cut within a character", "全年支出80万元，占\xE6", 2,
              "input:1:11: wrong encoding: expected UTF-8, seen E6"},
             {"ten million digits in a sentence", "全年收入" + repeated("1", 10 * million) + "万元。\n", 2,
              "input:1:5: beyond a limit: at most 38 digits, "
              "seen 1111111111111111111111111111111111111111…"},
             {"ten million digits in a table",
              "项目\t金额\n甲\t" + repeated("1", 10 * million) + "\n合计\t5\n", 2,
              "input:2:3: beyond a limit: at most 38 digits, "
              "seen 1111111111111111111111111111111111111111…"},
             {"a table with a cell of 10 MB",
              "项目\t金额\n" + repeated("甲", 3 * million) + "\t5\n乙\t5\n合计\t20\n", 0, ""},
             {"`1e999999999` in a sentence", "全年收入1e999999999万元。\n", 2,
              "input: nothing in this document could be decided"},
             {"the same wrong sentence 500 times",
              repeated("全年支出80万元，其中：基本支出60万元，占75%；项目支出20万元，占35%。\n", 500), 1, ""},
             {"zero bytes between the words", "全年\0支出80万元，其中：基本支出60万元，占75%。\n"s, 2,
              "input:1:1: expected a filing in JSON or a published report, seen binary data"},
             {"marks that steer a terminal", "全年支出80万元，其中：\x1b[31m基本支出60万元，\u202e占35%。\n",
              1, "", "check input", "[31m基本支出60万元，占35%"},
             {"100,000 elements, each within the last",
              "<html>" + repeated("<div>", 100'000) + "全年支出80万元", 2,
              "input: nothing in this document could be decided"},
             {"10,000 tables, each within the last", "<html>" + repeated("<table><tr><td>", 10'000) + "5", 2,
              "input: nothing in this document could be decided"},
             {"a cell over a billion rows and columns",
              "<html><table><tr><td rowspan=1000000000 colspan=1000000000>5</table>", 2,
              "input: nothing in this document could be decided"},
             {"entities made of entities",
              "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><html><p>&b;支出80万元</p>", 2,
              "input: nothing in this document could be decided"},
             {"a comment without an end", "<html><!-- " + repeated("<p>支出80万元</p>", 10'000), 2,
              "input: nothing in this document could be decided"},
             {"half a surrogate pair as an entity", "<html><p>支出&#xD800;80万元&#0;</p>", 2,
              "input: nothing in this document could be decided"},
         }});
    all.push_back({"Office files", office_rows()});
    all.push_back({"Old Office files and others", old_office_rows()});
    all.push_back({"Web pages in one file", web_archive_rows()});
    all.push_back(
        {"Filings one a line",
         {
             {"a bad line among good ones", good_line + "\n{\"filing\":\n" + good_line + "\n", 2,
              "input:2:11: not JSON: expected more, but the text ends here", "check input", "input:3"},
             {"a line of 65 MB among good ones",
              good_line + "\n{\"filing\":1," + repeated(" ", 68 * million) + "}\n" + good_line + "\n", 2,
              "input:2:1: beyond a limit: at most 64 MiB", "check --lines input", "input:3"},
             {"a line of zero bytes among good ones",
              good_line + "\n" + std::string(100, '\0') + "\n" + good_line + "\n", 2,
              "input:2:1: not JSON: expected an object {…} here, seen "
              "␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀…",
              "check --lines input", "input:3"},
             {"a line of a lone carriage return among good ones", good_line + "\n\r\n" + good_line + "\n", 0,
              "", "check --lines input", "input:3"},
         }});
    all.push_back(
        {"The command line",
         {
             {"a file name that steers a terminal", "", 2,
              "␛[31mname x y: the file cannot be read: No such file or directory",
              "check \"$(printf \"\\e[31mname\\rx\\ny\")\""},
             {"a file name that is no UTF-8", "", 2,
              "a\uFFFD: the file cannot be read: No such file or directory",
              "check \"$(printf \"a\\xff\")\""},
             {"a source that steers a terminal", good_line, 0, "",
              "check --lines --source \"$(printf \"\\e[31m\\xff\")\" input", "␛[31m\uFFFD"},
             {"an option that steers a terminal", "", 2,
              "tieout: --format: ␛[31m not in {text,json,markdown,csv,sarif,junit}",
              "check --format \"$(printf \"\\e[31m\")\" input"},
             {"a command that is none", "", 2,
              "tieout: expected a command: check, read, rates, score, rules, profiles, forms or phrases",
              "\"$(printf \"\\e[31m\")\""},
             {"a profile that is none", good_line, 2,
              "tieout: there is no such profile, nor a file that can be read: ␛[31m (No such file or "
              "directory)",
              "check --profile \"$(printf \"\\e[31m\")\" input"},
             {"a rule that is none", "", 2, "tieout: there is no rule ␛[31m",
              "rules \"$(printf \"\\e[31m\")\""},
         }});
    all.push_back({"The system",
                   {
                       {"standard input is closed", "", 2, "-: the file cannot be read: Bad file descriptor",
                        "check - <&-"},
                       {"standard output is closed", good_line, 2,
                        "tieout: cannot write the result: Bad file descriptor", "check input >&-"},
                       {"standard error is closed", "", 2, "", "check nothing-here 2>&-"},
                       {"the disk is full", good_line, 2,
                        "tieout: cannot write the result: No space left on device", "check input >/dev/full"},
                       {"too little memory for a document of 50 MB",
                        "{\"filing\":1" + repeated(" ", 50 * million) + "}", 2, "input: out of memory",
                        "ulimit -v 100000; {} check input"},
                       {"too little memory for 1,000 threads", good_line + "\n" + good_line + "\n", 0, "",
                        "ulimit -v 300000; {} check --lines --jobs 1000 input", "input:2"},
                   }});
    return all;
}

/// The command that a row stands for, in the language of the tests.
std::string command_of(const Hostile& row) {
    const std::string program = "LC_ALL=C " TIEOUT_PROGRAM;
    std::string command(row.arguments);
    if (const std::size_t at = command.find("{}"); at != command.npos) return command.replace(at, 2, program);
    return program + " " + command;
}

Outcome outcome_of(const Workshop& shop, const std::string& command) {
    const int status = status_of("cd " + shop.at("") + " && { " + command + " ; } >out 2>err");
    return {status, file_text(shop.at("out")), file_text(shop.at("err"))};
}

// The address sanitizer takes more room than any limit leaves.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool memory_can_be_limited = false;
#elif defined(__has_feature)
constexpr bool memory_can_be_limited = !__has_feature(address_sanitizer);
#else
constexpr bool memory_can_be_limited = true;
#endif

} // namespace

TEST_CASE("every hostile input gets what the table says, and nothing that harms") {
    const Workshop shop;
    for (const Group& group : groups())
        for (const Hostile& row : group.rows) {
            CAPTURE(row.name);
            if (!memory_can_be_limited && row.arguments.starts_with("ulimit")) continue;
            shop.file("input", row.bytes);
            const Outcome outcome = outcome_of(shop, command_of(row));
            CHECK(outcome.status == row.status);
            CHECK(outcome.errors.substr(0, outcome.errors.find('\n')) == row.told);
            CHECK((outcome.output.find(row.shown) != outcome.output.npos));
            CHECK(is_harmless(outcome.output));
            CHECK(is_harmless(outcome.errors));
            // As JSON, and as what was read, in the other language; of what is large once is enough.
            if (row.arguments != "check input" || row.bytes.size() > million) continue;
            const Outcome json = outcome_of(shop, TIEOUT_PROGRAM " check --format json --lang zh input");
            CHECK(json.status == row.status);
            // Of lines each is a document of its own.
            if (group.title != "Filings one a line") CHECK(nlohmann::json::accept(json.output));
            CHECK(is_harmless(json.output));
            CHECK(is_harmless(json.errors));
            const Outcome read = outcome_of(shop, TIEOUT_PROGRAM " read --lang zh input");
            CHECK((read.status == 0 || read.status == 2));
            CHECK(is_harmless(read.output));
            CHECK(is_harmless(read.errors));
        }
}

namespace {

/// A cell of a table in Markdown, as code.
std::string cell(std::string_view text) {
    if (text.empty()) return "";
    std::string result = "`";
    for (const char c : text) result += c == '|' ? "\\|" : std::string(1, c);
    return result + '`';
}

std::string page() {
    std::string text =
        "# Hostile input, and what it gets\n\n"
        "Printed from the table in `tests/cli/hostile.test.cpp` by `./dev docs`; that test runs every row. "
        "The input is the file\n`input`, given as `tieout check input` where the table says nothing else. "
        "Status 0 says that everything ties out, 1 that\nsomething does not, 2 that something could not be "
        "understood or decided. What is told is the first line of standard error.\n";
    for (const Group& group : groups()) {
        text += "\n## " + std::string(group.title) + "\n\n| input | status | told |\n|---|---|---|\n";
        for (const Hostile& row : group.rows) {
            text += "| " + std::string(row.name);
            if (row.arguments != "check input") {
                std::string command(row.arguments);
                const std::size_t at = command.find("{}");
                text += "<br>" +
                        cell(at != command.npos ? command.replace(at, 2, "tieout") : "tieout " + command);
            }
            text += " | " + std::to_string(row.status) + " | " + cell(row.told) + " |\n";
        }
    }
    return text;
}

} // namespace

TEST_CASE("docs/hostile.md is the table of hostile input") {
    const auto path = project_path("docs/hostile.md");
    // As ./dev docs has it.
    if (std::getenv("TIEOUT_WRITE_PAGES") != nullptr) std::ofstream(path, std::ios::binary) << page();
    CHECK_MESSAGE((file_text(path) == page()), "run ./dev docs");
}

#endif
