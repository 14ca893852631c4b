// SPDX-License-Identifier: MIT
#include "read/formats/bounded_html.hpp"

#include "read/document/ascii.hpp"

#include <algorithm>
#include <cstdint>

namespace tieout::detail {

namespace {

constexpr bool is_blank(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

enum class Kind : std::uint8_t {
    other,      ///< counted, with the others
    block,      ///< counted, with the blocks
    formatting, ///< counted with the others, and made an element without a meaning
    struck,     ///< the same; its content was struck out
    uncounted,  ///< has no content, or ends where the next of its kind begins
    once,       ///< html, body, head: one is enough
    raw,        ///< script and the like: its content holds no tags
};

struct Known {
    std::string_view name;
    Kind kind;
};

constexpr Known known[] = {
    {"a", Kind::formatting},       {"address", Kind::block},
    {"applet", Kind::block},       {"area", Kind::uncounted},
    {"article", Kind::block},      {"aside", Kind::block},
    {"b", Kind::formatting},       {"base", Kind::uncounted},
    {"basefont", Kind::uncounted}, {"bgsound", Kind::uncounted},
    {"big", Kind::formatting},     {"blockquote", Kind::block},
    {"body", Kind::once},          {"br", Kind::uncounted},
    {"caption", Kind::uncounted},  {"center", Kind::block},
    {"code", Kind::formatting},    {"col", Kind::uncounted},
    {"colgroup", Kind::uncounted}, {"dd", Kind::uncounted},
    {"div", Kind::block},          {"dl", Kind::block},
    {"dt", Kind::uncounted},       {"em", Kind::formatting},
    {"embed", Kind::uncounted},    {"font", Kind::formatting},
    {"form", Kind::block},         {"h1", Kind::block},
    {"h2", Kind::block},           {"h3", Kind::block},
    {"h4", Kind::block},           {"h5", Kind::block},
    {"h6", Kind::block},           {"head", Kind::once},
    {"hr", Kind::uncounted},       {"html", Kind::once},
    {"i", Kind::formatting},       {"iframe", Kind::raw},
    {"image", Kind::uncounted},    {"img", Kind::uncounted},
    {"input", Kind::uncounted},    {"keygen", Kind::uncounted},
    {"li", Kind::uncounted},       {"link", Kind::uncounted},
    {"main", Kind::block},         {"meta", Kind::uncounted},
    {"nobr", Kind::formatting},    {"noembed", Kind::raw},
    {"noframes", Kind::raw},       {"ol", Kind::block},
    {"option", Kind::uncounted},   {"p", Kind::uncounted},
    {"param", Kind::uncounted},    {"s", Kind::struck},
    {"script", Kind::raw},         {"section", Kind::block},
    {"small", Kind::formatting},   {"source", Kind::uncounted},
    {"strike", Kind::struck},      {"strong", Kind::formatting},
    {"style", Kind::raw},          {"table", Kind::block},
    {"tbody", Kind::uncounted},    {"td", Kind::uncounted},
    {"textarea", Kind::raw},       {"tfoot", Kind::uncounted},
    {"th", Kind::uncounted},       {"thead", Kind::uncounted},
    {"title", Kind::raw},          {"tr", Kind::uncounted},
    {"track", Kind::uncounted},    {"tt", Kind::formatting},
    {"u", Kind::formatting},       {"ul", Kind::block},
    {"wbr", Kind::uncounted},      {"xmp", Kind::raw},
};

/// Whether `name`, in whatever case, comes before the lower-case `entry`.
bool is_before(std::string_view entry, std::string_view name) noexcept {
    return std::lexicographical_compare(entry.begin(), entry.end(), name.begin(), name.end(),
                                        [](char a, char b) { return lower(a) < lower(b); });
}

Kind kind_of(std::string_view name) noexcept {
    const auto found = std::lower_bound(
        std::begin(known), std::end(known), name,
        [](const Known& entry, std::string_view wanted) { return is_before(entry.name, wanted); });
    return found != std::end(known) && !is_before(name, found->name) ? found->kind : Kind::other;
}

bool same(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

/// Where the content of a raw element ends: at its end tag, or with the text.
std::size_t end_of_raw(std::string_view text, std::size_t at, std::string_view name) noexcept {
    for (; (at = text.find("</", at)) != std::string_view::npos; at += 2)
        if (same(text.substr(at + 2, name.size()), name)) return at;
    return text.size();
}

class Bounds {
  public:
    explicit Bounds(std::string& text) noexcept : text_(text) {}

    void keep() {
        for (std::size_t at = 0; (at = text_.find('<', at)) != std::string::npos;) at = tag(at);
    }

  private:
    /// Reads what begins with the '<' at `at`; where to go on.
    std::size_t tag(std::size_t at) {
        const std::string_view text = text_;
        if (text.substr(at).starts_with("<!--")) {
            const std::size_t end = text.find("-->", at + 4);
            return end == std::string_view::npos ? text.size() : end + 3;
        }
        const bool closes = at + 1 < text.size() && text[at + 1] == '/';
        const std::size_t begin = at + (closes ? 2 : 1);
        if (begin >= text.size() || !is_letter(text[begin])) return at + 1;
        std::size_t end = begin;
        while (end < text.size() && !is_blank(text[end]) && text[end] != '/' && text[end] != '>') ++end;
        const std::string_view name = text.substr(begin, end - begin);
        const Kind kind = kind_of(name);
        end = end_of_tag(end);
        if (kind == Kind::formatting) text_[begin] = 'x';
        if (kind == Kind::struck) text_[begin] = struck_letter;
        if (kind == Kind::raw && !closes) return end_of_raw(text_, end, name);
        if (!allowed(kind, closes)) make_comment(at, end);
        return end;
    }

    /// "</" before anything but a letter begins what parsers skip as a comment.
    void make_comment(std::size_t at, std::size_t end) {
        std::fill(text_.begin() + index(at), text_.begin() + index(end), '-');
        text_[at] = '<';
        text_[at + 1] = '/';
        text_[end - 1] = '>';
    }

    /// Behind the '>' of a tag whose attributes begin at `at`.
    std::size_t end_of_tag(std::size_t at) {
        std::size_t attributes = 0;
        std::size_t surplus = 0;
        bool before_value = false;
        while (at < text_.size() && text_[at] != '>') {
            const char c = text_[at];
            if (is_blank(c) || c == '/') {
                ++at;
                continue;
            }
            if (c == '=') {
                before_value = true;
                ++at;
                continue;
            }
            if (before_value && (c == '"' || c == '\'')) {
                const std::size_t close = text_.find(c, at + 1);
                at = close == std::string::npos ? text_.size() : close + 1;
            } else {
                if (!before_value && ++attributes > most_attributes && surplus == 0) surplus = at;
                while (at < text_.size() && !is_blank(text_[at]) && text_[at] != '>' &&
                       (before_value || (text_[at] != '=' && text_[at] != '/')))
                    ++at;
            }
            before_value = false;
        }
        if (surplus != 0) std::fill(text_.begin() + index(surplus), text_.begin() + index(at), ' ');
        return std::min(at + 1, text_.size());
    }

    bool allowed(Kind kind, bool closes) noexcept {
        if (kind == Kind::once) return closes || ++once_ <= 3;
        if (kind == Kind::uncounted || kind == Kind::raw) return true;
        std::size_t& open = kind == Kind::block ? blocks_ : others_;
        std::size_t& refused = kind == Kind::block ? refused_blocks_ : refused_others_;
        const std::size_t most = kind == Kind::block ? most_open_blocks : most_open_others;
        if (closes) {
            if (refused > 0) return --refused, false;
            if (open > 0) --open;
            return true;
        }
        if (open == most) return ++refused, false;
        ++open;
        return true;
    }

    [[nodiscard]] static std::ptrdiff_t index(std::size_t at) noexcept {
        return static_cast<std::ptrdiff_t>(at);
    }

    std::string& text_;
    std::size_t blocks_ = 0;
    std::size_t others_ = 0;
    std::size_t refused_blocks_ = 0;
    std::size_t refused_others_ = 0;
    std::size_t once_ = 0;
};

} // namespace

std::string bounded_html(std::string_view source) {
    std::string text(source);
    Bounds(text).keep();
    return text;
}

} // namespace tieout::detail
