// SPDX-License-Identifier: MIT
#include "tables.hpp"

#include <array>
#include <utility>

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

/// The number that a section has among all.
std::size_t place_of(std::string_view section) {
    static constexpr std::array<std::pair<std::string_view, std::size_t>, 14> places = {{{"201", 1},
                                                                                         {"204", 4},
                                                                                         {"205", 5},
                                                                                         {"206", 6},
                                                                                         {"207", 7},
                                                                                         {"208", 8},
                                                                                         {"210", 9},
                                                                                         {"211", 10},
                                                                                         {"212", 11},
                                                                                         {"213", 12},
                                                                                         {"221", 19},
                                                                                         {"223", 21},
                                                                                         {"229", 23},
                                                                                         {"", 0}}};
    for (const auto& [code, place] : places)
        if (code == section) return place;
    return 23;
}

} // namespace

std::string section_caption(std::string_view section, std::size_t index, bool official) {
    return numeral(official ? place_of(section) : index) + "、" + std::string(function_name(section));
}

void beside(Block& block, std::vector<Row> left, std::vector<Row> right) {
    while (left.size() < right.size()) left.push_back(row_of(std::vector<std::string>(left.front().size())));
    while (right.size() < left.size())
        right.push_back(row_of(std::vector<std::string>(right.front().size())));
    for (std::size_t i = 0; i < left.size(); ++i) {
        Row row = std::move(left[i]);
        for (Cell& cell : right[i]) row.push_back(std::move(cell));
        block.rows.push_back(std::move(row));
    }
}

Row code_cells(Codes codes, std::string_view code, std::string_view name) {
    switch (codes) {
    case Codes::column:
        return row_of({std::string(code), std::string(name)});
    case Codes::three_columns:
        return row_of({std::string(code.substr(0, 3)), code.size() > 3 ? std::string(code.substr(3, 2)) : "",
                       code.size() > 5 ? std::string(code.substr(5, 2)) : "", std::string(name)});
    case Codes::glued:
        return row_of({std::string(code) + std::string(name)});
    }
    return {};
}

Row code_heads(Writer& w, Codes codes) {
    switch (codes) {
    case Codes::column:
        return row_of({w.fill("{功能分类科目编码|科目编码|支出功能分类科目编码}"), "科目名称"});
    case Codes::three_columns:
        return row_of({"类", "款", "项", "科目名称"});
    case Codes::glued:
        return row_of({w.fill("{项目|科目}")});
    }
    return {};
}

Row total_cells(Codes codes, std::string_view name, bool merged) {
    const std::size_t before = columns_of(codes);
    if (codes == Codes::glued) return row_of({std::string(name)});
    if (merged) return {{std::string(name), before}};
    Row row(before - 1);
    row.push_back({std::string(name)});
    return row;
}

namespace {

void code_row(Writer& w, Block& block, Codes codes, std::string_view code, std::string_view name,
              const std::vector<Column>& columns) {
    Row row = code_cells(codes, code, name);
    for (const Column& column : columns) row.push_back({amount_cell(w, column.amount(code))});
    block.rows.push_back(std::move(row));
}

} // namespace

void rows_by_code(Writer& w, Block& block, FundSet which, const std::vector<Column>& columns,
                  std::string_view above) {
    const auto codes = static_cast<Codes>(w.random.between(0, 2));
    const std::size_t before = columns_of(codes);
    const bool two_heads = !above.empty() && codes != Codes::glued && w.maybe();
    if (two_heads) {
        block.rows.push_back({{"项目", before}, {std::string(above), columns.size()}});
        block.heads = 2;
    }
    Row head = code_heads(w, codes);
    for (const Column& column : columns) head.push_back({column.caption});
    block.rows.push_back(std::move(head));
    if (two_heads && w.maybe()) { // the columns are numbered
        Row numbers{{"栏次", before}};
        for (std::size_t i = 0; i < columns.size(); ++i) numbers.push_back({std::to_string(i + 1)});
        block.rows.push_back(std::move(numbers));
        block.heads = 3;
    }
    const auto total = [&] {
        Row row = total_cells(codes, "合计", w.maybe());
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
