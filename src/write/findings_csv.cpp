// SPDX-License-Identifier: MIT
#include "model/whereabouts.hpp"
#include "write/display.hpp"
#include "write/findings.hpp"
#include "write/formats.hpp"
#include "write/shown.hpp"

#include <tieout/base/cell.hpp>
#include <tieout/relations/explain.hpp>
#include <tieout/write/problem.hpp>

// Findings as CSV (RFC 4180), a row each. It begins with a byte order mark, without which spreadsheets take Chinese for
// another encoding; its heads are the keys of the JSON, in every language.

namespace tieout::detail {

namespace {

/// A field. Words of a document never become a formula of the spreadsheet that opens them.
std::string field(std::string_view words) {
    std::string text = clean(words);
    const bool plain_number = text.find_first_not_of("0123456789+-.,%") == text.npos;
    if (!text.empty() && !plain_number &&
        std::string_view("=+-@").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    if (text.find_first_of("\",\n") == text.npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

/// A number of our own, which may be negative.
std::string number(const std::optional<Decimal>& value) { return value ? to_string(*value) : std::string(); }

std::string_view level_of(const Finding& finding) noexcept {
    switch (finding.level) {
    case Finding::Level::error:
        return "error";
    case Finding::Level::warning:
        return "warning";
    case Finding::Level::info:
        return "info";
    case Finding::Level::doubted:
        break;
    }
    return "doubted";
}

std::string row(const CheckedDocument& document, const Finding& finding, Language language) {
    Explanation explained;
    if (finding.check != nullptr)
        explained = explain(document.report->relations, *finding.check, document.report->options, language);
    std::string text = field(document.info.source);
    const auto add = [&](std::string_view ready) { (text += ',') += ready; };
    add(level_of(finding));
    add(field(finding.code));
    add(field(finding.demand));
    add(field(finding.arithmetic));
    add(number(explained.stated));
    add(number(explained.recomputed));
    add(number(explained.difference));
    add(field(explained.stated || explained.difference ? explained.unit.word() : std::string_view()));
    if (const Figure* const figure = finding.figure; figure != nullptr) {
        add(field(document.names->label(*figure, language)));
        add(field(number_text(*figure)));
        const std::string part = part_text(figure->part, sheet_of(*document.report->filing, figure->part),
                                           {figure->cell_row, figure->cell_column}, language);
        add(field(part.empty() || figure->place.empty() ? figure->place + part : part + " " + figure->place));
        add(figure->line == 0 ? "" : std::to_string(figure->line));
        add(figure->column == 0 ? "" : std::to_string(figure->column));
        add(cell_name({figure->cell_row, figure->cell_column}));
    } else {
        add(",,,,,");
    }
    add(field(finding.id));
    return text + "\r\n";
}

std::string row(const CheckedDocument& document, const Problem& problem, Language language) {
    return field(document.info.source) + (problem.is_failure() ? ",not-read,," : ",remark,,") +
           field(problem_message(problem, language)) + ",,,,,,,," +
           field(problem.pointer + part_text(problem.part, problem.sheet, problem.cell, language)) + ',' +
           (problem.line == 0 ? "" : std::to_string(problem.line)) + ',' +
           (problem.column == 0 ? "" : std::to_string(problem.column)) + ',' + cell_name(problem.cell) +
           ",\r\n";
}

} // namespace

std::string csv_document(const CheckedDocument& document, const FormatOptions& options) {
    std::string rows;
    if (document.report != nullptr)
        for (const Finding& finding : findings_of(*document.report, *document.names, options.language))
            rows += row(document, finding, options.language);
    for (const Problem& problem : document.problems) rows += row(document, problem, options.language);
    return rows;
}

std::string csv_run(std::span<const std::string> pieces, const FormatOptions&) {
    std::string file =
        "\xEF\xBB\xBFsource,outcome,code,statement,arithmetic,stated,recomputed,difference,unit,"
        "label,text,place,line,column,cell,id\r\n";
    for (const std::string& piece : pieces) file += piece;
    return file;
}

} // namespace tieout::detail
