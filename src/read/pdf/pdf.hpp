// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_PDF_HPP
#define TIEOUT_SRC_READ_PDF_PDF_HPP

// A PDF file as a page of the grammar: its words by pdftotext, its ruling lines by libqpdf, its tables by both.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/document/document.hpp"

namespace tieout::detail {

/// What could not be read of a PDF, and where.
struct PdfFault {
    enum class What : std::uint8_t {
        program_absent, ///< there is no pdftotext
        program_failed, ///< pdftotext crashed, took too long, or printed what it never prints
        encrypted,      ///< it opens only with a password
        damaged,        ///< the file, or the page
        scanned,        ///< the page is a picture
        unreadable,     ///< the page has text of which nobody can tell the characters
        too_much        ///< more is drawn on the page than is read
    };
    What what = What::damaged;
    /// From 1; 0 is the whole file.
    std::size_t page = 0;
};

/// The page of a PDF file. Where nothing could be read it is empty, and the faults say why.  Fails: never.
[[nodiscard]] Page page_of_pdf(std::string_view bytes, std::vector<PdfFault>& faults);

} // namespace tieout::detail

#endif
