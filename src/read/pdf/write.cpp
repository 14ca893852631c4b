// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "read/document/alphabet.hpp"
#include "read/document/frames.hpp"
#include "read/formats/lines.hpp"
#include "read/formats/plain.hpp"
#include "read/formats/printed.hpp"
#include "read/formats/starts.hpp"
#include "read/pdf/paper.hpp"

namespace tieout::detail {

namespace {

/// A line starts at most so far to the right, whatever the file says.
constexpr std::uint32_t most_indent = 400;
constexpr Fixed same_border = thousandths(6'000);

std::uint32_t columns_between(Fixed from, Fixed to, Fixed column) noexcept {
    if (to <= from || column <= 0) return 0;
    return static_cast<std::uint32_t>(std::min<Fixed>((to - from + column / 2) / column, most_indent));
}

bool has_wide_gap(const WordLine& line) noexcept {
    for (std::size_t i = 1; i < line.words.size(); ++i)
        if (gap_between(line.words[i - 1], line.words[i]) == Gap::wide) return true;
    return false;
}

/// The width of a column that a tenth of the text does not reach: no text takes more columns than it has room.
Fixed narrow_column(std::span<const WordLine> lines) {
    std::vector<std::pair<Fixed, std::uint32_t>> widths;
    std::uint64_t all = 0;
    for (const WordLine& line : lines)
        for (const PaperWord& word : line.words) {
            const std::uint32_t columns = columns_of_text(word.text);
            widths.emplace_back(column_width(word), columns);
            all += columns;
        }
    std::sort(widths.begin(), widths.end());
    std::uint64_t before = 0;
    for (const auto& [width, columns] : widths)
        if (before += columns; before * 10 >= all) return std::max(width, fixed_one);
    return 6 * fixed_one;
}

/// A ruled table, and where it stands in the source.
struct Placed {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Table table{};
};

class Writer {
  public:
    void write(const Paper& page) {
        parts_.push_back(
            {here(), FilePart(FilePart::Kind::page, static_cast<std::uint32_t>(parts_.size() + 1))});
        left_ = page.width;
        for (const WordLine& line : page.lines) left_ = std::min(left_, line.box.left);
        column_ = narrow_column(page.lines);
        pitch_ = pitch_of(page.lines);
        std::size_t next = 0;
        bool first = true;
        for (const RuledTable& table : page.tables) {
            const Fixed top = table.grid.box().top;
            while (next < page.lines.size() && page.lines[next].box.centre().y < top) {
                write_line(page.lines, next++);
                first = false;
            }
            write_table(table, first, page);
            first = false;
        }
        while (next < page.lines.size()) write_line(page.lines, next++);
        last_ends_with_table_ = !page.tables.empty() && !page.lines.empty()
                                    ? page.lines.back().box.centre().y < page.tables.back().grid.box().top
                                    : !page.tables.empty();
        source_ += '\f';
    }

    Page finish() {
        Page page;
        page.source = std::move(source_);
        page.parts = std::move(parts_);
        page.lines = line_starts(page.source);
        count_characters(page);
        std::vector<Line> all = lines_of(page.source);
        // Lines of tables say nothing of how prose is wrapped.
        std::vector<Line> lines;
        std::vector<std::size_t> before;
        std::size_t table = 0;
        for (const Line& line : all) {
            while (table < tables_.size() && tables_[table].end <= line.whole.begin) {
                before.push_back(lines.size());
                ++table;
            }
            if (table < tables_.size() && line.whole.begin >= tables_[table].begin) continue;
            lines.push_back(line);
        }
        before.resize(tables_.size(), lines.size());
        mark_page_numbers(page.source, lines);
        const Layout layout = layout_of(lines);
        const std::span<const Line> text = lines;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            if (before[i] > begin) read_lines(page, text.subspan(begin, before[i] - begin), layout);
            begin = before[i];
            Block& block = page.blocks.emplace_back();
            block.kind = Block::Kind::table;
            block.table = std::move(tables_[i].table);
        }
        if (begin < text.size()) read_lines(page, text.subspan(begin), layout);
        frame_tables(page);
        join_continued_tables(page);
        return page;
    }

  private:
    [[nodiscard]] std::uint32_t here() const noexcept { return static_cast<std::uint32_t>(source_.size()); }

    /// How far lines stand apart that go on with each other.
    static Fixed pitch_of(const std::vector<WordLine>& lines) {
        std::vector<Fixed> steps;
        for (std::size_t i = 1; i < lines.size(); ++i)
            steps.push_back(lines[i].box.centre().y - lines[i - 1].box.centre().y);
        if (steps.empty()) return 0;
        std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2),
                         steps.end());
        return steps[steps.size() / 2];
    }

    void write_line(const std::vector<WordLine>& lines, std::size_t at) {
        const WordLine& line = lines[at];
        // More room than between the others parts paragraphs.
        if (at > 0 && 2 * (line.box.centre().y - lines[at - 1].box.centre().y) > 3 * pitch_) source_ += '\n';
        Fixed own = line.words.front().box.width();
        for (const PaperWord& word : line.words) own = std::min(own, column_width(word));
        // Large letters in lines of their own would only seem to stand far apart.
        const Fixed column = has_wide_gap(line) && 4 * own < 5 * column_ ? column_ : std::max(own, fixed_one);
        std::uint32_t written = columns_between(left_, line.box.left, column);
        source_.append(written, ' ');
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const PaperWord& word = line.words[i];
            if (i > 0) {
                std::uint32_t spaces = 0;
                switch (gap_between(line.words[i - 1], word)) {
                case Gap::none:
                    break;
                case Gap::space:
                    spaces = 1;
                    break;
                case Gap::wide: {
                    const std::uint32_t wanted = columns_between(left_, word.box.left, column);
                    spaces = wanted > written + 2 ? wanted - written : 2;
                    break;
                }
                }
                source_.append(spaces, ' ');
                written += spaces;
            }
            source_ += word.text;
            written += columns_of_text(word.text);
        }
        source_ += '\n';
    }

    void write_words(const WordLine& line) {
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            if (i > 0 && gap_between(line.words[i - 1], line.words[i]) != Gap::none) source_ += ' ';
            source_ += line.words[i].text;
        }
    }

    /// Half-width columns by which the first lines of a column of labels are indented, which stand at its left.
    static void indent(const RuledTable& ruled, Table& table) {
        const RuledGrid& grid = ruled.grid;
        for (std::uint32_t c = 0; c < grid.columns(); ++c) {
            std::vector<Fixed> begins;
            for (std::size_t i = 0; i < grid.cells.size(); ++i)
                if (grid.cells[i].column == c && !ruled.lines[i].empty())
                    begins.push_back(ruled.lines[i].front().box.left);
            if (begins.size() < 3) continue;
            const Fixed least = *std::min_element(begins.begin(), begins.end());
            const auto at_left =
                std::count_if(begins.begin(), begins.end(), [&](Fixed x) { return x - least < fixed_one; });
            // What stands in the middle, or at the right, is not indented.
            if (3 * static_cast<std::size_t>(at_left) < begins.size()) continue;
            for (std::size_t i = 0; i < grid.cells.size(); ++i) {
                if (grid.cells[i].column != c || ruled.lines[i].empty()) continue;
                const PaperWord& word = ruled.lines[i].front().words.front();
                table.cells[i].indent =
                    columns_between(least, word.box.left, std::max(column_width(word), fixed_one));
            }
        }
    }

    /// Whether the borders of a grid stand where those of the table that ended the page before it stand.
    [[nodiscard]] bool same_borders(const RuledGrid& grid) const noexcept {
        if (last_borders_.size() != grid.xs.size()) return false;
        for (std::size_t i = 0; i < grid.xs.size(); ++i) {
            const Fixed apart = grid.xs[i] - last_borders_[i];
            if (apart > same_border || -apart > same_border) return false;
        }
        return true;
    }

    void write_table(const RuledTable& ruled, bool first, const Paper& page) {
        const RuledGrid& grid = ruled.grid;
        const bool continues = first && last_ends_with_table_ && parts_.size() > 1 && same_borders(grid);
        static_cast<void>(page);
        last_borders_ = grid.xs;
        // Empty boxes are no table, and those that go on with one add nothing.
        if (ruled.blank) return;
        Placed& placed = tables_.emplace_back();
        placed.begin = here();
        Table& table = placed.table;
        table.rows = grid.rows();
        table.columns = grid.columns();
        table.placing = grid.rectangles ? Placing::given : Placing::guessed;
        table.frame.continues = continues;
        table.printed.assign(table.rows, table.columns);
        std::uint32_t row = 0;
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            const GridCell& from = grid.cells[i];
            if (from.row != row) {
                source_ += '\n';
                row = from.row;
            } else if (from.column > 0) {
                source_ += "  ";
            }
            Cell& cell = table.cells.emplace_back();
            cell.row = from.row;
            cell.column = from.column;
            cell.rows = from.rows;
            cell.columns = from.columns;
            PassageWriter passage;
            const std::uint32_t begin = here();
            for (std::size_t k = 0; k < ruled.lines[i].size(); ++k) {
                if (k > 0) {
                    source_ += ' ';
                    passage.wrap();
                }
                const std::uint32_t at = here();
                write_words(ruled.lines[i][k]);
                passage.put(source_, {at, here()});
            }
            cell.text = passage.finish(begin);
        }
        source_ += '\n';
        placed.end = here();
        indent(ruled, table);
    }

    std::vector<PartStart> parts_{};
    std::string source_{};
    std::vector<Placed> tables_{};
    std::vector<Fixed> last_borders_{};
    bool last_ends_with_table_ = false;
    Fixed left_ = 0;
    Fixed column_ = fixed_one;
    Fixed pitch_ = 0;
};

} // namespace

Page page_of_papers(const std::vector<Paper>& pages) {
    Writer writer;
    for (const Paper& page : pages) writer.write(page);
    return writer.finish();
}

} // namespace tieout::detail
