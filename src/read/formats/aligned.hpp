// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_ALIGNED_HPP
#define TIEOUT_SRC_READ_FORMATS_ALIGNED_HPP

// Tables whose cells stand below each other. Figures of one column overlap on the paper, and so do the names of rows; heads
// belong to the columns that they stand over. Where programs have counted a wide character as one, characters are counted as
// well.

#include "read/document/document.hpp"
#include "read/formats/lines.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace tieout::detail {

[[nodiscard]] std::optional<Table> clustered_columns(std::string_view source, std::span<const Line> lines,
                                                     std::size_t at, std::size_t& end);

} // namespace tieout::detail

#endif
