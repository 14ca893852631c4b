// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_FORMATS_HPP
#define TIEOUT_SRC_READ_FORMATS_FORMATS_HPP

// The one list of the formats of documents. A new one is one entry in formats.cpp and a file that makes a Page of it; where
// it cannot be read, what makes a text of it stands under its name in write/problem.cpp.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tieout/base/problem.hpp>

#include "read/document/document.hpp"

namespace tieout::detail {

/// How a file that is no text is to be opened.
struct OpenOptions {
    /// Whether rows, columns and sheets that a workbook hides are read.
    bool hidden = true;
};

struct Format {
    /// As Problem::seen has it: "PDF", ".docx", "HTML", "text".
    std::string_view name;
    /// Whether this is what the content is, of all that stand behind it in the list: the bytes of the file where they are
    /// no text, else its text in UTF-8.
    bool (*recognise)(std::string_view content);
    /// Makes a page of its text; nothing where the format is no text.
    Page (*read)(std::string text) = nullptr;
    /// Makes a page of its bytes where they are no text; nothing where that is not done. What could not be read of it, or
    /// how it was read, is added to the problems, with its part and without the name of the file.  Fails: never.
    Page (*open)(std::string_view bytes, const OpenOptions& opening,
                 std::vector<Problem>& problems) = nullptr;
    /// How names of such files end, in small letters, apart by spaces: by these the documents of a folder are known.
    std::string_view endings{};

    [[nodiscard]] bool is_text() const noexcept { return read != nullptr; }
};

/// In the order in which they are asked.
[[nodiscard]] std::span<const Format> formats() noexcept;

/// The format of bytes that are no text; nothing if they may be text.
[[nodiscard]] const Format* format_of_bytes(std::string_view bytes) noexcept;

/// Whether a name with this ending, in small letters and without the point, is that of a document.
[[nodiscard]] bool is_document_ending(std::string_view ending) noexcept;

/// The format of a text, which always has one.
[[nodiscard]] const Format& format_of_text(std::string_view text) noexcept;

} // namespace tieout::detail

#endif
