// SPDX-License-Identifier: MIT
#include "read/office/workbook.hpp"

#include "read/document/alphabet.hpp"
#include "read/document/frames.hpp"
#include "read/formats/printed.hpp"
#include "read/formats/row_blocks.hpp"
#include "read/json/complaints.hpp"
#include "read/office/runs.hpp"
#include "read/office/shared_parts.hpp"
#include "read/office/xml.hpp"
#include "read/vocabulary/frame_lines.hpp"

#include <tieout/base/cell.hpp>
#include <tieout/read/json.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace tieout::detail {

namespace {

/// Rows and columns that spreadsheets have.
constexpr std::uint32_t most_rows = 1'048'576;
/// Tables side by side.
constexpr std::size_t most_regions = 16;
/// Empty rows that part what stands around them; more say no more.
constexpr std::uint32_t most_blank_rows = 20;

/// A cell in which something stands.
struct FilledCell {
    std::uint32_t column = 0;
    Field text{};
};
struct FilledRow {
    std::uint32_t number = 0;
    std::size_t first = 0; ///< of its cells
    std::size_t end = 0;
    bool left_out = false;
};

/// A sheet whose text stands in the source.
struct Sheet {
    Span name{};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<FilledCell> cells{};
    std::vector<FilledRow> rows{};
    std::vector<Merged> merged{};
};

class WorkbookReader {
  public:
    WorkbookReader(Archive& archive, const OpenOptions& opening, Page& page, std::vector<Problem>& problems)
        : archive_(archive), opening_(opening), page_(page), problems_(problems) {}

    void read() {
        std::string name = Relationships(archive_, {}, problems_).by_type("officeDocument");
        if (name.empty()) name = "xl/workbook.xml";
        const auto workbook = read_xml(archive_, name, problems_);
        if (workbook == nullptr) return;
        const pugi::xml_node root = workbook->tree.document_element();
        const std::string_view epoch = attribute_of(child_of(root, "workbookPr"), "date1904");
        if (!epoch.empty() && says_yes(epoch)) epoch_ = Epoch::year_1904;
        const Relationships targets(archive_, name, problems_);
        if (const std::string styles = targets.by_type("styles"); archive_.holds(styles))
            styles_.read(archive_, styles, problems_);
        if (const std::string strings = targets.by_type("sharedStrings"); archive_.holds(strings))
            strings_.read(archive_, strings, problems_);
        for (const pugi::xml_node& each : child_of(root, "sheets")) {
            if (!is_named(each, "sheet") || archive_.fault()) continue;
            const std::string target = targets.by_id(attribute_of(each, "id"));
            const std::string_view state = attribute_of(each, "state");
            const bool hidden = !state.empty() && state != "visible";
            if (hidden) ++hidden_sheets_;
            if (hidden && !opening_.hidden) continue;
            // A sheet of nothing but a chart has no cells.
            if (target.empty() || target.find("chartsheets/") != target.npos) continue;
            read_sheet(target, std::string(attribute_of(each, "name")));
        }
        if (hidden_sheets_ != 0) remark({}, {}, hidden_sheets_, "hidden sheets");
        lay_out();
    }

  private:
    // ── one sheet ──

    void read_sheet(const std::string& target, std::string name) {
        if (name.empty()) name = "Sheet" + std::to_string(page_.sheets.size() + 1);
        const auto xml = read_xml(archive_, target, problems_);
        const FilePart part(FilePart::Kind::sheet, static_cast<std::uint32_t>(page_.sheets.size() + 1));
        page_.sheets.push_back(name);
        Sheet& sheet = sheets_.emplace_back();
        sheet.begin = size();
        page_.parts.push_back({sheet.begin, part});
        page_.source += name;
        sheet.name = {sheet.begin, size()};
        page_.source += '\n';
        if (xml == nullptr) {
            problems_.back().part = part;
            problems_.back().sheet = name;
            sheet.end = size();
            return;
        }
        const pugi::xml_node root = xml->tree.document_element();
        const std::vector<bool> hidden = hidden_columns(root);
        part_ = part;
        std::uint32_t hidden_rows = 0;
        std::uint32_t next_row = 0;
        for (const pugi::xml_node& row : child_of(root, "sheetData")) {
            if (!is_named(row, "row")) continue;
            std::uint32_t number = next_row;
            if (const auto given = number_of(attribute_of(row, "r")); given && *given > next_row)
                number = *given - 1;
            if (number >= most_rows) break;
            next_row = number + 1;
            const std::string_view is_hidden = attribute_of(row, "hidden");
            const bool row_hidden = !is_hidden.empty() && says_yes(is_hidden);
            if (row_hidden) ++hidden_rows;
            FilledRow filled{.number = number, .first = sheet.cells.size()};
            filled.left_out = row_hidden && !opening_.hidden;
            if (!filled.left_out) read_row(row, number, hidden, sheet);
            filled.end = sheet.cells.size();
            sheet.rows.push_back(filled);
            page_.source += '\n';
        }
        sheet.end = size();
        for (const pugi::xml_node& each : child_of(root, "mergeCells"))
            read_merged(attribute_of(each, "ref"), sheet);
        std::stable_sort(sheet.merged.begin(), sheet.merged.end(),
                         [](const Merged& a, const Merged& b) { return a.row < b.row; });
        if (hidden_rows != 0) remark(part, name, hidden_rows, "hidden rows");
        const auto columns = static_cast<std::uint32_t>(std::count(hidden.begin(), hidden.end(), true));
        if (columns != 0) remark(part, name, columns, "hidden columns");
        if (without_value_ != 0)
            remark(part, name, std::exchange(without_value_, 0), "formulas without a value");
    }

    static std::vector<bool> hidden_columns(const pugi::xml_node& root) {
        std::vector<bool> hidden;
        for (const pugi::xml_node& each : child_of(root, "cols")) {
            const std::string_view is_hidden = attribute_of(each, "hidden");
            if (is_hidden.empty() || !says_yes(is_hidden)) continue;
            const auto first = number_of(attribute_of(each, "min"));
            const auto last = number_of(attribute_of(each, "max"));
            if (!first || !last || *first == 0) continue;
            // All columns behind the last one are often hidden: nothing stands in them.
            for (std::uint32_t c = *first - 1; c < std::min(*last, most_columns); ++c) {
                if (hidden.size() <= c) hidden.resize(c + 1);
                hidden[c] = true;
            }
        }
        return hidden;
    }

    void read_row(const pugi::xml_node& row, std::uint32_t number, const std::vector<bool>& hidden,
                  Sheet& sheet) {
        std::uint32_t next = 0;
        const std::size_t first = sheet.cells.size();
        for (const pugi::xml_node& node : row) {
            if (!is_named(node, "c")) continue;
            std::uint32_t column = next;
            if (const auto address = cell_named(attribute_of(node, "r")); address && address->column > next)
                column = address->column - 1;
            next = column + 1;
            if (column < hidden.size() && hidden[column] && !opening_.hidden) continue;
            const std::uint32_t begin = size();
            put_cell(node, {number + 1, column + 1});
            if (size() == begin) continue;
            if (column >= most_columns) {
                page_.source.resize(begin);
                if (sheet.cells.size() > first || page_.unread.empty() ||
                    page_.unread.back().at < sheet.begin)
                    page_.unread.push_back({sheet.begin, Unread::Why::columns});
                break;
            }
            sheet.cells.push_back({column, {{begin, size()}, false}});
            page_.source += '\t';
        }
    }

    /// Writes what a cell shows.
    void put_cell(const pugi::xml_node& node, CellAddress address) {
        const std::string_view type = attribute_of(node, "t");
        const CellStyle& style = styles_.of(number_of(attribute_of(node, "s")).value_or(0));
        const std::string_view value = child_of(node, "v").child_value();
        const auto put_words = [&](std::string_view words) {
            if (words.empty()) return;
            page_.source.append(std::size_t{2} * style.indent, ' ');
            page_.source += words;
        };
        if (type == "s") {
            put_words(strings_.at(number_of(value)));
        } else if (type == "inlineStr") {
            put_words(text_of_runs(child_of(node, "is")));
        } else if (type == "str" || type == "d") {
            put_words(value);
        } else if (type == "b") {
            put_words(value == "1" ? "TRUE" : "FALSE");
        } else if (type == "e") {
            put_words(value);
            complain(Problem::Kind::error_value, address, value);
        } else if (!value.empty()) {
            const auto shown = style.format->shown(value, epoch_);
            page_.source += shown ? *shown : std::string(value);
        } else if (!child_of(node, "f").empty()) {
            ++without_value_;
        }
    }

    static void read_merged(std::string_view range, Sheet& sheet) {
        const std::size_t colon = range.find(':');
        if (colon == range.npos) return;
        const auto first = cell_named(range.substr(0, colon));
        const auto last = cell_named(range.substr(colon + 1));
        if (!first || !last || last->row < first->row || last->column < first->column) return;
        if (first->column > most_columns || last->row > most_rows) return;
        sheet.merged.push_back({first->row - 1, first->column - 1, last->row - first->row + 1,
                                std::min(last->column, most_columns) - first->column + 1});
    }

    // ── problems ──

    void complain(Problem::Kind kind, CellAddress cell, std::string_view seen) {
        if (problems_.size() >= ReadLimits::problems) return;
        Problem problem{.kind = kind, .seen = excerpt(seen)};
        problem.part = part_;
        problem.sheet = page_.sheets.back();
        problem.cell = cell;
        problems_.push_back(std::move(problem));
    }
    void remark(FilePart part, const std::string& sheet, std::uint32_t count, std::string_view what) {
        Problem problem{.kind = Problem::Kind::remark};
        problem.expected = std::to_string(count) + ' ' + std::string(what);
        if (what != "formulas without a value") problem.seen = opening_.hidden ? "read" : "left out";
        problem.part = part;
        problem.sheet = sheet;
        problems_.push_back(std::move(problem));
    }

    // ── blocks ──

    void lay_out() {
        page_.source.shrink_to_fit();
        for (Sheet& sheet : sheets_) {
            for (const auto& [first, end] : regions_of(sheet)) lay_out(sheet, first, end);
            sheet.cells = {};
        }
        frame_tables(page_);
        name_by_sheets();
    }

    /// The rows of a sheet within some of its columns.
    void lay_out(const Sheet& sheet, std::uint32_t first_column, std::uint32_t end_column) {
        RowBlocks blocks(page_);
        blocks.merge(sheet.merged);
        constexpr std::size_t gaps_max = std::size_t{1} << 20U;
        std::vector<Field> fields;
        std::size_t laid_out = 0;
        std::uint32_t next = 0;
        for (const FilledRow& row : sheet.rows) {
            if (row.left_out) {
                next = row.number + 1;
                continue;
            }
            const std::uint32_t blank = std::min(row.number - std::min(next, row.number), most_blank_rows);
            for (std::uint32_t i = 0; i < blank; ++i)
                blocks.add(std::span<const Field>(&nothing, 1), next + i, first_column);
            next = row.number + 1;
            fields.clear();
            for (std::size_t i = row.first; i < row.end; ++i) {
                const FilledCell& cell = sheet.cells[i];
                if (cell.column < first_column || cell.column >= end_column) continue;
                const std::uint32_t at = cell.text.text.begin;
                while (fields.size() < cell.column - first_column) fields.push_back({{at, at}, false});
                fields.push_back(cell.text);
            }
            if (fields.empty()) fields.push_back(nothing);
            // Rows of little more than gaps would take memory without end.
            laid_out += fields.size();
            if (laid_out > gaps_max + std::size_t{16} * sheet.cells.size()) {
                page_.unread.push_back({sheet.begin, Unread::Why::columns});
                break;
            }
            blocks.add(fields, row.number, first_column);
        }
        blocks.finish();
    }

    /// The columns that belong together: several tables side by side have a column between them in which nothing stands, and each
    /// of them begins with a line of its own.
    static std::vector<std::pair<std::uint32_t, std::uint32_t>> regions_of(const Sheet& sheet) {
        // How many more cells begin in each column than end before it.
        std::vector<std::int64_t> used(most_columns + 1);
        std::uint32_t count = 0;
        const auto use = [&](std::uint32_t first, std::uint32_t end) {
            ++used[first];
            --used[end];
        };
        for (const FilledCell& cell : sheet.cells) {
            use(cell.column, cell.column + 1);
            count = std::max(count, cell.column + 1);
        }
        for (const Merged& merged : sheet.merged)
            if (merged.columns > 1 && merged.column < count)
                use(merged.column, std::min(merged.column + merged.columns, count));
        for (std::uint32_t c = 1; c < count; ++c) used[c] += used[c - 1];
        std::vector<std::pair<std::uint32_t, std::uint32_t>> regions;
        for (std::uint32_t c = 0; c < count;) {
            if (used[c] == 0) {
                ++c;
                continue;
            }
            std::uint32_t end = c;
            while (end < count && used[end] != 0) ++end;
            if (regions.empty() ||
                (end - c >= 2 && regions.size() < most_regions && begins_table(sheet, c, end)))
                regions.emplace_back(c, end);
            else
                regions.back().second = end;
            c = end;
        }
        return regions;
    }
    /// Whether the first row of these columns has one cell only, and rows below it have several.
    static bool begins_table(const Sheet& sheet, std::uint32_t first, std::uint32_t end) {
        bool lone = false;
        for (const FilledRow& row : sheet.rows) {
            const auto count = std::count_if(
                sheet.cells.begin() + static_cast<std::ptrdiff_t>(row.first),
                sheet.cells.begin() + static_cast<std::ptrdiff_t>(row.end),
                [&](const FilledCell& cell) { return cell.column >= first && cell.column < end; });
            if (count == 1) lone = true;
            if (count > 1) return lone;
        }
        return false;
    }

    /// A table without a name has that of its sheet, if somebody gave it one.
    void name_by_sheets() {
        for (Block& block : page_.blocks) {
            if (block.kind != Block::Kind::table || block.table.cells.empty()) continue;
            const std::uint32_t at = block.table.cells.front().text.from.front();
            const auto sheet = std::find_if(sheets_.begin(), sheets_.end(), [&](const Sheet& each) {
                return at >= each.begin && at <= each.end;
            });
            if (sheet == sheets_.end()) continue;
            Passage name = passage_of(page_.source, sheet->name);
            if (name.empty() || is_default_name(name.text)) continue;
            Frame& frame = block.table.frame;
            const auto line = frame_line(name.text);
            if (!frame.year) frame.year = year_in(name.text);
            if (line && !line->form.empty() && frame.form.empty()) frame.form = line->form.of(name.text);
            if (line && line->name.empty()) continue;
            if (frame.name.empty()) frame.name = std::move(name);
        }
    }
    static bool is_default_name(std::string_view name) noexcept {
        for (const std::string_view word : {"Sheet", "sheet", "工作表", "Table"})
            if (name.starts_with(word))
                return name.substr(word.size()).find_first_not_of("0123456789 ()（）") == name.npos;
        return false;
    }

    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(page_.source.size());
    }

    static constexpr Field nothing{{0, 0}, false};

    Archive& archive_;
    const OpenOptions& opening_;
    Page& page_;
    std::vector<Problem>& problems_;
    Styles styles_{};
    SharedStrings strings_{};
    std::vector<Sheet> sheets_{};
    Epoch epoch_ = Epoch::year_1900;
    FilePart part_{};
    std::uint32_t hidden_sheets_ = 0;
    std::uint32_t without_value_ = 0;
};

} // namespace

Page page_of_workbook(std::string_view bytes, const OpenOptions& opening, std::vector<Problem>& problems) {
    Page page;
    Archive archive(bytes);
    if (archive.fault()) {
        problems.push_back(*archive.fault());
        return page;
    }
    WorkbookReader(archive, opening, page, problems).read();
    return page;
}

} // namespace tieout::detail
