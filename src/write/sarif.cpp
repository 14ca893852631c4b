// SPDX-License-Identifier: MIT
#include "model/whereabouts.hpp"
#include "write/display.hpp"
#include "write/findings.hpp"
#include "write/formats.hpp"
#include "write/json_writer.hpp"
#include "write/parts.hpp"
#include "write/shown.hpp"

#include <tieout/facts/laws.hpp>
#include <tieout/rules/ratio_table.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/score/score.hpp>
#include <tieout/version.hpp>
#include <tieout/write/problem.hpp>

// SARIF 2.1.0 (OASIS standard, 27 March 2020): one run, a result for each finding. What is broken fails; what is doubted is
// for review; what could not be read is open.

namespace tieout::detail {

namespace {

constexpr std::string_view not_read = "not-read";
constexpr std::string_view remark = "remark";

/// A relative reference of RFC 3986: what may not stand in one is percent-encoded.
std::string uri_of(std::string_view path) {
    if (path == "-") return "stdin";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) {
            uri += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        uri += '%';
        uri += digits[byte >> 4U];
        uri += digits[byte & 15U];
    }
    return uri;
}

/// What is for review has no level.
std::string_view level_of(Finding::Level level) noexcept {
    switch (level) {
    case Finding::Level::error:
        return "error";
    case Finding::Level::warning:
        return "warning";
    case Finding::Level::info:
        return "note";
    case Finding::Level::doubted:
        break;
    }
    return "none";
}

std::string_view level_of(Severity severity) noexcept {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::info:
        break;
    }
    return "note";
}

struct SarifWriter {
    JsonWriter& json;
    const CheckedDocument& document;
    Language language;

    void message(std::string_view text) {
        json.key("message").object([&] { json.member("text", text); });
    }

    void place(std::size_t line, std::size_t column) {
        json.key("physicalLocation").object([&] {
            json.key("artifactLocation").object([&] { json.member("uri", uri_of(document.info.source)); });
            if (line == 0) return;
            json.key("region").object([&] {
                json.member("startLine", line);
                if (column != 0) json.member("startColumn", column);
            });
        });
    }

    void location(const Figure& figure, bool says_what) {
        json.object([&] {
            place(figure.line, figure.column);
            json.key("logicalLocations").list([&] {
                json.object([&] {
                    json.member("fullyQualifiedName", document.names->pointer(figure));
                    json.member_if_any("decoratedName",
                                       clean(place_text(*document.report->filing, figure, language)));
                });
            });
            if (says_what)
                message(clean(document.names->label(figure, language)) + ": " + clean(number_text(figure)) +
                        std::string(figure.unit.word()));
        });
    }

    void finding(const Finding& finding) {
        const bool review = finding.level == Finding::Level::doubted;
        json.object([&] {
            json.member("ruleId", finding.code);
            json.member("kind", review ? "review" : "fail");
            json.member("level", level_of(finding.level));
            message(message_of(finding));
            if (finding.figure != nullptr)
                json.key("locations").list([&] { location(*finding.figure, false); });
            if (!finding.others.empty())
                json.key("relatedLocations").list([&] {
                    for (const Figure* other : finding.others) location(*other, true);
                });
            json.key("partialFingerprints").object([&] { json.member("checkId/v1", finding.id); });
        });
    }

    void problem(const Problem& problem) {
        json.object([&] {
            json.member("ruleId", problem.is_failure() ? not_read : remark);
            json.member("kind", problem.is_failure() ? "open" : "informational");
            json.member("level", "none");
            message(clean(problem_message(problem, language)));
            json.key("locations").list([&] {
                json.object([&] {
                    place(problem.line, problem.column);
                    const std::string part = part_text(problem.part, problem.sheet, problem.cell, language);
                    if (part.empty()) return;
                    json.key("logicalLocations").list([&] {
                        json.object([&] { json.member("decoratedName", clean(part)); });
                    });
                });
            });
        });
    }
};

/// Writes what is known of a rule by its code.
void rule(JsonWriter& json, std::string_view code, std::string_view name, const Words& demand,
          std::string_view source, Severity severity, Language language) {
    json.object([&] {
        json.member("id", code);
        json.member_if_any("name", name);
        json.key("shortDescription").object([&] { json.member("text", demand.in(language)); });
        if (!source.empty()) json.key("help").object([&] { json.member("text", source); });
        json.key("defaultConfiguration").object([&] { json.member("level", level_of(severity)); });
    });
}

} // namespace

std::string sarif_document(const CheckedDocument& document, const FormatOptions& options) {
    // One result a line, without the brackets of a list: those of all documents are one list.
    std::string lines;
    const auto add = [&](auto write) {
        JsonWriter json(JsonLayout::one_line);
        write(SarifWriter{json, document, options.language});
        if (!lines.empty()) lines += ",\n";
        lines += std::move(json).take();
    };
    if (document.report != nullptr)
        for (const Finding& finding : findings_of(*document.report, *document.names, options.language))
            add([&](SarifWriter writer) { writer.finding(finding); });
    for (const Problem& problem : document.problems)
        add([&](SarifWriter writer) { writer.problem(problem); });
    return lines;
}

std::string sarif_run(std::span<const std::string> pieces, const FormatOptions& options) {
    const Language language = options.language;
    const auto stands = [&](std::string_view code) {
        const std::string member = "{\"ruleId\":\"" + std::string(code) + '"';
        for (const std::string& piece : pieces)
            if (piece.find(member) != piece.npos) return true;
        return false;
    };
    JsonWriter json(JsonLayout::one_line);
    json.object([&] {
        json.member("name", "tieout");
        json.member("version", version);
        json.member("semanticVersion", version);
        json.key("rules").list([&] {
            const auto severity = [&](std::string_view code, Severity its_own) {
                return options.rules.severity_of(code).value_or(its_own);
            };
            const auto table_entry = [&](const Rule& known) {
                if (stands(known.code))
                    rule(json, known.code, known.name, known.demand, text_of(known.source, language),
                         severity(known.code, known.severity), language);
            };
            for (const Rule& known : rules()) table_entry(known);
            for (const RatioEntry& known : ratios())
                if (stands(known.code))
                    rule(json, known.code, known.name, known.term, text_of(known.source, language),
                         Severity::error, language);
            for (const Law& known : laws())
                if (find_rule(known.code) == nullptr && stands(known.code))
                    rule(json, known.code, known.name, known.demand, known.source, known.severity, language);
            for (const ScoreDemand& known : score_demands())
                if (stands(known.code))
                    rule(json, known.code, {}, known.demand, {}, severity(known.code, known.severity),
                         language);
            for (const Rule* const known : options.rules.own()) table_entry(*known);
            if (stands(joint_code))
                rule(json, joint_code, "impossible_together", joint_demand, {}, Severity::error, language);
            if (stands("own"))
                rule(json, "own", "stated_by_document",
                     {"文件自身列明的关系。", "A relation that the document itself states."}, {},
                     Severity::error, language);
            if (stands(not_read))
                rule(json, not_read, "not_read",
                     {"文件中未能读懂的内容。", "What could not be understood in the document."}, {},
                     Severity::warning, language);
            if (stands(remark))
                rule(json, remark, "remark",
                     {"读取文件时应当知道的情况。", "How the document was read, where that should be known."},
                     {}, Severity::warning, language);
        });
    });
    std::string file = "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/"
                       "sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":";
    file += std::move(json).take();
    file += "},\"columnKind\":\"unicodeCodePoints\",\"results\":[";
    bool first = true;
    for (const std::string& piece : pieces) {
        if (piece.empty()) continue;
        file += first ? "\n" : ",\n";
        first = false;
        file += piece;
    }
    file += "\n]}]}\n";
    return file;
}

} // namespace tieout::detail
