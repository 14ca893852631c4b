// SPDX-License-Identifier: MIT
#include "tables.hpp"

namespace tieout::test::adversary {

std::string amount_cell(Writer& w, Amount amount) {
    if (amount == 0 && w.zero != 0) return w.zero == 1 ? "" : w.number("0", false);
    return w.bare(amount);
}

Row row_of(std::vector<std::string> cells) {
    Row row;
    for (std::string& cell : cells) row.push_back({std::move(cell)});
    return row;
}

namespace {

enum class Codes : std::uint8_t { column, three_columns, glued };

void code_row(Writer& w, Block& block, Codes codes, std::string_view code, std::string_view name,
              const std::vector<Column>& columns) {
    Row row;
    switch (codes) {
    case Codes::column:
        row.push_back({std::string(code)});
        row.push_back({std::string(name)});
        break;
    case Codes::three_columns:
        row.push_back({std::string(code.substr(0, 3))});
        row.push_back({code.size() > 3 ? std::string(code.substr(3, 2)) : ""});
        row.push_back({code.size() > 5 ? std::string(code.substr(5, 2)) : ""});
        row.push_back({std::string(name)});
        break;
    case Codes::glued:
        row.push_back({std::string(code) + std::string(name)});
        break;
    }
    for (const Column& column : columns) row.push_back({amount_cell(w, column.amount(code))});
    block.rows.push_back(std::move(row));
}

} // namespace

void rows_by_code(Writer& w, Block& block, FundSet which, const std::vector<Column>& columns,
                  std::string_view above) {
    const auto codes = static_cast<Codes>(w.random.between(0, 2));
    const std::size_t before = codes == Codes::column ? 2 : codes == Codes::three_columns ? 4 : 1;
    const bool two_heads = !above.empty() && codes != Codes::glued && w.maybe();
    if (two_heads) {
        block.rows.push_back({{"项目", before}, {std::string(above), columns.size()}});
        block.heads = 2;
    }
    Row head;
    if (codes == Codes::column)
        head = row_of({w.fill("{功能分类科目编码|科目编码|支出功能分类科目编码}"), "科目名称"});
    if (codes == Codes::three_columns) head = row_of({"类", "款", "项", "科目名称"});
    if (codes == Codes::glued) head = row_of({w.fill("{项目|科目}")});
    for (const Column& column : columns) head.push_back({column.caption});
    block.rows.push_back(std::move(head));
    if (two_heads && w.maybe()) { // the columns are numbered
        Row numbers{{"栏次", before}};
        for (std::size_t i = 0; i < columns.size(); ++i) numbers.push_back({std::to_string(i + 1)});
        block.rows.push_back(std::move(numbers));
        block.heads = 3;
    }
    const auto total = [&] {
        Row row;
        const bool merged = w.maybe();
        if (codes == Codes::glued)
            row.push_back({"合计"});
        else if (merged)
            row.push_back({"合计", before});
        else {
            for (std::size_t i = 0; i + 1 < before; ++i) row.push_back({""});
            row.push_back({"合计"});
        }
        for (const Column& column : columns) row.push_back({amount_cell(w, column.amount(""))});
        block.rows.push_back(std::move(row));
    };
    const bool last = w.maybe(5);
    if (!last) total();
    const std::int64_t depth = w.random.between(0, 3); // all levels, without 项, only 类, or 类 and 项
    for (const std::string& section : w.account.codes(3, which)) {
        code_row(w, block, codes, section, function_name(section), columns);
        if (depth == 2) continue;
        for (const std::string& group : w.account.codes(5, which, section)) {
            if (depth != 3) code_row(w, block, codes, group, function_name(group), columns);
            if (depth == 1) continue;
            for (const std::string& item : w.account.codes(7, which, group))
                code_row(w, block, codes, item, function_name(item), columns);
        }
    }
    if (last) total();
}

} // namespace tieout::test::adversary
