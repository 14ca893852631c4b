// SPDX-License-Identifier: MIT
// How points came about, written out. Made only for what is shown.
#include <tieout/score/score.hpp>

#include "score/score_parts.hpp"

#include <tieout/numbers/percent.hpp>

namespace tieout {
namespace {

constexpr int percent_digits = 2;

std::string number(const Decimal& value) { return to_string(trimmed(value)); }

/// A value in the base unit as people write it.  Rounds: half up, to two decimals of a percent.
std::string shown(const Ratio& value, Dimension dimension) {
    if (dimension == Dimension::percent)
        return to_string(as_percent(value, percent_digits, Rounding::half_up).points) + "%";
    if (value.denominator == Decimal{1}) return number(value.numerator);
    return number(rounded(value, percent_digits, Rounding::half_up));
}
std::string shown(const Decimal& value, Dimension dimension) {
    if (dimension == Dimension::percent) return number(shifted(value, 2)) + "%";
    return number(value);
}

bool one_unit(const Terms& a, const Terms& b) {
    const Unit& first = Stated::most_precise(a.front().statements).unit;
    for (const Terms* terms : {&a, &b})
        for (const Term& term : *terms)
            if (!(Stated::most_precise(term.statements).unit == first)) return false;
    return true;
}

std::string form(const Terms& terms, bool units) {
    std::string text;
    for (const Term& term : terms) {
        const Figure& figure = Stated::most_precise(term.statements);
        const bool minus = sign(term.coefficient) < 0;
        if (!text.empty())
            text += minus ? " − " : " + ";
        else if (minus)
            text += "−";
        text += to_string(figure.value);
        if (units) text += figure.unit.word();
    }
    return terms.size() > 1 ? "(" + text + ")" : text;
}

std::string value_text(const Score& score, const ScoredRow& row) {
    const RowValue& value = *row.value;
    if (value.ratio == nullptr) {
        const Figure& actual = row.indicator->actual.best();
        return to_string(actual.value) + std::string(actual.unit.word());
    }
    RatioSubject subject = detail::subject_of(*score.filing, *value.ratio);
    subject.initial_budget = value.initial_budget;
    const Terms numerator = value.ratio->numerator(subject);
    const Terms denominator = value.ratio->denominator(subject);
    const bool units = !one_unit(numerator, denominator);
    return form(numerator, units) + " / " + form(denominator, units) + " = " +
           shown(value.value, value.dimension);
}

std::string_view sign_of(Comparison comparison, bool met) {
    switch (comparison) {
    case Comparison::equals:
        return met ? " = " : " ≠ ";
    case Comparison::at_most:
        return met ? " ≤ " : " > ";
    case Comparison::at_least:
        return met ? " ≥ " : " < ";
    case Comparison::less_than:
        return met ? " < " : " ≥ ";
    case Comparison::more_than:
        return met ? " > " : " ≤ ";
    }
    return {};
}

bool is_one_value(const Band& band) { return band.low && band.high && band.low->at == band.high->at; }

std::string band_text(const Band& band, Dimension dimension) {
    std::string text = band.low && band.low->closed ? "[" : "(";
    text += band.low ? shown(band.low->at, dimension) : "−∞";
    text += ", ";
    text += band.high ? shown(band.high->at, dimension) : "+∞";
    text += band.high && band.high->closed ? "]" : ")";
    return text;
}

bool lies_in(const Band& band, const Ratio& value) {
    const auto low = band.low ? value <=> band.low->at : std::weak_ordering::greater;
    const auto high = band.high ? value <=> band.high->at : std::weak_ordering::less;
    return (low > 0 || (low == 0 && band.low->closed)) && (high < 0 || (high == 0 && band.high->closed));
}

struct Written {
    const Score& score;
    const ScoredRow& row;
    Language language;

    [[nodiscard]] std::string_view in(const Words& words) const { return words.in(language); }
    [[nodiscard]] std::string colon() const { return std::string(in({"：", ": "})); }
    /// The points, exact as they are, or rounded with "≈".
    [[nodiscard]] std::string result() const {
        const Ratio& points = *row.points->points;
        const bool exact = points == *row.recomputed;
        return std::string(exact ? " = " : " ≈ ") + number(*row.recomputed);
    }
    [[nodiscard]] std::string plain() const { return colon() + number(*row.recomputed); }

    [[nodiscard]] std::optional<Decimal> limit() const {
        const Method& method = *row.by->method;
        if (method.limit) return method.limit;
        if (row.indicator == nullptr || !row.indicator->target.known()) return std::nullopt;
        return row.indicator->target.best().base_value();
    }

    [[nodiscard]] std::string in_proportion(const Method& method, const std::string& value,
                                            Dimension dimension) const {
        const Comparison comparison = method.condition.value_or(Comparison::at_least);
        const bool inverted = comparison == Comparison::at_most || comparison == Comparison::less_than;
        const Decimal of = *limit();
        // What is more than counts, or less, is said by the sign alone.
        if (*row.points->points == *row.worth)
            return value + std::string(sign_of(comparison, true)) + shown(of, dimension) + plain();
        std::string text = value + std::string(in({"；", "; "})) + number(*row.worth) + " × ";
        const std::string actual = shown(row.value->value, dimension);
        text += inverted ? shown(of, dimension) + " / " + actual : actual + " / " + shown(of, dimension);
        return text + (is_zero(*row.recomputed) ? " → 0" : result());
    }

    [[nodiscard]] std::string whole() const {
        const Method& method = *row.by->method;
        if (!row.value) // full points without any such thing
            return std::string(in({"没有此类事项", "there is nothing of the kind"})) + plain();
        const std::string value = value_text(score, row);
        const Dimension dimension = row.value->dimension;
        const std::string weight = number(*row.worth);
        switch (method.primitive) {
        case Primitive::full_if: {
            const Comparison comparison = method.condition.value_or(Comparison::at_least);
            const bool met = !is_zero(*row.recomputed) || is_zero(*row.worth);
            return value + std::string(sign_of(comparison, met)) + shown(*limit(), dimension) + plain();
        }
        case Primitive::deduct_per: {
            const Comparison comparison = method.condition.value_or(Comparison::at_most);
            const Ratio& of = row.value->value;
            Decimal beyond = of.numerator - *limit() * of.denominator;
            if (comparison == Comparison::at_least || comparison == Comparison::more_than) beyond = -beyond;
            if (comparison == Comparison::equals) beyond = abs(beyond);
            if (sign(beyond) <= 0)
                return value + std::string(sign_of(comparison, true)) + shown(*limit(), dimension) + plain();
            const Ratio exact{beyond, of.denominator * method.step};
            const Decimal steps =
                rounded(exact, method.whole ? 0 : 2, method.whole ? Rounding::floor : Rounding::half_up);
            return value + std::string(sign_of(comparison, false)) + shown(*limit(), dimension) +
                   std::string(in({"，", ", "})) + number(steps) + " × " + shown(method.step, dimension) +
                   colon() + weight + " − " + number(steps) + " × " + number(method.points) +
                   std::string(is_zero(*row.recomputed - method.least) ? " → " : " = ") +
                   number(*row.recomputed);
        }
        case Primitive::bands:
        case Primitive::cap_by:
            for (const Band& band : method.bands)
                if (lies_in(band, row.value->value) && !is_one_value(band))
                    return value + " ∈ " + band_text(band, dimension) + plain();
            break;
        case Primitive::proportional:
            return in_proportion(method, value, dimension);
        case Primitive::count_deduct:
            return weight + " − " + number(method.points) + " × " + value + result();
        case Primitive::checklist:
        case Primitive::judged:
            break;
        }
        return value + plain();
    }
};

} // namespace

namespace {

std::string written(const Score& score, const ScoredRow& row, Language language) {
    if (row.why == Unscored::no && !row.heading) return Written{score, row, language}.whole();
    std::string text(described(row.why).in(language));
    const std::string_view colon = Words{"：", ": "}.in(language);
    if (row.why == Unscored::judged && row.points) {
        text += colon;
        text += number(rounded(row.points->low, percent_digits, Rounding::floor)) + "–" +
                number(rounded(row.points->high, percent_digits, Rounding::ceiling));
    } else if (row.value && !row.heading) {
        text += colon;
        text += value_text(score, row);
    }
    return text;
}

} // namespace

std::string how(const Score& score, const ScoredRow& row, Language language) {
    try {
        return written(score, row, language);
    } catch (const Overflow&) {
        return std::string(described(Unscored::too_many_digits).in(language));
    }
}

} // namespace tieout
