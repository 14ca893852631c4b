// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include "read/formats/formats.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace tieout::cli {

namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& name) {
    std::error_code error;
    return fs::is_directory(name, error) && !error;
}

/// What links point to is not walked through: they may go in a circle.
void add_folder(const std::string& folder, NamedFiles& to) {
    std::error_code error;
    std::vector<std::string> found;
    std::size_t others = 0;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code unknown;
        if (!at->is_regular_file(unknown) || unknown) continue;
        if (is_document_name(at->path().filename().string()))
            found.push_back(at->path().string());
        else
            ++others;
    }
    if (error)
        to.problems.push_back(
            {.kind = Problem::Kind::unreadable_file, .source = folder, .seen = error.message()});
    else if (found.empty())
        to.problems.push_back({.kind = Problem::Kind::wrong_type,
                               .source = folder,
                               .expected = "filing or report",
                               .seen = "folder without documents"});
    std::sort(found.begin(), found.end());
    std::move(found.begin(), found.end(), std::back_inserter(to.files));
    to.left_out += others;
    to.expanded = true;
}

void add(const std::string& name, NamedFiles& to) {
    if (is_folder(name))
        add_folder(name, to);
    else
        to.files.push_back(name);
}

void add_list(const std::string& name, NamedFiles& to) {
    std::ifstream list(name);
    for (std::string line; std::getline(list, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty()) add(line, to);
    }
    if (list.bad() || !list.eof())
        to.problems.push_back({.kind = Problem::Kind::unreadable_file, .source = name});
    to.expanded = true;
}

} // namespace

bool is_document_name(std::string_view name) {
    if (name.starts_with('.') || name.starts_with("~$")) return false;
    const std::size_t point = name.rfind('.');
    if (point == name.npos) return false;
    std::string ending(name.substr(point + 1));
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return detail::is_document_ending(ending);
}

NamedFiles files_named(const std::vector<std::string>& arguments) {
    NamedFiles named;
    for (const std::string& argument : arguments) {
        std::error_code error;
        if (argument.starts_with('@') && fs::is_regular_file(argument.substr(1), error) && !error)
            add_list(argument.substr(1), named);
        else
            add(argument, named);
    }
    return named;
}

} // namespace tieout::cli
