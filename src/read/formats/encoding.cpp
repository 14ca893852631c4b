// SPDX-License-Identifier: MIT
#include "read/formats/encoding.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <iconv.h>
#include <simdjson.h>

#include <tieout/base/utf8.hpp>

namespace tieout::detail {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view mark_utf8 = "\xEF\xBB\xBF";
constexpr std::string_view mark_utf16_low = "\xFF\xFE";
constexpr std::string_view mark_utf16_high = "\xFE\xFF";
constexpr std::string_view mark_gb18030 = "\x84\x31\x95\x33";

/// Collects the text and where it could not be read.
class Writer {
  public:
    explicit Writer(Encoding encoding) { result_.encoding = encoding; }

    std::string& text() noexcept { return result_.text; }

    /// Bytes that mean nothing. Those that follow one another are one problem.
    void bad(std::string_view bytes) {
        if (result_.text.size() == end_of_last_ && !result_.problems.empty()) {
            Problem& last = result_.problems.back();
            if (last.kind == Problem::Kind::encoding && last.seen.size() < 11) last.seen += ' ' + hex(bytes);
        } else if (result_.problems.size() < most_problems_of_encoding) {
            place();
            add(Problem::Kind::encoding, std::string(name_of(result_.encoding)), hex(bytes));
        } else if (result_.problems.size() == most_problems_of_encoding) {
            place();
            add(Problem::Kind::limit, std::to_string(most_problems_of_encoding) + " problems", "more");
        }
        result_.text += replacement;
        end_of_last_ = result_.text.size();
    }

    void cut(std::size_t bytes) {
        place();
        add(Problem::Kind::limit, std::to_string(most_bytes_of_text) + " bytes",
            std::to_string(bytes) + " bytes");
    }
    void no_converter() {
        add(Problem::Kind::encoding, "a converter for " + std::string(name_of(result_.encoding)), "none");
    }

    Decoded finish() { return std::move(result_); }

  private:
    static std::string hex(std::string_view bytes) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string text;
        for (const char c : bytes.substr(0, 4)) {
            if (!text.empty()) text += ' ';
            text += digits[static_cast<unsigned char>(c) >> 4];
            text += digits[static_cast<unsigned char>(c) & 15];
        }
        return text;
    }

    void add(Problem::Kind kind, std::string expected, std::string seen) {
        Problem problem;
        problem.kind = kind;
        problem.line = line_;
        problem.column = column_;
        problem.expected = std::move(expected);
        problem.seen = std::move(seen);
        result_.problems.push_back(std::move(problem));
    }

    /// Counts lines and columns up to the end of what was written.
    void place() {
        const std::string& text = result_.text;
        for (; placed_ < text.size(); ++placed_) {
            const char c = text[placed_];
            if (c == '\n' || (c == '\r' && (placed_ + 1 == text.size() || text[placed_ + 1] != '\n'))) {
                ++line_;
                column_ = 1;
            } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
                ++column_;
            }
        }
    }

    Decoded result_{};
    std::size_t end_of_last_ = static_cast<std::size_t>(-1);
    std::size_t placed_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

/// How well bytes fit UTF-8.
struct Fit {
    std::size_t bad = 0;
    std::size_t two = 0;  ///< characters of two bytes beyond the Latin ones
    std::size_t more = 0; ///< characters of three or four bytes, as Chinese ones are
    bool cut_at_end = false;
};

/// Whether what stands at the end may be the beginning of a character.
bool is_cut(std::string_view rest) noexcept {
    if (rest.size() > 3) return false;
    const auto first = static_cast<unsigned char>(rest.front());
    const std::size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (first < 0xC2 || first >= 0xF5 || rest.size() >= length) return false;
    return std::all_of(rest.begin() + 1, rest.end(), continues_utf8);
}

Fit fit_of_utf8(std::string_view bytes) noexcept {
    Fit fit;
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint c = decode_utf8(bytes, at);
        if (c.length == 0) {
            if (is_cut(bytes.substr(at))) {
                fit.cut_at_end = true;
                break;
            }
            ++fit.bad;
            ++at;
            continue;
        }
        fit.two += c.length == 2 && c.value > 0xFF ? 1 : 0;
        fit.more += c.length > 2 ? 1 : 0;
        at += c.length;
    }
    return fit;
}

/// Characters of two bytes that GB18030 could have written, and bytes that it could not.
Fit fit_of_gb18030(std::string_view bytes) noexcept {
    Fit fit;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = [&](std::size_t i) {
            return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
        };
        if (byte(0) < 0x80) {
            ++at;
        } else if (byte(0) == 0x80 || byte(0) == 0xFF) {
            ++fit.bad;
            ++at;
        } else if (at + 1 == bytes.size()) {
            fit.cut_at_end = true;
            ++at;
        } else if (byte(1) >= 0x40 && byte(1) != 0x7F && byte(1) != 0xFF) {
            ++fit.two;
            at += 2;
        } else if (byte(1) >= 0x30 && byte(1) <= 0x39 && byte(2) >= 0x81 && byte(3) >= 0x30 &&
                   byte(3) <= 0x39) {
            ++fit.more;
            at += 4;
        } else {
            ++fit.bad;
            ++at;
        }
    }
    return fit;
}

/// Characters of two bytes that Big5 could have written, how many of them have a low second byte, and bytes that it could not.
struct Big5Fit {
    std::size_t all = 0;
    std::size_t low = 0;
    std::size_t bad = 0;
};

Big5Fit fit_of_big5(std::string_view bytes) noexcept {
    Big5Fit fit;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        if (first < 0x80) continue;
        if (++at == bytes.size()) break;
        const auto second = static_cast<unsigned char>(bytes[at]);
        const bool is_bad = first < 0xA1 || first > 0xF9 || second < 0x40 || (second > 0x7E && second < 0xA1);
        fit.bad += is_bad ? 1 : 0;
        fit.all += is_bad ? 0 : 1;
        fit.low += !is_bad && second < 0x7F ? 1 : 0;
    }
    return fit;
}

/// Whether bytes are Big5, as they say or do not say. What fits it fits GB18030 too, which however writes common characters with
/// second bytes that are high, and rare ones with such as Big5 has none of.
bool looks_like_big5(std::string_view bytes, bool said) noexcept {
    constexpr std::size_t few = 20;
    const Big5Fit fit = fit_of_big5(bytes);
    if (said) return fit.bad * 20 <= fit.all && (fit.low > 0 || fit.all < few);
    return fit.bad == 0 && fit.all >= few && fit.low * 6 >= fit.all;
}

constexpr char in_small_letter(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What an HTML document says near its beginning that it is written in; automatic if nothing that matters.
Encoding encoding_said_in(std::string_view bytes) {
    std::string head(bytes.substr(0, 2048));
    std::transform(head.begin(), head.end(), head.begin(), in_small_letter);
    for (const std::string_view word : {"charset=", "encoding="}) {
        std::size_t at = head.find(word);
        if (at == std::string::npos) continue;
        at = head.find_first_not_of(" \"'", at + word.size());
        const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-:", at);
        if (at == std::string::npos) continue;
        const Encoding said = encoding_of_charset(std::string_view(head).substr(at, end - at));
        if (said != Encoding::automatic) return said;
    }
    return Encoding::automatic;
}

Encoding encoding_of(std::string_view bytes) {
    if (bytes.starts_with(mark_utf8)) return Encoding::utf8;
    if (bytes.starts_with(mark_gb18030)) return Encoding::gb18030;
    if (bytes.starts_with(mark_utf16_low) || bytes.starts_with(mark_utf16_high)) return Encoding::utf16;
    const Fit utf8 = fit_of_utf8(bytes);
    // What holds no Chinese character as UTF-8, and reads as GB18030, was hardly written in UTF-8.
    if (utf8.bad == 0 && (utf8.more > 0 || (utf8.two == 0 && !utf8.cut_at_end))) return Encoding::utf8;
    const Encoding said = encoding_said_in(bytes);
    if (utf8.bad == 0 && utf8.two == 0 && said != Encoding::gb18030) return Encoding::utf8;
    // A few broken characters in a text that else is UTF-8.
    if (utf8.bad > 0 && utf8.bad * 20 < utf8.more) return Encoding::utf8;
    if (said == Encoding::shift_jis) return said;
    if (said == Encoding::big5 && looks_like_big5(bytes, true)) return said;
    const Fit gb = fit_of_gb18030(bytes);
    if (utf8.bad == 0) return gb.bad == 0 && gb.two > 0 ? Encoding::gb18030 : Encoding::utf8;
    if (said != Encoding::gb18030 && looks_like_big5(bytes, false)) return Encoding::big5;
    if (gb.bad == 0) return gb.two + gb.more > 0 || gb.cut_at_end ? Encoding::gb18030 : Encoding::utf8;
    if (said == Encoding::gb18030) return gb.bad <= utf8.bad ? Encoding::gb18030 : Encoding::utf8;
    return gb.bad * 4 < utf8.bad && gb.bad * 20 < gb.two ? Encoding::gb18030 : Encoding::utf8;
}

void read_utf8(std::string_view bytes, Writer& writer) {
    if (bytes.starts_with(mark_utf8)) bytes.remove_prefix(mark_utf8.size());
    if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
        writer.text() = bytes;
        return;
    }
    std::size_t good = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint c = decode_utf8(bytes, at);
        if (c.length > 0) {
            at += c.length;
            continue;
        }
        writer.text().append(bytes.substr(good, at - good));
        const std::size_t length = is_cut(bytes.substr(at)) ? bytes.size() - at : 1;
        writer.bad(bytes.substr(at, length));
        at += length;
        good = at;
    }
    writer.text().append(bytes.substr(good));
}

/// What the converter of the C library makes of bytes; `name` is what that calls their encoding.
void read_by_converter(std::string_view bytes, const char* name, Writer& writer) {
    const iconv_t converter = iconv_open("UTF-8", name);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): that is what iconv gives back
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        writer.no_converter();
        read_utf8(bytes, writer);
        return;
    }
    std::string copy(bytes); // iconv wants bytes that it might change
    char* from = copy.data();
    std::size_t left = copy.size();
    std::array<char, 1 << 14> buffer{};
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t done = iconv(converter, &from, &left, &to, &room);
        const int error = errno;
        writer.text().append(buffer.data(), buffer.size() - room);
        if (done != static_cast<std::size_t>(-1) || error == E2BIG) continue;
        // A byte that begins no character, or a character that the end cut.
        const std::size_t length = error == EINVAL ? left : 1;
        writer.bad(std::string_view(from, length));
        from += length;
        left -= length;
    }
    iconv_close(converter);
}

void append_utf8(std::string& text, char32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
        return;
    }
    if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (c >> 18));
        text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    }
    text += static_cast<char>(0x80 | (c & 0x3F));
}

void read_utf16(std::string_view bytes, Writer& writer) {
    const bool high_first = bytes.starts_with(mark_utf16_high);
    if (high_first || bytes.starts_with(mark_utf16_low)) bytes.remove_prefix(2);
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(high_first ? a << 8 | b : b << 8 | a);
    };
    for (std::size_t at = 0; at < bytes.size();) {
        if (at + 1 == bytes.size()) {
            writer.bad(bytes.substr(at));
            break;
        }
        const char32_t first = unit(at);
        const bool pair = first >= 0xD800 && first < 0xDC00 && at + 3 < bytes.size();
        const char32_t second = pair ? unit(at + 2) : 0;
        if (second >= 0xDC00 && second < 0xE000) {
            append_utf8(writer.text(), 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            at += 4;
            continue;
        }
        if (first >= 0xD800 && first < 0xE000) {
            writer.bad(bytes.substr(at, 2));
        } else {
            append_utf8(writer.text(), first);
        }
        at += 2;
    }
}

} // namespace

std::string_view name_of(Encoding encoding) noexcept {
    switch (encoding) {
    case Encoding::gb18030:
        return "GB18030";
    case Encoding::utf16:
        return "UTF-16";
    case Encoding::big5:
        return "Big5";
    case Encoding::shift_jis:
        return "Shift_JIS";
    case Encoding::automatic:
    case Encoding::utf8:
        break;
    }
    return "UTF-8";
}

Encoding encoding_of_charset(std::string_view name) {
    struct Charset {
        std::string_view name;
        Encoding encoding;
    };
    static constexpr std::array charsets{
        Charset{"utf-8", Encoding::utf8},          Charset{"utf8", Encoding::utf8},
        Charset{"gb2312", Encoding::gb18030},      Charset{"gbk", Encoding::gb18030},
        Charset{"gb18030", Encoding::gb18030},     Charset{"gb_2312-80", Encoding::gb18030},
        Charset{"x-gbk", Encoding::gb18030},       Charset{"cp936", Encoding::gb18030},
        Charset{"utf-16", Encoding::utf16},        Charset{"utf-16le", Encoding::utf16},
        Charset{"unicode", Encoding::utf16},       Charset{"big5", Encoding::big5},
        Charset{"big5-hkscs", Encoding::big5},     Charset{"x-x-big5", Encoding::big5},
        Charset{"cp950", Encoding::big5},          Charset{"shift_jis", Encoding::shift_jis},
        Charset{"shift-jis", Encoding::shift_jis}, Charset{"sjis", Encoding::shift_jis},
        Charset{"x-sjis", Encoding::shift_jis},    Charset{"windows-31j", Encoding::shift_jis},
        Charset{"ms_kanji", Encoding::shift_jis},
    };
    for (const Charset& charset : charsets)
        if (std::equal(name.begin(), name.end(), charset.name.begin(), charset.name.end(),
                       [](char a, char b) { return in_small_letter(a) == b; }))
            return charset.encoding;
    return Encoding::automatic;
}

Decoded decode(std::string_view bytes, Encoding wanted) {
    const std::size_t all = bytes.size();
    bytes = bytes.substr(0, most_bytes_of_text);
    const Encoding encoding = wanted == Encoding::automatic ? encoding_of(bytes) : wanted;
    Writer writer(encoding);
    switch (encoding) {
    case Encoding::gb18030:
        read_by_converter(bytes.substr(bytes.starts_with(mark_gb18030) ? mark_gb18030.size() : 0), "GB18030",
                          writer);
        break;
    case Encoding::big5:
        read_by_converter(bytes, "BIG5", writer);
        break;
    case Encoding::shift_jis:
        // With the characters that Windows added.
        read_by_converter(bytes, "CP932", writer);
        break;
    case Encoding::utf16:
        read_utf16(bytes, writer);
        break;
    case Encoding::automatic:
    case Encoding::utf8:
        read_utf8(bytes, writer);
        break;
    }
    if (all > bytes.size()) writer.cut(all);
    return writer.finish();
}

} // namespace tieout::detail
