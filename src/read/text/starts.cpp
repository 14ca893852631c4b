// SPDX-License-Identifier: MIT
#include "read/text/starts.hpp"

#include <array>

#include <tieout/base/utf8.hpp>

namespace tieout::detail {

namespace {

/// The first characters of a line in the alphabet, without spaces; zeros behind its end.
struct Head {
    std::array<char32_t, 16> at{};

    Head(std::string_view source, Span text) {
        std::size_t count = 0;
        for (std::uint32_t i = text.begin; i < text.end && count < at.size();) {
            const CodePoint c = decode_utf8(source, i);
            if (c.length == 0) break;
            const char32_t to = in_alphabet(c.value);
            if (to != alphabet::nothing && to != alphabet::space) at[count++] = to;
            i += c.length;
        }
    }
    [[nodiscard]] char32_t operator[](std::size_t i) const noexcept { return i < at.size() ? at[i] : 0; }
    [[nodiscard]] bool starts_with(std::u32string_view text, std::size_t from = 0) const noexcept {
        for (std::size_t i = 0; i < text.size(); ++i)
            if ((*this)[from + i] != text[i]) return false;
        return true;
    }
};

constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
constexpr bool is_numeral(char32_t c) noexcept {
    return std::u32string_view(U"一二三四五六七八九十百零〇").find(c) != std::u32string_view::npos;
}

/// How many characters from `from` on are digits, or Chinese numerals.
std::size_t digits_of(const Head& head, std::size_t from) noexcept {
    std::size_t count = 0;
    while (is_digit(head[from + count])) ++count;
    return count;
}
std::size_t numerals_of(const Head& head, std::size_t from) noexcept {
    std::size_t count = 0;
    while (is_numeral(head[from + count])) ++count;
    return count;
}

/// How many characters the number of a list item or heading takes at the beginning; 0 if there is none.
std::size_t number_of(const Head& head) noexcept {
    if ((head[0] >= U'①' && head[0] <= U'⓿') || (head[0] >= U'㈠' && head[0] <= U'㈩') ||
        (head[0] >= U'❶' && head[0] <= U'➓'))
        return 1;
    // (一) （1） 〔一〕
    if (head[0] == U'（' || head[0] == U'〔' || head[0] == U'[') {
        const std::size_t count = is_digit(head[1]) ? digits_of(head, 1) : numerals_of(head, 1);
        const char32_t close = head[1 + count];
        if (count >= 1 && count <= 3 && (close == U'）' || close == U'〕' || close == U']')) return count + 2;
        return 0;
    }
    if (const std::size_t count = numerals_of(head, 0); count >= 1 && count <= 3) {
        const char32_t mark = head[count];
        if (mark == U'、' || mark == U'．' || mark == U'.' || mark == U'）') return count + 1;
        // 一是 … begins an item of an enumeration; 一要 … too.
        if (mark == U'是' || mark == U'要') return count + 1;
        return 0;
    }
    if (const std::size_t count = digits_of(head, 0); count >= 1 && count <= 2) {
        const char32_t mark = head[count];
        if (mark == U'、' || mark == U'）') return count + 1;
        // 1.5万元 is a number; 1.2020年 is not, and 1.1 and 1.1.1 are headings, if words follow.
        if (mark == U'.') {
            const std::size_t more = digits_of(head, count + 1);
            if (more == 0) return head[count + 1] == 0 || head[count + 1] == U'%' ? 0 : count + 1;
            if (more == 4 && head[count + 5] == U'年') return count + 1;
            if (head[count + 1 + more] == U'.') return count + more + 2;
        }
        return 0;
    }
    if (head[0] == U'第') {
        const std::size_t count = is_digit(head[1]) ? digits_of(head, 1) : numerals_of(head, 1);
        const char32_t what = head[1 + count];
        if (count >= 1 && (what == U'章' || what == U'节' || what == U'部' || what == U'条'))
            return count + 2;
    }
    return 0;
}

} // namespace

bool begins_paragraph(std::string_view source, const Line& line) {
    if (line.blank()) return false;
    const Head head(source, line.text);
    if (number_of(head) > 0) return true;
    for (const std::u32string_view word :
         {std::u32string_view(U"附件"), std::u32string_view(U"附表"), std::u32string_view(U"附："),
          std::u32string_view(U"注："), std::u32string_view(U"说明："), std::u32string_view(U"备注："),
          std::u32string_view(U"•"), std::u32string_view(U"●"), std::u32string_view(U"■"),
          std::u32string_view(U"◆")})
        if (head.starts_with(word)) return true;
    // 表1 …
    return head[0] == U'表' && (is_digit(head[1]) || (is_numeral(head[1]) && !is_numeral(head[2])));
}

} // namespace tieout::detail
