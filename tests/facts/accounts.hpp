// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_FACTS_ACCOUNTS_HPP
#define TIEOUT_TESTS_FACTS_ACCOUNTS_HPP

// Random accounts of one body that are consistent to the yuan, and the nine tables that would be printed of them.

#include "../property.hpp"
#include "notation.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test {

/// One cell of a table: what it is of, and its amount in yuan.
struct AccountCell {
    std::string of;
    std::int64_t yuan = 0;
};
struct AccountTable {
    std::string id;
    std::vector<std::string_view> whole;
    std::vector<AccountCell> cells{};
};

/// What one body had and spent: by fund and function, and what of it was basic.
struct Accounts {
    struct Line {
        std::string fund;
        std::string function;
        std::int64_t opening = 0, basic = 0, project = 0, closing = 0;
        [[nodiscard]] std::int64_t spent() const { return basic + project; }
        [[nodiscard]] std::int64_t income() const { return spent() + closing - opening; }
    };
    std::vector<Line> lines{};
    std::int64_t surplus_used = 0, distribution = 0;
    /// Basic expenditure of the general public budget by economic item.
    std::map<std::string, std::int64_t> economic{};
    /// Of what is appropriated: abroad, purchase, operation, reception.
    std::array<std::int64_t, 4> three_public{};
};

namespace accounts {

inline std::int64_t any_amount() {
    // Yuan, up to a hundred million; often whole ten thousands.
    const std::int64_t amount = *between(0, 99'999'999);
    return *between(0, 3) == 0 ? amount / 10'000 * 10'000 : amount;
}
inline bool chance(int in) { return *between(1, in) == 1; }

inline std::vector<std::string> any_functions() {
    std::vector<std::string> functions;
    for (const char* const type : {"201", "208", "210", "212", "221"}) {
        if (!functions.empty() && chance(3)) continue;
        for (int section = *between(1, 2); section > 0; --section) {
            const std::string code = type + std::string(section == 1 ? "05" : "11");
            for (int item = *between(1, 3); item > 0; --item)
                functions.push_back(code + "0" + std::to_string(item));
        }
    }
    return functions;
}

inline Accounts any() {
    Accounts made;
    const std::vector<std::string> functions = any_functions();
    std::vector<std::string> funds{"general"};
    for (const char* const fund : {"government", "state_capital", "institutional", "other", "superior"})
        if (chance(3)) funds.emplace_back(fund);
    std::int64_t basic_general = 0;
    for (const std::string& fund : funds)
        for (const std::string& function : functions) {
            if (fund != "general" && chance(2)) continue;
            Accounts::Line line{.fund = fund, .function = function};
            if (fund != "government" && fund != "state_capital" && !chance(3)) line.basic = any_amount();
            if (!chance(2) || line.basic == 0) line.project = any_amount();
            if (chance(3)) line.closing = any_amount();
            if (chance(3)) line.opening = (line.spent() + line.closing) / *between(1, 4);
            if (fund == "general") basic_general += line.basic;
            made.lines.push_back(line);
        }
    if (chance(4) && funds.size() > 1) {
        made.surplus_used = any_amount();
        if (chance(2)) made.distribution = made.surplus_used / 3;
    }
    // Classes of personnel expenditure and of the operating part share basic expenditure.
    std::int64_t left = basic_general;
    for (const char* const item : {"30101", "30102", "30108", "30302", "30201", "30217", "30231", "31002"}) {
        if (chance(3)) continue;
        const std::int64_t amount = left / *between(2, 5);
        made.economic[item] = amount;
        left -= amount;
    }
    made.economic["30299"] = left;
    made.three_public = {chance(2) ? any_amount() : 0, chance(3) ? any_amount() : 0,
                         made.economic["30231"] + (chance(2) ? any_amount() : 0),
                         made.economic["30217"] + (chance(2) ? any_amount() : 0)};
    return made;
}

/// Sums over lines that are chosen.
template <class Chosen, class Amount>
std::int64_t sum(const Accounts& of, Chosen chosen, Amount amount) {
    std::int64_t total = 0;
    for (const Accounts::Line& line : of.lines)
        if (chosen(line)) total += amount(line);
    return total;
}

inline bool is_fiscal(std::string_view fund) {
    return fund == "general" || fund == "government" || fund == "state_capital";
}
inline bool is_of(std::string_view fund, std::string_view of) {
    return of == "*" || fund == of || (of == "fiscal" && is_fiscal(fund));
}
inline bool is_in(std::string_view code, std::string_view of) { return of == "*" || code.starts_with(of); }

/// Every code of 3, 5 and 7 digits that a line of these funds has.
inline std::vector<std::string> codes(const Accounts& of, std::string_view fund) {
    std::map<std::string, int> found;
    for (const Accounts::Line& line : of.lines)
        if (is_of(line.fund, fund))
            for (const std::size_t length : {3U, 5U, 7U}) found[line.function.substr(0, length)];
    std::vector<std::string> codes;
    for (const auto& [code, ignored] : found) codes.push_back(code);
    return codes;
}

constexpr std::array<std::string_view, 8> all_funds{
    "general", "government", "state_capital", "superior", "institutional", "trading", "affiliated", "other"};

class Printer {
  public:
    explicit Printer(const Accounts& of) : of_(of) {}

    std::vector<AccountTable> tables() {
        totals();
        by_function("t2", "income",
                    {"*", "fiscal", "superior", "institutional", "trading", "affiliated", "other"});
        types("t3", "*");
        fiscal();
        types("t5", "general");
        basic();
        three_public();
        flows("t8", "government");
        flows("t9", "state_capital");
        return tables_;
    }

  private:
    using Line = Accounts::Line;
    std::int64_t of(std::string_view flow, std::string_view fund, std::string_view function,
                    std::string_view type = "*") const {
        return sum(
            of_, [&](const Line& line) { return is_of(line.fund, fund) && is_in(line.function, function); },
            [&](const Line& line) {
                if (flow == "income") return line.income();
                if (flow == "opening") return line.opening;
                if (flow == "closing") return line.closing;
                return type == "basic" ? line.basic : type == "project" ? line.project : line.spent();
            });
    }
    AccountTable& begin(std::string id, std::vector<std::string_view> whole) {
        return tables_.emplace_back(AccountTable{std::move(id), std::move(whole)});
    }
    static std::string words(std::string_view flow, std::string_view fund, std::string_view function,
                             std::string_view type = "*") {
        return "flow=" + std::string(flow) + " fund=" + std::string(fund) +
               " function=" + std::string(function) + " type=" + std::string(type);
    }
    void cell(std::string_view flow, std::string_view fund, std::string_view function,
              std::string_view type = "*") {
        tables_.back().cells.push_back({words(flow, fund, function, type), of(flow, fund, function, type)});
    }
    void cell(const std::string& words, std::int64_t yuan) { tables_.back().cells.push_back({words, yuan}); }

    void totals() {
        begin("t1", {"fund", "function", "flow"});
        for (const std::string_view fund : all_funds) cell("income", fund, "*");
        cell("income", "*", "*");
        for (const std::string& code : codes(of_, "*"))
            if (code.size() == 3) cell("expenditure", "*", code);
        cell("expenditure", "*", "*");
        const std::int64_t opening = of("opening", "*", "*");
        const std::int64_t total = of("income", "*", "*") + of_.surplus_used + opening;
        cell(words("surplus_used", "*", "*"), of_.surplus_used);
        cell(words("opening", "*", "*"), opening);
        cell(words("total_income", "*", "*"), total);
        cell(words("distribution", "*", "*"), of_.distribution);
        cell(words("closing", "*", "*"), total - of("expenditure", "*", "*") - of_.distribution);
        cell(words("total_expenditure", "*", "*"), total);
    }
    void by_function(std::string id, std::string_view flow, const std::vector<std::string_view>& funds) {
        begin(std::move(id), {"fund", "function"});
        for (const std::string_view fund : funds) {
            cell(flow, fund, "*");
            for (const std::string& code : codes(of_, "*")) cell(flow, fund, code);
        }
    }
    void types(std::string id, std::string_view fund) {
        begin(std::move(id), {"type", "function"});
        for (const std::string_view type : {"*", "basic", "project", "remitted", "trading"}) {
            if (fund != "*" && type == "remitted") break;
            if (type == "remitted" || type == "trading") {
                cell(words("expenditure", fund, "*", type), 0);
                continue;
            }
            cell("expenditure", fund, "*", type);
            for (const std::string& code : codes(of_, fund)) cell("expenditure", fund, code, type);
        }
    }
    void fiscal() {
        begin("t4", {"fund", "function", "flow"});
        for (const std::string_view fund : {"fiscal", "general", "government", "state_capital"}) {
            cell("income", fund, "*");
            cell("opening", fund, "*");
            cell("expenditure", fund, "*");
            cell("closing", fund, "*");
            cell(words("total_expenditure", fund, "*"),
                 of("expenditure", fund, "*") + of("closing", fund, "*"));
            for (const std::string& code : codes(of_, "fiscal"))
                if (code.size() == 3) cell("expenditure", fund, code);
        }
        cell(words("total_income", "fiscal", "*"),
             of("income", "fiscal", "*") + of("opening", "fiscal", "*"));
    }
    void basic() {
        begin("t6", {"economic", "type"});
        std::map<std::string, std::int64_t> classes;
        for (const auto& [item, yuan] : of_.economic) classes[item.substr(0, 3)] += yuan;
        std::map<std::string, std::int64_t> halves{{"personnel", 0}, {"operating", 0}};
        const auto half = [](const std::string& code) {
            return code.starts_with("301") || code.starts_with("303") ? "personnel" : "operating";
        };
        for (const std::map<std::string, std::int64_t>* const list :
             {static_cast<const std::map<std::string, std::int64_t>*>(&classes), &of_.economic})
            for (const auto& [code, yuan] : *list) {
                cell("flow=expenditure fund=general economic=" + code + " type=" + half(code), yuan);
                if (list == &classes) halves[half(code)] += yuan;
            }
        for (const auto& [type, yuan] : halves) cell("flow=expenditure fund=general type=" + type, yuan);
    }
    void three_public() {
        begin("t7", {"item"});
        const auto& [abroad, purchase, operation, reception] = of_.three_public;
        const std::string of = "flow=expenditure fund=fiscal item=";
        cell(of + "three_public", abroad + purchase + operation + reception);
        cell(of + "abroad", abroad);
        cell(of + "vehicles", purchase + operation);
        cell(of + "purchase", purchase);
        cell(of + "operation", operation);
        cell(of + "reception", reception);
    }
    void flows(std::string id, std::string_view fund) {
        begin(std::move(id), {"type", "function", "flow"});
        std::vector<std::string> rows = codes(of_, fund);
        if (!rows.empty()) rows.emplace_back("*");
        for (const std::string& row : rows) {
            cell("opening", fund, row);
            cell("income", fund, row);
            for (const std::string_view type : {"*", "basic", "project"})
                cell("expenditure", fund, row, type);
            cell("closing", fund, row);
        }
    }

    const Accounts& of_;
    std::vector<AccountTable> tables_{};
};

} // namespace accounts

inline std::vector<AccountTable> tables_of(const Accounts& of) { return accounts::Printer(of).tables(); }

/// What is printed of an amount: 万元 with two decimals.  Rounds: half up.
inline Figure printed(std::int64_t yuan) {
    const std::int64_t hundreds = yuan >= 0 ? (yuan + 50) / 100 : -((-yuan + 50) / 100);
    return Figure(Decimal::of(hundreds, 2), unit::wan_yuan);
}

/// The facts of all tables; a cell of no money is left blank where `blank` says so.
template <class Blank>
Facts facts_of(const std::vector<AccountTable>& tables, Blank blank) {
    Facts facts;
    facts.scope(known_scope());
    for (const AccountTable& table : tables) {
        facts.table({.id = table.id});
        for (const std::string_view dimension : table.whole) facts.parts(table.id, dimension);
        for (const AccountCell& cell : table.cells) {
            Figure figure = printed(cell.yuan);
            if (cell.yuan == 0 && blank()) {
                figure = Figure();
                figure.state = State::blank;
            }
            facts.state(aspects(cell.of), figure, {.table = table.id});
        }
    }
    return facts;
}

} // namespace tieout::test

#endif
