// SPDX-License-Identifier: MIT
// Reports that are consistent, in thousands of phrasings: nothing in them may be found broken. And the same reports with
// one digit altered: how often that shows, by the phrase or the table that the figure stands in.
#include "encodings.hpp"
#include "generated_report.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace tieout;
using namespace tieout::test;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t reports = 300;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr std::uint64_t reports = 300;
#elif defined(NDEBUG)
constexpr std::uint64_t reports = 4000;
#else
constexpr std::uint64_t reports = 3000;
#endif
#elif defined(NDEBUG)
constexpr std::uint64_t reports = 4000;
#else
constexpr std::uint64_t reports = 3000;
#endif

std::string bytes_of(const GeneratedReport& report, std::uint64_t seed) {
    const std::string text = printed(report, print_of(seed), seed);
    return seed % 5 == 0 ? written_in("GB18030", text) : text;
}

/// The first digit made at least twice or at most half as much: no rounding explains that.
std::string altered(std::string number) {
    const std::size_t first = number.find_first_of("123456789");
    number[first] = number[first] < '5' ? '9' : '1';
    return number;
}

/// A figure that says enough, altered to a number that no other figure prints; nothing if there is none.
const PrintedFigure* alter_one(GeneratedReport& report, Random random) {
    if (report.figures.empty()) return nullptr;
    for (int tries = 0; tries < 20; ++tries) {
        const auto last = static_cast<std::int64_t>(report.figures.size()) - 1;
        PrintedFigure& figure = report.figures[static_cast<std::size_t>(random.between(0, last))];
        if (figure.number.size() < 3 || generating::is_zero(figure.number)) continue;
        const std::string number = altered(figure.number);
        bool alone = true;
        for (const PrintedFigure& other : report.figures) alone = alone && other.number != number;
        if (!alone) continue;
        figure.number = number;
        figure.changed = true;
        return &figure;
    }
    return nullptr;
}

bool prints(const Relation& relation, const Relations& relations, std::string_view number) {
    for (const Operand& operand : relations.operands(relation))
        for (const Figure& statement : operand.statements)
            if (statement.text == number) return true;
    return false;
}

/// Whether a check with that outcome has that number among its figures.
bool among(const Report& report, Outcome outcome, std::string_view number) {
    for (const Check& check : report.checks) {
        if (check.outcome != outcome) continue;
        for (std::uint32_t i = 0; i < check.readings; ++i)
            if (prints(report.relations.all()[check.first_reading + i], report.relations, number))
                return true;
    }
    return false;
}

std::string findings_of(const Report& report) {
    const Names names(report);
    std::string text;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        if (check.outcome != Outcome::broken || report.relation_of(check).severity != Severity::error)
            continue;
        text += "\n" + names.id(i) + ": " +
                explain(report.relations, check, report.options, Language::en).arithmetic;
    }
    return text;
}

} // namespace

TEST_CASE("nothing is found broken in a report in which everything ties out") {
    std::size_t figures = 0;
    std::size_t covered = 0;
    std::size_t decided = 0;
    std::size_t undecided = 0;
    for (std::uint64_t seed = 0; seed < reports; ++seed) {
        const GeneratedReport report = generated_report(seed);
        const Document document = read_report(bytes_of(report, seed), "generated");
        REQUIRE(document.filing);
        REQUIRE(document.problems.empty());
        const Report result = check(*document.filing);
        if (result.broken()) {
            FAIL_CHECK("seed ", seed, findings_of(result), "\n", printed(report, print_of(seed), seed));
        }
        const Summary summary = result.summary();
        figures += summary.figures;
        covered += summary.covered;
        decided += summary.exact + summary.rounding;
        undecided += summary.undecided;
    }
    MESSAGE(reports, " reports: ", figures, " figures, ", 100 * covered / figures, "% of them in a check; ",
            decided, " checks hold, ", undecided, " are undecided");
    CHECK(covered > figures / 2);
}

TEST_CASE("a digit that was altered shows where a relation was stated that it breaks") {
    struct Shares {
        std::size_t found = 0;
        std::size_t undecided = 0;
        std::size_t not_revealed = 0;
    };
    std::map<std::string_view, Shares> shares;
    Shares all;
    for (std::uint64_t seed = 0; seed < reports; ++seed) {
        GeneratedReport report = generated_report(seed);
        const PrintedFigure* const figure = alter_one(report, Random(seed + 1));
        if (figure == nullptr) continue;
        const Document document = read_report(bytes_of(report, seed), "generated");
        REQUIRE(document.filing);
        const Report result = check(*document.filing);
        for (Shares* const one : {&shares[figure->form], &all})
            ++(among(result, Outcome::broken, figure->number)      ? one->found
               : among(result, Outcome::undecided, figure->number) ? one->undecided
                                                                   : one->not_revealed);
    }
    std::string table;
    const auto line = [&](std::string_view form, const Shares& one) {
        const std::size_t count = one.found + one.undecided + one.not_revealed;
        table += "\n  " + std::to_string(100 * one.found / count) + "% found, " +
                 std::to_string(100 * one.undecided / count) + "% undecided, " +
                 std::to_string(100 * one.not_revealed / count) + "% not revealed of " +
                 std::to_string(count) + ": " + std::string(form);
    };
    for (const auto& [form, one] : shares) line(form, one);
    line("all", all);
    MESSAGE(table);
    CHECK(2 * all.found > all.found + all.undecided + all.not_revealed);
}
