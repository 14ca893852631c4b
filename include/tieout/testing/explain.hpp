// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTING_EXPLAIN_HPP
#define TIEOUT_TESTING_EXPLAIN_HPP

// For the tests of programs that report figures, whatever their framework: says why figures do not tie out, or
// nothing if they do.
//
//     TIEOUT_EXPLAIN_TIES(467.35_wan + 1241.76_wan, 1709.11_wan)     ->  ""
//
//     using namespace tieout::testing;
//     explain_ties(printed(467.35_wan) + 1241.76_wan, 1709.11_wan)   ->  ""
//     explain_ties(printed(467.35_wan) + 1241.76_wan, 1709.31_wan)   ->  "467.35 + 1241.76 = 1709.11, stated …"
//     explain_ties(printed(451.59_wan) / 467.35_wan, 96.63_pct)      ->  ""
//     explain_ties_out(filing)                                       ->  every error in it, in full
//
// 467.35_wan + 1241.76_wan is one number that has forgotten how it came about. An Expression keeps each figure as it was
// printed, because a sum may be off by what the rounding of each of them allows: it begins with printed(), or the macro
// begins it. In the macro a sum or one quotient may stand; what stands in brackets or is multiplied in it is computed first
// and counts as one printed figure. The assertions of doctest.hpp, gtest.hpp and catch2.hpp are made of it.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/figure.hpp>
#include <tieout/rules/rule_set.hpp>

#include <concepts>
#include <string>
#include <utility>
#include <vector>

namespace tieout::testing {

/// What may stand for a figure: an amount, a percentage, a number, a Figure, a Stated of a filing, an integer.
template <class T>
concept Printable = std::integral<T> || std::constructible_from<Stated, const T&>;

/// A figure as it was printed. An integer is a count, and therefore exact.
template <Printable T>
[[nodiscard]] Stated figure_of(const T& number) {
    if constexpr (std::integral<T>) {
        Figure count{Decimal(number)};
        count.printing = Printing::exact;
        return count;
    } else {
        return Stated(number);
    }
}

/// Printed figures, added and subtracted. What was computed before it got here counts as printed as it came out.
class Expression {
  public:
    struct Addend {
        Stated figure;
        int sign;
    };

    template <Printable T>
    Expression(const T& number) {
        addends_.push_back({figure_of(number), 1});
    }

    friend Expression operator+(Expression a, const Expression& b) { return std::move(a.add(b, 1)); }
    friend Expression operator-(Expression a, const Expression& b) { return std::move(a.add(b, -1)); }

    [[nodiscard]] const std::vector<Addend>& addends() const noexcept { return addends_; }

  private:
    Expression& add(const Expression& other, int sign) {
        for (const Addend& addend : other.addends_) addends_.push_back({addend.figure, sign * addend.sign});
        return *this;
    }

    std::vector<Addend> addends_;
};

/// One expression divided by another: a share, a rate, a growth.
struct Quotient {
    Expression numerator;
    Expression denominator;
};
[[nodiscard]] inline Quotient operator/(Expression numerator, Expression denominator) {
    return {std::move(numerator), std::move(denominator)};
}

/// Begins an expression.  Example: printed(6186) - 5161
template <Printable T>
[[nodiscard]] Expression printed(const T& number) {
    return number;
}

/// Why the stated figure does not tie out with what is recomputed; empty if it does, if only within rounding.
TIEOUT_API [[nodiscard]] std::string explain_ties(const Expression& recomputed, const Stated& stated,
                                                  const CheckOptions& options, Language language);
TIEOUT_API [[nodiscard]] std::string explain_ties(const Quotient& recomputed, const Stated& stated,
                                                  const CheckOptions& options, Language language);

namespace detail {

/// `begin ->* a + b` is (begin ->* a) + b: the first figure of an expression turns the rest into one.
struct Begin {
    template <class T>
    requires std::constructible_from<Expression, const T&>
    friend Expression operator->*(Begin, const T& number) { return number; }
    friend Quotient operator->*(Begin, Quotient quotient) { return quotient; }
};

/// A number that may be a sum: nobody sees whether it was printed, or how its terms were rounded. Counts are exact.
template <class T>
concept MayBeComputed =
    Printable<T> && !std::integral<T> && !std::same_as<T, Figure> && !std::same_as<T, Stated>;

} // namespace detail

/// The same of whatever may stand for a figure.
template <class Recomputed, Printable Number>
requires(std::constructible_from<Expression, const Recomputed&> && !detail::MayBeComputed<Recomputed>) ||
    std::same_as<Recomputed, Quotient> [[nodiscard]] std::string
    explain_ties(const Recomputed& recomputed, const Number& stated, const CheckOptions& options = {},
                 Language language = Language::en) {
    if constexpr (std::same_as<Recomputed, Quotient>)
        return explain_ties(recomputed, figure_of(stated), options, language);
    else
        return explain_ties(Expression(recomputed), figure_of(stated), options, language);
}

template <detail::MayBeComputed Recomputed, Printable Number>
std::string explain_ties(const Recomputed&, const Number&, const CheckOptions& = {},
                         Language = Language::en) {
    static_assert(!detail::MayBeComputed<Recomputed>,
                  "a + b is one number that has lost the rounding of its terms: write printed(a) + b, or "
                  "TIEOUT_EXPLAIN_TIES(a + b, c)");
    return {};
}

/// Every finding at error level in a filing, in full; empty if there is none. A filing of which nothing can be
/// decided does not tie out.
TIEOUT_API [[nodiscard]] std::string explain_ties_out(const Filing& filing, const CheckOptions& options = {},
                                                      Language language = Language::en);
/// The same by a set of rules.
TIEOUT_API [[nodiscard]] std::string explain_ties_out(const Filing& filing, const RuleSet& rules,
                                                      const CheckOptions& options = {},
                                                      Language language = Language::en);

} // namespace tieout::testing

/// Why the stated figure does not tie out with what is recomputed, each figure of which counts as printed; empty if it does.
#define TIEOUT_EXPLAIN_TIES(recomputed, stated)                                                              \
    ::tieout::testing::explain_ties(::tieout::testing::detail::Begin{}->*recomputed, stated)

#endif
