// SPDX-License-Identifier: MIT
// An organisation chooses its rules: what it leaves out is silent, what it grades has that level, and nothing else changes.
#include <tieout/rules/rule_set.hpp>

#include <tieout/numbers/literals.hpp>
#include <tieout/read/json.hpp>
#include <tieout/read/profile.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/rules/together.hpp>
#include <tieout/score/score.hpp>
#include <tieout/testing/explain.hpp>
#include <tieout/write/format.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/text.hpp>

#include "../base/ended.hpp"
#include "../write/golden.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace tieout;
using namespace tieout::literals;

namespace {

/// Basic and project expenditure do not make the total, and reception costs more than its budget.
Filing broken_filing() {
    Filing filing;
    filing.expenditure.executed = 1709.11_wan;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.67_wan;
    filing.three_public.initial = 5.00_wan;
    filing.three_public.executed = 6.00_wan;
    return filing;
}

/// No more than a tenth of the expenditure may go to reception.
Rule tenth() {
    return {.code = "K01",
            .name = "reception_within_a_tenth",
            .severity = Severity::error,
            .demand = {"公务接待费不超过支出的十分之一", "Reception stays within a tenth of expenditure."},
            .source = {"本局内控制度 第三条"},
            .passing = R"({"filing":1})",
            .failing = R"({"filing":1})",
            .state = [](const RuleSubject& subject, Relations& relations) {
                const Stated& reception = subject.filing.three_public.reception.executed;
                const Stated& spent = subject.filing.expenditure.executed;
                if (reception.stated() && spent.stated())
                    relations.at_most(Term(reception, Decimal{10}), spent);
            }};
}

/// What came out, by the ids of the checks.
std::vector<std::string> outcomes_of(const ReportView& report, std::string_view but_for = {}) {
    const Names names(report);
    std::vector<std::string> outcomes;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        const Relation& relation = report.relation_of(check);
        if (!but_for.empty() && relation.code == but_for) continue;
        outcomes.push_back(names.id(i) + ' ' + std::string(described(check.outcome).code) + ' ' +
                           std::string(described(check.reason).code) + ' ' +
                           arithmetic_of(report.relations, check, report.options, Language::en));
    }
    return outcomes;
}

std::set<std::string, std::less<>> codes_in(const ReportView& report) {
    std::set<std::string, std::less<>> codes;
    for (const Check& check : report.checks) codes.emplace(report.relation_of(check).code);
    codes.erase("");
    return codes;
}

/// With any of its rules left out, the checks of the others come out as they did. What the filing states itself and a rule
/// demanded as well is then checked under its own id.
void try_leaving_out(const Filing& filing) {
    const ReportView whole = check_in_place(filing);
    for (const std::string& code : codes_in(whole)) {
        CAPTURE(code);
        const ReportView less = check_in_place(filing, RuleSet::standard().without(code));
        CHECK_FALSE(codes_in(less).contains(code));
        std::vector<std::string> seen = outcomes_of(less);
        for (const std::string& outcome : outcomes_of(whole, code)) {
            CAPTURE(outcome);
            const auto found = std::find(seen.begin(), seen.end(), outcome);
            REQUIRE(found != seen.end());
            seen.erase(found);
        }
        for (const std::string& outcome : seen) CHECK(outcome.find("@/") == outcome.npos);
    }
}

} // namespace

TEST_CASE("the standard set is what is checked by without a set") {
    const Filing filing = broken_filing();
    const RuleSet standard = RuleSet::standard();
    CHECK(standard.is_standard());
    CHECK(standard.digest() == rules_digest());
    CHECK(standard.text(Language::en).empty());
    CHECK(outcomes_of(check_in_place(filing, standard)) == outcomes_of(check_in_place(filing)));
    CHECK(outcomes_of(check(filing, standard)) == outcomes_of(check(filing)));
}

TEST_CASE("a rule that is left out is silent, and the fault it found is no fault") {
    const Report report = check(broken_filing(), RuleSet::standard().without("T07"));
    CHECK_FALSE(codes_in(report).contains("T07"));
    CHECK(report.summary().errors() == 0);
    CHECK(report.summary().warnings == 1);
    CHECK(report.located.parts.empty());
    CHECK(report.summary().covered == 2);
}

TEST_CASE("a rule has the severity that it is given, and locates only as an error") {
    const RuleSet set = RuleSet::standard().severity("T07", Severity::warning);
    const Report warned = check(broken_filing(), set.severity("T46", Severity::error));
    CHECK(warned.findings().at(0).code == "T46");
    CHECK(warned.findings().at(1).code == "T07");
    CHECK(warned.findings().at(1).level == Finding::Level::warning);
    CHECK(warned.broken());
    CHECK_FALSE(check(broken_filing(), set).broken());
    CHECK(check(broken_filing(), set).broken(true));
    CHECK(check(broken_filing(), set).located.parts.empty());
}

TEST_CASE("what is for information is told and never fails, also where warnings do") {
    const RuleSet set = RuleSet::standard().severity("T07", Severity::info).severity("T46", Severity::info);
    const Report report = check(broken_filing(), set);
    CHECK_FALSE(report.broken(true));
    CHECK(report.summary().infos == 2);
    CHECK(report.summary().errors() == 0);
    CHECK_FALSE(report.summary().failed(true));
    REQUIRE(report.findings().size() == 2);
    CHECK(report.findings()[0].level == Finding::Level::info);
    const Names names(report);
    CHECK(report_text({"x"}, report, names, {.language = Language::en}).find("For information (2)") !=
          std::string::npos);
    const auto json = nlohmann::json::parse(report_json({"x"}, report, names, {}, Language::en));
    CHECK(json["summary"]["infos"] == 2);
    CHECK(json["checks"][0]["severity"] == "info");
    CHECK(json["rule_set"] == "T07 info, T46 info");
    struct Told {
        std::string_view format, text;
    };
    for (const Told& told : {Told{"csv", ",info,T07,"}, Told{"sarif", R"("level":"note")"},
                             Told{"markdown", ", 2 for information,"}, Told{"junit", "skipped=\"2\""}}) {
        CAPTURE(told.format);
        const DocumentInfo info{"x"};
        const ReportFormat& writer = *report_format_named(told.format);
        const std::string piece =
            writer.document({.info = info, .report = &report, .names = &names}, {.language = Language::en});
        CHECK(piece.find(told.text) != piece.npos);
    }
}

TEST_CASE("a rule of one's own is checked beside the others, under its code, demand and clause") {
    Filing filing = broken_filing();
    filing.three_public.reception.executed = 171.00_wan;
    const Report report = check(filing, RuleSet::standard().with(tenth()));
    const Finding* found = nullptr;
    const std::vector<Finding> findings = report.findings();
    for (const Finding& finding : findings)
        if (finding.code == "K01") found = &finding;
    REQUIRE(found != nullptr);
    CHECK(found->id == "K01@/three_public/reception/executed");
    CHECK(report.message(*found, Language::en).starts_with("Reception stays within a tenth"));
    CHECK(report.message(*found, Language::zh).starts_with("公务接待费不超过支出的十分之一"));
    CHECK(report_text({"x"}, report, Names(report), {.language = Language::zh}).find("本局内控制度 第三条") !=
          std::string::npos);
    // And its own code can be graded and left out as any.
    CHECK_FALSE(codes_in(check(filing, report.rules.without("K01"))).contains("K01"));
    CHECK(check(filing, report.rules.severity("K01", Severity::info)).summary().infos == 1);
}

TEST_CASE("a set owns the texts of its rules, and a report its set") {
    std::optional<Report> report;
    {
        std::string code = "K02";
        std::string demand = "a demand that is too long to be held inside of its string";
        const Decimal most = 10_dec;
        Rule rule = tenth();
        rule.code = code;
        rule.demand = {demand, demand};
        const RuleSet set = RuleSet::standard().with(rule, [most](const RuleSubject& subject,
                                                                  Relations& relations) {
            relations.linear({subject.filing.three_public.executed}, Comparison::at_most, most, unit::plain);
        });
        code = "changed";
        demand.assign(demand.size(), 'x');
        Filing filing = broken_filing();
        filing.three_public.executed = 60.00_wan;
        report = check(std::move(filing), set);
    }
    const std::vector<Finding> findings = report->findings();
    CHECK(findings.at(1).code == "K02");
    CHECK(report->message(findings.at(1), Language::en).starts_with("a demand that is too long"));
}

TEST_CASE("the digest tells sets apart by everything that was chosen, and not by the order of choosing") {
    const RuleSet standard = RuleSet::standard();
    std::set<std::string> digests;
    for (const RuleSet& set :
         {standard, standard.without("T93"), standard.without("T81"),
          standard.severity("T93", Severity::info), standard.severity("T93", Severity::error),
          standard.with(tenth()), standard.with(tenth(), tenth().state, "another"),
          standard.with(tenth()).without("K01")})
        CHECK(digests.insert(set.digest()).second);
    CHECK(standard.without("T93").severity("T81", Severity::info).digest() ==
          standard.severity("T81", Severity::info).without("T93").digest());
    const Report report = check(broken_filing(), standard.without("T93"));
    const auto json = nlohmann::json::parse(report_json({"x"}, report, Names(report), {}, Language::en));
    CHECK(json["rules"] == standard.without("T93").digest());
    CHECK(json["rule_set"] == "without T93");
}

TEST_CASE("a choice may be taken back, and says in words what it is") {
    const RuleSet set = RuleSet::standard().without("T93").severity("T81", Severity::info).with(tenth());
    CHECK(set.text(Language::en) == "without T93; T81 info; own K01");
    CHECK(set.text(Language::zh) == "不含 T93；T81 仅供参考；另加 K01");
    CHECK(set.severity("T93", Severity::warning).text(Language::en) == "T81 info, T93 warning; own K01");
    CHECK_FALSE(set.severity("T93", Severity::warning).leaves_out_any());
}

TEST_CASE("codes are those of rules, scores and documents together, and one's own have other names") {
    const RuleSet set = RuleSet::standard().with(tenth());
    for (const std::string_view code : set.codes()) CHECK(set.has(code));
    for (const std::string_view code : {"T07", "S01", "Y01", "K01"}) CHECK(set.has(code));
    for (const std::string_view code : {"T00", "", "J01", "own", "t07"}) CHECK_FALSE(set.has(code));
    CHECK(set.find("K01")->demand.en == tenth().demand.en);
    CHECK(set.find("T07") == find_rule("T07"));
    CHECK(set.find("K99") == nullptr);
    for (const std::string_view code : {"K02", "HN-03", "ours.1", "T", "T7x"}) CHECK(set.may_be_own(code));
    for (const std::string_view code :
         {"", "K01", "T07", "T7", "T999", "S55", "J02", "Y9", "own", "K 1", "K/1", "K@1", "规则"})
        CHECK_FALSE(set.may_be_own(code));
    CHECK(set.may_be_own(std::string(32, 'k')));
    CHECK_FALSE(set.may_be_own(std::string(33, 'k')));
}

TEST_CASE("what no rule is called cannot be chosen: the program ends with a message") {
    CHECK(test::message_at_the_end_of([] { (void)RuleSet::standard().without("T00"); }) ==
          "tieout: a rule set was asked for a code that no rule has: T00\n");
    CHECK(test::message_at_the_end_of([] { (void)RuleSet::standard().severity("K01", Severity::info); }) ==
          "tieout: a rule set was asked for a code that no rule has: K01\n");
    CHECK(test::message_at_the_end_of([] {
              (void)RuleSet::standard().with(tenth()).with(tenth());
          }).ends_with("it is another's, or no plain word: K01\n"));
    CHECK(test::message_at_the_end_of([] {
              Rule rule = tenth();
              rule.state = nullptr;
              (void)RuleSet::standard().with(rule);
          }) == "tieout: a rule needs a function that states its relations: K01\n");
}

TEST_CASE("leaving a rule out changes nothing about what comes out for the others") {
    for (const Rule& rule : rules())
        for (const std::string_view example : {rule.passing, rule.failing}) {
            CAPTURE(example);
            try_leaving_out(test::filing_of(std::string(example)));
        }
    for (const char* name : {"furong-2020", "kaiyuan-2022", "lishi-2020", "liuyang-2020", "yiyang-2022"}) {
        CAPTURE(name);
        try_leaving_out(*test::project_document("examples/filings/" + std::string(name) + ".json").filing);
    }
}

TEST_CASE("a rule that rests on another is doubted with it, also where that one is left out") {
    // What was available is stated, and its parts do not make it.
    const Rule& available = *find_rule("T96");
    REQUIRE(available.rests_on == "T02");
    const Filing filing = test::filing_of(
        R"({"filing":1,"income":{"executed":"100.00","opening":"20.00"},"total_income":{"executed":"125.00"},)"
        R"("expenditure":{"executed":"130.00"}})");
    const auto outcome_of = [](const ReportView& report) {
        for (const Check& check : report.checks)
            if (report.relation_of(check).code == "T96") return check.reason;
        return Reason::none;
    };
    const Reason whole = outcome_of(check_in_place(filing));
    CHECK(outcome_of(check_in_place(filing, RuleSet::standard().without("T02"))) == whole);
}

TEST_CASE("what a filing states itself is checked where the rule that demands the same is left out") {
    const std::string json =
        R"({"filing":1,"unit":"万元","expenditure":{"executed":"3.00","basic":{"executed":"1.00"},)"
        R"("project":{"executed":"1.00"}},"relations":[{"id":"mine","kind":"sum",)"
        R"("total":"/expenditure/executed","parts":["/expenditure/basic/executed",)"
        R"("/expenditure/project/executed"]}]})";
    const Filing filing = test::filing_of(json);
    CHECK(check_in_place(filing).checks.size() == 1);
    const ReportView report = check_in_place(filing, RuleSet::standard().without("T07"));
    REQUIRE(report.checks.size() == 1);
    CHECK(Names(report).id(0) == "mine");
    CHECK(report.broken());
    // Nor does a rule that is for information only take the place of what the filing demands.
    CHECK(check_in_place(filing, RuleSet::standard().severity("T07", Severity::info)).broken());
    CHECK(check_in_place(filing, RuleSet::standard().severity("T07", Severity::info)).checks.size() == 2);
}

TEST_CASE("scores are checked by the same set") {
    const Filing filing = *test::project_document("examples/scores/hunan-2018.json").filing;
    const Profile& profile = *find_profile("hunan-2015");
    const ReportView whole = check_in_place(filing, profile);
    for (const std::string& code : codes_in(whole)) {
        CAPTURE(code);
        const ReportView less = check_in_place(filing, profile, RuleSet::standard().without(code));
        CHECK(outcomes_of(less) == outcomes_of(whole, code));
        const Report graded = check(filing, profile, RuleSet::standard().severity(code, Severity::info));
        CHECK(outcomes_of(graded) == outcomes_of(whole));
        for (const Check& check : graded.checks)
            if (graded.relation_of(check).code == code)
                CHECK(graded.relation_of(check).severity == Severity::info);
    }
}

TEST_CASE("documents together are checked by the same set") {
    Filing last;
    last.body.name = "局";
    last.year = 2021;
    last.expenditure.executed = 100.00_wan;
    Filing current = last;
    current.year = 2022;
    current.expenditure.prior = 101.00_wan;
    const std::vector<FiledDocument> documents{{"2021", &last}, {"2022", &current}};
    CHECK(check_together(documents).broken());
    CHECK(check_together(documents, RuleSet::standard().without("Y01")).checks.empty());
    const Together warned = check_together(documents, RuleSet::standard().severity("Y01", Severity::warning));
    CHECK_FALSE(warned.broken());
    CHECK(warned.broken(true));
    CHECK_FALSE(check_together(documents, RuleSet::standard().severity("Y01", Severity::info)).broken(true));
}

TEST_CASE("figures in unit tests tie out by the set that they are given") {
    CHECK_FALSE(testing::explain_ties_out(broken_filing()).empty());
    CHECK(testing::explain_ties_out(broken_filing(), RuleSet::standard().without("T07")).empty());
    CHECK(testing::explain_ties_out(broken_filing(), RuleSet::standard().severity("T07", Severity::warning))
              .empty());
}

TEST_CASE("SARIF lists the rules of the set, with their severity in it") {
    Filing filing = broken_filing();
    filing.three_public.reception.executed = 171.00_wan;
    const RuleSet set = RuleSet::standard().with(tenth()).severity("T07", Severity::warning);
    const Report report = check(filing, set);
    const Names names(report);
    const DocumentInfo info{"x"};
    const ReportFormat& sarif = *report_format_named("sarif");
    const std::string piece =
        sarif.document({.info = info, .report = &report, .names = &names}, {.rules = set});
    const auto run = nlohmann::json::parse(sarif.run({&piece, 1}, {.language = Language::en, .rules = set}));
    std::map<std::string, std::string> levels;
    for (const auto& rule : run["runs"][0]["tool"]["driver"]["rules"])
        levels[rule["id"]] = rule["defaultConfiguration"]["level"];
    CHECK(levels.at("K01") == "error");
    CHECK(levels.at("T07") == "warning");
    CHECK(levels.at("T46") == "warning");
}
