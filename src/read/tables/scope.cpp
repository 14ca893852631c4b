// SPDX-License-Identifier: MIT
#include "read/tables/scope.hpp"

#include "read/tables/heads.hpp"
#include "read/tables/indicators.hpp"
#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/scopes.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>

namespace tieout::detail {

namespace {

void find_year(const Sheet& sheet, const Draft& draft, TableScope& scope) {
    scope.otherwise = draft.phase;
    const std::optional<int> filed = draft.filing.year;
    const std::optional<int> framed =
        sheet.table.frame.year ? sheet.table.frame.year : parts_of_label(scope.caption).year;
    scope.year = framed ? framed : filed;
    if (framed && filed && *framed != *filed) scope.period = std::to_string(*framed);
    if (scope.year) return;
    std::optional<int> any;
    for (const Cell& cell : sheet.table.cells) {
        if (cell.text.text.size() > 60 || !contains(cell.text.text, "年")) continue;
        const LabelParts parts = parts_of_label(cell.text.text);
        if (!parts.year) continue;
        if (!any || *parts.year > *any) any = parts.year;
        if (parts.phase == Phase::executed && (!scope.year || *parts.year > *scope.year))
            scope.year = parts.year;
    }
    if (!scope.year) scope.year = any;
}

/// Another body than the one that files, as far as both are named. Where no body is said to file, tables that name
/// different ones are of different ones.
void find_body(const Sheet& sheet, const Draft& draft, TableScope& scope) {
    const Frame& frame = sheet.table.frame;
    const std::string& filer = draft.filing.body.name;
    if (!filer.empty() && !frame.body.empty() && !contains(filer, frame.body) && !contains(frame.body, filer))
        scope.body = frame.body;
    const bool by_frame = filer.empty() && !frame.body.empty();
    const bool by_name = !frame.scope.empty() && frame.scope != filer;
    if (!scope.body.empty() || (!by_frame && !by_name)) return;
    constexpr std::size_t most_blocks = 4096;
    for (std::size_t i = 0; i < sheet.page.blocks.size() && i < most_blocks; ++i) {
        const Frame& other = sheet.page.blocks[i].table.frame;
        if (by_frame && !other.body.empty() && other.body != frame.body) scope.body = frame.body;
        if (by_name && differ_in_scope(frame.scope, other.scope)) scope.body = frame.scope;
    }
}

/// Lines longer than this are sentences about something.
bool is_excerpt_line(std::string_view text) noexcept {
    constexpr std::size_t longest = 120;
    return text.size() <= longest && is_excerpt(text);
}

/// 序号 13, 14: the rows before are on another page.
bool begins_later(const Sheet& sheet) {
    const Grid& grid = sheet.grid;
    constexpr std::uint32_t rows_looked_at = 8;
    bool numbered = false;
    for (std::uint32_t r = 0; r < std::min(rows_looked_at, grid.rows()); ++r) {
        const std::string_view text = grid.columns() == 0 ? std::string_view() : grid.text(r, 0);
        if (numbered && !text.empty())
            return text != "1" && text != "01" && text.find_first_not_of("0123456789") == text.npos;
        numbered = numbered || text == "序号" || text == "编号" || text == "排名";
    }
    return false;
}

/// Takes what words say of the table as a whole; those that stand next to it, or in it, may be a note.
void take_words(std::string_view words, bool near, TableScope& scope) {
    constexpr std::size_t longest = 600;
    scope.excerpt = scope.excerpt || is_excerpt_line(words);
    if (!near || words.size() > longest) return;
    const bool note = is_note_on_figures(words);
    scope.noted = scope.noted || note || tells_of_totals(words);
    scope.reckoned_otherwise = scope.reckoned_otherwise || (note && tells_of_rates(words));
}

/// What is said of all rows stands alone in one of the first or last, or as a remark beside a total: 含未分配50万元.
void take_row(const Sheet& sheet, std::uint32_t row, TableScope& scope) {
    constexpr std::size_t longest = 300;
    const Grid& grid = sheet.grid;
    std::uint32_t printed = 0;
    std::string_view last;
    for (std::uint32_t c = 0; c < grid.columns(); ++c)
        if (grid.begins(row, c) && !grid.text(row, c).empty()) {
            last = grid.text(row, c);
            ++printed;
        }
    if (printed == 0 || last.size() > longest) return;
    if (printed == 1) return take_words(last, true, scope);
    static constexpr std::array<std::string_view, 5> remarks{"含", "包括", "不含", "其中", "已扣除"};
    scope.noted = scope.noted || !begins_with_any(last, remarks).empty();
}

/// What is said of the table as a whole stands in its name, in one of its first or last rows, or in the lines around it.
void find_excerpt(const Sheet& sheet, TableScope& scope) {
    scope.excerpt = is_excerpt_line(scope.caption) || begins_later(sheet);
    // 主要收入情况: its total may be of all.
    static constexpr std::array<std::string_view, 2> chosen{"重点", "主要"};
    scope.noted = contains_any(scope.caption, chosen);
    constexpr std::uint32_t rows_looked_at = 4;
    const std::uint32_t rows = sheet.grid.rows();
    for (std::uint32_t r = 0; r < rows; ++r) {
        if (r == rows_looked_at && rows > 2 * rows_looked_at) r = rows - rows_looked_at;
        take_row(sheet, r, scope);
    }
    constexpr std::size_t most_blocks = 4096;
    constexpr std::size_t lines_looked_at = 3;
    const std::vector<Block>& blocks = sheet.page.blocks;
    const auto at = std::find_if(
        blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(std::min(blocks.size(), most_blocks)),
        [&](const Block& block) { return &block.table == &sheet.table; });
    if (at == blocks.end() || &at->table != &sheet.table) return;
    const auto i = static_cast<std::size_t>(at - blocks.begin());
    for (std::size_t away = 1; away <= std::min(lines_looked_at, i); ++away) {
        if (blocks[i - away].kind == Block::Kind::table) break;
        take_words(blocks[i - away].text.text, away == 1, scope);
    }
    for (std::size_t away = 1; away <= lines_looked_at && i + away < blocks.size(); ++away) {
        if (blocks[i + away].kind == Block::Kind::table) break;
        take_words(blocks[i + away].text.text, away == 1, scope);
    }
}

/// 项目名称：水库维修 in a line of its own above the table, or as its name.
std::string project_above(const Sheet& sheet) {
    constexpr std::string_view names = "项目名称：";
    constexpr std::size_t lines_looked_at = 3;
    constexpr std::size_t most_blocks = 4096;
    const auto named = [&](std::string_view line) {
        return line.starts_with(names) ? line.substr(names.size(), line.find(' ') - names.size())
                                       : std::string_view();
    };
    if (const std::string_view name = named(sheet.table.frame.name.text); !name.empty())
        return std::string(name);
    const std::vector<Block>& blocks = sheet.page.blocks;
    for (std::size_t i = 0; i < std::min(blocks.size(), most_blocks); ++i) {
        if (&blocks[i].table != &sheet.table) continue;
        for (std::size_t away = 1; away <= std::min(lines_looked_at, i); ++away) {
            const Block& above = blocks[i - away];
            if (above.kind == Block::Kind::table) break;
            if (const std::string_view name = named(above.text.text); !name.empty()) return std::string(name);
        }
        break;
    }
    return {};
}

/// 项目名称 and the grade stand in rows of their own.
void find_names(const Sheet& sheet, TableScope& scope) {
    const Grid& grid = sheet.grid;
    for (std::uint32_t r = 0; r < grid.rows(); ++r)
        for (std::uint32_t c = 0; c < grid.columns(); ++c) {
            if (!grid.begins(r, c)) continue;
            const std::string_view text = grid.text(r, c);
            constexpr std::size_t longest = 60;
            if (text.empty() || text.size() > longest) continue;
            const std::uint32_t next = c + grid.cell(r, c)->columns;
            if (text == "项目名称") {
                const bool words = next < grid.columns() && grid.kind(r, next) == CellKind::words;
                // As the head of a column it has its names beneath.
                if (words && scope.project.empty() &&
                    head_of({std::string(grid.text(r, next))}).role == HeadRole::words)
                    scope.project = grid.text(r, next);
            }
            if (!contains(text, "等级")) continue;
            std::string_view grade = text;
            if (const std::size_t colon = text.rfind("："); colon != text.npos)
                grade = text.substr(colon + 3);
            if (!is_grade(grade)) grade = next < grid.columns() ? grid.text(r, next) : std::string_view();
            if (is_grade(grade)) scope.grade = grade;
        }
    if (scope.project.empty()) scope.project = project_above(sheet);
    scope.of_project = !scope.project.empty() ||
                       (contains(scope.caption, "项目支出绩效") && !contains(scope.caption, "整体"));
}

} // namespace

TableScope scope_of(const Sheet& sheet, const Draft& draft) {
    TableScope scope;
    scope.caption = sheet.table.frame.name.text;
    scope.unit = unit_in(sheet.table.frame.unit.text);
    scope.fund = fund_key_of(scope.caption);
    find_year(sheet, draft, scope);
    find_body(sheet, draft, scope);
    find_names(sheet, scope);
    find_excerpt(sheet, scope);
    return scope;
}

} // namespace tieout::detail
