// SPDX-License-Identifier: MIT
#include "sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Two headers that define one name differently compile, link, and then do what the linker chose: which of them, only some
// compilers and levels of optimisation show. No compiler says so.

namespace {

using namespace tieout::house;

/// Where a name is defined, by the name with its namespace.
using Homes = std::map<std::string, std::set<std::string>>;

bool is_of_name(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view word_at(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_of_name);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// The type that a line at the margin begins to define; nothing if it begins none.
std::string_view type_of(std::string_view line) {
    for (const std::string_view word : {"struct ", "class ", "union ", "enum class "})
        if (line.starts_with(word) && line.ends_with('{')) {
            line.remove_prefix(word.size());
            const std::string_view name = word_at(line);
            // What is within a class has its name from there; one that is exported is told apart by its header.
            const bool is_within = line.substr(name.size()).starts_with("::");
            return is_within || line.starts_with("TIEOUT_") ? std::string_view() : name;
        }
    return {};
}

/// The function that a line at the margin begins to define in every unit that includes it; nothing if it begins none.
std::string_view function_of(std::string_view line) {
    constexpr std::string_view nodiscard = "[[nodiscard]] ";
    if (line.starts_with(nodiscard)) line.remove_prefix(nodiscard.size());
    if (!line.starts_with("inline ") && !line.starts_with("constexpr ")) return {};
    const auto open = line.find('(');
    if (open == line.npos || line.substr(0, open).find('=') != line.npos) return {};
    auto begin = open;
    while (begin > 0 && is_of_name(line[begin - 1])) --begin;
    return line.substr(begin, open - begin);
}

/// The name of the namespace that a line opens, "" for one without; nothing for any other line.
const std::string* opened(std::string_view line, std::string& name) {
    constexpr std::string_view unmarked = "inline ";
    constexpr std::string_view word = "namespace ";
    if (line.starts_with(unmarked)) line.remove_prefix(unmarked.size());
    if (!line.starts_with(word) || !line.ends_with('{')) return nullptr;
    line.remove_prefix(word.size());
    name = line.substr(0, line.find_first_of(" {"));
    return &name;
}

void take_names(const SourceFile& file, Homes& homes) {
    std::vector<std::string> spaces;
    const bool is_header = file.path.ends_with(".hpp");
    std::string opens;
    for (const std::string_view line : lines_of(file.text)) {
        if (opened(line, opens) != nullptr) {
            spaces.push_back(opens);
        } else if (line.starts_with("} // namespace")) {
            REQUIRE_MESSAGE(!spaces.empty(), file.path);
            spaces.pop_back();
        } else if (!spaces.empty() && std::find(spaces.begin(), spaces.end(), "") == spaces.end()) {
            std::string_view name = type_of(line);
            // Functions of the public API are overloaded across its headers, and their types tell them apart.
            if (name.empty() && is_header && file.path.starts_with("src/")) name = function_of(line);
            if (name.empty()) continue;
            std::string full;
            for (const std::string& space : spaces) full += space + "::";
            homes[full.append(name)].insert(file.path);
        }
    }
}

} // namespace

TEST_CASE("no two files define a type, or an internal inline function, of one name in one namespace") {
    Homes homes;
    for (const SourceFile& file : source_files({"include", "src"})) take_names(file, homes);
    CHECK(homes.size() > 300);
    for (const auto& home : homes) {
        std::string all;
        for (const std::string& file : home.second) all += ' ' + file;
        CHECK_MESSAGE(home.second.size() == 1, home.first, " is defined in", all);
    }
}

TEST_CASE("names are read from definitions in a namespace, not from declarations or what is unnamed") {
    Homes homes;
    take_names(
        {"src/a.hpp",
         "namespace a {\nnamespace {\nstruct Hidden {\n};\n} // namespace\nstruct A : B {\n};\n"
         "struct Named;\nstruct A::Inner {\n[[nodiscard]] constexpr int twice(int a) {\nclass C final {\n"
         "inline int value = f(3);\nint declared(int a);\n} // namespace a\n"},
        homes);
    take_names(
        {"src/b.cpp", "namespace a {\ninline int local(int a) {\nenum class E : int {\n} // namespace a\n"},
        homes);
    std::vector<std::string> names;
    for (const auto& each : homes) names.push_back(each.first);
    CHECK(names == std::vector<std::string>{"a::A", "a::C", "a::E", "a::twice"});
}
