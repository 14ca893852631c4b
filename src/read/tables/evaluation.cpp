// SPDX-License-Identifier: MIT
#include "read/tables/evaluation.hpp"

#include "read/tables/indicator_tree.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

/// Points that are added up, and whether a row among them prints none.
struct Points {
    std::vector<MentionTerm> terms{};
    bool blank = false;

    void add(MentionId id) {
        if (id == no_mention)
            blank = true;
        else
            terms.push_back({id, Decimal{1}});
    }
    void add(const Points& below) {
        terms.insert(terms.end(), below.terms.begin(), below.terms.end());
        blank = blank || below.blank;
    }
};

/// Ways in which points may be added up to one total, the likeliest first.
using Ways = std::vector<Points>;

/// An evaluation that is told by figures and statements of its own.
struct StatedTree {
    const Sheet& sheet;
    const TableScope& scope;
    Draft& draft;
    /// Figures that are mentions already, by their cells: weights that two columns of scores share.
    std::map<std::pair<std::uint32_t, std::uint32_t>, MentionId> mentioned{};
    /// What tells it from the others of its table.
    std::string of{};
    /// Which rows are parts of which is clear, and scores are added up.
    bool clear = true;
    bool adds = true;
    /// Scores are held against weights; and that is beyond doubt.
    bool bounded = true;
    bool surely_bounded = true;
    /// Weights were stated with the sheet before it.
    bool weights_stated = false;
    /// Some headings print parts that are not all: 其中.
    bool partial = false;

    MentionId mention(const Stated& stated, std::string_view name) {
        if (!stated.stated()) return no_mention;
        const Figure& figure = stated.best();
        const std::pair at{figure.cell_row, figure.cell_column};
        if (const auto found = mentioned.find(at); found != mentioned.end() && at.first != 0)
            return found->second;
        Mention points;
        points.figure = figure;
        points.subject = scope.project.empty() ? std::string(name) : scope.project + ' ' + std::string(name);
        if (!of.empty()) points.subject += of;
        points.of.body = scope.body;
        points.of.period = scope.period;
        return mentioned[at] = draft.add(std::move(points));
    }
    void state(Statement statement) const {
        if (statement.readings.empty()) return;
        statement.context = sheet.context;
        statement.why = "evaluation of a project";
        draft.statements.push_back(std::move(statement));
    }
    void at_most(MentionId score, MentionId weight) const {
        if (score == no_mention || weight == no_mention || !bounded) return;
        Statement statement{.word = "at_most", .evidence = evidence_if(surely_bounded)};
        statement.readings.push_back(
            {.kind = Kind::at_most, .first = {{score, Decimal{1}}}, .second = {{weight, Decimal{1}}}});
        state(std::move(statement));
    }
    void sum(MentionId total, const Ways& ways, bool whole) const {
        if (total == no_mention) return;
        Statement statement{.word = "sum", .evidence = evidence_if(whole && clear)};
        for (const Points& points : ways) {
            if (points.terms.empty()) continue;
            if (points.blank) statement.evidence = Evidence::open;
            statement.readings.push_back({.kind = Kind::sum, .subject = total, .first = points.terms});
        }
        state(std::move(statement));
    }

    /// Adds the points of the lowest tier that has any; a heading's declared weight is their sum.
    void state_indicator(const Indicator& indicator, Points& weights, Points& scores) {
        const MentionId weight = mention(indicator.weight, indicator.name);
        const MentionId score = mention(indicator.score, indicator.name);
        at_most(score, weight);
        if (indicator.indicators.empty()) {
            weights.add(weight);
            scores.add(score);
            return;
        }
        Points weights_below;
        Points scores_below;
        for (const Indicator& below : indicator.indicators)
            state_indicator(below, weights_below, scores_below);
        const auto make = [](MentionId own, const Points& below, Points& all) {
            if (below.terms.empty() && own != no_mention)
                all.add(own);
            else
                all.add(below);
        };
        make(weight, weights_below, weights);
        make(score, scores_below, scores);
        // With 其中 a heading need not print all its parts.
        if (!weights_stated && !partial) sum(weight, {std::move(weights_below)}, true);
        if (adds && !partial) sum(score, {std::move(scores_below)}, true);
    }

    /// total = points, or with the row of the budget, or with what was added and taken away.
    void state_points(MentionId total, Ways ways, MentionId budget,
                      const std::vector<Points>& adjusted) const {
        const auto with = [&](const Points& more) {
            const std::size_t before = ways.size();
            for (std::size_t i = 0; i < before; ++i) {
                Points points = ways[i];
                points.add(more);
                if (!more.terms.empty()) ways.push_back(std::move(points));
            }
        };
        Points of_budget;
        if (budget != no_mention) of_budget.terms.push_back({budget, Decimal{1}});
        with(of_budget);
        // With the same points added in different ways, each is a way of its own.
        const Ways plain = ways;
        for (const Points& more : adjusted)
            for (Points points : plain) {
                points.add(more);
                if (!more.terms.empty()) ways.push_back(std::move(points));
            }
        sum(total, ways, adjusted.empty());
    }

    /// What stands beside the indicators, before or behind the total: points that are added, and that are taken away, which
    /// may be printed with or without their sign.
    std::vector<Points> adjusted(const IndicatorTree& tree, Stated Indicator::*what, bool behind) {
        Points added;
        Points taken;
        for (const Adjustment& adjustment : tree.adjustments) {
            if (adjustment.behind_total != behind) continue;
            const MentionId points = mention(adjustment.points.*what, adjustment.points.name);
            if (points == no_mention || adjustment.is == PointRow::within ||
                adjustment.is == PointRow::subtotal)
                continue;
            added.terms.push_back({points, Decimal{1}});
            taken.terms.push_back({points, Decimal{adjustment.is == PointRow::deduction ? -1 : 1}});
        }
        if (added.terms.empty()) return {};
        return {std::move(added), std::move(taken)};
    }

    Ways ways_of(const IndicatorTree& tree, Points leaves, Stated Indicator::*what) {
        Ways ways{std::move(leaves)};
        if (clear) return ways;
        Points rows;
        Points tops;
        for (const Indicator& row : tree.rows)
            if (const MentionId points = mention(row.*what, row.name); points != no_mention) rows.add(points);
        for (const Indicator& top : tree.indicators)
            if (const MentionId points = mention(top.*what, top.name); points != no_mention) tops.add(points);
        ways.push_back(std::move(rows));
        ways.push_back(std::move(tops));
        return ways;
    }

    void state_tree(const IndicatorTree& tree, MentionId budget_weight, MentionId budget_score) {
        Points weights;
        Points scores;
        for (const Indicator& indicator : tree.indicators) state_indicator(indicator, weights, scores);
        const MentionId weight = mention(tree.total.weight, tree.total.name);
        const MentionId score = mention(tree.total.score, tree.total.name);
        if (tree.adjustments.empty()) at_most(score, weight);
        if (!weights_stated)
            state_points(weight, ways_of(tree, std::move(weights), &Indicator::weight), budget_weight,
                         adjusted(tree, &Indicator::weight, false));
        Ways ways = ways_of(tree, std::move(scores), &Indicator::score);
        const std::vector<Points> before = adjusted(tree, &Indicator::score, false);
        const std::vector<Points> behind = adjusted(tree, &Indicator::score, true);
        const MentionId last = mention(tree.last.score, tree.last.name);
        mention(tree.last.weight, tree.last.name);
        adjusted(tree, &Indicator::weight, true);
        if (!adds) return;
        // 折算后得分 is a product, of which the factor is anywhere.
        const bool converted = tree.last.name.find("折算") != std::string::npos;
        if (last != no_mention && score != no_mention && !converted) {
            Points total;
            total.add(score);
            std::vector<Points> all = behind;
            all.insert(all.end(), before.begin(), before.end());
            Ways from_total{total};
            state_points(last, std::move(from_total), no_mention, all.empty() ? std::vector{Points{}} : all);
        }
        state_points(score, std::move(ways), budget_score, before);
    }

    /// 得分 = 分值 − 扣分, which may be printed with or without its sign.
    void state_lacking(const std::vector<PointLine>& lines) {
        for (const PointLine& line : lines) {
            const MentionId lacking = mention(line.lacking, line.leaf.name);
            const MentionId weight = mention(line.leaf.weight, line.leaf.name);
            const MentionId score = mention(line.leaf.score, line.leaf.name);
            if (lacking == no_mention || weight == no_mention || score == no_mention) continue;
            Statement statement{.word = "sum"};
            for (const int sign : {-1, 1})
                statement.readings.push_back({.kind = Kind::sum,
                                              .subject = score,
                                              .first = {{weight, Decimal{1}}, {lacking, Decimal{sign}}}});
            state(std::move(statement));
        }
    }
};

/// Whether the model has a place for everything that the sheet prints.
bool fits_model(const PointSheet& sheet, const IndicatorTree& tree) {
    return tree.plain() && sheet.scale == ScoreScale::points &&
           std::none_of(sheet.lines.begin(), sheet.lines.end(),
                        [](const PointLine& line) { return line.lacking.stated(); });
}

/// `partial` where the sheet says that it does not list all indicators: 未得满分指标一览表.
void keep_in_model(IndicatorTree&& tree, Evaluation&& evaluation, bool partial, Evaluation& kept) {
    kept.indicators = std::move(tree.indicators);
    kept.budget.weight = std::move(evaluation.budget.weight);
    kept.budget.score = std::move(evaluation.budget.score);
    if (kept.budget.weight.stated() || kept.budget.score.stated())
        kept.budget.label = evaluation.budget.label;
    // Without a total an extract looks as the whole does.
    if (!kept.indicators.empty() && !tree.complete && !kept.budget.weight.stated())
        kept.indicators_complete = subset;
    const auto keep = [&](const Stated& statements, Stated& place) {
        for (Figure statement : statements.statements()) {
            if (partial) statement.evidence = Evidence::open;
            place.also(std::move(statement));
        }
    };
    keep(tree.total.weight, kept.weight);
    keep(tree.total.score, kept.score);
    if (kept.grade.empty()) kept.grade = evaluation.grade;
}

/// Of several sheets none is the evaluation of the body for sure, unless one says that it is of all: 整体支出.
void open_total_among_several(Draft& draft) {
    const bool said = std::any_of(draft.frames.begin(), draft.frames.end(), [](const auto& framed) {
        return framed.second.name.text.find("整体") != std::string::npos;
    });
    if (said) return;
    Evaluation& kept = draft.filing.evaluation;
    for (Stated* place : {&kept.weight, &kept.score}) {
        Stated opened;
        for (Figure statement : place->statements()) {
            if (statement.cell_row != 0) statement.evidence = Evidence::open;
            opened.also(std::move(statement));
        }
        *place = std::move(opened);
    }
}

} // namespace

void keep_evaluation(const Sheet& sheet, const TableScope& scope, const std::vector<PointSheet>& sheets,
                     Evaluation&& evaluation, Draft& draft) {
    if (evaluation.grade.empty()) evaluation.grade = scope.grade;
    Evaluation& kept = draft.filing.evaluation;
    const bool first = kept.indicators.empty() && !kept.budget.weight.stated() && !kept.budget.score.stated();
    std::vector<IndicatorTree> trees;
    trees.reserve(sheets.size());
    for (const PointSheet& one : sheets) trees.push_back(tree_of(one));
    if (trees.empty()) trees.emplace_back();
    if (!scope.of_project && scope.body.empty() && scope.period.empty() && first &&
        (sheets.empty() || (sheets.size() == 1 && fits_model(sheets.front(), trees.front()))))
        return keep_in_model(std::move(trees.front()), std::move(evaluation), scope.excerpt || scope.noted,
                             kept);

    if (!first && std::any_of(trees.begin(), trees.end(),
                              [](const IndicatorTree& tree) { return tree.total.score.stated(); }))
        open_total_among_several(draft);
    StatedTree stated{sheet, scope, draft};
    const MentionId budget_weight = stated.mention(evaluation.budget.weight, evaluation.budget.label);
    const MentionId budget_score = stated.mention(evaluation.budget.score, evaluation.budget.label);
    stated.at_most(budget_score, budget_weight);
    const bool weighted = std::any_of(sheets.begin(), sheets.end(), [](const PointSheet& one) {
        return one.scale == ScoreScale::weighted;
    });
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const PointSheet& one = sheets[i];
        // Beside 加权得分 a score is what is weighted.
        const bool apart =
            one.scale == ScoreScale::hundred || (weighted && one.scale != ScoreScale::weighted);
        stated.of = sheets.size() > 1 ? one.of : std::string();
        stated.clear = trees[i].clear;
        stated.adds = !apart;
        stated.bounded = !apart && (one.in_points || one.scale == ScoreScale::points);
        stated.surely_bounded = one.in_points && trees[i].clear;
        stated.weights_stated = one.shares_weights;
        stated.partial =
            std::any_of(trees[i].adjustments.begin(), trees[i].adjustments.end(),
                        [](const Adjustment& adjustment) { return adjustment.is == PointRow::within; });
        stated.state_tree(trees[i], budget_weight, budget_score);
        stated.state_lacking(one.lines);
    }
}

} // namespace tieout::detail
