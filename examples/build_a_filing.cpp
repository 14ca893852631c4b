// SPDX-License-Identifier: MIT
// Do figures that a program holds tie out? A filing is built from them and checked like one that was read.
#include <tieout/numbers/literals.hpp>
#include <tieout/rules/report.hpp>

#include <fmt/format.h>

#include <utility>

using namespace tieout;
using namespace tieout::literals;

int main() {
    Filing filing;
    filing.year = 2020;
    Expenditure& spent = filing.expenditure;
    spent.prior = 1262.92_wan;
    spent.executed = 1709.11_wan;
    spent.growth.push_back({.stated = 35.33_pct});
    spent.split("fund", complete).add("appropriation", 1702.63_wan).add("other income", 6.48_wan);
    spent.basic.executed = 467.35_wan;
    spent.basic.personnel.executed = 451.59_wan;
    spent.basic.operating.executed = 15.76_wan;
    spent.project.executed = 1241.67_wan; // two digits exchanged

    const Report report = check(std::move(filing));
    const Names names(report);
    const Summary summary = report.summary();
    fmt::print("{} figures: {} checks exact, {} within rounding, {} broken\n", summary.figures, summary.exact,
               summary.rounding, summary.broken);
    for (std::size_t i = 0; i < report.checks.size(); ++i)
        if (report.checks[i].outcome == Outcome::broken)
            fmt::print("{}: {}\n", names.id(i),
                       explain(report.relations, report.checks[i], report.options, Language::en).arithmetic);
}
