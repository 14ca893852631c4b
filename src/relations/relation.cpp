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

void Relations::readings_begin(bool closed) {
    next_.choice = ++choice_count_;
    next_.closed_choice = closed;
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
void Relations::state_in_contexts(Relation relation) {
    const std::vector<Operand> stated(operands_.begin() + relation.first, operands_.end());
    operands_.resize(relation.first);
    relations_.pop_back();
    std::vector<std::string_view> contexts;
    for (const Operand& operand : stated)
        for (const Figure& figure : operand.statements)
            if (!figure.context.empty() &&
                std::find(contexts.begin(), contexts.end(), figure.context) == contexts.end())
                contexts.push_back(figure.context);

    const std::size_t since = relations_.size();
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
