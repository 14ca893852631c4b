// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_HTML_HPP
#define TIEOUT_SRC_READ_FORMATS_HTML_HPP

#include <string_view>

namespace tieout::detail {

/// Whether a text is HTML: it begins as HTML documents begin, or holds the tags of paragraphs or tables.
[[nodiscard]] bool looks_like_html(std::string_view text) noexcept;

} // namespace tieout::detail

#endif
