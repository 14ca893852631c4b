// SPDX-License-Identifier: MIT
// The rules that are chosen on the command line.
#ifdef TIEOUT_PROGRAM

#include "program.hpp"

#include <tieout/rules/rule_set.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace {

using namespace tieout::test;
using Json = nlohmann::ordered_json;

/// T07 does not hold, nor T46.
constexpr std::string_view faulty =
    R"({"filing":1,"unit":"万元","expenditure":{"executed":"3.00","basic":{"executed":"1.00"},)"
    R"("project":{"executed":"1.00"}},"three_public":{"initial":"5.00","executed":"6.00"}})";

Json document_of(const Outcome& outcome) { return Json::parse(outcome.output)["documents"][0]; }

} // namespace

TEST_CASE("rules are left out and graded by their codes, in lists or one by one") {
    const Workshop shop;
    const std::string file = shop.file("faulty.json", faulty);
    CHECK(run(shop, "check " + file).status == 1);
    CHECK(run(shop, "check --without T07 " + file).status == 0);
    CHECK(run(shop, "check --without T07 --strict " + file).status == 1);
    CHECK(run(shop, "check --without T07,T46 --strict " + file).errors.find("could be decided") !=
          std::string::npos);
    CHECK(run(shop, "check --without T07 --severity T46=error " + file).status == 1);
    CHECK(run(shop, "check --severity T07=off " + file).output ==
          run(shop, "check --without T07 " + file).output);
    CHECK(run(shop, "check --severity T07=warning " + file).status == 0);
    CHECK(run(shop, "check --severity T07=warning --strict " + file).status == 1);
    CHECK(run(shop, "check --severity T07=info,T46=info --strict " + file).status == 0);
    CHECK(run(shop, "check --severity T07=info --severity T46=info --strict " + file).status == 0);
}

TEST_CASE("a result says which rules it came about by") {
    const Workshop shop;
    const std::string file = shop.file("faulty.json", faulty);
    const Outcome text = run(shop, "check --without T93 --severity T07=info " + file);
    CHECK(text.output.find("  rules    without T93; T07 info\n") != std::string::npos);
    CHECK(run(shop, "check " + file).output.find("  rules  ") == std::string::npos);
    const Json json = document_of(run(shop, "check --format json --without T93 --severity T07=info " + file));
    CHECK(json["rule_set"] == "without T93; T07 info");
    CHECK(json["rules"] ==
          tieout::RuleSet::standard().without("T93").severity("T07", tieout::Severity::info).digest());
    CHECK(json["summary"]["infos"] == 1);
    const Json plain = document_of(run(shop, "check --format json " + file));
    CHECK_FALSE(plain.contains("rule_set"));
    CHECK_FALSE(plain["summary"].contains("infos"));
}

TEST_CASE("every code or level that is none is complained of where it stands, with what may be meant") {
    const Workshop shop;
    const std::string file = shop.file("faulty.json", faulty);
    const Outcome outcome = run(shop, "check --without T07,T4 --severity T46=low,T46,S1=info " + file);
    CHECK(outcome.status == 2);
    CHECK(outcome.output.empty());
    CHECK(outcome.errors ==
          "tieout: --without, item 2 \"T4\": there is no such rule; the nearest is T04\n"
          "tieout: --severity, item 1 \"T46=low\": the level is off, info, warning or error\n"
          "tieout: --severity, item 2 \"T46\": expected CODE=LEVEL\n"
          "tieout: --severity, item 3 \"S1=info\": there is no such rule; the nearest is S01\n");
    CHECK(run(shop, "check --lang zh --without T4 " + file).errors ==
          "tieout: --without，第 1 项“T4”：没有这条规则，最接近的是 T04\n");
    CHECK(run(shop, "check --without T07, " + file).status == 2);
    CHECK(run(shop, "read --without T07 " + file).status == 2);
}

TEST_CASE("filings of one line each are checked by the same rules, counted or in full") {
    const Workshop shop;
    std::string lines;
    for (int i = 0; i < 40; ++i) lines += std::string(faulty) + '\n';
    const std::string file = shop.file("lines.ndjson", lines);
    const auto counts = [&](const std::string& options) {
        return Json::parse(run(shop, "check --only summary --format json " + options + " " + file)
                               .output)["summary"]["checks"];
    };
    CHECK(counts("")["broken"] == 80);
    CHECK(counts("--without T07")["broken"] == 40);
    CHECK(counts("--without T07")["warnings"] == 40);
    CHECK(counts("--severity T07=info")["infos"] == 40);
    CHECK(counts("--severity T07=warning")["warnings"] == 80);
    CHECK(run(shop, "check --only broken --without T07 " + file).output.empty());
}

TEST_CASE("scores and documents together go by the same rules") {
    const Workshop shop;
    const std::string last = shop.file(
        "2021.json",
        R"({"filing":1,"unit":"万元","body":{"name":"局"},"year":2021,"expenditure":{"executed":"1.00"}})");
    const std::string now = shop.file(
        "2022.json",
        R"({"filing":1,"unit":"万元","body":{"name":"局"},"year":2022,"expenditure":{"prior":"2.00"}})");
    CHECK(run(shop, "check --together " + last + " " + now).status == 1);
    CHECK(run(shop, "check --together --severity Y01=warning " + last + " " + now).status == 0);
    CHECK(run(shop, "check --together --without Y01 " + last + " " + now).status == 2);
}

TEST_CASE("rules of a file are checked beside the others, and can be graded and left out") {
    const Workshop shop;
    const std::string file = shop.file(
        "spent.json", R"({"filing":1,"unit":"万元","expenditure":{"initial":"100.00","executed":"80.00"}})");
    const std::string rules = project_path("examples/rules/own-rules.json").string();
    const Outcome outcome = run(shop, "check --rules " + rules + " " + file);
    CHECK(outcome.status == 0);
    CHECK(outcome.errors.empty());
    CHECK(outcome.output.find("For information (1)") != std::string::npos);
    CHECK(outcome.output.find("本局内部控制制度 第七条") != std::string::npos);
    CHECK(run(shop, "check --severity K02=error --rules " + rules + " " + file).status == 1);
    CHECK(run(shop, "check --without K02 --rules " + rules + " " + file).errors.find("could be decided") !=
          std::string::npos);
    CHECK(run(shop, "check --without K02 " + file).errors.find("there is no such rule") != std::string::npos);
    CHECK(run(shop, "check --rules " + shop.at("none.json") + " " + file).errors.find("cannot be read") !=
          std::string::npos);
    // The same codes twice.
    const Outcome twice = run(shop, "check --rules " + rules + " --rules " + rules + " " + file);
    CHECK(twice.status == 2);
    CHECK(twice.output.empty());
    CHECK(twice.errors.find("/demands/0/code: expected a code of your own") != std::string::npos);
}

TEST_CASE("a stream is checked by the rules of a file, each filing in full") {
    const Workshop shop;
    std::string lines;
    for (int i = 0; i < 30; ++i)
        lines += std::string(R"({"filing":1,"unit":"万元","expenditure":{"initial":"100.00","executed":")") +
                 (i % 3 == 0 ? "80.00" : "95.00") + "\"}}\n";
    const std::string file = shop.file("lines.ndjson", lines);
    const std::string rules = project_path("examples/rules/own-rules.json").string();
    const Json counts =
        Json::parse(run(shop, "check --only summary --format json --rules " + rules + " " + file)
                        .output)["summary"]["checks"];
    CHECK(counts["infos"] == 10);
    CHECK(counts["exact"] == 20);
}

#endif
