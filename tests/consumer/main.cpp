// SPDX-License-Identifier: MIT
// The first program of somebody who links all of tieout: a filing in JSON that does not tie out.
#include <tieout/documents.hpp>
#include <tieout/fmt.hpp>

#include <fmt/format.h>

#include <utility>

using namespace tieout;
using namespace tieout::literals;

static_assert(467.35_wan + 1241.76_wan == 1709.11_wan);

int main() {
    Document document = read_filing(R"({"filing":1,"unit":"万元","expenditure":{"executed":"1790.11",
        "basic":{"executed":"467.35"},"project":{"executed":"1241.76"}}})",
                                    "consumer");
    if (!document.filing || !document.problems.empty()) return 1;
    const Report report = check(*std::move(document.filing));
    const Score scored = score(*report.filing, *find_profile("cn-2020-10"));
    for (const Check& each : report.checks)
        if (each.outcome == Outcome::broken)
            fmt::print("tieout {} says {}\n", version,
                       explain(report.relations, each, report.options, Language::en).arithmetic);
    fmt::print("of {}\n", 1790.11_wan);
    return report.broken() && scored.rows.empty() ? 0 : 1;
}
