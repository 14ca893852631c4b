// SPDX-License-Identifier: MIT
#include <tieout/relations/relation.hpp>

#include "relations/blanks.hpp"
#include "relations/not_stated.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

namespace tieout {

std::string_view name_of(Kind kind) noexcept {
    static constexpr std::array<std::string_view, 12> names{"sum",     "equal",   "at_most", "linear",
                                                            "ratio",   "share",   "growth",  "product",
                                                            "average", "present", "absent",  "unit"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Role role) noexcept {
    static constexpr std::array<std::string_view, 13> names{
        "total",     "part",        "member",  "lesser", "greater", "term",    "quotient",
        "numerator", "denominator", "product", "factor", "average", "demanded"};
    return names[static_cast<std::size_t>(role)];
}

std::string_view name_of(Severity severity) noexcept {
    static constexpr std::array<std::string_view, 3> names{"error", "warning", "info"};
    return names[static_cast<std::size_t>(severity)];
}

Term not_stated() {
    static const Figure figure = [] {
        Figure none;
        none.label = "未列报 (not stated)";
        return none;
    }();
    return Term(std::span<const Figure>(&figure, 1));
}

bool is_not_stated(const Figure* statements) { return statements == not_stated().statements.data(); }

void Relations::clear() noexcept {
    relations_.clear();
    operands_.clear();
    restated_ = false;
    next_ = {};
    choice_count_ = 0;
}

void Relations::add(const Term& term, Role role, bool negated) {
    assert(term.stated() && "a relation is stated only between figures that the document speaks of");
    // Presence is a matter of all statements at once, wherever they stand.
    restated_ = restated_ || (term.statements.size() > 1 && role != Role::demanded);
    operands_.push_back({&Stated::most_precise(term.statements), term.statements,
                         negated ? -term.coefficient : term.coefficient, role});
}

void Relations::add(std::span<const Term> terms, Role role, bool negated) {
    for (const Term& term : terms) add(term, role, negated);
}

/// A relation is filled in where it lies: the reference holds until the next one begins.
Relation& Relations::begin(Kind kind) {
    Relation& relation = relations_.emplace_back(next_);
    relation.kind = kind;
    relation.first = static_cast<std::uint32_t>(operands_.size());
    restated_ = false;
    return relation;
}

void Relations::end() {
    Relation& relation = relations_.back();
    relation.count = static_cast<std::uint32_t>(operands_.size()) - relation.first;
    if (restated_) state_in_contexts(relation);
}

void Relations::sum(Term total, std::span<const Term> parts, bool open_list) {
    Relation& relation = begin(Kind::sum);
    relation.open_list = open_list;
    add(total, Role::total);
    add(parts, Role::part, true);
    end();
}

void Relations::equal(std::span<const Term> figures) {
    begin(Kind::equal);
    // Every statement is an operand of its own here: which of them disagree is the question.
    for (const Term& term : figures)
        for (const Figure& figure : term.statements)
            operands_.push_back({&figure, {&figure, 1}, Decimal{1}, Role::member});
    end();
}

void Relations::at_most(std::span<const Term> lesser, std::span<const Term> greater) {
    begin(Kind::at_most).comparison = Comparison::at_most;
    add(lesser, Role::lesser);
    add(greater, Role::greater, true);
    end();
}

void Relations::linear(std::span<const Term> terms, Comparison comparison, Decimal constant,
                       Unit constant_unit) {
    Relation& relation = begin(Kind::linear);
    relation.comparison = comparison;
    relation.constant = constant;
    relation.constant_unit = constant_unit.dimension == Dimension::plain && !terms.empty()
                                 ? Stated::most_precise(terms.front().statements).unit
                                 : constant_unit;
    add(terms, Role::term);
    end();
}

void Relations::ratio(Term quotient, std::span<const Term> numerator, std::span<const Term> denominator) {
    begin(Kind::ratio).numerator_count = static_cast<std::uint32_t>(numerator.size());
    add(quotient, Role::quotient);
    add(numerator, Role::numerator);
    add(denominator, Role::denominator);
    end();
}

void Relations::share(Term share, std::span<const Term> part, std::span<const Term> whole) {
    begin(Kind::share).numerator_count = static_cast<std::uint32_t>(part.size());
    add(share, Role::quotient);
    add(part, Role::numerator);
    add(whole, Role::denominator);
    end();
}

void Relations::growth(Term rate, std::span<const Term> from, std::span<const Term> to) {
    Relation& relation = begin(Kind::growth);
    relation.numerator_count = static_cast<std::uint32_t>(to.size() + from.size());
    relation.positive_base = true;
    add(rate, Role::quotient);
    add(to, Role::numerator);
    add(from, Role::numerator, true);
    add(from, Role::denominator);
    end();
}

void Relations::product(Term product, std::span<const Term> factors) {
    begin(Kind::product);
    add(product, Role::product);
    add(factors, Role::factor);
    end();
}

/// As a linear form, n × average − Σ parts: the rounding of the average counts n times. What is left blank is not counted.
void Relations::average(Term average, std::span<const Term> parts) {
    const auto counts = [&](const Term& part) {
        return !next_.blanks || !detail::is_left_blank(Stated::most_precise(part.statements));
    };
    const auto count = std::count_if(parts.begin(), parts.end(), counts);
    begin(Kind::average);
    average.coefficient = average.coefficient * Decimal{static_cast<std::int64_t>(count)};
    add(average, Role::average);
    add(parts, Role::part, true);
    end();
}

void Relations::present(std::span<const Term> figures) {
    begin(Kind::present);
    add(figures, Role::demanded);
    end();
}

void Relations::absent(Term figure) {
    begin(Kind::absent);
    add(figure, Role::demanded);
    end();
}

void Relations::unit_printed(Term figure) {
    begin(Kind::unit);
    add(figure, Role::demanded);
    end();
}

void Relations::state(const Form& form, const Term& subject, std::span<const Term> first,
                      std::span<const Term> second) {
    switch (form.kind) {
    case Kind::sum:
        blanks(form.blanks);
        sum(subject, first, form.open_list);
        blanks(false);
        break;
    case Kind::equal:
        equal(first);
        break;
    case Kind::at_most:
        at_most(first, second);
        break;
    case Kind::linear:
        linear(first, form.comparison, form.constant,
               form.constant_unit ? *form.constant_unit
                                  : Stated::most_precise(first.front().statements).unit);
        break;
    case Kind::ratio:
        ratio(subject, first, second);
        break;
    case Kind::share:
        share(subject, first, second);
        break;
    case Kind::growth:
        growth(subject, second, first);
        break;
    case Kind::product:
        product(subject, first);
        break;
    case Kind::average:
        blanks(form.blanks);
        average(subject, first);
        blanks(false);
        break;
    case Kind::present:
        present(first);
        break;
    case Kind::absent:
        absent(first.front());
        break;
    case Kind::unit:
        unit_printed(first.front());
        break;
    }
}

void Relations::readings_begin(bool closed) {
    next_.choice = ++choice_count_;
    next_.closed_choice = closed;
}

namespace {

/// The statements of one figure, by the table or sentence that states them.
using ByContext = std::unordered_map<std::string_view, std::vector<const Figure*>>;

ByContext by_context(std::span<const Figure> statements) {
    ByContext sorted;
    for (const Figure& figure : statements)
        if (!figure.context.empty()) sorted[figure.context].push_back(&figure);
    return sorted;
}

/// What one table or sentence states of a figure; if that is scattered among other statements, the most precise of it.
std::span<const Figure> stated_in(const ByContext& sorted, std::string_view context) {
    const auto found = sorted.find(context);
    if (found == sorted.end()) return {};
    const std::vector<const Figure*>& here = found->second;
    if (here.back() - here.front() + 1 == static_cast<std::ptrdiff_t>(here.size()))
        return {here.front(), here.size()};
    const Figure* best = here.front();
    for (const Figure* const figure : here)
        if (Stated::more_precise(*figure, *best)) best = figure;
    return {best, 1};
}

} // namespace

/// A relation is read once in every table or sentence that states at least two of its figures itself, each time
/// with the statements of that place; where there is none, once with the most precise statements.
void Relations::state_in_contexts(Relation relation) {
    const std::vector<Operand> stated(operands_.begin() + relation.first, operands_.end());
    operands_.resize(relation.first);
    relations_.pop_back();
    // The same figure may stand twice (a growth names its base twice): it counts once.
    std::unordered_map<const Figure*, ByContext> sorted;
    std::vector<std::string_view> contexts;
    std::unordered_map<std::string_view, std::size_t> figures_in;
    for (const Operand& operand : stated) {
        const auto [place, added] = sorted.try_emplace(operand.statements.data());
        if (!added) continue;
        place->second = by_context(operand.statements);
        std::string_view last;
        for (const Figure& figure : operand.statements) {
            if (figure.context.empty() || figure.context == last) continue;
            last = figure.context;
            if (figures_in.try_emplace(figure.context, 0).second) contexts.push_back(figure.context);
        }
        for (const auto& [context, here] : place->second) ++figures_in[context];
    }

    std::vector<Operand> own = stated;
    for (const std::string_view context : contexts) {
        if (figures_in.at(context) < 2) continue;
        for (std::size_t i = 0; i < stated.size(); ++i) {
            own[i].statements = stated_in(sorted.at(stated[i].statements.data()), context);
            if (own[i].statements.empty()) own[i].statements = stated[i].statements;
        }
        state_in(relation, own, context);
    }
    if (relation.reading == 0) state_in(relation, stated, {});
}

/// With these statements; of a context, unless another states the same.
void Relations::state_in(Relation& relation, std::span<const Operand> stated, std::string_view context) {
    const std::size_t since = relations_.size() - relation.reading;
    relation.first = static_cast<std::uint32_t>(operands_.size());
    for (const Operand& operand : stated)
        operands_.push_back({&Stated::most_precise(operand.statements), operand.statements,
                             operand.coefficient, operand.role});
    relations_.push_back(relation);
    if (context.empty()) return;
    if (stated_already(relations_.back(), since)) {
        operands_.resize(relations_.back().first);
        relations_.pop_back();
    } else {
        ++relation.reading;
    }
}

bool Relations::stated_already(const Relation& relation, std::size_t since) const noexcept {
    const auto same = [](const Operand& a, const Operand& b) {
        return a.figure == b.figure ||
               (a.figure->state == b.figure->state && identical(a.figure->value, b.figure->value) &&
                a.figure->unit == b.figure->unit && a.figure->scale() == b.figure->scale() &&
                a.figure->printing == b.figure->printing && a.figure->sense == b.figure->sense);
    };
    const auto mine = operands(relation);
    for (std::size_t i = since; i + 1 < relations_.size(); ++i) {
        const auto other = operands(relations_[i]);
        if (std::equal(mine.begin(), mine.end(), other.begin(), other.end(), same)) return true;
    }
    return false;
}

} // namespace tieout
