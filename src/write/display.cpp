// SPDX-License-Identifier: MIT
#include "write/display.hpp"

#include <tieout/base/utf8.hpp>

#include <utf8proc.h>

namespace tieout::detail {

namespace {

std::size_t width_of(char32_t c) {
    const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    return width > 0 ? static_cast<std::size_t>(width) : 0;
}

bool is_control(char32_t c) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
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
        const CodePoint c = decode_utf8(text, at);
        total += c.length == 0 ? 1 : width_of(c.value);
        at += c.length == 0 ? 1 : c.length;
    }
    return total;
}

std::string clean(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        const std::size_t length = c.length == 0 ? 1 : c.length;
        if (c.length != 0 && is_space(c.value)) {
            space = !result.empty();
        } else if (c.length == 0 || !is_control(c.value)) {
            if (space) result += ' ';
            space = false;
            result += c.length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(at, length);
        }
        at += length;
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
