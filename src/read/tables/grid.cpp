// SPDX-License-Identifier: MIT
#include "read/tables/grid.hpp"

#include "read/vocabulary/numerals.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

bool has(std::string_view text, std::string_view word) noexcept { return text.find(word) != text.npos; }

template <class Words>
bool has_any(std::string_view text, const Words& words) noexcept {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has(text, word); });
}

/// The words of columns that are no amounts, in the order in which they are looked for.
struct RoleWord {
    Role role;
    std::string_view word;
    std::uint8_t tier = 0;
    /// Nobody writes it but in the head of a column.
    bool sure = true;
};
constexpr RoleWord role_words[] = {
    {Role::ordinal, "序号"},
    {Role::ordinal, "行次"},
    {Role::code, "编码"},
    {Role::code, "代码"},
    {Role::remark, "偏差"},
    {Role::remark, "原因"},
    {Role::remark, "备注"},
    {Role::remark, "改进措施"},
    {Role::remark, "说明", 0, false},
    {Role::tier, "一级指标", 1},
    {Role::tier, "二级指标", 2},
    {Role::tier, "三级指标", 3},
    {Role::tier, "指标名称", 3},
    {Role::tier, "指标内容", 3},
    {Role::score, "得分"},
    {Role::weight, "分值"},
    {Role::weight, "权重"},
    {Role::weight, "标准分"},
    {Role::comparison, "指标性质"},
    {Role::measure, "度量单位"},
    {Role::measure, "计量单位"},
    {Role::target, "指标值"},
    {Role::target, "目标值"},
    {Role::target, "预期目标"},
    {Role::actual, "实际完成值"},
    {Role::actual, "完成情况"},
    {Role::actual, "完成值"},
    {Role::actual, "全年实际完成"},
    {Role::growth, "增长率"},
    {Role::growth, "增减率"},
    {Role::growth, "增减%"},
    {Role::growth, "增长%"},
    {Role::growth, "增减幅度"},
    {Role::growth, "增幅"},
    {Role::growth, "变动率"},
    {Role::share, "占比"},
    {Role::share, "比重"},
    {Role::rate, "执行率"},
    {Role::rate, "使用率"},
    {Role::rate, "完成率"},
    {Role::rate, "控制率"},
    {Role::rate, "到位率"},
    {Role::rate, "支付率"},
    {Role::rate, "执行进度"},
    {Role::rate, "支付进度"},
    {Role::rate, "完成比例", 0, false},
    {Role::rate, "完成预算"},
    {Role::change, "增减额"},
    {Role::change, "增减数"},
    {Role::change, "增减变动"},
    {Role::change, "比上年增减"},
    {Role::change, "增减"},
};

/// Heads of columns of names.
constexpr std::array<std::string_view, 12> name_heads{"项目", "科目", "名称", "内容", "类别", "收入",
                                                      "支出", "单位", "部门", "指标", "摘要", "资金来源"};

constexpr std::array<std::string_view, 4> total_words{"合计", "小计", "总计", "共计"};

/// Whether brackets hold nothing but a formula or the number of a column: （B/A）, （3）, （A）.
bool is_formula(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' ||
               c == '+' || c == '-' || c == '=' || c == '*' || c == '(' || c == ')' || c == ' ';
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

/// Takes list numbers and 其中 off the front.
std::string_view without_number(std::string_view text, bool& within, std::uint8_t& numbering) {
    for (bool changed = true; changed && !text.empty();) {
        changed = false;
        if (const std::size_t size = list_number_of(text); size != 0 && size < text.size()) {
            if (numbering == 0) {
                const bool bracket = text.starts_with("（") || text.starts_with("(");
                const std::string_view first = text.substr(bracket ? text.starts_with("(") ? 1 : 3 : 0);
                const bool digit = !first.empty() && first[0] >= '0' && first[0] <= '9';
                numbering = bracket ? digit ? 4 : 2 : digit ? 3 : 1;
                if (text.starts_with("①") || static_cast<unsigned char>(text[0]) == 0xE2) numbering = 5;
            }
            text.remove_prefix(size);
            changed = true;
        }
        for (const std::string_view word : {"其中", "其：中", "减：", "加："})
            if (text.starts_with(word) && text.size() > word.size()) {
                within = within || word.starts_with("其");
                text.remove_prefix(word.size());
                changed = true;
            }
        for (const std::string_view mark : {"：", "，", "、"})
            if (text.starts_with(mark)) {
                text.remove_prefix(mark.size());
                changed = true;
            }
    }
    while (text.ends_with("：")) text.remove_suffix(3);
    return text;
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

} // namespace

CellKind kind_of_cell(std::string_view text, Figure& figure) {
    figure = Figure();
    if (text.empty()) return CellKind::blank;
    // No figure is so long, and prose is not worth a look.
    if (text.size() > 96) return CellKind::words;
    Figure read = cell_figure(text);
    switch (read.state) {
    case State::value:
    case State::approximate:
        if (!is_quantity(read.unit)) return CellKind::words;
        figure = std::move(read);
        return CellKind::number;
    case State::none_by_word:
        figure = std::move(read);
        return CellKind::number;
    case State::not_applicable:
        figure = std::move(read);
        return CellKind::mark;
    case State::blank:
        return CellKind::blank;
    case State::unreadable:
        break;
    }
    return CellKind::words;
}

Grid::Grid(const Table& table) : table_(&table) {
    index_.resize(std::size_t{table.rows} * table.columns);
    kinds_.reserve(table.cells.size());
    Figure figure;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const Cell& cell = table.cells[i];
        kinds_.push_back(kind_of_cell(cell.text.text, figure));
        for (std::uint32_t r = cell.row; r < std::min(cell.row + cell.rows, table.rows); ++r)
            for (std::uint32_t c = cell.column; c < std::min(cell.column + cell.columns, table.columns); ++c)
                index_[std::size_t{r} * table.columns + c] = static_cast<std::uint32_t>(i + 1);
    }
}

namespace {

/// Figures know line and column where the library has room for them.
template <class AnyFigure>
void put_place(AnyFigure& figure, Place place) {
    if constexpr (requires { figure.line = place.line; }) {
        figure.line = place.line;
        figure.column = place.column;
    }
}

} // namespace

Sheet::Sheet(const Page& of_page, const Table& of_table, std::uint32_t number)
    : page(of_page), table(of_table), grid(of_table) {
    constexpr std::size_t longest_name = 120;
    name = table.frame.name.text;
    if (name.empty() || name.size() > longest_name) name = "表" + std::to_string(number);
    context = "table " + std::to_string(number);
}

Figure Sheet::figure(const Cell& cell, std::string_view text, std::size_t at, const std::optional<Unit>& unit,
                     std::string_view label, std::string_view column) const {
    Figure figure;
    if (kind_of_cell(text, figure) == CellKind::words) figure = cell_figure(text);
    if (figure.unit == unit::plain && unit) figure.unit = *unit;
    figure.label = label;
    figure.context = context;
    figure.place = name;
    for (const std::string_view word : {label, column})
        if (!word.empty()) (figure.place += ' ') += word;
    const std::vector<std::uint32_t>& from = cell.text.from;
    if (!from.empty()) put_place(figure, place_of(page, from[std::min(at, from.size() - 1)]));
    return figure;
}

Figure Sheet::figure(std::uint32_t row, std::uint32_t column, const std::optional<Unit>& unit,
                     std::string_view label, std::string_view head) const {
    const Cell* const cell = grid.cell(row, column);
    if (cell == nullptr) return {};
    return figure(*cell, cell->text.text, 0, unit, label, head);
}

Head looked_up(Head head) {
    for (const std::string& part : head.path) head.words += part;
    head.scope = scope_in(head.words);
    for (std::size_t i = 0; i + 1 < head.path.size(); ++i) {
        const std::string& group = head.path[i];
        if (group != "收入" && group != "支出" && !parts_of_label(group).bare) head.grouped = true;
    }
    // 项目 beside 基本 is project expenditure, but mostly it is no more than the word for an item.
    if (head.subject.empty() || head.subject == "项目") return head;
    head.amount = known_part(head.subject, true);
    head.count = known_part(head.subject, false);
    head.line = known_line(head.subject);
    head.fund = scope_in(head.subject);
    return head;
}

std::optional<Unit> unit_in(std::string_view words) {
    for (const std::string_view prefix : {"金额单位：", "单位：", "计量单位：", "金额"})
        if (words.starts_with(prefix)) words.remove_prefix(prefix.size());
    for (const std::string_view mark : {"、", "，", "/", "；"})
        if (const std::size_t end = words.find(mark); end != words.npos) words = words.substr(0, end);
    if (words == "人民币万元") words.remove_prefix(9);
    for (const std::string_view word : {"元", "千元", "万元", "百万元", "亿元", "%", "‰", "人", "个", "㎡",
                                        "平方米", "分", "辆", "台", "人次", "批次", "户", "件"})
        if (words == word) return unit_named(word);
    return std::nullopt;
}

std::optional<Unit> take_unit(std::string& label) {
    std::optional<Unit> unit;
    std::string rest = label;
    // （万元）（B/A）: both are no part of the name.
    for (bool changed = true; changed;) {
        changed = take_bracket(rest, [&](std::string_view inside) {
            if (is_formula(inside)) return true;
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

bool is_total(std::string_view label) noexcept {
    return std::any_of(total_words.begin(), total_words.end(), [&](std::string_view word) {
        return label.ends_with(word) || label.starts_with(word);
    });
}

Head head_of(const std::vector<std::string>& path) {
    Head head;
    for (const std::string& text : path) {
        std::string words = text;
        if (const std::optional<Unit> unit = take_unit(words)) head.unit = unit;
        bool within = false;
        std::uint8_t numbering = 0;
        const std::string_view name = without_number(words, within, numbering);
        head.within = within;
        if (name.empty() || (!head.path.empty() && head.path.back() == name)) continue;
        head.path.emplace_back(name);
    }
    if (head.path.empty()) return head;
    const std::string& last = head.path.back();
    for (const RoleWord& entry : role_words) {
        if (last.size() > 60 || !has(last, entry.word)) continue;
        // 预算编制说明 explains; a long text that holds the word is none of these.
        head.role = entry.role;
        head.tier = entry.tier;
        head.sure = entry.sure;
        break;
    }
    if (head.role == Role::share && head.path.size() == 1 && last.size() > 40) head.sure = false;
    for (const std::string& part : head.path) {
        if (part.size() > 60) continue;
        LabelParts parts = parts_of_label(part);
        // 收入 over the left half of a table names the half.
        const bool half = part == "收入" || part == "支出" || part == "本年收入" || part == "本年支出";
        if (half) parts.phase.reset();
        if (parts.phase) head.phase = parts.phase;
        if (parts.year) head.year = parts.year;
        head.previous = head.previous || parts.previous || part == "上年数" || part == "上年决算数";
        if (head.role != Role::words) continue;
        const bool last_part = &part == &last;
        const bool total_word = is_total(part);
        if (last_part) head.total = total_word;
        if (const KnownPart* known = known_part(part, true); known != nullptr && part != "项目") {
            // 年初结转结余 over the rows of projects is a phase of theirs; as a row it is a part of the filing.
            const bool of_all = known->pointer == "/income" || known->pointer == "/expenditure";
            if (!known->phase || !of_all) head.subject = part;
            if (known->phase && (of_all || !parts.phase)) head.phase = known->phase;
            if (last_part && known->phase && of_all) head.sure = true;
        } else if (known_part(parts.subject, true) != nullptr && parts.subject != "项目") {
            head.subject = parts.subject;
        } else if (known_line(part) != nullptr || known_line(parts.subject) != nullptr) {
            head.subject = known_line(part) != nullptr ? part : parts.subject;
        } else if (const std::string_view scope = scope_in(part); !scope.empty()) {
            head.subject = part;
        } else if (known_part(parts.subject, false) != nullptr) {
            head.subject = parts.subject;
        } else if (last_part && !total_word && !parts.bare && !parts.subject.empty()) {
            head.subject = parts.subject;
        }
        if (last_part && parts.bare && parts.phase) head.sure = true;
    }
    if (head.role != Role::words) return head;
    bool name_head = false;
    for (const std::string_view word : name_heads)
        name_head = name_head || std::string_view(last).ends_with(word);
    const bool known = known_part(last, true) != nullptr && last != "项目";
    const bool counted = known_part(head.subject, false) != nullptr;
    const bool measured = head.unit.has_value();
    if (counted) head.sure = true;
    if (head.phase || head.total || known || counted || measured || known_line(last) != nullptr ||
        has_any(last, std::array<std::string_view, 5>{"金额", "数", "资金", "规模", "投资"}))
        head.role = Role::amount;
    if (name_head && !known && !head.total && known_line(last) == nullptr && !(head.phase && head.sure))
        head.role = Role::words;
    if (measured && head.role == Role::amount && last.size() <= 45) head.sure = true;
    return head;
}

RowLabel row_label(std::string_view text) {
    RowLabel label;
    std::string words(without_number(text, label.within, label.numbering));
    label.unit = take_unit(words);
    label.name = std::move(words);
    const std::string_view name = label.name;
    label.subtotal = name.ends_with("小计") || name.starts_with("小计");
    label.grand = name.ends_with("总计") || name == "总收入" || name == "总支出";
    label.total = is_total(name);
    label.bare = std::find(total_words.begin(), total_words.end(), name) != total_words.end() || name.empty();
    return label;
}

} // namespace tieout::detail
