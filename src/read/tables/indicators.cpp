// SPDX-License-Identifier: MIT
#include "read/tables/indicators.hpp"

#include "read/vocabulary/numerals.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace tieout::detail {

namespace {

constexpr std::size_t tier_count = 3;
constexpr std::uint32_t no_column = 0xFFFF'FFFF;

const Unit points = *unit_named("分");

/// Where each thing stands.
struct Columns {
    std::array<std::uint32_t, tier_count> tiers{no_column, no_column, no_column};
    std::uint32_t comparison = no_column;
    std::uint32_t target = no_column;
    std::uint32_t measure = no_column;
    std::uint32_t actual = no_column;
    std::uint32_t weight = no_column;
    std::uint32_t score = no_column;
    std::uint32_t remark = no_column;
};

Columns columns_of(const std::vector<Head>& heads) {
    Columns columns;
    const auto first = [](std::uint32_t& column, std::uint32_t found) {
        if (column == no_column) column = found;
    };
    for (std::uint32_t c = 0; c < heads.size(); ++c) {
        const Head& head = heads[c];
        switch (head.role) {
        case HeadRole::tier: {
            std::uint32_t& tier = columns.tiers[static_cast<std::size_t>(head.tier - 1)];
            // 绩效指标 beside the rows is the name of them all: a lower tier stands behind the highest.
            if (tier != no_column && columns.tiers[0] != no_column && tier < columns.tiers[0]) tier = c;
            first(tier, c);
            break;
        }
        case HeadRole::comparison:
            first(columns.comparison, c);
            break;
        case HeadRole::target:
            first(columns.target, c);
            break;
        case HeadRole::measure:
            first(columns.measure, c);
            break;
        case HeadRole::actual:
            first(columns.actual, c);
            break;
        case HeadRole::weight:
            first(columns.weight, c);
            break;
        case HeadRole::score:
            first(columns.score, c);
            break;
        case HeadRole::remark:
            first(columns.remark, c);
            break;
        default:
            break;
        }
    }
    // Heads of which plain text or a merged 绩效指标 has left only some: the tiers stand side by side.
    return columns;
}

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

class Tree {
  public:
    Tree(const Sheet& sheet, const Columns& columns, Evaluation& evaluation)
        : sheet_(sheet), columns_(columns), evaluation_(evaluation) {
        for (std::size_t tier = 0; tier < tier_count; ++tier)
            if (columns.tiers[tier] != no_column) used_.push_back(tier);
    }

    void row(std::uint32_t r) {
        if (used_.empty() || total_row(r) || subtotal_row(r) || remark_row(r)) return;
        if (used_.size() == 1 && heading_row(r)) return;
        std::vector<Indicator>* level = &evaluation_.indicators;
        // 一、产出（60分） in the only column of names holds what follows it.
        if (used_.size() == 1 && under_heading_) level = &level->back().indicators;
        bool opened = false;
        std::size_t leaf = used_.size() - 1;
        // One cell over several tiers down to the lowest is an indicator by itself.
        const Cell* const lowest = sheet_.grid.cell(r, columns_.tiers[used_[leaf]]);
        while (leaf > 0 && lowest != nullptr &&
               sheet_.grid.cell(r, columns_.tiers[used_[leaf - 1]]) == lowest)
            --leaf;
        // 预算执行率 with nothing in the tiers below is a row by itself, too.
        std::size_t deepest = leaf;
        while (deepest > 0 && text(r, columns_.tiers[used_[deepest]]).empty()) --deepest;
        const Cell* const named = sheet_.grid.cell(r, columns_.tiers[used_[deepest]]);
        if (deepest == 0 && leaf > 0 && has_points(r) && named != nullptr && named->row == r &&
            named->rows == 1 && (open_[deepest] == nullptr || open_[deepest]->text.text != named->text.text))
            leaf = deepest;
        for (std::size_t i = 0; i < leaf; ++i) {
            const std::uint32_t column = columns_.tiers[used_[i]];
            const Cell* const cell = sheet_.grid.cell(r, column);
            const bool blank = cell == nullptr || cell->text.empty();
            // An empty tier repeats the one above it, as does one that prints the same words again.
            const bool same = !opened && open_[i] != nullptr &&
                              (blank || cell == open_[i] || cell->text.text == open_[i]->text.text);
            if (same && !level->empty()) {
                level = &level->back().indicators;
                continue;
            }
            // A table may leave a tier out under one heading.
            if (blank) continue;
            Indicator heading;
            heading.name = cell->text.text;
            heading.weight = declared_weight(sheet_, *cell, heading.name);
            open_[i] = cell;
            for (std::size_t below = i + 1; below < tier_count; ++below) open_[below] = nullptr;
            opened = true;
            level->push_back(std::move(heading));
            level = &level->back().indicators;
        }
        leaf_row(r, columns_.tiers[used_[leaf]], *level);
    }

  private:
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
    [[nodiscard]] Stated value(std::uint32_t r, std::uint32_t column, const std::optional<Unit>& unit,
                               std::string_view name, std::string_view head) const {
        return sheet_.figure(r, column, unit, name, head);
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

    /// 产出指标小计: what its heading declares.
    bool subtotal_row(std::uint32_t r) {
        const Cell* const cell = sheet_.grid.cell(r, columns_.tiers[used_.front()]);
        if (cell == nullptr || evaluation_.indicators.empty()) return false;
        const std::string& name = cell->text.text;
        if (row_word_of(name) != RowWord::subtotal || name.size() == std::string_view("小计").size())
            return false;
        Indicator& heading = evaluation_.indicators.back();
        if (heading.name.empty() || !name.starts_with(heading.name)) return true;
        if (number(r, columns_.weight) && !heading.weight.stated())
            heading.weight = value(r, columns_.weight, points, heading.name, "分值");
        if (number(r, columns_.score) && !heading.score.stated())
            heading.score = value(r, columns_.score, points, heading.name, "得分");
        return true;
    }

    /// A row of nothing but a name with the points that it declares.
    bool heading_row(std::uint32_t r) {
        const Cell* const cell = sheet_.grid.cell(r, columns_.tiers[used_.front()]);
        if (cell == nullptr || cell->row != r || has_points(r)) return false;
        Indicator heading;
        heading.name = cell->text.text;
        heading.weight = declared_weight(sheet_, *cell, heading.name);
        if (!heading.weight.stated()) return false;
        evaluation_.indicators.push_back(std::move(heading));
        under_heading_ = true;
        return true;
    }

    void leaf_row(std::uint32_t r, std::uint32_t column, std::vector<Indicator>& level) {
        const Cell* const cell = sheet_.grid.cell(r, column);
        const bool named = cell != nullptr && !cell->text.empty() && cell->row == r;
        if (!named && !has_points(r)) return;
        Indicator leaf;
        if (cell != nullptr) {
            leaf.name = cell->text.text;
            if (columns_.weight == no_column || !number(r, columns_.weight))
                leaf.weight = declared_weight(sheet_, *cell, leaf.name);
        }
        if (number(r, columns_.weight)) leaf.weight = value(r, columns_.weight, points, leaf.name, "分值");
        if (number(r, columns_.score)) leaf.score = value(r, columns_.score, points, leaf.name, "得分");
        target(r, leaf);
        leaf.reason = text(r, columns_.remark);
        if (leaf.reason == "无" || leaf.reason == "/" || leaf.reason == "—" || leaf.reason == "——")
            leaf.reason.clear();
        level.push_back(std::move(leaf));
    }

    void target(std::uint32_t r, Indicator& leaf) const {
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
        leaf.target = sheet_.figure(cell, words.rest,
                                    static_cast<std::size_t>(words.rest.data() - cell.text.text.data()), unit,
                                    leaf.name, "指标值");
        if (number(r, columns_.actual))
            leaf.actual = value(r, columns_.actual, unit, leaf.name, "实际完成值");
    }

    /// 总分, 合计: the last row. Plain text prints its numbers behind the label, wherever they stood.
    bool total_row(std::uint32_t r) {
        std::uint32_t column = 0;
        while (column < sheet_.grid.columns() && sheet_.grid.text(r, column).empty()) ++column;
        if (column == sheet_.grid.columns()) return false;
        std::string_view label = sheet_.grid.text(r, column);
        while (label.ends_with("：")) label.remove_suffix(3);
        constexpr std::array<std::string_view, 7> words{"总分",     "总得分", "合计",    "总计",
                                                        "合计得分", "总评分", "自评总分"};
        if (std::find(words.begin(), words.end(), label) == words.end()) return false;
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t c = column + 1; c < sheet_.grid.columns(); ++c)
            if (sheet_.grid.kind(r, c) == CellKind::number && sheet_.grid.begins(r, c)) numbers.push_back(c);
        const auto stands = [&](std::uint32_t c) {
            return c != no_column && std::find(numbers.begin(), numbers.end(), c) != numbers.end();
        };
        std::uint32_t weight = stands(columns_.weight) ? columns_.weight : no_column;
        std::uint32_t score = stands(columns_.score) ? columns_.score : no_column;
        const bool in_place = sheet_.grid.printed(r) == sheet_.grid.columns();
        if ((weight == no_column && score == no_column) || !in_place) {
            if (numbers.size() > 2) return true;
            weight = numbers.size() == 2 ? numbers[0] : no_column;
            score = numbers.empty() ? no_column : numbers.back();
        }
        if (weight != no_column && !evaluation_.weight.stated())
            evaluation_.weight = value(r, weight, points, label, "分值");
        if (score != no_column && !evaluation_.score.stated())
            evaluation_.score = value(r, score, points, label, "得分");
        return true;
    }

    const Sheet& sheet_;
    const Columns& columns_;
    Evaluation& evaluation_;
    /// Tiers that the table has, from the top down.
    std::vector<std::size_t> used_{};
    /// The cell that opened the current heading of each tier.
    std::array<const Cell*, tier_count> open_{};
    bool under_heading_ = false;
};

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

void read_indicators(const Sheet& sheet, const std::vector<Head>& heads, std::uint32_t begin,
                     std::uint32_t end, Evaluation& evaluation) {
    const Columns columns = columns_of(heads);
    Tree tree(sheet, columns, evaluation);
    for (std::uint32_t r = begin; r < end; ++r) tree.row(r);
}

bool is_grade(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 11> grades{"优",   "优秀",   "良",   "良好", "中",  "中等",
                                                      "合格", "不合格", "一般", "差",   "较差"};
    return std::find(grades.begin(), grades.end(), word) != grades.end();
}

} // namespace tieout::detail
