// SPDX-License-Identifier: MIT
// Documents of one body, held against each other.
#include <tieout/rules/together.hpp>

#include "../write/golden.hpp"

#include <tieout/write/together.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <deque>
#include <string>
#include <vector>

using namespace tieout;

namespace {

using Lines = std::vector<std::string>;

/// Filings, and what comes out of them together.
struct Bound {
    std::deque<Filing> filings;
    Together together;

    Bound(std::initializer_list<std::string> texts) {
        std::vector<FiledDocument> documents;
        for (const std::string& text : texts) {
            filings.push_back(test::filing_of(text));
            documents.push_back({std::to_string(documents.size() + 1) + ".json", &filings.back()});
        }
        together = check_together(documents);
    }
    Lines checks() const {
        Lines lines;
        for (const TogetherCheck& check : together.checks)
            lines.push_back(std::string(described(check.check.outcome).code) + " " + check.id);
        return lines;
    }
};

std::string filing(int year, const std::string& members, const std::string& body = "局") {
    return R"({"filing":1,"unit":"万元","body":{"name":")" + body + R"("},"year":)" + std::to_string(year) +
           "," + members + "}";
}

} // namespace

TEST_CASE("the prior year is what was filed a year ago, whatever the unit it is printed in") {
    const Bound bound{filing(2021, R"("expenditure":{"executed":"100.00","basic":{"executed":"40.00"}})"),
                      filing(2022, R"("expenditure":{"prior":"1000000元","basic":{"prior":"40.10"}})")};
    CHECK(bound.checks() ==
          Lines{"exact Y01@局/2022/expenditure/prior", "broken Y01@局/2022/expenditure/basic/prior"});
    CHECK(bound.together.broken());
    CHECK(bound.together.alone.empty());
}

TEST_CASE("what was carried out is carried in, beside income and beside the same item") {
    const Bound bound{
        filing(2021, R"("expenditure":{"closing":"20.99"},"assets":{"fixed":{"closing":"3112.91"}})"),
        filing(2022, R"("income":{"opening":"20.99"},"assets":{"fixed":{"opening":"3112.19"}})")};
    CHECK(bound.checks() ==
          Lines{"broken Y02@局/2022/assets/fixed/opening", "exact Y02@局/2022/income/opening"});
}

TEST_CASE("budget, accounts and self-evaluation of one year state the same amounts") {
    const Bound bound{
        filing(2022, R"("expenditure":{"initial":"100.00"},"three_public":{"initial":"7.00"})"),
        filing(
            2022,
            R"("expenditure":{"initial":"100.00","executed":"120.50"},"three_public":{"initial":"7.00","executed":"6.50"})"),
        filing(
            2022,
            R"("evaluation":{"budget":{"initial":"100.00","executed":"120.05"}},"three_public":{"executed":"6.50"})")};
    CHECK(bound.checks() ==
          Lines{"exact Y03@局/2022/expenditure/initial", "exact Y03@局/2022/three_public/initial",
                "exact Y03@局/2022/expenditure/initial#2", "exact Y03@局/2022/three_public/executed",
                "exact Y03@局/2022/expenditure/initial#3", "broken Y03@局/2022/expenditure/executed"});
}

TEST_CASE("an announced restatement makes a disagreement a note, for the item and what it contains") {
    const std::string last =
        filing(2021, R"("expenditure":{"executed":"100.00","basic":{"executed":"40.00"}})");
    const Bound bound{
        last, filing(2022, R"("expenditure":{"restated":"机构改革，上年数按新口径调整","prior":"90.00",
              "basic":{"prior":"30.00"}})")};
    CHECK(bound.checks() ==
          Lines{"undecided Y01@局/2022/expenditure/prior", "undecided Y01@局/2022/expenditure/basic/prior"});
    CHECK(bound.together.checks.front().check.reason == Reason::restated);
    CHECK_FALSE(bound.together.broken(true));
    const std::string text = together_text(bound.together, {.language = Language::en});
    CHECK(text.find("Notes: announced restatements (2)") != text.npos);
    CHECK(text.find("机构改革") != text.npos);
    // Who announces it and repeats the figure all the same is simply right.
    const Bound same{last, filing(2022, R"("expenditure":{"restated":"调整","prior":"100.00"})")};
    CHECK(same.checks() == Lines{"exact Y01@局/2022/expenditure/prior"});
}

TEST_CASE("bodies and years are not mixed, and a document that cannot be bound is named") {
    const Bound bound{filing(2020, R"("expenditure":{"executed":"1.00"})"),
                      filing(2022, R"("expenditure":{"prior":"2.00"})"),
                      filing(2021, R"("expenditure":{"executed":"3.00"})", "厅"),
                      R"({"filing":1,"expenditure":{"prior":"4.00"}})"};
    CHECK(bound.checks().empty());
    CHECK(bound.together.alone == std::vector<std::size_t>{0, 1, 2, 3});
    const std::string text = together_text(bound.together, {.language = Language::en});
    CHECK(text.find("4.json  it names no body or no year") != text.npos);
    CHECK(text.find("1.json  there is no other document") != text.npos);
}

TEST_CASE("lines of lists are matched by code and label, not by their place") {
    const Bound bound{filing(2021, R"("expenditure":{"splits":{"economic":{"items":[
            {"code":"301","executed":"1.00"},{"code":"302","executed":"2.00"},
            {"label":"其他","executed":"8.00"},{"label":"其他","executed":"9.00"}]}}})"),
                      filing(2022, R"("expenditure":{"splits":{"economic":{"items":[
            {"code":"302","prior":"2.00"},{"code":"301","prior":"1.10"},{"label":"其他","prior":"5.00"}]}}})")};
    CHECK(bound.checks() == Lines{"exact Y01@局/2022/expenditure/splits/economic/items/0/prior",
                                  "broken Y01@局/2022/expenditure/splits/economic/items/1/prior"});
}

TEST_CASE("a figure that a document states twice agrees if either does; an empty one says nothing") {
    const Bound bound{
        filing(2021, R"("expenditure":{"executed":["100.00","100.10"]},"income":{"executed":""})"),
        filing(2022, R"("expenditure":{"prior":"100.10"},"income":{"prior":"5.00"})")};
    CHECK(bound.checks() == Lines{"exact Y01@局/2022/expenditure/prior"});
}

TEST_CASE("a disagreement names both documents with their places") {
    const Bound bound{
        filing(2021, R"("expenditure":{"executed":{"value":"16.32","place":"决算表 第3行"}})"),
        filing(2022, R"("expenditure":{"label":"支出合计","prior":{"value":"16.23","place":"附件1 支出"}})")};
    const std::string text = together_text(bound.together, {.language = Language::zh});
    CHECK(text.find("1.json: 决算表 第3行") != text.npos);
    CHECK(text.find("2.json: 附件1 支出") != text.npos);
    CHECK(text.find("16.23 ≠ 16.32") != text.npos);
    const auto json = nlohmann::json::parse(together_json(bound.together, {}, Language::en));
    CHECK(json["summary"]["broken"] == 1);
    const auto& check = json["checks"][0];
    CHECK(check["id"] == "Y01@局/2022/expenditure/prior");
    CHECK(check["figures"][0]["source"] == "2.json");
    CHECK(check["figures"][0]["place"] == "附件1 支出");
    CHECK(check["figures"][1]["year"] == 2021);
    CHECK(check["figures"][1]["id"] == "/expenditure/executed");
}

TEST_CASE("every rule between documents has words and a code of its own") {
    for (const TogetherRule& rule : together_rules()) {
        CHECK(find_together_rule(rule.code) == &rule);
        CHECK_FALSE(rule.demand.zh.empty());
        CHECK_FALSE(rule.demand.en.empty());
        CHECK_FALSE(rule.source.document.empty());
    }
    CHECK(find_together_rule("Y99") == nullptr);
}

TEST_CASE("what is carried over may have been adjusted between the years, and a balance sheet may not") {
    const auto severity = [](std::string_view last, std::string_view now) {
        const Filing before =
            test::filing_of(R"({"filing":1,"body":{"name":"局"},"year":2021,)" + std::string(last) + "}");
        const Filing after =
            test::filing_of(R"({"filing":1,"body":{"name":"局"},"year":2022,)" + std::string(now) + "}");
        const FiledDocument documents[] = {{"2021", &before}, {"2022", &after}};
        const Together found = check_together(documents);
        REQUIRE(found.checks.size() == 1);
        CHECK(found.checks[0].check.outcome == Outcome::broken);
        CHECK(found.broken(true));
        CHECK(found.broken() == (found.checks[0].severity == Severity::error));
        return found.checks[0].severity;
    };
    CHECK(severity(R"("expenditure":{"closing":"20"})", R"("income":{"opening":"18"})") == Severity::warning);
    CHECK(severity(R"("assets":{"closing":"20"})", R"("assets":{"opening":"18"})") == Severity::error);
}
