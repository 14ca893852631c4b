// SPDX-License-Identifier: MIT
#include "locate/nearby.hpp"

#include "locate/system.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

namespace tieout::detail {

namespace {

/// A figure of a check that holds only within rounding.
struct Movable {
    const Figure* figure;
    Decimal at; ///< in the base unit, with the words' sign
    Decimal low;
    Decimal high;
    bool fixed = false;   ///< stays as printed: it is exact, or other checks hold exactly with it
    bool guarded = false; ///< stands in a bound or a quotient, which must still hold afterwards
};

class Nearby {
  public:
    Nearby(const Relations& relations, std::span<const Check> checks, const Reading& reading)
        : relations_(relations), checks_(checks), reading_(reading) {}

    bool solved() {
        // At the common scale, and for figures of which other statements are meant, an interval is not one figure's.
        if (reading_.all || reading_.scale != ScaleReading::own) return false;
        for (const Check& check : checks_) {
            if (check.other_statements) return false;
            if (takes_part(check) && check.outcome == Outcome::rounding && !collect(relation_of(check)))
                return false;
        }
        std::sort(movables_.begin(), movables_.end(), before);
        movables_.erase(std::unique(movables_.begin(), movables_.end(),
                                    [](const Movable& a, const Movable& b) { return a.figure == b.figure; }),
                        movables_.end());
        for (const Movable& movable : movables_) marks_ |= mark(movable.figure);
        for (const Check& check : checks_)
            if (takes_part(check) && check.outcome == Outcome::exact) protect(relation_of(check));
        return settle() && std::all_of(guards_.begin(), guards_.end(),
                                       [&](const Relation* relation) { return still_holds(*relation); });
    }

  private:
    static constexpr std::size_t movables_max = 1024;
    static constexpr int rounds_max = 4;

    [[nodiscard]] const Relation& relation_of(const Check& check) const {
        return relations_.all()[check.relation];
    }
    [[nodiscard]] bool takes_part(const Check& check) const {
        if (check.outcome != Outcome::exact && check.outcome != Outcome::rounding) return false;
        const Relation& relation = relation_of(check);
        return relation.severity == Severity::error &&
               can_be_stated(relation, relations_.operands(relation), false);
    }
    static bool before(const Movable& a, const Movable& b) {
        return std::less<const Figure*>()(a.figure, b.figure);
    }
    /// One bit of 64, so that most figures that are not movable are seen not to be at a glance.
    static std::uint64_t mark(const Figure* figure) {
        return std::uint64_t{1} << ((reinterpret_cast<std::uintptr_t>(figure) / alignof(Figure)) * 37 % 64);
    }
    Movable* find(const Figure* figure) {
        if ((marks_ & mark(figure)) == 0) return nullptr;
        const auto at = std::lower_bound(
            movables_.begin(), movables_.end(), figure,
            [](const Movable& a, const Figure* b) { return std::less<const Figure*>()(a.figure, b); });
        return at != movables_.end() && at->figure == figure ? &*at : nullptr;
    }
    [[nodiscard]] Decimal value(const Operand& operand) {
        const Movable* movable = find(operand.figure);
        return movable != nullptr ? movable->at : base_of<Decimal>(*operand.figure);
    }
    [[nodiscard]] Decimal form(std::span<const Operand> terms) {
        Decimal sum;
        for (const Operand& term : terms) sum += times(term.coefficient, value(term));
        return sum;
    }

    /// Takes the figures of a relation that holds only within rounding.
    bool collect(const Relation& relation) {
        if (relation.kind != Kind::sum && relation.kind != Kind::at_most && relation.kind != Kind::linear &&
            relation.kind != Kind::equal)
            return false;
        rows_.push_back(&relation);
        const auto operands = relations_.operands(relation);
        for (const Operand& operand : operands) {
            const Figure& figure = *operand.figure;
            const Precision precision = precision_in(figure, operands, reading_);
            Movable movable{&figure, base_of<Decimal>(figure), {}, {}};
            const bool plain =
                figure.state == State::value && !figure.bare_zero && precision.printing == Printing::nearest;
            const Ends<Decimal> ends =
                plain ? ends_of<Decimal>(figure, operands, reading_) : Ends<Decimal>{movable.at, movable.at};
            movable.low = ends.low;
            movable.high = ends.high;
            movable.fixed = !plain;
            movables_.push_back(movable);
        }
        return movables_.size() <= movables_max;
    }

    /// What holds exactly must not be disturbed.
    void protect(const Relation& relation) {
        const bool quotient = is_quotient(relation.kind);
        const bool bound = (relation.kind == Kind::at_most || relation.kind == Kind::linear) &&
                           relation.comparison != Comparison::equals;
        bool guard = false;
        for (const Operand& operand : relations_.operands(relation)) {
            Movable* const movable = find(operand.figure);
            if (movable == nullptr) continue;
            if (quotient || bound) {
                movable->guarded = true;
                guard = true;
            } else {
                movable->fixed = true;
            }
        }
        if (guard) guards_.push_back(&relation);
    }

    /// Moves figures until all rows hold, each row in turn.
    bool settle() {
        for (int round = 0; round < rounds_max; ++round) {
            bool moved = false;
            for (const Relation* row : rows_) {
                const auto operands = relations_.operands(*row);
                if (row->kind != Kind::equal) {
                    const Decimal off = form(operands) - shifted(row->constant, row->constant_unit.power);
                    if (!settle(off, row->comparison, operands, moved)) return false;
                    continue;
                }
                for (std::size_t i = 1; i < operands.size(); ++i) {
                    Operand two[2] = {operands[i], operands[0]};
                    two[1].coefficient = Decimal{-1};
                    if (!settle(form(two), Comparison::equals, two, moved)) return false;
                }
            }
            if (!moved) return true;
        }
        return false;
    }

    /// Brings a form that is `off` its constant there, first by figures that stand in nothing else.
    bool settle(Decimal off, Comparison comparison, std::span<const Operand> operands, bool& moved) {
        if (holds(sign(off), comparison)) return true;
        if (comparison == Comparison::less_than || comparison == Comparison::more_than) return false;
        for (const bool guarded : {false, true})
            for (const Operand& operand : operands) {
                Movable* const movable = find(operand.figure);
                const bool added = is_one(operand.coefficient);
                if (movable->fixed || movable->guarded != guarded ||
                    !(added || is_minus_one(operand.coefficient)))
                    continue;
                const Decimal from = movable->at;
                movable->at = std::clamp(added ? from - off : from + off, movable->low, movable->high);
                off += added ? movable->at - from : from - movable->at;
                moved = true;
                if (is_zero(off)) return true;
            }
        return false;
    }

    bool still_holds(const Relation& relation) {
        const auto operands = relations_.operands(relation);
        if (relation.kind == Kind::at_most || relation.kind == Kind::linear)
            return holds(sign(form(operands) - shifted(relation.constant, relation.constant_unit.power)),
                         relation.comparison);
        const Decimal n = form(operands.subspan(1, relation.numerator_count));
        const Decimal d = form(operands.subspan(1 + relation.numerator_count));
        const Ends<Decimal> rate = ends_of<Decimal>(*operands.front().figure, operands, reading_);
        const auto low = n <=> rate.low * d;
        const auto high = n <=> rate.high * d;
        return sign(d) > 0 && (low > 0 || (low == 0 && rate.low_closed)) &&
               (high < 0 || (high == 0 && rate.high_closed));
    }

    const Relations& relations_;
    std::span<const Check> checks_;
    const Reading& reading_;
    std::vector<const Relation*> rows_;
    std::vector<const Relation*> guards_;
    std::vector<Movable> movables_; ///< by address, which decides nothing but where a figure is found
    std::uint64_t marks_ = 0;
};

} // namespace

bool solved_nearby(const Relations& relations, std::span<const Check> checks, const Reading& reading) {
    try {
        return Nearby(relations, checks, reading).solved();
    } catch (const Overflow&) {
        // Beyond 38 digits nothing is easily seen.
        return false;
    }
}

} // namespace tieout::detail
