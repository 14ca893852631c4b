// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_TEXT_OFFICIAL_TABLES_HPP
#define TIEOUT_TESTS_READ_TEXT_OFFICIAL_TABLES_HPP

// The nine tables of final accounts as bodies publish them, printed of random accounts: as a web page and with bars.

#include "../../facts/accounts.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::test {

/// A table as rows of cells: "<" is one with the cell on its left, "^" one with the cell above.
struct OfficialTable {
    std::string id;
    std::string title;
    std::string number;
    std::vector<std::vector<std::string>> rows{};
};

/// What is printed of an amount; of no money, what `nothing` says.
using PrintAmount =
    std::function<std::string(std::string_view table, const std::string& of, std::int64_t yuan)>;

namespace official {

using Words = std::map<std::string, std::int64_t>;
using Label = std::pair<std::string, std::string>; ///< what is printed, and what the row is of

inline std::string of(std::string_view flow, std::string_view fund, std::string_view function,
                      std::string_view type = "*") {
    return "flow=" + std::string(flow) + " fund=" + std::string(fund) + " function=" + std::string(function) +
           " type=" + std::string(type);
}

inline std::string class_name(std::string_view code) {
    static const std::map<std::string, std::string, std::less<>> names{
        {"201", "一般公共服务支出"}, {"208", "社会保障和就业支出"}, {"210", "卫生健康支出"},
        {"212", "城乡社区支出"},     {"221", "住房保障支出"},       {"301", "工资福利支出"},
        {"302", "商品和服务支出"},   {"303", "对个人和家庭的补助"}, {"310", "资本性支出"}};
    const auto found = names.find(code);
    return found == names.end() ? "科目" + std::string(code.substr(code.size() - 2)) : found->second;
}

inline std::string numeral(std::size_t number) {
    const std::string_view digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    if (number <= 10) return std::string(digits[number - 1]);
    return "十" + std::string(digits[number - 11]);
}

class Printer {
  public:
    Printer(const std::vector<AccountTable>& tables, const PrintAmount& print)
        : tables_(tables), print_(print) {}

    std::vector<OfficialTable> all() {
        totals();
        by_codes(1, "收入决算表", "公开02表",
                 {{"本年收入合计", "*"},
                  {"财政拨款收入", "fiscal"},
                  {"上级补助收入", "superior"},
                  {"事业收入", "institutional"},
                  {"经营收入", "trading"},
                  {"附属单位上缴收入", "affiliated"},
                  {"其他收入", "other"}},
                 [](const std::string& code, const std::string& fund) { return of("income", fund, code); });
        by_codes(2, "支出决算表", "公开03表",
                 {{"本年支出合计", "*"},
                  {"基本支出", "basic"},
                  {"项目支出", "project"},
                  {"上缴上级支出", "remitted"},
                  {"经营支出", "trading"},
                  {"对附属单位补助支出", "subsidised"}},
                 [](const std::string& code, const std::string& type) {
                     return of("expenditure", "*", code, type);
                 });
        fiscal();
        by_codes(4, "一般公共预算财政拨款支出决算表", "公开05表",
                 {{"合计", "*"}, {"基本支出", "basic"}, {"项目支出", "project"}},
                 [](const std::string& code, const std::string& type) {
                     return of("expenditure", "general", code, type);
                 });
        basic();
        three_public();
        flows(7, "政府性基金预算财政拨款收入支出决算表", "公开08表", "government");
        flows(8, "国有资本经营预算财政拨款收入支出决算表", "公开09表", "state_capital");
        return std::move(made_);
    }

  private:
    const AccountTable& source(std::size_t at) const { return tables_[at]; }
    Words words(std::size_t at) const {
        Words all;
        for (const AccountCell& cell : source(at).cells) all[cell.of] = cell.yuan;
        return all;
    }
    /// The amount that is printed there; nothing where the accounts know of none.
    std::string amount(std::size_t at, const Words& all, const std::string& what) const {
        const auto found = all.find(what);
        return print_(source(at).id, what, found == all.end() ? 0 : found->second);
    }
    std::vector<std::string> codes_in(std::size_t at, std::string_view dimension) const {
        std::map<std::string, int> codes;
        for (const AccountCell& cell : source(at).cells) {
            const std::string code(aspect_of(aspects(cell.of), dimension));
            if (!code.empty() && code != "*") codes[code];
        }
        std::vector<std::string> sorted;
        for (const auto& [code, ignored] : codes) sorted.push_back(code);
        return sorted;
    }
    OfficialTable& begin(std::size_t at, std::string title, std::string number) {
        made_.push_back({source(at).id, std::move(title), std::move(number)});
        return made_.back();
    }

    void sides(OfficialTable& table, const std::vector<std::vector<std::string>>& left,
               const std::vector<std::vector<std::string>>& right, std::size_t left_width,
               std::size_t right_width) {
        // The totals of both sides stand in the last row.
        const std::size_t rows = std::max(left.size(), right.size());
        for (std::size_t i = 0; i < rows; ++i) {
            std::vector<std::string> row;
            const auto take = [&](const std::vector<std::vector<std::string>>& side, std::size_t width) {
                const bool last = i + 1 == rows;
                const std::size_t at = last ? side.size() - 1 : i;
                if (last || i + 1 < side.size())
                    row.insert(row.end(), side[at].begin(), side[at].end());
                else
                    row.insert(row.end(), width, "");
            };
            take(left, left_width);
            take(right, right_width);
            table.rows.push_back(std::move(row));
        }
    }

    void totals() {
        const Words all = words(0);
        OfficialTable& table = begin(0, "收入支出决算总表", "公开01表");
        table.rows = {{"收入", "<", "支出", "<"}, {"项目", "决算数", "项目", "决算数"}};
        const Label funds[] = {{"一般公共预算财政拨款收入", "general"},
                               {"政府性基金预算财政拨款收入", "government"},
                               {"国有资本经营预算财政拨款收入", "state_capital"},
                               {"上级补助收入", "superior"},
                               {"事业收入", "institutional"},
                               {"经营收入", "trading"},
                               {"附属单位上缴收入", "affiliated"},
                               {"其他收入", "other"}};
        std::vector<std::vector<std::string>> left;
        std::vector<std::vector<std::string>> right;
        for (const auto& [label, fund] : funds)
            left.push_back(
                {numeral(left.size() + 1) + "、" + label, amount(0, all, of("income", fund, "*"))});
        const auto add = [&](std::vector<std::vector<std::string>>& side, std::string label,
                             std::string_view flow) {
            side.push_back({std::move(label), amount(0, all, of(flow, "*", "*"))});
        };
        add(left, "本年收入合计", "income");
        add(left, "使用非财政拨款结余（含专用结余）", "surplus_used");
        add(left, "年初结转和结余", "opening");
        add(left, "总计", "total_income");
        for (const std::string& code : codes_in(0, "function"))
            right.push_back({numeral(right.size() + 1) + "、" + class_name(code),
                             amount(0, all, of("expenditure", "*", code))});
        add(right, "本年支出合计", "expenditure");
        add(right, "结余分配", "distribution");
        add(right, "年末结转和结余", "closing");
        add(right, "总计", "total_expenditure");
        sides(table, left, right, 2, 2);
    }

    void by_codes(std::size_t at, std::string title, std::string number, const std::vector<Label>& columns,
                  const std::function<std::string(const std::string&, const std::string&)>& of_cell) {
        const Words all = words(at);
        OfficialTable& table = begin(at, std::move(title), std::move(number));
        table.rows = {{"科目编码", "科目名称"}};
        for (const auto& [caption, member] : columns) table.rows.front().push_back(caption);
        const auto add = [&](std::string code, std::string name) {
            std::vector<std::string> row{code, std::move(name)};
            for (const auto& [caption, member] : columns)
                row.push_back(amount(at, all, of_cell(code.empty() || code == "合计" ? "*" : code, member)));
            table.rows.push_back(std::move(row));
        };
        add("合计", "<");
        for (const std::string& code : codes_in(at, "function")) add(code, class_name(code));
    }

    void fiscal() {
        const Words all = words(3);
        OfficialTable& table = begin(3, "财政拨款收入支出决算总表", "公开04表");
        table.rows = {{"收入", "<", "支出", "<", "<", "<", "<"},
                      {"项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款",
                       "国有资本经营预算财政拨款"}};
        const Label funds[] = {{"一、一般公共预算财政拨款", "general"},
                               {"二、政府性基金预算财政拨款", "government"},
                               {"三、国有资本经营预算财政拨款", "state_capital"}};
        std::vector<std::vector<std::string>> left;
        std::vector<std::vector<std::string>> right;
        for (const std::string_view flow : {"income", "opening"}) {
            if (flow == "opening")
                left.push_back({"年初财政拨款结转和结余", amount(3, all, of(flow, "fiscal", "*"))});
            for (const auto& [label, fund] : funds)
                left.push_back({label, amount(3, all, of(flow, fund, "*"))});
            if (flow == "income") left.push_back({"本年收入合计", amount(3, all, of(flow, "fiscal", "*"))});
        }
        left.push_back({"总计", amount(3, all, of("total_income", "fiscal", "*"))});
        const auto add = [&](std::string label, std::string_view flow, const std::string& function) {
            std::vector<std::string> row{std::move(label)};
            for (const std::string_view fund : {"fiscal", "general", "government", "state_capital"})
                row.push_back(amount(3, all, of(flow, fund, function)));
            right.push_back(std::move(row));
        };
        for (const std::string& code : codes_in(3, "function"))
            add(numeral(right.size() + 1) + "、" + class_name(code), "expenditure", code);
        add("本年支出合计", "expenditure", "*");
        add("年末财政拨款结转和结余", "closing", "*");
        add("总计", "total_expenditure", "*");
        sides(table, left, right, 2, 5);
    }

    void basic() {
        const Words all = words(5);
        OfficialTable& table = begin(5, "一般公共预算财政拨款基本支出决算表", "公开06表");
        table.rows = {{"人员经费", "<", "<", "公用经费", "<", "<"},
                      {"科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"}};
        std::map<bool, std::vector<std::vector<std::string>>> halves;
        for (const bool personnel : {true, false}) {
            const std::string type = personnel ? "personnel" : "operating";
            for (const std::string& code : codes_in(5, "economic"))
                if ((code.starts_with("301") || code.starts_with("303")) == personnel)
                    halves[personnel].push_back(
                        {code, class_name(code),
                         amount(5, all, "flow=expenditure fund=general economic=" + code + " type=" + type)});
            halves[personnel].push_back({personnel ? "人员经费合计" : "公用经费合计", "<",
                                         amount(5, all, "flow=expenditure fund=general type=" + type)});
        }
        sides(table, halves[true], halves[false], 3, 3);
    }

    void three_public() {
        const Words all = words(6);
        OfficialTable& table = begin(6, "财政拨款“三公”经费支出决算表", "公开07表");
        table.rows = {{"合计", "因公出国（境）费", "公务用车购置及运行维护费", "<", "<", "公务接待费"},
                      {"^", "^", "小计", "公务用车购置费", "公务用车运行维护费", "^"},
                      {}};
        for (const std::string_view item :
             {"three_public", "abroad", "vehicles", "purchase", "operation", "reception"})
            table.rows.back().push_back(
                amount(6, all, "flow=expenditure fund=fiscal item=" + std::string(item)));
    }

    void flows(std::size_t at, std::string title, std::string number, std::string_view fund) {
        const Words all = words(at);
        OfficialTable& table = begin(at, std::move(title), std::move(number));
        table.rows = {
            {"科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "<", "<", "年末结转和结余"},
            {"^", "^", "^", "^", "小计", "基本支出", "项目支出", "^"}};
        std::vector<std::string> codes = codes_in(at, "function");
        if (codes.empty()) {
            made_.pop_back();
            return;
        }
        codes.insert(codes.begin(), "*");
        for (const std::string& code : codes) {
            std::vector<std::string> row{code == "*" ? "合计" : code, code == "*" ? "<" : class_name(code)};
            for (const std::string_view flow : {"opening", "income"})
                row.push_back(amount(at, all, of(flow, fund, code)));
            for (const std::string_view type : {"*", "basic", "project"})
                row.push_back(amount(at, all, of("expenditure", fund, code, type)));
            row.push_back(amount(at, all, of("closing", fund, code)));
            table.rows.push_back(std::move(row));
        }
    }

    const std::vector<AccountTable>& tables_;
    const PrintAmount& print_;
    std::vector<OfficialTable> made_{};
};

/// The text of a number of hundreds: 1234 is 12.34.
inline std::string text_of(std::int64_t yuan) {
    const Figure figure = printed(yuan);
    return to_string(figure.value);
}

} // namespace official

inline std::vector<OfficialTable> official_tables(const std::vector<AccountTable>& tables,
                                                  const PrintAmount& print) {
    return official::Printer(tables, print).all();
}

/// As a web page.
inline std::string as_html(const std::vector<OfficialTable>& tables) {
    std::string page = "<html><body><h1>某局2022年度部门决算</h1>\n";
    for (const OfficialTable& table : tables) {
        page += "<p>" + table.title + "</p><p>" + table.number +
                "</p><p>部门：某局　　金额单位：万元</p>\n<table>\n";
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            page += "<tr>";
            const auto& row = table.rows[r];
            for (std::size_t c = 0; c < row.size(); ++c) {
                if (row[c] == "<" || row[c] == "^") continue;
                std::size_t columns = 1;
                std::size_t rows = 1;
                while (c + columns < row.size() && row[c + columns] == "<") ++columns;
                while (r + rows < table.rows.size() && c < table.rows[r + rows].size() &&
                       table.rows[r + rows][c] == "^")
                    ++rows;
                page += "<td";
                if (columns > 1) page += " colspan=" + std::to_string(columns);
                if (rows > 1) page += " rowspan=" + std::to_string(rows);
                page += ">" + row[c] + "</td>";
            }
            page += "</tr>\n";
        }
        page += "</table>\n";
    }
    return page + "</body></html>\n";
}

} // namespace tieout::test

#endif
