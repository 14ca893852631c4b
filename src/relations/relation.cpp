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
    slots_.clear();
    origin_ = {};
    choice_count_ = 0;
    choice_open_ = 0;
}

void Relations::slot(const Term& term, Role role, bool negated) {
    assert(term.stated() && "a relation is stated only between figures that the document speaks of");
    slots_.push_back({term.statements, negated ? -term.coefficient : term.coefficient, role});
}

void Relations::slots(std::span<const Term> terms, Role role, bool negated) {
    for (const Term& term : terms) slot(term, role, negated);
}

void Relations::sum(Term total, std::span<const Term> parts, bool open_list) {
    slot(total, Role::total);
    slots(parts, Role::part, true);
    Relation relation{.kind = Kind::sum};
    relation.open_list = open_list;
    state(relation);
}

void Relations::equal(std::span<const Term> figures) {
    // Every statement is an operand of its own here: which of them disagree is the question.
    for (const Term& term : figures)
        for (const Figure& figure : term.statements)
            slots_.push_back({{&figure, 1}, Decimal{1}, Role::member});
    state({.kind = Kind::equal});
}

void Relations::at_most(std::span<const Term> lesser, std::span<const Term> greater) {
    slots(lesser, Role::lesser);
    slots(greater, Role::greater, true);
    state({.kind = Kind::at_most, .comparison = Comparison::at_most});
}

void Relations::linear(std::span<const Term> terms, Comparison comparison, Decimal constant,
                       Unit constant_unit) {
    slots(terms, Role::term);
    Relation relation{.kind = Kind::linear, .comparison = comparison};
    relation.constant = constant;
    relation.constant_unit = constant_unit.dimension == Dimension::plain && !terms.empty()
                                 ? Stated::most_precise(terms.front().statements).unit
                                 : constant_unit;
    state(relation);
}

void Relations::ratio(Term quotient, std::span<const Term> numerator, std::span<const Term> denominator) {
    slot(quotient, Role::quotient);
    slots(numerator, Role::numerator);
    slots(denominator, Role::denominator);
    Relation relation{.kind = Kind::ratio};
    relation.numerator_count = static_cast<std::uint32_t>(numerator.size());
    state(relation);
}

void Relations::share(Term share, std::span<const Term> part, std::span<const Term> whole) {
    slot(share, Role::quotient);
    slots(part, Role::numerator);
    slots(whole, Role::denominator);
    Relation relation{.kind = Kind::share};
    relation.numerator_count = static_cast<std::uint32_t>(part.size());
    state(relation);
}

void Relations::growth(Term rate, std::span<const Term> from, std::span<const Term> to) {
    slot(rate, Role::quotient);
    slots(to, Role::numerator);
    slots(from, Role::numerator, true);
    slots(from, Role::denominator);
    Relation relation{.kind = Kind::growth};
    relation.numerator_count = static_cast<std::uint32_t>(to.size() + from.size());
    relation.positive_base = true;
    state(relation);
}

void Relations::product(Term product, std::span<const Term> factors) {
    slot(product, Role::product);
    slots(factors, Role::factor);
    state({.kind = Kind::product});
}

void Relations::present(std::span<const Term> figures) {
    slots(figures, Role::demanded);
    state({.kind = Kind::present});
}

void Relations::absent(Term figure) {
    slot(figure, Role::demanded);
    state({.kind = Kind::absent});
}

void Relations::unit_printed(Term figure) {
    slot(figure, Role::demanded);
    state({.kind = Kind::unit});
}

void Relations::readings_begin(bool closed) {
    choice_open_ = ++choice_count_;
    choice_closed_ = closed;
}

/// A relation is read once in every table or sentence that states at least two of its figures itself, each time
/// with the statements of that place; where there is none, once with the most precise statements.
void Relations::state(Relation relation) {
    relation.severity = origin_.severity;
    relation.code = origin_.code;
    relation.id = origin_.id;
    relation.demand = origin_.demand;
    relation.approximate = origin_.approximate;
    relation.choice = choice_open_;
    relation.closed_choice = choice_open_ == 0 || choice_closed_;

    const bool restated = std::any_of(slots_.begin(), slots_.end(),
                                      [](const Slot& slot) { return slot.statements.size() > 1; });
    if (!restated || relation.kind == Kind::present || relation.kind == Kind::absent ||
        relation.kind == Kind::unit) {
        state_in(relation, {}, 0);
        slots_.clear();
        return;
    }
    const std::size_t since = relations_.size();
    std::uint32_t reading = 0;
    std::vector<std::string_view> contexts;
    for (const Slot& slot : slots_)
        for (const Figure& figure : slot.statements)
            if (!figure.context.empty() &&
                std::find(contexts.begin(), contexts.end(), figure.context) == contexts.end())
                contexts.push_back(figure.context);
    for (const std::string_view context : contexts) {
        const auto states_here = [&](const Slot& slot) {
            return std::any_of(slot.statements.begin(), slot.statements.end(),
                               [&](const Figure& figure) { return figure.context == context; });
        };
        // The same figure may fill two slots (a growth names its base twice): it counts once.
        std::vector<const Figure*> here;
        for (const Slot& slot : slots_)
            if (states_here(slot) &&
                std::find(here.begin(), here.end(), slot.statements.data()) == here.end())
                here.push_back(slot.statements.data());
        if (here.size() < 2) continue;
        state_in(relation, context, reading);
        if (stated_already(relations_.back(), since)) {
            operands_.resize(relations_.back().first);
            relations_.pop_back();
        } else {
            ++reading;
        }
    }
    if (reading == 0) state_in(relation, {}, 0);
    slots_.clear();
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

void Relations::state_in(Relation relation, std::string_view context, std::uint32_t reading) {
    relation.first = static_cast<std::uint32_t>(operands_.size());
    relation.count = static_cast<std::uint32_t>(slots_.size());
    relation.reading = reading;
    for (const Slot& slot : slots_) {
        const std::span<const Figure> own = stated_in(slot.statements, context);
        const std::span<const Figure> statements = own.empty() ? slot.statements : own;
        operands_.push_back({&Stated::most_precise(statements), statements, slot.coefficient, slot.role});
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
