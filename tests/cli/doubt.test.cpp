// SPDX-License-Identifier: MIT
// What the program does with what is to be looked at.
#ifdef TIEOUT_PROGRAM

#include "program.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace {

using namespace tieout::test;
using Json = nlohmann::ordered_json;

constexpr std::string_view doubted =
    R"({"filing":1,"unit":"万元","expenditure":{"executed":"3.00",)"
    R"("basic":{"executed":"1.00"},"project":{"executed":{"value":"1.00","evidence":"open"}}}})";
constexpr std::string_view good =
    R"({"filing":1,"unit":"万元","expenditure":{"executed":"3.00",)"
    R"("basic":{"executed":"1.00"},"project":{"executed":{"value":"2.00","evidence":"open"}}}})";
constexpr std::string_view undecided =
    R"({"filing":1,"figures":{"a":1,"b":null},"relations":[{"id":"r","kind":"equal","figures":["a","b"]}]})";

} // namespace

TEST_CASE("what is to be looked at never raises the exit status, and counts as decided") {
    const Workshop shop;
    const std::string file = shop.file("doubted.json", doubted);
    for (const char* options : {"", "--strict ", "--format json ", "--only summary "}) {
        CAPTURE(options);
        const Outcome found = run(shop, "check " + std::string(options) + file);
        CHECK(found.status == 0);
        CHECK(found.errors.empty());
    }
    CHECK(run(shop, "check " + shop.file("undecided.json", undecided)).status == 2);
}

TEST_CASE("documents with something to be looked at are findings, and are not broken") {
    const Workshop shop;
    const std::string file = shop.file("three.ndjson", std::string(good) + '\n' + std::string(doubted) +
                                                           '\n' + std::string(good) + '\n');
    const Outcome findings = run(shop, "check --format json --only findings " + file);
    CHECK(findings.status == 0);
    const Json document = Json::parse(findings.output);
    CHECK(document["source"].get<std::string>().ends_with(":2"));
    CHECK(document["checks"].size() == 1);
    CHECK(document["checks"][0]["reason"]["code"] == "doubted");
    CHECK(findings.errors == "documents 3, 2 of them left out: 0 with errors, 0 with findings, 1 to be "
                             "looked at, 0 not understood\n");
    CHECK(run(shop, "check --format json --only broken " + file).output.empty());
    CHECK(run(shop, "check --format json --only broken --strict " + file).output.empty());

    const Json counts =
        Json::parse(run(shop, "check --format json --only summary " + file).output)["summary"];
    CHECK(counts["findings"] == 0);
    CHECK(counts["doubted"] == 1);
    CHECK(counts["checks"]["undecided"] == 1);
    CHECK(counts["checks"]["doubted"] == 1);
    CHECK(counts["checks"]["exact"] == 2);
    CHECK(run(shop, "check --only summary " + file)
              .output.ends_with("1 undecided (1 of them to be looked at)\n"));
}

#endif
