// SPDX-License-Identifier: MIT
// docs/exactness.md names the tests that show what it promises: they are there, under these names.
#include "sources.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace tieout::house;

std::string text_of(std::string_view path) {
    std::ifstream in(project_root() / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The names of the test cases of a file; a name may be written as several literals.
std::set<std::string> test_cases_of(std::string_view code) {
    std::set<std::string> names;
    constexpr std::string_view opening = "TEST_CASE(";
    for (auto at = code.find(opening); at != code.npos; at = code.find(opening, at)) {
        at += opening.size();
        std::string name;
        for (;;) {
            at = code.find_first_not_of(" \n", at);
            if (at == code.npos || code[at] != '"') break;
            const auto end = code.find('"', at + 1);
            name += code.substr(at + 1, end - at - 1);
            at = end + 1;
        }
        names.insert(name);
    }
    return names;
}

/// A paragraph of the page in one line.
std::string joined(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c != '\n' && c != ' ')
            line += c;
        else if (!line.ends_with(' '))
            line += ' ';
    }
    return line;
}

struct Named {
    std::string path;
    std::string test; ///< empty where the whole file is the test
};

/// Every `tests/…` in a text, with the names in quotation marks that follow it.
std::vector<Named> tests_named_in(std::string_view text) {
    std::vector<Named> found;
    std::string path;
    const auto ends = [&] {
        if (!path.empty() && (found.empty() || found.back().path != path)) found.push_back({path, {}});
    };
    for (std::size_t at = 0; (at = text.find_first_of("`\"", at)) != text.npos; ++at) {
        const char mark = text[at];
        const auto end = text.find(mark, at + 1);
        if (end == text.npos) break;
        const std::string quoted(text.substr(at + 1, end - at - 1));
        if (mark == '"' && !path.empty()) {
            found.push_back({path, quoted});
        } else if (mark == '`') {
            ends();
            path = quoted.starts_with("tests/") ? quoted : std::string();
        }
        at = end;
    }
    ends();
    return found;
}

} // namespace

TEST_CASE("every test that docs/exactness.md names is there under that name, and every promise names one") {
    const std::string page = text_of("docs/exactness.md");
    std::map<std::string, std::set<std::string>> cases;
    std::size_t promises = 0;
    std::size_t tests = 0;
    // A promise is a paragraph that begins with its words in bold; what follows it up to the next one shows it.
    constexpr std::string_view opening = "\n\n**";
    for (auto at = page.find(opening); at != page.npos; ++promises) {
        const auto next = page.find(opening, at + opening.size());
        const std::string promise = joined(page.substr(at + 2, next == page.npos ? next : next - at - 2));
        const auto named = tests_named_in(promise);
        CHECK_MESSAGE(!named.empty(), promise.substr(0, 60), " names no test");
        for (const Named& shown : named) {
            const std::string& path = shown.path;
            const std::string& test = shown.test;
            ++tests;
            if (!cases.contains(path)) cases[path] = test_cases_of(text_of(path));
            CHECK_MESSAGE(std::filesystem::is_regular_file(project_root() / path), path);
            if (!test.empty()) CHECK_MESSAGE(cases[path].contains(test), path, " has no such test: ", test);
        }
        at = next;
    }
    CHECK(promises > 15);
    CHECK(tests > 60);
}

TEST_CASE("the names of tests are read from code and page as they are written") {
    CHECK(test_cases_of("TEST_CASE(\"a\") {}\nTEST_CASE(\n    \"b \"\n    \"c\" * doctest::skip()) {}") ==
          std::set<std::string>{"a", "b c"});
    const auto named =
        tests_named_in("`x` and \"y\" - `tests/a`: \"one\", \"two\" - `tests/b`, `tests/c`: \"d\"");
    REQUIRE(named.size() == 4);
    CHECK((named[0].path == "tests/a" && named[0].test == "one"));
    CHECK((named[1].path == "tests/a" && named[1].test == "two"));
    CHECK((named[2].path == "tests/b" && named[2].test.empty()));
    CHECK((named[3].path == "tests/c" && named[3].test == "d"));
}
