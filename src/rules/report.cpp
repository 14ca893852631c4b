// SPDX-License-Identifier: MIT
#include <tieout/rules/report.hpp>

#include "locate_in.hpp"
#include "same_demand.hpp"
#include "statement.hpp"

#include <tieout/model/terms.hpp>
#include <tieout/model/walk.hpp>
#include <tieout/rules/rule.hpp>

#include <algorithm>
#include <unordered_set>

namespace tieout {
namespace {

/// Room for what a filing of usual size states, so that it is laid out without moving.
constexpr std::size_t usual_relations = 128;
constexpr std::size_t usual_operands = 512;

/// Statements that take part in a relation, or could stand for one that does.
std::unordered_set<const Figure*> covered_by(const Relations& relations) {
    std::unordered_set<const Figure*> covered;
    std::unordered_set<const Figure*> walked;
    for (const Relation& relation : relations.all())
        for (const Operand& operand : relations.operands(relation)) {
            covered.insert(operand.figure);
            // The same statements stand behind many operands: once is enough.
            if (operand.statements.size() > 1 && walked.insert(operand.statements.data()).second)
                for (const Figure& figure : operand.statements) covered.insert(&figure);
        }
    return covered;
}

/// The pointer of a figure without the number of its statement: drafts may state it once more or less.
std::string without_statement(const std::string& pointer, bool restated) {
    return restated ? pointer.substr(0, pointer.rfind('/')) : pointer;
}

/// Checks that hold one by one and not together may all hold if every figure was cut off instead of rounded, as a check
/// that is broken may: then the document was printed that way, and nothing in it is wrong.
void allow_for_truncation(Report& report) {
    // Who says how a document rounds has answered the question already.
    if (report.located.joints.empty() || report.options.rounding || report.options.document_rounding) return;
    const auto broken = [](const Check& made) { return made.outcome == Outcome::broken; };
    if (std::any_of(report.checks.begin(), report.checks.end(), broken)) return;
    CheckOptions cut_off = report.options;
    cut_off.rounding = Printing::truncated;
    const std::vector<Check> checks = check_relations(report.relations, cut_off);
    if (std::any_of(checks.begin(), checks.end(), broken)) return;
    Located located = locate(report.relations, checks, cut_off);
    if (!located.joints.empty()) return;
    for (const Joint& joint : report.located.joints) {
        for (const std::uint32_t index : joint.checks) {
            Check& made = report.checks[index] = checks[index];
            if (made.outcome == Outcome::undecided) continue;
            made.outcome = Outcome::rounding;
            made.notes = {};
            made.notes.add(Note::truncated);
        }
    }
    report.located = std::move(located);
}

} // namespace

Report check(const Filing& filing, CheckOptions options) { return check(filing, options, {}); }

Report check(const Filing& filing, CheckOptions options, const std::function<void(Report&)>& more) {
    Report report;
    report.filing = &filing;
    report.options = options;
    if (filing.rounding) report.options.document_rounding = filing.rounding;
    report.relations.reserve(usual_relations, usual_operands);

    const std::vector<ItemRef> items = items_of(filing);
    const RuleSubject subject{filing, items};
    for (const Rule& rule : rules()) {
        report.relations.origin({.code = rule.code, .severity = rule.severity});
        rule.state(subject, report.relations);
    }
    if (!filing.relations.empty()) {
        const FigureIndex figures(filing);
        const StatedDemands demands(filing, report.relations);
        for (const StatedRelation& stated : filing.relations) {
            const std::size_t since = report.relations.size();
            state_stated(report.relations, figures, stated);
            // What a person demands in words of their own is answered by name, whatever the rules say.
            const bool in_own_words = !stated.demand.empty() && stated.context.empty();
            if (!in_own_words && stated.any_of.size() < 2) demands.take_back_known(report.relations, since);
        }
    }
    if (more) more(report);
    report.checks = check_relations(report.relations, report.options);
    detail::locate_in(report);
    return report;
}

void detail::locate_in(Report& report) {
    report.located = locate(report.relations, report.checks, report.options);
    allow_for_truncation(report);
}

Summary Report::outcomes() const {
    Summary summary;
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
            if (relation_of(check).severity == Severity::warning) ++summary.warnings;
            break;
        case Outcome::undecided:
            ++summary.undecided;
            break;
        }
        if (check.notes.any()) ++summary.notes;
    }
    summary.broken += located.joints.size();
    return summary;
}

Summary Report::summary() const {
    Summary summary = outcomes();
    const std::unordered_set<const Figure*> covered = covered_by(relations);
    each_figure(*filing, [&](const Stated& figure) {
        for (const Figure& statement : figure.statements()) {
            ++summary.figures;
            if (covered.contains(&statement)) ++summary.covered;
        }
    });
    return summary;
}

bool Report::broken(bool strict) const noexcept {
    return !located.joints.empty() || std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
        return check.outcome == Outcome::broken && (strict || relation_of(check).severity == Severity::error);
    });
}

Names::Names(const Report& report) {
    const std::unordered_set<const Figure*> covered = covered_by(report.relations);
    each_figure(*report.filing,
                [&](const std::string& pointer, const Stated& figure, std::string_view label) {
                    const auto statements = figure.statements();
                    const std::size_t slash = pointer.rfind('/');
                    const auto phase = phase_named(std::string_view(pointer).substr(slash + 1));
                    constexpr std::string_view own = "/figures/";
                    for (std::size_t i = 0; i < statements.size(); ++i) {
                        Known known;
                        // A figure that the filing gives by id is known by that id.
                        known.pointer = pointer.starts_with(own) ? pointer.substr(own.size()) : pointer;
                        known.restated = statements.size() > 1;
                        if (known.restated) known.pointer += "/" + std::to_string(i);
                        known.label = label;
                        known.member = phase ? pointer.substr(0, slash) : pointer;
                        known.phase = phase;
                        known_.emplace(&statements[i], std::move(known));
                        if (!covered.contains(&statements[i])) uncovered_.push_back(&statements[i]);
                    }
                });

    std::unordered_map<std::string, int> used;
    for (const Check& check : report.checks) {
        const Relation& relation = report.relations.all()[check.first_reading];
        std::string id(relation.id);
        if (id.empty()) {
            id = relation.code;
            id += '@';
            const Figure* anchor = report.relations.operands(relation).front().figure;
            if (const auto found = known_.find(anchor); found != known_.end())
                id += without_statement(found->second.pointer, found->second.restated);
        }
        const int times = ++used[id];
        if (times > 1) id += "#" + std::to_string(times);
        ids_.push_back(std::move(id));
    }
}

const std::string& Names::pointer(const Figure& figure) const {
    static const std::string none;
    const auto found = known_.find(&figure);
    return found == known_.end() ? none : found->second.pointer;
}

std::string Names::label(const Figure& figure, Language language) const {
    const auto found = known_.find(&figure);
    if (!figure.label.empty() || found == known_.end()) return figure.label;
    const Known& known = found->second;
    std::string name(known.label);
    if (name.empty() || !known.phase) {
        // A claim, a weight or a score is named by what it is, after the item that it is of.
        std::string_view member = known.member;
        while (!member.empty() && !term_of(member)) member = member.substr(0, member.rfind('/'));
        if (const auto term = member.empty() ? std::nullopt : term_of(member)) {
            if (!name.empty()) name += " ";
            name += term->in(language);
        }
    }
    if (name.empty()) return known.pointer;
    if (known.phase) {
        const PhaseName& phase = phase_names[static_cast<std::size_t>(*known.phase)];
        name += " ";
        name += language == Language::zh ? phase.term : phase.english;
    }
    return name;
}

std::string demand_of(const Relation& relation, Language language) {
    if (!relation.demand.empty()) return std::string(relation.demand);
    if (relation.brought != nullptr && !relation.brought->demand.in(language).empty())
        return std::string(relation.brought->demand.in(language));
    if (const Rule* rule = find_rule(relation.code)) return std::string(rule->demand.in(language));
    // In the order of Kind.
    static constexpr std::array<Words, 11> by_kind{
        {{"各项之和等于合计", "The parts make the total."},
         {"同一数据各处一致", "The figures are the same."},
         {"前者不超过后者", "The first does not exceed the second."},
         {"满足所给的线性关系", "The linear form meets its constant."},
         {"列报比率等于分子除以分母", "The rate is the numerator over the denominator."},
         {"列报占比等于部分除以总体", "The share is the part over the whole."},
         {"增长率等于增减额除以基数", "The growth is the change over the base."},
         {"乘积等于各因数之积", "The product is the product of its factors."},
         {"该数据应填列", "The figure is to be given."},
         {"该数据不应列报", "The figure is not to be given."},
         {"该数据应注明计量单位", "The figure is to be printed with its unit."}}};
    return std::string(by_kind[static_cast<std::size_t>(relation.kind)].in(language));
}

} // namespace tieout
