// SPDX-License-Identifier: MIT
#include <tieout/write/catalogue.hpp>

#include "golden.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

using namespace tieout;
using Json = nlohmann::ordered_json;

std::size_t times(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

constexpr std::string_view rated = R"({"filing":1,"unit":"万元","year":2021,
    "expenditure":{"label":"总支出","initial":"400.00","adjusted":"0","executed":"100.25",
                   "rates":[{"stated":"25%","ratio":"execution_rate_initial"}]}})";

/// The rate with that name, or null.
Json rate_of(const std::string& json, std::string_view name) {
    const Json document = Json::parse(json);
    for (const Json& rate : document["rates"])
        if (rate["name"] == name) return rate;
    return {};
}

} // namespace

TEST_CASE("the catalogue names every rule once, with its demand in the language asked for") {
    for (const Language language : {Language::zh, Language::en}) {
        const std::string text = rules_text({.language = language, .width = 0});
        for (const Rule& rule : rules()) {
            CHECK(times(text, std::string(rule.code) + "  ") == 1);
            CHECK(text.find(rule.demand.in(language)) != text.npos);
        }
    }
}

TEST_CASE("one rule is shown with demand, clause, severity and all its examples, which can be copied out") {
    for (const Rule& rule : rules()) {
        const std::string text = rule_text(rule, {.language = Language::en, .width = 0});
        CHECK(text.find(rule.name) != text.npos);
        CHECK(text.find(rule.demand.en) != text.npos);
        CHECK(text.find(text_of(rule.source, Language::en)) != text.npos);
        // One passes, one fails, and the others only look as if they failed.
        const auto others = std::count_if(rule.counter_examples.begin(), rule.counter_examples.end(),
                                          [](std::string_view example) { return !example.empty(); });
        CHECK(times(text, "\"filing\": 1") == 2 + static_cast<std::size_t>(others));
    }
}

TEST_CASE("docs/rules.md is the catalogue as printed") {
    // Out of date? ./dev docs prints it anew.
    CHECK(rules_markdown() == test::file_text(test::project_path("docs/rules.md")));
}

TEST_CASE("a ratio is written out, to two decimals, rounded half up, beside the one that is stated") {
    const Filing filing = test::filing_of(rated);
    const std::string json = rates_json({"f.json", {}}, filing, {}, {}, Language::zh);
    const Json rate = rate_of(json, "execution_rate_initial");
    REQUIRE(rate.is_object());
    CHECK(rate["item"] == "总支出");
    CHECK(rate["arithmetic"] == "100.25 / 400.00");
    CHECK(rate["value"] == "25.06"); // 25.0625
    CHECK(rate["stated"] == "25");
    CHECK(rate["outcome"] == "exact");
    CHECK(Json::parse(json)["rounding"] == "half_up");

    const std::string text = rates_text({"f.json", {}}, filing, {}, {.language = Language::en});
    CHECK(text.find("100.25 / 400.00") != text.npos);
    CHECK(text.find("= 25.06%") != text.npos);
    CHECK(text.find("stated 25%") != text.npos);
}

TEST_CASE(
    "a divisor of zero has no value and is told only beside a stated rate; what is no number has no ratio") {
    const auto adjusted = [](std::string_view stated) {
        return rate_of(rates_json({},
                                  test::filing_of(R"({"filing":1,"expenditure":{"adjusted":"0","executed":"1",
            "rates":[)" + std::string(stated) + "]}}"),
                                  {}, {}, Language::en),
                       "execution_rate_adjusted");
    };
    CHECK(adjusted("").is_null());
    const Json zero = adjusted(R"({"stated":"100%","ratio":"execution_rate_adjusted"})");
    REQUIRE(zero.is_object());
    CHECK_FALSE(zero.contains("value"));
    CHECK(zero["outcome"] == "undecided");
    const std::string blank =
        rates_json({}, test::filing_of(R"({"filing":1,"expenditure":{"initial":"","executed":"1"}})"), {}, {},
                   Language::en);
    CHECK(Json::parse(blank)["rates"].empty());
}

TEST_CASE("a ratio is shown with the phases of its figures and its clause") {
    const Filing filing = test::filing_of(rated);
    const Json rate = rate_of(rates_json({}, filing, {}, {}, Language::en), "execution_rate_initial");
    CHECK(rate["numerator"][0]["phase"] == "executed");
    CHECK(rate["denominator"][0]["phase"] == "initial");
    CHECK(rate["denominator"][0]["id"] == "/expenditure/initial");
    CHECK(rate["clause"].get<std::string>().starts_with("财预〔2020〕10号"));
    const std::string text = rates_text({"f.json", {}}, filing, {}, {.language = Language::en});
    // Where the formula names the phases they are not said again.
    CHECK(text.find("executed / initial budget\n") != text.npos);
    CHECK(text.find("initial budget; ") == text.npos);
    CHECK(rates_text({"f.json", {}},
                     test::filing_of(R"({"filing":1,"procurement":{"initial":"4.00","executed":"1.00"}})"),
                     {}, {.language = Language::en})
              .find("executed / initial budget; 财预〔2013〕53号") != text.npos);
}

TEST_CASE("ratios of several filings stand side by side, and a gap is no zero") {
    const Filing last = test::filing_of(
        R"({"filing":1,"body":{"name":"局"},"year":2021,"expenditure":{"initial":"100.00","executed":"90.00"}})");
    const Filing current = test::filing_of(
        R"({"filing":1,"body":{"name":"局"},"year":2022,"expenditure":{"initial":"100.00","adjusted":"200.00",
            "executed":"150.00","rates":[{"stated":"80%","ratio":"E02"}]}})");
    const std::vector<RatedDocument> documents{{{"a.json", {}}, &last}, {{"b.json", {}}, &current}};
    const Json json = Json::parse(rates_side_by_side_json(documents, {}, Language::en));
    const auto values = [&](std::string_view code) {
        for (const Json& row : json["rates"])
            if (row["code"] == code) return row["values"];
        return Json();
    };
    CHECK(values("E01") == Json::array({"90.00", "150.00"}));
    CHECK(values("E02") == Json::array({nullptr, "75.00"}));
    const std::string text = rates_side_by_side_text(documents, {}, {.language = Language::en});
    CHECK(text.find("局\n") == 0);
    CHECK(text.find("2021") < text.find("2022"));
    CHECK(text.find("≠ 75.00%") != text.npos);
    CHECK(text.find("—") != text.npos);
}
