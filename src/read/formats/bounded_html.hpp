// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_BOUNDED_HTML_HPP
#define TIEOUT_SRC_READ_FORMATS_BOUNDED_HTML_HPP

// HTML that a parser can read in time and memory linear in its size. The rules for HTML look up and down the open
// elements for almost every tag, and open formatting again in each paragraph, so a few megabytes of tags that are
// never closed could keep a parser busy for hours. What reports need of HTML bears limits.

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::detail {

/// Elements open at a time: those that make blocks, and the others. A tag beyond that is no tag.
inline constexpr std::size_t most_open_blocks = 512;
inline constexpr std::size_t most_open_others = 128;
/// Attributes of one tag; those behind them are not there.
inline constexpr std::size_t most_attributes = 64;

/// The first letter of the elements that <s> and <strike> become: <y>, <ytrike>.
inline constexpr char struck_letter = 'y';

/// The same bytes at the same places, but for tags beyond the limits, which become comments, and for
/// formatting (b, font …), which becomes elements without a meaning.
[[nodiscard]] std::string bounded_html(std::string_view source);

} // namespace tieout::detail

#endif
