// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_FRONT_HPP
#define TIEOUT_SRC_READ_SENTENCES_FRONT_HPP

// What a document says of itself: its title, its body, its year, its dates, and whether income and expenditure balance.

#include "read/draft/draft.hpp"

#include <string_view>

namespace tieout::detail {

/// Title and year: that of the title, else the one that the document speaks of most.
void read_front(const Page& page, Draft& draft);
/// The body of the title.
void name_body(Draft& draft);
/// Whether a paragraph is a line that holds a date of the document, which is then read.
[[nodiscard]] bool read_date_line(const Page& page, const Passage& passage, Draft& draft);
/// 收支平衡, stated of the year and not wished for.
void read_balance(std::string_view paragraph, Draft& draft);

} // namespace tieout::detail

#endif
