// SPDX-License-Identifier: MIT
#include "account.hpp"

#include "words.hpp"

#include <algorithm>
#include <set>

namespace tieout::test::adversary {

std::vector<Amount> split(Random& random, Amount whole, std::size_t parts) {
    std::vector<std::int64_t> weights;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < parts; ++i) {
        weights.push_back(random.between(1, 100));
        sum += weights.back();
    }
    std::vector<Amount> amounts;
    Amount left = whole;
    for (std::size_t i = 0; i + 1 < parts; ++i) {
        amounts.push_back(whole / sum * weights[i] + whole % sum * weights[i] / sum);
        left -= amounts.back();
    }
    if (parts > 0) amounts.push_back(left);
    return amounts;
}

Flow& Flow::operator+=(const Flow& more) {
    opening += more.opening;
    income += more.income;
    surplus += more.surplus;
    basic += more.basic;
    project += more.project;
    distribution += more.distribution;
    closing += more.closing;
    return *this;
}

namespace {

/// Calls `visit` with each leaf and each of its funds that are asked for.
template <class Visit>
void for_each(const Account& account, FundSet which, std::string_view code, const Visit& visit) {
    for (const Leaf& leaf : account.leaves) {
        if (!leaf.item->code.starts_with(code)) continue;
        for (std::size_t fund = 0; fund < funds; ++fund)
            if ((which & (1U << fund)) != 0) visit(leaf, fund);
    }
}

} // namespace

Flow Account::flow(FundSet which, std::string_view code, bool prior_year) const {
    Flow sum;
    for_each(*this, which, code, [&](const Leaf& leaf, std::size_t fund) {
        sum += prior_year ? leaf.prior[fund] : leaf.now[fund];
    });
    return sum;
}

Phases Account::basic(FundSet which, std::string_view code) const {
    Phases sum;
    for_each(*this, which, code, [&](const Leaf& leaf, std::size_t fund) { sum += leaf.basic[fund]; });
    return sum;
}

Phases Account::project(FundSet which, std::string_view code) const {
    Phases sum;
    for_each(*this, which, code, [&](const Leaf& leaf, std::size_t fund) { sum += leaf.project[fund]; });
    return sum;
}

Phases Account::income(FundSet which, std::string_view code) const {
    return {flow(which, code).income, flow(which, code, true).income, 0};
}

Amount Account::own_income(std::size_t source, std::string_view code) const {
    Amount sum = 0;
    for (const Leaf& leaf : leaves)
        if (leaf.item->code.starts_with(code)) sum += leaf.own[source];
    return sum;
}

Phases Account::personnel(bool general_only) const {
    Phases sum;
    for (const Economic& line : economic)
        if (line.personnel()) sum += general_only ? line.general : line.all();
    return sum;
}

Phases Account::operating(bool general_only) const {
    Phases sum;
    for (const Economic& line : economic)
        if (!line.personnel()) sum += general_only ? line.general : line.all();
    return sum;
}

Phases Account::section(std::string_view code, bool general_only) const {
    Phases sum;
    for (const Economic& line : economic)
        if (line.code.starts_with(code)) sum += general_only ? line.general : line.all();
    return sum;
}

ThreePublic Account::three(bool fiscal_only) const {
    ThreePublic three = fiscal_three;
    if (!fiscal_only) three.domestic += own_reception;
    return three;
}

Amount Account::supplement() const {
    const Flow all = flow(every_fund);
    return all.spent() + all.distribution + all.closing - all.opening - all.surplus -
           spent(every_fund).initial;
}

Amount Account::adjusted() const {
    const Flow all = flow(every_fund);
    return all.spent() + all.distribution + all.closing;
}

std::int64_t Account::execution_score() const {
    const Amount spent = flow(every_fund).spent();
    return (2 * 1000 * spent + adjusted()) / (2 * adjusted());
}

std::int64_t Account::score() const {
    std::int64_t sum = execution_score();
    for (const Indicator& indicator : indicators) sum += 10 * indicator.score;
    return sum;
}

std::vector<std::string> Account::codes(std::size_t digits, FundSet which, std::string_view below) const {
    std::set<std::string> found;
    for_each(*this, which, below, [&](const Leaf& leaf, std::size_t fund) {
        const Flow& flow = leaf.now[fund];
        if (flow.spent() != 0 || flow.income != 0 || flow.opening != 0)
            found.insert(std::string(leaf.item->code.substr(0, digits)));
    });
    return {found.begin(), found.end()};
}

namespace {

/// An amount around that many units, now, in the year before and as it was budgeted.
Phases phases(Random& random, Amount low, Amount high) {
    Phases p;
    p.now = random.between(low, high);
    p.prior = p.now / 100 * random.between(60, 150) + random.between(0, 99'99);
    p.initial = p.now / 100 * random.between(70, 125) + random.between(0, 99'99);
    if (random.one_in(10)) p.prior = p.now;
    if (random.one_in(10)) p.initial = p.now;
    return p;
}

/// Never more than was budgeted, as the three public expenses must be.
Phases within_budget(Random& random, Amount low, Amount high) {
    Phases p = phases(random, low, high);
    if (p.initial < p.now) p.initial = p.now / 100 * random.between(100, 140) + random.between(0, 9'99);
    return p;
}

void close(Random& random, Leaf& leaf, std::size_t fund) {
    Flow& now = leaf.now[fund];
    Flow& prior = leaf.prior[fund];
    now.basic = leaf.basic[fund].now;
    now.project = leaf.project[fund].now;
    prior.basic = leaf.basic[fund].prior;
    prior.project = leaf.project[fund].prior;
    const Amount size = now.spent() + prior.spent();
    const auto some = [&] { return random.one_in(3) ? random.between(0, size / 8 + 1) : 0; };
    prior.opening = some();
    now.opening = prior.closing = some();
    now.closing = some();
    if (fund == static_cast<std::size_t>(Fund::own)) {
        now.surplus = some() / 4;
        now.distribution = some() / 4;
    }
    // What came in is what is missing; where more was at hand than went out, more is left.
    for (Flow* const flow : {&now, &prior}) {
        flow->income = flow->spent() + flow->distribution + flow->closing - flow->opening - flow->surplus;
        if (flow->income < 0) {
            if (flow == &prior)
                flow->opening += flow->income;
            else
                flow->closing -= flow->income;
            flow->income = 0;
        }
    }
}

void make_leaves(Random& random, Account& account, Amount unit) {
    const auto items = function_items();
    std::set<std::size_t> chosen;
    const std::int64_t count = random.between(3, 9);
    while (std::ssize(chosen) < count) chosen.insert(static_cast<std::size_t>(random.between(0, 29)));
    const bool government = random.one_in(2);
    const bool capital = random.one_in(4);
    const bool own = random.one_in(2);
    if (government)
        for (std::int64_t i = random.between(1, 2); i > 0; --i)
            chosen.insert(static_cast<std::size_t>(random.between(30, 33)));
    if (capital) chosen.insert(static_cast<std::size_t>(random.between(34, 35)));
    bool first = true;
    for (const std::size_t i : chosen) {
        Leaf leaf;
        leaf.item = &items[i];
        const auto fund = static_cast<std::size_t>(i < 30   ? Fund::general
                                                   : i < 34 ? Fund::government
                                                            : Fund::capital);
        const bool running = first || random.one_in(2);
        if (i < 30 && running) leaf.basic[fund] = phases(random, 20 * unit, 300 * unit);
        if (i >= 30 || !running || random.one_in(3))
            leaf.project[fund] = phases(random, 5 * unit, 200 * unit);
        if (own && i < 30 && (first || random.one_in(4))) {
            const auto mine = static_cast<std::size_t>(Fund::own);
            leaf.basic[mine] = phases(random, 2 * unit, 40 * unit);
            if (random.one_in(2)) leaf.project[mine] = phases(random, unit, 30 * unit);
            close(random, leaf, mine);
            const std::vector<Amount> sources = split(random, leaf.now[mine].income, own_sources);
            for (std::size_t source = 0; source < own_sources; ++source) leaf.own[source] = sources[source];
            // Some sources are empty.
            for (std::size_t source = 1; source < own_sources; ++source)
                if (random.one_in(2)) {
                    leaf.own[0] += leaf.own[source];
                    leaf.own[source] = 0;
                }
        }
        close(random, leaf, fund);
        account.leaves.push_back(leaf);
        first = false;
    }
}

void make_economic(Random& random, Account& account) {
    for (const Economic& line : economic_classes())
        if (!random.one_in(4) || line.code == "30101" || line.code == "30201" || line.code == "30302" ||
            line.code == "30217" || line.code == "30231")
            account.economic.push_back(line);
    const auto divide = [&](Fund fund, auto part) {
        const Phases whole = account.basic(only(fund));
        for (const auto phase : {&Phases::now, &Phases::prior, &Phases::initial}) {
            std::vector<std::int64_t> weights;
            std::int64_t sum = 0;
            for (const Economic& line : account.economic) {
                const bool wage = line.code[2] == '1';
                const bool aid = line.code[2] == '3';
                const bool small = line.code == "30217" || line.code == "30231";
                weights.push_back(random.between(1, small ? 3 : wage ? 60 : aid ? 8 : 12));
                sum += weights.back();
            }
            Amount left = whole.*phase;
            for (std::size_t i = 0; i < weights.size(); ++i) {
                const Amount share = (whole.*phase) / sum * weights[i];
                (account.economic[i].*part).*phase = share;
                left -= share;
            }
            (account.economic.front().*part).*phase += left;
        }
    };
    divide(Fund::general, &Economic::general);
    divide(Fund::own, &Economic::own);
}

Phases general_line(const Account& account, std::string_view code) {
    for (const Economic& line : account.economic)
        if (line.code == code) return line.general;
    return {};
}

/// What is paid within basic expenditure and, in some bodies, more of it within projects; within its budget.
Phases grown(Random& random, Phases of, Amount unit) {
    if (random.one_in(2)) of += phases(random, unit / 10, 2 * unit);
    of.initial =
        random.one_in(8) ? of.now : of.now / 100 * random.between(100, 150) + random.between(0, 9'99);
    return of;
}

void make_three(Random& random, Account& account, Amount unit) {
    ThreePublic& three = account.fiscal_three;
    if (random.one_in(3))
        three.abroad = within_budget(random, unit / 4, 3 * unit);
    else if (random.one_in(3))
        three.abroad.prior = random.between(unit / 4, unit);
    if (random.one_in(3)) {
        three.purchase = within_budget(random, 15 * wan, 15 * wan + 4 * unit);
        account.bought_vehicles = random.between(1, 4);
    }
    if (random.one_in(4)) three.purchase.prior = 0;
    three.running = grown(random, general_line(account, "30231"), unit);
    three.domestic = grown(random, general_line(account, "30217"), unit);
    if (random.one_in(5)) three.foreign = within_budget(random, unit / 10, unit);
    if (random.one_in(5)) {
        for (const Economic& line : account.economic)
            if (line.code == "30217" && line.own.now > 0) account.own_reception = line.own;
        account.own_reception.initial = account.own_reception.now;
    }
    if (three.abroad.now > 0) {
        account.abroad_groups = random.between(1, 4);
        account.abroad_persons = account.abroad_groups * random.between(1, 5);
    }
    account.domestic_batches = random.between(5, 150);
    account.domestic_persons = account.domestic_batches * random.between(4, 15) + random.between(0, 3);
    if (three.foreign.now > 0) {
        account.foreign_batches = random.between(1, 9);
        account.foreign_persons = account.foreign_batches * random.between(2, 9);
    }
    for (std::int64_t& kind : account.vehicles) kind = random.one_in(3) ? 0 : random.between(1, 15);
    account.vehicles[0] += 1 + account.bought_vehicles;
}

void make_projects(Random& random, Account& account) {
    const Phases whole = account.project(every_fund);
    const auto count = static_cast<std::size_t>(random.between(3, 7));
    const std::vector<std::string> names = project_names(random, count);
    const auto now = split(random, whole.now, count);
    const auto prior = split(random, whole.prior, count);
    const auto initial = split(random, whole.initial, count);
    for (std::size_t i = 0; i < count; ++i) {
        Project project;
        project.name = names[i];
        project.amount = {now[i], prior[i], initial[i]};
        project.unit = random.of({"处", "个", "公里", "户", "人次", "套", "场"});
        project.planned = random.between(10, 900);
        project.done =
            random.one_in(3) ? project.planned : random.between(project.planned / 2, project.planned);
        account.projects.push_back(std::move(project));
    }
}

void make_bodies(Random& random, Account& account) {
    const auto count = static_cast<std::size_t>(random.between(2, 4));
    const std::vector<std::string> names = body_names(random, count);
    account.bodies.resize(count);
    const auto divide = [&](const Phases& whole, auto part) {
        for (const auto phase : {&Phases::now, &Phases::prior, &Phases::initial}) {
            const auto parts = split(random, whole.*phase, count);
            for (std::size_t i = 0; i < count; ++i) (account.bodies[i].*part).*phase = parts[i];
        }
    };
    divide(account.basic(every_fund), &Body::basic);
    divide(account.project(every_fund), &Body::project);
    divide(account.three(false).reception(), &Body::reception);
    divide(account.three(false).running, &Body::vehicles);
    const auto staff = split(random, account.staff(), count);
    for (std::size_t i = 0; i < count; ++i) {
        account.bodies[i].name = names[i];
        account.bodies[i].staff = staff[i];
    }
}

void make_rest(Random& random, Account& account, Amount unit) {
    // Procurement stays within all expenditure, and its budget within the whole budget.
    const Amount most = std::min(account.spent(every_fund).now, account.spent(every_fund).initial) / 2;
    const auto bought = [&](bool always) {
        if (!always && random.one_in(3)) return Phases{};
        return within_budget(random, most / 40, most / 8);
    };
    account.goods = bought(true);
    account.works = bought(false);
    account.services = bought(true);
    const auto contracts = [&](const Phases& kind) { return kind.now / 100 * random.between(40, 100); };
    account.medium_goods = contracts(account.goods);
    account.medium_works = contracts(account.works);
    account.medium_services = contracts(account.services);
    account.small = account.medium() / 100 * random.between(10, 95);

    account.opening_current = random.between(10 * unit, 200 * unit);
    account.opening_gross = random.between(100 * unit, 900 * unit);
    account.opening_worn = account.opening_gross / 100 * random.between(10, 80);
    account.opening_intangible = random.one_in(3) ? 0 : random.between(unit, 60 * unit);
    account.bought = account.opening_gross / 100 * random.between(1, 30);
    account.disposed = account.opening_gross / 100 * random.between(0, 9);
    account.gross = account.opening_gross + account.bought - account.disposed;
    account.worn =
        account.opening_worn + (account.gross - account.opening_worn) / 100 * random.between(1, 12);
    account.current = account.opening_current / 100 * random.between(70, 160) + 7;
    account.intangible = account.opening_intangible / 100 * random.between(60, 100);
    account.liabilities = account.assets() / 100 * random.between(1, 40);

    account.staff_admin = random.between(5, 120);
    account.staff_other = random.between(0, 160);
    account.posts_admin = account.staff_admin + random.between(0, 12);
    account.posts_other = account.staff_other + random.between(0, 15);
    account.retired = random.between(2, 80);
    account.veterans = random.one_in(3) ? random.between(1, 3) : 0;
    account.party = account.staff() * random.between(30, 90) / 100;
    account.women = account.staff() * random.between(20, 70) / 100;
    account.graduates = account.staff() * random.between(40, 98) / 100;

    const auto months = [&](const Phases& whole, std::array<Phases, 12>& into) {
        for (const auto phase : {&Phases::now, &Phases::prior, &Phases::initial}) {
            const auto parts = split(random, whole.*phase, 12);
            for (std::size_t i = 0; i < 12; ++i) into[i].*phase = parts[i];
        }
    };
    months(account.basic(every_fund), account.months_basic);
    months(account.project(every_fund), account.months_project);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto before = [&](Amount now) {
            return now / 100 * random.between(60, 140) + random.between(0, 9999);
        };
        account.older_spent[i] = before(account.spent(every_fund).prior);
        account.older_income[i] = before(account.income(every_fund).prior);
        account.older_three[i] = before(account.three(true).all().prior);
    }
}

void make_indicators(Random& random, Account& account) {
    struct Kind {
        std::string_view first, second;
    };
    static constexpr std::array kinds = {
        Kind{"产出指标", "数量指标"},   Kind{"产出指标", "质量指标"},
        Kind{"产出指标", "时效指标"},   Kind{"效益指标", "社会效益指标"},
        Kind{"效益指标", "可持续影响"}, Kind{"满意度指标", "服务对象满意度"},
    };
    const std::vector<std::string> counted = indicator_names(random, 2, false);
    const std::vector<std::string> rated = indicator_names(random, 12, true);
    std::size_t name = 0;
    for (const Kind& kind : kinds)
        for (std::int64_t i = random.between(1, 2); i > 0; --i) {
            Indicator indicator;
            indicator.first = kind.first;
            indicator.second = kind.second;
            const bool rate = kind.second != "数量指标";
            indicator.third = rate ? rated[name++] : counted[static_cast<std::size_t>(i) - 1];
            indicator.unit = rate ? "%" : "个";
            indicator.target = rate ? random.between(80, 98) : random.between(5, 300);
            indicator.actual =
                rate ? random.between(indicator.target, 100) : indicator.target + random.between(0, 40);
            account.indicators.push_back(std::move(indicator));
        }
    // Ninety points for the indicators beside ten for the budget; all but a few are earned.
    std::int64_t left = 900;
    const auto count = static_cast<std::int64_t>(account.indicators.size());
    for (std::int64_t i = 0; i < count; ++i) {
        Indicator& indicator = account.indicators[static_cast<std::size_t>(i)];
        indicator.weight =
            i + 1 == count ? left : 50 + 10 * random.between(0, (left - 50 * (count - i)) / 20);
        left -= indicator.weight;
        indicator.score = indicator.weight;
        if (random.one_in(3)) { // missed
            indicator.actual = indicator.target - random.between(1, 4);
            indicator.score = indicator.weight - random.between(1, 8) * 5;
        }
    }
}

} // namespace

Account account_of(Random& random) {
    Account account;
    account.year = static_cast<int>(random.between(2016, 2024));
    account.place = place_name(random);
    account.body = account.place + std::string(body_kind(random));
    const Amount unit = random.one_in(8) ? 500 * wan : random.one_in(3) ? 20 * wan : 3 * wan;
    make_leaves(random, account, unit);
    make_economic(random, account);
    make_three(random, account, unit);
    make_projects(random, account);
    make_rest(random, account, unit);
    make_bodies(random, account);
    make_indicators(random, account);
    return account;
}

} // namespace tieout::test::adversary
