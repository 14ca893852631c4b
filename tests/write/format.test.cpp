// SPDX-License-Identifier: MIT
#include <tieout/write/format.hpp>

#include "golden.hpp"

#include <tieout/read/text.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <vector>

using namespace tieout;

namespace {

using Json = nlohmann::json;

/// One error, one warning, one figure to be looked at, one problem.
constexpr std::string_view report_of_all =
    "2022年支出合计100.00万元，其中：基本支出60.00万元，项目支出50.00万元。\n"
    "政府采购支出30.00万元，占支出的25%。\n";

std::string written(std::string_view format, const Document& document, FormatOptions options = {}) {
    const ReportFormat& writer = *report_format_named(format);
    const DocumentInfo info{document.source, document.input_sha256};
    std::string piece;
    if (document.filing) {
        const Report report = check(*document.filing);
        const Names names(report);
        piece = writer.document(
            {.info = info, .report = &report, .names = &names, .problems = document.problems}, options);
    } else {
        piece = writer.document({.info = info, .problems = document.problems}, options);
    }
    return writer.run == nullptr ? piece : writer.run({&piece, 1}, options);
}

std::string small(std::string_view format, FormatOptions options = {}) {
    Document document = test::project_document("tests/cases/write/small.json");
    document.source = "small.json";
    return written(format, document, options);
}

bool fits_sarif(const Json& log) {
    const Json text = Json::parse(test::file_text(test::project_path("tests/cases/write/sarif.schema.json")));
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema);
    valijson::Validator validator;
    return validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(log), nullptr);
}

std::size_t count_of(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
    return count;
}

/// Whether every element is closed in the order in which it was opened, and nothing stands in a tag unquoted.
bool is_well_formed(std::string_view xml) {
    std::vector<std::string_view> open;
    for (std::size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
        const std::size_t end = xml.find('>', at);
        if (end == xml.npos) return false;
        const std::string_view tag = xml.substr(at + 1, end - at - 1);
        if (tag.starts_with("?")) continue;
        if (tag.find('<') != tag.npos || count_of(tag, "\"") % 2 != 0) return false;
        if (tag.starts_with("/")) {
            if (open.empty() || open.back() != tag.substr(1)) return false;
            open.pop_back();
        } else if (!tag.ends_with("/")) {
            open.push_back(tag.substr(0, tag.find(' ')));
        }
    }
    return open.empty();
}

/// The fields of the rows of a CSV file.
std::vector<std::vector<std::string>> rows_of(std::string_view csv) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t at = 0; at < csv.size(); ++at) {
        const char c = csv[at];
        std::string& field = rows.back().back();
        if (quoted && c == '"' && csv.substr(at + 1).starts_with('"'))
            field += csv[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (quoted || (c != ',' && c != '\r' && c != '\n'))
            field += c;
        else if (c == ',')
            rows.back().emplace_back();
        else if (c == '\n')
            rows.emplace_back(1, "");
    }
    rows.pop_back();
    return rows;
}

} // namespace

TEST_CASE("every format has a name of its own and words in both languages, and text is the first") {
    CHECK(report_formats().front().name == "text");
    for (const ReportFormat& format : report_formats()) {
        CAPTURE(format.name);
        CHECK(report_format_named(format.name) == &format);
        CHECK_FALSE(format.what.zh.empty());
        CHECK_FALSE(format.what.en.empty());
    }
    CHECK(report_format_named("pdf") == nullptr);
    CHECK(report_format_named("") == nullptr);
}

TEST_CASE("each format writes the small filing as its golden file") {
    for (const auto& [format, name] : {std::pair{"markdown", "small.md"},
                                       {"csv", "small.csv"},
                                       {"sarif", "small.sarif"},
                                       {"junit", "small.junit.xml"}}) {
        const std::string shown = format; // a binding cannot be captured in C++20 of clang 14
        CAPTURE(shown);
        const std::string text = small(format, {.language = Language::en});
        const std::string path = std::string("tests/cases/write/") + name;
        if (test::refreshes()) test::refresh(path, text);
        CHECK(text == test::file_text(test::project_path(path)));
    }
}

TEST_CASE("SARIF keeps to what the standard demands, and tells apart what fails and what is to be reviewed") {
    for (const Language language : {Language::zh, Language::en}) {
        const Json log = Json::parse(small("sarif", {.language = language}));
        CHECK(fits_sarif(log));
        const Json& results = log["runs"][0]["results"];
        REQUIRE_FALSE(results.empty());
        for (const Json& result : results) CHECK(result["kind"] == "fail");
    }
    const Document doubted = read_report(report_of_all, "报告 1.txt");
    const Json log = Json::parse(written("sarif", doubted, {.language = Language::en}));
    CHECK(fits_sarif(log));
    // What may not stand in a URI is encoded.
    CHECK(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
          "%E6%8A%A5%E5%91%8A%201.txt");
    CHECK_FALSE(fits_sarif(Json::parse(R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},
        "results":[{"ruleId":"T01","kind":"review","level":"error","message":{"text":"x"}}]}]})")));
}

TEST_CASE("SARIF describes the rules of its results and no others") {
    const Json log = Json::parse(small("sarif"));
    std::vector<std::string> named;
    for (const Json& rule : log["runs"][0]["tool"]["driver"]["rules"]) named.push_back(rule["id"]);
    for (const Json& result : log["runs"][0]["results"])
        CHECK(std::find(named.begin(), named.end(), result["ruleId"]) != named.end());
    for (const std::string& code : named)
        CHECK(std::any_of(log["runs"][0]["results"].begin(), log["runs"][0]["results"].end(),
                          [&](const Json& result) { return result["ruleId"] == code; }));
}

TEST_CASE(
    "a document without findings gives a SARIF file without results, and one that cannot be read says so") {
    const Document good = read_filing(R"({"filing":1,"figures":{"t":"3","a":"1","b":"2"},
        "relations":[{"id":"r","kind":"sum","total":"t","parts":["a","b"]}]})",
                                      "good.json");
    const Json none = Json::parse(written("sarif", good));
    CHECK(fits_sarif(none));
    CHECK(none["runs"][0]["results"].empty());
    const Json unread =
        Json::parse(written("sarif", read_filing("{", "bad.json"), {.language = Language::en}));
    CHECK(fits_sarif(unread));
    REQUIRE(unread["runs"][0]["results"].size() == 1);
    CHECK(unread["runs"][0]["results"][0]["kind"] == "open");
    CHECK(unread["runs"][0]["results"][0]["ruleId"] == "not-read");
}

TEST_CASE("JUnit counts its cases, and a warning fails only where warnings count as errors") {
    const std::string lenient = small("junit");
    const std::string strict = small("junit", {.strict = true});
    for (const std::string& xml : {lenient, strict}) {
        CHECK(is_well_formed(xml));
        CHECK(xml.find("tests=\"" + std::to_string(count_of(xml, "<testcase")) + '"') != xml.npos);
        CHECK(xml.find("failures=\"" + std::to_string(count_of(xml, "<failure")) + '"') != xml.npos);
        CHECK(xml.find("skipped=\"" + std::to_string(count_of(xml, "<skipped")) + '"') != xml.npos);
    }
    CHECK(count_of(strict, "<failure") == count_of(lenient, "<failure") + 1);
    CHECK(count_of(strict, "<skipped") + 1 == count_of(lenient, "<skipped"));
    const std::string unread = written("junit", read_filing("{", "bad.json"));
    CHECK(is_well_formed(unread));
    CHECK(count_of(unread, "<error") == 1);
}

TEST_CASE("JUnit lists what holds only where all is asked for") {
    CHECK(count_of(small("junit"), "/>") > 0);
    CHECK(count_of(small("junit", {.all = false}), "/>") == 0);
}

TEST_CASE("CSV has a row for each finding, and as many fields in each as heads") {
    const auto rows = rows_of(small("csv"));
    REQUIRE(rows.size() > 2);
    CHECK(rows.front().front() == "\xEF\xBB\xBFsource");
    for (const auto& row : rows) CHECK(row.size() == rows.front().size());
    const auto unread = rows_of(written("csv", read_filing("{", "bad.json")));
    REQUIRE(unread.size() == 2);
    CHECK(unread[1].size() == rows.front().size());
    CHECK(unread[1][1] == "not-read");
}

TEST_CASE("words of a document become neither formula, markup nor element") {
    const Document hostile = read_filing(R"json({"filing":1,"figures":{
        "t":{"label":"=HYPERLINK(\"x\")","value":"-5"},"a":"1","b":"2"
}
, "relations" : [ {
    "id" : "=1|2",
    "kind" : "sum",
    "total" : "t",
    "parts" : [ "a", "b" ],
    "demand" : "<script>alert(1)</script> | @all [x](http://y) ]]>"
} ]
})json",
                                         "=cmd.json");
    const auto rows = rows_of(written("csv", hostile));
    REQUIRE(rows.size() == 2);
    for (const std::string& field : rows[1]) {
        CAPTURE(field);
        const bool number = field.find_first_not_of("0123456789+-.,%") == field.npos;
        CHECK((number || field.find_first_of("=+-@") != 0));
    }
    const std::string markdown = written("markdown", hostile);
    CHECK(markdown.find("<script>") == markdown.npos);
    CHECK(markdown.find("](http") == markdown.npos);
    CHECK(markdown.find(" @all") == markdown.npos);
    const std::string xml = written("junit", hostile);
    CHECK(is_well_formed(xml));
    CHECK(xml.find("<script>") == xml.npos);
    CHECK(fits_sarif(Json::parse(written("sarif", hostile))));
}

TEST_CASE("Markdown tells a document that could not be read, and each problem") {
    const std::string text = written("markdown", read_filing("{", "bad.json"), {.language = Language::en});
    CHECK(text.find("## bad.json") != text.npos);
    CHECK(text.find("It could not be read.") != text.npos);
    CHECK(text.find("- bad.json:1:2") != text.npos);
}
