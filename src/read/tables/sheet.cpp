// SPDX-License-Identifier: MIT
#include "read/tables/sheet.hpp"

#include "read/vocabulary/numerals.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace tieout::detail {

namespace {

/// Whether brackets hold nothing but a formula or the number of a column: （B/A）, （3）, （A）.
bool is_formula(std::string_view text) noexcept {
    // Only a quotient is written with a sign of per cent: （B/A*100%）, but not （100%）.
    const bool quotient = text.find('/') != text.npos;
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' ||
               c == '+' || c == '-' || c == '=' || c == '*' || c == '(' || c == ')' || c == ' ' ||
               (quotient && c == '%');
    });
}

/// Takes the pair of brackets at the end of the text off, if `wanted` says so of what they hold.
template <class Wanted>
bool take_bracket(std::string& text, Wanted wanted) {
    constexpr std::string_view open = "（";
    constexpr std::string_view close = "）";
    if (!std::string_view(text).ends_with(close)) return false;
    const std::size_t begin = text.rfind(open);
    if (begin == text.npos) return false;
    const std::string_view inside =
        std::string_view(text).substr(begin + open.size(), text.size() - begin - open.size() - close.size());
    if (!wanted(inside)) return false;
    text.resize(begin);
    return true;
}

/// Dates and names with digits are words in a table, whatever they count.
bool is_quantity(const Unit& unit) noexcept {
    switch (unit.dimension) {
    case Dimension::plain:
    case Dimension::money:
    case Dimension::percent:
    case Dimension::price:
        return true;
    case Dimension::count:
        break;
    case Dimension::day:
        return false;
    }
    // 2021年决算数, 3号楼: the word goes on behind what was taken for the unit.
    const std::string_view word = unit.word();
    constexpr std::size_t longest_counter = 12;
    if (word.size() > longest_counter) return false;
    constexpr std::array<std::string_view, 9> others{"年", "月",   "日",   "天",  "号",
                                                     "时", "小时", "分钟", "个月"};
    return std::none_of(others.begin(), others.end(),
                        [&](std::string_view other) { return word.starts_with(other); });
}

/// 2070104图书馆: a code of five or seven digits with the name that it has, and no count.
bool is_coded_name(std::string_view text) noexcept {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits != 3 && digits != 5 && digits != 7) return false;
    constexpr std::size_t shortest_name = 6;
    const std::string_view rest = text.substr(digits);
    // 20105万元, 30201平方米 are counted.
    constexpr std::array<std::string_view, 16> counters{"万", "亿",   "元",   "千", "百", "人", "个", "次",
                                                        "批", "平方", "公里", "件", "户", "台", "辆", "立方"};
    for (const std::string_view counter : counters)
        if (rest.starts_with(counter) && rest.size() <= 9) return false;
    const bool name = rest.size() >= shortest_name && static_cast<unsigned char>(rest.front()) >= 0xE0;
    if (digits == 3)
        return name && rest.size() >= 2 * shortest_name && text.front() >= '2' && text.front() <= '5';
    return name && text.front() >= '2' && text.front() <= '5';
}

/// The characters with which words begin that may stand before a number, or in its place.
std::vector<std::string_view> first_characters_of_numbers() {
    std::vector<std::string_view> first;
    const auto add = [&](std::string_view word) { first.push_back(word.substr(0, character_at(word, 0))); };
    for (const ApproximateWord& entry : approximate_words) add(entry.word);
    for (const std::string_view word : none_words) add(word);
    for (const std::string_view word : not_applicable_words) add(word);
    for (const std::string_view sign : negative_signs) add(sign);
    for (const CurrencySign& entry : currency_signs) add(entry.sign);
    std::sort(first.begin(), first.end());
    first.erase(std::unique(first.begin(), first.end()), first.end());
    return first;
}

/// Whether it begins with an ideograph with which nothing begins that is read as a number, as nearly all labels do.
bool begins_as_words(std::string_view text) {
    static const std::vector<std::string_view> numbers = first_characters_of_numbers();
    const auto byte = static_cast<unsigned char>(text.front());
    return byte >= 0xE4 && byte <= 0xE9 &&
           !std::binary_search(numbers.begin(), numbers.end(), text.substr(0, 3));
}

/// 12.30 and 98.5%, as nearly all cells of a long table are.
bool is_plain_number(std::string_view text) noexcept {
    if (text.ends_with('%')) text.remove_suffix(1);
    return static_cast<bool>(parse_short(text));
}

} // namespace

CellKind kind_of_cell(std::string_view text, Figure& figure) {
    // No figure is so long, and prose is not worth a look.
    constexpr std::size_t longest = 96;
    if (text.empty() || text.size() > longest || begins_as_words(text) || is_coded_name(text)) {
        figure = Figure();
        return text.empty() ? CellKind::blank : CellKind::words;
    }
    figure = cell_figure(text);
    switch (figure.state) {
    case State::value:
    case State::approximate:
        if (is_quantity(figure.unit)) return CellKind::number;
        break;
    case State::none_by_word:
        return CellKind::number;
    case State::not_applicable:
        return CellKind::mark;
    case State::blank:
        figure = Figure();
        return CellKind::blank;
    case State::unreadable:
        break;
    }
    figure = Figure();
    return CellKind::words;
}

Grid::Grid(const Table& table) : table_(&table) {
    index_.resize(std::size_t{table.rows} * table.columns);
    kinds_.reserve(table.cells.size());
    Figure figure;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const Cell& cell = table.cells[i];
        // Nearly every cell of a long table is a plain number, and here it is enough to know that it is one.
        kinds_.push_back(parse_short(cell.text.text) ? CellKind::number
                                                     : kind_of_cell(cell.text.text, figure));
        for (std::uint32_t r = cell.row; r < std::min(cell.row + cell.rows, table.rows); ++r)
            for (std::uint32_t c = cell.column; c < std::min(cell.column + cell.columns, table.columns); ++c)
                index_[std::size_t{r} * table.columns + c] = static_cast<std::uint32_t>(i + 1);
    }
}

Sheet::Sheet(const Page& of_page, const Table& of_table, std::uint32_t number_of_table)
    : page(of_page), table(of_table), grid(of_table), number(number_of_table) {
    constexpr std::size_t longest_name = 120;
    name = table.frame.name.text;
    if (name.empty() || name.size() > longest_name) name = "表" + std::to_string(number);
    context = "table " + std::to_string(number);
}

Figure Sheet::figure(const Cell& cell, std::string_view text, std::size_t at, const std::optional<Unit>& unit,
                     std::string_view label, std::string_view column) const {
    // What is a plain number is not asked whether it is one, and is made where it stays.
    const bool plain = is_plain_number(text);
    Figure figure = plain ? cell_figure(text) : Figure();
    if (!plain && kind_of_cell(text, figure) == CellKind::words) figure = cell_figure(text);
    if (figure.unit == unit::plain && unit) figure.unit = *unit;
    figure.label = label;
    figure.context = context;
    figure.place.reserve(name.size() + label.size() + column.size() + 2);
    figure.place = name;
    for (const std::string_view word : {label, column})
        if (!word.empty()) (figure.place += ' ') += word;
    const std::vector<std::uint32_t>& from = cell.text.from;
    if (!from.empty()) set_place(figure, page, from[std::min(at, from.size() - 1)]);
    figure.cell_row = table.first_row + cell.row + cell.left_out + 1;
    figure.cell_column = table.first_column + cell.column + 1;
    return figure;
}

Figure Sheet::figure(std::uint32_t row, std::uint32_t column, const std::optional<Unit>& unit,
                     std::string_view label, std::string_view head) const {
    const Cell* const cell = grid.cell(row, column);
    if (cell == nullptr) return {};
    return figure(*cell, cell->text.text, 0, unit, label, head);
}

std::optional<Unit> unit_in(std::string_view words) {
    for (const std::string_view prefix : {"金额单位：", "单位：", "计量单位：", "金额"})
        if (words.starts_with(prefix)) words.remove_prefix(prefix.size());
    for (const std::string_view mark : {"、", "，", "/", "；"})
        if (const std::size_t end = words.find(mark); end != words.npos) words = words.substr(0, end);
    if (words.starts_with("人民币")) words.remove_prefix(std::string_view("人民币").size());
    for (const std::string_view word : {"元", "千元", "万元", "百万元", "亿元", "%", "‰", "人", "个", "㎡",
                                        "平方米", "分", "辆", "台", "人次", "批次", "户", "件"})
        if (words == word) return unit_named(word);
    constexpr std::size_t longest_currency = 18;
    if (words.ends_with("元") && words.size() <= longest_currency)
        if (const std::optional<Unit> unit = unit_named(words); unit && unit->dimension == Dimension::money)
            return unit;
    return std::nullopt;
}

std::optional<Unit> take_unit(std::string& label, std::string* formula) {
    std::optional<Unit> unit;
    std::string rest = label;
    // （万元）（B/A）: both are no part of the name.
    for (bool changed = true; changed;) {
        changed = take_bracket(rest, [&](std::string_view inside) {
            if (is_formula(inside)) {
                if (formula != nullptr) *formula = inside;
                return true;
            }
            // 总计（折亿元）
            for (const std::string_view word : {"折合", "折"})
                if (inside.starts_with(word)) inside.remove_prefix(word.size());
            const std::optional<Unit> found = unit_in(inside);
            if (found && !unit) unit = found;
            return found.has_value();
        });
    }
    for (const std::string_view mark : {"单位："})
        if (const std::size_t at = rest.find(mark); at != rest.npos)
            if (const std::optional<Unit> found = unit_in(std::string_view(rest).substr(at))) {
                if (!unit) unit = found;
                rest.resize(at);
            }
    if (std::string_view(rest).ends_with("%") && rest.size() > 1) {
        if (!unit) unit = unit::percent;
    }
    if (!rest.empty()) label = std::move(rest);
    return unit;
}

} // namespace tieout::detail
