// SPDX-License-Identifier: MIT
// Does a report tie out? This needs the core alone, and nothing but the C++ library.
#include <tieout/tieout.hpp>

#include <iostream>
#include <utility>

using namespace tieout;
using namespace tieout::literals;

int main() {
    Filing filing;
    filing.expenditure.executed = 1709.11_wan;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.project.executed = 1241.67_wan; // two digits exchanged

    const Report report = check(std::move(filing));
    for (const Finding& finding : report.findings())
        std::cout << finding.id << ": " << report.message(finding, Language::en) << '\n';
    for (const FaultyPart& part : report.located.parts)
        for (const Repair& repair : part.repairs)
            for (const Correction& change : repair.changes)
                std::cout << "perhaps " << to_string(change.figure->value) << " is " << to_string(change.to)
                          << '\n';
}
