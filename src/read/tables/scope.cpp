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

/// What is said of the table as a whole stands in its name, alone in one of its first rows, or in the lines before it.
void find_excerpt(const Sheet& sheet, TableScope& scope) {
    constexpr std::size_t longest = 120;
    const auto says = [](std::string_view text) { return text.size() <= longest && is_excerpt(text); };
    scope.excerpt = says(scope.caption);
    constexpr std::uint32_t first_rows = 4;
    for (std::uint32_t r = 0; r < std::min(first_rows, sheet.grid.rows()); ++r) {
        std::string_view only;
        std::uint32_t printed = 0;
        for (std::uint32_t c = 0; c < sheet.grid.columns(); ++c)
            if (sheet.grid.begins(r, c) && !sheet.grid.text(r, c).empty()) {
                only = sheet.grid.text(r, c);
                ++printed;
            }
        scope.excerpt = scope.excerpt || (printed == 1 && says(only));
    }
    constexpr std::size_t most_blocks = 4096;
    constexpr std::size_t lines_before = 3;
    const std::vector<Block>& blocks = sheet.page.blocks;
    for (std::size_t i = 0; i < blocks.size() && i < most_blocks; ++i) {
        if (&blocks[i].table != &sheet.table) continue;
        for (std::size_t before = i; before-- > 0 && i - before <= lines_before;) {
            if (blocks[before].kind == Block::Kind::table) break;
            scope.excerpt = scope.excerpt || says(blocks[before].text.text);
        }
        break;
    }
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
