// SPDX-License-Identifier: MIT
// Builds an indicator tree, scores it by the rule that it is held to, and walks over what came out.
#include <tieout/fmt.hpp>
#include <tieout/numbers/literals.hpp>
#include <tieout/read/profile.hpp>
#include <tieout/score/score.hpp>

#include <fmt/format.h>

using namespace tieout;
using namespace tieout::literals;

int main() {
    Filing filing;
    filing.evaluation.budget.weight = 10_dec;
    filing.evaluation.budget.adjusted = 210.00_wan;
    filing.evaluation.budget.executed = 200.00_wan;
    filing.evaluation.indicators = {{.name = "产出指标",
                                     .weight = 50_dec,
                                     .indicators = {{.name = "办结率",
                                                     .weight = 30_dec,
                                                     .comparison = Target::at_least,
                                                     .target = 95_pct,
                                                     .actual = 98.56_pct},
                                                    {.name = "培训人次",
                                                     .weight = 20_dec,
                                                     .comparison = Target::at_least,
                                                     .target = 600_dec,
                                                     .actual = 540_dec}}},
                                    {.name = "满意度指标",
                                     .weight = 40_dec,
                                     .indicators = {{.name = "群众满意度",
                                                     .weight = 40_dec,
                                                     .comparison = Target::at_least,
                                                     .target = 90_pct,
                                                     .actual = 96.63_pct}}}};
    filing.evaluation.score = 98_dec; // as the document has it

    const Profile& profile = *find_profile("cn-2020-10");
    const Score result = score(filing, profile);
    for (const ScoredRow& row : result.rows)
        fmt::print("{:{}}{}: {} of {}  {}\n", "", 2 * row.depth,
                   row.indicator != nullptr ? row.indicator->name : "budget", *row.recomputed, *row.worth,
                   row.heading ? "" : how(result, row, Language::en));
    fmt::print("total {}, {}\n", *result.total, result.grade->label);

    // The stated total is checked like all else: it may be out by what the rows are rounded by, and no more.
    const Report report = check(filing, profile);
    for (const Check& check : report.checks)
        fmt::print("{} {}: {}\n", report.relation_of(check).code, described(check.outcome).words.en,
                   explain(report.relations, check, report.options, Language::en).arithmetic);
}
