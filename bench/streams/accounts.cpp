// SPDX-License-Identifier: MIT
#include "accounts.hpp"

#include <algorithm>

namespace tieout::bench {
namespace {

/// An amount as it is in truth, in 分.
using Fen = std::int64_t;

// The columns are those of Form, in its order: a small office first, those with long lists last.
constexpr std::array<Form, 8> forms{{
    {2, 3, 4, 5, 2, true, true, false, false, true, false, false, false, true, false, false},
    {2, 4, 4, 6, 3, false, true, true, false, false, false, true, false, false, false, false},
    {2, 5, 5, 7, 3, true, true, false, true, true, false, false, false, false, false, false},
    {2, 5, 4, 9, 4, true, true, true, false, false, false, true, true, false, false, false},
    {3, 6, 5, 7, 2, false, true, false, true, true, true, false, false, false, false, false},
    {3, 7, 5, 6, 4, true, true, false, false, false, false, true, false, true, false, false},
    {3, 8, 5, 8, 3, true, false, true, true, true, false, true, true, false, true, false},
    {2, 4, 5, 8, 3, false, true, true, false, false, false, false, false, false, false, true},
}};

/// Half up, into hundredths of 万元; below zero as its magnitude.
Number printed(Fen amount) { return amount < 0 ? -((5'000 - amount) / 10'000) : (amount + 5'000) / 10'000; }

void print(const Lines& amounts, Lines& to) {
    std::transform(amounts.begin(), amounts.end(), to.begin(), printed);
}

/// Half up, into hundredths of a percent; below zero as its magnitude.
Number quotient(std::int64_t part, std::int64_t whole) {
    const std::int64_t magnitude = ((part < 0 ? -part : part) * 20'000 + whole) / (2 * whole);
    return part < 0 ? -magnitude : magnitude;
}

/// About so many percent of an amount, to the 分.
Fen part_of(Random& random, Fen whole, std::int64_t least, std::int64_t most) {
    return whole * random.between(least * 10'000, most * 10'000) / 1'000'000;
}

/// True parts of a whole, none of them tiny.
Lines split(Random& random, std::int64_t whole, std::size_t count) {
    Lines weights{};
    std::int64_t all = 0;
    for (std::size_t i = 0; i < count; ++i) all += weights[i] = random.between(100, 900);
    Lines parts{};
    std::int64_t rest = whole;
    for (std::size_t i = 1; i < count; ++i)
        rest -= parts[i] = whole / all * weights[i] + random.below(whole / all);
    parts[0] = rest;
    return parts;
}

/// Whole points, each row with at least two.
Lines split_points(Random& random, std::int64_t whole, std::size_t rows) {
    Lines parts{};
    std::int64_t rest = whole;
    for (std::size_t i = 1; i < rows; ++i) {
        const auto rows_left = static_cast<std::int64_t>(rows - i + 1);
        rest -= parts[i] = random.between(2, std::max<std::int64_t>(2, rest / rows_left));
    }
    parts[0] = rest;
    return parts;
}

/// What it was the year before, two to thirty percent less or more.
Fen year_before(Random& random, Fen now) {
    const std::int64_t change = random.between(2'000, 30'000);
    return now * 100'000 / (100'000 + (random.below(3) == 0 ? -change : change));
}

void employ(Random& random, Accounts& a) {
    a.kinds_authorised = a.kinds_actual = {};
    a.authorised = a.actual = 0;
    for (std::size_t i = 0; i < staff_kinds; ++i) {
        a.authorised += a.kinds_authorised[i] = random.between(12, 60);
        a.actual += a.kinds_actual[i] = a.kinds_authorised[i] - random.below(6);
    }
    a.staff_rate = quotient(a.actual, a.authorised);
}

void spend(Random& random, Accounts& a, Fen all, Fen adjusted) {
    const Form& form = *a.form;
    const Fen prior = year_before(random, all);
    a.prior = printed(prior);
    a.adjusted = printed(adjusted);
    a.executed = printed(all);
    a.growth = quotient(all - prior, prior);
    a.execution_rate = a.evaluated_rate = quotient(all, adjusted);
    const Lines functions = split(random, all, form.functions);
    print(functions, a.functions);
    print(split(random, prior, form.functions), a.functions_prior);

    const Fen personnel = part_of(random, all, 30, 55);
    const Fen operating = part_of(random, all, 5, 15);
    const Fen basic = personnel + operating;
    a.basic = printed(basic);
    a.personnel = printed(personnel);
    a.operating = printed(operating);
    a.basic_share = quotient(basic, all);
    a.personnel_share = quotient(personnel, basic);
    // 301 and 303 are the personnel, all others what it takes to operate.
    const Fen aid = part_of(random, personnel, 3, 15);
    const Lines others = split(random, operating, form.classes - 2);
    Lines classes{};
    classes[0] = personnel - aid;
    classes[1] = others[0];
    classes[2] = aid;
    std::copy(others.begin() + 1, others.begin() + static_cast<std::ptrdiff_t>(form.classes) - 2,
              classes.begin() + 3);
    Fen basic_budget = 0;
    for (std::size_t i = 0; i < form.classes; ++i) {
        const Fen planned = part_of(random, classes[i], 80, 110);
        basic_budget += planned;
        a.classes_initial[i] = printed(planned);
        a.classes[i] = printed(classes[i]);
    }
    a.basic_initial = printed(basic_budget);

    const Fen project = all - basic;
    a.project = printed(project);
    const Lines projects = split(random, project, form.projects);
    const Fen project_before = part_of(random, prior, 20, 50);
    a.project_prior = printed(project_before);
    print(split(random, project_before, form.projects), a.projects_prior);
    Fen budget = 0;
    for (std::size_t i = 0; i < form.projects; ++i) {
        const Fen planned = part_of(random, projects[i], 60, 110);
        budget += planned;
        a.project_names[i] = {static_cast<std::size_t>(random.below(16)), random.between(1, 99)};
        a.projects_initial[i] = printed(planned);
        a.projects[i] = printed(projects[i]);
    }
    a.project_initial = printed(budget);
    const Fen initial = basic_budget + budget;
    a.initial = printed(initial);
    a.supplementary = printed(adjusted - initial);
    print(split(random, initial, form.functions), a.functions_initial);
}

void receive(Random& random, Accounts& a, Fen spent) {
    const Fen closing = part_of(random, spent, 1, 6);
    const Fen opening = part_of(random, spent, 1, 5);
    const Fen surplus = a.form->both_totals || random.below(2) == 0 ? 0 : part_of(random, spent, 1, 2);
    const Fen income = spent + closing - opening - surplus;
    const Fen prior = year_before(random, income);
    a.closing = printed(closing);
    a.opening = printed(opening);
    a.surplus_used = printed(surplus);
    a.income = printed(income);
    a.income_prior = printed(prior);
    a.income_growth = quotient(income - prior, prior);
    a.total_income = a.total_expenditure = printed(spent + closing);
    print(split(random, income, a.form->funds), a.funds);
}

void spend_publicly(Random& random, Accounts& a) {
    const Fen abroad = a.form->abroad ? random.between(1'500'000, 20'000'000) : 0;
    const Fen purchase = random.between(1'500'000, 30'000'000);
    const Fen running = random.between(2'000'000, 30'000'000);
    const Fen reception = random.between(1'500'000, 10'000'000);
    const Fen all = abroad + purchase + running + reception;
    const Fen prior = year_before(random, all);
    a.abroad = printed(abroad);
    a.purchase = printed(purchase);
    a.running = printed(running);
    a.vehicles = printed(purchase + running);
    a.reception = printed(reception);
    a.public_executed = printed(all);
    a.public_initial = printed(part_of(random, all, 100, 150));
    a.public_prior = printed(prior);
    a.public_growth = quotient(all - prior, prior);
}

void procure(Random& random, Accounts& a, Fen spent) {
    const Fen all = part_of(random, spent, 5, 20);
    const Fen medium = part_of(random, all, 50, 90);
    const Lines kinds = split(random, all, 3);
    a.procurement = printed(all);
    a.procurement_initial = printed(part_of(random, all, 100, 130));
    a.goods = printed(kinds[0]);
    a.works = printed(kinds[1]);
    a.services = printed(kinds[2]);
    a.medium_firms = printed(medium);
    a.small_firms = printed(part_of(random, medium, 30, 90));
}

void own(Random& random, Accounts& a, Fen spent) {
    const Fen fixed = part_of(random, spent, 50, 300);
    const Fen depreciation = part_of(random, fixed, 30, 70);
    const Fen current = part_of(random, spent, 5, 60);
    const Fen increase = part_of(random, fixed, 2, 10);
    const Fen decrease = part_of(random, fixed, 1, 5);
    a.fixed = printed(fixed);
    a.fixed_opening = printed(fixed - increase + decrease);
    a.fixed_increase = printed(increase);
    a.fixed_decrease = printed(decrease);
    a.depreciation = printed(depreciation);
    a.fixed_net = printed(fixed - depreciation);
    a.current = printed(current);
    a.assets = printed(fixed - depreciation + current);
}

void evaluate(Random& random, Accounts& a) {
    a.tier_weights = {50, 30, 10};
    a.budget_weight = 10;
    a.weight = 100;
    a.output_weights = split_points(random, a.tier_weights[0], output_rows);
    a.outcome_weights = split_points(random, a.tier_weights[1], outcome_rows);
    a.quantity_weights = split_points(random, a.output_weights[0], a.form->quantities);
    a.score = a.budget_score = a.budget_weight * 10 - random.below(10);
    for (std::size_t i = 0; i < a.tier_weights.size(); ++i)
        a.score += a.tier_scores[i] = a.tier_weights[i] * 10 - random.below(a.tier_weights[i] * 2);
}

void work(Random& random, Accounts& a) {
    a.channels = {};
    a.orders = 0;
    for (std::size_t i = 0; i < channels; ++i) a.orders += a.channels[i] = random.between(120, 2'500);
    a.settled = a.orders * random.between(700, 980) / 1'000;
    a.settled_rate = quotient(a.settled, a.orders);
}

} // namespace

Accounts invent(Random& random, std::uint64_t document) {
    Accounts a;
    a.form = &forms[static_cast<std::size_t>(random.below(forms.size()))];
    a.body = static_cast<std::size_t>(random.below(16));
    a.document = document;
    a.year = static_cast<int>(random.between(2015, 2024));
    // From 200 万元 to 2 亿元.
    constexpr std::array<std::int64_t, 4> sizes{1, 2, 5, 20};
    const std::int64_t size = sizes[static_cast<std::size_t>(random.below(sizes.size()))];
    const Fen spent = random.between(200'000'000, 1'000'000'000) * size;
    employ(random, a);
    receive(random, a, spent);
    spend(random, a, spent, spent + part_of(random, spent, 0, 5));
    spend_publicly(random, a);
    procure(random, a, spent);
    own(random, a, spent);
    evaluate(random, a);
    work(random, a);
    return a;
}

} // namespace tieout::bench
