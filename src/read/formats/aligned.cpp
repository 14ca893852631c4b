// SPDX-License-Identifier: MIT
#include "read/formats/aligned.hpp"
#include "read/vocabulary/frame_lines.hpp"

#include "read/formats/aligned_strips.hpp"
#include "read/formats/printed.hpp"
#include "read/formats/starts.hpp"
#include "read/vocabulary/frame_lines.hpp"
#include "read/vocabulary/heads.hpp"
#include "read/vocabulary/lexicon.hpp"

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

constexpr std::size_t most_lines = 4000;
constexpr std::size_t most_head_lines = 12;

bool is_row(const Line& line) noexcept {
    return !line.blank() && !line.tabbed && line.tabs == 0 && line.bars == 0 && line.gaps > 0 &&
           !(line.stop && line.width > 60 && line.gaps < 3);
}
/// A short line of words, as of a label that was broken over lines.
bool is_wrapped(std::string_view source, const Line& line) {
    constexpr std::uint32_t widest_label = 60;
    return !line.blank() && !line.sentence && line.width <= widest_label && line.tabs + line.bars == 0 &&
           !line.tabbed && !begins_paragraph(source, line);
}

/// 十、节能环保支出: a row of which no figure is printed.
bool is_numbered_term(std::string_view source, const Line& line) {
    if (line.blank() || line.sentence || line.tabs + line.bars > 0 || line.tabbed) return false;
    const Passage text = passage_of(source, line.text);
    const std::size_t number = list_number_of(text.text);
    if (number == 0) return false;
    const std::string_view name = std::string_view(text.text).substr(number);
    return known_line(name) != nullptr || known_part(name, true) != nullptr;
}

/// The lines that may belong to a table that begins at `at`.
std::vector<std::size_t> lines_of_table(std::string_view source, std::span<const Line> lines,
                                        std::size_t at) {
    std::vector<std::size_t> found;
    constexpr std::size_t most_blank = 4;
    std::size_t i = at;
    while (i < lines.size() && found.size() < most_lines) {
        const Line& line = lines[i];
        if (line.blank()) {
            std::size_t next = i;
            while (next < lines.size() && next - i < most_blank && lines[next].blank()) ++next;
            if (next >= lines.size() || (!is_row(lines[next]) && !is_numbered_term(source, lines[next])))
                break;
            i = next;
            continue;
        }
        if (!is_row(line)) {
            if (!found.empty() && is_numbered_term(source, line)) {
                found.push_back(i++);
                continue;
            }
            if (found.empty() || !is_wrapped(source, line)) break;
            const Passage text = passage_of(source, line.text);
            if (is_table_name(text.text) || is_unit_line(text.text)) break;
            // What follows must still look like the table.
            std::size_t next = i + 1;
            while (next < lines.size() && next - i < most_blank && lines[next].blank()) ++next;
            const bool goes_on =
                next < lines.size() && (is_row(lines[next]) || is_wrapped(source, lines[next]));
            if (!goes_on && found.size() < 3) break;
        }
        if (!only_numbers_columns(source, line) && !repeats_head(source, lines, at, i)) found.push_back(i);
        ++i;
    }
    return found;
}

void append(Passage& text, const Passage& more) {
    if (text.empty()) {
        text = more;
        return;
    }
    text.text += more.text;
    if (!text.from.empty()) text.from.pop_back();
    text.from.insert(text.from.end(), more.from.begin(), more.from.end());
}

bool stands_alone(std::string_view text) {
    return list_number_of(text) != 0 || known_part(text, true) != nullptr || known_line(text) != nullptr ||
           row_word_of(text) != RowWord::none;
}

/// One row of the table as it is put together.
struct BuiltRow {
    std::vector<Passage> texts{};
    std::vector<std::uint32_t> indents{};
    bool figures = false;
    /// A part of its label stands above the line with its figures.
    bool begun_above = false;
};

class AlignedTable {
  public:
    explicit AlignedTable(std::vector<Strip> columns) : columns_(std::move(columns)) {
        begin_page(columns_, {});
    }

    /// The strips of the page that follows, and which columns they are.
    void begin_page(std::vector<Strip> strips, std::vector<std::size_t> are) {
        strips_ = std::move(strips);
        are_ = std::move(are);
        if (are_.empty())
            for (std::size_t c = 0; c < strips_.size(); ++c) are_.push_back(c);
    }

    /// Heads: what stands over one column in several lines is one head; what stands over several is a row of its own.
    void add_heads(const std::vector<PieceLine>& lines, std::size_t count) {
        std::vector<Passage> leaf(columns_.size());
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<Cell> groups;
            for (const Piece& piece : lines[i].pieces) {
                const auto [first, last] = over(piece, strips_);
                if (last - first == 1) {
                    append(leaf[first], piece.text);
                    continue;
                }
                Cell cell;
                cell.text = piece.text;
                cell.column = static_cast<std::uint32_t>(first);
                cell.columns = static_cast<std::uint32_t>(last - first);
                if (groups.empty() || groups.back().column + groups.back().columns <= cell.column)
                    groups.push_back(std::move(cell));
            }
            if (!groups.empty()) put_row(std::move(groups));
        }
        std::vector<Cell> cells;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            Cell cell;
            cell.text = std::move(leaf[c]);
            cell.column = static_cast<std::uint32_t>(c);
            if (!cell.text.empty()) cells.push_back(std::move(cell));
        }
        if (!cells.empty()) put_row(std::move(cells));
    }

    /// A line of the body.
    bool add_line(const PieceLine& line) {
        if (!line.figures) {
            for (const Piece& piece : line.pieces) {
                const auto [first, last] = over(piece, strips_);
                const std::size_t column = are_[first];
                if (last - first == 1 && !columns_[column].figures) add_words(column, piece.text);
            }
            return true;
        }
        BuiltRow row = new_row();
        row.figures = true;
        bool named = false;
        for (const Piece& piece : line.pieces) {
            const auto [first, last] = over(piece, strips_);
            if (last - first != 1 && piece.figure) return false;
            const std::size_t column = are_[first];
            append(row.texts[column], piece.text);
            row.indents[column] = piece.begin > strips_[first].begin ? piece.begin - strips_[first].begin : 0;
            named = named || !columns_[column].figures || columns_[column].codes;
        }
        // Figures by themselves may stand a little above what names them.
        if (pending_) {
            if (named && disjoint(*pending_, row))
                merge(*pending_, row);
            else
                push(std::move(*pending_));
            pending_.reset();
        }
        if (!named && has_names_) {
            pending_ = std::move(row);
            return true;
        }
        push(std::move(row));
        return true;
    }

    std::optional<Table> finish() {
        if (pending_) push(std::move(*pending_));
        for (auto& [column, words] : waiting_) alone(column, std::move(words));
        for (BuiltRow& row : rows_) {
            std::vector<Cell> cells;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                if (row.texts[c].empty()) continue;
                Cell cell;
                cell.text = std::move(row.texts[c]);
                cell.column = static_cast<std::uint32_t>(c);
                cell.indent = row.indents.empty() ? 0 : row.indents[c];
                cells.push_back(std::move(cell));
            }
            put_row(std::move(cells));
        }
        table_.columns = static_cast<std::uint32_t>(columns_.size());
        table_.placing = Placing::guessed;
        table_.printed.assign(table_.rows, table_.columns);
        if (!is_sensible(table_.rows, table_.columns, table_.cells.size())) return std::nullopt;
        return std::move(table_);
    }

  private:
    BuiltRow new_row() const {
        BuiltRow row;
        row.texts.resize(columns_.size());
        row.indents.resize(columns_.size());
        return row;
    }
    static bool disjoint(const BuiltRow& a, const BuiltRow& b) {
        for (std::size_t c = 0; c < a.texts.size(); ++c)
            if (!a.texts[c].empty() && !b.texts[c].empty()) return false;
        return true;
    }
    static void merge(BuiltRow& from, BuiltRow& into) {
        for (std::size_t c = 0; c < from.texts.size(); ++c)
            if (!from.texts[c].empty()) into.texts[c] = std::move(from.texts[c]);
    }
    void push(BuiltRow row) {
        // Words that stood above it are its label, where it has none.
        for (auto& [column, words] : waiting_) {
            if (row.texts[column].empty()) {
                row.texts[column] = std::move(words);
                row.begun_above = true;
            } else {
                alone(column, std::move(words));
            }
        }
        waiting_.clear();
        rows_.push_back(std::move(row));
    }

    /// Words without figures: the rest of the label above, the beginning of the one below, or a row of their own.
    void add_words(std::size_t column, const Passage& words) {
        if (pending_ && pending_->texts[column].empty()) {
            pending_->texts[column] = words;
            return;
        }
        if (stands_alone(words.text)) {
            flush(column);
            alone(column, words);
            return;
        }
        if (!rows_.empty()) {
            BuiltRow& last = rows_.back();
            Passage& label = last.texts[column];
            const bool begun = last.begun_above && !label.empty();
            const bool open = !label.empty() && !stands_alone_whole(label.text);
            if (begun || (open && !last.figures)) {
                append(label, words);
                last.begun_above = false;
                return;
            }
        }
        for (auto& [where, text] : waiting_)
            if (where == column) {
                append(text, words);
                return;
            }
        waiting_.emplace_back(column, words);
    }
    static bool stands_alone_whole(std::string_view text) {
        return known_part(text, true) != nullptr || known_line(text) != nullptr ||
               row_word_of(text) != RowWord::none;
    }
    void flush(std::size_t column) {
        for (auto& [where, text] : waiting_)
            if (where == column && !text.empty()) alone(column, std::move(text));
        std::erase_if(waiting_, [&](const auto& entry) { return entry.first == column; });
    }
    void alone(std::size_t column, Passage words) {
        // Beside a row of words that has none here it is of the same row.
        if (!rows_.empty() && !rows_.back().figures && rows_.back().texts[column].empty()) {
            rows_.back().texts[column] = std::move(words);
            return;
        }
        BuiltRow row = new_row();
        row.texts[column] = std::move(words);
        rows_.push_back(std::move(row));
    }

    void put_row(std::vector<Cell> cells) {
        std::uint32_t column = 0;
        std::uint32_t where = 0;
        for (const Cell& cell : cells)
            if (!cell.text.from.empty()) where = cell.text.from.front();
        const auto fill = [&](std::uint32_t to) {
            for (; column < to; ++column) {
                Cell cell;
                cell.row = table_.rows;
                cell.column = column;
                cell.text.from.push_back(where);
                table_.cells.push_back(std::move(cell));
            }
        };
        for (Cell& cell : cells) {
            fill(cell.column);
            cell.row = table_.rows;
            column = cell.column + cell.columns;
            table_.cells.push_back(std::move(cell));
        }
        fill(static_cast<std::uint32_t>(columns_.size()));
        ++table_.rows;
    }

    std::vector<Strip> columns_;
    bool has_names_ = std::any_of(columns_.begin(), columns_.end(),
                                  [](const Strip& strip) { return !strip.figures || strip.codes; });
    std::vector<Strip> strips_{};
    std::vector<std::size_t> are_{};
    std::optional<BuiltRow> pending_{};
    std::vector<BuiltRow> rows_{};
    std::vector<std::pair<std::size_t, Passage>> waiting_{};
    Table table_{};
};

std::vector<PieceLine> piece_lines(std::string_view source, std::span<const Line> lines,
                                   const std::vector<std::size_t>& table, Ruler ruler) {
    std::vector<PieceLine> made;
    made.reserve(table.size());
    std::size_t page = 0;
    std::size_t before = table.front();
    for (const std::size_t i : table) {
        for (std::size_t between = before + 1; between <= i; ++between)
            page += lines[between].new_page ? 1 : 0;
        before = i;
        PieceLine& line = made.emplace_back();
        line.page = page;
        line.pieces = pieces_of(source, lines[i], ruler);
        for (const Piece& piece : line.pieces) {
            // Codes by themselves are no figures of a row, nor are years of the heads.
            line.figures = line.figures || (piece.figure && (!is_code(piece) || line.pieces.size() > 2));
        }
    }
    return made;
}

std::optional<Table> read_with(std::string_view source, std::span<const Line> lines,
                               const std::vector<std::size_t>& table, Ruler ruler) {
    const std::vector<PieceLine> made = piece_lines(source, lines, table, ruler);
    std::size_t heads = 0;
    while (heads < made.size() && !made[heads].figures) ++heads;
    // Rows without figures may follow the heads at once: they begin with the first numbered name.
    for (std::size_t i = 1; i < heads; ++i)
        if (!made[i].pieces.empty() && list_number_of(made[i].pieces.front().text.text) != 0) heads = i;
    if (heads > most_head_lines) return std::nullopt;
    const auto rows = std::count_if(made.begin(), made.end(), [](const PieceLine& line) {
        return line.figures && line.pieces.size() > 1;
    });
    if (rows < 2) return std::nullopt;
    struct PageOfTable {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::vector<Strip> strips{};
    };
    std::vector<PageOfTable> pages;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (pages.empty() || made[i].page != made[pages.back().begin].page) pages.push_back({.begin = i});
        pages.back().end = i + 1;
    }
    // What is set alike on all pages is one; else the page with the most columns shows them all.
    std::optional<std::vector<Strip>> columns = columns_of_lines(made);
    if (columns && pages.size() > 1) {
        // Columns that no page has by itself are the same ones, moved.
        std::size_t most = 0;
        for (const PageOfTable& page : pages)
            if (const auto strips =
                    columns_of_lines(std::span(made).subspan(page.begin, page.end - page.begin)))
                most = std::max(most, strips->size());
        if (columns->size() > most) columns.reset();
    }
    if (!columns) {
        if (pages.size() < 2) return std::nullopt;
        for (PageOfTable& page : pages) {
            auto strips = columns_of_lines(std::span(made).subspan(page.begin, page.end - page.begin));
            if (!strips) return std::nullopt;
            page.strips = std::move(*strips);
            if (!columns || page.strips.size() > columns->size()) columns = page.strips;
        }
    }
    AlignedTable aligned(*columns);
    for (const PageOfTable& page : pages) {
        if (!page.strips.empty()) {
            auto are = columns_of_page(page.strips, *columns);
            if (!are) return std::nullopt;
            aligned.begin_page(page.strips, std::move(*are));
        }
        if (page.begin == 0) aligned.add_heads(made, heads);
        for (std::size_t i = std::max(page.begin, heads); i < page.end; ++i)
            if (!aligned.add_line(made[i])) return std::nullopt;
    }
    return aligned.finish();
}

} // namespace

std::optional<Table> clustered_columns(std::string_view source, std::span<const Line> lines, std::size_t at,
                                       std::size_t& end) {
    end = at + 1;
    if (!is_row(lines[at])) return std::nullopt;
    std::vector<std::size_t> table = lines_of_table(source, lines, at);
    // Words behind the last figures are of the table only if they end a label.
    const auto has_digits = [&](std::size_t i) { return lines[i].digits > 0; };
    while (table.size() > 1 && !has_digits(table.back()) && !has_digits(table[table.size() - 2]))
        table.pop_back();
    if (table.size() < 3) return std::nullopt;
    end = table.back() + 1;
    for (const Ruler ruler : {Ruler::columns, Ruler::characters})
        if (auto read = read_with(source, lines, table, ruler)) return read;
    // One line less at the top rarely helps where many lines stand in each other's way.
    constexpr std::size_t few = 64;
    if (table.size() <= few) end = at + 1;
    return std::nullopt;
}

} // namespace tieout::detail
