// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_SYSTEM_HPP
#define TIEOUT_SRC_LOCATE_SYSTEM_HPP

// The relations of one part as a system of bounds on linear forms. Every figure is a variable within its interval; that
// a figure is wrong means that its interval is dropped, and with it every row in which it stands as a known rate:
//
//     total = a + b                  total − a − b in [0, 0]
//     rate = n / d, d > 0            n − high·d <= 0 and n − low·d >= 0, while the rate is trusted;  d > 0
//     product = f · g, both >= 0     the same twice, f and g being the rate in turn
//
// A rate that is also a term elsewhere, or a product of several unknown factors, is relaxed: what is called impossible
// is impossible. A figure that is missing is a variable without an interval; nothing can be wrong with it.

#include "locate/simplex.hpp"
#include "relations/figure_numbers.hpp"
#include "relations/kernel.hpp"
#include "relations/kinds.hpp"

#include <tieout/locate/locate.hpp>

#include <span>
#include <vector>

namespace tieout::detail {

/// A figure with another value in its place.
struct Substitute {
    const Figure* figure;
    Figure in_place;
};

/// Numbers of figures in a system, rising.
using FigureSet = std::vector<int>;

/// Which figures, and which checks, cannot all be right.
struct Conflict {
    FigureSet figures{};
    std::vector<int> checks{}; ///< numbers in the system, rising
};

/// A quotient in one reading of a check, for the range of its rate.
struct QuotientRow {
    int check;
    int reading;
    int rate;
    int numerator; ///< variable of the solver; the sign is such that the denominator is positive
    int denominator;
};

class System {
  public:
    System(const Relations& relations, std::span<const Check> checks, std::span<const std::uint32_t> part,
           const Conventions& reading, Work& work, std::span<const Substitute> substitutes = {});

    [[nodiscard]] std::size_t figure_count() const noexcept { return figures_.size(); }
    [[nodiscard]] const Figure& figure(int number) const {
        return *figures_[static_cast<std::size_t>(number)];
    }
    /// The number of a figure, −1 for one that takes no part.
    [[nodiscard]] int number_of(const Figure* figure) const;
    [[nodiscard]] const Precision& precision(int number) const {
        return precisions_[static_cast<std::size_t>(number)];
    }

    /// In how many checks a figure stands.
    [[nodiscard]] int checks_with(int number) const { return uses_[static_cast<std::size_t>(number)].count; }

    /// Leaves a check out of everything that is asked from now on, or takes it in again.
    void use_check(int check, bool used) { used_[static_cast<std::size_t>(check)] = used; }

    /// Whether all relations can hold if the figures marked in `wrong` are wrong; otherwise why not.
    bool feasible(const std::vector<char>& wrong, Conflict& why);

    /// By figure, the first that is the same to every explanation: both stand in one form only, the same one, and cost the
    /// same. If either is wrong that form may be anything, and nothing else is touched.
    [[nodiscard]] std::vector<int> stand_ins() const;

    void spend(std::uint64_t amount) { work_->spend(amount); }
    /// What is asked from now on is paid for out of this.
    void work_from(Work& work) {
        work_ = &work;
        lp_.work_from(work);
    }

    struct Ends_of_range {
        std::optional<Delta> low{};
        std::optional<Delta> high{};
    };
    /// What a figure can be, in the base unit: for each combination of readings the ends of its values.
    struct Extent {
        std::vector<Ends_of_range> spans{};
        bool whole = false; ///< it can have every value between these ends, and no other
    };
    /// What the figure can be when those are wrong, in its own unit; every reading counts. Nothing if impossible.
    std::optional<Range> range(int figure, const std::vector<char>& wrong, Extent& extent);

    /// The same of a figure by itself that has the same stand-in as another, of which it is known; if that tells it.
    [[nodiscard]] std::optional<Range> range_like(int figure, int other, const Extent& of_other,
                                                  Extent& extent) const;

    /// Whether all can hold with a figure in the place of one that can be what `extent` says, if that tells it. What is
    /// wrong beside it is what was wrong then. Otherwise a system with that figure must be asked.
    [[nodiscard]] std::optional<bool> holds_with(const Substitute& substitute, const Extent& extent) const;

  private:
    /// One bound that may be in force.
    struct Constraint {
        int variable;
        bool upper;
        Delta at;
        int check = -1;   ///< the check it comes from, −1 for the interval of a figure
        int reading = 0;  ///< of that check
        bool own = false; ///< the interval of the figure whose variable it bounds
        // The figures that must be right for it, from trusts_begin to trusts_end in trusts_.
        std::uint32_t trusts_begin = 0;
        std::uint32_t trusts_end = 0;
    };

    void reserve(std::size_t operands, std::size_t checks);
    void add(int check, int reading, const Relation& relation, std::span<const Operand> operands);
    void box(int check, int reading, const Operand& operand, std::span<const Operand> operands);
    int figure_number(const Figure* figure, const Figure& in_place);
    /// Bounds on a form; a form of one figure is bounded through the figure.
    void bound(const Simplex::Form& form, bool upper, Delta at, int check, int reading,
               std::span<const int> trusts);
    void add_constraint(Constraint constraint, std::span<const int> trusts);
    [[nodiscard]] std::span<const int> trusts(const Constraint& constraint) const {
        return {trusts_.data() + constraint.trusts_begin, trusts_.data() + constraint.trusts_end};
    }
    void compare_form(const Simplex::Form& form, Comparison comparison, const Rational& constant, int check,
                      int reading);
    int variable_of(const Simplex::Form& form);
    [[nodiscard]] Simplex::Form collected_form(std::span<const Operand> operands);
    void quotient(int check, int reading, const Relation& relation, std::span<const Operand> operands);
    void product(int check, int reading, std::span<const Operand> operands);

    void enforce(const std::vector<char>& wrong);
    /// Tries the readings of the checks that have several, one after the other; calls `found` where all can hold until
    /// that says to stop. Returns whether it did.
    template <class Found>
    bool search(const std::vector<char>& wrong, Conflict& why, Found found);
    template <class Found>
    bool search_from(const std::vector<char>& wrong, std::size_t choice, Conflict& why, Found& found);
    std::optional<Ends_of_range> fraction_range(const QuotientRow& row);
    [[nodiscard]] bool in_force(const Constraint& constraint) const;
    [[nodiscard]] bool in_force(const QuotientRow& row) const;
    [[nodiscard]] const Relation& relation_of(int reading) const;
    /// Whether the values that a figure can have in the readings in force, itself being wrong, are all those between the
    /// ends that range() finds: of its rows, those that it is trusted in as a rate are one quotient, and the only ones.
    [[nodiscard]] bool whole(int figure) const;
    /// Whether nothing changes with this figure in the place of another but the interval of that one.
    [[nodiscard]] bool only_interval_changes(const Substitute& substitute) const;
    [[nodiscard]] Range in_own_unit(int figure, const Ends_of_range& ends) const;

    const Relations& relations_;
    Conventions reading_;
    std::span<const Substitute> substitutes_;
    Simplex lp_;
    Work* work_;
    /// Readings from here on are those before with the other sign of the divisor.
    int sign_turned_;
    std::vector<const Figure*> figures_;
    std::vector<int> variables_; ///< of the solver, by figure
    std::vector<int> lower_box_; ///< constraint of the interval, by figure; −1 for none
    std::vector<int> upper_box_;
    int zero_ = -1; ///< variable for what is left of a form without figures
    std::vector<Precision> precisions_;
    struct Uses {
        int count = 0;
        int last = -1; ///< check
    };
    std::vector<Uses> uses_; ///< by figure
    FigureNumbers numbers_;
    std::vector<Constraint> constraints_;
    FigureSet trusts_; ///< of all constraints, one after the other, each part rising
    std::vector<QuotientRow> quotients_;
    std::vector<char> used_;                 ///< by check
    std::vector<int> chosen_;                ///< reading in force, by check; −1 for none
    std::vector<std::vector<int>> readings_; ///< those that can be stated, by check, the chosen one first
    std::vector<int> choices_;               ///< checks with several readings
    struct KnownForm {
        Simplex::Form form;
        int variable;
    };
    std::vector<KnownForm> forms_;
};

/// Makes a range hold what another one holds, too.
void widen(Range& range, const Range& by);

/// Whether nothing but missing figures leaves a check undecided: it must hold all the same, whatever they are.
[[nodiscard]] inline bool lacks_figures(const Check& check) noexcept {
    return check.outcome == Outcome::undecided && check.reason == Reason::missing;
}

/// Whether a relation can be stated to a system: all its figures are known or, where `gaps` are allowed, those that are
/// missing can be left free.
[[nodiscard]] bool can_be_stated(const Relation& relation, std::span<const Operand> operands, bool gaps);

} // namespace tieout::detail

#endif
