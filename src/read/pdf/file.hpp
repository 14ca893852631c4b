// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_FILE_HPP
#define TIEOUT_SRC_READ_PDF_FILE_HPP

// The pages of a PDF file with what is drawn on them, read by libqpdf.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/pdf/content.hpp"

namespace tieout::detail {

struct DrawnPage {
    /// As it is shown: cut to its crop box and turned.
    Fixed width = 0;
    Fixed height = 0;
    Drawn drawn{};
    /// Its content cannot be read, or not to its end.
    bool damaged = false;
};

struct DrawnFile {
    enum class State : std::uint8_t {
        read,
        encrypted, ///< it opens only with a password
        damaged    ///< it is no PDF, or so damaged that its pages are not found
    };
    State state = State::read;
    std::vector<DrawnPage> pages{};
};

/// Pages of a file, and bytes of content of all of them, that are read.
inline constexpr std::size_t most_pdf_pages = 5'000;
inline constexpr std::size_t most_pdf_content = std::size_t{256} << 20U;

[[nodiscard]] DrawnFile drawn_of(std::string_view bytes);

} // namespace tieout::detail

#endif
