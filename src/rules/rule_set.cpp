// SPDX-License-Identifier: MIT
#include <tieout/rules/rule_set.hpp>

#include <tieout/base/fatal.hpp>
#include <tieout/model/find.hpp>
#include <tieout/rules/score_demand.hpp>
#include <tieout/rules/together.hpp>

#include "rules/digest.hpp"
#include "rules/statement.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>

namespace tieout {

/// A rule of one's own, with its texts.
struct RuleSet::Own {
    Own(const Rule& given, State given_state, std::string_view defined)
        : rule(given), state(std::move(given_state)), definition(defined) {
        keep(rule.code);
        keep(rule.name);
        keep(rule.demand.zh);
        keep(rule.demand.en);
        keep(rule.source.document);
        keep(rule.passing);
        keep(rule.failing);
        for (std::string_view& example : rule.counter_examples) keep(example);
        keep(rule.rests_on);
        brought.demand = {std::string(rule.demand.zh), std::string(rule.demand.en)};
        if (!rule.source.document.empty())
            brought.clause = {text_of(rule.source, Language::zh), text_of(rule.source, Language::en)};
    }
    Own(const Own&) = delete;
    Own& operator=(const Own&) = delete;

    void keep(std::string_view& text) { text = texts.emplace_back(text); }

    std::deque<std::string> texts{};
    Rule rule;
    State state;
    std::string definition;
    /// What its relations bring along: nobody finds their words in the table of rules.
    Brought brought{};
};

/// What differs from the standard rules.
struct RuleSet::Chosen {
    std::vector<std::shared_ptr<const Own>> own{};
    /// By code, so that the order in which things are chosen does not matter; nothing for what is left out.
    std::map<std::string, std::optional<Severity>, std::less<>> by_code{};
};

namespace {

bool is_standard_code(std::string_view code) noexcept {
    return find_rule(code) != nullptr || find_score_demand(code) != nullptr ||
           find_together_rule(code) != nullptr;
}

/// Whether a code is, or may become, one of ours.
bool looks_like_ours(std::string_view code) noexcept {
    return code.size() >= 2 && std::string_view("TSYJ").find(code[0]) != std::string_view::npos &&
           code.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

/// Whether a document states every figure that a relation names.
bool all_stated(const FigureIndex& figures, const StatedRelation& relation) {
    const auto stated = [&](const std::string& name) {
        const auto found = figures.find(name);
        return found && !found->empty();
    };
    const auto all = [&](const Reference& reference) {
        return std::all_of(reference.begin(), reference.end(),
                           [&](const ReferenceTerm& term) { return stated(term.to); });
    };
    return (relation.subject.empty() || stated(relation.subject)) && all(relation.first) &&
           all(relation.second);
}

/// Codes one after the other.
std::string listed(const std::vector<std::string>& codes, std::string_view between) {
    std::string text;
    for (const std::string& code : codes) text += (text.empty() ? "" : std::string(between)) + code;
    return text;
}

} // namespace

const RuleSet::Own* RuleSet::find_own(std::string_view code) const noexcept {
    if (chosen_ == nullptr) return nullptr;
    for (const auto& own : chosen_->own)
        if (own->rule.code == code) return own.get();
    return nullptr;
}

std::shared_ptr<RuleSet::Chosen> RuleSet::copied() const {
    return chosen_ == nullptr ? std::make_shared<Chosen>() : std::make_shared<Chosen>(*chosen_);
}

void RuleSet::demand_code(std::string_view code) const {
    if (!has(code)) detail::fatal("a rule set was asked for a code that no rule has", code);
}

RuleSet RuleSet::without(std::string_view code) const {
    demand_code(code);
    const auto chosen = copied();
    chosen->by_code.insert_or_assign(std::string(code), std::nullopt);
    return RuleSet(chosen);
}

RuleSet RuleSet::severity(std::string_view code, Severity severity) const {
    demand_code(code);
    const auto chosen = copied();
    chosen->by_code.insert_or_assign(std::string(code), severity);
    return RuleSet(chosen);
}

RuleSet RuleSet::with(const Rule& rule) const {
    if (rule.state == nullptr) detail::fatal("a rule needs a function that states its relations", rule.code);
    return with(rule, rule.state);
}

RuleSet RuleSet::with(const Rule& rule, State state, std::string_view definition) const {
    if (!may_be_own(rule.code))
        detail::fatal("a rule of one's own cannot have this code: it is another's, or no plain word",
                      rule.code);
    if (!state) detail::fatal("a rule needs a function that states its relations", rule.code);
    const auto chosen = copied();
    chosen->own.push_back(std::make_shared<const Own>(rule, std::move(state), definition));
    return RuleSet(chosen);
}

RuleSet RuleSet::with(const RuleData& data) const {
    const std::string& clause = data.source.clause;
    const std::string document =
        data.source.document + (data.source.document.empty() || clause.empty() ? "" : " ") + clause;
    Rule rule{.code = data.code,
              .name = data.name,
              .severity = data.severity,
              .demand = {data.demand_zh, data.demand_en},
              .source = {document, data.source.unverified},
              .passing = data.passing.json,
              .failing = data.failing.json,
              .state = nullptr};
    if (data.counter_examples.size() > rule.counter_examples.size())
        detail::fatal("a rule has more counter-examples than it may", data.code);
    std::transform(data.counter_examples.begin(), data.counter_examples.end(), rule.counter_examples.begin(),
                   [](const RuleData::Example& example) { return std::string_view(example.json); });
    const auto state = [relation = data.relation](const RuleSubject& subject, Relations& relations) {
        const FigureIndex figures(subject.filing);
        if (all_stated(figures, relation)) state_in_words(relations, figures, relation);
    };
    return with(rule, state, data.text);
}

bool RuleSet::has(std::string_view code) const noexcept {
    return is_standard_code(code) || find_own(code) != nullptr;
}

std::vector<std::string_view> RuleSet::codes() const {
    std::vector<std::string_view> codes;
    for (const Rule& rule : rules()) codes.push_back(rule.code);
    for (const ScoreDemand& demand : score_demands()) codes.push_back(demand.code);
    for (const TogetherRule& rule : together_rules()) codes.push_back(rule.code);
    for (const Rule* rule : own()) codes.push_back(rule->code);
    return codes;
}

bool RuleSet::may_be_own(std::string_view code) const noexcept {
    constexpr std::size_t length_max = 32;
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    };
    return !code.empty() && code.size() <= length_max && std::all_of(code.begin(), code.end(), plain) &&
           code != "own" && !looks_like_ours(code) && !has(code);
}

bool RuleSet::leaves_out(std::string_view code) const noexcept {
    if (chosen_ == nullptr) return false;
    const auto found = chosen_->by_code.find(code);
    return found != chosen_->by_code.end() && !found->second;
}

bool RuleSet::leaves_out_any() const noexcept {
    return chosen_ != nullptr && std::any_of(chosen_->by_code.begin(), chosen_->by_code.end(),
                                             [](const auto& choice) { return !choice.second; });
}

std::optional<Severity> RuleSet::severity_of(std::string_view code) const noexcept {
    if (chosen_ == nullptr) return std::nullopt;
    const auto found = chosen_->by_code.find(code);
    return found == chosen_->by_code.end() ? std::nullopt : found->second;
}

std::vector<const Rule*> RuleSet::own() const {
    std::vector<const Rule*> rules;
    if (chosen_ != nullptr)
        for (const auto& own : chosen_->own) rules.push_back(&own->rule);
    return rules;
}

const Rule* RuleSet::find(std::string_view code) const noexcept {
    const Own* const own = find_own(code);
    return own != nullptr ? &own->rule : find_rule(code);
}

std::string RuleSet::digest() const {
    if (chosen_ == nullptr) return std::string(rules_digest());
    detail::Digest digest;
    // Each text with its end, so that no two sets read alike.
    const auto add = [&](std::string_view text) {
        digest.add(text);
        digest.add(std::string_view("\0", 1));
    };
    add(rules_digest());
    for (const auto& [code, severity] : chosen_->by_code) {
        add(code);
        add(severity ? name_of(*severity) : std::string_view("off"));
    }
    for (const auto& own : chosen_->own) {
        const Rule& rule = own->rule;
        for (const std::string_view text :
             {std::string_view("own"), rule.code, rule.name, name_of(rule.severity), rule.demand.zh,
              rule.demand.en, rule.source.document,
              std::string_view(rule.source.unverified ? "unverified" : ""), rule.passing, rule.failing,
              rule.counter_examples[0], rule.counter_examples[1], rule.counter_examples[2], rule.rests_on,
              std::string_view(rule.excusable ? "excusable" : ""), std::string_view(own->definition)})
            add(text);
    }
    return digest.text();
}

std::string RuleSet::text(Language language) const {
    if (chosen_ == nullptr) return {};
    std::vector<std::string> left_out;
    std::vector<std::string> graded;
    std::vector<std::string> added;
    static constexpr std::array<Words, 3> severities{
        {{"错误", "error"}, {"警告", "warning"}, {"仅供参考", "info"}}};
    for (const auto& [code, severity] : chosen_->by_code) {
        if (severity)
            graded.push_back(code + ' ' +
                             std::string(severities[static_cast<std::size_t>(*severity)].in(language)));
        else
            left_out.push_back(code);
    }
    for (const auto& own : chosen_->own) added.emplace_back(own->rule.code);
    const bool chinese = language == Language::zh;
    std::vector<std::string> parts;
    const auto part = [&](const Words& before, const std::vector<std::string>& codes) {
        if (!codes.empty())
            parts.push_back(std::string(before.in(language)) + listed(codes, chinese ? "、" : ", "));
    };
    part({"不含 ", "without "}, left_out);
    part({"", ""}, graded);
    part({"另加 ", "own "}, added);
    return listed(parts, chinese ? "；" : "; ");
}

void RuleSet::state_own(const RuleSubject& subject, Relations& relations, bool left_out) const {
    if (chosen_ == nullptr) return;
    for (const auto& own : chosen_->own) {
        if (leaves_out(own->rule.code) != left_out) continue;
        relations.origin({.code = own->rule.code, .severity = own->rule.severity, .brought = &own->brought});
        own->state(subject, relations);
    }
}

void RuleSet::grade(Relations& relations) const {
    if (chosen_ == nullptr || chosen_->by_code.empty()) return;
    relations.grade([this](const Relation& relation) {
        return relation.code.empty() ? relation.severity
                                     : severity_of(relation.code).value_or(relation.severity);
    });
}

} // namespace tieout
