// SPDX-License-Identifier: MIT
// What is said of a document depends on the document alone.
#include "../write/golden.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/filing.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/text.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <clocale>
#include <filesystem>
#include <locale>
#include <string>
#include <vector>

using namespace tieout;

namespace {

/// A decimal comma, and groups of two digits that points part.
struct Unusual : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\2"; }
};

/// Everything that the library says of everything that the examples hold.
std::string everything() {
    std::string all;
    for (const std::string directory : {"examples/filings", "examples/reports"}) {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(test::project_path(directory)))
            if (entry.is_regular_file()) names.push_back(directory + "/" + entry.path().filename().string());
        std::sort(names.begin(), names.end());
        for (const std::string& name : names) {
            const std::string text = test::file_text(test::project_path(name));
            const Document document =
                recognise(text) == InputKind::filing ? read_filing(text, name) : read_report(text, name);
            if (!document.filing) continue;
            const Report report = check(*document.filing);
            const Names named(report);
            const DocumentInfo source{name, document.input_sha256};
            all += filing_json_line(*document.filing);
            for (const Language language : {Language::zh, Language::en}) {
                all += report_json(source, report, named, document.problems, language);
                all += report_text(source, report, named, {.language = language});
            }
        }
    }
    return all;
}

} // namespace

TEST_CASE("the same documents give the same bytes again, in another locale and in other memory") {
    const std::string first = everything();
    CHECK(first.size() > 100'000);
    // What was allocated and kept in between lies elsewhere the second time.
    std::vector<std::string> kept;
    for (std::size_t i = 1; i < 2'000; ++i) kept.emplace_back(i * 7 % 500 + 32, 'x');
    CHECK((everything() == first));

    const std::string c_before = std::setlocale(LC_ALL, nullptr);
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Unusual));
    for (const char* name : {"de_DE.UTF-8", "tr_TR.ISO-8859-9", "zh_CN.GB18030", "C.UTF-8"})
        if (std::setlocale(LC_ALL, name) != nullptr) break;
    const std::string unusual = everything();
    std::locale::global(before);
    std::setlocale(LC_ALL, c_before.c_str());
    CHECK((unusual == first));
}
