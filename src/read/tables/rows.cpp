// SPDX-License-Identifier: MIT
#include "read/tables/rows.hpp"

#include "read/tables/fund_rows.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::string_view special = "/expenditure/project/special";
constexpr std::size_t longest_label = 120;

bool is_digits(std::string_view text) noexcept {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void misfit(RowBlock& block, std::string_view why) {
    block.fits = false;
    block.placed = false;
    block.certified = false;
    block.why_not.push_back(why);
}

// ── one row ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/// 小计 before the parts of a known item is that item: 小计 | 公务用车购置费 | 公务用车运行维护费.
void name_subtotals(std::vector<Head>& heads) {
    for (std::size_t k = 0; k + 2 < heads.size(); ++k) {
        Head& head = heads[k];
        if (!head.total || head.path.empty() || row_word_of(head.path.back()) != RowWord::subtotal) continue;
        const KnownPart* const first = heads[k + 1].amount;
        const KnownPart* const second = heads[k + 2].amount;
        if (head.amount != nullptr || first == nullptr || second == nullptr) continue;
        const std::string_view whole = first->pointer.substr(0, first->pointer.rfind('/'));
        if (whole.empty() || second->pointer.substr(0, second->pointer.rfind('/')) != whole) continue;
        for (const KnownPart& part : concept_table)
            if (part.pointer == whole && part.amount && !part.phase && head.amount == nullptr)
                head.amount = &part;
        if (head.amount == nullptr) continue;
        // As if it stood under the name of what it adds up.
        const std::string_view words = head.amount->words;
        head.path.insert(head.path.end() - 1, std::string(words.substr(0, words.find('|'))));
    }
}

/// Gives a column the role of amounts where numbers stand under words; columns that cannot be told apart do not fit.
void take_heads(const Section& section, RowBlock& block) {
    constexpr std::size_t most_columns = 200;
    if (section.torn || block.parts.front().figures.size() > most_columns) misfit(block, "heads");
    block.heads.reserve(block.parts.front().figures.size());
    for (const std::uint32_t c : block.parts.front().figures) {
        Head& own = block.heads.emplace_back(section.heads[c]);
        if (own.path.empty()) misfit(block, "figures under no head");
        // Numbers stand in it: it is an amount of something.
        if (own.role == HeadRole::words) {
            own.role = HeadRole::amount;
            if (own.subject.empty() && !own.path.empty()) own.subject = own.path.back();
        }
        for (std::size_t k = 0; block.fits && k + 1 < block.heads.size(); ++k)
            if (block.heads[k].words == own.words) misfit(block, "two heads that are one");
    }
    for (const std::uint32_t c : block.parts.front().labels) {
        const Head& head = section.heads[c];
        // 指数 over the names: all of its figures are indices.
        const bool measures = !head.path.empty() && is_measure(head.path.back()) && !is_year(head.words);
        for (Head& own : block.heads) own.additive = own.additive && !measures;
        block.over_time = block.over_time || head.role == HeadRole::period;
        if (head.words.starts_with("收入")) block.side = "收入";
        if (head.words.starts_with("支出")) block.side = "支出";
        block.axis_of_names = block.axis_of_names || is_axis_of_names(head.words);
    }
    name_subtotals(block.heads);
}

/// The code of a row: in one cell, or in those of 类, 款 and 项, of which only those that change may be printed.
class CodeReader {
  public:
    std::string code_of(const Sheet& sheet, const BlockColumns& columns, std::uint32_t r) {
        std::string joined;
        std::vector<std::string> parts(columns.codes.size());
        std::size_t last = no_row;
        for (std::size_t k = 0; k < columns.codes.size(); ++k) {
            if (!sheet.grid.number_begins(r, columns.codes[k])) continue;
            const std::string_view text = sheet.grid.text(r, columns.codes[k]);
            if (!is_digits(text)) continue;
            parts[k] = text;
            joined += text;
            last = k;
        }
        if (is_class_code(joined)) {
            before_ = std::move(parts);
            return joined;
        }
        if (last == no_row || last == 0 || parts[last].size() != 2 || before_.size() != parts.size())
            return {};
        // 款 and 项 under the 类 of the row before.
        std::string code;
        for (std::size_t k = 0; k <= last; ++k) {
            if (parts[k].empty()) parts[k] = before_[k];
            code += parts[k];
        }
        if (!is_class_code(code)) return {};
        before_ = std::move(parts);
        return code;
    }

  private:
    std::vector<std::string> before_{};
};

/// 2010301行政运行: code and name in one cell.
void take_code_off_name(Row& row) {
    std::string& name = row.label.name;
    std::size_t digits = 0;
    while (digits < name.size() && name[digits] >= '0' && name[digits] <= '9') ++digits;
    const std::string_view rest = std::string_view(name).substr(digits);
    if (rest.empty() || !is_class_code(std::string_view(name).substr(0, digits)) || rest.starts_with("年"))
        return;
    row.code = name.substr(0, digits);
    std::size_t begin = digits;
    while (begin < name.size() && name[begin] == ' ') ++begin;
    name.erase(0, begin);
}

/// The cell that names the row: the one that begins in it farthest to the right; those before are of groups.
const Cell* label_cell(const Sheet& sheet, const Section& section, const BlockColumns& columns,
                       RowBlock& block, std::uint32_t r) {
    const Grid& grid = sheet.grid;
    const Cell* label = nullptr;
    for (const std::uint32_t c : columns.labels) {
        const Cell* const cell = grid.cell(r, c);
        if (cell == nullptr || cell->text.empty()) continue;
        const bool period = section.heads[c].role == HeadRole::period;
        if (grid.kind(r, c) == CellKind::number && !is_class_code(cell->text.text) && !period) {
            misfit(block, "a figure among the labels");
            continue;
        }
        if (cell->row == r || label == nullptr) label = cell;
    }
    for (const std::vector<std::uint32_t>* others : {&columns.codes, &columns.ordinals})
        for (const std::uint32_t c : *others)
            if (label == nullptr && grid.kind(r, c) == CellKind::words && grid.begins(r, c))
                label = grid.cell(r, c);
    return label;
}

/// What the label is known to be.
void name_row(Row& row) {
    const std::string& name = row.label.name;
    if (name.empty() || name.size() > longest_label || !row.code.empty()) return;
    const KnownPart* part = name == "项目" ? nullptr : known_part(name, true);
    if (part == nullptr) part = row.counted = known_part(name, false);
    if (part == nullptr && (contains(name, "年") || contains(name, "决算") || contains(name, "预算"))) {
        const LabelParts parts = parts_of_label(name);
        if (!parts.subject.empty() && parts.subject != "项目") part = known_part(parts.subject, true);
        if (part != nullptr) row.phase = parts.phase;
        // 预算数 and 决算数 as rows, under the parts as heads.
        if (part == nullptr && parts.bare) row.phase = parts.phase;
    }
    if (part != nullptr) {
        row.item = part->pointer;
        if (part->phase) row.phase = part->phase;
        return;
    }
    row.known = known_line(name);
}

void add_row(const Sheet& sheet, const Section& section, std::uint32_t r, std::uint32_t part,
             CodeReader& codes, RowBlock& block) {
    const Grid& grid = sheet.grid;
    Row row;
    row.at = r;
    row.part = part;
    const BlockColumns& columns = block.parts[part];
    bool any = false;
    for (const std::uint32_t c : columns.figures) {
        const bool number = grid.number_begins(r, c);
        any = any || number || grid.kind(r, c) == CellKind::mark;
        row.blank.push_back(grid.kind(r, c) == CellKind::blank);
        row.figures.push_back(no_mention);
        if (grid.kind(r, c) == CellKind::words && grid.begins(r, c) && block.certified) {
            block.certified = false;
            block.why_not.push_back("words among the figures");
        }
    }
    const Cell* const label = label_cell(sheet, section, columns, block, r);
    if (label != nullptr) {
        row.label = row_label(label->text.text);
        row.indent = label->indent;
    } else {
        row.label.bare = true;
    }
    row.code = codes.code_of(sheet, columns, r);
    if (row.code.empty()) take_code_off_name(row);
    const std::vector<Cell>& unplaced = sheet.table.unplaced;
    const auto lost = std::lower_bound(unplaced.begin(), unplaced.end(), r,
                                       [](const Cell& cell, std::uint32_t at) { return cell.row < at; });
    row.scattered = lost != unplaced.end() && lost->row == r;
    row.heading = !any && !row.scattered;
    if (label == nullptr && row.heading && row.code.empty()) return;
    name_row(row);
    block.rows.push_back(std::move(row));
}

// ── which row contains which ─────────────────────────────────────────────────────────────────────────────────────────

/// The last row of each known part.
using LastOfItem = std::map<std::string, std::size_t, std::less<>>;

/// The last row from `from` up to the top for which `wanted` says so.
template <class Wanted>
std::size_t upwards(const std::vector<Row>& rows, std::size_t from, Wanted wanted) {
    for (std::size_t k = from; k != no_row; k = rows[k].parent)
        if (wanted(rows[k])) return k;
    return no_row;
}

std::size_t parent_by_indent(RowBlock& block, std::size_t i, std::size_t previous) {
    const std::vector<Row>& rows = block.rows;
    const Row& row = rows[i];
    const Row& before = rows[previous];
    for (std::size_t k = previous; k != no_row; k = rows[k].parent) {
        if (row.indent > rows[k].indent + 1) return k;
        if (row.indent + 1 >= rows[k].indent && !rows[k].label.within && rows[k].label.numbering == 0) {
            // After 其中 a row without marks may belong to the list or stand beside what contains it.
            if (k != previous && row.indent >= before.indent) block.flat = false;
            return rows[k].parent;
        }
    }
    if (before.label.within || before.parent != no_row || before.loose) {
        block.flat = false;
        // After several rows with 其中 one without stands beside what contains them.
        const std::size_t first = before.parent == no_row ? no_row : before.parent + 1;
        const bool each =
            before.label.within && first != no_row && first < previous && rows[first].label.within;
        block.rows[i].loose = (before.label.within || before.loose) && !each;
    }
    return no_row;
}

/// A fund under what was carried over, or under a part of the filing, says where that comes from.
std::size_t parent_of_fund(const RowBlock& block, std::size_t i, std::size_t previous) {
    const std::vector<Row>& rows = block.rows;
    const Row& row = rows[i];
    if (const std::size_t wider = fiscal_above(rows, row, previous); wider != no_row) return wider;
    if (row.label.numbering == 0)
        return upwards(rows, previous, [](const Row& above) { return !above.item.empty(); });
    return upwards(rows, previous, [&](const Row& above) {
        const bool carried = above.phase == Phase::opening || above.phase == Phase::closing;
        return !above.item.empty() && carried && above.label.numbering == 0;
    });
}

std::size_t parent_of(RowBlock& block, const LastOfItem& items, std::size_t i, std::size_t previous) {
    const std::vector<Row>& rows = block.rows;
    const Row& row = rows[i];
    if (!row.item.empty()) {
        for (std::size_t end = row.item.rfind('/'); end != 0 && end != row.item.npos;
             end = row.item.rfind('/', end - 1))
            if (const auto found = items.find(std::string_view(row.item).substr(0, end));
                found != items.end())
                return found->second;
        if (!row.label.within) return no_row;
    }
    if (previous == no_row) return no_row;
    const Row& before = rows[previous];
    if (ends_fiscal(rows, row, previous)) return rows[before.parent].parent;
    if (row.known != nullptr && row.known->split == "fund")
        if (const std::size_t parent = parent_of_fund(block, i, previous); parent != no_row) return parent;
    if (row.known != nullptr && row.known->split == "economic" && row.label.numbering == 0) {
        const std::size_t parent =
            upwards(rows, previous, [](const Row& above) { return above.item.starts_with("/expenditure/"); });
        if (parent != no_row) return parent;
    }
    // 其中 under a known part that has 其中 itself is of that part.
    if (row.label.within) {
        const bool nested = !before.label.within || (!before.item.empty() && row.item.empty());
        return nested ? previous : before.parent;
    }
    // The rows under 专项资金 are its projects, up to the next part of the form.
    if (const std::size_t parent =
            upwards(rows, previous, [](const Row& above) { return above.item == special; });
        parent != no_row)
        return parent;
    if (row.label.numbering == 0) return parent_by_indent(block, i, previous);
    // 其中：一般债务, 专项债务, 二、: what follows 其中 without a mark of its own holds no rows with numbers.
    std::size_t last = previous;
    while (last > 0 && rows[last].loose && rows[last].label.numbering == 0) --last;
    const std::size_t beside =
        upwards(rows, last, [&](const Row& above) { return above.label.numbering == row.label.numbering; });
    if (beside != no_row) return rows[beside].parent;
    const std::size_t parent = upwards(
        rows, previous, [&](const Row& above) { return above.label.numbering < row.label.numbering; });
    // A row without number before numbered ones may contain them, or stand beside them.
    if (parent != no_row && rows[parent].label.numbering == 0 && !rows[parent].heading) block.flat = false;
    return parent;
}

void find_parents(RowBlock& block) {
    std::map<std::string_view, std::size_t> codes;
    LastOfItem items;
    std::size_t previous = no_row;
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        Row& row = block.rows[i];
        if (!row.code.empty()) {
            for (std::size_t size = row.code.size() - 2; size >= 3; size -= 2)
                if (const auto found = codes.find(std::string_view(row.code).substr(0, size));
                    found != codes.end()) {
                    row.parent = found->second;
                    break;
                }
            codes[row.code] = i;
        } else if (row.label.total) {
            previous = no_row;
            if (!row.item.empty()) items[row.item] = i;
            continue;
        } else if (row.label.derived()) {
            continue;
        } else {
            row.parent = parent_of(block, items, i, previous);
        }
        if (row.parent != no_row) {
            Row& parent = block.rows[row.parent];
            parent.has_children = true;
            // 一般公共预算财政拨款 under 年初财政拨款结转和结余 is what was carried over of it.
            if (row.known != nullptr && !row.phase) row.phase = parent.phase;
        }
        if (!row.item.empty()) items[row.item] = i;
        previous = i;
    }
}

/// A known part may also stand before what it is part of: 基本支出, 项目支出, 总支出.
void find_parents_below(RowBlock& block) {
    std::map<std::string_view, std::size_t> below;
    for (std::size_t i = block.rows.size(); i-- > 0;) {
        Row& row = block.rows[i];
        if (row.item.empty() || !row.code.empty() || row.label.total || row.label.derived()) continue;
        if (row.parent == no_row) {
            const std::string_view item = row.item;
            const std::size_t end = item.rfind('/');
            if (end != 0 && end != item.npos)
                if (const auto found = below.find(item.substr(0, end)); found != below.end()) {
                    row.parent = found->second;
                    block.rows[found->second].has_children = true;
                }
        }
        // 年末结转结余 behind 基本支出 is what was left, not what it is part of.
        const bool left = row.phase == Phase::opening || row.phase == Phase::closing;
        if (row.parent == no_row && !left) below[row.item] = i;
    }
}

bool is_list_of_projects(const Section& section, const RowBlock& block, std::string_view caption) {
    bool named =
        contains(caption, "项目") && !contains(caption, "项目支出决算") && !contains(caption, "绩效自评");
    for (const std::uint32_t c : block.parts.front().labels) {
        const std::string& words = section.heads[c].words;
        named = named || contains(words, "项目名称");
        // 按功能分类, 科目: a classification.
        if (contains(words, "科目") || contains(words, "分类")) return false;
    }
    if (!named) return false;
    return std::all_of(block.rows.begin(), block.rows.end(), [](const Row& row) {
        return row.code.empty() && row.item.empty() && row.known == nullptr;
    });
}

/// Whether a block of codes goes on with the list of the one before it: both have codes, names and the same one column.
bool goes_on_beside(const RowBlock& block, const RowBlock& next) {
    const auto alike = [](const RowBlock& one) {
        return !one.parts.front().codes.empty() && one.heads.size() == 1 && !one.heads.front().path.empty();
    };
    return alike(block) && alike(next) && block.heads.front().path.back() == next.heads.front().path.back();
}

/// 公用经费合计 may print its figure under the last of several sets of columns, where nothing names it.
void move_totals(RowBlock& block) {
    std::map<std::uint32_t, std::size_t> without; // by row of the grid: a total that prints no figure
    std::vector<bool> dropped(block.rows.size());
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        Row& row = block.rows[i];
        if (row.label.total && row.heading) without[row.at] = i;
        if (!row.label.name.empty() || !row.code.empty() || row.heading) continue;
        const auto found = without.find(row.at);
        if (found == without.end() || block.rows[found->second].part >= row.part) continue;
        Row& total = block.rows[found->second];
        total.part = row.part;
        total.heading = false;
        total.blank = row.blank;
        dropped[i] = true;
        without.erase(found);
    }
    std::size_t i = 0;
    std::erase_if(block.rows, [&](const Row&) { return dropped[i++]; });
}

} // namespace

bool is_class_code(std::string_view text) noexcept {
    return (text.size() == 3 || text.size() == 5 || text.size() == 7) && is_digits(text) &&
           text.front() >= '2' && text.front() <= '5';
}

std::string_view split_of_code(std::string_view code) noexcept {
    if (code.starts_with('2')) return "function";
    if (code.starts_with('3')) return "economic";
    return {};
}

bool is_year(std::string_view text) noexcept {
    return text.size() == 4 && text.starts_with("20") && text[2] >= '0' && text[2] <= '3' && text[3] >= '0' &&
           text[3] <= '9';
}

bool is_part_of(std::string_view part, std::string_view whole) noexcept {
    return !whole.empty() && part.size() > whole.size() && part.starts_with(whole) &&
           part[whole.size()] == '/';
}

std::vector<RowBlock> rows_of(const Sheet& sheet, const Section& section, const TableScope& scope) {
    std::vector<RowBlock> blocks;
    for (BlockColumns& columns : blocks_of(sheet, section)) {
        RowBlock block;
        block.parts.push_back(std::move(columns));
        take_heads(section, block);
        if (!blocks.empty() && goes_on_beside(blocks.back(), block))
            blocks.back().parts.push_back(std::move(block.parts.front()));
        else
            blocks.push_back(std::move(block));
    }
    for (RowBlock& block : blocks) {
        for (std::uint32_t part = 0; part < block.parts.size(); ++part) {
            CodeReader codes;
            for (std::uint32_t r = section.begin; r < section.end; ++r)
                if (!is_skipped_row(sheet.grid, r)) add_row(sheet, section, r, part, codes, block);
        }
        if (block.rows.empty()) continue;
        if (block.parts.size() > 1) move_totals(block);
        block.projects = is_list_of_projects(section, block, scope.caption);
        block.axis_of_names = block.axis_of_names || block.projects;
        find_parents(block);
        find_parents_below(block);
        find_what_adds_up(scope, block);
        find_side(block);
        find_subject_of_totals(block);
    }
    std::erase_if(blocks, [](const RowBlock& block) { return block.rows.empty(); });
    return blocks;
}

} // namespace tieout::detail
