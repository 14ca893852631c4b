// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RULES_REPORT_HPP
#define TIEOUT_RULES_REPORT_HPP

// Checks a whole filing: every rule states its relations, those of the filing itself are added, and all are checked.
//
//     const Report report = check(std::move(filing));          // takes the filing in
//     report.summary().broken
//     const ReportView view = check_in_place(filing);          // leaves it where it is, and refers to it
//     const Report by_ours = check(filing, ours);              // by a set of rules of one's own choice

#include <tieout/base/export.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/locate/locate.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/explain.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/rules/rule_set.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// How many figures and checks there were, and what came out.
struct Summary {
    std::size_t figures = 0; ///< statements in the filing
    std::size_t covered = 0; ///< of those, statements that take part in a check
    std::size_t exact = 0;
    std::size_t rounding = 0;
    std::size_t broken = 0;   ///< at error level, impossible together, at warning level, and for information
    std::size_t warnings = 0; ///< of the broken, those at warning level
    std::size_t undecided = 0;
    std::size_t doubted = 0; ///< of the undecided, those to be looked at
    std::size_t notes = 0;   ///< checks that carry a note
    std::size_t infos = 0;   ///< of the broken, those for information only, which never fail

    /// Of the broken, those at error level and what is impossible together.
    [[nodiscard]] constexpr std::size_t errors() const noexcept { return broken - warnings - infos; }
    /// Whether something failed; with `strict` a warning does too.
    [[nodiscard]] constexpr bool failed(bool strict = false) const noexcept {
        return strict ? broken > infos : errors() != 0;
    }
};

class Names;

/// What is wrong with a filing, or to be looked at: a check that does not hold, or several that cannot hold together.
struct TIEOUT_API Finding {
    enum class Level : std::uint8_t {
        error,   ///< broken, at error level
        warning, ///< broken, at warning level
        info,    ///< broken, for information only: never a failure
        doubted  ///< to be looked at (待核实), and never a failure
    };
    Level level = Level::error;
    /// Code of the rule; empty for what the filing itself states.
    std::string code{};
    /// Stable between drafts of a document: T07@/expenditure/executed.
    std::string id{};
    /// Index of the check in ReportView::checks; of several that are impossible together, all of them.
    std::vector<std::uint32_t> checks{};
    /// The figure that the others lead to, or the first. It lives as long as the filing, which the finding keeps if the
    /// report does.
    const Figure* figure = nullptr;
    const Filing* filing = nullptr;
    std::shared_ptr<const Filing> owned{};

    /// Where its figure is printed, in words; empty where that is not known.
    [[nodiscard]] std::string place(Language language) const;
};

/// The result of checking one filing where it is. Refers to the filing, which must outlive it and stay where it is.
struct TIEOUT_API ReportView {
    const Filing* filing = nullptr;
    /// The same, where the filing was taken in; nothing where it was checked in place.
    std::shared_ptr<const Filing> owned{};
    CheckOptions options{};
    /// The rules that it was checked by.
    RuleSet rules = RuleSet::standard();
    Relations relations{};
    /// In the order of the rules, then of the filing's own relations. What a rule demands as strictly already is not
    /// checked again, unless the filing brings it with a demand in words and without a context.
    std::vector<Check> checks{};
    /// What relations refer to that the filing does not hold.
    std::shared_ptr<const void> holds{};
    /// What is to be corrected, and checks that hold one by one and are impossible together.
    Located located{};

    [[nodiscard]] const Relation& relation_of(const Check& check) const noexcept TIEOUT_LIFETIMEBOUND {
        return relations.all()[check.relation];
    }
    [[nodiscard]] Summary summary() const;
    /// The same where its names were made: they have counted the figures.
    [[nodiscard]] Summary summary(const Names& names) const;
    /// The same without the figures, which take longer to count than everything else.
    [[nodiscard]] Summary outcomes() const;
    /// Whether a check at error level (or, with `strict`, at warning level) is broken.
    [[nodiscard]] bool broken(bool strict = false) const noexcept;
    /// Errors, then what is impossible together, then warnings, what is for information only and what is to be looked at, each
    /// in the order of the checks.
    [[nodiscard]] std::vector<Finding> findings() const;
    /// The numbers behind a finding of this report; of checks together those of the first, with the arithmetic of all.
    [[nodiscard]] Explanation explain(const Finding& finding, Language language) const;
    /// What is demanded, with the arithmetic: one line.
    [[nodiscard]] std::string message(const Finding& finding, Language language) const;
};

/// The result of checking one filing, with the filing: it may be returned, stored and copied. Copies share the filing,
/// which nothing changes, and may be used by several threads at once.
struct Report : ReportView {};

/// States further relations between figures of the filing that it is given, after those of the rules and of the filing.
/// Figures that are not of this filing must outlive the report.
using MoreRelations = std::function<void(const Filing& filing, Relations& relations)>;

/// Checks a filing, which the report takes in: move it there if it is not needed elsewhere.
TIEOUT_API [[nodiscard]] Report check(Filing filing, CheckOptions options = {},
                                      const MoreRelations& more = {});
/// The same by a set of rules.
TIEOUT_API [[nodiscard]] Report check(Filing filing, const RuleSet& rules, CheckOptions options = {},
                                      const MoreRelations& more = {});
/// Checks a filing that is shared.
TIEOUT_API [[nodiscard]] Report check(std::shared_ptr<const Filing> filing, CheckOptions options = {},
                                      const MoreRelations& more = {});
TIEOUT_API [[nodiscard]] Report check(std::shared_ptr<const Filing> filing, const RuleSet& rules,
                                      CheckOptions options = {}, const MoreRelations& more = {});

/// Checks a filing that stays where it is, for loops in which a copy would count.
TIEOUT_API [[nodiscard]] ReportView check_in_place(const Filing& filing TIEOUT_LIFETIMEBOUND,
                                                   CheckOptions options = {}, const MoreRelations& more = {});
TIEOUT_API [[nodiscard]] ReportView check_in_place(const Filing& filing TIEOUT_LIFETIMEBOUND,
                                                   const RuleSet& rules, CheckOptions options = {},
                                                   const MoreRelations& more = {});
template <detail::TemporaryOf<Filing> F>
ReportView check_in_place(F&&, CheckOptions = {}, const MoreRelations& = {}) {
    static_assert(detail::kept<F>,
                  "a view refers to its filing: call check(), which takes the filing in, or keep "
                  "the filing in a variable");
    return {};
}
template <detail::TemporaryOf<Filing> F>
ReportView check_in_place(F&&, const RuleSet&, CheckOptions = {}, const MoreRelations& = {}) {
    static_assert(detail::kept<F>,
                  "a view refers to its filing: call check(), which takes the filing in, or keep "
                  "the filing in a variable");
    return {};
}

/// Names for the figures and checks of a report; made once, for output only. They keep the filing that the report took in;
/// one that was checked in place must outlive them.
class TIEOUT_API Names {
  public:
    explicit Names(const ReportView& report);
    /// JSON pointer to a statement in the filing (id for a figure given by id). It lives as long as the names.
    [[nodiscard]] std::string_view pointer(const Figure& figure) const noexcept TIEOUT_LIFETIMEBOUND;
    /// Stable id of a check: code@pointer, or the id that the filing gives the relation.
    [[nodiscard]] const std::string& id(std::size_t check) const noexcept TIEOUT_LIFETIMEBOUND {
        return ids_[check];
    }
    /// What a person calls the figure: its label and phase, or its pointer.
    [[nodiscard]] std::string label(const Figure& figure, Language language) const;
    /// How many statements there are in the filing.
    [[nodiscard]] std::size_t figures() const noexcept;
    /// Statements that take part in no check, in the order of the filing.
    [[nodiscard]] std::span<const Figure* const> uncovered() const noexcept TIEOUT_LIFETIMEBOUND {
        return uncovered_;
    }

  private:
    struct Index;
    std::shared_ptr<const Filing> owned_;
    std::shared_ptr<const Index> index_;
    std::vector<std::string> ids_;
    std::vector<const Figure*> uncovered_;
};

/// The demand that a check tests, in words.
TIEOUT_API [[nodiscard]] std::string demand_of(const Relation& relation, Language language);

} // namespace tieout

#endif
