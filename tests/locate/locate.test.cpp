// SPDX-License-Identifier: MIT
#include <tieout/locate/locate.hpp>

#include "oracle.hpp"

#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <random>
#include <string>

using namespace tieout;
using namespace tieout::literals;

namespace {

using Sets = std::set<std::set<const Figure*>>;

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

std::string described(const Figure& figure) {
    return to_string(figure.value) + std::string(figure.unit.word()) +
           (figure.printing ? "/" + std::string(name_of(*figure.printing)) : "") + (figure.fixed ? "!" : "") +
           "#" + to_string(figure.trust);
}

std::string described_all(const Relations& relations) {
    std::string text;
    for (const Relation& relation : relations.all()) {
        text += std::string(name_of(relation.kind)) + ":";
        for (const Operand& operand : relations.operands(relation))
            text += " " + to_string(operand.coefficient) + "*" + described(*operand.figure);
        text += "\n";
    }
    return text;
}

std::string described_sets(const Sets& sets) {
    std::string text;
    for (const auto& set : sets) {
        text += "{";
        for (const Figure* figure : set) text += " " + described(*figure);
        text += " } ";
    }
    return text + "\n";
}

/// All combinations of one set of each part.
Sets sets_of(const Located& found) {
    Sets all{{}};
    for (const FaultyPart& part : found.parts) {
        Sets next;
        for (const auto& before : all)
            for (const auto& set : part.minimal_sets) {
                auto both = before;
                both.insert(set.begin(), set.end());
                next.insert(std::move(both));
            }
        all = std::move(next);
    }
    return all;
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

TEST_CASE("more sets than are asked for make a part incomplete") {
    std::deque<Stated> figures;
    std::vector<Term> parts;
    for (int i = 0; i < 9; ++i) parts.emplace_back(figures.emplace_back(number("10.00")));
    const Stated total = number("95.00");
    Relations relations;
    relations.sum(total, parts);
    LocateOptions limits;
    limits.sets_max = 10;
    CHECK(located(relations, {}, limits).parts.front().complete);
    limits.sets_max = 9;
    CHECK(located(relations, {}, limits).parts.front().minimal_sets.size() == 9);
    CHECK_FALSE(located(relations, {}, limits).parts.front().complete);
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

// ---- thousands of small systems against all subsets, decided by elimination ----

namespace {

/// A filing of a few figures with sums, bounds, shares and growth between them, most of them true.
struct Generated {
    std::deque<Stated> figures;
    Relations relations;
};

Figure printed_of(std::mt19937_64& random, const oracle::Fraction& value, bool as_percent) {
    const int scale = static_cast<int>(random() % 2);
    oracle::Fraction unit = 1;
    for (int i = 0; i < scale; ++i) unit /= 10;
    oracle::Fraction in_unit = as_percent ? oracle::Fraction(value * 100) : value;
    const oracle::Fraction steps = in_unit / unit + oracle::Fraction(1, 2);
    auto whole = boost::multiprecision::numerator(steps) / boost::multiprecision::denominator(steps);
    std::int64_t digits = static_cast<std::int64_t>(whole);
    if (random() % 9 == 0) digits += static_cast<std::int64_t>(random() % 7) - 3;
    const Decimal decimal = Decimal::of(digits, scale);
    Figure figure = as_percent ? Figure(decimal, unit::percent) : Figure(decimal);
    figure.bare_zero = false;
    switch (random() % 4) {
    case 0:
        figure.printing = Printing::half_up;
        break;
    case 1:
        figure.printing = Printing::truncated;
        break;
    case 2:
        figure.printing = Printing::exact;
        break;
    default:
        break;
    }
    if (random() % 8 == 0) figure.fixed = true;
    if (random() % 6 == 0) figure.trust = Decimal(2);
    return figure;
}

void generate(std::mt19937_64& random, Generated& into) {
    std::vector<oracle::Fraction> truth;
    const std::size_t leaves = 2 + random() % 3;
    // By value: what is passed may lie in the vector that grows here.
    const auto state = [&](const oracle::Fraction value, bool as_percent = false) -> const Stated& {
        truth.push_back(value);
        return into.figures.emplace_back(printed_of(random, value, as_percent));
    };
    for (std::size_t i = 0; i < leaves; ++i)
        state(oracle::Fraction(10 + static_cast<int>(random() % 300), 10));
    std::vector<std::size_t> amounts;
    for (std::size_t i = 0; i < leaves; ++i) amounts.push_back(i);
    const std::size_t relations = 1 + random() % 3;
    for (std::size_t r = 0; r < relations && into.figures.size() < 7; ++r) {
        const std::size_t a = amounts[random() % amounts.size()];
        const std::size_t b = amounts[random() % amounts.size()];
        switch (random() % 6) {
        case 0:
        case 1: {
            if (a == b) break;
            const Stated& total = state(truth[a] + truth[b]);
            amounts.push_back(into.figures.size() - 1);
            into.relations.sum(total, {into.figures[a], into.figures[b]});
            break;
        }
        case 2: {
            const Stated& rate = state(truth[a] / (truth[a] + truth[b]), true);
            into.relations.share(rate, std::initializer_list<Term>{into.figures[a]},
                                 {into.figures[a], into.figures[b]});
            break;
        }
        case 3: {
            if (a == b) break;
            const Stated& rate = state(truth[b] / truth[a] - 1, true);
            into.relations.growth(rate, into.figures[a], into.figures[b]);
            break;
        }
        case 4:
            if (truth[a] < truth[b]) into.relations.at_most(into.figures[a], into.figures[b]);
            break;
        default: {
            const Stated& again = state(truth[a]);
            amounts.push_back(into.figures.size() - 1);
            into.relations.equal({into.figures[a], again});
        }
        }
    }
}

} // namespace

TEST_CASE("every smallest set is found, and no other, in thousands of small systems") {
    std::mt19937_64 random(20220711);
    int explained = 0;
    int joint = 0;
    int several = 0;
    for (int round = 0; round < 6000; ++round) {
        Generated filing;
        generate(random, filing);
        const std::vector<Check> checks = check_relations(filing.relations, {});
        // What cannot be decided takes no part; the oracle knows nothing of that.
        if (std::any_of(checks.begin(), checks.end(), [](const Check& check) {
                return check.outcome == Outcome::undecided || check.notes.has(Note::truncated);
            }))
            continue;
        const Located found = locate(filing.relations, checks, {});
        const oracle::Oracle judge(filing.relations);
        const bool possible = judge.possible({});
        INFO("round ", round);
        REQUIRE(possible == found.parts.empty());
        const bool broken = std::any_of(checks.begin(), checks.end(),
                                        [](const Check& check) { return check.outcome == Outcome::broken; });
        if (!broken) REQUIRE(possible == found.joints.empty());
        if (possible) continue;
        joint += !broken;
        const Sets expected = judge.smallest();
        const bool none = std::any_of(found.parts.begin(), found.parts.end(),
                                      [](const FaultyPart& part) { return part.minimal_sets.empty(); });
        if (none) {
            REQUIRE(expected.empty());
            continue;
        }
        ++explained;
        several += expected.size() > 1;
        INFO(described_all(filing.relations), "found ", described_sets(sets_of(found)), "expected ",
             described_sets(expected));
        REQUIRE(sets_of(found) == expected);
        for (const FaultyPart& part : found.parts) REQUIRE(part.complete);
    }
    MESSAGE(explained, " systems explained, ", joint, " of them only jointly impossible, ", several,
            " with several answers");
    CHECK(explained > 500);
    CHECK(joint > 5);
}
