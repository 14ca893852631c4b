// SPDX-License-Identifier: MIT
//
// Income beside expenditure, one cell a line, where the figure of the one side and the caption of the other share a line:
//
//     一、财政拨款收入
//     1,000,000.00 一、教育支出
//     600,000.00
#include "read/formats/printed_ways.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "read/formats/spaced.hpp"
#include "read/formats/spaced_words.hpp"
#include "read/vocabulary/frame_lines.hpp"

namespace tieout::detail {

namespace {

constexpr std::size_t columns = 4;

/// The words of lines with at most a figure and a caption each, up to the first that is none of them.
std::vector<Token> words_from(std::string_view source, std::span<const Line> lines, std::size_t at,
                              std::vector<std::size_t>& line_of) {
    std::vector<Token> words;
    for (std::size_t i = at; i < lines.size() && words.size() < most_cells; ++i) {
        const Line& line = lines[i];
        constexpr std::uint32_t widest = 60;
        if (line.blank() || line.stop || line.tabs + line.bars > 0 || line.width > widest) break;
        std::vector<Token> more = tokens_of(source, line);
        if (more.size() == 1 &&
            (is_table_name(more.front().text.text) || is_unit_line(more.front().text.text)))
            break;
        // 1. 一般公共预算: the number of a caption is part of it.
        std::vector<Token> joined;
        for (Token& word : more) {
            const bool number =
                !joined.empty() && !joined.back().figure && joined.back().text.text.ends_with(".");
            if (number && !word.figure)
                joined.back() = token_of(source, {joined.back().at.begin, word.at.end});
            else
                joined.push_back(std::move(word));
        }
        // A comma between the digits of a figure is no mark of a sentence; one within words is.
        const bool sentence = std::any_of(joined.begin(), joined.end(), [](const Token& word) {
            return !word.figure && word.text.text.find("，") != std::string::npos;
        });
        if (joined.size() > 2 || sentence) break;
        for (Token& word : joined) {
            words.push_back(std::move(word));
            line_of.push_back(i);
        }
    }
    return words;
}

/// How many words the heads take: 收入, 支出 perhaps, and then twice what a caption and a figure stand under. 0 if they are no such
/// heads.
std::size_t heads_of(const std::vector<Token>& words) {
    std::size_t figure = 0;
    while (figure < words.size() && !words[figure].figure) ++figure;
    if (figure == words.size() || figure < columns + 1 || figure > columns + 3) return 0;
    const std::size_t heads = figure - 1;
    const std::size_t first = heads - columns;
    const auto text = [&](std::size_t i) -> const std::string& { return words[first + i].text.text; };
    const bool alike = text(0) == text(2) && text(1) == text(3) && text(0) != text(1);
    return (first == 0 || first == 2) && alike && is_head_word(text(0)) && slot_of(text(1)) == Slot::figure
               ? heads
               : 0;
}

Cell cell_of(Token word) {
    Cell cell;
    cell.text = std::move(word.text);
    return cell;
}

} // namespace

std::optional<Table> two_sided_cells(std::string_view source, std::span<const Line> lines, std::size_t at,
                                     std::size_t& end) {
    end = at + 1;
    std::vector<std::size_t> line_of;
    constexpr std::size_t most_head_lines = columns + 4;
    const std::span<const Line> near = lines.subspan(0, std::min(lines.size(), at + most_head_lines));
    std::vector<Token> words = words_from(source, near, at, line_of);
    if (heads_of(words) == 0) return std::nullopt;
    line_of.clear();
    words = words_from(source, lines, at, line_of);
    const std::size_t heads = heads_of(words);
    // Captions and figures in turn, row by row.
    std::size_t last = heads;
    while (last + columns <= words.size() && !words[last].figure && words[last + 1].figure &&
           !words[last + 2].figure && words[last + 3].figure)
        last += columns;
    constexpr std::size_t fewest_rows = 3;
    if (heads == 0 || last < heads + fewest_rows * columns) return std::nullopt;
    // What goes on otherwise may have lost a cell before.
    if (last < words.size() && line_of[last] == line_of[last - 1]) return std::nullopt;
    const bool whole = last == words.size() || words[last - 2].text.text.find("总计") != std::string::npos;
    if (!whole) return std::nullopt;
    Rows rows;
    for (std::size_t i = heads - columns; i < last; ++i) {
        if ((i - (heads - columns)) % columns == 0) rows.emplace_back();
        rows.back().push_back(cell_of(std::move(words[i])));
    }
    end = line_of[last - 1] + 1;
    return placed(table_of(std::move(rows)), Placing::counted);
}

} // namespace tieout::detail
