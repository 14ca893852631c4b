// SPDX-License-Identifier: MIT
#include "reckoner.hpp"

#include "locate/system.hpp"

#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/wide.hpp>

#include <algorithm>
#include <limits>

namespace tieout::detail {

namespace {

/// Beyond these a form could leave 64 bits.
constexpr std::int64_t value_max = std::int64_t{1} << 50;
constexpr std::int64_t weight_max = 1024;
constexpr int half_shift_max = 14;

std::optional<std::int64_t> small_whole(const Decimal& number) {
    if (number.scale != 0 || !fits_int64(number)) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(number.lo);
    return whole >= -weight_max && whole <= weight_max ? std::optional(whole) : std::nullopt;
}

std::optional<PlainNumber> plain(const Decimal& number) {
    if (!fits_int64(number)) return std::nullopt;
    return PlainNumber{static_cast<std::int64_t>(number.lo), number.scale};
}

/// A sum of products that may leave 64 bits.
class Sum {
  public:
    void add(std::int64_t a, std::int64_t b) {
        std::int64_t product = 0;
        fits_ = fits_ && multiply_64(a, b, product) && product > -bound && product < bound &&
                total_ > -bound && total_ < bound;
        if (fits_) total_ += product;
    }
    [[nodiscard]] bool fits() const { return fits_; }
    [[nodiscard]] std::int64_t total() const { return total_; }

  private:
    static constexpr std::int64_t bound = std::int64_t{1} << 61;
    std::int64_t total_ = 0;
    bool fits_ = true;
};

} // namespace

Reckoner::Reckoner(const Relations& relations, std::span<const Check> checks,
                   std::span<Figure* const> figures, const CheckOptions& options)
    : relations_(relations), options_(options) {
    // At the common scale an interval is not one figure's.
    never_ = options.scale != ScaleReading::own;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i] != nullptr) gaps_.emplace(figures[i], i);
    for (const Check& check : checks) {
        // Then what holds may say something of what is missing.
        never_ = never_ || lacks_figures(check);
        Group group;
        group.relation = check.first_reading;
        group.first = static_cast<std::uint32_t>(stated_.size());
        group.count = check.readings;
        bool reckoned = true;
        for (std::uint32_t i = 0; i < check.readings && reckoned; ++i)
            reckoned = add_stated(relations.all()[check.first_reading + i]);
        const Relation& relation = relations.all()[check.first_reading];
        // Whether something is there does not depend on its value.
        const bool presence =
            relation.kind == Kind::present || relation.kind == Kind::absent || relation.kind == Kind::unit;
        if (reckoned) {
            group.how = Group::How::reckoned;
        } else if (presence && check.readings == 1 && check.outcome != Outcome::broken) {
            group.how = Group::How::known;
            group.known = check.outcome;
        }
        groups_.push_back(group);
    }
    rank_terms();
    values_.resize(entries_.size());
    halves_.resize(entries_.size());
    frozen_.resize(entries_.size());
    lows_.resize(entries_.size());
    highs_.resize(entries_.size());
    moved_.resize(entries_.size());
}

/// The number of a figure, if its interval is its own.
std::optional<std::uint32_t> Reckoner::entry_of(const Figure& figure) {
    const auto [known, added] =
        known_entries_.try_emplace(&figure, static_cast<std::uint32_t>(entries_.size()));
    if (!added) return known->second == none ? std::nullopt : std::optional(known->second);
    known->second = none;
    Entry entry;
    const bool by_word = figure.state == State::none_by_word;
    const Printing printing =
        by_word ? Printing::exact
                : printing_of(figure.unit, figure.printing, options_.document_rounding, options_.rounding);
    const std::optional<PlainNumber> number = plain(figure.value);
    if (reason_of(figure) != Reason::none || !number ||
        (printing != Printing::nearest && printing != Printing::exact))
        return std::nullopt;
    if (const auto gap = gaps_.find(&figure); gap != gaps_.end()) entry.gap = gap->second;
    entry.constant = *number;
    entry.known_scale = figure.scale();
    const Dimension dimension = figure.unit.dimension;
    entry.of = dimension == Dimension::money     ? Class::money
               : dimension == Dimension::percent ? Class::percent
                                                 : Class::other;
    entry.power = figure.unit.power;
    entry.sense = figure.sense;
    entry.rounded = printing == Printing::nearest;
    entry.lone_zero = entry.gap == no_gap && figure.bare_zero && !figure.decimals;
    known->second = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
    return known->second;
}

bool Reckoner::add_stated(const Relation& relation) {
    const auto operands = relations_.operands(relation);
    if (relation.unsettled || relation.rounded_constant || operands.empty()) return false;
    for (const Operand& operand : operands)
        if (!entry_of(*operand.figure)) return false;
    Stated stated;
    stated.first = static_cast<std::uint32_t>(rows_.size());
    stated.approximate = relation.approximate;
    stated.demanding = relation.severity == Severity::error && can_be_stated(relation, operands, false);
    switch (relation.kind) {
    case Kind::sum:
    case Kind::at_most:
    case Kind::linear: {
        if (units_of(relation, operands) != Reason::none) return false;
        const std::optional<PlainNumber> constant = plain(relation.constant);
        if (!constant) return false;
        if (!add_row(operands, {},
                     {.comparison = relation.comparison,
                      .constant = *constant,
                      .power = relation.constant_unit.power}))
            return false;
        break;
    }
    case Kind::equal:
        if (units_of(relation, operands) != Reason::none) return false;
        stated.equal = true;
        for (std::size_t i = 1; i < operands.size(); ++i) {
            std::array two{operands[0], operands[i]};
            two[0].coefficient = Decimal{1};
            two[1].coefficient = Decimal{-1};
            if (!add_row(two, {}, {})) return false;
        }
        break;
    case Kind::ratio:
    case Kind::share:
    case Kind::growth: {
        if (relation.numerator_count == 0 || relation.numerator_count + 1 >= relation.count ||
            units_of(relation, operands) != Reason::none || sign(operands.front().coefficient) == 0)
            return false;
        if (!add_row(operands.subspan(1, relation.numerator_count),
                     operands.subspan(1 + relation.numerator_count),
                     {.rate = *entry_of(*operands.front().figure)}))
            return false;
        break;
    }
    case Kind::product:
    case Kind::present:
    case Kind::absent:
    case Kind::unit:
        return false;
    }
    stated.count = static_cast<std::uint32_t>(rows_.size()) - stated.first;
    stated_.push_back(stated);
    return true;
}

/// Every figure once, with its coefficients together.
bool Reckoner::add_row(std::span<const Operand> above, std::span<const Operand> below, Row row) {
    row.first = static_cast<std::uint32_t>(terms_.size());
    std::int64_t weight = 0;
    for (const bool under : {false, true})
        for (const Operand& operand : under ? below : above) {
            const std::optional<std::int64_t> coefficient = small_whole(operand.coefficient);
            if (!coefficient) return false;
            weight += *coefficient < 0 ? -*coefficient : *coefficient;
            const std::uint32_t entry = *entry_of(*operand.figure);
            const auto begin = terms_.begin() + row.first;
            auto term =
                std::find_if(begin, terms_.end(), [&](const Term& other) { return other.entry == entry; });
            if (term == terms_.end()) term = terms_.insert(terms_.end(), Term{entry, 0});
            (under ? term->denominator : term->numerator) += *coefficient;
        }
    if (weight > weight_max) return false;
    row.count = static_cast<std::uint32_t>(terms_.size()) - row.first;
    row.of = entries_[*entry_of(*above.front().figure)].of;
    if (!below.empty()) row.below = entries_[*entry_of(*below.front().figure)].of;
    rows_.push_back(row);
    return true;
}

/// Figures that stand in few rows come first in each: they can be moved without disturbing others.
void Reckoner::rank_terms() {
    uses_.assign(entries_.size(), 0);
    for (const Stated& stated : stated_)
        for (std::uint32_t i = 0; i < stated.count && stated.demanding; ++i)
            for (const Term& term : terms_of(rows_[stated.first + i])) ++uses_[term.entry];
    for (const Row& row : rows_) {
        const auto begin = terms_.begin() + row.first;
        std::stable_sort(begin, begin + row.count,
                         [&](const Term& a, const Term& b) { return uses_[a.entry] < uses_[b.entry]; });
    }
    for (const std::uint32_t uses : uses_) row_begins_.push_back(row_begins_.back() + uses);
    rows_with_.resize(row_begins_.back());
    std::vector<std::uint32_t> next(row_begins_.begin(), row_begins_.end() - 1);
    for (const Stated& stated : stated_)
        for (std::uint32_t i = stated.first; i < stated.first + stated.count && stated.demanding; ++i)
            for (const Term& term : terms_of(rows_[i])) rows_with_[next[term.entry]++] = i;
    for (std::uint32_t entry = 0; entry < uses_.size(); ++entry)
        if (uses_[entry] > 1) shared_.push_back(entry);
    std::stable_sort(shared_.begin(), shared_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return uses_[a] > uses_[b]; });
    is_due_.resize(rows_.size());
}

std::optional<Reckoner::Outcomes> Reckoner::outcomes(std::span<const PlainNumber> numbers) {
    if (never_ || !bring_to_scale(numbers)) return std::nullopt;
    Outcomes counts;
    holding_.clear();
    rounding_.clear();
    std::fill(frozen_.begin(), frozen_.end(), 0);
    for (const Group& group : groups_) {
        Outcome outcome = group.known;
        if (group.how != Group::How::known && !reckoned(group, outcome) && !decided_elsewhere(group, outcome))
            return std::nullopt;
        ++(outcome == Outcome::exact      ? counts.exact
           : outcome == Outcome::rounding ? counts.rounding
                                          : counts.undecided);
    }
    if (!rounding_.empty() && !settle()) return std::nullopt;
    return counts;
}

/// Whether a check holds, in one of its readings, so that it can be told here.
bool Reckoner::reckoned(const Group& group, Outcome& outcome) {
    if (group.how != Group::How::reckoned) return false;
    std::optional<std::uint32_t> within_rounding;
    bool open = false;
    for (std::uint32_t i = group.first; i < group.first + group.count; ++i) {
        const Answer one = answer(stated_[i]);
        if (one == Answer::exact) {
            outcome = Outcome::exact;
            if (stated_[i].demanding) holding_.push_back(i);
            return true;
        }
        open = open || one == Answer::open;
        if (one == Answer::rounding && !within_rounding) within_rounding = i;
    }
    if (open || !within_rounding) return false;
    outcome = Outcome::rounding;
    if (stated_[*within_rounding].demanding) {
        holding_.push_back(*within_rounding);
        rounding_.push_back(*within_rounding);
    }
    return true;
}

/// Decides a check in the general way; false if it is one that the others must be looked at with.
bool Reckoner::decided_elsewhere(const Group& group, Outcome& outcome) {
    const Check check = check_relation(relations_, group.relation, options_);
    const Relation& relation = relations_.all()[check.relation];
    const bool demanding = relation.severity == Severity::error;
    outcome = check.outcome;
    if (outcome == Outcome::broken || check.other_statements || lacks_figures(check) ||
        (outcome == Outcome::rounding && demanding))
        return false;
    if (outcome == Outcome::exact && demanding) freeze(relation);
    return true;
}

/// What holds exactly, for all that is known here only with the numbers as they are printed.
void Reckoner::freeze(const Relation& relation) {
    for (const Operand& operand : relations_.operands(relation))
        if (const auto found = known_entries_.find(operand.figure);
            found != known_entries_.end() && found->second != none)
            frozen_[found->second] = 1;
}

std::optional<std::int64_t> Reckoner::at_scale(const PlainNumber& number, Class of, int power) const {
    const int shift = scales_[static_cast<std::size_t>(of)] - (number.scale - power);
    if (number.digits == 0) return 0;
    std::int64_t value = 0;
    if (shift < 0 || shift > 18 ||
        !multiply_64(number.digits,
                     static_cast<std::int64_t>(powers_of_ten_64[static_cast<std::size_t>(shift)]), value) ||
        value > value_max || value < -value_max)
        return std::nullopt;
    return value;
}

/// One digit more than the finest number of each class has, so that halves of its last digit are whole.
bool Reckoner::bring_to_scale(std::span<const PlainNumber> numbers) {
    scales_.fill(std::numeric_limits<int>::min() / 2);
    for (const Entry& entry : entries_) {
        int& scale = scales_[static_cast<std::size_t>(entry.of)];
        const bool gap = entry.gap != no_gap;
        const int own = gap ? numbers[entry.gap].scale : std::max(entry.constant.scale, entry.known_scale);
        scale = std::max(scale, own - entry.power + 1);
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const bool gap = entry.gap != no_gap;
        const PlainNumber& number = gap ? numbers[entry.gap] : entry.constant;
        const std::optional<std::int64_t> value = at_scale(number, entry.of, entry.power);
        if (!value) return false;
        values_[i] = entry.sense < 0 ? -*value : *value;
        halves_[i] = 0;
        if (!entry.rounded) continue;
        const int known_scale = gap ? number.scale : entry.known_scale;
        const int shift = scales_[static_cast<std::size_t>(entry.of)] - (known_scale - entry.power) - 1;
        if (shift < 0 || shift > half_shift_max) return false;
        // A lone 0 has no precision of its own.
        const bool lone_zero = gap ? number.digits == 0 && number.scale == 0 : entry.lone_zero;
        halves_[i] =
            lone_zero ? -1 : static_cast<std::int64_t>(5 * powers_of_ten_64[static_cast<std::size_t>(shift)]);
    }
    return true;
}

Reckoner::Answer Reckoner::answer(const Stated& stated) const {
    Answer found = Answer::exact;
    if (stated.equal)
        found = equal(stated);
    else
        for (const Row& row : rows_of(stated)) found = row.rate == none ? linear(row) : quotient(row);
    return stated.approximate && found != Answer::exact ? Answer::open : found;
}

/// Whether the intervals of all statements share a point.
Reckoner::Answer Reckoner::equal(const Stated& stated) const {
    bool same = true;
    bool known = true;
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    for (const Row& row : rows_of(stated))
        for (const Term& term : terms_of(row)) {
            const std::int64_t value = values_[term.entry];
            const std::int64_t half = halves_[term.entry];
            same = same && value == values_[terms_of(row).front().entry];
            known = known && half >= 0;
            low = std::max(low, value - half);
            high = std::min(high, value + half);
        }
    if (same) return Answer::exact;
    if (!known) return Answer::open;
    return low <= high ? Answer::rounding : Answer::broken;
}

/// Calls use(form, up) for the bounds that a row consists of, until one is not met; `up` if the form must not be less
/// than its constant, else it must not be more. False also if they cannot be told.
template <class Use>
bool Reckoner::each_side(const Row& row, Use use) const {
    if (row.rate != none) {
        Rate rate{};
        return rate_of(row, rate) &&
               use(Form{.terms = terms_of(row), .factor = rate.factor, .end = rate.low}, true) &&
               use(Form{.terms = terms_of(row), .factor = rate.factor, .end = rate.high}, false);
    }
    const std::optional<std::int64_t> constant = at_scale(row.constant, row.of, row.power);
    if (!constant) return false;
    Form form{.terms = terms_of(row), .constant = *constant};
    switch (row.comparison) {
    case Comparison::equals:
        return use(form, true) && use(form, false);
    case Comparison::at_most:
        return use(form, false);
    case Comparison::at_least:
        return use(form, true);
    // A strict bound is met by a whole step beyond it.
    case Comparison::less_than:
        --form.constant;
        return use(form, false);
    case Comparison::more_than:
        ++form.constant;
        return use(form, true);
    }
    return false;
}

Reckoner::Answer Reckoner::linear(const Row& row) const {
    if (!at_scale(row.constant, row.of, row.power)) return Answer::open;
    std::int64_t sum = 0;
    std::int64_t slack = 0;
    bool known = true;
    for (const Term& term : terms_of(row)) {
        sum += term.numerator * values_[term.entry];
        known = known && halves_[term.entry] >= 0;
        slack += (term.numerator < 0 ? -term.numerator : term.numerator) * halves_[term.entry];
    }
    const auto holds_within = [&](std::int64_t leeway) {
        return each_side(row, [&](const Form& form, bool up) {
            return up ? sum + leeway >= form.constant : sum - leeway <= form.constant;
        });
    };
    if (holds_within(0)) return Answer::exact;
    if (!known) return Answer::open;
    return holds_within(slack) ? Answer::rounding : Answer::broken;
}

bool Reckoner::rate_of(const Row& row, Rate& rate) const {
    const Entry& stated = entries_[row.rate];
    const auto scale = [&](Class of) { return scales_[static_cast<std::size_t>(of)]; };
    const int shift = scale(stated.of) + scale(row.below) - scale(row.of);
    if (shift < 0 || shift > 18 || halves_[row.rate] < 0) return false;
    rate = {static_cast<std::int64_t>(powers_of_ten_64[static_cast<std::size_t>(shift)]),
            values_[row.rate] - halves_[row.rate], values_[row.rate] + halves_[row.rate]};
    return true;
}

Reckoner::Answer Reckoner::quotient(const Row& row) const {
    Rate rate{};
    if (!rate_of(row, rate)) return Answer::open;
    std::int64_t divisor = 0;
    std::int64_t slack = 0;
    // factor · n − low · d and factor · n − high · d, as printed and with all that rounding leaves open.
    Sum at_low;
    Sum at_high;
    Sum most;
    Sum least;
    for (const Term& term : terms_of(row)) {
        const std::int64_t value = values_[term.entry];
        const std::int64_t half = halves_[term.entry];
        if (half < 0) return Answer::open;
        divisor += term.denominator * value;
        slack += (term.denominator < 0 ? -term.denominator : term.denominator) * half;
        Sum low;
        low.add(rate.factor, term.numerator);
        low.add(-rate.low, term.denominator);
        Sum high;
        high.add(rate.factor, term.numerator);
        high.add(-rate.high, term.denominator);
        if (!low.fits() || !high.fits()) return Answer::open;
        at_low.add(low.total(), value);
        at_high.add(high.total(), value);
        most.add(low.total() < 0 ? -low.total() : low.total(), half);
        least.add(high.total() < 0 ? -high.total() : high.total(), half);
    }
    if (!at_low.fits() || !at_high.fits() || !most.fits() || !least.fits()) return Answer::open;
    // A divisor that may be zero or less is told of elsewhere.
    if (divisor - slack <= 0) return Answer::open;
    if (at_low.total() >= 0 && at_high.total() <= 0) return Answer::exact;
    const bool can = at_low.total() + most.total() >= 0 && at_high.total() - least.total() <= 0;
    return can ? Answer::rounding : Answer::broken;
}

/// Whether the figures can be moved within their intervals so that all that holds does so at once: row by row, and again
/// where that disturbed another. Where that goes round in circles, what each row leaves to its figures is found first.
bool Reckoner::settle() {
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const bool fixed = frozen_[i] != 0 || halves_[i] < 0;
        lows_[i] = fixed ? values_[i] : values_[i] - halves_[i];
        highs_[i] = fixed ? values_[i] : values_[i] + halves_[i];
    }
    moved_ = values_;
    // As printed, the others hold.
    ask_holding_rows();
    for (const std::uint32_t index : rounding_) make_due(stated_[index]);
    if (settle_within()) return true;
    if (!pin()) return false;
    for (std::size_t i = 0; i < values_.size(); ++i) moved_[i] = std::clamp(values_[i], lows_[i], highs_[i]);
    ask_holding_rows();
    for (const std::uint32_t index : holding_) make_due(stated_[index]);
    return settle_within();
}

/// None is due yet, and only they can become due.
void Reckoner::ask_holding_rows() {
    due_.clear();
    std::fill(is_due_.begin(), is_due_.end(), 1);
    for (const std::uint32_t index : holding_)
        std::fill_n(is_due_.begin() + stated_[index].first, stated_[index].count, 0);
}

void Reckoner::make_due(std::uint32_t row) {
    if (is_due_[row] != 0) return;
    is_due_[row] = 1;
    due_.push_back(row);
}
void Reckoner::make_due(const Stated& stated) {
    for (std::uint32_t i = 0; i < stated.count; ++i) make_due(stated.first + i);
}
void Reckoner::make_rows_due(std::uint32_t entry) {
    for (std::uint32_t i = row_begins_[entry]; i < row_begins_[entry + 1]; ++i) make_due(rows_with_[i]);
}

/// With figures between these bounds, for the rows that are due.
bool Reckoner::settle_within() {
    const std::size_t steps_max = 4 * rows_.size();
    for (std::size_t step = 0; step < due_.size(); ++step) {
        const std::uint32_t row = due_[step];
        if (step == steps_max ||
            !each_side(rows_[row], [&](const Form& form, bool up) { return settle(form, up); }))
            return false;
        is_due_[row] = 0;
    }
    return true;
}

/// Brings a form to its constant or beyond: up to it, or else down to it.
bool Reckoner::settle(const Form& form, bool up) {
    std::int64_t off = -form.constant;
    if (form.factor == 1 && form.end == 0) {
        for (const Term& term : form.terms) off += term.numerator * moved_[term.entry];
    } else {
        Sum sum;
        for (const Term& term : form.terms) sum.add(form.weight(term), moved_[term.entry]);
        if (!sum.fits()) return false;
        off += sum.total();
    }
    const auto reached = [&] { return up ? off >= 0 : off <= 0; };
    const auto move = [&](const Term& term) {
        const std::int64_t weight = form.weight(term);
        if (weight == 0) return;
        const std::int64_t size = weight < 0 ? -weight : weight;
        const std::int64_t distance = off < 0 ? -off : off;
        const std::int64_t step = size == 1 ? distance : (distance + size - 1) / size;
        std::int64_t& at = moved_[term.entry];
        const std::int64_t from = at;
        at = std::clamp(from + (up == (weight > 0) ? step : -step), lows_[term.entry], highs_[term.entry]);
        if (at == from) return;
        off += weight * (at - from);
        make_rows_due(term.entry);
    };
    // First those that stand nowhere else, which come first; then those that no other row has moved, lest two rows move
    // one figure to and fro.
    std::size_t next = 0;
    for (; next < form.terms.size() && uses_[form.terms[next].entry] == 1 && !reached(); ++next)
        move(form.terms[next]);
    for (const bool again : {false, true})
        for (std::size_t i = next; i < form.terms.size() && !reached(); ++i) {
            const std::uint32_t entry = form.terms[i].entry;
            if (again || moved_[entry] == values_[entry]) move(form.terms[i]);
        }
    return reached();
}

/// Leaves to every figure what the rows leave to it, and of that one value to those that stand in several: what is left
/// to the others then suffices, unless rows hang together in a circle.
bool Reckoner::pin() {
    ask_holding_rows();
    for (const std::uint32_t index : holding_) make_due(stated_[index]);
    if (!narrow()) return false;
    for (const std::uint32_t entry : shared_) {
        if (lows_[entry] == highs_[entry]) continue;
        lows_[entry] = highs_[entry] = std::clamp(values_[entry], lows_[entry], highs_[entry]);
        make_rows_due(entry);
        if (!narrow()) return false;
    }
    return true;
}

/// Takes from the bounds of the figures of the rows that are due what the other figures there exclude. False if nothing
/// is left of one.
bool Reckoner::narrow() {
    std::size_t steps_max = 8 * rows_.size();
    while (!due_.empty()) {
        const std::uint32_t index = due_.back();
        due_.pop_back();
        const bool holds =
            each_side(rows_[index], [&](const Form& form, bool up) { return narrow(form, up); });
        is_due_[index] = 0;
        if (!holds || steps_max-- == 0) return false;
    }
    return true;
}

/// The same with one form, which must not be less than its constant, or else not more.
bool Reckoner::narrow(const Form& form, bool up) {
    // With the opposite signs, not more is not less.
    const std::int64_t side = up ? 1 : -1;
    Sum most;
    for (const Term& term : form.terms) {
        const std::int64_t weight = side * form.weight(term);
        most.add(weight, weight > 0 ? highs_[term.entry] : lows_[term.entry]);
    }
    if (!most.fits()) return false;
    // What all the others can be at most leaves this much to one.
    const std::int64_t room = most.total() - side * form.constant;
    if (room < 0) return false;
    for (const Term& term : form.terms) {
        const std::int64_t weight = side * form.weight(term);
        std::int64_t& low = lows_[term.entry];
        std::int64_t& high = highs_[term.entry];
        if (weight == 0 || high - low <= room / (weight < 0 ? -weight : weight)) continue;
        (weight > 0 ? low : high) = weight > 0 ? high - room / weight : low + room / -weight;
        make_rows_due(term.entry);
    }
    return true;
}

bool reckoned_together(const Relations& relations, std::span<const Check> checks,
                       const CheckOptions& options) {
    std::vector<Check> holding;
    holding.reserve(checks.size());
    for (const Check& check : checks) {
        if (check.other_statements || check.notes.has(Note::truncated)) return false;
        if (check.outcome == Outcome::exact || check.outcome == Outcome::rounding) holding.push_back(check);
    }
    return Reckoner(relations, holding, {}, options).outcomes({}).has_value();
}

} // namespace tieout::detail
