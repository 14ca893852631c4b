// SPDX-License-Identifier: MIT
// How does a finance system check the table that it is about to print? It hands over its rows as they are, and says what
// each column is of.
#include <tieout/facts/check.hpp>
#include <tieout/facts/rows.hpp>
#include <tieout/numbers/literals.hpp>

#include <iostream>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::literals;

struct Row {
    std::string code, name;
    Money budget, spent;
};

int main() {
    const std::vector<Row> rows{{"", "合计", 120.50_wan, 118.20_wan},
                                {"201", "一般公共服务支出", 100.30_wan, 98.00_wan},
                                {"2010301", "行政运行", 60.20_wan, 60.20_wan},
                                {"2010302", "一般行政管理事务", 40.10_wan, 38.70_wan},
                                {"208", "社会保障和就业支出", 20.20_wan, 20.20_wan}};

    const Facts facts =
        facts_of(rows, all_rows({.flow = "expenditure", .fund = "general"}), along("function", &Row::code),
                 named(&Row::name), amount({.phase = "initial"}, &Row::budget),
                 amount({.phase = "executed"}, &Row::spent));

    const FactsReport report = check(facts);
    for (const Check& check : report.checks)
        std::cout << described(check.outcome).words.in(Language::en) << "  "
                  << report.message(check, Language::en) << '\n';
    for (const FaultyPart& part : report.located.parts)
        for (const auto& set : part.minimal_sets)
            std::cout << "may be wrong: " << facts.name_of(static_cast<FactId>(facts.number_of(*set.front())))
                      << '\n';
}
