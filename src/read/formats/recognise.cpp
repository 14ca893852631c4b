// SPDX-License-Identifier: MIT
#include <tieout/read/json.hpp>

#include <algorithm>
#include <array>

namespace tieout {

namespace {

constexpr std::string_view spaces = " \t\r\n";

bool is_blank(std::string_view text) noexcept {
    return text.find_first_not_of(spaces) == std::string_view::npos;
}

/// Without a byte order mark and white space.
std::string_view beginning_of(std::string_view text) noexcept {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    return text;
}

bool has_utf16_mark(std::string_view bytes) noexcept {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// Whether a text in UTF-16, behind its mark, begins as JSON does.
bool utf16_begins_object(std::string_view bytes) noexcept {
    const std::size_t low = bytes.starts_with("\xFF\xFE") ? 0 : 1;
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        const char character = bytes[at + 1 - low] == '\0' ? bytes[at + low] : 'x';
        if (spaces.find(character) == std::string_view::npos) return character == '{';
    }
    return false;
}

/// The byte after the object that begins the text; nothing if it does not end.
std::size_t end_of_object(std::string_view text) noexcept {
    std::size_t depth = 0;
    bool inside_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inside_string) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inside_string = false;
        } else if (c == '"') {
            inside_string = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

/// Whether a line after the first begins a filing of its own.
bool later_line_begins_filing(std::string_view text) noexcept {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        std::string_view line = text.substr(at + 1);
        if (!line.starts_with('{')) continue;
        line.remove_prefix(std::min(line.find_first_not_of(" \t", 1), line.size()));
        if (line.starts_with("\"filing\"")) return true;
    }
    return false;
}

/// What begins a file that is no text, and what such a file is.
struct Signature {
    std::string_view bytes;
    std::string_view format;
};
using namespace std::string_view_literals;
constexpr std::array signatures{
    Signature{"%PDF-"sv, "PDF"sv},
    Signature{"{\\rtf"sv, "RTF"sv},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "old Office file"sv},
    Signature{"\x89PNG\r\n"sv, "image"sv},
    Signature{"\xFF\xD8\xFF"sv, "image"sv},
    Signature{"GIF8"sv, "image"sv},
    Signature{"II*\0"sv, "image"sv},
    Signature{"MM\0*"sv, "image"sv},
    Signature{"\x1F\x8B"sv, "archive"sv},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "archive"sv},
    Signature{"Rar!\x1A\x07"sv, "archive"sv},
};
/// Names of files in a ZIP file that tell what it holds.
constexpr std::array zip_entries{
    Signature{"word/document.xml"sv, ".docx"sv},
    Signature{"xl/workbook.xml"sv, ".xlsx"sv},
    Signature{"OFD.xml"sv, "OFD"sv},
    Signature{"application/vnd.oasis.opendocument.text"sv, ".odt"sv},
    Signature{"application/vnd.oasis.opendocument.spreadsheet"sv, ".ods"sv},
};

} // namespace

std::string_view foreign_format(std::string_view bytes) noexcept {
    if (bytes.starts_with("PK\x03\x04")) {
        for (const Signature& entry : zip_entries)
            if (bytes.find(entry.bytes) != std::string_view::npos) return entry.format;
        return "archive";
    }
    const std::string_view text = beginning_of(bytes);
    for (const Signature& signature : signatures)
        if (text.starts_with(signature.bytes)) return signature.format;
    if (text.starts_with('{') || has_utf16_mark(bytes)) return {};
    return bytes.find('\0') == std::string_view::npos ? std::string_view() : "binary data";
}

InputKind recognise(std::string_view text) noexcept {
    if (!foreign_format(text).empty()) return InputKind::unknown;
    // A filing is UTF-8 and nothing else; who reads it will say so.
    if (has_utf16_mark(text)) return utf16_begins_object(text) ? InputKind::filing : InputKind::report;
    text = beginning_of(text);
    if (text.empty()) return InputKind::unknown;
    // A list of filings is none, which who reads it will say.
    if (text.starts_with('[') && beginning_of(text.substr(1)).starts_with('{')) return InputKind::filing;
    if (!text.starts_with('{'))
        return later_line_begins_filing(text) ? InputKind::filings : InputKind::report;
    const std::size_t end = end_of_object(text);
    if (end == std::string_view::npos) {
        return later_line_begins_filing(text) ? InputKind::filings : InputKind::filing;
    }
    const std::string_view rest = text.substr(end);
    if (is_blank(rest)) return InputKind::filing;
    // One line, one object: whatever else stands on the next line is the next document, if only a bad one.
    const bool one_line = text.substr(0, end).find('\n') == std::string_view::npos;
    const bool rest_below = is_blank(rest.substr(0, rest.find('\n')));
    if ((one_line && rest_below) || later_line_begins_filing(text)) return InputKind::filings;
    return InputKind::filing;
}

} // namespace tieout
