// SPDX-License-Identifier: MIT
#include <tieout/facts/check.hpp>

#include <tieout/relations/explain.hpp>

#include <algorithm>
#include <unordered_map>

namespace tieout {
namespace {

Term term_of(const Facts& facts, FactTerm term) {
    return Term(facts.figures().subspan(term.fact, 1), Decimal{term.coefficient});
}

void lay_out(const Facts& facts, const FactRelation& relation, std::span<const FactTerm> parts, Relations& to,
             std::vector<Term>& terms) {
    to.origin({.code = relation.law->code, .severity = relation.severity, .evidence = relation.evidence});
    terms.clear();
    const Term whole = term_of(facts, {.fact = relation.whole});
    if (relation.kind == Kind::equal) terms.push_back(whole);
    for (const FactTerm& part : parts) terms.push_back(term_of(facts, part));
    if (relation.kind == Kind::equal)
        to.equal(terms);
    else if (relation.kind == Kind::at_most)
        to.at_most(terms, {&whole, 1});
    else
        to.state({.kind = Kind::sum, .open_list = relation.open_list, .blanks = relation.blanks}, whole,
                 terms, {});
}

} // namespace

FactsReport check(const Facts& facts, CheckOptions options) {
    FactsReport report;
    report.facts = &facts;
    report.options = options;
    report.stated = relations_of(facts);
    std::size_t operands = 0;
    for (const FactRelation& relation : report.stated.all()) operands += relation.count + 1;
    report.relations.reserve(report.stated.all().size(), operands);
    std::vector<Term> terms;
    for (const FactRelation& relation : report.stated.all())
        lay_out(facts, relation, report.stated.terms(relation), report.relations, terms);
    report.checks = check_relations(report.relations, report.options);
    report.located = locate(report.relations, report.checks, report.options);
    return report;
}

FactsSummary FactsReport::summary() const {
    FactsSummary summary;
    summary.facts = facts->size();
    std::vector<bool> covered(facts->size());
    for (const Relation& relation : relations.all())
        for (const Operand& operand : relations.operands(relation))
            if (const std::size_t fact = facts->number_of(*operand.figure); fact < covered.size())
                covered[fact] = true;
    summary.covered = static_cast<std::size_t>(std::count(covered.begin(), covered.end(), true));
    for (const Check& check : checks) {
        switch (check.outcome) {
        case Outcome::exact:
            ++summary.exact;
            break;
        case Outcome::rounding:
            ++summary.rounding;
            break;
        case Outcome::broken:
            ++summary.broken;
            if (stated_by(check).severity == Severity::warning) ++summary.warnings;
            break;
        case Outcome::undecided:
            ++summary.undecided;
            if (check.reason == Reason::doubted) ++summary.doubted;
            break;
        }
    }
    summary.broken += located.joints.size();
    return summary;
}

bool FactsReport::broken(bool strict) const noexcept {
    return !located.joints.empty() || std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
        return check.outcome == Outcome::broken && (strict || stated_by(check).severity == Severity::error);
    });
}

std::string FactsReport::id(const Check& check) const {
    const FactRelation& relation = stated_by(check);
    std::string id = id_of(*facts, relation);
    std::size_t times = 1;
    for (const FactRelation& other : stated.all()) {
        if (&other == &relation) break;
        if (other.law == relation.law && other.dimension == relation.dimension && id_of(*facts, other) == id)
            ++times;
    }
    if (times > 1) id += '#' + std::to_string(times);
    return id;
}

std::vector<std::string> FactsReport::ids() const {
    std::vector<std::string> ids;
    ids.reserve(checks.size());
    std::unordered_map<std::string, std::size_t> used;
    for (const Check& check : checks) {
        std::string& id = ids.emplace_back(id_of(*facts, stated_by(check)));
        if (const std::size_t times = ++used[id]; times > 1) id += '#' + std::to_string(times);
    }
    return ids;
}

std::string FactsReport::message(const Check& check, Language language) const {
    std::string message = id(check);
    message += ": ";
    message += explain(relations, check, options, language).arithmetic;
    message += " (";
    message += stated_by(check).law->demand.in(language);
    message += ')';
    return message;
}

} // namespace tieout
