// SPDX-License-Identifier: MIT
#include "projects.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace tieout::bench {
namespace {

std::string amount(std::uint64_t hundredths) {
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

} // namespace

std::string projects(std::size_t rows) {
    std::string text = "项目名称,年初预算数,调整预算数,决算数,完成率\n";
    std::uint64_t state = 1;
    const auto up_to = [&](std::uint64_t most) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (state >> 33U) % most;
    };
    std::uint64_t totals[3] = {};
    const auto row = [&](const std::string& name, std::uint64_t initial, std::uint64_t adjusted,
                         std::uint64_t executed) {
        text += fmt::format("{},{},{},{},{}%\n", name, amount(initial), amount(adjusted), amount(executed),
                            amount((executed * 20'000 / adjusted + 1) / 2));
    };
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint64_t initial = 1'000 + up_to(100'000);
        const std::uint64_t adjusted = initial + up_to(500);
        const std::uint64_t executed = 50 + up_to(adjusted);
        row(fmt::format("项目{}", i + 1), initial, adjusted, executed);
        totals[0] += initial;
        totals[1] += adjusted;
        totals[2] += executed;
    }
    row("合计", totals[0], totals[1], totals[2]);
    return text;
}

} // namespace tieout::bench
