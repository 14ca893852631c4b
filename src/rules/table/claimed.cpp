// SPDX-License-Identifier: MIT
#include "rules/table/claimed.hpp"

#include "rules/statement.hpp"

#include <tieout/rules/ratio_table.hpp>

#include <algorithm>
#include <array>

namespace tieout {

void state_shares(const RuleSubject& s, Relations& r) {
    for (const ItemRef& ref : s.items)
        for (const Share& share : ref.item->shares) {
            const Stated& part = ref.item->at(share.phase);
            if (!share.stated.stated()) continue;
            const Term numerator = part.stated() ? Term(part) : not_stated();
            if (!share.of.empty()) {
                r.readings_begin(true);
                for (const Reference& of : share.of)
                    r.share(share.stated, {&numerator, 1}, resolve(s.filing, *ref.item, of));
                r.readings_end();
                continue;
            }
            std::vector<Term> wholes;
            const auto add = [&](const Stated& whole) {
                if (whole.stated() && &whole != &part) wholes.emplace_back(whole);
            };
            if (ref.parent != nullptr) add(ref.parent->at(share.phase));
            add(s.filing.expenditure.at(share.phase));
            add(s.filing.total_income.at(share.phase));
            add(s.filing.income.at(share.phase));
            state_candidates(r, share.stated, {&numerator, 1}, wholes);
        }
}

void state_changes(const RuleSubject& s, Relations& r) {
    for (const ItemRef& ref : s.items) {
        const Item& item = *ref.item;
        for (const Change& change : item.changes) {
            if (!change.stated.stated()) continue;
            const Stated& now = item.at(change.phase);
            const Term to = now.stated() ? Term(now) : not_stated();
            std::vector<std::vector<Term>> bases;
            for (const Reference& from : change.from) bases.push_back(resolve(s.filing, item, from));
            // Without a base it can still be the base that a stated growth is over, and is checked there.
            if (bases.empty() && !item.prior.stated() &&
                std::any_of(item.growth.begin(), item.growth.end(), [&](const Growth& growth) {
                    return growth.phase == change.phase && growth.stated.stated();
                }))
                continue;
            if (bases.empty())
                bases.push_back(
                    {item.prior.stated() && change.phase != Phase::prior ? Term(item.prior) : not_stated()});
            r.readings_begin(true);
            for (std::vector<Term>& base : bases) {
                // change = now − base
                std::vector<Term> parts{to};
                for (Term& term : base) parts.emplace_back(term.statements, -term.coefficient);
                r.sum(change.stated, parts);
            }
            r.readings_end();
        }
        for (const Growth& growth : item.growth) {
            if (!growth.stated.stated()) continue;
            const Stated& now = item.at(growth.phase);
            const Term to = now.stated() ? Term(now) : not_stated();
            if (!growth.from.empty()) {
                r.readings_begin(true);
                for (const Reference& from : growth.from) {
                    const std::vector<Term> base = resolve(s.filing, item, from);
                    std::vector<Term> grown{to};
                    if (const Change* change = find_change(item, growth.phase)) {
                        // The base may be of another kind than the figure, net where that is gross: what it grew by
                        // is the stated change.
                        grown = base;
                        grown.emplace_back(change->stated);
                    }
                    r.growth(growth.stated, base, grown);
                }
                r.readings_end();
            } else if (item.prior.stated() && growth.phase != Phase::prior) {
                r.growth(growth.stated, item.prior, to);
            } else if (const Change* change = find_change(item, growth.phase)) {
                // The base is what the change leaves of the figure.
                r.growth(growth.stated, std::array{to, Term(change->stated, Decimal{-1})}, std::array{to});
            } else {
                r.growth(growth.stated, not_stated(), to);
            }
        }
    }
}

/// What an item is compared with where a rate does not say of what.
static std::vector<Term> rate_bases(const RuleSubject& s, const ItemRef& ref, Phase phase) {
    std::vector<Term> bases;
    const auto add = [&](const Stated& base) {
        if (base.stated()) bases.emplace_back(base);
    };
    for (const Phase candidate : {Phase::initial, Phase::adjusted, Phase::received, Phase::opening})
        if (candidate != phase) add(ref.item->at(candidate));
    if (ref.parent != nullptr) add(ref.parent->at(phase));
    if (ref.item == &s.filing.expenditure) {
        add(s.filing.total_income.executed);
        add(s.filing.income.executed);
    }
    return bases;
}

void state_rate(const RuleSubject& s, Relations& r, const Rate& rate, const ItemRef* ref) {
    if (!rate.stated.stated()) return;
    if (!rate.ratio.empty()) {
        const RatioEntry* entry = find_ratio(rate.ratio);
        const bool in_scope =
            entry != nullptr && (ref != nullptr) == (entry->scope != RatioEntry::Scope::filing);
        RatioSubject of{s.filing, ref != nullptr ? ref->item : nullptr,
                        ref != nullptr ? as_project(s.filing, *ref->item) : nullptr};
        const auto state = [&] {
            Terms numerator = in_scope ? entry->numerator(of) : Terms{};
            Terms denominator = in_scope ? entry->denominator(of) : Terms{};
            if (numerator.empty()) numerator.push_back(not_stated());
            if (denominator.empty()) denominator.push_back(not_stated());
            r.ratio(rate.stated, numerator, denominator);
        };
        // "Of the budget" may mean the adjusted one or the initial one.
        r.readings_begin(true);
        state();
        of.initial_budget = true;
        if (in_scope && entry->on_either_budget) state();
        r.readings_end();
        return;
    }
    if (ref == nullptr) {
        r.ratio(rate.stated, {}, {});
        return;
    }
    const Stated& now = ref->item->at(rate.phase);
    const Term numerator = now.stated() ? Term(now) : not_stated();
    if (!rate.of.empty()) {
        r.readings_begin(true);
        for (const Reference& of : rate.of)
            r.ratio(rate.stated, std::array{numerator}, resolve(s.filing, *ref->item, of));
        r.readings_end();
        return;
    }
    state_candidates(r, rate.stated, {&numerator, 1}, rate_bases(s, *ref, rate.phase));
}

void state_comparatives(const RuleSubject& s, Relations& r, bool with_prior) {
    for (const ItemRef& ref : s.items)
        for (const Comparative& said : ref.item->comparatives) {
            if ((said.with == Phase::prior) != with_prior) continue;
            const Stated& now = ref.item->at(said.phase);
            const Stated& then = ref.item->at(said.with);
            const Term a = now.stated() ? Term(now) : not_stated();
            const Term b = then.stated() ? Term(then) : not_stated();
            const std::array terms{a, Term(b.statements, Decimal{-1})};
            if (said.word == Comparative::Word::equal)
                r.equal({a, b});
            else
                r.linear(terms,
                         said.word == Comparative::Word::more ? Comparison::more_than : Comparison::less_than,
                         Decimal{0}, unit::plain);
        }
}

} // namespace tieout
