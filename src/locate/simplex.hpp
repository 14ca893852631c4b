// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_SIMPLEX_HPP
#define TIEOUT_SRC_LOCATE_SIMPLEX_HPP

// Decides exactly whether linear forms of variables can all lie within their bounds (general simplex with bounds, after
// Dutertre and de Moura), and how large or small one of them can be.
//
//     Simplex lp;
//     const int x = lp.variable(5), y = lp.variable(4);
//     const int sum = lp.form({{x, 1}, {y, 1}});
//     lp.at_least(sum, {10}, 0);                 // the last number says whose bound it is
//     lp.at_most(x, {5}, 1);  lp.at_most(y, {4}, 2);
//     lp.feasible();                             // false
//     lp.conflict();                             // 0, 1, 2: no fewer of them are impossible together
//
// Bounds come and go without touching the rows, so that a system is laid out once and asked many times. The smallest
// variable that can be chosen is chosen (Bland), so that it ends, and always in the same way.

#include "locate/rational.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace tieout::detail {

/// Thrown when the work allowed for a part is used up.
class OutOfWork : public std::runtime_error {
  public:
    OutOfWork() : std::runtime_error("tieout: the work allowed for locating is used up") {}
};

/// Work that is left, in operations on fractions: unlike time, the same on every machine.
struct Work {
    std::uint64_t left = 0;
    void spend(std::uint64_t amount) {
        if (amount > left) {
            left = 0;
            throw OutOfWork();
        }
        left -= amount;
    }
};

class Simplex {
  public:
    struct Entry {
        int variable;
        Rational coefficient;
    };
    using Form = std::vector<Entry>;

    explicit Simplex(Work& work) : work_(&work) {}
    void work_from(Work& work) { work_ = &work; }

    /// How many variables there are.
    [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
    void reserve(std::size_t variables, std::size_t forms);
    /// A variable without bounds, which is tried first at that value.
    int variable(Rational start);
    /// A variable that equals the form.  No variable stands in it twice, none with coefficient 0.
    int form(const Form& entries);
    /// Takes back the form that was added last.
    void drop_last_form();

    /// Forgets all bounds.
    void release();
    /// Keeps the tighter of this bound and the one already there.
    void at_least(int variable, const Delta& bound, int owner) {
        Bound& held = lower_[index(variable)];
        if (!held.set || compare(bound, held.at) > 0) held.become(bound, owner);
    }
    void at_most(int variable, const Delta& bound, int owner) {
        Bound& held = upper_[index(variable)];
        if (!held.set || compare(bound, held.at) < 0) held.become(bound, owner);
    }

    /// Whether some values lie within all bounds; value_of() are such.
    bool feasible();
    /// The owners of bounds that are impossible together, after feasible() said no. None can be left out.
    [[nodiscard]] const std::vector<int>& conflict() const noexcept { return conflict_; }
    [[nodiscard]] const Delta& value_of(int variable) const { return values_[index(variable)]; }

    /// The greatest value that the variable can take, or nothing if there is none.  After feasible() said yes.
    std::optional<Delta> greatest(int variable);
    /// The least one.
    std::optional<Delta> least(int variable);

  private:
    struct Bound {
        bool set = false;
        Delta at{};
        int owner = -1;
        void become(const Delta& bound, int whose) {
            set = true;
            at = bound;
            owner = whose;
        }
    };
    struct Row {
        int basic = 0;
        Form entries{}; ///< by variable, rising
        /// A bit for each variable that may stand in it, which tells of most that do not.
        std::uint64_t may_have = 0;
    };
    static std::uint64_t bit_of(int variable) { return std::uint64_t{1} << (index(variable) % 64); }
    static std::size_t index(int variable) { return static_cast<std::size_t>(variable); }

    [[nodiscard]] bool below(int variable) const;
    [[nodiscard]] bool above(int variable) const;
    [[nodiscard]] bool can_rise(int variable) const;
    [[nodiscard]] bool can_fall(int variable) const;
    /// The entry of a variable, or the end.
    [[nodiscard]] static Form::const_iterator entry_in(const Row& row, int variable);
    [[nodiscard]] static const Rational* coefficient_in(const Row& row, int variable) {
        if ((row.may_have & bit_of(variable)) == 0) return nullptr;
        const auto found = entry_in(row, variable);
        return found != row.entries.end() ? &found->coefficient : nullptr;
    }
    /// Moves a variable that is in no row's place, and all rows with it.
    void move(int variable, const Delta& to);
    void pivot(std::size_t row, int entering);
    /// to += factor · from
    void add_row(Form& to, const Rational& factor, const Form& from);
    void explain(const Row& row, bool too_low);
    /// Raises (or lowers) as far as the bounds allow; no limit if they do not limit it.
    bool optimise(int variable, bool raise);

    Work* work_;
    std::vector<Row> rows_;
    std::vector<int> row_of_;
    std::vector<Delta> values_;
    std::vector<Bound> lower_;
    std::vector<Bound> upper_;
    std::vector<int> conflict_;
};

} // namespace tieout::detail

#endif
