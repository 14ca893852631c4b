// SPDX-License-Identifier: MIT
// The first program of somebody who links the core: a filing that does not tie out, and why.
#include <tieout/tieout.hpp>

#include <cstdio>
#include <utility>

using namespace tieout;
using namespace tieout::literals;

int main() {
    Filing filing;
    filing.expenditure.executed = 1709.11_wan;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.67_wan; // two digits exchanged
    const Report report = check(std::move(filing));
    for (const Check& each : report.checks)
        if (each.outcome == Outcome::broken)
            std::printf("%s\n",
                        explain(report.relations, each, report.options, Language::en).arithmetic.c_str());
    return report.broken() && !report_text({"core"}, report, Names(report), {}).empty() ? 0 : 1;
}
