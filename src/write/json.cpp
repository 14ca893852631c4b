// SPDX-License-Identifier: MIT
#include <tieout/write/json.hpp>

#include "write/display.hpp"
#include "write/json_value.hpp"
#include "write/parts.hpp"
#include "write/quote.hpp"
#include "write/shown.hpp"

#include <tieout/relations/explain.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/version.hpp>
#include <tieout/write/problem.hpp>

namespace tieout {

namespace {

using detail::Json;

Json ids_of(const Names& names, std::span<const Figure* const> figures) {
    Json ids = Json::array();
    for (const Figure* figure : figures) ids.push_back(names.pointer(*figure));
    return ids;
}

Json ends_of(const Interval& interval) {
    return Json::array({to_string(interval.low.at), to_string(interval.high.at)});
}

/// Adds the interval, and which of its ends do not belong to it.
void add_interval(Json& to, const Interval& interval) {
    to["interval"] = ends_of(interval);
    Json open = Json::array();
    if (!interval.low.closed) open.push_back("low");
    if (!interval.high.closed) open.push_back("high");
    if (!open.empty()) to["open"] = std::move(open);
}

void add_text(Json& to, const char* key, std::string_view text) {
    if (!text.empty()) to[key] = text;
}

void add_number(Json& to, const char* key, const std::optional<Decimal>& number) {
    if (number) to[key] = to_string(*number);
}

/// What one document has in common, whichever check is written.
struct Writer {
    const Report& report;
    const Names& names;
    const detail::Places places;
    const detail::Sentences sentences;
    const Language language;

    [[nodiscard]] Json figure(const Relation& relation, const Operand& operand) const {
        const Figure& shown = *operand.figure;
        Json result;
        result["id"] = names.pointer(shown);
        result["role"] = name_of(operand.role);
        const Decimal coefficient = detail::written_coefficient(operand);
        if (coefficient != Decimal(1)) result["coefficient"] = to_string(coefficient);
        add_text(result, "label", names.label(shown, language));
        add_text(result, "period", shown.period);
        result["text"] = detail::number_text(shown);
        add_text(result, "unit", shown.unit.word());
        if (const auto interval = interval_in(report.relations, relation, operand, report.options))
            add_interval(result, *interval);
        // A check of equality is between the places of one figure, so that there each stands for itself.
        if (relation.kind == Kind::equal)
            add_text(result, "place", detail::place_text(shown, language));
        else
            add_text(result, "place", detail::joined(places.all(shown), "; "));
        if (shown.line != 0) result["line"] = shown.line;
        if (shown.column != 0) result["column"] = shown.column;
        return result;
    }

    /// The sentence; of one that goes on and on, what stands around the figures.
    [[nodiscard]] static std::string words_of(const detail::Quote& quote) {
        constexpr std::size_t bytes_max = 4096;
        constexpr std::size_t columns_max = 200;
        constexpr std::size_t pieces_max = 8;
        if (quote.sentence->words.size() <= bytes_max) return quote.sentence->words;
        std::string words;
        for (const detail::MarkedLine& line :
             detail::marked_lines(quote.sentence->words, quote.marks, columns_max, pieces_max))
            words += (words.empty() ? "" : " ") + line.words;
        return words;
    }

    [[nodiscard]] Json check(std::size_t index) const {
        const Check& of = report.checks[index];
        const Relation& relation = report.relation_of(of);
        const Explanation explanation = explain(report.relations, of, report.options, language);
        Json result;
        result["id"] = names.id(index);
        add_text(result, "code", relation.code);
        result["kind"] = name_of(relation.kind);
        result["severity"] = name_of(relation.severity);
        result["outcome"] = described(of.outcome).code;
        result["notes"] = Json::array();
        for (const Note note : all_notes)
            if (of.notes.has(note)) result["notes"].push_back(described(note).code);
        if (of.notes.has(Note::coarse))
            result["coarse"] = ids_of(names, coarse_figures(report.relations, relation, report.options));
        result["statement"] = demand_of(relation, language);
        if (const auto quotes = sentences.of(report, of); !quotes.empty())
            result["words"] = words_of(quotes.front());
        if (relation.brought != nullptr) add_text(result, "clause", relation.brought->clause.in(language));
        add_text(result, "arithmetic", explanation.arithmetic);
        add_number(result, "stated", explanation.stated);
        add_number(result, "recomputed", explanation.recomputed);
        if (explanation.between) result["between"] = ends_of(*explanation.between);
        add_number(result, "difference", explanation.difference);
        if (explanation.allowance) result["allowance"] = to_string(trimmed(*explanation.allowance));
        if (explanation.stated || explanation.recomputed || explanation.difference)
            add_text(result, "unit", explanation.unit.word());
        if (of.reason != Reason::none) {
            result["reason"]["code"] = described(of.reason).code;
            result["reason"]["figures"] = ids_of(names, explanation.culprits);
        }
        result["figures"] = Json::array();
        for (const Operand& operand : report.relations.operands(relation))
            result["figures"].push_back(figure(relation, operand));
        return result;
    }
};

} // namespace

namespace detail {

Json head_json(const DocumentInfo& document) {
    Json result;
    result["source"] = document.source;
    add_text(result, "input_sha256", document.input_sha256);
    return result;
}

Json problems_json(std::span<const Problem> problems, Language language) {
    Json list = Json::array();
    for (const Problem& problem : problems)
        list.push_back({{"place", problem_place(problem)}, {"message", problem_message(problem, language)}});
    return list;
}

std::string dumped(const Json& value, JsonLayout layout) {
    // What is not UTF-8 in the input never reaches the output.
    return escaped_in_json(
        value.dump(layout == JsonLayout::indented ? 2 : -1, ' ', false, Json::error_handler_t::replace));
}

} // namespace detail

std::string report_json(const DocumentInfo& document, const Report& report, const Names& names,
                        std::span<const Problem> problems, Language language, JsonLayout layout, bool all) {
    const Filing& filing = *report.filing;
    Json result = detail::head_json(document);
    result["rules"] = rules_digest();
    const std::optional<Printing> rounding =
        report.options.document_rounding ? report.options.document_rounding : report.options.rounding;
    result["rounding"] = name_of(rounding.value_or(Printing::nearest));
    result["scale"] = name_of(report.options.scale);
    add_text(result, "body", filing.body.name);
    if (filing.year) result["year"] = *filing.year;
    const Summary summary = report.summary();
    result["summary"] = {{"figures", summary.figures}, {"covered", summary.covered},
                         {"exact", summary.exact},     {"rounding", summary.rounding},
                         {"broken", summary.broken},   {"undecided", summary.undecided},
                         {"notes", summary.notes}};
    result["checks"] = Json::array();
    const Writer writer{report, names, detail::Places(filing, language), detail::Sentences(filing), language};
    for (std::size_t i = 0; i < report.checks.size(); ++i)
        if (all || detail::remarkable(report.checks[i])) result["checks"].push_back(writer.check(i));
    for (Json& joint : detail::joints_json(report, names, language))
        result["checks"].push_back(std::move(joint));
    if (!report.located.parts.empty()) result["parts"] = detail::parts_json(report, names);
    result["problems"] = detail::problems_json(problems, language);
    return detail::dumped(result, layout);
}

std::string unread_json(const DocumentInfo& document, std::span<const Problem> problems, Language language,
                        JsonLayout layout) {
    Json result = detail::head_json(document);
    result["problems"] = detail::problems_json(problems, language);
    return detail::dumped(result, layout);
}

std::string reports_json(std::span<const std::string> documents) {
    std::string result = "{\n  \"tieout\": \"";
    result += version;
    result += "\",\n  \"documents\": [";
    const char* separator = "\n    ";
    for (const std::string& document : documents) {
        result += separator;
        separator = ",\n    ";
        // A JSON string holds no line end of its own, so every line end here is one of the layout.
        for (const char c : document) {
            result += c;
            if (c == '\n') result += "    ";
        }
    }
    result += documents.empty() ? "]\n}\n" : "\n  ]\n}\n";
    return result;
}

} // namespace tieout
