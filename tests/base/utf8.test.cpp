// SPDX-License-Identifier: MIT
#include <tieout/base/utf8.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tieout;

namespace {

constexpr bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0) return false;
        at += c.length;
    }
    return true;
}

std::string encoded(char32_t c) {
    std::string text;
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (c >> 18));
        text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
    return text;
}

static_assert(decode_utf8("万元", 0).value == U'万' && decode_utf8("万元", 3).value == U'元');
static_assert(decode_utf8("", 0).length == 0);

} // namespace

TEST_CASE("every character is read back, and surrogates are none") {
    std::size_t wrong = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const std::string text = encoded(c);
        const CodePoint read = decode_utf8(text, 0);
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        const bool right = surrogate ? read.length == 0 : read.value == c && read.length == text.size();
        wrong += static_cast<std::size_t>(!right);
    }
    CHECK(wrong == 0);
}

TEST_CASE("what is not UTF-8 is not read") {
    CHECK(is_utf8("467.35 万元"));
    CHECK_FALSE(is_utf8("\x80"));             // begins in the middle
    CHECK_FALSE(is_utf8("\xC0\x80"));         // overlong
    CHECK_FALSE(is_utf8("\xC1\xBF"));         // overlong
    CHECK_FALSE(is_utf8("\xE0\x9F\xBF"));     // overlong
    CHECK_FALSE(is_utf8("\xF0\x8F\xBF\xBF")); // overlong
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80")); // beyond U+10FFFF
    CHECK_FALSE(is_utf8("\xF5\x80\x80\x80"));
    CHECK_FALSE(is_utf8("\xFF"));
    CHECK_FALSE(is_utf8("\xE4\xB8"));     // cut off
    CHECK_FALSE(is_utf8("\xE4\x41\x87")); // broken off
}

TEST_CASE("the spaces of documents are spaces, and digits are not") {
    for (const char32_t c : {U' ', U'\t', U'\r', U'\n', U'\u00A0', U'\u2002', U'\u200B', U'\u202F', U'\u205F',
                             U'\u3000', U'\uFEFF'}) {
        CHECK(is_space(c));
    }
    for (const char32_t c : {U'0', U'，', U'无', U'\u2010'}) CHECK_FALSE(is_space(c));
}
