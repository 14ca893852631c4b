// SPDX-License-Identifier: MIT
#include "read/office/word.hpp"

#include "read/document/frames.hpp"
#include "read/formats/gathered.hpp"
#include "read/formats/printed.hpp"
#include "read/office/numbering.hpp"
#include "read/office/runs.hpp"
#include "read/office/xml.hpp"

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>

namespace tieout::detail {

namespace {

bool is_any(const pugi::xml_node& node, std::initializer_list<std::string_view> names) noexcept {
    const std::string_view name = local_name(node.name());
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether a switch among properties is on.
bool is_on(const pugi::xml_node& properties, std::string_view name) noexcept {
    const pugi::xml_node property = child_of(properties, name);
    return !property.empty() && says_yes(attribute_of(property, "val"));
}

/// The first that holds a text box, of several forms of one thing; else the first.
pugi::xml_node chosen_of(const pugi::xml_node& alternatives) {
    for (const pugi::xml_node& each : alternatives)
        if (is_named(each, "Choice")) return each;
    return child_of(alternatives, "Fallback");
}

class WordReader {
  public:
    WordReader(Archive& archive, Page& page, std::vector<Problem>& problems)
        : archive_(archive), page_(page), problems_(problems) {}

    void read() {
        std::string name = Relationships(archive_, {}, problems_).by_type("officeDocument");
        if (name.empty()) name = "word/document.xml";
        const Relationships targets(archive_, name, problems_);
        if (const std::string part = targets.by_type("numbering"); archive_.holds(part))
            numbering_.read_lists(archive_, part, problems_);
        if (const std::string part = targets.by_type("styles"); archive_.holds(part))
            numbering_.read_styles(archive_, part, problems_);
        if (archive_.fault()) return;
        const auto document = read_xml(archive_, name, problems_);
        if (document == nullptr) return;
        blocks_of(child_of(document->tree.document_element(), "body"));
        end_line();
        for (const std::string_view notes : {"footnotes", "endnotes"})
            if (const std::string part = targets.by_type(notes); archive_.holds(part)) read_notes(part);
        for (const std::string_view kind : {"header", "footer"})
            for (const std::string& part : targets.all_by_type(kind))
                if (archive_.holds(part)) read_running(part);
        if (embedded_ != 0) {
            Problem problem{.kind = Problem::Kind::remark, .seen = "left out"};
            problem.expected = std::to_string(embedded_) + " embedded documents";
            problems_.push_back(std::move(problem));
        }
        if (page_.blocks.empty() && pictures_ != 0) problems_.push_back({.kind = Problem::Kind::scanned});
        frame_tables(page_);
    }

  private:
    // ── parts beside the body ──

    void read_notes(const std::string& part) {
        const auto notes = read_xml(archive_, part, problems_);
        if (notes == nullptr) return;
        for (const pugi::xml_node& note : notes->tree.document_element()) {
            // What parts notes from the text is a note, too.
            const std::string_view type = attribute_of(note, "type");
            if (!type.empty() && type != "normal") continue;
            in_note_ = true;
            ++notes_;
            blocks_of(note);
            end_line();
        }
        in_note_ = false;
    }
    /// Of headers and footers only the tables say anything; each is read once.
    void read_running(const std::string& part) {
        const auto xml = read_xml(archive_, part, problems_);
        if (xml == nullptr) return;
        for (const pugi::xml_node& node : xml->tree.document_element()) {
            if (!is_named(node, "tbl")) continue;
            std::string text;
            words_of(node, text);
            if (running_.insert(std::move(text)).second) read_table(node);
        }
        end_line();
    }
    static void words_of(const pugi::xml_node& node, std::string& text) {
        if (is_named(node, "t")) (text += node.child_value()) += '\n';
        for (const pugi::xml_node& child : node) words_of(child, text);
    }

    // ── blocks ──

    void blocks_of(const pugi::xml_node& parent) {
        for (const pugi::xml_node& node : parent) {
            if (is_named(node, "p"))
                read_paragraph(node);
            else if (is_named(node, "tbl"))
                read_table(node);
            else if (is_named(node, "AlternateContent"))
                blocks_of(chosen_of(node));
            else if (is_named(node, "sdt"))
                blocks_of(child_of(node, "sdtContent"));
            else if (is_any(node, {"customXml", "smartTag", "ins", "moveTo"}))
                blocks_of(node);
            else if (is_named(node, "altChunk"))
                ++embedded_;
        }
    }

    void read_paragraph(const pugi::xml_node& node) {
        const pugi::xml_node properties = child_of(node, "pPr");
        if (at_beginning_) {
            line_begin_ = size();
            const std::string number = numbering_.before(properties);
            put(number, line_);
            if (!number.empty()) put(" ", line_);
        }
        at_beginning_ = false;
        std::vector<pugi::xml_node> boxes;
        inline_of(node, line_, boxes);
        // A paragraph whose end was deleted goes on in the next one.
        const pugi::xml_node mark = child_of(properties, "rPr");
        if (child_of(mark, "del").empty()) end_line();
        if (boxes.empty()) return;
        end_line();
        for (const pugi::xml_node& box : boxes) blocks_of(box);
    }

    void end_line() {
        at_beginning_ = true;
        Passage text = line_.finish(size());
        page_.source += '\n';
        if (text.empty()) return;
        const FilePart part = in_note_ ? FilePart(FilePart::Kind::note, notes_)
                                       : FilePart(FilePart::Kind::paragraph, ++paragraphs_);
        page_.parts.push_back({line_begin_, part});
        page_.blocks.emplace_back().text = std::move(text);
    }

    // ── runs ──

    [[nodiscard]] bool in_instruction() const noexcept {
        return std::find(fields_.begin(), fields_.end(), true) != fields_.end();
    }

    void inline_of(const pugi::xml_node& parent, Gathered& into, std::vector<pugi::xml_node>& boxes) {
        for (const pugi::xml_node& node : parent) {
            if (is_named(node, "r")) {
                run(node, into, boxes);
            } else if (is_named(node, "sdt")) {
                inline_of(child_of(node, "sdtContent"), into, boxes);
            } else if (is_named(node, "AlternateContent")) {
                inline_of(chosen_of(node), into, boxes);
            } else if (is_any(node, {"hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml",
                                     "dir", "bdo"})) {
                inline_of(node, into, boxes);
            } else if (is_any(node, {"oMath", "oMathPara"})) {
                std::string text;
                words_of(node, text);
                text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
                put(text, into);
            }
        }
    }

    void run(const pugi::xml_node& node, Gathered& into, std::vector<pugi::xml_node>& boxes) {
        const pugi::xml_node properties = child_of(node, "rPr");
        if (is_on(properties, "vanish")) return;
        const bool raised = attribute_of(child_of(properties, "vertAlign"), "val") == "superscript";
        for (const pugi::xml_node& each : node) {
            if (is_named(each, "fldChar")) {
                field(attribute_of(each, "fldCharType"));
            } else if (is_any(each, {"drawing", "pict", "object"})) {
                ++pictures_;
                boxes_of(each, boxes);
            } else if (is_named(each, "AlternateContent")) {
                run(chosen_of(each), into, boxes);
            } else if (in_instruction()) {
                continue;
            } else if (is_named(each, "t")) {
                const std::string_view text = each.child_value();
                if (raised)
                    put(raised_text(before_, text), into);
                else
                    put(text, into);
            } else if (is_named(each, "tab")) {
                put("\t", into);
            } else if (is_any(each, {"br", "cr"})) {
                // Where a page or a column ends is nothing of the text.
                const std::string_view type = attribute_of(each, "type");
                if (type != "page" && type != "column") put("\n", into);
            } else if (is_named(each, "noBreakHyphen")) {
                put("-", into);
            }
        }
    }

    void field(std::string_view type) {
        if (type == "begin")
            fields_.push_back(true);
        else if (type == "separate" && !fields_.empty())
            fields_.back() = false;
        else if (type == "end" && !fields_.empty())
            fields_.pop_back();
    }

    static void boxes_of(const pugi::xml_node& node, std::vector<pugi::xml_node>& boxes) {
        for (const pugi::xml_node& child : node) {
            if (is_named(child, "txbxContent"))
                boxes.push_back(child);
            else if (is_named(child, "AlternateContent"))
                boxes_of(chosen_of(child), boxes);
            else
                boxes_of(child, boxes);
        }
    }

    /// Adds characters to the source, and to a line or a cell.
    void put(std::string_view text, Gathered& into) {
        if (!text.empty()) before_ = text.substr(text.size() - 1);
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = decode_utf8(text, at);
            const std::size_t length = std::max<std::size_t>(c.length, 1);
            const std::uint32_t from = size();
            page_.source += text.substr(at, length);
            at += length;
            if (c.length == 0) continue;
            // Spaces of a Word file count, as they do in no web page.
            constexpr char32_t space_that_counts = U'\u00A0';
            into.put(c.value == U' ' ? space_that_counts : c.value, from, size());
        }
    }

    // ── tables ──

    struct ReadRow {
        std::vector<Cell> cells{};
        std::uint32_t end = 0; ///< the byte of the source behind it
    };

    void read_table(const pugi::xml_node& node) {
        end_line();
        std::vector<pugi::xml_node> rows;
        rows_of(node, rows);
        // What holds tables only lays the page out.
        std::vector<pugi::xml_node> cells;
        for (const pugi::xml_node& row : rows) cells_of(row, cells);
        const bool layout = std::any_of(cells.begin(), cells.end(), [](const pugi::xml_node& cell) {
            return !child_of(cell, "tbl").empty();
        });
        if (!layout && put_table(rows)) return;
        for (const pugi::xml_node& cell : cells) blocks_of(cell);
    }

    static void rows_of(const pugi::xml_node& node, std::vector<pugi::xml_node>& rows) {
        for (const pugi::xml_node& each : node) {
            const pugi::xml_node properties = child_of(each, "trPr");
            if (is_named(each, "tr") && child_of(properties, "del").empty())
                rows.push_back(each);
            else if (is_named(each, "sdt"))
                rows_of(child_of(each, "sdtContent"), rows);
            else if (is_any(each, {"customXml", "ins", "moveTo"}))
                rows_of(each, rows);
        }
    }
    static void cells_of(const pugi::xml_node& row, std::vector<pugi::xml_node>& cells) {
        for (const pugi::xml_node& each : row) {
            if (is_named(each, "tc"))
                cells.push_back(each);
            else if (is_named(each, "sdt"))
                cells_of(child_of(each, "sdtContent"), cells);
            else if (is_any(each, {"customXml", "ins", "moveTo"}))
                cells_of(each, cells);
        }
    }

    /// Whether the rows are a table: two of them at least, and two columns.
    bool put_table(const std::vector<pugi::xml_node>& rows) {
        const std::uint32_t source_begin = size();
        const FilePart part(FilePart::Kind::table, tables_ + 1);
        const auto fields = fields_;
        std::vector<ReadRow> read;
        /// Per column, where the cell stands that goes on below: its row, and its number in it.
        std::vector<std::pair<std::size_t, std::size_t>> open;
        constexpr std::pair closed{SIZE_MAX, SIZE_MAX};
        std::uint32_t columns = 0;
        std::size_t printed = 0;
        const auto give_up = [&](bool wide) {
            page_.source.resize(source_begin);
            fields_ = fields;
            if (!wide) return false;
            page_.parts.push_back({source_begin, part});
            page_.unread.push_back({source_begin, Unread::Why::columns});
            page_.source += '\n';
            ++tables_;
            return false;
        };
        for (const pugi::xml_node& row : rows) {
            std::vector<pugi::xml_node> cells;
            cells_of(row, cells);
            ReadRow& to = read.emplace_back();
            const std::size_t r = read.size() - 1;
            std::uint32_t column =
                number_of(attribute_of(child_of(child_of(row, "trPr"), "gridBefore"), "val")).value_or(0);
            for (const pugi::xml_node& each : cells) {
                const pugi::xml_node properties = child_of(each, "tcPr");
                const std::uint32_t span = std::max<std::uint32_t>(
                    1, number_of(attribute_of(child_of(properties, "gridSpan"), "val")).value_or(1));
                if (column >= most_columns || span > most_columns - column) return give_up(true);
                open.resize(std::max<std::size_t>(open.size(), column + span), closed);
                const pugi::xml_node merge = child_of(properties, "vMerge");
                const bool goes_on = !merge.empty() && attribute_of(merge, "val") != "restart";
                if (goes_on && open[column] != closed && open[column].first + 1 <= r) {
                    Cell& above = read[open[column].first].cells[open[column].second];
                    if (above.column == column && above.columns == span && above.row + above.rows == r) {
                        ++above.rows;
                        column += span;
                        continue;
                    }
                }
                Cell cell = cell_of(each);
                cell.row = static_cast<std::uint32_t>(r);
                cell.column = column;
                cell.columns = span;
                std::fill_n(open.begin() + column, span, closed);
                if (!merge.empty()) open[column] = {r, to.cells.size()};
                column += span;
                to.cells.push_back(std::move(cell));
                ++printed;
            }
            columns = std::max(columns, column);
            to.end = size();
        }
        if (columns > most_columns) return give_up(true);
        if (!is_sensible(read.size(), columns, printed)) return give_up(false);
        ++tables_;
        page_.parts.push_back({source_begin, part});
        Block& block = page_.blocks.emplace_back();
        block.kind = Block::Kind::table;
        fill(block.table, read, columns);
        page_.source += '\n';
        return true;
    }

    /// Empty cells where no cell was printed.
    static void fill(Table& table, std::vector<ReadRow>& rows, std::uint32_t columns) {
        table.rows = static_cast<std::uint32_t>(rows.size());
        table.columns = columns;
        table.printed.assign(table.rows, columns);
        std::vector<std::uint32_t> free_from(columns, 0);
        for (std::uint32_t r = 0; r < table.rows; ++r) {
            auto next = rows[r].cells.begin();
            for (std::uint32_t column = 0; column < columns;) {
                if (next != rows[r].cells.end() && next->column == column) {
                    std::fill_n(free_from.begin() + column, next->columns, r + next->rows);
                    column += next->columns;
                    table.cells.push_back(std::move(*next++));
                    continue;
                }
                if (free_from[column] <= r) {
                    Cell empty;
                    empty.row = r;
                    empty.column = column;
                    empty.text.from.push_back(rows[r].end);
                    table.cells.push_back(std::move(empty));
                }
                ++column;
            }
        }
    }

    /// The text of a cell, on one line.
    Cell cell_of(const pugi::xml_node& node) {
        Gathered text;
        std::vector<pugi::xml_node> boxes;
        bool first = true;
        std::uint32_t indent = 0;
        paragraphs_of(node, text, boxes, first, indent);
        while (!boxes.empty()) {
            const pugi::xml_node box = boxes.back();
            boxes.pop_back();
            paragraphs_of(box, text, boxes, first, indent);
        }
        Cell cell;
        cell.indent = text.indent() + indent;
        cell.text = text.finish(size());
        page_.source += '\t';
        return cell;
    }
    void paragraphs_of(const pugi::xml_node& parent, Gathered& text, std::vector<pugi::xml_node>& boxes,
                       bool& first, std::uint32_t& indent) {
        for (const pugi::xml_node& node : parent) {
            if (is_named(node, "sdt")) {
                paragraphs_of(child_of(node, "sdtContent"), text, boxes, first, indent);
            } else if (is_any(node, {"customXml", "ins", "moveTo"})) {
                paragraphs_of(node, text, boxes, first, indent);
            } else if (is_named(node, "p")) {
                const pugi::xml_node properties = child_of(node, "pPr");
                if (first)
                    indent = indent_of(properties);
                else
                    text.break_line(size());
                first = false;
                const std::string number = numbering_.before(properties);
                put(number, text);
                inline_of(node, text, boxes);
            }
        }
    }
    /// How far a paragraph is indented, in half-width columns of usual letters; nothing if it is not set to the left.
    static std::uint32_t indent_of(const pugi::xml_node& properties) {
        const std::string_view set = attribute_of(child_of(properties, "jc"), "val");
        if (set == "center" || set == "right" || set == "end") return 0;
        const pugi::xml_node node = child_of(properties, "ind");
        constexpr std::uint32_t twips_of_column = 105;
        constexpr std::uint32_t hundredths_of_column = 50;
        constexpr std::uint32_t most = 40;
        std::uint32_t columns = 0;
        for (const auto& [chars, twips] :
             {std::pair{"leftChars", "left"}, std::pair{"firstLineChars", "firstLine"}}) {
            if (const auto hundredths = number_of(attribute_of(node, chars)))
                columns += std::min(*hundredths / hundredths_of_column, most);
            else if (const auto length = number_of(attribute_of(node, twips)))
                columns += std::min(*length / twips_of_column, most);
        }
        return std::min(columns, most);
    }

    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(page_.source.size());
    }

    Archive& archive_;
    Page& page_;
    std::vector<Problem>& problems_;
    Numbering numbering_{};
    Gathered line_{};
    std::uint32_t line_begin_ = 0;
    /// The last byte that was written, by which a raised text is a mark or a word.
    std::string before_{};
    bool at_beginning_ = true;
    bool in_note_ = false;
    /// Of the fields that are open, whether their instruction is going on.
    std::vector<bool> fields_{};
    std::set<std::string, std::less<>> running_{};
    std::uint32_t paragraphs_ = 0;
    std::uint32_t tables_ = 0;
    std::uint32_t notes_ = 0;
    std::uint32_t embedded_ = 0;
    std::uint32_t pictures_ = 0;
};

} // namespace

Page page_of_word(std::string_view bytes, const OpenOptions&, std::vector<Problem>& problems) {
    Page page;
    Archive archive(bytes);
    if (archive.fault()) {
        problems.push_back(*archive.fault());
        return page;
    }
    WordReader(archive, page, problems).read();
    return page;
}

} // namespace tieout::detail
