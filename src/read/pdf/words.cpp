// SPDX-License-Identifier: MIT
#include "read/pdf/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <tieout/base/utf8.hpp>

namespace tieout::detail {

namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_white(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Reads what pdftotext prints, strictly: it is a program's output, and what is not as it prints it is not guessed at.
class Printed {
  public:
    explicit Printed(std::string_view text) noexcept : rest_(text) {}

    bool take(std::string_view expected) noexcept {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }
    bool skip_behind(std::string_view mark) noexcept {
        const std::size_t at = rest_.find(mark);
        if (at == rest_.npos) return false;
        rest_.remove_prefix(at + mark.size());
        return true;
    }
    void skip_white() noexcept {
        while (!rest_.empty() && is_white(rest_.front())) rest_.remove_prefix(1);
    }
    /// name="number", behind white space.
    bool take_number(std::string_view name, Fixed& value) noexcept {
        skip_white();
        if (!take(name) || !take("=\"")) return false;
        const std::optional<Fixed> found = take_fixed(rest_);
        if (!found) return false;
        value = *found;
        return take("\"");
    }
    /// Text up to a tag, without spaces and what is no character.
    bool take_text(std::string& text) {
        while (!rest_.empty() && rest_.front() != '<') {
            if (rest_.front() == '&') {
                if (!take_entity(text)) return false;
                continue;
            }
            const CodePoint c = decode_utf8(rest_, 0);
            // Fonts may say that a glyph is no character at all.
            if (c.length > 0 && c.value >= 0x20 && c.value != 0xFFFD && !is_space(c.value))
                text.append(rest_.substr(0, c.length));
            rest_.remove_prefix(c.length > 0 ? c.length : 1);
        }
        return !rest_.empty();
    }

  private:
    bool take_entity(std::string& text) {
        struct Entity {
            std::string_view name;
            char character;
        };
        static constexpr std::array entities{Entity{"&amp;", '&'},   Entity{"&lt;", '<'},
                                             Entity{"&gt;", '>'},    Entity{"&quot;", '"'},
                                             Entity{"&apos;", '\''}, Entity{"&#39;", '\''}};
        for (const Entity& entity : entities)
            if (take(entity.name)) {
                text += entity.character;
                return true;
            }
        return false;
    }

    std::string_view rest_;
};

} // namespace

std::optional<Fixed> take_fixed(std::string_view& text) noexcept {
    std::size_t at = 0;
    bool negative = false;
    // Some writers print "--5"; every sign counts once.
    while (at < text.size() && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-' || negative;
    Fixed whole = 0;
    const std::size_t first = at;
    for (; at < text.size() && is_digit(text[at]); ++at)
        whole = std::min<Fixed>(whole * 10 + (text[at] - '0'), fixed_one);
    std::size_t digits = at - first;
    Fixed part = 0;
    if (at < text.size() && text[at] == '.') {
        Fixed unit = fixed_one;
        for (++at; at < text.size() && is_digit(text[at]); ++at, ++digits)
            if (unit > 1) part += (text[at] - '0') * (unit /= 10);
    }
    if (digits == 0) return std::nullopt;
    text.remove_prefix(at);
    const Fixed value = within(whole * fixed_one + part);
    return negative ? -value : value;
}

std::optional<std::vector<WordPage>> words_of(std::string_view printed) {
    Printed text(printed);
    if (!text.skip_behind("<doc>")) return std::nullopt;
    std::vector<WordPage> pages;
    for (text.skip_white(); text.take("<page"); text.skip_white()) {
        WordPage& page = pages.emplace_back();
        if (!text.take_number("width", page.width) || !text.take_number("height", page.height) ||
            !text.take(">"))
            return std::nullopt;
        for (text.skip_white(); text.take("<word"); text.skip_white()) {
            PaperWord word;
            Box& box = word.box;
            if (!text.take_number("xMin", box.left) || !text.take_number("yMin", box.top) ||
                !text.take_number("xMax", box.right) || !text.take_number("yMax", box.bottom) ||
                !text.take(">") || !text.take_text(word.text) || !text.take("</word>"))
                return std::nullopt;
            // Mirrored text has its corners the other way round.
            if (box.left > box.right) std::swap(box.left, box.right);
            if (box.top > box.bottom) std::swap(box.top, box.bottom);
            if (!word.text.empty()) page.words.push_back(std::move(word));
        }
        if (!text.take("</page>")) return std::nullopt;
    }
    if (!text.take("</doc>")) return std::nullopt;
    return pages;
}

} // namespace tieout::detail
