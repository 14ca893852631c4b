// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_DISPLAY_HPP
#define TIEOUT_WRITE_DISPLAY_HPP

// Text on a terminal: how many columns it takes (a Chinese character takes two), and what may be sent there.
//
//     columns("合计 531.07")  ->  11

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// Columns that a text takes.
[[nodiscard]] std::size_t columns(std::string_view text);

/// The text as it may be sent to a terminal: without control and formatting characters (a document must not colour,
/// reorder or erase what stands around it), white space as single spaces, what is not UTF-8 as U+FFFD.
[[nodiscard]] std::string clean(std::string_view text);

/// The text with spaces behind it, or before it, up to that many columns.
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);

/// The text, cut at its end to at most that many columns; "…" says so.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// The text in lines of at most `width` columns where it can be broken: at spaces and beside Chinese characters, but
/// not before a mark that closes or after one that opens. Width 0 breaks nothing.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

} // namespace tieout::detail

#endif
