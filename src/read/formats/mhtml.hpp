// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_MHTML_HPP
#define TIEOUT_SRC_READ_FORMATS_MHTML_HPP

// Web pages in one file (.mht, .mhtml), as browsers and Word save them: a message of several parts, of which the first web page is
// read, and its pictures and styles are not. Lines and columns are those of that page.

#include "read/formats/formats.hpp"

#include <string_view>
#include <vector>

namespace tieout::detail {

/// Whether bytes begin with the head of a message of parts that belong together.
[[nodiscard]] bool is_mhtml(std::string_view bytes) noexcept;

[[nodiscard]] Page page_of_mhtml(std::string_view bytes, const OpenOptions& opening,
                                 std::vector<Problem>& problems);

} // namespace tieout::detail

#endif
