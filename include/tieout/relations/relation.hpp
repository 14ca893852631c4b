// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RELATIONS_RELATION_HPP
#define TIEOUT_RELATIONS_RELATION_HPP

// Relations are what must hold between figures. They are stated with a handful of words and checked elsewhere.
//
//     Relations relations;
//     relations.sum(total, {basic, project});              // total = basic + project
//     relations.share(rate, personnel, basic);             // rate = personnel / basic
//     relations.at_most(executed, budget);                 // executed <= budget
//
// Beneath the words there are two forms: a linear form of figures against a constant, and a quotient of two linear
// forms against a figure. The figures stay where they are: they must outlive the relations.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/relations/figure.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout {

/// The words in which a relation is stated.
enum class Kind : std::uint8_t {
    sum,     ///< total = parts with their coefficients (合计)
    equal,   ///< the same figure, stated several times (同一数据)
    at_most, ///< lesser <= greater (不超过)
    linear,  ///< terms compared with a constant
    ratio,   ///< quotient = numerator / denominator
    share,   ///< share = part / whole (占比)
    growth,  ///< rate = (to − from) / from (增长率)
    product, ///< product = factor × factor … (单价 × 数量)
    average, ///< average = Σ parts / their number (平均)
    present, ///< the document must give this figure (应填)
    absent,  ///< the document must not give this figure (不应填)
    unit     ///< the document must print the unit of this figure (计量单位)
};

/// How a linear form stands to its constant.
enum class Comparison : std::uint8_t { equals, at_most, at_least, less_than, more_than };

/// What a broken relation is.
enum class Severity : std::uint8_t {
    error,
    warning, ///< where practice breaks the bound
    info     ///< told, and never a failure: who sets the rules says so (仅供参考)
};

/// What a figure does in a relation.
enum class Role : std::uint8_t {
    total,
    part,
    member,
    lesser,
    greater,
    term,
    quotient,
    numerator,
    denominator,
    product,
    factor,
    average,
    demanded
};

TIEOUT_API [[nodiscard]] std::string_view name_of(Kind kind) noexcept;
TIEOUT_API [[nodiscard]] std::string_view name_of(Role role) noexcept;
TIEOUT_API [[nodiscard]] std::string_view name_of(Severity severity) noexcept;

/// A figure, in all its statements, times a coefficient. Refers to the figure, which must outlive it.
struct Term {
    std::span<const Figure> statements;
    Decimal coefficient{1};

    Term(const Stated& figure TIEOUT_LIFETIMEBOUND, Decimal times = Decimal{1})
        : statements(figure.statements()), coefficient(times) {}
    Term(std::span<const Figure> figures, Decimal times = Decimal{1})
        : statements(figures), coefficient(times) {}
    template <class T>
    requires detail::TemporaryOf<T, Stated> || detail::TemporaryOf<T, std::vector<Figure>>
    Term(T&&, Decimal = Decimal{1}) {
        static_assert(detail::kept<T>,
                      "a relation refers to its figures: keep them in a filing, or in variables "
                      "that outlive the relations and their checks");
    }

    [[nodiscard]] bool stated() const noexcept { return !statements.empty(); }
};

/// One figure in one relation: the statement chosen, and the others that could stand for it.
struct Operand {
    const Figure* figure;
    std::span<const Figure> statements;
    Decimal coefficient;
    Role role;
};

/// What a relation brings along that is stated from data instead of the table of rules.
struct Brought {
    /// The same text in both languages, made for this relation.
    struct Text {
        std::string zh{};
        std::string en{};
        [[nodiscard]] std::string_view in(Language language) const noexcept {
            return language == Language::zh ? zh : en;
        }
    };
    Text demand{};
    /// How its constant came about; why it is not settled.
    Text basis{};
    Text clause{};
};

/// One relation, laid out for checking. Its operands lie in Relations::operands: for a quotient first the stated
/// result, then `numerator_count` terms, then the terms of the denominator; for a sum the total comes first.
struct Relation {
    Kind kind = Kind::sum;
    Comparison comparison = Comparison::equals;
    Severity severity = Severity::error;
    /// The words say 基本 or 大致: an equality that is not exact is not decided.
    bool approximate = false;
    /// A list of parts that the document does not call complete: it may be all of the total or less.
    bool open_list = false;
    /// A part is left blank (未填): it adds nothing to a sum that then holds, and what it could be is doubted.
    bool blanks = false;
    /// The base must be positive for the rate to mean anything (growth).
    bool positive_base = false;
    /// Nothing settles what the figure must be; `brought` says why.
    bool unsettled = false;
    /// The constant was itself rounded: what holds with it holds within rounding.
    bool rounded_constant = false;
    /// Alternative readings of one statement share a number; 0 stands alone.
    std::uint32_t choice = 0;
    /// The text leaves no reading beside those of this choice.
    bool closed_choice = true;
    /// Open: if it does not hold, nor any other reading of its choice, it is doubted.
    Evidence evidence = Evidence::whole;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t numerator_count = 0;
    /// Which context of several this relation was read in, from 0.
    std::uint32_t reading = 0;
    /// The constant of a linear relation, and its unit.
    Decimal constant{};
    Unit constant_unit = unit::plain;
    /// Permanent code of the rule, or empty.
    std::string_view code{};
    /// Id of a relation that was given from outside, or empty.
    std::string_view id{};
    /// The demand in words, where the relation brings its own.
    std::string_view demand{};
    /// Or with clause and basis, in both languages; null where the rule says all.
    const Brought* brought = nullptr;

    /// Whether the parts of a sum may be less than its total.
    [[nodiscard]] bool may_lack() const noexcept { return open_list || blanks; }
};

/// All relations of one filing, in the order in which they were stated.
class TIEOUT_API Relations {
  public:
    using Terms = std::initializer_list<Term>;

    /// What of a relation is no figure.
    struct Form {
        Kind kind = Kind::sum;
        bool open_list = false;
        bool blanks = false;
        Comparison comparison = Comparison::equals;
        Decimal constant{};
        /// Unit of the constant; that of the terms where it says none.
        std::optional<Unit> constant_unit{};
    };
    /// What the relations stated from now on belong to.
    struct Origin {
        std::string_view code{};
        Severity severity = Severity::error;
        std::string_view id{};
        std::string_view demand{};
        bool approximate = false;
        const Brought* brought = nullptr;
        bool unsettled = false;
        bool rounded_constant = false;
        Evidence evidence = Evidence::whole;
    };
    void origin(const Origin& origin) {
        next_.code = origin.code;
        next_.severity = origin.severity;
        next_.id = origin.id;
        next_.demand = origin.demand;
        next_.approximate = origin.approximate;
        next_.brought = origin.brought;
        next_.unsettled = origin.unsettled;
        next_.rounded_constant = origin.rounded_constant;
        next_.evidence = origin.evidence;
    }
    /// Whether the words of what is stated from now on say 基本 or 大致.
    void approximately(bool approximate) { next_.approximate = approximate; }
    /// Whether what is stated from now on is beyond doubt.
    void evidence(Evidence evidence) { next_.evidence = evidence; }
    /// What is stated from now on is this if it is broken.
    void severity(Severity severity) { next_.severity = severity; }
    /// Gives what was stated another severity: severity_of(relation) says which.
    template <class SeverityOf>
    void grade(SeverityOf severity_of) {
        for (Relation& relation : relations_) relation.severity = severity_of(std::as_const(relation));
    }
    /// Whether the sums and averages stated from now on have parts that are left blank.
    void blanks(bool blanks) { next_.blanks = blanks; }

    /// total = Σ coefficient × part. An open list may also be less than its total, and is then undecided.
    void sum(Term total, std::span<const Term> parts, bool open_list = false);
    void sum(Term total, Terms parts, bool open_list = false) { sum(total, span_of(parts), open_list); }

    /// All statements of one figure, or several figures, are the same number.
    void equal(std::span<const Term> figures);
    void equal(Terms figures) { equal(span_of(figures)); }

    /// Σ lesser <= Σ greater.
    void at_most(std::span<const Term> lesser, std::span<const Term> greater);
    void at_most(Terms lesser, Terms greater) { at_most(span_of(lesser), span_of(greater)); }
    void at_most(Term lesser, Term greater) { at_most({&lesser, 1}, {&greater, 1}); }

    /// Σ coefficient × term compared with a constant. A constant without unit has that of the first term.
    void linear(std::span<const Term> terms, Comparison comparison, Decimal constant, Unit constant_unit);
    void linear(Terms terms, Comparison comparison, Decimal constant, Unit constant_unit) {
        linear(span_of(terms), comparison, constant, constant_unit);
    }

    /// quotient = Σ numerator / Σ denominator.
    void ratio(Term quotient, std::span<const Term> numerator, std::span<const Term> denominator);
    void ratio(Term quotient, Terms numerator, Terms denominator) {
        ratio(quotient, span_of(numerator), span_of(denominator));
    }

    /// share = Σ part / Σ whole.
    void share(Term share, std::span<const Term> part, std::span<const Term> whole);
    void share(Term share, Terms part, Terms whole) { this->share(share, span_of(part), span_of(whole)); }
    void share(Term share, Term part, Term whole) { this->share(share, {&part, 1}, {&whole, 1}); }

    /// rate = (Σ to − Σ from) / Σ from, undecided unless the base is positive.
    void growth(Term rate, std::span<const Term> from, std::span<const Term> to);
    void growth(Term rate, Terms from, Terms to) { growth(rate, span_of(from), span_of(to)); }
    void growth(Term rate, Term from, Term to) { growth(rate, {&from, 1}, {&to, 1}); }

    /// product = factor × factor × …
    void product(Term product, std::span<const Term> factors);
    void product(Term product, Terms factors) { this->product(product, span_of(factors)); }

    /// average = Σ parts / their number.
    void average(Term average, std::span<const Term> parts);
    void average(Term average, Terms parts) { this->average(average, span_of(parts)); }

    /// The document must give these figures.
    void present(std::span<const Term> figures);
    void present(Terms figures) { present(span_of(figures)); }
    /// The document must not give this figure.
    void absent(Term figure);
    /// The document must print the unit of this figure: where it does not, what it is was taken from its surroundings.
    void unit_printed(Term figure);

    /// A relation whose kind is data: read from a filing, or from the words of a report. `subject` is its total, quotient,
    /// rate, share, product or average; `second` its denominator, whole, greater side or, of a growth, what it is from.
    void state(const Form& form, const Term& subject, std::span<const Term> first,
               std::span<const Term> second);

    /// The relations stated until readings_end() are readings of one statement: one that holds is the reading.
    /// Unless `closed`, the text may leave still others, and if none holds the statement is undecided.
    void readings_begin(bool closed);
    void readings_end() {
        next_.choice = 0;
        next_.closed_choice = true;
    }

    [[nodiscard]] std::span<const Relation> all() const noexcept TIEOUT_LIFETIMEBOUND { return relations_; }
    [[nodiscard]] std::span<const Operand>
    operands(const Relation& relation) const noexcept TIEOUT_LIFETIMEBOUND {
        return {operands_.data() + relation.first, relation.count};
    }
    [[nodiscard]] std::size_t size() const noexcept { return relations_.size(); }
    void reserve(std::size_t relation_count, std::size_t operand_count) {
        relations_.reserve(relation_count);
        operands_.reserve(operand_count);
    }
    void clear() noexcept;
    /// Takes back, of the relations stated since there were `since` of them, those for which drop(relation) is true.
    template <class Drop>
    void take_back(std::size_t since, Drop drop) {
        std::size_t kept = since;
        std::size_t end = since < relations_.size() ? relations_[since].first : operands_.size();
        for (std::size_t i = since; i < relations_.size(); ++i) {
            if (drop(std::as_const(relations_[i]))) continue;
            Relation& relation = relations_[kept] = relations_[i];
            if (relation.first != end) {
                const auto from = operands_.begin() + relation.first;
                std::copy(from, from + relation.count, operands_.begin() + static_cast<std::ptrdiff_t>(end));
                relation.first = static_cast<std::uint32_t>(end);
            }
            end += relation.count;
            ++kept;
        }
        relations_.erase(relations_.begin() + static_cast<std::ptrdiff_t>(kept), relations_.end());
        operands_.erase(operands_.begin() + static_cast<std::ptrdiff_t>(end), operands_.end());
    }

  private:
    static std::span<const Term> span_of(Terms terms) noexcept { return {terms.begin(), terms.size()}; }
    void add(const Term& term, Role role, bool negated = false);
    void add(std::span<const Term> terms, Role role, bool negated = false);
    Relation& begin(Kind kind);
    void end();
    void state_in_contexts(Relation relation);
    void state_in(Relation& relation, std::span<const Operand> stated, std::string_view context);
    [[nodiscard]] bool stated_already(const Relation& relation, std::size_t since) const noexcept;

    std::vector<Relation> relations_;
    std::vector<Operand> operands_;
    /// Whether the relation that is being stated has a figure that is stated in several places.
    bool restated_ = false;
    /// What every relation stated from now on begins as.
    Relation next_{};
    std::uint32_t choice_count_ = 0;
};

} // namespace tieout

#endif
