// SPDX-License-Identifier: MIT
#include "read/tables/law_search.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <set>

namespace tieout::detail {

namespace {

constexpr std::size_t longest_run = 80;   ///< lines that a sum may have
constexpr std::size_t nearest = 8;        ///< lines between a quotient and what it is of
constexpr std::size_t few_lines = 120;    ///< lines among which others than neighbours are tried
constexpr std::size_t rounds = 6;         ///< totals of totals
constexpr std::size_t most_places = 2000; ///< places that are tried of a line
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max() / 4;

std::optional<std::int64_t> times(std::int64_t a, std::int64_t b) noexcept {
    if (a == 0 || b == 0) return 0;
    const std::int64_t x = a < 0 ? -a : a;
    const std::int64_t y = b < 0 ? -b : b;
    if (x > largest / y) return std::nullopt;
    return a * b;
}
std::optional<std::int64_t> shifted_by(std::int64_t value, int digits) noexcept {
    std::optional<std::int64_t> result = value;
    for (; digits > 0 && result; --digits) result = times(*result, 10);
    return result;
}
std::int64_t magnitude(std::int64_t value) noexcept { return value < 0 ? -value : value; }

bool is_line_of_years(const std::vector<std::optional<LawNumber>>& line) noexcept {
    bool any = false;
    for (const auto& number : line) {
        if (!number) continue;
        any = true;
        if (number->scale != 0 || number->value < 1900 || number->value > 2100) return false;
    }
    return any;
}

// ── quotients and changes ────────────────────────────────────────────────────────────────────────────────────────────

/// Whether result = numerator / denominator, as a fraction or per cent, within the digits printed; nothing where that cannot
/// be said.
std::optional<bool> is_quotient(const LawNumber& result, std::int64_t numerator, std::int64_t denominator,
                                bool percent, std::int64_t rounded) noexcept {
    // |r − n/d| <= half a unit of r: |r·d − n·10^k| · 2 <= d, all in units of r's last digit; n may be off by `rounded` halves.
    const int unit = result.printed;
    const auto r = shifted_by(result.value, unit - result.scale);
    const auto n = shifted_by(numerator, unit + (percent ? 2 : 0));
    if (!r || !n) return std::nullopt;
    const auto product = times(*r, denominator);
    if (!product) return std::nullopt;
    const auto off = shifted_by(rounded, unit + (percent ? 2 : 0));
    if (!off) return std::nullopt;
    return magnitude(*product - *n) <= (magnitude(denominator) + *off) / 2 + 1;
}

/// Both values as whole numbers of one unit.
bool to_common(const LawNumber& a, const LawNumber& b, std::int64_t& x, std::int64_t& y) noexcept {
    const int scale = std::max(a.scale, b.scale);
    const auto first = shifted_by(a.value, scale - a.scale);
    const auto second = shifted_by(b.value, scale - b.scale);
    if (!first || !second) return false;
    x = *first;
    y = *second;
    return true;
}

std::optional<Law> quotient_of(const LawLines& lines, std::size_t k) {
    std::vector<std::size_t> places;
    for (std::size_t c = 0; c < lines[k].size() && places.size() < most_places; ++c)
        if (lines[k][c]) places.push_back(c);
    constexpr std::size_t fewest = 5;
    if (places.size() < fewest) return std::nullopt;
    std::optional<Law> best;
    std::int64_t best_score = 0;
    const std::size_t begin = k > nearest ? k - nearest : 0;
    const std::size_t end = std::min(lines.size(), k + nearest + 1);
    for (std::size_t i = begin; i < end; ++i)
        for (std::size_t j = begin; j < end; ++j) {
            if (i == k || j == k || i == j) continue;
            for (const bool change : {false, true}) {
                Law law{
                    .kind = change ? Law::Kind::change : Law::Kind::quotient, .subject = k, .lines = {i, j}};
                std::size_t fails = 0;
                std::size_t closely = 0;
                std::set<std::int64_t> values;
                for (const std::size_t c : places) {
                    const auto& to = lines[i][c];
                    const auto& from = lines[j][c];
                    if (!to || !from || from->value == 0) continue;
                    std::int64_t x = 0;
                    std::int64_t y = 0;
                    if (!to_common(*to, *from, x, y)) continue;
                    const std::int64_t over = change ? x - y : x;
                    // Amounts with decimals are rounded themselves; counts are not.
                    const bool exact = to->scale < to->printed || from->scale < from->printed ||
                                       std::max(to->scale, from->scale) == 0;
                    const std::int64_t rounded = exact ? 0 : change ? 2 : 1;
                    const auto plain = is_quotient(*lines[k][c], over, y, false, rounded);
                    const auto percent = is_quotient(*lines[k][c], over, y, true, rounded);
                    if ((plain && *plain) || (percent && *percent)) {
                        law.holds.push_back(c);
                        law.per_cent.push_back(!(plain && *plain));
                        const auto close = is_quotient(*lines[k][c], over, y, law.per_cent.back(), 0);
                        closely += close && *close ? 1 : 0;
                        if (lines[k][c]->value != 0) values.insert(lines[k][c]->value);
                    } else if (++fails > 3 && fails > law.holds.size()) {
                        break;
                    }
                }
                // What needs the rounding of its terms in most places is a coincidence.
                if (law.holds.size() < fewest || fails * 10 > law.holds.size() || values.size() < 4 ||
                    closely * 3 < law.holds.size() * 2)
                    continue;
                const auto distance =
                    static_cast<std::int64_t>((i > k ? i - k : k - i) + (j > k ? j - k : k - j));
                const std::int64_t score =
                    static_cast<std::int64_t>(law.holds.size() - fails) * 64 - distance;
                if (!best || score > best_score) {
                    best_score = score;
                    best = std::move(law);
                }
            }
        }
    return best;
}

// ── sums of two that are no neighbours ───────────────────────────────────────────────────────────────────────────────

/// k = i + j, near it, always, and in many places.
std::optional<Law> pair_of(const LawLines& lines, std::size_t k) {
    constexpr std::size_t fewest = 8;
    std::vector<std::size_t> places;
    for (std::size_t c = 0; c < lines[k].size() && places.size() < most_places; ++c)
        if (lines[k][c]) places.push_back(c);
    if (places.size() < fewest) return std::nullopt;
    const std::size_t begin = k > nearest ? k - nearest : 0;
    const std::size_t end = std::min(lines.size(), k + nearest + 1);
    for (std::size_t i = begin; i < end; ++i)
        for (std::size_t j = i + 1; j < end; ++j) {
            if (i == k || j == k) continue;
            Law law{.kind = Law::Kind::sum, .subject = k, .lines = {i, j}};
            std::set<std::int64_t> values;
            bool fails = false;
            for (const std::size_t c : places) {
                if (!lines[i][c] || !lines[j][c]) continue;
                std::int64_t x = 0;
                std::int64_t y = 0;
                std::int64_t total = 0;
                std::int64_t z = 0;
                if (!to_common(*lines[i][c], *lines[j][c], x, y)) continue;
                const LawNumber sum{x + y, std::max(lines[i][c]->scale, lines[j][c]->scale), 0};
                if (!to_common(sum, *lines[k][c], z, total)) continue;
                fails = z != total;
                if (fails) break;
                law.holds.push_back(c);
                if (x != 0 && y != 0) values.insert(total);
            }
            if (!fails && law.holds.size() >= fewest && values.size() >= fewest - 2) return law;
        }
    return std::nullopt;
}

// ── sums and averages ────────────────────────────────────────────────────────────────────────────────────────────────

/// One place of a run of lines that is being added up.
struct Running {
    std::int64_t sum = 0;
    std::int32_t count = 0;
    std::int32_t nonzero = 0;
    bool lost = false; ///< too large to be added
};

/// How far the sum of `count` printed numbers may be from the printed total, in units of the total, doubled: rounding adds up
/// like steps at random.
std::int64_t slack(std::int32_t count) noexcept {
    constexpr std::array<std::int64_t, 10> steps{1, 1, 2, 2, 2, 3, 3, 3, 3, 3};
    return 1 + steps[static_cast<std::size_t>(std::min<std::int32_t>(count, 9))];
}

class SumSearch {
  public:
    SumSearch(const LawLines& lines, const std::vector<bool>& named, std::vector<bool> excluded)
        : lines_(lines), named_(named), excluded_(std::move(excluded)) {
        for (const auto& line : lines_)
            for (const auto& number : line)
                if (number) scale_ = std::max<int>(scale_, number->scale);
        find_step();
    }

    std::vector<Law> search() {
        std::vector<std::size_t> alive;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (!excluded_[i] && !is_line_of_years(lines_[i]) &&
                std::any_of(lines_[i].begin(), lines_[i].end(), [](const auto& n) { return n.has_value(); }))
                alive.push_back(i);
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
        return std::move(laws_);
    }

  private:
    /// Statistical offices round counts to multiples of 3 or 5, so that nobody can be told from them.
    void find_step() {
        constexpr std::size_t fewest = 20;
        std::int64_t common = 0;
        std::size_t count = 0;
        for (const auto& line : lines_) {
            if (is_line_of_years(line)) continue;
            for (const auto& number : line) {
                if (!number || number->value == 0) continue;
                if (number->scale != 0) return;
                common = std::gcd(common, magnitude(number->value));
                ++count;
                if (common == 1) return;
            }
        }
        if (count >= fewest && (common == 3 || common == 5)) step_ = common;
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
        std::array<std::size_t, 3> best_score{};
        Law law{.kind = average ? Law::Kind::average : Law::Kind::sum, .subject = subject};
        for (std::size_t step = stride.first; step < longest_run; step += stride.every) {
            if (down ? at + step >= alive.size() : at < step) break;
            const std::size_t line = alive[down ? at + step : at - step];
            bool any = false;
            for (std::size_t p = 0; p < places.size(); ++p) {
                const auto& number = lines_[line][places[p]];
                if (!number) continue;
                any = true;
                Running& one = running[p];
                const std::int64_t value = scaled(*number, one.lost);
                if (magnitude(value) > largest / 128) one.lost = true;
                if (!one.lost) one.sum += value;
                ++one.count;
                one.nonzero += value != 0 ? 1 : 0;
            }
            if (!any) continue;
            law.lines.push_back(line);
            if (law.lines.size() < 2) continue;
            judge(law, places, running, average, best, best_score);
        }
        return best;
    }

    /// A sum of every second, third or fourth line; believed only where it always holds, in many places.
    std::optional<Law> strided(const std::vector<std::size_t>& alive, std::size_t at, bool down) const {
        constexpr std::size_t fewest = 5;
        for (std::size_t every = 2; every <= 4; ++every)
            for (std::size_t first = 1; first <= 6; ++first) {
                auto law = run(alive, at, down, false, {first, every});
                if (law && law->lines.size() >= 2 && law->holds.size() >= fewest && law->always) return law;
            }
        return std::nullopt;
    }

    void judge(const Law& law, const std::vector<std::size_t>& places, const std::vector<Running>& running,
               bool average, std::optional<Law>& best, std::array<std::size_t, 3>& best_score) const {
        std::vector<std::size_t> holds;
        std::size_t fails = 0;
        std::size_t strong = 0;
        bool rounded = false;
        std::set<std::int64_t> values;
        for (std::size_t p = 0; p < places.size(); ++p) {
            const Running& one = running[p];
            if (one.count < 2 || one.lost) continue;
            const LawNumber& total = *lines_[law.subject][places[p]];
            bool lost = false;
            const std::int64_t stated = scaled(total, lost);
            const auto unit = shifted_by(step_, std::max(0, scale_ - total.printed));
            if (lost || !unit) continue;
            const auto wanted = average ? times(stated, one.count) : std::optional<std::int64_t>(stated);
            const auto allowed = average ? times(*unit, one.count) : times(*unit, slack(one.count));
            if (!wanted || !allowed) continue;
            if (magnitude(*wanted - one.sum) * 2 > *allowed) {
                ++fails;
                continue;
            }
            holds.push_back(places[p]);
            rounded = rounded || *wanted != one.sum;
            if (stated == 0 || one.nonzero < 2) continue;
            ++strong;
            values.insert(stated);
        }
        if (strong == 0) return;
        const std::size_t all = holds.size() + fails;
        const bool named = named_[law.subject];
        const bool often = holds.size() * 5 >= all * 4;
        const bool always = fails == 0;
        const bool believed =
            average ? holds.size() * 10 >= all * 9 && (values.size() >= 4 || (named && values.size() >= 2))
                    : (often && values.size() >= 3) || (always && values.size() >= 2) ||
                          (always && !rounded && (named || law.lines.size() >= 4));
        if (!believed) return;
        const std::array<std::size_t, 3> score{strong, holds.size() * 1000 / all,
                                               longest_run - law.lines.size()};
        if (best && score <= best_score) return;
        best_score = score;
        best = law;
        best->holds = std::move(holds);
        best->always = always && values.size() >= 4;
    }

    const LawLines& lines_;
    const std::vector<bool>& named_;
    std::vector<bool> excluded_;
    int scale_ = 0;
    /// What all numbers are multiples of.
    std::int64_t step_ = 1;
    std::vector<Law> laws_{};
};

} // namespace

std::vector<Law> find_laws(const LawLines& lines, const std::vector<bool>& named_total) {
    std::vector<Law> laws;
    std::vector<bool> excluded(lines.size());
    for (std::size_t k = 0; k < lines.size(); ++k)
        if (auto law = quotient_of(lines, k)) {
            excluded[k] = true;
            laws.push_back(std::move(*law));
        }
    if (lines.size() <= few_lines)
        for (std::size_t k = 0; k < lines.size(); ++k)
            if (!excluded[k] && !is_line_of_years(lines[k]))
                if (auto law = pair_of(lines, k)) laws.push_back(std::move(*law));
    std::vector<Law> sums = SumSearch(lines, named_total, std::move(excluded)).search();
    laws.insert(laws.end(), std::make_move_iterator(sums.begin()), std::make_move_iterator(sums.end()));
    return laws;
}

} // namespace tieout::detail
