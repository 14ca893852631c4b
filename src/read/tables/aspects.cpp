// SPDX-License-Identifier: MIT
#include "read/tables/aspects.hpp"

#include "read/tables/fund_rows.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::string_view expenditure = "/expenditure";
constexpr std::string_view special = "/expenditure/project/special";

const Unit people = *unit_named("人");
const Unit points = *unit_named("分");

/// All that the aspects of a block's figures come from.
struct Source {
    const Sheet& sheet;
    const TableScope& scope;
    const std::optional<Unit>& unit;
    const RowBlock& block;
};

// ── unit ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

std::optional<Unit> unit_of(const Source& source, const Head& column, const Row& row) {
    if (row.label.unit && column.role == HeadRole::amount) return row.label.unit;
    if (column.unit) return column.unit;
    switch (column.role) {
    case HeadRole::weight:
    case HeadRole::score:
        return points;
    case HeadRole::amount:
    case HeadRole::change:
    case HeadRole::words:
    case HeadRole::running:
    case HeadRole::average:
        break;
    default:
        return std::nullopt;
    }
    const KnownPart* const counted = column.count != nullptr ? column.count : row.counted;
    if (column.count == nullptr && contains(column.words, "人数")) return people;
    if (counted != nullptr)
        return counted->pointer.starts_with("/staff") ? std::optional<Unit>(people) : std::nullopt;
    if (row.label.word == RowWord::growth || row.label.word == RowWord::rate ||
        row.label.word == RowWord::share)
        return std::nullopt;
    return source.unit;
}

/// 执行率 98.5 is per cent though no sign is printed; 0.985 is not known to be a fraction.
void rate_without_sign(const Head& column, const Row& row, Figure& figure) {
    const bool rate = column.role == HeadRole::rate || column.role == HeadRole::share ||
                      column.role == HeadRole::growth || row.label.word == RowWord::growth ||
                      row.label.word == RowWord::rate || row.label.word == RowWord::share;
    if (!rate || figure.unit != unit::plain || figure.state != State::value) return;
    const Decimal one_and_a_half = shifted(Decimal{15}, -1);
    if (figure.value > one_and_a_half || figure.value < -one_and_a_half) figure.unit = unit::percent;
}

// ── item ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

Phase phase_of_caption(std::string_view caption, Phase otherwise) noexcept {
    if (contains(caption, "决算") || contains(caption, "执行")) return Phase::executed;
    if (contains(caption, "预算") && !contains(caption, "预算财政拨款") && !contains(caption, "收支"))
        return Phase::initial;
    return otherwise;
}

/// The item of the model that the column names, and the phase that its name says.
std::string_view item_of_column(const Source& source, const Head& column, bool counted, Mention& mention) {
    std::string_view item;
    if (const KnownPart* const known = counted ? column.count : column.amount) {
        item = known->pointer;
        if (known->phase) mention.phase = *known->phase;
    }
    // 公务用车购置及运行维护费, 小计: the group names what its total is of. 基本支出 within 本年支出 names itself.
    if (item.empty() && column.total && column.path.size() > 1)
        for (const std::string& part : column.path)
            if (const KnownPart* known = known_part(part, !counted)) item = known->pointer;
    if (!item.empty() || !column.total || !contains(source.scope.caption, "三公")) return item;
    const bool vehicles = std::any_of(column.path.begin(), column.path.end(),
                                      [](const std::string& part) { return contains(part, "车"); });
    const bool subtotal = !column.path.empty() && row_word_of(column.path.back()) == RowWord::subtotal;
    return vehicles || subtotal ? item : "/three_public";
}

void point_class(const Source& source, const Row& row, const Head& column, std::string_view of_column,
                 Mention& mention) {
    const std::string_view split = split_of_code(row.code);
    const bool scoped = of_column.empty() && !column.fund.empty();
    if (split.empty() || (of_column.empty() && !scoped && column.line != nullptr)) return;
    if (of_column.empty() && !column.subject.empty() && !scoped) return;
    if (of_column.empty()) of_column = whole_of_classes(split, column, source.scope);
    if (split == "economic" && is_part_of(of_column, "/expenditure/basic")) of_column = "/expenditure/basic";
    // What is carried over is of the whole, and stands on the side of income.
    if (mention.phase == Phase::opening || mention.phase == Phase::closing) of_column = {};
    mention.item = of_column;
    mention.split = split;
}

void point_known_line(const Source& source, const Row& row, Mention& mention) {
    const RowBlock& block = source.block;
    const std::string_view parent =
        row.parent == no_row ? std::string_view() : std::string_view(block.rows[row.parent].item);
    if (row.known->split == "fund") {
        if (source.scope.of_project) return;
        if (!parent.empty()) mention.item = parent;
        // 1.一般公共预算 under 一、财政拨款收入 is a part of that line, and none beside it.
        else if (is_within_another_fund(block, row))
            return;
        else if (contains(row.label.name, "收入") || block.side == "收入")
            mention.item = "/income";
    } else if (row.known->split == "economic") {
        if (contains(source.scope.caption, "基本支出") || parent == "/expenditure/basic")
            mention.item = "/expenditure/basic";
    } else if (row.known->split == "function" && block.side == "支出") {
        mention.item = expenditure;
    }
    mention.split = row.known->split;
    if (mention.code.empty()) mention.code = row.known->code;
}

/// The item of the model, and the line of its split.
void point(const Source& source, const Row& row, const Head& column, bool counted, Mention& mention) {
    const RowBlock& block = source.block;
    // 小计 of something that is no known part.
    if (column.grouped && column.total && column.amount == nullptr && column.fund.empty() &&
        std::none_of(column.path.begin(), column.path.end(),
                     [&](const std::string& part) { return known_part(part, !counted) != nullptr; }))
        return;
    const std::string_view of_column = item_of_column(source, column, counted, mention);
    if (of_column.starts_with("/staff") || counted) {
        if ((of_column.starts_with("/staff") || of_column.starts_with("/three_public")) && row.label.bare)
            mention.item = of_column;
        if (of_column.empty() && row.item.starts_with("/staff")) mention.item = row.item;
        return;
    }
    // A column of one fund confines the row's figure to it, if it is one of those that have tables of their own.
    const bool scoped = of_column.empty() && !column.fund.empty();
    const bool fund_column = of_column.empty() && !scoped && column.line != nullptr;
    if (!row.code.empty()) return point_class(source, row, column, of_column, mention);
    if (!row.item.empty()) {
        // 一般公共预算 beside 合计: a scope of the row's figure, never the figure itself.
        if ((!of_column.empty() && of_column != row.item) || fund_column) return;
        if (of_column.empty() && !column.subject.empty() && !scoped && !column.total && !column.phase) return;
        mention.item = row.item;
        if (row.item == expenditure && source.scope.of_project) {
            mention.item = source.scope.project.empty() ? std::string() : "/expenditure/project";
            mention.split = "projects";
            mention.subject = source.scope.project;
        }
        return;
    }
    if (row.known != nullptr) {
        if (of_column.empty() && !fund_column) point_known_line(source, row, mention);
        return;
    }
    if (row.parent != no_row && block.rows[row.parent].item == special && of_column.empty()) {
        mention.item = special;
        mention.split = "projects";
        return;
    }
    if (block.projects && !row.label.total && of_column.empty() && column.phase && row.parent == no_row) {
        mention.item = "/expenditure/project";
        mention.split = "projects";
        return;
    }
    // 预算数 as a row says the phase of what the column names.
    if (!row.label.bare && !(row.phase && !of_column.empty())) return;
    mention.item = of_column;
    // 合计 over classes of expenditure, with one column of amounts.
    if (of_column.empty() && !fund_column && !column.grouped && block.rows.size() > 1 &&
        !block.rows.back().code.empty())
        mention.item = whole_of_classes(split_of_code(block.rows.back().code), column, source.scope);
    if (mention.item == expenditure && mention.phase == Phase::opening) mention.item = "/income";
}

// ── all of it ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Fund, period and body.
void confine(const Source& source, const Head& column, bool other_year, Mention& mention) {
    mention.of.fund = column.scope.empty() ? source.scope.fund : column.scope;
    mention.of.body = source.scope.body;
    mention.of.period = source.scope.period;
    if (other_year) {
        const std::optional<int> year = year_of(column, source.scope);
        if (year)
            mention.of.period = std::to_string(*year);
        else
            mention.item.clear(), mention.split.clear(); // of which year, nothing says
    }
    // Where it comes from is all that a source is confined to; the others are of all funds by definition.
    const bool three_public = mention.item.starts_with("/three_public") && mention.of.fund == "fiscal";
    if (three_public || mention.item.starts_with("/staff") ||
        (mention.split == "fund" && column.scope.empty()))
        mention.of.fund.clear();
}

/// Whether columns of other phases or years print the row as well: 年初结转和结余 in 预算数 is not what it is in 决算数, and
/// the model has a place for the latter only.
bool is_of_another_column(const Source& source, const Row& row, const Head& column,
                          std::optional<Phase> said) {
    if (!row.phase || (*row.phase != Phase::opening && *row.phase != Phase::closing)) return false;
    if (!said || *said == Phase::executed || *said == *row.phase) return false;
    return std::any_of(source.block.heads.begin(), source.block.heads.end(), [&](const Head& other) {
        return other.role == HeadRole::amount && (other.phase || other.year || other.previous) &&
               (other.phase != column.phase || other.year != column.year ||
                other.previous != column.previous);
    });
}

/// What the figure is of.
void describe(const Source& source, const Row& row, const Head& column, Mention& mention) {
    const TableScope& scope = source.scope;
    bool other_year = false;
    const std::optional<Phase> phase = phase_of(column, scope, other_year);
    // What assets are at the end of a year they also are at its start: there the column decides.
    const bool column_first = phase && row.item.starts_with("/assets");
    const std::optional<Phase> said = row.phase && !column_first ? row.phase : phase;
    mention.phase = said ? *said : phase_of_caption(scope.caption, scope.otherwise);
    mention.subject = row.label.name;
    if (mention.subject.empty()) mention.subject = column.subject;
    if (mention.subject.empty()) mention.subject = column.words;
    // What 本年支出 has grown by, or is on average, is not 本年支出.
    const bool of_another_name = column.role == HeadRole::change || column.role == HeadRole::average;
    if (of_another_name && !row.label.name.empty() && !column.path.empty())
        mention.subject += column.path.back();
    mention.code = row.code;
    if (scope.year && column.role == HeadRole::amount) {
        const int shown = mention.phase == Phase::prior && !column.year ? *scope.year - 1
                                                                        : column.year.value_or(*scope.year);
        mention.figure.period = std::to_string(shown);
    }
    const bool amount = column.counts_or_pays() && !row.label.derived() &&
                        mention.figure.unit.dimension != Dimension::percent;
    // A column of changes, of another measure, of what is not an amount of money or people, is no phase of an item.
    if (amount && source.block.fits && column.movement == 0) {
        const bool counted = mention.figure.unit.dimension == Dimension::count;
        point(source, row, column, counted, mention);
        if (!column_first && is_of_another_column(source, row, column, phase)) mention.item.clear();
    }
    if (mention.item.empty()) mention.split.clear();
    confine(source, column, other_year, mention);
    if (mention.item.empty()) return;
    // Lists of sentences are numbered from 1 upwards.
    mention.list = 0xFFFF'FFFFU - source.sheet.number;
    // 支出决算表 says it of all columns that are themselves known.
    const bool by_caption = contains(scope.caption, "决算") && !contains(scope.caption, "预算表") &&
                            column.amount != nullptr && column.amount->pointer == mention.item &&
                            source.sheet.table.placing != Placing::guessed;
    mention.certain =
        (said.has_value() || by_caption || !mention.code.empty() || mention.item.starts_with("/staff")) &&
        !source.block.excerpt && !source.block.noted && !row.has_more;
    mention.why = row.code.empty() ? row.item.empty() ? "column" : "row" : "code";
}

/// Weight and score of the row of the whole budget.
bool into_evaluation(const Row& row, const Head& column, const Figure& figure, Evaluation& evaluation) {
    if (column.role != HeadRole::weight && column.role != HeadRole::score) return false;
    if (row.label.within || figure.state != State::value) return false;
    Stated& place = column.role == HeadRole::weight ? evaluation.budget.weight : evaluation.budget.score;
    if (place.stated()) return false;
    if (row.item != expenditure && !row.label.bare) return false;
    evaluation.budget.label = row.label.name;
    place = figure;
    return true;
}

/// Figures of which is not known under which head they stand: of their row they are something.
void add_unplaced(const Source& source, RowBlock& block, Draft& draft) {
    const std::vector<Cell>& unplaced = source.sheet.table.unplaced;
    if (unplaced.empty()) return;
    std::size_t next = 0;
    for (Row& row : block.rows)
        for (; next < unplaced.size() && unplaced[next].row <= row.at; ++next) {
            if (unplaced[next].row != row.at) continue;
            Mention mention;
            mention.figure = source.sheet.figure(unplaced[next], unplaced[next].text.text, 0, source.unit,
                                                 row.label.name, {});
            mention.figure.cell_column = 0;
            mention.subject = row.label.name;
            mention.of.fund = source.scope.fund;
            mention.of.body = source.scope.body;
            mention.of.period = source.scope.period;
            mention.figure.evidence = Evidence::open;
            mention.why = "a figure under no head";
            row.loose_figures.push_back(draft.add(std::move(mention)));
        }
}

/// An empty total beside parts that are filled in says something: the total was left out.
void add_empty_totals(const Source& source, Draft& draft) {
    const RowBlock& block = source.block;
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const Row& row = block.rows[i];
        if (!row.has_children || row.item.empty()) continue;
        for (std::size_t k = 0; k < block.heads.size(); ++k) {
            const Head& column = block.heads[k];
            if (!row.blank[k] || column.role != HeadRole::amount) continue;
            bool filled = false;
            constexpr std::size_t reach = 200;
            const std::size_t end = std::min(block.rows.size(), i + reach);
            for (std::size_t j = i + 1; j < end && !filled; ++j) {
                const bool part = is_part_of(block.rows[j].item, row.item);
                if (!part && !block.rows[j].item.empty()) break;
                filled = part && block.rows[j].figures[k] != no_mention;
            }
            if (!filled) continue;
            Mention mention;
            mention.figure = source.sheet.figure(row.at, block.column_of(row, k),
                                                 unit_of(source, column, row), row.label.name, column.words);
            describe(source, row, column, mention);
            if (!mention.item.empty()) draft.add(std::move(mention));
        }
    }
}

} // namespace

std::optional<int> year_of(const Head& head, const TableScope& scope) {
    if (head.year) return head.year;
    if (scope.year) return *scope.year - (head.previous ? 1 : 0);
    return std::nullopt;
}

std::optional<Phase> phase_of(const Head& head, const TableScope& scope, bool& other_year) {
    other_year = false;
    const std::optional<Phase> phase = head.phase;
    if (head.year && scope.year && *head.year != *scope.year) {
        // The year before as executed is a phase of this one; anything else of another year is not of it.
        if (*head.year == *scope.year - 1 && (!phase || *phase == Phase::executed)) return Phase::prior;
        other_year = true;
        return phase;
    }
    if (head.previous) {
        if (!phase || *phase == Phase::executed) return Phase::prior;
        other_year = true;
    }
    return phase;
}

std::string_view whole_of_classes(std::string_view split, const Head& head,
                                  const TableScope& scope) noexcept {
    const std::string_view caption = scope.caption;
    if (split == "economic") return contains(caption, "基本支出") ? "/expenditure/basic" : "";
    if (split != "function") return {};
    if (contains(head.words, "收入") || (contains(caption, "收入") && !contains(caption, "支出")))
        return "/income";
    if (contains(head.words, "支出") || contains(caption, "支出")) return expenditure;
    return {};
}

void add_mentions(const Sheet& sheet, const TableScope& scope, const std::optional<Unit>& unit,
                  bool first_block, RowBlock& block, Draft& draft, Evaluation& evaluation) {
    const Source source{sheet, scope, unit, block};
    draft.expect(block.rows.size() * block.heads.size());
    for (Row& row : block.rows)
        for (std::size_t k = 0; k < block.heads.size(); ++k) {
            const std::uint32_t c = block.column_of(row, k);
            const Head& column = block.heads[k];
            const bool number = sheet.grid.number_begins(row.at, c);
            const bool mark = sheet.grid.kind(row.at, c) == CellKind::mark && column.role == HeadRole::amount;
            if (!number && !mark) continue;
            // Where it is to stay: a long table has hundreds of thousands.
            Mention& mention = draft.mentions.emplace_back();
            mention.figure =
                sheet.figure(row.at, c, unit_of(source, column, row), row.label.name, column.words);
            rate_without_sign(column, row, mention.figure);
            // A figure that only its place on the paper puts under a head may be another's.
            if (sheet.table.placing == Placing::guessed) mention.figure.evidence = Evidence::open;
            // And one of which no frame, head or label gives the unit is comparable in its own table only.
            if (column.counts_or_pays() && mention.figure.unit == unit::plain)
                mention.figure.evidence = Evidence::open;
            if (into_evaluation(row, column, mention.figure, evaluation)) {
                draft.mentions.pop_back();
                continue;
            }
            describe(source, row, column, mention);
            row.figures[k] = static_cast<MentionId>(draft.mentions.size() - 1);
        }
    add_empty_totals(source, draft);
    if (first_block) add_unplaced(source, block, draft);
}

} // namespace tieout::detail
