// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_TEXT_ENCODINGS_HPP
#define TIEOUT_TESTS_READ_TEXT_ENCODINGS_HPP

// Texts as files hold them that are not in UTF-8.

#include <doctest/doctest.h>

#include <iconv.h>

#include <cstddef>
#include <string>

namespace tieout::test {

/// The text written in another encoding.
inline std::string written_in(const char* encoding, std::string text) {
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    std::string bytes(4 * text.size() + 16, '\0');
    char* from = text.data();
    char* to = bytes.data();
    std::size_t left = text.size();
    std::size_t room = bytes.size();
    REQUIRE(iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1));
    iconv_close(converter);
    bytes.resize(bytes.size() - room);
    return bytes;
}

} // namespace tieout::test

#endif
