// SPDX-License-Identifier: MIT
#include <tieout/rules/together.hpp>

#include "doubting.hpp"

#include <tieout/model/walk.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace tieout {
namespace {

constexpr std::array<TogetherRule, 3> rule_table{{
    {"Y01",
     "prior_year_repeats_what_was_filed",
     Severity::error,
     {"本年报告的上年决算数与上年报告的决算数一致",
      "What is stated of the year before is what was filed then."},
     {"部门决算: 上年数取自上年决算", true}},
    {"Y02",
     "opening_repeats_closing",
     Severity::warning,
     {"本年年初结转和结余（年初数）等于上年年末结转和结余（年末数）；调整的应说明原因，资产负债不得有差异",
      "What was carried out of one year is carried into the next, unless it is said why; assets and "
      "liabilities in "
      "any case."},
     {"财决01 收入支出决算总表 审核公式"}},
    {"Y03",
     "documents_of_a_year_agree",
     Severity::error,
     {"同一年度的预算、决算与绩效自评列报一致",
      "Budget, accounts and self-evaluation of one year state the same amounts."},
     {"部门预算、决算与绩效自评的勾稽关系", true}},
}};

/// An item of a document under a key that is the same in other documents: elements of lists go by label and code.
struct KeyedItem {
    std::string key{};
    std::string pointer{};
    std::string label{};
    const Item* item = nullptr;
    /// Its own announcement, or that of an item that contains it.
    std::string_view restated{};
};

/// Walks over the items of a filing. Elements that cannot be told from each other have no key and are left out.
class KeyedWalk {
  public:
    std::vector<KeyedItem> of(const Filing& filing) {
        members(filing);
        std::map<std::string_view, int> times;
        for (const KeyedItem& item : found_) ++times[item.key];
        std::vector<KeyedItem> unique;
        for (const KeyedItem& item : found_)
            if (times[item.key] == 1) unique.push_back(item);
        return unique;
    }

  private:
    template <class T>
    void members(const T& described) {
        describe(described,
                 [&](std::string_view key, const auto& member, Expects) { step(key, key, member); });
    }
    template <class T>
    void step(std::string_view key, std::string_view place, const T& member) {
        const std::size_t key_length = key_.size();
        const std::size_t length = pointer_.size();
        detail::append_step(key_, key);
        detail::append_step(pointer_, place);
        value(member);
        key_.resize(key_length);
        pointer_.resize(length);
    }
    void value(const std::vector<Split>& splits) {
        for (const Split& split : splits) step(split.name, split.name, split);
    }
    void value(const std::vector<NamedFigure>&) {}
    void value(const std::vector<StatedRelation>&) {}
    void value(const std::vector<Reference>&) {}
    void value(const std::vector<Comparative>&) {}
    void value(const std::vector<Indicator>&) {}
    void value(const Stated&) {}
    template <class T>
    void value(const std::vector<T>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if constexpr (std::derived_from<T, Item>) {
                const std::string name = list[i].code + " " + list[i].label;
                if (name.size() > 1) step(name, std::to_string(i), list[i]);
            }
        }
    }
    template <class T>
    void value(const T& other) {
        if constexpr (std::derived_from<T, Item>) {
            const std::string_view outer = restated_;
            if (!other.restated.empty()) restated_ = other.restated;
            found_.push_back({key_, pointer_, other.label, &other, restated_});
            members(other);
            restated_ = outer;
        } else if constexpr (requires { describe(other, [](std::string_view, const auto&, Expects) {}); }) {
            members(other);
        }
    }

    std::vector<KeyedItem> found_;
    std::string key_;
    std::string pointer_;
    std::string_view restated_;
};

/// The items of one document by their key.
using Items = std::unordered_map<std::string, const KeyedItem*>;

Items by_key(const std::vector<KeyedItem>& items) {
    Items found;
    for (const KeyedItem& item : items) found.emplace(item.key, &item);
    return found;
}

/// Statements of a figure that are tried; whoever states it oftener has more of the same.
constexpr std::size_t statements_max = 8;

class Binder {
  public:
    Binder(std::span<const FiledDocument> documents, const RuleSet& rules, CheckOptions options) {
        result_.rules = rules;
        result_.documents.assign(documents.begin(), documents.end());
        result_.options = options;
        for (const FiledDocument& document : documents) items_.push_back(KeyedWalk().of(*document.filing));
    }

    Together all() {
        std::map<std::string, std::map<int, std::vector<std::size_t>>> bodies;
        for (std::size_t i = 0; i < result_.documents.size(); ++i) {
            const Filing& filing = *result_.documents[i].filing;
            if (filing.body.name.empty() || !filing.year)
                result_.alone.push_back(i);
            else
                bodies[filing.body.name][*filing.year].push_back(i);
        }
        for (const auto& [name, years] : bodies) body(name, years);
        std::sort(result_.alone.begin(), result_.alone.end());
        std::vector<Check> checks = check_relations(result_.relations, result_.options);
        for (std::size_t i = 0; i < checks.size(); ++i) {
            TogetherCheck& check = result_.checks[i];
            check.check = checks[i];
            // Who says that he restates a figure is not held to what it was.
            if (check.check.outcome == Outcome::broken && !check.restated.empty()) {
                check.check.outcome = Outcome::undecided;
                check.check.reason = Reason::restated;
            }
        }
        return std::move(result_);
    }

  private:
    void body(const std::string& name, const std::map<int, std::vector<std::size_t>>& years) {
        BoundBody bound{name, {}};
        std::vector<bool> partner(result_.documents.size());
        for (auto year = years.begin(); year != years.end(); ++year) {
            const auto& here = year->second;
            for (std::size_t i = 0; i < here.size(); ++i)
                for (std::size_t k = i + 1; k < here.size(); ++k) {
                    same_year(here[i], here[k]);
                    partner[here[i]] = partner[here[k]] = true;
                }
            const auto before = years.find(year->first - 1);
            if (before == years.end()) continue;
            for (const std::size_t now : here)
                for (const std::size_t then : before->second) {
                    next_year(now, then);
                    partner[now] = partner[then] = true;
                }
        }
        for (const auto& [year, documents] : years)
            for (const std::size_t document : documents) {
                bound.documents.push_back(document);
                if (!partner[document]) result_.alone.push_back(document);
            }
        result_.bodies.push_back(std::move(bound));
    }

    void next_year(std::size_t now, std::size_t then) {
        const Items last = by_key(items_[then]);
        for (const KeyedItem& item : items_[now])
            if (const auto found = last.find(item.key); found != last.end())
                agree("Y01", {now, &item, Phase::prior}, {then, found->second, Phase::executed});
        for (const KeyedItem& item : items_[now])
            if (const auto found = last.find(item.key); found != last.end())
                agree("Y02", {now, &item, Phase::opening}, {then, found->second, Phase::closing});
        // What the year begins with stands beside its income, and what it ends with beside its expenditure.
        const Items current = by_key(items_[now]);
        agree("Y02", {now, current.at("/income"), Phase::opening},
              {then, last.at("/expenditure"), Phase::closing});
    }

    void same_year(std::size_t one, std::size_t other) {
        const Items others = by_key(items_[other]);
        for (const KeyedItem& item : items_[one])
            if (const auto found = others.find(item.key); found != others.end())
                for (const Phase phase : phases)
                    agree("Y03", {one, &item, phase}, {other, found->second, phase});
        // A self-evaluation repeats the expenditure in its budget row.
        const Items ones = by_key(items_[one]);
        for (const Phase phase : {Phase::initial, Phase::adjusted, Phase::executed}) {
            agree("Y03", {one, ones.at("/evaluation/budget"), phase},
                  {other, others.at("/expenditure"), phase});
            agree("Y03", {one, ones.at("/expenditure"), phase},
                  {other, others.at("/evaluation/budget"), phase});
        }
    }

    struct Side {
        std::size_t document;
        const KeyedItem* item;
        Phase phase;

        [[nodiscard]] const Stated& figure() const { return item->item->at(phase); }
        [[nodiscard]] FiledFigure filed() const {
            return {document, item->pointer + "/" + std::string(name_of(phase)), item->label, phase};
        }
    };

    /// A figure may be stated in several places of a document: one pair that agrees is the reading.
    void agree(std::string_view code, const Side& here, const Side& there) {
        if (!here.figure().known() || !there.figure().known() || result_.rules.leaves_out(code)) return;
        const TogetherRule* rule = find_together_rule(code);
        // Funds may be taken back or moved between the years; a balance sheet begins as the last one ended.
        const bool balance_sheet = code == "Y02" && here.item->key.starts_with("/assets");
        const Severity severity =
            result_.rules.severity_of(code).value_or(balance_sheet ? Severity::error : rule->severity);
        result_.relations.origin({.code = code, .severity = severity});
        result_.relations.readings_begin(true);
        const auto statements = [](const Stated& figure) {
            std::vector<std::span<const Figure>> known;
            for (const Figure& statement : figure.statements())
                if (statement.known() && known.size() < statements_max) known.emplace_back(&statement, 1);
            return known;
        };
        for (const auto& a : statements(here.figure()))
            for (const auto& b : statements(there.figure())) result_.relations.equal({Term(a), Term(b)});
        result_.relations.readings_end();
        TogetherCheck& check = result_.checks.emplace_back();
        check.rule = rule;
        check.here = here.filed();
        check.there = there.filed();
        check.restated = here.item->restated;
        check.severity = severity;
        const Filing& filing = *result_.documents[here.document].filing;
        check.id = std::string(code) + "@" + filing.body.name + "/" + std::to_string(*filing.year) +
                   check.here.pointer;
        const int times = ++used_[check.id];
        if (times > 1) check.id += "#" + std::to_string(times);
    }

    Together result_;
    std::vector<std::vector<KeyedItem>> items_;
    std::map<std::string, int> used_;
};

} // namespace

std::span<const TogetherRule> together_rules() noexcept { return rule_table; }

const TogetherRule* find_together_rule(std::string_view code) noexcept {
    for (const TogetherRule& rule : rule_table)
        if (rule.code == code) return &rule;
    return nullptr;
}

std::size_t Together::count(Outcome outcome) const noexcept {
    return static_cast<std::size_t>(
        std::count_if(checks.begin(), checks.end(),
                      [&](const TogetherCheck& check) { return check.check.outcome == outcome; }));
}

std::size_t Together::count_doubted() const noexcept {
    return static_cast<std::size_t>(std::count_if(
        checks.begin(), checks.end(), [](const TogetherCheck& check) { return is_doubted(check.check); }));
}

bool Together::broken(bool strict) const noexcept {
    return std::any_of(checks.begin(), checks.end(), [&](const TogetherCheck& check) {
        return check.check.outcome == Outcome::broken && detail::fails(check.severity, strict);
    });
}

Together check_together(std::span<const FiledDocument> documents, CheckOptions options) {
    return check_together(documents, RuleSet::standard(), options);
}

Together check_together(std::span<const FiledDocument> documents, const RuleSet& rules,
                        CheckOptions options) {
    return Binder(documents, rules, options).all();
}

} // namespace tieout
