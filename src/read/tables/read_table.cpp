// SPDX-License-Identifier: MIT
// Turns the grid of a table into figures, what they are of, and the relations that the form of the table states.
//
// A table is read in sections: heads, and the rows beneath them up to the next heads. In a section the columns form
// blocks of labels with their figures (a two-sided table has two); the rows of a block form a tree, by class codes,
// by the known parts of a filing, by 其中, numbers and indent. Only what is certain becomes a relation that can break.
#include "read/draft/draft.hpp"
#include "read/tables/grid.hpp"
#include "read/tables/indicators.hpp"
#include "read/vocabulary/numerals.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <span>
#include <utility>

namespace tieout::detail {

namespace {

/// Terms of a sum, and lines with shares of one total; no table that anybody prints comes near.
constexpr std::size_t terms_max = 2000;
constexpr std::size_t no_line = static_cast<std::size_t>(-1);
constexpr std::string_view expenditure = "/expenditure";
constexpr std::string_view special = "/expenditure/project/special";

const Unit people = *unit_named("人");
const Unit points = *unit_named("分");

bool has(std::string_view text, std::string_view word) noexcept { return text.find(word) != text.npos; }

/// Whether one item of the model is part of another.
bool is_part_of(std::string_view part, std::string_view whole) noexcept {
    return !whole.empty() && part.size() > whole.size() && part.starts_with(whole) &&
           part[whole.size()] == '/';
}

bool is_class_code(std::string_view text) noexcept {
    return (text.size() == 3 || text.size() == 5 || text.size() == 7) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           text.front() >= '2' && text.front() <= '5';
}

std::string_view split_of_code(std::string_view code) noexcept {
    if (code.starts_with('2')) return "function";
    if (code.starts_with('3')) return "economic";
    return {};
}

/// One row of a block.
struct Line {
    std::uint32_t row = 0;
    RowLabel label{};
    std::string code{};
    std::uint32_t indent = 0;
    /// Pointer of the known part that it names.
    std::string item{};
    std::optional<Phase> phase{};
    const KnownLine* known = nullptr;
    /// The known part that it counts, if it counts one.
    const KnownPart* counted = nullptr;
    std::size_t parent = no_line;
    bool has_children = false;
    /// Figures by the block's columns; no_mention where there is no number.
    std::vector<MentionId> figures{};
    /// Cells by the block's columns that print no number.
    std::vector<bool> empty{};
};

/// Labels with their figures.
struct BlockColumns {
    std::vector<std::uint32_t> labels{};
    std::vector<std::uint32_t> codes{};
    /// 序号, 行次: where a total may stand that has no number.
    std::vector<std::uint32_t> ordinals{};
    std::vector<std::uint32_t> figures{};
};

/// A total among columns, with the columns that make it.
struct ColumnSum {
    std::size_t total = 0;
    std::vector<std::size_t> parts{};
    bool closed = true;
};

struct Section {
    std::uint32_t heads_begin = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    /// Plain text has lost which cells its heads had merged: columns do not stand under them.
    bool torn = false;
};

class TableReader {
  public:
    TableReader(const Page& page, const Table& table, std::uint32_t number, Draft& draft)
        : sheet_(page, table, number), grid_(sheet_.grid), draft_(draft), number_(number),
          caption_(table.frame.name.text) {
        unit_ = unit_in(table.frame.unit.text);
        scope_ = scope_in(caption_);
        continued_ = goes_on();
    }

    void read() {
        find_year();
        find_names();
        for (const Section& section : sections()) read_section(section);
        inline_figures();
        keep_evaluation();
    }

  private:
    // ── what the table as a whole says ───────────────────────────────────────────────────────────────

    /// Whether the next block is a table that goes on with this one: a page ended within it.
    [[nodiscard]] bool goes_on() const {
        const std::vector<Block>& blocks = sheet_.page.blocks;
        const auto self = std::partition_point(blocks.begin(), blocks.end(), [&](const Block& block) {
            return std::less<>{}(&block.table, &sheet_.table);
        });
        if (self == blocks.end() || &self->table != &sheet_.table || std::next(self) == blocks.end())
            return false;
        const Block& next = *std::next(self);
        if (next.kind != Block::Kind::table || !next.table.frame.name.empty()) return false;
        if (next.table.columns != sheet_.table.columns || next.table.cells.empty()) return false;
        // It repeats the heads, or has none.
        if (!sheet_.table.cells.empty() &&
            next.table.cells.front().text.text == sheet_.table.cells.front().text.text)
            return true;
        Figure figure;
        for (const Cell& cell : next.table.cells) {
            if (cell.row != 0) break;
            if (kind_of_cell(cell.text.text, figure) == CellKind::number) return true;
        }
        return false;
    }

    /// The year that the table reports on: the document's, else the latest that its heads name.
    void find_year() {
        year_ = draft_.filing.year;
        if (year_) return;
        if (const LabelParts parts = parts_of_label(caption_); parts.year) year_ = parts.year;
        for (const Cell& cell : sheet_.table.cells) {
            if (cell.text.text.size() > 60 || !has(cell.text.text, "年")) continue;
            const LabelParts parts = parts_of_label(cell.text.text);
            if (parts.year && parts.phase == Phase::executed && (!year_ || *parts.year > *year_))
                year_ = parts.year;
        }
    }

    /// 项目名称 and the grade stand in rows of their own.
    void find_names() {
        for (std::uint32_t r = 0; r < grid_.rows(); ++r)
            for (std::uint32_t c = 0; c < grid_.columns(); ++c) {
                if (!grid_.begins(r, c)) continue;
                const std::string_view text = grid_.text(r, c);
                if (text.size() > 60) continue;
                if (text == "项目名称") {
                    const std::uint32_t next = c + grid_.cell(r, c)->columns;
                    const bool words = next < grid_.columns() && grid_.kind(r, next) == CellKind::words;
                    // As the head of a column it has its names beneath.
                    if (words && head_of({std::string(grid_.text(r, next))}).role == Role::words &&
                        project_.empty())
                        project_ = grid_.text(r, next);
                }
                if (has(text, "等级")) {
                    std::string_view grade = text;
                    if (const std::size_t colon = text.rfind("："); colon != text.npos)
                        grade = text.substr(colon + 3);
                    if (!is_grade(grade)) {
                        const std::uint32_t next = c + grid_.cell(r, c)->columns;
                        grade = next < grid_.columns() ? grid_.text(r, next) : std::string_view();
                    }
                    if (is_grade(grade)) evaluation_.grade = grade;
                }
            }
        of_project_ = !project_.empty() || (has(caption_, "项目支出绩效") && !has(caption_, "整体"));
    }

    // ── sections ─────────────────────────────────────────────────────────────────────────────────────

    [[nodiscard]] bool is_label_of_columns(std::uint32_t r) const {
        for (std::uint32_t c = 0; c < grid_.columns(); ++c)
            if (const std::string_view text = grid_.text(r, c); !text.empty())
                return text == "栏次" || text == "行次";
        return false;
    }

    /// A four-digit number of this century is a year where the heads are.
    [[nodiscard]] static bool is_year(std::string_view text) noexcept {
        return text.size() == 4 && text.starts_with("20") && text[2] >= '0' && text[2] <= '3' &&
               text[3] >= '0' && text[3] <= '9';
    }

    [[nodiscard]] std::vector<Section> sections() const {
        std::vector<Section> found;
        bool figures_seen = false;
        for (std::uint32_t r = 0; r < grid_.rows(); ++r) {
            std::uint32_t words = 0;
            bool number = false;
            const Cell* last = nullptr;
            for (std::uint32_t c = 0; c < grid_.columns(); ++c) {
                const Cell* const cell = grid_.cell(r, c);
                if (cell == nullptr || cell == last) continue;
                last = cell;
                const CellKind kind = grid_.kind(r, c);
                const bool year = !figures_seen && is_year(cell->text.text);
                if (cell->row != r) continue;
                if (kind == CellKind::number && !year) number = true;
                if (kind != CellKind::words && !year) continue;
                ++words;
            }
            const bool columns_numbered = is_label_of_columns(r);
            std::uint32_t sure = 0;
            if (!number && words >= 2)
                for (std::uint32_t c = 1; c < grid_.columns() && sure < 2; ++c)
                    if (grid_.begins(r, c) && grid_.text(r, c).size() <= 90 &&
                        head_of({std::string(grid_.text(r, c))}).sure)
                        ++sure;
            const bool heads = !columns_numbered && !number && words >= 2 && (!figures_seen || sure >= 2);
            if (heads) {
                // Heads follow heads: one group, unless plain text shows that they are of different rows.
                const bool goes_on_with = !found.empty() && found.back().begin == r &&
                                          grid_.printed(found.back().heads_begin) == grid_.printed(r) &&
                                          !figures_seen && sure < 2;
                const bool stacked = !found.empty() && found.back().begin == r &&
                                     (sheet_.table.printed.empty() || spans(r - 1));
                if (goes_on_with || stacked) {
                    found.back().begin = found.back().end = r + 1;
                } else {
                    const bool torn = !found.empty() && found.back().begin == r && names_columns(r - 1);
                    found.push_back({r, r + 1, r + 1, torn});
                }
                continue;
            }
            if (columns_numbered) {
                if (!found.empty() && found.back().begin == r) found.back().begin = found.back().end = r + 1;
                continue;
            }
            figures_seen = figures_seen || number;
            if (!found.empty()) found.back().end = r + 1;
        }
        return found;
    }

    /// Whether a cell that begins in the row covers others: then what stands below it is beneath it.
    [[nodiscard]] bool spans(std::uint32_t r) const {
        for (std::uint32_t c = 0; c < grid_.columns(); ++c) {
            const Cell* const cell = grid_.cell(r, c);
            if (cell != nullptr && cell->row == r && (cell->rows > 1 || cell->columns > 1)) return true;
        }
        return false;
    }

    /// Whether a cell of the row, but the first, says what a column holds.
    [[nodiscard]] bool names_columns(std::uint32_t r) const {
        for (std::uint32_t c = 1; c < grid_.columns(); ++c)
            if (grid_.begins(r, c) && grid_.text(r, c).size() <= 90 &&
                head_of({std::string(grid_.text(r, c))}).role != Role::words)
                return true;
        return false;
    }

    void read_section(const Section& section) {
        heads_.clear();
        const std::uint32_t columns = grid_.columns();
        for (std::uint32_t c = 0; c < columns; ++c) {
            std::vector<std::string> path;
            const Cell* last = nullptr;
            for (std::uint32_t r = section.heads_begin; r < section.begin; ++r) {
                const Cell* const cell = grid_.cell(r, c);
                if (cell == nullptr || cell == last || cell->text.empty() || is_label_of_columns(r)) continue;
                // The name of the whole table over its heads says nothing of a column.
                if (cell->columns >= columns && columns > 1) continue;
                last = cell;
                path.push_back(cell->text.text);
            }
            heads_.push_back(looked_up(head_of(path)));
        }
        if (heads_of_indicators(heads_)) {
            read_indicators(sheet_, heads_, section.begin, section.end, evaluation_);
            return;
        }
        // The unit of a section may stand with its name, over the labels: 经费控制情况（万元）.
        section_unit_ = unit_;
        if (!heads_.empty() && heads_.front().unit && heads_.front().unit->dimension != Dimension::percent &&
            heads_.front().role != Role::rate)
            section_unit_ = heads_.front().unit;
        printed_ = grid_.printed(section.begin - 1);
        for (const BlockColumns& block : blocks_of(section)) read_block(section, block);
    }

    /// What stands in a column of a section.
    struct Content {
        std::uint32_t words = 0;
        /// Words that are this column's alone: a remark over several columns is of none of them.
        std::uint32_t own_words = 0;
        std::uint32_t numbers = 0;
        std::uint32_t codes = 0;
    };

    [[nodiscard]] std::vector<BlockColumns> blocks_of(const Section& section) const {
        std::vector<BlockColumns> blocks;
        bool after_figures = true;
        for (std::uint32_t c = 0; c < grid_.columns(); ++c) {
            Content content;
            for (std::uint32_t r = section.begin; r < section.end; ++r) {
                if (!grid_.begins(r, c) || grid_.printed(r) != printed_) continue;
                const CellKind kind = grid_.kind(r, c);
                if (kind == CellKind::words) ++content.words;
                if (kind == CellKind::words && grid_.cell(r, c)->columns == 1) ++content.own_words;
                if (kind == CellKind::number) {
                    ++content.numbers;
                    if (is_class_code(grid_.text(r, c))) ++content.codes;
                }
            }
            const Head& head = heads_[c];
            if (head.role == Role::remark) continue;
            if (head.role == Role::ordinal) {
                if (after_figures && content.words > 0) {
                    blocks.emplace_back();
                    after_figures = false;
                }
                if (!after_figures) blocks.back().ordinals.push_back(c);
                continue;
            }
            const bool code_head =
                head.role == Role::code || has(head.words, "科目") || has(head.words, "分类");
            const bool code = content.numbers > 0 && content.codes == content.numbers && code_head;
            const bool numeric_head = head.role != Role::words && head.role != Role::code;
            const bool figures =
                !code && (content.numbers > content.own_words || (numeric_head && content.words == 0));
            if (figures) {
                if (blocks.empty()) blocks.emplace_back();
                blocks.back().figures.push_back(c);
                after_figures = true;
                continue;
            }
            if (after_figures && (content.words > 0 || code || blocks.empty())) {
                // Words behind the figures that no row could be named by are remarks.
                blocks.emplace_back();
                after_figures = false;
            }
            if (after_figures) continue;
            (code ? blocks.back().codes : blocks.back().labels).push_back(c);
        }
        std::erase_if(blocks, [](const BlockColumns& block) { return block.figures.empty(); });
        return blocks;
    }

    // ── rows ─────────────────────────────────────────────────────────────────────────────────────────

    void read_block(const Section& section, const BlockColumns& block) {
        columns_ = block.figures;
        lines_.clear();
        flat_ = true;
        // A number under no head, or beside a row's place, means that the table was not understood.
        constexpr std::size_t most_columns = 200;
        certain_ = columns_.size() <= most_columns && !section.torn;
        for (std::size_t k = 0; k < columns_.size() && certain_; ++k) {
            Head& own = heads_[columns_[k]];
            if (own.path.empty()) certain_ = false;
            // Numbers stand in it: it is an amount of something.
            if (own.role == Role::words) {
                own.role = Role::amount;
                if (own.subject.empty() && !own.path.empty()) own.subject = own.path.back();
            }
            for (std::size_t other = 0; other < k; ++other)
                if (heads_[columns_[other]].words == own.words) certain_ = false;
        }
        side_ = {};
        for (const std::uint32_t c : block.labels) {
            const std::string& words = heads_[c].words;
            if (words.starts_with("收入")) side_ = "收入";
            if (words.starts_with("支出")) side_ = "支出";
        }
        for (std::uint32_t r = section.begin; r < section.end; ++r) {
            if (grid_.printed(r) != printed_) {
                for (std::uint32_t c = 0; c < grid_.columns(); ++c)
                    if (grid_.kind(r, c) == CellKind::number && grid_.begins(r, c)) certain_ = false;
                continue;
            }
            add_line(r, block);
        }
        if (lines_.empty()) return;
        projects_ = is_list_of_projects(block);
        find_parents();
        find_subject_of_totals();
        for (Line& line : lines_) add_figures(line);
        keep_empty_totals();
        if (!certain_) return;
        const std::vector<ColumnSum> sums = column_sums();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            row_sums(i, sums);
            row_rates(i);
        }
        tree_sums();
        total_rows();
        shares();
    }

    void add_line(std::uint32_t r, const BlockColumns& block) {
        Line line;
        line.row = r;
        bool any = false;
        for (const std::uint32_t c : columns_) {
            const bool number = grid_.kind(r, c) == CellKind::number && grid_.begins(r, c);
            any = any || number || grid_.kind(r, c) == CellKind::mark;
            line.empty.push_back(!number);
            line.figures.push_back(no_mention);
        }
        // The label that begins in this row, and farthest to the right, is the row's; those before are of groups.
        const Cell* label = nullptr;
        for (const std::uint32_t c : block.labels) {
            const Cell* const cell = grid_.cell(r, c);
            if (cell == nullptr || cell->text.empty()) continue;
            if (grid_.kind(r, c) == CellKind::number && !is_class_code(cell->text.text)) {
                certain_ = false;
                continue;
            }
            if (cell->row == r || label == nullptr) label = cell;
        }
        for (const std::vector<std::uint32_t>* others : {&block.codes, &block.ordinals})
            for (const std::uint32_t c : *others)
                if (label == nullptr && grid_.kind(r, c) == CellKind::words && grid_.begins(r, c))
                    label = grid_.cell(r, c);
        if (label != nullptr) {
            line.label = row_label(label->text.text);
            line.indent = label->indent;
        } else {
            line.label.bare = true;
        }
        for (const std::uint32_t c : block.codes)
            if (grid_.begins(r, c) && grid_.kind(r, c) == CellKind::number) line.code += grid_.text(r, c);
        if (!is_class_code(line.code)) line.code.clear();
        // 2010301行政运行: code and name in one cell.
        if (line.code.empty()) {
            std::size_t digits = 0;
            const std::string& name = line.label.name;
            while (digits < name.size() && name[digits] >= '0' && name[digits] <= '9') ++digits;
            if (digits < name.size() && is_class_code(std::string_view(name).substr(0, digits)) &&
                !has(name, "年")) {
                line.code = name.substr(0, digits);
                std::size_t begin = digits;
                while (begin < name.size() && name[begin] == ' ') ++begin;
                line.label.name = name.substr(begin);
            }
        }
        if (label == nullptr && !any && line.code.empty()) return;
        name_line(line);
        lines_.push_back(std::move(line));
    }

    void name_line(Line& line) const {
        const std::string& name = line.label.name;
        if (name.empty() || name.size() > 120 || !line.code.empty()) return;
        const KnownPart* part = name == "项目" ? nullptr : known_part(name, true);
        if (part == nullptr) part = line.counted = known_part(name, false);
        if (part == nullptr && (has(name, "年") || has(name, "决算") || has(name, "预算"))) {
            const LabelParts parts = parts_of_label(name);
            if (!parts.subject.empty() && parts.subject != "项目") part = known_part(parts.subject, true);
            if (part != nullptr) line.phase = parts.phase;
        }
        if (part != nullptr) {
            line.item = part->pointer;
            if (part->phase) line.phase = part->phase;
            return;
        }
        line.known = known_line(name);
    }

    [[nodiscard]] bool is_list_of_projects(const BlockColumns& block) const {
        bool named = has(caption_, "项目") && !has(caption_, "项目支出决算") && !has(caption_, "绩效自评");
        for (const std::uint32_t c : block.labels) {
            const std::string& words = heads_[c].words;
            named = named || has(words, "项目名称");
            // 按功能分类, 科目: a classification.
            if (has(words, "科目") || has(words, "分类")) return false;
        }
        if (!named) return false;
        for (const Line& line : lines_)
            if (!line.code.empty() || !line.item.empty() || line.known != nullptr) return false;
        return true;
    }

    /// 合计 is the total of what the table is of.
    void find_subject_of_totals() {
        const std::string whole = common_whole();
        for (Line& line : lines_) {
            if (!line.item.empty() || !line.label.total || line.label.subtotal) continue;
            if (line.label.bare && projects_) line.item = "/expenditure/project";
            if (line.label.bare && line.label.grand && side_ == "收入") line.item = "/total_income";
            if (line.label.bare && line.label.grand && side_ == "支出") line.item = "/total_expenditure";
            if (line.label.bare && line.item.empty() && side_.empty()) line.item = whole;
            if (line.label.name == "人员经费合计") line.item = "/expenditure/basic/personnel";
            if (line.label.name == "公用经费合计") line.item = "/expenditure/basic/operating";
        }
    }

    /// What all rows at the top level are parts of: 基本支出 and 项目支出 make the whole expenditure.
    [[nodiscard]] std::string common_whole() const {
        std::string_view whole;
        std::size_t parts = 0;
        for (const Line& line : lines_) {
            if (line.label.total || line.parent != no_line) continue;
            const std::size_t end = line.item.rfind('/');
            if (line.item.empty() || end == 0) return {};
            const std::string_view of = std::string_view(line.item).substr(0, end);
            if (!whole.empty() && of != whole) return {};
            whole = of;
            ++parts;
        }
        return std::string(parts < 2 || whole == "/staff" || whole == "/assets" ? std::string_view() : whole);
    }

    void find_parents() {
        std::map<std::string_view, std::size_t> codes;
        items_.clear();
        std::size_t previous = no_line;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            Line& line = lines_[i];
            if (!line.code.empty()) {
                for (std::size_t size = line.code.size() - 2; size >= 3; size -= 2)
                    if (const auto found = codes.find(std::string_view(line.code).substr(0, size));
                        found != codes.end()) {
                        line.parent = found->second;
                        break;
                    }
                codes[line.code] = i;
            } else if (line.label.total) {
                previous = no_line;
                continue;
            } else {
                line.parent = parent_of(i, previous);
            }
            if (line.parent != no_line) {
                lines_[line.parent].has_children = true;
                // 一般公共预算财政拨款 under 年初财政拨款结转和结余 is what was carried over of it.
                if (line.known != nullptr && !line.phase) line.phase = lines_[line.parent].phase;
            }
            if (!line.item.empty()) items_[line.item] = i;
            previous = i;
        }
    }

    [[nodiscard]] std::size_t parent_of(std::size_t i, std::size_t previous) {
        const Line& line = lines_[i];
        if (!line.item.empty()) {
            for (std::size_t end = line.item.rfind('/'); end != 0 && end != line.item.npos;
                 end = line.item.rfind('/', end - 1))
                if (const auto found = items_.find(std::string_view(line.item).substr(0, end));
                    found != items_.end())
                    return found->second;
            if (!line.label.within) return no_line;
        }
        if (previous == no_line) return no_line;
        const Line& before = lines_[previous];
        // Funds under a part of the filing say where it comes from: 年初结转, 年度资金总额.
        if (line.known != nullptr && line.known->split == "fund" && line.label.numbering == 0)
            for (std::size_t k = previous; k != no_line; k = lines_[k].parent)
                if (!lines_[k].item.empty()) return k;
        if (line.known != nullptr && line.known->split == "economic" && line.label.numbering == 0)
            for (std::size_t k = previous; k != no_line; k = lines_[k].parent)
                if (lines_[k].item.starts_with("/expenditure/")) return k;
        if (line.label.within) return before.label.within ? before.parent : previous;
        // The lines under 专项资金 are its projects, up to the next part of the form.
        for (std::size_t k = previous; k != no_line; k = lines_[k].parent)
            if (lines_[k].item == special) return k;
        if (line.label.numbering != 0) {
            for (std::size_t k = previous; k != no_line; k = lines_[k].parent)
                if (lines_[k].label.numbering == line.label.numbering) return lines_[k].parent;
            for (std::size_t k = previous; k != no_line; k = lines_[k].parent)
                if (lines_[k].label.numbering < line.label.numbering) return k;
            return no_line;
        }
        for (std::size_t k = previous; k != no_line; k = lines_[k].parent) {
            if (line.indent > lines_[k].indent + 1) return k;
            if (line.indent + 1 >= lines_[k].indent && !lines_[k].label.within &&
                lines_[k].label.numbering == 0) {
                // After 其中 a row without marks may belong to the list or stand beside what contains it.
                if (k != previous && line.indent >= before.indent) flat_ = false;
                return lines_[k].parent;
            }
        }
        if (before.label.within || before.parent != no_line) flat_ = false;
        return no_line;
    }

    // ── figures ──────────────────────────────────────────────────────────────────────────────────────

    [[nodiscard]] const Head& head(std::size_t column) const { return heads_[columns_[column]]; }

    /// The phase that a column says of the filing's year; nothing if it is of another year or says none.
    [[nodiscard]] std::optional<Phase> phase_of(const Head& head, bool& other_year) const {
        other_year = false;
        std::optional<Phase> phase = head.phase;
        if (head.year && year_ && *head.year != *year_) {
            // The year before as executed is a phase of this one; anything else of another year is not of it.
            if (*head.year == *year_ - 1 && (!phase || *phase == Phase::executed)) return Phase::prior;
            other_year = true;
            return phase;
        }
        if (head.previous) {
            if (!phase || *phase == Phase::executed) return Phase::prior;
            other_year = true;
        }
        return phase;
    }

    [[nodiscard]] std::optional<Unit> unit_of(const Head& column, const Line& line) const {
        if (line.label.unit && column.role == Role::amount) return line.label.unit;
        if (column.unit) return column.unit;
        switch (column.role) {
        case Role::weight:
        case Role::score:
            return points;
        case Role::amount:
        case Role::change:
        case Role::words:
            break;
        default:
            return std::nullopt;
        }
        if (column.count == nullptr && has(column.words, "人数")) return people;
        if (column.count != nullptr)
            return column.count->pointer.starts_with("/staff") ? std::optional<Unit>(people) : std::nullopt;
        if (line.counted != nullptr)
            return line.counted->pointer.starts_with("/staff") ? std::optional<Unit>(people) : std::nullopt;
        return section_unit_;
    }

    void add_figures(Line& line) {
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            const std::uint32_t c = columns_[k];
            const Head& column = heads_[c];
            const bool mark = grid_.kind(line.row, c) == CellKind::mark && column.role == Role::amount;
            if (line.empty[k] && !mark) continue;
            Mention level;
            level.figure = sheet_.figure(line.row, c, unit_of(column, line), line.label.name, column.words);
            rate_without_sign(column, level.figure);
            if (into_evaluation(line, column, level.figure)) {
                line.empty[k] = true;
                continue;
            }
            describe(line, column, level);
            line.figures[k] = draft_.add(std::move(level));
        }
    }

    /// 执行率 98.5 is per cent though no sign is printed; 0.985 is not known to be a fraction.
    static void rate_without_sign(const Head& column, Figure& figure) {
        if (column.role != Role::rate && column.role != Role::share && column.role != Role::growth) return;
        if (figure.unit != unit::plain || figure.state != State::value) return;
        const Decimal one_and_a_half = shifted(Decimal{15}, -1);
        if (figure.value > one_and_a_half || figure.value < -one_and_a_half) figure.unit = unit::percent;
    }

    /// Weight and score of the row of the whole budget.
    bool into_evaluation(const Line& line, const Head& column, const Figure& figure) {
        if (column.role != Role::weight && column.role != Role::score) return false;
        if (line.label.within || figure.state != State::value) return false;
        Stated& place = column.role == Role::weight ? evaluation_.budget.weight : evaluation_.budget.score;
        if (place.stated()) return false;
        if (line.item != expenditure && !line.label.bare) return false;
        evaluation_.budget.label = line.label.name;
        place = figure;
        return true;
    }

    /// What the figure is of.
    void describe(const Line& line, const Head& column, Mention& level) const {
        bool other_year = false;
        const std::optional<Phase> phase = phase_of(column, other_year);
        // What assets are at the end of a year they also are at its start: there the column decides.
        const bool column_first = phase && line.item.starts_with("/assets");
        const std::optional<Phase> said = line.phase && !column_first ? line.phase : phase;
        level.phase = said ? *said : phase_of_caption();
        level.subject = line.label.name;
        if (level.subject.empty()) level.subject = column.subject;
        if (level.subject.empty()) level.subject = column.words;
        level.code = line.code;
        level.of.fund = column.scope.empty() ? std::string_view(scope_) : column.scope;
        if (year_ && column.role == Role::amount) {
            const int shown =
                level.phase == Phase::prior && !column.year ? *year_ - 1 : column.year.value_or(*year_);
            level.figure.period = std::to_string(shown);
        }
        if (column.role != Role::amount && column.role != Role::words) return;
        if (level.figure.unit.dimension == Dimension::percent || other_year || !certain_) return;
        // A column of changes, of another measure, of what is not an amount of money or people, is no phase of an item.
        const bool counted = level.figure.unit.dimension == Dimension::count;
        point(line, column, counted, level);
        if (level.item.empty()) {
            level.split.clear();
            return;
        }
        // Lists of sentences are numbered from 1 upwards.
        level.list = 0xFFFF'FFFFU - number_;
        // Where it comes from is all that a source is confined to; the others are of all funds by definition.
        if (level.item.starts_with("/three_public") || level.item.starts_with("/staff") ||
            level.split == "fund")
            level.of.fund.clear();
        level.certain = said.has_value() || !level.code.empty() || level.item.starts_with("/staff");
    }

    [[nodiscard]] Phase phase_of_caption() const {
        const bool budget = has(caption_, "预算") && !has(caption_, "决算") && !has(caption_, "执行") &&
                            !has(caption_, "预算财政拨款") && !has(caption_, "收支");
        return budget ? Phase::initial : Phase::executed;
    }

    /// The item of the model, and the line of its split.
    void point(const Line& line, const Head& column, bool counted, Mention& level) const {
        // 小计 of something that is no known part.
        if (column.grouped && column.total && column.amount == nullptr && column.fund.empty() &&
            std::none_of(column.path.begin(), column.path.end(),
                         [&](const std::string& part) { return known_part(part, !counted) != nullptr; }))
            return;
        std::string_view of_column;
        if (const KnownPart* const known = counted ? column.count : column.amount) {
            of_column = known->pointer;
            if (known->phase) level.phase = *known->phase;
        }
        // 公务用车购置及运行维护费, 小计: the group names what its total is of. 基本支出 within 本年支出 names itself.
        if (of_column.empty() && column.total && column.path.size() > 1)
            for (const std::string& part : column.path)
                if (const KnownPart* known = known_part(part, !counted)) of_column = known->pointer;
        if (of_column.empty() && column.total && has(caption_, "三公") &&
            std::none_of(column.path.begin(), column.path.end(),
                         [](const std::string& part) { return has(part, "车"); }))
            of_column = "/three_public";
        if (of_column.starts_with("/staff") || counted) {
            if (of_column.starts_with("/staff") || of_column.starts_with("/three_public"))
                if (line.label.bare) level.item = of_column;
            if (of_column.empty() && line.item.starts_with("/staff")) level.item = line.item;
            return;
        }
        // A column of one fund confines the row's figure to it, if it is one of those that have tables of their own.
        const bool scoped = of_column.empty() && !column.fund.empty();
        const bool fund_column = of_column.empty() && !scoped && column.line != nullptr;
        if (!line.code.empty()) {
            const std::string_view split = split_of_code(line.code);
            if (split.empty() || fund_column) return;
            if (of_column.empty() && !column.subject.empty() && !scoped) return;
            if (of_column.empty()) of_column = whole_of_classes(split, column);
            if (split == "economic" && is_part_of(of_column, "/expenditure/basic"))
                of_column = "/expenditure/basic";
            level.item = of_column;
            level.split = split;
            // What is carried over is of the whole, and stands on the side of income.
            if (level.phase == Phase::opening || level.phase == Phase::closing) level.item.clear();
            return;
        }
        if (!line.item.empty()) {
            // 一般公共预算 beside 合计: a scope of the row's figure, never the figure itself.
            if (!of_column.empty() && of_column != line.item) return;
            if (fund_column) return;
            if (of_column.empty() && !column.subject.empty() && !scoped && !column.total && !column.phase)
                return;
            level.item = line.item;
            if (line.item == expenditure && of_project_) {
                level.item = project_.empty() ? std::string() : "/expenditure/project";
                level.split = "projects";
                level.subject = project_;
            }
            return;
        }
        if (line.known != nullptr) {
            if (!of_column.empty() || fund_column) return;
            if (line.known->split == "fund" && of_project_) return;
            const bool income = has(line.label.name, "收入") || side_ == "收入";
            if (line.known->split == "fund" && line.parent != no_line && !lines_[line.parent].item.empty())
                level.item = lines_[line.parent].item;
            else if (line.known->split == "fund" && income)
                level.item = "/income";
            else if (line.known->split == "economic")
                level.item = has(caption_, "基本支出") || (line.parent != no_line &&
                                                           lines_[line.parent].item == "/expenditure/basic")
                                 ? "/expenditure/basic"
                                 : "";
            else if (line.known->split == "function" && side_ == "支出")
                level.item = expenditure;
            level.split = line.known->split;
            if (level.code.empty()) level.code = line.known->code;
            return;
        }
        if (line.parent != no_line && lines_[line.parent].item == special && of_column.empty()) {
            level.item = special;
            level.split = "projects";
            return;
        }
        if (projects_ && !line.label.total && of_column.empty() && column.phase && line.parent == no_line) {
            level.item = "/expenditure/project";
            level.split = "projects";
            return;
        }
        if (!line.label.bare) return;
        level.item = of_column;
        // 合计 over classes of expenditure, with one column of amounts.
        if (of_column.empty() && !fund_column && !column.grouped && lines_.size() > 1 &&
            !lines_.back().code.empty())
            level.item = whole_of_classes(split_of_code(lines_.back().code), column);
        if (level.item == expenditure && level.phase == Phase::opening) level.item = "/income";
    }

    [[nodiscard]] std::string_view whole_of_classes(std::string_view split, const Head& column) const {
        if (split == "economic") return has(caption_, "基本支出") ? "/expenditure/basic" : "";
        if (split != "function") return {};
        const std::string& words = column.words;
        if (has(words, "收入") || (has(caption_, "收入") && !has(caption_, "支出"))) return "/income";
        if (has(words, "支出") || has(caption_, "支出")) return expenditure;
        return {};
    }

    /// An empty total beside parts that are filled in says something: the total was left out.
    void keep_empty_totals() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            Line& line = lines_[i];
            if (!line.has_children || line.item.empty()) continue;
            for (std::size_t k = 0; k < columns_.size(); ++k) {
                if (grid_.kind(line.row, columns_[k]) != CellKind::blank || head(k).role != Role::amount)
                    continue;
                bool filled = false;
                for (std::size_t j = i + 1; j < lines_.size() && !filled; ++j) {
                    const bool part = is_part_of(lines_[j].item, line.item);
                    if (!part && !lines_[j].item.empty()) break;
                    filled = part && lines_[j].figures[k] != no_mention;
                }
                if (!filled) continue;
                Mention level;
                level.figure = sheet_.figure(line.row, columns_[k], unit_of(head(k), line), line.label.name,
                                             head(k).words);
                describe(line, head(k), level);
                if (!level.item.empty()) draft_.add(std::move(level));
            }
        }
    }

    // ── relations ────────────────────────────────────────────────────────────────────────────────────

    [[nodiscard]] const Figure& figure(MentionId id) const { return draft_.mentions[id].figure; }

    /// The lines' figures in one column; whether one of them prints none.
    struct Parts {
        std::vector<MentionTerm> terms{};
        bool empty = false;
        friend bool operator==(const Parts& a, const Parts& b) {
            return std::equal(
                a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                [](const MentionTerm& x, const MentionTerm& y) { return x.figure == y.figure; });
        }
        void add(const Line& line, std::size_t column) {
            if (line.figures[column] != no_mention && !line.empty[column])
                terms.push_back({line.figures[column], Decimal{1}});
            else
                empty = true;
        }
    };

    /// Whether the total is smaller than one of its parts, none of which is negative.
    [[nodiscard]] bool smaller_than_a_part(MentionId total, const Parts& parts) const {
        const Decimal whole = figure(total).base_value();
        bool smaller = false;
        for (const MentionTerm& term : parts.terms) {
            const Decimal part = figure(term.figure).base_value();
            if (sign(part) < 0) return false;
            smaller = smaller || part > whole;
        }
        return smaller;
    }

    [[nodiscard]] bool one_dimension(MentionId total, const Parts& parts) const {
        return std::all_of(parts.terms.begin(), parts.terms.end(), [&](const MentionTerm& term) {
            return same_dimension(figure(term.figure).unit, figure(total).unit);
        });
    }

    /// total = parts, in one of these ways. An empty cell may hold anything but a negative amount.
    void sum(MentionId total, std::vector<Parts> readings, bool closed, bool open_list = false) {
        if (total == no_mention || figure(total).state == State::not_applicable) return;
        // Nothing of so many terms can be said within their rounding, and checking them takes their square.
        if (std::any_of(readings.begin(), readings.end(),
                        [](const Parts& parts) { return parts.terms.size() > terms_max; }))
            return;
        Statement relation{.word = "sum", .evidence = evidence_if(closed), .context = sheet_.context};
        std::vector<Parts> kept;
        for (Parts& parts : readings) {
            if (parts.terms.empty()) continue;
            if (std::find(kept.begin(), kept.end(), parts) != kept.end() || !one_dimension(total, parts))
                continue;
            // A total below one of its parts is more likely a table that was misunderstood than a fault.
            if (!closed && smaller_than_a_part(total, parts)) continue;
            relation.readings.push_back({.kind = Kind::sum,
                                         .subject = total,
                                         .first = parts.terms,
                                         .open_list = open_list || parts.empty});
            kept.push_back(std::move(parts));
        }
        if (!relation.readings.empty()) draft_.statements.push_back(std::move(relation));
    }

    /// Columns that are the total of their neighbours.
    [[nodiscard]] std::vector<ColumnSum> column_sums() const {
        std::vector<ColumnSum> sums;
        for (std::size_t total = 0; total < columns_.size(); ++total) {
            const Head& whole = head(total);
            if (!whole.total || whole.role != Role::amount) continue;
            const std::vector<std::string> group(whole.path.begin(), whole.path.end() - 1);
            const auto in_group = [&](std::size_t k) {
                const Head& part = head(k);
                return part.role == Role::amount && part.path.size() > group.size() &&
                       std::equal(group.begin(), group.end(), part.path.begin());
            };
            const auto collect = [&](std::size_t begin, std::size_t end) {
                ColumnSum result{.total = total};
                for (std::size_t k = begin; k < end; ++k) {
                    if (k == total) continue;
                    if (!in_group(k)) {
                        // Parts may go on behind a rate: then these are not all.
                        for (std::size_t rest = k; rest < end && !(in_group(rest) && head(rest).total);
                             ++rest)
                            if (in_group(rest)) result.closed = false;
                        break;
                    }
                    const Head& part = head(k);
                    if (part.path.size() == whole.path.size()) {
                        if (part.total) break;
                        if (part.within) continue;
                        // A phase beside a total is no part of it.
                        if (part.subject.empty() || (part.phase && part.phase != whole.phase))
                            return ColumnSum{};
                        if (known_part(part.subject, true) == nullptr &&
                            known_line(part.subject) == nullptr && scope_in(part.subject).empty())
                            result.closed = false;
                        result.parts.push_back(k);
                        continue;
                    }
                    // A group of its own gives its total, or all of its columns if it has none.
                    const std::string& name = part.path[group.size()];
                    std::size_t last = k;
                    std::vector<std::size_t> members;
                    std::size_t subtotal = columns_.size();
                    for (; last < end && in_group(last) && head(last).path.size() > whole.path.size() &&
                           head(last).path[group.size()] == name;
                         ++last) {
                        if (head(last).total && head(last).path.size() == whole.path.size() + 1)
                            subtotal = last;
                        if (!head(last).within) members.push_back(last);
                    }
                    if (subtotal != columns_.size()) members = {subtotal};
                    if (known_part(name, true) == nullptr && known_line(name) == nullptr)
                        result.closed = false;
                    result.parts.insert(result.parts.end(), members.begin(), members.end());
                    k = last - 1;
                }
                return result;
            };
            ColumnSum sum = collect(total + 1, columns_.size());
            if (sum.parts.size() < 2 && total >= 2) {
                std::size_t begin = total;
                while (begin > 0 && in_group(begin - 1) && !head(begin - 1).total) --begin;
                sum = collect(begin, total);
            }
            if (sum.parts.size() >= 2) sums.push_back(std::move(sum));
        }
        return sums;
    }

    void row_sums(std::size_t i, const std::vector<ColumnSum>& sums) {
        const Line& line = lines_[i];
        for (const ColumnSum& columns : sums) {
            Parts parts;
            for (const std::size_t k : columns.parts) parts.add(line, k);
            if (!parts.terms.empty() && line.figures[columns.total] != no_mention)
                sum(line.figures[columns.total], {std::move(parts)}, columns.closed);
        }
    }

    /// Rows under a row: classes under a class, lists under what they make up.
    void tree_sums() {
        std::vector<std::vector<std::size_t>> children(lines_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (lines_[i].parent != no_line) children[lines_[i].parent].push_back(i);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (children[i].empty()) continue;
            const Line& parent = lines_[i];
            const Line& first = lines_[children[i].front()];
            // Where both are parts of the model the library's own rules know what holds between them.
            const bool known = std::all_of(children[i].begin(), children[i].end(), [&](std::size_t child) {
                return is_part_of(lines_[child].item, parent.item);
            });
            if (parent.item == "/expenditure/project" && known && children[i].size() == 2 &&
                first.label.within && lines_[children[i].back()].label.numbering != 0)
                draft_.filing.expenditure.project.parts_complete = complete;
            if (known) continue;
            const bool coded = !parent.code.empty();
            const bool ends_table = continued_ && children[i].back() + 1 == lines_.size();
            bool numbered = children[i].size() > 1;
            for (const std::size_t child : children[i])
                numbered = numbered && lines_[child].label.numbering != 0;
            for (std::size_t k = 0; k < columns_.size(); ++k) {
                if (head(k).role != Role::amount && head(k).role != Role::words) continue;
                if (parent.figures[k] == no_mention || parent.empty[k]) continue;
                Parts parts;
                for (const std::size_t child : children[i]) parts.add(lines_[child], k);
                const bool percent = figure(parent.figures[k]).unit.dimension == Dimension::percent;
                if (parts.terms.empty() || percent) continue;
                if (coded)
                    sum(parent.figures[k], {std::move(parts)}, true, ends_table);
                else if (first.label.within && parts.terms.size() == 1)
                    at_most(parts.terms.front().figure, parent.figures[k]);
                else if (first.label.within)
                    sum(parent.figures[k], {std::move(parts)}, flat_, true);
                else
                    sum(parent.figures[k], {std::move(parts)}, numbered && flat_ && !ends_table, ends_table);
            }
        }
    }

    void at_most(MentionId lesser, MentionId greater) {
        if (!same_dimension(figure(lesser).unit, figure(greater).unit)) return;
        if (sign(figure(greater).value) < 0 || sign(figure(lesser).value) < 0) return;
        Statement relation{.word = "at_most", .evidence = Evidence::whole, .context = sheet_.context};
        relation.readings.push_back(
            {.kind = Kind::at_most, .first = {{lesser, Decimal{1}}}, .second = {{greater, Decimal{1}}}});
        draft_.statements.push_back(std::move(relation));
    }

    /// 合计, 小计, 总计.
    void total_rows() {
        if (sum_of_classes()) return;
        std::vector<std::size_t> totals;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (is_total_row(lines_[i])) totals.push_back(i);
        for (std::size_t t = 0; t < totals.size(); ++t) {
            const std::size_t i = totals[t];
            const std::size_t begin = t == 0 ? 0 : totals[t - 1] + 1;
            for (std::size_t k = 0; k < columns_.size(); ++k) {
                if (head(k).role != Role::amount && head(k).role != Role::change &&
                    head(k).role != Role::words)
                    continue;
                if (lines_[i].figures[k] == no_mention || lines_[i].empty[k]) continue;
                if (figure(lines_[i].figures[k]).unit.dimension == Dimension::percent) continue;
                if (i == 0)
                    total_above(k, totals);
                else
                    total_below(i, k, begin, std::span(totals).first(t));
            }
        }
    }

    [[nodiscard]] static bool is_total_row(const Line& line) noexcept {
        // 资产合计 stands over its kinds, 净资产合计 beside 负债合计: the rules know how they make each other up.
        return line.label.total && line.code.empty() && !line.label.within &&
               !line.item.starts_with("/assets");
    }

    /// 合计 first: what stands at the top level beneath it.
    void total_above(std::size_t k, const std::vector<std::size_t>& totals) {
        Parts top;
        Parts all;
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (is_total_row(lines_[i])) continue;
            if (lines_[i].code.empty()) all.add(lines_[i], k);
            if (lines_[i].parent == no_line) top.add(lines_[i], k);
        }
        if (top.terms.empty()) return;
        const bool simple = totals.size() == 1 && flat_ && is_flat(1, lines_.size(), k);
        sum(lines_[0].figures[k], {std::move(top), std::move(all)}, simple, continued_);
    }

    void total_below(std::size_t i, std::size_t k, std::size_t begin, std::span<const std::size_t> before) {
        Parts top;
        Parts all;
        for (std::size_t p = begin; p < i; ++p) {
            if (lines_[p].code.empty()) all.add(lines_[p], k);
            if (lines_[p].parent == no_line && !lines_[p].label.within) top.add(lines_[p], k);
        }
        std::vector<Parts> readings;
        bool simple = flat_ && is_flat(begin, i, k);
        if (!before.empty()) {
            Parts last_and_since;
            last_and_since.add(lines_[before.back()], k);
            last_and_since.terms.insert(last_and_since.terms.end(), top.terms.begin(), top.terms.end());
            last_and_since.empty = last_and_since.empty || top.empty;
            Parts totals;
            Parts totals_and_since;
            // A total of a hundred totals is no table that anybody prints, and would take its square to write down.
            const bool few = before.size() <= 100;
            for (const std::size_t total : before.last(few ? before.size() : 0)) totals.add(lines_[total], k);
            totals_and_since = totals;
            totals_and_since.terms.insert(totals_and_since.terms.end(), top.terms.begin(), top.terms.end());
            totals_and_since.empty = totals_and_since.empty || top.empty;
            // Every line of the table that is no total.
            Parts lines;
            for (std::size_t p = 0; p < i && few; ++p)
                if (!is_total_row(lines_[p]) && lines_[p].parent == no_line) lines.add(lines_[p], k);
            // 小计 adds its own group and no other.
            if (lines_[i].label.subtotal) {
                readings.push_back(std::move(top));
            } else {
                readings.push_back(std::move(last_and_since));
                readings.push_back(std::move(totals));
                readings.push_back(std::move(totals_and_since));
                readings.push_back(std::move(lines));
                readings.push_back(std::move(top));
            }
            // Rows without marks under 年末结转 may be parts of it: only known ones stand beside 合计 for sure.
            for (std::size_t p = begin; p < i; ++p)
                simple = simple && (lines_[p].parent != no_line || !lines_[p].item.empty());
            simple = simple && few;
        } else {
            readings.push_back(std::move(top));
            readings.push_back(std::move(all));
        }
        sum(lines_[i].figures[k], std::move(readings), simple);
    }

    /// Whether no row of these says or shows that it contains another that is not marked as its child.
    [[nodiscard]] bool is_flat(std::size_t begin, std::size_t end, std::size_t k) const {
        std::vector<const Line*> top;
        for (std::size_t i = begin; i < end; ++i)
            if (!is_total_row(lines_[i]) && lines_[i].parent == no_line) top.push_back(&lines_[i]);
        if (top.size() < 2) return !top.empty();
        // Codes say what contains what.
        if (std::all_of(top.begin(), top.end(), [](const Line* line) { return !line->code.empty(); }))
            return true;
        for (const Line* line : top)
            if (line->label.numbering != top.front()->label.numbering || line->label.name.empty())
                return false;
        // A row that equals the sum of those behind it is likely their total.
        for (std::size_t i = 0; i + 2 < top.size(); ++i) {
            if (top[i]->figures[k] == no_mention) continue;
            const Decimal whole = figure(top[i]->figures[k]).base_value();
            if (sign(whole) <= 0) continue;
            Decimal so_far{0};
            std::size_t count = 0;
            for (std::size_t j = i + 1; j < top.size() && so_far < whole; ++j) {
                if (top[j]->figures[k] == no_mention) continue;
                const Decimal part = figure(top[j]->figures[k]).base_value();
                if (sign(part) < 0) break;
                if (sign(part) > 0) ++count;
                so_far = so_far + part;
            }
            if (count >= 2 && so_far == whole) return false;
        }
        return true;
    }

    /// 人员经费合计 and 公用经费合计 add classes wherever the form has put them.
    bool sum_of_classes() {
        bool found = false;
        for (const Line& line : lines_) {
            const bool personnel = line.label.name == "人员经费合计";
            const bool operating = line.label.name == "公用经费合计";
            if (personnel || operating) found = true;
            for (std::size_t k = 0; k < columns_.size(); ++k) {
                if (line.figures[k] == no_mention) continue;
                if (personnel || operating) sums_of_classes_.push_back({line.figures[k], personnel});
                if (line.code.size() == 3 && split_of_code(line.code) == "economic")
                    classes_.push_back({line.figures[k], line.code == "301" || line.code == "303"});
            }
        }
        return found;
    }

    // ── rates, shares, growth ────────────────────────────────────────────────────────────────────────

    [[nodiscard]] MentionId in_phase(const Line& line, Phase phase) const {
        MentionId found = no_mention;
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            if (head(k).role != Role::amount || line.figures[k] == no_mention || line.empty[k]) continue;
            bool other_year = false;
            if (phase_of(head(k), other_year) != phase || other_year) continue;
            // 合计 among the columns of one phase; two that cannot be told apart are none.
            if (found != no_mention && !head(k).total) return no_mention;
            found = line.figures[k];
        }
        return found;
    }
    [[nodiscard]] bool has_phase(Phase phase) const {
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            bool other_year = false;
            if (head(k).role == Role::amount && phase_of(head(k), other_year) == phase && !other_year)
                return true;
        }
        return false;
    }
    [[nodiscard]] MentionId under(const Line& line, std::initializer_list<std::string_view> words) const {
        for (std::size_t k = 0; k < columns_.size(); ++k)
            if (head(k).role == Role::amount && line.figures[k] != no_mention && !line.empty[k])
                for (const std::string_view word : words)
                    if (has(head(k).words, word)) return line.figures[k];
        return no_mention;
    }

    void row_rates(std::size_t i) {
        const Line& line = lines_[i];
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            const MentionId rate = line.figures[k];
            if (rate == no_mention || line.empty[k]) continue;
            switch (head(k).role) {
            case Role::rate:
                if (figure(rate).unit.dimension == Dimension::percent) row_rate(line, rate, head(k).words);
                break;
            case Role::growth:
                if (figure(rate).unit.dimension == Dimension::percent) row_growth(line, rate);
                break;
            case Role::change:
                row_change(line, rate);
                break;
            default:
                break;
            }
        }
        row_closing(line);
    }

    void row_rate(const Line& line, MentionId rate, std::string_view words) {
        Statement relation{.word = "ratio", .evidence = Evidence::whole, .context = sheet_.context};
        const auto reading = [&](MentionId numerator, std::initializer_list<MentionId> denominator) {
            if (numerator == no_mention) return;
            Reading next{.kind = Kind::ratio, .subject = rate, .first = {{numerator, Decimal{1}}}};
            for (const MentionId id : denominator) {
                if (id == no_mention) return;
                next.second.push_back({id, Decimal{1}});
            }
            relation.readings.push_back(std::move(next));
        };
        const MentionId executed = in_phase(line, Phase::executed);
        const MentionId adjusted = in_phase(line, Phase::adjusted);
        const MentionId initial = in_phase(line, Phase::initial);
        const MentionId received = in_phase(line, Phase::received);
        const MentionId opening = in_phase(line, Phase::opening);
        if (has(words, "规模控制率")) {
            reading(under(line, {"实际规模"}), {under(line, {"批复规模"})});
        } else if (has(words, "概算控制率")) {
            reading(under(line, {"实际投资"}), {under(line, {"预算投资", "批复投资"})});
        } else if (has(words, "到位率")) {
            reading(received, {adjusted});
            reading(received, {initial});
            relation.evidence = evidence_if(adjusted != no_mention);
        } else if (has(words, "使用率")) {
            reading(executed, {opening, received});
            reading(executed, {received});
            if (received == no_mention) reading(executed, {adjusted});
            // What was brought forward may be left out where nothing was.
            relation.evidence =
                evidence_if(received != no_mention && (opening != no_mention || !has_phase(Phase::opening)));
        } else if (has(words, "控制率") && under(line, {"编制"}) != no_mention) {
            reading(under(line, {"在职", "实有", "实际"}), {under(line, {"编制"})});
        } else {
            reading(executed, {adjusted});
            reading(executed, {initial});
            reading(executed, {opening, received});
            reading(executed, {received});
            // The base of an execution rate is the budget as adjusted: a table without it leaves the base open.
            relation.evidence =
                evidence_if(adjusted != no_mention || (has(words, "完成预算") && initial != no_mention));
        }
        if (!relation.readings.empty()) draft_.statements.push_back(std::move(relation));
    }

    void row_growth(const Line& line, MentionId rate) {
        const MentionId executed = in_phase(line, Phase::executed);
        Statement relation{.word = "growth", .context = sheet_.context};
        for (const Phase phase : {Phase::prior, Phase::initial, Phase::adjusted}) {
            const MentionId base = in_phase(line, phase);
            if (base == no_mention || executed == no_mention) continue;
            relation.readings.push_back({.kind = Kind::growth,
                                         .subject = rate,
                                         .first = {{executed, Decimal{1}}},
                                         .second = {{base, Decimal{1}}}});
        }
        relation.evidence = evidence_if(in_phase(line, Phase::prior) != no_mention);
        if (!relation.readings.empty()) draft_.statements.push_back(std::move(relation));
    }

    void row_change(const Line& line, MentionId change) {
        const MentionId executed = in_phase(line, Phase::executed);
        if (executed == no_mention || !same_dimension(figure(change).unit, figure(executed).unit)) return;
        Statement relation{.word = "change", .context = sheet_.context};
        for (const Phase phase : {Phase::prior, Phase::initial, Phase::adjusted}) {
            const MentionId base = in_phase(line, phase);
            if (base == no_mention) continue;
            // A decrease may be printed without its sign.
            for (const bool reversed : {false, true})
                relation.readings.push_back(
                    {.kind = Kind::sum,
                     .subject = change,
                     .first = {{executed, Decimal{reversed ? -1 : 1}}, {base, Decimal{reversed ? 1 : -1}}}});
        }
        relation.evidence = evidence_if(in_phase(line, Phase::prior) != no_mention);
        if (!relation.readings.empty()) draft_.statements.push_back(std::move(relation));
    }

    /// 年初结转 + 本年收入 − 本年支出 = 年末结转. What was taken back is in no column, so another result is not a fault.
    void row_closing(const Line& line) {
        const MentionId closing = in_phase(line, Phase::closing);
        const MentionId opening = in_phase(line, Phase::opening);
        MentionId received = in_phase(line, Phase::received);
        MentionId executed = in_phase(line, Phase::executed);
        // The form of the funds' own accounts has these four and no other.
        const MentionId income = under(line, {"本年收入"});
        const MentionId spent = under(line, {"本年支出"});
        const bool form = income != no_mention && spent != no_mention;
        if (form) {
            received = income;
            executed = spent;
        }
        if (closing == no_mention || opening == no_mention || received == no_mention ||
            executed == no_mention)
            return;
        Statement relation{.word = "sum", .evidence = evidence_if(form), .context = sheet_.context};
        relation.readings.push_back(
            {.kind = Kind::sum,
             .subject = closing,
             .first = {{opening, Decimal{1}}, {received, Decimal{1}}, {executed, Decimal{-1}}}});
        draft_.statements.push_back(std::move(relation));
    }

    /// 占比: of the total row, in the column that stands before it.
    void shares() {
        std::size_t whole = no_line;
        std::size_t wholes = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (is_total_row(lines_[i])) {
                whole = i;
                ++wholes;
            }
        if (wholes != 1 || lines_.size() > terms_max) return;
        std::size_t amounts = 0;
        for (std::size_t k = 0; k < columns_.size(); ++k)
            if (head(k).role == Role::amount) ++amounts;
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            if (head(k).role != Role::share) continue;
            for (std::size_t i = 0; i < lines_.size(); ++i) {
                const MentionId share = lines_[i].figures[k];
                if (share == no_mention || figure(share).unit.dimension != Dimension::percent) continue;
                Statement relation{
                    .word = "share", .evidence = evidence_if(amounts == 1), .context = sheet_.context};
                for (std::size_t a = k; a-- > 0;) {
                    if (head(a).role != Role::amount) continue;
                    const MentionId part = lines_[i].figures[a];
                    const MentionId total = lines_[whole].figures[a];
                    if (part == no_mention || total == no_mention) continue;
                    relation.readings.push_back({.kind = Kind::share,
                                                 .subject = share,
                                                 .first = {{part, Decimal{1}}},
                                                 .second = {{total, Decimal{1}}}});
                }
                if (lines_[i].parent != no_line) relation.evidence = evidence_if(false);
                if (!relation.readings.empty()) draft_.statements.push_back(std::move(relation));
            }
        }
    }

    // ── figures within words ─────────────────────────────────────────────────────────────────────────

    /// 其中：一般公共预算：6230.76 — label and figure in one cell, under 按收入性质分 and 按支出性质分.
    void inline_figures() {
        bool by_income = false;
        bool by_kind = false;
        for (const Cell& cell : sheet_.table.cells) {
            by_income = by_income || cell.text.text.starts_with("按收入性质");
            by_kind = by_kind || cell.text.text.starts_with("按支出性质");
        }
        const std::optional<Unit> budget_unit = unit_of_budget_row();
        Parts funds;
        Parts kinds;
        for (const Cell& cell : sheet_.table.cells) {
            const std::string& text = cell.text.text;
            if (text.size() > 150 || has(text, "。")) continue;
            const std::size_t colon = text.rfind("：");
            if (colon == text.npos || colon == 0) continue;
            const RowLabel label = row_label(std::string_view(text).substr(0, colon));
            const std::string_view rest = std::string_view(text).substr(colon + 3);
            Figure read;
            const CellKind kind = kind_of_cell(rest, read);
            const KnownLine* const line = known_line(label.name);
            const KnownPart* const part = known_part(label.name, true);
            const bool fund = line != nullptr && line->split == "fund";
            Parts& list = fund ? funds : kinds;
            if (!fund && part == nullptr) continue;
            if (kind != CellKind::number) {
                if (kind == CellKind::blank) list.empty = true;
                continue;
            }
            Mention level;
            const std::optional<Unit> unit = label.unit ? label.unit : budget_unit;
            level.figure = sheet_.figure(cell, rest, colon + 3, unit, label.name, {});
            level.subject = label.name;
            if (level.figure.unit.dimension == Dimension::percent) continue;
            if (fund && by_income) {
                level.item = expenditure;
                level.split = "fund";
                level.list = 0xFFFF'FFFFU - number_;
            } else if (part != nullptr && !of_project_) {
                level.item = part->pointer;
            }
            if (of_project_) level.item.clear(), level.split.clear();
            list.terms.push_back({draft_.add(std::move(level)), Decimal{1}});
        }
        if (by_income) whole_of(std::move(funds));
        if (by_kind) whole_of(std::move(kinds));
    }

    [[nodiscard]] std::optional<Unit> unit_of_budget_row() const {
        for (std::size_t i = first_level_; i < draft_.mentions.size(); ++i)
            if (draft_.mentions[i].item == expenditure &&
                draft_.mentions[i].figure.unit.dimension == Dimension::money)
                return draft_.mentions[i].figure.unit;
        return unit_;
    }

    /// What 按收入性质分 splits is the whole budget: as executed, else as planned.
    void whole_of(Parts parts) {
        if (parts.terms.size() < 2) return;
        Statement relation{.word = "sum", .evidence = Evidence::whole, .context = sheet_.context};
        for (const Phase phase : {Phase::executed, Phase::adjusted, Phase::initial})
            for (std::size_t i = first_level_; i < draft_.mentions.size(); ++i) {
                const Mention& level = draft_.mentions[i];
                const bool whole = of_project_ ? level.split == "projects"
                                               : level.item == expenditure && level.split.empty();
                if (!whole || level.phase != phase || !level.figure.known()) continue;
                const MentionId id = static_cast<MentionId>(i);
                if (!one_dimension(id, parts)) continue;
                relation.readings.push_back(
                    {.kind = Kind::sum, .subject = id, .first = parts.terms, .open_list = parts.empty});
                break;
            }
        if (!relation.readings.empty()) draft_.statements.push_back(std::move(relation));
    }

    // ── the evaluation ───────────────────────────────────────────────────────────────────────────────

    /// The tree of the body goes into the filing; that of a project is figures and relations.
    void keep_evaluation() {
        classes_make_their_totals();
        Evaluation& kept = draft_.filing.evaluation;
        const bool first =
            kept.indicators.empty() && !kept.budget.weight.stated() && !kept.budget.score.stated();
        if (!of_project_ && first) {
            kept.indicators = std::move(evaluation_.indicators);
            kept.budget.weight = std::move(evaluation_.budget.weight);
            kept.budget.score = std::move(evaluation_.budget.score);
            if (kept.budget.weight.stated() || kept.budget.score.stated())
                kept.budget.label = evaluation_.budget.label;
            for (const Figure& statement : evaluation_.weight.statements()) kept.weight.also(statement);
            for (const Figure& statement : evaluation_.score.statements()) kept.score.also(statement);
            if (kept.grade.empty()) kept.grade = evaluation_.grade;
            return;
        }
        const MentionId budget_weight = points_level(evaluation_.budget.weight, evaluation_.budget.label);
        const MentionId budget_score = points_level(evaluation_.budget.score, evaluation_.budget.label);
        if (budget_weight != no_mention && budget_score != no_mention) at_most(budget_score, budget_weight);
        Parts weights;
        Parts scores;
        for (const Indicator& indicator : evaluation_.indicators) state_indicator(indicator, weights, scores);
        state_points(points_level(evaluation_.weight, "总分"), std::move(weights), budget_weight);
        state_points(points_level(evaluation_.score, "总分"), std::move(scores), budget_score);
    }

    MentionId points_level(const Stated& stated, std::string_view name) {
        if (!stated.stated()) return no_mention;
        Mention level;
        level.figure = stated.best();
        level.subject = project_.empty() ? std::string(name) : project_ + ' ' + std::string(name);
        return draft_.add(std::move(level));
    }

    /// Adds the figures of the lowest tier that has any; a heading's declared weight is their sum.
    void state_indicator(const Indicator& indicator, Parts& weights, Parts& scores) {
        const MentionId weight = points_level(indicator.weight, indicator.name);
        const MentionId score = points_level(indicator.score, indicator.name);
        if (indicator.indicators.empty()) {
            const auto add = [](Parts& parts, MentionId id) {
                if (id == no_mention)
                    parts.empty = true;
                else
                    parts.terms.push_back({id, Decimal{1}});
            };
            add(weights, weight);
            add(scores, score);
            if (weight != no_mention && score != no_mention) at_most(score, weight);
            return;
        }
        Parts weights_below;
        Parts scores_below;
        for (const Indicator& below : indicator.indicators)
            state_indicator(below, weights_below, scores_below);
        const auto take = [](Parts& parts, Parts& below) {
            parts.terms.insert(parts.terms.end(), below.terms.begin(), below.terms.end());
            parts.empty = parts.empty || below.empty;
        };
        take(weights, weights_below);
        take(scores, scores_below);
        if (weight != no_mention) sum(weight, {std::move(weights_below)}, true);
    }

    void state_points(MentionId total, Parts parts, MentionId budget) {
        if (total == no_mention || parts.terms.empty()) return;
        std::vector<Parts> readings{parts};
        if (budget != no_mention) {
            parts.terms.push_back({budget, Decimal{1}});
            readings.push_back(std::move(parts));
        }
        sum(total, std::move(readings), true);
    }

    void classes_make_their_totals() {
        for (const auto& [total, personnel] : sums_of_classes_) {
            Parts parts;
            for (const auto& [id, of_personnel] : classes_)
                if (of_personnel == personnel) parts.terms.push_back({id, Decimal{1}});
            sum(total, {std::move(parts)}, true, continued_);
        }
    }

    Sheet sheet_;
    const Grid& grid_;
    Draft& draft_;
    std::uint32_t number_;
    std::string_view caption_;
    std::optional<Unit> unit_{};
    std::string scope_{};
    std::optional<int> year_{};
    std::string project_{};
    bool of_project_ = false;
    bool continued_ = false;
    std::size_t first_level_ = draft_.mentions.size();
    Evaluation evaluation_{};
    std::vector<std::pair<MentionId, bool>> sums_of_classes_{};
    std::vector<std::pair<MentionId, bool>> classes_{};

    // Of the section.
    std::vector<Head> heads_{};
    std::optional<Unit> section_unit_{};
    std::uint32_t printed_ = 0;

    // Of the block.
    std::vector<std::uint32_t> columns_{};
    std::vector<Line> lines_{};
    /// The last line of each known part.
    std::map<std::string, std::size_t, std::less<>> items_{};
    std::string_view side_{};
    bool projects_ = false;
    /// No row was found whose place in the tree is open.
    bool flat_ = true;
    /// Heads and rows fit: relations may be stated.
    bool certain_ = true;
};

} // namespace

void read_table(const Page& page, const Table& table, std::uint32_t number, Draft& draft) {
    if (table.cells.empty() || table.rows == 0 || table.columns == 0) return;
    // Spans that cover far more than the cells could fill come from a broken page.
    constexpr std::size_t most_places = 16'000'000;
    if (std::size_t{table.rows} * table.columns > most_places) return;
    TableReader(page, table, number, draft).read();
}

} // namespace tieout::detail
