// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_WANTED_HPP
#define TIEOUT_SRC_RULES_WANTED_HPP

// What a figure would have to be for a relation to hold.

#include "relations/figure_numbers.hpp"
#include "relations/kinds.hpp"

#include <tieout/numbers/ratio.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <optional>
#include <span>
#include <vector>

namespace tieout::detail {

/// Whether a relation computes something of its figures.
[[nodiscard]] inline bool computes(const Relation& relation) {
    return relation.kind != Kind::equal && relation.kind != Kind::present && relation.kind != Kind::absent &&
           relation.kind != Kind::unit;
}

/// Another number in the place of a figure.
[[nodiscard]] inline Figure with_value(const Figure& figure, const Decimal& value) {
    Figure other;
    other.value = value;
    other.unit = figure.unit;
    other.state = State::value;
    other.bare_zero = is_zero(value) && value.scale == 0;
    other.printing = figure.printing;
    other.decimals = figure.decimals;
    other.sense = figure.sense;
    return other;
}

/// A relation in numbers, so that of each of its figures it can be said what it would have to be: for a quotient the
/// numerator, the denominator and the rate, for all others the form and its constant.
class Forms {
  public:
    Forms(const Relation& relation, std::span<const Operand> operands)
        : relation_(relation), operands_(operands) {
        if (relation.kind == Kind::product) return;
        const bool quotient = is_quotient(relation.kind);
        for (std::size_t i = quotient ? 1 : 0; i < operands.size(); ++i) {
            const bool below = quotient && i > relation.numerator_count;
            const Figure& figure = *operands[i].figure;
            const auto [number, added] = numbers_.add(&figure);
            if (added) shares_.emplace_back();
            Share& share = shares_[static_cast<std::size_t>(number)];
            (below ? share.below : share.above) += operands[i].coefficient;
            (below ? below_ : above_) += operands[i].coefficient * figure.base_value();
        }
        if (!quotient) constant_ = shifted(relation.constant, relation.constant_unit.power);
    }

    /// The number that makes the relation hold in the place of a figure, exactly, in the base unit.
    [[nodiscard]] std::optional<Ratio> wanted(const Figure& figure) const {
        if (relation_.kind == Kind::product) return factor(figure);
        const int number = numbers_.find(&figure);
        const Share share = number < 0 ? Share{} : shares_[static_cast<std::size_t>(number)];
        const Decimal x = figure.base_value();
        if (!is_quotient(relation_.kind))
            return checked_ratio(constant_ - (above_ - share.above * x), share.above);
        const Figure& rate = *operands_.front().figure;
        if (&rate == &figure) return checked_ratio(above_, below_);
        const Decimal r = rate.base_value();
        return checked_ratio(r * (below_ - share.below * x) - (above_ - share.above * x),
                             share.above - r * share.below);
    }
    /// Whether with that number, rounded as the figure is printed, the relation surely holds.
    [[nodiscard]] bool surely() const {
        return relation_.comparison == Comparison::equals && is_linear(relation_.kind);
    }

  private:
    struct Share {
        Decimal above{};
        Decimal below{};
    };

    [[nodiscard]] std::optional<Ratio> factor(const Figure& figure) const {
        Decimal others{1};
        for (const Operand& operand : operands_.subspan(1))
            if (operand.figure != &figure) others = others * operand.figure->base_value();
        const Figure& product = *operands_.front().figure;
        return &product == &figure ? checked_ratio(others, Decimal{1})
                                   : checked_ratio(product.base_value(), others);
    }

    const Relation& relation_;
    std::span<const Operand> operands_;
    FigureNumbers numbers_;
    std::vector<Share> shares_;
    Decimal above_{};
    Decimal below_{};
    Decimal constant_{};
};

/// A number as a figure would print it.  Rounds: half up, to its printed scale.
[[nodiscard]] inline Decimal printed_like(const Figure& figure, const Ratio& base) {
    const Ratio own = shifted(base, -figure.unit.power);
    return rounded(figure.sense < 0 ? -own : own, figure.value.scale, Rounding::half_up);
}

} // namespace tieout::detail

#endif
