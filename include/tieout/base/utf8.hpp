// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_UTF8_HPP
#define TIEOUT_BASE_UTF8_HPP

// Reads UTF-8 one character at a time, and says so when it is none.
//
//     CodePoint first = decode_utf8("万元", 0);   // {U'万', 3}
//     decode_utf8("\xFF", 0).length == 0;         // not UTF-8

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tieout {

/// One character and the bytes it takes; length 0 where the text ends or is not UTF-8.
struct CodePoint {
    char32_t value = 0;
    std::uint8_t length = 0;
};

/// Whether a byte of UTF-8 continues a character that began before it.
constexpr bool continues_utf8(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The character that begins at byte `at`. Overlong forms, surrogates and what is beyond U+10FFFF are not UTF-8.
constexpr CodePoint decode_utf8(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::uint8_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || text.size() - at < length) return {};
    char32_t value = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {};
        value = (value << 6) | (byte(i) & 0x3FU);
    }
    constexpr char32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, length};
}

/// Every space that a document may hold, line ends and the byte order mark among them.
constexpr bool is_space(char32_t c) noexcept {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

} // namespace tieout

#endif // TIEOUT_BASE_UTF8_HPP
