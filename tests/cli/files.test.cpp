// SPDX-License-Identifier: MIT
// Folders and lists of files, and documents that are read by several threads.
#ifdef TIEOUT_PROGRAM

#include "program.hpp"

#include "../read/office/packages.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace {

using namespace tieout::test;

constexpr std::string_view right = "全年支出80万元，其中：基本支出60万元，占75%；项目支出20万元，占25%。\n";
constexpr std::string_view wrong = "全年支出80万元，其中：基本支出60万元，占75%；项目支出20万元，占35%。\n";

/// A folder of two right reports, a wrong one, one that cannot be opened and a file that is none.
void fill(const Workshop& shop) {
    std::filesystem::create_directories(shop.at("reports/b"));
    shop.file("reports/c.txt", right);
    shop.file("reports/a.txt", wrong);
    shop.file("reports/b/d.docx", word_of(paragraph(right.substr(0, right.size() - 1))));
    shop.file("reports/b/e.xlsx", "PK\x03\x04 xl/workbook.xml");
    shop.file("reports/b/logo.png", "\x89PNG\r\n\x1A\n");
    shop.file("reports/.hidden.txt", wrong);
}

std::vector<std::string> sources_of(const Outcome& outcome, const Workshop& shop) {
    std::vector<std::string> sources;
    const nlohmann::json output = nlohmann::json::parse(outcome.output);
    for (const auto& document : output["documents"]) {
        std::string source = document["source"];
        if (source.starts_with(shop.at(""))) source.erase(0, shop.at("").size());
        sources.push_back(source);
    }
    return sources;
}

} // namespace

TEST_CASE("a folder stands for its documents, in the order of their names") {
    const Workshop shop;
    fill(shop);
    const Outcome outcome = run(shop, "check --lang en --format json " + shop.at("reports"));
    CHECK(outcome.status == 2);
    const std::vector<std::string> sources = sources_of(outcome, shop);
    REQUIRE(sources.size() == 4);
    CHECK(sources[0].ends_with("reports/a.txt"));
    CHECK(sources[1].ends_with("reports/b/d.docx"));
    CHECK(sources[2].ends_with("reports/b/e.xlsx"));
    CHECK(sources[3].ends_with("reports/c.txt"));
    CHECK(outcome.errors.find("e.xlsx: damaged") != std::string::npos);
    CHECK(outcome.errors.find(
              "documents 4: 1 with errors, 1 with findings, 1 to be looked at, 1 not understood\n"
              "2 files of other kinds were not read\n") != std::string::npos);
}

TEST_CASE("a list names files and folders, and what it names and is not there is told") {
    const Workshop shop;
    fill(shop);
    const std::string list = shop.file("list", shop.at("reports/c.txt") + "\r\n\n" + shop.at("reports/b") +
                                                   "\n" + shop.at("nothing.txt") + "\n");
    const Outcome outcome = run(shop, "check --lang en --format json @" + list);
    CHECK(outcome.status == 2);
    CHECK(sources_of(outcome, shop).size() == 4);
    CHECK(outcome.errors.find("nothing.txt: the file cannot be read") != std::string::npos);
    CHECK(run(shop, "check --lang en @nothing").errors.starts_with("@nothing: the file cannot be read"));
}

TEST_CASE("the results are the same however many threads read the documents") {
    const Workshop shop;
    std::filesystem::create_directories(shop.at("many"));
    for (int i = 0; i < 60; ++i)
        shop.file("many/" + std::to_string(i) + ".txt", i % 7 == 0    ? wrong
                                                        : i % 11 == 0 ? "PK\x03\x04"
                                                                      : right);
    for (const char* format : {"text", "json", "csv", "sarif"}) {
        CAPTURE(format);
        const std::string command =
            "check --lang en --format " + std::string(format) + " " + shop.at("many") + " --jobs ";
        const Outcome one = run(shop, command + "1");
        CHECK(one.status == 2);
        for (const char* jobs : {"2", "7", "100"}) {
            const Outcome several = run(shop, command + jobs);
            CHECK(several.status == one.status);
            CHECK(several.output == one.output);
            CHECK(several.errors == one.errors);
        }
    }
}

TEST_CASE("documents of a folder are held against each other") {
    const Workshop shop;
    std::filesystem::create_directories(shop.at("years"));
    const auto filing = [](std::string_view year, std::string_view figures) {
        return R"({"filing":1,"body":{"name":"某局"},"year":)" + std::string(year) +
               R"(,"unit":"万元","expenditure":{)" + std::string(figures) + "}}";
    };
    shop.file("years/2021.json", filing("2021", R"("executed":"5.00")"));
    shop.file("years/2022.json", filing("2022", R"("executed":"6.00","prior":"5.50")"));
    CHECK(run(shop, "check --lang en --together " + shop.at("years")).status == 1);
}

#endif
