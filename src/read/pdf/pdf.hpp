// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_PDF_HPP
#define TIEOUT_SRC_READ_PDF_PDF_HPP

// A PDF file as a page of the grammar: its words by pdftotext, its ruling lines by libqpdf, its tables by both.

#include <string_view>
#include <vector>

#include <tieout/base/problem.hpp>

#include "read/document/document.hpp"

namespace tieout::detail {

/// The page of a PDF file, with the pages of the file as its parts. What could not be read of it is added to the problems;
/// where that is all, the page is empty.  Fails: never.
[[nodiscard]] Page page_of_pdf(std::string_view bytes, std::vector<Problem>& problems);

} // namespace tieout::detail

#endif
