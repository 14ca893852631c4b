// SPDX-License-Identifier: MIT
// Filings one a line: those that are known by the shape of one before them have the outcomes and the report that they
// have in full.
#include "demand.hpp"
#include "written.hpp"

#include <tieout/read/json.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/stream/shapes.hpp>
#include <tieout/write/json.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tieout;
    std::string_view text = fuzz::view_of(data, size);
    Shapes all;
    Shapes holding({}, Shapes::Broken::left_out);
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const Document document = read_filing(line, "-");
        const bool understood = document.filing && document.problems.empty();
        const Summary full = understood ? check(*document.filing).outcomes() : Summary{};
        for (const auto& told : {all.outcomes(line), holding.outcomes(line)}) {
            if (!told) continue;
            fuzz::demand(understood, "what cannot be understood is not counted");
            fuzz::demand(told->exact == full.exact && told->rounding == full.rounding &&
                             told->broken == full.broken && told->warnings == full.warnings &&
                             told->undecided == full.undecided,
                         "a shape tells what is told in full");
        }
        if (const ReportView* const report = holding.report()) {
            fuzz::demand(understood, "what cannot be understood is not reported");
            const auto told = [](const ReportView& of) {
                return report_json({}, of, Names(of), {}, Language::en, JsonLayout::one_line, true);
            };
            fuzz::demand(told(*report) == told(check(*document.filing)),
                         "a shape reports what is reported in full");
        }
    }
    return 0;
}
