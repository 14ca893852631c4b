// SPDX-License-Identifier: MIT
// The five reports as they were published, where they lie beside the project: everything that their sentences and tables
// state comes out as it must, and nothing else. They may not be copied into it; elsewhere this is shown as skipped.
#include "../write/golden.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/filing.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace tieout;

namespace {

constexpr const char* names_of_reports[] = {"furong-2020", "kaiyuan-2022", "lishi-2020", "liuyang-2020",
                                            "yiyang-2022"};

std::filesystem::path published(const std::string& name) {
    return test::project_path("../shared/reports/" + name + ".txt");
}

/// One line a check: outcome, severity, the rule or the word of the relation, notes or reason, arithmetic. Names of
/// figures are left out: they are words of the reports.
std::vector<std::string> lines_of(const Filing& filing) {
    const Report report = check(filing);
    const Names names(report);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        const Relation& relation = report.relation_of(check);
        std::string line(described(check.outcome).code);
        line += ' ';
        line += name_of(relation.severity);
        line += ' ' + names.id(i).substr(0, names.id(i).find('@'));
        for (const Note note : all_notes)
            if (check.notes.has(note)) line += " *" + std::string(described(note).code) + "*";
        if (check.reason != Reason::none) line += " (" + std::string(described(check.reason).code) + ")";
        line += "  " + explain(report.relations, check, report.options, Language::en).arithmetic;
        while (line.ends_with(' ')) line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

/// Each of the reports, with its name; where they do not lie beside the project, a line that says so.
template <class Each>
void each_published(Each each) {
    for (const std::string name : names_of_reports) {
        CAPTURE(name);
        if (!std::filesystem::exists(published(name))) {
            MESSAGE("skipped: the published reports do not lie beside the project");
            return;
        }
        const Document document = read_report(test::file_text(published(name)), name);
        REQUIRE(document.filing);
        each(name, document);
    }
}

} // namespace

TEST_CASE("the five published reports give exactly what was found by hand") {
    each_published([](const std::string& name, const Document& document) {
        CHECK(document.problems.empty());
        if (test::refreshes())
            test::refresh("tests/cases/published/" + name + ".txt", joined(lines_of(*document.filing)));
        const std::string expected =
            test::file_text(test::project_path("tests/cases/published/" + name + ".txt"));
        CHECK(joined(lines_of(*document.filing)) == expected);
    });
}

TEST_CASE("a report that was read and written as a filing gives the same checks when that is read again") {
    each_published([](const std::string& name, const Document& document) {
        const Document again = read_filing(filing_json(*document.filing), name);
        for (const Problem& problem : again.problems)
            FAIL_CHECK(problem.pointer, ": ", problem.expected, ", ", problem.seen);
        REQUIRE(again.filing);
        CHECK(joined(lines_of(*again.filing)) == joined(lines_of(*document.filing)));
    });
}
