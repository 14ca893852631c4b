// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_LOCATE_ORACLE_HPP
#define TIEOUT_TESTS_LOCATE_ORACLE_HPP

// Decides small systems of linear inequalities by eliminating one variable after the other (Fourier and Motzkin), and
// finds the smallest explanations by trying every set of figures. Shares nothing with the solver but the numbers.
// Readings of one statement are tried in all combinations; of the factors of a product one may stand elsewhere.

#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace oracle {

using Fraction = boost::multiprecision::cpp_rational;

/// Σ a·x + c <= 0, or < 0
struct Inequality {
    std::vector<Fraction> a;
    Fraction c;
    bool strict = false;
    friend bool operator<(const Inequality& x, const Inequality& y) {
        return std::tie(x.a, x.c, x.strict) < std::tie(y.a, y.c, y.strict);
    }
};

inline void normalise(Inequality& row) {
    for (const Fraction& first : row.a)
        if (first != 0) {
            const Fraction by = first < 0 ? Fraction(-first) : first;
            for (Fraction& value : row.a) value /= by;
            row.c /= by;
            return;
        }
}

inline bool feasible(std::vector<Inequality> rows, std::size_t variables) {
    for (std::size_t round = 0; round < variables; ++round) {
        // The variable that makes the fewest new rows.
        std::size_t best = variables;
        std::size_t fewest = 0;
        for (std::size_t v = 0; v < variables; ++v) {
            std::size_t up = 0;
            std::size_t down = 0;
            for (const auto& row : rows) {
                up += row.a[v] > 0;
                down += row.a[v] < 0;
            }
            if (up + down == 0) continue;
            if (best == variables || up * down < fewest) {
                best = v;
                fewest = up * down;
            }
        }
        if (best == variables) break;
        std::set<Inequality> next;
        for (const auto& row : rows)
            if (row.a[best] == 0) next.insert(row);
        for (const auto& upper : rows) {
            if (upper.a[best] <= 0) continue;
            for (const auto& lower : rows) {
                if (lower.a[best] >= 0) continue;
                Inequality sum;
                const Fraction u = 1 / upper.a[best];
                const Fraction l = -1 / lower.a[best];
                for (std::size_t v = 0; v < variables; ++v) sum.a.push_back(u * upper.a[v] + l * lower.a[v]);
                sum.c = u * upper.c + l * lower.c;
                sum.strict = upper.strict || lower.strict;
                normalise(sum);
                next.insert(std::move(sum));
            }
        }
        // Of rows with the same form only the tightest is kept.
        std::map<std::vector<Fraction>, Inequality> tightest;
        for (const auto& row : next) {
            const auto [at, added] = tightest.emplace(row.a, row);
            if (!added && (row.c > at->second.c || (row.c == at->second.c && row.strict))) at->second = row;
        }
        rows.clear();
        for (auto& [form, row] : tightest) rows.push_back(std::move(row));
    }
    return std::all_of(rows.begin(), rows.end(),
                       [](const Inequality& row) { return row.strict ? row.c < 0 : row.c <= 0; });
}

inline Fraction fraction_of(const tieout::Decimal& d) {
    boost::multiprecision::cpp_int coefficient = 0;
    bool negative = false;
    int after = -1;
    for (const char c : tieout::to_string(d)) {
        if (c == '-') {
            negative = true;
        } else if (c == '.') {
            after = 0;
        } else {
            coefficient = coefficient * 10 + (c - '0');
            if (after >= 0) ++after;
        }
    }
    Fraction result(coefficient);
    for (int i = 0; i < after; ++i) result /= 10;
    return negative ? Fraction(-result) : result;
}

/// What one printed number stands for, decided anew; without an end where there is none.
struct Box {
    Fraction low, high;
    bool low_open = false, high_open = false;
    bool low_none = false, high_none = false;
};

inline Box box_of(const tieout::Figure& figure) {
    using tieout::Printing;
    const Fraction value = fraction_of(figure.value);
    Fraction unit = 1;
    for (int i = 0; i < figure.value.scale; ++i) unit /= 10;
    Box box{value, value};
    const Printing printing =
        figure.unit.exact ? Printing::exact : figure.printing.value_or(Printing::nearest);
    if (printing == Printing::nearest || printing == Printing::half_up) {
        box.low -= unit / 2;
        box.high += unit / 2;
        if (printing == Printing::half_up) {
            box.high_open = value >= 0;
            box.low_open = value <= 0;
        }
    } else if (printing == Printing::truncated) {
        if (value >= 0) {
            box.high += unit;
            box.high_open = true;
        }
        if (value <= 0) {
            box.low -= unit;
            box.low_open = true;
        }
    }
    Fraction power = 1;
    for (int i = 0; i < figure.unit.power; ++i) power *= 10;
    for (int i = 0; i > figure.unit.power; --i) power /= 10;
    box.low *= power;
    box.high *= power;
    return box;
}

class Oracle {
  public:
    using Wrong = std::set<const tieout::Figure*>;
    /// Figures that lie in other intervals than their own.
    using Elsewhere = std::map<const tieout::Figure*, Box>;

    explicit Oracle(const tieout::Relations& relations) : relations_(relations) {
        for (const auto& relation : relations.all())
            for (const auto& operand : relations.operands(relation)) {
                if (index_.emplace(operand.figure, figures_.size()).second)
                    figures_.push_back(operand.figure);
                ++uses_[operand.figure];
            }
    }

    [[nodiscard]] const std::vector<const tieout::Figure*>& figures() const { return figures_; }

    /// Whether all relations can hold when the figures in `wrong` may be anything, as those may that are missing.
    [[nodiscard]] bool possible(const Wrong& wrong, const Elsewhere& elsewhere = {}) const {
        const Boxes boxes{wrong, elsewhere};
        std::vector<Inequality> rows;
        for (std::size_t v = 0; v < figures_.size(); ++v) {
            const Box box = boxes.of(figures_[v]);
            std::vector<Fraction> up(figures_.size());
            up[v] = 1;
            std::vector<Fraction> down(figures_.size());
            down[v] = -1;
            if (!box.high_none) rows.push_back({up, -box.high, box.high_open});
            if (!box.low_none) rows.push_back({down, box.low, box.low_open});
        }
        // Of every statement, the ways in which it can hold: its readings, and for each the ways of that.
        std::vector<std::vector<Rows>> statements;
        std::uint32_t choice = 0;
        for (const auto& relation : relations_.all()) {
            if (relation.choice == 0 || relation.choice != choice) statements.emplace_back();
            choice = relation.choice;
            for (Rows& way : ways(relation, boxes)) statements.back().push_back(std::move(way));
        }
        return possible_from(0, statements, rows);
    }

    /// Every set of least total trust that explains it all; empty if nothing does.
    [[nodiscard]] std::set<Wrong> smallest() const {
        std::vector<std::pair<Fraction, unsigned>> subsets;
        for (unsigned bits = 0; bits < 1U << figures_.size(); ++bits) {
            Fraction cost = 0;
            bool allowed = true;
            for (std::size_t v = 0; v < figures_.size(); ++v)
                if ((bits >> v & 1U) != 0) {
                    cost += fraction_of(figures_[v]->trust);
                    allowed = allowed && !figures_[v]->fixed && figures_[v]->known();
                }
            if (allowed) subsets.emplace_back(cost, bits);
        }
        std::stable_sort(subsets.begin(), subsets.end(),
                         [](const auto& x, const auto& y) { return x.first < y.first; });
        std::set<Wrong> found;
        Fraction least = -1;
        for (const auto& [cost, bits] : subsets) {
            if (least >= 0 && cost > least) break;
            Wrong wrong;
            for (std::size_t v = 0; v < figures_.size(); ++v)
                if ((bits >> v & 1U) != 0) wrong.insert(figures_[v]);
            if (!possible(wrong)) continue;
            least = cost;
            found.insert(std::move(wrong));
        }
        return found;
    }

  private:
    using Rows = std::vector<Inequality>;

    struct Boxes {
        const Wrong& wrong;
        const Elsewhere& elsewhere;
        [[nodiscard]] Box of(const tieout::Figure* figure) const {
            if (const auto other = elsewhere.find(figure); other != elsewhere.end()) return other->second;
            Box box;
            if (wrong.contains(figure) || !figure->known())
                box.low_none = box.high_none = true;
            else
                box = box_of(*figure);
            return box;
        }
    };

    [[nodiscard]] bool possible_from(std::size_t next, const std::vector<std::vector<Rows>>& statements,
                                     const Rows& rows) const {
        if (next == statements.size()) return feasible(rows, figures_.size());
        return std::any_of(statements[next].begin(), statements[next].end(), [&](const Rows& way) {
            Rows more = rows;
            more.insert(more.end(), way.begin(), way.end());
            return possible_from(next + 1, statements, more);
        });
    }

    /// The ways in which one relation can hold.
    [[nodiscard]] std::vector<Rows> ways(const tieout::Relation& relation, const Boxes& boxes) const {
        using tieout::Comparison;
        using tieout::Kind;
        const auto operands = relations_.operands(relation);
        std::vector<Fraction> n(figures_.size());
        std::vector<Fraction> d(figures_.size());
        Rows rows;
        const auto row = [&](const Fraction& sign, const Fraction& r, const Fraction& constant, bool strict) {
            Inequality result;
            for (std::size_t v = 0; v < figures_.size(); ++v) result.a.push_back(sign * (n[v] - r * d[v]));
            result.c = sign * -constant;
            result.strict = strict;
            rows.push_back(std::move(result));
        };
        switch (relation.kind) {
        case Kind::ratio:
        case Kind::share:
        case Kind::growth: {
            for (std::size_t i = 1; i < operands.size(); ++i) {
                const bool above = i <= relation.numerator_count;
                (above ? n : d)[index_.at(operands[i].figure)] += fraction_of(operands[i].coefficient);
                // Whether there is anything to divide by is not known.
                if (!above && !operands[i].figure->known()) return {{}};
            }
            if (!operands.front().figure->known()) return {{}};
            Inequality positive;
            for (const Fraction& value : d) positive.a.push_back(-value);
            positive.strict = true;
            rows.push_back(std::move(positive));
            const Box rate = boxes.of(operands.front().figure);
            if (!rate.high_none) row(1, rate.high, 0, rate.high_open);
            if (!rate.low_none) row(-1, rate.low, 0, rate.low_open);
            return {rows};
        }
        case Kind::product:
            return ways_of_product(operands, boxes);
        case Kind::equal:
            for (std::size_t i = 1; i < operands.size(); ++i) {
                n.assign(figures_.size(), 0);
                n[index_.at(operands[0].figure)] = 1;
                n[index_.at(operands[i].figure)] -= 1;
                row(1, 0, 0, false);
                row(-1, 0, 0, false);
            }
            return {rows};
        default:
            for (const auto& operand : operands)
                n[index_.at(operand.figure)] += fraction_of(operand.coefficient);
            const Fraction constant = fraction_of(relation.constant);
            const Comparison how = relation.comparison;
            if (how != Comparison::at_least && how != Comparison::more_than)
                row(1, 0, constant, how == Comparison::less_than);
            if (how != Comparison::at_most && how != Comparison::less_than)
                row(-1, 0, constant, how == Comparison::more_than);
            return {rows};
        }
    }

    /// product = shared · f · g …, all >= 0, where f, g … stand nowhere else: they may take any values in their
    /// intervals, so that low · shared <= product <= high · shared; and any at all if one of them is wrong.
    [[nodiscard]] std::vector<Rows> ways_of_product(std::span<const tieout::Operand> operands,
                                                    const Boxes& boxes) const {
        const auto above_zero = [&](const tieout::Figure* figure, bool strict) {
            Inequality row;
            row.a.resize(figures_.size());
            row.a[index_.at(figure)] = -1;
            row.strict = strict;
            return row;
        };
        for (const auto& factor : operands.subspan(1))
            if (!factor.figure->known()) return {{}};
        const tieout::Figure* const product = operands.front().figure;
        const tieout::Figure* shared = nullptr;
        Fraction low = 1;
        Fraction high = 1;
        bool bounded = true;
        for (const auto& operand : operands.subspan(1)) {
            if (uses_.at(operand.figure) > 1) {
                if (shared != nullptr) throw std::logic_error("one factor may stand elsewhere");
                shared = operand.figure;
                continue;
            }
            const Box box = boxes.of(operand.figure);
            if (box.low_open || box.high_open) throw std::logic_error("the intervals of factors are closed");
            const bool any = box.high_none;
            bounded = bounded && !any;
            if (!box.low_none && box.low > 0)
                low *= box.low;
            else
                low = 0;
            if (!any) high *= box.high;
        }
        // Nothing, whatever it is multiplied with.
        bounded = bounded || high == 0;
        // low · shared <= product, and product <= high · shared where there is such an end.
        Inequality least;
        least.a.resize(figures_.size());
        least.a[index_.at(product)] = -1;
        Inequality most;
        most.a.resize(figures_.size());
        most.a[index_.at(product)] = 1;
        if (shared != nullptr) {
            least.a[index_.at(shared)] += low;
            most.a[index_.at(shared)] -= high;
        } else {
            least.c = low;
            most.c = -high;
        }
        if (bounded) {
            Rows rows{least, most};
            if (shared != nullptr) rows.push_back(above_zero(shared, false));
            return {rows};
        }
        if (shared == nullptr) return {{least}};
        Inequality nothing;
        nothing.a.resize(figures_.size());
        nothing.a[index_.at(product)] = 1;
        return {{least, above_zero(shared, true)},
                {above_zero(shared, false), above_zero(product, false), nothing}};
    }

    const tieout::Relations& relations_;
    std::vector<const tieout::Figure*> figures_;
    std::map<const tieout::Figure*, std::size_t> index_;
    std::map<const tieout::Figure*, std::size_t> uses_;
};

/// Whether the oracle knows what this system is: what cannot be decided takes no part, and of that it knows nothing but
/// figures that are missing.
inline bool judged(const tieout::Relations& relations, std::span<const tieout::Check> checks) {
    using namespace tieout;
    for (const Check& check : checks) {
        if (check.notes.has(Note::truncated)) return false;
        if (check.outcome != Outcome::undecided) continue;
        const auto operands = relations.operands(relations.all()[check.relation]);
        const bool readings_or_divisor =
            check.readings > 1 || std::any_of(operands.begin(), operands.end(), [](const Operand& operand) {
                return operand.role == Role::denominator && operand.figure->known() &&
                       box_of(*operand.figure).low <= 0;
            });
        if (check.reason != Reason::missing || readings_or_divisor) return false;
    }
    // Only what is not negative is multiplied.
    for (const Relation& relation : relations.all())
        for (const Operand& operand : relations.operands(relation))
            if (relation.kind == Kind::product && box_of(*operand.figure).low < 0) return false;
    // A reading that cannot be tried is no reading where another holds.
    return std::none_of(checks.begin(), checks.end(), [&](const Check& check) {
        bool missing = false;
        for (std::uint32_t i = check.first_reading; i < check.first_reading + check.readings; ++i)
            for (const Operand& operand : relations.operands(relations.all()[i]))
                missing = missing || !operand.figure->known();
        return check.readings > 1 && missing;
    });
}

} // namespace oracle

#endif
