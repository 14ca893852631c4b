// SPDX-License-Identifier: MIT
#include "read/tables/regions.hpp"

#include "read/tables/formula.hpp"
#include "read/tables/rows.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tieout::detail {

namespace {

constexpr std::size_t longest_head = 90;

/// The first text of a row.
std::string_view first_text(const Grid& grid, std::uint32_t r) noexcept {
    for (std::uint32_t c = 0; c < grid.columns(); ++c)
        if (const std::string_view text = grid.text(r, c); !text.empty()) return text;
    return {};
}

bool numbers_columns(const Grid& grid, std::uint32_t r) {
    const std::string_view first = first_text(grid, r);
    return first == "栏次" || first == "行次" || is_row_of_formulas(grid, r);
}

/// 部门：某局 金额单位：万元, 公开03表, and a name over all columns.
bool frames_table(const Grid& grid, std::uint32_t r) noexcept {
    bool any = false;
    for (std::uint32_t c = 0; c < grid.columns(); ++c) {
        if (!grid.begins(r, c) || grid.text(r, c).empty()) continue;
        const std::string_view text = grid.text(r, c);
        any = true;
        if (grid.columns() > 1 && grid.cell(r, c)->columns >= grid.columns() && !contains(text, "指标"))
            continue;
        constexpr std::array<std::string_view, 9> starts{"部门：",     "单位：",     "编制单位：",
                                                         "金额单位：", "公开部门：", "预算部门：",
                                                         "部门名称：", "单位名称：", "填报单位："};
        const bool said = std::any_of(starts.begin(), starts.end(),
                                      [&](std::string_view word) { return begins_with(text, word); });
        const bool form = (text.starts_with("公开") || text.starts_with("财决")) && text.ends_with("表") &&
                          text.size() <= 24;
        if (!said && !form) return false;
    }
    return any;
}

/// Whether each cell that the row prints stands over its own column: it prints one for each column, or empty ones between.
bool in_place(const Grid& grid, std::uint32_t r) noexcept {
    const std::uint32_t printed = grid.printed(r);
    if (printed == grid.columns()) return true;
    bool empty = false;
    for (std::uint32_t c = 0; c + 1 < printed; ++c) empty = empty || grid.text(r, c).empty();
    return empty;
}

/// Whether a cell of the row, but the first, says what a column holds.
bool names_columns(const Grid& grid, std::uint32_t r) {
    for (std::uint32_t c = 1; c < grid.columns(); ++c)
        if (grid.begins(r, c) && grid.text(r, c).size() <= longest_head &&
            head_of({std::string(grid.text(r, c))}).role != HeadRole::words)
            return true;
    return false;
}

/// What stands in a row, looked at as one that may be of heads.
struct RowContent {
    std::uint32_t words = 0;
    std::uint32_t years = 0;
    bool number = false;
};

RowContent content_of(const Grid& grid, std::uint32_t r, bool figures_seen) {
    RowContent content;
    const Cell* last = nullptr;
    for (std::uint32_t c = 0; c < grid.columns(); ++c) {
        const Cell* const cell = grid.cell(r, c);
        if (cell == nullptr || cell == last) continue;
        last = cell;
        if (cell->row != r) continue;
        const CellKind kind = grid.kind(r, c);
        // A four-digit number of this century is a year where the heads are.
        const bool year = !figures_seen && is_year(cell->text.text);
        if (kind == CellKind::number && !year) content.number = true;
        if (year) ++content.years;
        if (kind == CellKind::words || year) ++content.words;
    }
    return content;
}

/// Words that only heads have, in cells but the first.
std::uint32_t sure_heads(const Grid& grid, std::uint32_t r) {
    std::uint32_t sure = 0;
    for (std::uint32_t c = 1; c < grid.columns() && sure < 2; ++c)
        if (grid.begins(r, c) && grid.text(r, c).size() <= longest_head &&
            head_of({std::string(grid.text(r, c))}).sure)
            ++sure;
    return sure;
}

/// Whether the row prints again what the heads print over all columns but those of names: 二、支出 | 金额.
bool repeats_heads(const Grid& grid, std::uint32_t heads, std::uint32_t r) noexcept {
    std::uint32_t same = 0;
    for (std::uint32_t c = 1; c < grid.columns(); ++c) {
        if (!grid.begins(r, c) || grid.text(r, c).empty()) continue;
        if (grid.text(r, c) != grid.text(heads, c)) return false;
        ++same;
    }
    return same > 0 && !grid.text(r, 0).empty();
}

/// Whether the row has words over all figures of the row below it, behind a name of its own: 地区 | 人口 | 面积 under rows of
/// other figures.
bool stands_over_figures(const Grid& grid, std::uint32_t r) noexcept {
    constexpr std::uint32_t fewest = 3;
    if (r + 1 >= grid.rows() || is_skipped_row(grid, r + 1) || grid.kind(r, 0) != CellKind::words)
        return false;
    std::uint32_t figures = 0;
    for (std::uint32_t c = 1; c < grid.columns(); ++c) {
        if (!grid.number_begins(r + 1, c)) continue;
        const bool head = grid.begins(r, c) && grid.kind(r, c) == CellKind::words &&
                          grid.text(r, c).size() <= longest_head && grid.cell(r, c)->columns == 1;
        if (!head) return false;
        ++figures;
    }
    return figures >= fewest;
}

/// The rows of heads and of what stands beneath them.
std::vector<Section> bounds_of_sections(const Sheet& sheet) {
    const Grid& grid = sheet.grid;
    std::vector<Section> found;
    bool figures_seen = false;
    for (std::uint32_t r = 0; r < grid.rows(); ++r) {
        const bool open = !found.empty() && found.back().begin == r;
        if (is_skipped_row(grid, r)) {
            if (open) found.back().begin = found.back().end = r + 1;
            continue;
        }
        const RowContent content = content_of(grid, r, figures_seen);
        const bool possible = !content.number && content.words >= 2;
        const std::uint32_t sure = possible ? sure_heads(grid, r) : 0;
        const bool again = possible && figures_seen && !found.empty() &&
                           (repeats_heads(grid, found.back().begin - 1, r) || stands_over_figures(grid, r));
        if (possible && (!figures_seen || sure >= 2 || again)) {
            // Heads follow heads: one group.
            if (open) {
                found.back().begin = found.back().end = r + 1;
            } else {
                found.push_back({.heads_begin = r, .begin = r + 1, .end = r + 1});
            }
            continue;
        }
        // Merged heads may leave an empty row above the last of them.
        const auto follows_heads = [&] {
            if (figures_seen || r + 1 >= grid.rows()) return false;
            const RowContent next = content_of(grid, r + 1, false);
            return next.words >= 2 && !next.number;
        };
        if (open && content.words == 0 && !content.number && follows_heads()) {
            found.back().begin = found.back().end = r + 1;
            continue;
        }
        figures_seen = figures_seen || content.number;
        if (!found.empty()) found.back().end = r + 1;
    }
    return found;
}

/// Where captions stand in the rows of heads of a section, row by row: where one is printed, and where the one before it goes
/// on. In plain text a caption over several columns is printed over the first, and goes on where others stand beneath.
std::vector<std::vector<bool>> captioned(const Grid& grid, const Section& section) {
    std::vector<std::vector<bool>> rows(section.begin - section.heads_begin,
                                        std::vector<bool>(grid.columns()));
    const std::vector<bool>* below = nullptr;
    for (std::uint32_t r = section.begin; r-- > section.heads_begin;) {
        if (is_skipped_row(grid, r)) continue;
        std::vector<bool>& row = rows[r - section.heads_begin];
        for (std::uint32_t c = 0; c < grid.columns(); ++c)
            row[c] = !grid.text(r, c).empty() ||
                     (c > 0 && below != nullptr && row[c - 1] && (*below)[c - 1] && (*below)[c]);
        below = &row;
    }
    return rows;
}

/// Texts of a row of heads by columns: what a cell covers, and where plain text prints only its first place, where it goes on;
/// not beyond what stands above it.
std::vector<const Cell*> spread(const Grid& grid, std::uint32_t r, const std::vector<bool>& captions,
                                std::span<const Cell* const> above) {
    std::vector<const Cell*> cells(grid.columns());
    for (std::uint32_t c = 0; c < grid.columns(); ++c) {
        const Cell* const cell = grid.cell(r, c);
        if (cell != nullptr && !cell->text.empty()) cells[c] = cell;
        if (c == 0 || cells[c] != nullptr || cells[c - 1] == nullptr || above[c] != above[c - 1]) continue;
        if (cells[c - 1]->columns == 1 && captions[c]) cells[c] = cells[c - 1];
    }
    return cells;
}

/// Where the groups begin that the printed texts of a torn row of heads stand over, told by what repeats in the row below
/// it: 预算数 决算数 over twice the same heads; 收入 支出 over heads that begin with 项目 twice. Empty if nothing tells.
std::vector<std::uint32_t> begins_of_groups(const Grid& grid, std::uint32_t r, std::uint32_t below) {
    const std::uint32_t groups = grid.printed(r);
    const std::uint32_t columns = grid.columns();
    std::vector<std::uint32_t> begins;
    if (groups < 2 || groups >= columns || grid.printed(below) != columns) return begins;
    if (columns % groups == 0) {
        const std::uint32_t period = columns / groups;
        bool repeats = true;
        for (std::uint32_t c = period; c < columns && repeats; ++c)
            repeats = grid.text(below, c) == grid.text(below, c - period);
        if (repeats) {
            for (std::uint32_t g = 0; g < groups; ++g) begins.push_back(g * period);
            return begins;
        }
    }
    for (std::uint32_t c = 0; c < columns; ++c)
        if (grid.text(below, c) == grid.text(below, 0)) begins.push_back(c);
    if (begins.size() != groups) begins.clear();
    return begins;
}

std::vector<Head> heads_of(const Sheet& sheet, const Section& section, bool& torn) {
    const Grid& grid = sheet.grid;
    const std::uint32_t columns = grid.columns();
    std::vector<std::vector<std::string>> paths(columns);
    std::vector<std::string> formulas(columns);
    std::vector<const Cell*> above(columns);
    const std::vector<std::vector<bool>> captions = captioned(grid, section);
    for (std::uint32_t r = section.heads_begin; r < section.begin; ++r) {
        if (numbers_columns(grid, r)) {
            for (std::uint32_t c = 1; c < columns; ++c) formulas[c] = grid.text(r, c);
            continue;
        }
        if (is_skipped_row(grid, r)) continue;
        std::vector<const Cell*> cells = spread(grid, r, captions[r - section.heads_begin], above);
        if (!sheet.table.printed.empty() && !in_place(grid, r) && r + 1 < section.begin) {
            const std::vector<std::uint32_t> begins = begins_of_groups(grid, r, r + 1);
            if (begins.empty()) {
                torn = torn || names_columns(grid, r); // what they stand over is not known
                continue;
            }
            std::vector<const Cell*> placed(columns);
            for (std::size_t g = 0; g < begins.size(); ++g)
                for (std::uint32_t c = begins[g]; c < (g + 1 < begins.size() ? begins[g + 1] : columns); ++c)
                    placed[c] = grid.cell(r, static_cast<std::uint32_t>(g));
            cells = std::move(placed);
        }
        for (std::uint32_t c = 0; c < columns; ++c) {
            const Cell* const cell = cells[c];
            // The name of the whole table over its heads says nothing of a column.
            if (cell == nullptr || cell == above[c] || (cell->columns >= columns && columns > 1)) continue;
            above[c] = cell;
            paths[c].push_back(cell->text.text);
        }
    }
    std::vector<Head> heads;
    heads.reserve(columns);
    for (std::uint32_t c = 0; c < columns; ++c) {
        Head& head = heads.emplace_back(looked_up(head_of(paths[c])));
        if (head.formula.empty()) head.formula = std::move(formulas[c]);
    }
    return heads;
}

/// What stands in a column of a section.
struct ColumnContent {
    std::uint32_t words = 0;
    /// Words that are this column's alone: a remark over several columns is of none of them, and where the cells of a row
    /// stand is not known if it prints fewer than the table has columns.
    std::uint32_t own_words = 0;
    std::uint32_t words_in_place = 0;
    std::uint32_t numbers = 0;
    /// Whole classes, and parts of one in a column of its own: 201, 03.
    std::uint32_t codes = 0;
    std::uint32_t code_parts = 0;
};

ColumnContent content_of_column(const Sheet& sheet, const Section& section, std::uint32_t c) {
    const Grid& grid = sheet.grid;
    ColumnContent content;
    for (std::uint32_t r = section.begin; r < section.end; ++r) {
        if (!grid.begins(r, c)) continue;
        const CellKind kind = grid.kind(r, c);
        if (kind == CellKind::words) ++content.words;
        const bool own = kind == CellKind::words && grid.cell(r, c)->columns == 1;
        if (own) ++content.own_words;
        if (own && grid.printed(r) >= grid.columns()) ++content.words_in_place;
        if (kind != CellKind::number) continue;
        ++content.numbers;
        const std::string_view text = grid.text(r, c);
        const bool digits =
            std::all_of(text.begin(), text.end(), [](char d) { return d >= '0' && d <= '9'; });
        if (is_class_code(text)) ++content.codes;
        if (digits && (text.size() == 2 || is_class_code(text))) ++content.code_parts;
    }
    return content;
}

} // namespace

bool is_skipped_row(const Grid& grid, std::uint32_t row) {
    return numbers_columns(grid, row) || frames_table(grid, row);
}

std::vector<Section> sections_of(const Sheet& sheet) {
    std::vector<Section> sections = bounds_of_sections(sheet);
    for (Section& section : sections) section.heads = heads_of(sheet, section, section.torn);
    return sections;
}

std::vector<BlockColumns> blocks_of(const Sheet& sheet, const Section& section) {
    std::vector<BlockColumns> blocks;
    bool after_figures = true;
    for (std::uint32_t c = 0; c < sheet.grid.columns(); ++c) {
        const Head& head = section.heads[c];
        if (head.role == HeadRole::remark || head.role == HeadRole::date) continue;
        const ColumnContent content = content_of_column(sheet, section, c);
        if (head.role == HeadRole::ordinal) {
            if (after_figures && content.words > 0) {
                blocks.emplace_back();
                after_figures = false;
            }
            if (!after_figures) blocks.back().ordinals.push_back(c);
            continue;
        }
        const bool code_head =
            head.role == HeadRole::code || contains(head.words, "科目") || contains(head.words, "分类");
        const std::uint32_t codes = head.role == HeadRole::code ? content.code_parts : content.codes;
        const bool code = content.numbers > 0 && codes == content.numbers && code_head;
        const bool label = head.role == HeadRole::period;
        const bool numeric_head =
            head.role != HeadRole::words && head.role != HeadRole::code && head.role != HeadRole::period;
        const bool figures = !code && !label &&
                             (content.numbers > (numeric_head ? content.words_in_place : content.own_words) ||
                              (numeric_head && content.words == 0));
        if (figures) {
            if (blocks.empty()) blocks.emplace_back();
            blocks.back().figures.push_back(c);
            after_figures = true;
            continue;
        }
        const bool empty_code = head.role == HeadRole::code && content.words == 0;
        if (after_figures && (content.words > 0 || code || label || empty_code || blocks.empty())) {
            // Words behind the figures that no row could be named by are remarks.
            blocks.emplace_back();
            after_figures = false;
        }
        if (after_figures) continue;
        (code || empty_code ? blocks.back().codes : blocks.back().labels).push_back(c);
    }
    std::erase_if(blocks, [](const BlockColumns& block) { return block.figures.empty(); });
    return blocks;
}

} // namespace tieout::detail
