// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_PLACE_HPP
#define TIEOUT_MODEL_PLACE_HPP

// Where a figure of a filing is printed, in words.
//
//     place_of(filing, filing.expenditure.executed.best(), Language::en)    // "附件1, line 12, column 5"

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/relations/figure.hpp>

#include <string>

namespace tieout {

/// Its place in words, and by line and column, or by the part of the file, as far as that is known; else empty.
/// Example: 附件1，第12行第5列
TIEOUT_API [[nodiscard]] std::string place_of(const Filing& filing, const Figure& figure, Language language);

} // namespace tieout

#endif
