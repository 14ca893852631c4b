// SPDX-License-Identifier: MIT
// The schema that ships with the project says what the reader takes: its keys are those of describe.hpp, and whatever
// the reader finds nothing wrong with is valid by it.
#include <tieout/model/describe.hpp>
#include <tieout/read/json.hpp>
#include <tieout/rules/rule.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace tieout;
using nlohmann::json;

namespace {

const std::filesystem::path root = TIEOUT_SOURCE_DIR;

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const json& schema_text() {
    static const json schema = json::parse(content_of(root / "docs" / "filing.schema.json"));
    return schema;
}

const valijson::Schema& schema() {
    static const auto parsed = [] {
        auto result = std::make_unique<valijson::Schema>();
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_text()), *result);
        return result;
    }();
    return *parsed;
}

/// Nothing, or what the schema finds wrong.
std::string complaint_about(const json& filing) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema(), valijson::adapters::NlohmannJsonAdapter(filing), &results)) return {};
    std::string all = "invalid";
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        all += "\n";
        for (const std::string& step : error.context) all += step;
        all += ": " + error.description;
    }
    return all;
}
std::string complaint_about_text(std::string_view text) { return complaint_about(json::parse(text)); }

std::string problems_of(std::string_view text) {
    std::string all;
    for (const Problem& problem : read_filing(text, "").problems) {
        all += problem.pointer + ": expected " + problem.expected + ", seen " + problem.seen + "\n";
    }
    return all;
}

std::string pretty(const std::set<std::string>& keys) {
    std::string all;
    for (const std::string& key : keys) all += key + " ";
    return all;
}

/// Compares the keys of describe() with the properties that the schema has for the same structure.
class KeyWalk {
  public:
    template <class Described>
    void members(const Described& described, const json& definition) {
        const std::string name = where_;
        CAPTURE(name);
        CHECK(definition.value("additionalProperties", json(true)) == json(false));
        std::set<std::string> keys;
        describe(described, [&](std::string_view key, const auto& member, Expects expects) {
            keys.insert(std::string(key));
            const auto property = definition["properties"].find(key);
            if (property == definition["properties"].end()) return;
            where_ = name + "/" + std::string(key);
            value(member, *property, expects);
        });
        where_ = name;
        std::set<std::string> properties;
        for (const auto& [key, property] : definition["properties"].items()) properties.insert(key);
        if (name.empty()) properties.erase("filing"); // belongs to the text of a filing, not to what it says
        CHECK(pretty(keys) == pretty(properties));
    }
    [[nodiscard]] const std::set<std::string>& seen() const noexcept { return seen_; }

  private:
    /// What the schema says of it, behind a reference.
    const json& resolved(const json& property) {
        if (!property.contains("$ref")) return property;
        const std::string target =
            property["$ref"].get<std::string>().substr(std::string("#/definitions/").size());
        seen_.insert(target);
        REQUIRE(schema_text()["definitions"].contains(target));
        return schema_text()["definitions"][target];
    }
    void value(const Stated&, const json& property, Expects) {
        CHECK(property["$ref"] == "#/definitions/stated");
    }
    void value(const std::vector<Split>&, const json& property, Expects) {
        // Parts are items, and items have splits: one round is enough.
        if (seen_.contains("splits")) return;
        members(Split{}, resolved(resolved(property)["additionalProperties"]));
    }
    void value(const std::vector<NamedFigure>&, const json& property, Expects) {
        CHECK(resolved(property)["patternProperties"]["^[^/]"]["$ref"] == "#/definitions/own_stated");
    }
    void value(const std::vector<StatedRelation>&, const json& property, Expects) {
        CHECK(property["items"]["$ref"] == "#/definitions/relation");
    }
    void value(const std::vector<Sentence>&, const json& property, Expects) {
        CHECK(resolved(property)["patternProperties"]["^."]["type"] == "string");
    }
    void value(const std::vector<std::string>&, const json& property, Expects) {
        CHECK(property["items"]["type"] == "string");
    }
    void value(const std::vector<Reference>&, const json& property, Expects) {
        CHECK(property["$ref"] == "#/definitions/references");
    }
    template <class Element>
    void value(const std::vector<Element>&, const json& property, Expects) {
        CHECK(property["type"] == "array");
        const std::string target = property["items"]["$ref"];
        if (seen_.contains(target.substr(target.rfind('/') + 1))) return; // tiers hold tiers
        members(Element{}, resolved(property["items"]));
    }
    template <class Member>
    void value(const Member& member, const json& property, Expects expects) {
        CHECK(expects == Expects::no_figure);
        if constexpr (requires { describe(member, [](std::string_view, const auto&, Expects) {}); })
            members(member, resolved(property));
    }

    std::string where_;
    std::set<std::string> seen_;
};

} // namespace

TEST_CASE("the schema has the keys of the model, all of them and no others") {
    KeyWalk walk;
    walk.members(Filing{}, schema_text());
    for (const char* name : {"item",
                             "part",
                             "split",
                             "share",
                             "growth",
                             "change",
                             "rate",
                             "comparative",
                             "body",
                             "dates",
                             "staff",
                             "staff_kind",
                             "basic_expenditure",
                             "project",
                             "project_expenditure",
                             "expenditure",
                             "vehicles",
                             "reception",
                             "three_public",
                             "procurement",
                             "assets",
                             "work",
                             "indicator",
                             "budget_row",
                             "evaluation",
                             "source_table"}) {
        CAPTURE(name);
        CHECK(walk.seen().contains(name));
    }
}

TEST_CASE("the schema has the dimensions of figures, all of them and no others") {
    std::set<std::string> keys{"own"};
    for (const AspectEntry& entry : aspect_table) keys.insert(std::string(entry.key));
    std::set<std::string> properties;
    for (const auto& [key, property] : schema_text()["definitions"]["aspects"]["properties"].items())
        properties.insert(key);
    CHECK(pretty(keys) == pretty(properties));
}

TEST_CASE("a figure of the filing's own has the keys of every other, and what it is of") {
    std::set<std::string> keys{"of"};
    for (const auto& [key, property] : schema_text()["definitions"]["figure"]["properties"].items())
        keys.insert(key);
    std::set<std::string> properties;
    for (const auto& [key, property] : schema_text()["definitions"]["own_figure"]["properties"].items())
        properties.insert(key);
    CHECK(pretty(keys) == pretty(properties));
}

TEST_CASE("every structure of the schema is closed, and every reference in it leads somewhere") {
    const json& definitions = schema_text()["definitions"];
    std::set<std::string> used;
    const auto visit = [&](const auto& self, const json& value) -> void {
        if (value.is_object()) {
            if (value.contains("properties") && value["properties"].is_object())
                CHECK(value.value("additionalProperties", json(true)) == json(false));
            if (value.contains("$ref")) {
                const std::string target = value["$ref"];
                const std::string name = target.substr(target.rfind('/') + 1);
                CAPTURE(target);
                CHECK(definitions.contains(name));
                used.insert(name);
            }
        }
        for (const json& inner : value)
            if (inner.is_structured()) self(self, inner);
    };
    visit(visit, schema_text());
    for (const auto& definition : definitions.items()) {
        const std::string& name = definition.key();
        CAPTURE(name);
        CHECK(used.contains(name));
    }
}

TEST_CASE("every example filing is valid by the schema and is read without a problem") {
    const std::filesystem::path examples = root / "examples" / "filings";
    std::size_t seen = 0;
    if (std::filesystem::exists(examples)) {
        for (const auto& entry : std::filesystem::directory_iterator(examples)) {
            if (entry.path().extension() != ".json") continue;
            const std::string name = entry.path().filename().string();
            const std::string text = content_of(entry.path());
            CAPTURE(name);
            ++seen;
            CHECK(complaint_about_text(text) == "");
            CHECK(problems_of(text) == "");
            CHECK(recognise(text) == InputKind::filing);
        }
    }
    CHECK(seen >= 5);
}

TEST_CASE("the examples of every rule are valid by the schema and are read without a problem") {
    for (const Rule& rule : rules()) {
        for (const std::string_view example : {rule.passing, rule.failing}) {
            CAPTURE(rule.code);
            CAPTURE(example);
            CHECK(complaint_about_text(example) == "");
            CHECK(problems_of(example) == "");
        }
    }
}

TEST_CASE("the schema takes every form that the reader takes") {
    for (
        const char* members : {
            R"("unit":"万元","year":2020,"rounding":"half_up","balance":"stated")",
            R"("income":{"executed":1.5})",
            R"("income":{"executed":"约30"})",
            R"("income":{"executed":null})",
            R"("income":{"executed":[1,"2",null,{"value":3}]})",
            R"("income":{"executed":{"value":"3","unit":"万元","decimals":null,"rounding":"exact","period":"","place":"",
                "context":"","label":"","trust":"2","fixed":false,"sense":-1,"unit_missing":true,"cell":"AB12",
                "evidence":"open"}})",
            R"("figures":{"a":{"value":1,"of":{"flow":"*","fund":"general","type":"basic","function":"2010301",
                "economic":"301","item":"three_public","phase":"executed","period":"2022H1","body":"局机关",
                "own":{"地区":"东区"}}},
                "b":[{"value":1,"of":{"fund":"general"}},"1"]})",
            R"("tables":[{"id":"table 1","form":"公开01表","title":"收入支出决算总表","unit":"万元","certified":false,
                "why_not":["rows without a label"],"place":"第3页"},{"id":"table 2","certified":true}])",
            R"("income":{"splits":{"x":{"complete":{"prior":true},"items":[{"sign":-1}]},"y":{"complete":false}}})",
            R"("income":{"shares":[{"stated":1,"of":"prior"},{"stated":1,"of":["prior",["initial","-1"]]},
                {"stated":1,"of":{"any_of":["prior",["initial",["closing",2]]]}}]})",
            R"("income":{"executed":{"value":"3","line":1,"column":2,"context":"s","mark":[0,1]}},"sentences":{"s":"3"})",
            R"("figures":{"a":[{"value":1,"page":1},{"value":1,"sheet":"x","cell":"C12"},{"value":1,"paragraph":2},
                {"value":1,"table_number":2},{"value":1,"note":3}]})",
            R"("figures":{"a":1,"b":2},"relations":[{"id":"1","evidence":"open","context":"s","any_of":[
                {"kind":"sum","total":"a","parts":["b"],"coefficients":["1"],"complete":false},
                {"kind":"ratio","quotient":"a","numerator":"a","denominator":"b","approximate":true,"evidence":"open"},
                {"kind":"growth","rate":"a","from":"a","to":"b"},{"kind":"share","share":"a","part":"a","whole":"b"},
                {"kind":"equal","figures":["a","b"]},{"kind":"at_most","lesser":"a","greater":"b"},
                {"kind":"product","product":"a","factors":["a"]},{"kind":"average","average":"a","parts":["a","b"]},
                {"kind":"linear","terms":["a"],"equals":1}]}])",
            R"("figures":{"a":1,"b":[1,2]},"relations":[
                {"id":"1","kind":"sum","total":"a","parts":["b"],"coefficients":["1"],"complete":true},
                {"id":"2","kind":"ratio","quotient":"a","numerator":["a",["b","-1"]],"denominator":"b","evidence":"open"},
                {"id":"3","kind":"growth","rate":"a","from":"a","to":"b","severity":"warning"},
                {"id":"4","kind":"share","share":"a","part":"a","whole":["a","b"],"approximate":true},
                {"id":"5","kind":"equal","figures":["a","b"],"demand":"x"},
                {"id":"6","kind":"at_most","lesser":"a","greater":"b"},
                {"id":"7","kind":"product","product":"a","factors":["a","b"]},
                {"id":"8","kind":"linear","terms":[["a","1"]],"at_least":{"value":"0","unit":"元"}}])",
        }) {
        const std::string text = std::string(R"({"filing":1,)") + members + "}";
        CAPTURE(text);
        CHECK(problems_of(text) == "");
        CHECK(complaint_about_text(text) == "");
    }
}

TEST_CASE("what the schema refuses the reader complains of") {
    for (
        const char* text : {
            "{}",
            R"({"filing":2})",
            R"({"filing":1,"yaer":1})",
            R"({"filing":1,"year":"2020"})",
            R"({"filing":1,"unit":"人"})",
            R"({"filing":1,"rounding":"up"})",
            R"({"filing":1,"income":1})",
            R"({"filing":1,"income":{"executed":true}})",
            R"({"filing":1,"income":{"executed":[]}})",
            R"({"filing":1,"income":{"executed":{"unit":"元"}}})",
            R"({"filing":1,"income":{"executed":{"value":1,"sense":0}}})",
            R"({"filing":1,"income":{"executed":{"value":1,"decimals":39}}})",
            R"({"filing":1,"income":{"splits":{"x":{"complete":"yes"}}}})",
            R"({"filing":1,"income":{"splits":{"x":{"items":[{"sign":2}]}}}})",
            R"({"filing":1,"income":{"splits":{"x":{"name":"x"}}}})",
            R"({"filing":1,"income":{"growth":[{"phase":"spent"}]}})",
            R"({"filing":1,"income":{"growth":[{"from":[["prior"]]}]}})",
            R"({"filing":1,"income":{"growth":[{"from":{}}]}})",
            R"({"filing":1,"figures":{"/x":1}})",
            R"({"filing":1,"figures":{"x":{"value":1,"line":0}}})",
            R"({"filing":1,"figures":{"x":{"value":1,"column":"1"}}})",
            R"({"filing":1,"figures":{"x":{"value":1,"page":0}}})",
            R"({"filing":1,"figures":{"x":{"value":1,"sheet":""}}})",
            R"({"filing":1,"figures":{"x":{"value":1,"sheet":1}}})",
            R"({"filing":1,"figures":{"x":{"value":1,"paragraph":"1"}}})",
            R"({"filing":1,"figures":{"x":{"value":1,"context":"s","mark":[0]}},"sentences":{"s":"x"}})",
            R"({"filing":1,"figures":{"x":{"value":1,"context":"s","mark":[0,0]}},"sentences":{"s":"x"}})",
            R"({"filing":1,"sentences":{"s":1}})",
            R"({"filing":1,"sentences":{"":"x"}})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","any_of":[]}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"any_of":[{"kind":"equal","figures":["a"]}]}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","any_of":[{"figures":["a"]}]}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","any_of":[{"id":"2","kind":"equal","figures":["a"]}]}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","kind":"equal","figures":["a"],"closed":true}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","kind":"equal","figures":["a"],"evidence":"some"}]})",
            R"({"filing":1,"figures":{"a":{"value":1,"evidence":"none"}}})",
            R"({"filing":1,"figures":{"a":{"value":1,"cell":"12C"}}})",
            R"({"filing":1,"figures":{"a":{"value":1,"of":{"funds":"general"}}}})",
            R"({"filing":1,"figures":{"a":{"value":1,"of":"general"}}})",
            R"({"filing":1,"income":{"executed":{"value":1,"of":{"fund":"general"}}}})",
            R"({"filing":1,"tables":[{"title":"a"}]})",
            R"({"filing":1,"tables":[{"id":"1","certified":"yes"}]})",
            R"({"filing":1,"tables":[{"id":"1","why_not":"lines"}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","kind":"equal"}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","kind":"sum","total":"a","parts":[]}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","kind":"same","figures":["a"]}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","kind":"linear","terms":"a"}]})",
            R"({"filing":1,"figures":{"a":1},"relations":[{"id":"1","kind":"linear","terms":"a","equals":1,"at_most":1}]})",
        }) {
        CAPTURE(text);
        CHECK(problems_of(text) != "");
        CHECK(complaint_about_text(text) != "");
    }
}
