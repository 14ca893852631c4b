// SPDX-License-Identifier: MIT
#include <tieout/locate/locate.hpp>

#include "oracle.hpp"
#include "sets.hpp"

#include "relations/not_stated.hpp"

#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <set>
#include <string_view>

using namespace tieout;
using namespace tieout::test;
using namespace tieout::literals;

namespace {

Figure number(std::string_view text) {
    Figure figure(parse_decimal(text).value());
    figure.text = text;
    return figure;
}

Figure percent(std::string_view text) { return Figure(parse_decimal(text).value(), unit::percent); }

Located located(const Relations& relations, const CheckOptions& options = {},
                const LocateOptions& limits = {}) {
    return locate(relations, check_relations(relations, options), options, limits);
}

} // namespace

TEST_CASE("one broken sum: any one of its figures may be wrong, each with its range") {
    const Stated total = number("3960.32");
    const Stated basic = number("1277.71");
    const Stated project = number("2682.5");
    Relations relations;
    relations.sum(total, {basic, project});
    const Located found = located(relations);
    REQUIRE(found.parts.size() == 1);
    const FaultyPart& part = found.parts.front();
    CHECK(part.complete);
    CHECK(part.core.empty());
    CHECK(part.minimal_sets ==
          std::vector<std::vector<const Figure*>>{{&total.best()}, {&basic.best()}, {&project.best()}});
    CHECK(part.conflicts == std::vector<std::vector<std::uint32_t>>{{0}});
    REQUIRE(part.ranges.size() == 3);
    // 1277.71 ± 0.005 and 2682.5 ± 0.05: both ends belong.
    CHECK(part.ranges[0].low == End{parse_decimal("3960.155").value(), true});
    CHECK(part.ranges[0].high == End{parse_decimal("3960.265").value(), true});
    // 3960.15 stands for values up to 3960.155, which touches the end.
    CHECK(to_string(*part.ranges[0].least) == "3960.15");
    CHECK(to_string(*part.ranges[0].most) == "3960.27");
    CHECK(to_string(*part.ranges[2].least) == "2682.6");
    CHECK(to_string(*part.ranges[2].most) == "2682.6");
    CHECK(part.ranges[2].only_one());
    CHECK(found.joints.empty());
}

TEST_CASE("a figure that another relation confirms is no suspect") {
    const Stated total = number("5498.15");
    const Stated basic = number("3021.47");
    const Stated project = number("2467.68");
    const Stated fund_a = number("5000.00");
    const Stated fund_b = number("498.15");
    const Stated row_a = number("2000.00");
    const Stated row_b = number("476.68");
    const Stated half_a = number("3000.00");
    const Stated half_b = number("21.47");
    Relations relations;
    relations.sum(total, {basic, project});
    relations.sum(total, {fund_a, fund_b});
    relations.sum(project, {row_a, row_b});
    relations.sum(basic, {half_a, half_b});
    const Located found = located(relations);
    REQUIRE(found.parts.size() == 1);
    const FaultyPart& part = found.parts.front();
    CHECK(part.minimal_sets == std::vector<std::vector<const Figure*>>{{&project.best()}});
    CHECK(part.core == std::vector<const Figure*>{&project.best()});
    REQUIRE_FALSE(part.repairs.empty());
    CHECK(part.repairs.front().slips.front()->code == "digits_exchanged");
    CHECK(to_string(part.repairs.front().changes.front().to) == "2476.68");
    CHECK(part.repairs.front().resolves == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("figures that pass one by one can be impossible together") {
    const Stated ten = number("10");
    const Stated five = number("5");
    const Stated four = number("4");
    const Stated a = number("2");
    const Stated b = number("2");
    const Stated c = number("1");
    const Stated d = number("2");
    const Stated bystander = number("7");
    const Stated beside = number("3");
    Relations relations;
    relations.sum(ten, {five, four});
    relations.sum(five, {a, b});
    relations.at_most(beside, bystander);
    relations.sum(four, {c, d});
    relations.at_most(five, ten);
    for (const Check& check : check_relations(relations, {})) CHECK(check.outcome != Outcome::broken);
    const Located found = located(relations);
    REQUIRE(found.joints.size() == 1);
    CHECK(found.joints.front().checks == std::vector<std::uint32_t>{0, 1, 3});
    REQUIRE(found.parts.size() == 1);
    CHECK(Sets(sets_of(found)) == oracle::Oracle(relations).smallest());

    SUBCASE("and possible with one unit more") {
        const Stated three = number("3");
        Relations possible;
        possible.sum(ten, {five, four});
        possible.sum(five, {a, three});
        possible.sum(four, {c, d});
        CHECK(located(possible).joints.empty());
        CHECK(located(possible).parts.empty());
    }
}

TEST_CASE("what is missing is free, but the same wherever it stands") {
    const Stated total = number("10");
    const Stated a = number("4");
    const Stated missing = Figure();
    const Stated c = number("7");
    const Stated d = number("5");
    Relations relations;
    relations.sum(total, {a, missing});
    relations.sum(missing, {c, d});
    for (const Check& check : check_relations(relations, {})) CHECK(check.outcome == Outcome::undecided);
    const Located found = located(relations);
    REQUIRE(found.joints.size() == 1);
    CHECK(found.joints.front().checks == std::vector<std::uint32_t>{0, 1});
    REQUIRE(found.parts.size() == 1);
    CHECK(found.parts.front().complete);
    // It has no value to correct, though the proof goes through it.
    CHECK(sets_of(found) == Sets{{&total.best()}, {&a.best()}, {&c.best()}, {&d.best()}});

    SUBCASE("and possible where it can be one number") {
        const Stated fitting = number("-1");
        Relations possible;
        possible.sum(total, {a, missing});
        possible.sum(missing, {c, fitting});
        CHECK(located(possible).joints.empty());
        CHECK(located(possible).parts.empty());
    }
    SUBCASE("what is stated nowhere is another figure in each relation") {
        Relations silent;
        silent.linear(std::array{Term(total), Term(a.statements(), Decimal(-1)),
                                 Term(not_stated().statements, Decimal(-1))},
                      Comparison::equals, Decimal(0), unit::plain);
        silent.linear(
            std::array{not_stated(), Term(c.statements(), Decimal(-1)), Term(d.statements(), Decimal(-1))},
            Comparison::equals, Decimal(0), unit::plain);
        for (const Check& check : check_relations(silent, {})) CHECK(check.outcome == Outcome::undecided);
        CHECK(located(silent).joints.empty());
        CHECK(located(silent).parts.empty());
    }
    SUBCASE("what is marked as not applicable or is approximate takes no part") {
        for (const State state : {State::not_applicable, State::approximate, State::unreadable}) {
            Figure figure = number("6");
            figure.state = state;
            const Stated unusable = figure;
            Relations silent;
            silent.sum(total, {a, unusable});
            silent.sum(unusable, {c, d});
            CHECK(located(silent).joints.empty());
            CHECK(located(silent).parts.empty());
        }
    }
    SUBCASE("approximate words take no part either") {
        Relations about;
        about.sum(total, {a, missing});
        about.approximately(true);
        about.sum(missing, {c, d});
        CHECK(located(about).joints.empty());
    }
    SUBCASE("nor do units that cannot be added") {
        const Stated people = Figure(7, "人");
        Relations mixed;
        mixed.sum(total, {a, missing});
        mixed.sum(missing, {people, d});
        CHECK(located(mixed).joints.empty());
    }
    SUBCASE("a bound is broken through it, too") {
        // Rounding leaves the missing figure at most 7.
        const Stated eight = number("8");
        Relations bounds;
        bounds.sum(total, {a, missing});
        bounds.at_most(eight, missing);
        CHECK(sets_of(located(bounds)) == Sets{{&total.best()}, {&a.best()}, {&eight.best()}});
        Relations kept;
        kept.sum(total, {a, missing});
        kept.at_most(c, missing);
        CHECK(located(kept).parts.empty());
    }
}

TEST_CASE("a missing divisor, rate or factor proves nothing") {
    const Stated missing = Figure();
    const Stated part = number("5");
    const Stated whole = number("10");
    const Stated half = percent("50.0");
    const Stated three = number("3");
    Relations divisor;
    divisor.share(half, part, missing);
    divisor.sum(missing, {three, three});
    CHECK(located(divisor).parts.empty());
    Relations rate;
    const Stated missing_rate = Figure(Percent{});
    Figure empty = missing_rate.best();
    empty.state = State::blank;
    const Stated no_rate = empty;
    const Stated third = percent("33.3");
    rate.share(no_rate, part, whole);
    rate.equal({no_rate, third});
    CHECK(located(rate).parts.empty());
    Relations factor;
    factor.product(whole, {part, missing});
    factor.sum(missing, {three, three});
    CHECK(located(factor).parts.empty());

    SUBCASE("but a missing part or product does") {
        Relations shares;
        shares.share(half, missing, whole);
        shares.sum(missing, {three, three, three});
        CHECK(located(shares).joints.size() == 1);
        Relations products;
        products.product(missing, {part, whole});
        products.sum(missing, {three, three});
        CHECK(located(products).joints.size() == 1);
    }
}

TEST_CASE("of three equal figures two disagree although the third is missing") {
    const Stated five = number("5");
    const Stated seven = number("7");
    const Stated missing = Figure();
    const Stated part = number("5");
    const Stated none = number("0");
    Relations relations;
    relations.equal({five, missing, seven});
    relations.sum(five, {part, none});
    const Located found = located(relations);
    REQUIRE(found.joints.size() == 1);
    CHECK(found.joints.front().checks == std::vector<std::uint32_t>{0});
    CHECK(sets_of(found) == Sets{{&seven.best()}});
}

TEST_CASE("an explanation of what is broken must leave room for what is missing") {
    const Stated total = number("20");
    const Stated a = number("4");
    const Stated b = number("9");
    const Stated missing = Figure();
    const Stated half = number("2");
    const Stated whole = number("13");
    Relations relations;
    relations.sum(total, {a, b});
    relations.sum(whole, {b, missing});
    relations.sum(missing, {half, half});
    // b is confirmed by what stands beside it, although that is missing.
    CHECK(sets_of(located(relations)) == Sets{{&total.best()}, {&a.best()}});
}

TEST_CASE("an open end keeps figures apart that closed ends would let touch") {
    // 1.5 + 2.5 reaches 4 only at the ends of 1 and 3, which are shut out when ties go up.
    Stated one = number("1");
    Stated three = number("2");
    Stated five = number("5");
    Stated sum = number("5");
    Relations relations;
    relations.sum(five, {one, three});
    relations.equal({five, sum});
    // 5 - 0.5 = 1.5 + 2.5 + 0.5: closed ends touch at 4.5 > 4.0
    CHECK(located(relations).parts.size() == 1);
    const Stated four = number("4");
    Relations touching;
    touching.sum(four, {one, three});
    CHECK(located(touching).parts.empty());
    CheckOptions up;
    up.rounding = Printing::half_up;
    Relations more;
    more.sum(five, {one, three, one});
    CHECK(check_relations(more, up).front().outcome != Outcome::broken);
}

TEST_CASE("a fixed figure is never a suspect, and trust decides between suspects") {
    Figure sure = number("10");
    sure.fixed = true;
    Figure trusted = number("5");
    trusted.trust = Decimal(2);
    const Stated total = sure;
    const Stated a = trusted;
    const Stated b = number("3");
    Relations relations;
    relations.sum(total, {a, b});
    const Located found = located(relations);
    REQUIRE(found.parts.size() == 1);
    CHECK(found.parts.front().minimal_sets == std::vector<std::vector<const Figure*>>{{&b.best()}});
    SUBCASE("where all figures are fixed, nothing explains it, and that is said") {
        Figure fixed_a = trusted;
        fixed_a.fixed = true;
        Figure fixed_b = number("3");
        fixed_b.fixed = true;
        const Stated x = fixed_a;
        const Stated y = fixed_b;
        Relations hopeless;
        hopeless.sum(total, {x, y});
        const Located none = located(hopeless);
        REQUIRE(none.parts.size() == 1);
        CHECK(none.parts.front().minimal_sets.empty());
        CHECK(none.parts.front().complete);
    }
}

TEST_CASE("a rate is wrong alone when its counts are confirmed, and only one value can be meant") {
    const Stated rate = percent("83.03");
    const Stated done = Figure(8901, "件");
    const Stated all = Figure(10000, "件");
    const Stated done_a = Figure(8000, "件");
    const Stated done_b = Figure(901, "件");
    const Stated all_a = Figure(9000, "件");
    const Stated all_b = Figure(1000, "件");
    Relations relations;
    relations.ratio(rate, {done}, {all});
    relations.sum(done, {done_a, done_b});
    relations.sum(all, {all_a, all_b});
    const Located found = located(relations);
    REQUIRE(found.parts.size() == 1);
    const FaultyPart& part = found.parts.front();
    CHECK(part.minimal_sets == std::vector<std::vector<const Figure*>>{{&rate.best()}});
    REQUIRE(part.ranges.size() == 1);
    CHECK(part.ranges.front().only_one());
    CHECK(to_string(*part.ranges.front().least) == "89.01");
    REQUIRE(part.repairs.size() == 1);
    CHECK(part.repairs.front().slips.empty());
    CHECK(to_string(part.repairs.front().changes.front().to) == "89.01");
}

TEST_CASE(
    "a rate over another base than the one named keeps its value, and the base is named with its terms") {
    const Stated change = 254.25_wan;
    const Stated rate = percent("12.82");
    const Stated cost = 3112.91_wan;
    const Stated worn = 1129.81_wan;
    Relations relations;
    relations.readings_begin(true);
    relations.ratio(rate, {change}, {cost, {change, -1}});
    relations.ratio(rate, {change}, {cost, {worn, -1}, {change, -1}});
    relations.readings_end();
    const Located found = located(relations);
    REQUIRE(found.parts.size() == 1);
    const auto& repairs = found.parts.front().repairs;
    const auto over = std::find_if(repairs.begin(), repairs.end(),
                                   [](const Repair& repair) { return repair.rate != nullptr; });
    REQUIRE(over != repairs.end());
    CHECK(over->changes.empty());
    CHECK(over->slips == std::vector<const Slip*>{&wrong_base()});
    REQUIRE(over->base.size() == 2);
    CHECK(over->base[0].figure == &cost.best());
    CHECK(over->base[1].figure == &worn.best());
    CHECK(over->base[1].coefficient == Decimal(-1));
}

TEST_CASE("a divisor whose sign is the slip is found") {
    const Stated rate = percent("50.00");
    const Stated part = number("5.00");
    const Stated whole = number("-10.00");
    const Stated a = number("4.00");
    const Stated b = number("6.00");
    Relations relations;
    relations.share(rate, part, whole);
    relations.sum(whole, {a, b});
    const Located found = located(relations);
    CHECK(sets_of(found) == Sets{{&whole.best()}});
    REQUIRE_FALSE(found.parts.front().repairs.empty());
    CHECK(to_string(found.parts.front().repairs.front().changes.front().to) == "10.00");
    CHECK(found.parts.front().repairs.front().slips.front()->code == "sign");
    SUBCASE("and one that is truly negative keeps its sign") {
        const Stated loss = number("-5.00");
        const Stated minus_a = number("-4.00");
        const Stated minus_b = number("-6.00");
        Relations negative;
        negative.share(rate, loss, whole);
        negative.sum(whole, {minus_a, minus_b});
        CHECK(located(negative).parts.empty());
        const Stated other = percent("60.00");
        negative.share(other, loss, whole);
        CHECK(sets_of(located(negative)) == Sets{{&other.best()}});
    }
}

TEST_CASE("errors that share no figure are explained apart") {
    std::deque<Stated> figures;
    Relations relations;
    const auto state = [&](std::string_view text) -> Stated& { return figures.emplace_back(number(text)); };
    std::vector<Term> parts;
    for (int i = 0; i < 4; ++i) {
        const Stated& total = state("50.00");
        relations.sum(total, {state("20.00"), state("20.00")});
        parts.emplace_back(total);
    }
    relations.sum(state("200.00"), parts);
    const Located found = located(relations);
    CHECK(found.parts.size() == 4);
    for (const FaultyPart& part : found.parts) {
        CHECK(part.complete);
        // The totals are confirmed by what they add up to.
        CHECK(part.minimal_sets.size() == 2);
    }
}

TEST_CASE("where nothing is wrong nothing is computed") {
    const Stated total = number("100.00");
    const Stated a = number("50.00");
    const Stated b = number("50.00");
    const Stated off = number("50.01");
    const Stated half = percent("50.00");
    const Stated missing = Figure();
    Relations exact;
    exact.sum(total, {a, b});
    exact.share(half, a, total);
    CHECK(located(exact).work == 0);
    Relations rounded = exact;
    const Stated again = number("100.00");
    const Stated c = number("50.00");
    rounded.sum(again, {c, off});
    CHECK(check_relations(rounded, {}).back().outcome == Outcome::rounding);
    CHECK(located(rounded).work == 0);
    // A figure that is missing in one place is whatever it must be.
    Relations gap = exact;
    gap.sum(a, {b, missing});
    CHECK(located(gap).work == 0);
    SUBCASE("and where something is, it is") {
        const Stated wrong = number("60.00");
        Relations broken = exact;
        broken.sum(total, {a, wrong});
        CHECK(located(broken).work > 0);
    }
}

TEST_CASE("without work there is no answer, and that is said") {
    const Stated total = number("100.00");
    const Stated a = number("50.00");
    const Stated b = number("40.00");
    Relations relations;
    relations.sum(total, {a, b});
    LocateOptions none;
    none.work = 1;
    const Located found = located(relations, {}, none);
    REQUIRE(found.parts.size() == 1);
    CHECK_FALSE(found.parts.front().complete);
    CHECK(found.parts.front().minimal_sets.empty());
    CHECK(found.parts.front().conflicts == std::vector<std::vector<std::uint32_t>>{{0}});
}

TEST_CASE("what all parts together may take is limited too, and what comes after it says so") {
    std::deque<Stated> figures;
    Relations one;
    Relations several;
    for (int i = 0; i < 3; ++i) {
        const Stated& total = figures.emplace_back(number("100.00"));
        const Stated& a = figures.emplace_back(number("50.00"));
        const Stated& b = figures.emplace_back(number("40.00"));
        if (i == 0) one.sum(total, {a, b});
        several.sum(total, {a, b});
    }
    LocateOptions limits;
    limits.work_in_all = located(one).work;
    const Located found = located(several, {}, limits);
    REQUIRE(found.parts.size() == 3);
    CHECK(found.work == limits.work_in_all);
    CHECK(found.parts[0].complete);
    CHECK(found.parts[0].ranges.size() == 3);
    CHECK_FALSE(found.parts[1].complete);
    CHECK_FALSE(found.parts[2].complete);
    limits.work_in_all = 3 * limits.work_in_all;
    CHECK(located(several, {}, limits).parts[2].ranges.size() == 3);
}

TEST_CASE("more sets than are asked for are counted, and make a part incomplete") {
    std::deque<Stated> figures;
    std::vector<Term> parts;
    for (int i = 0; i < 9; ++i) parts.emplace_back(figures.emplace_back(number("10.00")));
    const Stated total = number("95.00");
    Relations relations;
    relations.sum(total, parts);
    LocateOptions limits;
    limits.sets_max = 10;
    const Located all = located(relations, {}, limits);
    CHECK(all.parts.front().complete);
    CHECK(all.parts.front().minimal_sets.size() == 10);
    CHECK(all.parts.front().sets_total == 10);
    limits.sets_max = 9;
    const Located some = located(relations, {}, limits);
    CHECK_FALSE(some.parts.front().complete);
    CHECK(some.parts.front().minimal_sets.size() == 9);
    CHECK(some.parts.front().sets_total == 10);
    // The first of them, with all that there is to say of each.
    CHECK(some.parts.front().minimal_sets.back() == all.parts.front().minimal_sets[8]);
    CHECK(some.parts.front().ranges.size() == 9);
}

TEST_CASE("a sum of thousands of figures is answered in full, though not all of it is listed") {
    constexpr std::size_t count = 3000;
    std::deque<Stated> figures;
    std::vector<Term> parts;
    for (std::size_t i = 0; i < count; ++i)
        parts.emplace_back(figures.emplace_back(number(i == 7 ? "250.00" : "100.00")));
    const Stated total = number("300200.00");
    Relations relations;
    relations.sum(total, parts);
    const Located found = located(relations);
    REQUIRE(found.parts.size() == 1);
    const FaultyPart& part = found.parts.front();
    CHECK(part.minimal_sets.size() == LocateOptions{}.sets_max);
    CHECK(part.sets_total == count + 1);
    CHECK_FALSE(part.complete);
    CHECK(part.core.empty());
    CHECK(part.ranges.size() == part.minimal_sets.size());
}

TEST_CASE("of more pairs than are listed none is called wrong in any case") {
    // Two sums of one total, each with its own error: one figure of each is wrong, or the total and one of either.
    std::deque<Stated> figures;
    Relations relations;
    const Stated total = number("1000.00");
    for (const std::string_view part : {"60.00", "70.00"}) {
        std::vector<Term> parts;
        for (int i = 0; i < 10; ++i) parts.emplace_back(figures.emplace_back(number(part)));
        relations.sum(total, parts);
    }
    LocateOptions limits;
    limits.sets_max = 5;
    const Located found = located(relations, {}, limits);
    REQUIRE(found.parts.size() == 1);
    const FaultyPart& part = found.parts.front();
    CHECK(part.minimal_sets.size() == 5);
    CHECK(part.sets_total == 10 * 10 + 2 * 10);
    CHECK_FALSE(part.complete);
    CHECK(part.core.empty());
    // What a figure can be depends on the one beside it, and not all of those are listed.
    CHECK(part.ranges.empty());
    CHECK(part.repairs.empty());
}

namespace {

/// Sums that make one total, each with an error in a figure that nothing confirms.
struct ManyErrors {
    std::deque<Stated> figures{};
    Relations relations{};
    std::vector<const Figure*> wrong{};

    explicit ManyErrors(int count) {
        std::vector<Term> parts;
        for (int i = 0; i < count; ++i) {
            const Stated& total = state("50.00");
            const Stated& first = state("20.00");
            const Stated& second = state("20.00");
            relations.sum(total, {first, second});
            relations.sum(first, {state("15.00"), state("5.00")});
            wrong.push_back(&second.best());
            parts.emplace_back(total);
        }
        relations.sum(state(to_string(Decimal(50 * count)) + ".00"), parts);
    }
    Stated& state(std::string_view text) { return figures.emplace_back(number(text)); }
};

} // namespace

TEST_CASE("what was proved before the work was used up is kept") {
    const ManyErrors filing(3);
    const Located all = located(filing.relations);
    REQUIRE(all.parts.size() == 3);
    bool partly = false;
    // However much work is allowed, what is said is an answer.
    for (std::uint64_t work = 1; work < 20'000; work += work / 8 + 1) {
        LocateOptions limits;
        limits.work = work;
        const Located found = located(filing.relations, {}, limits);
        bool complete = true;
        for (const FaultyPart& part : found.parts) complete = complete && part.complete;
        if (complete) {
            CHECK(sets_of(found) == sets_of(all));
            continue;
        }
        for (const FaultyPart& part : found.parts) CHECK(part.core.empty());
        for (const FaultyPart& part : found.parts)
            for (const auto& set : part.minimal_sets) {
                partly = true;
                for (const Figure* figure : set)
                    CHECK(std::find(filing.wrong.begin(), filing.wrong.end(), figure) != filing.wrong.end());
            }
    }
    CHECK(partly);
}

TEST_CASE("of errors too many to try every combination one answer is found at least") {
    const ManyErrors filing(12);
    const Located found = located(filing.relations);
    REQUIRE(found.parts.size() == 1);
    CHECK_FALSE(found.parts.front().complete);
    CHECK(found.parts.front().minimal_sets == std::vector<std::vector<const Figure*>>{filing.wrong});
    CHECK(found.parts.front().checks.size() >= 12);
}

TEST_CASE("warnings neither explain nor are explained") {
    const Stated part = number("8.00");
    const Stated whole = number("6.00");
    Relations relations;
    relations.origin({.severity = Severity::warning});
    relations.at_most(part, whole);
    CHECK(check_relations(relations, {}).front().outcome == Outcome::broken);
    CHECK(located(relations).parts.empty());
}
