// SPDX-License-Identifier: MIT
// A system sends its filings one a line, all of one form: which of them do not tie out?
#include <tieout/read/json.hpp>
#include <tieout/stream/shapes.hpp>

#include <fmt/core.h>

#include <utility>

using namespace tieout;

/// What the system would send: basic and project expenditure in cents, printed in 万元; every 300th total is mistyped.
std::string sent(int number) {
    const int basic = 1'234'567 + 89 * number;
    const int project = 7'654'321 - 53 * number;
    const auto printed = [](int amount) { return (amount + 50) / 100; };
    const int total = printed(basic + project) + (number % 300 == 0 ? 900 : 0);
    return fmt::format(R"({{"filing":1,"body":{{"name":"Body {}"}},"unit":"万元","expenditure":{{)"
                       R"("executed":{}.{:02},"basic":{{"executed":{}.{:02}}},)"
                       R"("project":{{"executed":{}.{:02}}}}}}})",
                       number, total / 100, total % 100, printed(basic) / 100, printed(basic) % 100,
                       printed(project) / 100, printed(project) % 100);
}

void show(const ReportView& report) {
    for (const Check& check : report.checks)
        if (check.outcome == Outcome::broken)
            fmt::print("{}: {}\n", report.filing->body.name,
                       explain(report.relations, check, report.options, Language::en).arithmetic);
}

int main() {
    // Most lines are told by their numbers alone; of those with findings there is a report.
    Shapes shapes({}, Shapes::Broken::left_out);
    std::size_t exact = 0;
    std::size_t rounding = 0;
    for (int number = 1; number <= 1000; ++number) {
        const std::string line = sent(number);
        if (const auto outcomes = shapes.outcomes(line)) {
            exact += outcomes->exact;
            rounding += outcomes->rounding;
            continue;
        }
        if (const ReportView* report = shapes.report()) {
            show(*report);
            continue;
        }
        Document document = read_filing(line, "stream");
        if (document.filing) show(check(*std::move(document.filing))); // else document.problems says why
    }
    fmt::print("{} checks exact, {} within rounding\n", exact, rounding);
}
