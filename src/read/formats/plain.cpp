// SPDX-License-Identifier: MIT
#include "read/formats/plain.hpp"

#include <utility>

#include "read/document/document.hpp"
#include "read/document/frames.hpp"
#include "read/formats/lines.hpp"
#include "read/formats/printed.hpp"
#include "read/formats/starts.hpp"

namespace tieout::detail {

namespace {

/// Whether the characters are spaced one by one, as in "收 入 5 万 元".
bool is_letter_spaced(std::span<const Line> lines) noexcept {
    std::size_t characters = 0, spaced = 0, ideographs = 0, spaced_ideographs = 0;
    for (const Line& line : lines) {
        characters += line.characters;
        spaced += line.spaced;
        ideographs += line.ideographs;
        spaced_ideographs += line.spaced_ideographs;
    }
    // A row of one-digit numbers behind one word is not.
    return ideographs >= 2 && 2 * spaced > characters && 2 * spaced_ideographs > ideographs;
}

Passage paragraph_of(std::string_view source, std::span<const Line> lines) {
    PassageWriter writer(is_letter_spaced(lines) ? PassageWriter::Spacing::letters
                                                 : PassageWriter::Spacing::words);
    std::size_t bytes = 0;
    for (const Line& line : lines) bytes += line.text.end - line.text.begin;
    writer.reserve(bytes);
    bool any = false;
    for (const Line& line : lines) {
        if (line.blank()) continue;
        if (any) writer.wrap();
        any = true;
        writer.put(source, line.text);
    }
    return writer.finish(lines.front().text.begin);
}

} // namespace

void read_lines(Page& page, std::span<const Line> lines, const Layout& layout) {
    TableFinder tables(page.source, lines);
    for (std::size_t i = 0; i < lines.size();) {
        if (auto found = tables.at(i)) {
            Block& block = page.blocks.emplace_back();
            block.kind = Block::Kind::table;
            block.table = std::move(found->table);
            i += found->lines;
            continue;
        }
        if (lines[i].blank()) {
            ++i;
            continue;
        }
        const std::size_t end = end_of_paragraph(page.source, lines, i, layout);
        Passage text = paragraph_of(page.source, lines.subspan(i, end - i));
        if (!text.empty()) page.blocks.emplace_back().text = std::move(text);
        i = end;
    }
}

Page page_of_text(std::string source) {
    Page page;
    page.source = std::move(source);
    page.lines = line_starts(page.source);
    count_characters(page);
    std::vector<Line> lines = lines_of(page.source);
    mark_page_numbers(page.source, lines);
    read_lines(page, lines, layout_of(lines));
    frame_tables(page);
    join_continued_tables(page);
    return page;
}

} // namespace tieout::detail
