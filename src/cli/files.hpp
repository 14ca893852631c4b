// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_FILES_HPP
#define TIEOUT_CLI_FILES_HPP

// The files that a command line means: a folder stands for the documents in it, and @list for what the lines of a file name.

#include <tieout/base/problem.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::cli {

struct NamedFiles {
    /// In the order given; those of a folder in the order of their names.
    std::vector<std::string> files{};
    /// Lists that cannot be read, and folders without documents.
    std::vector<Problem> problems{};
    /// Files of folders that are no documents by their endings.
    std::size_t left_out = 0;
    /// Whether a folder or a list was named.
    bool expanded = false;
};

/// A name that begins with @ is a list if there is such a file. Names in a list may be folders, and no lists.
[[nodiscard]] NamedFiles files_named(const std::vector<std::string>& arguments);

/// Whether a file of a folder is a document, by the ending of its name: .docx, .xlsx, .pdf, .html, .txt, … What begins with a
/// point or ~$ is hidden, or what office programs leave behind while they work.
[[nodiscard]] bool is_document_name(std::string_view name);

} // namespace tieout::cli

#endif
