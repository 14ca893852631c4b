// SPDX-License-Identifier: MIT
#include "write/display.hpp"

#include "write/characters.hpp"

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace tieout::detail {

namespace {

/// Characters that are known without a look at the tables of Unicode: those between the controls of ASCII, and the
/// ideographs, which nearly all of a document is made of.
constexpr bool is_printable_ascii(char32_t c) { return c >= 0x20 && c < 0x7F; }
constexpr bool is_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FA5; }

std::size_t width_of(char32_t c) {
    if (is_printable_ascii(c)) return 1;
    if (is_ideograph(c)) return 2;
    return is_in(wide_characters, c) ? 2 : is_in(narrowest_characters, c) ? 0 : 1;
}

/// Controls, and marks that change the direction of what stands around them.
constexpr bool steers(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// What is shown for a character that steers.
std::string_view picture_of(char32_t c) {
    // U+2400 and on have a picture of each: ␛ for the escape.
    static constexpr char pictures[] = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟";
    constexpr std::size_t bytes = 3;
    static_assert(sizeof(pictures) == 0x20 * bytes + 1);
    if (c < 0x20) return {pictures + bytes * c, bytes};
    return c == 0x7F ? "␡" : "\uFFFD";
}

/// What neither takes room nor means anything by itself.
bool is_invisible(char32_t c) {
    return !is_printable_ascii(c) && !is_ideograph(c) && is_in(invisible_characters, c);
}

/// Bytes of a character that is printable ASCII, or an ideograph, by its bytes alone; 0 of any other.
std::size_t usual_character_at(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (is_printable_ascii(byte(0))) return 1;
    // From U+5000 to U+8FFF no look at the other bytes is needed but that they continue it.
    const bool ideograph = byte(0) >= 0xE5 && byte(0) <= 0xE8 && text.size() - at >= 3 &&
                           continues_utf8(text[at + 1]) && continues_utf8(text[at + 2]);
    return ideograph ? 3 : 0;
}

constexpr bool is_one_of(char32_t c, std::u32string_view marks) {
    return marks.find(c) != std::u32string_view::npos;
}
constexpr bool closes(char32_t c) { return is_one_of(c, U",.;:!?)]}%，。；：、！？）】》〉」』”’％…"); }
constexpr bool opens(char32_t c) { return is_one_of(c, U"([{（【《〈「『“‘"); }

} // namespace

std::size_t columns(std::string_view text) {
    std::size_t total = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t length = usual_character_at(text, at); length != 0) {
            total += length == 1 ? 1 : 2;
            at += length;
            continue;
        }
        const CodePoint c = decode_utf8(text, at);
        total += c.length == 0 ? 1 : width_of(c.value);
        at += c.length == 0 ? 1 : c.length;
    }
    return total;
}

std::string clean(std::string_view text) {
    // Nearly all texts are clean: not one space more than between two words.
    std::size_t clean_to = 0;
    while (clean_to < text.size()) {
        const std::size_t length = usual_character_at(text, clean_to);
        const bool before_word = text[clean_to] != ' ' ||
                                 (clean_to > 0 && clean_to + 1 < text.size() && text[clean_to + 1] != ' ');
        if (length == 0 || !before_word) break;
        clean_to += length;
    }
    if (clean_to == text.size()) return std::string(text);
    std::string result;
    result.reserve(text.size());
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        const std::size_t length = c.length == 0 ? 1 : c.length;
        if (c.length != 0 && is_space(c.value)) {
            space = !result.empty();
        } else if (c.length == 0 || steers(c.value) || !is_invisible(c.value)) {
            if (space) result += ' ';
            space = false;
            result += c.length == 0     ? std::string_view("\uFFFD")
                      : steers(c.value) ? picture_of(c.value)
                                        : text.substr(at, length);
        }
        at += length;
    }
    return result;
}

std::string harmless(std::string_view lines) {
    std::string result;
    result.reserve(lines.size());
    for (std::size_t at = 0; at < lines.size();) {
        const CodePoint c = decode_utf8(lines, at);
        const std::size_t length = c.length == 0 ? 1 : c.length;
        if (c.length == 0)
            result += "\uFFFD";
        else if (c.value != U'\n' && steers(c.value))
            result += picture_of(c.value);
        else
            result += lines.substr(at, length);
        at += length;
    }
    return result;
}

namespace {

/// Whether eight bytes are ASCII that JSON holds as it is; false also for some that are, but never where one is not.
bool eight_stand_in_json(const char* at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof(bytes));
    constexpr std::uint64_t each = 0x0101010101010101U;
    // The upper bit of a byte is set here if it is less than `bound`, of bytes that are ASCII.
    const auto less = [&](std::uint64_t value, std::uint64_t bound) { return value - each * bound; };
    const auto is = [&](std::uint64_t c) { return less(bytes ^ each * c, 1); };
    return ((bytes | less(bytes, 0x20) | is('"') | is('\\') | is(0x7F)) & each * 0x80) == 0;
}

/// Bytes of a character of three bytes that JSON holds as it is, as nearly all of Chinese text are; 0 of others, and of
/// those that may steer or be half of a pair.
std::size_t plain_character_at(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const bool plain = byte(0) >= 0xE3 && byte(0) <= 0xEF && byte(0) != 0xED && text.size() - at >= 3 &&
                       (byte(1) & 0xC0U) == 0x80 && (byte(2) & 0xC0U) == 0x80;
    return plain ? 3 : 0;
}

} // namespace

bool stands_in_json(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        if (text.size() - at >= 8 && eight_stand_in_json(text.data() + at)) {
            at += 8;
            continue;
        }
        if (const std::size_t length = plain_character_at(text, at); length != 0) {
            at += length;
            continue;
        }
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0 || steers(c.value) || c.value == U'"' || c.value == U'\\') return false;
        at += c.length;
    }
    return true;
}

std::string escaped_in_json(std::string json) {
    // All that is escaped begins with one of these bytes, and most text holds none of them.
    constexpr std::string_view first_bytes = "\x7F\xC2\xD8\xE2";
    std::size_t done = json.find_first_of(first_bytes);
    if (done == json.npos) return json;
    std::string result(json, 0, done);
    while (done < json.size()) {
        const CodePoint c = decode_utf8(json, done);
        const std::size_t length = c.length == 0 ? 1 : c.length;
        if (c.length != 0 && steers(c.value)) {
            constexpr std::string_view hexadecimal = "0123456789abcdef";
            result += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4) result += hexadecimal[c.value >> shift & 0xFU];
        } else {
            result.append(json, done, length);
        }
        done += length;
        const std::size_t next = std::min(json.find_first_of(first_bytes, done), json.size());
        result.append(json, done, next - done);
        done = next;
    }
    return result;
}

std::string padded_right(std::string_view text, std::size_t width) {
    std::string result(text);
    const std::size_t taken = columns(text);
    if (taken < width) result.append(width - taken, ' ');
    return result;
}

std::string padded_left(std::string_view text, std::size_t width) {
    const std::size_t taken = columns(text);
    std::string result(taken < width ? width - taken : 0, ' ');
    result += text;
    return result;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (columns(text) <= width) return std::string(text);
    std::size_t at = 0;
    for (std::size_t taken = 1; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        taken += c.length == 0 ? 1 : width_of(c.value);
        if (taken > width) break;
        at += c.length == 0 ? 1 : c.length;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t line = 0;   // byte at which the line begins
    std::size_t taken = 0;  // columns of the line up to `at`
    std::size_t cut = 0;    // byte at which the line could end; `line` if nowhere yet
    std::size_t behind = 0; // columns of the line up to `cut`
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        const std::size_t length = c.length == 0 ? 1 : c.length;
        const std::size_t wide = c.length == 0 ? 1 : width_of(c.value);
        const bool between_words = before == U' ' && c.value != U' ';
        const bool beside_wide = before != 0 && (wide == 2 || width_of(before) == 2) && c.value != U' ';
        if (at > line && (between_words || beside_wide) && !closes(c.value) && !opens(before)) {
            cut = at;
            behind = taken;
        }
        // A space may stand beyond the edge: it is not printed there.
        if (width != 0 && taken + wide > width && cut > line && c.value != U' ') {
            std::string_view done = text.substr(line, cut - line);
            while (done.ends_with(' ')) done.remove_suffix(1);
            lines.emplace_back(done);
            taken -= behind;
            line = cut;
        }
        taken += wide;
        before = c.length == 0 ? U'?' : c.value;
        at += length;
    }
    if (line < text.size() || lines.empty()) lines.emplace_back(text.substr(line));
    return lines;
}

} // namespace tieout::detail
