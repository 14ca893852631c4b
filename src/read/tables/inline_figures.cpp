// SPDX-License-Identifier: MIT
#include "read/tables/inline_figures.hpp"

#include "read/tables/heads.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::string_view expenditure = "/expenditure";

/// The whole budget: that of the body, or the row of it in an evaluation.
bool is_whole_budget(std::string_view item) noexcept {
    return item == expenditure || item == "/evaluation/budget";
}

/// One way in which the whole budget is divided.
struct DividedWhole {
    std::vector<MentionTerm> terms{};
    bool blank = false;
};

std::optional<Unit> unit_of_budget_row(const TableScope& scope, std::size_t first, const Draft& draft) {
    for (std::size_t i = first; i < draft.mentions.size(); ++i)
        if (is_whole_budget(draft.mentions[i].item) &&
            draft.mentions[i].figure.unit.dimension == Dimension::money)
            return draft.mentions[i].figure.unit;
    return scope.unit;
}

/// What 按收入性质分 divides is the whole budget: as executed, else as planned.
void state_division(const Sheet& sheet, const TableScope& scope, std::size_t first, DividedWhole division,
                    Draft& draft) {
    if (division.terms.size() < 2) return;
    Statement statement{.word = "sum",
                        .evidence = evidence_if(!division.blank),
                        .context = sheet.context,
                        .why = "division of the whole budget"};
    for (const Phase phase : {Phase::executed, Phase::adjusted, Phase::initial})
        for (std::size_t i = first; i < draft.mentions.size(); ++i) {
            const Mention& mention = draft.mentions[i];
            const bool whole = scope.of_project ? mention.split == "projects"
                                                : is_whole_budget(mention.item) && mention.split.empty();
            if (!whole || mention.phase != phase || !mention.figure.known()) continue;
            const bool one_dimension =
                std::all_of(division.terms.begin(), division.terms.end(), [&](const MentionTerm& term) {
                    return same_dimension(draft.mentions[term.figure].figure.unit, mention.figure.unit);
                });
            if (!one_dimension) continue;
            statement.readings.push_back({.kind = Kind::sum,
                                          .subject = static_cast<MentionId>(i),
                                          .first = division.terms,
                                          .open_list = division.blank});
            break;
        }
    if (!statement.readings.empty()) draft.statements.push_back(std::move(statement));
}

} // namespace

void read_inline_figures(const Sheet& sheet, const TableScope& scope, std::size_t first, Draft& draft) {
    const std::vector<Cell>& cells = sheet.table.cells;
    const auto begins = [&](std::string_view words) {
        return std::any_of(cells.begin(), cells.end(),
                           [&](const Cell& cell) { return cell.text.text.starts_with(words); });
    };
    const bool by_income = begins("按收入性质");
    const bool by_kind = begins("按支出性质");
    const std::optional<Unit> budget_unit = unit_of_budget_row(scope, first, draft);
    DividedWhole funds;
    DividedWhole kinds;
    constexpr std::size_t longest = 150;
    constexpr std::string_view colon_mark = "：";
    for (const Cell& cell : cells) {
        const std::string& text = cell.text.text;
        if (text.size() > longest || text.find("。") != text.npos) continue;
        const std::size_t colon = text.rfind(colon_mark);
        if (colon == text.npos || colon == 0) continue;
        const RowLabel label = row_label(std::string_view(text).substr(0, colon));
        const KnownLine* const line = known_line(label.name);
        const KnownPart* const part = known_part(label.name, true);
        const bool fund = line != nullptr && line->split == "fund";
        if (!fund && part == nullptr) continue;
        DividedWhole& division = fund ? funds : kinds;
        const std::size_t begin = colon + colon_mark.size();
        const std::string_view rest = std::string_view(text).substr(begin);
        Figure read;
        const CellKind kind = kind_of_cell(rest, read);
        if (kind != CellKind::number) {
            division.blank = division.blank || kind == CellKind::blank;
            continue;
        }
        Mention mention;
        mention.figure =
            sheet.figure(cell, rest, begin, label.unit ? label.unit : budget_unit, label.name, {});
        mention.subject = label.name;
        mention.of.body = scope.body;
        mention.of.period = scope.period;
        if (mention.figure.unit.dimension == Dimension::percent) continue;
        if (!scope.of_project) {
            if (fund && by_income) {
                mention.item = expenditure;
                mention.split = "fund";
                mention.list = 0xFFFF'FFFFU - sheet.number;
            } else if (part != nullptr) {
                mention.item = part->pointer;
            }
        }
        division.terms.push_back({draft.add(std::move(mention)), Decimal{1}});
    }
    if (by_income) state_division(sheet, scope, first, std::move(funds), draft);
    if (by_kind) state_division(sheet, scope, first, std::move(kinds), draft);
}

} // namespace tieout::detail
