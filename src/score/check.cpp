// SPDX-License-Identifier: MIT
// States what must hold of the scores of a filing under a profile; checking it is done where all relations are.
#include <tieout/score/score.hpp>

#include "relations/evidence.hpp"
#include "rules/conclude.hpp"
#include "score/score_parts.hpp"

#include <algorithm>
#include <deque>
#include <memory>

namespace tieout {
namespace {

/// Whether points can be a fraction that the form prints rounded.
bool is_rounded(const Method& method) {
    return method.primitive == Primitive::proportional ||
           (method.primitive == Primitive::deduct_per && !method.whole);
}

/// States the relations of one filing.
class Statement {
  public:
    Statement(const Filing& filing, const Profile& profile, ReportView& report)
        : filing_(filing), profile_(profile), relations_(report.relations), options_(report.options),
          result_(score(filing, profile, report.options)) {
        auto texts = std::make_shared<std::deque<Brought>>();
        texts_ = texts.get();
        report.holds = std::move(texts);
    }

    void all() {
        for (const ScoredRow& row : result_.rows)
            if (!row.heading && row.score->stated()) row_score(row);
        for (const ScoredRow& row : result_.rows)
            if (!row.heading) actual_value(row);
        sums();
        weights_in_principle();
        // What is beyond 38 digits is nothing that a total could be held against.
        unless_too_large([&] { recomputed_total(); });
        unless_too_large([&] { caps(); });
        grade();
    }

  private:
    template <class State>
    static bool unless_too_large(State state) {
        try {
            state();
            return true;
        } catch (const Overflow&) {
            return false;
        }
    }

    const Brought* bring(const ScoreDemand& demand, const Citation& source, std::string basis_zh = {},
                         std::string basis_en = {}) {
        Brought& brought = texts_->emplace_back();
        brought.demand = {std::string(demand.demand.zh), std::string(demand.demand.en)};
        brought.basis = {std::move(basis_zh), std::move(basis_en)};
        brought.clause = {text_of(source, Language::zh), text_of(source, Language::en)};
        return &brought;
    }

    void origin(std::string_view code, const Brought* brought, bool unsettled = false, bool rounds = false) {
        relations_.origin({.code = code,
                           .severity = find_score_demand(code)->severity,
                           .brought = brought,
                           .unsettled = unsettled,
                           .rounded_constant = rounds});
    }

    /// Whether it is open what any figure is of that the points of a row come from.
    [[nodiscard]] bool rests_on_open(const ScoredRow& row) const {
        const auto open = [](const Stated& figure) { return figure.known() && detail::is_open(figure); };
        if (row.indicator != nullptr && (open(row.indicator->target) || open(row.indicator->actual)))
            return true;
        return open(*row.weight) || (row.value && row.value->ratio != nullptr &&
                                     rests_on_open(*row.value->ratio, row.value->initial_budget));
    }
    [[nodiscard]] bool rests_on_open(const RatioEntry& ratio, bool initial_budget) const {
        RatioSubject subject = detail::subject_of(filing_, ratio);
        subject.initial_budget = initial_budget;
        for (const Terms& terms : {ratio.numerator(subject), ratio.denominator(subject)})
            for (const Term& term : terms)
                if (detail::is_open(term.statements)) return true;
        return false;
    }
    /// What was recomputed from figures that are open proves nothing.
    void evidence(bool open) { relations_.evidence(open ? Evidence::open : Evidence::whole); }

    void unsettled(std::string_view code, const Brought* brought, const Stated& figure) {
        origin(code, brought, true);
        relations_.present({figure});
    }

    void row_score(const ScoredRow& row) {
        if (unless_too_large([&] { try_row_score(row); })) return;
        const Words& why = described(Unscored::too_many_digits);
        const Citation& source = row.by != nullptr ? row.by->source : profile_.source;
        unsettled("S01", bring(*find_score_demand("S01"), source, std::string(why.zh), std::string(why.en)),
                  *row.score);
    }

    void try_row_score(const ScoredRow& row) {
        const Citation& source = row.by != nullptr ? row.by->source : profile_.source;
        const bool judged = row.why == Unscored::judged;
        const ScoreDemand& demand = *find_score_demand(judged ? "S02" : "S01");
        const Brought* brought =
            bring(demand, source, how(result_, row, Language::zh), how(result_, row, Language::en));
        const Figure& stated = row.score->best();
        // Fewer points for a target that was set too low are a matter of judgement.
        const bool reduced =
            row.reducible && row.points && stated.known() && (*row.points->points <=> stated.value) > 0;
        if ((row.why != Unscored::no && !judged) || reduced)
            return unsettled(demand.code, brought, *row.score);
        const Points& points = *row.points;
        // A score is printed with so many digits: any way of rounding to them is as good as another.
        const int digits = std::max(0, stated.known() ? stated.scale() : profile_.decimals);
        const bool rounds = !judged && is_rounded(*row.by->method);
        const int finest = rounds ? digits : exact_digits;
        const Decimal low = rounded(points.low, finest, Rounding::floor);
        const Decimal high = rounded(points.high, finest, Rounding::ceiling);
        if (low == high) {
            origin(demand.code, brought);
            evidence(rests_on_open(row));
            relations_.linear({*row.score}, Comparison::equals, trimmed(low), stated.unit);
            return;
        }
        // Of two bounds, the one on whose side the score lies.
        const Decimal expected =
            points.points ? rounded(*points.points, rounds ? digits : exact_digits, profile_.rounding)
                          : stated.value;
        const bool above = stated.known() && stated.value > expected;
        const bool upper = judged ? stated.known() && stated.value >= low : above;
        origin(demand.code, brought, false, !judged && stated.known() && stated.value != expected);
        evidence(rests_on_open(row));
        relations_.linear({*row.score}, upper ? Comparison::at_most : Comparison::at_least,
                          trimmed(upper ? high : low), stated.unit);
    }

    void actual_value(const ScoredRow& row) {
        if (row.by == nullptr || row.by->ratio.empty() || row.indicator == nullptr ||
            !row.indicator->actual.stated())
            return;
        const RatioEntry* entry = find_ratio(row.by->ratio);
        if (entry == nullptr || entry->scope == RatioEntry::Scope::project) return;
        RatioSubject subject = detail::subject_of(filing_, *entry);
        std::vector<std::pair<Terms, Terms>> readings;
        const auto add = [&] {
            Terms numerator = entry->numerator(subject);
            Terms denominator = entry->denominator(subject);
            if (!numerator.empty() && !denominator.empty())
                readings.emplace_back(std::move(numerator), std::move(denominator));
        };
        add();
        subject.initial_budget = true;
        if (entry->on_either_budget) add();
        if (readings.empty()) return;
        origin("S03", bring(*find_score_demand("S03"), row.by->source));
        relations_.readings_begin(true);
        for (const auto& [numerator, denominator] : readings)
            relations_.ratio(row.indicator->actual, numerator, denominator);
        relations_.readings_end();
    }

    /// Weights or scores of the rows, with the budget row if that is counted.
    Terms terms(const Stated* ScoredRow::*points, bool& complete) const {
        Terms found;
        complete = true;
        for (const ScoredRow& row : result_.rows) {
            if (row.heading) continue;
            if (row.indicator == nullptr && profile_.budget && !profile_.budget->counted) continue;
            if ((row.*points)->stated())
                found.emplace_back(*(row.*points));
            else
                complete = false;
        }
        return found;
    }

    void sums() {
        const Evaluation& evaluation = filing_.evaluation;
        bool complete = true;
        if (const Terms scores = terms(&ScoredRow::score, complete);
            !scores.empty() && evaluation.score.stated()) {
            const Citation& source = profile_.budget ? profile_.budget->row.source : profile_.source;
            origin("S04", bring(*find_score_demand("S04"), source));
            if (profile_.caps.empty())
                relations_.sum(evaluation.score, scores, !complete);
            else if (complete) // a cap may have taken something off
                relations_.at_most(std::array{Term(evaluation.score)}, scores);
        }
        if (!profile_.total) return;
        if (const Terms weights = terms(&ScoredRow::weight, complete); !weights.empty()) {
            origin("S05", bring(*find_score_demand("S05"), profile_.total_source));
            relations_.linear(weights, complete ? Comparison::equals : Comparison::at_most, *profile_.total,
                              unit::plain);
        }
    }

    /// Where rows state no score of their own: the total is what all of them earn, however each was rounded.
    void recomputed_total() {
        const Stated& total = filing_.evaluation.score;
        if (!result_.complete || !total.known()) return;
        Decimal low;
        Decimal high;
        bool all_stated = true;
        for (const ScoredRow& row : result_.rows) {
            if (row.heading || (row.indicator == nullptr && profile_.budget && !profile_.budget->counted))
                continue;
            if (row.score->known()) {
                low += row.score->best().value;
                high += row.score->best().value;
                continue;
            }
            all_stated = false;
            const int digits = row.by->method && is_rounded(*row.by->method) ? 0 : exact_digits;
            low += rounded(row.points->low, digits, Rounding::floor);
            high += rounded(row.points->high, digits, Rounding::ceiling);
        }
        if (all_stated) return;
        if (result_.cap) {
            low = std::min(low, *result_.cap);
            high = std::min(high, *result_.cap);
        }
        const Figure& stated = total.best();
        const int digits = std::max(0, stated.scale());
        low = trimmed(rounded(low, digits, Rounding::floor));
        high = trimmed(rounded(high, digits, Rounding::ceiling));
        const std::string sum = to_string(trimmed(*result_.total));
        const Brought* brought = bring(*find_score_demand("S09"), profile_.source, "各行重算得分合计 " + sum,
                                       "the rows as recomputed make " + sum);
        const bool above = stated.value > *result_.total;
        origin("S09", brought, false, low != high && !(stated.value == *result_.total));
        evidence(std::any_of(result_.rows.begin(), result_.rows.end(),
                             [&](const ScoredRow& row) { return !row.heading && rests_on_open(row); }));
        relations_.linear({total},
                          low == high ? Comparison::equals
                          : above     ? Comparison::at_most
                                      : Comparison::at_least,
                          above ? high : low, stated.unit);
    }

    /// Where the document has the headings of the profile, and no others; a weight may stand in the profile in several
    /// ways.
    void weights_in_principle() {
        if (profile_.budget && profile_.budget->row.weight && filing_.evaluation.budget.weight.stated()) {
            origin("S06", bring(*find_score_demand("S06"), profile_.budget->row.source));
            relations_.linear({filing_.evaluation.budget.weight}, Comparison::equals,
                              *profile_.budget->row.weight, unit::plain);
        }
        const auto& indicators = filing_.evaluation.indicators;
        const auto named = [](const ProfileHeading& heading, const Indicator& indicator) {
            return std::find(heading.names.begin(), heading.names.end(), indicator.name) !=
                   heading.names.end();
        };
        for (const Indicator& indicator : indicators)
            if (std::none_of(profile_.headings.begin(), profile_.headings.end(),
                             [&](const ProfileHeading& heading) { return named(heading, indicator); }))
                return;
        for (const ProfileHeading& heading : profile_.headings)
            if (std::none_of(indicators.begin(), indicators.end(),
                             [&](const Indicator& indicator) { return named(heading, indicator); }))
                return;
        for (const Indicator& indicator : indicators) {
            if (!indicator.weight.stated()) continue;
            const auto first =
                std::find_if(profile_.headings.begin(), profile_.headings.end(),
                             [&](const ProfileHeading& heading) { return named(heading, indicator); });
            origin("S06", bring(*find_score_demand("S06"), first->source));
            relations_.readings_begin(true);
            for (const ProfileHeading& heading : profile_.headings)
                if (named(heading, indicator))
                    relations_.linear({indicator.weight}, Comparison::equals, heading.weight, unit::plain);
            relations_.readings_end();
        }
    }

    void caps() {
        const Stated& total = filing_.evaluation.score;
        if (!total.stated()) return;
        for (const CapRule& rule : profile_.caps) {
            // A profile that was read with problems may name none.
            const RatioEntry* const ratio = find_ratio(rule.ratio);
            const auto value =
                ratio != nullptr ? detail::ratio_value(filing_, *ratio, false, options_) : std::nullopt;
            const auto most = detail::cap_of(filing_, profile_, rule, options_);
            const std::string name_zh(ratio != nullptr ? ratio->term.zh : rule.ratio);
            const std::string name_en(ratio != nullptr ? ratio->term.en : rule.ratio);
            if (!value || !most) {
                unsettled("S07",
                          bring(*find_score_demand("S07"), rule.source, name_zh + "未列报",
                                name_en + " is not stated"),
                          total);
                continue;
            }
            const std::string rate = to_string(as_percent(value->value, 2, Rounding::half_up).points) + "%";
            const Decimal cap = trimmed(rounded(most->high, exact_digits, Rounding::ceiling));
            origin("S07", bring(*find_score_demand("S07"), rule.source,
                                name_zh + " " + rate + "：总分不超过 " + to_string(cap),
                                name_en + " " + rate + ": at most " + to_string(cap) + " in all"));
            evidence(rests_on_open(*ratio, false));
            relations_.linear({total}, Comparison::at_most, cap, total.best().unit);
        }
    }

    void grade() {
        const Stated& total = filing_.evaluation.score;
        const std::string& stated = filing_.evaluation.grade;
        if (stated.empty() || profile_.grades.empty() || !total.stated()) return;
        const Grade* grade = find_grade(profile_, stated);
        if (grade == nullptr) {
            unsettled("S08",
                      bring(*find_score_demand("S08"), profile_.grades_source,
                            "评分办法没有“" + stated + "”这一等级",
                            "the profile has no grade \"" + stated + "\""),
                      total);
            return;
        }
        const Grade* const highest = profile_.grades.data();
        const Grade* const above = grade == highest ? nullptr : grade - 1;
        std::string range = "[" + to_string(grade->from) + ", ";
        range += above != nullptr ? to_string(above->from) + ")" : "+∞)";
        const Brought* brought = bring(*find_score_demand("S08"), profile_.grades_source,
                                       stated + " ∈ " + range, stated + " is " + range);
        // One relation says it: the end that the total may miss.
        const bool too_high = above != nullptr && total.known() && total.best().value >= above->from;
        origin("S08", brought);
        relations_.linear({total}, too_high ? Comparison::less_than : Comparison::at_least,
                          too_high ? above->from : grade->from, total.best().unit);
    }

    /// Enough digits for what steps and bands give, which is never rounded.
    static constexpr int exact_digits = 9;

    const Filing& filing_;
    const Profile& profile_;
    Relations& relations_;
    const CheckOptions& options_;
    const Score result_;
    std::deque<Brought>* texts_ = nullptr;
};

} // namespace

Report check(Filing filing, const Profile& profile, CheckOptions options) {
    return check(std::move(filing), profile, RuleSet::standard(), options);
}

Report check(Filing filing, const Profile& profile, const RuleSet& rules, CheckOptions options) {
    Report report;
    report.rules = rules;
    report.owned = std::make_shared<const Filing>(std::move(filing));
    detail::check_filing(report, *report.owned, options,
                         [&](ReportView& made) { Statement(*made.filing, profile, made).all(); });
    return report;
}

ReportView check_in_place(const Filing& filing, const Profile& profile, CheckOptions options) {
    return check_in_place(filing, profile, RuleSet::standard(), options);
}

ReportView check_in_place(const Filing& filing, const Profile& profile, const RuleSet& rules,
                          CheckOptions options) {
    ReportView report;
    report.rules = rules;
    detail::check_filing(report, filing, options,
                         [&](ReportView& made) { Statement(filing, profile, made).all(); });
    return report;
}

} // namespace tieout
