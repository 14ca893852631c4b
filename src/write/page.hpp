// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_PAGE_HPP
#define TIEOUT_WRITE_PAGE_HPP

// A page of text for people: indented paragraphs, lines with a key before them, and tables whose columns are aligned
// with Chinese characters two columns wide. Colour is added last, so that it changes nothing else.

#include <tieout/write/text.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

enum class Tone : std::uint8_t { plain, strong, red, yellow, dim };

// What reading calls a page and a cell is something else, in the same library.
inline namespace written {

/// One cell of a table.
struct Cell {
    std::string text{};
    bool to_the_right = false;
    Tone tone = Tone::plain;
};

class Page {
  public:
    explicit Page(const TextOptions& options)
        : colour_(options.colour), width_(options.width > 0 ? static_cast<std::size_t>(options.width) : 0) {}

    void blank_line() { text_ += '\n'; }
    /// Text that is broken where the page ends, its later lines as far in as `indent` says.
    void paragraph(std::size_t indent, std::string_view text, Tone tone = Tone::plain);
    /// The same after a key, under which the later lines do not run.
    void keyed(std::size_t indent, std::string_view key, std::size_t key_width, std::string_view text,
               Tone tone = Tone::plain, Tone key_tone = Tone::dim);
    /// The same for a line that is as it is, with signs under it.
    void marked(std::size_t indent, std::string_view key, std::size_t key_width, std::string_view line,
                std::string_view marks, Tone tone);
    /// Columns that are left for text after a key; 0 where there is no end of them.
    [[nodiscard]] std::size_t room(std::size_t indent, std::size_t key_width) const;
    /// One line as it is.
    void verbatim(std::size_t indent, std::string_view line);
    /// Rows of cells; two spaces stand between columns, and none behind the last of a row. `below` may write below each row.
    void table(std::size_t indent, const std::vector<std::vector<Cell>>& rows,
               const std::function<void(Page&)>& below = nullptr);

    [[nodiscard]] std::string take() && { return std::move(text_); }

  private:
    void coloured(std::string_view text, Tone tone);
    void begin_keyed(std::size_t indent, std::string_view key, std::size_t key_width, Tone tone);

    std::string text_;
    bool colour_;
    std::size_t width_;
};

} // namespace written

/// What stands above everything that is written of a document: its source, the body and the year.
void heading(Page& page, const DocumentInfo& document, const Filing& filing, Language language);

} // namespace tieout::detail

#endif
