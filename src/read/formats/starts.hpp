// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_STARTS_HPP
#define TIEOUT_SRC_READ_FORMATS_STARTS_HPP

// How paragraphs begin and end: the numbers of headings and list items, page numbers, and whether what stands in the
// next line goes on with the sentence.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "read/formats/lines.hpp"

namespace tieout::detail {

/// The first or the last characters of a line, in the alphabet and without spaces; zeros beyond its other end.
class Glimpse {
  public:
    static constexpr std::size_t reach = 24;
    [[nodiscard]] static Glimpse first(std::string_view source, Span text);
    /// Backwards: [0] is the last character.
    [[nodiscard]] static Glimpse last(std::string_view source, Span text);

    [[nodiscard]] char32_t operator[](std::size_t i) const noexcept { return i < reach ? at_[i] : 0; }
    [[nodiscard]] bool has(std::u32string_view text, std::size_t from = 0) const noexcept {
        for (std::size_t i = 0; i < text.size(); ++i)
            if ((*this)[from + i] != text[i]) return false;
        return true;
    }
    /// Of the last characters: whether the line ends with `text`.
    [[nodiscard]] bool ends_with(std::u32string_view text) const noexcept {
        for (std::size_t i = 0; i < text.size(); ++i)
            if ((*this)[i] != text[text.size() - 1 - i]) return false;
        return true;
    }
    /// How many digits stand from `from` on.
    [[nodiscard]] std::size_t digits(std::size_t from) const noexcept;

  private:
    std::array<char32_t, reach> at_{};
};

/// 一、 (一) 1. （1） ① 第一章 附件1 表1: a line that begins so begins a paragraph.
[[nodiscard]] bool begins_paragraph(std::string_view source, const Line& line);

/// What is to be known of all lines before paragraphs can be told apart.
struct Layout {
    /// Columns, or characters, at which lines are wrapped; 0 if they are not.
    std::uint32_t columns = 0;
    std::uint32_t characters = 0;
    /// Spaces before the lines that go on.
    std::uint32_t indent = 0;
};
[[nodiscard]] Layout layout_of(std::span<const Line> lines);

/// Marks page numbers as what they are; they belong to no paragraph.
void mark_page_numbers(std::string_view source, std::span<Line> lines);

/// The lines of one paragraph: each that is not blank from `begin` on; `end` is the line behind the last.
[[nodiscard]] std::size_t end_of_paragraph(std::string_view source, std::span<const Line> lines,
                                           std::size_t begin, const Layout& layout);

} // namespace tieout::detail

#endif
