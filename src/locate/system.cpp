// SPDX-License-Identifier: MIT
#include "locate/system.hpp"

#include "relations/not_stated.hpp"

#include <algorithm>
#include <functional>
#include <type_traits>

namespace tieout::detail {

namespace {

template <class N>
void insert_sorted(std::vector<N>& into, const N& value) {
    const auto at = std::lower_bound(into.begin(), into.end(), value);
    if (at == into.end() || *at != value) into.insert(at, value);
}

struct RationalEnds {
    Delta low;
    Delta high;
};

Rational minus_one_if(bool yes) { return yes ? Rational(-1) : Rational(1); }

/// An open end lies an infinitesimal inside.
template <class N>
RationalEnds as_deltas(const Ends<N>& ends) {
    return {{Rational(ends.low), Rational(ends.low_closed ? 0 : 1)},
            {Rational(ends.high), Rational(ends.high_closed ? 0 : -1)}};
}

/// The interval of a figure in the base unit, whatever its digits.
RationalEnds ends_in(const Figure& figure, std::span<const Operand> operands, const Conventions& reading) {
    return in_enough_digits([&]<class N> { return as_deltas(ends_of<N>(figure, operands, reading)); });
}

Rational power_of_ten_rational(int power) { return Rational(WideDecimal(Integer_wide(1), -power)); }

bool same(const Simplex::Form& a, const Simplex::Form& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.variable == y.variable && x.coefficient == y.coefficient;
    });
}

/// Every variable once, rising.
void sort_and_collect(Simplex::Form& form) {
    std::stable_sort(form.begin(), form.end(),
                     [](const auto& a, const auto& b) { return a.variable < b.variable; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < form.size();) {
        Simplex::Entry sum = std::move(form[i]);
        for (++i; i < form.size() && form[i].variable == sum.variable; ++i)
            sum.coefficient += form[i].coefficient;
        form[kept++] = std::move(sum);
    }
    form.resize(kept);
}

Simplex::Form minus_times(const Simplex::Form& a, const Rational& times, const Simplex::Form& b) {
    Simplex::Form result;
    auto of_a = a.begin();
    auto of_b = b.begin();
    while (of_a != a.end() || of_b != b.end()) {
        if (of_b == b.end() || (of_a != a.end() && of_a->variable < of_b->variable)) {
            result.push_back(*of_a++);
        } else if (of_a == a.end() || of_b->variable < of_a->variable) {
            result.push_back({of_b->variable, -(times * of_b->coefficient)});
            ++of_b;
        } else {
            result.push_back({of_a->variable, of_a->coefficient - times * of_b->coefficient});
            ++of_a;
            ++of_b;
        }
        if (result.back().coefficient.is_zero()) result.pop_back();
    }
    return result;
}

/// Whether the relation says something that is linear in a figure that is missing. A rate that is missing says nothing;
/// of a divisor and a factor the sign is not known, and of an open list not whether it is a list of what is not negative.
/// What is stated nowhere is another figure in each relation.
bool can_be_free(const Relation& relation, const Operand& operand) {
    if (operand.figure->state != State::blank || is_not_stated(operand.figure) || relation.may_lack())
        return false;
    return operand.role != Role::quotient && operand.role != Role::denominator &&
           operand.role != Role::factor;
}

} // namespace

bool can_be_stated(const Relation& relation, std::span<const Operand> operands, bool gaps) {
    if (relation.kind == Kind::present || relation.kind == Kind::absent || relation.kind == Kind::unit)
        return false;
    if (relation.approximate || operands.empty()) return false;
    for (const Operand& operand : operands) {
        const Figure& figure = *operand.figure;
        if (figure.unit.dimension == Dimension::day) return false;
        if (!figure.known() && !(gaps && can_be_free(relation, operand))) return false;
    }
    return reason_of(relation, operands) == Reason::none;
}

namespace {

/// Whether the divisor of a quotient is negative as printed.
bool negative_divisor(const Relation& relation, std::span<const Operand> operands) {
    if (!is_quotient(relation.kind) || relation.positive_base) return false;
    const auto divisor = operands.subspan(1 + relation.numerator_count);
    return in_enough_digits([&]<class N> { return sign(form_at_printed<N>(divisor)); }) < 0;
}

struct SignOfDivisor {
    bool positive;
    bool negative;
    friend bool operator==(const SignOfDivisor&, const SignOfDivisor&) = default;
};

/// Whether a divisor has one sign whatever its figures are within their intervals.
SignOfDivisor sign_of_divisor(const Relation& relation, std::span<const Operand> operands,
                              const Conventions& reading) {
    return in_enough_digits([&]<class N> {
        const Ends<N> divisor =
            ends_of_form<N>(operands.subspan(1 + relation.numerator_count), operands, reading);
        return SignOfDivisor{sign(divisor.low) > 0 || (sign(divisor.low) == 0 && !divisor.low_closed),
                             sign(divisor.high) < 0 || (sign(divisor.high) == 0 && !divisor.high_closed)};
    });
}

/// A sum is left out that has a part against the sign of its total, which an open list may not have.
bool adds_up_openly(const Operand& operand) {
    const int added = operand.role == Role::total ? 1 : -sign(operand.coefficient);
    return added * operand.figure->sense * sign(operand.figure->value) >= 0;
}

} // namespace

System::System(const Relations& relations, std::span<const Check> checks, std::span<const std::uint32_t> part,
               const Conventions& reading, Work& work, std::span<const Substitute> substitutes)
    : relations_(relations), reading_(reading), substitutes_(substitutes), lp_(work), work_(&work),
      sign_turned_(static_cast<int>(relations.size())) {
    const auto all = relations.all();
    std::size_t operand_count = 0;
    for (const std::uint32_t index : part) operand_count += all[checks[index].relation].count;
    reserve(operand_count, part.size());
    used_.assign(part.size(), 1);
    chosen_.assign(part.size(), -1);
    readings_.resize(part.size());
    for (std::size_t k = 0; k < part.size(); ++k) {
        const Check& check = checks[part[k]];
        const int number = static_cast<int>(k);
        const bool gaps = lacks_figures(check);
        const auto add_reading = [&](std::uint32_t index) {
            if (!can_be_stated(all[index], relations.operands(all[index]), gaps)) return;
            readings_[k].push_back(static_cast<int>(index));
        };
        add_reading(check.relation);
        for (std::uint32_t index = check.first_reading; index < check.first_reading + check.readings; ++index)
            if (index != check.relation) add_reading(index);
        // A divisor that is printed negative may have its sign by mistake: that it is positive is another reading.
        for (std::size_t i = readings_[k].size(); i-- > 0;)
            if (negative_divisor(relation_of(readings_[k][i]),
                                 relations.operands(relation_of(readings_[k][i]))))
                readings_[k].push_back(readings_[k][i] + sign_turned_);
        for (const int index : readings_[k]) {
            const Relation& relation = relation_of(index);
            add(readings_[k].size() == 1 ? -1 - number : number, index, relation,
                relations.operands(relation));
        }
        if (!readings_[k].empty()) chosen_[k] = readings_[k].front();
        if (readings_[k].size() > 1) choices_.push_back(number);
    }
}

/// Room for what a part of usual making needs, so that it is laid out without moving.
void System::reserve(std::size_t operands, std::size_t checks) {
    figures_.reserve(operands);
    variables_.reserve(operands);
    lower_box_.reserve(operands);
    upper_box_.reserve(operands);
    precisions_.reserve(operands);
    uses_.reserve(operands);
    constraints_.reserve(2 * operands + 3 * checks);
    trusts_.reserve(2 * operands + 2 * checks);
    forms_.reserve(2 * checks);
    lp_.reserve(operands, 2 * checks);
}

const Relation& System::relation_of(int reading) const {
    return relations_
        .all()[static_cast<std::size_t>(reading < sign_turned_ ? reading : reading - sign_turned_)];
}

int System::number_of(const Figure* figure) const { return numbers_.find(figure); }

std::vector<int> System::stand_ins() const {
    constexpr int none = -1;
    constexpr int several = -2;
    // By variable of the solver, the form in which it stands, and its figure.
    std::vector<int> form_of(lp_.size(), none);
    for (std::size_t f = 0; f < forms_.size(); ++f)
        for (const Simplex::Entry& entry : forms_[f].form) {
            int& form = form_of[static_cast<std::size_t>(entry.variable)];
            form = form == none ? static_cast<int>(f) : several;
        }
    std::vector<int> figure_of(lp_.size(), none);
    std::vector<int> only(figures_.size());
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const auto variable = static_cast<std::size_t>(variables_[i]);
        figure_of[variable] = static_cast<int>(i);
        only[i] = form_of[variable];
    }
    for (const Constraint& constraint : constraints_) {
        // Its own interval falls away with it; any other bound on it, or one that rests on it, does not.
        if (constraint.own) continue;
        if (const int bounded = figure_of[static_cast<std::size_t>(constraint.variable)]; bounded != none)
            only[static_cast<std::size_t>(bounded)] = several;
        for (const int figure : trusts(constraint)) only[static_cast<std::size_t>(figure)] = several;
    }
    std::vector<int> result(figures_.size());
    // By form the last figure that is the first with its trust, and by such a figure the one before.
    std::vector<int> last(forms_.size(), none);
    std::vector<int> before(figures_.size(), none);
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const int number = static_cast<int>(i);
        result[i] = number;
        if (only[i] < 0 || figures_[i]->fixed || !figures_[i]->known()) continue;
        int& latest = last[static_cast<std::size_t>(only[i])];
        int first = latest;
        while (first != none && !(figure(first).trust == figures_[i]->trust))
            first = before[static_cast<std::size_t>(first)];
        if (first == none)
            before[i] = std::exchange(latest, number);
        else
            result[i] = first;
    }
    return result;
}

int System::figure_number(const Figure* figure, const Figure& in_place) {
    const auto [number, added] = numbers_.add(figure, static_cast<int>(figures_.size()));
    if (!added) return number;
    figures_.push_back(figure);
    const int variable = lp_.variable(
        in_place.known() ? in_enough_digits([&]<class N> { return Rational(base_of<N>(in_place)); })
                         : Rational(0));
    variables_.push_back(variable);
    precisions_.emplace_back();
    uses_.emplace_back();
    lower_box_.push_back(-1);
    upper_box_.push_back(-1);
    return number;
}

/// Below zero `check` stands for −1 − check: a check with one reading, whose intervals hold for its figures anyhow.
void System::add(int check, int reading, const Relation& relation, std::span<const Operand> as_stated) {
    std::vector<Operand> replaced;
    std::span<const Operand> operands = as_stated;
    if (!substitutes_.empty()) {
        replaced.assign(as_stated.begin(), as_stated.end());
        for (Operand& operand : replaced)
            for (const Substitute& substitute : substitutes_)
                if (operand.figure == substitute.figure) operand.figure = &substitute.in_place;
        operands = replaced;
    }
    const int of = check < 0 ? -1 - check : check;
    // Figures are known by where they stand, also those that another value is tried for.
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const int number = figure_number(as_stated[i].figure, *operands[i].figure);
        if (operands[i].figure != as_stated[i].figure) numbers_.add(operands[i].figure, number);
        Uses& uses = uses_[static_cast<std::size_t>(number)];
        uses.count += uses.last != of;
        uses.last = of;
        box(check, reading, operands[i], operands);
    }
    const Rational constant(shifted(WideDecimal(relation.constant), relation.constant_unit.power));
    switch (relation.kind) {
    case Kind::sum: {
        const bool open = relation.may_lack();
        if (open && !std::all_of(operands.begin(), operands.end(), adds_up_openly)) return;
        compare_form(collected_form(operands), open ? Comparison::at_least : relation.comparison, constant,
                     of, reading);
        break;
    }
    case Kind::at_most:
    case Kind::linear:
    case Kind::average:
        compare_form(collected_form(operands), relation.comparison, constant, of, reading);
        break;
    case Kind::equal:
        for (std::size_t i = 1; i < operands.size(); ++i) {
            Operand two[2] = {operands[0], operands[i]};
            two[0].coefficient = Decimal(1);
            two[1].coefficient = Decimal(-1);
            compare_form(collected_form(two), Comparison::equals, 0, of, reading);
        }
        break;
    case Kind::ratio:
    case Kind::share:
    case Kind::growth:
        quotient(of, reading, relation, operands);
        break;
    case Kind::product:
        product(of, reading, operands);
        break;
    case Kind::present:
    case Kind::absent:
    case Kind::unit:
        break;
    }
}

void System::box(int check, int reading, const Operand& operand, std::span<const Operand> operands) {
    if (!operand.figure->known()) return;
    const int number = number_of(operand.figure);
    // Its interval is the same in every relation, unless that decides its precision.
    if (check < 0 && lower_box_[static_cast<std::size_t>(number)] >= 0 &&
        reading_.scale == ScaleReading::own && !operand.figure->lone_zero())
        return;
    const int variable = variables_[static_cast<std::size_t>(number)];
    const RationalEnds ends = ends_in(*operand.figure, operands, reading_);
    Precision& known = precisions_[static_cast<std::size_t>(number)];
    const Precision here = precision_in(*operand.figure, operands, reading_);
    if (known == Precision{} || here.scale > known.scale) known = here;
    for (const bool upper : {false, true}) {
        const Delta& at = upper ? ends.high : ends.low;
        if (check >= 0) {
            add_constraint({variable, upper, at, check, reading, true}, {&number, 1});
            continue;
        }
        int& held = (upper ? upper_box_ : lower_box_)[static_cast<std::size_t>(number)];
        if (held < 0) {
            held = static_cast<int>(constraints_.size());
            add_constraint({variable, upper, at, -1, 0, true}, {&number, 1});
            continue;
        }
        Delta& bound_held = constraints_[static_cast<std::size_t>(held)].at;
        if (upper ? compare(at, bound_held) < 0 : compare(at, bound_held) > 0) bound_held = at;
    }
}

Simplex::Form System::collected_form(std::span<const Operand> operands) {
    Simplex::Form form;
    form.reserve(operands.size());
    for (const Operand& operand : operands)
        form.push_back(
            {variables_[static_cast<std::size_t>(number_of(operand.figure))], Rational(operand.coefficient)});
    // Nearly always short, and mostly in order.
    for (std::size_t i = 1; i < form.size(); ++i)
        if (form[i].variable <= form[i - 1].variable) {
            sort_and_collect(form);
            break;
        }
    std::erase_if(form, [](const auto& entry) { return entry.coefficient.is_zero(); });
    return form;
}

int System::variable_of(const Simplex::Form& form) {
    if (form.size() == 1 && form.front().coefficient.is_one()) return form.front().variable;
    // Mostly the one that was bounded on its other side just now.
    for (auto known = forms_.rbegin(); known != forms_.rend(); ++known)
        if (same(known->form, form)) return known->variable;
    const int variable = lp_.form(form);
    forms_.push_back({form, variable});
    return variable;
}

void System::add_constraint(Constraint constraint, std::span<const int> trusts) {
    constraint.trusts_begin = static_cast<std::uint32_t>(trusts_.size());
    trusts_.insert(trusts_.end(), trusts.begin(), trusts.end());
    constraint.trusts_end = static_cast<std::uint32_t>(trusts_.size());
    constraints_.push_back(std::move(constraint));
}

void System::bound(const Simplex::Form& form, bool upper, Delta at, int check, int reading,
                   std::span<const int> trusts) {
    if (form.empty()) {
        // Nothing is left of the form: it holds whatever the figures are, or never.
        if (upper ? compare({}, at) <= 0 : compare({}, at) >= 0) return;
        if (zero_ < 0) {
            zero_ = lp_.variable(0);
            for (const bool side : {false, true}) add_constraint({zero_, side, {}}, {});
        }
        add_constraint({zero_, upper, std::move(at), check, reading}, trusts);
        return;
    }
    if (form.size() == 1 && !form.front().coefficient.is_one()) {
        const Rational& by = form.front().coefficient;
        const Simplex::Form alone{{form.front().variable, Rational(1)}};
        bound(alone, by.sign() > 0 ? upper : !upper, at / by, check, reading, trusts);
        return;
    }
    add_constraint({variable_of(form), upper, std::move(at), check, reading}, trusts);
}

void System::compare_form(const Simplex::Form& form, Comparison comparison, const Rational& constant,
                          int check, int reading) {
    if (comparison == Comparison::equals || comparison == Comparison::at_least ||
        comparison == Comparison::more_than)
        bound(form, false, {constant, Rational(comparison == Comparison::more_than ? 1 : 0)}, check, reading,
              {});
    if (comparison == Comparison::equals || comparison == Comparison::at_most ||
        comparison == Comparison::less_than)
        bound(form, true, {constant, Rational(comparison == Comparison::less_than ? -1 : 0)}, check, reading,
              {});
}

void System::quotient(int check, int reading, const Relation& relation, std::span<const Operand> operands) {
    Simplex::Form n = collected_form(operands.subspan(1, relation.numerator_count));
    Simplex::Form d = collected_form(operands.subspan(1 + relation.numerator_count));
    // The divisor keeps the sign that its printed figures give it, if that is positive; if not, it may have either.
    const auto [positive, negative] = sign_of_divisor(relation, operands, reading_);
    if (!positive && (!negative || relation.positive_base)) return;
    if (negative && reading < sign_turned_) {
        for (auto& entry : n) entry.coefficient = -entry.coefficient;
        for (auto& entry : d) entry.coefficient = -entry.coefficient;
    }
    const int rate = number_of(operands.front().figure);
    const RationalEnds ends = ends_in(*operands.front().figure, operands, reading_);
    bound(d, false, {Rational(0), Rational(1)}, check, reading, {});
    // With whole numbers instead of the fraction that a rate is: the solver is quick with those.
    for (const bool upper : {true, false}) {
        const Delta& end = upper ? ends.high : ends.low;
        const Rational by(WideDecimal(end.value.denominator(), 0));
        Simplex::Form multiple = n;
        for (auto& entry : multiple) entry.coefficient = entry.coefficient * by;
        bound(minus_times(multiple, end.value * by, d), upper, {Rational(0), end.steps * by}, check, reading,
              {&rate, 1});
    }
    if (!n.empty() && !d.empty())
        quotients_.push_back({check, reading, rate, variable_of(n), variable_of(d)});
}

void System::product(int check, int reading, std::span<const Operand> operands) {
    const auto factors = operands.subspan(1);
    std::vector<RationalEnds> ends;
    for (const Operand& factor : factors) {
        ends.push_back(ends_in(*factor.figure, operands, reading_));
        // Only for factors that are not negative is the largest product that of the largest factors.
        if (compare(ends.back().low, {}) < 0) return;
        for (const Operand& other : operands)
            if (&other != &factor && other.figure == factor.figure) return;
    }
    const Simplex::Form result = collected_form(operands.first(1));
    for (std::size_t i = 0; i < factors.size(); ++i) {
        Rational low(1);
        Rational high(1);
        FigureSet trusts;
        for (std::size_t k = 0; k < factors.size(); ++k) {
            if (k == i) continue;
            low = low * ends[k].low.value;
            high = high * ends[k].high.value;
            insert_sorted(trusts, number_of(factors[k].figure));
        }
        const Simplex::Form factor = collected_form(factors.subspan(i, 1));
        bound(factor, false, {Rational(0), Rational(0)}, check, reading, {});
        bound(minus_times(result, high, factor), true, {Rational(0), Rational(0)}, check, reading, trusts);
        bound(minus_times(result, low, factor), false, {Rational(0), Rational(0)}, check, reading, trusts);
    }
}

bool System::in_force(const Constraint& constraint) const {
    if (constraint.check < 0) return true;
    const auto check = static_cast<std::size_t>(constraint.check);
    return used_[check] != 0 && chosen_[check] == constraint.reading;
}

bool System::in_force(const QuotientRow& row) const {
    const auto check = static_cast<std::size_t>(row.check);
    return used_[check] != 0 && chosen_[check] == row.reading;
}

void System::enforce(const std::vector<char>& wrong) {
    lp_.release();
    for (std::size_t i = 0; i < constraints_.size(); ++i) {
        const Constraint& constraint = constraints_[i];
        if (!in_force(constraint)) continue;
        const auto trusted = trusts(constraint);
        if (std::any_of(trusted.begin(), trusted.end(),
                        [&](int figure) { return wrong[static_cast<std::size_t>(figure)] != 0; }))
            continue;
        if (constraint.upper)
            lp_.at_most(constraint.variable, constraint.at, static_cast<int>(i));
        else
            lp_.at_least(constraint.variable, constraint.at, static_cast<int>(i));
    }
    work_->spend(constraints_.size());
}

namespace {

bool involves(const Conflict& conflict, int check) {
    return std::binary_search(conflict.checks.begin(), conflict.checks.end(), check);
}

void merge(Conflict& into, const Conflict& from) {
    for (const int figure : from.figures) insert_sorted(into.figures, figure);
    for (const int check : from.checks) insert_sorted(into.checks, check);
}

} // namespace

template <class Found>
bool System::search_from(const std::vector<char>& wrong, std::size_t choice, Conflict& why, Found& found) {
    enforce(wrong);
    if (!lp_.feasible()) {
        why = {};
        for (const int owner : lp_.conflict()) {
            const Constraint& constraint = constraints_[static_cast<std::size_t>(owner)];
            for (const int figure : trusts(constraint)) insert_sorted(why.figures, figure);
            if (constraint.check >= 0) insert_sorted(why.checks, constraint.check);
        }
        return false;
    }
    while (choice < choices_.size() && used_[static_cast<std::size_t>(choices_[choice])] == 0) ++choice;
    if (choice == choices_.size()) {
        why = {};
        return found();
    }
    const int check = choices_[choice];
    const auto at = static_cast<std::size_t>(check);
    Conflict together;
    for (const int reading : readings_[at]) {
        chosen_[at] = reading;
        Conflict here;
        const bool stop = search_from(wrong, choice + 1, here, found);
        if (stop) return true;
        // What does not rest on this reading is impossible with every other one, too.
        if (!here.checks.empty() && !involves(here, check)) {
            chosen_[at] = -1;
            why = std::move(here);
            return false;
        }
        merge(together, here);
    }
    chosen_[at] = -1;
    why = std::move(together);
    return false;
}

template <class Found>
bool System::search(const std::vector<char>& wrong, Conflict& why, Found found) {
    for (const int check : choices_) chosen_[static_cast<std::size_t>(check)] = -1;
    return search_from(wrong, 0, why, found);
}

bool System::feasible(const std::vector<char>& wrong, Conflict& why) {
    // The readings that hold by themselves mostly hold together.
    for (const int check : choices_)
        chosen_[static_cast<std::size_t>(check)] = readings_[static_cast<std::size_t>(check)].front();
    if (!choices_.empty()) {
        enforce(wrong);
        if (lp_.feasible()) return true;
    }
    return search(wrong, why, [] { return true; });
}

std::optional<System::Ends_of_range> System::fraction_range(const QuotientRow& row) {
    Ends_of_range ends;
    for (const bool upper : {false, true}) {
        // A divisor that may come as near to zero as one likes gives no limit to start from.
        if (lp_.value_of(row.denominator).value.sign() <= 0) continue;
        Rational r = lp_.value_of(row.numerator).value / lp_.value_of(row.denominator).value;
        // Each step goes to a better corner (Dinkelbach), so there are few.
        constexpr int steps_max = 64;
        for (int step = 0; step < steps_max; ++step) {
            Simplex::Form form;
            if (row.numerator == row.denominator) {
                const Rational one_less = Rational(1) - r;
                if (!one_less.is_zero()) form.push_back({row.numerator, one_less});
            } else {
                form.push_back({row.numerator, Rational(1)});
                if (!r.is_zero()) form.push_back({row.denominator, -r});
            }
            if (form.empty()) {
                (upper ? ends.high : ends.low) = Delta{r, {}};
                break;
            }
            const int objective = lp_.form(form);
            const std::optional<Delta> best = upper ? lp_.greatest(objective) : lp_.least(objective);
            lp_.drop_last_form();
            if (!best) break;
            if (best->value.sign() == 0) {
                const bool attained = upper ? best->steps.sign() >= 0 : best->steps.sign() <= 0;
                (upper ? ends.high : ends.low) = Delta{r, attained ? Rational(0) : minus_one_if(upper)};
                break;
            }
            const Rational& d = lp_.value_of(row.denominator).value;
            if (d.sign() <= 0) break;
            r = lp_.value_of(row.numerator).value / d;
        }
    }
    return ends;
}

Range System::in_own_unit(int number, const Ends_of_range& ends) const {
    const Figure& figure_here = figure(number);
    const Precision& printed = precision(number);
    const Rational factor = power_of_ten_rational(-figure_here.unit.power);
    const auto scaled_by = [&](const std::optional<Delta>& end) -> std::optional<Delta> {
        if (!end) return std::nullopt;
        const Rational with_sense = figure_here.sense < 0 ? -factor : factor;
        return Delta{end->value * with_sense, figure_here.sense < 0 ? -end->steps : end->steps};
    };
    std::optional<Delta> low = scaled_by(figure_here.sense < 0 ? ends.high : ends.low);
    std::optional<Delta> high = scaled_by(figure_here.sense < 0 ? ends.low : ends.high);

    Range range;
    range.figure = &figure_here;
    constexpr int further_digits = 4;
    const auto end_of = [&](const Delta& delta, Rounding rounding) -> std::optional<End> {
        std::optional<Decimal> rounded_end;
        for (int scale = printed.scale; scale <= printed.scale + further_digits; ++scale) {
            rounded_end = decimal_of(delta.value, scale, rounding);
            if (!rounded_end) return std::nullopt;
            if (Rational(*rounded_end) == delta.value) return End{*rounded_end, delta.steps.is_zero()};
        }
        return End{*rounded_end, false};
    };
    if (low) range.low = end_of(*low, Rounding::floor);
    if (high) range.high = end_of(*high, Rounding::ceiling);

    // The printable values next to an end: which of them still stand for something inside.
    const auto meets = [&](const Decimal& value) {
        const Interval interval = interval_of(value, printed);
        const Delta from{Rational(interval.low.at), Rational(interval.low.closed ? 0 : 1)};
        const Delta to{Rational(interval.high.at), Rational(interval.high.closed ? 0 : -1)};
        const auto reaches = [](const Delta& least, const Delta& most) {
            const int order = compare(least.value, most.value);
            return order < 0 || (order == 0 && least.steps.is_zero() && most.steps.is_zero());
        };
        return (!high || reaches(from, *high)) && (!low || reaches(*low, to));
    };
    const auto next_to = [&](const Delta& end, Rounding rounding, int direction) -> std::optional<Decimal> {
        const std::optional<Decimal> about = decimal_of(end.value, printed.scale, rounding);
        if (!about) return std::nullopt;
        constexpr int neighbours = 3;
        for (int step = -neighbours; step <= neighbours; ++step) {
            const Decimal value = *about + Decimal::of(direction * step, printed.scale);
            if (meets(value)) return value;
        }
        return std::nullopt;
    };
    try {
        if (low) range.least = next_to(*low, Rounding::floor, 1);
        if (high) range.most = next_to(*high, Rounding::ceiling, -1);
    } catch (const Overflow&) {
        // What cannot be said exactly is no limit.
        return Range{.figure = &figure_here};
    }
    return range;
}

void widen(Range& range, const Range& by) {
    // Where there is an end and yet no value, none can be printed: that adds nothing.
    const auto further = [](auto& mine, const auto& other, bool limited, auto beyond) {
        if (!limited)
            mine.reset();
        else if (!mine || (other && beyond(*other, *mine)))
            mine = other;
    };
    further(range.least, by.least, range.low && by.low,
            [](const Decimal& x, const Decimal& y) { return x < y; });
    further(range.most, by.most, range.high && by.high,
            [](const Decimal& x, const Decimal& y) { return x > y; });
    if (!by.low ||
        (range.low && (by.low->at < range.low->at || (by.low->at == range.low->at && by.low->closed))))
        range.low = by.low;
    if (!by.high ||
        (range.high && (by.high->at > range.high->at || (by.high->at == range.high->at && by.high->closed))))
        range.high = by.high;
}

std::optional<Range> System::range(int number, const std::vector<char>& wrong, Extent& extent) {
    std::optional<Range> all;
    Conflict why;
    const int variable = variables_[static_cast<std::size_t>(number)];
    constexpr int leaves_max = 64;
    int leaves = 0;
    extent = {.spans = {}, .whole = true};
    search(wrong, why, [&] {
        Ends_of_range here;
        const auto tighten = [&](const std::optional<Delta>& low, const std::optional<Delta>& high) {
            if (low && (!here.low || compare(*low, *here.low) > 0)) here.low = low;
            if (high && (!here.high || compare(*high, *here.high) < 0)) here.high = high;
        };
        const std::optional<Delta> low = lp_.least(variable);
        const std::optional<Delta> high = lp_.greatest(variable);
        tighten(low, high);
        extent.whole = extent.whole && whole(number);
        for (const QuotientRow& row : quotients_) {
            if (row.rate != number || !in_force(row)) continue;
            const auto fraction = fraction_range(row);
            if (fraction) tighten(fraction->low, fraction->high);
            // An end that was not found may be there all the same.
            extent.whole = extent.whole && fraction && fraction->low && fraction->high;
        }
        // What can be printed is known of each reading by itself: between two of them there may be nothing.
        const Range of_reading = in_own_unit(number, here);
        extent.spans.push_back(std::move(here));
        if (all)
            widen(*all, of_reading);
        else
            all = of_reading;
        return ++leaves == leaves_max;
    });
    if (all && leaves == leaves_max) {
        all = Range{.figure = &figure(number)};
        extent.whole = false;
    }
    return all;
}

bool System::whole(int number) const {
    const QuotientRow* rate_of = nullptr;
    for (const QuotientRow& row : quotients_) {
        if (row.rate != number || !in_force(row)) continue;
        if (rate_of != nullptr) return false;
        rate_of = &row;
    }
    const int variable = variables_[static_cast<std::size_t>(number)];
    bool bounded = false;
    for (const Constraint& constraint : constraints_) {
        if (constraint.own || !in_force(constraint)) continue;
        bounded = bounded || constraint.variable == variable;
        const auto trusted = trusts(constraint);
        if (std::binary_search(trusted.begin(), trusted.end(), number) &&
            (rate_of == nullptr || constraint.check != rate_of->check ||
             constraint.reading != rate_of->reading))
            return false;
    }
    if (rate_of == nullptr) return true;
    return !bounded && std::none_of(forms_.begin(), forms_.end(), [&](const KnownForm& known) {
        return std::any_of(known.form.begin(), known.form.end(),
                           [&](const Simplex::Entry& entry) { return entry.variable == variable; });
    });
}

/// What a sum and the rest of it leave to both figures is the same: it is what one can be less what the other is when
/// that is right.
std::optional<Range> System::range_like(int number, int other, const Extent& of_other, Extent& extent) const {
    if (!choices_.empty() || !of_other.whole || of_other.spans.size() != 1) return std::nullopt;
    const auto coefficient_of = [&](int figure) -> const Rational* {
        const int variable = variables_[static_cast<std::size_t>(figure)];
        for (const KnownForm& known : forms_) {
            const auto entry =
                std::lower_bound(known.form.begin(), known.form.end(), variable,
                                 [](const Simplex::Entry& e, int wanted) { return e.variable < wanted; });
            if (entry != known.form.end() && entry->variable == variable) return &entry->coefficient;
        }
        return nullptr;
    };
    const Rational* mine = coefficient_of(number);
    const Rational* its = coefficient_of(other);
    if (mine == nullptr || its == nullptr) return std::nullopt;
    const auto end_of = [&](int figure, bool upper) -> const Delta& {
        return constraints_[static_cast<std::size_t>(
                                (upper ? upper_box_ : lower_box_)[static_cast<std::size_t>(figure)])]
            .at;
    };
    const Rational by = *its / *mine;
    Ends_of_range here;
    for (const bool upper : {false, true}) {
        // Where the coefficients have opposite signs the least of one goes with the greatest of the other; and most is
        // left to one where the others are least.
        const bool its_upper = upper == (by.sign() > 0);
        const std::optional<Delta>& its_end =
            its_upper ? of_other.spans.front().high : of_other.spans.front().low;
        if (!its_end) continue;
        Delta end = end_of(number, !upper);
        end.add_product(by, *its_end - end_of(other, !its_upper));
        (upper ? here.high : here.low) = std::move(end);
    }
    const Range found = in_own_unit(number, here);
    extent = {.spans = {std::move(here)}, .whole = true};
    return found;
}

bool System::only_interval_changes(const Substitute& substitute) const {
    const Figure& in_place = substitute.in_place;
    // What else a figure decides: the precision of those beside it, whether an open list is one, and the sign of a divisor.
    if (reading_.scale != ScaleReading::own || in_place.lone_zero()) return false;
    std::vector<Operand> replaced;
    for (const std::vector<int>& readings : readings_)
        for (const int reading : readings) {
            const Relation& relation = relation_of(reading);
            const auto stated = relations_.operands(relation);
            const auto here = [&](const Operand& operand) { return operand.figure == substitute.figure; };
            if (std::none_of(stated.begin(), stated.end(), here)) continue;
            if (relation.kind == Kind::product ||
                std::any_of(stated.begin(), stated.end(), [&](const Operand& operand) {
                    return operand.figure != substitute.figure && operand.figure->lone_zero();
                }))
                return false;
            if (relation.may_lack() && sign(in_place.value) != sign(substitute.figure->value)) return false;
            if (!is_quotient(relation.kind)) continue;
            const auto divisor = stated.subspan(1 + relation.numerator_count);
            if (std::none_of(divisor.begin(), divisor.end(), here)) continue;
            replaced.assign(stated.begin(), stated.end());
            for (Operand& operand : replaced)
                if (here(operand)) operand.figure = &in_place;
            if (negative_divisor(relation, stated) != negative_divisor(relation, replaced) ||
                sign_of_divisor(relation, stated, reading_) != sign_of_divisor(relation, replaced, reading_))
                return false;
        }
    return true;
}

std::optional<bool> System::holds_with(const Substitute& substitute, const Extent& extent) const {
    if (!extent.whole || !only_interval_changes(substitute)) return std::nullopt;
    const RationalEnds ends = ends_in(substitute.in_place, {}, reading_);
    bool touches = false;
    for (const Ends_of_range& span : extent.spans) {
        const int below = span.low ? compare(span.low->value, ends.high.value) : -1;
        const int above = span.high ? compare(ends.low.value, span.high->value) : -1;
        if (below < 0 && above < 0) return true;
        touches = touches || (below <= 0 && above <= 0);
    }
    // Where only the ends meet, it matters whether both belong to what is between them.
    return touches ? std::nullopt : std::optional(false);
}

} // namespace tieout::detail
