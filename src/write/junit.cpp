// SPDX-License-Identifier: MIT
#include "write/display.hpp"
#include "write/findings.hpp"
#include "write/formats.hpp"
#include "write/shown.hpp"

#include <tieout/write/problem.hpp>
#include <tieout/write/text.hpp>

// JUnit XML as continuous-integration servers read it: a document is a test suite, a check a test case. What fails the exit
// status fails here, and nothing else: a warning that is no failure, what is for information only and what is doubted are skipped,
// with their words.

namespace tieout::detail {

namespace {

/// Text of an element or attribute: what XML 1.0 does not allow at all is left out.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : harmless(text)) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string attribute(std::string_view name, std::string_view value) {
    return ' ' + std::string(name) + "=\"" + escaped(value) + '"';
}

std::string with_message(std::string_view element, std::string_view type, std::string_view message,
                         std::string_view body) {
    std::string text = "      <" + std::string(element) + attribute("message", message);
    // The schema knows no type of what is skipped.
    if (element != "skipped") text += attribute("type", type);
    return text + '>' + escaped(body) + "</" + std::string(element) + ">\n";
}

struct Suite {
    std::string cases{};
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;

    void add(std::string_view code, std::string_view id, std::string_view inside) {
        ++tests;
        cases +=
            "    <testcase" + attribute("classname", code) + attribute("name", id) + attribute("time", "0");
        if (inside.empty())
            cases += "/>\n";
        else
            (((cases += ">\n") += inside) += "    </testcase>\n");
    }
};

std::string details(const CheckedDocument& document, const Finding& finding, const FormatOptions& options) {
    if (finding.check == nullptr) return finding.arithmetic;
    return finding_text(*document.report, *document.names, *finding.check,
                        {.language = options.language, .width = options.width});
}

void add_finding(Suite& suite, const CheckedDocument& document, const Finding& finding,
                 const FormatOptions& options) {
    const bool fails = finding.level == Finding::Level::error ||
                       (finding.level == Finding::Level::warning && options.strict);
    ++(fails ? suite.failures : suite.skipped);
    suite.add(finding.code, finding.id,
              with_message(fails ? "failure" : "skipped", finding.code, message_of(finding),
                           details(document, finding, options)));
}

} // namespace

std::string junit_document(const CheckedDocument& document, const FormatOptions& options) {
    Suite suite;
    for (const Problem& problem : document.problems) {
        if (!problem.is_failure()) continue;
        ++suite.errors;
        suite.add("not-read", problem_place(problem, options.language),
                  with_message("error", "not-read", problem_message(problem, options.language),
                               problem_text(problem, options.language)));
    }
    if (document.report != nullptr) {
        const ReportView& report = *document.report;
        for (const Finding& finding : findings_of(report, *document.names, options.language))
            add_finding(suite, document, finding, options);
        for (std::size_t i = 0; options.all && i < report.checks.size(); ++i) {
            const Check& check = report.checks[i];
            if (check.outcome == Outcome::exact || check.outcome == Outcome::rounding)
                suite.add(finding_code(report.relation_of(check)), document.names->id(i), {});
        }
    }
    return "  <testsuite" + attribute("name", document.info.source) +
           attribute("tests", std::to_string(suite.tests)) +
           attribute("failures", std::to_string(suite.failures)) +
           attribute("errors", std::to_string(suite.errors)) +
           attribute("skipped", std::to_string(suite.skipped)) + attribute("time", "0") + ">\n" +
           suite.cases + "  </testsuite>\n";
}

std::string junit_run(std::span<const std::string> pieces, const FormatOptions&) {
    std::string file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tieout\">\n";
    for (const std::string& piece : pieces) file += piece;
    return file + "</testsuites>\n";
}

} // namespace tieout::detail
