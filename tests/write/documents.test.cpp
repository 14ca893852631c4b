// SPDX-License-Identifier: MIT
// What the documentation shows is what the program prints.
#include <tieout/read/json.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/catalogue.hpp>
#include <tieout/write/text.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

using namespace tieout;

namespace {

std::string file(const std::string& path) {
    std::ifstream stream(std::string(TIEOUT_SOURCE_DIR) + "/" + path, std::ios::binary);
    REQUIRE_MESSAGE(stream.good(), path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("docs/rules.md is the catalogue of this version") {
    CHECK_MESSAGE(file("docs/rules.md") == rules_markdown(), "run ./dev docs");
}

TEST_CASE("the README shows what is printed of a report") {
    const std::string path = "examples/filings/kaiyuan-2022.json";
    const Document document = read_filing(file(path), path);
    REQUIRE(document.filing);
    const Report report = check(*document.filing);
    const std::string text =
        report_text({path, document.input_sha256}, report, Names(report), {.language = Language::en});
    const std::string readme = file("README.md");
    const std::string opening = "<!-- output: check --lang en " + path + " -->\n```text\n";
    const std::size_t from = readme.find(opening);
    REQUIRE(from != std::string::npos);
    const std::size_t start = from + opening.size();
    const std::string shown = readme.substr(start, readme.find("```", start) - start);
    CHECK(shown == text.substr(0, text.find("\nWhat holds") + 1));
}
