// SPDX-License-Identifier: MIT
#include "read/formats/html.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <gumbo.h>

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/printed.hpp>

#include "read/document/alphabet.hpp"
#include "read/document/ascii.hpp"
#include "read/document/document.hpp"
#include "read/document/frames.hpp"
#include "read/formats/bounded_html.hpp"
#include "read/formats/footnote_marks.hpp"
#include "read/formats/gathered.hpp"
#include "read/formats/html_nodes.hpp"
#include "read/formats/lines.hpp"
#include "read/formats/printed.hpp"

namespace tieout::detail {

namespace {

/// Memory that is given back all at once. Gumbo gives a tree back by recursion, as deep as the tree.
class Arena {
  public:
    void* take(std::size_t bytes) {
        bytes = (bytes + alignment - 1) / alignment * alignment;
        if (bytes > left_) {
            const std::size_t size = std::max(bytes, chunk);
            chunks_.push_back(std::make_unique<std::byte[]>(size));
            next_ = chunks_.back().get();
            left_ = size;
        }
        void* const memory = next_;
        next_ += bytes;
        left_ -= bytes;
        return memory;
    }

  private:
    static constexpr std::size_t alignment = alignof(std::max_align_t);
    static constexpr std::size_t chunk = std::size_t{1} << 16;
    std::vector<std::unique_ptr<std::byte[]>> chunks_{};
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

void* take_from_arena(void* arena, std::size_t bytes) { return static_cast<Arena*>(arena)->take(bytes); }
void leave_to_arena(void*, void*) {}

class Reader {
  public:
    Reader(Page& page, std::string_view parsed) : page_(page), parsed_(parsed) {}

    void read(const GumboNode* root) {
        find_tables(root);
        for (const GumboNode* node = root; node != nullptr;) {
            leave(node, root);
            if (is_element(node) && is_hidden(node)) {
                node = skip(node, root);
                continue;
            }
            const GumboTag tag = tag_of(node);
            if (is_block(tag)) {
                end_line();
                open_.push_back(node);
            }
            if (tag == GUMBO_TAG_TABLE && !holds_table(node)) {
                if (auto table = table_of_element(node)) {
                    Block& block = page_.blocks.emplace_back();
                    block.kind = Block::Kind::table;
                    block.table = std::move(*table);
                    node = skip(node, root);
                    continue;
                }
            }
            if (take_raised(node, line_)) {
                node = skip(node, root);
                continue;
            }
            put_text(node, line_);
            node = next_of(node, root);
        }
        end_line();
    }

  private:
    /// Lines end where the blocks end that `node` is no longer in.
    void leave(const GumboNode* node, const GumboNode* root) {
        (void)root;
        while (!open_.empty() && !is_within(node, open_.back())) {
            end_line();
            open_.pop_back();
        }
    }
    // Nodes come in order: a node is within a block as long as the block has not been left, which is when the walk goes
    // to a node that is not deeper.
    static bool is_within(const GumboNode* node, const GumboNode* block) noexcept {
        for (const GumboNode* up = node->parent; up != nullptr; up = up->parent)
            if (up == block) return true;
        return false;
    }

    const GumboNode* skip(const GumboNode* node, const GumboNode* root) { return after(node, root); }

    void end_line() {
        Passage text = line_.finish(0);
        if (!text.empty()) page_.blocks.emplace_back().text = std::move(text);
    }

    /// The tables that hold tables: they only lay the page out.
    void find_tables(const GumboNode* root) {
        std::vector<const GumboNode*> tables;
        for (const GumboNode* node = root; node != nullptr; node = next_of(node, root)) {
            if (tag_of(node) != GUMBO_TAG_TABLE) continue;
            while (!tables.empty() && !is_within(node, tables.back())) tables.pop_back();
            if (!tables.empty()) layout_.push_back(tables.back());
            tables.push_back(node);
        }
        std::sort(layout_.begin(), layout_.end());
    }
    [[nodiscard]] bool holds_table(const GumboNode* table) const {
        return std::binary_search(layout_.begin(), layout_.end(), table);
    }

    void put_text(const GumboNode* node, Gathered& into) {
        if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE &&
            node->type != GUMBO_NODE_CDATA)
            return;
        const GumboText& text = node->v.text;
        put_aligned(text.text, {text.original_text.data, text.original_text.length}, into);
    }

    /// Takes a raised text that is no text: the mark of a footnote goes, and m<sup>2</sup> is m².
    bool take_raised(const GumboNode* top, Gathered& into) {
        if (!is_raised(top)) return false;
        constexpr std::size_t longest = 24;
        std::string text;
        std::uint32_t nodes = 0;
        for (const GumboNode* node = next_of(top, top); node != nullptr; node = next_of(node, top)) {
            if (++nodes > longest) return false;
            if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_CDATA) continue;
            for (const char c : std::string_view(node->v.text.text))
                if (!is_white(c)) text += c;
            if (text.size() > longest) return false;
        }
        if (text.empty()) return false;
        const std::uint32_t at = place_of_node(top);
        const char32_t last = into.last();
        if ((text == "2" || text == "3") && (last == U'm' || last == U'M')) {
            into.put(text == "2" ? U'²' : U'³', at, at);
            return true;
        }
        // CO<sub>2</sub> goes on as a name.
        if (last < 0x80 && is_letter(static_cast<char>(last))) return false;
        if (!is_footnote_mark(text)) return false;
        if (last != 0) page_.footnotes.push_back(at);
        return last != 0;
    }

    /// Walks through the text and what was printed for it at once, so that each character knows its place.
    void put_aligned(std::string_view text, std::string_view printed, Gathered& into) {
        const auto begin = static_cast<std::size_t>(printed.data() - parsed_.data());
        std::size_t raw = 0;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = decode_utf8(text, at);
            if (c.length == 0) {
                ++at;
                continue;
            }
            // Tags that were ignored, and comments.
            while (raw < printed.size() && printed[raw] == '<' && c.value != U'<') {
                const bool comment = printed.substr(raw).starts_with("<!--");
                const std::size_t end = comment ? printed.find("-->", raw) : printed.find('>', raw);
                raw = end == std::string_view::npos ? printed.size() : end + (comment ? 3 : 1);
            }
            std::size_t length = 1;
            if (raw < printed.size() && printed[raw] == '&') {
                length = entity_length(printed.substr(raw), text.substr(at));
            } else if (raw < printed.size() && printed[raw] == '\r') {
                length = printed.substr(raw, 2) == "\r\n" ? 2 : 1;
            } else if (raw < printed.size()) {
                length = std::max<std::size_t>(decode_utf8(printed, raw).length, 1);
            } else {
                length = 0;
            }
            const auto from = static_cast<std::uint32_t>(begin + std::min(raw, printed.size()));
            into.put(c.value, from, static_cast<std::uint32_t>(from + length));
            raw += length;
            at += c.length;
        }
    }

    /// Bytes of the entity at the beginning of `printed`, which stands for what `text` begins with.
    static std::size_t entity_length(std::string_view printed, std::string_view text) noexcept {
        constexpr std::size_t longest = 40;
        std::size_t end = 1;
        while (end < printed.size() && end < longest &&
               (is_letter_or_digit(printed[end]) || printed[end] == '#'))
            ++end;
        // An & that stands for itself.
        if (text.starts_with('&') && text.substr(0, end) == printed.substr(0, end) &&
            (end == 1 || text.substr(0, end + 1) == printed.substr(0, end + 1)) &&
            !printed.starts_with("&amp"))
            return 1;
        if (end < printed.size() && printed[end] == ';') return end + 1;
        if (printed.starts_with("&#")) return end;
        // Some old names need no semicolon: &nbsp5. The name is as long as makes the rest fit.
        for (std::size_t name = 3; name <= end; ++name) {
            const CodePoint c = decode_utf8(text, 0);
            const std::string_view rest = text.substr(c.length, 8);
            if (printed.substr(name, rest.size())
                    .starts_with(rest.substr(0, std::min(rest.size(), end - name + 1))) &&
                name >= 3)
                return name;
        }
        return end;
    }

    /// The text of all that is in `top`, on one line.
    Cell cell_of(const GumboNode* top) {
        Gathered text;
        const std::uint32_t at = place_of_node(top);
        for (const GumboNode* node = next_of(top, top); node != nullptr;) {
            if ((is_element(node) && is_hidden(node)) || take_raised(node, text)) {
                node = after(node, top);
                continue;
            }
            if (is_block(tag_of(node))) text.break_line(at);
            put_text(node, text);
            const GumboNode* next = next_of(node, top);
            // Behind a block, too: its end is where the walk goes up again.
            if (next != nullptr && next->parent != node && is_block(tag_of(node->parent)) &&
                node->parent != top)
                text.break_line(at);
            node = next;
        }
        Cell cell;
        cell.indent = text.indent();
        cell.text = text.finish(at);
        return cell;
    }

    [[nodiscard]] std::uint32_t place_of_node(const GumboNode* node) const noexcept {
        const GumboStringPiece& tag = node->v.element.original_tag;
        if (tag.data == nullptr || tag.data < parsed_.data() || tag.data > parsed_.data() + parsed_.size())
            return 0;
        return static_cast<std::uint32_t>(tag.data - parsed_.data() +
                                          static_cast<std::ptrdiff_t>(tag.length));
    }

    std::optional<Table> table_of_element(const GumboNode* element) {
        std::vector<const GumboNode*> rows;
        const GumboNode* caption = nullptr;
        for (const GumboNode* node = next_of(element, element); node != nullptr;) {
            const GumboTag tag = tag_of(node);
            const bool hidden = is_element(node) && is_hidden(node);
            if (tag == GUMBO_TAG_TR && !hidden) rows.push_back(node);
            if (tag == GUMBO_TAG_CAPTION && !hidden && caption == nullptr) caption = node;
            const bool section = tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT;
            node = section && !hidden ? next_of(node, element) : after(node, element);
        }
        const auto count = static_cast<std::uint32_t>(rows.size());
        Table table;
        table.rows = count;
        std::vector<Cell> cells;
        // Per column, the row from which on it is free.
        std::vector<std::uint32_t> free_from;
        std::vector<std::size_t> first_of_row;
        for (std::uint32_t r = 0; r < count; ++r) {
            first_of_row.push_back(cells.size());
            std::uint32_t column = 0;
            const GumboVector& children = rows[r]->v.element.children;
            for (unsigned i = 0; i < children.length; ++i) {
                const auto* node = static_cast<const GumboNode*>(children.data[i]);
                const GumboTag tag = tag_of(node);
                if ((tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) || is_hidden(node)) continue;
                while (column < free_from.size() && free_from[column] > r) ++column;
                if (column >= most_columns) {
                    page_.unread.push_back({place_of_node(element), Unread::Why::columns});
                    return std::nullopt;
                }
                Cell cell = cell_of(node);
                cell.row = r;
                cell.column = column;
                cell.rows = std::min(span_of(node, "rowspan", 65534, count), count - r);
                const std::uint32_t wanted =
                    std::min(span_of(node, "colspan", most_columns, 1), most_columns - column);
                // Cells never lie upon each other.
                cell.columns = 0;
                while (cell.columns < wanted &&
                       (column + cell.columns >= free_from.size() || free_from[column + cell.columns] <= r))
                    ++cell.columns;
                if (column + cell.columns > free_from.size()) free_from.resize(column + cell.columns, 0);
                std::fill_n(free_from.begin() + static_cast<std::ptrdiff_t>(column), cell.columns,
                            r + cell.rows);
                column += cell.columns;
                cells.push_back(std::move(cell));
            }
        }
        first_of_row.push_back(cells.size());
        table.columns = static_cast<std::uint32_t>(free_from.size());
        if (!is_sensible(table.rows, table.columns, cells.size())) return std::nullopt;
        fill(table, cells, first_of_row, rows);
        table.printed.assign(count, table.columns);
        if (caption != nullptr) table.frame.name = cell_of(caption).text;
        return table;
    }

    /// Empty cells where no cell was printed.
    void fill(Table& table, std::vector<Cell>& cells, const std::vector<std::size_t>& first_of_row,
              const std::vector<const GumboNode*>& rows) {
        std::vector<std::uint32_t> free_from(table.columns, 0);
        table.cells.reserve(cells.size());
        for (std::uint32_t r = 0; r < table.rows; ++r) {
            std::size_t next = first_of_row[r];
            std::uint32_t at = place_of_node(rows[r]);
            for (std::uint32_t column = 0; column < table.columns;) {
                if (free_from[column] > r) {
                    ++column;
                    continue;
                }
                if (next < first_of_row[r + 1] && cells[next].column == column) {
                    Cell& cell = cells[next++];
                    std::fill_n(free_from.begin() + static_cast<std::ptrdiff_t>(column), cell.columns,
                                r + cell.rows);
                    column += cell.columns;
                    at = cell.text.from.back();
                    table.cells.push_back(std::move(cell));
                    continue;
                }
                Cell empty;
                empty.row = r;
                empty.column = column++;
                empty.text.from.push_back(at);
                table.cells.push_back(std::move(empty));
            }
        }
    }

    Page& page_;
    std::string_view parsed_;
    Gathered line_{};
    std::vector<const GumboNode*> open_{};
    std::vector<const GumboNode*> layout_{};
};

} // namespace

Page page_of_html(std::string source) {
    Page page;
    page.source = std::move(source);
    page.lines = line_starts(page.source);
    count_characters(page);
    const std::string bounded = bounded_html(page.source);
    Arena arena;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take_from_arena;
    options.deallocator = leave_to_arena;
    options.userdata = &arena;
    options.max_errors = 0;
    const GumboOutput* output = gumbo_parse_with_options(&options, bounded.data(), bounded.size());
    if (output != nullptr && output->root != nullptr) Reader(page, bounded).read(output->root);
    frame_tables(page);
    return page;
}

bool looks_like_html(std::string_view text) noexcept {
    constexpr std::size_t looked_at = std::size_t{1} << 16;
    text = text.substr(0, looked_at);
    std::size_t begin = 0;
    if (text.starts_with("\xEF\xBB\xBF")) begin = 3;
    while (begin < text.size() && is_white(text[begin])) ++begin;
    const auto at = [&](std::size_t from, std::string_view word) {
        if (text.size() - from < word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (lower(text[from + i]) != word[i]) return false;
        // The name of a tag ends there.
        const std::size_t end = from + word.size();
        return end == text.size() || !is_letter_or_digit(text[end]);
    };
    for (const std::string_view word : {"<!doctype html", "<html", "<head", "<body", "<meta"})
        if (at(begin, word)) return true;
    std::size_t tags = 0;
    for (std::size_t i = begin; (i = text.find('<', i)) != std::string_view::npos; ++i) {
        for (const std::string_view word : {"<html", "<!doctype html", "<body"})
            if (at(i, word)) return true;
        for (const std::string_view word : {"<p", "</p", "<td", "</td", "<tr", "</tr", "<div", "</div", "<br",
                                            "<th", "<table", "</table", "<span", "</span"})
            tags += at(i, word) ? 1 : 0;
        if (tags >= 3) return true;
    }
    return false;
}

} // namespace tieout::detail
