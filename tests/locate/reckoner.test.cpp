// SPDX-License-Identifier: MIT
#include <tieout/locate/locate.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <random>
#include <vector>

using namespace tieout;

namespace {

/// A figure whose true value is known to thousandths, as it is printed with fewer decimals.
Figure printed(std::int64_t thousandths, int decimals, Unit unit) {
    return Figure(rounded(Decimal::of(thousandths, 3), decimals, Rounding::half_even), unit);
}

/// Two levels of sums with a share, a bound and a restated total. In every second filing one part is printed one unit
/// off, which single checks may let pass and all together may not.
struct Filing {
    std::deque<Stated> figures{};
    Relations relations{};

    explicit Filing(std::mt19937_64& random) {
        const auto below = [&](std::uint64_t end) { return static_cast<std::int64_t>(random() % end); };
        const bool off = random() % 2 == 0;
        std::vector<const Stated*> middle;
        std::int64_t all = 0;
        for (int i = 0; i < 2; ++i) {
            std::vector<Term> parts;
            std::int64_t sum = 0;
            const int count = 2 + static_cast<int>(below(2));
            for (int k = 0; k < count; ++k) {
                const std::int64_t part = below(9000);
                sum += part;
                const std::int64_t error = off && k == 0 ? 10 * (below(3) - 1) : 0;
                parts.emplace_back(
                    stated(printed(part + error, 2 - static_cast<int>(below(3) == 0), unit::wan_yuan)));
            }
            middle.push_back(&stated(printed(sum, 2, unit::wan_yuan)));
            relations.sum(*middle.back(), parts);
            all += sum;
        }
        const Stated& total = stated(printed(all, 2, unit::wan_yuan));
        const Stated& again = stated(printed(all * 10000, static_cast<int>(below(3)), unit::yuan));
        relations.sum(total, {*middle[0], *middle[1]});
        relations.equal({total, again});
        relations.at_most(*middle[0], total);
        if (all > 0) {
            const Ratio share = middle[0]->best().base_value() / total.best().base_value();
            relations.share(stated(Figure(as_percent(share, static_cast<int>(below(3)), Rounding::half_up))),
                            *middle[0], total);
        }
    }

    const Stated& stated(Figure figure) { return figures.emplace_back(std::move(figure)); }

    /// Something that holds within rounding, but is not reckoned, and has nothing to do with the rest.
    void add_what_only_the_solver_knows() {
        const Stated& total = stated(printed(1000, 2, unit::wan_yuan));
        relations.sum(total, {Term(stated(printed(2005, 3, unit::yuan)), Decimal(5000))});
    }
};

} // namespace

TEST_CASE("what is reckoned to hold together is what the solver says holds together") {
    int together = 0;
    int impossible = 0;
    std::mt19937_64 random(20260711);
    for (int run = 0; run < 4000; ++run) {
        Filing filing(random);
        const std::vector<Check> checks = check_relations(filing.relations, {});
        const bool any_broken = std::any_of(checks.begin(), checks.end(), [](const Check& check) {
            return check.outcome == Outcome::broken || check.notes.has(Note::truncated);
        });
        if (any_broken) continue;
        const bool joint = locate(filing.relations, checks, {}).joints.empty();
        filing.add_what_only_the_solver_knows();
        const std::vector<Check> solved = check_relations(filing.relations, {});
        REQUIRE(solved.size() == checks.size() + 1);
        REQUIRE(solved.back().outcome == Outcome::rounding);
        CHECK(locate(filing.relations, solved, {}).joints.empty() == joint);
        ++(joint ? together : impossible);
    }
    MESSAGE(together, " filings hold jointly, ", impossible, " do not");
    CHECK(together > 500);
    CHECK(impossible > 10);
}
