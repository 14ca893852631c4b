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

/// The text as it may be sent to a terminal, on one line. A document must not colour, reorder or erase what stands
/// around it, nor hide that it tries: control characters are shown as pictures (␛), those that change the direction
/// and what is not UTF-8 as U+FFFD. White space is single spaces; what is invisible is left out.
[[nodiscard]] std::string clean(std::string_view text);

/// Lines that are our own but may hold names from outside, shown the same way: line ends and spaces stay.
[[nodiscard]] std::string harmless(std::string_view lines);

/// Whether a text can stand between the quotes of a JSON string as it is: nothing in it needs an escape.
[[nodiscard]] bool stands_in_json(std::string_view text) noexcept;

/// A JSON text with what clean() would not show as it is in escapes, so that it can be looked at, too.
/// Indentation must be its only control characters.
[[nodiscard]] std::string escaped_in_json(std::string json);

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
