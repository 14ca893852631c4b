// SPDX-License-Identifier: MIT
#include "sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tieout::house;

/// Whether a number of a C++ text is a binary floating-point one. `467.35_wan` is not: its digits go as they
/// stand to the literal operator.
bool is_floating_literal(std::string_view number) {
    if (std::isdigit(static_cast<unsigned char>(number.front())) == 0 && number.front() != '.') return false;
    const auto digits = number.substr(0, number.find('_'));
    if (digits.size() < number.size()) return false;
    const bool hexadecimal = digits.starts_with("0x") || digits.starts_with("0X");
    return digits.find_first_of(hexadecimal ? ".pP" : ".eE") != std::string_view::npos;
}

} // namespace

// "Never a double or float in include/ or src/, not even on the way in" (design, section 3), nor the names of what
// makes or takes one. Comments count too: a number that is only talked about tends to turn up.
TEST_CASE("no binary floating-point type and no compiler's wide integer stands in include/ or src/") {
    const std::set<std::string_view> banned = {
        "double",      "float",  "double_t",   "float_t",   "__int128",  "__int128_t",
        "__uint128_t", "strtod", "strtof",     "strtold",   "stod",      "stof",
        "stold",       "atof",   "get_double", "is_double", "__float128"};
    std::size_t seen = 0;
    for (const auto& file : source_files({"include", "src"})) {
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (const auto word : words_of(lines[i])) {
                ++seen;
                if (banned.contains(word)) FAIL_CHECK(place(file, i), ": ", word);
            }
        }
        const auto code = code_of(file.text);
        const auto code_lines = lines_of(code);
        for (std::size_t i = 0; i < code_lines.size(); ++i) {
            for (const auto word : words_of(code_lines[i])) {
                if (is_floating_literal(word)) FAIL_CHECK(place(file, i), ": ", word);
            }
        }
    }
    CHECK(seen > 0);
}

// Dates come from documents, words from the language that is asked for, and digits from digits.
TEST_CASE("nothing but the program itself asks for the time, the locale, the environment or chance") {
    const std::set<std::string_view> banned = {
        "chrono",  "system_clock", "steady_clock", "localtime",  "gmtime",  "strftime",
        "mktime",  "setlocale",    "locale",       "imbue",      "strcoll", "strcasecmp",
        "isspace", "isblank",      "isalpha",      "isalnum",    "isdigit", "isxdigit",
        "isupper", "islower",      "ispunct",      "tolower",    "toupper", "getenv",
        "rand",    "srand",        "mt19937",      "mt19937_64", "shuffle", "random_device"};
    for (const auto& file : source_files({"include", "src"})) {
        if (file.path.starts_with("src/cli/")) continue;
        const auto code = code_of(file.text);
        const auto lines = lines_of(code);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (const auto word : words_of(lines[i])) {
                if (banned.contains(word)) FAIL_CHECK(place(file, i), ": ", word);
            }
        }
    }
}

// Two types of one name in one namespace become one in the library, and the linker says nothing.
TEST_CASE("no type is defined twice under one name, even where no file sees both") {
    std::map<std::string, std::string> places;
    for (const auto& file : source_files({"include", "src"})) {
        if (!file.path.ends_with(".hpp")) continue;
        std::vector<std::string> around;
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string_view line = lines[i];
            const bool opens = line.starts_with("namespace ") || line.starts_with("inline namespace ");
            if (opens) around.emplace_back(line);
            if (line.starts_with("} // namespace") && !around.empty()) around.pop_back();
            for (const std::string_view word : {"class ", "struct ", "enum class "}) {
                if (!line.starts_with(word) || line.ends_with(";")) continue;
                std::string full;
                for (const std::string& space : around) full += space + ' ';
                full += line.substr(word.size(), std::min(line.find(" {"), line.find(" : ")) - word.size());
                const auto [known, added] = places.emplace(full, place(file, i));
                if (!added) FAIL_CHECK(place(file, i), ": ", full, " is defined at ", known->second, " too");
            }
        }
    }
    CHECK(places.size() > 100);
}

TEST_CASE("every source file starts with the licence line") {
    for (const auto& file : source_files({"include", "src", "tests", "examples", "bench"})) {
        if (!file.text.starts_with("// SPDX-License-Identifier: MIT\n")) FAIL_CHECK(place(file, 0));
    }
}

TEST_CASE("the guard of a public header is its path") {
    for (const auto& file : source_files({"include"})) {
        auto guard = file.path.substr(std::string_view("include/").size());
        std::replace_if(
            guard.begin(), guard.end(), [](char c) { return !is_word_part(c); }, '_');
        std::transform(guard.begin(), guard.end(), guard.begin(),
                       [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
        if (file.text.find("\n#ifndef " + guard + "\n#define " + guard + "\n") == std::string::npos) {
            FAIL_CHECK(place(file, 1), ": the guard should be ", guard);
        }
    }
}

TEST_CASE("the scan of a source sees numbers as the compiler does") {
    CHECK(is_floating_literal("0.5"));
    CHECK(is_floating_literal(".5"));
    CHECK(is_floating_literal("1e3"));
    CHECK(is_floating_literal("1'000.5f"));
    CHECK(is_floating_literal("0x1p3"));
    CHECK_FALSE(is_floating_literal("5"));
    CHECK_FALSE(is_floating_literal("0x1e3"));
    CHECK_FALSE(is_floating_literal("467.35_wan"));
    CHECK_FALSE(is_floating_literal("word"));

    CHECK(words_of("a = 1e-3+b.c;") == std::vector<std::string_view>{"a", "1e-3", "b", "c"});
    CHECK(words_of("x[1'000'000]") == std::vector<std::string_view>{"x", "1'000'000"});
    CHECK(code_of("a; // 0.5\nb") == "a;       \nb");
    CHECK(code_of("a \"0.5\\\"\" b") == "a         b");
    CHECK(code_of("a R\"x(0.5\")x\" b") == "a             b");
    CHECK(code_of("'\"' 1'000") == "    1'000");
    CHECK(code_of("/* 0.5\n */b") == "      \n   b");
}
