// SPDX-License-Identifier: MIT
#include <tieout/score/method.hpp>

#include <tieout/numbers/literals.hpp>

#include <algorithm>
#include <array>

namespace tieout {
namespace {

using namespace literals;

constexpr Ratio whole(const Decimal& number) { return {number, 1}; }

Ratio times(const Ratio& ratio, const Decimal& factor) {
    return {ratio.numerator * factor, ratio.denominator};
}

const Ratio& lesser(const Ratio& a, const Ratio& b) { return (b <=> a) < 0 ? b : a; }
const Ratio& greater(const Ratio& a, const Ratio& b) { return (b <=> a) > 0 ? b : a; }

/// Between nothing and the weight.
Ratio bounded(const Ratio& points, const Decimal& weight) {
    if (sign(points) < 0) return whole(0);
    return (points <=> weight) > 0 ? whole(weight) : points;
}

const Ratio& low_of(const ScoreInput& input) { return input.low ? *input.low : input.value; }
const Ratio& high_of(const ScoreInput& input) { return input.high ? *input.high : input.value; }

std::optional<Decimal> limit_of(const Method& method, const ScoreInput& input) {
    return method.limit ? method.limit : input.target;
}

/// The side on which a value is good; from the row where the method does not say.
std::optional<Comparison> condition_of(const Method& method, const ScoreInput& input) {
    return method.condition ? method.condition : input.comparison;
}

/// The hull of what a method gives at the ends of the value and where it turns, which lies at the limit.
template <class At>
Points over_range(const ScoreInput& input, const std::optional<Ratio>& turn, At at) {
    Points points;
    const Ratio printed = bounded(at(input.value), input.weight);
    points.points = printed;
    points.low = printed;
    points.high = printed;
    const auto add = [&](const Ratio& value) {
        const Ratio there = bounded(at(value), input.weight);
        points.low = lesser(points.low, there);
        points.high = greater(points.high, there);
    };
    if (input.low || input.high) {
        add(low_of(input));
        add(high_of(input));
        if (turn && (*turn <=> low_of(input)) > 0 && (*turn <=> high_of(input)) < 0) add(*turn);
    }
    return points;
}

bool meets(const Ratio& value, Comparison condition, const Decimal& limit) {
    const auto order = value <=> limit;
    switch (condition) {
    case Comparison::equals:
        return order == 0;
    case Comparison::at_most:
        return order <= 0;
    case Comparison::at_least:
        return order >= 0;
    case Comparison::less_than:
        return order < 0;
    case Comparison::more_than:
        return order > 0;
    }
    return false;
}

std::optional<Points> full_if(const Method& method, const ScoreInput& input) {
    const auto limit = limit_of(method, input);
    const auto condition = condition_of(method, input);
    if (!limit || !condition) return std::nullopt;
    if (method.open && !meets(input.value, *condition, *limit)) return std::nullopt;
    return over_range(input, whole(*limit), [&](const Ratio& value) {
        return meets(value, *condition, *limit) ? whole(input.weight) : whole(0);
    });
}

std::optional<Points> deduct_per(const Method& method, const ScoreInput& input) {
    const auto limit = limit_of(method, input);
    const auto condition = condition_of(method, input);
    if (!limit || !condition || sign(method.step) <= 0) return std::nullopt;
    return over_range(input, whole(*limit), [&](const Ratio& value) {
        Decimal beyond = value.numerator - *limit * value.denominator;
        const bool from_above = *condition == Comparison::at_least || *condition == Comparison::more_than;
        if (from_above || (*condition == Comparison::equals && sign(beyond) < 0)) beyond = -beyond;
        if (sign(beyond) <= 0) return whole(input.weight);
        Ratio steps{beyond, value.denominator * method.step};
        if (method.whole) steps = whole(rounded(steps, 0, Rounding::floor));
        const Ratio left{input.weight * steps.denominator - method.points * steps.numerator,
                         steps.denominator};
        return greater(left, whole(method.least));
    });
}

bool above_low(const Band& band, const Ratio& value) {
    if (!band.low) return true;
    const auto order = value <=> band.low->at;
    return order > 0 || (order == 0 && band.low->closed);
}
bool below_high(const Band& band, const Ratio& value) {
    if (!band.high) return true;
    const auto order = value <=> band.high->at;
    return order < 0 || (order == 0 && band.high->closed);
}

/// The band of the printed value, and of every other that a true value can lie in.
std::optional<Points> by_bands(const Method& method, const ScoreInput& input) {
    const auto worth = [&](const Band& band) {
        return bounded(whole(band.of_weight ? band.points * input.weight : band.points), input.weight);
    };
    std::optional<Points> found;
    for (const Band& band : method.bands)
        if (above_low(band, input.value) && below_high(band, input.value)) {
            found = Points{worth(band), worth(band), worth(band)};
            break;
        }
    if (!found) return std::nullopt;
    for (const Band& band : method.bands)
        if (above_low(band, high_of(input)) && below_high(band, low_of(input))) {
            found->low = lesser(found->low, worth(band));
            found->high = greater(found->high, worth(band));
        }
    return found;
}

std::optional<Points> proportional(const Method& method, const ScoreInput& input) {
    const auto limit = limit_of(method, input);
    const auto condition = condition_of(method, input);
    if (!limit || sign(*limit) <= 0 || !condition || *condition == Comparison::equals) return std::nullopt;
    const bool inverted = *condition == Comparison::at_most || *condition == Comparison::less_than;
    return over_range(input, whole(*limit), [&](const Ratio& value) {
        if (inverted && sign(value) <= 0) return whole(input.weight);
        const Ratio part = inverted ? Ratio{value.denominator * *limit, value.numerator}
                                    : Ratio{value.numerator, value.denominator * *limit};
        if ((part <=> method.threshold) < 0) return whole(0);
        return times(lesser(part, whole(method.most)), input.weight);
    });
}

std::optional<Points> count_deduct(const Method& method, const ScoreInput& input) {
    return over_range(input, std::nullopt, [&](const Ratio& count) {
        const Ratio left{input.weight * count.denominator - method.points * count.numerator,
                         count.denominator};
        return greater(left, whole(method.least));
    });
}

std::optional<Points> checklist(const Method& method, const ScoreInput& input) {
    Decimal all;
    Decimal met;
    for (std::size_t i = 0; i < method.items.size(); ++i) {
        all += method.items[i].points;
        if (i < input.met.size() && input.met[i] != 0) met += method.items[i].points;
    }
    if (input.met.empty()) return Points{std::nullopt, whole(0), bounded(whole(all), input.weight)};
    if (input.met.size() != method.items.size()) return std::nullopt;
    const Ratio points = bounded(whole(met), input.weight);
    return Points{points, points, points};
}

/// Where no band speaks of the other indicator there is no cap.
std::optional<Points> cap_by(const Method& method, const ScoreInput& input) {
    if (const auto found = by_bands(method, input)) return found;
    return Points{whole(input.weight), whole(input.weight), whole(input.weight)};
}

std::optional<Points> judged(const Method& method, const ScoreInput& input) {
    return Points{std::nullopt, bounded(whole(method.from * input.weight), input.weight),
                  bounded(whole(method.to * input.weight), input.weight)};
}

constexpr std::array<PrimitiveEntry, 8> table{{
    {Primitive::full_if,
     "full_if",
     {"达标满分", "full if"},
     {"达到要求得满分，否则不得分", "the weight if the condition is met, else 0"},
     {R"({"full_if":{"at_most":"100%"}})",
      5,
      {136, 143},
      5,
      {"136 / 143 = 95.10%，不超过100%，得5分", "136 / 143 = 95.10 %, at most 100 %: 5"}},
     full_if},
    {Primitive::deduct_per,
     "deduct_per",
     {"按步扣分", "deduct per step"},
     {"分值 − 每步扣分 × 超出的整步数，扣完为止",
      "weight − points × whole steps beyond the limit, at least 0"},
     {R"({"deduct_per":{"at_most":"100%","step":"1%","points":"0.5"}})",
      5,
      {50, 46},
      1,
      {"50 / 46 = 108.70%，超过8个整百分点，5 − 8 × 0.5 = 1",
       "50 / 46 = 108.70 %, 8 whole points beyond 100 %: 5 − 8 × 0.5 = 1"}},
     deduct_per},
    {Primitive::bands,
     "bands",
     {"分档计分", "bands"},
     {"按所在区间得分", "the points of the band in which the value lies"},
     {R"({"bands":[{"from":"0%","to":"0%","points":"8"},{"above":"0%","to":"10%","points":"6"},)"
      R"({"above":"10%","to":"20%","points":"4"},{"above":"20%","to":"30%","points":"2"},)"
      R"({"above":"30%","points":"0"}]})",
      8,
      {76786_dec, 192276_dec},
      0,
      {"767.86 / 1922.76 = 39.94%，大于30%，得0分", "767.86 / 1922.76 = 39.94 %, above 30 %: 0"}},
     by_bands},
    {Primitive::proportional,
     "proportional",
     {"按比例计分", "proportional"},
     {"分值 × min(实际值 / 目标值, 上限)", "weight × min(actual / target, the most that counts)"},
     {R"({"proportional":{"at_least":"100%"}})",
      10,
      {9_dec, 10_dec},
      9,
      {"10 × 90% = 9，超过100%的按100%", "10 × 90 % = 9; what is beyond 100 % counts as 100 %"}},
     proportional},
    {Primitive::count_deduct,
     "count_deduct",
     {"按例扣分", "deduct per case"},
     {"分值 − 每例扣分 × 例数，扣完为止", "weight − points × cases, at least 0"},
     {R"({"count_deduct":{"points":"1"}})", 5, {2, 1}, 3, {"2例，5 − 2 × 1 = 3", "2 cases: 5 − 2 × 1 = 3"}},
     count_deduct},
    {Primitive::checklist,
     "checklist",
     {"逐项计分", "checklist"},
     {"所达各项分值之和", "the points of the items that are met"},
     {R"({"checklist":[{"name":"a","points":"2"},{"name":"b","points":"2"},{"name":"c","points":"1"}]})",
      5,
      {0, 1},
      std::nullopt,
      {"达到哪些项须逐项认定，得分在0至5之间", "which items are met is to be found item by item: 0 to 5"}},
     checklist},
    {Primitive::cap_by,
     "cap_by",
     {"得分上限", "cap by another indicator"},
     {"另一指标所在区间规定的最高得分", "at most the points of the band in which another indicator lies"},
     {R"({"cap_by":[{"from":"70%","below":"80%","points":"89"},{"from":"60%","below":"70%","points":"79"}]})",
      100,
      {3_dec, 4_dec},
      89,
      {"预算执行率75%，总分不超过89", "an execution rate of 75 %: at most 89 in all"}},
     cap_by},
    {Primitive::judged,
     "judged",
     {"区间评定", "judged"},
     {"由评价人在分值的规定区间内评定", "chosen by the evaluator between these parts of the weight"},
     {R"({"judged":{"from":"80%","to":"100%"}})",
      10,
      {0, 1},
      std::nullopt,
      {"达成预期：8至10分", "reached: 8 to 10"}},
     judged},
}};

} // namespace

std::optional<Points> points_of(const Method& method, const ScoreInput& input) {
    return described(method.primitive).points(method, input);
}

bool exceeds(const Method& method, const ScoreInput& input) noexcept {
    const auto limit = limit_of(method, input);
    const auto condition = condition_of(method, input);
    if (!limit || !condition) return false;
    const auto order = input.value <=> *limit;
    switch (*condition) {
    case Comparison::at_least:
    case Comparison::more_than:
        return order > 0;
    case Comparison::at_most:
    case Comparison::less_than:
        return order < 0;
    case Comparison::equals:
        break;
    }
    return false;
}

std::span<const PrimitiveEntry> primitives() noexcept { return table; }

const PrimitiveEntry* find_primitive(std::string_view name) noexcept {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const PrimitiveEntry& entry) { return entry.name == name; });
    return found == table.end() ? nullptr : &*found;
}

const PrimitiveEntry& described(Primitive primitive) noexcept {
    return table[static_cast<std::size_t>(primitive)];
}

} // namespace tieout
