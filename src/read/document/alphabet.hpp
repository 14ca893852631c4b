// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DOCUMENT_ALPHABET_HPP
#define TIEOUT_SRC_READ_DOCUMENT_ALPHABET_HPP

// Writes text in the alphabet of the grammar (page.hpp says which that is), remembering where each character stood.
//
//     "２０２０年 收入１，７０９．１１ 萬元"   becomes   "2020年收入1,709.11万元"
//     "收 入 1 7 0 9 . 1 1 万 元"             becomes   "收入1709.11万元"
//     "5 6"                                   stays     "5 6"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/document/document.hpp"

namespace tieout::detail {

/// A part of the source.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// What a character becomes, looked at by itself.
namespace alphabet {
inline constexpr char32_t nothing = 0;  ///< a mark without width, a control character
inline constexpr char32_t space = U' '; ///< any space, tab or line end
} // namespace alphabet

/// The character of the alphabet that `c` stands for. ',' and ':' come out as '，' and '：'.
[[nodiscard]] char32_t in_alphabet(char32_t c) noexcept;

/// The same for all characters below U+10000, for loops over many of them.
[[nodiscard]] const char16_t* alphabet_plane() noexcept;

/// Half-width columns that `c` takes on paper.
[[nodiscard]] constexpr std::uint32_t columns_of(char32_t c) noexcept {
    if (c < 0x1100) return c < 0x20 ? 0 : 1;
    if (c >= 0x200B && c <= 0x200F) return 0;
    if (c == 0xFEFF) return 0;
    const bool wide = c <= 0x115F || (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2E80 && c <= 0xA4CF) ||
                      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                      (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
                      (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

/// Writes one passage, character by character.
class PassageWriter {
  public:
    /// Whether one space between two characters separates words, or all characters are spaced.
    enum class Spacing : std::uint8_t { words, letters };

    explicit PassageWriter(Spacing spacing = Spacing::words) noexcept
        : plane_(alphabet_plane()), spacing_(spacing) {}

    /// Room for the text of `bytes` of source.
    void reserve(std::size_t bytes);
    /// One character, which stands at byte `at` of the source and ends before byte `end`.
    void put(char32_t c, std::uint32_t at, std::uint32_t end);
    /// The characters of a part of the source.
    void put(std::string_view source, Span part);
    /// The end of a line that the author did not end there: a number goes on behind it.
    void wrap() noexcept { wrapped_ = true; }

    /// What was written; `at` is where it begins if nothing was.
    [[nodiscard]] Passage finish(std::uint32_t at);

  private:
    enum class Class : std::uint8_t { none, digit, letter, point, other };
    void put_space(char32_t c) noexcept;
    void begin(Class next, std::uint32_t at);
    void append(char32_t c, std::uint32_t at);
    void make_room(std::size_t bytes);
    void close_number(char32_t next);
    void close_separators();
    void group_digits();
    void close_colon(char32_t next);
    [[nodiscard]] bool after_list_number() const noexcept;

    [[nodiscard]] std::string_view written() const noexcept { return {passage_.text.data(), size_}; }

    const char16_t* plane_;
    // Text and places are as long as there is room; what is written ends at size_.
    Passage passage_{};
    std::size_t size_ = 0;
    std::uint32_t end_ = 0;
    Spacing spacing_;
    Class last_ = Class::none;
    std::uint8_t spaces_ = 0;
    bool wrapped_ = false;
    bool quoted_ = false;
    bool half_quoted_ = false;
    // The number being written: where it begins in the text, and what its separators need to know.
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::size_t number_ = nowhere;
    std::size_t colon_ = nowhere;
    bool has_separator_ = false;
    bool wide_comma_ = false; ///< it holds a wide comma, which may yet end it
    bool wide_separator_ = false;
    bool narrow_digit_ = false;
    bool fraction_ = false;
    /// A comma stands between digits that was not plainly a separator.
    bool ungrouped_ = false;
};

/// The passage of a part of the source that is on one line.
[[nodiscard]] Passage passage_of(std::string_view source, Span part);

} // namespace tieout::detail

#endif
