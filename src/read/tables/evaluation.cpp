// SPDX-License-Identifier: MIT
#include "read/tables/evaluation.hpp"

#include <algorithm>
#include <utility>

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

/// The evaluation of one project.
struct ProjectTree {
    const Sheet& sheet;
    const TableScope& scope;
    Draft& draft;

    MentionId mention(const Stated& stated, std::string_view name) const {
        if (!stated.stated()) return no_mention;
        Mention points;
        points.figure = stated.best();
        points.subject = scope.project.empty() ? std::string(name) : scope.project + ' ' + std::string(name);
        return draft.add(std::move(points));
    }
    void state(Statement statement) const {
        if (statement.readings.empty()) return;
        statement.context = sheet.context;
        statement.why = "evaluation of a project";
        draft.statements.push_back(std::move(statement));
    }
    void at_most(MentionId score, MentionId weight) const {
        if (score == no_mention || weight == no_mention) return;
        Statement statement{.word = "at_most", .evidence = Evidence::whole};
        statement.readings.push_back(
            {.kind = Kind::at_most, .first = {{score, Decimal{1}}}, .second = {{weight, Decimal{1}}}});
        state(std::move(statement));
    }
    void sum(MentionId total, const std::vector<Points>& readings) const {
        if (total == no_mention) return;
        Statement statement{.word = "sum", .evidence = Evidence::whole};
        for (const Points& points : readings) {
            if (points.terms.empty()) continue;
            if (points.blank) statement.evidence = Evidence::open;
            statement.readings.push_back({.kind = Kind::sum, .subject = total, .first = points.terms});
        }
        state(std::move(statement));
    }

    /// Adds the points of the lowest tier that has any; a heading's declared weight is their sum. Returns weight and score
    /// that the indicator itself prints.
    std::pair<MentionId, MentionId> state_indicator(const Indicator& indicator, Points& weights,
                                                    Points& scores) const {
        const MentionId weight = mention(indicator.weight, indicator.name);
        const MentionId score = mention(indicator.score, indicator.name);
        if (indicator.indicators.empty()) {
            weights.add(weight);
            scores.add(score);
            at_most(score, weight);
            return {weight, score};
        }
        Points weights_below;
        Points scores_below;
        for (const Indicator& below : indicator.indicators)
            state_indicator(below, weights_below, scores_below);
        weights.add(weights_below);
        scores.add(scores_below);
        sum(weight, {std::move(weights_below)});
        sum(score, {std::move(scores_below)});
        return {weight, score};
    }

    void state_points(MentionId total, Points points, MentionId budget) const {
        if (total == no_mention || points.terms.empty()) return;
        std::vector<Points> readings{points};
        if (budget != no_mention) {
            points.terms.push_back({budget, Decimal{1}});
            readings.push_back(std::move(points));
        }
        sum(total, readings);
    }
};

} // namespace

void keep_evaluation(const Sheet& sheet, const TableScope& scope, Evaluation&& evaluation, Draft& draft) {
    if (evaluation.grade.empty()) evaluation.grade = scope.grade;
    Evaluation& kept = draft.filing.evaluation;
    const bool first = kept.indicators.empty() && !kept.budget.weight.stated() && !kept.budget.score.stated();
    if (!scope.of_project && scope.body.empty() && scope.period.empty() && first) {
        kept.indicators = std::move(evaluation.indicators);
        kept.budget.weight = std::move(evaluation.budget.weight);
        kept.budget.score = std::move(evaluation.budget.score);
        if (kept.budget.weight.stated() || kept.budget.score.stated())
            kept.budget.label = evaluation.budget.label;
        for (const Figure& statement : evaluation.weight.statements()) kept.weight.also(statement);
        for (const Figure& statement : evaluation.score.statements()) kept.score.also(statement);
        if (kept.grade.empty()) kept.grade = evaluation.grade;
        return;
    }
    const ProjectTree tree{sheet, scope, draft};
    const MentionId budget_weight = tree.mention(evaluation.budget.weight, evaluation.budget.label);
    const MentionId budget_score = tree.mention(evaluation.budget.score, evaluation.budget.label);
    tree.at_most(budget_score, budget_weight);
    Points weights;
    Points scores;
    for (const Indicator& indicator : evaluation.indicators) tree.state_indicator(indicator, weights, scores);
    tree.state_points(tree.mention(evaluation.weight, "总分"), std::move(weights), budget_weight);
    tree.state_points(tree.mention(evaluation.score, "总分"), std::move(scores), budget_score);
}

} // namespace tieout::detail
