// SPDX-License-Identifier: MIT
//
// A table, step by step; each step is a file of its own.
//
//     join         pages that cut it
//     sheet        cells and their kinds
//     scope        what it says as a whole
//     regions      sections with their heads, blocks side by side
//     rows         labels, codes, tree
//     aspects      what each figure is of: mentions
//     form_aspects the same where the form of the table is known, and what follows from it
//     *_sums, derived_*   what the words state of them
//     indicators, indicator_tree, evaluation, inline_figures   forms of self-evaluation
//     laws         what the numbers say where the words are silent
#include "read/draft/draft.hpp"
#include "read/tables/aspects.hpp"
#include "read/tables/evaluation.hpp"
#include "read/tables/form_aspects.hpp"
#include "read/tables/indicators.hpp"
#include "read/tables/inline_figures.hpp"
#include "read/tables/join.hpp"
#include "read/tables/laws.hpp"
#include "read/tables/statements.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

/// The unit of a section may stand with its name, over the labels: 经费控制情况（万元）.
std::optional<Unit> unit_of_section(const Section& section, const TableScope& scope) {
    if (section.heads.empty()) return scope.unit;
    const Head& first = section.heads.front();
    if (first.unit && first.unit->dimension != Dimension::percent && first.role != HeadRole::rate)
        return first.unit;
    return scope.unit;
}

/// A table is certified if its cells are where the document says that they are, every number has a label and a head, and each
/// of these is known.
void certify(const Sheet& sheet, RowBlock& block) {
    const auto spoil = [&](std::string_view why, bool placed) {
        block.placed = block.placed && placed;
        block.certified = false;
        block.why_not.push_back(why);
    };
    if (sheet.table.placing == Placing::guessed) spoil("cells told by where words stand", false);
    if (sheet.table.placing == Placing::counted) spoil("cells told by their number", false);
    if (!block.axis_of_names && !std::all_of(block.rows.begin(), block.rows.end(), [](const Row& row) {
            return row.heading || row.is_known() || row.label.numbering != 0 || row.label.bare ||
                   row.parent != no_row;
        }))
        spoil("a label that is not known", true);
}

void state_all(const Writer& writer, bool formed) {
    if (!writer.block.fits) return;
    if (!formed) state_column_sums(writer);
    state_derived_columns(writer);
    if (!formed) {
        state_tree_sums(writer);
        state_total_rows(writer);
    }
    state_derived_rows(writer);
}

/// Where the table begins.
std::string place_in_words(const Sheet& sheet) {
    for (const Cell& cell : sheet.table.cells)
        if (!cell.text.empty() && !cell.text.from.empty()) {
            const Place place = place_of(sheet.page, cell.text.from.front());
            const FilePartKind* const kind = kind_of(place.part);
            if (kind == nullptr) return "line " + std::to_string(place.line);
            if (kind->kind == FilePart::Kind::sheet) return sheet.page.sheets[place.part.number() - 1];
            std::string words(kind->words.en);
            return words.replace(words.find('#'), 1, std::to_string(place.part.number()));
        }
    return {};
}

/// Adds what keeps a section from being certified to what is told of its table: what its form says, or else its blocks.
void tell(std::span<const RowBlock> blocks, const TakenForm& form, SourceTable& told) {
    const auto spoil = [&](std::string_view why) {
        if (std::find(told.why_not.begin(), told.why_not.end(), why) == told.why_not.end())
            told.why_not.emplace_back(why);
    };
    if (form.form != nullptr) {
        told.form = form.form->name;
        told.certified = told.certified && form.why_not.empty();
        for (const std::string_view why : form.why_not) spoil(why);
        return;
    }
    for (const RowBlock& block : blocks) {
        told.certified = told.certified && block.certified;
        for (const std::string_view why : block.why_not) spoil(why);
    }
}

/// Whether the form of the section says everything of its figures.
bool read_section(const Sheet& sheet, const Section& section, const TableScope& scope, ClassTotals& classes,
                  Evaluation& evaluation, SourceTable& told, Draft& draft) {
    const std::optional<Unit> unit = unit_of_section(section, scope);
    std::vector<RowBlock> blocks = rows_of(sheet, section, scope);
    for (RowBlock& block : blocks) {
        certify(sheet, block);
        add_mentions(sheet, scope, unit, &block == &blocks.front(), block, draft, evaluation);
    }
    const TakenForm form = take_form(sheet, scope, blocks, draft);
    tell(blocks, form, told);
    // What a form says of every figure makes what their words say of it superfluous.
    const bool formed = form.how == Formed::wholly;
    for (RowBlock& block : blocks) {
        state_all({sheet, scope, block, draft}, formed);
        if (block.fits && !formed) classes.collect(block);
    }
    for (std::size_t i = 1; i < blocks.size(); ++i)
        if (blocks[i - 1].fits && blocks[i].fits)
            state_sides({sheet, scope, blocks[i - 1], draft}, {sheet, scope, blocks[i], draft}, formed);
    return formed;
}

/// 201, 20103, or the 03 of a code that is printed in columns of its own, 201 03 02.
bool is_code(const Grid& grid, std::uint32_t r, std::uint32_t c) noexcept {
    const std::string_view text = grid.text(r, c);
    return is_class_code(text) ||
           (text.size() == 2 && c > 0 && grid.number_begins(r, c - 1) && is_code(grid, r, c - 1));
}

/// Tells of a table of which no figure was read, so that none is lost without a word. Years, codes and numbers of rows and
/// columns are none.
void tell_of_none_read(const Sheet& sheet, Draft& draft) {
    std::size_t numbers = 0;
    for (std::uint32_t r = 0; r < sheet.grid.rows(); ++r) {
        if (is_skipped_row(sheet.grid, r)) continue;
        for (std::uint32_t c = 0; c < sheet.grid.columns(); ++c) {
            const std::string_view text = sheet.grid.text(r, c);
            const bool ordinal = c == 0 && text.size() < 3;
            const bool figure = sheet.grid.number_begins(r, c) && !is_year(text) && !ordinal;
            numbers += figure && !is_code(sheet.grid, r, c) ? 1U : 0U;
        }
    }
    ++(numbers == 0 ? draft.blank_tables : draft.filled_tables);
    constexpr std::size_t enough = 2;
    if (numbers < enough) return;
    for (const Cell& cell : sheet.table.cells)
        if (!cell.text.empty() && !cell.text.from.empty()) {
            draft.unread.push_back(cell.text.from.front());
            return;
        }
}

/// Whether a table has no Chinese character at all.
bool is_foreign(const Sheet& sheet) {
    const auto chinese = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE4 && byte <= 0xE9;
    };
    return std::none_of(sheet.table.cells.begin(), sheet.table.cells.end(), [&](const Cell& cell) {
        return std::any_of(cell.text.text.begin(), cell.text.text.end(), chinese);
    });
}

/// In another language words say less surely what figures are: what the numbers of many rows obey goes before them, and they say
/// what is left.
void infer_before_words(const Sheet& sheet, std::size_t first_mention, std::size_t first_statement,
                        Draft& draft) {
    const auto begin = draft.statements.begin() + static_cast<std::ptrdiff_t>(first_statement);
    std::vector<Statement> by_words(std::make_move_iterator(begin),
                                    std::make_move_iterator(draft.statements.end()));
    draft.statements.erase(begin, draft.statements.end());
    infer_laws(sheet, first_mention, first_statement, draft);
    // So many rows obey a law or have none; fewer leave it to the words.
    constexpr std::uint32_t few_rows = 8;
    const bool few = sheet.grid.rows() <= few_rows;
    std::unordered_map<MentionId, std::vector<MentionId>> known;
    for (std::size_t s = first_statement; s < draft.statements.size(); ++s) {
        const Reading& reading = draft.statements[s].readings.front();
        for (const MentionTerm& term : reading.first) known[reading.subject].push_back(term.figure);
    }
    for (Statement& statement : by_words) {
        const Reading& reading = statement.readings.front();
        const auto found = known.find(reading.subject);
        const bool again =
            found != known.end() &&
            (!few || std::any_of(reading.first.begin(), reading.first.end(), [&](const MentionTerm& term) {
                return std::find(found->second.begin(), found->second.end(), term.figure) !=
                       found->second.end();
            }));
        if (!again && (few || reading.kind != Kind::sum)) draft.statements.push_back(std::move(statement));
    }
}

void read_whole(const Page& page, const Table& table, std::uint32_t number, Draft& draft) {
    const Sheet sheet(page, table, number);
    const TableScope scope = scope_of(sheet, draft);
    draft.frames[sheet.context] = table.frame;
    const std::size_t first = draft.mentions.size();
    const std::size_t first_statement = draft.statements.size();
    Evaluation evaluation;
    std::vector<PointSheet> points;
    ClassTotals classes;
    SourceTable told{.id = sheet.context,
                     .title = table.frame.name.text,
                     .unit = scope.unit,
                     .certified = table.placing == Placing::given || table.placing == Placing::separated,
                     .place = place_in_words(sheet)};
    if (!table.unplaced.empty()) told.why_not.emplace_back("figures under no head");
    bool formed = false;
    bool evaluates = false;
    for (const Section& section : sections_of(sheet)) {
        if (heads_of_indicators(section.heads)) {
            read_indicators(sheet, scope, section.heads, section.begin, section.end, points, draft);
            evaluates = true;
            continue;
        }
        formed = read_section(sheet, section, scope, classes, evaluation, told, draft) || formed;
    }
    classes.state(sheet, draft);
    read_inline_figures(sheet, scope, first, draft);
    keep_evaluation(sheet, scope, points, std::move(evaluation), draft);
    // Points are no amounts that anything could be inferred of.
    if (!formed && !evaluates) {
        if (is_foreign(sheet))
            infer_before_words(sheet, first, first_statement, draft);
        else
            infer_laws(sheet, first, first_statement, draft);
    }
    if (draft.mentions.size() == first) { // it states nothing
        if (!evaluates) tell_of_none_read(sheet, draft);
        return;
    }
    ++draft.filled_tables;
    draft.filing.tables.push_back(std::move(told));
}

} // namespace

void read_table(const Page& page, const Table& table, std::uint32_t number, Draft& draft) {
    if (table.cells.empty() || table.rows == 0 || table.columns == 0) return;
    // Spans that cover far more than the cells could fill come from a broken page.
    constexpr std::size_t most_places = 16'000'000;
    if (std::size_t{table.rows} * table.columns > most_places) return;
    if (continues_another(page, table)) return;
    const std::optional<Table> joined = joined_with_next(page, table);
    read_whole(page, joined ? *joined : table, number, draft);
}

} // namespace tieout::detail
