// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_WRITE_HARMLESS_HPP
#define TIEOUT_TESTS_WRITE_HARMLESS_HPP

// What the program writes is UTF-8 and holds nothing that steers a terminal or reorders what stands around it.

#include <tieout/base/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace tieout::test {

constexpr bool steers(char32_t c) noexcept {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F || c == 0x2028 ||
           c == 0x2029 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// The byte at which a text does harm; its size if it does none. Line ends are the writer's own.
constexpr std::size_t first_harm(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0 || (c.value != U'\n' && steers(c.value))) return at;
        at += c.length;
    }
    return text.size();
}

constexpr bool is_harmless(std::string_view text) noexcept { return first_harm(text) == text.size(); }

} // namespace tieout::test

#endif
