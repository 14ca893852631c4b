// SPDX-License-Identifier: MIT
#include "read/tables/indicators.hpp"

#include "read/tables/point_columns.hpp"
#include "read/vocabulary/numerals.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace tieout::detail {

namespace {

const Unit points = *unit_named("分");

/// The weight that a heading declares is taken off its name: 产出指标（50分）.
Stated declared_weight(const Sheet& sheet, const Cell& cell, std::string& name) {
    constexpr std::string_view close = "）";
    if (!std::string_view(name).ends_with(close)) return {};
    const std::size_t open = name.rfind("（");
    if (open == name.npos || open == 0) return {};
    const std::string inside = name.substr(open + 3, name.size() - open - 6);
    Figure read;
    if (kind_of_cell(inside, read) != CellKind::number || read.state != State::value) return {};
    const bool is_points = read.unit.dimension == Dimension::count && read.unit.word() == "分";
    if (!is_points && read.unit.dimension != Dimension::plain) return {};
    name.resize(open);
    return sheet.figure(cell, inside, open + 3, points, name, {});
}

/// ≥95%: what the words before and behind a target say of how it binds.
struct TargetText {
    Target comparison = Target::not_stated;
    std::string_view rest;
};
TargetText target_of(std::string_view text) {
    struct Word {
        std::string_view word;
        Target comparison;
    };
    constexpr Word before[] = {
        {"大于等于", Target::at_least},  {"小于等于", Target::at_most}, {"大于或等于", Target::at_least},
        {"小于或等于", Target::at_most}, {"不低于", Target::at_least},  {"不少于", Target::at_least},
        {"不小于", Target::at_least},    {"不高于", Target::at_most},   {"不超过", Target::at_most},
        {"不大于", Target::at_most},     {"≥", Target::at_least},       {"≧", Target::at_least},
        {">=", Target::at_least},        {"≤", Target::at_most},        {"≦", Target::at_most},
        {"<=", Target::at_most},         {"=", Target::equals},         {"等于", Target::equals},
        {"＝", Target::equals}};
    constexpr Word behind[] = {{"及以上", Target::at_least},
                               {"以上", Target::at_least},
                               {"及以下", Target::at_most},
                               {"以下", Target::at_most},
                               {"以内", Target::at_most}};
    for (const Word& entry : before)
        if (begins_with(text, entry.word)) return {entry.comparison, text.substr(entry.word.size())};
    for (const Word& entry : behind)
        if (ends_with(text, entry.word))
            return {entry.comparison, text.substr(0, text.size() - entry.word.size())};
    return {Target::not_stated, text};
}

/// What a column 指标性质 says.
Target comparison_of(std::string_view text) {
    if (text.empty()) return Target::not_stated;
    if (text.find("定性") != text.npos) return Target::qualitative;
    return target_of(text).comparison;
}

/// A name without its number and what it declares in brackets: （三）加分项（5分） → 加分项.
std::string bare_name(std::string_view text) {
    std::string name = row_label(text).name;
    if (name.ends_with("）"))
        if (const std::size_t open = name.rfind("（"); open != name.npos && open != 0) name.resize(open);
    while (name.ends_with("：")) name.resize(name.size() - 3);
    return name;
}

/// How the number before a name is written, as PointLine has it.
std::uint8_t numbering_of(std::string_view text) noexcept {
    // 1.1 and 1.1.1 have as many numbers as they are deep.
    std::size_t at = 0;
    std::uint8_t numbers = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        ++numbers;
        if (at + 1 >= text.size() || text[at] != '.' || text[at + 1] < '0' || text[at + 1] > '9') break;
        ++at;
    }
    constexpr std::uint8_t step = 10;
    if (numbers > 1) return static_cast<std::uint8_t>(3 * step + std::min<int>(numbers - 1, step - 1));
    return static_cast<std::uint8_t>(row_label(text).numbering * step);
}

class Rows {
  public:
    Rows(const Sheet& sheet, const PointColumns& columns, PointSheet& out, std::vector<bool>& used)
        : sheet_(sheet), columns_(columns), out_(out), used_cells_(used) {
        for (std::size_t tier = 0; tier < tier_count; ++tier)
            if (columns.tiers[tier] != no_column) used_.push_back(tier);
        out_.tiers = out_.tiers || used_.size() > 1;
    }

    void row(std::uint32_t r) {
        if (used_.empty()) return;
        if (const PointRow is = kind_of_row(r); is != PointRow::listed) return special_row(r, is);
        if (remark_row(r)) return;
        bool opened = false;
        std::size_t leaf = used_.size() - 1;
        // One cell over several tiers down to the lowest is an indicator by itself.
        const Cell* const lowest = sheet_.grid.cell(r, columns_.tiers[used_[leaf]]);
        while (leaf > 0 && lowest != nullptr &&
               sheet_.grid.cell(r, columns_.tiers[used_[leaf - 1]]) == lowest)
            --leaf;
        // 预算执行率 with nothing in the tiers below is a row by itself, or the heading of what follows.
        std::size_t deepest = leaf;
        while (deepest > 0 && text(r, columns_.tiers[used_[deepest]]).empty()) --deepest;
        const Cell* const named = sheet_.grid.cell(r, columns_.tiers[used_[deepest]]);
        if (deepest < leaf && has_points(r) && named != nullptr && !named->text.empty() && named->row == r &&
            named->rows == 1 && (deepest == 0 || sheet_.grid.printed(r) == sheet_.grid.columns()) &&
            (open_[deepest] == nullptr || open_[deepest]->text.text != named->text.text))
            leaf = deepest;
        for (std::size_t i = 0; i < leaf; ++i) {
            const Cell* const cell = sheet_.grid.cell(r, columns_.tiers[used_[i]]);
            const bool blank = cell == nullptr || cell->text.empty();
            // An empty tier repeats the one above it, as does one that prints the same words again; and a table may leave a
            // tier out under one heading.
            if (blank || (!opened && open_[i] != nullptr &&
                          (cell == open_[i] || cell->text.text == open_[i]->text.text)))
                continue;
            PointLine heading;
            heading.tier = i;
            heading.leaf.name = cell->text.text;
            heading.leaf.weight = declared(*cell, heading.leaf.name);
            open(i, cell);
            opened = true;
            out_.lines.push_back(std::move(heading));
        }
        leaf_row(r, leaf);
    }

  private:
    void open(std::size_t tier, const Cell* cell) {
        weighed_ = nullptr;
        open_[tier] = cell;
        for (std::size_t below = tier + 1; below < tier_count; ++below) open_[below] = nullptr;
        adjusts_ = PointRow::listed;
    }
    [[nodiscard]] std::string_view text(std::uint32_t r, std::uint32_t column) const {
        return column == no_column ? std::string_view() : sheet_.grid.text(r, column);
    }
    [[nodiscard]] bool number(std::uint32_t r, std::uint32_t column) const {
        return column != no_column && sheet_.grid.kind(r, column) == CellKind::number &&
               sheet_.grid.cell(r, column)->row == r;
    }
    [[nodiscard]] bool has_points(std::uint32_t r) const {
        return number(r, columns_.weight) || number(r, columns_.score);
    }
    void use(const Cell& cell) {
        used_cells_[std::size_t{cell.row} * sheet_.grid.columns() + cell.column] = true;
    }
    Stated value(std::uint32_t r, std::uint32_t column, const std::optional<Unit>& unit,
                 std::string_view name, std::string_view head) {
        use(*sheet_.grid.cell(r, column));
        return sheet_.figure(r, column, unit, name, head);
    }
    Stated declared(const Cell& cell, std::string& name) {
        use(cell);
        return declared_weight(sheet_, cell, name);
    }

    /// 自评等级, 说明, 填表人: rows of the form, which one cell fills or which name what they are.
    [[nodiscard]] bool remark_row(std::uint32_t r) const {
        const Cell* const first = sheet_.grid.cell(r, columns_.tiers[used_.front()]);
        for (const std::uint32_t column : {columns_.weight, columns_.score})
            if (first != nullptr && column != no_column && sheet_.grid.cell(r, column) == first) return true;
        for (std::uint32_t c = 0; c < sheet_.grid.columns(); ++c) {
            if (!sheet_.grid.begins(r, c) || sheet_.grid.text(r, c).empty()) continue;
            const std::string_view text = sheet_.grid.text(r, c);
            constexpr std::array<std::string_view, 8> words{"自评等级", "评价等级", "绩效等级", "等级",
                                                            "说明",     "备注",     "填表人",   "注："};
            return !has_points(r) && std::any_of(words.begin(), words.end(), [&](std::string_view word) {
                return begins_with(text, word);
            });
        }
        return false;
    }

    /// What the first of its names says that the row is. A heading 加分项 makes all rows under it that.
    PointRow kind_of_row(std::uint32_t r) {
        const std::uint32_t last = columns_.tiers[used_.back()];
        label_ = nullptr;
        tier_ = 0;
        PointRow is = PointRow::listed;
        for (std::uint32_t c = 0; c < sheet_.grid.columns(); ++c) {
            const Cell* const cell = sheet_.grid.cell(r, c);
            if (cell == nullptr || cell->text.empty()) continue;
            if (c > last && label_ != nullptr) break;
            if (sheet_.grid.kind(r, c) == CellKind::number) {
                if (c > last) break;
                continue;
            }
            for (std::size_t tier = 0; tier < used_.size(); ++tier)
                if (columns_.tiers[used_[tier]] == c) tier_ = tier;
            label_ = cell;
            const PointRow said = point_row_of(
                cell->text.text.starts_with("其") ? cell->text.text : bare_name(cell->text.text));
            const bool adjusts = said == PointRow::bonus || said == PointRow::deduction;
            if (adjusts && cell->rows > 1) adjusts_ = said;
            // 产出指标 | 合计 is of that heading.
            const bool of_heading = said == PointRow::total && tier_ > 0 &&
                                    !text(r, columns_.tiers[used_.front()]).empty() &&
                                    sheet_.grid.cell(r, columns_.tiers[used_.front()]) != cell;
            if (said != PointRow::listed) is = of_heading ? PointRow::subtotal : said;
            // 合计（不含执行率） is of some rows only.
            if (is == PointRow::total && cell->text.text.find("不含") != std::string::npos)
                is = PointRow::within;
            // 产出小计, with the columns of the tiers below it: the first word that says something counts.
            if (is != PointRow::listed) break;
        }
        if (is == PointRow::listed && adjusts_ != PointRow::listed) {
            const Cell* const first = sheet_.grid.cell(r, columns_.tiers[used_.front()]);
            if (first == nullptr || first->text.empty() || used_.size() == 1) return adjusts_;
            adjusts_ = PointRow::listed;
        }
        return is;
    }

    void special_row(std::uint32_t r, PointRow is) {
        PointLine line;
        line.is = is;
        line.tier = tier_;
        // 加分项 over rows of its own is told with what they print.
        const Cell* name = label_;
        if ((is == PointRow::bonus || is == PointRow::deduction) && used_.size() > 1)
            if (const Cell* const lowest = sheet_.grid.cell(r, columns_.tiers[used_.back()]);
                lowest != nullptr && !lowest->text.empty())
                name = lowest;
        if (name == nullptr) return;
        line.leaf.name = name->text.text;
        while (line.leaf.name.ends_with("：")) line.leaf.name.resize(line.leaf.name.size() - 3);
        line.numbering = numbering_of(line.leaf.name);
        if (is == PointRow::total || is == PointRow::last) {
            total_points(r, line.leaf);
        } else {
            points_of(r, line);
            const bool empty = !line.has_points();
            if (empty && (is == PointRow::bonus || is == PointRow::deduction)) adjusts_ = is;
        }
        if (is == PointRow::total || is == PointRow::last || is == PointRow::subtotal)
            adjusts_ = PointRow::listed;
        if (line.has_points()) out_.lines.push_back(std::move(line));
    }

    void points_of(std::uint32_t r, PointLine& line) {
        Indicator& leaf = line.leaf;
        if (number(r, columns_.weight)) leaf.weight = value(r, columns_.weight, points, leaf.name, "分值");
        if (number(r, columns_.score)) leaf.score = value(r, columns_.score, points, leaf.name, "得分");
        if (number(r, columns_.lacking)) line.lacking = value(r, columns_.lacking, points, leaf.name, "扣分");
    }

    /// The weight of a heading that is printed on the row above, too, as one cell would stand before both.
    [[nodiscard]] bool repeats_heading(std::uint32_t r, const Cell* name) {
        const std::string_view weight = text(r, columns_.weight);
        const bool same = weighed_ != nullptr && !out_.lines.empty() &&
                          out_.lines.back().is == PointRow::listed &&
                          (name == nullptr || name->text.empty() || name->text.text == weighed_->text.text) &&
                          (weight.empty() || weight == weight_);
        if (same && number(r, columns_.weight)) use(*sheet_.grid.cell(r, columns_.weight));
        if (!same) {
            weighed_ = name;
            weight_ = weight;
        }
        return same;
    }
    void leaf_row(std::uint32_t r, std::size_t tier) {
        const Cell* const cell = sheet_.grid.cell(r, columns_.tiers[used_[tier]]);
        const bool named = cell != nullptr && !cell->text.empty() && cell->row == r;
        if (!named && !has_points(r)) return;
        if (columns_.of_headings && repeats_heading(r, cell)) return;
        PointLine line;
        line.tier = tier;
        if (tier + 1 < used_.size() && cell != nullptr) open(tier, cell);
        if (cell != nullptr) {
            line.leaf.name = cell->text.text;
            line.indent = cell->indent;
            std::string name = line.leaf.name;
            const Stated weight = declared(*cell, name);
            line.declares = weight.stated();
            line.numbering = numbering_of(name);
            if (columns_.weight == no_column || !number(r, columns_.weight)) {
                line.leaf.weight = weight;
                line.leaf.name = std::move(name);
            }
        }
        points_of(r, line);
        target(r, line.leaf);
        line.leaf.reason = text(r, columns_.remark);
        if (line.leaf.reason == "无" || line.leaf.reason == "/" || line.leaf.reason == "—" ||
            line.leaf.reason == "——")
            line.leaf.reason.clear();
        out_.lines.push_back(std::move(line));
    }

    void target(std::uint32_t r, Indicator& leaf) {
        const std::string_view printed = text(r, columns_.target);
        leaf.comparison = comparison_of(text(r, columns_.comparison));
        if (printed.empty()) return;
        TargetText words = target_of(printed);
        Figure read;
        std::optional<Unit> unit;
        if (columns_.measure != no_column && !text(r, columns_.measure).empty())
            unit = unit_named(text(r, columns_.measure));
        const CellKind kind = kind_of_cell(words.rest, read);
        if (kind != CellKind::number) {
            if (kind == CellKind::words) leaf.comparison = Target::qualitative;
            return;
        }
        if (leaf.comparison == Target::qualitative) return;
        if (leaf.comparison == Target::not_stated) leaf.comparison = words.comparison;
        const Cell& cell = *sheet_.grid.cell(r, columns_.target);
        use(cell);
        leaf.target = sheet_.figure(cell, words.rest,
                                    static_cast<std::size_t>(words.rest.data() - cell.text.text.data()), unit,
                                    leaf.name, "指标值");
        if (number(r, columns_.actual))
            leaf.actual = value(r, columns_.actual, unit, leaf.name, "实际完成值");
    }

    /// Plain text prints the numbers of a total behind its label, wherever they stood.
    void total_points(std::uint32_t r, Indicator& total) {
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t c = label_->column + 1; c < sheet_.grid.columns(); ++c)
            if (sheet_.grid.kind(r, c) == CellKind::number && sheet_.grid.begins(r, c)) numbers.push_back(c);
        const auto stands = [&](std::uint32_t c) {
            return c != no_column && std::find(numbers.begin(), numbers.end(), c) != numbers.end();
        };
        std::uint32_t weight = stands(columns_.weight) ? columns_.weight : no_column;
        std::uint32_t score = stands(columns_.score) ? columns_.score : no_column;
        const bool in_place = sheet_.grid.printed(r) == sheet_.grid.columns();
        if ((weight == no_column && score == no_column) || !in_place) {
            if (numbers.size() > 2 || columns_.others) return;
            weight = numbers.size() == 2 ? numbers[0] : no_column;
            score = numbers.empty() ? no_column : numbers.back();
        }
        if (weight != no_column) total.weight = value(r, weight, points, total.name, "分值");
        if (score != no_column) total.score = value(r, score, points, total.name, "得分");
    }

    const Sheet& sheet_;
    const PointColumns& columns_;
    PointSheet& out_;
    /// Cells whose numbers have been taken.
    std::vector<bool>& used_cells_;
    /// Tiers that the table has, from the top down.
    std::vector<std::size_t> used_{};
    /// The cell that opened the current heading of each tier.
    std::array<const Cell*, tier_count> open_{};
    /// The heading whose weight was printed last, and that weight.
    const Cell* weighed_ = nullptr;
    std::string_view weight_{};
    /// The name of the row that is read, and its tier.
    const Cell* label_ = nullptr;
    std::size_t tier_ = 0;
    /// What the rows are that follow, because of their heading.
    PointRow adjusts_ = PointRow::listed;
};

/// Numbers that are no points and no targets, such as 得分率, are told by themselves.
void keep_others(const Sheet& sheet, const TableScope& scope, const std::vector<Head>& heads,
                 std::uint32_t begin, std::uint32_t end, const std::vector<bool>& used, Draft& draft) {
    const PointColumns columns = columns_of(heads);
    for (std::uint32_t r = begin; r < end; ++r) {
        std::string_view name;
        for (const std::uint32_t tier : columns.tiers)
            if (tier != no_column && !sheet.grid.text(r, tier).empty()) name = sheet.grid.text(r, tier);
        for (std::uint32_t c = 0; c < sheet.grid.columns() && c < heads.size(); ++c) {
            if (!sheet.grid.number_begins(r, c) || used[std::size_t{r} * sheet.grid.columns() + c]) continue;
            const Head& head = heads[c];
            if (head.role == HeadRole::ordinal || head.role == HeadRole::code ||
                head.role == HeadRole::tier || head.role == HeadRole::period || head.words.empty())
                continue;
            std::optional<Unit> unit = head.unit;
            const bool of_points = head.role == HeadRole::weight || head.role == HeadRole::score;
            if (!unit && of_points) unit = points;
            Mention mention;
            mention.figure = sheet.figure(r, c, unit, name, head.words);
            mention.figure.evidence = Evidence::open;
            mention.subject = std::string(name) + head.words;
            mention.of.body = scope.body;
            mention.of.period = scope.period;
            mention.why = "a column beside the points";
            draft.add(std::move(mention));
        }
    }
}

} // namespace

bool heads_of_indicators(const std::vector<Head>& heads) noexcept {
    bool tier = false;
    bool points_column = false;
    for (const Head& head : heads) {
        tier = tier || head.role == HeadRole::tier;
        points_column = points_column || head.role == HeadRole::weight || head.role == HeadRole::score;
    }
    return tier && points_column;
}

void read_indicators(const Sheet& sheet, const TableScope& scope, const std::vector<Head>& heads,
                     std::uint32_t begin, std::uint32_t end, std::vector<PointSheet>& sheets, Draft& draft) {
    const std::vector<PointColumns> found = sheets_among(sheet, heads, begin, end);
    std::vector<bool> used(std::size_t{sheet.grid.rows()} * sheet.grid.columns());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const PointColumns& columns = found[i];
        // What a table prints under a head that is printed again goes on with what it had before.
        if (i == sheets.size()) sheets.emplace_back();
        PointSheet& out = sheets[i];
        if (columns.score != no_column) {
            out.of = heads[columns.score].words;
            out.scale = scale_of_score(out.of);
        }
        if (columns.weight != no_column) out.in_points = counts_points(heads[columns.weight].words);
        out.shares_weights = i > 0 && found[i - 1].weight == columns.weight;
        Rows rows(sheet, columns, out, used);
        for (std::uint32_t r = begin; r < end; ++r) rows.row(r);
    }
    keep_others(sheet, scope, heads, begin, end, used, draft);
}

bool is_grade(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 11> grades{"优",   "优秀",   "良",   "良好", "中",  "中等",
                                                      "合格", "不合格", "一般", "差",   "较差"};
    return std::find(grades.begin(), grades.end(), word) != grades.end();
}

} // namespace tieout::detail
