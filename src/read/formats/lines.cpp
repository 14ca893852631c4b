// SPDX-License-Identifier: MIT
#include "read/formats/lines.hpp"

#include <tieout/base/utf8.hpp>

#include <utility>

namespace tieout::detail {

namespace {

constexpr bool is_sentence_mark(char32_t c) noexcept {
    switch (c) {
    case U'。':
    case U'；':
    case U'！':
    case U'？':
    case U'，':
    case U'：':
        return true;
    default:
        return false;
    }
}

constexpr bool is_ideograph(char32_t c) noexcept { return c >= 0x3400 && c <= 0x9FFF; }
constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }

/// Whether three digits stand there, and no fourth: what a comma behind a digit has grouped, 3，606.
bool is_group(std::string_view source, std::uint32_t at, std::uint32_t end, const char16_t* plane) {
    std::uint32_t digits = 0;
    constexpr std::uint32_t grouped = 3;
    while (at < end && digits <= grouped) {
        const CodePoint c = decode_utf8(source, at);
        if (c.length == 0 || c.value >= 0x10000 || !is_digit(plane[c.value])) break;
        at += c.length;
        ++digits;
    }
    return digits == grouped;
}

/// The character at a byte, if it is one of three bytes among which are the ideographs; 0 if not.
std::size_t ideograph_at(std::string_view source, std::size_t at, std::size_t end) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(source[at + i]); };
    if (byte(0) < 0xE3 || byte(0) > 0xE9 || end - at < 3 || (byte(1) & 0xC0U) != 0x80U ||
        (byte(2) & 0xC0U) != 0x80U)
        return 0;
    return static_cast<std::size_t>((byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU));
}

Line measured(std::string_view source, Span whole, const char16_t* plane) {
    Line line;
    line.whole = whole;
    line.text = {whole.begin, whole.begin};
    std::uint32_t column = 0;
    std::uint32_t gap = 0;
    std::uint32_t tabs = 0;
    bool last_is_ideograph = false;
    for (std::uint32_t at = whole.begin; at < whole.end;) {
        // Ideographs, which are nearly all of a report, by the shortest way.
        if (const std::size_t ideograph =
                line.characters == 0 || gap > 0 ? 0 : ideograph_at(source, at, whole.end);
            ideograph != 0 && is_ideograph(char32_t{plane[ideograph]})) {
            const char32_t to = plane[ideograph];
            if (is_digit(line.last) && (to == U'万' || to == U'亿' || to == U'元')) ++line.amounts;
            tabs = 0;
            ++line.characters;
            ++line.ideographs;
            last_is_ideograph = true;
            line.last = to;
            column += 2;
            at += 3;
            line.text.end = at;
            continue;
        }
        const CodePoint c = decode_utf8(source, at);
        if (c.length == 0) {
            ++at;
            continue;
        }
        const char32_t to = c.value < 0x10000 ? char32_t{plane[c.value]} : c.value;
        if (to == alphabet::space) {
            if (c.value == U'\f') line.new_page = true;
            if (c.value == U'\t') {
                ++tabs;
                if (at == whole.begin) {
                    // It only says that a cell begins.
                    line.tabbed = true;
                    tabs = 0;
                    ++at;
                    continue;
                }
            }
            const std::uint32_t columns = c.value == U'\t' ? 8 - column % 8 : columns_of(c.value);
            gap += columns;
            column += columns;
        } else if (to != alphabet::nothing) {
            if (line.characters == 0) {
                line.text.begin = at;
                line.indent = gap;
                line.first = to;
            } else if (gap > 0) {
                ++line.spaced;
                line.spaced_ideographs += last_is_ideograph ? 1 : 0;
                line.gaps += gap >= 2 ? 1 : 0;
                line.tabs += tabs;
            }
            tabs = 0;
            const std::uint32_t gap_before = std::exchange(gap, 0);
            ++line.characters;
            if (is_ideograph(to)) {
                // 万, 亿 and 元 behind a digit make an amount.
                if (is_digit(line.last) && (to == U'万' || to == U'亿' || to == U'元')) ++line.amounts;
                last_is_ideograph = true;
                ++line.ideographs;
                line.last = to;
                column += 2;
                at += c.length;
                line.text.end = at;
                continue;
            }
            last_is_ideograph = false;
            line.digits += is_digit(to) ? 1 : 0;
            line.bars += to == U'|' || to == U'│' || to == U'┃' ? 1 : 0;
            const bool mark =
                is_sentence_mark(to) && !(to == U'，' && is_digit(line.last) && gap_before == 0 &&
                                          is_group(source, at + c.length, whole.end, plane));
            line.sentence = line.sentence || mark;
            line.stop = line.stop || (mark && to != U'，' && to != U'：');
            line.amounts += is_digit(line.last) && to == U'%' ? 1 : 0;
            line.clause = line.clause || (to != U'：' && mark);
            line.last = to;
            column += columns_of(c.value);
            line.text.end = at + c.length;
        }
        at += c.length;
    }
    line.width = column - gap - line.indent;
    if (line.characters == 0) line.width = 0;
    return line;
}

} // namespace

std::vector<std::uint32_t> line_starts(std::string_view source) {
    std::vector<std::uint32_t> starts = {0};
    for (std::size_t at = 0; at < source.size(); ++at) {
        const bool within = source[at] == '\r' && at + 1 < source.size() && source[at + 1] == '\n';
        if ((source[at] == '\n' || source[at] == '\r') && !within)
            starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return starts;
}

std::vector<Line> lines_of(std::string_view source) {
    const char16_t* const plane = alphabet_plane();
    std::vector<Line> lines;
    for (std::size_t begin = 0; begin < source.size();) {
        // A page break ends a line, too; so do the line separators of other systems.
        std::size_t end = begin;
        while (end < source.size() && source[end] != '\n' && source[end] != '\r' && source[end] != '\f')
            ++end;
        Line line =
            measured(source, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, plane);
        line.new_page = begin > 0 && source[begin - 1] == '\f';
        // Many empty lines say no more than two.
        const bool again = lines.size() >= 2 && line.characters == 0 && lines.back().characters == 0 &&
                           lines[lines.size() - 2].characters == 0 && line.tabbed == lines.back().tabbed &&
                           !line.tabbed;
        if (again)
            lines.back().new_page = lines.back().new_page || line.new_page;
        else
            lines.push_back(line);
        begin = end + (source.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

} // namespace tieout::detail
