// SPDX-License-Identifier: MIT
#include "statement.hpp"

#include <tieout/model/find.hpp>

#include <algorithm>

namespace tieout {
namespace {

/// A bound on parts holds only while none of them is negative.
bool none_negative(std::span<const Term> terms) {
    return std::all_of(terms.begin(), terms.end(), [](const Term& term) {
        const Figure& figure = Stated::most_precise(term.statements);
        return !figure.known() || sign(figure.base_value()) * sign(term.coefficient) >= 0;
    });
}

bool begins_with_code(const Part& lower, const Part& upper) {
    return !upper.code.empty() && lower.code.size() > upper.code.size() && lower.code.starts_with(upper.code);
}

/// Whether another line of the split contains this one by its code.
bool contained(const Split& split, const Part& part, Phase phase) {
    return std::any_of(split.items.begin(), split.items.end(), [&](const Part& other) {
        return other.at(phase).stated() && begins_with_code(part, other);
    });
}

bool codes_nest(const Split& split) {
    for (const Part& upper : split.items)
        for (const Part& lower : split.items)
            if (begins_with_code(lower, upper)) return true;
    return false;
}

} // namespace

Term not_stated() {
    static const Figure figure = [] {
        Figure none;
        none.label = "未列报 (not stated)";
        return none;
    }();
    return Term(std::span<const Figure>(&figure, 1));
}

std::vector<Term> resolve(const Filing& filing, const Item& item, const Reference& reference) {
    std::vector<Term> terms;
    terms.reserve(reference.size());
    for (const ReferenceTerm& term : reference) {
        std::span<const Figure> figures;
        if (const auto phase = phase_named(term.to))
            figures = item.at(*phase).statements();
        else if (const auto found = find_figure(filing, term.to))
            figures = *found;
        terms.emplace_back(figures.empty() ? not_stated().statements : figures, term.coefficient);
    }
    if (terms.empty()) terms.push_back(not_stated());
    return terms;
}

bool same_references(std::span<const Reference> a, std::span<const Reference> b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Reference& x, const Reference& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const ReferenceTerm& s, const ReferenceTerm& t) {
            return s.to == t.to && s.coefficient == t.coefficient;
        });
    });
}

void state_list(Relations& relations, const Stated& total, std::span<const Term> lines, Completeness completeness,
                Phase phase) {
    if (!total.stated() || lines.empty()) return;
    if (completeness == Completeness::complete) {
        relations.sum(total, lines);
        return;
    }
    // What was added or taken off may be negative anywhere: some of it bounds nothing.
    if (phase == Phase::supplementary) return;
    if (completeness == Completeness::not_stated)
        relations.sum(total, lines, true);
    else if (none_negative(lines))
        relations.at_most(lines, {{Term(total)}});
}

void state_parts(Relations& relations, const Item& whole, std::initializer_list<const Item*> parts,
                 std::size_t needed, Completeness together) {
    std::vector<Term> terms;
    for (const Phase phase : phases) {
        const Stated& total = whole.at(phase);
        if (!total.stated()) continue;
        terms.clear();
        bool all_needed = true;
        std::size_t index = 0;
        for (const Item* part : parts) {
            const bool stated = part->at(phase).stated();
            if (stated) terms.emplace_back(part->at(phase));
            all_needed = all_needed && (stated || index >= needed);
            ++index;
        }
        if (!terms.empty())
            state_list(relations, total, terms, all_needed ? together : Completeness::subset, phase);
    }
}

void state_split(Relations& relations, const Item& item, const Split& split) {
    const bool nested = codes_nest(split);
    std::vector<Term> lines;
    for (const Phase phase : phases) {
        if (!item.at(phase).stated()) continue;
        lines.clear();
        for (const Part& part : split.items)
            if (part.at(phase).stated() && !(nested && contained(split, part, phase)))
                lines.emplace_back(part.at(phase), Decimal{part.sign});
        state_list(relations, item.at(phase), lines, split.complete[phase], phase);
    }
}

void state_codes(Relations& relations, const Split& split) {
    if (!codes_nest(split)) return;
    std::vector<Term> lines;
    for (const Part& upper : split.items)
        for (const Phase phase : phases) {
            if (!upper.at(phase).stated()) continue;
            lines.clear();
            for (const Part& lower : split.items) {
                if (!begins_with_code(lower, upper) || !lower.at(phase).stated()) continue;
                // Only the next level down: what lies deeper is in that already.
                const bool deeper = std::any_of(split.items.begin(), split.items.end(), [&](const Part& between) {
                    return between.at(phase).stated() && begins_with_code(between, upper) &&
                           begins_with_code(lower, between);
                });
                if (!deeper) lines.emplace_back(lower.at(phase), Decimal{lower.sign});
            }
            state_list(relations, upper.at(phase), lines, split.complete[phase], phase);
        }
}

void state_classes(Relations& relations, const BasicExpenditure& basic, const Item& total, bool personnel) {
    const Split* split = basic.find_split("economic");
    if (split == nullptr) return;
    std::vector<Term> lines;
    for (const Phase phase : phases) {
        if (split->complete[phase] != Completeness::complete || !total.at(phase).stated()) continue;
        lines.clear();
        for (const Part& part : split->items) {
            if (!part.at(phase).stated() || contained(*split, part, phase)) continue;
            const bool is_personnel = part.code.starts_with("301") || part.code.starts_with("303");
            if (!part.code.empty() && is_personnel == personnel) lines.emplace_back(part.at(phase), Decimal{part.sign});
        }
        state_list(relations, total.at(phase), lines, Completeness::complete, phase);
    }
}

void state_candidates(Relations& relations, const Stated& rate, std::span<const Term> numerator,
                      std::span<const Term> bases) {
    if (bases.empty()) {
        relations.ratio(rate, std::span<const Term>{}, std::span<const Term>{});
        return;
    }
    relations.readings_begin(false);
    for (const Term& base : bases) relations.ratio(rate, numerator, {&base, 1});
    relations.readings_end();
}

void state_stated(Relations& relations, const Filing& filing, const StatedRelation& stated) {
    static const Item no_item;
    Relations::Origin origin;
    origin.id = stated.id;
    origin.demand = stated.demand;
    origin.severity = stated.severity;
    origin.approximate = stated.approximate;
    relations.origin(origin);
    const std::vector<Term> first = resolve(filing, no_item, stated.first);
    const auto subject = [&] { return resolve(filing, no_item, {{stated.subject}}).front(); };
    const auto second = [&] { return resolve(filing, no_item, stated.second); };
    switch (stated.kind) {
    case Kind::sum: relations.sum(subject(), first, stated.open_list); break;
    case Kind::equal: relations.equal(first); break;
    case Kind::at_most: relations.at_most(first, second()); break;
    case Kind::linear:
        relations.linear(first, stated.comparison, stated.constant,
                         stated.constant_unit ? *stated.constant_unit
                                              : Stated::most_precise(first.front().statements).unit);
        break;
    case Kind::ratio: relations.ratio(subject(), first, second()); break;
    case Kind::share: relations.share(subject(), first, second()); break;
    case Kind::growth: relations.growth(subject(), second(), first); break;
    case Kind::product: relations.product(subject(), first); break;
    case Kind::present: relations.present(first); break;
    case Kind::absent: relations.absent(first.front()); break;
    case Kind::unit: relations.unit_printed(first.front()); break;
    }
}

const Change* find_change(const Item& item, Phase phase) noexcept {
    for (const Change& change : item.changes)
        if (change.phase == phase && change.from.empty() && change.stated.stated()) return &change;
    return nullptr;
}

const Project* as_project(const Filing& filing, const Item& item) noexcept {
    for (const Project& project : filing.expenditure.project.projects)
        if (static_cast<const Item*>(&project) == &item) return &project;
    return nullptr;
}

bool in_three_public(const Filing& filing, const Item& item) noexcept {
    const ThreePublic& t = filing.three_public;
    for (const Item* part : {static_cast<const Item*>(&t), &t.abroad, static_cast<const Item*>(&t.vehicles),
                             &t.vehicles.purchase, &t.vehicles.operation, static_cast<const Item*>(&t.reception),
                             &t.reception.domestic, &t.reception.abroad})
        if (part == &item) return true;
    return false;
}

} // namespace tieout
