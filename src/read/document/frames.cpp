// SPDX-License-Identifier: MIT
#include "read/document/frames.hpp"

#include "read/document/code_captions.hpp"
#include "read/vocabulary/frame_lines.hpp"
#include "read/vocabulary/scopes.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace tieout::detail {

namespace {

/// Paragraphs before a table, and rows of it, that are looked at.
constexpr std::size_t most_lines = 12;
constexpr std::uint32_t most_frame_rows = 8;
constexpr std::uint32_t most_rows_of_head = 8;

Passage part_of(const Passage& whole, const FrameLine::Part& part) {
    Passage passage;
    passage.text = whole.text.substr(part.begin, part.end - part.begin);
    passage.from.assign(whole.from.begin() + static_cast<std::ptrdiff_t>(part.begin),
                        whole.from.begin() + static_cast<std::ptrdiff_t>(part.end + 1));
    return passage;
}

/// A name without the number of a heading before it: 一、收入支出决算总表.
Passage without_number(const Passage& name) {
    const std::size_t number = heading_number(name.text);
    if (number == 0 || number >= name.text.size()) return name;
    return part_of(name, {number, name.text.size()});
}

/// Adds what a line says where nothing nearer to the table has said it.
void add(Frame& frame, const Passage& text, const FrameLine& line) {
    const std::string_view name = line.name.of(text.text);
    // 表 is no name.
    if (frame.name.empty() && !name.empty() && name != "表")
        frame.name = without_number(part_of(text, line.name));
    if (frame.form.empty()) frame.form = line.form.of(text.text);
    if (frame.body.empty()) frame.body = line.body.of(text.text);
    if (frame.unit.empty() && !line.unit.empty()) frame.unit = part_of(text, line.unit);
    if (!frame.year) frame.year = line.year;
    frame.continues = frame.continues || line.continues;
}

bool says_nothing(const Frame& frame) noexcept {
    return frame.name.empty() && frame.form.empty() && frame.body.empty() && frame.unit.empty();
}

// ── in the table itself ──────────────────────────────────────────────────────────────────────────────────────────────

/// What a row of cells says as a part of the frame; whether it says nothing else.
bool read_row(const Table& table, std::size_t& cell, std::uint32_t row, Frame& frame, bool& named,
              bool& sure) {
    std::vector<const Cell*> filled;
    for (; cell < table.cells.size() && table.cells[cell].row == row; ++cell) {
        if (table.cells[cell].rows > 1) return false;
        if (!table.cells[cell].text.empty()) filled.push_back(&table.cells[cell]);
        // The rows of a frame say at most four things.
        if (filled.size() > 4) return false;
    }
    // A frame is of one year: 投资（亿元） | 2022年 | 2023年 are heads.
    std::optional<int> year;
    for (const Cell* const at : filled) {
        constexpr std::size_t longest = 12; // 2023年度
        if (at->text.text.size() > longest) continue;
        const std::optional<int> own = year_in(at->text.text);
        if (own && year && *own != *year) return false;
        if (own) year = own;
    }
    bool name = false;
    bool only_frames = true;
    std::vector<std::pair<const Passage*, FrameLine>> lines;
    for (const Cell* const at : filled) {
        std::optional<FrameLine> line = frame_line(at->text.text);
        if (!line) {
            // A name without the words of names: across the whole table, or alone in its first column.
            const bool wide = at->columns == table.columns || (filled.size() == 1 && at->column == 0);
            if (!wide || !is_heading(at->text.text)) return false;
            line.emplace();
            line->name = {0, at->text.text.size()};
        }
        if (line->aside) return false;
        name = name || !line->name.empty();
        only_frames = only_frames && (line->sure || line->titled);
        sure = sure || line->sure || line->titled;
        lines.emplace_back(&at->text, *line);
    }
    // A table has one name; and in a row of words 报表 may be the head of a column.
    if (name && (named || (filled.size() > 1 && !only_frames))) return false;
    if (filled.size() > 1 &&
        std::none_of(lines.begin(), lines.end(), [](const auto& line) { return line.second.sure; }))
        return false;
    named = named || name;
    for (const auto& [text, line] : lines) add(frame, *text, line);
    return true;
}

/// Takes the rows off that are the frame.
void take_first_rows(Table& table) {
    // As many rows as may go, so that a table stays.
    const std::uint32_t most = std::min(most_frame_rows, table.rows > 2 ? table.rows - 2 : 0);
    Frame frame;
    std::uint32_t taken = 0;
    std::size_t cells = 0;
    bool named = false;
    bool sure = false;
    Frame found = frame;
    for (std::uint32_t row = 0; row < most; ++row) {
        std::size_t cell = cells;
        Frame trial = frame;
        if (!read_row(table, cell, row, trial, named, sure)) break;
        frame = std::move(trial);
        cells = cell;
        // An empty row, or a heading, is of the frame only if something surer follows.
        if (sure) {
            taken = row + 1;
            found = frame;
        }
    }
    if (taken == 0 || says_nothing(found)) return;
    const auto first = std::find_if(table.cells.begin(), table.cells.end(),
                                    [&](const Cell& cell) { return cell.row >= taken; });
    table.cells.erase(table.cells.begin(), first);
    for (Cell& cell : table.cells) cell.row -= taken;
    table.rows -= taken;
    table.first_row += taken;
    table.printed.erase(table.printed.begin(),
                        table.printed.begin() + std::min<std::ptrdiff_t>(taken, std::ssize(table.printed)));
    table.frame = std::move(found);
}

// ── before it ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The end of a name that was broken over two lines: 收入支出决算总 | 表.
bool is_end_of_name(std::string_view text) noexcept {
    constexpr std::size_t longest = 12;
    return text.size() <= longest && text.ends_with("表") && !text.starts_with("附") &&
           !text.starts_with("续");
}

Passage joined(const Passage& first, const Passage& second) {
    Passage both = first;
    both.from.pop_back();
    both.text += second.text;
    both.from.insert(both.from.end(), second.from.begin(), second.from.end());
    return both;
}

/// A paragraph that is known to be the beginning of the document, or its title, stays one.
bool is_title_of_document(const std::vector<Block>& kept, std::size_t at) noexcept {
    if (at == 0) return true;
    const std::string_view text = kept[at].text.text;
    for (const std::string_view word : {"决算", "预算", "报告", "公开", "情况", "说明", "概况"})
        if (ends_with(text, word)) return true;
    return heading_number(text) > 0;
}

/// Reads the paragraphs right before a table, from the last up, and takes away those that are its frame.
void take_lines_before(std::vector<Block>& kept, Frame& frame) {
    std::vector<std::size_t> taken;
    bool sure = false;
    const bool had_name = !frame.name.empty();
    // 表 by itself, which ends a name or is none.
    Passage end_of_name;
    for (std::size_t at = kept.size(); at-- > 0 && kept.size() - at <= most_lines;) {
        const Block& block = kept[at];
        if (block.kind != Block::Kind::paragraph) break;
        const std::string_view text = block.text.text;
        const std::optional<FrameLine> line = frame_line(text);
        if (!line) {
            const bool free = frame.name.empty() && !had_name;
            if (free && !end_of_name.empty()) frame.name = std::move(end_of_name);
            const bool broken = !frame.name.empty() && !had_name && is_end_of_name(frame.name.text);
            if (broken && is_heading(text) && heading_number(text) == 0 && !is_table_name(text)) {
                frame.name = joined(block.text, frame.name);
                if (!frame.year) frame.year = year_in(frame.name.text);
                if (!is_title_of_document(kept, at)) taken.push_back(at);
            } else if (frame.name.text == "表") {
                frame.name = {};
            } else if (free && sure && is_heading(text)) {
                frame.name = without_number(block.text);
                if (!frame.year) frame.year = year_in(text);
                if (!is_title_of_document(kept, at)) taken.push_back(at);
            }
            break;
        }
        if (line->aside) continue;
        // The name of another table, or of the part of the document that the table stands in.
        if (!line->name.empty() && (!frame.name.empty() || had_name)) break;
        if (text == "表") end_of_name = block.text;
        add(frame, block.text, *line);
        sure = sure || line->sure;
        taken.push_back(at);
    }
    for (const std::size_t at : taken) kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(at));
}

/// The last heading that says whose figures follow: 二、市本级.
struct ScopeOfHeadings {
    std::string scope{};
    std::size_t seen = 0;

    /// Reads the paragraphs that were kept since.
    void read(const std::vector<Block>& kept) {
        for (seen = std::min(seen, kept.size()); seen < kept.size(); ++seen)
            if (kept[seen].kind == Block::Kind::paragraph)
                if (const std::string_view found = scope_of_heading(kept[seen].text.text); !found.empty())
                    scope = found;
    }
};

/// What an HTML caption says.
void read_caption(Frame& frame) {
    if (frame.name.empty()) return;
    const Passage caption = std::exchange(frame.name, {});
    if (const std::optional<FrameLine> line = frame_line(caption.text)) {
        add(frame, caption, *line);
    } else {
        frame.name = caption;
        frame.year = year_in(caption.text);
    }
}

// ── tables that go on ────────────────────────────────────────────────────────────────────────────────────────────────

/// The texts of the row are those of the same row of another table.
bool same_row(const Table& table, const Table& other, std::uint32_t row) noexcept {
    const auto find = [row](const Table& of, std::size_t from) {
        while (from < of.cells.size() && of.cells[from].row < row) ++from;
        return from;
    };
    std::size_t a = find(table, 0);
    std::size_t b = find(other, 0);
    for (;; ++a, ++b) {
        const bool first = a < table.cells.size() && table.cells[a].row == row;
        const bool second = b < other.cells.size() && other.cells[b].row == row;
        if (!first || !second) return first == second;
        if (table.cells[a].text.text != other.cells[b].text.text ||
            table.cells[a].column != other.cells[b].column)
            return false;
    }
}

bool row_has_digits(const Table& table, std::uint32_t row) noexcept {
    for (const Cell& cell : table.cells) {
        if (cell.row > row) break;
        if (cell.row != row || cell.text.empty()) continue;
        const char last = cell.text.text.back();
        if (cell.column > 0 && last >= '0' && last <= '9') return true;
    }
    return false;
}

/// Whether the first row behind a head that both have stands in the other table, too: it was printed twice.
bool is_printed_again(const Table& table, const Table& before) noexcept {
    const auto label = [](const Table& of, std::size_t cell) {
        std::string_view text = of.cells[cell].text.text;
        if (text.empty() && cell + 1 < of.cells.size() && of.cells[cell + 1].row == of.cells[cell].row)
            text = of.cells[cell + 1].text.text;
        return text;
    };
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (table.cells[i].column != 0 || table.cells[i].row == 0) continue;
        if (table.cells[i].row > most_rows_of_head) return false;
        const std::string_view first = label(table, i);
        if (table.cells[i].row < before.rows && same_row(table, before, table.cells[i].row) &&
            !row_has_digits(table, table.cells[i].row))
            continue;
        for (std::size_t k = 0; k < before.cells.size(); ++k)
            if (before.cells[k].column == 0 && label(before, k) == first) return !first.empty();
        return false;
    }
    return false;
}

/// Whether a row is the total of all: the parts of one table have it once.
bool has_total(const Table& table) noexcept {
    return std::any_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) {
        return cell.column < 4 &&
               (cell.text.text == "合计" || cell.text.text == "总计" || cell.text.text == "总分");
    });
}

/// Whether a table goes on with the one before: it says so, or it has no frame of its own and no head, or the same.
bool goes_on(const Table& table, const Table& before) noexcept {
    if (table.columns != before.columns) return false;
    const Frame& frame = table.frame;
    if (frame.continues) return true;
    if (!frame.name.empty() && frame.name.text == before.frame.name.text)
        return frame.body == before.frame.body && frame.scope == before.frame.scope &&
               frame.form == before.frame.form && same_row(table, before, 0) &&
               !(has_total(table) && has_total(before)) && !is_printed_again(table, before);
    return says_nothing(frame) && (row_has_digits(table, 0) || same_row(table, before, 0));
}

void inherit(Table& table, const Frame& before) {
    Frame& frame = table.frame;
    frame.continues = true;
    if (frame.name.empty()) frame.name = before.name;
    if (frame.form.empty()) frame.form = before.form;
    if (frame.body.empty()) frame.body = before.body;
    if (frame.scope.empty()) frame.scope = before.scope;
    if (frame.unit.empty()) frame.unit = before.unit;
    if (!frame.year) frame.year = before.year;
}

/// Puts the rows of `more` behind those of `table`, without the head that is printed again.
void append(Table& table, Table&& more) {
    std::uint32_t repeated = 0;
    while (repeated < most_rows_of_head && repeated + 1 < more.rows && repeated < table.rows &&
           same_row(more, table, repeated))
        ++repeated;
    for (Cell& cell : more.cells) {
        if (cell.row < repeated) continue;
        const std::uint32_t address = more.first_row + cell.row + cell.left_out;
        cell.row += table.rows - repeated;
        // In a file of rows and columns it keeps the address that it has there.
        const std::uint32_t behind = table.first_row + cell.row;
        cell.left_out = address > behind ? address - behind : 0;
        table.cells.push_back(std::move(cell));
    }
    table.printed.insert(table.printed.end(),
                         more.printed.begin() + std::min<std::ptrdiff_t>(repeated, std::ssize(more.printed)),
                         more.printed.end());
    table.rows += more.rows - repeated;
}

} // namespace

void frame_tables(Page& page) {
    std::vector<Block> kept;
    ScopeOfHeadings headings;
    kept.reserve(page.blocks.size());
    for (Block& block : page.blocks) {
        if (block.kind == Block::Kind::table) {
            Table& table = block.table;
            Frame caption = std::exchange(table.frame, {});
            read_caption(caption);
            take_first_rows(table);
            lift_code_captions(table);
            // Nearest to the figures first.
            if (!caption.name.empty() && table.frame.name.empty()) table.frame.name = caption.name;
            if (table.frame.unit.empty()) table.frame.unit = caption.unit;
            if (table.frame.form.empty()) table.frame.form = caption.form;
            if (table.frame.body.empty()) table.frame.body = caption.body;
            if (!table.frame.year) table.frame.year = caption.year;
            // Where its borders stand on the paper may have told.
            table.frame.continues = table.frame.continues || caption.continues;
            take_lines_before(kept, table.frame);
            headings.read(kept);
            table.frame.scope = scope_in_name(table.frame.name.text);
            if (table.frame.scope.empty()) table.frame.scope = headings.scope;
            if (!kept.empty() && kept.back().kind == Block::Kind::table && goes_on(table, kept.back().table))
                inherit(table, kept.back().table.frame);
            else
                table.frame.continues = false;
        }
        kept.push_back(std::move(block));
    }
    page.blocks = std::move(kept);
}

void join_continued_tables(Page& page) {
    std::vector<Block> kept;
    kept.reserve(page.blocks.size());
    for (Block& block : page.blocks) {
        const bool table = block.kind == Block::Kind::table;
        if (table && block.table.frame.continues && !kept.empty() && kept.back().kind == Block::Kind::table)
            append(kept.back().table, std::move(block.table));
        else
            kept.push_back(std::move(block));
    }
    page.blocks = std::move(kept);
}

} // namespace tieout::detail
