// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_WRITE_GOLDEN_HPP
#define TIEOUT_TESTS_WRITE_GOLDEN_HPP

// Files of tests/cases and the filings in them, for tests that compare whole documents.

#include <tieout/read/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tieout::test {

inline std::filesystem::path project_path(std::string_view name) {
    return std::filesystem::path(TIEOUT_SOURCE_DIR) / name;
}

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("no such file: " + path.string());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Whether expected output is to be written instead of compared (`./dev docs`); what then changes is reviewed as a diff.
inline bool refreshes() { return std::getenv("TIEOUT_WRITE_PAGES") != nullptr; }
inline void refresh(std::string_view name, std::string_view text) {
    std::ofstream(project_path(name), std::ios::binary) << text;
}

/// A document of the project, under its name from the root of the project.
inline Document project_document(std::string_view name) {
    return read_filing(file_text(project_path(name)), name);
}

/// A filing given in the test itself, which must be without problems.
inline Filing filing_of(std::string_view json) {
    Document document = read_filing(json, "test");
    if (!document.filing || !document.problems.empty()) throw std::runtime_error("a bad filing in a test");
    return std::move(*document.filing);
}

} // namespace tieout::test

#endif
