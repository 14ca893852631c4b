// SPDX-License-Identifier: MIT
#include "read/formats/mhtml.hpp"

#include "read/formats/encoding.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace tieout::detail {

namespace {

/// How deep parts may hold parts.
constexpr std::size_t most_levels = 8;
/// Bytes of the head of a message that are looked at.
constexpr std::size_t most_head_bytes = std::size_t{1} << 16U;

constexpr std::string_view white = " \t\r\n";

constexpr char small(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same(std::string_view text, std::string_view in_small_letters) noexcept {
    return std::equal(text.begin(), text.end(), in_small_letters.begin(), in_small_letters.end(),
                      [](char a, char b) { return small(a) == b; });
}

std::string_view trimmed(std::string_view text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    return text.substr(0, text.find_last_not_of(white) + 1);
}

/// A message without what may stand before it.
std::string_view from_first_field(std::string_view bytes) noexcept {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(white), bytes.size()));
    return bytes;
}

std::string_view take_line(std::string_view& rest) noexcept {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// A head and what stands behind the empty line that ends it.
struct Part {
    std::string_view head;
    std::string_view body;
};

Part part_of(std::string_view text) noexcept {
    std::string_view rest = text;
    for (;;) {
        const std::string_view before = rest;
        const bool is_end = take_line(rest).empty();
        if (is_end || rest.empty())
            return {text.substr(0, text.size() - (is_end ? before : rest).size()),
                    is_end ? rest : std::string_view()};
    }
}

/// What a field of a head says, with the lines that go on with it; nothing where there is no such field.
std::string_view field_of(std::string_view head, std::string_view name) noexcept {
    while (!head.empty()) {
        const std::string_view begin = head;
        const std::string_view line = take_line(head);
        const std::size_t colon = line.find(':');
        if (colon == line.npos || !is_same(trimmed(line.substr(0, colon)), name)) continue;
        while (head.starts_with(' ') || head.starts_with('\t')) take_line(head);
        return trimmed(begin.substr(colon + 1, begin.size() - head.size() - colon - 1));
    }
    return {};
}

/// The word that a field begins with: multipart/related, base64.
std::string_view word_of(std::string_view field) noexcept {
    return trimmed(field.substr(0, field.find(';')));
}

/// What a field says behind its word: boundary="…".
std::string_view parameter_of(std::string_view field, std::string_view name) noexcept {
    for (std::size_t at = field.find(';'); at != field.npos;) {
        field.remove_prefix(at + 1);
        const std::size_t equals = field.find('=');
        if (equals == field.npos) break;
        const bool is_it = is_same(trimmed(field.substr(0, equals)), name);
        field.remove_prefix(equals + 1);
        field.remove_prefix(std::min(field.find_first_not_of(white), field.size()));
        std::string_view value;
        if (field.starts_with('"')) {
            field.remove_prefix(1);
            value = field.substr(0, field.find('"'));
        } else {
            value = trimmed(field.substr(0, field.find(';')));
        }
        if (is_it) return value;
        field.remove_prefix(value.size());
        at = field.find(';');
    }
    return {};
}

/// Goes through the parts of a body, which lines of two dashes and the boundary part.
class PartList {
  public:
    PartList(std::string_view body, std::string_view boundary) noexcept : rest_(body), boundary_(boundary) {
        static_cast<void>(before_mark());
    }
    /// Fails: nothing, where there are no more.
    [[nodiscard]] std::optional<std::string_view> next() noexcept {
        if (is_over_) return std::nullopt;
        return before_mark();
    }
    /// Whether the last part had a mark behind it.
    [[nodiscard]] bool is_whole() const noexcept { return is_whole_; }

  private:
    [[nodiscard]] std::string_view before_mark() noexcept {
        for (std::size_t at = rest_.find("--"); at != rest_.npos; at = rest_.find("--", at + 1)) {
            if ((at > 0 && rest_[at - 1] != '\n') || !rest_.substr(at + 2).starts_with(boundary_)) continue;
            std::string_view behind = rest_.substr(at + 2 + boundary_.size());
            const std::string_view line = take_line(behind);
            // Another boundary may begin as this one does.
            if (!trimmed(line).empty() && !line.starts_with("--")) continue;
            is_over_ = line.starts_with("--");
            const std::string_view before = rest_.substr(0, at);
            rest_ = behind;
            return before;
        }
        is_over_ = true;
        is_whole_ = false;
        return std::exchange(rest_, {});
    }

    std::string_view rest_;
    std::string_view boundary_;
    bool is_over_ = false;
    bool is_whole_ = true;
};

struct FoundPage {
    Part part{};
    bool is_whole = true;
};

/// The first web page among the parts of a part.
std::optional<FoundPage> page_in(const Part& whole, std::size_t levels) noexcept {
    const std::string_view type = field_of(whole.head, "content-type");
    const std::string_view boundary = parameter_of(type, "boundary");
    if (boundary.empty() || levels == 0) return std::nullopt;
    PartList parts(whole.body, boundary);
    while (const std::optional<std::string_view> text = parts.next()) {
        const Part part = part_of(*text);
        const std::string_view word = word_of(field_of(part.head, "content-type"));
        if (is_same(word, "text/html") || is_same(word, "application/xhtml+xml"))
            return FoundPage{part, parts.is_whole()};
        if (!is_same(word.substr(0, word.find('/')), "multipart")) continue;
        if (std::optional<FoundPage> found = page_in(part, levels - 1)) return found;
    }
    return std::nullopt;
}

int hexadecimal(char c) noexcept {
    c = small(c);
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// A text as it was before it was written quoted-printable; what is not so stands as it is, and is counted.
std::string from_quoted_printable(std::string_view text, std::size_t& odd) {
    std::string bytes;
    bytes.reserve(text.size());
    while (!text.empty()) {
        const bool ended = text.find('\n') != text.npos;
        std::string_view line = take_line(text);
        // What stands behind the last character of a line came on its way.
        line = line.substr(0, line.find_last_not_of(" \t") + 1);
        const bool goes_on = line.ends_with('=');
        if (goes_on) line.remove_suffix(1);
        for (std::size_t at = 0; at < line.size(); ++at) {
            const int high = line[at] == '=' && at + 2 < line.size() ? hexadecimal(line[at + 1]) : -1;
            const int low = high >= 0 ? hexadecimal(line[at + 2]) : -1;
            if (low >= 0) {
                bytes += static_cast<char>(high * 16 + low);
                at += 2;
                continue;
            }
            odd += line[at] == '=' ? 1U : 0U;
            bytes += line[at];
        }
        if (ended && !goes_on) bytes += '\n';
    }
    return bytes;
}

/// The same of base64, in which white space says nothing.
std::string from_base64(std::string_view text, std::size_t& odd) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char c : text) {
        if (c == '=') break;
        if (white.find(c) != white.npos) continue;
        const std::size_t digit = digits.find(c);
        if (digit == digits.npos) {
            ++odd;
            continue;
        }
        held = (held << 6U | static_cast<std::uint32_t>(digit)) & 0xFFFFU;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFFU);
    }
    return bytes;
}

} // namespace

bool is_mhtml(std::string_view bytes) noexcept {
    bytes = from_first_field(bytes).substr(0, most_head_bytes);
    // A message begins with the name of a field.
    const std::size_t colon = bytes.find(':');
    const auto names = [](char c) { return (small(c) >= 'a' && small(c) <= 'z') || c == '-'; };
    if (colon == 0 || colon == bytes.npos ||
        !std::all_of(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(colon), names))
        return false;
    return is_same(word_of(field_of(part_of(bytes).head, "content-type")), "multipart/related");
}

Page page_of_mhtml(std::string_view bytes, const OpenOptions&, std::vector<Problem>& problems) {
    bytes = from_first_field(bytes);
    const auto complain = [&](std::string_view expected) {
        problems.push_back({.kind = Problem::Kind::damaged, .expected = std::string(expected)});
    };
    const std::optional<FoundPage> found = page_in(part_of(bytes), most_levels);
    if (!found) {
        complain("web page");
        return {};
    }
    const std::string_view how = field_of(found->part.head, "content-transfer-encoding");
    std::size_t odd = 0;
    std::string unpacked;
    if (is_same(how, "quoted-printable"))
        unpacked = from_quoted_printable(found->part.body, odd);
    else if (is_same(how, "base64"))
        unpacked = from_base64(found->part.body, odd);
    else
        unpacked = found->part.body;
    if (!found->is_whole) complain("end of the last part");
    if (odd > 0) complain(how);
    Encoding said = encoding_of_charset(parameter_of(field_of(found->part.head, "content-type"), "charset"));
    // What is said to be UTF-16 and has no zero byte is not; its tags alone would have many.
    if (said == Encoding::utf16 && unpacked.find('\0') == unpacked.npos) said = Encoding::automatic;
    Decoded decoded = decode(unpacked, said);
    std::move(decoded.problems.begin(), decoded.problems.end(), std::back_inserter(problems));
    return page_of_html(std::move(decoded.text));
}

} // namespace tieout::detail
