// SPDX-License-Identifier: MIT
#include <tieout/relations/relation.hpp>

#include <algorithm>
#include <array>
#include <cassert>

namespace tieout {

std::string_view name_of(Kind kind) noexcept {
    static constexpr std::array<std::string_view, 11> names{"sum",     "equal",  "at_most", "linear",
                                                            "ratio",   "share",  "growth",  "product",
                                                            "present", "absent", "unit"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Role role) noexcept {
    static constexpr std::array<std::string_view, 12> names{"total",       "part",    "member",   "lesser",
                                                            "greater",     "term",    "quotient", "numerator",
                                                            "denominator", "product", "factor",   "demanded"};
    return names[static_cast<std::size_t>(role)];
}

std::string_view name_of(Severity severity) noexcept {
    return severity == Severity::error ? "error" : "warning";
}

void Relations::clear() noexcept {
    relations_.clear();
    operands_.clear();
    begun_ = 0;
    restated_ = false;
    origin_ = {};
    choice_count_ = 0;
    choice_open_ = 0;
}

void Relations::add(const Term& term, Role role, bool negated) {
    assert(term.stated() && "a relation is stated only between figures that the document speaks of");
    restated_ = restated_ || term.statements.size() > 1;
    operands_.push_back({&Stated::most_precise(term.statements), term.statements,
                         negated ? -term.coefficient : term.coefficient, role});
}

void Relations::add(std::span<const Term> terms, Role role, bool negated) {
    for (const Term& term : terms) add(term, role, negated);
}

void Relations::sum(Term total, std::span<const Term> parts, bool open_list) {
    add(total, Role::total);
    add(parts, Role::part, true);
    Relation relation{.kind = Kind::sum};
    relation.open_list = open_list;
    state(relation);
}

void Relations::equal(std::span<const Term> figures) {
    // Every statement is an operand of its own here: which of them disagree is the question.
    for (const Term& term : figures)
        for (const Figure& figure : term.statements)
            operands_.push_back({&figure, {&figure, 1}, Decimal{1}, Role::member});
    state({.kind = Kind::equal});
}

void Relations::at_most(std::span<const Term> lesser, std::span<const Term> greater) {
    add(lesser, Role::lesser);
    add(greater, Role::greater, true);
    state({.kind = Kind::at_most, .comparison = Comparison::at_most});
}

void Relations::linear(std::span<const Term> terms, Comparison comparison, Decimal constant,
                       Unit constant_unit) {
    add(terms, Role::term);
    Relation relation{.kind = Kind::linear, .comparison = comparison};
    relation.constant = constant;
    relation.constant_unit = constant_unit.dimension == Dimension::plain && !terms.empty()
                                 ? Stated::most_precise(terms.front().statements).unit
                                 : constant_unit;
    state(relation);
}

void Relations::ratio(Term quotient, std::span<const Term> numerator, std::span<const Term> denominator) {
    add(quotient, Role::quotient);
    add(numerator, Role::numerator);
    add(denominator, Role::denominator);
    Relation relation{.kind = Kind::ratio};
    relation.numerator_count = static_cast<std::uint32_t>(numerator.size());
    state(relation);
}

void Relations::share(Term share, std::span<const Term> part, std::span<const Term> whole) {
    add(share, Role::quotient);
    add(part, Role::numerator);
    add(whole, Role::denominator);
    Relation relation{.kind = Kind::share};
    relation.numerator_count = static_cast<std::uint32_t>(part.size());
    state(relation);
}

void Relations::growth(Term rate, std::span<const Term> from, std::span<const Term> to) {
    add(rate, Role::quotient);
    add(to, Role::numerator);
    add(from, Role::numerator, true);
    add(from, Role::denominator);
    Relation relation{.kind = Kind::growth};
    relation.numerator_count = static_cast<std::uint32_t>(to.size() + from.size());
    relation.positive_base = true;
    state(relation);
}

void Relations::product(Term product, std::span<const Term> factors) {
    add(product, Role::product);
    add(factors, Role::factor);
    state({.kind = Kind::product});
}

void Relations::present(std::span<const Term> figures) {
    add(figures, Role::demanded);
    state({.kind = Kind::present});
}

void Relations::absent(Term figure) {
    add(figure, Role::demanded);
    state({.kind = Kind::absent});
}

void Relations::unit_printed(Term figure) {
    add(figure, Role::demanded);
    state({.kind = Kind::unit});
}

void Relations::readings_begin(bool closed) {
    choice_open_ = ++choice_count_;
    choice_closed_ = closed;
}

void Relations::state(Relation relation) {
    relation.severity = origin_.severity;
    relation.code = origin_.code;
    relation.id = origin_.id;
    relation.demand = origin_.demand;
    relation.approximate = origin_.approximate;
    relation.choice = choice_open_;
    relation.closed_choice = choice_open_ == 0 || choice_closed_;

    relation.first = static_cast<std::uint32_t>(begun_);
    relation.count = static_cast<std::uint32_t>(operands_.size() - begun_);

    const bool presence =
        relation.kind == Kind::present || relation.kind == Kind::absent || relation.kind == Kind::unit;
    if (restated_ && !presence)
        state_in_contexts(relation);
    else
        relations_.push_back(relation);
    begun_ = operands_.size();
    restated_ = false;
}

namespace {

/// What one table or sentence states of a figure; if that is scattered among other statements, the most precise of it.
std::span<const Figure> stated_in(std::span<const Figure> statements, std::string_view context) {
    if (context.empty()) return {};
    const auto here = [&](const Figure& figure) { return figure.context == context; };
    const auto first = std::find_if(statements.begin(), statements.end(), here);
    const auto end = std::find_if_not(first, statements.end(), here);
    if (std::none_of(end, statements.end(), here)) return {first, end};
    const Figure* best = &*first;
    for (const Figure& figure : statements)
        if (here(figure) && Stated::more_precise(figure, *best)) best = &figure;
    return {best, 1};
}

} // namespace

/// A relation is read once in every table or sentence that states at least two of its figures itself, each time
/// with the statements of that place; where there is none, once with the most precise statements.
void Relations::state_in_contexts(Relation& relation) {
    const std::vector<Operand> stated(operands_.begin() + relation.first, operands_.end());
    std::vector<std::string_view> contexts;
    for (const Operand& operand : stated)
        for (const Figure& figure : operand.statements)
            if (!figure.context.empty() &&
                std::find(contexts.begin(), contexts.end(), figure.context) == contexts.end())
                contexts.push_back(figure.context);

    const std::size_t since = relations_.size();
    operands_.resize(begun_);
    for (const std::string_view context : contexts) {
        const auto states_here = [&](const Operand& operand) {
            return std::any_of(operand.statements.begin(), operand.statements.end(),
                               [&](const Figure& figure) { return figure.context == context; });
        };
        // The same figure may stand twice (a growth names its base twice): it counts once.
        std::vector<const Figure*> here;
        for (const Operand& operand : stated)
            if (states_here(operand) &&
                std::find(here.begin(), here.end(), operand.statements.data()) == here.end())
                here.push_back(operand.statements.data());
        if (here.size() < 2) continue;
        state_in(relation, stated, context);
        if (stated_already(relations_.back(), since)) {
            operands_.resize(relations_.back().first);
            relations_.pop_back();
        } else {
            ++relation.reading;
        }
    }
    if (relation.reading == 0) state_in(relation, stated, {});
}

void Relations::state_in(Relation& relation, std::span<const Operand> stated, std::string_view context) {
    relation.first = static_cast<std::uint32_t>(operands_.size());
    for (const Operand& operand : stated) {
        const std::span<const Figure> own = stated_in(operand.statements, context);
        const std::span<const Figure> statements = own.empty() ? operand.statements : own;
        operands_.push_back(
            {&Stated::most_precise(statements), statements, operand.coefficient, operand.role});
    }
    relations_.push_back(relation);
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
