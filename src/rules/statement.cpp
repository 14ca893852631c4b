// SPDX-License-Identifier: MIT
#include "statement.hpp"

#include <tieout/model/walk.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tieout {
namespace {

bool says_something(const Item& item) {
    return item.stated() || !item.splits.empty() || !item.shares.empty() || !item.growth.empty() ||
           !item.changes.empty() || !item.rates.empty() || !item.comparatives.empty();
}

/// A bound on parts holds only while none of them is negative.
bool none_negative(std::span<const Term> terms) {
    return std::all_of(terms.begin(), terms.end(), [](const Term& term) {
        const Figure& figure = Stated::most_precise(term.statements);
        return !figure.known() || sign(figure.value) * figure.sense * sign(term.coefficient) >= 0;
    });
}

/// The coded lines of a split that state one phase, by code: 301 contains 30101 if no line between them does.
class Codes {
  public:
    Codes(const Split& split, Phase phase) {
        for (const Part& part : split.items)
            if (!part.code.empty() && part.at(phase).stated()) by_code_.push_back(&part);
        std::stable_sort(by_code_.begin(), by_code_.end(), before);
    }

    /// The line whose code is the longest that this code begins with, or nothing.
    [[nodiscard]] const Part* container(const Part& part) const {
        const std::string_view code = part.code;
        for (std::size_t length = code.size(); length-- > 1;) {
            const auto found = std::lower_bound(
                by_code_.begin(), by_code_.end(), code.substr(0, length),
                [](const Part* other, std::string_view wanted) { return other->code < wanted; });
            if (found != by_code_.end() && (*found)->code == code.substr(0, length)) return *found;
        }
        return nullptr;
    }

  private:
    static bool before(const Part* a, const Part* b) { return a->code < b->code; }

    std::vector<const Part*> by_code_;
};

/// Whether any line of a split may contain another: no code is longer than the shortest in a flat list.
bool codes_nest(const Split& split) {
    std::size_t shortest = 0;
    std::size_t longest = 0;
    for (const Part& part : split.items) {
        if (part.code.empty()) continue;
        shortest = shortest == 0 ? part.code.size() : std::min(shortest, part.code.size());
        longest = std::max(longest, part.code.size());
    }
    return longest > shortest;
}

/// The figures that a reference names; one that is not there stands as not stated.
template <class Find>
std::vector<Term> terms_of(const Reference& reference, Find find) {
    std::vector<Term> terms;
    terms.reserve(reference.size());
    for (const ReferenceTerm& term : reference) {
        const std::span<const Figure> figures = find(term.to);
        terms.emplace_back(figures.empty() ? not_stated().statements : figures, term.coefficient);
    }
    if (terms.empty()) terms.push_back(not_stated());
    return terms;
}

/// The statements that are known, of one period: where they name several, those that name it.
void compare_statements(Relations& relations, std::span<const Figure> statements,
                        std::optional<std::string_view> period) {
    std::vector<Term> sure;
    std::vector<Term> open;
    for (const Figure& statement : statements) {
        if (!statement.known() || (period && statement.period != *period)) continue;
        (statement.evidence == Evidence::whole ? sure : open)
            .emplace_back(std::span<const Figure>(&statement, 1));
    }
    if (sure.size() > 1) relations.equal(sure);
    if (open.empty()) return;
    // Of those that are sure the finest stands for all.
    const auto finer = [](const Term& a, const Term& b) {
        return Stated::more_precise(b.statements.front(), a.statements.front());
    };
    if (const auto finest = std::max_element(sure.begin(), sure.end(), finer); finest != sure.end())
        open.insert(open.begin(), *finest);
    if (open.size() > 1) relations.equal(open);
}

} // namespace

void state_in_words(Relations& relations, const FigureIndex& figures, const StatedRelation& stated) {
    const auto of = [&](const Reference& reference) {
        return terms_of(reference, [&](const std::string& to) {
            return figures.find(to).value_or(std::span<const Figure>{});
        });
    };
    const auto found = figures.find(stated.subject).value_or(std::span<const Figure>{});
    const Term subject = found.empty() ? not_stated() : Term(found);
    relations.state({.kind = stated.kind,
                     .open_list = stated.open_list,
                     .blanks = stated.blanks,
                     .comparison = stated.comparison,
                     .constant = stated.constant,
                     .constant_unit = stated.constant_unit},
                    subject, of(stated.first), of(stated.second));
}

std::vector<ItemRef> items_of(const Filing& filing) {
    constexpr std::size_t usual_items = 128;
    std::vector<ItemRef> items;
    items.reserve(usual_items);
    each_item(filing, [&](const Item& item, const Item* parent) {
        if (says_something(item)) items.push_back({&item, parent});
    });
    return items;
}

std::vector<Term> resolve(const Filing& filing, const Item& item, const Reference& reference) {
    return terms_of(reference, [&](const std::string& to) -> std::span<const Figure> {
        if (const auto phase = phase_named(to)) return item.at(*phase).statements();
        return find_figure(filing, to).value_or(std::span<const Figure>{});
    });
}

bool same_references(std::span<const Reference> a, std::span<const Reference> b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Reference& x, const Reference& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                          [](const ReferenceTerm& s, const ReferenceTerm& t) {
                              return s.to == t.to && s.coefficient == t.coefficient;
                          });
    });
}

void state_list(Relations& relations, const Stated& total, std::span<const Term> lines,
                Completeness completeness, Phase phase) {
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
        terms.reserve(parts.size());
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
    lines.reserve(split.items.size());
    for (const Phase phase : phases) {
        if (!item.at(phase).stated()) continue;
        std::optional<Codes> codes;
        if (nested) codes.emplace(split, phase);
        lines.clear();
        for (const Part& part : split.items)
            if (part.at(phase).stated() && !(codes && codes->container(part) != nullptr))
                lines.emplace_back(part.at(phase), Decimal{part.sign});
        state_list(relations, item.at(phase), lines, split.complete[phase], phase);
    }
}

void state_codes(Relations& relations, const Split& split) {
    if (!codes_nest(split)) return;
    for (const Phase phase : phases) {
        const Codes codes(split, phase);
        std::unordered_map<const Part*, std::vector<Term>> lines;
        for (const Part& part : split.items)
            if (part.at(phase).stated())
                if (const Part* container = codes.container(part))
                    lines[container].emplace_back(part.at(phase), Decimal{part.sign});
        for (const Part& part : split.items)
            if (const auto found = lines.find(&part); found != lines.end())
                state_list(relations, part.at(phase), found->second, split.complete[phase], phase);
    }
}

void state_restated(Relations& relations, const Stated& figure) {
    const auto statements = figure.statements();
    if (statements.size() < 2) return;
    std::vector<std::string_view> periods;
    for (const Figure& statement : statements)
        if (!statement.period.empty() &&
            std::find(periods.begin(), periods.end(), statement.period) == periods.end())
            periods.push_back(statement.period);
    if (periods.size() < 2) return compare_statements(relations, statements, std::nullopt);
    for (const std::string_view period : periods) compare_statements(relations, statements, period);
}

void state_classes(Relations& relations, const BasicExpenditure& basic, const Item& total, bool personnel) {
    const Split* split = basic.find_split("economic");
    if (split == nullptr) return;
    const bool nested = codes_nest(*split);
    std::vector<Term> lines;
    lines.reserve(split->items.size());
    for (const Phase phase : phases) {
        if (split->complete[phase] != Completeness::complete || !total.at(phase).stated()) continue;
        const std::optional<Codes> codes =
            nested ? std::optional<Codes>(std::in_place, *split, phase) : std::nullopt;
        lines.clear();
        for (const Part& part : split->items) {
            if (!part.at(phase).stated() || (codes && codes->container(part) != nullptr)) continue;
            const bool is_personnel = part.code.starts_with("301") || part.code.starts_with("303");
            if (!part.code.empty() && is_personnel == personnel)
                lines.emplace_back(part.at(phase), Decimal{part.sign});
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

void state_stated(Relations& relations, const FigureIndex& figures, const StatedRelation& stated) {
    Relations::Origin origin;
    origin.id = stated.id;
    origin.demand = stated.demand;
    origin.severity = stated.severity;
    origin.approximate = stated.approximate;
    origin.evidence = stated.evidence;
    relations.origin(origin);
    if (stated.any_of.empty()) {
        state_in_words(relations, figures, stated);
        return;
    }
    relations.readings_begin(true);
    for (const StatedRelation& reading : stated.any_of) {
        relations.approximately(stated.approximate || reading.approximate);
        relations.evidence(reading.evidence == Evidence::open ? Evidence::open : stated.evidence);
        state_in_words(relations, figures, reading);
    }
    relations.readings_end();
}

const Change* find_change(const Item& item, Phase phase) noexcept {
    for (const Change& change : item.changes)
        if (change.phase == phase && change.from.empty() && change.stated.stated()) return &change;
    return nullptr;
}

const Project* as_project(const Filing& filing, const Item& item) noexcept {
    const std::vector<Project>& projects = filing.expenditure.project.projects;
    // Items within a project lie elsewhere, so an item that lies among the projects is one.
    constexpr std::less<const void*> before;
    const void* const at = &item;
    if (projects.empty() || before(at, projects.data()) || !before(at, projects.data() + projects.size()))
        return nullptr;
    return static_cast<const Project*>(&item);
}

bool in_three_public(const Filing& filing, const Item& item) noexcept {
    const ThreePublic& t = filing.three_public;
    for (const Item* part :
         {static_cast<const Item*>(&t), &t.abroad, static_cast<const Item*>(&t.vehicles),
          &t.vehicles.purchase, &t.vehicles.operation, static_cast<const Item*>(&t.reception),
          &t.reception.domestic, &t.reception.abroad})
        if (part == &item) return true;
    return false;
}

} // namespace tieout
