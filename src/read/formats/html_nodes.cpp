// SPDX-License-Identifier: MIT
#include "read/formats/html_nodes.hpp"

#include "read/document/ascii.hpp"
#include "read/formats/bounded_html.hpp"

#include <algorithm>
#include <string_view>

namespace tieout::detail {

namespace {

/// The style of an element without spaces, in small letters: "display : none" and "DISPLAY:NONE" alike. What follows the
/// first kilobytes is not looked at.
std::string style_of(const GumboNode* node) {
    std::string plain;
    const char* style = attribute(node, "style");
    if (style == nullptr) return plain;
    for (; *style != '\0' && plain.size() < 4096; ++style)
        if (!is_white(*style)) plain += lower(*style);
    return plain;
}

} // namespace

const GumboNode* after(const GumboNode* node, const GumboNode* top) noexcept {
    while (node != top) {
        const GumboVector& siblings = node->parent->v.element.children;
        if (node->index_within_parent + 1 < siblings.length)
            return static_cast<const GumboNode*>(siblings.data[node->index_within_parent + 1]);
        node = node->parent;
    }
    return nullptr;
}
const GumboNode* next_of(const GumboNode* node, const GumboNode* top) noexcept {
    if (is_element(node) && node->v.element.children.length > 0)
        return static_cast<const GumboNode*>(node->v.element.children.data[0]);
    return after(node, top);
}

const char* attribute(const GumboNode* node, const char* name) noexcept {
    const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found == nullptr ? nullptr : found->value;
}

std::uint32_t span_of(const GumboNode* cell, const char* name, std::uint32_t most,
                      std::uint32_t for_zero) noexcept {
    const char* text = attribute(cell, name);
    if (text == nullptr) return 1;
    while (*text == ' ') ++text;
    if (*text < '0' || *text > '9') return 1;
    std::uint32_t value = 0;
    for (; *text >= '0' && *text <= '9'; ++text)
        value = std::min(most, value * 10 + static_cast<std::uint32_t>(*text - '0'));
    return value == 0 ? for_zero : value;
}

bool is_hidden(const GumboNode* node) {
    if (tag_of(node) == GUMBO_TAG_UNKNOWN) {
        const GumboStringPiece& tag = node->v.element.original_tag;
        const std::string_view name(tag.data, tag.data == nullptr ? 0 : tag.length);
        if (name.size() > 2 && name[1] == struck_letter &&
            (!is_letter(name[2]) || name.substr(2).starts_with("trike")))
            return true;
    }
    switch (tag_of(node)) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_OBJECT:
    // What was struck out is not said, and how characters are pronounced is no text.
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
        return true;
    case GUMBO_TAG_LAST:
        return false;
    default:
        break;
    }
    if (node->v.element.attributes.length == 0) return false;
    if (attribute(node, "hidden") != nullptr) return true;
    const std::string style = style_of(node);
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos ||
           style.find("line-through") != std::string::npos;
}

bool is_raised(const GumboNode* node) {
    if (!is_element(node)) return false;
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB) return true;
    // Links and fonts have become elements without a meaning.
    if (tag != GUMBO_TAG_SPAN && tag != GUMBO_TAG_UNKNOWN) return false;
    if (node->v.element.attributes.length == 0) return false;
    const std::string style = style_of(node);
    for (const std::string_view raised :
         {"vertical-align:super", "vertical-align:sub", "vertical-align:text-top"})
        if (style.find(raised) != std::string::npos) return true;
    const char* of_class = attribute(node, "class");
    return of_class != nullptr &&
           std::string_view(of_class).find("FootnoteReference") != std::string_view::npos;
}

bool is_block(GumboTag tag) noexcept {
    switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
        return true;
    default:
        return false;
    }
}

} // namespace tieout::detail
