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

    /// A table with the sums of its rows and columns, in which every cell stands in two sums and a share, so that they
    /// hang together in circles; its first row is a product in one of three.
    Filing(std::mt19937_64& random, std::size_t rows, std::size_t columns) {
        const auto below = [&](std::uint64_t end) { return static_cast<std::int64_t>(random() % end); };
        std::vector<std::vector<std::int64_t>> cells(rows, std::vector<std::int64_t>(columns));
        std::vector<std::vector<Term>> in_rows(rows);
        std::vector<std::vector<Term>> in_columns(columns);
        const bool off = random() % 2 == 0;
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t k = 0; k < columns; ++k) {
                cells[i][k] = 1000 + below(90000);
                const std::int64_t error = off && below(4) == 0 ? 10 * (below(3) - 1) : 0;
                const Stated& cell = stated(printed(cells[i][k] + error, 2, unit::wan_yuan));
                in_rows[i].emplace_back(cell);
                in_columns[k].emplace_back(cell);
            }
        std::int64_t all = 0;
        std::vector<Term> totals;
        for (std::size_t i = 0; i < rows; ++i) {
            std::int64_t sum = 0;
            for (std::size_t k = 0; k < columns; ++k) sum += cells[i][k];
            const Stated& total = stated(printed(sum, 2, unit::wan_yuan));
            relations.sum(total, in_rows[i]);
            totals.emplace_back(total);
            all += sum;
            const Ratio share = Decimal{cells[i][0]} / Decimal{sum};
            relations.share(
                stated(Figure(as_percent(share, 1 + static_cast<int>(below(3)), Rounding::half_up))),
                figures[i * columns], total);
        }
        for (std::size_t k = 0; k < columns; ++k) {
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < rows; ++i) sum += cells[i][k];
            relations.sum(stated(printed(sum, 2, unit::wan_yuan)), in_columns[k]);
        }
        relations.sum(stated(printed(all, 2, unit::wan_yuan)), totals);
        if (random() % 3 == 0) {
            // It holds exactly with what is printed, and is nothing that the reckoner decides.
            Figure half = figures[0].best();
            half.value = half.value * Decimal::of(5, 1);
            Figure two(Decimal{2}, unit::plain);
            two.printing = Printing::exact;
            relations.product(figures[0], {stated(half), stated(two)});
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
    const auto compare = [&](Filing filing) {
        const std::vector<Check> checks = check_relations(filing.relations, {});
        const bool any_broken = std::any_of(checks.begin(), checks.end(), [](const Check& check) {
            return check.outcome == Outcome::broken || check.notes.has(Note::truncated);
        });
        if (any_broken) return;
        const bool joint = locate(filing.relations, checks, {}).joints.empty();
        filing.add_what_only_the_solver_knows();
        const std::vector<Check> solved = check_relations(filing.relations, {});
        REQUIRE(solved.size() == checks.size() + 1);
        REQUIRE(solved.back().outcome == Outcome::rounding);
        CHECK(locate(filing.relations, solved, {}).joints.empty() == joint);
        ++(joint ? together : impossible);
    };
    std::mt19937_64 random(20260711);
    SUBCASE("where sums are parts of sums") {
        for (int run = 0; run < 4000; ++run) compare(Filing(random));
        CHECK(together > 500);
        CHECK(impossible > 10);
    }
    SUBCASE("where cells stand in rows and columns") {
        for (int run = 0; run < 1500; ++run) compare(Filing(random, 2 + random() % 2, 2 + random() % 3));
        CHECK(together > 200);
        CHECK(impossible > 10);
    }
    MESSAGE(together, " filings hold jointly, ", impossible, " do not");
}

TEST_CASE("what holds exactly beside what is reckoned leaves nothing of its figures to rounding") {
    const auto joints = [](bool product) {
        std::deque<Stated> figures;
        const auto stated = [&](std::int64_t thousandths, int decimals, bool exact) -> const Stated& {
            Figure figure = printed(thousandths, decimals, unit::plain);
            if (exact) figure.printing = Printing::exact;
            return figures.emplace_back(std::move(figure));
        };
        Relations relations;
        const Stated& part = stated(5000, 2, false);
        // Only if both parts were rounded down by all that can be.
        relations.sum(stated(10010, 2, true), {part, stated(5000, 2, false)});
        if (product) relations.product(part, {stated(2500, 3, false), stated(2000, 0, true)});
        const std::vector<Check> checks = check_relations(relations, {});
        CHECK(checks.front().outcome == Outcome::rounding);
        CHECK((!product || checks.back().outcome == Outcome::exact));
        return locate(relations, checks, {}).joints.size();
    };
    CHECK(joints(false) == 0);
    CHECK(joints(true) == 1);
}
