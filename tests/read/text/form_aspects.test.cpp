// SPDX-License-Identifier: MIT
// Tables whose forms are known: every figure gets its aspects, and what follows from them is stated.
#include "official_tables.hpp"

#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::test;

namespace {

struct Outcomes {
    std::map<std::string, int> relations{};
    std::string accused{};
};

Outcomes outcomes_of(const std::string& text) {
    const Document document = read_report(text, "accounts");
    Outcomes made;
    const Report report = check(*document.filing);
    const Names names(report);
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        const std::string& id = names.id(i);
        ++made.relations[id.substr(0, id.find('@'))];
        if (check.outcome == Outcome::broken || check.reason == Reason::doubted)
            made.accused +=
                id + ": " + explain(report.relations, check, report.options, Language::en).arithmetic + '\n';
    }
    return made;
}

std::string print(std::string_view, const std::string&, std::int64_t yuan) {
    return yuan == 0 && accounts::chance(2) ? "" : official::text_of(yuan);
}

} // namespace

TEST_CASE("nothing is accused in the nine tables of consistent accounts on a web page") {
    for_all(40, [] {
        const std::vector<AccountTable> tables = tables_of(accounts::any());
        const std::string page = as_html(official_tables(tables, print));
        const Outcomes outcomes = outcomes_of(page);
        RC_LOG(page);
        RC_LOG(outcomes.accused);
        RC_ASSERT(outcomes.accused.empty());
        for (const char* const code : {"T01", "T03", "T05", "T07", "T39", "T42", "T90"})
            RC_ASSERT(outcomes.relations.contains(code));
    });
}

TEST_CASE("one misprint in the nine tables is broken or doubted") {
    int misprints = 0;
    int seen = 0;
    int broken = 0;
    for_all(100, [&] {
        const std::vector<AccountTable> tables = tables_of(accounts::any());
        std::vector<std::pair<std::string, std::string>> printed_cells;
        static_cast<void>(
            official_tables(tables, [&](std::string_view table, const std::string& of, std::int64_t yuan) {
                if (yuan != 0) printed_cells.emplace_back(table, of);
                return std::string();
            }));
        const auto wrong =
            printed_cells[static_cast<std::size_t>(*between(0, static_cast<int>(printed_cells.size()) - 1))];
        const std::int64_t by = *between(1, 9) * (accounts::chance(2) ? 1'000'000 : -1'000'000) + 30'000;
        const std::string page = as_html(
            official_tables(tables, [&](std::string_view table, const std::string& of, std::int64_t yuan) {
                const bool here = table == wrong.first && of == wrong.second;
                return print(table, of, here ? yuan + by : yuan);
            }));
        const Outcomes outcomes = outcomes_of(page);
        ++misprints;
        seen += outcomes.accused.empty() ? 0 : 1;
        broken += outcomes.accused.empty() ? 0 : 1;
    });
    MESSAGE(seen, " of ", misprints, " misprints are broken or doubted");
    CHECK(seen * 100 >= misprints * 90);
}

TEST_CASE("其他支出 without its code is a class of its table, and held against no other") {
    const auto accounts = [](std::string_view other) {
        return "某局2023年度部门决算\n\n收入支出决算总表\n公开01表\n单位：万元\n"
               "收入 | 收入 | 收入 | 支出 | 支出 | 支出\n项目 | 行次 | 金额 | 项目 | 行次 | 金额\n"
               "一、一般公共预算财政拨款收入 | 1 | 100.00 | 一、一般公共服务支出 | 32 | 70.00\n"
               "二、政府性基金预算财政拨款收入 | 2 |  | 其他支出 | 33 | " +
               std::string(other) +
               "\n本年收入合计 | 27 | 100.00 | 本年支出合计 | 57 | 100.00\n总计 | 30 | 100.00 | 总计 | 60 | "
               "100.00\n\n"
               "支出决算表\n公开03表\n单位：万元\n"
               "科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n合计 |  | 100.00 | 60.00 | 40.00\n"
               "201 | 一般公共服务支出 | 70.00 | 40.00 | 30.00\n208 | 社会保障和就业支出 | 20.00 | 20.00 | \n"
               "229 | 其他支出 | 10.00 |  | 10.00\n";
    };
    CHECK(outcomes_of(accounts("30.00")).accused.empty());
    CHECK_FALSE(outcomes_of(accounts("31.00")).accused.empty());
}
