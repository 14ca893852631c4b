// SPDX-License-Identifier: MIT
// The same document in every container gives the same facts but for places, and the same findings. The files are written by
// make.py beside this test.
#include "../text/pages.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/filing.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace tieout;

namespace {

using Json = nlohmann::ordered_json;

Document read(const std::string& name) {
    const auto path = std::filesystem::path(TIEOUT_SOURCE_DIR) / "tests/read/containers" / name;
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return read_report(bytes, name);
}

void leave_places_out(Json& value) {
    if (value.is_object())
        for (const char* key :
             {"place", "line", "column", "page", "sheet", "paragraph", "table_number", "note", "cell"})
            value.erase(key);
    if (value.is_structured())
        for (Json& each : value) leave_places_out(each);
}

std::string facts_of(const Filing& filing) {
    Json json = Json::parse(filing_json(filing));
    leave_places_out(json);
    return json.dump(1);
}

std::string findings_of(const Filing& filing) {
    const Report report = check(filing);
    const Names names(report);
    std::string all;
    for (std::size_t i = 0; i < report.checks.size(); ++i)
        all += names.id(i) + ' ' + std::string(described(report.checks[i].outcome).code) + '\n';
    return all;
}

} // namespace

TEST_CASE("the same document gives the same facts and findings in every container") {
    for (const std::string name : {"consistent", "faulty"}) {
        const Document page = read(name + ".html");
        REQUIRE(page.filing);
        CHECK(check(*page.filing).broken() == (name == "faulty"));
        for (const char* ending : {".txt", ".csv", ".mht", ".xlsx", ".docx", ".pdf"}) {
            CAPTURE(name);
            CAPTURE(ending);
            const Document document = read(name + ending);
            CHECK(document.problems.empty());
            REQUIRE(document.filing);
            CHECK(facts_of(*document.filing) == facts_of(*page.filing));
            CHECK(findings_of(*document.filing) == findings_of(*page.filing));
        }
    }
}
