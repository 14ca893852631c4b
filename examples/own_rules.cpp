// SPDX-License-Identifier: MIT
// Which rules does an organisation go by? The standard ones, but for one that it has no use for and one that it takes less
// gravely, and one of its own.
#include <tieout/tieout.hpp>

#include <iostream>
#include <utility>

using namespace tieout;
using namespace tieout::literals;

/// Its own code, which stays what it is; its own demand and clause, as they are told with a finding.
const Rule reception_within_a_tenth{
    .code = "K01",
    .name = "reception_within_a_tenth",
    .severity = Severity::error,
    .demand = {"公务接待费不超过公用经费的十分之一", "Reception stays within a tenth of operating cost."},
    .source = {"本局内部控制制度 第三条"},
    .passing = R"({"filing":1,"unit":"万元","expenditure":{"basic":{"operating":{"executed":"15.76"}}},)"
               R"("three_public":{"reception":{"executed":"1.50"}}})",
    .failing = R"({"filing":1,"unit":"万元","expenditure":{"basic":{"operating":{"executed":"15.76"}}},)"
               R"("three_public":{"reception":{"executed":"1.60"}}})",
    .state = [](const RuleSubject& subject, Relations& relations) {
        const Stated& reception = subject.filing.three_public.reception.executed;
        const Stated& operating = subject.filing.expenditure.basic.operating.executed;
        // A rule is silent where the document does not speak of its figures.
        if (reception.stated() && operating.stated()) relations.at_most(Term(reception, 10_dec), operating);
    }};

int main() {
    const RuleSet ours = RuleSet::standard()
                             .without("T46") // the budget of the three public expenses was moved
                             .severity("T07", Severity::warning)
                             .with(reception_within_a_tenth);

    Filing filing;
    filing.expenditure.executed = 1709.11_wan;
    filing.expenditure.basic.executed = 467.35_wan;
    filing.expenditure.basic.operating.executed = 15.76_wan;
    filing.expenditure.project.executed = 1241.67_wan;
    filing.three_public.initial = 1.20_wan;
    filing.three_public.executed = 1.60_wan;
    filing.three_public.reception.executed = 1.60_wan;

    const Report report = check(std::move(filing), ours);
    std::cout << "rules: " << report.rules.text(Language::en) << '\n';
    for (const Finding& finding : report.findings())
        std::cout << (finding.level == Finding::Level::error ? "error   " : "warning ") << finding.id << ": "
                  << report.message(finding, Language::en) << '\n';
}
