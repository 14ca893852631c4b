// SPDX-License-Identifier: MIT
#include "read/tables/law_choice.hpp"
#include "read/tables/law_numbers.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <set>

namespace tieout::detail {

namespace {

constexpr std::size_t longest_run = 80;     ///< lines that a sum may have
constexpr std::size_t longest_named = 2000; ///< and one that is called a total
constexpr std::size_t rounds = 6;           ///< totals of totals
constexpr std::int64_t smallest_unit = 10;  ///< that amounts are printed in

// ── sums and averages ────────────────────────────────────────────────────────────────────────────────────────────────

/// One place of a run of lines that is being added up.
struct Running {
    std::int64_t sum = 0;
    std::int32_t count = 0;
    std::int32_t nonzero = 0;
    bool lost = false;   ///< too large to be added
    bool varied = false; ///< not all numbers of it are the same
    std::int64_t first = 0;
};

/// How far the sum of `count` printed numbers may be from the printed total, in units of the total, doubled: rounding adds up
/// like steps at random.
std::int64_t slack(std::int32_t count) noexcept {
    constexpr std::array<std::int64_t, 10> steps{1, 1, 2, 2, 2, 3, 3, 3, 3, 3};
    return 1 + steps[static_cast<std::size_t>(std::min<std::int32_t>(count, 9))];
}

/// The same for counts that are rounded at random, up or down: each may be off by nearly all of its step.
std::int64_t random_slack(std::int32_t count) noexcept {
    return count < 3 ? 2 : count < 5 ? 4 : count < 10 ? 6 : count < 20 ? 8 : 10;
}

class SumSearch {
  public:
    SumSearch(const LawLines& lines, const LineNames& names, const std::vector<std::size_t>& originals,
              std::vector<bool> excluded)
        : lines_(lines), names_(names), originals_(originals), excluded_(std::move(excluded)),
          step_(step_of(lines)) {
        for (const auto& line : lines_)
            for (const auto& number : line)
                if (number) scale_ = std::max<int>(scale_, number->scale);
    }

    std::vector<Law> search() {
        std::vector<std::size_t> alive;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (!excluded_[i] && !is_line_of_years(lines_[i]) && has_terms(lines_[i])) alive.push_back(i);
        const std::vector<std::size_t> all = alive;
        std::vector<std::array<bool, 4>> known(lines_.size());
        for (std::size_t round = 0; round < rounds; ++round) {
            std::vector<bool> gone(lines_.size());
            bool any = false;
            for (std::size_t at = 0; at < alive.size(); ++at)
                for (const bool down : {true, false})
                    for (const bool average : {false, true}) {
                        bool& found = known[alive[at]][(down ? 0U : 1U) + (average ? 2U : 0U)];
                        if (found) continue;
                        auto law = run(alive, at, down, average, {});
                        if (!law && !average && alive.size() <= few_lines) law = strided(alive, at, down);
                        if (!law && average && is_named(alive[at], true)) law = apart(alive, at, down, true);
                        if (!law) continue;
                        found = any = true;
                        if (average)
                            gone[law->subject] = true;
                        else
                            for (const std::size_t line : law->lines) gone[line] = true;
                        laws_.push_back(std::move(*law));
                    }
            if (!any) break;
            std::erase_if(alive, [&](std::size_t line) { return gone[line]; });
        }
        find_apart(all);
        keep_direction();
        return std::move(laws_);
    }

  private:
    /// Whether it has numbers that may be added up: beside amounts in thousands the numbers of columns, 4 and 5, are none.
    [[nodiscard]] bool has_terms(const std::vector<std::optional<LawNumber>>& line) const {
        bool any = false;
        bool zero = true;
        bool large = false;
        for (const auto& number : line) {
            if (!number) continue;
            any = true;
            zero = zero && number->value == 0;
            large =
                large || step_ < smallest_unit || number->scale > 0 || magnitude(number->value) * 2 >= step_;
        }
        return any && (zero || large);
    }

    /// Totals of which nothing is known yet.
    void find_apart(const std::vector<std::size_t>& all) {
        for (std::size_t at = 0; at < all.size(); ++at) {
            const bool said = std::any_of(laws_.begin(), laws_.end(), [&](const Law& law) {
                return law.kind == Law::Kind::sum && originals_[law.subject] == originals_[all[at]];
            });
            if (said || !is_named(all[at], false)) continue;
            for (const bool down : {true, false})
                if (auto law = apart(all, at, down, false)) {
                    laws_.push_back(std::move(*law));
                    break;
                }
        }
    }

    /// A table has its totals behind their parts or before them: where nearly all stand on one side, few digits say nothing for
    /// the other.
    void keep_direction() {
        constexpr std::size_t least = 120;
        constexpr std::size_t nearly_all = 3;
        const auto is_down = [](const Law& law) { return law.lines.front() > law.subject; };
        std::array<std::size_t, 2> count{};
        for (const Law& law : laws_)
            if (law.kind == Law::Kind::sum) count[is_down(law) ? 1 : 0] += law.evidence;
        std::erase_if(laws_, [&](const Law& law) {
            return law.kind == Law::Kind::sum && law.evidence < least &&
                   count[is_down(law) ? 1 : 0] * nearly_all <= count[is_down(law) ? 0 : 1];
        });
    }

    [[nodiscard]] std::int64_t scaled(const LawNumber& number, bool& lost) const noexcept {
        const auto value = shifted_by(number.value, scale_ - number.scale);
        lost = lost || !value;
        return value.value_or(0);
    }

    /// Every so many lines, from one beside the line on: columns of several kinds take turns.
    struct Stride {
        std::size_t first = 1;
        std::size_t every = 1;
    };

    /// The best run of lines beside a line that makes it.
    std::optional<Law> run(const std::vector<std::size_t>& alive, std::size_t at, bool down, bool average,
                           Stride stride) const {
        const std::size_t subject = alive[at];
        std::vector<std::size_t> places;
        for (std::size_t c = 0; c < lines_[subject].size() && places.size() < most_places; ++c)
            if (lines_[subject][c]) places.push_back(c);
        std::vector<Running> running(places.size());
        std::optional<Law> best;
        std::array<std::size_t, 4> best_score{};
        Law law{.kind = average ? Law::Kind::average : Law::Kind::sum,
                .subject = subject,
                .range = stride.every == 1};
        const bool beside = stride.every == 1 && stride.first == 1;
        const std::size_t longest = is_named(subject, average) && beside ? longest_named : longest_run;
        for (std::size_t step = stride.first; step < longest; step += stride.every) {
            if (down ? at + step >= alive.size() : at < step) break;
            const std::size_t line = alive[down ? at + step : at - step];
            bool any = false;
            for (std::size_t p = 0; p < places.size(); ++p) {
                const auto& number = lines_[line][places[p]];
                if (!number) continue;
                any = true;
                Running& one = running[p];
                const std::int64_t value = scaled(*number, one.lost);
                if (magnitude(value) > largest_law_number / 4096) one.lost = true;
                if (!one.lost) one.sum += value;
                if (one.count == 0) one.first = value;
                one.varied = one.varied || value != one.first;
                ++one.count;
                one.nonzero += value != 0 ? 1 : 0;
            }
            (any ? law.lines : law.empty).push_back(line);
            if (!any) continue;
            if (law.lines.size() < 2) continue;
            judge(law, places, running, average, best, best_score);
        }
        return best;
    }

    /// A sum of every second, third or fourth line; believed only where it always holds, in many places.
    std::optional<Law> strided(const std::vector<std::size_t>& alive, std::size_t at, bool down) const {
        constexpr std::size_t fewest = 5;
        constexpr std::size_t least = 120;
        for (std::size_t every = 2; every <= 4; ++every)
            for (std::size_t first = 1; first <= 6; ++first) {
                auto law = run(alive, at, down, false, {first, every});
                if (!law || law->lines.size() < 3) continue;
                const bool often = law->holds.size() >= fewest && law->values >= 4;
                if (!law->always || (!often && law->evidence < least) || !uses_each(*law)) continue;
                take_originals(*law);
                return law;
            }
        return std::nullopt;
    }

    /// Whether none of its lines is nothing everywhere: one that is could as well be another.
    [[nodiscard]] bool uses_each(const Law& law) const {
        return std::all_of(law.lines.begin(), law.lines.end(), [&](std::size_t line) {
            return std::any_of(law.holds.begin(), law.holds.end(), [&](std::size_t place) {
                return lines_[line][place] && lines_[line][place]->value != 0;
            });
        });
    }

    /// What is printed once more stands behind what it repeats: every second line of each two that are the same is none of its
    /// own.
    void take_originals(Law& law) const {
        const std::size_t off = law.lines.front() - originals_[law.lines.front()];
        if (std::all_of(law.lines.begin(), law.lines.end(),
                        [&](std::size_t line) { return line - originals_[line] == off; }))
            for (std::size_t& line : law.lines) line -= off;
    }

    [[nodiscard]] bool is_named(std::size_t line, bool average) const {
        return average ? names_.average[line] : names_.total[line];
    }

    /// What is called an average or a total may stand behind other lines: the least, the greatest, the quarters of a year.
    std::optional<Law> apart(const std::vector<std::size_t>& alive, std::size_t at, bool down,
                             bool average) const {
        constexpr std::size_t farthest = 6;
        constexpr std::size_t enough_of_means = 300;
        const std::size_t least = average ? 90 : 120;
        for (std::size_t first = 2; first <= farthest; ++first) {
            auto law = run(alive, at, down, average, {first, 1});
            if (!law || law->lines.size() < 3 || law->evidence < least) continue;
            // A mean may count what is left blank for nothing: then it holds where all is filled in.
            if (law->always || (average && law->evidence >= enough_of_means)) return law;
        }
        return std::nullopt;
    }

    void judge(const Law& law, const std::vector<std::size_t>& places, const std::vector<Running>& running,
               bool average, std::optional<Law>& best, std::array<std::size_t, 4>& best_score) const {
        std::vector<std::size_t> holds;
        std::vector<std::size_t> lone;
        std::size_t lone_fails = 0;
        std::size_t fails = 0;
        std::size_t strong = 0;
        std::size_t evidence = 0;
        bool rounded = false;
        std::set<std::int64_t> values;
        for (std::size_t p = 0; p < places.size(); ++p) {
            const Running& one = running[p];
            if (one.lost) continue;
            const LawNumber& total = *lines_[law.subject][places[p]];
            bool lost = false;
            const std::int64_t stated = scaled(total, lost);
            if (one.count < 2) {
                // The other parts are blank: that says nothing for the law, and something against it.
                if (stated != one.sum || lost)
                    ++lone_fails;
                else
                    lone.push_back(places[p]);
                continue;
            }
            const auto unit = shifted_by(step_, std::max(0, scale_ - total.printed));
            if (lost || !unit) continue;
            const auto wanted = average ? times(stated, one.count) : std::optional<std::int64_t>(stated);
            const auto allowed =
                average ? allowed_of_average(total, one.count, *unit)
                        : times(*unit, is_random_step(step_) ? random_slack(one.count) : slack(one.count));
            if (!wanted || !allowed) continue;
            // Of a few units, one more or less is no rounding.
            const std::int64_t off = magnitude(*wanted - one.sum);
            if (off * 2 > *allowed || (!average && step_ == 1 && off > magnitude(stated) / 20)) {
                ++fails;
                continue;
            }
            holds.push_back(places[p]);
            rounded = rounded || *wanted != one.sum;
            // What is the average of equal numbers is one of them.
            if (stated == 0 || one.nonzero < 2 || (average && !one.varied)) continue;
            ++strong;
            // So many other sums would do as well.
            if (values.insert(stated).second)
                evidence += evidence_of(*wanted / std::max<std::int64_t>(1, *allowed));
        }
        const std::size_t all = holds.size() + fails;
        const bool named = is_named(law.subject, average);
        const bool often = holds.size() * 5 >= all * 4;
        const bool always = fails == 0;
        // 小计 under one row of 5 and one of nothing.
        const bool closes = named && !average && always && !rounded && all > 0 && is_block(law);
        if (strong == 0 && !closes) return;
        const bool believed =
            closes || (named && holds.size() * 2 >= all && values.size() >= 2 && evidence >= 100) ||
            (average ? holds.size() * 10 >= all * 9 && (values.size() >= 4 || (named && values.size() >= 2))
                     : (often && values.size() >= 3) || (always && values.size() >= 2) ||
                           (always && !rounded && (named || (law.lines.size() >= 4 && evidence >= 30))));
        if (!believed) return;
        const std::array<std::size_t, 4> score{strong, holds.size() * 1000 / all,
                                               lone_fails == 0 ? lone.size() : 0, extent_of(law)};
        if (best && score <= best_score) return;
        best_score = score;
        best = law;
        const bool few = law.lines.size() == 2 || lone.size() <= holds.size();
        if (!average && few && lone_fails * 10 <= lone.size())
            holds.insert(holds.end(), lone.begin(), lone.end());
        best->holds = std::move(holds);
        best->always = always;
        best->values = values.size();
        best->evidence = evidence;
    }

    /// Whether the lines are all from their total up to another, to a line without numbers, or to the end.
    [[nodiscard]] bool is_block(const Law& law) const {
        const std::size_t last = law.lines.back();
        const bool down = last > law.subject;
        if ((down ? last - law.subject : law.subject - last) != law.lines.size()) return false;
        if (down ? last + 1 == lines_.size() : last == 0) return true;
        const std::size_t next = down ? last + 1 : last - 1;
        return names_.total[next] || is_line_of_years(lines_[next]) ||
               std::none_of(lines_[next].begin(), lines_[next].end(),
                            [](const auto& number) { return number.has_value(); });
    }

    /// Of runs that hold alike the shortest, but lines of nothing but zeros right behind them belong to the list.
    static std::size_t extent_of(const Law& law) noexcept {
        const std::size_t count = law.lines.size();
        const std::size_t first = law.lines.front();
        const std::size_t last = law.lines.back();
        const bool unbroken = (first > last ? first - last : last - first) + 1 == count;
        return unbroken ? longest_named + count : longest_named - std::min(longest_named, count);
    }

    /// How far a sum may be from the average times the count, doubled. 31.00000 is not rounded to units.
    [[nodiscard]] std::optional<std::int64_t> allowed_of_average(const LawNumber& average, std::int32_t count,
                                                                 std::int64_t unit) const noexcept {
        if (average.printed > scale_) return 0;
        // Amounts with decimals are rounded themselves; of two that would be as much as the average is.
        constexpr std::int32_t several = 4;
        return times(unit, count + (scale_ > 0 && count >= several ? slack(count) : 0));
    }

    const LawLines& lines_;
    const LineNames& names_;
    const std::vector<std::size_t>& originals_;
    std::vector<bool> excluded_;
    int scale_ = 0;
    std::int64_t step_;
    std::vector<Law> laws_{};
};

/// What all numbers of a line are multiples of.
struct Divisor {
    std::int64_t common = 0;
    std::size_t count = 0;

    void add(const LawNumber& number) noexcept {
        if (number.value == 0) return;
        common = number.scale != 0 ? 1 : std::gcd(common, magnitude(number.value));
        ++count;
    }
};

/// How many lines have numbers in steps. A few are of another kind: medians, rates.
class StepCount {
  public:
    void add(const Divisor& divisor) noexcept {
        constexpr std::size_t fewest = 4;
        numbers_ += divisor.count;
        if (divisor.count < fewest) return;
        ++lines_;
        for (std::size_t s = 0; s < steps.size(); ++s) count_[s] += divisor.common % steps[s] == 0 ? 1U : 0U;
    }
    [[nodiscard]] std::int64_t step() const noexcept {
        constexpr std::size_t fewest_numbers = 20;
        for (std::size_t s = 0; s < steps.size() && numbers_ >= fewest_numbers; ++s)
            if (count_[s] != 0 && count_[s] * 7 >= lines_ * 6) return steps[s];
        return 1;
    }

  private:
    static constexpr std::array<std::int64_t, 5> steps{1000, 100, 10, 5, 3};
    std::array<std::size_t, steps.size()> count_{};
    std::size_t lines_ = 0;
    std::size_t numbers_ = 0;
};

} // namespace

std::int64_t step_of(const LawLines& lines) {
    StepCount by_line;
    std::vector<Divisor> places;
    for (const auto& line : lines) {
        if (is_line_of_years(line)) continue;
        places.resize(std::max(places.size(), line.size()));
        Divisor divisor;
        for (std::size_t c = 0; c < line.size(); ++c) {
            if (!line[c]) continue;
            divisor.add(*line[c]);
            places[c].add(*line[c]);
        }
        by_line.add(divisor);
    }
    StepCount by_place;
    for (const Divisor& place : places) by_place.add(place);
    return std::max(by_line.step(), by_place.step());
}

std::vector<Law> find_laws(const LawLines& lines, const LineNames& names) {
    std::vector<Law> laws = find_quotients(lines, names.rate);
    std::vector<bool> excluded(lines.size());
    for (const Law& law : laws) excluded[law.subject] = true;
    const std::vector<std::size_t> originals = originals_of(lines);
    std::vector<Law> sums = SumSearch(lines, names, originals, excluded).search();
    const std::vector<Law> pairs = find_pairs(lines, excluded, sums);
    sums.insert(sums.end(), pairs.begin(), pairs.end());
    leave_restated(originals, sums);
    if (step_of(lines) > 1)
        for (Law& law : sums) law.approximate = law.kind == Law::Kind::sum;
    laws.insert(laws.end(), std::make_move_iterator(sums.begin()), std::make_move_iterator(sums.end()));
    return laws;
}

} // namespace tieout::detail
