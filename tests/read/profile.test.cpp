// SPDX-License-Identifier: MIT
#include <tieout/read/profile.hpp>

#include "../write/golden.hpp"

#include <tieout/numbers/literals.hpp>
#include <tieout/score/score.hpp>
#include <tieout/write/problem.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::literals;
using nlohmann::json;

namespace {

std::string problems_of(std::string_view text) {
    std::string all;
    for (const Problem& problem : read_profile(text, "p.json").problems)
        all += problem_text(problem, Language::en) + "\n";
    return all;
}

/// A profile with these members behind the ones that are required.
std::string profile_with(const std::string& members) {
    return R"({"profile":1,"name":"p","version":"1","title":{"zh":"甲","en":"a"},"sources":{"s":"S"},"source":"s")" +
           (members.empty() ? "" : ",\n" + members) + "}";
}
std::string row_with(const std::string& members) {
    return profile_with(R"("rows":[{"source":"s","clause":"c",)" + members + "}]");
}

bool is_valid(const json& profile) {
    static const json text = json::parse(test::file_text(test::project_path("docs/profile.schema.json")));
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema);
    return valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(profile), nullptr);
}

} // namespace

TEST_CASE("every built-in profile is a file of profiles/, valid by the schema and without problems") {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(test::project_path("profiles")))
        files.push_back(entry.path().stem().string());
    std::sort(files.begin(), files.end());
    std::vector<std::string> names;
    for (const BuiltInProfile& built_in : built_in_profiles()) {
        const std::string name(built_in.name);
        CAPTURE(name);
        names.push_back(name);
        CHECK(built_in.json == test::file_text(test::project_path("profiles/" + name + ".json")));
        CHECK(problems_of(built_in.json).empty());
        CHECK(is_valid(json::parse(built_in.json)));
        const Profile* profile = find_profile(name);
        REQUIRE(profile);
        CHECK(profile->name == name);
        CHECK_FALSE(profile->version.empty());
        CHECK_FALSE(profile->title_zh.empty());
        CHECK_FALSE(profile->title_en.empty());
    }
    CHECK(names == files);
    for (const std::string_view promised :
         {"cn-2013-53", "cn-2020-10", "cn-2021-101", "hunan-2015", "hunan-2022", "yueyang-2019"})
        CHECK(find_profile(promised) != nullptr);
    CHECK(find_profile("hunan") == nullptr);
}

TEST_CASE("every number of a built-in profile names its source and clause") {
    for (const BuiltInProfile& built_in : built_in_profiles()) {
        const Profile& profile = *find_profile(built_in.name);
        CAPTURE(profile.name);
        const auto cited = [&](const Citation& citation) {
            CHECK_FALSE(citation.document.empty());
            CHECK_FALSE(citation.clause.empty());
        };
        for (const ProfileRow& row : profile.rows) cited(row.source);
        for (const ProfileHeading& heading : profile.headings) cited(heading.source);
        for (const CapRule& cap : profile.caps) cited(cap.source);
        if (profile.budget) cited(profile.budget->row.source);
        if (profile.total) cited(profile.total_source);
        if (!profile.grades.empty()) cited(profile.grades_source);
    }
}

TEST_CASE("grades are cut half-open, and known by their aliases") {
    const Profile& profile = *find_profile("cn-2020-10");
    CHECK(grade_of(profile, 100)->label == "优");
    CHECK(grade_of(profile, 90)->label == "优");
    CHECK(grade_of(profile, 89.99_dec)->label == "良");
    CHECK(grade_of(profile, 89.5_dec)->label == "良");
    CHECK(grade_of(profile, 80)->label == "良");
    CHECK(grade_of(profile, 79.99_dec)->label == "中");
    CHECK(grade_of(profile, 60)->label == "中");
    CHECK(grade_of(profile, 59.99_dec)->label == "差");
    CHECK(grade_of(profile, 0)->label == "差");
    CHECK(grade_of(profile, -1) == nullptr);
    CHECK(find_grade(profile, "优秀") == find_grade(profile, "优"));
    CHECK(find_grade(profile, "合格") == nullptr);
    CHECK(grade_of(*find_profile("cn-2013-53"), 97) == nullptr);
}

TEST_CASE("a profile of one's own is read with its numbers in their base units") {
    const ProfileDocument document =
        read_profile(profile_with(R"("scores":{"decimals":1,"rounding":"half_even"},
"total":{"points":"100","source":"s","clause":"c"},
"rows":[{"names":["甲","乙"],"under":["丙"],"target":"at_most","weight":"5","ratio":"D01",
  "method":{"deduct_per":{"at_most":"100%","step":"1个百分点","points":0.5,"whole":false,"least":"1"}},
  "source":"s","clause":"c","unverified":true}])"),
                     "p.json");
    CHECK(document.problems.empty());
    const Profile& profile = *document.profile;
    CHECK(profile.decimals == 1);
    CHECK(profile.rounding == Rounding::half_even);
    CHECK(profile.total == 100_dec);
    const ProfileRow& row = profile.rows.front();
    CHECK(row.names == std::vector<std::string>{"甲", "乙"});
    CHECK(row.target == Target::at_most);
    CHECK(row.weight == 5_dec);
    CHECK(row.method->limit == 1_dec);
    CHECK(row.method->step == 0.01_dec);
    CHECK(row.method->points == 0.5_dec);
    CHECK_FALSE(row.method->whole);
    CHECK(row.method->least == 1_dec);
    CHECK(text_of(row.source, Language::en) == "S, c (not checked against the text)");
}

TEST_CASE("what is wrong with a profile is said with line, column and pointer") {
    CHECK(problems_of("[]") == "p.json:1:1: expected an object {…}, seen []\n");
    CHECK(problems_of(profile_with("")).empty());
    CHECK(problems_of(profile_with("\"total\":{\"point\":\"100\",\"source\":\"s\",\"clause\":\"c\"}")) ==
          "p.json:2:9: /total: a required key is missing: points\n"
          "p.json:2:10: /total/point: there is no key point here; the nearest is points\n");
    CHECK(problems_of(profile_with("\"rows\":[{\"source\":\"t\",\"clause\":\"c\"}]")) ==
          "p.json:2:19: /rows/0/source: expected s, seen t\n");
    CHECK(problems_of(profile_with("\"rows\":[{\"names\":[\"甲\"]}]")) ==
          "p.json:2:9: /rows/0: a required key is missing: source\n"
          "p.json:2:9: /rows/0: a required key is missing: clause\n");
    CHECK(problems_of(R"({"profile":2,"name":"p"})").find("/profile: expected 1, seen 2") !=
          std::string::npos);
}

TEST_CASE("what is wrong with a method is said where it stands") {
    const auto complaint = [](const std::string& method) {
        const std::string problems = problems_of(row_with("\"method\":" + method));
        const std::size_t at = problems.find("/rows/0/method");
        return at == std::string::npos ? problems : problems.substr(at, problems.find('\n') - at);
    };
    CHECK(complaint(R"({"deduct_pre":{}})") ==
          "/rows/0/method/deduct_pre: there is no key deduct_pre here; the nearest is deduct_per");
    CHECK(complaint(R"({"deduct_per":{"at_most":"1","points":"1"}})") ==
          "/rows/0/method/deduct_per: a required key is missing: step");
    CHECK(complaint(R"({"deduct_per":{"at_most":"1","step":"0","points":"1"}})") ==
          "/rows/0/method/deduct_per/step: expected a positive number, seen \"0\"");
    CHECK(complaint(R"({"full_if":{"at_most":"viel"}})") ==
          "/rows/0/method/full_if/at_most: expected a number, seen viel");
    CHECK(complaint(R"({"full_if":{"at_most":"1","at_least":"2"}})") ==
          "/rows/0/method/full_if/at_least: expected one condition, seen \"2\"");
    CHECK(complaint(R"({"full_if":{"at_most":"1"},"judged":{"from":"0%","to":"1"}})") ==
          "/rows/0/method/judged: expected one method, seen {\"from\":\"0%\",\"to\":\"1\"}}}]}");
    CHECK(complaint(R"({})") == "/rows/0/method: expected a method, seen {}}]}");
    CHECK(complaint(R"({"bands":[{"from":"2","to":"1","points":"1"}]})").find("a band that holds a value") !=
          std::string::npos);
    CHECK(complaint(R"({"bands":[{"to":"1","points":"1"},{"from":"1","points":"2"}]})")
              .find("/1: expected a band that does not overlap the others") != std::string::npos);
    CHECK(complaint(R"({"bands":[{"to":"1","points":"1"},{"above":"1","points":"2"}]})").empty());
    CHECK(complaint(R"({"bands":[{"to":"1"}]})").find("missing: points") != std::string::npos);
    CHECK(complaint(R"({"bands":[]})").find("expected a list") != std::string::npos);
}

TEST_CASE("a profile that was read with problems scores what was understood of it, and nothing worse") {
    const Document filing =
        read_filing(R"({"filing":1,"unit":"万元","expenditure":{"initial":"100","executed":"60"},
        "evaluation":{"score":90,"indicators":[{"name":"a","weight":10,"actual":"80%","score":8}]}})",
                    "filing");
    REQUIRE(filing.problems.empty());
    for (const std::string_view caps :
         {R"([{"method":{"cap_by":[{"below":"80%","points":"89"}]}}])", R"([{"ratio":"D99"}])",
          R"([{"ratio":"E01","method":{"judged":{"from":"0","to":"1"}}}])", R"([{"ratio":"E01"}])", "[{}]"}) {
        CAPTURE(caps);
        for (const bool of_row : {false, true}) {
            const std::string own = "\"caps\":" + std::string(caps);
            const ProfileDocument document = read_profile(
                of_row ? row_with(R"("names":["a"],"method":{"proportional":{"at_least":"100%"}},)" + own)
                       : profile_with(own),
                "mine.json");
            REQUIRE(document.profile);
            CHECK_FALSE(document.problems.empty());
            CHECK(check(*filing.filing, *document.profile).checks.size() > 0);
        }
    }
}

TEST_CASE("a ratio that is none, grades out of order and a cap of another kind are problems") {
    CHECK(problems_of(row_with(R"("ratio":"D99")")).find("/rows/0/ratio") != std::string::npos);
    CHECK(problems_of(profile_with(R"("grades":{"list":[{"label":"a","from":"80"},{"label":"b","from":"90"}],
"source":"s","clause":"c"})"))
              .find("grade below the one before it") != std::string::npos);
    CHECK(
        problems_of(
            profile_with(
                R"("caps":[{"ratio":"E02","method":{"judged":{"from":"0","to":"1"}},"source":"s","clause":"c"}])"))
            .find("/caps/0/method: expected cap_by, seen judged") != std::string::npos);
}
