// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_WORD_HPP
#define TIEOUT_SRC_READ_OFFICE_WORD_HPP

// Word files (.docx, .docm): paragraphs with the numbers of their lists, tables, text boxes, notes, and the tables of headers and
// footers, as the document stands: what was inserted is read, what was deleted is not, and of fields only their results.

#include "read/formats/formats.hpp"

#include <string_view>
#include <vector>

namespace tieout::detail {

[[nodiscard]] Page page_of_word(std::string_view bytes, const OpenOptions& opening,
                                std::vector<Problem>& problems);

} // namespace tieout::detail

#endif
