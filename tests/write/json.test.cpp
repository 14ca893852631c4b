// SPDX-License-Identifier: MIT
#include <tieout/write/json.hpp>

#include "golden.hpp"
#include "harmless.hpp"
#include "write/display.hpp"
#include "write/json_value.hpp"
#include "write/json_writer.hpp"

#include <tieout/rules/rule.hpp>
#include <tieout/version.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace tieout;
using test::filing_of;
using Json = nlohmann::ordered_json;

std::string json_text(const Filing& filing, CheckOptions options = {},
                      JsonLayout layout = JsonLayout::indented) {
    const Report report = check(filing, options);
    return report_json({"test.json", "00ff"}, report, Names(report), {}, Language::en, layout);
}
Json json_of(const Filing& filing, CheckOptions options = {}) {
    return Json::parse(json_text(filing, options));
}

constexpr std::string_view one_sum = R"({"filing":1,"figures":{
    "t":{"value":"531.07","unit":"万元","place":"表1"},"a":{"value":"504.11","unit":"万元"},"b":{"value":"20.99","unit":"万元"}},
    "relations":[{"id":"r","kind":"sum","total":"t","parts":["a","b"]}]})";

} // namespace

TEST_CASE(
    "the report of a small filing is its golden JSON, whichever rules there are beside those that speak") {
    const Document document = test::project_document("tests/cases/write/small.json");
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    std::string text = report_json({"small.json", document.input_sha256}, report, Names(report),
                                   document.problems, Language::zh);
    const std::string digest(rules_digest());
    text.replace(text.find(digest), digest.size(), "RULES");
    CHECK(text + '\n' == test::file_text(test::project_path("tests/cases/write/small.zh.json")));
}

TEST_CASE("a finding carries the numbers of the format") {
    const Json document = json_of(filing_of(one_sum));
    CHECK(document["source"] == "test.json");
    CHECK(document["input_sha256"] == "00ff");
    CHECK(document["rounding"] == "nearest");
    CHECK(document["scale"] == "own");
    CHECK(document["summary"]["broken"] == 1);
    const Json& check = document["checks"][0];
    CHECK(check["id"] == "r");
    CHECK_FALSE(check.contains("code"));
    CHECK(check["kind"] == "sum");
    CHECK(check["outcome"] == "broken");
    CHECK(check["stated"] == "531.07");
    CHECK(check["recomputed"] == "525.10");
    CHECK(check["difference"] == "5.97");
    CHECK(check["unit"] == "万元");
    CHECK_FALSE(check.contains("reason"));
    const Json& total = check["figures"][0];
    CHECK(total["role"] == "total");
    CHECK(total["interval"] == Json::array({"531.065", "531.075"}));
    CHECK_FALSE(total.contains("open"));
    CHECK_FALSE(total.contains("coefficient"));
    CHECK(total["place"] == "表1");
    // The parts stand on the other side of the equals sign.
    CHECK_FALSE(check["figures"][1].contains("coefficient"));
    CHECK_FALSE(check["figures"][1].contains("place"));
    CHECK(document["problems"].empty());
}

TEST_CASE("an end that does not belong to the interval is open, at the end where it is") {
    const Json rounded = json_of(filing_of(one_sum), {.rounding = Printing::half_up});
    CHECK(rounded["rounding"] == "half_up");
    CHECK(rounded["checks"][0]["figures"][0]["open"] == Json::array({"high"}));
    const Json negative = json_of(
        filing_of(R"({"filing":1,"rounding":"half_up","figures":{"a":{"value":"-1.5"},"b":{"value":"0.0"}},
        "relations":[{"id":"r","kind":"sum","total":"a","parts":["b"]}]})"));
    CHECK(negative["checks"][0]["figures"][0]["open"] == Json::array({"low"}));
    CHECK(negative["checks"][0]["figures"][1]["open"] == Json::array({"low", "high"}));
}

TEST_CASE("a doubted check gives every reading that was tried, and counts among the undecided") {
    const Json document =
        json_of(filing_of(R"({"filing":1,"figures":{"rate":"50%","part":"10.0","whole":"25.0","other":"30.0"},
        "relations":[{"id":"r","any_of":[{"kind":"share","share":"rate","part":"part","whole":"whole"},
        {"kind":"share","share":"rate","part":"part","whole":"other"},
        {"kind":"share","share":"rate","part":"part","whole":"other"}],"evidence":"open"}]})"));
    CHECK(document["summary"]["undecided"] == 1);
    CHECK(document["summary"]["doubted"] == 1);
    CHECK(document["summary"]["broken"] == 0);
    const Json& check = document["checks"][0];
    CHECK(check["outcome"] == "undecided");
    CHECK(check["reason"]["code"] == "doubted");
    CHECK(check["reason"]["figures"] == Json::array({"rate"}));
    // What reads alike is shown once.
    REQUIRE(check["reason"]["readings"].size() == 2);
    CHECK(check["reason"]["readings"][0]["arithmetic"] == "10.0 / 25.0 = 40.00%, stated 50%");
    CHECK(check["reason"]["readings"][0]["recomputed"] == "40.00");
    CHECK(check["reason"]["readings"][1]["recomputed"] == "33.33");
    CHECK_FALSE(document.contains("parts"));
    CHECK_FALSE(json_of(filing_of(one_sum))["checks"][0].contains("reason"));
    CHECK(json_of(filing_of(one_sum))["summary"]["doubted"] == 0);
}

TEST_CASE("a figure of a table says its cell and its table, and tables say whether they are certified") {
    const Json document = json_of(filing_of(R"({"filing":1,"figures":{
        "a":{"value":"1.0","context":"table 2","cell":"C12"},"b":{"value":"3.0","context":"s1"}},
        "relations":[{"id":"r","kind":"equal","figures":["a","b"]}],
        "tables":[{"id":"table 2","form":"公开01表","title":"总表","unit":"万元","certified":false,"why_not":["pages"],"place":"第3页"},
        {"id":"table 3","certified":true}]})"));
    const Json& figures = document["checks"][0]["figures"];
    CHECK(figures[0]["table"] == "table 2");
    CHECK(figures[0]["cell"] == "C12");
    CHECK_FALSE(figures[1].contains("table"));
    CHECK_FALSE(figures[1].contains("cell"));
    CHECK(document["tables"] ==
          Json::parse(R"([{"id":"table 2","form":"公开01表","title":"总表","unit":"万元",
        "certified":false,"why_not":["pages"],"place":"第3页"},{"id":"table 3","certified":true,"why_not":[]}])"));
    CHECK_FALSE(json_of(filing_of(one_sum)).contains("tables"));
}

TEST_CASE("a figure of a file with parts says its part, in words and as data") {
    const Json document = json_of(filing_of(R"({"filing":1,"figures":{
        "a":{"value":"1.0","page":7},"b":{"value":"3.0","sheet":"公开05表","cell":"C12"},
        "c":{"value":"3.0","paragraph":31},"d":{"value":"3.0","table_number":2,"cell":"B3"}},
        "relations":[{"id":"r","kind":"equal","figures":["a","b","c","d"]}]})"));
    const Json& figures = document["checks"][0]["figures"];
    CHECK(figures[0]["page"] == 7);
    CHECK(figures[1]["sheet"] == "公开05表");
    CHECK(figures[1]["cell"] == "C12");
    CHECK(figures[1]["place"] == "公开05表!C12");
    CHECK(figures[2]["paragraph"] == 31);
    CHECK(figures[3]["table_number"] == 2);
}

TEST_CASE("an undecided check names its reason and the figures behind it") {
    const Json document = json_of(filing_of(R"({"filing":1,"figures":{"a":{"value":""},"b":{"value":"1"}},
        "relations":[{"id":"r","kind":"sum","total":"a","parts":["b"]}]})"));
    const Json& check = document["checks"][0];
    CHECK(check["outcome"] == "undecided");
    CHECK(check["reason"]["code"] == "missing");
    CHECK(check["reason"]["figures"].size() == 1);
    CHECK_FALSE(check.contains("difference"));
    CHECK_FALSE(check.contains("between"));
    CHECK_FALSE(check["figures"][0].contains("interval"));
}

TEST_CASE("coefficients other than one are shown as the relation states them") {
    const Json document = json_of(
        filing_of(R"({"filing":1,"figures":{"t":{"value":"1.0"},"a":{"value":"3.0"},"b":{"value":"2.0"}},
        "relations":[{"id":"r","kind":"sum","total":"t","parts":["a","b"],"coefficients":["1","-1"]}]})"));
    CHECK(document["checks"][0]["outcome"] == "exact");
    CHECK_FALSE(document["checks"][0]["figures"][1].contains("coefficient"));
    CHECK(document["checks"][0]["figures"][2]["coefficient"] == "-1");
}

TEST_CASE("the same input gives the same bytes, and one line is one line") {
    const Filing filing = filing_of(one_sum);
    CHECK(json_text(filing) == json_text(filing));
    const std::string line = json_text(filing, {}, JsonLayout::one_line);
    CHECK(line.find('\n') == line.npos);
    CHECK(Json::parse(line) == json_of(filing));
}

TEST_CASE("what is not UTF-8 never reaches the output") {
    Filing filing = filing_of(one_sum);
    filing.body.name = "\xC3\x28\xFF";
    filing.figures[0].figure.statements()[0].label = "\xED\xA0\x80";
    CHECK_FALSE(Json::parse(json_text(filing)).empty());
}

TEST_CASE("what steers a terminal is escaped, so that results can be looked at as they are") {
    Filing filing = filing_of(one_sum);
    // One of each: controls of both sets, delete, marks of direction, separators; and neighbours that are none.
    const std::string name =
        "\x1b\x07\x08\x7f\u0080\u009f\u061c\u200e\u202a\u202e\u2066\u2069\u2028\u00a0～\u2027\u2030\u206a";
    filing.body.name = name;
    for (const JsonLayout layout : {JsonLayout::indented, JsonLayout::one_line}) {
        const std::string text = json_text(filing, {}, layout);
        CHECK(test::is_harmless(text));
        CHECK(text.find("\\u007f\\u0080\\u009f\\u061c\\u200e\\u202a\\u202e\\u2066\\u2069\\u2028\u00a0～\u2027"
                        "\u2030\u206a") != text.npos);
        CHECK(Json::parse(text)["body"] == name);
    }
}

TEST_CASE("text is escaped in the same way wherever it stands and whatever stands around it") {
    std::vector<std::string> pieces{"\u061b", "\u061c",     "\u061d",       "\u200d",   "\u200e",
                                    "\u200f", "\u2010",     "\u2027",       "\u2028",   "\u202e",
                                    "\u202f", "\u2065",     "\u2066",       "\u2069",   "\u206a",
                                    "万",     "\U0001F600", "\xED\xA0\x80", "\xE4\xB8", "\xC2"};
    for (int byte = 0; byte < 256; ++byte) pieces.emplace_back(1, static_cast<char>(byte));
    for (const std::string& piece : pieces)
        for (std::size_t before = 0; before < 10; ++before)
            for (const std::size_t behind : std::initializer_list<std::size_t>{0, 1, 7, 8, 9}) {
                const std::string text = std::string(before, 'a') + piece + std::string(behind, '~');
                detail::JsonWriter json(JsonLayout::one_line);
                json.put(text);
                CHECK(std::move(json).take() == detail::escaped_in_json(Json(text).dump(
                                                    -1, ' ', false, Json::error_handler_t::replace)));
            }
}

TEST_CASE("a tree is written as the library lays it out") {
    const Json tree =
        Json::parse(R"({"a":[],"b":{},"c":[1,-2,true,null,"x",[[]],{"d":[{}]}],"e~/\"":{"f":1.50}})");
    for (const JsonLayout layout : {JsonLayout::indented, JsonLayout::one_line}) {
        const int indent = layout == JsonLayout::indented ? 2 : -1;
        CHECK(detail::dumped(tree, layout) == tree.dump(indent));
        CHECK(detail::dumped(Json::array(), layout) == "[]");
        CHECK(detail::dumped("x", layout) == "\"x\"");
    }
}

TEST_CASE("a document that cannot be read appears with its problems") {
    const Problem problem{.kind = Problem::Kind::unreadable_file, .source = "x.json", .seen = "gone"};
    const Json document = Json::parse(unread_json({"x.json", {}}, {&problem, 1}, Language::en));
    CHECK(document["source"] == "x.json");
    CHECK_FALSE(document.contains("checks"));
    CHECK(document["problems"][0]["place"] == "x.json");
    CHECK(document["problems"][0]["message"] == "the file cannot be read: gone");
}

TEST_CASE("several documents are one object with the version") {
    const std::string document = json_text(filing_of(one_sum));
    const std::string documents[] = {document, document};
    const Json all = Json::parse(reports_json(documents));
    CHECK(all["tieout"] == version);
    CHECK(all["documents"].size() == 2);
    CHECK(all["documents"][1] == Json::parse(document));
    CHECK(all.dump(2) + '\n' == reports_json(documents));
    CHECK(Json::parse(reports_json({}))["documents"].empty());
}

TEST_CASE("of a sentence that goes on and on a check carries what stands around its figures") {
    std::string filler;
    for (int i = 0; i < 2000; ++i) filler += "说来话长，";
    const std::string at = std::to_string(filler.size() + 3);
    const Json document =
        json_of(filing_of(R"({"filing":1,"figures":{"t":{"value":"9","context":"s","mark":[)" + at +
                          R"(,1]},"a":"1"},"relations":[{"id":"r","kind":"sum","total":"t",
        "parts":["a"]}],"sentences":{"s":")" +
                          filler + "共9件" + filler + "\"}}"));
    const std::string words = document["checks"][0]["words"];
    CHECK(words.size() < 1000);
    CHECK(words.find("说来话长，共9件说来话长") != words.npos);
    CHECK(words.starts_with("…"));
    CHECK(words.ends_with("…"));
}

TEST_CASE("a check carries the words it is about, and its figures their lines and columns") {
    const Filing filing = filing_of(R"({"filing":1,"figures":{
        "t":{"value":"9","line":12,"column":5,"place":"表1","context":"s1","mark":[3,1]},"a":{"value":"1","line":3},"b":"8"},
        "relations":[{"id":"r","kind":"sum","total":"t","parts":["a","b"]},
                     {"id":"q","kind":"at_most","lesser":"a","greater":"b","context":"s2"},
                     {"id":"p","kind":"at_most","lesser":"a","greater":"b"}],
        "sentences":{"s1":"共9件","s2":"其余不多于此"}})");
    const Json document = json_of(filing);
    const Json& check = document["checks"][0];
    CHECK(check["words"] == "共9件");
    CHECK(check["figures"][0]["place"] == "表1, line 12, column 5");
    CHECK(check["figures"][0]["line"] == 12);
    CHECK(check["figures"][0]["column"] == 5);
    CHECK(check["figures"][1]["place"] == "line 3");
    CHECK_FALSE(check["figures"][1].contains("column"));
    CHECK_FALSE(check["figures"][2].contains("place"));
    CHECK(document["checks"][1]["words"] == "其余不多于此");
    CHECK_FALSE(document["checks"][2].contains("words"));
}
