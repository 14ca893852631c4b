// SPDX-License-Identifier: MIT
// How reading is built: which step may know of which, that none of them judges, and that what a phrase, a format or a
// synonym is stands in one place.
#include "sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tieout::house;
using Steps = std::set<std::string, std::less<>>;

/// Which folders of src/read/ each of them may include, besides itself.
const std::map<std::string, Steps, std::less<>> may_know = {
    // Blocks with places: what every format becomes, and all that the steps behind it know of the bytes.
    {"document", {"vocabulary"}},
    {"formats", {"document", "vocabulary", "json", "office", "pdf"}},
    // Files that are more than their bytes; programs that help to read them.
    {"programs", {}},
    {"office", {"document", "vocabulary", "formats", "json", "programs"}},
    {"pdf", {"document", "vocabulary", "formats", "programs"}},
    // The language, as data.
    {"vocabulary", {"document"}},
    // Mentions and statements, and how they become a filing.
    {"draft", {"document", "vocabulary"}},
    {"sentences", {"document", "vocabulary", "draft", "tables"}},
    {"tables", {"document", "vocabulary", "draft"}},
    {"json", {}},
};

std::string_view step_of(std::string_view path) {
    constexpr std::string_view top = "src/read/";
    if (!path.starts_with(top)) return {};
    path.remove_prefix(top.size());
    const auto slash = path.find('/');
    return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

/// Files of more than 500 lines, and why. The list only shrinks.
const std::map<std::string_view, std::size_t> long_files = {
    {"src/read/vocabulary/simplified.hpp", 1920}, // one line a character
    {"include/tieout/numbers/decimal.hpp", 760},  // one type, most of it comments
    {"include/tieout/numbers/printed.hpp", 545},  // one grammar of numbers, and its table of words
    {"src/locate/reckoner.cpp", 765},             // one decision, in whole numbers
    {"src/locate/system.cpp", 826},               // one system of rows
    {"src/relations/explain.cpp", 520},           // one sentence for each kind
    {"src/relations/kernel.hpp", 595},            // the two kernels
};

} // namespace

TEST_CASE("the steps of reading know only what stands before them") {
    std::size_t seen = 0;
    for (const auto& file : source_files({"src/read"})) {
        const auto step = step_of(file.path);
        if (step.empty()) continue; // read.cpp joins the steps
        const auto allowed = may_know.find(step);
        if (allowed == may_know.end()) {
            FAIL_CHECK(file.path, ": the step ", step, " is not in the table of this test");
            continue;
        }
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto include = include_of(lines[i]);
            if (!include.quoted || !include.name.starts_with("read/")) continue;
            ++seen;
            const std::string path = "src/" + std::string(include.name);
            const auto other = step_of(path);
            if (!other.empty() && other != step && !allowed->second.contains(other))
                FAIL_CHECK(place(file, i), ": the step ", step, " must not include ", include.name);
        }
    }
    CHECK(seen > 0);
}

// "Reading never judges": whether a reading holds is for the checker alone to say.
TEST_CASE("nothing that reads asks the checker") {
    for (const auto& file : source_files({"src/read"})) {
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto include = include_of(lines[i]);
            if (include.name == "tieout/relations/check.hpp" || include.name.starts_with("tieout/rules/") ||
                include.name.starts_with("tieout/locate/"))
                FAIL_CHECK(place(file, i), ": reading must not include ", include.name);
        }
        const std::string code = code_of(file.text);
        const auto code_lines = lines_of(code);
        for (std::size_t i = 0; i < code_lines.size(); ++i)
            for (const auto word : words_of(code_lines[i]))
                if (word == "check_relation" || word == "check_relations" || word == "Outcome")
                    FAIL_CHECK(place(file, i), ": reading must not judge: ", word);
    }
}

TEST_CASE("no file has more than 500 lines but those whose reason is written down") {
    for (const auto& file : source_files({"include", "src"})) {
        const std::size_t lines = lines_of(file.text).size();
        const auto allowed = long_files.find(file.path);
        if (lines > (allowed == long_files.end() ? 500 : allowed->second))
            FAIL_CHECK(file.path, " has ", lines, " lines");
        if (allowed != long_files.end() && lines <= 500)
            FAIL_CHECK(file.path, " is short now: take it off the list");
    }
}

// A phrase is an entry of the vocabulary: nothing else in reading has patterns of its own.
TEST_CASE("patterns of phrases stand in the vocabulary alone") {
    for (const auto& file : source_files({"src/read"})) {
        if (step_of(file.path) == "vocabulary") continue;
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (include_of(lines[i]).name.starts_with("re2/"))
                FAIL_CHECK(place(file, i), ": only the vocabulary has patterns");
    }
}

TEST_CASE("nothing refers to a document that is not in the project") {
    const std::vector<std::string_view> elsewhere = {"design.md", "house.md",   "domain.md", "style.md",
                                                     "tables.md", "numbers.md", "sources.md"};
    for (const auto& file : source_files({"include", "src"})) {
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (const auto name : elsewhere)
                if (lines[i].find(name) != std::string_view::npos) FAIL_CHECK(place(file, i), ": ", name);
    }
}
