// SPDX-License-Identifier: MIT
// What is said of the figures that are to be corrected, for people and for programs.
#include "golden.hpp"

#include <tieout/write/json.hpp>
#include <tieout/write/text.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace {

using namespace tieout;
using Json = nlohmann::ordered_json;

struct Written {
    std::string zh;
    std::string en;
    Json json;

    explicit Written(std::string_view filing_text) {
        const Filing filing = test::filing_of(filing_text);
        const Report report = check(filing);
        const Names names(report);
        zh = report_text({"test.json", {}}, report, names, {.language = Language::zh, .width = 0});
        en = report_text({"test.json", {}}, report, names, {.language = Language::en, .width = 0});
        json = Json::parse(report_json({"test.json", {}}, report, names, {}, Language::en));
    }
    [[nodiscard]] bool says(std::string_view what) const { return en.find(what) != en.npos; }
    [[nodiscard]] bool says_zh(std::string_view what) const { return zh.find(what) != zh.npos; }
};

/// A rate of two counts that other sums confirm.
std::string rate_of(std::string_view done, std::string_view all) {
    const std::string d(done);
    const std::string a(all);
    return R"({"filing":1,"figures":{"rate":{"value":"83.03","unit":"%"},
        "done":{"value":")" +
           d + R"(","unit":"件"},"done_in_time":{"value":")" + d +
           R"(","unit":"件"},"done_late":{"value":"0","unit":"件"},
        "all":{"value":")" +
           a + R"(","unit":"件"},"by_letter":{"value":")" + a +
           R"(","unit":"件"},"in_person":{"value":"0","unit":"件"}},
        "relations":[{"id":"rate","kind":"ratio","quotient":"rate","numerator":"done","denominator":"all"},
            {"id":"done","kind":"sum","total":"done","parts":["done_in_time","done_late"]},
            {"id":"all","kind":"sum","total":"all","parts":["by_letter","in_person"]}]})";
}

/// total = parts of 100.00 each, with an error of 50.
std::string long_sum(int count) {
    std::string figures = R"("t":{"value":")" + std::to_string(100 * count + 50) + R"(.00"})";
    std::string parts;
    for (int i = 0; i < count; ++i) {
        const std::string id = "p" + std::to_string(i);
        figures += ",\"" + id + R"(":{"value":"100.00"})";
        parts += (i > 0 ? ",\"" : "\"") + id + "\"";
    }
    return R"({"filing":1,"figures":{)" + figures +
           R"(},"relations":[{"id":"r","kind":"sum","total":"t","parts":[)" + parts + "]}]}";
}

} // namespace

TEST_CASE("a value is said to be what a figure must be only if it is the only one") {
    const Written one(rate_of("8901", "10000"));
    CHECK(one.says("To be corrected: rate 83.03%"));
    CHECK(one.says("rate 83.03: must be 89.01%"));
    CHECK(one.says("83.03 → 89.01: the only value possible"));
    CHECK(one.says_zh("83.03：只能是 89.01%"));
    CHECK(one.json["parts"][0]["core"] == Json{"rate"});

    // 89.005 % may be printed as 89.00 or as 89.01.
    const Written two(rate_of("17801", "20000"));
    CHECK(two.says("To be corrected: rate 83.03%"));
    CHECK(two.says("rate 83.03: must lie from 89.00 to 89.01%"));
    CHECK_FALSE(two.says("must be"));
    CHECK_FALSE(two.says("the only value possible"));
    CHECK_FALSE(two.says_zh("83.03：只能是"));
    CHECK_FALSE(two.says_zh("唯一可能"));
}

TEST_CASE("of more answers than are listed their number is told") {
    const Written all(long_sum(63));
    CHECK(all.json["parts"][0]["minimal_sets"].size() == 64);
    CHECK(all.json["parts"][0]["complete"] == true);
    CHECK_FALSE(all.json["parts"][0].contains("sets_total"));
    CHECK(all.says("and 48 more"));
    CHECK_FALSE(all.says("were looked into"));

    const Written cut(long_sum(64));
    CHECK(cut.json["parts"][0]["minimal_sets"].size() == 64);
    CHECK(cut.json["parts"][0]["complete"] == false);
    CHECK(cut.json["parts"][0]["sets_total"] == 65);
    CHECK(cut.says("One of these is wrong; nothing stated tells which:"));
    CHECK(cut.says("and 49 more"));
    CHECK(cut.says("There are 65 answers; only the first 64 were looked into."));
    CHECK(cut.says_zh("另有 49 种"));
    CHECK(cut.says_zh("共有 65 种可能，只进一步查看了前 64 种。"));
}

TEST_CASE("relations that lack a figure are shown together where they are impossible") {
    const Written gap(R"({"filing":1,"figures":{"total":{"value":"10"},"a":{"value":"4"},"b":{"value":null},
            "c":{"value":"7"},"d":{"value":"5"}},
        "relations":[{"id":"r1","kind":"sum","total":"total","parts":["a","b"]},
            {"id":"r2","kind":"sum","total":"b","parts":["c","d"]}]})");
    CHECK(gap.says("None of these relations is broken by itself; all together they cannot hold."));
    CHECK(gap.says("r1: 4 + ? = 10"));
    CHECK(gap.says("r2: 7 + 5 = ?"));
    CHECK(gap.says("r1, r2 cannot hold together"));
    const Json& joint = gap.json["checks"].back();
    CHECK(joint["id"] == "J01@r1");
    CHECK(joint["outcome"] == "broken");
    CHECK(joint["checks"] == Json{"r1", "r2"});
    CHECK(gap.json["parts"][0]["minimal_sets"] == Json{{"total"}, {"a"}, {"c"}, {"d"}});
}
