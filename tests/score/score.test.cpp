// SPDX-License-Identifier: MIT
// Whole tables under each profile, and what holds for every tree.
#include <tieout/score/score.hpp>

#include "../write/golden.hpp"

#include <tieout/numbers/literals.hpp>
#include <tieout/read/profile.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::literals;

namespace {

Profile profile_of(std::string_view json) {
    ProfileDocument document = read_profile(json, "test");
    for (const Problem& problem : document.problems)
        FAIL_CHECK(problem.pointer, ": ", problem.expected, " ", problem.seen);
    REQUIRE(document.profile);
    return *std::move(document.profile);
}

/// Filing and profile, held where the results refer to them.
struct Scored {
    Filing filing;
    const Profile* profile;
    Score result;
    Report report;

    Scored(std::string_view json, std::string_view name) : filing(test::filing_of(json)) {
        profile = find_profile(name);
        REQUIRE(profile);
        make();
    }
    Scored(std::string_view json, const Profile& by) : filing(test::filing_of(json)), profile(&by) { make(); }
    Scored(const Scored&) = delete;
    Scored& operator=(const Scored&) = delete;

    const ScoredRow& row(std::string_view name) const {
        const auto found = std::find_if(result.rows.begin(), result.rows.end(), [&](const ScoredRow& row) {
            return row.indicator != nullptr ? row.indicator->name == name : name == "budget";
        });
        REQUIRE(found != result.rows.end());
        return *found;
    }
    std::optional<Decimal> points(std::string_view name) const { return row(name).recomputed; }
    std::string how_of(std::string_view name) const { return how(result, row(name), Language::en); }

    /// The checks of the profile as "outcome code@pointer".
    std::vector<std::string> checks(std::string_view code = "S") const {
        const Names names(report);
        std::vector<std::string> found;
        for (std::size_t i = 0; i < report.checks.size(); ++i)
            if (report.relation_of(report.checks[i]).code.starts_with(code))
                found.push_back(std::string(described(report.checks[i].outcome).code) + " " + names.id(i));
        return found;
    }
    std::vector<std::string> broken() const {
        std::vector<std::string> found = checks();
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [](const std::string& line) { return !line.starts_with("broken"); }),
                    found.end());
        return found;
    }

  private:
    void make() {
        result = score(filing, *profile);
        report = check(filing, *profile);
    }
};

using Lines = std::vector<std::string>;

/// One row under no heading.
std::string row_json(const std::string& members) {
    return R"({"filing":1,"evaluation":{"indicators":[{)" + members + "}]}}";
}

} // namespace

TEST_CASE("the filled Hunan form of 2018 is reproduced exactly") {
    const Scored scored(test::file_text(test::project_path("examples/scores/hunan-2018.json")), "hunan-2015");
    CHECK(scored.points("在职人员控制率") == 8_dec);
    CHECK(scored.points("三公经费变动率") == 0_dec);
    CHECK(scored.points("预算完成率") == 8_dec);
    CHECK(scored.points("预算控制率") == 0_dec);
    CHECK(scored.how_of("在职人员控制率") == "136 / 143 = 95.10% ≤ 100%: 8");
    CHECK(scored.how_of("三公经费变动率") == "98.31% > 0%, 98 × 1%: 8 − 98 × 0.8 → 0");
    CHECK(scored.how_of("预算完成率") == "(19.8 + 1922.76 + 767.86 − 19.8) / (19.8 + 1922.76 + 767.86) = "
                                         "99.27% < 100%, 0 × 5%: 8 − 0 × 2 = 8");
    CHECK(scored.how_of("预算控制率") == "767.86 / 1922.76 = 39.94% ∈ (30%, +∞): 0");
    CHECK(scored.result.recomputed == 16_dec);
    CHECK(scored.report.summary().broken == 0);
    // Every stated score and every ratio was decided.
    const Lines checks = scored.checks();
    CHECK(std::count_if(checks.begin(), checks.end(),
                        [](const std::string& line) { return line.starts_with("exact S01"); }) == 4);
    CHECK(std::count_if(checks.begin(), checks.end(),
                        [](const std::string& line) { return line.starts_with("exact S03"); }) == 3);
}

TEST_CASE("a score that the Hunan form does not give is broken, and says how it should have come about") {
    std::string json = test::file_text(test::project_path("examples/scores/hunan-2018.json"));
    const std::string stated = R"("actual": "39.94%", "score": 0)";
    json.replace(json.find(stated), stated.size(), R"("actual": "39.94%", "score": 2)");
    const Scored scored(json, "hunan-2015");
    CHECK(scored.broken() == Lines{"broken S01@/evaluation/indicators/1/indicators/1/score"});
    for (const Check& check : scored.report.checks)
        if (check.outcome == Outcome::broken && scored.report.relation_of(check).code == "S01") {
            const Explanation explanation =
                explain(scored.report.relations, check, scored.report.options, Language::en);
            CHECK(explanation.arithmetic == "767.86 / 1922.76 = 39.94% ∈ (30%, +∞): 0, stated 2分");
            CHECK(scored.report.relation_of(check).brought->clause.zh.starts_with("湖南省部门整体支出"));
        }
}

TEST_CASE("a form with other weights has the bands of those weights, and none for weights it does not know") {
    const auto control = [](const std::string& weight) {
        return R"({"filing":1,"expenditure":{"initial":"100.00","supplementary":"10.00"},"evaluation":{"indicators":[
            {"name":"预算控制率","weight":)" +
               weight + "}]}}";
    };
    CHECK(Scored(control("5"), "hunan-2015").points("预算控制率") == 4_dec);
    CHECK(Scored(control("8"), "hunan-2015").points("预算控制率") == 6_dec);
    const Scored other(control("6"), "hunan-2015");
    CHECK_FALSE(other.points("预算控制率"));
    CHECK(other.row("预算控制率").why == Unscored::other_weight);
}

TEST_CASE("who builds nothing has full points for building within the limits") {
    const std::string row = R"("name":"楼堂馆所面积控制率","weight":5,"score":5,"actual":)";
    CHECK(Scored(row_json(row + R"("——")"), "hunan-2015").points("楼堂馆所面积控制率") == 5_dec);
    CHECK(Scored(row_json(row + R"("104.9%")"), "hunan-2015").points("楼堂馆所面积控制率") == 5_dec);
    CHECK(Scored(row_json(row + R"("105%")"), "hunan-2015").points("楼堂馆所面积控制率") == 3_dec);
    CHECK(Scored(row_json(row + R"("")"), "hunan-2015").row("楼堂馆所面积控制率").why == Unscored::no_value);
}

TEST_CASE("the Yueyang table: bands by ratio, cases, and what its source does not say") {
    const Scored scored(R"({"filing":1,"unit":"万元","staff":{"authorised":46,"actual":50},
        "income":{"opening":"20.00"},"three_public":{"initial":"20.00","executed":"20.50"},
        "expenditure":{"initial":"100.00","supplementary":"20.01","closing":"15.00",
          "project":{"executed":"50.00","key":{"executed":"42.00"}}},
        "evaluation":{"indicators":[
          {"name":"投入","weight":15,"indicators":[
            {"name":"在职人员控制率","weight":5,"score":5},
            {"name":"三公经费变动率","weight":5,"score":4,"actual":"2.50%"},
            {"name":"重点支出安排率","weight":5,"score":4}]},
          {"name":"过程","weight":40,"indicators":[
            {"name":"预算调整率","weight":3,"score":0.5},
            {"name":"支付进度","weight":3,"score":2,"actual":"2项"},
            {"name":"资金结余","weight":3,"score":2},
            {"name":"三公经费控制率","weight":6,"score":4}]}]}})",
                        "yueyang-2019");
    CHECK_FALSE(scored.points("在职人员控制率"));
    CHECK(scored.row("在职人员控制率").why == Unscored::no_method);
    CHECK(scored.points("三公经费变动率") == 4_dec);
    CHECK(scored.points("重点支出安排率") == 4_dec);
    CHECK(scored.points("预算调整率") == 0.5_dec);
    CHECK(scored.points("支付进度") == 2_dec);
    CHECK(scored.points("资金结余") == 2_dec);
    CHECK(scored.points("三公经费控制率") == 4_dec);
    CHECK(scored.how_of("三公经费控制率") == "20.50 / 20.00 = 102.50% > 100%, 2 × 1%: 6 − 2 × 1 = 4");
    CHECK(scored.how_of("支付进度") == "3 − 0.5 × 2项 = 2");
    CHECK(scored.how_of("资金结余") == "(15.00 − 20.00) / 20.00 = -25.00% ∈ (-100%, 0%]: 2");
    CHECK(scored.broken().empty());
    CHECK(scored.row("过程").recomputed == 8.5_dec);
    CHECK(scored.row("投入").why == Unscored::in_part);
}

TEST_CASE("a table under no. 10 of 2020: in proportion, judged, silent, and the budget row counted") {
    const Scored scored(R"({"filing":1,"unit":"万元","evaluation":{
        "budget":{"weight":10,"score":9.52,"adjusted":"210.00","executed":"200.00"},
        "indicators":[
          {"name":"产出指标","weight":50,"indicators":[
            {"name":"甲","weight":30,"score":30,"comparison":"at_least","target":"95%","actual":"96%"},
            {"name":"乙","weight":10,"score":9.33,"comparison":"at_least","target":30,"actual":28,"reason":"雨"},
            {"name":"丙","weight":10,"score":9,"comparison":"at_most","target":4,"actual":5,"reason":"雨"}]},
          {"name":"效益指标","weight":30,"indicators":[
            {"name":"丁","weight":30,"score":27,"comparison":"qualitative"}]},
          {"name":"满意度指标","weight":10,"indicators":[
            {"name":"戊","weight":10,"score":10,"comparison":"at_least","target":"90%","actual":"98%"}]}],
        "weight":100,"score":94.85,"grade":"优秀"}})",
                        "cn-2020-10");
    CHECK(scored.points("budget") == 9.52_dec);
    CHECK(scored.how_of("budget") == "200.00 / 210.00 = 95.24%; 10 × 95.24% / 100% ≈ 9.52");
    CHECK(scored.points("甲") == 30_dec);
    CHECK(scored.points("乙") == 9.33_dec);
    CHECK(scored.row("丙").why == Unscored::not_covered);
    CHECK(scored.row("丁").why == Unscored::judged);
    CHECK(scored.how_of("丁") == "for the evaluator to judge within a range: 0–30");
    CHECK(scored.result.worth == 100_dec);
    CHECK_FALSE(scored.result.complete);
    CHECK_FALSE(scored.result.total);
    CHECK(scored.result.grade->label == "优");
    CHECK(scored.broken().empty());
    const Lines checks = scored.checks();
    const auto holds = [&](const std::string& line) {
        return std::find(checks.begin(), checks.end(), line) != checks.end();
    };
    CHECK(holds("exact S04@/evaluation/score"));
    CHECK(holds("exact S05@/evaluation/indicators/0/indicators/0/weight") !=
          holds("exact S05@/evaluation/budget/weight"));
    CHECK(holds("exact S08@/evaluation/score"));
    CHECK(holds("undecided S01@/evaluation/indicators/0/indicators/2/score"));
    CHECK(std::count_if(checks.begin(), checks.end(),
                        [](const std::string& line) { return line.find(" S06@") != line.npos; }) == 4);
}

TEST_CASE("satisfaction under no. 101 of 2021: each band from both sides") {
    const auto satisfied = [](const std::string& percent) {
        return Scored(R"({"filing":1,"evaluation":{"indicators":[{"name":"满意度指标","indicators":[
            {"name":"群众满意度","weight":10,"comparison":"at_least","target":"90%","actual":{"value":")" +
                          percent + R"(%","rounding":"exact"}}]}]}})",
                      "cn-2021-101")
            .points("群众满意度");
    };
    CHECK(satisfied("90") == 10_dec);
    CHECK(satisfied("89.99") == 8_dec);
    CHECK(satisfied("80") == 8_dec);
    CHECK(satisfied("79.99") == 5_dec);
    CHECK(satisfied("60") == 5_dec);
    CHECK(satisfied("59.99") == 0_dec);
    // Elsewhere whoever meets the target has the points, and of the others the rule leaves the method open.
    const Scored met(row_json(R"("name":"甲","weight":20,"comparison":"at_least","target":50,"actual":50)"),
                     "cn-2021-101");
    CHECK(met.points("甲") == 20_dec);
    const Scored missed(
        row_json(R"("name":"甲","weight":20,"comparison":"at_least","target":50,"actual":49)"),
        "cn-2021-101");
    CHECK(missed.row("甲").why == Unscored::not_covered);
}

TEST_CASE("a table with cost indicators under no. 101 of 2021: 20, 40, 20, 10 and the budget row") {
    const auto table = [](const std::string& cost) {
        return R"({"filing":1,"unit":"万元","evaluation":{"budget":{"weight":10,"score":10,"adjusted":"80.00","executed":"80.00"},
            "indicators":[
              {"name":"成本指标","weight":)" +
               cost + R"(,"indicators":[{"name":"甲","weight":)" + cost +
               R"(,"score":20,"comparison":"at_most","target":"100万元","actual":"80.00万元"}]},
              {"name":"产出指标","weight":40,"indicators":[{"name":"乙","weight":40,"score":40,"comparison":"equals","target":"3座","actual":"3座"}]},
              {"name":"效益指标","weight":20,"indicators":[{"name":"丙","weight":20,"score":18,"comparison":"qualitative"}]},
              {"name":"满意度指标","weight":10,"indicators":[{"name":"丁","weight":10,"score":8,"comparison":"at_least","target":"90%","actual":"88.5%"}]}],
            "weight":100,"score":96}})";
    };
    const Scored scored(table("20"), "cn-2021-101");
    CHECK(scored.points("budget") == 10_dec);
    CHECK(scored.points("甲") == 20_dec);
    CHECK(scored.points("乙") == 40_dec);
    CHECK(scored.row("丙").why == Unscored::judged);
    CHECK(scored.points("丁") == 8_dec);
    CHECK(scored.how_of("丁") == "88.5% ∈ [80%, 90%): 8");
    CHECK(scored.broken().empty());
    // Another weight is unusual under this rule, and the sum says the rest.
    CHECK(Scored(table("25"), "cn-2021-101").broken() ==
          Lines{"broken S05@/evaluation/budget/weight", "broken S06@/evaluation/indicators/0/weight"});
}

TEST_CASE("no. 53 of 2013 names ratios and sets no points") {
    const Scored scored(R"({"filing":1,"staff":{"authorised":46,"actual":42},"evaluation":{"indicators":[
        {"name":"在职人员控制率","weight":5,"score":5,"actual":"95%"}]}})",
                        "cn-2013-53");
    CHECK(scored.row("在职人员控制率").why == Unscored::no_method);
    CHECK(scored.how_of("在职人员控制率") == "the profile has no method for such a row: 42 / 46 = 91.30%");
    CHECK(scored.broken() == Lines{"broken S03@/evaluation/indicators/0/actual"});
}

TEST_CASE("Hunan's form of 2022: Yiyang has weights of 60 under a heading of 50 and a budget row of 100") {
    for (const std::string_view profile : {"hunan-2022", "cn-2020-10"}) {
        CAPTURE(profile);
        const Scored scored(test::file_text(test::project_path("examples/filings/yiyang-2022.json")),
                            profile);
        CHECK(scored.row("产出指标").worth == 60_dec);
        CHECK(scored.row("产出指标").weight->best().value == 50_dec);
        CHECK(scored.row("效益指标").worth == 40_dec);
        CHECK(scored.row("budget").worth == 100_dec);
        CHECK(scored.points("budget") == 100_dec);
        CHECK(scored.result.worth == 200_dec);
        CHECK(scored.checks("T62@").size() + scored.checks("T62").size() == 2);
        CHECK(scored.checks("T62").front() == "broken T62@/evaluation/indicators/0/weight");
        CHECK(scored.broken() == Lines{"broken S04@/evaluation/score", "broken S05@/evaluation/budget/weight",
                                       "broken S06@/evaluation/budget/weight"});
        // 优秀 is 优.
        const Lines checks = scored.checks("S08");
        CHECK(checks == Lines{"exact S08@/evaluation/score"});
        CHECK(scored.result.grade->label == "优");
    }
}

TEST_CASE("the grade of Kaiyuan is that of its score, and another would not be") {
    std::string json = test::file_text(test::project_path("examples/filings/kaiyuan-2022.json"));
    CHECK(Scored(json, "cn-2020-10").checks("S08") == Lines{"exact S08@/evaluation/score"});
    json.replace(json.find("\"优\""), std::string_view("\"优\"").size(), "\"良\"");
    CHECK(Scored(json, "cn-2020-10").checks("S08") == Lines{"broken S08@/evaluation/score"});
    json.replace(json.find("\"良\""), std::string_view("\"良\"").size(), "\"合格\"");
    CHECK(Scored(json, "cn-2020-10").checks("S08") == Lines{"undecided S08@/evaluation/score"});
}

TEST_CASE("a stated grade is held against both of its cuts") {
    const auto outcome = [](const std::string& points, const std::string& grade) {
        return Scored(R"({"filing":1,"evaluation":{"score":)" + points + R"(,"grade":")" + grade + R"("}})",
                      "cn-2020-10")
            .checks("S08")
            .front()
            .substr(0, 6);
    };
    CHECK(outcome("90", "优") == "exact ");
    CHECK(outcome("89.99", "优") == "broken");
    CHECK(outcome("89.99", "良") == "exact ");
    CHECK(outcome("90", "良") == "broken");
    CHECK(outcome("79", "良") == "broken");
    CHECK(outcome("0", "差") == "exact ");
    CHECK(outcome("60", "差") == "broken");
}

TEST_CASE("an execution rate below 80 % keeps the total below the best grade") {
    const auto capped = [](const std::string& executed, const std::string& total) {
        return Scored(
                   R"({"filing":1,"expenditure":{"adjusted":{"value":"100.00","rounding":"exact"},"executed":{"value":")" +
                       executed + R"(","rounding":"exact"}},"evaluation":{"score":)" + total + "}}",
                   "yth-2022-caps")
            .checks("S07");
    };
    CHECK(capped("80.00", "95") == Lines{"exact S07@/evaluation/score"});
    CHECK(capped("79.99", "95") == Lines{"broken S07@/evaluation/score"});
    CHECK(capped("79.99", "89") == Lines{"exact S07@/evaluation/score"});
    CHECK(capped("70.00", "89") == Lines{"exact S07@/evaluation/score"});
    CHECK(capped("69.99", "89") == Lines{"broken S07@/evaluation/score"});
    CHECK(capped("60.00", "79") == Lines{"exact S07@/evaluation/score"});
    CHECK(capped("59.99", "70") == Lines{"broken S07@/evaluation/score"});
    CHECK(capped("49.99", "59") == Lines{"exact S07@/evaluation/score"});
    CHECK(capped("49.99", "60") == Lines{"broken S07@/evaluation/score"});
    CHECK(Scored(R"({"filing":1,"evaluation":{"score":95}})", "yth-2022-caps").checks("S07") ==
          Lines{"undecided S07@/evaluation/score"});
}

TEST_CASE("where rows state no score, the total is what they earn, however each was rounded") {
    const auto total = [](const std::string& points) {
        return Scored(
                   R"({"filing":1,"unit":"万元","evaluation":{"budget":{"weight":10,"adjusted":"210.00","executed":"200.00"},
            "indicators":[{"name":"甲","weight":90,"comparison":"at_least","target":5,"actual":6}],"score":)" +
                       points + "}}",
                   "cn-2020-10")
            .checks("S09")
            .front()
            .substr(0, 8);
    };
    // 9.52 for the budget row, which may have been printed as 9 or 10, and 90.
    CHECK(total("99.52") == "exact S0");
    CHECK(total("99.5") == "rounding");
    CHECK(total("100") == "rounding");
    CHECK(total("99") == "rounding");
    CHECK(total("98.9") == "broken S");
    CHECK(total("101") == "broken S");
}

TEST_CASE("a row's points can be capped by another indicator") {
    const Profile profile = profile_of(R"({"profile":1,"name":"p","version":"1","title":{"zh":"","en":""},
        "sources":{"s":"S"},"source":"s","rows":[{"names":["甲"],"method":{"full_if":{"at_least":"target"}},
        "caps":[{"ratio":"E01","method":{"cap_by":[{"below":"90%","points":"4"}]},"source":"s","clause":"c"}],
        "source":"s","clause":"c"}]})");
    const std::string row =
        R"("evaluation":{"indicators":[{"name":"甲","weight":10,"target":5,"comparison":"at_least","actual":6}]}})";
    CHECK(Scored(R"({"filing":1,"expenditure":{"initial":"100.00","executed":"80.00"},)" + row, profile)
              .points("甲") == 4_dec);
    CHECK(Scored(R"({"filing":1,"expenditure":{"initial":"100.00","executed":"95.00"},)" + row, profile)
              .points("甲") == 10_dec);
    CHECK(Scored(R"({"filing":1,)" + row, profile).row("甲").why == Unscored::no_value);
}

TEST_CASE("what rounding leaves open is not held against a score") {
    // 100.0 % may be 99.95 %: who printed it may have been a little short.
    const auto outcome = [](const std::string& actual, const std::string& points) {
        return Scored(
                   row_json(R"("name":"甲","weight":10,"comparison":"at_least","target":"100%","actual":")" +
                            actual + R"(","score":)" + points),
                   "cn-2020-10")
            .checks("S0")
            .front();
    };
    CHECK(outcome("95.0%", "9.5") == "exact S01@/evaluation/indicators/0/score");
    CHECK(outcome("95.0%", "10") == "exact S01@/evaluation/indicators/0/score");
    CHECK(outcome("95.0%", "9") == "rounding S01@/evaluation/indicators/0/score");
    CHECK(outcome("95.0%", "8") == "broken S01@/evaluation/indicators/0/score");
    CHECK(outcome("95.0%", "9.51") == "rounding S01@/evaluation/indicators/0/score");
    CHECK(outcome("95.0%", "9.52") == "broken S01@/evaluation/indicators/0/score");
    CHECK(outcome("66.7%", "6.67") == "exact S01@/evaluation/indicators/0/score");
    CHECK(outcome("66.7%", "6.66") == "rounding S01@/evaluation/indicators/0/score");
}

TEST_CASE("a budget row that is not counted is no part of the total") {
    const Profile profile = profile_of(R"({"profile":1,"name":"p","version":"1","title":{"zh":"","en":""},
        "sources":{"s":"S"},"source":"s","total":{"points":"100","source":"s","clause":"c"},
        "budget_row":{"counted":false,"source":"s","clause":"c"}})");
    const Scored scored(R"({"filing":1,"evaluation":{"budget":{"weight":10,"score":10},
        "indicators":[{"weight":60,"score":60},{"weight":40,"score":38}],"score":98}})",
                        profile);
    CHECK(scored.broken().empty());
    CHECK(scored.result.worth == 100_dec);
}

TEST_CASE("rows without weight, value, target or unit in common are not scored, and say why") {
    const auto why = [](const std::string& members) {
        return Scored(row_json(R"("name":"甲",)" + members), "cn-2020-10").row("甲").why;
    };
    CHECK(why(R"("weight":5,"comparison":"at_least","target":5)") == Unscored::no_value);
    CHECK(why(R"("weight":5,"comparison":"at_least","actual":5)") == Unscored::no_target);
    CHECK(why(R"("comparison":"at_least","target":5,"actual":5)") == Unscored::no_weight);
    CHECK(why(R"("weight":5,"comparison":"at_least","target":"5%","actual":"5件")") == Unscored::other_unit);
    CHECK(why(R"("weight":5,"target":5,"actual":5)") == Unscored::no_comparison);
    CHECK(why(R"("weight":5,"comparison":"at_least","target":0,"actual":5)") == Unscored::not_covered);
    CHECK(why(R"("weight":5,"comparison":"at_least","target":5,"actual":"约5")") == Unscored::no_value);
}

TEST_CASE("a number without its percent sign is neither a percentage nor a fraction") {
    const auto why = [](const std::string& actual) {
        return Scored(row_json(R"("name":"楼堂馆所面积控制率","weight":5,"actual":)" + actual), "hunan-2015")
            .row("楼堂馆所面积控制率")
            .why;
    };
    CHECK(why("\"95.10%\"") == Unscored::no);
    CHECK(why("95.10") == Unscored::other_unit);
    CHECK(why("0.951") == Unscored::other_unit);
    CHECK(why("\"95平方米\"") == Unscored::other_unit);
}

TEST_CASE("score and target: missing points and unexplained full points are warnings of their own") {
    const auto checks = [](const std::string& members) {
        return Scored(row_json(R"("name":"甲","weight":5,)" + members), "cn-2013-53").checks("T68");
    };
    const std::string id = " T68@/evaluation/indicators/0/";
    const std::string at_least = R"("comparison":"at_least","target":"90%","actual":)";
    CHECK(checks(at_least + R"("90%","score":5)") == Lines{"exact" + id + "weight"});
    CHECK(checks(at_least + R"("90%","score":4)") == Lines{"broken" + id + "weight"});
    CHECK(checks(at_least + R"("89%","score":5)") == Lines{"broken" + id + "score"});
    CHECK(checks(at_least + R"("89%","score":4)") == Lines{"exact" + id + "score"});
    CHECK(checks(at_least + R"("89%","score":5,"reason":"雨")").empty());
    CHECK(checks(R"("comparison":"at_most","target":4,"actual":4,"score":4)") ==
          Lines{"broken" + id + "weight"});
    CHECK(checks(R"("comparison":"equals","target":4,"actual":"5件","score":5)").empty());
    // 90 % printed without decimals may be less than 90.2 %, or not.
    CHECK(checks(R"("comparison":"at_least","target":"90.2%","actual":"90%","score":5)").empty());
}

// ---- what holds for every tree ----

namespace {

Profile everything() {
    return profile_of(R"({"profile":1,"name":"p","version":"1","title":{"zh":"","en":""},
        "sources":{"s":"S"},"source":"s","rows":[
        {"names":["full"],"method":{"full_if":{"at_least":"50"}},"source":"s","clause":"c"},
        {"names":["step"],"method":{"deduct_per":{"at_least":"100","step":"7","points":"0.7"}},"source":"s","clause":"c"},
        {"names":["rata"],"method":{"deduct_per":{"at_least":"100","step":"7","points":"0.7","whole":false}},"source":"s","clause":"c"},
        {"names":["band"],"method":{"bands":[{"below":"20","points":"0"},{"from":"20","below":"60","share":"50%"},{"from":"60","share":"100%"}]},"source":"s","clause":"c"},
        {"names":["part"],"method":{"proportional":{"at_least":"90","threshold":"10%"}},"source":"s","clause":"c"},
        {"names":["case"],"method":{"count_deduct":{"points":"0.3"}},"source":"s","clause":"c"}]})");
}

struct Trees {
    std::mt19937_64 random{20260731};
    std::uint64_t below(std::uint64_t bound) { return random() % bound; }

    Indicator leaf() {
        static constexpr std::string_view kinds[] = {"full", "step", "rata", "band", "part", "case"};
        Indicator row;
        row.name = kinds[below(6)];
        row.weight = Decimal::of(static_cast<std::int64_t>(below(200)), 1);
        row.actual = Decimal::of(static_cast<std::int64_t>(below(12'000)), 2);
        return row;
    }
    Filing filing() {
        Filing made;
        for (std::uint64_t i = 0, n = 1 + below(4); i < n; ++i) {
            Indicator heading;
            heading.name = "heading";
            for (std::uint64_t k = 0, m = 1 + below(6); k < m; ++k) heading.indicators.push_back(leaf());
            made.evaluation.indicators.push_back(std::move(heading));
        }
        return made;
    }
};

} // namespace

TEST_CASE("no row has more points than its weight or less than none, and the total is the sum of the rows") {
    const Profile profile = everything();
    Trees trees;
    for (int i = 0; i < 2000; ++i) {
        const Filing filing = trees.filing();
        const Score result = score(filing, profile);
        Decimal sum;
        for (std::size_t at = 0; at < result.rows.size(); ++at) {
            const ScoredRow& row = result.rows[at];
            REQUIRE(row.recomputed);
            REQUIRE(*row.recomputed >= Decimal{0});
            REQUIRE(*row.recomputed <= *row.worth);
            if (!row.heading) {
                REQUIRE((row.points->low <=> *row.points->points) <= 0);
                REQUIRE((row.points->high <=> *row.points->points) >= 0);
                sum += *row.recomputed;
                continue;
            }
            Decimal below;
            for (std::size_t k = at + 1; k < row.end; ++k) below += *result.rows[k].recomputed;
            REQUIRE(below == *row.recomputed);
        }
        REQUIRE(result.complete);
        REQUIRE(*result.total == sum);
    }
}

TEST_CASE("a better actual value never has fewer points") {
    const Profile profile = everything();
    Trees trees;
    for (int i = 0; i < 4000; ++i) {
        Filing filing;
        filing.evaluation.indicators.push_back(trees.leaf());
        Indicator& row = filing.evaluation.indicators.front();
        const Decimal before = *score(filing, profile).total;
        const Decimal more = Decimal::of(static_cast<std::int64_t>(trees.below(3000)), 2);
        // Of cases fewer are better.
        const Decimal actual = row.actual.best().value;
        row.actual = row.name == "case" ? (actual > more ? actual - more : Decimal{0}) : actual + more;
        REQUIRE(*score(filing, profile).total >= before);
    }
}

TEST_CASE(
    "fewer points for a target that was set too low are not called wrong, more than there are would be") {
    const auto outcome = [](const std::string& members) {
        return Scored(row_json(
                          R"("name":"甲","weight":10,"comparison":"at_least","target":100,"reason":"偏低",)" +
                          members),
                      "cn-2020-10")
            .checks("S01")
            .front()
            .substr(0, 9);
    };
    CHECK(outcome(R"("actual":300,"score":6)") == "undecided");
    CHECK(outcome(R"("actual":300,"score":10)") == "exact S01");
    CHECK(outcome(R"("actual":300,"score":11)") == "broken S0");
    CHECK(outcome(R"("actual":100,"score":6)") == "broken S0");
}

TEST_CASE("figures beyond all measure are not scored, and nothing is thrown") {
    const std::string nines(38, '9');
    const std::string small = "0." + std::string(37, '0') + "1";
    for (const BuiltInProfile& built_in : built_in_profiles())
        for (const std::string& weight : {nines, small, std::string("10")})
            for (const std::string& value : {nines, small, "-" + nines, nines + "%"}) {
                const std::string row = R"("weight":")" + weight + R"(","score":")" + weight +
                                        R"(","comparison":"at_least","target":")" + small +
                                        R"(","actual":")" + value + R"(")";
                const Scored scored(
                    R"({"filing":1,"staff":{"authorised":")" + small + R"(","actual":")" + nines +
                        R"("},"expenditure":{"initial":")" + small + R"(","adjusted":")" + small +
                        R"(","supplementary":")" + nines + R"(","executed":")" + nines +
                        R"("},"evaluation":{"budget":{"weight":")" + weight + R"("},"score":")" + weight +
                        R"(","grade":"优","indicators":[{"name":"在职人员控制率",)" + row +
                        R"(},{"name":"预算控制率",)" + row + R"(},{"name":"甲",)" + row + "}]}}",
                    built_in.name);
                for (const ScoredRow& each : scored.result.rows)
                    CHECK_FALSE(how(scored.result, each, Language::zh).empty());
            }
}

TEST_CASE("a tree with figures of 38 digits is not scored, and nothing is thrown") {
    const std::string digits(38, '9');
    const Scored scored(row_json(R"("name":"甲","weight":10,"comparison":"at_least","target":")" + digits +
                                 R"(","actual":"0.)" + std::string(37, '1') + R"(","score":10)"),
                        "cn-2020-10");
    CHECK(scored.row("甲").why == Unscored::too_many_digits);
}

TEST_CASE("points that come from a figure that is open are doubted where they differ") {
    const auto checks = [](std::string_view more) {
        return Scored(
                   R"({"filing":1,"evaluation":{"budget":{"weight":10,"score":9,"adjusted":"200","executed":{"value":"100")" +
                       std::string(more) + "}}}}",
                   "cn-2020-10")
            .checks("S01");
    };
    CHECK(checks("") == std::vector<std::string>{"broken S01@/evaluation/budget/score"});
    CHECK(checks(R"(,"evidence":"open")") ==
          std::vector<std::string>{"undecided S01@/evaluation/budget/score"});
}
