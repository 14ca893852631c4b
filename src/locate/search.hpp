// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_SEARCH_HPP
#define TIEOUT_SRC_LOCATE_SEARCH_HPP

// Finds every set of figures of least total trust whose being wrong makes a system possible. What is learnt on the way
// is a list of conflicts: figures that cannot all be right. A set that meets every conflict known is tried; either the
// system is then possible, or the solver gives another conflict that the set does not meet.
//
// Conflicts that share no figure are settled apart: three sums that fail for themselves have 3 + 3 + 3 answers, not 27.
// Figures that are the same to every explanation, as the parts of one long sum are, stand for each other meanwhile.

#include "locate/system.hpp"

#include <optional>
#include <set>
#include <vector>

namespace tieout::detail {

/// What conflicts that hang together have as smallest explanations.
struct Group {
    FigureSet figures{};           ///< of its conflicts
    std::vector<int> conflicts{};  ///< numbers in Search::conflicts()
    std::vector<FigureSet> sets{}; ///< each explains the group
    bool cut = false;              ///< there are, or may be, more sets than are listed
    /// How many sets there are, listed or not, where that is known.
    std::optional<std::size_t> total{};
    /// What all sets have in common, where all are known.
    FigureSet core{};
};

class Search {
  public:
    Search(System& system, std::size_t sets_max);

    /// Figures of which one must be wrong, as a check has shown.
    void add(Conflict conflict);

    /// Runs to the end, or until the work is used up; groups() and conflicts() hold what is known then.
    void run();

    [[nodiscard]] const std::vector<Conflict>& conflicts() const noexcept { return conflicts_; }
    [[nodiscard]] const std::vector<Group>& groups() const noexcept { return groups_; }
    /// System::stand_ins() of the system.
    [[nodiscard]] const std::vector<int>& stand_ins() const noexcept { return stand_in_; }
    /// All sets are found, and all found are proved, but for groups that are cut.
    [[nodiscard]] bool complete() const noexcept { return complete_; }

  private:
    bool step();
    void regroup();
    void split();
    void sets_of(Group& group);
    void extend(const Group& group, FigureSet& chosen, const Decimal& cost);
    /// Whether the system is possible with those wrong; if not, a conflict is added.
    bool possible(const FigureSet& wrong);
    [[nodiscard]] bool redundant(const Group& group, const FigureSet& set) const;
    /// What it costs at least to meet the conflicts that are not met yet: those that share no figure add up.
    [[nodiscard]] Decimal still_needed(const Group& group, const FigureSet& chosen) const;
    [[nodiscard]] bool barred(int figure) const { return barred_[static_cast<std::size_t>(figure)] != 0; }
    /// Whether fewer checks speak for the figures of one set than for those of the other.
    [[nodiscard]] bool likelier(const FigureSet& a, const FigureSet& b) const;
    /// Takes what was proved before the work was used up.
    void salvage();
    /// Puts all figures in the place of those that stood for them.
    void expand(Group& group) const;

    System& system_;
    std::size_t sets_max_;
    std::vector<Conflict> conflicts_;
    std::vector<Group> groups_;
    std::set<FigureSet> known_possible_;
    std::vector<int> stand_in_;   ///< by figure
    std::vector<int> next_alike_; ///< by figure, the next that has the same stand-in; −1 for none
    std::vector<int> confirmed_;  ///< by figure, in how many checks it stands that are not broken
    std::vector<char> wrong_;
    bool complete_ = false;
    // While the sets of a group are listed.
    std::vector<char> barred_; ///< by figure, whether the sets listed are those without it
    std::vector<FigureSet> found_;
    std::optional<Decimal> least_;
    bool cut_ = false;
};

} // namespace tieout::detail

#endif
