// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RULES_RULE_SET_HPP
#define TIEOUT_RULES_RULE_SET_HPP

// Which rules an organisation goes by: the standard ones, without some, with others' severity, and with its own. Every
// code stays what it is, and the digest of a report says which set it was made with.
//
//     const RuleSet ours = RuleSet::standard()
//                              .without("T93")
//                              .severity("T81", Severity::warning)
//                              .with(Rule{.code = "K01", …});
//     const Report report = check(std::move(filing), ours);
//
// Leaving a rule out, or giving it another severity, changes nothing about what comes out for the others: what a rule says
// of a figure that was misread still counts where its own checks are left out.

#include <tieout/base/export.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/model/rule_data.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/rules/rule.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout {

/// The rules that filings are checked by (规则集). A value that is cheap to copy and never changes: each function gives
/// another set. It may be used by several threads at once, if the functions of its own rules may.
class TIEOUT_API RuleSet {
  public:
    /// States the relations that a rule demands of a filing, as Rule::state does; it may hold what it needs for that.
    using State = std::function<void(const RuleSubject& subject, Relations& relations)>;

    /// Every rule, with the severity that its table gives it.
    [[nodiscard]] static RuleSet standard() noexcept { return RuleSet(nullptr); }

    /// The same without the checks of this code: of a rule (T…), of scores (S…), between documents (Y…), or one's own.
    /// Fails: has(code) is false; the program then ends with a message.
    [[nodiscard]] RuleSet without(std::string_view code) const;
    /// The same, with what breaks this code being that.
    /// Fails: has(code) is false; the program then ends with a message.
    [[nodiscard]] RuleSet severity(std::string_view code, Severity severity) const;
    /// The same with a rule of one's own after the others. Its texts are copied.
    /// Fails: its code cannot be one (see may_be_own), or it has no `state`; the program then ends with a message.
    [[nodiscard]] RuleSet with(const Rule& rule) const;
    /// The same, where a function that may hold something states its relations. `definition` is what else tells the rule
    /// from another with the same texts, such as the file that it was read from; it counts for the digest.
    [[nodiscard]] RuleSet with(const Rule& rule, State state, std::string_view definition = {}) const;
    /// The same with a rule as a file of rules has it.
    /// Fails: its code cannot be one, or it has more counter-examples than a rule may; the program then ends with a message.
    [[nodiscard]] RuleSet with(const RuleData& data) const;

    /// Whether nothing was chosen.
    [[nodiscard]] bool is_standard() const noexcept { return chosen_ == nullptr; }
    /// Whether there is such a code, also where its checks are left out.
    [[nodiscard]] bool has(std::string_view code) const noexcept;
    /// Every code: those of rules, of scores, between documents, and one's own.
    [[nodiscard]] std::vector<std::string_view> codes() const TIEOUT_LIFETIMEBOUND;
    /// Whether a rule of one's own may have this code: letters, digits, '-', '_' and '.', at most 32, that no other rule
    /// has and none of ours will ever have (T, S, Y or J and digits).
    [[nodiscard]] bool may_be_own(std::string_view code) const noexcept;

    [[nodiscard]] bool leaves_out(std::string_view code) const noexcept;
    /// Whether the checks of any code are left out.
    [[nodiscard]] bool leaves_out_any() const noexcept;
    /// The severity that was chosen for a code; nothing where its own counts.
    [[nodiscard]] std::optional<Severity> severity_of(std::string_view code) const noexcept;
    /// The rules of one's own, in the order in which they were given. They live as long as the set.
    [[nodiscard]] std::vector<const Rule*> own() const TIEOUT_LIFETIMEBOUND;
    /// The rule of that code, standard or one's own; nothing if there is none.
    [[nodiscard]] const Rule* find(std::string_view code) const noexcept TIEOUT_LIFETIMEBOUND;

    /// Which set gave a result: 64 bits in hexadecimal over everything that was chosen; rules_digest() of the standard set.
    /// Of a rule of one's own it covers texts and `definition`, not what its function does.
    [[nodiscard]] std::string digest() const;
    /// What was chosen, in one line; empty for the standard set.
    /// Example: without T93; T81 warning; own K01
    [[nodiscard]] std::string text(Language language) const;

    /// States what the rules of one's own demand, those that are left out and the others.
    void state_own(const RuleSubject& subject, Relations& relations, bool left_out) const;
    /// Gives relations the severity that was chosen for their codes.
    void grade(Relations& relations) const;

  private:
    struct Own;
    struct Chosen;
    // Nothing is made of {}, so that an empty pair of brackets always stands for the options of a check.
    explicit RuleSet(std::shared_ptr<const Chosen> chosen) noexcept : chosen_(std::move(chosen)) {}
    [[nodiscard]] const Own* find_own(std::string_view code) const noexcept;
    [[nodiscard]] std::shared_ptr<Chosen> copied() const;
    void demand_code(std::string_view code) const;

    std::shared_ptr<const Chosen> chosen_;
};

} // namespace tieout

#endif
