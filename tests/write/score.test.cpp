// SPDX-License-Identifier: MIT
#include "golden.hpp"

#include <tieout/read/profile.hpp>
#include <tieout/write/score.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace tieout;
using Json = nlohmann::json;

namespace {

struct Written {
    Document document;
    Score result;
    Report report;

    Written(const std::string& path, std::string_view profile)
        : document(read_filing(test::file_text(test::project_path(path)), path)),
          result(score(*document.filing, *find_profile(profile))),
          report(check(*document.filing, *find_profile(profile))) {}
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;

    std::string text(Language language) const {
        return score_text({document.source, {}}, result, report, Names(report), {.language = language});
    }
    Json json() const {
        return Json::parse(
            score_json({document.source, {}}, result, report, Names(report), {}, Language::en));
    }
};

} // namespace

TEST_CASE("a scored tree is drawn with its branches, weights and scores in columns") {
    const Written written("examples/scores/hunan-2018.json", "hunan-2015");
    const std::string text = written.text(Language::zh);
    const std::string tree =
        "  指标                    分值  得分  重算\n"
        "  预算配置                               8\n"
        "  ├─ 在职人员控制率          8     8     8  136 / 143 = 95.10% ≤ 100%：8\n"
        "  └─ 三公经费变动率          8     0     0  98.31% > 0%，98 × 1%：8 − 98 × 0.8 → 0\n"
        "  预算执行                               8\n";
    CHECK(text.find(tree) != text.npos);
    CHECK(text.find("错误") == text.rfind("错误")); // in the summary only
}

TEST_CASE("a heading says what its rows weigh where that is not what it declares") {
    const Written written("examples/filings/yiyang-2022.json", "cn-2020-10");
    const std::string text = written.text(Language::en);
    CHECK(text.find("the rows below it weigh 60") != text.npos);
    CHECK(text.find("the rows below it weigh 40") == text.npos);
    CHECK(text.find("   └─ 成本指标") == text.npos);
    CHECK(text.find("  └─ 成本指标") != text.npos);
    CHECK(text.find("     ├─ 互联网+政务服务平台建成") != text.npos);
    CHECK(text.find("Errors (3)") != text.npos);
}

TEST_CASE("a scored tree as JSON nests its rows, and gives checks with their arithmetic and clause") {
    const Json json = Written("examples/filings/yiyang-2022.json", "cn-2020-10").json();
    CHECK(json["profile"]["name"] == "cn-2020-10");
    CHECK(json["weight"] == "200");
    CHECK(json["grade"] == "优");
    CHECK(json["stated_grade"] == "优秀");
    CHECK(json["complete"] == false);
    CHECK_FALSE(json.contains("total"));
    CHECK(json["rows"].size() == 3);
    CHECK(json["rows"][0]["recomputed"] == "100");
    CHECK(json["rows"][1]["worth"] == "60");
    CHECK(json["rows"][1]["weight"] == "50");
    const Json& row = json["rows"][1]["indicators"][0]["indicators"][2];
    CHECK(row["stated"] == "5");
    CHECK(row["between"] == Json::array({"0", "5"}));
    CHECK_FALSE(row.contains("recomputed"));
    bool found = false;
    for (const Json& check : json["checks"])
        if (check["id"] == "S01@/evaluation/budget/score") {
            found = true;
            CHECK(check["outcome"] == "exact");
            CHECK(check["arithmetic"] == "6683.05 / 6683.05 = 100.00% ≥ 100%: 100, stated 100分");
            CHECK(check["clause"].get<std::string>().starts_with("财预〔2020〕10号"));
        }
    CHECK(found);
}

TEST_CASE("a profile is shown with its weights, methods, clauses and grades") {
    const std::string text = profile_text(*find_profile("cn-2020-10"), {.language = Language::en});
    CHECK(text.find("budget execution (counted)") != text.npos);
    CHECK(text.find("proportional: ≥ 100%") != text.npos);
    CHECK(text.find("优 (优秀) ≥ 90; 良 ≥ 80") != text.npos);
    CHECK(text.find("not checked against the text") != text.npos);
    const std::string list = profiles_text(all_profiles(), {.language = Language::zh});
    CHECK(list.find("hunan-2015") != list.npos);
    const Json json = Json::parse(profiles_json(all_profiles(), Language::en));
    CHECK(json["profiles"].size() == built_in_profiles().size());
}

TEST_CASE("docs/profiles.md is printed from the profiles of this version") {
    CHECK_MESSAGE(test::file_text(test::project_path("docs/profiles.md")) ==
                      profiles_markdown(all_profiles()),
                  "run ./dev docs");
}

TEST_CASE("the README shows what is printed of a scored tree") {
    const std::string path = "examples/filings/yiyang-2022.json";
    const std::string text = Written(path, "cn-2020-10").text(Language::en);
    const std::string readme = test::file_text(test::project_path("README.md"));
    const std::string opening =
        "<!-- output: score --lang en --profile cn-2020-10 " + path + " -->\n```text\n";
    const std::size_t from = readme.find(opening);
    REQUIRE(from != std::string::npos);
    const std::size_t start = from + opening.size();
    CHECK(readme.substr(start, readme.find("```", start) - start) == text.substr(0, text.find("\nErrors")));
}
