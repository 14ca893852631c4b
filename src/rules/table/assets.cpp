// SPDX-License-Identifier: MIT
// Assets, liabilities and net assets.
#include "rules/table/tables.hpp"

namespace tieout {
namespace {

constexpr std::array rules_here{
    Rule{
        .code = "T69",
        .name = "assets_are_the_sum_of_their_kinds",
        .severity = Severity::error,
        .demand = {"资产合计等于流动资产、固定资产净值与其他资产之和", "Assets equal current assets, "
                                                                       "fixed assets net of "
                                                                       "depreciation, and others."},
        .source = clauses::balance_sheet,
        .passing =
            R"({"filing":1,"assets":{"closing":"2033.92","parts_complete":true,"current":{"closing":"50.82"},"fixed":{"closing":"3112.91"},"depreciation":{"closing":"1129.81"}}})",
        .failing =
            R"({"filing":1,"assets":{"closing":"2033.92","parts_complete":true,"current":{"closing":"50.82"},"fixed":{"closing":"3112.91"},"depreciation":{"closing":"1192.81"}}})",
        .state =
            [](Subject s, Relations& r) {
                const Assets& a = s.filing.assets;
                for (const Phase phase : {Phase::prior, Phase::opening, Phase::executed, Phase::closing}) {
                    if (!a.at(phase).stated() || !a.current.at(phase).stated()) continue;
                    std::vector<Term> parts{a.current.at(phase)};
                    if (a.fixed_net.at(phase).stated()) {
                        parts.emplace_back(a.fixed_net.at(phase));
                    } else if (a.fixed.at(phase).stated() && a.depreciation.at(phase).stated()) {
                        parts.emplace_back(a.fixed.at(phase));
                        parts.emplace_back(a.depreciation.at(phase), Decimal{-1});
                    } else {
                        continue;
                    }
                    if (a.other.at(phase).stated()) parts.emplace_back(a.other.at(phase));
                    state_list(r, a.at(phase), parts, a.parts_complete, phase);
                }
            }},
    Rule{
        .code = "T70",
        .name = "net_value_is_gross_less_depreciation",
        .severity = Severity::error,
        .demand = {"固定资产净值等于原值减累计折旧",
                   "The net value of fixed assets is their cost less depreciation."},
        .source = clauses::balance_sheet,
        .passing =
            R"({"filing":1,"assets":{"fixed":{"closing":"3112.91"},"depreciation":{"closing":"1129.81"},"fixed_net":{"closing":"1983.10"}}})",
        .failing =
            R"({"filing":1,"assets":{"fixed":{"closing":"3112.91"},"depreciation":{"closing":"1129.81"},"fixed_net":{"closing":"1938.10"}}})",
        .state =
            [](Subject s, Relations& r) {
                const Assets& a = s.filing.assets;
                for (const Phase phase : phases)
                    if (a.fixed_net.at(phase).stated() && a.fixed.at(phase).stated() &&
                        a.depreciation.at(phase).stated())
                        r.sum(a.fixed_net.at(phase),
                              {a.fixed.at(phase), Term(a.depreciation.at(phase), Decimal{-1})});
            }},
    Rule{
        .code = "T71",
        .name = "assets_are_liabilities_and_net_assets",
        .severity = Severity::error,
        .demand = {"资产等于负债与净资产之和", "Assets equal liabilities and net assets."},
        .source = clauses::balance_sheet,
        .passing =
            R"({"filing":1,"assets":{"closing":"2033.92","liabilities":{"closing":"50.82"},"net_assets":{"closing":"1983.10"}}})",
        .failing =
            R"({"filing":1,"assets":{"closing":"2033.92","liabilities":{"closing":"50.28"},"net_assets":{"closing":"1983.10"}}})",
        .state =
            [](Subject s, Relations& r) {
                const Assets& a = s.filing.assets;
                for (const Phase phase : phases)
                    if (a.at(phase).stated() && a.liabilities.at(phase).stated() &&
                        a.net_assets.at(phase).stated())
                        r.sum(a.at(phase), {a.liabilities.at(phase), a.net_assets.at(phase)});
            }},
    Rule{
        .code = "T72",
        .name = "closing_is_opening_and_movements",
        .severity = Severity::error,
        .demand = {"期末数等于期初数加本期增加减本期减少",
                   "The closing figure is the opening one, plus increases, less decreases."},
        .source = clauses::balance_sheet,
        .passing =
            R"({"filing":1,"assets":{"fixed":{"opening":"2858.66","closing":"3112.91"},"fixed_increase":{"executed":"254.25"},"fixed_decrease":{"executed":"0"}}})",
        .failing =
            R"({"filing":1,"assets":{"fixed":{"opening":"2858.66","closing":"3112.91"},"fixed_increase":{"executed":"245.25"},"fixed_decrease":{"executed":"0"}}})",
        .state = [](Subject s, Relations& r) {
            const Assets& a = s.filing.assets;
            if (a.fixed.opening.stated() && a.fixed.closing.stated() && a.fixed_increase.executed.stated() &&
                a.fixed_decrease.executed.stated())
                r.sum(a.fixed.closing, {a.fixed.opening, a.fixed_increase.executed,
                                        Term(a.fixed_decrease.executed, Decimal{-1})});
        }}};

} // namespace

std::span<const Rule> rules_of_assets() noexcept { return rules_here; }

} // namespace tieout
