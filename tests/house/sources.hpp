// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_HOUSE_SOURCES_HPP
#define TIEOUT_TESTS_HOUSE_SOURCES_HPP

// The project's own sources as text, for tests of what no compiler looks at: which file includes which, and
// words that must not occur.

#include <cctype>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::house {

/// One file of the project.
struct SourceFile {
    std::string path; // from the root of the project, as in "include/tieout/numbers/decimal.hpp"
    std::string text;
};

inline std::filesystem::path project_root() { return TIEOUT_SOURCE_DIR; }

/// Every C++ file under the given directories of the project, in the order of their paths.
inline std::vector<SourceFile> source_files(std::initializer_list<std::string_view> directories) {
    std::set<std::filesystem::path> paths;
    for (const auto directory : directories) {
        const auto top = project_root() / directory;
        if (!std::filesystem::exists(top)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
            const auto extension = entry.path().extension();
            if (extension == ".hpp" || extension == ".cpp" || extension == ".h") paths.insert(entry.path());
        }
    }
    std::vector<SourceFile> files;
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        files.push_back({path.lexically_relative(project_root()).generic_string(),
                         {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
    }
    return files;
}

/// The lines of a text without their line ends; line n of the file is element n − 1.
inline std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return lines;
}

/// Where something is, as compilers print it: "path:line".
inline std::string place(const SourceFile& file, std::size_t line_index) {
    return file.path + ":" + std::to_string(line_index + 1);
}

/// What a line includes: the name between <> or "", or nothing. `quoted` says which of the two.
struct Include {
    std::string_view name;
    bool quoted = false;
};

inline Include include_of(std::string_view line) {
    const auto skip_spaces = [&] {
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    };
    skip_spaces();
    if (!line.starts_with('#')) return {};
    line.remove_prefix(1);
    skip_spaces();
    if (!line.starts_with("include")) return {};
    line.remove_prefix(7);
    skip_spaces();
    if (line.empty() || (line.front() != '<' && line.front() != '"')) return {};
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    return {line.substr(0, line.find(quoted ? '"' : '>')), quoted};
}

inline bool is_word_part(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The words and numbers of a text in their order: maximal runs of letters, digits and underscores; one that
/// starts with a digit is a number as the preprocessor sees it, with its points, separators and signs.
inline std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < text.size();) {
        const auto digit_at = [&](std::size_t at) {
            return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
        };
        const auto start = i;
        if (digit_at(i) || (text[i] == '.' && digit_at(i + 1))) {
            const auto goes_on = [&] {
                if (i == text.size()) return false;
                if (text[i] == '+' || text[i] == '-') {
                    return i > start && std::string_view("eEpP").find(text[i - 1]) != std::string_view::npos;
                }
                return is_word_part(text[i]) || text[i] == '.' ||
                       (text[i] == '\'' && i + 1 < text.size() && is_word_part(text[i + 1]));
            };
            while (goes_on()) ++i;
            words.push_back(text.substr(start, i - start));
        } else if (is_word_part(text[i])) {
            while (i < text.size() && is_word_part(text[i])) ++i;
            words.push_back(text.substr(start, i - start));
        } else {
            ++i;
        }
    }
    return words;
}

/// A C++ text with its comments, strings and characters blanked out, every line still where it was.
inline std::string code_of(std::string_view text) {
    std::string code(text);
    const auto blank = [&](std::size_t from, std::size_t to) {
        for (auto i = from; i < to && i < code.size(); ++i) {
            if (code[i] != '\n') code[i] = ' ';
        }
    };
    const auto past = [&](std::string_view end, std::size_t from) {
        const auto found = text.find(end, from);
        return found == text.npos ? text.size() : found + end.size();
    };
    for (std::size_t i = 0; i < text.size();) {
        auto end = i + 1;
        const bool inside_word = i > 0 && is_word_part(text[i - 1]);
        if (text.substr(i).starts_with("//")) {
            end = past("\n", i);
            blank(i, end);
        } else if (text.substr(i).starts_with("/*")) {
            end = past("*/", i + 2);
            blank(i, end);
        } else if (text.substr(i).starts_with("R\"") && !inside_word) {
            const auto delimiter = text.substr(i + 2, text.find('(', i) - (i + 2));
            end = past(")" + std::string(delimiter) + "\"", i);
            blank(i, end);
        } else if (text[i] == '"' || (text[i] == '\'' && !inside_word)) {
            while (end < text.size() && text[end] != text[i] && text[end] != '\n')
                end += text[end] == '\\' ? 2 : 1;
            ++end;
            blank(i, end);
        }
        i = end;
    }
    return code;
}

} // namespace tieout::house

#endif
