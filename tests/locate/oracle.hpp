// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_LOCATE_ORACLE_HPP
#define TIEOUT_TESTS_LOCATE_ORACLE_HPP

// Decides small systems of linear inequalities by eliminating one variable after the other (Fourier and Motzkin), and
// finds the smallest explanations by trying every set of figures. Shares nothing with the solver but the numbers.

#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <map>
#include <set>
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

/// What one printed number stands for, decided anew.
struct Box {
    Fraction low, high;
    bool low_open = false, high_open = false;
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
    explicit Oracle(const tieout::Relations& relations) : relations_(relations) {
        for (const auto& relation : relations.all())
            for (const auto& operand : relations.operands(relation))
                if (index_.emplace(operand.figure, figures_.size()).second)
                    figures_.push_back(operand.figure);
    }

    [[nodiscard]] const std::vector<const tieout::Figure*>& figures() const { return figures_; }

    /// Whether all relations can hold when the figures in `wrong` may be anything.
    [[nodiscard]] bool possible(const std::set<const tieout::Figure*>& wrong) const {
        std::vector<Inequality> rows;
        for (std::size_t v = 0; v < figures_.size(); ++v) {
            if (wrong.contains(figures_[v])) continue;
            const Box box = box_of(*figures_[v]);
            std::vector<Fraction> up(figures_.size());
            up[v] = 1;
            std::vector<Fraction> down(figures_.size());
            down[v] = -1;
            rows.push_back({up, -box.high, box.high_open});
            rows.push_back({down, box.low, box.low_open});
        }
        for (const auto& relation : relations_.all()) add(rows, relation, wrong);
        return feasible(std::move(rows), figures_.size());
    }

    /// Every set of least total trust that explains it all; empty if nothing does.
    [[nodiscard]] std::set<std::set<const tieout::Figure*>> smallest() const {
        std::vector<std::pair<Fraction, unsigned>> subsets;
        for (unsigned bits = 0; bits < 1U << figures_.size(); ++bits) {
            Fraction cost = 0;
            bool allowed = true;
            for (std::size_t v = 0; v < figures_.size(); ++v)
                if ((bits >> v & 1U) != 0) {
                    cost += fraction_of(figures_[v]->trust);
                    allowed = allowed && !figures_[v]->fixed;
                }
            if (allowed) subsets.emplace_back(cost, bits);
        }
        std::stable_sort(subsets.begin(), subsets.end(),
                         [](const auto& x, const auto& y) { return x.first < y.first; });
        std::set<std::set<const tieout::Figure*>> found;
        Fraction least = -1;
        for (const auto& [cost, bits] : subsets) {
            if (least >= 0 && cost > least) break;
            std::set<const tieout::Figure*> wrong;
            for (std::size_t v = 0; v < figures_.size(); ++v)
                if ((bits >> v & 1U) != 0) wrong.insert(figures_[v]);
            if (!possible(wrong)) continue;
            least = cost;
            found.insert(std::move(wrong));
        }
        return found;
    }

  private:
    void add(std::vector<Inequality>& rows, const tieout::Relation& relation,
             const std::set<const tieout::Figure*>& wrong) const {
        using tieout::Kind;
        const auto operands = relations_.operands(relation);
        std::vector<Fraction> n(figures_.size());
        std::vector<Fraction> d(figures_.size());
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
            for (std::size_t i = 1; i < operands.size(); ++i)
                (i <= relation.numerator_count ? n : d)[index_.at(operands[i].figure)] +=
                    fraction_of(operands[i].coefficient);
            Inequality positive;
            for (const Fraction& value : d) positive.a.push_back(-value);
            positive.strict = true;
            rows.push_back(std::move(positive));
            if (wrong.contains(operands.front().figure)) return;
            const Box rate = box_of(*operands.front().figure);
            row(1, rate.high, 0, rate.high_open);
            row(-1, rate.low, 0, rate.low_open);
            return;
        }
        case Kind::equal:
            for (std::size_t i = 1; i < operands.size(); ++i) {
                n.assign(figures_.size(), 0);
                n[index_.at(operands[0].figure)] = 1;
                n[index_.at(operands[i].figure)] -= 1;
                row(1, 0, 0, false);
                row(-1, 0, 0, false);
            }
            return;
        default:
            for (const auto& operand : operands)
                n[index_.at(operand.figure)] += fraction_of(operand.coefficient);
            const Fraction constant = fraction_of(relation.constant);
            using tieout::Comparison;
            const Comparison how = relation.comparison;
            if (how != Comparison::at_least && how != Comparison::more_than)
                row(1, 0, constant, how == Comparison::less_than);
            if (how != Comparison::at_most && how != Comparison::less_than)
                row(-1, 0, constant, how == Comparison::more_than);
        }
    }

    const tieout::Relations& relations_;
    std::vector<const tieout::Figure*> figures_;
    std::map<const tieout::Figure*, std::size_t> index_;
};

} // namespace oracle

#endif
