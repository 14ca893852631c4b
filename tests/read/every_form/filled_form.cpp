// SPDX-License-Identifier: MIT
#include "filled_form.hpp"

#include "form_plan.hpp"

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/unit.hpp>

#include <algorithm>
#include <map>

namespace tieout::test::every_form {

using namespace adversary;

namespace {

/// The lines of captions over some columns; each caption over all that it is said of, the last one down to the figures.
std::vector<Row> heads_of(const PlannedBlock& block, std::size_t depth) {
    std::vector<Row> lines(depth);
    for (std::size_t level = 0; level < depth; ++level)
        for (std::size_t i = 0; i < block.columns.size(); ++i) {
            const auto& path = block.columns[i];
            if (level >= path.size()) {
                lines[level].push_back({"", 1, 0});
                continue;
            }
            const bool last = level + 1 == path.size();
            const bool same = !last && i > 0 && block.columns[i - 1].size() > level + 1 &&
                              std::equal(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(level) + 1,
                                         block.columns[i - 1].begin());
            if (same)
                ++lines[level].back().columns;
            else
                lines[level].push_back({path[level], 1, last ? depth - level : 1});
        }
    return lines;
}

std::size_t depth_of(const PlannedBlock& block) {
    std::size_t depth = 0;
    for (const auto& path : block.columns) depth = std::max(depth, path.size());
    return depth;
}

/// How one block is set.
struct Setting {
    Codes codes = Codes::column;
    bool numbered_rows = false; ///< a column 行次
};

std::size_t label_columns(const PlannedBlock& block, const Setting& setting) {
    if (block.rows.empty()) return 0;
    return (block.coded ? columns_of(setting.codes) : 1) + (setting.numbered_rows ? 1 : 0);
}

/// A block as rows: its captions, and its lines above and below.
struct SetBlock {
    std::vector<Row> heads{};
    std::vector<Row> above{};
    std::vector<Row> below{};
    std::size_t width = 0;
};

struct Maker {
    Writer& w;
    FilledForm& filled;
    Plan plan;
    /// Cells of the first row of each block among all.
    std::vector<std::size_t> first{};

    void make_cells() {
        for (PlannedBlock& block : plan.blocks) {
            if (block.rows.empty()) block.rows.push_back({});
            first.push_back(filled.cells.size());
            for (const PlannedRow& row : block.rows)
                for (const auto& path : block.columns) {
                    const auto said = column_aspects(plan.match, block.block, path);
                    filled.cells.push_back({.of = merged(row.of, said->of)});
                }
        }
    }

    Row label_cells(const PlannedBlock& block, const PlannedRow& row, const Setting& setting) {
        if (row.name.empty()) return {};
        const std::string name = row.before + row.name;
        if (!block.coded) return row_of({name});
        if (row.code.empty()) return total_cells(setting.codes, name, w.maybe());
        return code_cells(setting.codes, row.code, row.name);
    }

    Row row_of_figures(std::size_t at, const PlannedBlock& block) {
        Row row;
        for (std::size_t i = 0; i < block.columns.size(); ++i) {
            FilledCell& cell = filled.cells[at + i];
            const std::size_t before = w.told.numbers.size();
            row.push_back({amount_cell(w, cell.amount)});
            if (w.told.numbers.size() > before) cell.number = before;
        }
        return row;
    }

    SetBlock set(std::size_t index, const Setting& setting, std::size_t depth, std::size_t& line) {
        PlannedBlock& block = plan.blocks[index];
        const bool labelled = !block.rows.front().name.empty();
        SetBlock made;
        made.heads = heads_of(block, depth);
        std::vector<Row> labels(depth);
        if (labelled) {
            Row head = block.coded ? code_heads(w, setting.codes) : row_of({block.labels});
            if (setting.numbered_rows) head.push_back({"行次"});
            for (Cell& cell : head) cell.rows = depth;
            labels.front() = head;
            for (std::size_t i = 1; i < depth; ++i)
                for (std::size_t k = 0; k < head.size(); ++k) labels[i].push_back({"", 1, 0});
        }
        for (std::size_t i = 0; i < depth; ++i)
            made.heads[i].insert(made.heads[i].begin(), labels[i].begin(), labels[i].end());
        made.width = block.columns.size() + (labelled ? label_columns(block, setting) : 0);
        std::size_t at = first[index];
        for (const PlannedRow& row : block.rows) {
            Row cells = label_cells(block, row, setting);
            if (setting.numbered_rows && labelled) cells.push_back({std::to_string(++line)});
            for (Cell& cell : row_of_figures(at, block)) cells.push_back(std::move(cell));
            at += block.columns.size();
            (row.below && plan.blocks.size() > 1 ? made.below : made.above).push_back(std::move(cells));
        }
        return made;
    }

    /// Both sides, so that the last lines of both stand beside each other.
    static void join(Block& block, std::vector<SetBlock> sides) {
        const auto fill = [&](std::vector<Row> SetBlock::*part) {
            std::size_t most = 0;
            for (const SetBlock& side : sides) most = std::max(most, (side.*part).size());
            for (SetBlock& side : sides)
                while ((side.*part).size() < most) {
                    auto& rows = side.*part;
                    rows.insert(part == &SetBlock::below && !rows.empty() ? std::prev(rows.end())
                                                                          : rows.end(),
                                row_of(std::vector<std::string>(side.width)));
                }
            for (std::size_t i = 0; i < most; ++i) {
                Row row;
                for (SetBlock& side : sides)
                    for (Cell& cell : (side.*part)[i]) row.push_back(std::move(cell));
                block.rows.push_back(std::move(row));
            }
        };
        fill(&SetBlock::above);
        fill(&SetBlock::below);
    }

    void make_table() {
        Block& block = w.table(plan.title, filled.form->numbers.empty() || w.maybe(3)
                                               ? std::string_view{}
                                               : std::string_view(filled.form->numbers.front()));
        std::size_t depth = 0;
        for (const PlannedBlock& one : plan.blocks) depth = std::max(depth, depth_of(one));
        const auto codes = static_cast<Codes>(w.random.between(0, 2));
        const Setting setting{.codes = codes, .numbered_rows = plan.blocks.size() > 1 && w.maybe(4)};
        std::vector<SetBlock> sides;
        std::size_t line = 0;
        for (std::size_t i = 0; i < plan.blocks.size(); ++i) sides.push_back(set(i, setting, depth, line));
        if (!plan.blocks.front().side.empty()) {
            Row row;
            for (std::size_t i = 0; i < sides.size(); ++i)
                row.push_back({plan.blocks[i].side, sides[i].width});
            block.rows.push_back(std::move(row));
        }
        for (std::size_t level = 0; level < depth; ++level) {
            Row row;
            for (SetBlock& side : sides)
                for (Cell& cell : side.heads[level]) row.push_back(std::move(cell));
            block.rows.push_back(std::move(row));
        }
        if (w.maybe(5)) numbers_of_columns(block, setting);
        block.heads = block.rows.size();
        join(block, std::move(sides));
    }

    /// 栏次, with a number in every column of figures.
    void numbers_of_columns(Block& block, const Setting& setting) const {
        Row row;
        std::size_t number = 0;
        for (const PlannedBlock& one : plan.blocks) {
            if (one.rows.front().name.empty()) return;
            const std::size_t before = label_columns(one, setting) - (setting.numbered_rows ? 1 : 0);
            row.push_back({"栏次", before});
            if (setting.numbered_rows) row.push_back({""});
            for (std::size_t i = 0; i < one.columns.size(); ++i) row.push_back({std::to_string(++number)});
        }
        block.rows.push_back(std::move(row));
    }
};

} // namespace

FilledForm filled(const Form& form, std::uint64_t seed) {
    Random random(seed);
    const Account account = account_of(random);
    FilledForm made{.form = &form};
    Writer writer(random.next(), account);
    made.unit = writer.style.unit = random.one_in(5) ? yuan : wan;
    writer.style.decimals =
        made.unit == yuan || !random.one_in(4) ? 2 : static_cast<int>(random.between(2, 6));
    writer.style.trimmed = random.one_in(6);
    writer.zero = static_cast<int>(random.between(0, 2));
    writer.structure = form.name;
    writer.common = {{"year", std::to_string(account.year)}, {"body", account.body}};
    Maker maker{writer, made, plan_of(form, writer)};
    maker.make_cells();
    draw_amounts(random, made.cells);
    if (random.one_in(2)) writer.heading(account.body + std::to_string(account.year) + "年度部门决算");
    maker.make_table();
    made.told = std::move(writer.told);
    return made;
}

Facts facts_of(const FilledForm& filled) {
    Facts facts;
    facts.table({.id = "form", .form = filled.form->name});
    for (const std::string& dimension : filled.form->whole) facts.parts("form", dimension, complete);
    const Unit unit = *unit_named(word_of_unit(filled.unit));
    for (const FilledCell& cell : filled.cells) {
        Figure figure;
        if (cell.number != no_number) {
            const std::string& text = filled.told.numbers[cell.number].text;
            figure = Figure(parse_decimal(text).value(), unit);
            figure.text = text;
        }
        Aspects of = cell.of;
        of.period = "year";
        of.body = "self";
        facts.state(of, std::move(figure), {.table = "form"});
    }
    return facts;
}

} // namespace tieout::test::every_form
