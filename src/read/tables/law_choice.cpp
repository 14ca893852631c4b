// SPDX-License-Identifier: MIT
#include "read/tables/law_choice.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace tieout::detail {

namespace {

using Line = std::vector<std::optional<LawNumber>>;

auto key_of(const std::optional<LawNumber>& number) {
    return number ? std::tuple{true, number->value, number->scale}
                  : std::tuple{false, std::int64_t{0}, std::int8_t{0}};
}

struct Before {
    bool operator()(const Line* a, const Line* b) const {
        return std::lexicographical_compare(
            a->begin(), a->end(), b->begin(), b->end(),
            [](const auto& x, const auto& y) { return key_of(x) < key_of(y); });
    }
};

/// Whether it has two numbers that differ, besides nothing.
bool is_told_apart(const Line& line) {
    const LawNumber* first = nullptr;
    for (const auto& number : line) {
        if (!number || number->value == 0) continue;
        if (first == nullptr)
            first = &*number;
        else if (first->value != number->value || first->scale != number->scale)
            return true;
    }
    return false;
}

bool is_down(const Law& law) noexcept { return law.lines.front() > law.subject; }

/// Lines between a total and its parts; copies of it beside it are none.
std::size_t distance_of(const Law& law, const std::vector<std::size_t>& originals) {
    const auto [low, high] = std::minmax_element(law.lines.begin(), law.lines.end());
    std::size_t between = 0;
    for (std::size_t line = std::min(*high, law.subject) + 1; line < std::max(*low, law.subject); ++line)
        between += originals[line] != originals[law.subject] ? 1U : 0U;
    return between;
}

/// A total together with the parts that make it is no list of parts.
bool doubles(const Law& law, const Law& other) {
    const auto has = [&](std::size_t line) {
        return std::find(law.lines.begin(), law.lines.end(), line) != law.lines.end();
    };
    return has(other.subject) && std::all_of(other.lines.begin(), other.lines.end(), has);
}

/// On which side of their parts the totals stand, by the places where they do.
class Direction {
  public:
    explicit Direction(const std::vector<Law>& sums) {
        for (const Law& law : sums) count_[is_down(law) ? 1 : 0] += law.holds.size();
    }
    [[nodiscard]] bool fits(const Law& law) const noexcept {
        return count_[is_down(law) ? 1 : 0] >= count_[is_down(law) ? 0 : 1];
    }

  private:
    std::array<std::size_t, 2> count_{};
};

} // namespace

std::vector<std::size_t> originals_of(const LawLines& lines) {
    std::vector<std::size_t> originals(lines.size());
    std::map<const Line*, std::size_t, Before> first;
    for (std::size_t i = 0; i < lines.size(); ++i)
        originals[i] = is_told_apart(lines[i]) ? first.emplace(&lines[i], i).first->second : i;
    return originals;
}

void leave_restated(const std::vector<std::size_t>& originals, std::vector<Law>& sums) {
    const Direction direction(sums);
    const auto parts_of = [&](const Law& law) {
        std::vector<std::size_t> parts;
        for (const std::size_t line : law.lines) parts.push_back(originals[line]);
        std::sort(parts.begin(), parts.end());
        return parts;
    };
    std::vector<std::vector<std::size_t>> parts;
    for (const Law& law : sums) parts.push_back(parts_of(law));
    // What is stated in the place of another: it always holds, it stands nearer to its parts, or on the side on which totals do.
    const auto is_better = [&](std::size_t a, std::size_t b) {
        const auto rank = [&](const Law& law) {
            return std::tuple{!law.always, distance_of(law, originals), !direction.fits(law)};
        };
        return rank(sums[a]) < rank(sums[b]);
    };
    constexpr std::size_t enough = 120;
    const auto is_weaker = [&](std::size_t a, std::size_t b) {
        return sums[a].evidence < enough && sums[a].holds.size() < sums[b].holds.size();
    };
    std::vector<bool> left(sums.size());
    for (std::size_t a = 0; a < sums.size(); ++a)
        for (std::size_t b = 0; b < sums.size(); ++b) {
            if (a == b) continue;
            const Law& law = sums[a];
            const Law& other = sums[b];
            if (other.kind == Law::Kind::sum && doubles(law, other)) left[a] = true;
            if (law.kind != Law::Kind::sum || other.kind != Law::Kind::sum) continue;
            if (parts[a] == parts[b] && is_better(b, a)) left[a] = true;
            if (law.subject == other.subject && is_weaker(a, b)) left[a] = true;
        }
    std::vector<Law> kept;
    for (std::size_t a = 0; a < sums.size(); ++a)
        if (!left[a]) kept.push_back(std::move(sums[a]));
    sums = std::move(kept);
}

} // namespace tieout::detail
