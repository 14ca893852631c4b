// SPDX-License-Identifier: MIT
#include <tieout/write/json.hpp>

#include "model/whereabouts.hpp"
#include "write/json_writer.hpp"
#include "write/parts.hpp"
#include "write/quote.hpp"
#include "write/shown.hpp"

#include <tieout/base/cell.hpp>
#include <tieout/relations/explain.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/version.hpp>
#include <tieout/write/problem.hpp>

namespace tieout {

namespace {

using detail::JsonWriter;

void write_if_any(JsonWriter& json, std::string_view key, const std::optional<Decimal>& number) {
    if (number) json.member(key, *number);
}

/// What one document has in common, whichever check is written.
struct Writer {
    JsonWriter& json;
    const ReportView& report;
    const Names& names;
    const detail::Places places;
    const detail::Sentences sentences;
    const Language language;

    void figure(const Relation& relation, const Operand& operand) {
        const Figure& shown = *operand.figure;
        json.object([&] {
            json.member("id", names.pointer(shown));
            json.member("role", name_of(operand.role));
            const Decimal coefficient = detail::written_coefficient(operand);
            if (coefficient != Decimal(1)) json.member("coefficient", coefficient);
            json.member_if_any("label", names.label(shown, language));
            json.member_if_any("period", shown.period);
            json.member("text", detail::number_text(shown));
            json.member_if_any("unit", shown.unit.word());
            if (const auto interval = interval_in(report.relations, relation, operand, report.options))
                detail::write_interval(json, *interval);
            // A check of equality is between the places of one figure, so that there each stands for itself.
            if (relation.kind == Kind::equal)
                json.member_if_any("place", detail::place_text(*report.filing, shown, language));
            else
                json.member_if_any("place", detail::joined(places.all(shown), "; "));
            if (shown.line != 0) json.member("line", shown.line);
            if (shown.column != 0) json.member("column", shown.column);
            if (const FilePartKind* const kind = kind_of(shown.part)) {
                const std::string_view sheet = detail::sheet_of(*report.filing, shown.part);
                if (sheet.empty())
                    json.member(kind->key, shown.part.number());
                else
                    json.member(kind->key, sheet);
            }
            if (const std::string cell = cell_name({shown.cell_row, shown.cell_column}); !cell.empty()) {
                json.member_if_any("table", shown.context);
                json.member("cell", cell);
            }
        });
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

    void check(std::size_t index) {
        const Check& of = report.checks[index];
        const Relation& relation = report.relation_of(of);
        const Explanation explanation = explain(report.relations, of, report.options, language);
        json.object([&] {
            json.member("id", names.id(index));
            json.member_if_any("code", relation.code);
            json.member("kind", name_of(relation.kind));
            json.member("severity", name_of(relation.severity));
            json.member("outcome", described(of.outcome).code);
            json.key("notes").list([&] {
                for (const Note note : all_notes)
                    if (of.notes.has(note)) json.put(described(note).code);
            });
            if (of.notes.has(Note::coarse))
                detail::write_pointers(json.key("coarse"), names,
                                       coarse_figures(report.relations, relation, report.options));
            json.member("statement", demand_of(relation, language));
            if (const auto quotes = sentences.of(report, of); !quotes.empty())
                json.member("words", words_of(quotes.front()));
            if (relation.brought != nullptr)
                json.member_if_any("clause", relation.brought->clause.in(language));
            explained(explanation);
            if (of.reason != Reason::none)
                json.key("reason").object([&] {
                    json.member("code", described(of.reason).code);
                    detail::write_pointers(json.key("figures"), names, explanation.culprits);
                    if (is_doubted(of)) readings_tried(of);
                });
            json.key("figures").list([&] {
                for (const Operand& operand : report.relations.operands(relation)) figure(relation, operand);
            });
        });
    }

    void readings_tried(const Check& of) {
        json.key("readings").list([&] {
            for (const Explanation& tried : explain_readings(report.relations, of, report.options, language))
                json.object([&] {
                    json.member_if_any("arithmetic", tried.arithmetic);
                    write_if_any(json, "recomputed", tried.recomputed);
                });
        });
    }

    void explained(const Explanation& explanation) {
        json.member_if_any("arithmetic", explanation.arithmetic);
        write_if_any(json, "stated", explanation.stated);
        write_if_any(json, "recomputed", explanation.recomputed);
        if (explanation.between)
            json.key("between").list([&] {
                json.put(explanation.between->low.at);
                json.put(explanation.between->high.at);
            });
        write_if_any(json, "difference", explanation.difference);
        if (explanation.allowance) json.member("allowance", trimmed(*explanation.allowance));
        if (explanation.stated || explanation.recomputed || explanation.difference)
            json.member_if_any("unit", explanation.unit.word());
    }
};

void write_tables(JsonWriter& json, std::span<const SourceTable> tables) {
    json.list([&] {
        for (const SourceTable& table : tables)
            json.object([&] {
                json.member("id", table.id);
                json.member_if_any("form", table.form);
                json.member_if_any("title", table.title);
                if (table.unit) json.member("unit", table.unit->word());
                json.member("certified", table.certified);
                json.key("why_not").list([&] {
                    for (const std::string& why : table.why_not) json.put(why);
                });
                json.member_if_any("place", table.place);
            });
    });
}

} // namespace

std::string report_json(const DocumentInfo& document, const ReportView& report, const Names& names,
                        std::span<const Problem> problems, Language language, JsonLayout layout, bool all) {
    const Filing& filing = *report.filing;
    JsonWriter json(layout);
    json.object([&] {
        detail::write_head(json, document);
        json.member("rules", report.rules.digest());
        json.member_if_any("rule_set", report.rules.text(Language::en));
        const std::optional<Printing> rounding =
            report.options.document_rounding ? report.options.document_rounding : report.options.rounding;
        json.member("rounding", name_of(rounding.value_or(Printing::nearest)));
        json.member("scale", name_of(report.options.scale));
        json.member_if_any("body", filing.body.name);
        if (filing.year) json.member("year", *filing.year);
        json.key("summary").object([&] {
            const Summary summary = report.summary(names);
            json.member("figures", summary.figures);
            json.member("covered", summary.covered);
            json.member("exact", summary.exact);
            json.member("rounding", summary.rounding);
            json.member("broken", summary.broken);
            if (summary.infos != 0) json.member("infos", summary.infos);
            json.member("undecided", summary.undecided);
            json.member("doubted", summary.doubted);
            json.member("notes", summary.notes);
        });
        json.key("checks").list([&] {
            Writer writer{json,    report, names, detail::Places(filing, language), detail::Sentences(filing),
                          language};
            for (std::size_t i = 0; i < report.checks.size(); ++i)
                if (all || detail::remarkable(report.checks[i])) writer.check(i);
            detail::write_joints(json, report, names, language);
        });
        if (!report.located.parts.empty()) detail::write_parts(json.key("parts"), report, names);
        if (!filing.tables.empty()) write_tables(json.key("tables"), filing.tables);
        detail::write_problems(json.key("problems"), problems, language);
    });
    return std::move(json).take();
}

std::string unread_json(const DocumentInfo& document, std::span<const Problem> problems, Language language,
                        JsonLayout layout) {
    JsonWriter json(layout);
    json.object([&] {
        detail::write_head(json, document);
        detail::write_problems(json.key("problems"), problems, language);
    });
    return std::move(json).take();
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
        std::string_view rest = document;
        for (std::size_t end = 0; (end = rest.find('\n')) != rest.npos; rest.remove_prefix(end + 1)) {
            result += rest.substr(0, end + 1);
            result += "    ";
        }
        result += rest;
    }
    result += documents.empty() ? "]\n}\n" : "\n  ]\n}\n";
    return result;
}

} // namespace tieout
