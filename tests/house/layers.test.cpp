// SPDX-License-Identifier: MIT
#include "sources.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tieout::house;
using Layers = std::set<std::string, std::less<>>;

const Layers everything = {"base",  "numbers", "relations", "locate", "model", "facts",  "rules",
                           "score", "read",    "write",     "stream", "load",  "testing"};

Layers everything_but(std::string_view left_out) {
    auto rest = everything;
    rest.erase(rest.find(left_out));
    return rest;
}

/// Which layers each layer may include, besides itself.
const std::map<std::string, Layers, std::less<>> may_include = {
    // The engine, which knows nothing of budgets.
    {"base", {}},
    {"numbers", {"base"}},
    {"relations", {"base", "numbers"}},
    {"locate", {"base", "numbers", "relations"}},
    // The domain, which states relations; a filing holds figures and may carry relations of its own.
    {"model", {"base", "numbers", "relations"}},
    {"facts", {"base", "numbers", "relations", "locate", "model"}},
    {"rules", {"base", "numbers", "relations", "locate", "model", "facts"}},
    {"score", {"base", "numbers", "relations", "locate", "model", "rules"}},
    // The edges. Reading never judges (of scores it reads the profiles), and writing never reads.
    {"read", {"base", "numbers", "relations", "model", "facts", "score"}},
    {"write", everything_but("read")},
    // Reads and judges at once, so that neither has to be done in full.
    {"stream", {"base", "numbers", "relations", "locate", "model", "rules", "read"}},
    // What is read and tried before it is used: rules as data, with their examples.
    {"load", {"base", "numbers", "relations", "locate", "model", "facts", "rules", "read"}},
    {"testing", everything},
    // The program.
    {"cli", everything},
};

/// The layer of a file of the project, its directory below include/tieout or src; empty for the few files above
/// all layers, as include/tieout/version.hpp.
std::string_view layer_of(std::string_view path) {
    for (const std::string_view top : {"include/tieout/", "src/"}) {
        if (path.starts_with(top)) {
            path.remove_prefix(top.size());
            const auto slash = path.find('/');
            return slash == path.npos ? std::string_view() : path.substr(0, slash);
        }
    }
    return {};
}

/// The file of the project that an include means, from its root; empty if it is none of the project's.
std::string included_path(const SourceFile& from, const Include& include) {
    if (include.name.starts_with("tieout/")) return "include/" + std::string(include.name);
    if (!include.quoted) return {};
    const auto beside = std::filesystem::path(from.path).parent_path() / include.name;
    if (std::filesystem::exists(project_root() / beside)) return beside.lexically_normal().generic_string();
    return "src/" + std::string(include.name);
}

} // namespace

TEST_CASE("includes keep the direction of the layers") {
    std::size_t seen = 0;
    for (const auto& file : source_files({"include", "src"})) {
        const auto layer = layer_of(file.path);
        if (layer.empty()) continue; // what gathers all of the library may include all of it
        const auto allowed = may_include.find(layer);
        if (allowed == may_include.end()) {
            FAIL_CHECK(file.path, ": the layer ", layer, " is not in the table of this test");
            continue;
        }
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto include = include_of(lines[i]);
            const auto path = included_path(file, include);
            if (path.empty() || path == "include/tieout/version.hpp") continue;
            ++seen;
            const auto other = layer_of(path);
            if (other != layer && !allowed->second.contains(other)) {
                FAIL_CHECK(place(file, i), ": the layer ", layer, " must not include ", include.name);
            }
        }
    }
    CHECK(seen > 0);
}

TEST_CASE("public headers include only the standard library and each other, and one of them fmt") {
    for (const auto& file : source_files({"include"})) {
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto include = include_of(lines[i]);
            if (include.name.empty()) continue;
            const bool standard = include.name.find_first_of("/.") == std::string_view::npos;
            const bool ours = include.name.starts_with("tieout/") ||
                              (include.name.starts_with("fmt/") && file.path == "include/tieout/fmt.hpp");
            // What other projects' tests include builds on their test framework, each header on its own.
            const std::string_view framework = include.name.substr(0, include.name.find('/'));
            const bool testing = file.path == "include/tieout/testing/" + std::string(framework) + ".hpp";
            if (include.quoted || !(standard || ours || testing)) {
                FAIL_CHECK(place(file, i), ": a public header must not include ", include.name);
            }
        }
    }
}

namespace {

/// What a public header includes of the project's, itself and through others.
std::set<std::string> all_included(std::string_view path, const std::map<std::string, std::string>& texts) {
    std::set<std::string> seen;
    std::vector<std::string> open{std::string(path)};
    while (!open.empty()) {
        const std::string next = open.back();
        open.pop_back();
        const auto found = texts.find(next);
        if (found == texts.end() || !seen.insert(next).second) continue;
        for (const auto& line : lines_of(found->second))
            if (const auto include = include_of(line); include.name.starts_with("tieout/"))
                open.push_back("include/" + std::string(include.name));
    }
    return seen;
}

} // namespace

TEST_CASE(
    "the two headers of all that there is leave nothing out, and that of the core has nothing of documents") {
    std::map<std::string, std::string> texts;
    for (const auto& file : source_files({"include"})) texts.emplace(file.path, file.text);
    const auto core = all_included("include/tieout/tieout.hpp", texts);
    const auto documents = all_included("include/tieout/documents.hpp", texts);
    for (const auto& [path, text] : texts) {
        const std::string& name = path; // a binding cannot be captured in C++20 of clang 14
        const auto layer = layer_of(path);
        if (layer == "read" || layer == "stream") CHECK_MESSAGE(!core.contains(name), name);
        // What needs another library, or belongs into tests, is for those who ask for it.
        if (layer != "testing" && path != "include/tieout/fmt.hpp" &&
            path != "include/tieout/numbers/numbers.hpp")
            CHECK_MESSAGE(documents.contains(name), name);
    }
}
