// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_TEXT_MHT_FILES_HPP
#define TIEOUT_TESTS_READ_TEXT_MHT_FILES_HPP

// Web pages in one file, for tests, as browsers write them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tieout::test {

inline std::string quoted_printable(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    std::size_t column = 0;
    for (const char c : bytes) {
        if (column > 72) {
            text += "=\r\n";
            column = 0;
        }
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            text += "\r\n";
            column = 0;
        } else if (byte > 32 && byte < 127 && c != '=') {
            text += c;
            ++column;
        } else {
            text += '=';
            text += digits[byte >> 4U];
            text += digits[byte & 15U];
            column += 3;
        }
    }
    return text;
}

inline std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t held = 0;
        for (std::size_t i = 0; i < 3; ++i)
            held = held << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += at + i > bytes.size() ? '=' : digits[held >> (18 - 6 * i) & 63U];
        if (at / 3 % 19 == 18) text += "\r\n";
    }
    // So that it always ends as most do.
    return text.ends_with('=') ? text : text + "=";
}

inline std::string html_part(std::string_view packed, std::string_view how, std::string_view charset) {
    std::string part = "Content-Type: text/html";
    if (!charset.empty()) part += ";\r\n\tcharset=\"" + std::string(charset) + "\"";
    part += "\r\n";
    if (!how.empty()) part += "Content-Transfer-Encoding: " + std::string(how) + "\r\n";
    return part + "Content-Location: http://example.org/\r\n\r\n" + std::string(packed);
}

template <class... Parts>
std::string mht_of(const Parts&... parts) {
    std::string bytes = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
                        "\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--x----\"\r\n\r\n\r\n";
    ((bytes += "------MultipartBoundary--x----\r\n" + std::string(parts) + "\r\n"), ...);
    return bytes + "------MultipartBoundary--x------\r\n";
}

} // namespace tieout::test

#endif
