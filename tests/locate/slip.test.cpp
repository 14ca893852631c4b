// SPDX-License-Identifier: MIT
#include <tieout/locate/slip.hpp>

#include <tieout/locate/locate.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <random>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace tieout;

namespace {

Decimal digits(std::string_view text) { return parse_decimal(text).value(); }

} // namespace

TEST_CASE("every slip leads from what its example printed to what it meant") {
    std::set<std::string_view> codes;
    for (const Slip& slip : slips()) {
        INFO(slip.code);
        CHECK(codes.insert(slip.code).second);
        CHECK_FALSE(slip.name.zh.empty());
        CHECK_FALSE(slip.name.en.empty());
        if (&slip == &wrong_base()) continue;
        SlipSubject subject;
        subject.printed = digits(slip.printed);
        const Decimal meant = digits(slip.meant);
        if (slip.code == "unit") subject.unit = unit::wan_yuan;
        if (slip.code == "percent") subject.unit = unit::percent;
        const std::array<Decimal, 1> same{subject.printed};
        const std::array<Decimal, 1> other{meant};
        subject.other_periods = same;
        subject.neighbours = other;
        if (slip.code == "other_period") subject.only = meant;
        std::vector<Decimal> values;
        slip.candidates(subject, values);
        CHECK(std::find(values.begin(), values.end(), meant) != values.end());
    }
    CHECK(wrong_base().code == "wrong_base");
}

TEST_CASE("slips keep the digits that they do not touch") {
    std::vector<Decimal> values;
    slips()[0].candidates({.printed = digits("0.05")}, values);
    // 0.05 is printed with its zeros; the two zeros exchanged are no slip.
    REQUIRE(values.size() == 1);
    CHECK(to_string(values[0]) == "0.50");
    values.clear();
    slips()[0].candidates({.printed = digits("-12")}, values);
    REQUIRE(values.size() == 1);
    CHECK(to_string(values[0]) == "-21");
}

// ---- filings in which all holds, with slips put into them ----

namespace {

/// What a body reports of one year: expenditure by kind, project, fund and function, this year and last, with shares,
/// growth and rates, and the three public expenses. All of it ties out.
class Reported {
  public:
    explicit Reported(std::mt19937_64& random) : random_(random) {
        filing.year = 2021;
        filing.unit = unit::wan_yuan;
        Expenditure& all = filing.expenditure;
        BasicExpenditure& basic = all.basic;
        ProjectExpenditure& project = all.project;
        const std::int64_t personnel[] = {amount(), amount()};
        const std::int64_t operating[] = {amount(), amount()};
        const std::int64_t rows[] = {amount(), amount(), amount()};
        const std::int64_t project_prior = amount();
        const std::int64_t spent_basic[] = {personnel[0] + operating[0], personnel[1] + operating[1]};
        const std::int64_t spent_project[] = {project_prior, rows[0] + rows[1] + rows[2]};
        const std::int64_t spent[] = {spent_basic[0] + spent_project[0], spent_basic[1] + spent_project[1]};
        const auto both = [](auto& item, const std::int64_t(&years)[2]) {
            item.prior = cents(years[0]);
            item.executed = cents(years[1]);
        };
        both(basic.personnel, personnel);
        both(basic.operating, operating);
        both(basic, spent_basic);
        both(project, spent_project);
        both(all, spent);
        project.projects_complete = Completenesses::all(complete);
        for (const std::int64_t row : rows) {
            Project line;
            line.label = "project " + std::to_string(project.projects.size() + 1);
            line.executed = cents(row);
            project.projects.push_back(std::move(line));
        }
        all.adjusted = cents(spent[1] + amount());
        const std::int64_t funded = spent[1] / 3;
        all.split("fund", complete)
            .add("appropriation", cents(spent[1] - funded))
            .add("other", cents(funded));
        const std::int64_t served = spent[1] / 5;
        all.split("function", complete)
            .add("services", cents(spent[1] - 2 * served))
            .add("security", cents(served))
            .add("housing", cents(served));
        share(basic, all.executed, "/expenditure/executed");
        share(project, all.executed, "/expenditure/executed");
        share(basic.personnel, basic.executed, "/expenditure/basic/executed");
        share(basic.operating, basic.executed, "/expenditure/basic/executed");
        grow(all);
        grow(basic);
        grow(project);
        ThreePublic& three = filing.three_public;
        const std::int64_t vehicles[] = {amount(), amount()};
        const std::int64_t reception[] = {amount(), amount()};
        const std::int64_t abroad[] = {amount(), amount()};
        both(three.vehicles, vehicles);
        both(three.reception, reception);
        both(three.abroad, abroad);
        both(three, {vehicles[0] + reception[0] + abroad[0], vehicles[1] + reception[1] + abroad[1]});
        grow(three);
    }

    Filing filing{};

    /// The figures that a slip can be put into; once the filing is built they stay where they are.
    [[nodiscard]] std::vector<Figure*> amounts() {
        Expenditure& all = filing.expenditure;
        std::vector<Figure*> list;
        const auto add = [&](Stated& figure) { list.push_back(&figure.statements().front()); };
        const auto add_both = [&](auto& item) {
            add(item.executed);
            add(item.prior);
        };
        add_both(all);
        add_both(all.basic);
        add_both(all.basic.personnel);
        add_both(all.basic.operating);
        add_both(all.project);
        add_both(filing.three_public);
        add_both(filing.three_public.vehicles);
        add_both(filing.three_public.reception);
        for (Project& row : all.project.projects) add(row.executed);
        for (Split& split : all.splits)
            for (Part& part : split.items) add(part.executed);
        return list;
    }
    [[nodiscard]] std::vector<Figure*> rates() {
        Expenditure& all = filing.expenditure;
        std::vector<Figure*> list;
        const auto add = [&](auto& claims) {
            for (auto& claim : claims) list.push_back(&claim.stated.statements().front());
        };
        add(all.basic.shares);
        add(all.project.shares);
        add(all.basic.personnel.shares);
        add(all.growth);
        add(all.basic.growth);
        add(all.project.growth);
        add(filing.three_public.growth);
        return list;
    }
    /// This year's and last year's figure of one item.
    [[nodiscard]] std::vector<std::array<Figure*, 2>> years() {
        std::vector<std::array<Figure*, 2>> list;
        const auto add = [&](auto& item) {
            list.push_back({&item.executed.statements().front(), &item.prior.statements().front()});
        };
        add(filing.expenditure);
        add(filing.expenditure.basic);
        add(filing.expenditure.project);
        add(filing.three_public);
        return list;
    }
    /// A share or growth, and what it would be over another base.
    [[nodiscard]] std::vector<std::pair<Figure*, Decimal>> over_other_bases() {
        Expenditure& all = filing.expenditure;
        std::vector<std::pair<Figure*, Decimal>> list;
        const auto points = [](const Decimal& of, const Decimal& base) {
            return as_percent(of / base, 2, Rounding::half_up).points;
        };
        const auto add_growth = [&](auto& item) {
            const Decimal now = item.executed.best().base_value();
            list.emplace_back(&item.growth.front().stated.statements().front(),
                              points(now - item.prior.best().base_value(), now));
        };
        add_growth(all);
        add_growth(all.basic);
        add_growth(all.project);
        add_growth(filing.three_public);
        list.emplace_back(
            &all.basic.personnel.shares.front().stated.statements().front(),
            points(all.basic.personnel.executed.best().base_value(), all.executed.best().base_value()));
        return list;
    }

  private:
    static Figure cents(std::int64_t value) { return Figure(Decimal::of(value, 2), unit::wan_yuan); }
    std::int64_t amount() { return 10'000 + static_cast<std::int64_t>(random_() % 900'000); }
    template <class Item>
    static void share(Item& item, const Stated& whole, std::string pointer) {
        item.shares.push_back(
            {.stated = as_percent(item.executed.best().base_value() / whole.best().base_value(), 2,
                                  Rounding::half_up),
             .of = {{{std::move(pointer)}}}});
    }
    template <class Item>
    static void grow(Item& item) {
        const Decimal before = item.prior.best().base_value();
        item.growth.push_back({.stated = as_percent((item.executed.best().base_value() - before) / before, 2,
                                                    Rounding::half_up)});
    }

    std::mt19937_64& random_;
};

/// A figure that was put wrong, and what it was.
struct Slipped {
    Figure* figure;
    Decimal meant;
};

const Slip& slip_called(std::string_view code) {
    return *std::find_if(slips().begin(), slips().end(), [&](const Slip& each) { return each.code == code; });
}

/// Puts a slip of that kind into the filing: the figures that were changed, none if it does not fit.
std::vector<Slipped> put(std::string_view kind, Reported& report, std::mt19937_64& random) {
    const auto any_of = [&](auto list) { return list[random() % list.size()]; };
    const auto change = [](Figure& figure, const Decimal& to) {
        const Slipped slipped{&figure, figure.value};
        figure.value = to;
        figure.bare_zero = false;
        return slipped;
    };
    if (kind == "other_period") {
        const auto [now, before] = any_of(report.years());
        return {change(*now, before->value)};
    }
    if (kind == "figures_exchanged") {
        Figure* const a = any_of(report.amounts());
        Figure* const b = any_of(report.amounts());
        if (a->value == b->value) return {};
        const Decimal value = a->value;
        return {change(*a, b->value), change(*b, value)};
    }
    if (kind == "wrong_base") {
        const auto [rate, other] = any_of(report.over_other_bases());
        if (rate->value == other) return {};
        return {change(*rate, other)};
    }
    Figure& figure = *(kind == "percent" ? any_of(report.rates()) : any_of(report.amounts()));
    // A slip leads from what was printed to what was meant; here the other way round, which another slip may be.
    const std::string_view inverse = kind == "digit_dropped"    ? "digit_repeated"
                                     : kind == "digit_repeated" ? "digit_dropped"
                                                                : kind;
    std::vector<Decimal> values;
    slip_called(inverse).candidates({.printed = figure.value, .unit = figure.unit, .finest_scale = 2},
                                    values);
    if (values.empty()) return {};
    const Decimal wrong = values[random() % values.size()];
    std::vector<Decimal> back;
    slip_called(kind).candidates({.printed = wrong, .unit = figure.unit, .finest_scale = 2}, back);
    if (wrong == figure.value || std::find(back.begin(), back.end(), figure.value) == back.end()) return {};
    return {change(figure, wrong)};
}

Decimal trust_of(std::span<const Figure* const> set) {
    Decimal sum;
    for (const Figure* figure : set) sum += figure->trust;
    return sum;
}

} // namespace

// What slipped is among the smallest sets, or less trust explains it as well. How often the figure, the slip and the
// value come first is printed: it is a figure to improve.
TEST_CASE("figures that slipped are found again in whole filings, whatever the slip") {
    constexpr int rounds = 60;
    std::mt19937_64 random(4711);
    const CheckOptions nearest{.rounding = Printing::nearest};
    {
        Reported sound(random);
        const Report report = check(sound.filing, nearest);
        REQUIRE(report.checks.size() >= 20);
        REQUIRE(report.located.parts.empty());
    }
    for (const Slip& slip : slips()) {
        INFO("slip: ", std::string(slip.code));
        int put_in = 0;
        int unseen = 0;
        int listed = 0;
        int figure_first = 0;
        int value_first = 0;
        int name_first = 0;
        for (int round = 0; round < rounds; ++round) {
            Reported reported(random);
            // Some figures are trusted more than others.
            for (Figure* figure : reported.amounts())
                if (random() % 6 == 0) figure->trust = Decimal(2);
            const int wanted = 1 + round % 3;
            std::vector<Slipped> slipped;
            const auto touched = [&](const Figure* figure) {
                return std::any_of(slipped.begin(), slipped.end(),
                                   [&](const Slipped& each) { return each.figure == figure; });
            };
            std::vector<std::vector<Slipped>> slips_put;
            for (int tries = 0; static_cast<int>(slips_put.size()) < wanted && tries < 50; ++tries) {
                const std::vector<Slipped> one = put(slip.code, reported, random);
                if (std::any_of(one.begin(), one.end(),
                                [&](const Slipped& each) { return touched(each.figure); })) {
                    // Taken back, the last first.
                    for (std::size_t i = one.size(); i-- > 0;) one[i].figure->value = one[i].meant;
                    continue;
                }
                if (one.empty()) continue;
                slips_put.push_back(one);
                slipped.insert(slipped.end(), one.begin(), one.end());
            }
            for (std::size_t i = 0; i < slipped.size(); ++i)
                if (random() % 8 == 0) {
                    // What is known to be right is left out of every answer.
                    for (Figure* figure : reported.amounts())
                        if (!touched(figure) && random() % 4 == 0) figure->fixed = true;
                }
            const ReportView report = check_in_place(reported.filing, nearest);
            std::vector<const Figure*> wrong;
            for (const Slipped& each : slipped) wrong.push_back(each.figure);
            Decimal least;
            std::size_t met = 0;
            bool all_complete = true;
            for (const FaultyPart& part : report.located.parts) {
                all_complete = all_complete && part.complete;
                REQUIRE_FALSE(part.minimal_sets.empty());
                least += trust_of(part.minimal_sets.front());
                for (const auto& set : part.minimal_sets) {
                    CHECK(trust_of(set) == trust_of(part.minimal_sets.front()));
                    CHECK(std::none_of(set.begin(), set.end(),
                                       [](const Figure* figure) { return figure->fixed; }));
                }
                const auto among =
                    std::find_if(part.minimal_sets.begin(), part.minimal_sets.end(), [&](const auto& set) {
                        return std::all_of(set.begin(), set.end(), touched);
                    });
                if (among != part.minimal_sets.end()) met += among->size();
            }
            INFO("round ", round, ", ", slips_put.size(), " slips");
            CHECK(all_complete);
            CHECK((least < trust_of(wrong) || met == wrong.size()));

            for (const std::vector<Slipped>& one : slips_put) {
                ++put_in;
                const bool base = slip.code == "wrong_base";
                const auto figure_of = [&](const Repair& repair) {
                    if (base)
                        return repair.rate == one.front().figure ||
                               (repair.changes.size() == 1 &&
                                repair.changes.front().figure == one.front().figure);
                    return std::all_of(one.begin(), one.end(), [&](const Slipped& each) {
                        return std::any_of(
                            repair.changes.begin(), repair.changes.end(),
                            [&](const Correction& change) { return change.figure == each.figure; });
                    });
                };
                const auto value_of = [&](const Repair& repair) {
                    if (base) return repair.rate == one.front().figure;
                    return std::all_of(one.begin(), one.end(), [&](const Slipped& each) {
                        return std::any_of(repair.changes.begin(), repair.changes.end(),
                                           [&](const Correction& change) {
                                               return change.figure == each.figure && change.to == each.meant;
                                           });
                    });
                };
                const auto slip_of = [&](const Repair& repair) {
                    return value_of(repair) &&
                           std::find(repair.slips.begin(), repair.slips.end(), &slip) != repair.slips.end();
                };
                bool any = false;
                bool seen = false;
                for (const FaultyPart& part : report.located.parts) {
                    for (const auto& set : part.minimal_sets)
                        seen = seen || std::find(set.begin(), set.end(), one.front().figure) != set.end();
                    any = any || std::any_of(part.repairs.begin(), part.repairs.end(), value_of);
                    if (part.repairs.empty()) continue;
                    figure_first += figure_of(part.repairs.front());
                    value_first += value_of(part.repairs.front());
                    name_first += slip_of(part.repairs.front());
                }
                listed += any;
                unseen += !seen;
            }
        }
        MESSAGE(std::string(slip.code), ": ", put_in, " slips, ", put_in - unseen,
                " among the suspects; value proposed ", listed, "; first the figure ", figure_first,
                ", and its value ", value_first, ", and the slip by name ", name_first);
        CHECK(put_in > 0);
    }
}
