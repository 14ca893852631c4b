// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_SPACED_WORDS_HPP
#define TIEOUT_SRC_READ_FORMATS_SPACED_WORDS_HPP

// Words of lines of which the columns are lost: figures, codes, heads and names, and the blocks that heads make.

#include "read/document/document.hpp"
#include "read/formats/lines.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tieout::detail {

inline constexpr std::size_t most_heads = 64;
inline constexpr std::size_t most_spaced_rows = 4000;
inline constexpr std::size_t most_cells = 1500;

/// A word of a line, or a line that is one cell.
struct Token {
    Span at{};
    Passage text{};
    bool figure = false;
    bool digits = false;
};

/// 201, 20103, 2010301, or 03 in a column of its own.
[[nodiscard]] bool is_code(std::string_view text) noexcept;
[[nodiscard]] Token token_of(std::string_view source, Span at);
[[nodiscard]] std::vector<Token> tokens_of(std::string_view source, const Line& line);

enum class Slot : std::uint8_t { code, label, figure };

/// Columns of one block: codes, a label, figures.
struct BlockOfHeads {
    std::size_t first = 0; ///< its first column
    std::size_t codes = 0;
    std::size_t labels = 0;
    /// Behind the label, the number of the row: 行次.
    std::size_t ordinals = 0;
    std::size_t figures = 0;
    /// Its first figure is the total of the others, and never blank.
    bool total_first = false;

    [[nodiscard]] std::size_t columns() const noexcept { return codes + labels + ordinals + figures; }
    /// As many numbers as a row of it prints at most.
    [[nodiscard]] std::size_t numbers() const noexcept { return ordinals + figures; }
};

[[nodiscard]] bool is_year_head(std::string_view text) noexcept;
/// What stands under a head.
[[nodiscard]] Slot slot_of(std::string_view head);
/// Whether the word is one that heads have.
[[nodiscard]] bool is_head_word(std::string_view text);
/// The blocks that heads make; empty if they make none that rows could be read by.
[[nodiscard]] std::vector<BlockOfHeads> blocks_of_heads(std::span<const Token> heads);

/// Label with its figures, as they stand in one line.
struct Segment {
    std::vector<Token> codes{};
    std::vector<Token> label{};
    std::vector<Token> figures{};
};

/// The segments of a row. `coded` if some block has codes.
[[nodiscard]] std::vector<Segment> segments_of(std::vector<Token> tokens, bool coded, std::size_t most_codes);
/// Whether the words are a known term by themselves.
[[nodiscard]] bool is_term(std::string_view text);

/// Whether the line has nothing but blanks between its words, and is no sentence.
[[nodiscard]] inline bool is_plain(const Line& line) noexcept {
    return !line.blank() && line.tabs == 0 && line.bars == 0 && !line.tabbed && !line.stop;
}

} // namespace tieout::detail

#endif
