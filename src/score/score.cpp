// SPDX-License-Identifier: MIT
#include <tieout/score/score.hpp>

#include "score/score_parts.hpp"

#include <tieout/numbers/percent.hpp>

#include <algorithm>

namespace tieout {

const Words& described(Unscored why) noexcept {
    static constexpr std::array<Words, 12> words{
        {{},
         {"由评价人在区间内评定", "for the evaluator to judge within a range"},
         {"评分办法没有规定此类指标如何记分", "the profile has no method for such a row"},
         {"评分办法没有规定该分值下如何记分", "the profile has a method, but for another weight"},
         {"没有分值", "no weight is given"},
         {"没有可计算的完成值", "no actual value is given, nor what it is computed from"},
         {"没有指标值", "no target is given"},
         {"未注明指标值的性质（≥、≤、=、定性）", "it is not stated how the target binds (≥, ≤, =)"},
         {"完成值与指标值的计量单位不能比较", "the value cannot be compared with what it is held against"},
         {"评分办法没有规定这种情形如何记分", "the method says nothing of such a value"},
         {"数字位数超出范围", "more digits than can be handled exactly"},
         {"所属各行未能全部重算", "not all rows below it could be recomputed"}}};
    return words[static_cast<std::size_t>(why)];
}

namespace detail {

namespace {

/// The terms of a numerator or a denominator, and what they can be.
struct Sum {
    Decimal printed{};
    Interval interval = Interval::point(Decimal{});
};

std::optional<Sum> sum_of(const Terms& terms, const Terms& beside, const CheckOptions& options) {
    // A bare zero is as fine as the finest figure beside it.
    std::optional<int> finest;
    for (const Terms* all : {&terms, &beside})
        for (const Term& term : *all) {
            const Figure& figure = Stated::most_precise(term.statements);
            if (!figure.known()) return std::nullopt;
            if (figure.bare_zero) continue;
            const int scale = base_scale(figure.scale(), figure.unit);
            finest = finest ? std::max(*finest, scale) : scale;
        }
    Sum sum;
    for (const Term& term : terms) {
        const Figure& figure = Stated::most_precise(term.statements);
        sum.printed += term.coefficient * figure.base_value();
        sum.interval = sum.interval + scaled(interval_in_base(figure, finest, options), term.coefficient);
    }
    return sum;
}

} // namespace

Interval interval_in_base(const Figure& figure, std::optional<int> finest, const CheckOptions& options) {
    const PrintedAs printed{figure.scale(), figure.unit, figure.lone_zero(),
                            figure.state == State::none_by_word, figure.printing};
    const Precision precision =
        precision_of(printed, finest, options.scale, options.document_rounding, options.rounding);
    const Interval interval = shifted(interval_of(figure.value, precision), figure.unit.power);
    return figure.sense < 0 ? negated(interval) : interval;
}

RatioSubject subject_of(const Filing& filing, const RatioEntry& entry) {
    RatioSubject subject{filing};
    if (entry.scope == RatioEntry::Scope::filing) return subject;
    // The budget row where it has figures of its own, else the expenditure that it repeats.
    const Item& row = filing.evaluation.budget;
    const bool own = !entry.numerator({filing, &row}).empty() && !entry.denominator({filing, &row}).empty();
    subject.item = own ? static_cast<const Item*>(&row) : &filing.expenditure;
    return subject;
}

std::optional<RowValue> ratio_value(const Filing& filing, const RatioEntry& entry, bool initial_budget,
                                    const CheckOptions& options) {
    if (entry.scope == RatioEntry::Scope::project) return std::nullopt;
    RatioSubject subject = subject_of(filing, entry);
    subject.initial_budget = initial_budget;
    const Terms numerator = entry.numerator(subject);
    const Terms denominator = entry.denominator(subject);
    if (numerator.empty() || denominator.empty()) return std::nullopt;
    const auto n = sum_of(numerator, denominator, options);
    const auto d = sum_of(denominator, numerator, options);
    if (!n || !d || sign(d->printed) <= 0 || sign(d->interval.low.at) <= 0) return std::nullopt;
    RowValue value;
    value.value = n->printed / d->printed;
    const Decimal& low = n->interval.low.at;
    const Decimal& high = n->interval.high.at;
    value.low = low / (sign(low) < 0 ? d->interval.low.at : d->interval.high.at);
    value.high = high / (sign(high) < 0 ? d->interval.high.at : d->interval.low.at);
    value.dimension = Dimension::percent;
    value.ratio = &entry;
    value.initial_budget = initial_budget;
    return value;
}

} // namespace detail

namespace {

constexpr Ratio whole(const Decimal& number) { return {number, 1}; }

std::optional<Comparison> comparison_of(Target target) {
    switch (target) {
    case Target::at_least:
        return Comparison::at_least;
    case Target::at_most:
        return Comparison::at_most;
    case Target::equals:
        return Comparison::equals;
    case Target::not_stated:
    case Target::qualitative:
        break;
    }
    return std::nullopt;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// One of several digits, or a number without unit: what a count may be.
bool countable(Dimension dimension) { return dimension == Dimension::plain || dimension == Dimension::count; }

class Scorer {
  public:
    Scorer(const Filing& filing, const Profile& profile, const CheckOptions& options)
        : filing_(filing), profile_(profile), options_(options) {
        result_.filing = &filing;
        result_.profile = &profile;
        if (!options_.document_rounding) options_.document_rounding = filing.rounding;
    }

    Score all() {
        const Evaluation& evaluation = filing_.evaluation;
        result_.rows.reserve(usual_rows);
        Sum sum;
        if (has_budget_row()) {
            ScoredRow& row = result_.rows.emplace_back();
            row.weight = &evaluation.budget.weight;
            row.score = &evaluation.budget.score;
            row.end = 1;
            if (profile_.budget) {
                row.by = &profile_.budget->row;
                points(row);
            } else {
                row.why = Unscored::no_method;
                row.worth = stated_weight(row);
            }
            if (!profile_.budget || profile_.budget->counted) sum.add(row);
        }
        for (const Indicator& indicator : evaluation.indicators) sum.add(result_.rows[tree(indicator, 0)]);
        result_.worth = sum.worth;
        result_.recomputed = sum.recomputed;
        result_.complete = sum.any && sum.complete;
        cap();
        total();
        return std::move(result_);
    }

  private:
    static constexpr std::size_t usual_rows = 32;

    /// What rows make together.
    struct Sum {
        Decimal worth{};
        Decimal recomputed{};
        bool complete = true;
        bool weighed = true;
        bool any = false;

        /// Whether there was something to add, and it could be added.
        static bool put(Decimal& sum, const std::optional<Decimal>& part) {
            const auto more = part ? checked_add(sum, *part) : std::nullopt;
            if (more) sum = *more;
            return more.has_value();
        }
        void add(const ScoredRow& row) {
            any = true;
            weighed = put(worth, row.worth) && weighed;
            complete = put(recomputed, row.recomputed) && row.why == Unscored::no && complete;
        }
    };

    [[nodiscard]] bool has_budget_row() const {
        const BudgetRow& row = filing_.evaluation.budget;
        return row.weight.stated() || row.score.stated() || row.stated();
    }

    static std::optional<Decimal> stated_weight(const ScoredRow& row) {
        if (!row.weight->known()) return std::nullopt;
        return row.weight->best().value;
    }

    /// The position of the row: its place may move while the rows below it are added.
    std::size_t tree(const Indicator& indicator, std::uint16_t depth) {
        const std::size_t at = result_.rows.size();
        {
            ScoredRow& row = result_.rows.emplace_back();
            row.indicator = &indicator;
            row.weight = &indicator.weight;
            row.score = &indicator.score;
            row.depth = depth;
            row.heading = !indicator.indicators.empty();
            if (!row.heading) {
                row.by = fit(indicator, row.why);
                if (row.by != nullptr)
                    points(row);
                else
                    row.worth = stated_weight(row);
                row.end = static_cast<std::uint32_t>(at + 1);
                return at;
            }
        }
        path_.push_back(indicator.name);
        Sum sum;
        for (const Indicator& below : indicator.indicators)
            sum.add(result_.rows[tree(below, static_cast<std::uint16_t>(depth + 1))]);
        path_.pop_back();
        ScoredRow& row = result_.rows[at];
        row.end = static_cast<std::uint32_t>(result_.rows.size());
        if (sum.weighed) row.worth = sum.worth;
        row.recomputed = sum.recomputed;
        if (!sum.complete) row.why = Unscored::in_part;
        return at;
    }

    /// The first entry of the profile that the row fits.
    const ProfileRow* fit(const Indicator& indicator, Unscored& why) const {
        const Decimal* const weight = indicator.weight.known() ? &indicator.weight.best().value : nullptr;
        bool but_for_weight = false;
        bool but_for_target = false;
        for (const ProfileRow& row : profile_.rows) {
            if (!row.names.empty() && !contains(row.names, indicator.name)) continue;
            if (row.target && *row.target != indicator.comparison) {
                but_for_target = but_for_target || indicator.comparison == Target::not_stated;
                continue;
            }
            if (!row.under.empty() && std::none_of(path_.begin(), path_.end(), [&](std::string_view heading) {
                    return contains(row.under, heading);
                }))
                continue;
            if (row.weight && weight != nullptr && *row.weight != *weight) {
                but_for_weight = but_for_weight || !row.names.empty();
                continue;
            }
            // What is named in the profile with another weight is not one of the rest.
            if (but_for_weight && row.names.empty()) continue;
            return &row;
        }
        why = but_for_weight   ? Unscored::other_weight
              : but_for_target ? Unscored::no_comparison
                               : Unscored::no_method;
        return nullptr;
    }

    /// The values that the row can have: two, where "the budget" may be the adjusted or the initial one.
    void values(const ScoredRow& row, std::vector<RowValue>& found) const {
        if (!row.by->ratio.empty()) {
            if (const RatioEntry* entry = find_ratio(row.by->ratio)) {
                if (auto value = detail::ratio_value(filing_, *entry, false, options_))
                    found.push_back(*value);
                if (entry->on_either_budget)
                    if (auto value = detail::ratio_value(filing_, *entry, true, options_))
                        if (found.empty() || value->value != found.front().value) found.push_back(*value);
            }
        }
        if (!found.empty() || row.indicator == nullptr || !row.indicator->actual.known()) return;
        const Figure& actual = row.indicator->actual.best();
        RowValue value;
        value.value = whole(actual.base_value());
        const Interval interval = detail::interval_in_base(actual, std::nullopt, options_);
        value.low = whole(interval.low.at);
        value.high = whole(interval.high.at);
        value.dimension = actual.unit.dimension;
        found.push_back(value);
    }

    void points(ScoredRow& row) {
        try {
            row.why = try_points(row);
        } catch (const Overflow&) {
            row.points.reset();
            row.why = Unscored::too_many_digits;
        }
    }

    Unscored try_points(ScoredRow& row) {
        row.worth = stated_weight(row);
        if (!row.worth) row.worth = row.by->weight;
        found_.clear();
        values(row, found_);
        if (!found_.empty()) row.value = found_.front();
        if (!row.by->method) return Unscored::no_method;
        if (!row.worth) return Unscored::no_weight;
        const Method& method = *row.by->method;
        ScoreInput input{.weight = *row.worth};
        if (method.primitive == Primitive::judged || method.primitive == Primitive::checklist) {
            row.points = points_of(method, input);
            return Unscored::judged;
        }
        if (row.by->full_without && row.indicator != nullptr && row.indicator->actual.stated() &&
            row.indicator->actual.best().state == State::not_applicable) {
            row.points = Points{whole(*row.worth), whole(*row.worth), whole(*row.worth)};
            row.recomputed = *row.worth;
            return Unscored::no;
        }
        if (found_.empty()) return Unscored::no_value;
        if (!method.limit && needs_limit(method)) {
            if (row.indicator == nullptr || !row.indicator->target.known()) return Unscored::no_target;
            const Figure& target = row.indicator->target.best();
            if (target.unit.dimension != row.value->dimension) return Unscored::other_unit;
            input.target = target.base_value();
            input.comparison = comparison_of(row.indicator->comparison);
        }
        // 95.10 in a column of percentages is no 95.10 %, and no fraction.
        if (names_values(method) &&
            (method.dimension == Dimension::percent) != (row.value->dimension == Dimension::percent))
            return Unscored::other_unit;
        if (method.primitive == Primitive::count_deduct && !countable(row.value->dimension))
            return Unscored::other_unit;
        for (const RowValue& value : found_) {
            input.value = value.value;
            input.low = value.low;
            input.high = value.high;
            const std::optional<Points> points = points_of(method, input);
            if (!points || !points->points) return Unscored::not_covered;
            row.reducible = row.reducible || (method.reducible && exceeds(method, input));
            if (!row.points) {
                row.points = points;
                continue;
            }
            if ((points->low <=> row.points->low) < 0) row.points->low = points->low;
            if ((points->high <=> row.points->high) > 0) row.points->high = points->high;
        }
        for (const CapRule& cap : row.by->caps) row_cap(row, cap);
        if (!row.points) return Unscored::no_value;
        row.recomputed = rounded(*row.points->points, profile_.decimals, profile_.rounding);
        return Unscored::no;
    }

    static bool needs_limit(const Method& method) {
        return method.primitive == Primitive::full_if || method.primitive == Primitive::deduct_per ||
               method.primitive == Primitive::proportional;
    }

    /// What another indicator allows a row at most; a row whose cap is not known has no points.
    void row_cap(ScoredRow& row, const CapRule& cap) const {
        const RatioEntry* entry = find_ratio(cap.ratio);
        const auto value =
            entry != nullptr ? detail::ratio_value(filing_, *entry, false, options_) : std::nullopt;
        if (!value || !row.points) {
            row.points.reset();
            return;
        }
        const auto most =
            points_of(cap.method,
                      {.weight = *row.worth, .value = value->value, .low = value->low, .high = value->high});
        if (!most || !most->points) {
            row.points.reset();
            return;
        }
        const auto bound = [](Ratio& points, const Ratio& by) {
            if ((points <=> by) > 0) points = by;
        };
        bound(*row.points->points, *most->points);
        bound(row.points->low, most->low);
        bound(row.points->high, most->high);
    }

    void cap() {
        for (const CapRule& rule : profile_.caps) {
            const auto most = most_of(rule);
            // A profile that was read with problems may leave the cap to be judged.
            if (!most || !most->points) {
                result_.complete = false; // whether a cap applies is not known
                continue;
            }
            const Decimal points = rounded(*most->points, profile_.decimals, Rounding::floor);
            if (result_.cap && *result_.cap <= points) continue;
            result_.cap = points;
            result_.capped_by = &rule;
        }
    }

    std::optional<Points> most_of(const CapRule& rule) const {
        try {
            return detail::cap_of(filing_, profile_, rule, options_);
        } catch (const Overflow&) {
            return std::nullopt;
        }
    }

    void total() {
        if (result_.complete) {
            result_.total = result_.recomputed;
            if (result_.cap && *result_.cap < *result_.total) result_.total = *result_.cap;
        }
        const Stated& stated = filing_.evaluation.score;
        if (result_.total)
            result_.grade = grade_of(profile_, *result_.total);
        else if (stated.known())
            result_.grade = grade_of(profile_, stated.best().value);
    }

    const Filing& filing_;
    const Profile& profile_;
    CheckOptions options_;
    Score result_;
    /// The headings above the row at hand.
    std::vector<std::string_view> path_;
    /// Kept from row to row.
    std::vector<RowValue> found_;
};

} // namespace

std::optional<Points> detail::cap_of(const Filing& filing, const Profile& profile, const CapRule& rule,
                                     const CheckOptions& options) {
    const RatioEntry* entry = find_ratio(rule.ratio);
    if (entry == nullptr) return std::nullopt;
    const auto value = ratio_value(filing, *entry, false, options);
    if (!value) return std::nullopt;
    const Stated& declared = filing.evaluation.weight;
    const Decimal in_all = declared.known() ? declared.best().value
                           : profile.total  ? *profile.total
                                            : Decimal{100};
    return points_of(rule.method,
                     {.weight = in_all, .value = value->value, .low = value->low, .high = value->high});
}

Score score(const Filing& filing, const Profile& profile, const CheckOptions& options) {
    return Scorer(filing, profile, options).all();
}

} // namespace tieout
