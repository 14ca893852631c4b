// SPDX-License-Identifier: MIT
#include "reckoner.hpp"

#include "locate/system.hpp"

#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/wide.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

namespace tieout::detail {

namespace {

/// Beyond these a form could leave 64 bits.
constexpr std::int64_t value_max = std::int64_t{1} << 50;
constexpr std::int64_t weight_max = 1024;
constexpr int half_shift_max = 14;
constexpr int shift_max = 18;
/// An end that no form reaches: the sums of forms, and what rounding leaves of them open, are at most half of it.
constexpr std::int64_t without_end = std::int64_t{1} << 61;

std::optional<std::int64_t> small_whole(const Decimal& number) {
    if (number.scale != 0 || !fits_int64(number)) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(number.lo);
    return whole >= -weight_max && whole <= weight_max ? std::optional(whole) : std::nullopt;
}

std::optional<PlainNumber> plain(const Decimal& number) {
    if (!fits_int64(number)) return std::nullopt;
    return PlainNumber{static_cast<std::int64_t>(number.lo), number.scale};
}

/// Only what holds with the statements and the roundings that it was stated with can be told here.
bool may_be_together(std::span<const Check> checks) {
    return std::none_of(checks.begin(), checks.end(), [](const Check& check) {
        return check.other_statements || check.notes.has(Note::truncated);
    });
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
    static constexpr std::int64_t bound = without_end / 4;
    std::int64_t total_ = 0;
    bool fits_ = true;
};

} // namespace

Reckoner::Reckoner(const Relations& relations, std::span<const Check> checks,
                   std::span<Figure* const> figures, const CheckOptions& options)
    : relations_(relations), options_(options) {
    // At the common scale an interval is not one figure's.
    never_ = options.scale != ScaleReading::own;
    std::size_t operands = 0;
    for (const Relation& relation : relations.all()) operands += relation.count;
    groups_.reserve(checks.size());
    stated_.reserve(relations.size());
    rows_.reserve(relations.size());
    terms_.reserve(operands);
    entries_.reserve(operands);
    known_.reserve(operands);
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i] != nullptr) known(*figures[i]).gap = i;
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
            group.doubted = is_doubted(check);
        }
        groups_.push_back(group);
    }
    lay_out_bands();
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (entries_[i].gap != no_gap)
            taken_.push_back(
                {static_cast<std::uint32_t>(entries_[i].gap), static_cast<std::uint32_t>(i), 0, 0});
    lone_.resize(entries_.size());
    for (auto* of_entry : {&fine_, &values_, &halves_, &leeways_, &moved_, &lows_, &highs_})
        of_entry->resize(entries_.size());
}

Reckoner::Known& Reckoner::known(const Figure& figure) {
    const auto [number, added] = numbers_.add(&figure);
    if (added) known_.emplace_back();
    return known_[static_cast<std::size_t>(number)];
}

/// The number of a figure, if its interval is its own.
std::optional<std::uint32_t> Reckoner::entry_of(const Figure& figure) {
    Known& place = known(figure);
    if (place.asked) return place.entry == none ? std::nullopt : std::optional(place.entry);
    place.asked = true;
    Entry entry;
    const bool by_word = figure.state == State::none_by_word;
    const Printing printing =
        by_word ? Printing::exact
                : printing_of(figure.unit, figure.printing, options_.document_rounding, options_.rounding);
    const std::optional<PlainNumber> number = plain(figure.value);
    if (reason_of(figure) != Reason::none || !number ||
        (printing != Printing::nearest && printing != Printing::exact))
        return std::nullopt;
    entry.gap = place.gap;
    entry.constant = *number;
    entry.known_scale = figure.scale();
    const Dimension dimension = figure.unit.dimension;
    entry.of = dimension == Dimension::money     ? Class::money
               : dimension == Dimension::percent ? Class::percent
                                                 : Class::other;
    entry.power = figure.unit.power;
    entry.sense = figure.sense;
    entry.rounded = printing == Printing::nearest;
    entry.lone_zero = entry.gap == no_gap && figure.lone_zero();
    entry.printed = !by_word;
    place.entry = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
    return place.entry;
}

bool Reckoner::add_stated(const Relation& relation) {
    const auto operands = relations_.operands(relation);
    if (relation.unsettled || relation.rounded_constant || operands.empty()) return false;
    if (relation.kind == Kind::product || relation.kind == Kind::present || relation.kind == Kind::absent ||
        relation.kind == Kind::unit)
        return false;
    standing_.clear();
    for (const Operand& operand : operands) {
        const std::optional<std::uint32_t> entry = entry_of(*operand.figure);
        const std::optional<std::int64_t> coefficient = small_whole(operand.coefficient);
        if (!entry || !coefficient) return false;
        standing_.push_back({*entry, *coefficient});
    }
    if (reason_of(relation, operands) != Reason::none) return false;
    const std::span<const Standing> all = standing_;
    Stated stated;
    stated.first = static_cast<std::uint32_t>(rows_.size());
    stated.approximate = relation.approximate;
    stated.demanding = relation.severity == Severity::error && can_be_stated(relation, operands, false);
    if (relation.kind == Kind::equal) {
        stated.equal = true;
        for (std::size_t i = 1; i < all.size(); ++i)
            if (!add_row(std::array{Standing{all[0].entry, 1}, Standing{all[i].entry, -1}}, {},
                         {.whole = all.size() == 2}))
                return false;
    } else if (is_quotient(relation.kind)) {
        if (all.front().coefficient == 0 ||
            !add_row(all.subspan(1, relation.numerator_count), all.subspan(1 + relation.numerator_count),
                     {.rate = all.front().entry}))
            return false;
    } else {
        const std::optional<PlainNumber> constant = plain(relation.constant);
        if (!constant || !add_row(all, {},
                                  {.comparison = relation.comparison,
                                   .constant = *constant,
                                   .power = relation.constant_unit.power}))
            return false;
    }
    stated.count = static_cast<std::uint32_t>(rows_.size()) - stated.first;
    stated_.push_back(stated);
    return true;
}

/// Every figure once, with its coefficients together.
bool Reckoner::add_row(std::span<const Standing> above, std::span<const Standing> below, Row row) {
    row.first = static_cast<std::uint32_t>(terms_.size());
    std::int64_t weight = 0;
    for (const bool under : {false, true})
        for (const Standing& standing : under ? below : above) {
            weight += standing.coefficient < 0 ? -standing.coefficient : standing.coefficient;
            const auto begin = terms_.begin() + row.first;
            auto term = std::find_if(begin, terms_.end(),
                                     [&](const Term& other) { return other.entry == standing.entry; });
            if (term == terms_.end()) term = terms_.insert(terms_.end(), Term{standing.entry, 0});
            (under ? term->denominator : term->numerator) += standing.coefficient;
        }
    if (weight > weight_max) return false;
    row.count = static_cast<std::uint32_t>(terms_.size()) - row.first;
    row.of = entries_[above.front().entry].of;
    if (!below.empty()) row.below = entries_[below.front().entry].of;
    rows_.push_back(row);
    return true;
}

void Reckoner::lay_out_bands() {
    std::vector<std::uint32_t> rows_with(entries_.size());
    const auto terms_of = [&](const Row& row) { return std::span(terms_.data() + row.first, row.count); };
    std::vector<char> demanding(rows_.size());
    for (const Stated& stated : stated_)
        for (std::uint32_t i = stated.first; i < stated.first + stated.count && stated.demanding; ++i) {
            demanding[i] = 1;
            for (const Term& term : terms_of(rows_[i])) ++rows_with[term.entry];
        }
    bands_.reserve(2 * rows_.size());
    weighed_.reserve(2 * terms_.size());
    weights_.reserve(2 * terms_.size());
    // Of those that stand in several, the ones in few come first: to move them disturbs the fewest others.
    use_begins_.assign(entries_.size() + 1, 0);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        Row& row = rows_[i];
        const auto terms = terms_of(row);
        std::sort(terms.begin(), terms.end(), [&](const Term& a, const Term& b) {
            return std::pair(rows_with[a.entry], a.entry) < std::pair(rows_with[b.entry], b.entry);
        });
        const auto leaves = static_cast<std::uint32_t>(std::count_if(
            terms.begin(), terms.end(), [&](const Term& term) { return rows_with[term.entry] <= 1; }));
        row.band = static_cast<std::uint32_t>(bands_.size());
        for (int side = 0; side < (row.rate == none ? 1 : 2); ++side) {
            Band& band = bands_.emplace_back();
            band.first = static_cast<std::uint32_t>(weights_.size());
            band.shared = band.first + leaves;
            band.end = band.first + row.count;
            for (const Term& term : terms) {
                weighed_.push_back(term.entry);
                weights_.push_back(term.numerator);
                if (demanding[i] != 0) ++use_begins_[term.entry + 1];
            }
        }
    }
    std::partial_sum(use_begins_.begin(), use_begins_.end(), use_begins_.begin());
    uses_.resize(use_begins_.back());
    std::vector<std::uint32_t> next(use_begins_.begin(), use_begins_.end() - 1);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (demanding[i] == 0) continue;
        const std::uint32_t end = rows_[i].band + (rows_[i].rate == none ? 1 : 2);
        for (std::uint32_t band = rows_[i].band; band < end; ++band)
            for (std::uint32_t weight = bands_[band].first; weight < bands_[band].end; ++weight)
                uses_[next[weighed_[weight]]++] = {band, weight};
    }
    for (std::uint32_t entry = 0; entry < entries_.size(); ++entry)
        if (rows_with[entry] > 1) shared_.push_back(entry);
    std::sort(shared_.begin(), shared_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(rows_with[b], a) < std::pair(rows_with[a], b);
    });
}

std::optional<Reckoner::Outcomes> Reckoner::outcomes(const PlainNumbers& numbers,
                                                     const std::function<void()>& put_in_figures) {
    if (never_ || !take(numbers)) return std::nullopt;
    Outcomes counts;
    bool in_figures = false;
    for (const Group& group : groups_) {
        Outcome outcome = group.known;
        if (group.how != Group::How::known && !reckoned(group, outcome)) {
            if (!in_figures) put_in_figures();
            in_figures = true;
            if (!decided_elsewhere(group, outcome)) return std::nullopt;
        }
        ++(outcome == Outcome::exact      ? counts.exact
           : outcome == Outcome::rounding ? counts.rounding
                                          : counts.undecided);
        counts.doubted += group.doubted ? 1 : 0;
    }
    if (!hold_together()) return std::nullopt;
    return counts;
}

bool Reckoner::together(const PlainNumbers& numbers, std::span<const Check> checks) {
    if (never_ || !take(numbers) || !may_be_together(checks)) return false;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const bool holds = checks[i].outcome == Outcome::exact || checks[i].outcome == Outcome::rounding;
        Outcome outcome{};
        if (holds && groups_[i].how != Group::How::known && !reckoned(groups_[i], outcome) &&
            !decided_elsewhere(groups_[i], outcome))
            return false;
    }
    return hold_together();
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
    if (outcome == Outcome::broken || is_doubted(check) || check.other_statements || lacks_figures(check) ||
        (outcome == Outcome::rounding && demanding))
        return false;
    if (outcome == Outcome::exact && demanding) freeze(relation);
    return true;
}

/// What holds exactly, for all that is known here only with the numbers as they are printed.
void Reckoner::freeze(const Relation& relation) {
    for (const Operand& operand : relations_.operands(relation))
        if (const std::uint32_t entry = known(*operand.figure).entry; entry != none) frozen_.push_back(entry);
}

/// What a number with that scale is multiplied by.
std::optional<std::int64_t> Reckoner::times_at_scale(int scale, Class of, int power) const {
    const int shift = scales_[static_cast<std::size_t>(of)] - (scale - power);
    if (shift < 0 || shift > shift_max) return std::nullopt;
    return static_cast<std::int64_t>(powers_of_ten_64[static_cast<std::size_t>(shift)]);
}

std::optional<std::int64_t> Reckoner::at_scale(const PlainNumber& number, Class of, int power) const {
    if (number.digits == 0) return 0;
    const std::optional<std::int64_t> times = times_at_scale(number.scale, of, power);
    std::int64_t value = 0;
    if (!times || !multiply_64(number.digits, *times, value) || value > value_max || value < -value_max)
        return std::nullopt;
    return value;
}

/// One digit more than the finest number of each class has, so that halves of its last digit are whole.
bool Reckoner::bring_to_scale(const PlainNumbers& numbers) {
    scales_.fill(std::numeric_limits<int>::min() / 2);
    for (const Entry& entry : entries_) {
        int& scale = scales_[static_cast<std::size_t>(entry.of)];
        const bool gap = entry.gap != no_gap;
        const int own = gap ? numbers.scale(entry.gap) : std::max(entry.constant.scale, entry.known_scale);
        scale = std::max(scale, own - entry.power + 1);
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const bool gap = entry.gap != no_gap;
        const PlainNumber number = gap ? numbers[entry.gap] : entry.constant;
        halves_[i] = 0;
        lone_[i] = static_cast<char>(gap ? is_lone_zero(number) : entry.lone_zero);
        fine_[i] = (gap ? number.scale : entry.known_scale) - entry.power;
        if (entry.rounded) {
            const std::int64_t shift = scales_[static_cast<std::size_t>(entry.of)] - fine_[i] - 1;
            if (shift < 0 || shift > half_shift_max) return false;
            // A lone 0 has no precision of its own.
            halves_[i] =
                lone_[i] != 0
                    ? -1
                    : static_cast<std::int64_t>(5 * powers_of_ten_64[static_cast<std::size_t>(shift)]);
        }
        if (gap) continue;
        const std::optional<std::int64_t> value = at_scale(number, entry.of, entry.power);
        if (!value) return false;
        values_[i] = entry.sense < 0 ? -*value : *value;
    }
    for (Taken& taken : taken_) {
        const Entry& entry = entries_[taken.entry];
        // Where that is too much, only a zero is left.
        const std::int64_t times =
            times_at_scale(numbers.scale(taken.gap), entry.of, entry.power).value_or(0);
        taken.times = entry.sense < 0 ? -times : times;
        taken.most = times == 0 ? 0 : value_max / times;
    }
    // A lone zero has the precision of what stands beside it; where relations differ, all of them hold.
    for (std::size_t i = 0; i < entries_.size(); ++i) leeways_[i] = halves_[i] < 0 ? without_end : halves_[i];
    for (const Stated& stated : stated_)
        for (const Row& row : rows_of(stated))
            for (std::uint32_t i = row.first; stated.demanding && i < row.first + row.count; ++i)
                if (const std::uint32_t entry = terms_[i].entry; halves_[entry] < 0)
                    leeways_[entry] =
                        std::min(leeways_[entry], half_of_lone_zero(row, entries_[entry]).value_or(0));
    for (Row& row : rows_) bring_to_scale(row);
    return true;
}

/// Half a unit of the last digit of the finest figure beside it in a sum, or of its own; of a quotient it is not told
/// here.
std::optional<std::int64_t> Reckoner::half_of_lone_zero(const Row& row, const Entry& entry) const {
    if (row.rate != none || !row.whole) return std::nullopt;
    std::optional<std::int64_t> finest;
    for (std::uint32_t i = row.first; i < row.first + row.count; ++i) {
        const std::uint32_t other = terms_[i].entry;
        if (lone_[other] == 0 && entries_[other].printed)
            finest = std::max(finest.value_or(fine_[other]), fine_[other]);
    }
    const std::int64_t shift =
        scales_[static_cast<std::size_t>(entry.of)] - finest.value_or(-entry.power) - 1;
    if (shift < 0 || shift > half_shift_max) return std::nullopt;
    return static_cast<std::int64_t>(5 * powers_of_ten_64[static_cast<std::size_t>(shift)]);
}

void Reckoner::bring_to_scale(Row& row) {
    const auto scale = [&](Class of) { return scales_[static_cast<std::size_t>(of)]; };
    Band& band = bands_[row.band];
    row.known = true;
    row.slack = row.leaf_slack = 0;
    for (std::uint32_t i = 0; i < row.count; ++i) {
        const Term& term = terms_[row.first + i];
        const std::optional<std::int64_t> half = halves_[term.entry] >= 0
                                                     ? std::optional(halves_[term.entry])
                                                     : half_of_lone_zero(row, entries_[term.entry]);
        row.known = row.known && half;
        if (!half || row.rate != none) continue;
        const std::int64_t weight = term.numerator < 0 ? -term.numerator : term.numerator;
        row.slack += weight * *half;
        if (band.first + i < band.shared) row.leaf_slack += weight * std::min(*half, leeways_[term.entry]);
    }
    if (row.rate != none) {
        const int shift = scale(entries_[row.rate].of) + scale(row.below) - scale(row.of);
        row.tellable = row.known && shift >= 0 && shift <= shift_max && halves_[row.rate] >= 0;
        if (row.tellable)
            row.factor = static_cast<std::int64_t>(powers_of_ten_64[static_cast<std::size_t>(shift)]);
        Band& above = bands_[row.band + 1];
        band.low = above.high = 0;
        band.high = without_end;
        above.low = -without_end;
        return;
    }
    const std::optional<std::int64_t> constant = at_scale(row.constant, row.of, row.power);
    row.tellable = constant.has_value();
    row.at_constant = constant.value_or(0);
    band.low = -without_end;
    band.high = without_end;
    switch (row.comparison) {
    case Comparison::equals:
        band.low = band.high = 0;
        break;
    case Comparison::at_most:
        band.high = 0;
        break;
    case Comparison::at_least:
        band.low = 0;
        break;
    // A strict bound is met by a whole step beyond it.
    case Comparison::less_than:
        band.high = -1;
        break;
    case Comparison::more_than:
        band.low = 1;
        break;
    }
}

/// Begins another filing. Nearly always the scales are those of the one before.
bool Reckoner::take(const PlainNumbers& numbers) {
    holding_.clear();
    rounding_.clear();
    frozen_.clear();
    if (!scaled_ || forms_ != numbers.forms()) {
        forms_ = numbers.forms();
        scaled_ = bring_to_scale(numbers);
        if (!scaled_) return false;
    }
    bool fits = true;
    for (const Taken& taken : taken_) {
        const std::int64_t digits = numbers.digits(taken.gap);
        fits &= digits <= taken.most && digits >= -taken.most;
        // Of what does not fit only the bits that do are multiplied: nothing is made of them.
        values_[taken.entry] = static_cast<std::int64_t>(static_cast<std::uint64_t>(digits) *
                                                         static_cast<std::uint64_t>(taken.times));
    }
    return fits;
}

Reckoner::Answer Reckoner::answer(const Stated& stated) {
    Answer found = Answer::exact;
    for (const Row& row : rows_of(stated)) found = row.rate == none ? linear(row) : quotient(row);
    if (stated.equal && stated.count > 1) found = equal(stated);
    return stated.approximate && found != Answer::exact ? Answer::open : found;
}

/// Whether the intervals of all statements share a point.
Reckoner::Answer Reckoner::equal(const Stated& stated) const {
    bool same = true;
    bool known = true;
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    const std::int64_t first = values_[terms_[rows_of(stated).front().first].entry];
    for (const Row& row : rows_of(stated))
        for (std::uint32_t i = row.first; i < row.first + row.count; ++i) {
            const std::int64_t value = values_[terms_[i].entry];
            const std::int64_t half = halves_[terms_[i].entry];
            same = same && value == first;
            known = known && half >= 0;
            low = std::max(low, value - half);
            high = std::min(high, value + half);
        }
    if (same) return Answer::exact;
    if (!known) return Answer::open;
    return low <= high ? Answer::rounding : Answer::broken;
}

Reckoner::Answer Reckoner::linear(const Row& row) {
    if (!row.tellable) return Answer::open;
    Band& band = bands_[row.band];
    std::int64_t sum = -row.at_constant;
    for (std::uint32_t i = band.first; i < band.end; ++i) sum += weights_[i] * values_[weighed_[i]];
    band.printed = band.moved = sum;
    band.slack = row.leaf_slack;
    if (sum >= band.low && sum <= band.high) return Answer::exact;
    if (!row.known) return Answer::open;
    const bool can = sum >= band.low - row.slack && sum <= band.high + row.slack;
    return can ? Answer::rounding : Answer::broken;
}

Reckoner::Answer Reckoner::quotient(const Row& row) {
    if (!row.tellable) return Answer::open;
    const std::int64_t rate = values_[row.rate];
    const std::int64_t half_of_rate = halves_[row.rate];
    std::int64_t divisor = 0;
    std::int64_t divisor_slack = 0;
    for (std::uint32_t i = row.first; i < row.first + row.count; ++i) {
        const Term& term = terms_[i];
        divisor += term.denominator * values_[term.entry];
        divisor_slack += (term.denominator < 0 ? -term.denominator : term.denominator) * halves_[term.entry];
    }
    // A divisor that may be zero or less is told of elsewhere.
    if (divisor - divisor_slack <= 0) return Answer::open;
    // factor · n − low · d >= 0 >= factor · n − high · d, as printed and with all that rounding leaves open.
    bool exact = true;
    bool can = true;
    for (const bool upper : {false, true}) {
        Band& band = bands_[row.band + (upper ? 1 : 0)];
        const std::int64_t end = upper ? rate + half_of_rate : rate - half_of_rate;
        Sum printed;
        Sum slack;
        std::int64_t leaf_slack = 0;
        for (std::uint32_t i = 0; i < row.count; ++i) {
            const Term& term = terms_[row.first + i];
            Sum weight;
            weight.add(row.factor, term.numerator);
            weight.add(-end, term.denominator);
            if (!weight.fits()) return Answer::open;
            weights_[band.first + i] = weight.total();
            if (band.first + i == band.shared) leaf_slack = slack.total();
            printed.add(weight.total(), values_[term.entry]);
            slack.add(weight.total() < 0 ? -weight.total() : weight.total(), halves_[term.entry]);
        }
        if (!printed.fits() || !slack.fits()) return Answer::open;
        band.printed = band.moved = printed.total();
        band.slack = band.shared == band.end ? slack.total() : leaf_slack;
        const std::int64_t beyond = upper ? printed.total() : -printed.total();
        exact = exact && beyond <= 0;
        can = can && beyond <= slack.total();
    }
    if (exact) return Answer::exact;
    return can ? Answer::rounding : Answer::broken;
}

/// Whether the figures can be moved within their intervals so that all that holds does so at once. Those that stand in
/// one row only answer for it by themselves: between the least and the most that they make of it they reach whatever lies
/// between, of a quotient too, whose divisor stays positive. Only those that rows share have to be moved.
bool Reckoner::hold_together() {
    for (std::size_t i = 0; i < frozen_.size(); ++i) {
        const std::uint32_t entry = frozen_[i];
        const bool before = std::find(frozen_.begin(), frozen_.begin() + static_cast<std::ptrdiff_t>(i),
                                      entry) != frozen_.begin() + static_cast<std::ptrdiff_t>(i);
        for (const Use& use : uses_of(entry)) {
            Band& band = bands_[use.band];
            const std::int64_t weight = weights_[use.weight];
            if (!before && use.weight < band.shared)
                band.slack -= (weight < 0 ? -weight : weight) * leeways_[entry];
        }
    }
    // As printed, the others hold.
    bool settled = true;
    for (const std::uint32_t index : rounding_)
        each_band(stated_[index],
                  [&](std::uint32_t band) { settled = settled && bands_[band].missing() == 0; });
    if (settled) return true;
    for (Band& band : bands_) band.active = band.due = false;
    for (const std::uint32_t index : holding_)
        each_band(stated_[index], [&](std::uint32_t band) { bands_[band].active = true; });
    return settle() || pin();
}

/// Row by row, and again where that disturbed another.
bool Reckoner::settle() {
    for (const std::uint32_t entry : shared_) {
        moved_[entry] = 0;
        highs_[entry] = leeways_[entry];
    }
    for (const std::uint32_t entry : frozen_) highs_[entry] = 0;
    due_.clear();
    for (const std::uint32_t index : rounding_)
        each_band(stated_[index], [&](std::uint32_t band) {
            if (bands_[band].missing() != 0) make_due(band);
        });
    const std::size_t steps_max = 4 * bands_.size();
    for (std::size_t step = 0; step < due_.size(); ++step) {
        if (step == steps_max || !settle(due_[step])) return false;
        bands_[due_[step]].due = false;
    }
    return true;
}

/// Brings a form between its ends: first with what disturbs no other, then with what no other has moved, lest two move
/// one figure to and fro.
bool Reckoner::settle(std::uint32_t index) {
    const Band& band = bands_[index];
    enum class Which : std::uint8_t { harmless, unmoved, any };
    for (const Which which : {Which::harmless, Which::unmoved, Which::any})
        for (std::uint32_t i = band.shared; i < band.end; ++i) {
            const std::int64_t missing = band.missing();
            if (missing == 0) return true;
            const std::uint32_t entry = weighed_[i];
            const std::int64_t weight = weights_[i];
            if (weight == 0 || (which == Which::unmoved && moved_[entry] != 0)) continue;
            const std::int64_t size = weight < 0 ? -weight : weight;
            const std::int64_t distance = missing < 0 ? -missing : missing;
            const std::int64_t far = size == 1 ? distance : (distance + size - 1) / size;
            const std::int64_t wanted = moved_[entry] + ((missing > 0) == (weight > 0) ? far : -far);
            std::int64_t step = std::clamp(wanted, -highs_[entry], highs_[entry]) - moved_[entry];
            if (which == Which::harmless) step = without_disturbing({index, i}, entry, step);
            if (step != 0) move(entry, step);
        }
    return band.missing() == 0;
}

/// As much of a step as leaves all other forms between their ends, or no further from them.
std::int64_t Reckoner::without_disturbing(const Use& mine, std::uint32_t entry, std::int64_t step) const {
    for (const Use& use : uses_of(entry)) {
        const Band& band = bands_[use.band];
        if (use.band == mine.band || !band.active || step == 0) continue;
        const std::int64_t weight = weights_[use.weight];
        const std::int64_t change = weight * step;
        const std::int64_t room = std::max<std::int64_t>(band.room(change > 0), 0);
        const std::int64_t size = weight < 0 ? -weight : weight;
        if ((change < 0 ? -change : change) > room) step = step > 0 ? room / size : -(room / size);
    }
    return step;
}

void Reckoner::move(std::uint32_t entry, std::int64_t step) {
    moved_[entry] += step;
    for (const Use& use : uses_of(entry)) {
        Band& band = bands_[use.band];
        band.moved += weights_[use.weight] * step;
        if (band.missing() != 0) make_due(use.band);
    }
}

void Reckoner::make_due(std::uint32_t index) {
    Band& band = bands_[index];
    if (band.due || !band.active) return;
    band.due = true;
    due_.push_back(index);
}
void Reckoner::make_uses_due(std::uint32_t entry) {
    for (const Use& use : uses_of(entry)) make_due(use.band);
}

/// Where that goes round in circles: leaves to every figure what the forms leave to it, and of that one value to one
/// after the other, those that stand in most first. Where that never leaves nothing, all of them hold with these values.
bool Reckoner::pin() {
    for (const std::uint32_t entry : shared_) {
        highs_[entry] = leeways_[entry];
        lows_[entry] = -highs_[entry];
    }
    for (const std::uint32_t entry : frozen_) lows_[entry] = highs_[entry] = 0;
    due_.clear();
    for (Band& band : bands_) band.due = false;
    for (const std::uint32_t index : holding_)
        each_band(stated_[index], [&](std::uint32_t band) { make_due(band); });
    if (!narrow()) return false;
    for (const std::uint32_t entry : shared_) {
        if (lows_[entry] == highs_[entry]) continue;
        lows_[entry] = highs_[entry] = std::clamp<std::int64_t>(0, lows_[entry], highs_[entry]);
        make_uses_due(entry);
        if (!narrow()) return false;
    }
    return true;
}

/// Takes from the bounds of the figures of the forms that are due what the other figures there exclude. False if nothing
/// is left of one.
bool Reckoner::narrow() {
    std::size_t steps_max = 8 * bands_.size();
    while (!due_.empty()) {
        Band& band = bands_[due_.back()];
        due_.pop_back();
        const bool holds = narrow(band);
        band.due = false;
        if (!holds || steps_max-- == 0) return false;
    }
    return true;
}

bool Reckoner::narrow(const Band& band) {
    std::int64_t least = band.printed;
    std::int64_t most = band.printed;
    for (std::uint32_t i = band.shared; i < band.end; ++i) {
        const std::int64_t at_low = weights_[i] * lows_[weighed_[i]];
        const std::int64_t at_high = weights_[i] * highs_[weighed_[i]];
        least += std::min(at_low, at_high);
        most += std::max(at_low, at_high);
    }
    // What all the others make of it leaves this much to one.
    const std::int64_t up = band.high + band.slack - least;
    const std::int64_t down = most - (band.low - band.slack);
    if (up < 0 || down < 0) return false;
    for (std::uint32_t i = band.shared; i < band.end; ++i) {
        const std::int64_t weight = weights_[i];
        if (weight == 0) continue;
        const std::uint32_t entry = weighed_[i];
        const std::int64_t size = weight < 0 ? -weight : weight;
        const std::int64_t low = lows_[entry];
        const std::int64_t high = highs_[entry];
        if (high - low > up / size)
            (weight > 0 ? highs_ : lows_)[entry] = weight > 0 ? low + up / size : high - up / size;
        if (high - low > down / size)
            (weight > 0 ? lows_ : highs_)[entry] = weight > 0 ? high - down / size : low + down / size;
        if (lows_[entry] != low || highs_[entry] != high) make_uses_due(entry);
        if (lows_[entry] > highs_[entry]) return false;
    }
    return true;
}

bool reckoned_together(const Relations& relations, std::span<const Check> checks,
                       const CheckOptions& options) {
    if (!may_be_together(checks)) return false;
    std::vector<Check> holding;
    holding.reserve(checks.size());
    std::copy_if(checks.begin(), checks.end(), std::back_inserter(holding), [](const Check& check) {
        return check.outcome == Outcome::exact || check.outcome == Outcome::rounding;
    });
    return Reckoner(relations, holding, {}, options).outcomes({}, [] {}).has_value();
}

} // namespace tieout::detail
