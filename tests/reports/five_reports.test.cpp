// SPDX-License-Identifier: MIT
// The five published reports: exactly what does not tie out in them, and that everything else does.
#include "../write/golden.hpp"

#include <tieout/read/json.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace tieout;

namespace {

/// One line a check: outcome, severity, id, notes or reason, arithmetic.
std::vector<std::string> lines_of(const Report& report) {
    const Names names(report);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        std::string line(described(check.outcome).code);
        line += ' ';
        line += name_of(report.relation_of(check).severity);
        line += ' ' + names.id(i);
        for (const Note note : all_notes)
            if (check.notes.has(note)) line += " *" + std::string(described(note).code) + "*";
        if (check.reason != Reason::none) line += " (" + std::string(described(check.reason).code) + ")";
        line += "  " + explain(report.relations, check, report.options, Language::en).arithmetic;
        while (line.ends_with(' ')) line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

struct Filed {
    Document document;
    Report report;
};

void read(Filed& filed, const std::string& name, CheckOptions options = {}) {
    filed.document =
        read_filing(test::file_text(test::project_path("examples/filings/" + name + ".json")), name);
    for (const Problem& problem : filed.document.problems)
        FAIL_CHECK(name, " ", problem.pointer, ": ", problem.expected, " ", problem.seen);
    REQUIRE(filed.document.filing);
    filed.report = check(*filed.document.filing, options);
}

using Ids = std::set<std::string>;

/// The ids of the checks that came out so.
Ids ids(const Report& report, Outcome outcome, std::optional<Severity> severity = std::nullopt) {
    const Names names(report);
    Ids found;
    for (std::size_t i = 0; i < report.checks.size(); ++i)
        if (report.checks[i].outcome == outcome &&
            (!severity || report.relation_of(report.checks[i]).severity == *severity))
            found.insert(names.id(i));
    return found;
}

Ids with_note(const Report& report, Note note) {
    const Names names(report);
    Ids found;
    for (std::size_t i = 0; i < report.checks.size(); ++i)
        if (report.checks[i].notes.has(note)) found.insert(names.id(i));
    return found;
}

std::string joined(const Ids& ids) {
    std::string text;
    for (const std::string& id : ids) text += id + "\n";
    return text;
}

#define CHECK_IDS(found, ...) CHECK(joined(found) == joined(Ids __VA_ARGS__))

/// Whether a check that holds has this arithmetic: the left column of what is right and wrong in the five reports.
bool holds(const Report& report, const std::string& arithmetic) {
    for (const Check& check : report.checks)
        if ((check.outcome == Outcome::exact || check.outcome == Outcome::rounding) &&
            explain(report.relations, check, report.options, Language::en).arithmetic == arithmetic)
            return true;
    return false;
}

void check_holds(const Report& report, std::initializer_list<std::string> all) {
    for (const std::string& arithmetic : all) {
        CAPTURE(arithmetic);
        CHECK(holds(report, arithmetic));
    }
}

const std::vector<std::string> names{"liuyang-2020", "yiyang-2022", "kaiyuan-2022", "furong-2020",
                                     "lishi-2020"};

} // namespace

TEST_CASE("every check of the five reports comes out as written down beside them") {
    for (const std::string& name : names) {
        CAPTURE(name);
        Filed filed;
        read(filed, name);
        if (test::refreshes()) {
            std::string all;
            for (const std::string& line : lines_of(filed.report)) all += line + '\n';
            test::refresh("examples/filings/expected/" + name + ".txt", all);
        }
        std::istringstream expected(
            test::file_text(test::project_path("examples/filings/expected/" + name + ".txt")));
        std::vector<std::string> lines;
        for (std::string line; std::getline(expected, line);) lines.push_back(line);
        const std::vector<std::string> found = lines_of(filed.report);
        for (std::size_t i = 0; i < std::max(lines.size(), found.size()); ++i)
            CHECK((i < found.size() ? found[i] : "") == (i < lines.size() ? lines[i] : ""));
    }
}

// design.md §10, row by row.

TEST_CASE(
    "Liuyang 2020: one growth rate over the wrong base, signed before the year ended, and nothing else") {
    Filed filed;
    read(filed, "liuyang-2020");
    CHECK_IDS(ids(filed.report, Outcome::broken, Severity::error), {"T75@/assets/fixed/growth/0/stated"});
    CHECK_IDS(ids(filed.report, Outcome::broken, Severity::warning), {"T91@/dates/signed"});
    CHECK_IDS(ids(filed.report, Outcome::rounding), {});
    CHECK_IDS(ids(filed.report, Outcome::undecided), {});
    check_holds(filed.report,
                {"1132.58 + 576.53 = 1709.11", "1702.63 + 6.48 = 1709.11", "467.35 + 1241.76 = 1709.11",
                 "467.35 + 1235.28 = 1702.63", "451.59 + 15.76 = 467.35",
                 "451.59 / 467.35 = 96.6278%, stated 96.63%", "15.76 / 467.35 = 3.3722%, stated 3.37%",
                 "1709.11 − 1262.92 = 446.19", "791.68 + 228.02 + 222.06 = 1241.76",
                 "50.82 + 3112.91 − 1129.81 = 2033.92", "0 + 0 + 7 = 7", "5161 + 1025 = 6186"});
}

TEST_CASE("Yiyang 2022: two errors, three warnings, five notes") {
    Filed filed;
    read(filed, "yiyang-2022");
    CHECK_IDS(ids(filed.report, Outcome::broken, Severity::error),
              {"T07@/expenditure/prior", "T62@/evaluation/indicators/0/weight"});
    CHECK_IDS(ids(filed.report, Outcome::broken, Severity::warning),
              {"T81@/three_public/prior", "T86@/evaluation/weight", "T87@/procurement/initial"});
    CHECK_IDS(ids(filed.report, Outcome::rounding),
              {"T07@/expenditure/executed#2", "T60@/expenditure/project/special/executed",
               "T84@/expenditure/project/executed", "T84@/expenditure/project/prior",
               "T90@/expenditure/project/executed"});
    CHECK_IDS(with_note(filed.report, Note::edge), {"T90@/expenditure/project/executed"});
    CHECK_IDS(with_note(filed.report, Note::coarse), {"T84@/expenditure/project/prior"});
    CHECK_IDS(ids(filed.report, Outcome::undecided), {});
    check_holds(filed.report,
                {"651.63 + 533.28 = 1184.91", "1184.91 + 5498.14 = 6683.05", "6230.76 + 0 + 452.29 = 6683.05",
                 "864.83 + 43.8 = 908.63", "42 / 46 = 91.30%, stated 91%",
                 "7.63 + 1723.52 + 10.92 + 45.98 + 135 + 198.27 + 344.68 + 20.17 = 2486.17"});
}

TEST_CASE("Yiyang 2022 at the common scale: the coarse total of 2021 is an error too") {
    Filed filed;
    read(filed, "yiyang-2022", {.scale = ScaleReading::common});
    CHECK_IDS(
        ids(filed.report, Outcome::broken, Severity::error),
        {"T07@/expenditure/prior", "T62@/evaluation/indicators/0/weight", "T84@/expenditure/project/prior"});
}

TEST_CASE("Kaiyuan 2022: more spent than was available, and three statements that stay open") {
    Filed filed;
    read(filed, "kaiyuan-2022");
    CHECK_IDS(ids(filed.report, Outcome::broken), {"T96@/expenditure/executed"});
    CHECK_IDS(ids(filed.report, Outcome::rounding), {});
    CHECK_IDS(
        ids(filed.report, Outcome::undecided),
        {"T77@/expenditure/rates/0/stated", "T79@/expenditure/executed", "T93@/expenditure/basic/initial"});
    check_holds(filed.report,
                {"384.78 + 20.07 + 0.11 = 404.96", "404.96 + 43.3 = 448.26", "5 + 8.3 + 30 = 43.3",
                 "5 + 8.3 + 30 + 20 = 63.3", "6 + 18 = 24", "4419.00 = 4419.00"});
}

TEST_CASE(
    "Furong 2020: signed before the year ended, one rounding, one list that is not said to be complete") {
    Filed filed;
    read(filed, "furong-2020");
    CHECK_IDS(ids(filed.report, Outcome::broken), {"T91@/dates/signed"});
    CHECK_IDS(ids(filed.report, Outcome::broken, Severity::error), {});
    CHECK_IDS(ids(filed.report, Outcome::rounding), {"T07@/expenditure/executed"});
    CHECK_IDS(ids(filed.report, Outcome::undecided), {"T60@/expenditure/project/adjusted"});
    check_holds(filed.report,
                {"82.6 + 11.4 + 14 + 174.51 + 4.81 + 10 + 2.5 = 299.82",
                 "1475.43 / 1775.24 = 83.1116%, stated 83.11%", "299.82 / 1775.24 = 16.8890%, stated 16.89%",
                 "48元/盒 × 1590盒 = 76320元", "76320元 + 23680元 = 10万元"});
}

TEST_CASE("Lishi 2020: two errors, one warning, growth from a prior year of nothing") {
    Filed filed;
    read(filed, "lishi-2020");
    CHECK_IDS(ids(filed.report, Outcome::broken, Severity::error),
              {"T82@/operating_cost/splits/economic/items/0/executed", "orders_finished_rate_ties"});
    CHECK_IDS(ids(filed.report, Outcome::broken, Severity::warning), {"T57@/operating_cost/executed"});
    CHECK_IDS(ids(filed.report, Outcome::rounding), {});
    CHECK_IDS(ids(filed.report, Outcome::undecided),
              {"T75@/operating_cost/changes/0/stated", "T75@/procurement/changes/0/stated"});
    check_holds(filed.report,
                {"1939484.78 + 985728.86 + 522810 = 3448023.64", "8026.53 − 7726.46 = 300.07",
                 "2425 + 301 + 145 + 57 + 2 = 2930", "38 + 1495 + 1075 = 2608",
                 "(451 − 289) / 289 = 56.06%, stated 56%", "(6217 − 5376) / 5376 = 15.64%, stated 16%",
                 "(33 − 38) / 38 = -13.16%, stated -13%"});
}

TEST_CASE("what a body declares decides what the text leaves open") {
    SUBCASE("Kaiyuan: 支付进度 of total income is broken, since 531.07 of 525.1 is 101.14 %") {
        Filed filed;
        read(filed, "kaiyuan-2022");
        Filing filing = *filed.document.filing;
        filing.expenditure.rates[0].of = {{{"/total_income/executed"}}};
        const Report report = check(filing);
        CHECK(ids(report, Outcome::broken).contains("T77@/expenditure/rates/0/stated"));
    }
    SUBCASE("Furong: were the list of projects complete, its budgets would not make 313.88") {
        Filed filed;
        read(filed, "furong-2020");
        Filing filing = *filed.document.filing;
        filing.expenditure.project.projects_complete = Completenesses::all(complete);
        const Report report = check(filing);
        CHECK(ids(report, Outcome::broken).contains("T60@/expenditure/project/adjusted"));
    }
    SUBCASE("Furong: said to be only part of them, 309.23 of 313.88 is in order") {
        Filed filed;
        read(filed, "furong-2020");
        Filing filing = *filed.document.filing;
        filing.expenditure.project.projects_complete = Completenesses::all(subset);
        const Report report = check(filing);
        CHECK(ids(report, Outcome::undecided).empty());
    }
}
