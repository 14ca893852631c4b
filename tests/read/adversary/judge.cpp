// SPDX-License-Identifier: MIT
#include "judge.hpp"

#include <tieout/locate/locate.hpp>
#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <set>

namespace tieout::test::adversary {

namespace {

/// Calls `visit` with every statement that stands in any reading of a check.
template <class Visit>
void for_each_figure(const Report& report, const Check& check, const Visit& visit) {
    for (std::uint32_t i = 0; i < check.readings; ++i)
        for (const Operand& operand :
             report.relations.operands(report.relations.all()[check.first_reading + i]))
            for (const Figure& statement : operand.statements) visit(statement);
}

std::string structures_of(const Report& report, const Check& check, const Printed& page) {
    std::set<std::string_view> names;
    for_each_figure(report, check, [&](const Figure& figure) {
        if (figure.line > 0 && figure.line <= page.structures.size())
            names.insert(page.structures[figure.line - 1]);
    });
    std::string text;
    for (const std::string_view name : names) text += (text.empty() ? "" : " + ") + std::string(name);
    return text.empty() ? "nowhere" : text;
}

bool accuses(const Check& check) { return check.outcome == Outcome::broken; }
bool doubts(const Check& check) {
    return check.outcome == Outcome::undecided && check.reason == Reason::doubted;
}

} // namespace

Judgement judge(const Printed& page) {
    Judgement judgement;
    const tieout::Document document = read_report(page.text, "adversary");
    judgement.problems = document.problems.size();
    if (!document.filing) return judgement;
    const Report report = check(*document.filing);
    const Summary summary = report.summary();
    judgement.figures = summary.figures;
    judgement.covered = summary.covered;
    judgement.decided = summary.exact + summary.rounding;
    judgement.undecided = summary.undecided;
    const Names names(report);
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        if (!accuses(check) && !doubts(check)) continue;
        judgement.accusations.push_back(
            {names.id(i), explain(report.relations, check, report.options, Language::en).arithmetic,
             structures_of(report, check, page), report.relation_of(check).severity != Severity::error,
             doubts(check)});
    }
    for (const Joint& joint : report.located.joints) {
        Accusation accusation{.check = "together", .structures = "together"};
        for (const std::uint32_t check : joint.checks) accusation.arithmetic += names.id(check) + " ";
        judgement.accusations.push_back(std::move(accusation));
    }
    return judgement;
}

Sight sight(const Printed& page, std::string_view altered) {
    Sight sight;
    const tieout::Document document = read_report(page.text, "adversary");
    if (!document.filing) return sight;
    const Report report = check(*document.filing);
    const Names names(report);
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        if (!accuses(check) && !doubts(check)) continue;
        bool here = false;
        for_each_figure(report, check, [&](const Figure& figure) { here = here || figure.text == altered; });
        if (accuses(check)) {
            if (here)
                sight.seen = Seen::named;
            else
                sight.beside.push_back(
                    {.check = names.id(i),
                     .arithmetic = explain(report.relations, check, report.options, Language::en).arithmetic,
                     .structures = structures_of(report, check, page),
                     .beside = true});
        } else if (here && sight.seen == Seen::missed) {
            sight.seen = Seen::doubted;
        }
    }
    return sight;
}

std::vector<Accusation> try_document(std::uint64_t seed, Totals& totals, std::string_view only) {
    Document document = document_of(seed, only);
    const Printed page = printed(document.told, document.print);
    Judgement judgement = judge(page);
    ++totals.documents;
    totals.figures += judgement.figures;
    totals.covered += judgement.covered;
    totals.decided += judgement.decided;
    totals.undecided += judgement.undecided;
    totals.problems += judgement.problems;
    for (const std::string_view structure : document.told.structures)
        ++totals.structures[std::string(structure)].documents;
    bool accused = false;
    bool doubted = false;
    for (const Accusation& accusation : judgement.accusations) {
        Tally& tally = totals.structures[accusation.structures];
        ++(accusation.doubted ? tally.doubted : accusation.warning ? tally.warned : tally.accused);
        (accusation.doubted ? doubted : accused) = true;
    }
    totals.accused += accused ? 1 : 0;
    totals.doubted += doubted ? 1 : 0;
    if (accused) return judgement.accusations;
    const std::size_t index = alter(document, seed);
    if (index == nothing_altered) return judgement.accusations;
    const Number& number = document.told.numbers[index];
    Sight seen = sight(printed(document.told, document.print), number.text);
    Tally& tally = totals.structures[std::string(number.structure)];
    ++tally.altered;
    ++totals.altered;
    tally.named += seen.seen == Seen::named ? 1 : 0;
    totals.named += seen.seen == Seen::named ? 1 : 0;
    tally.in_doubt += seen.seen == Seen::doubted ? 1 : 0;
    totals.in_doubt += seen.seen == Seen::doubted ? 1 : 0;
    totals.beside += seen.beside.empty() ? 0 : 1;
    std::move(seen.beside.begin(), seen.beside.end(), std::back_inserter(judgement.accusations));
    return judgement.accusations;
}

std::string written(const Totals& totals) {
    std::string text;
    char line[256];
    const auto share = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    };
    std::snprintf(line, sizeof line, "%7s %7s %7s %7s | %7s %6s %6s  %s\n", "told", "accused", "warned",
                  "doubted", "altered", "named", "doubt", "structure");
    text += line;
    for (const auto& [name, tally] : totals.structures) {
        if (name.find(" + ") != std::string::npos) continue;
        std::snprintf(line, sizeof line, "%7zu %7zu %7zu %7zu | %7zu %5zu%% %5zu%%  ", tally.documents,
                      tally.accused, tally.warned, tally.doubted, tally.altered,
                      share(tally.named, tally.altered), share(tally.in_doubt, tally.altered));
        text += line + name + "\n";
    }
    std::snprintf(
        line, sizeof line,
        "%zu documents: %zu accused, %zu with a doubt; %zu figures, %zu%% in a check; %zu checks hold, %zu "
        "undecided; %zu problems\n",
        totals.documents, totals.accused, totals.doubted, totals.figures,
        share(totals.covered, totals.figures), totals.decided, totals.undecided, totals.problems);
    text += line;
    std::snprintf(line, sizeof line,
                  "%zu altered: %zu%% named, %zu%% doubted, %zu%% missed; in %zu another is accused\n",
                  totals.altered, share(totals.named, totals.altered), share(totals.in_doubt, totals.altered),
                  share(totals.altered - totals.named - totals.in_doubt, totals.altered), totals.beside);
    return text + line;
}

} // namespace tieout::test::adversary
