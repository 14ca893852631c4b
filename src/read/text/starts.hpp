// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TEXT_STARTS_HPP
#define TIEOUT_SRC_READ_TEXT_STARTS_HPP

// How paragraphs begin and end: the numbers of headings and list items, and the words that only go on.

#include <string_view>

#include "read/text/lines.hpp"

namespace tieout::detail {

/// 一、 (一) 1. （1） ① 第一章 附件1 表1: a line that begins so begins a paragraph.
[[nodiscard]] bool begins_paragraph(std::string_view source, const Line& line);

} // namespace tieout::detail

#endif
