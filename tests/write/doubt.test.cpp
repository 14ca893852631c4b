// SPDX-License-Identifier: MIT
// How doubt is shown to people.
#include <tieout/rules/together.hpp>
#include <tieout/write/text.hpp>
#include <tieout/write/together.hpp>

#include "golden.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace tieout;

namespace {

std::string text_of(std::string_view json, Language language) {
    const Filing filing = test::filing_of(json);
    const Report report = check(filing);
    return report_text({"test.json", {}}, report, Names(report), {.language = language, .width = 200});
}

constexpr std::string_view all_kinds =
    R"({"filing":1,"figures":{"a":"1.0","b":"2.0","c":"4.0","d":null},"relations":[
    {"id":"wrong","kind":"sum","total":"c","parts":["a","b"]},
    {"id":"odd","any_of":[{"kind":"sum","total":"c","parts":["a","a"]},{"kind":"sum","total":"a","parts":["b","b"]}],"evidence":"open"},
    {"id":"gap","kind":"equal","figures":["a","d"]}]})";

} // namespace

TEST_CASE(
    "what is to be looked at has a heading of its own behind errors and warnings, with the readings tried") {
    const std::string text = text_of(all_kinds, Language::en);
    const auto at = [&](std::string_view what) { return text.find(what); };
    CHECK(at("Errors (1)") < at("To be looked at"));
    CHECK(at("To be looked at") < at("Undecided (1)"));
    CHECK(at("\n  odd") > at("To be looked at"));
    CHECK(at("\n  odd") < at("Undecided (1)"));
    CHECK(at("\n  gap") > at("Undecided (1)"));
    const std::string section =
        text.substr(at("To be looked at"), at("Undecided (1)") - at("To be looked at"));
    CHECK(section.find("stated 4.0") != section.npos);
    CHECK(section.find("stated 1.0") != section.npos);
    CHECK(at("2 undecided (1 of them to be looked at)") != text.npos);
}

TEST_CASE("in Chinese they are 待核实") {
    const std::string text = text_of(all_kinds, Language::zh);
    CHECK(text.find("待核实") != text.npos);
    CHECK(text.find("2 项未能判定（其中待核实 1 项）") != text.npos);
}

TEST_CASE("where nothing is doubted nobody speaks of it") {
    const std::string text = text_of(R"({"filing":1,"figures":{"a":"1.0","d":null},"relations":[
        {"id":"gap","kind":"equal","figures":["a","d"]}]})",
                                     Language::en);
    CHECK(text.find("looked at") == text.npos);
    CHECK(text.find("Undecided (1)") != text.npos);
}

TEST_CASE("documents held against each other show what is to be looked at apart from the undecided") {
    const Filing last = test::filing_of(
        R"({"filing":1,"body":{"name":"甲局"},"year":2021,"expenditure":{"executed":"100"}})");
    const Filing current = test::filing_of(
        R"({"filing":1,"body":{"name":"甲局"},"year":2022,"expenditure":{"prior":{"value":"110","evidence":"open"}}})");
    const FiledDocument documents[] = {{"2021", &last}, {"2022", &current}};
    const Together together = check_together(documents);
    const std::string text = together_text(together, {.language = Language::en, .width = 200});
    CHECK(text.find("To be looked at") != text.npos);
    CHECK(text.find("1 undecided (1 of them to be looked at)") != text.npos);
    CHECK(text.find("Undecided (") == text.npos);
    const std::string json = together_json(together, {}, Language::en);
    CHECK(json.find("\"doubted\": 1") != json.npos);
    CHECK(json.find("\"reason\": \"doubted\"") != json.npos);
}
