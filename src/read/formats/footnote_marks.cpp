// SPDX-License-Identifier: MIT
#include "read/formats/footnote_marks.hpp"

#include "read/document/alphabet.hpp"
#include "read/document/ascii.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/printed.hpp>

namespace tieout::detail {

bool is_footnote_mark(std::string_view text) noexcept {
    if (text.size() == 1 && is_letter(text[0])) return true;
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (const std::size_t mark = footnote_length(text.substr(at)); mark > 0) {
            at += mark;
            digits = 0;
            continue;
        }
        if (c.length == 0) return false;
        const char32_t to = in_alphabet(c.value);
        const bool digit = to >= U'0' && to <= U'9';
        const bool mark =
            std::u32string_view(U"（）[]【】〔〕，、-#†‡§¶").find(to) != std::u32string_view::npos;
        if (!digit && !mark) return false;
        digits = digit ? digits + 1 : 0;
        if (digits > 3) return false;
        at += c.length;
    }
    return true;
}

} // namespace tieout::detail
