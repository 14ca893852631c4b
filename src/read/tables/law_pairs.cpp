// SPDX-License-Identifier: MIT
//
// Laws of two lines: quotients, changes, and sums and differences of lines that are no neighbours.
#include "read/tables/law_numbers.hpp"

#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t nearest = 8; ///< lines between a law and what it is of

std::vector<std::size_t> places_of(const std::vector<std::optional<LawNumber>>& line) {
    std::vector<std::size_t> places;
    for (std::size_t c = 0; c < line.size() && places.size() < most_places; ++c)
        if (line[c]) places.push_back(c);
    return places;
}

std::size_t distance(std::size_t a, std::size_t b) noexcept { return a > b ? a - b : b - a; }

// ── quotients and changes ────────────────────────────────────────────────────────────────────────────────────────────

/// By how many halves of a unit numerator and denominator may be off.
struct Halves {
    std::int64_t above = 0;
    std::int64_t below = 0;
};

/// Whether result = numerator / denominator, as a fraction or per cent, within the digits printed; nothing where that cannot
/// be said.
std::optional<bool> is_quotient(const LawNumber& result, std::int64_t numerator, std::int64_t denominator,
                                bool percent, Halves rounded) noexcept {
    // |r − n/d| <= half a unit of r: |r·d − n·10^k| · 2 <= d, all in units of r's last digit; n and d may be off.
    const int unit = result.printed;
    const auto r = shifted_by(result.value, unit - result.scale);
    const auto n = shifted_by(numerator, unit + (percent ? 2 : 0));
    if (!r || !n) return std::nullopt;
    const auto product = times(*r, denominator);
    if (!product) return std::nullopt;
    const auto off = shifted_by(rounded.above, unit + (percent ? 2 : 0));
    if (!off) return std::nullopt;
    return magnitude(*product - *n) <=
           (magnitude(denominator) + *off + rounded.below * magnitude(*r)) / 2 + 1;
}

/// One line tried as the quotient or the change of two others.
class QuotientTrial {
  public:
    QuotientTrial(const LawLines& lines, std::size_t k, std::size_t i, std::size_t j, bool change,
                  bool both_rounded = false)
        : result_(lines[k]), to_(lines[i]), from_(lines[j]), change_(change),
          both_rounded_(both_rounded), law_{.kind = change ? Law::Kind::change : Law::Kind::quotient,
                                            .subject = k,
                                            .lines = {i, j}} {}

    /// What holds less what does not; nothing if it is no law.
    std::optional<std::int64_t> judge(const std::vector<std::size_t>& places) {
        for (const std::size_t c : places) {
            if (!to_[c] || !from_[c] || from_[c]->value == 0) continue;
            if (!add(c) && ++fails_ > 3 && fails_ > law_.holds.size()) return std::nullopt;
        }
        // What needs the rounding of its terms in most places is a coincidence; what is divided by one says nothing.
        if (law_.holds.size() < fewest || fails_ * 10 > law_.holds.size() || values_.size() < 4 ||
            divisors_.size() < 3 || closely_ * 3 < law_.holds.size() * 2)
            return std::nullopt;
        return static_cast<std::int64_t>(law_.holds.size() - fails_);
    }
    /// What is called a rate needs less than what is not: that it holds wherever it is printed, and digits enough; closely, if
    /// it is not of lines beside it.
    [[nodiscard]] bool speaks_for_name(bool beside) const noexcept {
        constexpr std::size_t few = 3;
        constexpr std::size_t least = 80;
        constexpr std::size_t least_beside = 50;
        // Of one value, as a price that is the same everywhere, it takes more.
        const bool varied = values_.size() > 1 || law_.holds.size() >= fewest;
        if (fails_ != 0 || divisors_.size() < few || !varied) return false;
        return beside ? closely_ * 2 >= law_.holds.size() && evidence_ >= least_beside
                      : closely_ == law_.holds.size() && evidence_ >= least;
    }
    /// The same of a rate whose terms are both rounded, so that it may be off by several of its units.
    [[nodiscard]] bool speaks_for_rounded() const noexcept {
        constexpr std::size_t least = 200;
        return fails_ == 0 && law_.holds.size() > fewest && values_.size() >= fewest && evidence_ >= least;
    }
    [[nodiscard]] bool always() const noexcept { return fails_ == 0; }
    [[nodiscard]] Law& law() noexcept { return law_; }

    static constexpr std::size_t fewest = 5;

  private:
    /// So many units of the result may it be off.
    static std::int64_t width_of(std::int64_t digits, std::int64_t divisor) noexcept {
        return 1 + 2 * magnitude(digits) / std::max<std::int64_t>(1, magnitude(divisor));
    }
    /// Whether it holds there, or nothing can be said.
    bool add(std::size_t c) {
        std::int64_t x = 0;
        std::int64_t y = 0;
        if (!to_common(*to_[c], *from_[c], x, y)) return true;
        const std::int64_t over = change_ ? x - y : x;
        // Amounts are rounded themselves, in whole billions too; 31.00000 is not, and 31.0 may be.
        const auto is_exact = [](const LawNumber& number) { return number.scale + 1 < number.printed; };
        const bool exact = is_exact(*to_[c]) || is_exact(*from_[c]);
        const Halves rounded{exact ? 0 : change_ ? 2 : 1, both_rounded_ && !exact ? 1 : 0};
        const auto plain = is_quotient(*result_[c], over, y, false, rounded);
        const auto percent = is_quotient(*result_[c], over, y, true, rounded);
        const bool is_plain = plain && *plain;
        if (!is_plain && !(percent && *percent)) return false;
        law_.holds.push_back(c);
        law_.per_cent.push_back(!is_plain);
        const auto close = is_quotient(*result_[c], over, y, !is_plain, {});
        closely_ += close && *close ? 1 : 0;
        if (result_[c]->value != 0) values_.insert(result_[c]->value);
        if (divisors_.insert({from_[c]->value, from_[c]->scale}).second && result_[c]->value != 0)
            if (const auto digits = shifted_by(result_[c]->value, result_[c]->printed - result_[c]->scale))
                evidence_ += evidence_of(both_rounded_ ? *digits / width_of(*digits, y) : *digits);
        return true;
    }

    const std::vector<std::optional<LawNumber>>& result_;
    const std::vector<std::optional<LawNumber>>& to_;
    const std::vector<std::optional<LawNumber>>& from_;
    bool change_;
    bool both_rounded_;
    Law law_;
    std::size_t fails_ = 0;
    std::size_t closely_ = 0;
    std::size_t evidence_ = 0;
    std::set<std::int64_t> values_{};
    std::set<std::pair<std::int64_t, int>> divisors_{};
};

/// Many rates may have one base that stands far off; the part that they are of stands beside them.
constexpr std::size_t fewest_far = 8;

/// The rate of a line that is called one, by few places: of lines right beside it, or by more digits of any.
std::optional<Law> named_quotient_of(const LawLines& lines, std::size_t k) {
    constexpr std::size_t beside = 4;
    const std::vector<std::size_t> places = places_of(lines[k]);
    std::optional<Law> best;
    std::size_t best_distance = 0;
    if (lines.size() > few_lines || places.size() > 4 * QuotientTrial::fewest) return best;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = 0; j < lines.size(); ++j) {
            if (i == k || j == k || i == j) continue;
            const std::size_t off = distance(i, k) + distance(j, k);
            if (best && off >= best_distance) continue;
            const bool near = distance(i, k) <= beside && distance(j, k) <= beside;
            for (const bool change : {false, true}) {
                QuotientTrial trial(lines, k, i, j, change);
                static_cast<void>(trial.judge(places));
                if (!trial.speaks_for_name(near)) continue;
                best_distance = off;
                best = std::move(trial.law());
            }
            if (!near || best_distance == off) continue;
            QuotientTrial rounded(lines, k, i, j, false, true);
            static_cast<void>(rounded.judge(places));
            if (rounded.speaks_for_rounded()) {
                best_distance = off;
                best = std::move(rounded.law());
            }
        }
    return best;
}

std::optional<Law> quotient_of(const LawLines& lines, std::size_t k) {
    const std::vector<std::size_t> places = places_of(lines[k]);
    if (places.size() < QuotientTrial::fewest) return std::nullopt;
    std::optional<Law> best;
    std::int64_t best_score = 0;
    const bool far = lines.size() <= few_lines && places.size() >= fewest_far;
    for (std::size_t i = k > nearest ? k - nearest : 0; i < std::min(lines.size(), k + nearest + 1); ++i)
        for (std::size_t j = far || k <= nearest ? 0 : k - nearest;
             j < (far ? lines.size() : std::min(lines.size(), k + nearest + 1)); ++j) {
            if (i == k || j == k || i == j) continue;
            for (const bool change : {false, true}) {
                QuotientTrial trial(lines, k, i, j, change);
                const auto found = trial.judge(places);
                if (!found) continue;
                if (distance(j, k) > nearest &&
                    (change || !trial.always() || trial.law().holds.size() < fewest_far))
                    continue;
                const std::int64_t score =
                    *found * 256 - static_cast<std::int64_t>(distance(i, k) + distance(j, k));
                if (best && score <= best_score) continue;
                best_score = score;
                best = std::move(trial.law());
            }
        }
    return best;
}

/// Whether the numbers of a line are smaller than those of another, nearly everywhere.
bool is_smaller(const LawLines& lines, std::size_t a, std::size_t b) {
    std::size_t smaller = 0;
    std::size_t larger = 0;
    for (std::size_t c = 0; c < lines[a].size(); ++c) {
        std::int64_t x = 0;
        std::int64_t y = 0;
        if (!lines[a][c] || !lines[b][c] || !to_common(*lines[a][c], *lines[b][c], x, y)) continue;
        ++(magnitude(x) < magnitude(y) ? smaller : larger);
    }
    return smaller > larger;
}

// ── sums of two that are no neighbours ───────────────────────────────────────────────────────────────────────────────

/// k = i + j at all places, where a cell without a number adds nothing.
class PairTrial {
  public:
    PairTrial(const LawLines& lines, std::int64_t step, std::size_t k, std::size_t i, std::size_t j)
        : lines_(lines), step_(step), k_(k), i_(i), j_(j) {}

    /// What speaks for it, in tenths of a digit; 0 if it is no law.
    std::size_t judge(const std::vector<std::size_t>& places) {
        for (const std::size_t c : places)
            if (!add(c)) return 0;
        if ((step_ == 1 && rounded_ * 3 > holds_.size()) || values_.size() < 3 ||
            (shares_.size() < 3 && !adjacent()))
            return 0;
        return evidence_ + (blank_fails_ ? 0 : blank_evidence_);
    }
    [[nodiscard]] Law law() const {
        Law law{.kind = Law::Kind::sum, .subject = k_, .lines = {i_, j_}, .holds = holds_, .always = true};
        if (!blank_fails_) law.holds.insert(law.holds.end(), blank_holds_.begin(), blank_holds_.end());
        std::sort(law.holds.begin(), law.holds.end());
        return law;
    }

  private:
    static constexpr std::int64_t large = 10'000; ///< of which one more or less is no coincidence

    [[nodiscard]] bool adjacent() const noexcept {
        const std::size_t low = std::min({k_, i_, j_});
        return std::max({k_, i_, j_}) - low == 2;
    }

    /// Whether it holds there, or nothing can be said.
    bool add(std::size_t c) {
        const auto& one = lines_[i_][c];
        const auto& other = lines_[j_][c];
        if (!one && !other) return true;
        const LawNumber zero;
        std::int64_t x = 0;
        std::int64_t y = 0;
        if (!to_common(one.value_or(zero), other.value_or(zero), x, y)) return true;
        const int scale = std::max(one.value_or(zero).scale, other.value_or(zero).scale);
        const LawNumber sum{x + y, static_cast<std::int8_t>(scale), 0};
        std::int64_t z = 0;
        std::int64_t total = 0;
        if (!to_common(sum, *lines_[k_][c], z, total)) return true;
        const bool fresh = total != 0 && seen_.insert({one ? x : -1, other ? y : -1}).second;
        if (!one || !other) {
            blank_fails_ = blank_fails_ || z != total;
            blank_holds_.push_back(c);
            if (fresh) blank_evidence_ += evidence_of(total);
            return true;
        }
        if (z != total) {
            // Amounts with decimals are rounded themselves, and so are large ones.
            const std::int64_t least = scale > 0 || step_ > 1 ? 20 : large;
            if (magnitude(z - total) != step_ || magnitude(total) < least * step_) return false;
            rounded_ += magnitude(total) < large * step_ ? 1U : 0U;
        }
        holds_.push_back(c);
        if (x == 0 || y == 0) return true;
        values_.insert(total);
        // Of three sums that would do as well, one is found.
        const bool exactly = z == total || step_ > 1;
        if (fresh) evidence_ += exactly ? evidence_of(total / step_) : evidence_of(total / 3);
        if (total != 0 && shares_.size() < 3)
            if (const auto hundred = times(magnitude(x), 50)) shares_.insert(*hundred / magnitude(total));
        return true;
    }

    const LawLines& lines_;
    std::int64_t step_;
    std::size_t k_;
    std::size_t i_;
    std::size_t j_;
    std::vector<std::size_t> holds_{};
    std::vector<std::size_t> blank_holds_{};
    std::size_t rounded_ = 0;
    bool blank_fails_ = false;
    std::size_t evidence_ = 0;
    std::size_t blank_evidence_ = 0;
    std::set<std::pair<std::int64_t, std::int64_t>> seen_{};
    std::set<std::int64_t> values_{};
    /// Columns that are multiples of each other are equal in all places as soon as they are in one.
    std::set<std::int64_t> shares_{};
};

/// Whether a law says already of which lines this one is the sum, and one of the two is among them.
bool is_said(const std::vector<Law>& known, std::size_t k, std::size_t i, std::size_t j) {
    return std::any_of(known.begin(), known.end(), [&](const Law& law) {
        const auto has = [&](std::size_t line) {
            return std::find(law.lines.begin(), law.lines.end(), line) != law.lines.end();
        };
        return law.kind == Law::Kind::sum && law.subject == k && (has(i) || has(j));
    });
}

/// The pairs that make a line: near it, where several do of other lines each, and far off.
struct Pairs {
    std::vector<Law> near{};
    std::vector<Law> far{};
};

/// Keeps the likeliest of those near a line, and of the others what is of other lines and has many digits.
void keep_apart(std::vector<std::pair<std::int64_t, Law>>& scored, std::vector<Law>& near) {
    constexpr std::int64_t least = 32 * 240;
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [score, law] : scored) {
        const bool apart = std::none_of(near.begin(), near.end(), [&law = law](const Law& other) {
            return std::find_first_of(law.lines.begin(), law.lines.end(), other.lines.begin(),
                                      other.lines.end()) != law.lines.end();
        });
        if (near.empty() || (apart && score >= least)) near.push_back(std::move(law));
    }
}

Pairs pairs_of(const LawLines& lines, std::int64_t step, std::size_t k, const std::vector<Law>& known) {
    constexpr std::size_t least = 90;
    constexpr std::size_t least_far = 160;
    constexpr std::size_t most_far = 20;
    const std::vector<std::size_t> places = places_of(lines[k]);
    Pairs found;
    if (places.size() < 3) return found;
    std::vector<std::pair<std::int64_t, Law>> scored;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            if (i == k || j == k) continue;
            const std::size_t close = std::min(distance(i, k), distance(j, k));
            const std::size_t off = std::max(distance(i, k), distance(j, k));
            if (is_said(known, k, i, j)) continue;
            PairTrial trial(lines, step, k, i, j);
            const std::size_t evidence = trial.judge(places);
            if (evidence < (off > nearest ? least_far : least)) continue;
            if (close > nearest) {
                if (found.far.size() >= most_far) continue;
                found.far.push_back(trial.law());
                found.far.back().evidence = evidence;
                continue;
            }
            const std::int64_t score =
                static_cast<std::int64_t>(evidence * 32) - static_cast<std::int64_t>(close + off);
            scored.emplace_back(score, trial.law());
            scored.back().second.evidence = evidence;
        }
    keep_apart(scored, found.near);
    return found;
}

/// Women and men of each occupation, far below all of it: lines that are far from what they make are believed where several
/// beside each other are so alike; or where all are totals themselves, as assets of liabilities and of equity.
void keep_blocks(std::vector<Law>& far, const std::vector<Law>& known) {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t least = 200;
    using Offsets = std::pair<std::size_t, std::size_t>;
    const auto offsets = [](const Law& law) {
        return Offsets{law.lines[0] - law.subject, law.lines[1] - law.subject};
    };
    std::map<Offsets, std::size_t> count;
    for (const Law& law : far) ++count[offsets(law)];
    std::set<std::size_t> totals;
    for (const Law& law : known)
        if (law.kind == Law::Kind::sum) totals.insert(law.subject);
    const auto of_totals = [&](const Law& law) {
        return law.evidence >= least && totals.contains(law.subject) && totals.contains(law.lines[0]) &&
               totals.contains(law.lines[1]);
    };
    std::erase_if(far, [&](const Law& law) { return count[offsets(law)] < fewest && !of_totals(law); });
}

} // namespace

std::vector<Law> find_quotients(const LawLines& lines, const std::vector<bool>& named_rate) {
    std::vector<Law> laws;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        auto law = quotient_of(lines, k);
        if (!law && named_rate[k]) law = named_quotient_of(lines, k);
        if (law) laws.push_back(std::move(*law));
    }
    // rate = part / whole is also whole = part / rate: the rate is the smaller of the two.
    std::vector<bool> turned(laws.size());
    for (std::size_t a = 0; a < laws.size(); ++a)
        for (std::size_t b = 0; b < laws.size(); ++b) {
            if (laws[a].kind != Law::Kind::quotient || laws[b].kind != Law::Kind::quotient) continue;
            if (laws[a].subject == laws[b].lines[1] && laws[a].lines[1] == laws[b].subject &&
                laws[a].lines[0] == laws[b].lines[0] && is_smaller(lines, laws[a].subject, laws[b].subject))
                turned[b] = true;
        }
    std::vector<Law> kept;
    for (std::size_t a = 0; a < laws.size(); ++a)
        if (!turned[a]) kept.push_back(std::move(laws[a]));
    return kept;
}

std::vector<Law> find_pairs(const LawLines& lines, const std::vector<bool>& excluded,
                            const std::vector<Law>& known) {
    std::vector<Law> laws;
    if (lines.size() > few_lines) return laws;
    std::vector<Law> far;
    const std::int64_t step = step_of(lines);
    for (std::size_t k = 0; k < lines.size(); ++k) {
        if (excluded[k] || is_line_of_years(lines[k])) continue;
        Pairs pairs = pairs_of(lines, step, k, known);
        std::move(pairs.near.begin(), pairs.near.end(), std::back_inserter(laws));
        std::move(pairs.far.begin(), pairs.far.end(), std::back_inserter(far));
    }
    keep_blocks(far, known);
    std::move(far.begin(), far.end(), std::back_inserter(laws));
    return laws;
}

} // namespace tieout::detail
