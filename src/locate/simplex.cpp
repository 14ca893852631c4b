// SPDX-License-Identifier: MIT
#include "locate/simplex.hpp"

#include <algorithm>
#include <cassert>

namespace tieout::detail {

void Simplex::reserve(std::size_t variables, std::size_t forms) {
    values_.reserve(variables + forms);
    row_of_.reserve(variables + forms);
    lower_.reserve(variables + forms);
    upper_.reserve(variables + forms);
    rows_.reserve(forms);
}

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
    Row row{.basic = number};
    if (std::all_of(entries.begin(), entries.end(),
                    [&](const Entry& entry) { return row_of_[index(entry.variable)] < 0; }) &&
        std::is_sorted(entries.begin(), entries.end(),
                       [](const Entry& a, const Entry& b) { return a.variable < b.variable; })) {
        row.entries = entries;
    } else {
        for (const Entry& entry : entries) {
            const int basic = row_of_[index(entry.variable)];
            if (basic < 0)
                add_row(row.entries, 1, {entry});
            else
                add_row(row.entries, entry.coefficient, rows_[index(basic)].entries);
        }
    }
    Delta value;
    for (const Entry& entry : row.entries) {
        value.add_product(entry.coefficient, values_[index(entry.variable)]);
        row.may_have |= bit_of(entry.variable);
    }
    work_->spend(row.entries.size());
    values_.back() = std::move(value);
    row_of_.back() = static_cast<int>(rows_.size());
    rows_.push_back(std::move(row));
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

Simplex::Form::const_iterator Simplex::entry_in(const Row& row, int variable) {
    const auto found =
        std::lower_bound(row.entries.begin(), row.entries.end(), variable,
                         [](const Entry& entry, int wanted) { return entry.variable < wanted; });
    return found != row.entries.end() && found->variable == variable ? found : row.entries.end();
}

void Simplex::move(int variable, const Delta& to) {
    const Delta by = to - values_[index(variable)];
    for (const Row& row : rows_)
        if (const Rational* coefficient = coefficient_in(row, variable))
            values_[index(row.basic)].add_product(*coefficient, by);
    work_->spend(rows_.size());
    values_[index(variable)] = to;
}

void Simplex::add_row(Form& to, const Rational& factor, const Form& from) {
    work_->spend(to.size() + from.size());
    std::size_t added = 0;
    auto next = to.cbegin();
    const auto end = to.cend();
    for (const Entry& entry : from) {
        while (next != end && next->variable < entry.variable) ++next;
        added += next == end || next->variable != entry.variable;
    }
    // From the end, so that what stands before the first entry of the other stays where it is.
    const std::size_t before = to.size();
    to.resize(before + added);
    Entry* const first = to.data();
    Entry* mine = first + before;
    Entry* free = mine + added;
    bool cancelled = false;
    for (auto its = from.crbegin(); its != from.crend(); ++its) {
        const int variable = its->variable;
        while (mine != first && mine[-1].variable > variable) {
            --mine;
            if (--free != mine) *free = std::move(*mine);
        }
        --free;
        if (mine != first && mine[-1].variable == variable) {
            if (--mine != free) *free = std::move(*mine);
            free->coefficient.add_product(factor, its->coefficient);
            cancelled = cancelled || free->coefficient.is_zero();
        } else {
            free->variable = variable;
            free->coefficient = factor * its->coefficient;
        }
    }
    if (cancelled) std::erase_if(to, [](const Entry& entry) { return entry.coefficient.is_zero(); });
}

void Simplex::pivot(std::size_t at, int entering) {
    Row& row = rows_[at];
    const int leaving = row.basic;
    const auto place = static_cast<std::size_t>(entry_in(row, entering) - row.entries.begin());
    const Rational inverse = row.entries[place].coefficient.inverse();
    const Rational negative = -inverse;
    // leaving = … + a · entering  becomes  entering = leaving / a − … / a
    row.may_have = 0;
    for (Entry& entry : row.entries) {
        entry.coefficient = entry.coefficient * negative;
        row.may_have |= bit_of(entry.variable);
    }
    row.may_have |= bit_of(leaving);
    row.entries[place] = {leaving, inverse};
    // To where it stands among the others.
    for (std::size_t i = place; i > 0 && row.entries[i - 1].variable > leaving; --i)
        std::swap(row.entries[i - 1], row.entries[i]);
    for (std::size_t i = place; i + 1 < row.entries.size() && row.entries[i + 1].variable < leaving; ++i)
        std::swap(row.entries[i], row.entries[i + 1]);
    row.basic = entering;
    row_of_[index(entering)] = static_cast<int>(at);
    row_of_[index(leaving)] = -1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (i == at || (rows_[i].may_have & bit_of(entering)) == 0) continue;
        Row& other = rows_[i];
        const auto found = entry_in(other, entering);
        if (found == other.entries.end()) continue;
        const Rational factor = found->coefficient;
        other.entries.erase(found);
        add_row(other.entries, factor, row.entries);
        other.may_have |= row.may_have;
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
