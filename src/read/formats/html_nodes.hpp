// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_HTML_NODES_HPP
#define TIEOUT_SRC_READ_FORMATS_HTML_NODES_HPP

// What the nodes of a parsed page are: their order, what of them is seen, and what begins a line. All loops, no recursion:
// a page may be as deep as it likes.

#include <cstdint>
#include <string>

#include <gumbo.h>

namespace tieout::detail {

[[nodiscard]] inline bool is_element(const GumboNode* node) noexcept {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}
[[nodiscard]] inline GumboTag tag_of(const GumboNode* node) noexcept {
    return is_element(node) ? node->v.element.tag : GUMBO_TAG_LAST;
}

/// The next node of the subtree under `top` in the order of the document, with or without what is below `node`.
[[nodiscard]] const GumboNode* next_of(const GumboNode* node, const GumboNode* top) noexcept;
[[nodiscard]] const GumboNode* after(const GumboNode* node, const GumboNode* top) noexcept;

/// The value of an attribute of an element; nothing if it has none of that name.
[[nodiscard]] const char* attribute(const GumboNode* node, const char* name) noexcept;

/// A rowspan or colspan: a number from 1 on, at most `most`.
[[nodiscard]] std::uint32_t span_of(const GumboNode* cell, const char* name, std::uint32_t most,
                                    std::uint32_t for_zero) noexcept;

/// Of an element: what nobody sees, what was struck out, or what is no part of the text.
[[nodiscard]] bool is_hidden(const GumboNode* node);

/// Whether an element raises or lowers its text: <sup>, and what word processors write in its place.
[[nodiscard]] bool is_raised(const GumboNode* node);

/// Elements that begin and end a line.
[[nodiscard]] bool is_block(GumboTag tag) noexcept;

} // namespace tieout::detail

#endif
