// SPDX-License-Identifier: MIT
#include "locate/system.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <numeric>
#include <random>
#include <vector>

using namespace tieout;
using detail::Conflict;
using detail::Conventions;
using detail::Substitute;
using detail::System;
using detail::Work;

namespace {

/// A total of groups of parts, some with a rate of the total, one list that is open, a product and a bound; one figure is
/// printed with another value.
struct Part {
    std::deque<Stated> figures{};
    Relations relations{};
    std::vector<Check> checks{};
    std::vector<std::uint32_t> all{};
    CheckOptions options{};

    explicit Part(std::mt19937_64& random) {
        const auto below = [&](std::uint64_t end) { return static_cast<std::int64_t>(random() % end); };
        std::vector<Term> groups;
        std::int64_t sum = 0;
        for (int i = 0; i < 2; ++i) {
            std::vector<Term> parts;
            std::int64_t of_group = 0;
            for (int k = 2 + static_cast<int>(below(3)); k > 0; --k) {
                const bool taken_off = below(6) == 0;
                const std::int64_t part = below(8) == 0 ? 0 : below(9000);
                of_group += taken_off ? -part : part;
                parts.emplace_back(printed(part, 2 - static_cast<int>(below(3) == 0), unit::wan_yuan),
                                   Decimal(taken_off ? -1 : 1));
            }
            const Stated& group = printed(of_group, 2, unit::wan_yuan);
            relations.sum(group, parts, below(5) == 0);
            groups.emplace_back(group);
            sum += of_group;
        }
        const Stated& total = printed(sum, 2, unit::wan_yuan);
        relations.sum(total, groups);
        if (sum > 0) {
            const auto per_ten_thousand = [&](std::int64_t part) { return part * 10000 / sum * 10; };
            const std::int64_t first = static_cast<std::int64_t>(groups[0].statements[0].value.lo) * 10;
            relations.share(printed(per_ten_thousand(first), 2, unit::percent), Term(groups[0].statements),
                            total);
            if (below(2) == 0) {
                const Stated& before = printed(1 + below(20000), 2, unit::wan_yuan);
                const std::int64_t from = 10 * static_cast<std::int64_t>(before.best().value.lo);
                if (from > 0)
                    relations.growth(printed((sum - from) * 10000 / from * 10, 2, unit::percent), before,
                                     total);
            }
        }
        if (below(3) == 0) relations.at_most(Term(groups[1].statements), total);
        if (below(4) == 0)
            relations.product(total, {printed(sum, 1, unit::wan_yuan), printed(1000, 0, unit::plain)});
        // Something is printed wrong.
        Figure& wrong = figures[random() % figures.size()].statements().front();
        wrong.value += Decimal::of(1 + below(900), wrong.value.scale);
        if (below(5) == 0) wrong.value = -wrong.value;
        options.scale = below(6) == 0 ? ScaleReading::common : ScaleReading::own;
        checks = check_relations(relations, options);
        for (std::uint32_t i = 0; i < checks.size(); ++i)
            if (checks[i].outcome != Outcome::undecided) all.push_back(i);
    }

    /// A figure whose true value is known to thousandths.
    Stated& printed(std::int64_t thousandths, int decimals, Unit unit) {
        return figures.emplace_back(
            Figure(rounded(Decimal::of(thousandths, 3), decimals, Rounding::half_even), unit));
    }
};

/// The printed values about the ends of a range, and some further off.
std::vector<Decimal> about(const Range& range, const Decimal& printed) {
    std::vector<Decimal> values;
    for (const auto& end : {range.least, range.most})
        for (int step = -2; end && step <= 2; ++step)
            for (const int finer : {0, 1}) values.push_back(*end + Decimal::of(step, printed.scale + finer));
    for (const int step : {-3000, -40, 40, 3000})
        values.push_back(printed + Decimal::of(step, printed.scale));
    values.emplace_back(0);
    values.push_back(-printed);
    return values;
}

/// Calls use(part, reading, system, work) for the systems of many parts.
template <class Use>
void each_system(std::uint64_t seed, Use use) {
    std::mt19937_64 random(seed);
    for (int run = 0; run < 1500; ++run) {
        const Part part(random);
        if (part.all.empty()) continue;
        const Conventions reading{part.options, std::nullopt, part.options.scale};
        Work work{50'000'000};
        System system(part.relations, part.checks, part.all, reading, work);
        CAPTURE(run);
        use(part, reading, system, work);
    }
}

} // namespace

TEST_CASE("the range of a figure tells of other values what a system with them tells") {
    int holds = 0;
    int does_not = 0;
    int not_told = 0;
    each_system(20260715, [&](const Part& part, const Conventions& reading, System& system, Work& work) {
        const std::vector<char> none(system.figure_count(), 0);
        for (int number = 0; number < static_cast<int>(system.figure_count()); ++number) {
            const Figure& figure = system.figure(number);
            std::vector<char> wrong = none;
            wrong[static_cast<std::size_t>(number)] = 1;
            System::Extent extent;
            const std::optional<Range> range = system.range(number, wrong, extent);
            if (!range) continue;
            for (const Decimal& value : about(*range, figure.value)) {
                Substitute substitute{&figure, figure};
                substitute.in_place.value = value;
                substitute.in_place.bare_zero = is_zero(value) && value.scale == 0;
                const std::optional<bool> told = system.holds_with(substitute, extent);
                if (!told) {
                    ++not_told;
                    continue;
                }
                System changed(part.relations, part.checks, part.all, reading, work, {&substitute, 1});
                Conflict why;
                CAPTURE(number);
                CAPTURE(to_string(value));
                REQUIRE(changed.feasible(none, why) == *told);
                ++(*told ? holds : does_not);
            }
        }
    });
    MESSAGE(holds, " values hold, ", does_not, " do not, ", not_told, " are not told");
    CHECK(holds > 2000);
    CHECK(does_not > 2000);
    CHECK(not_told > 100);
}

TEST_CASE("the range of one part of a sum tells that of the others") {
    int told = 0;
    each_system(20260716, [&](const Part&, const Conventions&, System& system, Work&) {
        const std::vector<int> stand_ins = system.stand_ins();
        for (int number = 0; number < static_cast<int>(system.figure_count()); ++number) {
            const int other = stand_ins[static_cast<std::size_t>(number)];
            if (other == number) continue;
            const auto range_of = [&](int figure, System::Extent& extent) {
                std::vector<char> wrong(system.figure_count(), 0);
                wrong[static_cast<std::size_t>(figure)] = 1;
                return system.range(figure, wrong, extent);
            };
            System::Extent of_other;
            System::Extent alone;
            System::Extent like;
            const std::optional<Range> its = range_of(other, of_other);
            const std::optional<Range> mine = range_of(number, alone);
            // What explains all explains it whichever of them is wrong.
            REQUIRE(its.has_value() == mine.has_value());
            if (!mine) continue;
            const std::optional<Range> same = system.range_like(number, other, of_other, like);
            if (!same) continue;
            CHECK(same->figure == mine->figure);
            CHECK(same->low == mine->low);
            CHECK(same->high == mine->high);
            CHECK(same->least == mine->least);
            CHECK(same->most == mine->most);
            REQUIRE(like.spans.size() == 1);
            for (const bool upper : {false, true}) {
                const auto& a = upper ? like.spans[0].high : like.spans[0].low;
                const auto& b = upper ? alone.spans[0].high : alone.spans[0].low;
                REQUIRE(a.has_value() == b.has_value());
                if (a) CHECK(compare(*a, *b) == 0);
            }
            ++told;
        }
    });
    MESSAGE(told, " ranges are told by another");
    CHECK(told > 300);
}
