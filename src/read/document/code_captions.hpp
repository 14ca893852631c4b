// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DOCUMENT_CODE_CAPTIONS_HPP
#define TIEOUT_SRC_READ_DOCUMENT_CODE_CAPTIONS_HPP

// Some forms print the captions of their columns of codes in the row of the total, to save one:
//
//     科目编码    |  科目名称  | 本年收入合计
//     类 | 款 | 项 |  合计      | 2946.25
//
// They are moved up, into the head that stands over them, so that the row is one of figures.

#include "read/document/document.hpp"

namespace tieout::detail {

void lift_code_captions(Table& table);

} // namespace tieout::detail

#endif
