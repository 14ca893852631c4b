// SPDX-License-Identifier: MIT
// Who spent how much of the budget as it was approved, and as it was adjusted in the year?
#include "filing_from.hpp"

#include <tieout/fmt.hpp>
#include <tieout/numbers/numbers.hpp>
#include <tieout/rules/ratio_table.hpp>

#include <algorithm>
#include <optional>
#include <vector>

using namespace tieout;

struct Row {
    std::string body;
    std::optional<Ratio> initial, adjusted;
};

int main(int argc, char** argv) {
    std::vector<const char*> paths(argv + 1, argv + argc);
    if (paths.empty())
        paths = {"examples/filings/furong-2020.json", "examples/filings/kaiyuan-2022.json",
                 "examples/filings/lishi-2020.json", "examples/filings/liuyang-2020.json",
                 "examples/filings/yiyang-2022.json"};
    std::vector<Row> rows;
    for (const char* path : paths) {
        const Filing filing = filing_from(path);
        Row row{filing.body.name, {}, {}};
        for (const ComputedRatio& ratio : compute_ratios(filing)) {
            if (ratio.item != "/expenditure") continue;
            if (ratio.entry->name == "execution_rate_initial") row.initial = ratio.value;
            if (ratio.entry->name == "execution_rate_adjusted") row.adjusted = ratio.value;
        }
        rows.push_back(row);
    }
    // Exact ratios are compared, not their digits; who states no budget comes last.
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.initial > b.initial; });

    const auto text = [](const std::optional<Ratio>& rate) {
        return rate ? fmt::format("{}", as_percent(*rate, 2, Rounding::half_up)) : "not stated";
    };
    fmt::print("{:>10}  {:>10}\n", "initial", "adjusted");
    for (const Row& row : rows)
        fmt::print("{:>10}  {:>10}  {}\n", text(row.initial), text(row.adjusted), row.body);
}
