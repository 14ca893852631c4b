// SPDX-License-Identifier: MIT
// What the documentation shows is what the program prints.
#include "golden.hpp"

#include <tieout/read/json.hpp>
#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/catalogue.hpp>
#include <tieout/write/text.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tieout;

TEST_CASE("docs/rules.md is the catalogue of this version") {
    CHECK_MESSAGE(test::file_text(test::project_path("docs/rules.md")) == rules_markdown(), "run ./dev docs");
}

namespace {

/// The output that the README shows of a command, up to what holds, is what the program prints.
void check_shown(const std::string& path, const Document& document) {
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    const std::string text =
        report_text({path, document.input_sha256}, report, Names(report), {.language = Language::en});
    const std::string readme = test::file_text(test::project_path("README.md"));
    const std::string opening = "<!-- output: check --lang en " + path + " -->\n```text\n";
    const std::size_t from = readme.find(opening);
    REQUIRE(from != std::string::npos);
    const std::size_t start = from + opening.size();
    const std::string shown = readme.substr(start, readme.find("```", start) - start);
    CHECK(shown == text.substr(0, text.find("\nWhat holds") + 1));
}

} // namespace

TEST_CASE("the README shows what is printed of a report") {
    const std::string filing = "examples/filings/kaiyuan-2022.json";
    check_shown(filing, read_filing(test::file_text(test::project_path(filing)), filing));
    const std::string report = "examples/reports/demo-2023.txt";
    check_shown(report, read_report(test::file_text(test::project_path(report)), report));
}
