// SPDX-License-Identifier: MIT
#include "same_demand.hpp"

#include "relations/evidence.hpp"

#include <tieout/model/walk.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace tieout {
namespace {

/// Bytes that are the same for the same demand, and for no other.
class Key {
  public:
    explicit Key(char form) { bytes_ += form; }

    void add(std::uint64_t number) {
        // Keys are compared with others of this run only, so that the order of the bytes does not matter.
        char bytes[sizeof number];
        std::memcpy(bytes, &number, sizeof number);
        bytes_.append(bytes, sizeof number);
    }
    void reserve(std::size_t terms) {
        constexpr std::size_t numbers_of_a_term = 4;
        bytes_.reserve((terms + 1) * numbers_of_a_term * sizeof(std::uint64_t));
    }
    void add(const Figure* figure) { add(std::uint64_t{reinterpret_cast<std::uintptr_t>(figure)}); }
    void add(const Decimal& number) {
        const Decimal shortest = trimmed(number);
        add(shortest.lo);
        add(static_cast<std::uint64_t>(shortest.hi));
        add(static_cast<std::uint64_t>(static_cast<std::int64_t>(shortest.scale)));
    }
    void mark(char what_follows) { bytes_ += what_follows; }
    [[nodiscard]] std::string take() && { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// A linear form: every figure once, in an order of its own, none with the coefficient 0.
struct Form {
    std::vector<std::pair<const Figure*, Decimal>> terms{};

    void sort() {
        constexpr std::less<const Figure*> before;
        std::sort(terms.begin(), terms.end(),
                  [&](const auto& a, const auto& b) { return before(a.first, b.first); });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < terms.size();) {
            auto term = terms[i];
            for (++i; i < terms.size() && terms[i].first == term.first; ++i) term.second += terms[i].second;
            if (!is_zero(term.second)) terms[kept++] = term;
        }
        terms.resize(kept);
    }
    /// A form and its opposite have opposite signs.
    [[nodiscard]] bool negative() const { return !terms.empty() && sign(terms.front().second) < 0; }
    void add_to(Key& key, bool negated) const {
        key.reserve(terms.size());
        for (const auto& [figure, coefficient] : terms) {
            key.add(figure);
            key.add(negated ? -coefficient : coefficient);
        }
    }
};

/// The same for statements that read alike.
std::string reading_of(const Figure& figure) {
    Key key(static_cast<char>(figure.state));
    // Not shortened: 20.7 and 20.70 read differently.
    key.add(std::uint64_t{figure.value.lo});
    key.add(static_cast<std::uint64_t>(figure.value.hi));
    for (const int small :
         {int{figure.value.scale}, figure.scale(), int{figure.unit.power}, int{figure.sense},
          figure.bare_zero ? 1 : 0, figure.printing ? static_cast<int>(*figure.printing) : -1})
        key.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(small)));
    return std::move(key).take() + std::string(figure.unit.word());
}

/// Where one of several readings may hold, none of them is demanded.
bool is_demanded(std::span<const Relation> all, std::size_t i) {
    const auto also = [&](std::size_t other) {
        return other < all.size() && all[other].choice == all[i].choice;
    };
    return all[i].choice == 0 || (all[i].closed_choice && !also(i + 1) && (i == 0 || !also(i - 1)));
}

} // namespace

StatedDemands::StatedDemands(const Filing& filing, const Relations& relations) {
    each_figure(filing, [this](const Stated& figure) {
        const auto statements = figure.statements();
        if (statements.size() < 2) return;
        std::unordered_map<std::string, const Figure*> readings;
        for (const Figure& statement : statements) {
            const auto [found, added] = readings.emplace(reading_of(statement), &statement);
            if (!added) first_like_.emplace(&statement, found->second);
        }
        if (readings.size() > 1)
            for (const Figure& statement : statements) disagreeing_.insert(&statement);
    });
    const auto all = relations.all();
    of_rules_ = all.size();
    demands_.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_demanded(all, i)) continue;
        if (std::string demand = demand_of(relations, all[i]); !demand.empty())
            demands_[std::move(demand)] |= std::uint64_t{1} << leniency_of(relations, all[i]);
    }
}

const Figure* StatedDemands::first_like(const Figure* figure) const {
    const auto found = first_like_.find(figure);
    return found == first_like_.end() ? figure : found->second;
}

/// Empty where it is none that can be compared, or demands nothing.
std::string StatedDemands::demand_of(const Relations& relations, const Relation& relation) const {
    const auto operands = relations.operands(relation);
    const auto form_of = [&](std::span<const Operand> terms) {
        Form form;
        form.terms.reserve(terms.size());
        for (const Operand& term : terms) form.terms.emplace_back(first_like(term.figure), term.coefficient);
        form.sort();
        return form;
    };
    try {
        switch (relation.kind) {
        case Kind::equal: {
            if (operands.size() == 2 && first_like(operands[0].figure) != first_like(operands[1].figure)) {
                Form form{{{first_like(operands[0].figure), Decimal(1)},
                           {first_like(operands[1].figure), Decimal(-1)}}};
                form.sort();
                Key key('=');
                form.add_to(key, form.negative());
                return std::move(key).take();
            }
            // Of statements of one figure the question is which of them differ.
            std::vector<const Figure*> figures;
            for (const Operand& operand : operands) figures.push_back(operand.figure);
            std::sort(figures.begin(), figures.end(), std::less<>());
            figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
            Key key('E');
            for (const Figure* figure : figures) key.add(figure);
            return std::move(key).take();
        }
        case Kind::sum:
        case Kind::average:
        case Kind::linear:
        case Kind::at_most: {
            const Form form = form_of(operands);
            if (form.terms.empty()) return {};
            const Comparison comparison = relation.comparison;
            const bool equality = comparison == Comparison::equals;
            const bool strict = comparison == Comparison::less_than || comparison == Comparison::more_than;
            const bool negated =
                equality ? form.negative()
                         : comparison == Comparison::at_least || comparison == Comparison::more_than;
            Key key(equality ? '=' : strict ? '<' : 'L');
            form.add_to(key, negated);
            if (!is_zero(relation.constant)) {
                const Decimal constant = shifted(relation.constant, relation.constant_unit.power);
                key.mark('c');
                key.add(negated ? -constant : constant);
            }
            return std::move(key).take();
        }
        case Kind::ratio:
        case Kind::share:
        case Kind::growth: {
            const Form numerator = form_of(operands.subspan(1, relation.numerator_count));
            const Form denominator = form_of(operands.subspan(1 + relation.numerator_count));
            if (numerator.terms.empty() || denominator.terms.empty()) return {};
            const bool negated = denominator.negative();
            Key key(relation.positive_base ? 'G' : 'Q');
            key.add(first_like(operands[0].figure));
            key.add(operands[0].coefficient);
            numerator.add_to(key, negated);
            key.mark('/');
            denominator.add_to(key, negated);
            return std::move(key).take();
        }
        case Kind::product: {
            Form factors = form_of({});
            for (const Operand& factor : operands.subspan(1))
                factors.terms.emplace_back(first_like(factor.figure), factor.coefficient);
            std::sort(factors.terms.begin(), factors.terms.end(), [](const auto& a, const auto& b) {
                return std::less<const Figure*>()(a.first, b.first);
            });
            Key key('P');
            key.add(first_like(operands[0].figure));
            key.add(operands[0].coefficient);
            factors.add_to(key, false);
            return std::move(key).take();
        }
        case Kind::present:
        case Kind::absent:
        case Kind::unit:
            break;
        }
    } catch (const Overflow&) { // of a coefficient: it is like no other
    }
    return {};
}

namespace {

constexpr unsigned open_leniency = 16U;
constexpr unsigned leniencies = 64U;

} // namespace

/// One bit for every way in which a relation may be put more mildly than in so many words.
unsigned StatedDemands::leniency_of(const Relations& relations, const Relation& relation) const {
    const auto operands = relations.operands(relation);
    // Where statements disagree and the relation may be read with any, it holds if one of them fits.
    const bool any_statement = std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
        return operand.statements.size() > 1 && disagreeing_.contains(operand.figure);
    });
    return (relation.approximate ? 1U : 0U) | (relation.may_lack() ? 2U : 0U) |
           (relation.severity != Severity::error ? 4U : 0U) | (any_statement ? 8U : 0U) |
           (relation.severity == Severity::info ? 32U : 0U) |
           (detail::rests_on_open(relations, relation) ? open_leniency : 0U);
}

bool StatedDemands::known(const Relations& relations, const Relation& relation) {
    if (demands_.empty()) return false;
    const std::string demand = demand_of(relations, relation);
    if (demand.empty()) return false;
    const auto found = demands_.find(demand);
    if (found == demands_.end()) return false;
    const unsigned mine = leniency_of(relations, relation);
    bool but_for_evidence = false;
    for (unsigned rule = 0; rule < leniencies; ++rule) {
        if ((found->second >> rule & 1U) == 0) continue;
        if ((rule & ~mine) == 0) return true;
        but_for_evidence = but_for_evidence || ((mine & ~(rule & ~open_leniency)) == 0);
    }
    // The rule says no more than this, and is less sure of it.
    if (but_for_evidence) stated_surely_.insert(demand);
    return false;
}

void StatedDemands::take_back_less_sure(Relations& relations) const {
    if (stated_surely_.empty()) return;
    std::vector<std::uint32_t> begins;
    const auto of_rules = relations.all().first(of_rules_);
    for (std::size_t i = 0; i < of_rules.size(); ++i)
        if (is_demanded(of_rules, i) && detail::rests_on_open(relations, of_rules[i]) &&
            stated_surely_.contains(demand_of(relations, of_rules[i])))
            begins.push_back(of_rules[i].first);
    relations.take_back(0, [&](const Relation& relation) {
        return !relation.code.empty() && std::binary_search(begins.begin(), begins.end(), relation.first);
    });
}

void StatedDemands::take_back_known(Relations& relations, std::size_t since) {
    const auto stated = relations.all().subspan(since);
    if (stated.empty()) return;
    if (stated.front().choice != 0) {
        if (std::all_of(stated.begin(), stated.end(),
                        [&](const Relation& relation) { return known(relations, relation); }))
            relations.take_back(since, [](const Relation&) { return true; });
        return;
    }
    relations.take_back(since, [&](const Relation& relation) { return known(relations, relation); });
}

} // namespace tieout
