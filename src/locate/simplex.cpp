// SPDX-License-Identifier: MIT
#include "locate/simplex.hpp"

#include <algorithm>
#include <cassert>

namespace tieout::detail {

int Simplex::variable(Rational start) {
    const int number = static_cast<int>(values_.size());
    values_.push_back({std::move(start), {}});
    row_of_.push_back(-1);
    lower_.emplace_back();
    upper_.emplace_back();
    return number;
}

int Simplex::form(const Form& entries) {
    const int number = variable(0);
    Form row;
    for (const Entry& entry : entries) {
        const int basic = row_of_[index(entry.variable)];
        if (basic < 0)
            add_row(row, 1, {entry}, -1);
        else
            add_row(row, entry.coefficient, rows_[index(basic)].entries, -1);
    }
    Delta value;
    for (const Entry& entry : row) value.add_product(entry.coefficient, values_[index(entry.variable)]);
    values_.back() = std::move(value);
    row_of_.back() = static_cast<int>(rows_.size());
    rows_.push_back({number, std::move(row)});
    return number;
}

void Simplex::drop_last_form() {
    const int last = static_cast<int>(values_.size()) - 1;
    if (row_of_.back() < 0) {
        // It has left its row for another: any variable of a row that it stands in takes its place.
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (coefficient_in(rows_[i], last) != nullptr) {
                pivot(i, last);
                break;
            }
    }
    if (const int row = row_of_.back(); row >= 0) {
        rows_.erase(rows_.begin() + row);
        for (int& other : row_of_)
            if (other > row) --other;
    }
    values_.pop_back();
    row_of_.pop_back();
    lower_.pop_back();
    upper_.pop_back();
}

void Simplex::release() {
    for (Bound& bound : lower_) bound.set = false;
    for (Bound& bound : upper_) bound.set = false;
}

void Simplex::at_least(int variable, const Delta& bound, int owner) {
    Bound& held = lower_[index(variable)];
    if (!held.set || compare(bound, held.at) > 0) held = {true, bound, owner};
}

void Simplex::at_most(int variable, const Delta& bound, int owner) {
    Bound& held = upper_[index(variable)];
    if (!held.set || compare(bound, held.at) < 0) held = {true, bound, owner};
}

bool Simplex::below(int variable) const {
    const Bound& bound = lower_[index(variable)];
    return bound.set && compare(values_[index(variable)], bound.at) < 0;
}
bool Simplex::above(int variable) const {
    const Bound& bound = upper_[index(variable)];
    return bound.set && compare(values_[index(variable)], bound.at) > 0;
}
bool Simplex::can_rise(int variable) const {
    const Bound& bound = upper_[index(variable)];
    return !bound.set || compare(values_[index(variable)], bound.at) < 0;
}
bool Simplex::can_fall(int variable) const {
    const Bound& bound = lower_[index(variable)];
    return !bound.set || compare(values_[index(variable)], bound.at) > 0;
}

const Rational* Simplex::coefficient_in(const Row& row, int variable) {
    const auto found =
        std::lower_bound(row.entries.begin(), row.entries.end(), variable,
                         [](const Entry& entry, int wanted) { return entry.variable < wanted; });
    return found != row.entries.end() && found->variable == variable ? &found->coefficient : nullptr;
}

void Simplex::move(int variable, const Delta& to) {
    const Delta by = to - values_[index(variable)];
    for (const Row& row : rows_)
        if (const Rational* coefficient = coefficient_in(row, variable))
            values_[index(row.basic)].add_product(*coefficient, by);
    work_->spend(rows_.size());
    values_[index(variable)] = to;
}

void Simplex::add_row(Form& to, const Rational& factor, const Form& from, int but) {
    scratch_.clear();
    scratch_.reserve(to.size() + from.size());
    auto mine = to.begin();
    for (const Entry& entry : from) {
        if (entry.variable == but) continue;
        while (mine != to.end() && mine->variable < entry.variable) scratch_.push_back(std::move(*mine++));
        if (mine != to.end() && mine->variable == entry.variable) {
            mine->coefficient.add_product(factor, entry.coefficient);
            if (!mine->coefficient.is_zero()) scratch_.push_back(std::move(*mine));
            ++mine;
        } else {
            scratch_.push_back({entry.variable, factor * entry.coefficient});
        }
    }
    while (mine != to.end()) scratch_.push_back(std::move(*mine++));
    work_->spend(scratch_.size());
    to.swap(scratch_);
}

void Simplex::pivot(std::size_t at, int entering) {
    Row& row = rows_[at];
    const int leaving = row.basic;
    const Rational inverse = coefficient_in(row, entering)->inverse();
    const Rational negative = -inverse;
    // leaving = … + a · entering  becomes  entering = leaving / a − … / a
    Form turned;
    turned.reserve(row.entries.size());
    bool placed = false;
    for (Entry& entry : row.entries) {
        if (entry.variable == entering) continue;
        if (!placed && entry.variable > leaving) {
            turned.push_back({leaving, inverse});
            placed = true;
        }
        turned.push_back({entry.variable, entry.coefficient * negative});
    }
    if (!placed) turned.push_back({leaving, inverse});
    row.entries = std::move(turned);
    row.basic = entering;
    row_of_[index(entering)] = static_cast<int>(at);
    row_of_[index(leaving)] = -1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (i == at) continue;
        Form& other = rows_[i].entries;
        const auto found =
            std::lower_bound(other.begin(), other.end(), entering,
                             [](const Entry& entry, int wanted) { return entry.variable < wanted; });
        if (found == other.end() || found->variable != entering) continue;
        const Rational factor = std::move(found->coefficient);
        other.erase(found);
        add_row(other, factor, rows_[at].entries, -1);
    }
    work_->spend(rows_.size());
}

void Simplex::explain(const Row& row, bool too_low) {
    conflict_.clear();
    conflict_.push_back((too_low ? lower_ : upper_)[index(row.basic)].owner);
    for (const Entry& entry : row.entries)
        conflict_.push_back(
            ((entry.coefficient.sign() > 0) == too_low ? upper_ : lower_)[index(entry.variable)].owner);
    std::sort(conflict_.begin(), conflict_.end());
    conflict_.erase(std::unique(conflict_.begin(), conflict_.end()), conflict_.end());
}

bool Simplex::feasible() {
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const int number = static_cast<int>(i);
        if (lower_[i].set && upper_[i].set && compare(lower_[i].at, upper_[i].at) > 0) {
            conflict_ = {lower_[i].owner, upper_[i].owner};
            std::sort(conflict_.begin(), conflict_.end());
            conflict_.erase(std::unique(conflict_.begin(), conflict_.end()), conflict_.end());
            return false;
        }
        if (row_of_[i] >= 0) continue;
        if (below(number))
            move(number, lower_[i].at);
        else if (above(number))
            move(number, upper_[i].at);
    }
    for (;;) {
        const Row* violated = nullptr;
        bool too_low = false;
        for (const Row& row : rows_) {
            if (violated != nullptr && violated->basic < row.basic) continue;
            const bool low = below(row.basic);
            if (!low && !above(row.basic)) continue;
            violated = &row;
            too_low = low;
        }
        work_->spend(rows_.size());
        if (violated == nullptr) return true;
        int entering = -1;
        for (const Entry& entry : violated->entries)
            if ((entry.coefficient.sign() > 0) == too_low ? can_rise(entry.variable)
                                                          : can_fall(entry.variable)) {
                entering = entry.variable;
                break;
            }
        if (entering < 0) {
            explain(*violated, too_low);
            return false;
        }
        const int leaving = violated->basic;
        const auto at = static_cast<std::size_t>(violated - rows_.data());
        const Delta target = (too_low ? lower_ : upper_)[index(leaving)].at;
        const Delta step = (target - values_[index(leaving)]) / *coefficient_in(*violated, entering);
        Delta to = values_[index(entering)];
        to.add_product(1, step);
        move(entering, to);
        values_[index(leaving)] = target;
        pivot(at, entering);
    }
}

bool Simplex::optimise(int variable, bool raise) {
    // A variable that went to its own bound goes no further until the rows change.
    std::size_t passed = 0;
    for (;;) {
        // What drives the variable up: itself, where it stands in no row's place, or a variable of its row.
        int entering = -1;
        bool up = false;
        std::uint64_t looked_at = rows_.size();
        if (const int at = row_of_[index(variable)]; at < 0) {
            if (raise ? can_rise(variable) : can_fall(variable)) {
                entering = variable;
                up = raise;
            }
        } else {
            const Form& entries = rows_[index(at)].entries;
            for (; passed < entries.size(); ++passed) {
                const Entry& entry = entries[passed];
                ++looked_at;
                const bool rising = (entry.coefficient.sign() > 0) == raise;
                if (rising ? can_rise(entry.variable) : can_fall(entry.variable)) {
                    entering = entry.variable;
                    up = rising;
                    break;
                }
            }
        }
        work_->spend(looked_at);
        if (entering < 0) return true;

        // How far it can go before a bound stops it: its own, or that of a row; the smallest variable of equals.
        std::optional<Delta> room;
        std::optional<std::size_t> blocking;
        const Bound& own = (up ? upper_ : lower_)[index(entering)];
        if (own.set) room = up ? own.at - values_[index(entering)] : values_[index(entering)] - own.at;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Rational* coefficient = coefficient_in(rows_[i], entering);
            if (coefficient == nullptr) continue;
            const int basic = rows_[i].basic;
            const bool rises = (coefficient->sign() > 0) == up;
            const Bound& bound = (rises ? upper_ : lower_)[index(basic)];
            if (!bound.set) continue;
            const Delta gap = rises ? bound.at - values_[index(basic)] : values_[index(basic)] - bound.at;
            const Delta here = gap / (coefficient->sign() > 0 ? *coefficient : -*coefficient);
            const int order = room ? compare(here, *room) : -1;
            if (order < 0 || (order == 0 && blocking && basic < rows_[*blocking].basic)) {
                room = here;
                blocking = i;
            }
        }
        if (!room) return false;
        Delta to = values_[index(entering)];
        to.add_product(up ? 1 : -1, *room);
        move(entering, to);
        if (!blocking) continue;
        pivot(*blocking, entering);
        passed = 0;
    }
}

std::optional<Delta> Simplex::greatest(int variable) {
    if (!optimise(variable, true)) return std::nullopt;
    return values_[index(variable)];
}

std::optional<Delta> Simplex::least(int variable) {
    if (!optimise(variable, false)) return std::nullopt;
    return values_[index(variable)];
}

} // namespace tieout::detail
