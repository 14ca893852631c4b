// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_CONTENT_HPP
#define TIEOUT_SRC_READ_PDF_CONTENT_HPP

// What the content of a PDF page draws besides its text: ruling lines, which are strokes and thin filled rectangles, and
// pictures. White lines, and those that only clip, are none.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/pdf/fixed.hpp"

namespace tieout::detail {

/// A ruling line, or a piece of one, along an axis.
struct RulingLine {
    bool horizontal = false;
    /// The y of a horizontal one, the x of a vertical one.
    Fixed at = 0;
    Fixed from = 0;
    Fixed to = 0;
};

/// What was drawn on one page, in its own coordinates: the upper left is (0, 0).
struct Drawn {
    std::vector<RulingLine> rules{};
    /// Boxes of pictures.
    std::vector<Box> pictures{};
    /// Shapes with curves that were filled: letters that are drawn rather than written.
    std::size_t curved = 0;
    /// Times that text was shown, whether or not anyone can tell which.
    std::size_t texts = 0;
    /// It holds more than is read of one page, and the rest was left.
    bool too_much = false;
};

/// How many numbers a colour of some colour space has, and which of them are white.
enum class Colours : std::uint8_t {
    gray,   ///< one, 1 is white
    rgb,    ///< three, all 1 are white
    cmyk,   ///< four, all 0 are white
    unknown ///< never white
};

/// What a content stream names: the resources of its page or form.
class ContentNames {
  public:
    struct External {
        enum class Kind : std::uint8_t { none, picture, form };
        Kind kind = Kind::none;
        // Of a form:
        std::string_view content{};
        Matrix matrix{};
        /// Its own names, or the names of what draws it.
        ContentNames* names = nullptr;
    };
    ContentNames() = default;
    ContentNames(const ContentNames&) = delete;
    ContentNames& operator=(const ContentNames&) = delete;
    virtual ~ContentNames() = default;
    /// What `/name Do` draws; it lasts as long as the names do.
    [[nodiscard]] virtual External external(std::string_view name) = 0;
    /// What `/name cs` sets.
    [[nodiscard]] virtual Colours colours(std::string_view name) = 0;
};

/// Forms that may be drawn by each other, and bytes that are read of the content of one page, with its forms as often as
/// they are drawn.
inline constexpr std::size_t most_forms_deep = 16;
inline constexpr std::size_t most_content_bytes = std::size_t{64} << 20U;
/// Ruling lines of one page: a large table that is drawn piece by piece has some thousands.
inline constexpr std::size_t most_rules = 200'000;

/// Adds what a content stream draws; `to_page` takes its coordinates to those of the page.
void read_content(std::string_view content, ContentNames& names, const Matrix& to_page, Drawn& drawn);

} // namespace tieout::detail

#endif
