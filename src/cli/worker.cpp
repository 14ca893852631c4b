// SPDX-License-Identifier: MIT
#include "cli/worker.hpp"

#include "cli/output.hpp"
#include "read/json/sha256.hpp"
#include "rules/doubting.hpp"
#include "write/display.hpp"

#include <tieout/rules/report.hpp>
#include <tieout/score/score.hpp>
#include <tieout/write/catalogue.hpp>
#include <tieout/write/filing.hpp>
#include <tieout/write/problem.hpp>
#include <tieout/write/score.hpp>

#include <algorithm>
#include <exception>

namespace tieout::cli {

void Worker::document(Document&& document, const std::string& place, Results& to, std::size_t line) const {
    const bool renamed = line != 0 && !options_.source.empty();
    const DocumentInfo info{renamed ? options_.source : place, document.input_sha256};
    for (const Problem& problem : document.problems)
        to.complaints += problem_text(problem, options_.language) + '\n';
    bool misunderstood = document.has_failure();
    // The result then says nothing of where in the input the line stood, so that it is the same however the
    // input is divided.
    for (Problem& problem : document.problems) {
        if (!renamed) break;
        problem.source = options_.source;
        if (problem.line >= line) problem.line -= line - 1;
    }
    try {
        if (document.filing)
            filing(info, place, document, misunderstood, to);
        else if (std::string piece = unread(info, document.problems); !piece.empty()) {
            if (options_.only == Options::Only::everything || options_.only == Options::Only::findings)
                to.documents.push_back(std::move(piece));
            else
                ++to.tally.left_out;
        }
    } catch (const std::exception& failure) {
        to.complaints += detail::clean(place) + ": " + failure_text(failure, options_.language) + '\n';
        misunderstood = true;
    }
    ++to.tally.documents;
    if (misunderstood) ++to.tally.misunderstood;
}

FormatOptions Worker::format_options() const {
    return {.language = options_.language,
            .layout = layout_,
            .colour = text_.colour,
            .width = text_.width,
            .all = text_.all,
            .strict = options_.strict,
            .rules = rules_};
}

std::string Worker::unread(const DocumentInfo& info, const std::vector<Problem>& problems) const {
    if (options_.command == Options::Command::check)
        return options_.writer->document({.info = info, .problems = problems}, format_options());
    if (options_.format != Options::Format::json) return {};
    return unread_json(info, problems, options_.language, layout_);
}

void Worker::lines(std::string_view text, std::string_view source, std::size_t first_line, Shapes& shapes,
                   Results& to) const {
    FilingReader reader;
    for (std::size_t number = first_line; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        if (at_a_glance() && (counted(shapes.outcomes(line), to) || known(shapes, line, source, number, to)))
            continue;
        document(reader.read(line, source, number), place_of(source, number), to, number);
    }
}

bool Worker::at_a_glance() const {
    return options_.command == Options::Command::check && profile_ == nullptr &&
           options_.only != Options::Only::everything;
}

bool Worker::counted(const std::optional<Summary>& outcomes, Results& to) const {
    if (!outcomes || nothing_decided(*outcomes)) return false;
    Tally tally = tally_of(*outcomes);
    if (wanted(tally, false)) return false;
    tally.documents = 1;
    tally.left_out = 1;
    to.tally.add(tally);
    return true;
}

bool Worker::known(Shapes& shapes, std::string_view line, std::string_view source, std::size_t number,
                   Results& to) const {
    const ReportView* const report = shapes.report();
    if (report == nullptr) return false;
    const std::string place = place_of(source, number);
    bool misunderstood = false;
    checked({options_.source.empty() ? place : options_.source, detail::sha256(line)}, place, *report, {},
            misunderstood, to);
    ++to.tally.documents;
    if (misunderstood) ++to.tally.misunderstood;
    return true;
}

std::string Worker::place_of(std::string_view source, std::size_t line) {
    return std::string(source) + ':' + std::to_string(line);
}

bool Worker::nothing_decided(const Summary& outcomes) {
    return outcomes.exact + outcomes.rounding + outcomes.broken + outcomes.doubted == 0;
}

Tally Worker::tally_of(const Summary& outcomes) const {
    return {.broken = outcomes.failed(options_.strict) ? 1U : 0U,
            .findings = outcomes.broken != 0 ? 1U : 0U,
            .doubted = outcomes.doubted != 0 ? 1U : 0U,
            .checks = outcomes};
}

bool Worker::wanted(const Tally& tally, bool misunderstood) const {
    switch (options_.only) {
    case Options::Only::everything:
        return true;
    case Options::Only::broken:
        return tally.broken != 0;
    case Options::Only::findings:
        return tally.findings + tally.doubted != 0 || misunderstood;
    case Options::Only::summary:
        break;
    }
    return false;
}

void Worker::checked(const DocumentInfo& info, const std::string& place, const ReportView& report,
                     const std::vector<Problem>& problems, bool& misunderstood, Results& to) const {
    const Summary summary = report.outcomes();
    Tally tally = tally_of(summary);
    const bool blank = std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.kind == Problem::Kind::blank;
    });
    // Of a form that nobody filled in this was said.
    if (nothing_decided(summary) && !blank) {
        misunderstood = true;
        to.complaints += detail::clean(place) + ": ";
        to.complaints += Words{"没有一项关系可以判定\n", "nothing in this document could be decided\n"}.in(
            options_.language);
    }
    // Text is made only of what is printed: it takes longer than the checks.
    if (wanted(tally, misunderstood)) {
        const Names names(report);
        to.documents.push_back(options_.writer->document(
            {.info = info, .report = &report, .names = &names, .problems = problems}, format_options()));
    } else {
        tally.left_out = 1;
    }
    to.tally.add(tally);
}

void Worker::filing(const DocumentInfo& info, const std::string& place, const Document& document,
                    bool& misunderstood, Results& to) const {
    const bool json = options_.format == Options::Format::json;
    switch (options_.command) {
    case Options::Command::check:
        checked(info, place,
                profile_ != nullptr
                    ? tieout::check_in_place(*document.filing, *profile_, rules_, options_.check)
                    : tieout::check_in_place(*document.filing, rules_, options_.check),
                document.problems, misunderstood, to);
        break;
    case Options::Command::rates:
        to.documents.push_back(json ? rates_json(info, *document.filing, options_.check, document.problems,
                                                 options_.language, layout_)
                                    : rates_text(info, *document.filing, options_.check, text_));
        break;
    case Options::Command::read:
        to.documents.push_back(layout_ == JsonLayout::indented ? filing_json(*document.filing)
                                                               : filing_json_line(*document.filing) + '\n');
        break;
    case Options::Command::score: {
        const Score score = tieout::score(*document.filing, *profile_, options_.check);
        const ReportView report = tieout::check_in_place(*document.filing, *profile_, rules_, options_.check);
        const Names names(report);
        to.documents.push_back(
            json ? score_json(info, score, report, names, document.problems, options_.language, layout_)
                 : score_text(info, score, report, names, text_));
        const bool broken = std::any_of(report.checks.begin(), report.checks.end(), [&](const Check& check) {
            const Relation& relation = report.relation_of(check);
            return check.outcome == Outcome::broken && is_of_scores(relation) &&
                   detail::fails(relation.severity, options_.strict);
        });
        if (broken) ++to.tally.broken;
        break;
    }
    case Options::Command::rules:
    case Options::Command::profiles:
    case Options::Command::forms:
    case Options::Command::phrases:
        break;
    }
}

} // namespace tieout::cli
