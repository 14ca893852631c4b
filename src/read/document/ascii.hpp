// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DOCUMENT_ASCII_HPP
#define TIEOUT_SRC_READ_DOCUMENT_ASCII_HPP

// What characters of markup are. Not the functions of <cctype>: what those say of a byte depends on the locale of whoever
// uses the library, and bytes of UTF-8 are letters and spaces in some.

namespace tieout::detail {

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) noexcept { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_letter_or_digit(char c) noexcept { return is_letter(c) || (c >= '0' && c <= '9'); }
constexpr bool is_white(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

} // namespace tieout::detail

#endif // TIEOUT_SRC_READ_DOCUMENT_ASCII_HPP
