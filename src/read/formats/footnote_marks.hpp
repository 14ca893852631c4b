// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_FOOTNOTE_MARKS_HPP
#define TIEOUT_SRC_READ_FORMATS_FOOTNOTE_MARKS_HPP

#include <string_view>

namespace tieout::detail {

/// Whether a text that is raised above its line is the mark of a footnote, or several:
/// 1, [1], （1）, *, ①, 注1, a; also several: 1,2 and [1][2].
[[nodiscard]] bool is_footnote_mark(std::string_view text) noexcept;

} // namespace tieout::detail

#endif
