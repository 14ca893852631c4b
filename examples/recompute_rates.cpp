// SPDX-License-Identifier: MIT
// Which rates follow from the figures of a filing, and what does the document say that they are?
#include "filing_from.hpp"

#include <tieout/fmt.hpp>
#include <tieout/numbers/numbers.hpp>
#include <tieout/rules/ratio_table.hpp>

using namespace tieout;

int main(int argc, char** argv) {
    const Filing filing = filing_from(argc > 1 ? argv[1] : "examples/filings/yiyang-2022.json");
    for (const ComputedRatio& ratio : compute_ratios(filing)) {
        if (!ratio.value) continue;
        const std::string rate = fmt::format("{}", as_percent(*ratio.value, 2, Rounding::half_up));
        fmt::print("{:>10}  {}", rate, ratio.entry->term.en);
        if (!ratio.item.empty()) fmt::print(" of {}", ratio.item);
        if (ratio.stated) fmt::print(", stated {}%", ratio.stated->best().value);
        fmt::print("\n");
    }
}
