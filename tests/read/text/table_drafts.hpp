// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_TEXT_TABLE_DRAFTS_HPP
#define TIEOUT_TESTS_READ_TEXT_TABLE_DRAFTS_HPP

// Tables as tests write them, and drafts as tests compare them.

#include "read/draft/draft.hpp"

#include <tieout/relations/check.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test {

/// A page that is one table. A line is a row, a bar stands between cells; a cell "<" is one with the cell on its left,
/// "^" one with the cell above. "  label" is indented. `forget_merges`: as plain text would have it.
inline detail::Page page_of_rows(std::string_view rows, std::string_view caption = {},
                                 std::string_view unit = {}) {
    detail::Page page;
    page.lines.push_back(0);
    detail::Table table;
    const auto passage = [&](std::string_view text) {
        detail::Passage made;
        made.text = text;
        for (std::size_t i = 0; i <= text.size(); ++i)
            made.from.push_back(static_cast<std::uint32_t>(page.source.size() + i));
        page.source += text;
        return made;
    };
    std::vector<std::vector<std::size_t>> cell_of;
    while (!rows.empty()) {
        const std::size_t end = std::min(rows.find('\n'), rows.size());
        std::string_view row = rows.substr(0, end);
        rows.remove_prefix(std::min(end + 1, rows.size()));
        std::vector<std::size_t> cells;
        for (bool more = true; more;) {
            const std::size_t bar = row.find('|');
            std::string_view text = row.substr(0, bar);
            more = bar != row.npos;
            row.remove_prefix(more ? bar + 1 : row.size());
            if (text == "<") {
                cells.push_back(cells.back());
                if (table.cells[cells.back()].row == cell_of.size()) ++table.cells[cells.back()].columns;
            } else if (text == "^") {
                const std::size_t above = cell_of.back().at(cells.size());
                cells.push_back(above);
                detail::Cell& cell = table.cells[above];
                cell.rows = static_cast<std::uint32_t>(cell_of.size()) - cell.row + 1;
            } else {
                detail::Cell cell;
                while (text.starts_with(' ')) {
                    text.remove_prefix(1);
                    ++cell.indent;
                }
                cell.text = passage(text);
                cell.row = static_cast<std::uint32_t>(cell_of.size());
                cell.column = static_cast<std::uint32_t>(cells.size());
                cells.push_back(table.cells.size());
                table.cells.push_back(std::move(cell));
            }
            page.source += '\t';
        }
        page.source.back() = '\n';
        page.lines.push_back(static_cast<std::uint32_t>(page.source.size()));
        table.columns = std::max(table.columns, static_cast<std::uint32_t>(cells.size()));
        cell_of.push_back(std::move(cells));
    }
    table.rows = static_cast<std::uint32_t>(cell_of.size());
    table.frame.name = passage(caption);
    table.frame.unit = passage(unit);
    detail::Block block;
    block.kind = detail::Block::Kind::table;
    block.table = std::move(table);
    page.blocks.push_back(std::move(block));
    return page;
}

inline detail::Draft draft_of_page(const detail::Page& page, std::optional<int> year = 2022) {
    detail::Draft draft;
    draft.filing.year = year;
    std::uint32_t number = 0;
    for (const detail::Block& block : page.blocks)
        if (block.kind == detail::Block::Kind::table) detail::read_table(page, block.table, ++number, draft);
    detail::state_laws(draft);
    return draft;
}

inline detail::Draft draft_of(std::string_view rows, std::string_view caption = {},
                              std::string_view unit = {}) {
    return draft_of_page(page_of_rows(rows, caption, unit));
}

/// "908.63万元 支出总额 /expenditure initial", "5 甲 /expenditure/project[projects] executed"
inline std::string level_line(const detail::Mention& level) {
    std::string line = level.figure.state == State::blank ? "blank" : level.figure.text;
    if (level.figure.known()) line += level.figure.unit.word();
    line += ' ' + level.subject;
    if (level.item.empty()) return line;
    line += ' ' + level.item;
    if (!level.split.empty()) line += '[' + level.split + (level.code.empty() ? "" : " " + level.code) + ']';
    line += ' ' + std::string(name_of(level.phase));
    if (!level.of.fund.empty() && level.of.fund != "*") line += " (" + level.of.fund + ")";
    return line;
}
inline std::vector<std::string> level_lines(const detail::Draft& draft) {
    std::vector<std::string> lines;
    for (const detail::Mention& level : draft.mentions) lines.push_back(level_line(level));
    return lines;
}

/// "exact 5 = 2 + 3", "broken 91 = 42 / 46"; readings are apart by " or ".
inline std::string relation_line(const detail::Draft& draft, const detail::Statement& stated) {
    static const Figure blank;
    Relations relations;
    std::string line;
    // A blank cell that a form knows is a part without a mention.
    const auto figure = [&](detail::MentionId mention) -> const Figure& {
        return mention == detail::no_mention ? blank : draft.mentions[mention].figure;
    };
    const auto term = [&](const detail::MentionTerm& part) {
        return Term(std::span<const Figure>(&figure(part.figure), 1), part.coefficient);
    };
    const auto terms = [&](const std::vector<detail::MentionTerm>& parts) {
        std::vector<Term> made;
        for (const detail::MentionTerm& part : parts) made.push_back(term(part));
        return made;
    };
    const auto words = [&](const std::vector<detail::MentionTerm>& parts) {
        std::string made;
        for (const detail::MentionTerm& part : parts) {
            const bool negative = sign(part.coefficient) < 0;
            if (!made.empty() || negative) made += negative ? made.empty() ? "-" : " - " : " + ";
            made += part.figure == detail::no_mention ? "blank" : figure(part.figure).text;
        }
        return made;
    };
    relations.origin({.evidence = stated.evidence});
    relations.readings_begin(true);
    for (const detail::Reading& reading : stated.readings) {
        if (!line.empty()) line += " or ";
        const std::vector<Term> first = terms(reading.first);
        const std::vector<Term> second = terms(reading.second);
        if (reading.subject != detail::no_mention)
            line += draft.mentions[reading.subject].figure.text + " = ";
        line += words(reading.first);
        if (reading.kind == Kind::at_most) {
            line += " <= " + words(reading.second);
            relations.at_most(first, second);
            continue;
        }
        if (reading.kind == Kind::equal) {
            for (std::size_t i = 0; i < reading.first.size(); ++i)
                (line += i == 0 ? "" : " = ") += figure(reading.first[i].figure).text;
            relations.equal(first);
            continue;
        }
        const Term subject = term({reading.subject, Decimal{1}});
        if (reading.kind == Kind::sum) {
            relations.sum(subject, first, reading.open_list);
        } else if (reading.kind == Kind::growth) {
            line += " from " + words(reading.second);
            relations.growth(subject, second, first);
        } else {
            line += " / " + words(reading.second);
            if (reading.kind == Kind::share)
                relations.share(subject, first, second);
            else
                relations.ratio(subject, first, second);
        }
    }
    relations.readings_end();
    std::string outcome;
    for (const Check& check : check_relations(relations, {})) outcome = described(check.outcome).code;
    return outcome + ' ' + line;
}
inline std::vector<std::string> relation_lines(const detail::Draft& draft) {
    std::vector<std::string> lines;
    for (const detail::Statement& relation : draft.statements)
        lines.push_back(relation_line(draft, relation));
    return lines;
}

} // namespace tieout::test

#endif
