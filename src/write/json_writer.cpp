// SPDX-License-Identifier: MIT
#include "write/json_writer.hpp"

#include "write/display.hpp"

#include <tieout/base/cell.hpp>
#include <tieout/base/file_part.hpp>
#include <tieout/base/utf8.hpp>
#include <tieout/write/problem.hpp>

namespace tieout::detail {

namespace {

/// How many bytes of what is not UTF-8 one U+FFFD stands for: as far as they could still have become a character (Unicode
/// 3.9, "maximal subpart").
std::size_t length_of_broken(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0xC2 || lead > 0xF4) return 1;
    const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < low || byte(1) > high) return 1;
    return lead >= 0xF0 && byte(2) >= 0x80 && byte(2) <= 0xBF ? 3 : 2;
}

/// A text with all its escapes, in quotation marks.
std::string escaped(std::string_view text) {
    std::string json = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0) {
            // What is not UTF-8 in the input never reaches the output.
            json += "\uFFFD";
            at += length_of_broken(text, at);
            continue;
        }
        constexpr std::string_view short_escapes = "b\bf\fn\nr\rt\t\"\"\\\\";
        bool done = false;
        for (std::size_t i = 0; i < short_escapes.size() && !done; i += 2) {
            if (c.value != static_cast<unsigned char>(short_escapes[i + 1])) continue;
            json += '\\';
            json += short_escapes[i];
            done = true;
        }
        if (!done && c.value < 0x20) {
            constexpr std::string_view hexadecimal = "0123456789abcdef";
            json += "\\u00";
            json += hexadecimal[c.value >> 4U];
            json += hexadecimal[c.value & 0xFU];
            done = true;
        }
        if (!done) json += text.substr(at, c.length);
        at += c.length;
    }
    json += '"';
    return escaped_in_json(std::move(json));
}

} // namespace

void JsonWriter::quoted(std::string_view text) {
    if (!stands_in_json(text)) {
        text_ += escaped(text);
        return;
    }
    const std::size_t at = text_.size();
    text_.resize(at + text.size() + 2, '"');
    text.copy(text_.data() + at + 1, text.size());
}

void write_head(JsonWriter& json, const DocumentInfo& document) {
    json.member("source", document.source);
    json.member_if_any("input_sha256", document.input_sha256);
}

void write_problems(JsonWriter& json, std::span<const Problem> problems, Language language) {
    json.list([&] {
        for (const Problem& problem : problems)
            json.object([&] {
                json.member("place", problem_place(problem, language));
                if (const FilePartKind* const kind = kind_of(problem.part)) {
                    if (problem.sheet.empty())
                        json.member(kind->key, problem.part.number());
                    else
                        json.member(kind->key, problem.sheet);
                }
                json.member_if_any("cell", cell_name(problem.cell));
                json.member("message", problem_message(problem, language));
            });
    });
}

} // namespace tieout::detail
