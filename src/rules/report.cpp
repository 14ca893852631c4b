// SPDX-License-Identifier: MIT
#include <tieout/rules/report.hpp>

#include "conclude.hpp"
#include "disputes.hpp"
#include "doubting.hpp"
#include "locate/known.hpp"
#include "lost_rows.hpp"
#include "misplaced.hpp"
#include "misread.hpp"
#include "misread_words.hpp"
#include "other_quantity.hpp"
#include "relations/figure_numbers.hpp"
#include "same_demand.hpp"
#include "statement.hpp"

#include <tieout/model/concepts.hpp>
#include <tieout/model/walk.hpp>
#include <tieout/rules/rule.hpp>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace tieout {
namespace {

using detail::holds;
using detail::is_broken;

/// Room for what a filing of usual size states, so that it is laid out without moving.
constexpr std::size_t usual_relations = 128;
constexpr std::size_t usual_operands = 512;
constexpr std::size_t usual_figures = 128;

/// Calls visit(figure) for the statements that take part in a relation, or could stand for one that does; some of them
/// several times.
template <class Visit>
void each_covered(const Relations& relations, Visit visit) {
    detail::FigureNumbers walked;
    for (const Relation& relation : relations.all())
        for (const Operand& operand : relations.operands(relation)) {
            visit(operand.figure);
            // The same statements stand behind many operands: once is enough.
            if (operand.statements.size() > 1 && walked.add(operand.statements.data()).second)
                for (const Figure& figure : operand.statements) visit(&figure);
        }
}

/// Takes over how a check comes out if every figure was cut off.
void take_cut_off(Check& check, const Check& cut_off) {
    check = cut_off;
    check.outcome = Outcome::rounding;
    check.notes = {};
    check.notes.add(Note::truncated);
}

/// Whether the figures of a check were read in a document.
bool is_of_document(const ReportView& report, const Check& check) {
    const auto operands = report.relations.operands(report.relation_of(check));
    return std::any_of(operands.begin(), operands.end(),
                       [](const Operand& operand) { return operand.figure->line != 0; });
}

/// A rule may rest on another, whose checks must hold for it to mean anything; and what a reason excuses may have one that was
/// not read.
void doubt_by_rule(ReportView& report) {
    for (Check& check : report.checks) {
        if (!is_broken(check)) continue;
        const Rule* const rule = report.rules.find(report.relation_of(check).code);
        if (rule == nullptr) continue;
        const bool rests = rule->rests_on.empty() ||
                           std::all_of(report.checks.begin(), report.checks.end(), [&](const Check& other) {
                               return report.relation_of(other).code != rule->rests_on || holds(other);
                           });
        if (rests && !(rule->excusable && is_of_document(report, check))) continue;
        detail::doubt(check);
    }
}

/// Checks that hold one by one and not together may all hold if every figure was cut off instead of rounded, as a check
/// that is broken may: then the document was printed that way, and nothing in it is wrong.
void allow_for_truncation(ReportView& report) {
    // Who says how a document rounds has answered the question already.
    if (report.located.joints.empty() || report.options.rounding || report.options.document_rounding) return;
    if (std::any_of(report.checks.begin(), report.checks.end(), is_broken)) return;
    CheckOptions cut_off = report.options;
    cut_off.rounding = Printing::truncated;
    const std::vector<Check> checks = check_relations(report.relations, cut_off);
    if (std::any_of(checks.begin(), checks.end(), is_broken)) return;
    Located located = locate(report.relations, checks, cut_off);
    if (!located.joints.empty()) return;
    for (const Joint& joint : report.located.joints) {
        for (const std::uint32_t index : joint.checks) {
            if (holds(checks[index]))
                take_cut_off(report.checks[index], checks[index]);
            else
                report.checks[index] = checks[index];
        }
    }
    report.located = std::move(located);
}

/// What a report of this filing is before anything is checked.
void state_in(ReportView& report, const Filing& filing, const CheckOptions& options) {
    report.filing = &filing;
    report.options = options;
    if (filing.rounding) report.options.document_rounding = filing.rounding;
    report.relations.reserve(usual_relations, usual_operands);

    const std::vector<ItemRef> items = items_of(filing);
    const RuleSubject subject{filing, items};
    for (const Rule& rule : rules()) {
        if (report.rules.leaves_out(rule.code)) continue;
        report.relations.origin({.code = rule.code, .severity = rule.severity});
        rule.state(subject, report.relations);
    }
    report.rules.state_own(subject, report.relations, false);
    // What the filing itself demands is held against what the rules demand as strictly.
    report.rules.grade(report.relations);
    if (!filing.relations.empty()) {
        const FigureIndex figures(filing);
        StatedDemands demands(filing, report.relations);
        for (const StatedRelation& stated : filing.relations) {
            const std::size_t since = report.relations.size();
            state_stated(report.relations, figures, stated);
            // What a person demands in words of their own is answered by name, whatever the rules say.
            const bool in_own_words = !stated.demand.empty() && stated.context.empty();
            if (!in_own_words && stated.any_of.size() < 2) demands.take_back_known(report.relations, since);
        }
        demands.take_back_less_sure(report.relations);
    }
}

/// States what is left out, but for what the filing itself demands. It counts as evidence of how the document was read, so
/// that leaving a rule out never turns what is doubted elsewhere into an error; then its checks are dropped.
void state_left_out(ReportView& report) {
    if (!report.rules.leaves_out_any()) return;
    StatedDemands demands(*report.filing, report.relations);
    const std::vector<ItemRef> items = items_of(*report.filing);
    const RuleSubject subject{*report.filing, items};
    const std::size_t since = report.relations.size();
    for (const Rule& rule : rules()) {
        if (!report.rules.leaves_out(rule.code)) continue;
        report.relations.origin({.code = rule.code, .severity = rule.severity});
        rule.state(subject, report.relations);
    }
    report.rules.state_own(subject, report.relations, true);
    demands.take_back_known(report.relations, since);
}

/// Takes out the checks of the codes that are left out, and what they are checks of.
void drop_left_out(ReportView& report) {
    if (!report.rules.leaves_out_any()) return;
    const std::size_t count = report.relations.size();
    std::vector<bool> dropped(count);
    std::vector<Check> kept;
    kept.reserve(report.checks.size());
    for (const Check& check : report.checks) {
        const bool drop = report.rules.leaves_out(report.relation_of(check).code);
        if (!drop) kept.push_back(check);
        for (std::uint32_t i = 0; i < check.readings; ++i) dropped[check.first_reading + i] = drop;
    }
    std::vector<std::uint32_t> moved_to(count);
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < count; ++i) {
        moved_to[i] = next;
        if (!dropped[i]) ++next;
    }
    std::size_t at = 0;
    report.relations.take_back(0, [&](const Relation&) { return dropped[at++]; });
    for (Check& check : kept) {
        check.relation = moved_to[check.relation];
        check.first_reading = moved_to[check.first_reading];
    }
    report.checks = std::move(kept);
}

/// Checks, and doubts what does not suffice to be called broken.
void check_and_doubt(ReportView& report) {
    report.checks = check_relations(report.relations, report.options);
    if (std::none_of(report.checks.begin(), report.checks.end(), is_broken)) return;
    doubt_by_rule(report);
    detail::doubt_other_quantities(report);
    detail::doubt_misreadings(report);
    detail::doubt_scattered_disputes(report);
    detail::doubt_misread_words(report);
    detail::doubt_misplaced(report);
    detail::doubt_lost_rows(report);
}

/// Where all that holds still does if every figure was cut off instead of rounded, and something holds then that did not,
/// the document was printed that way. What is wrong in it holds in no way, and says nothing of how the rest was printed; nor
/// does what is only doubted.
void check_as_cut_off(ReportView& report) {
    if (report.options.rounding || report.options.document_rounding) return;
    if (std::none_of(report.checks.begin(), report.checks.end(), is_broken)) return;
    CheckOptions options = report.options;
    options.rounding = Printing::truncated;
    const std::vector<Check> cut_off = check_relations(report.relations, options);
    for (std::size_t i = 0; i < cut_off.size(); ++i)
        if (holds(report.checks[i]) && is_broken(cut_off[i])) return;
    for (std::size_t i = 0; i < cut_off.size(); ++i)
        if (!holds(report.checks[i]) && holds(cut_off[i])) take_cut_off(report.checks[i], cut_off[i]);
}

std::function<void(ReportView&)> stating(const MoreRelations& more) {
    if (!more) return {};
    return [&more](ReportView& report) { more(*report.filing, report.relations); };
}

} // namespace

void detail::check_filing(ReportView& report, const Filing& filing, const CheckOptions& options,
                          const std::function<void(ReportView&)>& more) {
    state_in(report, filing, options);
    if (more) {
        more(report);
        report.rules.grade(report.relations);
    }
    state_left_out(report);
    check_in(report);
    locate_in(report);
}

Report check(Filing filing, CheckOptions options, const MoreRelations& more) {
    return check(std::move(filing), RuleSet::standard(), options, more);
}

Report check(Filing filing, const RuleSet& rules, CheckOptions options, const MoreRelations& more) {
    return check(std::make_shared<const Filing>(std::move(filing)), rules, options, more);
}

Report check(std::shared_ptr<const Filing> filing, CheckOptions options, const MoreRelations& more) {
    return check(std::move(filing), RuleSet::standard(), options, more);
}

Report check(std::shared_ptr<const Filing> filing, const RuleSet& rules, CheckOptions options,
             const MoreRelations& more) {
    if (filing == nullptr) detail::fatal("check() was called without a filing");
    Report report;
    report.rules = rules;
    report.owned = std::move(filing);
    detail::check_filing(report, *report.owned, options, stating(more));
    return report;
}

ReportView check_in_place(const Filing& filing, CheckOptions options, const MoreRelations& more) {
    return check_in_place(filing, RuleSet::standard(), options, more);
}

ReportView check_in_place(const Filing& filing, const RuleSet& rules, CheckOptions options,
                          const MoreRelations& more) {
    ReportView report;
    report.rules = rules;
    detail::check_filing(report, filing, options, stating(more));
    return report;
}

void detail::check_in(ReportView& report) {
    check_and_doubt(report);
    drop_left_out(report);
    check_as_cut_off(report);
}

void detail::locate_in(ReportView& report, bool together) {
    report.located = detail::locate(report.relations, report.checks, report.options, {}, together);
    allow_for_truncation(report);
}

Summary ReportView::outcomes() const {
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
            if (relation_of(check).severity == Severity::info) ++summary.infos;
            break;
        case Outcome::undecided:
            ++summary.undecided;
            if (is_doubted(check)) ++summary.doubted;
            break;
        }
        if (check.notes.any()) ++summary.notes;
    }
    summary.broken += located.joints.size();
    return summary;
}

Summary ReportView::summary() const { return summary(Names(*this)); }

Summary ReportView::summary(const Names& names) const {
    Summary summary = outcomes();
    summary.figures = names.figures();
    summary.covered = summary.figures - names.uncovered().size();
    return summary;
}

bool ReportView::broken(bool strict) const noexcept {
    return !located.joints.empty() || std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
        return check.outcome == Outcome::broken && detail::fails(relation_of(check).severity, strict);
    });
}

/// What is known of every statement of a filing. Names are made of it when they are asked for: of a filing with a hundred
/// figures a finding names a few.
struct Names::Index {
    struct Known {
        const Figure* figure = nullptr;
        bool covered = false;
        std::string_view label{}; ///< of the item that the figure belongs to
        /// Where the pointer stands among all of them: that of the figure, and behind it the number of the statement
        /// where there are several.
        std::size_t begin = 0;
        std::size_t length = 0; ///< without that number
        std::size_t length_with_number = 0;
    };

    [[nodiscard]] const Known* known(const Figure& figure) const noexcept {
        const int found = numbers.find(&figure);
        return found >= 0 ? &statements[static_cast<std::size_t>(found)] : nullptr;
    }
    /// The pointer of the figure, as it is in the filing.
    [[nodiscard]] std::string_view in_filing(const Known& known) const noexcept {
        return std::string_view(pointers).substr(known.begin, known.length);
    }
    /// A figure that the filing gives by id is known by that id.
    [[nodiscard]] std::string_view shown(const Known& known, std::size_t length) const noexcept {
        constexpr std::string_view own = "/figures/";
        std::string_view pointer = std::string_view(pointers).substr(known.begin, length);
        if (pointer.starts_with(own)) pointer.remove_prefix(own.size());
        return pointer;
    }

    std::vector<Known> statements{};
    std::string pointers{};
    detail::FigureNumbers numbers{};
};

Names::Names(const ReportView& report) : owned_(report.owned) {
    constexpr std::size_t usual_pointer = 48;
    const auto index = std::make_shared<Index>();
    index->statements.reserve(usual_figures);
    index->pointers.reserve(usual_figures * usual_pointer);
    each_figure(*report.filing,
                [&](const std::string& pointer, const Stated& figure, std::string_view label) {
                    const auto statements = figure.statements();
                    for (std::size_t i = 0; i < statements.size(); ++i) {
                        const std::size_t begin = index->pointers.size();
                        index->pointers += pointer;
                        if (statements.size() > 1) index->pointers += "/" + std::to_string(i);
                        index->numbers.add(&statements[i]);
                        index->statements.push_back({.figure = &statements[i],
                                                     .label = label,
                                                     .begin = begin,
                                                     .length = pointer.size(),
                                                     .length_with_number = index->pointers.size() - begin});
                    }
                });
    each_covered(report.relations, [&](const Figure* figure) {
        if (const int number = index->numbers.find(figure); number >= 0)
            index->statements[static_cast<std::size_t>(number)].covered = true;
    });
    for (const Index::Known& known : index->statements)
        if (!known.covered) uncovered_.push_back(known.figure);

    ids_.reserve(report.checks.size());
    // By the first of equal ids, which stays as it is and where it is.
    std::unordered_map<std::string_view, std::size_t> used;
    used.reserve(report.checks.size());
    for (const Check& check : report.checks) {
        const Relation& relation = report.relations.all()[check.first_reading];
        std::string& id = ids_.emplace_back(relation.id);
        if (id.empty()) {
            // Without the number of the statement: drafts may state the figure once more or less.
            const auto* known = index->known(*report.relations.operands(relation).front().figure);
            const std::string_view anchor =
                known == nullptr ? std::string_view() : index->shown(*known, known->length);
            id.reserve(relation.code.size() + 1 + anchor.size());
            id += relation.code;
            id += '@';
            id += anchor;
        }
        if (const std::size_t times = ++used[id]; times > 1) id += "#" + std::to_string(times);
    }
    index_ = index;
}

std::size_t Names::figures() const noexcept { return index_->statements.size(); }

std::string_view Names::pointer(const Figure& figure) const noexcept {
    const auto* known = index_->known(figure);
    return known == nullptr ? std::string_view() : index_->shown(*known, known->length_with_number);
}

std::string Names::label(const Figure& figure, Language language) const {
    const auto* known = index_->known(figure);
    if (!figure.label.empty() || known == nullptr) return figure.label;
    // The item that the figure belongs to, or the figure itself where it has no phase.
    std::string_view member = index_->in_filing(*known);
    const auto phase = phase_named(member.substr(member.rfind('/') + 1));
    if (phase) member = member.substr(0, member.rfind('/'));
    std::string name(known->label);
    if (name.empty() || !phase) {
        // A claim, a weight or a score is named by what it is, after the item that it is of.
        while (!member.empty() && !term_of(member)) member = member.substr(0, member.rfind('/'));
        if (const auto term = member.empty() ? std::nullopt : term_of(member)) {
            if (!name.empty()) name += " ";
            name += term->in(language);
        }
    }
    if (name.empty()) return std::string(pointer(figure));
    if (phase) {
        name += " ";
        name += language == Language::zh ? phase_names[static_cast<std::size_t>(*phase)].term
                                         : phase_names[static_cast<std::size_t>(*phase)].english;
    }
    return name;
}

std::string demand_of(const Relation& relation, Language language) {
    if (!relation.demand.empty()) return std::string(relation.demand);
    if (relation.brought != nullptr && !relation.brought->demand.in(language).empty())
        return std::string(relation.brought->demand.in(language));
    if (const Rule* rule = find_rule(relation.code)) return std::string(rule->demand.in(language));
    // In the order of Kind.
    static constexpr std::array<Words, 12> by_kind{
        {{"各项之和等于合计", "The parts make the total."},
         {"同一数据各处一致", "The figures are the same."},
         {"前者不超过后者", "The first does not exceed the second."},
         {"满足所给的线性关系", "The linear form meets its constant."},
         {"列报比率等于分子除以分母", "The rate is the numerator over the denominator."},
         {"列报占比等于部分除以总体", "The share is the part over the whole."},
         {"增长率等于增减额除以基数", "The growth is the change over the base."},
         {"乘积等于各因数之积", "The product is the product of its factors."},
         {"平均数等于各项之和除以项数", "The average is the sum of its parts over their number."},
         {"该数据应填列", "The figure is to be given."},
         {"该数据不应列报", "The figure is not to be given."},
         {"该数据应注明计量单位", "The figure is to be printed with its unit."}}};
    return std::string(by_kind[static_cast<std::size_t>(relation.kind)].in(language));
}

} // namespace tieout
