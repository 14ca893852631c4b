// SPDX-License-Identifier: MIT
#include "read/formats/formats.hpp"

#include "read/formats/delimited.hpp"
#include "read/formats/html.hpp"
#include "read/formats/mhtml.hpp"
#include "read/office/compound.hpp"
#include "read/office/converted.hpp"
#include "read/office/word.hpp"
#include "read/office/workbook.hpp"
#include "read/pdf/pdf.hpp"

#include <tieout/read/json.hpp>

#include <algorithm>
#include <array>

namespace tieout {

namespace detail {

namespace {

constexpr std::string_view spaces = " \t\r\n";

/// Without a byte order mark and white space.
std::string_view beginning_of(std::string_view text) noexcept {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    return text;
}

bool has_utf16_mark(std::string_view bytes) noexcept {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// ── what is no text ──────────────────────────────────────────────────────────────────────────────────────────────────

using namespace std::string_view_literals;

/// Whether bytes begin so, behind a byte order mark and white space.
bool begins(std::string_view bytes, std::string_view with) noexcept {
    return beginning_of(bytes).starts_with(with);
}

bool is_zip(std::string_view bytes) noexcept { return bytes.starts_with("PK\x03\x04"); }

/// The list of the files of a ZIP file, which stands at its end; all of it where that was cut off. What is packed within the
/// files may be such files too, and is none of its own.
std::string_view directory_of(std::string_view bytes) noexcept {
    constexpr std::size_t length = 22;
    const std::size_t end = bytes.rfind("PK\x05\x06"sv);
    if (end == std::string_view::npos || bytes.size() - end < length) return bytes;
    const auto number = [&](std::size_t at) {
        std::size_t value = 0;
        for (std::size_t i = 4; i-- > 0;)
            value = value << 8U | static_cast<unsigned char>(bytes[end + at + i]);
        return value;
    };
    const std::size_t size = number(12);
    const std::size_t begin = number(16);
    return begin < end && size <= end - begin ? bytes.substr(begin, size) : bytes;
}

/// Whether a ZIP file lists a file of that name.
bool holds(std::string_view bytes, std::string_view name) noexcept {
    return is_zip(bytes) && directory_of(bytes).find(name) != std::string_view::npos;
}

/// Whether the first file of a ZIP file, which is not packed, says that this is its type.
bool is_of_type(std::string_view bytes, std::string_view type) noexcept {
    constexpr std::size_t looked_at = 256;
    return is_zip(bytes) && bytes.substr(0, looked_at).find(type) != std::string_view::npos;
}

template <class... Signatures>
bool begins_with_any(std::string_view bytes, Signatures... signatures) noexcept {
    return (begins(bytes, signatures) || ...);
}

/// An office file with a password is a compound file that holds the package under this name.
bool is_encrypted_office_file(std::string_view bytes) noexcept {
    return compound_holds(bytes, "EncryptedPackage");
}

/// .doc, and .wps of WPS.
bool is_old_word_file(std::string_view bytes) noexcept { return compound_holds(bytes, "WordDocument"); }

/// .xls, also of the time when its stream had another name, and .et of WPS.
bool is_old_workbook(std::string_view bytes) noexcept {
    return compound_holds(bytes, "Workbook") || compound_holds(bytes, "Book");
}

/// What another program turns into what we read.
template <Convertible kind>
Page page_by_conversion(std::string_view bytes, const OpenOptions& opening, std::vector<Problem>& problems) {
    return page_of_converted(conversion_of(kind), bytes, opening, problems);
}

Page page_of_encrypted(std::string_view, const OpenOptions&, std::vector<Problem>& problems) {
    problems.push_back({.kind = Problem::Kind::encrypted});
    return {};
}

bool is_binary(std::string_view bytes) noexcept {
    if (beginning_of(bytes).starts_with('{') || has_utf16_mark(bytes)) return false;
    return bytes.find('\0') != std::string_view::npos;
}

// clang-format off
constexpr std::array list{
    Format{".docx", [](std::string_view bytes) { return holds(bytes, "word/document.xml"); }, nullptr, page_of_word, "docx docm"},
    Format{".xlsx", [](std::string_view bytes) { return holds(bytes, "xl/workbook.xml"); }, nullptr, page_of_workbook, "xlsx xlsm"},
    Format{".xlsb", [](std::string_view bytes) { return holds(bytes, "xl/workbook.bin"); }, nullptr, nullptr, "xlsb"},
    Format{"OFD",   [](std::string_view bytes) { return holds(bytes, "OFD.xml"); }, nullptr, nullptr, "ofd"},
    Format{".odt",  [](std::string_view bytes) { return is_of_type(bytes, "application/vnd.oasis.opendocument.text"); },
           nullptr, page_by_conversion<Convertible::odt>, "odt"},
    Format{".ods",  [](std::string_view bytes) { return is_of_type(bytes, "application/vnd.oasis.opendocument.spreadsheet"); },
           nullptr, page_by_conversion<Convertible::ods>, "ods"},
    Format{"archive", [](std::string_view bytes) {
        return is_zip(bytes) || begins_with_any(bytes, "\x1F\x8B"sv, "7z\xBC\xAF\x27\x1C"sv, "Rar!\x1A\x07"sv); }},
    Format{"PDF",   [](std::string_view bytes) { return begins(bytes, "%PDF-"); }, nullptr,
           [](std::string_view bytes, const OpenOptions&, std::vector<Problem>& problems) { return page_of_pdf(bytes, problems); },
           "pdf"},
    Format{"RTF",   [](std::string_view bytes) { return begins(bytes, "{\\rtf"); }, nullptr,
           page_by_conversion<Convertible::rtf>, "rtf"},
    Format{"encrypted", is_encrypted_office_file, nullptr, page_of_encrypted},
    Format{".doc",  is_old_word_file, nullptr, page_by_conversion<Convertible::doc>, "doc wps"},
    Format{".xls",  is_old_workbook, nullptr, page_by_conversion<Convertible::xls>, "xls et"},
    Format{"old Office file", is_compound_file},
    Format{"MHTML", is_mhtml, nullptr, page_of_mhtml, "mht mhtml"},
    Format{"image", [](std::string_view bytes) {
        return begins_with_any(bytes, "\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv); }},
    Format{"binary data", is_binary},
    Format{"HTML",  looks_like_html, page_of_html, nullptr, "html htm"},
    Format{"CSV",   looks_delimited, page_of_delimited, nullptr, "csv tsv"},
    Format{"text",  [](std::string_view) { return true; }, page_of_text, nullptr, "txt"},
};
// clang-format on

} // namespace

std::span<const Format> formats() noexcept { return list; }

const Format* format_of_bytes(std::string_view bytes) noexcept {
    for (const Format& format : list)
        if (!format.is_text() && format.recognise(bytes)) return &format;
    return nullptr;
}

bool is_document_ending(std::string_view ending) noexcept {
    // Filings are no format of reports: they are told by read_filing().
    constexpr std::string_view of_filings = "json jsonl ndjson";
    const auto lists = [ending](std::string_view endings) {
        for (std::size_t at = 0; at < endings.size();) {
            const std::size_t end = std::min(endings.find(' ', at), endings.size());
            if (endings.substr(at, end - at) == ending) return true;
            at = end + 1;
        }
        return false;
    };
    return lists(of_filings) ||
           std::any_of(list.begin(), list.end(), [&](const Format& format) { return lists(format.endings); });
}

const Format& format_of_text(std::string_view text) noexcept {
    for (const Format& format : list)
        if (format.is_text() && format.recognise(text)) return format;
    return list.back();
}

} // namespace detail

std::string_view foreign_format(std::string_view bytes) noexcept {
    const detail::Format* const format = detail::format_of_bytes(bytes);
    return format == nullptr || format->open != nullptr ? std::string_view() : format->name;
}

namespace {

using detail::beginning_of;
using detail::has_utf16_mark;
using detail::spaces;

bool is_blank(std::string_view text) noexcept {
    return text.find_first_not_of(spaces) == std::string_view::npos;
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

} // namespace

InputKind recognise(std::string_view text) noexcept {
    if (const detail::Format* const format = detail::format_of_bytes(text))
        return format->open == nullptr ? InputKind::unknown : InputKind::report;
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
