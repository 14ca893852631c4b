// SPDX-License-Identifier: MIT
// What holds of the facts of any accounts: what is consistent is not accused, and what is misprinted is found.
#include "accounts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace tieout;
using namespace tieout::test;

namespace {

bool blank_in_half() { return accounts::chance(2); }

std::string accused(const FactsReport& report) {
    std::string messages;
    for (const Check& check : report.checks)
        if (check.outcome == Outcome::broken || check.outcome == Outcome::undecided)
            messages += report.message(check, Language::en) + '\n';
    for (const Joint& joint : report.located.joints)
        for (const std::uint32_t index : joint.checks)
            messages += "together: " + report.message(report.checks[index], Language::en) + '\n';
    return messages;
}

} // namespace

TEST_CASE(
    "nothing is broken and nothing doubted in the tables of consistent accounts, however they are rounded") {
    for_all(150, [] {
        const std::vector<AccountTable> tables = tables_of(accounts::any());
        const Facts facts = facts_of(tables, blank_in_half);
        const FactsReport report = check(facts);
        const std::string said = accused(report);
        RC_LOG(said);
        RC_ASSERT(said.empty());
        RC_ASSERT(report.checks.size() > 20U);
        RC_ASSERT(report.summary().covered * 10 > facts.size() * 5);
    });
}

TEST_CASE("one misprint in the tables of consistent accounts is broken or doubted, and is among what may be "
          "wrong") {
    for_all(150, [] {
        const std::vector<AccountTable> tables = tables_of(accounts::any());
        Facts facts;
        {
            std::vector<AccountTable> misprinted = tables;
            std::vector<AccountCell*> cells;
            for (AccountTable& table : misprinted)
                for (AccountCell& cell : table.cells)
                    if (cell.yuan != 0) cells.push_back(&cell);
            AccountCell* const wrong =
                cells[static_cast<std::size_t>(*between(0, static_cast<int>(cells.size()) - 1))];
            // Far beyond what rounding hides.
            wrong->yuan += *between(1, 9) * (accounts::chance(2) ? 1'000'000 : -1'000'000) + 30'000;
            facts = facts_of(misprinted, [] { return false; });
        }
        const FactsReport report = check(facts);
        RC_ASSERT(report.broken(true));
        RC_ASSERT(!report.located.parts.empty() || !report.broken());
    });
}

TEST_CASE("facts in another order give the same checks") {
    for_all(50, [] {
        const std::vector<AccountTable> tables = tables_of(accounts::any());
        std::vector<AccountTable> turned(tables.rbegin(), tables.rend());
        for (AccountTable& table : turned) std::reverse(table.cells.begin(), table.cells.end());
        const Facts facts = facts_of(tables, [] { return false; });
        const Facts other = facts_of(turned, [] { return false; });
        // Which of equals comes first depends on the order, and so does the number behind an id.
        const auto ids = [](const FactsReport& report) {
            std::vector<std::string> all;
            for (const std::string& id : report.ids()) all.push_back(id.substr(0, id.find('#')));
            std::sort(all.begin(), all.end());
            return all;
        };
        RC_ASSERT(ids(check(facts)) == ids(check(other)));
    });
}

TEST_CASE("a hundred thousand facts are checked as one is") {
    constexpr int classes = 30;
    constexpr int items = 80;
    constexpr int columns = 42;
    Facts facts;
    facts.parts("rows", "function");
    facts.parts("rows", "body");
    const auto code = [](int type, int item) {
        std::string digits = std::to_string(201 + type);
        if (item > 0) digits += (item < 10 ? "0" : "") + std::to_string(item);
        return digits;
    };
    const auto state = [&](std::string function, int column, int amount) {
        Aspects of{.flow = "expenditure", .function = std::move(function), .phase = "executed"};
        of.body = column == 0 ? "*" : "unit " + std::to_string(column);
        facts.state(of, Figure(Decimal::of(amount, 2), unit::wan_yuan), {.table = "rows"});
    };
    for (int column = 0; column < columns; ++column) {
        const int times = column == 0 ? columns - 1 : 1;
        state("*", column, classes * items * 125 * times);
        for (int type = 0; type < classes; ++type) {
            state(code(type, 0), column, items * 125 * times);
            for (int item = 1; item <= items; ++item) state(code(type, item), column, 125 * times);
        }
    }
    CHECK(facts.size() > 100'000);
    const FactsReport report = check(facts);
    const FactsSummary summary = report.summary();
    CHECK(summary.exact == report.checks.size());
    CHECK(summary.covered == facts.size());
}
