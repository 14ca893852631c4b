// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_ALIGNED_STRIPS_HPP
#define TIEOUT_SRC_READ_FORMATS_ALIGNED_STRIPS_HPP

// Where on the paper the parts of lines stand, and the strips of it that columns take.

#include "read/document/document.hpp"
#include "read/formats/lines.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::detail {

/// Part of a line with a gap, or nothing, on either side, and where it stands: in half-width columns, or in characters.
struct Piece {
    Span at{};
    Passage text{};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool figure = false;
};
/// A line of the table.
struct PieceLine {
    std::vector<Piece> pieces{};
    bool figures = false;
    /// Counted from the first page of the table.
    std::size_t page = 0;
};

/// What places are counted in: half-width columns, or characters.
enum class Ruler : std::uint8_t { columns, characters };

/// What of the paper a column takes.
struct Strip {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool figures = false;
    /// Its figures are all codes.
    bool codes = false;

    friend bool same_kind(const Strip& a, const Strip& b) noexcept {
        return a.figures == b.figures && a.codes == b.codes;
    }
};

/// 201, 03: digits that may be a class or a part of one.
[[nodiscard]] bool is_code(const Piece& piece) noexcept;
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view source, const Line& line, Ruler ruler);
/// The columns: those of figures, and between them those of names; nothing if they stand in each other's way.
[[nodiscard]] std::optional<std::vector<Strip>> columns_of_lines(std::span<const PieceLine> lines);
/// Which of the columns each strip of another page is; nothing if that is not clear. Programs that make text of pages set
/// each page by itself: its columns may have moved, and those that are blank there are missing.
[[nodiscard]] std::optional<std::vector<std::size_t>> columns_of_page(const std::vector<Strip>& page,
                                                                      const std::vector<Strip>& columns);
/// The columns [first, last) that a piece stands over, or the nearest one.
[[nodiscard]] std::pair<std::size_t, std::size_t> over(const Piece& piece, const std::vector<Strip>& columns);

} // namespace tieout::detail

#endif
