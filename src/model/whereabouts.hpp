// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_MODEL_WHEREABOUTS_HPP
#define TIEOUT_SRC_MODEL_WHEREABOUTS_HPP

// Where something stands in a file that has parts, in the words that people have for it.
//
//     page 7 · 第31段 · 公开05表!C12 · table 2, C12

#include <tieout/base/cell.hpp>
#include <tieout/base/file_part.hpp>
#include <tieout/base/language.hpp>
#include <tieout/model/filing.hpp>

#include <string>
#include <string_view>

namespace tieout::detail {

/// The part with the cell in it; `sheet` is its name, if it is a sheet. Empty where the part is not known.
[[nodiscard]] std::string part_text(FilePart part, std::string_view sheet, CellAddress cell,
                                    Language language);

/// The name of the sheet that a figure of the filing stands on; empty where it stands on none.
[[nodiscard]] std::string_view sheet_of(const Filing& filing, FilePart part) noexcept;

} // namespace tieout::detail

#endif
