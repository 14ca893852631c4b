// SPDX-License-Identifier: MIT
#include "read/formats/row_blocks.hpp"

#include "read/document/alphabet.hpp"
#include "read/formats/foreign_numbers.hpp"
#include "read/formats/printed.hpp"
#include "read/vocabulary/frame_lines.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

constexpr bool is_plain(char c) noexcept {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '%' || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

/// Whether a text stands in the alphabet already: numbers without separators, letters, and characters that have no other
/// form, without a space or a mark that could mean something else beside them.
bool in_alphabet_already(std::string_view text) noexcept {
    const char16_t* const plane = alphabet_plane();
    for (std::size_t at = 0; at < text.size();) {
        if (is_plain(text[at])) {
            ++at;
            continue;
        }
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
        if (byte(0) < 0xE3 || byte(0) > 0xE9 || text.size() - at < 3 || (byte(1) & 0xC0U) != 0x80U ||
            (byte(2) & 0xC0U) != 0x80U)
            return false;
        const auto c =
            static_cast<char16_t>((byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU));
        if (c < 0x3400 || c == u'圆' || plane[c] != c) return false;
        at += 3;
    }
    return true;
}

/// The cell of a field. Most of a large file stands in the alphabet already, and is copied.
Cell cell_of(std::string_view source, const Field& field) {
    Cell cell;
    const std::string_view text = source.substr(field.text.begin, field.text.end - field.text.begin);
    if (in_alphabet_already(text)) {
        cell.text.text = text;
        cell.text.from.resize(text.size() + 1);
        for (std::size_t i = 0; i <= text.size(); ++i)
            cell.text.from[i] = field.text.begin + static_cast<std::uint32_t>(i);
        return cell;
    }
    PassageWriter writer;
    std::uint32_t begin = field.text.begin;
    const auto put = [&](std::uint32_t end) {
        if (begin < end) writer.put(source, {begin, end});
        begin = end;
    };
    for (std::uint32_t at = field.text.begin; at < field.text.end; ++at) {
        if (field.quoted && source[at] == '"') {
            // "" stands for one.
            put(at + 1);
            if (at + 1 < field.text.end && source[at + 1] == '"') ++at;
            begin = at + 1;
        } else if (source[at] == '\n' || source[at] == '\r') {
            put(at);
            writer.put(U' ', at, at + 1);
            begin = at + 1;
        }
    }
    put(field.text.end);
    cell.text = writer.finish(field.text.begin);
    const std::size_t spaces = text.find_first_not_of(' ');
    cell.indent = spaces == std::string_view::npos ? 0 : static_cast<std::uint32_t>(spaces);
    for (std::size_t at = spaces == std::string_view::npos ? 0 : spaces; text.substr(at).starts_with("　");
         at += 3)
        cell.indent += 2;
    return cell;
}

} // namespace

void RowBlocks::add(std::span<const Field> fields, std::uint32_t number, std::uint32_t first_column) {
    first_column_ = first_column;
    Row row{.first = fields_.size(), .number = number, .fields = static_cast<std::uint32_t>(fields.size())};
    for (const Field& field : fields) {
        fields_.push_back(field);
        if (field.blank(source_)) continue;
        ++row.filled;
        row.width = static_cast<std::uint32_t>(fields_.size() - row.first);
        row.figures = row.figures ||
                      is_figure_field(source_.substr(field.text.begin, field.text.end - field.text.begin));
    }
    rows_.push_back(row);
    if (!row.blank() && !row.figures && row.filled > 1 && !pending_)
        if (const std::size_t frame = frame_before_last(); frame != 0) part(frame);
    // Where a table ends is known by what stands behind the empty rows.
    if (row.blank()) {
        pending_ = true;
        return;
    }
    if (!pending_) return;
    // A heading of the rows below does not begin a table; a head does.
    const std::size_t behind = behind_blank();
    if (row.lone() && rows_.size() - behind <= most_lines_before_head) return;
    pending_ = false;
    if (!row.figures && row.filled > 1) part(behind);
}
/// Whether a row says nothing but what a table is of, its name or its unit.
bool RowBlocks::frames(const Row& row) const {
    if (row.blank() || row.figures || row.filled > 3) return false;
    for (std::size_t c = 0; c < row.width; ++c) {
        if (field(row, c).blank(source_)) continue;
        const auto line = frame_line(cell_of(source_, field(row, c)).text.text);
        if (!line || !(line->sure || line->titled)) return false;
    }
    return true;
}

/// 2022年接待费: under the same heads again, of another year.
bool RowBlocks::names_year(const Row& row) const {
    return row.lone() && year_in(cell_of(source_, field(row, row.width - 1)).text.text).has_value();
}
/// Whether the last row prints what the first row of heads does.
bool RowBlocks::repeats_head() const {
    const Row& last = rows_.back();
    const auto head = std::find_if(rows_.begin(), rows_.end(),
                                   [](const Row& row) { return !row.figures && row.filled > 1; });
    if (head->first == last.first || head->width != last.width) return false;
    const auto text = [&](const Row& row, std::size_t c) {
        const Field& at = field(row, c);
        return source_.substr(at.text.begin, at.text.end - at.text.begin);
    };
    for (std::size_t c = 0; c < last.width; ++c)
        if (text(*head, c) != text(last, c)) return false;
    return true;
}

/// Where the name and the unit of another table begin that stand right before the last row, which may be its head, with no
/// empty row between it and the figures of the table before; 0 if there are none.
std::size_t RowBlocks::frame_before_last() const {
    std::size_t at = rows_.size() - 1;
    bool framed = false;
    while (at > 0 && rows_.size() - 1 - at < most_lines_before_head) {
        const Row& row = rows_[at - 1];
        const bool frame = frames(row);
        if (!frame && !row.lone()) break;
        framed = framed || frame || (names_year(row) && repeats_head());
        --at;
    }
    return framed && at > 0 && rows_[at - 1].figures ? at : 0;
}

/// The first of the last rows that may be the frame and the head of another table.
std::size_t RowBlocks::behind_blank() const noexcept {
    std::size_t at = rows_.size();
    while (at > 0 && rows_.size() - at <= 2 * most_lines_before_head && !rows_[at - 1].blank()) --at;
    // Lines of a frame may have empty rows between them.
    for (std::size_t lines = 0; at > 1 && lines < most_lines_before_head; ++lines) {
        std::size_t lone = at - 1;
        while (lone > 0 && at - lone < most_lines_before_head && rows_[lone - 1].blank()) --lone;
        if (lone == 0 || !rows_[lone - 1].lone() || (lone > 1 && !rows_[lone - 2].blank())) break;
        at = lone - 1;
    }
    return at;
}

/// Makes a table of the rows before `end`, with the lines before and behind it.
void RowBlocks::part(std::size_t end) {
    std::size_t begin = 0;
    // Lines without a separator are lines.
    while (begin < end && (rows_[begin].blank() || rows_[begin].fields == 1)) put_line(rows_[begin++]);
    std::size_t last = end;
    while (last > begin && (rows_[last - 1].blank() || rows_[last - 1].fields == 1)) --last;
    if (begin < last) put_table(begin, last);
    for (std::size_t i = std::max(last, begin); i < end; ++i) put_line(rows_[i]);
    rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(end));
    const std::size_t taken = rows_.empty() ? fields_.size() : rows_.front().first;
    fields_.erase(fields_.begin(), fields_.begin() + static_cast<std::ptrdiff_t>(taken));
    for (Row& row : rows_) row.first -= taken;
}

void RowBlocks::put_line(const Row& row) {
    for (std::size_t c = 0; c < row.width; ++c) {
        Cell cell = cell_of(source_, field(row, c));
        if (!cell.text.empty()) page_.blocks.emplace_back().text = std::move(cell.text);
    }
}

/// Makes one cell of those that the sheet makes one, as far as they lie in the table.
void RowBlocks::merge_cells(Table& table, std::size_t begin) const {
    const Row* const rows = rows_.data() + begin;
    const auto row_at = [&](std::uint32_t number) {
        const Row* const found =
            std::lower_bound(rows, rows + table.rows, number,
                             [](const Row& row, std::uint32_t wanted) { return row.number < wanted; });
        return static_cast<std::uint32_t>(found - rows);
    };
    std::vector<bool> covered(table.cells.size());
    std::size_t looked_at = 0;
    for (const Merged& merged : merged_) {
        const std::uint32_t first = row_at(merged.row);
        const std::uint32_t last = row_at(merged.row + merged.rows);
        if (first >= last || merged.column < table.first_column) continue;
        const std::uint32_t column = merged.column - table.first_column;
        if (column >= table.columns) continue;
        const std::uint32_t columns = std::min(merged.columns, table.columns - column);
        // Cells never lie upon each other. Who lays many upon each other gets those that were looked at first.
        bool free = true;
        for (std::uint32_t r = first; free && r < last; ++r)
            for (std::uint32_t c = column; free && c < column + columns; ++c, ++looked_at) {
                const std::size_t at = std::size_t{r} * table.columns + c;
                free = !covered[at] && table.cells[at].rows == 1 && table.cells[at].columns == 1;
            }
        if (looked_at > 8 * covered.size()) break;
        if (!free) continue;
        for (std::uint32_t r = first; r < last; ++r)
            for (std::uint32_t c = column; c < column + columns; ++c)
                covered[std::size_t{r} * table.columns + c] = r != first || c != column;
        Cell& cell = table.cells[std::size_t{first} * table.columns + column];
        cell.rows = last - first;
        cell.columns = columns;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < table.cells.size(); ++i)
        if (!covered[i]) {
            if (kept != i) table.cells[kept] = std::move(table.cells[i]);
            ++kept;
        }
    table.cells.resize(kept);
}

void RowBlocks::put_table(std::size_t begin, std::size_t end) {
    std::size_t columns = 0;
    std::size_t printed = 0;
    for (std::size_t r = begin; r < end; ++r) {
        columns = std::max<std::size_t>(columns, rows_[r].width);
        printed += rows_[r].width + 1;
    }
    const std::size_t rows = end - begin;
    if (!is_sensible(rows, columns, printed)) {
        if (columns > most_columns)
            page_.unread.push_back({field(rows_[begin], 0).text.begin, Unread::Why::columns});
        for (std::size_t r = begin; r < end; ++r) put_line(rows_[r]);
        return;
    }
    Block& block = page_.blocks.emplace_back();
    block.kind = Block::Kind::table;
    Table& table = block.table;
    table.rows = static_cast<std::uint32_t>(rows);
    table.columns = static_cast<std::uint32_t>(columns);
    table.first_row = rows_[begin].number;
    table.printed.assign(rows, table.columns);
    table.cells.resize(rows * columns);
    auto cell = table.cells.begin();
    for (std::size_t r = begin; r < end; ++r) {
        const Row& row = rows_[r];
        const std::uint32_t at = field(row, row.fields - 1).text.end;
        for (std::size_t c = 0; c < columns; ++c, ++cell) {
            if (c < row.width)
                *cell = cell_of(source_, field(row, c));
            else
                cell->text.from.assign(1, at);
            cell->row = static_cast<std::uint32_t>(r - begin);
            cell->column = static_cast<std::uint32_t>(c);
            cell->left_out = row.number - rows_[begin].number - cell->row;
        }
    }
    table.first_column = first_column_;
    settle_foreign_numbers(table);
    if (!merged_.empty()) merge_cells(table, begin);
}

} // namespace tieout::detail
