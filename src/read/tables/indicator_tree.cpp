// SPDX-License-Identifier: MIT
#include "read/tables/indicator_tree.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tieout::detail {

namespace {

bool is_listed(const PointLine& line) noexcept { return line.is == PointRow::listed; }

/// Adds what is stated once more.
void also(Stated& stated, const Stated& more) {
    for (const Figure& figure : more.statements()) stated.also(figure);
}

/// How deep each row of a sheet with one column of names stands; whether that is clear.
struct Depths {
    std::vector<std::size_t> of{};
    bool clear = true;
};

Depths by_numbering(std::span<const PointLine> lines) {
    Depths depths;
    std::vector<std::uint8_t> ranks;
    for (const PointLine& line : lines)
        if (is_listed(line) && line.numbering != 0) ranks.push_back(line.numbering);
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    const auto first = std::find_if(lines.begin(), lines.end(), is_listed);
    // 产出, 1.数量, 2.质量: what has no number and stands first is over what has one.
    const bool names_over = first != lines.end() && first->numbering == 0;
    std::size_t last = 0;
    bool last_has_points = false;
    for (const PointLine& line : lines) {
        std::size_t depth = 0;
        if (line.numbering != 0) {
            depth = static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), line.numbering) -
                                             ranks.begin()) +
                    (names_over ? 1 : 0);
        } else if (!names_over && is_listed(line)) {
            // A row without number under one that has points of its own may be its part, or stand beside it.
            depth = last + 1;
            depths.clear = depths.clear && !(last_has_points && line.has_points());
        } else if (is_listed(line)) {
            depths.clear = depths.clear && !line.has_points();
        }
        depths.of.push_back(depth);
        if (is_listed(line) && line.numbering != 0) {
            last = depth;
            last_has_points = line.has_points();
        }
    }
    return depths;
}

Depths by_indent(std::span<const PointLine> lines) {
    Depths depths;
    std::vector<std::uint32_t> indents;
    for (const PointLine& line : lines)
        if (is_listed(line)) indents.push_back(line.indent);
    std::sort(indents.begin(), indents.end());
    indents.erase(std::unique(indents.begin(), indents.end()), indents.end());
    for (const PointLine& line : lines)
        depths.of.push_back(static_cast<std::size_t>(
            std::lower_bound(indents.begin(), indents.end(), line.indent) - indents.begin()));
    return depths;
}

/// 产出（60分）, 数量, 质量: the rows that declare are the headings of the others.
Depths by_declaring(std::span<const PointLine> lines) {
    const bool bare = std::any_of(lines.begin(), lines.end(), [](const PointLine& line) {
        return is_listed(line) && line.declares && !line.leaf.score.stated();
    });
    Depths depths;
    bool under = false;
    for (const PointLine& line : lines) {
        const bool heading = is_listed(line) && line.declares && (!bare || !line.leaf.score.stated());
        depths.of.push_back(under && is_listed(line) && !heading ? 1 : 0);
        under = under || heading;
    }
    return depths;
}

/// Names of both tiers of the common scheme in one column: 数量 may be part of 产出 above it, or stand beside it.
Depths by_scheme(std::span<const PointLine> lines) {
    Depths depths;
    bool under = false;
    bool headed = false;
    for (const PointLine& line : lines) {
        const int tier = is_listed(line) ? tier_of_scheme(line.leaf.name) : 1;
        if (tier == 1) under = true;
        const bool part = tier == 2 && under;
        headed = headed || part;
        depths.of.push_back(part ? 1 : 0);
    }
    depths.clear = !headed;
    return depths;
}

Depths depths_of(const PointSheet& sheet, std::span<const PointLine> lines) {
    Depths depths;
    if (sheet.tiers) {
        for (const PointLine& line : lines) depths.of.push_back(line.tier);
        return depths;
    }
    const auto any = [&](auto wanted) {
        return std::any_of(lines.begin(), lines.end(),
                           [&](const PointLine& line) { return is_listed(line) && wanted(line); });
    };
    if (any([](const PointLine& line) { return line.numbering != 0; })) return by_numbering(lines);
    const auto first = std::find_if(lines.begin(), lines.end(), is_listed);
    if (first != lines.end() && any([&](const PointLine& line) { return line.indent != first->indent; }))
        return by_indent(lines);
    const auto declares = [](const PointLine& line) { return line.declares; };
    if (any(declares) && any([&](const PointLine& line) { return !line.declares; }))
        return by_declaring(lines);
    const bool bare = any([](const PointLine& line) { return line.declares && !line.leaf.score.stated(); });
    if (bare && any([](const PointLine& line) { return line.leaf.score.stated(); }))
        return by_declaring(lines);
    return by_scheme(lines);
}

class Builder {
  public:
    Builder(const PointSheet& sheet, IndicatorTree& tree) : sheet_(sheet), tree_(tree) {}

    void add(std::span<const PointLine> lines) {
        const Depths depths = depths_of(sheet_, lines);
        tree_.clear = tree_.clear && depths.clear;
        std::size_t adjusts = none;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const PointLine& line = lines[i];
            const bool adjustment = line.is == PointRow::bonus || line.is == PointRow::deduction;
            // What has a lower number under 加分项 is part of it.
            if (is_listed(line) && adjusts != none && !sheet_.tiers &&
                line.numbering > lines[adjusts].numbering) {
                beside({PointRow::within, line.leaf});
                continue;
            }
            adjusts = adjustment ? i : none;
            if (adjustment || line.is == PointRow::within)
                beside({line.is, line.leaf});
            else if (line.is == PointRow::subtotal)
                subtotal(line);
            else if (is_listed(line))
                listed(line, depths.of[i]);
        }
    }

  private:
    void beside(Adjustment adjustment) { tree_.adjustments.push_back(std::move(adjustment)); }

    /// The indicator that is open at a place of the chain.
    Indicator& open(std::size_t place) {
        Indicator* at = &tree_.indicators.back();
        for (std::size_t i = 0; i < place; ++i) at = &at->indicators.back();
        return *at;
    }

    void listed(const PointLine& line, std::size_t depth) {
        while (!chain_.empty() && chain_.back() >= depth) chain_.pop_back();
        std::vector<Indicator>& level =
            chain_.empty() ? tree_.indicators : open(chain_.size() - 1).indicators;
        level.push_back(line.leaf);
        if (line.has_points()) tree_.rows.push_back(line.leaf);
        chain_.push_back(depth);
    }

    static void give(Indicator& heading, const PointLine& line) {
        also(heading.weight, line.leaf.weight);
        also(heading.score, line.leaf.score);
    }

    /// 产出指标小计, and 小计 under the rows of one heading: what the heading comes to.
    void subtotal(const PointLine& line) {
        constexpr std::string_view word = "小计";
        const std::string& name = line.leaf.name;
        const bool bare = name == word || name == "合计";
        if (!bare) {
            for (std::size_t place = chain_.size(); place-- > 0;)
                if (Indicator& heading = open(place);
                    !heading.name.empty() && name.starts_with(heading.name) && !heading.indicators.empty())
                    return give(heading, line);
            for (Indicator& heading : tree_.indicators)
                if (!heading.name.empty() && name.starts_with(heading.name) && !heading.indicators.empty())
                    return give(heading, line);
        }
        if (bare && sheet_.tiers && line.tier > 0)
            for (std::size_t place = chain_.size(); place-- > 0;)
                if (chain_[place] < line.tier && !open(place).indicators.empty())
                    return give(open(place), line);
        const std::size_t since = tree_.indicators.size() - grouped_;
        if (since == 1 && !tree_.indicators.back().indicators.empty()) {
            grouped_ = tree_.indicators.size();
            return give(tree_.indicators.back(), line);
        }
        // 基础分合计: of which rows is not said.
        tree_.clear = tree_.clear && bare;
        if (since == 0) {
            tree_.clear = false;
            return beside({PointRow::subtotal, line.leaf});
        }
        // The rows since the subtotal before it are a group without a heading.
        Indicator group;
        group.name = name;
        give(group, line);
        const auto first = tree_.indicators.begin() + static_cast<std::ptrdiff_t>(grouped_);
        std::move(first, tree_.indicators.end(), std::back_inserter(group.indicators));
        tree_.indicators.erase(first, tree_.indicators.end());
        tree_.indicators.push_back(std::move(group));
        grouped_ = tree_.indicators.size();
        chain_.clear();
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const PointSheet& sheet_;
    IndicatorTree& tree_;
    /// Depths of the indicators that are open, from the top down.
    std::vector<std::size_t> chain_{};
    /// Indicators at the top that a subtotal has been taken of.
    std::size_t grouped_ = 0;
};

/// The forms divide a hundred points among 产出, 效益 and 满意度, and what else there is.
bool has_common_scheme(const std::vector<Indicator>& indicators) {
    constexpr std::array<std::string_view, 3> words{"产出", "效益", "满意度"};
    return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::any_of(indicators.begin(), indicators.end(),
                           [&](const Indicator& one) { return one.name.starts_with(word); });
    });
}

} // namespace

IndicatorTree tree_of(const PointSheet& sheet) {
    IndicatorTree tree;
    const std::vector<PointLine>& lines = sheet.lines;
    const auto counts = [](const PointLine& line) { return is_listed(line) && line.has_points(); };
    std::vector<std::size_t> totals;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].is == PointRow::total) totals.push_back(i);
    const auto any_listed = [&](std::size_t begin, std::size_t end) {
        return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                           lines.begin() + static_cast<std::ptrdiff_t>(end), counts);
    };
    // A total behind others that have rows between them is that of all; what those are of is not clear.
    std::size_t total = totals.empty() ? lines.size() : totals.front();
    for (const std::size_t at : totals)
        if (at != total && any_listed(total, at)) {
            if (any_listed(0, total)) tree.clear = false;
            total = at;
        }
    if (totals.empty())
        for (std::size_t i = 0; i < lines.size() && total == lines.size(); ++i)
            if (lines[i].is == PointRow::last) total = i;
    if (total < lines.size()) tree.total = lines[total].leaf;
    // What stands over its rows has them all beneath it.
    const std::size_t end = any_listed(0, total) ? total : lines.size();
    Builder builder(sheet, tree);
    builder.add(std::span(lines).first(end));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PointLine& line = lines[i];
        if (i == total || (i < end && line.is != PointRow::total && line.is != PointRow::last)) continue;
        const bool last = line.is == PointRow::last || (line.is == PointRow::total && i > total);
        if (last && !tree.last.score.stated()) {
            tree.last = line.leaf;
            continue;
        }
        tree.clear = tree.clear && !counts(line);
        tree.adjustments.push_back({line.is, line.leaf, i > total});
    }
    // What follows 其中 without a mark may be part of the same row.
    if (std::any_of(lines.begin(), lines.end(),
                    [](const PointLine& line) { return line.is == PointRow::within; }))
        tree.clear = false;
    tree.complete = tree.total.weight.stated() || has_common_scheme(tree.indicators);
    return tree;
}

} // namespace tieout::detail
