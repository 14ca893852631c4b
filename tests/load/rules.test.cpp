// SPDX-License-Identifier: MIT
// Rules as data: what is not understood is told where it stands, and what does not do what it says is not used.
#include <tieout/load/rules.hpp>

#include <tieout/rules/report.hpp>
#include <tieout/write/problem.hpp>

#include "../write/golden.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <string>
#include <vector>

using namespace tieout;

namespace {

/// A file with one rule; what is not given is sound.
struct Parts {
    std::string code = R"("K01")";
    std::string severity = R"("error")";
    std::string source = R"("control")";
    std::string relation =
        R"({"kind":"at_most","lesser":[["/three_public/reception/executed","10"]],"greater":"/expenditure/executed"})";
    std::string passing =
        R"({"filing":1,"expenditure":{"executed":"20"},"three_public":{"reception":{"executed":"1"}}})";
    std::string failing =
        R"({"filing":1,"expenditure":{"executed":"20"},"three_public":{"reception":{"executed":"3"}}})";
    std::string more{};
};

std::string file_of(const Parts& parts) {
    return R"({"rules":1,"sources":{"control":"内控制度"},"demands":[{"code":)" + parts.code +
           R"(,"severity":)" + parts.severity +
           R"(,"demand":{"zh":"不超过十分之一","en":"Within a tenth."},"source":)" + parts.source +
           R"(,"clause":"第三条","relation":)" + parts.relation + ",\n\"passing\":" + parts.passing +
           ",\n\"failing\":" + parts.failing + parts.more + "}]}";
}

std::vector<std::string> problems_of(const Parts& parts, Language language = Language::en) {
    const RulesDocument document = load_rules(file_of(parts), "own.json");
    CHECK(document.rules.has_value() == document.problems.empty());
    std::vector<std::string> texts;
    for (const Problem& problem : document.problems) texts.push_back(problem_text(problem, language));
    return texts;
}

bool valid(const std::string& text) {
    using nlohmann::json;
    static const json schema_text =
        json::parse(test::file_text(test::project_path("docs/rules.schema.json")));
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_text), schema);
    valijson::Validator validator;
    const json value = json::parse(text);
    return validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a rule of a file is checked as one of the program's own") {
    const RulesDocument document = load_rules(file_of({}), "own.json");
    REQUIRE(document.problems.empty());
    REQUIRE(document.rules);
    const Report report = check(test::filing_of(Parts().failing), *document.rules);
    REQUIRE(report.findings().size() == 1);
    const Finding finding = report.findings().front();
    CHECK(finding.id == "K01@/three_public/reception/executed");
    CHECK(report.message(finding, Language::en) == "Within a tenth. 10 × 3 > 20");
    CHECK(report.message(finding, Language::zh) == "不超过十分之一 10 × 3 > 20");
    CHECK(report.relation_of(report.checks[0]).brought->clause.zh == "内控制度 第三条");
    CHECK(report.rules.text(Language::en) == "own K01");
}

TEST_CASE("a rule is stated only where the document states all of its figures") {
    const RuleSet rules = *load_rules(file_of({}), "own.json").rules;
    CHECK(check(test::filing_of(R"({"filing":1,"expenditure":{"executed":"20"}})"), rules).checks.empty());
    CHECK(check(Filing(), rules).checks.empty());
    // An empty cell is spoken of.
    const Report blank = check(
        test::filing_of(
            R"({"filing":1,"expenditure":{"executed":""},"three_public":{"reception":{"executed":"3"}}})"),
        rules);
    REQUIRE(blank.checks.size() == 1);
    CHECK(blank.checks[0].outcome == Outcome::undecided);
}

TEST_CASE("every kind of relation can be demanded") {
    const auto outcome = [](const std::string& relation, const std::string& passing,
                            const std::string& failing) {
        Parts parts;
        parts.relation = relation;
        parts.passing = R"({"filing":1,"income":)" + passing + "}";
        parts.failing = R"({"filing":1,"income":)" + failing + "}";
        return problems_of(parts);
    };
    const std::string figures = R"({"initial":"1.00","adjusted":"3.00","executed":"2.00"})";
    const std::string other = R"({"initial":"1.00","adjusted":"3.50","executed":"2.00"})";
    CHECK(
        outcome(R"({"kind":"sum","total":"/income/adjusted","parts":["/income/initial","/income/executed"]})",
                figures, other) == Texts{});
    CHECK(outcome(R"({"kind":"sum","total":"/income/adjusted","parts":["/income/initial","/income/executed"],
                     "coefficients":["-1","2"]})",
                  figures, other) == Texts{});
    CHECK(outcome(R"({"kind":"equal","figures":["/income/initial","/income/executed"]})",
                  R"({"initial":"1.00","executed":"1.00"})", figures) == Texts{});
    CHECK(outcome(R"({"kind":"linear","terms":["/income/adjusted"],"at_most":"3"})", figures, other) ==
          Texts{});
    CHECK(
        outcome(
            R"({"kind":"average","average":"/income/executed","parts":["/income/initial","/income/adjusted"]})",
            figures, other) == Texts{});
    CHECK(
        outcome(
            R"({"kind":"product","product":"/income/adjusted","factors":["/income/initial","/income/executed"]})",
            R"({"initial":"1.00","adjusted":"2.00","executed":"2.00"})", other) == Texts{});
    CHECK(
        outcome(
            R"({"kind":"ratio","quotient":"/income/adjusted","numerator":"/income/executed","denominator":"/income/initial"})",
            R"({"initial":"1.00","adjusted":"2.00","executed":"2.00"})", other) == Texts{});
}

TEST_CASE("what is not understood is told with its place, and the file is not used") {
    CHECK(problems_of({.severity = R"("fatal")"}) ==
          Texts{"own.json:1:77: /demands/0/severity: expected error, warning, info, seen fatal"});
    CHECK(problems_of({.source = R"("handbook")"}) ==
          Texts{"own.json:1:143: /demands/0/source: expected control, seen handbook"});
    CHECK(
        problems_of(
            {.relation =
                 R"({"kind":"at_most","lesser":"/three_public/recption/executed","greater":"/expenditure/executed"})"}) ==
        Texts{"own.json:1:206: /demands/0/relation/lesser: the filing has no figure "
              "/three_public/recption/executed"});
    CHECK(problems_of({.relation = R"({"kind":"at_most","lesser":"/expenditure/executed"})"}) ==
          Texts{"own.json:1:179: /demands/0/relation: a required key is missing: greater"});
    CHECK(problems_of({.relation = R"({"kind":"smaller"})"}).at(0).find("expected sum, equal, at_most") !=
          std::string::npos);
    CHECK(problems_of({.more = R"(,"weight":1)"}).at(0).find("there is no key weight here") !=
          std::string::npos);
    CHECK(
        problems_of({.more = R"(,"counter_examples":[{"filing":1},{"filing":1},{"filing":1},{"filing":1}])"})
            .at(0)
            .find("at most 3 values, seen 4") != std::string::npos);
    CHECK(problems_of({.passing = "[]"})
              .at(0)
              .starts_with("own.json:2:11: /demands/0/passing: expected an object {…}"));
    CHECK(load_rules("{}", "own.json").problems.size() == 3);
    CHECK(load_rules("rules", "own.json").problems.size() == 1);
}

TEST_CASE("a code is one's own") {
    for (const std::string code : {"T07", "T7", "S99", "own", "K 1", ""}) {
        CAPTURE(code);
        const Texts problems = problems_of({.code = '"' + code + '"'});
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].starts_with(
            "own.json:1:60: /demands/0/code: expected a code of your own, such as K01"));
    }
    // Nor may two files give the same.
    const RuleSet first = *load_rules(file_of({}), "own.json").rules;
    CHECK(load_rules(file_of({}), "other.json", first).problems.size() == 1);
    const RulesDocument both = load_rules(file_of({.code = R"("K02")"}), "other.json", first);
    REQUIRE(both.rules);
    CHECK(both.rules->text(Language::en) == "own K01, K02");
}

TEST_CASE("examples are tried, and one that does not show what it should is a problem at its place") {
    const Parts sound;
    CHECK(
        problems_of({.passing = sound.failing}) ==
        Texts{
            "own.json:2:11: /demands/0/passing: expected an example that keeps the rule, seen 10 × 3 > 20"});
    CHECK(
        problems_of({.failing = sound.passing}) ==
        Texts{
            "own.json:3:11: /demands/0/failing: expected an example that breaks the rule, seen 10 × 1 ≤ 20"});
    CHECK(problems_of({.failing = sound.passing}, Language::zh) ==
          Texts{"own.json:3:11: /demands/0/failing: 此处应为违反本规则的例子，读到 10 × 1 ≤ 20"});
    // An example that says nothing of it shows nothing.
    CHECK(problems_of({.passing = R"({"filing":1})"}).size() == 1);
    CHECK(problems_of({.more = ",\"counter_examples\":[{\"filing\":1}]"}) == Texts{});
    CHECK(problems_of({.more = ",\"counter_examples\":[" + sound.failing + "]"}).size() == 1);
    // What is wrong in an example stands where it stands in the file.
    CHECK(problems_of({.passing = R"({"filing":1,"expenditur":{}})"}) ==
          Texts{"own.json:2:23: /demands/0/passing/expenditur: there is no key expenditur here; the nearest "
                "is expenditure"});
}

TEST_CASE("the digest covers the relation of a rule too") {
    Parts other;
    other.relation =
        R"({"kind":"at_most","lesser":[["/three_public/reception/executed","11"]],"greater":"/expenditure/executed"})";
    CHECK(load_rules(file_of({}), "a.json").rules->digest() ==
          load_rules(file_of({}), "b.json").rules->digest());
    CHECK(load_rules(file_of({}), "a.json").rules->digest() !=
          load_rules(file_of(other), "a.json").rules->digest());
}

TEST_CASE("the example of a file of rules is sound") {
    const RulesDocument document =
        load_rules(test::file_text(test::project_path("examples/rules/own-rules.json")), "own-rules.json");
    for (const Problem& problem : document.problems) FAIL_CHECK(problem_text(problem, Language::en));
    REQUIRE(document.rules);
    CHECK(document.rules->text(Language::en) == "own K01, K02");
}

TEST_CASE("the schema says what the reader takes, and refuses what it refuses") {
    CHECK(valid(test::file_text(test::project_path("examples/rules/own-rules.json"))));
    CHECK(valid(file_of({})));
    CHECK(valid(file_of({.more = R"(,"name":"x","unverified":true,"counter_examples":[{"filing":1}])"})));
    for (const Parts& parts :
         {Parts{.code = R"("T07")"}, Parts{.code = R"("K 1")"}, Parts{.severity = R"("fatal")"},
          Parts{.relation = R"({"kind":"at_most","lesser":"/expenditure/executed"})"},
          Parts{.relation = R"({"kind":"linear","terms":["/income/executed"]})"}, Parts{.passing = "[]"},
          Parts{.more = R"(,"weight":1)"},
          Parts{.more = R"(,"counter_examples":[{"filing":1},{"filing":1},{"filing":1},{"filing":1}])"}}) {
        CAPTURE(file_of(parts));
        CHECK_FALSE(valid(file_of(parts)));
        CHECK_FALSE(problems_of(parts).empty());
    }
}
